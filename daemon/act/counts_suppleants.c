/* SPDX-License-Identifier: EUPL-1.2 */
/* Titulaires and suppléants counted apart, as groupings do: a suppléant who sits for his titulaire is present (CGCT L. 5211-6). */
#include "counts_priv.h"

#define SUPPLEANTS " suppleant suppleants suppleante suppleantes supplee supplees suppleee "
#define APART_TOKENS 12 /* of the number of présents */
#define MARGIN_TOKENS 10 /* "Suppléés : n° 2024 / 131 2", "2 12/03/2024 suppléants": torn from its number by a margin */
#define NUMBER_TOKENS 3 /* "2 délégués suppléants" */
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

/* "2 suppléants", "Suppléants : 2", "Représentés par leur suppléant : 2": the word at k has a number of its own. */
static bool has_its_number(const struct reader *rd, size_t k, size_t from)
{
	const size_t behind = k + 1 + word_is(rd, k + 1, "presents"), at = behind + tok_mark(&rd->t, behind, ':');
	int64_t n;

	if (count_number(rd, at, &n) > at)
		return true;
	for (size_t i = k; i > from && k - i < NUMBER_TOKENS; i--)
		if (count_number(rd, i - 1, &n) == i)
			return !tok_among(&rd->t, i - 2, " dont comprenant incluant ");
	return false;
}

static bool has_a_number_beyond_a_margin(const struct reader *rd, size_t k, size_t from)
{
	static const enum cue others[] = { CUE_NB_PRESENTS, CUE_NB_VOTANTS, CUE_EN_EXERCICE, CUE_ABSENTS, CUE_POUVOIRS, CUE_QUORUM };
	bool colon = false;
	int64_t n;

	for (size_t i = k + 1; i < k + MARGIN_TOKENS && i < rd->t.n && rd->t.at[i].lines == 0 && !cue_of(rd, i, others, sizeof others / sizeof *others) && !tok_mark(&rd->t, i, ','); i++) {
		if (colon && count_number(rd, i, &n) > i)
			return true;
		colon |= tok_mark(&rd->t, i, ':');
	}
	for (size_t i = k; i > from && k - i < MARGIN_TOKENS && rd->t.at[i].lines == 0 && !tok_among(&rd->t, i - 1, " , ; : ( "); i--)
		if (count_number(rd, i - 1, &n) == i)
			return !tok_among(&rd->t, i - 2, " dont comprenant incluant ");
	return false;
}

bool count_suppleants_apart(const struct reader *rd, size_t end)
{
	for (size_t k = end; k < end + APART_TOKENS && k < rd->head.to; k++)
		if (tok_among(&rd->t, k, SUPPLEANTS) && (has_its_number(rd, k, end) || has_a_number_beyond_a_margin(rd, k, end)))
			return true;
	return false;
}

bool count_suppleants_spoken_of(const struct reader *rd)
{
	return tok_says(&rd->t, rd->head.from, rd->head.to, SUPPLEANTS);
}
