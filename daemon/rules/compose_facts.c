/* SPDX-License-Identifier: EUPL-1.2 */
/* Two acts hold the same facts for a rule when each field it read has the same status and value, people being known by the
 * order in which they come up and not by their names. */
#include "compose_priv.h"

static bool is_there(const struct facts *all, const struct field_desc *d)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].desc == d)
			return true;
	return false;
}

/* Which act it is, and of whom: never carried over. */
static bool identifies(const struct field_desc *d)
{
	static const char *const names[] = { "collectivite", "numero", "identifiant", "siren", "seance.president",
					     "acte.siren", "acte.numero", "acte.identifiant", NULL };
	return str_position(str_c(d->name), names) >= 0;
}

struct facts facts_of(struct arena *a, const struct finding *f, size_t vote)
{
	struct facts all = { 0 };
	for (size_t i = 0; i < f->lectures_n; i++) {
		const struct mark *m = &f->lectures[i];
		if (!m->field || !m->at.desc || identifies(m->at.desc) || (vote && m->at.vote && m->at.vote != vote) || is_there(&all, m->at.desc))
			continue;
		*ARENA_PUSH(a, &all) = (struct fact){ m->at.desc, m->field };
	}
	return all;
}

bool facts_ask(const struct facts *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(str_c(f->at[i].desc->name), str_c(name)))
			return true;
	return false;
}

const struct field *fact_place(const struct fact *f, const struct reading *r)
{
	const struct acte *acte = &r->actes[0];
	if (f->desc->scope == SCOPE_ACTE)
		return field_of(f->desc, acte);
	if (f->desc->scope != SCOPE_VOTE)
		return field_of(f->desc, r);
	return acte->votes_n ? field_of(f->desc, &acte->votes[0]) : NULL;
}

/* Texts and references count as read or not: their words cannot be the same in another act. */
static bool is_loose(const struct field_desc *d)
{
	return d->type == TYPE_TEXTE || d->type == TYPE_TEXTES || d->type == TYPE_REFERENCES || d->type == TYPE_MONTANTS;
}

bool is_of_people(const struct field_desc *d)
{
	return d->type == TYPE_ELUS || d->type == TYPE_POUVOIRS;
}

#define ROLL_MAX (4 * LIMIT_LIST_ITEMS)
struct roll { /* people in the order they came up */
	const struct str *keys[ROLL_MAX];
	size_t n;
};

static size_t number_of(struct roll *roll, const struct str *key)
{
	for (size_t i = 0; i < roll->n; i++)
		if (str_eq(*roll->keys[i], *key))
			return i;
	if (roll->n < ROLL_MAX)
		roll->keys[roll->n++] = key;
	return roll->n - 1;
}

static bool same_item(const struct item *x, const struct item *y, enum field_type t, struct roll *rx, struct roll *ry)
{
	if (x->depuis.n || x->jusqua.n || y->depuis.n || y->jusqua.n)
		return str_eq(x->depuis, y->depuis) && str_eq(x->jusqua, y->jusqua);
	return number_of(rx, &x->qui.cle) == number_of(ry, &y->qui.cle) &&
	       (t != TYPE_POUVOIRS || number_of(rx, &x->porteur.cle) == number_of(ry, &y->porteur.cle));
}

static bool same_value(const struct field_desc *d, const struct field *x, const struct field *y, struct roll *rx, struct roll *ry)
{
	if (!y || x->statut != y->statut)
		return false;
	if (x->statut != FIELD_LU || is_loose(d))
		return true;
	if (d->type == TYPE_NOMBRE)
		return x->nombre == y->nombre;
	if (!is_of_people(d))
		return str_eq(x->texte, y->texte);
	for (size_t i = 0; x->n == y->n && i < x->n; i++)
		if (!same_item(&x->items[i], &y->items[i], d->type, rx, ry))
			return false;
	return x->n == y->n;
}

bool fact_holds(const struct fact *f, const struct reading *r)
{
	struct roll rx, ry;
	rx.n = ry.n = 0;
	return same_value(f->desc, f->field, fact_place(f, r), &rx, &ry);
}

/* The lists hold, and the same person is the same person in all of them. */
static bool people_hold(const struct facts *f, const struct reading *r)
{
	struct roll rx, ry;
	rx.n = ry.n = 0;
	for (size_t i = 0; i < f->n; i++)
		if (is_of_people(f->at[i].desc) && !same_value(f->at[i].desc, f->at[i].field, fact_place(&f->at[i], r), &rx, &ry))
			return false;
	return true;
}

size_t facts_missing(const struct facts *f, const struct reading *r)
{
	size_t n = 0;
	for (size_t i = 0; i < f->n; i++)
		n += !fact_holds(&f->at[i], r);
	return n + !people_hold(f, r);
}
