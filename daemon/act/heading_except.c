/* SPDX-License-Identifier: EUPL-1.2 */
/* "Étaient présents tous les conseillers en exercice, à l'exception de M. A, excusé, et de Mme B": the absents are named, the presents are not.
 *
 * Taking the presents from another list, the members in office or the chair, was decided against: nobody wrote their names here.
 */
#include "names_priv.h"

#define EVERYBODY_TOKENS 24 /* from "tous" to "sauf" */

/* "étaient présents", "Présents :", "Présents tous": they are said to be there; "tous les membres présents" are those who vote. */
static bool said_present(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " presents presentes ") &&
	       ((i > 0 && tok_among(&rd->t, i - 1, " etaient sont ")) || tok_among(&rd->t, i + 1, " : tous toutes ") || (tok_among(&rd->t, i + 1, " l ") && tok_among(&rd->t, i + 3, " ensemble ")));
}

/* "tous les conseillers municipaux en exercice étaient présents, à l'", right before i, whatever the order. */
static bool behind_everybody_present(const struct reader *rd, size_t i)
{
	static const char words[] = " les des conseillers conseilleres municipaux municipales membres elus elues du conseil municipal en exercice etaient sont presents presentes a l , ' : ";
	bool all = false, present = false;

	for (size_t k = i; k > rd->head.from && i - k < EVERYBODY_TOKENS; k--) {
		const bool everybody = tok_among(&rd->t, k - 1, " tous toutes ensemble ");

		if (!everybody && !tok_among(&rd->t, k - 1, words))
			break;
		all |= everybody;
		present |= said_present(rd, k - 1);
	}
	return all && present;
}

static bool excepts_at(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " sauf hormis excepte exceptes ") || (tok_among(&rd->t, i, " exception ") && tok_among(&rd->t, i + 1, " de d "));
}

bool everybody_but_somebody(const struct reader *rd, size_t i)
{
	bool all = false, present = false;

	for (size_t k = i; excepts_at(rd, i) && k > rd->head.from && i - k < EVERYBODY_TOKENS && !tok_mark(&rd->t, k - 1, '.'); k--) {
		all |= tok_among(&rd->t, k - 1, " tous toutes ensemble ");
		present |= said_present(rd, k - 1) || (tok_among(&rd->t, k - 1, " presents presentes ") && rd->t.at[k - 1].shape != SHAPE_LOWER);
	}
	return all && present;
}

bool everybody_but(const struct reader *rd, size_t i, size_t limit, struct heading *ret)
{
	const struct tokens *t = &rd->t;
	const bool exception = tok_among(t, i, " exception ");
	size_t to = i + 1 + exception, next;
	struct name n;

	if (!excepts_at(rd, i) || !behind_everybody_present(rd, i))
		return false;
	to += tok_mark(t, to, ':');
	if ((is_civility(t, to, &next) && tok_among(t, next, " le la l ")) || name_read(rd, to, limit, &n) == to || (n.civility == n.from && n.compounds < 2))
		return false;
	*ret = (struct heading){ .from = i, .to = to, .kinds = LISTE_ABSENTS, .excepted = true, .count = -1 };
	return true;
}
