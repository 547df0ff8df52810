/* SPDX-License-Identifier: EUPL-1.2 */
/* Behind the names of a list, a line of its own that names an officer: "Le Maire : M. PETIT".
 *
 * It is no row of the list, unless the whole list is made of such rows ("Maire : M. A ; adjoints : Mme B"). Who chairs ends it whoever he is.
 * Under another function the same words may be a row that lost the label before it: they end the list where the person stands in a list already.
 */
#include "lists_priv.h"

#define LABEL_TOKENS 14

/* "Maire", "Président de la séance", "premier adjoint", "Maire et président", from i on: the token after, or i. */
static size_t over_functions(const struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	size_t k = i, next;

	while (k < l->limit && k < i + LABEL_TOKENS) {
		k = is_civility(&rd->t, k, &next) && tok_among(&rd->t, next, " le la l ") ? next : k;
		k += tok_among(&rd->t, k, " le la l ");
		next = role_at(rd, k, l->limit);
		next = next == k && tok_among(&rd->t, k, " president presidente maire ") ? k + 1 : next;
		if (next == k)
			return i;
		k = next;
		if (!tok_among(&rd->t, k, " et , - / "))
			return k;
		k++;
	}
	return i;
}

/* One person has this function. */
static bool names_the_chair(const struct reader *rd, size_t from, size_t to)
{
	return tok_says(&rd->t, from, to, " maire president presidente doyen doyenne ") &&
	       !tok_says(&rd->t, from, to, " adjoint adjointe adjoints adjointes vice vices delegue deleguee conseiller conseillere conseillers membre membres maires presidents ");
}

static bool in_this_list(const struct list *l, const struct name *n)
{
	const struct person p = name_person(l->rd, n);

	for (size_t k = 0; k < l->s->entries.n; k++)
		if (str_eq(l->s->entries.at[k].qui.cle, p.cle))
			return true;
	return false;
}

/* The rows of the list go on behind token i. */
static bool rows_behind(const struct list *l, size_t i)
{
	struct heading h;

	return !heading_at(l->rd, i, l->limit, &h) && list_boundary(l->rd, i) != BOUNDARY_HEADING && list_boundary(l->rd, i) != BOUNDARY_ATTENDANCE && list_goes_on(l, i);
}

/* "M. MOREL, M. GRAND Président M. PETIT", in a list whose commas part the names. */
static bool behind_a_comma(const struct list *l, size_t i)
{
	return l->s->entries.n > 1 && list_last(l)->promised && list_last(l)->to == i;
}

size_t list_officer(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	const bool opens = t->at[i].lines > 0, promised = tok_mark(t, i - 1, ',');
	struct name n;
	size_t end;

	if (l->roled || l->s->entries.n + l->s->pairs.n == 0 || !(opens || t->at[i].shape != SHAPE_LOWER) || (!opens && promised && (l->s->h.kinds & LISTE_POUVOIRS)))
		return i;
	const size_t to = over_functions(l, i), colon = to + tok_mark(t, to, ':');

	if (to == i || (end = name_read(l->rd, colon, l->limit, &n)) == colon || (n.civility == n.from && (n.compounds < 2 || colon == to)))
		return i;
	const bool listed = list_names_above(l, &n) || in_this_list(l, &n);

	const bool chair = names_the_chair(l->rd, i, to);

	/* "Mme GRAND Maire M. PETIT": hers. */
	if (colon == to ? !listed || !chair || !opens || t->at[to].lines > 0 : !listed && !chair) {
		if ((l->s->h.kinds & LISTE_PRESENTS) == 0 && t->at[to].lines == 0 && (colon == to ? chair && n.civility < n.from && (opens || behind_a_comma(l, i)) : tok_says(t, i, to, " adjoint adjointe ")))
			list_stop(l, i, "une fonction entre deux noms"); /* of the member before it, or of somebody who is not of the list */
		return i;
	}
	const size_t role = role_at(l->rd, end + tok_mark(t, end, ','), l->limit);

	list_close(l, i, BOUNDARY_HEADING);
	if (l->dangling || rows_behind(l, role > end + 1 ? role : end))
		list_fail(l, i, "la liste semble continuer");
	return i;
}
