/* SPDX-License-Identifier: EUPL-1.2 */
/* "M. GRAND" among "A. PETIT, J. ROUX": Michel or Marie GRAND, and not Monsieur.
 *
 * A list says so by itself where most of its names have an initial and no other civility stands in it. In a shorter list, and of
 * who holds a proxy, the list of presents says it: its members are written so. Where two present share the name, the civility stays
 * one, and the holder may be either.
 */
#include "people_priv.h"

static bool bare_m(const struct reader *rd, const struct name *n)
{
	return n->civility < n->from && tok_among(&rd->t, n->civility, " m ") && n->order == ORDER_NONE;
}

static bool begins_with_initial(const struct reader *rd, const struct name *n)
{
	return n->civility == n->from && n->to > n->from + 1 &&
	       ((rd->t.at[n->from].key.n <= 2 && tok_mark(&rd->t, n->from + 1, '.')) || (rd->t.at[n->from].key.n == 1 && rd->t.at[n->from + 1].kind == TOK_WORD));
}

static void take(struct reader *rd, struct section *s, struct entry *e)
{
	const struct span before = e->qui.span;

	e->name.from = e->name.civility;
	e->name.order = ORDER_FIRST_LAST;
	e->name.compounds++;
	e->qui = name_person(rd, &e->name);
	for (size_t k = 0; k < s->pairs.n; k++)
		if (s->pairs.at[k].mandant.span.start == before.start)
			s->pairs.at[k].mandant = e->qui;
}

void section_take_initials(struct reader *rd, struct section *s, bool house)
{
	size_t initials = 0, bare = 0;

	for (size_t k = 0; k < s->entries.n; k++) {
		const struct name *n = &s->entries.at[k].name;

		if (n->group || (n->civility < n->from && !bare_m(rd, n)))
			return;
		bare += bare_m(rd, n);
		initials += begins_with_initial(rd, n) || (n->civility == n->from && tok_among(&rd->t, n->from, " m "));
	}
	s->of_initials = 2 * initials > s->entries.n;
	if (bare == 0 || initials == 0 || !(house || s->of_initials))
		return;
	for (size_t k = 0; k < s->entries.n; k++)
		if (bare_m(rd, &s->entries.at[k].name))
			take(rd, s, &s->entries.at[k]);
}

/* The one present who is written "M. GRAND", where nobody else present is a GRAND. */
static const struct entry *of_presents(const struct reader *rd, const struct section *s, const struct person *p)
{
	const struct entry *found = NULL;
	size_t family = 0;

	for (size_t k = 0; k < s->entries.n; k++) {
		const struct entry *e = &s->entries.at[k];

		family += str_ends(e->qui.cle, p->cle);
		if (str_eq(e->qui.cle, p->cle) && tok_among(&rd->t, e->name.from, " m "))
			found = e;
	}
	return family == 1 ? found : NULL;
}

static void name_holders(struct reader *rd, const struct attendance *at, const struct section *presents)
{
	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; i < at->sections.at[k].pairs.n; i++) {
			struct person *p = &at->sections.at[k].pairs.at[i].porteur;
			const struct entry *e = str_eq(p->civilite, STR("M.")) ? of_presents(rd, presents, p) : NULL;

			if (e == NULL)
				continue;
			p->nom = e->qui.nom;
			p->civilite = (struct str){ 0 };
		}
}

void reader_initials(struct reader *rd, struct attendance *at)
{
	const struct section *presents = NULL;

	for (size_t k = 0; k < at->sections.n && presents == NULL; k++) {
		struct section *s = &at->sections.at[k];

		if (s->why != NULL) /* nobody looked at its names: they still say how the house writes */
			section_take_initials(rd, s, false);
		if (s->h.kinds == LISTE_PRESENTS && s->of_initials)
			presents = s;
	}
	if (presents == NULL)
		return;
	for (size_t k = 0; k < at->sections.n; k++)
		section_take_initials(rd, &at->sections.at[k], true);
	if (presents->why == NULL)
		name_holders(rd, at, presents);
}
