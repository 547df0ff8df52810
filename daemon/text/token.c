/* SPDX-License-Identifier: EUPL-1.2 */
/* The scanner: one pass over the text. Words of up to seven ASCII letters are taken in one step, whatever their case;
 * longer and accented ones in word.c. Keys point into the text when they can.
 *
 * The room for tokens is guessed from the length of the text; where that is short, and in a large text at once, an upper
 * bound is counted, so that a text takes one block or two instead of a list that doubles. A token per space was decided against: readers ask
 * "is there space before", never "how much".
 */
#include "token.h"

#include "bounds.h"
#include "furniture_priv.h"
#include "scanner_priv.h"

#define BORDER_BYTES 5 /* "+---+" */
#define BYTES_PER_TOKEN 5 /* French acts have six */
#define LARGE_TEXT (4 * MIB)
/* An upper bound on the tokens of any bytes. Runs of letters and of digits count once, any other byte for itself; the
 * accented letters of French (C3 xx) may open a word or a second word glued to the first, so each counts once. */
static size_t bound_tokens(struct str s)
{
	size_t n = 0;
	unsigned char before = GLYPH_SPACE;
	for (size_t at = 0; at < s.n; at++) {
		unsigned char b = (unsigned char)s.p[at], next = at + 1 < s.n ? (unsigned char)s.p[at + 1] : 0;
		unsigned char c = glyph_of_byte[b] == GLYPH_HIGH ? GLYPH_MARK : glyph_of_byte[b];
		if (b == 0xC3 && next >= 0x80 && next < 0xC0 && next != 0x97 && next != 0xB7) {
			n++;
			at++;
			before = GLYPH_LOWER;
			continue;
		}
		n += c == GLYPH_MARK || (c != before && c >= GLYPH_LOWER);
		before = c;
	}
	return n;
}

void scanner_more_room(struct scan *sc)
{
	size_t room = sc->n + bound_tokens(str_part(sc->s, sc->at, sc->s.n)) + 1;
	struct token *out = arena_room(sc->a, room * sizeof *out);
	if (sc->n > 0)
		memcpy(out, sc->out, sc->n * sizeof *out);
	sc->out = out;
	sc->room = room;
}

/* A word of at most seven ASCII letters, nearly always: lower case, upper case, or one capital first. */
static inline void scan_word(struct scan *sc)
{
	const size_t start = sc->at;
	if (sc->s.p[start] == 'O' && number_begins_with_o(sc)) {
		scan_odd_number(sc);
		return;
	}
	const uint64_t bytes = bytes_at(sc->s.p, start, sc->s.n), others = ~letters_of(bytes) & HIGH_BITS;
	const uint64_t mask = ((others & -others) >> 7) - 1; /* of the letters, when another byte follows them */
	const uint64_t lower = (bytes | CASE_BITS) & mask, uppers = ~bytes & CASE_BITS & mask;
	const unsigned n = eight_first(others);
	const size_t end = start + n;
	if (others == 0 || (end < sc->s.n && (unsigned char)sc->s.p[end] >= 0x80) || (uppers > 0x20 && uppers != (CASE_BITS & mask))) {
		scan_long_word(sc);
		return;
	}
	if (uppers == 0) {
		push(sc, TOK_WORD, SHAPE_LOWER, end, (struct str){sc->s.p + start, n}, key_hash_of(lower, 0, n), -1);
		return;
	}
	memcpy(keys_room(sc, 8), &lower, 8);
	push(sc, TOK_WORD, uppers == 0x20 ? SHAPE_TITLE : SHAPE_UPPER, end, keys_take(sc, n), key_hash_of(lower, 0, n), -1);
}

/* Letters beside it that may be digits, or a sign beyond ASCII, most often a no-break space. */
static inline bool number_may_be_odd(const struct scan *sc, size_t start, size_t end)
{
	const char before = start > 0 ? sc->s.p[start - 1] : ' ', after = end < sc->s.n ? sc->s.p[end] : ' ';
	return (unsigned char)after >= 0x80 || after == 'O' || after == 'I' || after == 'l' || before == 'O' ||
	       before == 'I' || before == 'l';
}

static inline void scan_number(struct scan *sc)
{
	size_t start = sc->at, at = start;
	int32_t value = 0;
	for (; at < sc->s.n && is_figure(sc->s.p[at]); at++) {
		if (at - start < 9)
			value = value * 10 + (sc->s.p[at] - '0');
	}
	if (number_may_be_odd(sc, start, at)) {
		scan_odd_number(sc);
		return;
	}
	const struct str key = {sc->s.p + start, at - start};
	push(sc, TOK_NUMBER, SHAPE_LOWER, at, key, key_hash(key), key.n <= 9 ? value : -1);
}

