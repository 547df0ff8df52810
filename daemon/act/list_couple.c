/* SPDX-License-Identifier: EUPL-1.2 */
/* "M. et Mme Paul PETIT": two members, and one first name at most. Who the other is, no word of the list says. */
#include "lists_priv.h"

static size_t one_civility(const struct tokens *t, size_t i)
{
	size_t next;

	return tok_among(t, i, " m mr mme mlle monsieur madame mademoiselle ") && is_civility(t, i, &next) ? next : i;
}

/* "Mme et M. Anne GRAND, Luc PETIT": one name each. */
static bool each_is_named(const struct list *l, size_t i)
{
	struct name first, second;
	const size_t k = name_read(l->rd, i, l->limit, &first);

	return first.compounds > 1 && tok_among(&l->rd->t, k, " , ; et ") && name_read(l->rd, k + 1, l->limit, &second) > k + 1 && second.civility == second.from && second.compounds > 1;
}

size_t list_couple(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	const size_t first = one_civility(t, i), and = first + tok_among(t, first, " et & ");
	struct name n;

	if (first == i || and == first)
		return i;
	const bool other = tok_among(t, and, " m mr mme mlle monsieur madame mademoiselle ") && !tok_among(t, i, " m mr monsieur ") == tok_among(t, and, " m mr monsieur ");
	const size_t second = and + 1 + tok_mark(t, and + 1, '.'), end = name_read(l->rd, second, l->limit, &n);

	if (other && end > second && t->at[i].lines > 0 && !l->dangling && list_last(l) != NULL && l->s->h.kinds == LISTE_PRESENTS && cue_at(l->rd->lx, t, end, CUE_POUVOIR_DONNE) > end)
		list_close(l, i, BOUNDARY_ATTENDANCE);
	else if (other && end > second && !each_is_named(l, second))
		list_stop(l, i, "deux personnes sous un seul nom");
	return i;
}
