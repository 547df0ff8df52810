/* SPDX-License-Identifier: EUPL-1.2 */
/* Does a line look like a page number? Shape only: whether it is one is decided in furniture.c, with its neighbours.
 *
 * "Page 2", " 3Page 2 /", "page 2 sur 3", "p. 4", "- 3 -", "2/6", "1812 2/6", "92". A line with any other word has no
 * shape.
 */
#include "fold.h"
#include "furniture_priv.h"

#define SHAPE_BYTES 40 /* a longer line is no page number */

/* What the characters of a short line are. */
struct glance {
	int32_t number[3];
	unsigned numbers, pages, joins, slashes, dashes;
	bool dash_first, dash_last, other;
};

static size_t glance_word(struct glance *g, struct str s, size_t at)
{
	char fold[80];
	size_t n = 0, from = at;
	uint32_t cp;
	while (at < s.n && at - from < 16) {
		size_t len = utf8_next(s, at, &cp);
		if (!cp_is_letter(cp))
			break;
		n += fold_cp(cp, fold + n);
		at += len;
	}
	struct str word = {fold, n};
	if (str_eq(word, STR("page")) || str_eq(word, STR("pages")) ||
	    (str_eq(word, STR("p")) && at < s.n && s.p[at] == '.'))
		g->pages++;
	else if ((str_eq(word, STR("sur")) || str_eq(word, STR("de"))) && g->numbers > 0)
		g->joins++;
	else
		g->other = true;
	return at;
}

static size_t glance_number(struct glance *g, struct str s, size_t at)
{
	int32_t value = 0;
	size_t from = at;
	for (; at < s.n && is_figure(s.p[at]); at++) {
		if (at - from < 6)
			value = value * 10 + (s.p[at] - '0');
	}
	if (at - from > 6 || g->numbers == 3)
		g->other = true;
	else
		g->number[g->numbers++] = value;
	return at;
}

static void glance_mark(struct glance *g, uint32_t cp)
{
	char fold[4];
	bool dash = fold_cp(cp, fold) == 1 && fold[0] == '-';
	if (cp == 0x2013 || cp == 0x2014)
		dash = true;
	if (dash) {
		g->dash_first |= g->numbers == 0 && g->dashes == 0;
		g->dash_last = g->numbers > 0;
		g->dashes++;
	} else if (cp == '/') {
		g->slashes++;
	} else if (!(cp == '.' && g->pages > 0) && cp != '|') {
		g->other = true;
	}
}

static enum page_shape shape_of(const struct glance *g, int32_t *ret_n, int32_t *ret_of)
{
	if (g->other || g->numbers == 0)
		return PAGE_NONE;
	*ret_n = g->number[g->numbers - 1];
	*ret_of = 0;
	if (g->pages == 1)
		return PAGE_NAMED;
	if (g->pages > 1 || g->joins > 0)
		return PAGE_NONE;
	if (g->slashes == 1 && g->numbers >= 2 && g->dashes == 0) {
		*ret_of = *ret_n;
		*ret_n = g->number[g->numbers - 2];
		return *ret_n >= 1 && *ret_n <= *ret_of && *ret_of < 1000 ? PAGE_RATIO : PAGE_NONE;
	}
	if (g->slashes > 0 || g->numbers > 1)
		return PAGE_NONE;
	if (g->dashes == 2 && g->dash_first && g->dash_last)
		return PAGE_DASHED;
	return g->dashes == 0 && *ret_n >= 1 && *ret_n <= 9999 ? PAGE_BARE : PAGE_NONE;
}

/* With a word that is not "page": most lines. */
static bool begins_otherwise(struct str s)
{
	const char letter = s.n > 0 ? (char)(s.p[0] | 0x20) : 'p';
	return letter >= 'a' && letter <= 'z' && letter != 'p';
}

enum page_shape page_shape(struct str s, int32_t *ret_n, int32_t *ret_of)
{
	struct glance g = {0};
	if (s.n > SHAPE_BYTES || begins_otherwise(s))
		return PAGE_NONE;
	for (size_t at = 0; at < s.n && !g.other;) {
		uint32_t cp;
		size_t len = utf8_next(s, at, &cp);
		if (is_figure(cp)) {
			at = glance_number(&g, s, at);
		} else if (cp_is_letter(cp)) {
			at = glance_word(&g, s, at);
		} else {
			if (!cp_is_space(cp))
				glance_mark(&g, cp);
			at += len;
		}
	}
	return shape_of(&g, ret_n, ret_of);
}
