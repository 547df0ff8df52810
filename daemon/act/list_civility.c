/* SPDX-License-Identifier: EUPL-1.2 */
/* Civilities of several: "Mesdames et Messieurs", "Mme et MM. Anne PETIT, Luc GRAND", "Mmes : Anne PETIT, Zoé ROUX". */
#include "lists_priv.h"

#define WOMEN_TOKENS 200

char list_genre(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;

	if (tok_among(t, i, " mm ms mrs messieurs "))
		return 'm';
	return tok_among(t, i, " mmes mrnes mesdarnes mesdames mlles melles mesdemoiselles ") ? 'f' : 0;
}

/* "MINES PETIT, GRAND MRS ROUX": Mmes as a scanner reads it, for the men have their civility behind the women. */
static bool scanned_civility_at(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;

	if (i != l->s->h.to || !tok_among(t, i, " mines mnes mimes mnies ") || t->at[i + 1].kind != TOK_WORD || t->at[i + 1].shape != SHAPE_UPPER)
		return false;
	for (size_t k = i + 2; k < l->limit && k < i + WOMEN_TOKENS && !tok_mark(t, k, ':'); k++)
		if (tok_among(t, k, " mrs mm messieurs ") && t->at[k + 1].kind == TOK_WORD && t->at[k].shape != SHAPE_LOWER)
			return true;
	return false;
}

/* "Mesdames et Messieurs :", or a civility that opens a group. */
size_t list_civilities(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t next, second;

	if (scanned_civility_at(l, i)) {
		l->grouped = true;
		l->genre = 'f';
		return i + 1;
	}
	/* "Mme et MM. Anne PETIT, Luc GRAND", not "M. et Mme PETIT". */
	if (is_civility(t, i, &next) && tok_among(t, next, " et - / , ") &&
	    (is_civility(t, next + 1, &second) || (second = next + 2, tok_among(t, next + 1, " mm mmes messieurs mesdames ")))) {
		second += tok_mark(t, second, '.');
		second += tok_among(t, second, " , : "); /* "Mme et MM, Anne PETIT", "Mmes-MM. Anne PETIT" */
		if (name_read(l->rd, second, l->limit, &n) > second && n.civility == n.from && n.compounds > 1) {
			l->grouped = true;
			l->genre = 0;
			return second;
		}
	}
	/* "Mmes : Anne PETIT, Odile ROUX, MM : Luc GRAND" */
	if (tok_among(t, i, " mm mme mmes mrs mlle mlles melles mesdames messieurs ") && tok_mark(t, i + 1, ':')) {
		l->grouped = true;
		l->genre = list_genre(l, i);
		l->separated = true;
		return i + 2;
	}
	if (tok_among(t, i, " madame monsieur ") && tok_mark(t, i + 1, ':')) {
		l->separated = true;
		return i + 2;
	}
	if (!is_civility(t, i, &next) || !tok_among(t, i, " mm ms mrs mmes mrnes mesdarnes mesdames messieurs mlles melles mesdemoiselles ") || next >= l->limit)
		return i;
	if (tok_among(t, next, " et les : "))
		return next;
	return i;
}
