/* SPDX-License-Identifier: EUPL-1.2 */
/* Numbers of articles that a scanner broke: letters among their digits. */
#include "references_priv.h"

#include <string.h>

#define DIGIT_LOOKALIKES "IlOoZzSB|"

static bool is_digit_or_alike(char c)
{
	return is_figure(c) || strchr(DIGIT_LOOKALIKES, c) != NULL;
}

/* "32I1-2", "l111", "3211-Z", from `at`: letters of a scanner among its digits, up to `end`. */
static bool holds_lookalikes(struct str s, size_t at, size_t end)
{
	for (size_t k = at; k < end; k++) {
		const bool digit_before = k > at && is_figure(s.p[k - 1]), digit_after = k + 1 < end && is_figure(s.p[k + 1]);
		const bool first_part = memchr(s.p + at, '-', k > at ? k - 1 - at : 0) == NULL;

		if (strchr(DIGIT_LOOKALIKES, s.p[k]) != NULL &&
		    (digit_after || (k + 1 < end && s.p[k + 1] == '-' && digit_before) || (k + 1 < end && strchr("l|", s.p[k]) != NULL && digit_before) ||
		     (k + 1 == end && ((digit_before && strchr("lo|", s.p[k]) != NULL) || (k > at && s.p[k - 1] == '-' && first_part)))))
			return true;
	}
	return false;
}

bool leaf_article_is_damaged(const struct text *text, const struct tokens *t, size_t i)
{
	static const char *const LETTERS[] = {"l", "lo", "r", "d"};
	const struct str s = text->bytes;

	if (t->at[i].kind != TOK_WORD || t->at[i].shape == SHAPE_LOWER || !KEY_IN(t, i, LETTERS) || i + 1 >= t->n)
		return false;
	size_t at = tok_mark(t, i + 1, '.') ? t->at[i + 1].end : t->at[i].end, end, digits = 0;

	while (at < s.n && s.p[at] == ' ')
		at++;
	for (end = at; end < s.n && (is_digit_or_alike(s.p[end]) || (s.p[end] == '-' && end > at)); end++)
		digits += is_figure(s.p[end]);
	if (digits == 0)
		return false;
	if (holds_lookalikes(s, at, end))
		return true;
	/* "L. 321 l-2", "L. 32 11-2" */
	return memchr(s.p + at, '-', end - at) == NULL && end + 3 < s.n && s.p[end] == ' ' && is_digit_or_alike(s.p[end + 1]) &&
	       (s.p[end + 2] == '-' || (is_digit_or_alike(s.p[end + 2]) && s.p[end + 3] == '-'));
}
