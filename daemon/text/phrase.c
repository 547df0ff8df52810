/* SPDX-License-Identifier: EUPL-1.2 */
/* Phrases of code over tokens. */
#include "glyph_priv.h"
#include "token.h"

bool tok_phrase_from(const struct tokens *t, size_t i, const char *phrase, size_t *ret_next)
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
		unsigned char here = glyph_of_byte[(unsigned char)p.p[at]],
			      after = next < p.n ? glyph_of_byte[(unsigned char)p.p[next]] : GLYPH_SPACE;
		if (here != GLYPH_MARK && here == after)
			return false;
		at = next;
	}
	*ret_next = i;
	return true;
}
