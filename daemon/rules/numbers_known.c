/* SPDX-License-Identifier: EUPL-1.2 */
#include "numbers_known.h"

#define IBAN_FR 27
#define NIR 15

static bool is_alnum(char c)
{
	return is_figure(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* `want` characters from `at`, with at most one space (or no-break space) between two; 0 when they are not all there or when the
 * word goes on behind them. */
static size_t take(struct str s, size_t at, size_t want, char *ret)
{
	size_t n = 0, i = at;
	if (at > 0 && is_alnum(s.p[at - 1]))
		return 0;
	while (i < s.n && n < want) {
		if (is_alnum(s.p[i])) {
			ret[n++] = s.p[i++];
			continue;
		}
		if (n && s.p[i] == ' ' && s.p[i - 1] != ' ')
			i++;
		else if (n && i + 1 < s.n && s.p[i] == '\xC2' && s.p[i + 1] == '\xA0')
			i += 2;
		else
			return 0;
	}
	return n == want && (i == s.n || !is_alnum(s.p[i])) ? i : 0;
}

static unsigned rest97(const char *c, size_t n)
{
	unsigned rest = 0;
	for (size_t i = 0; i < n; i++) {
		unsigned v = is_figure(c[i]) ? (unsigned)(c[i] - '0') : (unsigned)((c[i] | 0x20) - 'a') + 10;
		rest = (rest * (v > 9 ? 100 : 10) + v) % 97;
	}
	return rest;
}

static unsigned two(const char *c)
{
	return is_figure(c[0]) && is_figure(c[1]) ? (unsigned)(c[0] - '0') * 10 + (unsigned)(c[1] - '0') : 0;
}

size_t number_nir(struct str s, size_t at)
{
	char c[NIR];
	if (at >= s.n || (s.p[at] != '1' && s.p[at] != '2'))
		return at;
	size_t end = take(s, at, NIR, c);
	if (!end)
		return at;
	unsigned month = two(c + 3);
	bool strange_month = (month >= 20 && month <= 42) || month >= 50; /* born abroad, month not known */
	if (month < 1 || (month > 12 && !strange_month))
		return at;
	if (c[5] == '2' && (c[6] == 'A' || c[6] == 'B')) {
		c[6] = c[6] == 'A' ? '9' : '8'; /* 2A counts as 19, 2B as 18 */
		c[5] = '1';
	}
	for (size_t i = 0; i < NIR; i++)
		if (!is_figure(c[i]))
			return at;
	return two(c + 13) == 97 - rest97(c, 13) ? end : at;
}

size_t number_iban(struct str s, size_t at)
{
	char c[IBAN_FR], turned[IBAN_FR];
	if (at + 1 >= s.n || s.p[at] != 'F' || s.p[at + 1] != 'R')
		return at;
	size_t end = take(s, at, IBAN_FR, c);
	if (!end)
		return at;
	for (size_t i = 0; i < IBAN_FR; i++)
		turned[i] = c[(i + 4) % IBAN_FR];
	return rest97(turned, IBAN_FR) == 1 ? end : at;
}
