/* SPDX-License-Identifier: EUPL-1.2 */
/* Views of bytes. The only place that turns digits into numbers; written by hand because strtol accepts white space,
 * signs and trailing text, and needs a terminated string.
 */
#include "str.h"

#include <string.h>

struct str str_part(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct str){ s.p ? s.p + from : NULL, to - from };
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;
	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_part(s, s.n - suffix.n, s.n), suffix);
}

size_t str_find(struct str s, struct str needle, size_t from)
{
	if (from > s.n || needle.n > s.n - from)
		return STR_NONE;
	if (needle.n == 0)
		return from;
	const char *at = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return at ? (size_t)(at - s.p) : STR_NONE;
}

static bool is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

int str_position(struct str s, const char *const *words)
{
	for (int i = 0; words[i]; i++)
		if (str_eq(s, str_c(words[i])))
			return i;
	return -1;
}

struct str str_after_last(struct str s, char c)
{
	size_t from = s.n;
	while (from > 0 && s.p[from - 1] != c)
		from--;
	return str_part(s, from, s.n);
}

struct str str_trim(struct str s)
{
	size_t from = 0, to = s.n;
	while (from < to && is_white(s.p[from]))
		from++;
	while (to > from && is_white(s.p[to - 1]))
		to--;
	return str_part(s, from, to);
}

bool str_int(struct str s, int64_t *ret)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	struct str digits = str_part(s, minus, s.n);
	if (digits.n < 1 || digits.n > 18)
		return false;
	int64_t v = 0;
	for (size_t i = 0; i < digits.n; i++) {
		if (digits.p[i] < '0' || digits.p[i] > '9')
			return false;
		v = v * 10 + (digits.p[i] - '0');
	}
	*ret = minus ? -v : v;
	return true;
}
