/* SPDX-License-Identifier: EUPL-1.2 */
/* The scanner: one pass over the text, classes of code points in a table, keys that point into the text when they can.
 *
 * Tokens are counted before they are made (an upper bound), so that a large text takes one block instead of a list that
 * doubles. A token per space was decided against: readers ask "is there space before", never "how much".
 */
#include "token.h"

#include <string.h>

#include "fold.h"
#include "furniture_priv.h"

#define LATIN 0x250 /* code points whose class and fold are remembered: all French letters */
#define KEYS_BLOCK (16 * (size_t)1024)
/* "conformeTransmis" is cut, "McDonald", "LeGuen" and "MacDonald" are not. */
#define GLUE_LETTERS 3
#define GLUE_LETTERS_TITLE 4

enum cp_class { UNKNOWN, SPACE, LINE, DROP, LOWER, UPPER, DIGIT, MARK };

struct scan {
	struct arena *a;
	struct str s;
	size_t at;
	struct token *out;
	size_t n;
	char *keys;
	size_t keys_left;
	unsigned lines;
	bool space;
	unsigned char classes[LATIN];
	unsigned char fold_n[LATIN];
	char fold[LATIN][4];
};

static enum cp_class class_ascii(uint32_t cp)
{
	if (cp >= 'a' && cp <= 'z')
		return LOWER;
	if (cp >= 'A' && cp <= 'Z')
		return UPPER;
	if (cp >= '0' && cp <= '9')
		return DIGIT;
	if (cp == '\n' || cp == '\r' || cp == '\f')
		return LINE;
	return cp <= ' ' || cp == 0x7F ? SPACE : MARK;
}

