/* SPDX-License-Identifier: EUPL-1.2 */
/* The reading, for a person: label, value, and the line of the text it was read on; or why it was not read.
 *
 * One row per value, so that a jurist checks a reading by eye against the act; names stand in the rows of the act they
 * were read on, to be counted as they stand there. Every byte of the document goes through escape.h.
 */
#include <stdio.h>

#include "escape.h"
#include "fields.h"
#include "fold.h"
#include "reading_out.h"
#include "sides.h"
#include "values.h"
#include "where_priv.h"

#define VALUE_BYTES 4096
#define EXCERPT_BYTES 160
#define VALUE_COL 29  /* labels are at most 26 columns, indent included */
#define ROOM_FOR_VALUES 30

struct printer {
	struct arena *a;
	const struct reading *r;
	struct pen *pen;
	struct where where;
};

static struct str shown(struct printer *p, struct str text, size_t max)
{
	return text.n <= max && is_printable_line(text) ? text : escape_line(p->a, text, max);
}

static void put(struct printer *p, enum style s, struct str text)
{
	pen_put(p->pen, s, shown(p, text, VALUE_BYTES));
}

static void put_c(struct printer *p, enum style s, const char *text)
{
	pen_put(p->pen, s, str_c(text));
}

static struct str place_text(struct printer *p, size_t offset)
{
	const struct place at = where_place(&p->where, offset);
	struct str s = arena_printf(p->a, "ligne %u", at.line);

	if (p->r->pages > 1)
		s = arena_printf(p->a, "page %u, %.*s", at.page, STR_ARG(s));
	if (where_is_long(&p->where, offset))
		s = arena_printf(p->a, "%.*s, colonne %u", STR_ARG(s), at.col);
	return s;
}

static void place_of(struct printer *p, struct span s)
{
	pen_keep(p->pen, STYLE_DIM, arena_printf(p->a, "  %.*s", STR_ARG(place_text(p, s.start))));
}

static struct str passage_of(struct printer *p, struct span s)
{
	return squeeze(p->a, str_part(p->r->text->bytes, s.start, s.end));
}

static void passage(struct printer *p, struct span s)
{
	if (s.end <= s.start)
		return;
	place_of(p, s);
	pen_keep(p->pen, STYLE_DIM,
		 arena_printf(p->a, " « %.*s »", STR_ARG(shown(p, passage_of(p, s), EXCERPT_BYTES))));
}

static void new_row(struct printer *p, unsigned col)
{
	pen_end(p->pen);
	pen_to(p->pen, col);
}

/* On one row of the act. In a text of one line only names stay together: each amount is looked for by its column. */
static bool on_one_row(const struct printer *p, enum field_type type, const struct item *a, const struct item *b)
{
	return where_same_line(&p->where, a->span.start, b->span.start) &&
	       (type == TYPE_ELUS || !where_is_long(&p->where, a->span.start));
}

/* Items that stand on one row of the act stand on one row here, behind its number. */
static void print_by_row(struct printer *p, enum field_type type, const struct field *f)
{
	const unsigned margin = p->pen->margin;

	p->pen->margin += 2;
	for (size_t i = 0; i < f->n; i++) {
		const struct item *it = &f->items[i];
		const bool more = i + 1 < f->n && on_one_row(p, type, it, it + 1);
		const char *after = !more ? "" : type == TYPE_ELUS ? "," : " ;";

		if (i == 0 || !on_one_row(p, type, it - 1, it)) {
			new_row(p, margin);
			pen_put(p->pen, STYLE_DIM, arena_printf(p->a, "%.*s :", STR_ARG(place_text(p, it->span.start))));
		}
		pen_keep(p->pen, STYLE_GOOD,
			 arena_printf(p->a, " %.*s%s", STR_ARG(shown(p, item_for_people(p->a, type, it), VALUE_BYTES)), after));
	}
	p->pen->margin = margin;
}

static void print_one_per_row(struct printer *p, enum field_type type, const struct field *f, enum style s)
{
	const unsigned margin = p->pen->margin;

	p->pen->margin += 2;
	for (size_t i = 0; i < f->n; i++) {
		new_row(p, margin);
		put_c(p, STYLE_PLAIN, "- ");
		put(p, s, item_for_people(p->a, type, &f->items[i]));
		if (f->items[i].span.end > 0) /* else it stands in another text (agreement.h) */
			place_of(p, f->items[i].span);
	}
	p->pen->margin = margin;
}

static void print_list(struct printer *p, enum field_type type, const struct field *f)
{
	put(p, STYLE_GOOD, f->n == 0 ? (type == TYPE_REFERENCES ? STR("aucune") : STR("aucun")) : arena_printf(p->a, "%zu", f->n));
	if (f->omis != NULL)
		put(p, STYLE_PLAIN, arena_printf(p->a, ", et %zu non lu%s (somme négative, ou aux chiffres abîmés)", f->omis->n, f->omis->n > 1 ? "s" : ""));
	if (type == TYPE_POUVOIRS || type == TYPE_TEXTES)
		print_one_per_row(p, type, f, STYLE_GOOD);
	else
		print_by_row(p, type, f);
}

