/* SPDX-License-Identifier: EUPL-1.2 */
/* "M. A, Maire, Président, Mme B", "Mme B, présidente de séance, M. C": among those who are there, the one whose title says that he presides.
 *
 * A maire alone, or the president of a communauté, may have left the chair to somebody else that day: the role is no presidency (officers.c). In a
 * commune "Maire, Président" is one, for a commune has no president.
 */
#include "officers_priv.h"

static const char PRESIDENTS[] = " president presidente ";

/* "de séance", "de la séance" */
static size_t past_the_seance(const struct reader *rd, size_t i)
{
	const size_t of = i + tok_among(&rd->t, i, " de ") + tok_among(&rd->t, i + 1, " la ");

	return of > i && tok_among(&rd->t, of, " seance ") ? of + 1 : i;
}

/* The title at i, behind a name. */
static bool presides(const struct reader *rd, size_t i)
{
	size_t k = i + 1;

	if (!tok_among(&rd->t, i, " , ( - "))
		return false;
	const bool maire = tok_among(&rd->t, k, " maire ") && rd->r->organe.statut == FIELD_LU && str_eq(rd->r->organe.texte, STR("conseil_municipal"));

	k += maire ? 1 + tok_among(&rd->t, k + 1, " , et - / ") : 0;
	if (!tok_among(&rd->t, k, PRESIDENTS))
		return false;
	const size_t end = past_the_seance(rd, k + 1);

	return (maire || end > k + 1) && (end >= rd->t.n || rd->t.at[end].lines > 0 || tok_among(&rd->t, end, " , ; . ) | - "));
}

const struct item *chair_listed(const struct reader *rd)
{
	const struct field *there = &rd->r->presents;
	const struct item *found = NULL;

	for (size_t i = 0; there->statut == FIELD_LU && i < there->n; i++) {
		if (!presides(rd, token_at(rd, there->items[i].qui.span.end)))
			continue;
		if (found != NULL)
			return NULL;
		found = &there->items[i];
	}
	return found;
}
