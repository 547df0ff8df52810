/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands behind the end of a list and says whether it was its end: a row of members with their functions, the first point of the agenda. */
#include "lists_priv.h"

/* "Zoé ROUX, 3ème adjointe⏎", "Zoé ROUX (adjointe) Absents : …": a row with a function, and nothing of a sentence behind it. */
bool list_function_row(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	struct heading h;
	const size_t k = t->at[i].kind == TOK_WORD ? name_read(l->rd, i, l->limit, &n) : i;

	if (k == i || n.odd || (n.order == ORDER_NONE && n.civility == n.from && !n.upper))
		return false;
	const size_t beside = k + tok_among(t, k, " , ( "), role = role_at(l->rd, beside, l->limit), end = role + (tok_mark(t, k, '(') && tok_mark(t, role, ')'));

	return role > beside && (t->at[end].lines > 0 || heading_at(l->rd, end, l->limit, &h) || (t->at[end].kind == TOK_WORD && t->at[end].shape != SHAPE_LOWER));
}

/* "… M. MOREL, excusé 1. Installation du conseil": the first point of the agenda, where line ends were lost. */
bool list_first_point(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t next;

	if (t->at[i].kind != TOK_NUMBER || t->at[i].value != 1 || !tok_among(t, i + 1, " . ) - ") || i + 2 >= l->limit || t->at[i + 2].kind != TOK_WORD)
		return false;
	return t->at[i + 2].shape == SHAPE_TITLE && !is_civility(t, i + 2, &next) && (name_read(l->rd, i + 2, l->limit, &n) == i + 2 || n.order == ORDER_NONE) && l->s->entries.n > 1;
}
