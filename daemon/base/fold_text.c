/* SPDX-License-Identifier: EUPL-1.2 */
/* Folded and squeezed copies of whole texts. Each pass allocates the most it can need, four bytes per byte read, only
 * for short texts (names, phrases, passages); the tokeniser folds word by word instead.
 */
#include <string.h>

#include "fold.h"

/* A text being built: spaces are owed, and paid when something follows, so both ends are trimmed and runs are one. */
struct joined {
	char *p;
	size_t n;
	bool owes_space;
};

static void join(struct joined *j, const char *p, size_t n)
{
	if (j->owes_space && j->n > 0)
		j->p[j->n++] = ' ';
	j->owes_space = false;
	memcpy(j->p + j->n, p, n);
	j->n += n;
}

static void join_byte(struct joined *j, char c)
{
	if (j->owes_space && j->n > 0)
		j->p[j->n++] = ' ';
	j->owes_space = false;
	j->p[j->n++] = c;
}

/* A byte gives at most four (an invalid one three), a space is paid by the byte that owed it. */
static struct joined joined_for(struct arena *a, struct str s)
{
	return (struct joined){ .p = arena_room(a, FOLD_ROOM(s.n)) };
}

static struct str joined_text(struct joined *j)
{
	j->p[j->n] = '\0';
	return (struct str){ j->p, j->n };
}

/* Most of a text: neither a space nor a control, nor beyond ASCII. */
static bool is_plain(char c)
{
	return c > ' ' && c < 127;
}

struct str fold_into(char *room, struct str s)
{
	struct joined j = { .p = room };
	uint32_t cp;
	for (size_t at = 0, n; at < s.n; at += n) {
		if (is_plain(s.p[at])) {
			join_byte(&j, fold_ascii[(unsigned char)s.p[at]]);
			char *out = j.p + j.n;
			for (n = 1; at + n < s.n && is_plain(s.p[at + n]); n++)
				*out++ = fold_ascii[(unsigned char)s.p[at + n]];
			j.n += n - 1;
			continue;
		}
		char out[4];
		n = utf8_next(s, at, &cp);
		size_t len = fold_cp(cp, out);
		if (len == 1 && out[0] == ' ')
			j.owes_space = true;
		else if (len > 0)
			join(&j, out, len);
	}
	return joined_text(&j);
}

struct str fold_text(struct arena *a, struct str s)
{
	return fold_into(joined_for(a, s).p, s);
}

/* Length of the civility a folded name begins with, the sign after it included; 0 when there is none. "m.-p." are the
 * initials of a first name. */
static size_t civility(struct str folded)
{
	static const char *const words[] = { "m", "mm", "mme", "mmes", "mlle", "mlles", "melle", "melles", "monsieur", "messieurs",
		"madame", "mesdames", "mademoiselle", "mesdemoiselles", "mr", "dr" };
	size_t n = 0;
	while (n < folded.n && folded.p[n] >= 'a' && folded.p[n] <= 'z')
		n++;
	struct str word = str_part(folded, 0, n), rest = str_part(folded, n, folded.n);
	if (rest.n > 0 && rest.p[0] != ' ' && rest.p[0] != '.')
		return 0;
	if (str_starts(rest, STR(".-")) || n == 0 || (word.p[0] != 'm' && word.p[0] != 'd'))
		return 0;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(word, str_c(words[i])))
			return n;
	return 0;
}

struct str fold_person(struct arena *a, struct str s)
{
	struct str folded = fold_text(a, s);
	struct joined j = joined_for(a, folded);
	uint32_t cp;
	for (size_t at = civility(folded), n; (n = utf8_next(folded, at, &cp)) > 0; at += n) {
		if (n == 1 && cp_is_letter(cp)) {
			join_byte(&j, (char)cp);
			for (; at + n < folded.n && (unsigned char)(folded.p[at + n] - 'a') < 26; n++)
				j.p[j.n++] = folded.p[at + n];
		} else if (cp_is_letter(cp)) {
			join(&j, folded.p + at, n);
		} else {
			j.owes_space = true;
		}
	}
	return joined_text(&j);
}

#define SOFT_HYPHEN 0xad

static bool is_word_hyphen(uint32_t cp)
{
	return cp == '-' || cp == SOFT_HYPHEN || cp == 0x2010 || cp == 0x2011;
}

static bool is_line_end(uint32_t cp)
{
	return cp == '\n' || cp == '\r' || cp == '\v' || cp == '\f' || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* Signs and letters of ASCII and of Latin-1 with single spaces between them, as most names are: nothing to squeeze. */
static bool is_squeezed(struct str s)
{
	bool space = true;
	for (size_t at = 0; at < s.n; at++) {
		const unsigned char b = (unsigned char)s.p[at];
		if (b == 0xc3 && at + 1 < s.n && ((unsigned char)s.p[at + 1] & 0xc0) == 0x80)
			at++;
		else if (b < ' ' || b >= 127 || (b == ' ' && space))
			return false;
		space = b == ' ';
	}
	return !space;
}

struct str squeeze(struct arena *a, struct str s)
{
	if (is_squeezed(s))
		return arena_dup(a, s);
	struct joined j = joined_for(a, s);
	bool after_hyphen = false; /* the last thing written is the hyphen of a word */
	uint32_t cp, before = ' ';
	for (size_t at = 0, n; (n = utf8_next(s, at, &cp)) > 0; before = cp, at += n) {
		if (cp < 127 && is_plain((char)cp) && cp != '-') {
			join_byte(&j, (char)cp);
			for (; at + n < s.n && is_plain(s.p[at + n]) && s.p[at + n] != '-'; n++)
				j.p[j.n++] = s.p[at + n];
			cp = (unsigned char)s.p[at + n - 1];
			after_hyphen = false;
			continue;
		}
		if (cp_is_space(cp)) {
			j.owes_space = true;
			if (!after_hyphen || !is_line_end(cp))
				continue;
			/* The word goes on: nothing of this white space is owed. */
			uint32_t next;
			for (size_t m; (m = utf8_next(s, at + n, &next)) > 0 && cp_is_space(next);)
				n += m;
			j.owes_space = false;
			continue;
		}
		after_hyphen = is_word_hyphen(cp) && cp_is_letter(before);
		char out[4];
		if (cp != SOFT_HYPHEN)
			join(&j, out, utf8_put(cp, out));
	}
	return joined_text(&j);
}
