/* SPDX-License-Identifier: EUPL-1.2 */
/* "Absents remplacés : M. A par Mme B": under a heading that says so B sits, whatever "par" means elsewhere, and A stays an absent.
 *
 * stand_ins.c takes B in among those present.
 */
#include "lists_priv.h"

bool says_substitute(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (str_starts(rd->t.at[k].key, STR("supple")) || str_starts(rd->t.at[k].key, STR("remplac")))
			return true;
	return false;
}

bool heading_of_replaced(const struct reader *rd, const struct heading *h)
{
	return h->kinds == LISTE_ABSENTS && says_substitute(rd, h->from, h->to);
}

size_t list_replaced_by(struct list *l, size_t i)
{
	struct entry *e = list_last(l);
	struct name n;
	size_t k = i + 1;

	if (e == NULL || e->instead.nom.n > 0 || !tok_among(&l->rd->t, i, " par ") || !heading_of_replaced(l->rd, &l->s->h))
		return i;
	while (l->rd->t.at[k].shape == SHAPE_LOWER && tok_among(&l->rd->t, k, " son sa le la leur suppleant suppleante delegue deleguee "))
		k++;
	const size_t end = name_read(l->rd, k, l->limit, &n);

	if (end == k || n.odd || n.group || (n.compounds == 1 && n.civility == n.from))
		return i;
	e->unclear = true;
	e->instead = name_person(l->rd, &n);
	e->to = end;
	return end;
}

/* "Zoé ROUX⏎Suppléant Luc VIAL": whether she is his, or he one more member, no word says. */
static bool of_either_name(const struct list *l, size_t i)
{
	return tok_among(&l->rd->t, i, " titulaire suppleant suppleante remplacant remplacante ") && !tok_among(&l->rd->t, i + 1, " de d du des ") && list_last(l) != NULL;
}

/* "Absents : Mme A.⏎M. B remplace Mme A": he sits, and no list of présents names him. */
static bool is_a_substitute_who_sits(const struct list *l, size_t i)
{
	const struct entry *e = list_last(l);
	struct name n;

	return e != NULL && e->to == i && !(l->s->h.kinds & LISTE_PRESENTS) && tok_among(&l->rd->t, i, " remplace supplee ") && name_read(l->rd, i + 1, l->limit, &n) > i + 1;
}

/* ", remplacé par M. C": he sits in person. */
size_t replaced_at(struct list *l, size_t i)
{
	if (is_a_substitute_who_sits(l, i)) {
		list_fail(l, i, "un remplaçant parmi les absents");
		l->s->untold = l->s->to = list_last(l)->from;
		l->done = true;
		return i;
	}
	const size_t sits = substituted_at(l, i, l->limit), k = sits > i ? sits : replaced_in(l, i, l->limit);

	if (k > i + 1 && of_either_name(l, i)) {
		list_fail(l, i, "un titulaire ou un suppléant, dont rien ne dit s'il est présent");
		l->done = true;
	}
	return list_last(l) != NULL && k > i + 1 ? k : i;
}
