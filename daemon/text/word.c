/* SPDX-License-Identifier: EUPL-1.2 */
/* Words with accents, of more than seven letters, or in mixed case: their keys are written apart, eight letters or one
 * accent at a time. Where two words may be glued, or a soft hyphen stands inside, letter by letter.
 */
#include "scanner_priv.h"

/* "conformeTransmis" is cut, "McDonald", "LeGuen" and "MacDonald" are not. */
#define GLUE_LETTERS 3
#define GLUE_LETTERS_TITLE 4
#define CAPITALS_PER_ELL 3 /* of a word in capitals, whose I was scanned as a small L */

static enum glyph_class class_at(const struct scan *sc, size_t at, size_t *ret_len)
{
	if (at >= sc->s.n) {
		*ret_len = 0;
		return GLYPH_SPACE;
	}
	const unsigned char class = glyph_of_byte[(unsigned char)sc->s.p[at]];

	*ret_len = 1;
	return class == GLYPH_HIGH ? (enum glyph_class)glyph_at(sc->s, at, ret_len)->class : (enum glyph_class)class;
}

static struct str folded_key(struct scan *sc, size_t from, size_t to)
{
	/* Four bytes per code point is what a fold may give. */
	char *out = keys_room(sc, (to - from) * 4);
	size_t n = 0;
	for (size_t at = from, len; at < to; at += len) {
		unsigned char b = (unsigned char)sc->s.p[at];
		len = 1;
		if (glyph_of_byte[b] == GLYPH_LOWER || glyph_of_byte[b] == GLYPH_UPPER) {
			out[n++] = (char)(b | 0x20);
		} else if (b >= 0x80) {
			const struct glyph *g = glyph_at(sc->s, at, &len);
			memcpy(out + n, g->fold, sizeof g->fold);
			n += g->fold_n;
		}
	}
	return keys_take(sc, n);
}

/* After a soft hyphen: the word goes on at the next line. */
static size_t over_soft_break(struct scan *sc, size_t at)
{
	size_t len, from = at;
	bool line = false;
	while (at < sc->to && at - from < 64 && (sc->s.p[at] == ' ' || sc->s.p[at] == '\r' || sc->s.p[at] == '\n')) {
		if (sc->s.p[at] == '\n') {
			if (line)
				return from;
			line = true;
		}
		at++;
	}
	return line && at < sc->to && class_at(sc, at, &len) == GLYPH_LOWER ? at : from;
}

static bool letters_follow(struct scan *sc, size_t at, unsigned count)
{
	while (count > 0) {
		size_t len;
		enum glyph_class c = class_at(sc, at, &len);
		if (c != GLYPH_LOWER && c != GLYPH_UPPER && c != GLYPH_DROP)
			return false;
		if (c != GLYPH_DROP)
			count--;
		at += len;
	}
	return true;
}

struct word { /* what has been seen of the word being read */
	unsigned letters, uppers;
	unsigned ells; /* small L's behind a capital */
	bool first_upper;
	bool last_lower;
};

/* "GONlNDARD": no small letter but such an L. */
static bool only_capitals_and_ells(const struct word *w)
{
	return w->ells > 0 && w->letters == w->uppers + w->ells;
}

static bool glued_here(struct scan *sc, const struct word *w, size_t at)
{
	unsigned left = w->first_upper ? GLUE_LETTERS_TITLE : GLUE_LETTERS;
	return w->last_lower && !only_capitals_and_ells(w) && w->letters >= left && letters_follow(sc, at, GLUE_LETTERS);
}

static enum token_shape word_shape(const struct word *w)
{
	if (w->uppers == 0)
		return SHAPE_LOWER;
	if (w->uppers == 1 && w->first_upper)
		return SHAPE_TITLE;
	if (only_capitals_and_ells(w) && w->uppers >= CAPITALS_PER_ELL * w->ells)
		return SHAPE_UPPER;
	return w->uppers == w->letters ? SHAPE_UPPER : SHAPE_MIXED;
}

