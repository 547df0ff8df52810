/* SPDX-License-Identifier: EUPL-1.2 */
/* Numbers in which not every character is a plain digit. A capital O among digits is a zero, a wide digit is a digit, a
 * soft hyphen is nothing. An I or l at either end may be a one or belong to something else: such a number has no value,
 * nor has one with a mark drawn on a digit ("4̶").
 * Superscript digits are the mark of a note, and stay apart.
 */
#include "fold.h"
#include "scanner_priv.h"

struct digits {
	size_t n, end;
	bool zeros; /* an O stood for one */
	bool struck; /* a mark is drawn on one of them */
};

static bool is_drawn(uint32_t cp) /* of a character that is no token */
{
	return !cp_is_unseen(cp) && cp != 0xad && cp != 0x34f && !(cp >= 0xfe00 && cp <= 0xfe0f);
}

/* What stands for a digit at `at`, '\0' for a character that shows nothing; false where the number ends. */
static bool digit_at(const struct scan *sc, size_t at, bool zeros, size_t *ret_len, char *ret)
{
	const char b = at < sc->s.n ? sc->s.p[at] : ' ';

	*ret_len = 1;
	*ret = b == 'O' && zeros ? '0' : b;
	if ((unsigned char)b < 0x80)
		return *ret >= '0' && *ret <= '9';
	const struct glyph *g = glyph_at(sc->s, at, ret_len);

	*ret = is_wide_digit(g, sc->s.p[at], *ret_len) ? g->fold[0] : '\0';
	return *ret != '\0' || g->class == GLYPH_DROP;
}

/* `out` may be NULL: only to see where the number ends. */
static struct digits digits_from(const struct scan *sc, size_t start, bool zeros, char *out)
{
	struct digits d = {.end = start};
	size_t len;
	uint32_t cp;
	char c;

	for (size_t at = start; digit_at(sc, at, zeros, &len, &c); at += len) {
		d.end = at + len;
		if (c == '\0') {
			utf8_next(sc->s, at, &cp);
			d.struck |= is_drawn(cp);
			continue;
		}
		d.zeros |= sc->s.p[at] == 'O';
		if (out != NULL)
			out[d.n] = c;
		d.n++;
	}
	return d;
}

static bool letter_at(const struct scan *sc, size_t at)
{
	size_t len;

	if (at >= sc->s.n)
		return false;
	const unsigned char class = glyph_of_byte[(unsigned char)sc->s.p[at]];
	const unsigned char known = class == GLYPH_HIGH ? glyph_at(sc->s, at, &len)->class : class;

	return known == GLYPH_LOWER || known == GLYPH_UPPER;
}

static bool letter_before(const struct scan *sc, size_t at)
{
	size_t back = at;

	while (back > 0 && at - back < 4 && ((unsigned char)sc->s.p[--back] & 0xC0) == 0x80)
		;
	return back < at && letter_at(sc, back);
}

static bool may_be_a_digit(char c)
{
	return c == 'I' || c == 'l' || c == 'O';
}

static bool is_doubtful(const struct scan *sc, size_t start, size_t end)
{
	if (start > 0 && may_be_a_digit(sc->s.p[start - 1]) && !letter_before(sc, start - 1))
		return true;
	return end < sc->s.n && may_be_a_digit(sc->s.p[end]) && !letter_at(sc, end + 1);
}

/* "12OCTOBRE", "12OUI": the O belongs to what follows; in "1Oh" it does not. */
static bool word_at(const struct scan *sc, size_t at)
{
	const bool hour = at < sc->s.n && (sc->s.p[at] | 0x20) == 'h' && !letter_at(sc, at + 1);

	return letter_at(sc, at) && !hour;
}

/* "OOO" is a word, or the end of "35 OOO". */
static bool group_of_zeros(const struct scan *sc, const struct digits *d)
{
	return d->n == 3 && sc->n > 0 && sc->out[sc->n - 1].kind == TOK_NUMBER && sc->space && sc->lines == 0;
}

bool number_begins_with_o(const struct scan *sc)
{
	const struct digits plain = digits_from(sc, sc->at + 1, false, NULL), d = digits_from(sc, sc->at, true, NULL);

	return !word_at(sc, d.end) && (plain.n > 0 || group_of_zeros(sc, &d));
}

static int32_t value_of(struct str key)
{
	int32_t value = 0;

	for (size_t k = 0; key.n <= 9 && k < key.n; k++)
		value = value * 10 + (key.p[k] - '0');
	return key.n <= 9 ? value : -1;
}

/* One byte more than the key: behind it stands what stands behind the number, as when it is a part of the text. */
static struct str copied_key(struct scan *sc, size_t start, bool zeros, size_t n)
{
	char *out = keys_room(sc, n + 1);
	const struct digits d = digits_from(sc, start, zeros, out);

	out[n] = d.end < sc->s.n ? sc->s.p[d.end] : ' ';
	return str_part(keys_take(sc, n + 1), 0, n);
}

void scan_odd_number(struct scan *sc)
{
	const size_t start = sc->at;
	struct digits d = digits_from(sc, start, true, NULL);
	const bool zeros = !word_at(sc, d.end);

	if (d.zeros && !zeros)
		d = digits_from(sc, start, false, NULL);
	const bool plain = !d.zeros && d.n == d.end - start;
	const struct str key = plain ? str_part(sc->s, start, d.end) : copied_key(sc, start, zeros, d.n);

	push(sc, TOK_NUMBER, SHAPE_LOWER, d.end, key, key_hash(key), d.struck || is_doubtful(sc, start, d.end) ? -1 : value_of(key));
}
