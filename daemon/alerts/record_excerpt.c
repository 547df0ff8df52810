/* SPDX-License-Identifier: EUPL-1.2 */
/* How much of a text goes into a record. Limits are counted in code points, as a reader counts; a passage is cut at
 * white space so that no half word looks like a quotation. */
#include "fold.h"
#include "record_priv.h"

const struct cut RECORD_CUTS[] = {
	{ LIMIT_EXCERPT, 300, LIMIT_EVIDENCE, 8 },
	{ 120, 300, LIMIT_EVIDENCE, 6 },
	{ 60, 200, LIMIT_EVIDENCE, 4 },
	{ 40, 100, 4, 3 },
	{ 20, 30, 1, 1 },
};
const size_t RECORD_CUTS_N = sizeof RECORD_CUTS / sizeof *RECORD_CUTS;

/* Offset after `max` code points, or s.n when there are fewer. */
static size_t after_code_points(struct str s, size_t max)
{
	size_t at = 0;
	uint32_t cp;

	while (max-- > 0 && at < s.n)
		at += utf8_next(s, at, &cp);
	return at;
}

static size_t last_space(struct str s)
{
	size_t found = 0;
	uint32_t cp;

	for (size_t at = 0, step; at < s.n; at += step) {
		step = utf8_next(s, at, &cp);
		if (cp_is_space(cp))
			found = at;
	}
	return found;
}

struct str record_excerpt(struct arena *a, struct str s, size_t max, bool *ret_cut)
{
	*ret_cut = s.n > max && after_code_points(s, max) < s.n;
	if (!*ret_cut)
		return s;
	/* One more code point than is kept: a word that ends exactly at the limit stays whole. */
	size_t room = after_code_points(s, max - 1);
	size_t keep = last_space(str_part(s, 0, after_code_points(s, max)));

	return arena_printf(a, "%.*s…", (int)(keep ? keep : room), s.p);
}

void record_put_text(struct json *j, struct arena *a, const char *key, struct str s, size_t max)
{
	bool cut;

	if (s.n)
		json_str(j, key, record_excerpt(a, s, max, &cut));
	else
		json_null(j, key);
}