/* "+------+----+" between the rows of a table drawn in letters, with its line end: nothing is said there. */
static bool scan_border(struct scan *sc)
{
	size_t k = sc->at;
	while (k < sc->to && (sc->s.p[k] == '-' || sc->s.p[k] == '+' || sc->s.p[k] == '='))
		k++;
	if (k - sc->at < BORDER_BYTES || sc->s.p[k - 1] != '+')
		return false;
	while (k < sc->to && (sc->s.p[k] == ' ' || sc->s.p[k] == '\r'))
		k++;
	sc->at = k + (k < sc->to && sc->s.p[k] == '\n');
	sc->space = true;
	return true;
}

static inline void scan_mark(struct scan *sc)
{
	size_t start = sc->at;
	if (sc->s.p[start] == '+' && scan_border(sc))
		return;
	struct str key = sc->s.p[start] == '`' ? STR("'") : (struct str){sc->s.p + start, 1};
	push(sc, TOK_MARK, SHAPE_LOWER, start + 1, key, key_hash_of((unsigned char)key.p[0], 0, 1), -1);
}

static void scan_line_end(struct scan *sc, size_t len)
{
	char b = sc->s.p[sc->at];
	char before = sc->at > 0 ? sc->s.p[sc->at - 1] : 0;
	sc->space = true;
	/* CRLF is one line end, and a form feed usually follows one. */
	if (!(b == '\n' && before == '\r') && !(b == '\f' && (before == '\n' || before == '\r')))
		sc->lines++;
	sc->at += len;
}

/* A code point beyond ASCII that does not stand inside a word. */
static void scan_high(struct scan *sc)
{
	size_t len;
	const struct glyph g = *glyph_at(sc->s, sc->at, &len);
	switch ((enum glyph_class)g.class) {
	case GLYPH_LOWER:
	case GLYPH_UPPER: scan_long_word(sc); return;
	case GLYPH_LINE: scan_line_end(sc, len); return;
	case GLYPH_MARK:
		if (is_wide_digit(&g, sc->s.p[sc->at], len)) {
			scan_odd_number(sc);
			return;
		}
		memcpy(keys_room(sc, sizeof g.fold), g.fold, sizeof g.fold);
		const struct str key = keys_take(sc, g.fold_n);
		push(sc, TOK_MARK, SHAPE_LOWER, sc->at + len, key, key_hash(key), -1);
		return;
	default: sc->space |= g.class == GLYPH_SPACE; break;
	}
	sc->at += len;
}

static void scan_part(struct scan *sc, size_t to)
{
	sc->to = to;
	while (sc->at < to) {
		if (sc->s.p[sc->at] == ' ') { /* before most words */
			sc->space = true;
			sc->at = past_spaces(sc->s.p, sc->at + 1, to);
			continue;
		}
		switch ((enum glyph_class)glyph_of_byte[(unsigned char)sc->s.p[sc->at]]) {
		case GLYPH_LOWER:
		case GLYPH_UPPER: scan_word(sc); break;
		case GLYPH_MARK: scan_mark(sc); break;
		case GLYPH_DIGIT: scan_number(sc); break;
		case GLYPH_LINE: scan_line_end(sc, 1); break;
		case GLYPH_SPACE:
			sc->space = true;
			sc->at++;
			break;
		default: scan_high(sc); break;
		}
	}
}

/* Their digits are not in the order in which they are seen. */
static void forget_reversed_numbers(struct token *at, size_t n, struct reversal r)
{
	for (size_t k = 0; k < n && at[k].start < r.to; k++)
		if (at[k].kind == TOK_NUMBER && at[k].start >= r.from)
			at[k].value = -1;
}

void tokenise(struct arena *a, const struct text *t, struct tokens *ret)
{
	struct scan sc = {.a = a, .s = t->bytes, .at = t->start, .lines = 1};
	struct tokens tokens = {0};
	glyphs_fill();
	furniture_find(a, t, &tokens.furniture, &tokens.furniture_n);
	sc.room = sc.s.n < LARGE_TEXT ? sc.s.n / BYTES_PER_TOKEN + 16 : bound_tokens(sc.s) + 1;
	sc.out = arena_room(a, sc.room * sizeof *sc.out);
	for (size_t k = 0; k < tokens.furniture_n; k++) {
		scan_part(&sc, tokens.furniture[k].start);
		sc.at = tokens.furniture[k].end;
		sc.space = true;
	}
	scan_part(&sc, sc.s.n);
	sc.at = sc.s.n;
	forget_reversed_numbers(sc.out, sc.n, t->reversed);
	push(&sc, TOK_END, SHAPE_LOWER, sc.s.n, (struct str){NULL, 0}, key_hash((struct str){NULL, 0}), -1);
	tokens.at = sc.out;
	tokens.n = sc.n - 1;
	*ret = tokens;
}
