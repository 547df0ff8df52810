/* SPDX-License-Identifier: EUPL-1.2 */
/* The folded text of a document and its way back. A step is kept only where the character gave a byte that is no space,
 * so that walking on from it needs no memory of what stood before. */
#include <string.h>
#include "eight.h"
#include "fold.h"
#include "passages.h"

/* Where a run of FOLDED_RUN bytes is noted. */
static size_t run_at(const char *p)
{
	const uint64_t bytes = four_bytes(p) | (uint64_t)(unsigned char)p[FOLDED_RUN - 1] << 32;
	return (size_t)(bytes * UINT64_C(0x9E3779B97F4A7C15) >> 32) % FOLDED_RUNS;
}

static void note_runs(struct folded *f)
{
	for (size_t i = 0; i + FOLDED_RUN <= f->text.n; i++) {
		const size_t h = run_at(f->text.p + i);
		f->runs[h / 64] |= (uint64_t)1 << h % 64;
	}
}

bool folded_may_hold(const struct folded *f, struct str words)
{
	for (size_t i = 0; i + FOLDED_RUN <= words.n; i++) {
		const size_t h = run_at(words.p + i);
		if (!(f->runs[h / 64] >> h % 64 & 1))
			return false;
	}
	return true;
}

/* The signs of ASCII from `at` on, up to a control, another character or `to`; returns where they end. */
static size_t fold_plain(struct str bytes, size_t at, size_t to, char *out, size_t *n)
{
	size_t k = *n;
	for (; at < to; at++) {
		const unsigned char c = (unsigned char)bytes.p[at];
		if (c < ' ' || c >= 127)
			break;
		if (c != ' ' || k == 0 || out[k - 1] != ' ')
			out[k++] = fold_ascii[c];
	}
	*n = k;
	return at;
}

struct folded folded_of(struct arena *a, struct str bytes)
{
	char *out = arena_room(a, 2 * bytes.n + 8); /* a character of one byte gives one, any other at most four */
	struct folded_step *steps = arena_room(a, (bytes.n / FOLDED_STEP + 2) * sizeof *steps);
	struct folded f = { .steps = steps };
	size_t n = 0, due = 0, at = 0;
	uint32_t cp;
	char folded[4];
	while ((at = fold_plain(bytes, at, due < bytes.n ? due : bytes.n, out, &n)) < bytes.n) {
		const size_t taken = utf8_next(bytes, at, &cp), more = fold_cp(cp, folded);
		bool space = more == 1 && folded[0] == ' ';
		if (more && !space && at >= due) {
			steps[f.steps_n++] = (struct folded_step){ (uint32_t)n, (uint32_t)at };
			due = at + FOLDED_STEP;
		}
		if (!(space && n > 0 && out[n - 1] == ' ')) {
			memcpy(out + n, folded, more);
			n += more;
		}
		at += taken;
	}
	f.text = (struct str){ out, n };
	note_runs(&f);
	return f;
}

static const struct folded_step *step_before(const struct folded *f, size_t value, bool by_bytes)
{
	static const struct folded_step start = { 0, 0 };
	size_t low = 0, high = f->steps_n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if ((by_bytes ? f->steps[mid].bytes : f->steps[mid].folded) <= value)
			low = mid + 1;
		else
			high = mid;
	}
	return low ? &f->steps[low - 1] : &start;
}

/* Walk on from a step until the folded byte `at`, or the character at `offset`, is reached. */
static struct folded_step walk(struct str bytes, struct folded_step s, size_t at, size_t offset)
{
	size_t n = s.folded, i = s.bytes, taken;
	bool after_space = s.bytes == 0;
	uint32_t cp;
	char folded[4];
	while (n < at && i < offset && (taken = utf8_next(bytes, i, &cp)) > 0) {
		size_t more = fold_cp(cp, folded);
		bool space = more == 1 && folded[0] == ' ';
		if (space && after_space && n > 0)
			more = 0;
		if (n + more > at)
			break;
		n += more;
		i += taken;
		if (more)
			after_space = space;
	}
	return (struct folded_step){ (uint32_t)n, (uint32_t)i };
}

size_t folded_to_bytes(const struct folded *f, struct str bytes, size_t at)
{
	return walk(bytes, *step_before(f, at, false), at, bytes.n).bytes;
}

size_t folded_from_bytes(const struct folded *f, struct str bytes, size_t offset)
{
	return walk(bytes, *step_before(f, offset, true), f->text.n, offset).folded;
}

static bool is_letter_byte(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)c >= 0x80 || c == ')' || is_figure(c);
}

static bool is_break(struct str b, size_t i)
{
	if (b.p[i] == ';' || b.p[i] == '\f')
		return true;
	if (b.p[i] == '\n') { /* a blank line, or a line that begins with a list mark */
		size_t k = i + 1;
		while (k < b.n && (b.p[k] == ' ' || b.p[k] == '\t' || b.p[k] == '\r'))
			k++;
		return k >= b.n || b.p[k] == '\n' || (b.p[k] == '-' && k + 1 < b.n && b.p[k + 1] == ' ') ||
		       b.p[k] == '*';
	}
	if (b.p[i] != '.' || (i + 1 < b.n && b.p[i + 1] != ' ' && b.p[i + 1] != '\n' && b.p[i + 1] != '\r'))
		return false;
	size_t letters = 0; /* "M.", "L.", "art." and "n°." end nothing */
	while (letters < i && letters < 4 && is_letter_byte(b.p[i - 1 - letters]))
		letters++;
	return letters == 4;
}

struct span sentence_around(struct str bytes, size_t start, size_t end)
{
	size_t from = start, to = end;
	while (from > 0 && start - from < PASSAGE_REACH && !is_break(bytes, from - 1))
		from--;
	while (to < bytes.n && to - end < PASSAGE_REACH && !is_break(bytes, to))
		to++;
	while (from < start && ((bytes.p[from] & 0xC0) == 0x80 || (unsigned char)bytes.p[from] <= ' '))
		from++;
	while (to > end && to < bytes.n && (bytes.p[to] & 0xC0) == 0x80)
		to--;
	while (to > end && (unsigned char)bytes.p[to - 1] <= ' ')
		to--;
	return (struct span){ from, to };
}
