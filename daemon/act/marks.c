/* SPDX-License-Identifier: EUPL-1.2 */
#include "marks_priv.h"

#include <stdlib.h>

#include "fields.h"

struct marks {
	struct arena *a;
	const struct reading *r;
	struct mark *at;
	size_t n, cap;
};

bool is_passage(const struct reading *r, struct span s)
{
	return s.start >= r->text->start && s.end > s.start && s.end <= r->text->bytes.n;
}

static void mark(struct marks *m, struct span s, struct str label, const char *name, enum style style)
{
	if (!is_passage(m->r, s))
		return;
	const size_t rank = m->n;

	*ARENA_PUSH(m->a, m) = (struct mark){ s.start, s.end, label, name, style, rank };
}

static enum style style_of(const struct field_desc *d)
{
	if (d->scope == SCOPE_VOTE)
		return STYLE_VOTE;
	switch (d->type) {
	case TYPE_ELUS:
		return STYLE_PEOPLE;
	case TYPE_POUVOIRS:
		return STYLE_PROXY;
	case TYPE_TEXTES:
	case TYPE_REFERENCES:
		return STYLE_LAW;
	default:
		return STYLE_SEANCE;
	}
}

static void mark_items(struct marks *m, const struct field_desc *d, const struct field *f)
{
	for (size_t i = 0; i < f->n; i++) {
		struct str label = f->statut == FIELD_AMBIGU ? arena_printf(m->a, "ambigu : %s", d->libelle)
							     : arena_printf(m->a, "%s %zu", d->libelle, i + 1);

		mark(m, f->items[i].span, label, d->name, f->statut == FIELD_AMBIGU ? STYLE_UNREAD : style_of(d));
	}
}

static void mark_field(struct marks *m, const struct field_desc *d, const struct field *f)
{
	if (f->statut == FIELD_ILLISIBLE)
		mark(m, f->span, arena_printf(m->a, "illisible : %s", d->libelle), d->name, STYLE_UNREAD);
	else if (f->statut == FIELD_AMBIGU || (f->statut == FIELD_LU && d->type >= TYPE_ELUS))
		mark_items(m, d, f);
	else if (f->statut == FIELD_LU && !f->de_registre)
		mark(m, f->span, str_c(d->libelle), d->name, style_of(d));
}

static void mark_scope(struct marks *m, enum field_scope scope, const void *owner)
{
	for (size_t i = 0; i < FIELDS_N; i++) {
		const struct field *f = FIELDS[i].scope == scope ? field_of(&FIELDS[i], owner) : NULL;

		if (f != NULL && !field_repeats_seance(m->r, &FIELDS[i], f))
			mark_field(m, &FIELDS[i], f);
	}
}

static void mark_furniture(struct marks *m)
{
	struct tokens t;

	tokenise(m->a, m->r->text, &t);
	for (size_t i = 0; i < t.furniture_n; i++)
		mark(m, t.furniture[i], STR("hors texte"), "", STYLE_DIM);
}

/* Outer marks before inner ones. */
static int by_place(const void *x, const void *y)
{
	const struct mark *a = x, *b = y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return a->rank < b->rank ? -1 : a->rank > b->rank;
}

/* One passage, one mark: fields read on the same words share it. */
static void merge(struct marks *m)
{
	size_t kept = 0;

	for (size_t i = 0; i < m->n; i++) {
		struct mark *last = kept > 0 ? &m->at[kept - 1] : NULL;

		if (last == NULL || last->start != m->at[i].start || last->end != m->at[i].end)
			m->at[kept++] = m->at[i];
		else if (!str_eq(str_c(last->name), str_c(m->at[i].name)))
			last->label = arena_printf(m->a, "%.*s, %.*s", STR_ARG(last->label), STR_ARG(m->at[i].label));
	}
	m->n = kept;
}

void marks_of(struct arena *a, const struct reading *r, const struct mark **ret, size_t *ret_n)
{
	struct marks m = { .a = a, .r = r };

	mark_scope(&m, SCOPE_SEANCE, r);
	for (size_t i = 0; i < r->actes_n; i++) {
		mark_scope(&m, SCOPE_ACTE, &r->actes[i]);
		for (size_t v = 0; v < r->actes[i].votes_n; v++)
			mark_scope(&m, SCOPE_VOTE, &r->actes[i].votes[v]);
	}
	mark_furniture(&m);
	if (m.n > 0)
		qsort(m.at, m.n, sizeof *m.at, by_place);
	merge(&m);
	*ret = m.at;
	*ret_n = m.n;
}