static bool same_reason(const struct field *a, const struct field *b)
{
	return a != NULL && a->statut == b->statut && a->raison.n > 0 && str_eq(a->raison, b->raison) &&
	       a->span.start == b->span.start && b->statut != FIELD_AMBIGU;
}

static void print_unread(struct printer *p, enum field_type type, const struct field *f, const struct field *before)
{
	put_c(p, f->statut == FIELD_ABSENT || f->introuvable ? STYLE_WEAK : STYLE_BAD, statut_for_people(f->statut, f->introuvable));
	if (same_reason(before, f)) {
		put_c(p, STYLE_PLAIN, ", de même");
		return;
	}
	if (f->raison.n > 0) {
		put_c(p, STYLE_PLAIN, " — ");
		put(p, STYLE_PLAIN, f->raison);
	}
	if (f->statut == FIELD_AMBIGU)
		print_one_per_row(p, type < TYPE_ELUS ? type : TYPE_TEXTES, f, STYLE_WEAK);
	else if (f->statut == FIELD_ILLISIBLE)
		passage(p, f->span);
	else if (f->span.end > f->span.start && f->span.end - f->span.start <= EXCERPT_BYTES)
		place_of(p, f->span); /* a longer one is the part of the act where it would stand */
}

static void print_scalar(struct printer *p, enum field_type type, const struct field *f)
{
	const struct str text = scalar_for_people(p->a, type, f);

	put(p, STYLE_GOOD, text);
	if (f->de_registre)
		put_c(p, STYLE_DIM, "  registre des collectivités");
	else if (f->cote > 0)
		pen_keep(p->pen, STYLE_DIM, arena_printf(p->a, "  %.*s", STR_ARG(side_place(p->a, p->r, f))));
	else if (str_eq(text, passage_of(p, f->span)))
		place_of(p, f->span);
	else
		passage(p, f->span);
}

static void print_label(struct printer *p, const char *label, unsigned indent)
{
	struct pen *pen = p->pen;
	const bool narrow = pen->look.width > 0 && pen->look.width < VALUE_COL + ROOM_FOR_VALUES;

	pen->margin = narrow ? indent + 4 : VALUE_COL;
	pen_to(pen, indent);
	put_c(p, STYLE_TITLE, label);
	if (narrow) {
		put_c(p, STYLE_PLAIN, " :");
		new_row(p, pen->margin);
	} else {
		pen_to(pen, VALUE_COL - 3);
		put_c(p, STYLE_PLAIN, " : ");
	}
}

static void print_field(struct printer *p, const struct field_desc *d, const struct field *f, const struct field *before)
{
	print_label(p, d->libelle, d->scope == SCOPE_VOTE ? 4 : 2);
	if (f->statut != FIELD_LU) {
		print_unread(p, d->type, f, before);
	} else if (field_repeats_seance(p->r, d, f)) {
		put(p, STYLE_GOOD, arena_printf(p->a, "%zu", f->n));
		put_c(p, STYLE_PLAIN, ", comme pour la séance");
	} else if (d->type >= TYPE_ELUS) {
		print_list(p, d->type, f);
	} else {
		print_scalar(p, d->type, f);
	}
	pen_end(p->pen);
}

static void print_scope(struct printer *p, enum field_scope scope, const void *owner)
{
	const struct field *before = NULL;

	for (size_t i = 0; i < FIELDS_N; i++) {
		if (FIELDS[i].scope != scope)
			continue;
		const struct field *f = field_of(&FIELDS[i], owner);

		print_field(p, &FIELDS[i], f, before);
		before = f;
	}
}

static void heading(struct printer *p, const char *indent, const char *what, size_t i, size_t n)
{
	put_c(p, STYLE_TITLE, indent);
	put(p, STYLE_TITLE, n > 1 ? arena_printf(p->a, "%s %zu sur %zu", what, i + 1, n) : str_c(what));
	pen_end(p->pen);
}

static void print_acte(struct printer *p, const struct acte *acte, size_t i)
{
	heading(p, "", "Acte", i, p->r->actes_n);
	print_scope(p, SCOPE_ACTE, acte);
	for (size_t v = 0; v < acte->votes_n; v++) {
		heading(p, "  ", "Vote", v, acte->votes_n);
		print_scope(p, SCOPE_VOTE, &acte->votes[v]);
	}
	if (acte->votes_n == 0) {
		print_label(p, "Vote", 2);
		put_c(p, STYLE_WEAK, statut_for_people(FIELD_ILLISIBLE, true));
		put_c(p, STYLE_PLAIN, acte->incomplet ? " — aucun vote reconnu sur les pages lues" : " — aucun vote reconnu");
		pen_end(p->pen);
	}
}

