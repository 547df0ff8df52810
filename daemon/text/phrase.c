/* SPDX-License-Identifier: EUPL-1.2 */
/* Phrases of code over tokens. */
#include "glyph_priv.h"
#include "token.h"

bool tok_phrase_from(const struct tokens *t, size_t i, const char *phrase, size_t *ret_next)
{
	for (const char *at = phrase; *at != '\0'; i++) {
		const struct str key = i < t->n ? t->at[i].key : (struct str){NULL, 0};
		size_t n = 0;
		while (*at == ' ')
			at++;
		while (n < key.n && at[n] == key.p[n])
			n++;
		if (n == 0 || n < key.n)
			return false;
		/* The key must end where the phrase's word ends: "vote" does not stand for "votes". */
		const unsigned char here = glyph_of_byte[(unsigned char)*at], after = glyph_of_byte[(unsigned char)at[n]];
		if (here != GLYPH_MARK && here == after)
			return false;
		at += n;
	}
	*ret_next = i;
	return true;
}

bool tok_any_phrase(const struct tokens *t, size_t i, const char *const *phrases, size_t *ret_next)
{
	for (; *phrases != NULL; phrases++)
		if (tok_phrase(t, i, *phrases, ret_next))
			return true;
	return false;
}

bool tok_longest_phrase(const struct tokens *t, size_t i, const char *const *phrases, size_t *ret_next)
{
	size_t best = i, next;

	for (; *phrases != NULL; phrases++)
		if (tok_phrase(t, i, *phrases, &next) && next > best)
			best = next;
	if (best > i)
		*ret_next = best;
	return best > i;
}
