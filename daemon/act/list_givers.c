/* SPDX-License-Identifier: EUPL-1.2 */
/* Who gives, where the layout or a turn of phrase sets it apart from the holder: "de A à B, de C à D", an "à" too many.
 *
 * Where the words alone would be a guess, proxy_sides.c asks who is present: every holder, and no giver.
 */
#include "lists_priv.h"

bool list_of_givers(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t k;

	if (i != l->s->h.to || l->s->of_givers)
		return l->s->of_givers;
	k = name_read(l->rd, i + 1, l->limit, &n);
	if (k == i + 1 || !tok_among(t, k, " a "))
		return false;
	const size_t holder = k + 1;

	k = name_read(l->rd, holder, l->limit, &n);
	if (k == holder)
		return false;
	k += tok_among(t, k, " , ; ");
	k += tok_among(t, k, " et ");
	l->s->of_givers = tok_among(t, k, " de ") && t->at[k].shape == SHAPE_LOWER;
	return l->s->of_givers;
}

static size_t civil_name(const struct list *l, size_t i)
{
	struct name n;
	const size_t k = name_read(l->rd, i, l->limit, &n);

	return k > i && n.civility < n.from && !n.odd && !n.group ? k : i;
}

/* "M. A à Mme B⏎à Mme C à M. D": the second "à", before a giver, where everybody has a civility. */
size_t list_stray_a(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	const struct entry *e = list_last(l);

	if (l->s->h.kinds != LISTE_POUVOIRS || e == NULL || !e->proxy || e->to != i || l->separated || !tok_among(t, i, " a ") || t->at[i].shape != SHAPE_LOWER)
		return i;
	const size_t giver = civil_name(l, i + 1), holder = tok_among(t, giver, " a ") ? civil_name(l, giver + 1) : giver;

	if (giver == i + 1 || holder == giver || holder == giver + 1)
		return i;
	l->s->there_tells = l->separated = true;
	return i + 1;
}