static bool is_soft_hyphen(const struct scan *sc, size_t at)
{
	return sc->s.p[at] == '\xC2' && sc->s.p[at + 1] == '\xAD';
}

/* Any word: its letters one by one. */
static void scan_any_word(struct scan *sc)
{
	struct word w = {0};
	size_t start = sc->at, end = start;
	for (size_t at = start, len; at < sc->s.n;) {
		enum glyph_class c = class_at(sc, at, &len);
		if (c == GLYPH_DROP) {
			/* Of the word, also behind its last letter: an accent is. */
			end = at + len;
			at = is_soft_hyphen(sc, at) ? over_soft_break(sc, end) : end;
			continue;
		}
		if ((c != GLYPH_LOWER && c != GLYPH_UPPER) || (c == GLYPH_UPPER && glued_here(sc, &w, at)))
			break;
		if (w.letters++ == 0)
			w.first_upper = c == GLYPH_UPPER;
		w.uppers += c == GLYPH_UPPER;
		w.ells += sc->s.p[at] == 'l' && w.letters > 1 && !w.last_lower;
		w.last_lower = c == GLYPH_LOWER;
		at += len;
		end = at;
	}
	const struct str key = folded_key(sc, start, end);
	push(sc, TOK_WORD, word_shape(&w), end, key, key_hash(key), -1);
}

/* Takes eight letters more into a word; false where a capital follows a small letter, which may be two words. */
static inline bool word_takes(struct word *w, unsigned n, uint64_t uppers)
{
	if (uppers == 0) {
		w->letters += n;
		w->last_lower = true;
		return true;
	}
	unsigned count = (unsigned)((uppers >> 5) * EACH_BYTE(1) >> 56);
	if ((w->last_lower || uppers != (CASE_BITS & first_bytes(count))))
		return false;
	if (w->letters == 0)
		w->first_upper = true;
	w->letters += n;
	w->uppers += count;
	w->last_lower = count < n;
	return true;
}

/* Room for what one turn of scan_long_word and the next may write, behind the n bytes of the key that are there. */
static char *key_goes_on(struct scan *sc, size_t n)
{
	char *old = sc->keys;
	if (sc->keys_left >= n + 32)
		return old;
	char *out = keys_room(sc, 2 * n + 64);
	if (n > 0)
		memcpy(out, old, n);
	return out;
}

/* A word without soft hyphens, in which no capital follows a small letter; any other is left to scan_any_word. */
void scan_long_word(struct scan *sc)
{
	struct word w = {0};
	struct str s = sc->s;
	size_t at = sc->at, n = 0;
	uint64_t lower, uppers;
	for (;;) {
		char *out = key_goes_on(sc, n);
		const unsigned count = at < s.n ? eight_letters(s, at, &lower, &uppers) : 0;
		if (count > 0) {
			if (!word_takes(&w, count, uppers)) {
				scan_any_word(sc);
				return;
			}
			memcpy(out + n, &lower, 8);
			n += count;
			at += count;
			if (count == 8)
				continue;
		}
		if (at >= s.n || (unsigned char)s.p[at] < 0x80)
			break;
		size_t len;
		const struct glyph *g = glyph_at(s, at, &len);
		if (g->class == GLYPH_DROP || (g->class == GLYPH_UPPER && w.last_lower)) {
			scan_any_word(sc);
			return;
		}
		if (g->class != GLYPH_LOWER && g->class != GLYPH_UPPER)
			break;
		if (w.letters++ == 0)
			w.first_upper = g->class == GLYPH_UPPER;
		w.uppers += g->class == GLYPH_UPPER;
		w.last_lower = g->class == GLYPH_LOWER;
		memcpy(out + n, g->fold, sizeof g->fold);
		n += g->fold_n;
		at += len;
	}
	const struct str key = keys_take(sc, n);
	push(sc, TOK_WORD, word_shape(&w), at, key, key_hash(key), -1);
}
