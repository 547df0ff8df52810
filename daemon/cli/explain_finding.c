/* SPDX-License-Identifier: EUPL-1.2 */
#include "explain_priv.h"

#include "bounds.h"
#include "escape.h"
#include "fold.h"
#include "lectures.h"
#include "values.h"

#define EXCERPT_BYTES 400
#define VALUE_BYTES 300
#define MARGIN 6
#define WHAT_COL 20 /* behind the word that says what a row is: 13 columns at most */

void explain_put(struct page *p, enum style s, struct str text)
{
	pen_put(&p->pen, s, text);
}

void explain_text(struct page *p, struct str s, size_t max)
{
	explain_put(p, STYLE_PLAIN, escape_line(p->a, s, max));
}

/* A row of its own: what it is, then of what. */
static void begin(struct page *p, const char *what, struct str name)
{
	p->pen.margin = WHAT_COL;
	pen_to(&p->pen, MARGIN);
	explain_put(p, STYLE_DIM, str_c(what));
	pen_to(&p->pen, WHAT_COL);
	explain_text(p, name, LIMIT_NAME_SHOWN);
}

void explain_row_end(struct page *p)
{
	pen_end(&p->pen);
}

static struct str passage(struct page *p, struct span s)
{
	return squeeze(p->a, str_part(p->r->text->bytes, s.start, s.end));
}

static void put_quote(struct page *p, struct str text)
{
	explain_put(p, STYLE_PLAIN, STR(" « "));
	explain_text(p, text, EXCERPT_BYTES);
	explain_put(p, STYLE_PLAIN, STR(" »"));
}

static void print_lectures(struct page *p, const struct finding *f)
{
	const struct lecture *l;
	const size_t n = lectures_of(p->a, f, p->r, &l);

	for (size_t i = 0; i < n; i++) {
		const struct str value = squeeze(p->a, l[i].valeur);

		begin(p, "a lu", l[i].libelle.n ? l[i].libelle : l[i].champ);
		explain_put(p, STYLE_PLAIN, STR(" : "));
		explain_text(p, value, VALUE_BYTES);
		if (l[i].span.end > l[i].span.start) {
			const struct str quoted = passage(p, l[i].span);

			explain_put(p, STYLE_DIM, arena_printf(p->a, ", ligne %u", place_at(p->r->places, l[i].span.start).line));
			if (!l[i].liste && !str_eq(quoted, value))
				put_quote(p, quoted);
		}
		explain_row_end(p);
	}
}

static void print_passages(struct page *p, const struct finding *f)
{
	for (size_t i = 0; i < f->preuves_n; i++) {
		const struct evidence *ev = &f->preuves[i];

		if (ev->role == ROLE_LECTURE) /* said with its value */
			continue;
		begin(p, role_word(ev->role), champ_for_people(p->a, ev->champ));
		const struct place at = place_at(p->r->places, ev->span.start);
		explain_put(p, STYLE_PLAIN, arena_printf(p->a, ", ligne %u, colonne %u :", at.line, at.col));
		put_quote(p, passage(p, ev->span));
		explain_row_end(p);
	}
}

static void print_unread(struct page *p, const struct finding *f)
{
	for (size_t i = 0; i < f->non_lus_n; i++) {
		const struct unread *u = &f->non_lus[i];

		begin(p, statut_for_people(u->statut, u->introuvable), champ_for_people(p->a, u->champ));
		explain_put(p, STYLE_PLAIN, STR(" : "));
		explain_text(p, u->raison, EXCERPT_BYTES);
		if (u->pres.end > u->pres.start)
			explain_put(p, STYLE_DIM, arena_printf(p->a, ", cherché ligne %u", place_at(p->r->places, u->pres.start).line));
		explain_row_end(p);
	}
}

/* A word stands between quotation marks, as in JSON. */
static struct str unquoted(struct str value)
{
	return str_starts(value, STR("\"")) ? str_part(value, 1, value.n - 1) : value;
}

static struct str period(struct page *p, const struct used_param *u)
{
	const struct str du = day_for_people(p->a, u->du), au = day_for_people(p->a, u->au);

	if (u->du.n && u->au.n)
		return arena_printf(p->a, ", du %.*s au %.*s", STR_ARG(du), STR_ARG(au));
	if (u->du.n || u->au.n)
		return arena_printf(p->a, ", %s %.*s", u->du.n ? "depuis le" : "jusqu'au", STR_ARG(u->du.n ? du : au));
	return STR("");
}

