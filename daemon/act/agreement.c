/* SPDX-License-Identifier: EUPL-1.2 */
/* A field has the same value in two readings when it has the same keys: one for a plain value, one for each element of a
 * list, folded and without white space, sorted. What one list alone holds is what people have to look at.
 */
#include "agreement.h"

#include <stdlib.h>

#include "bounds.h"
#include "escape.h"
#include "fields.h"
#include "fold.h"

#define SHOWN_ALONE 4    /* elements named of those that one list alone has */
#define SHOWN_BYTES 120  /* of one of them */

struct key {
	struct str key;
	const struct item *item; /* NULL: a plain value */
};
struct keys {
	struct key *at;
	size_t n;
};

struct comparison {
	struct arena *a;       /* of the reading that is kept */
	struct arena *scratch; /* keys */
	struct str tools;      /* their command lines */
};

static struct str joined(struct arena *a, struct str s)
{
	struct str folded = fold_text(a, s);
	char *out = arena_alloc(a, folded.n);
	size_t n = 0;

	for (size_t i = 0; i < folded.n; i++)
		if (folded.p[i] != ' ')
			out[n++] = folded.p[i];
	return (struct str){ out, n };
}

/* Each element as people read it; without what is not said of it. */
static struct str item_shown(struct arena *a, enum field_type type, const struct item *it)
{
	switch (type) {
	case TYPE_POUVOIRS:
		return arena_printf(a, "%.*s → %.*s", STR_ARG(it->qui.nom), STR_ARG(it->porteur.nom));
	case TYPE_ELUS:
		return it->qui.nom;
	case TYPE_REFERENCES:
		return it->cle;
	case TYPE_MONTANTS:
		return arena_printf(a, "%lld,%02lld €", (long long)(it->centimes / 100), (long long)(it->centimes % 100));
	default:
		return it->texte;
	}
}

static struct str item_key(struct arena *a, enum field_type type, const struct item *it)
{
	const struct str shown = item_shown(a, type, it);

	if (type == TYPE_TEXTES)
		return joined(a, shown);
	return joined(a, arena_printf(a, "%.*s/%.*s/%.*s/%.*s/%.*s", STR_ARG(shown), STR_ARG(it->depuis), STR_ARG(it->jusqua),
				      STR_ARG(it->texte), STR_ARG(type == TYPE_MONTANTS ? it->qui.nom : STR(""))));
}

static int by_key(const void *x, const void *y)
{
	return str_cmp(((const struct key *)x)->key, ((const struct key *)y)->key);
}

/* Sorted; what stands twice counts once. */
static struct keys keys_of(struct arena *a, enum field_type type, const struct field *f)
{
	struct keys k = { ARENA_ARRAY(a, f->n + 1, struct key), 0 };

	if (type < TYPE_ELUS) {
		const struct str value = type == TYPE_NOMBRE ? arena_printf(a, "%lld", (long long)f->nombre) : f->texte;
		k.at[k.n++] = (struct key){ joined(a, value), NULL };
		return k;
	}
	for (size_t i = 0; i < f->n; i++)
		k.at[i] = (struct key){ item_key(a, type, &f->items[i]), &f->items[i] };
	qsort(k.at, f->n, sizeof *k.at, by_key);
	for (size_t i = 0; i < f->n; i++)
		if (k.n == 0 || by_key(&k.at[k.n - 1], &k.at[i]) != 0)
			k.at[k.n++] = k.at[i];
	return k;
}

/* Those of `x` that `y` has not; both sorted. */
static struct keys alone(struct arena *a, const struct keys *x, const struct keys *y)
{
	struct keys k = { ARENA_ARRAY(a, x->n + 1, struct key), 0 };
	size_t j = 0;

	for (size_t i = 0; i < x->n; i++) {
		while (j < y->n && by_key(&y->at[j], &x->at[i]) < 0)
			j++;
		if (j == y->n || by_key(&y->at[j], &x->at[i]) != 0)
			k.at[k.n++] = x->at[i];
	}
	return k;
}

static struct str candidate_text(const struct comparison *c, enum field_type type, const struct field *f, const struct keys *only)
{
	if (f->statut == FIELD_ABSENT)
		return STR("absent");
	if (type == TYPE_NOMBRE)
		return arena_printf(c->a, "%lld", (long long)f->nombre);
	if (type < TYPE_ELUS)
		return arena_dup(c->a, f->texte);
	struct str s = arena_printf(c->scratch, "%zu", f->n);
	for (size_t i = 0; i < only->n && i < SHOWN_ALONE; i++)
		s = arena_printf(c->scratch, "%.*s%s%.*s", STR_ARG(s), i == 0 ? ", dont, dans ce texte seulement : " : ", ",
				 STR_ARG(escape_line(c->scratch, item_shown(c->scratch, type, only->at[i].item), SHOWN_BYTES)));
	if (only->n > SHOWN_ALONE)
		s = arena_printf(c->scratch, "%.*s et %zu de plus", STR_ARG(s), only->n - SHOWN_ALONE);
	return arena_dup(c->a, s);
}