void reading_summary(const unsigned n[READING_COUNTS], struct pen *pen)
{
	const struct {
		unsigned n;
		enum field_status statut;
		bool introuvable;
	} rows[] = { { n[FIELD_ABSENT], FIELD_ABSENT, false }, { n[COUNT_INTROUVABLE], FIELD_ILLISIBLE, true },
		     { n[FIELD_ILLISIBLE] - n[COUNT_INTROUVABLE], FIELD_ILLISIBLE, false }, { n[FIELD_AMBIGU], FIELD_AMBIGU, false } };
	const char *s = plural_s(n[FIELD_LU]);
	char text[64];

	(void)snprintf(text, sizeof text, "%u champ%s lu%s", n[FIELD_LU], s, s);
	pen_put(pen, STYLE_PLAIN, str_c(text));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		(void)snprintf(text, sizeof text, ", %u %s%s", rows[i].n, statut_for_people(rows[i].statut, rows[i].introuvable), plural_s(rows[i].n));
		pen_put(pen, STYLE_PLAIN, str_c(text));
	}
}

/* The file has no such lines on paper: say which ones are meant. */
static void print_origin(struct printer *p)
{
	static const char *const drawn[] = { NULL, "tiré du fichier PDF", "tiré du fichier Word", "tiré du fichier ODT",
					     "reconnu sur une numérisation" };
	const char *how = drawn[p->r->origine];

	if (how == NULL)
		return;
	put(p, STYLE_DIM, arena_printf(p->a, "Texte %s : les lignes sont celles de ce texte, que « lire --annoter » montre.", how));
	pen_end(p->pen);
}

static void print_unread_pages(struct printer *p)
{
	const struct text *t = p->r->text;
	const char *s = plural_s(t->unread_n);

	if (t->unread_n == 0)
		return;
	put(p, STYLE_BAD, arena_printf(p->a, "Page%s sans texte :", s));
	for (size_t i = 0; i < t->unread_n; i++)
		put(p, STYLE_BAD, arena_printf(p->a, "%s %u", i > 0 ? "," : "", t->unread[i]));
	put(p, STYLE_PLAIN, arena_printf(p->a, " — non lue%s", s));
	pen_end(p->pen);
}

/* They may have shown something else than what is read here. */
static void print_unseen(struct printer *p)
{
	const size_t n = p->r->text->unseen;

	if (n == 0)
		return;
	put(p, STYLE_WEAK,
	    arena_printf(p->a, "%zu caractère%s invisible%s (sens d'écriture, largeur nulle) retiré%s avant la lecture.", n,
			 plural_s(n), plural_s(n), plural_s(n)));
	pen_end(p->pen);
}

/* Nothing of it where none came: most documents come alone. */
static void print_sides(struct printer *p)
{
	if (p->r->cotes_n == 0)
		return;
	pen_end(p->pen);
	heading(p, "", p->r->cotes_n > 1 ? "Fichiers d'accompagnement" : "Fichier d'accompagnement", 0, 1);
	for (size_t i = 0; i < p->r->cotes_n; i++) {
		const struct side_read *s = &p->r->cotes[i];

		p->pen->margin = 4;
		pen_to(p->pen, 2);
		put(p, STYLE_TITLE, s->nom);
		put_c(p, STYLE_PLAIN, " — ");
		if (s->kind == ENVELOPE_NONE)
			put_c(p, STYLE_BAD, "non lu, parce que : ");
		put(p, STYLE_PLAIN, s->kind == ENVELOPE_NONE ? s->raison : str_c(envelope_kind_for_people(s->kind)));
		pen_end(p->pen);
	}
	print_scope(p, SCOPE_ENVOI, p->r);
}

static void print_seance(struct printer *p)
{
	print_origin(p);
	print_unread_pages(p);
	print_unseen(p);
	heading(p, "", "Séance", 0, 1);
	print_scope(p, SCOPE_SEANCE, p->r);
	print_sides(p);
}

void reading_print_part(struct arena *a, const struct reading *r, size_t acte, struct look look, struct buf *out)
{
	struct pen pen = { .out = out, .look = look };
	struct printer p = { .a = a, .r = r, .pen = &pen, .where = { .r = r } };

	if (acte == READING_SEANCE)
		print_seance(&p);
	else
		print_acte(&p, &r->actes[acte], acte);
}

void reading_print(struct arena *a, const struct reading *r, struct look look, struct buf *out)
{
	struct pen pen = { .out = out, .look = look };
	struct printer p = { .a = a, .r = r, .pen = &pen, .where = { .r = r } };
	unsigned n[READING_COUNTS];

	print_seance(&p);
	for (size_t i = 0; i < r->actes_n; i++) {
		pen_end(&pen);
		print_acte(&p, &r->actes[i], i);
	}
	pen_end(&pen);
	pen.margin = 0;
	reading_count(r, n);
	reading_summary(n, &pen);
	pen_end(&pen);
}
