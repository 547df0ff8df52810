/* SPDX-License-Identifier: EUPL-1.2 */
/* The sentences that stand behind a list where no heading does: whoever they name, no row of the list goes on in them. */
#include "lists_priv.h"

bool list_verb(const struct reader *rd, size_t i)
{
	static const char verbs[] = " ouvre declare constate procede informe remercie souhaite presente rappelle propose accueille demande indique precise "
				    "quitte rejoint arrive sort preside salue fait ne ";

	return rd->t.at[i].shape == SHAPE_LOWER && tok_among(&rd->t, i, verbs) && rd->t.at[i + 1].kind != TOK_MARK;
}

/* "Le Président, Mme Anne GRAND, constate": the token of the verb's place; i when it is no chair. */
static size_t over_chair(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t k = i + 2;

	if (l->dangling || t->at[i].shape == SHAPE_LOWER || !tok_among(t, i, " le la ") || !tok_among(t, i + 1, " maire president presidente "))
		return i;
	if (tok_mark(t, k, ',') && name_read(l->rd, k + 1, l->limit, &n) > k + 1 && tok_mark(t, n.to, ','))
		k = n.to + 1;
	return k;
}

size_t list_over_sentences(const struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	struct name n;
	size_t k = over_chair(l, i);

	if (k == i && ((k = name_read(rd, i, l->limit, &n)) == i || (n.civility == n.from && n.compounds < 2)))
		return i;
	if (tok_among(&rd->t, k, " et ") && name_read(rd, k + 1, l->limit, &n) > k + 1)
		k = name_read(rd, k + 1, l->limit, &n);
	if (!list_verb(rd, k))
		return i;
	while (k < l->limit && rd->t.at[k].lines < 2 && !sentence_ends_at(rd, k - 1))
		k++;
	return k;
}

bool list_speaker(const struct list *l, size_t i)
{
	struct name n;
	const size_t k = name_read(l->rd, i, l->limit, &n);

	return k > i && l->rd->t.at[k].shape == SHAPE_LOWER && tok_among(&l->rd->t, k, " rapporte expose presente ");
}

bool name_stands_before(const struct reader *rd, const struct name *n, size_t to)
{
	const size_t words = n->to - n->from;

	for (size_t k = rd->head.from; n->compounds > 1 && k + words <= to; k++)
		if (tok_same(&rd->t, k, n->from, words) == words)
			return true;
	return false;
}

bool list_names_above(const struct list *l, const struct name *n)
{
	return (l->s->h.kinds & LISTE_PRESENTS) == 0 && name_stands_before(l->rd, n, l->s->h.from);
}