static bool contradicted(const struct field *f, const struct field *other)
{
	return other->statut == FIELD_LU && (f->statut == FIELD_LU || f->statut == FIELD_ABSENT);
}

static void compare(const struct comparison *c, enum field_type type, struct field *f, const struct field *other)
{
	static const struct keys nothing = { NULL, 0 };

	if (!contradicted(f, other))
		return;
	const struct keys mine = f->statut == FIELD_LU ? keys_of(c->scratch, type, f) : nothing, theirs = keys_of(c->scratch, type, other);
	const struct keys only_mine = alone(c->scratch, &mine, &theirs), only_theirs = alone(c->scratch, &theirs, &mine);
	if (f->statut == FIELD_LU && only_mine.n == 0 && only_theirs.n == 0)
		return;
	struct item *two = ARENA_ARRAY(c->a, 2, struct item);
	two[0] = (struct item){ .span = f->span, .texte = candidate_text(c, type, f, &only_mine) };
	two[1] = (struct item){ .texte = candidate_text(c, type, other, &only_theirs) };
	*f = (struct field){ .statut = FIELD_AMBIGU, .span = f->span, .items = two, .n = 2,
			     .raison = arena_printf(c->a, "les deux textes tirés du fichier ne s'accordent pas (%.*s)", STR_ARG(c->tools)) };
}

/* The sentence of a formula begins where the text around it lets it; what it says is the field `formule`. */
static bool is_passage(const struct field_desc *d)
{
	return d->offset == offsetof(struct vote, formule_texte) && d->scope == SCOPE_VOTE;
}

/* The owner's fields are writable: it is a copy. */
static void compare_scope(const struct comparison *c, enum field_scope scope, void *owner, const void *other)
{
	for (size_t i = 0; i < FIELDS_N; i++)
		if (FIELDS[i].scope == scope && !is_passage(&FIELDS[i]))
			compare(c, FIELDS[i].type, (struct field *)(void *)((char *)owner + FIELDS[i].offset), field_of(&FIELDS[i], other));
}

static void compare_votes(const struct comparison *c, struct acte *acte, const struct acte *other)
{
	if (acte->votes_n != other->votes_n)
		return;
	struct vote *votes = ARENA_ARRAY(c->a, acte->votes_n, struct vote);
	for (size_t i = 0; i < acte->votes_n; i++) {
		votes[i] = acte->votes[i];
		compare_scope(c, SCOPE_VOTE, &votes[i], &other->votes[i]);
	}
	acte->votes = votes;
}

/* A list of an acte made of the séance's is no surer than that one. */
static void follow(const struct field *seance, struct field *acte)
{
	if (seance->statut == FIELD_AMBIGU && acte->statut == FIELD_LU)
		*acte = *seance;
}

static struct reading *compared(const struct comparison *c, const struct reading *kept, const struct reading *other)
{
	struct reading *r = ARENA_NEW(c->a, struct reading);
	struct acte *actes = ARENA_ARRAY(c->a, kept->actes_n, struct acte);

	*r = *kept;
	r->actes = actes;
	compare_scope(c, SCOPE_SEANCE, r, other);
	for (size_t i = 0; i < r->actes_n; i++) {
		actes[i] = kept->actes[i];
		if (r->actes_n == other->actes_n) {
			compare_scope(c, SCOPE_ACTE, &actes[i], &other->actes[i]);
			compare_votes(c, &actes[i], &other->actes[i]);
		}
		follow(&r->presents, &actes[i].presents);
		follow(&r->pouvoirs, &actes[i].pouvoirs);
	}
	return r;
}

const struct reading *reading_agreed(struct arena *a, const struct reading *kept, const struct reading *other)
{
	struct arena scratch;

	arena_init(&scratch, LIMIT_ACT_MEMORY);
	if (setjmp(*arena_trap(&scratch)) != 0) {
		arena_done(&scratch);
		arena_fail(a);
	}
	const struct comparison c = { a, &scratch, arena_printf(a, "%.*s ; %.*s", STR_ARG(kept->text->tool), STR_ARG(other->text->tool)) };
	const struct reading *r = compared(&c, kept, other);
	arena_done(&scratch);
	return r;
}