static bool is_private_use(uint32_t cp)
{
	return (cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000;
}

static enum cp_class class_slow(uint32_t cp)
{
	char fold[4];
	if (cp < 0x80)
		return class_ascii(cp);
	if (cp < 0xA0 || is_private_use(cp))
		return SPACE;
	if (cp == 0x2028 || cp == 0x2029)
		return LINE;
	if (cp_is_space(cp))
		return SPACE;
	if (fold_cp(cp, fold) == 0)
		return DROP;
	if (!cp_is_letter(cp))
		return MARK;
	return cp_is_upper(cp) ? UPPER : LOWER;
}

static enum cp_class class_of(struct scan *sc, uint32_t cp)
{
	if (cp >= LATIN)
		return class_slow(cp);
	if (sc->classes[cp] == UNKNOWN) {
		sc->classes[cp] = (unsigned char)class_slow(cp);
		sc->fold_n[cp] = (unsigned char)fold_cp(cp, sc->fold[cp]);
	}
	return (enum cp_class)sc->classes[cp];
}

static enum cp_class peek(struct scan *sc, size_t at, uint32_t *ret_cp, size_t *ret_len)
{
	if (at >= sc->s.n) {
		*ret_cp = 0;
		*ret_len = 0;
		return SPACE;
	}
	unsigned char b = (unsigned char)sc->s.p[at];
	if (b < 0x80) {
		*ret_cp = b;
		*ret_len = 1;
	} else {
		*ret_len = utf8_next(sc->s, at, ret_cp);
	}
	return class_of(sc, *ret_cp);
}

static size_t fold_into(struct scan *sc, uint32_t cp, char *out)
{
	if (cp >= LATIN)
		return fold_cp(cp, out);
	class_of(sc, cp);
	memcpy(out, sc->fold[cp], sc->fold_n[cp]);
	return sc->fold_n[cp];
}

static char *keys_room(struct scan *sc, size_t need)
{
	if (sc->keys_left < need) {
		sc->keys_left = need > KEYS_BLOCK ? need : KEYS_BLOCK;
		sc->keys = arena_alloc(sc->a, sc->keys_left);
	}
	return sc->keys;
}

static struct str keys_take(struct scan *sc, size_t n)
{
	struct str key = {sc->keys, n};
	sc->keys += n;
	sc->keys_left -= n;
	return key;
}

static struct str folded_key(struct scan *sc, size_t from, size_t to)
{
	/* Four bytes per code point is what fold_cp may give. */
	char *out = keys_room(sc, (to - from) * 4);
	size_t n = 0;
	for (size_t at = from; at < to;) {
		unsigned char b = (unsigned char)sc->s.p[at];
		uint32_t cp = b;
		if (b >= 0x80)
			at += utf8_next(sc->s, at, &cp);
		else
			at++;
		if (b >= 'A' && b <= 'Z')
			out[n++] = (char)(b + 32);
		else if (b >= 'a' && b <= 'z')
			out[n++] = (char)b;
		else if (b >= 0x80)
			n += fold_into(sc, cp, out + n);
	}
	return keys_take(sc, n);
}

static struct token *push(struct scan *sc, enum token_kind kind, size_t start, size_t end)
{
	struct token *tok = &sc->out[sc->n++];
	tok->kind = kind;
	tok->start = start;
	tok->end = end;
	tok->space = sc->space;
	tok->lines = (unsigned char)(sc->lines > 255 ? 255 : sc->lines);
	tok->value = -1;
	sc->space = false;
	sc->lines = 0;
	return tok;
}

/* After a soft hyphen: the word goes on at the next line. */
static size_t over_soft_break(struct scan *sc, size_t at)
{
	uint32_t cp;
	size_t len, from = at;
	bool line = false;
	while (at < sc->s.n && at - from < 64 && (sc->s.p[at] == ' ' || sc->s.p[at] == '\r' || sc->s.p[at] == '\n')) {
		if (sc->s.p[at] == '\n') {
			if (line)
				return from;
			line = true;
		}
		at++;
	}
	return line && peek(sc, at, &cp, &len) == LOWER ? at : from;
}

static bool letters_follow(struct scan *sc, size_t at, unsigned count)
{
	while (count > 0) {
		uint32_t cp;
		size_t len;
		enum cp_class c = peek(sc, at, &cp, &len);
		if (c != LOWER && c != UPPER && c != DROP)
			return false;
		if (c != DROP)
			count--;
		at += len;
	}
	return true;
}

struct word { /* what has been seen of the word being read */
	unsigned letters, uppers;
	bool plain; /* ASCII lower case only: the text is its own key */
	bool first_upper;
	bool last_lower;
};

static bool glued_here(struct scan *sc, const struct word *w, size_t at)
{
	unsigned left = w->first_upper ? GLUE_LETTERS_TITLE : GLUE_LETTERS;
	return w->last_lower && w->letters >= left && letters_follow(sc, at, GLUE_LETTERS);
}

static void word_letter(struct word *w, bool upper, uint32_t cp)
{
	if (w->letters == 0)
		w->first_upper = upper;
	w->letters++;
	w->uppers += upper;
	w->plain &= cp >= 'a' && cp <= 'z';
	w->last_lower = !upper;
}

static enum token_shape word_shape(const struct word *w)
{
	if (w->uppers == 0)
		return SHAPE_LOWER;
	if (w->uppers == 1 && w->first_upper)
		return SHAPE_TITLE;
	return w->uppers == w->letters ? SHAPE_UPPER : SHAPE_MIXED;
}

static void scan_word(struct scan *sc)
{
	struct word w = {.plain = true};
	size_t start = sc->at, end = start;
	for (size_t at = start; at < sc->s.n;) {
		uint32_t cp;
		size_t len;
		enum cp_class c = peek(sc, at, &cp, &len);
		if (c == DROP) {
			w.plain = false;
			at += len;
			if (cp == 0xAD)
				at = over_soft_break(sc, at);
			continue;
		}
		if (c != LOWER && c != UPPER)
			break;
		if (c == UPPER && glued_here(sc, &w, at))
			break;
		word_letter(&w, c == UPPER, cp);
		at += len;
		end = at;
	}
	struct token *tok = push(sc, TOK_WORD, start, end);
	tok->shape = word_shape(&w);
	tok->key = w.plain ? str_part(sc->s, start, end) : folded_key(sc, start, end);
	sc->at = end;
}

static void scan_number(struct scan *sc)
{
	size_t start = sc->at, at = start;
	int32_t value = 0;
	for (; at < sc->s.n && sc->s.p[at] >= '0' && sc->s.p[at] <= '9'; at++) {
		if (at - start < 9)
			value = value * 10 + (sc->s.p[at] - '0');
	}
	struct token *tok = push(sc, TOK_NUMBER, start, at);
	tok->key = str_part(sc->s, start, at);
	tok->value = at - start <= 9 ? value : -1;
	sc->at = at;
}

static void scan_mark(struct scan *sc, uint32_t cp, size_t len)
{
	size_t start = sc->at;
	struct token *tok = push(sc, TOK_MARK, start, start + len);
	if (cp < 0x80 && cp != '`') {
		tok->key = str_part(sc->s, start, start + 1);
	} else {
		size_t n = fold_into(sc, cp, keys_room(sc, 4));
		tok->key = keys_take(sc, n);
	}
	sc->at = start + len;
}

static void scan_space(struct scan *sc, enum cp_class c, size_t len)
{
	char b = sc->s.p[sc->at];
	char before = sc->at > 0 ? sc->s.p[sc->at - 1] : 0;
	sc->space = true;
	/* CRLF is one line end, and a form feed usually follows one. */
	if (c == LINE && !(b == '\n' && before == '\r') && !(b == '\f' && (before == '\n' || before == '\r')))
		sc->lines++;
	sc->at += len;
}

static void scan_part(struct scan *sc, size_t to)
{
	while (sc->at < to) {
		uint32_t cp;
		size_t len;
		enum cp_class c = peek(sc, sc->at, &cp, &len);
		switch (c) {
		case SPACE:
		case LINE: scan_space(sc, c, len); break;
		case LOWER:
		case UPPER: scan_word(sc); break;
		case DIGIT: scan_number(sc); break;
		case MARK: scan_mark(sc, cp, len); break;
		case DROP:
		case UNKNOWN: sc->at += len; break;
		}
	}
}

/* An upper bound on the tokens of any bytes. Runs of letters and of digits count once, any other byte for itself; the
 * accented letters of French (C3 xx) may open a word or a second word glued to the first, so each counts once. */
static size_t bound_tokens(struct str s)
{
	size_t n = 0;
	enum cp_class before = SPACE;
	for (size_t at = 0; at < s.n; at++) {
		unsigned char b = (unsigned char)s.p[at], next = at + 1 < s.n ? (unsigned char)s.p[at + 1] : 0;
		enum cp_class c = b < 0x80 ? class_ascii(b) : MARK;
		if (b == 0xC3 && next >= 0x80 && next < 0xC0 && next != 0x97 && next != 0xB7) {
			n++;
			at++;
			before = LOWER;
			continue;
		}
		n += c == MARK || (c != before && c >= LOWER);
		before = c;
	}
	return n;
}

void tokenise(struct arena *a, const struct text *t, struct tokens *ret)
{
	struct scan *sc = ARENA_NEW(a, struct scan);
	struct tokens tokens = {0};
	sc->a = a;
	sc->s = t->bytes;
	sc->at = t->start;
	sc->lines = 1;
	furniture_find(a, t, &tokens.furniture, &tokens.furniture_n);
	sc->out = ARENA_ARRAY(a, bound_tokens(t->bytes) + 1, struct token);
	for (size_t k = 0; k < tokens.furniture_n; k++) {
		scan_part(sc, tokens.furniture[k].start);
		sc->at = tokens.furniture[k].end;
		sc->space = true;
	}
	scan_part(sc, sc->s.n);
	push(sc, TOK_END, sc->s.n, sc->s.n);
	tokens.at = sc->out;
	tokens.n = sc->n - 1;
	*ret = tokens;
}

bool tok_is(const struct tokens *t, size_t i, struct str key)
{
	return i < t->n && str_eq(t->at[i].key, key);
}

bool tok_mark(const struct tokens *t, size_t i, char c)
{
	return i < t->n && t->at[i].kind == TOK_MARK && t->at[i].key.n == 1 && t->at[i].key.p[0] == c;
}

bool tok_phrase(const struct tokens *t, size_t i, const char *phrase, size_t *ret_next)
{
	struct str p = str_c(phrase);
	size_t at = 0;
	for (; at < p.n; i++) {
		if (p.p[at] == ' ') {
			at++;
			i--;
			continue;
		}
		if (i >= t->n || t->at[i].key.n == 0 || !str_starts(str_part(p, at, p.n), t->at[i].key))
			return false;
		size_t next = at + t->at[i].key.n;
		/* The key must end where the phrase's word ends: "vote" does not stand for "votes". */
		enum cp_class here = class_ascii((unsigned char)p.p[at]),
			      after = next < p.n ? class_ascii((unsigned char)p.p[next]) : SPACE;
		if (here != MARK && here == after)
			return false;
		at = next;
	}
	*ret_next = i;
	return true;
}