static void print_values(struct page *p, const struct finding *f)
{
	for (size_t i = 0; i < f->params_n; i++) {
		const struct used_param *u = &f->params[i];

		begin(p, "valeur", u->nom);
		explain_put(p, STYLE_PLAIN, STR(" = "));
		if (u->a_verifier)
			explain_put(p, STYLE_BAD, STR("à vérifier par un juriste"));
		else
			explain_text(p, unquoted(u->valeur), LIMIT_NAME_SHOWN);
		explain_put(p, STYLE_PLAIN, period(p, u));
		explain_put(p, STYLE_PLAIN, STR(" ("));
		explain_text(p, u->source, EXCERPT_BYTES);
		if (!u->a_verifier)
			explain_put(p, STYLE_DIM, u->verifie_le.n ? arena_printf(p->a, " ; relue le %.*s", STR_ARG(day_for_people(p->a, u->verifie_le)))
							  : STR(" ; non relue"));
		explain_put(p, STYLE_PLAIN, STR(")"));
		explain_row_end(p);
	}
}

static void print_law(struct page *p, const struct finding *f)
{
	for (size_t i = 0; i < f->fondement_n; i++) {
		const struct legal *l = f->fondement[i];

		begin(p, "fondement", legal_kind(l));
		explain_put(p, STYLE_PLAIN, str_c(legal_between(l)));
		explain_text(p, legal_reference(l), EXCERPT_BYTES);
		if (l->dit.n) {
			explain_put(p, STYLE_PLAIN, STR(" : "));
			explain_text(p, l->dit, EXCERPT_BYTES);
		}
		explain_row_end(p);
	}
}

static void print_exception(struct page *p, const struct finding *f)
{
	const struct exemption *x = f->exception ? f->exception : f->exception_over;
	char day[DATE_WORDS];

	if (!x)
		return;
	begin(p, f->exception ? "exception" : "expirée", x->id);
	explain_put(p, STYLE_PLAIN, arena_printf(p->a, ", jusqu'au %s, par ", date_words(x->jusqu_au, day)));
	explain_text(p, x->par, LIMIT_NAME_SHOWN);
	explain_put(p, STYLE_PLAIN, STR(" : "));
	explain_text(p, x->raison, EXCERPT_BYTES);
	explain_row_end(p);
}

static const enum style BY_VERDICT[] = { STYLE_GOOD, STYLE_BAD, STYLE_OPEN, STYLE_DIM, STYLE_BROKEN };

/* All that one evaluation read, whatever it found. */
static void print_grounds(struct page *p, const struct finding *f)
{
	print_unread(p, f);
	print_lectures(p, f);
	print_values(p, f);
	if (f->verdict != VERDICT_SANS_OBJET)
		print_law(p, f);
}

void explain_finding(struct page *p, const struct finding *f, enum detail detail)
{
	const bool whole = detail != DETAIL_LINE;

	p->pen.margin = MARGIN;
	pen_to(&p->pen, 2);
	explain_put(p, f->severity == SEVERITY_MINEURE || f->severity == SEVERITY_INFORMATION ? STYLE_WEAK : BY_VERDICT[f->verdict],
	    str_c(verdict_label(f->verdict)));
	explain_put(p, STYLE_PLAIN, STR(" "));
	explain_put(p, STYLE_TITLE, f->rule->id);
	explain_put(p, STYLE_PLAIN, arena_printf(p->a, " %.*s", STR_ARG(f->rule->version)));
	if (f->verdict == VERDICT_ANOMALIE)
		explain_put(p, STYLE_PLAIN, arena_printf(p->a, ", gravité %s%s", severity_word(f->severity),
						    f->from == FROM_CONFIG ? " (abaissée par la maison)" : ""));
	if (whole) {
		explain_put(p, STYLE_DIM, STR(" — "));
		explain_put(p, STYLE_DIM, escape_line(p->a, f->rule->titre, VALUE_BYTES));
		explain_row_end(p);
		p->pen.margin = MARGIN;
		pen_to(&p->pen, MARGIN);
	} else {
		explain_put(p, STYLE_PLAIN, STR(" : "));
	}
	explain_text(p, message_for_people(p->a, f->verdict, f->message), LIMIT_MESSAGE * 4);
	explain_row_end(p);
	print_exception(p, f);
	if (whole)
		print_passages(p, f);
	if (detail == DETAIL_ALL)
		print_grounds(p, f);
}
