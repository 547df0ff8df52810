/* SPDX-License-Identifier: EUPL-1.2 */
/* Titulaires and suppléants counted apart, as groupings do: a suppléant who sits for his titulaire is present (CGCT L. 5211-6). */
#include "counts_priv.h"

#define SAID_TOKENS 6 /* between the number of titulaires and the word suppléants */

size_t count_with_suppleants(const struct reader *rd, size_t end, int64_t *value)
{
	for (size_t k = end; k < end + SAID_TOKENS && k < rd->t.n; k++) {
		int64_t more;

		if (!word_is(rd, k, "suppleants"))
			continue;
		const size_t said = k + 1 + word_is(rd, k + 1, "presents"), is = said + 2 * count_is_of(rd, said), at = skip_marks(rd, is, ":="), next = count_number(rd, at, &more);

		if (next > at) {
			*value += more;
			return next;
		}
	}
	return end;
}

bool count_of_both(const struct reader *rd, size_t i)
{
	return i > 2 && (word_is(rd, i - 2, "et") || word_is(rd, i - 2, "ou")) && word_is(rd, i - 3, "titulaires");
}

bool count_suppleants_spoken_of(const struct reader *rd)
{
	for (size_t i = rd->head.from; i < rd->head.to; i++)
		if (tok_among(&rd->t, i, " suppleant suppleants suppleante suppleantes supplee suppleee "))
			return true;
	return false;
}

