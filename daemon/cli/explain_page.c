/* SPDX-License-Identifier: EUPL-1.2 */
#include "explain.h"

#include <stdlib.h>

#include "escape.h"
#include "fields.h"
#include "findings.h"
#include "fold.h"
#include "hash.h"
#include "bounds.h"
#include "lectures.h"
#include "reading_out.h"
#include "values.h"

#define EXCERPT_BYTES 400
#define VALUE_BYTES 300
#define MARGIN 6
#define WHAT_COL 20 /* behind the word that says what a row is: 13 columns at most */
#define LABEL_COL 19 /* of the head: labels are at most 16 columns */

struct page {
	const struct explanation *x;
	struct arena *a;
	const struct reading *r;
	struct pen pen;
};

static void put(struct page *p, enum style s, struct str text)
{
	pen_put(&p->pen, s, text);
}

static void put_text(struct page *p, struct str s, size_t max)
{
	put(p, STYLE_PLAIN, escape_line(p->a, s, max));
}

static void title(struct page *p, struct str text)
{
	pen_end(&p->pen);
	put(p, STYLE_TITLE, text);
	pen_end(&p->pen);
}

/* A row of its own: what it is, then of what. */
static void begin(struct page *p, const char *what, struct str name)
{
	p->pen.margin = WHAT_COL;
	pen_to(&p->pen, MARGIN);
	put(p, STYLE_DIM, str_c(what));
	pen_to(&p->pen, WHAT_COL);
	put_text(p, name, LIMIT_NAME_SHOWN);
}

static void end(struct page *p)
{
	pen_end(&p->pen);
}

static struct str passage(struct page *p, struct span s)
{
	return squeeze(p->a, str_part(p->r->text->bytes, s.start, s.end));
}

static void put_quote(struct page *p, struct str text)
{
	put(p, STYLE_PLAIN, STR(" « "));
	put_text(p, text, EXCERPT_BYTES);
	put(p, STYLE_PLAIN, STR(" »"));
}

static void print_lectures(struct page *p, const struct finding *f)
{
	const struct lecture *l;
	const size_t n = lectures_of(p->a, f, p->r, &l);

	for (size_t i = 0; i < n; i++) {
		const struct str value = squeeze(p->a, l[i].valeur);

		begin(p, "a lu", l[i].libelle.n ? l[i].libelle : l[i].champ);
		put(p, STYLE_PLAIN, STR(" : "));
		put_text(p, value, VALUE_BYTES);
		if (l[i].span.end > l[i].span.start) {
			const struct str quoted = passage(p, l[i].span);

			put(p, STYLE_DIM, arena_printf(p->a, ", ligne %u", place_at(p->r->places, l[i].span.start).line));
			if (!l[i].liste && !str_eq(quoted, value))
				put_quote(p, quoted);
		}
		end(p);
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
		put(p, STYLE_PLAIN, arena_printf(p->a, ", ligne %u, colonne %u :", at.line, at.col));
		put_quote(p, passage(p, ev->span));
		end(p);
	}
	for (size_t i = 0; i < f->non_lus_n; i++) {
		const struct unread *u = &f->non_lus[i];

		begin(p, statut_for_people(u->statut, u->introuvable), champ_for_people(p->a, u->champ));
		put(p, STYLE_PLAIN, STR(" : "));
		put_text(p, u->raison, EXCERPT_BYTES);
		if (u->pres.end > u->pres.start)
			put(p, STYLE_DIM, arena_printf(p->a, ", cherché ligne %u", place_at(p->r->places, u->pres.start).line));
		end(p);
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
		put(p, STYLE_PLAIN, STR(" = "));
		if (u->a_verifier)
			put(p, STYLE_BAD, STR("à vérifier par un juriste"));
		else
			put_text(p, unquoted(u->valeur), LIMIT_NAME_SHOWN);
		put(p, STYLE_PLAIN, period(p, u));
		put(p, STYLE_PLAIN, STR(" ("));
		put_text(p, u->source, EXCERPT_BYTES);
		if (!u->a_verifier)
			put(p, STYLE_DIM, u->verifie_le.n ? arena_printf(p->a, " ; relue le %.*s", STR_ARG(day_for_people(p->a, u->verifie_le)))
							  : STR(" ; non relue"));
		put(p, STYLE_PLAIN, STR(")"));
		end(p);
	}
}

static void print_law(struct page *p, const struct finding *f)
{
	for (size_t i = 0; i < f->fondement_n; i++) {
		const struct legal *l = f->fondement[i];

		begin(p, "fondement", legal_kind(l));
		put(p, STYLE_PLAIN, STR(" "));
		put_text(p, legal_reference(l), EXCERPT_BYTES);
		if (l->dit.n) {
			put(p, STYLE_PLAIN, STR(" : "));
			put_text(p, l->dit, EXCERPT_BYTES);
		}
		end(p);
	}
}

static void print_exception(struct page *p, const struct finding *f)
{
	const struct exemption *x = f->exception ? f->exception : f->exception_over;
	char day[DATE_WORDS];

	if (!x)
		return;
	begin(p, f->exception ? "exception" : "expirée", x->id);
	put(p, STYLE_PLAIN, arena_printf(p->a, ", jusqu'au %s, par ", date_words(x->jusqu_au, day)));
	put_text(p, x->par, LIMIT_NAME_SHOWN);
	put(p, STYLE_PLAIN, STR(" : "));
	put_text(p, x->raison, EXCERPT_BYTES);
	end(p);
}

static const enum style BY_VERDICT[] = { STYLE_GOOD, STYLE_BAD, STYLE_OPEN, STYLE_DIM, STYLE_BROKEN };

static void print_finding(struct page *p, const struct finding *f, bool whole)
{
	p->pen.margin = MARGIN;
	pen_to(&p->pen, 2);
	put(p, f->severity == SEVERITY_MINEURE || f->severity == SEVERITY_INFORMATION ? STYLE_WEAK : BY_VERDICT[f->verdict],
	    str_c(verdict_label(f->verdict)));
	put(p, STYLE_PLAIN, STR(" "));
	put(p, STYLE_TITLE, f->rule->id);
	put(p, STYLE_PLAIN, arena_printf(p->a, " %.*s", STR_ARG(f->rule->version)));
	if (f->verdict == VERDICT_ANOMALIE)
		put(p, STYLE_PLAIN, arena_printf(p->a, ", gravité %s%s", severity_word(f->severity),
						    f->from == FROM_CONFIG ? " (abaissée par la maison)" : ""));
	if (whole) {
		put(p, STYLE_DIM, STR(" — "));
		put(p, STYLE_DIM, escape_line(p->a, f->rule->titre, VALUE_BYTES));
		end(p);
		p->pen.margin = MARGIN;
		pen_to(&p->pen, MARGIN);
	} else {
		put(p, STYLE_PLAIN, STR(" : "));
	}
	put_text(p, message_for_people(p->a, f->verdict, f->message), LIMIT_MESSAGE * 4);
	end(p);
	print_exception(p, f);
	if (!whole)
		return;
	print_passages(p, f);
	print_lectures(p, f);
	print_values(p, f);
	if (f->verdict != VERDICT_SANS_OBJET)
		print_law(p, f);
}

/* What calls for an eye first. */
static int urgency(const struct finding *f)
{
	static const int by_verdict[] = { [VERDICT_ERREUR] = 5, [VERDICT_NON_VERIFIABLE] = 4, [VERDICT_CONFORME] = 2, [VERDICT_SANS_OBJET] = 1 };

	return f->verdict == VERDICT_ANOMALIE ? 10 + (int)f->severity : by_verdict[f->verdict];
}

static int by_urgency(const void *a, const void *b)
{
	const struct finding *const *x = a, *const *y = b;
	const int order = urgency(*y) - urgency(*x);

	return order ? order : *x < *y ? -1 : *x > *y;
}

static void print_not_applying(struct page *p, const struct finding *const *f, size_t n)
{
	p->pen.margin = MARGIN;
	pen_to(&p->pen, 2);
	put(p, STYLE_DIM, arena_printf(p->a, "sans objet (%zu) :", n));
	for (size_t i = 0; i < n; i++)
		put(p, STYLE_DIM, arena_printf(p->a, " %.*s%s", STR_ARG(f[i]->rule->id), i + 1 < n ? "," : ""));
	end(p);
}

static void print_rules(struct page *p, struct str head, size_t acte, bool of_seance)
{
	const struct explanation *x = p->x;
	const struct finding **f = ARENA_ARRAY(p->a, x->found.n, const struct finding *);
	const bool whole = x->r->actes_n == 1 || x->acte != EXPLAIN_ALL || x->tout;
	size_t n = 0;

	for (size_t i = 0; i < x->found.n; i++)
		if (x->found.at[i].rule->par_seance == of_seance && (of_seance || x->found.at[i].acte == acte))
			f[n++] = &x->found.at[i];
	if (n == 0)
		return;
	qsort(f, n, sizeof(const struct finding *), by_urgency);
	title(p, head);
	for (size_t i = 0; i < n; i++) {
		if (!whole && f[i]->verdict == VERDICT_SANS_OBJET) {
			print_not_applying(p, f + i, n - i);
			return;
		}
		print_finding(p, f[i], whole || f[i]->verdict == VERDICT_ANOMALIE || f[i]->verdict == VERDICT_ERREUR);
	}
}

static void head_row(struct page *p, const char *label, struct str value)
{
	p->pen.margin = LABEL_COL;
	pen_to(&p->pen, 2);
	put(p, STYLE_TITLE, str_c(label));
	pen_to(&p->pen, LABEL_COL - 2);
	put(p, STYLE_PLAIN, STR(": "));
	put_text(p, value, 4096);
	end(p);
}

static struct str plural(struct page *p, size_t n, const char *one)
{
	return arena_printf(p->a, "%zu %s%s", n, one, plural_s(n));
}

static void print_head(struct page *p)
{
	const struct explanation *x = p->x;
	const struct text *t = p->r->text;
	const char *format = x->drawn->format ? x->drawn->format->nom : "texte";
	const struct digest d = hash_of(x->raw);
	char hex[DIGEST_HEX];
	size_t rules;

	(void)ruleset_rules(x->rules, &rules);
	put(p, STYLE_TITLE, STR("Document"));
	end(p);
	head_row(p, "Fichier", str_c(x->path));
	head_row(p, "Type", t->tool.n ? arena_printf(p->a, "%s, %zu octets", format, x->raw.n)
				      : arena_printf(p->a, "%s (%s), %zu octets", format, text_encoding_word(t->encoding), x->raw.n));
	head_row(p, "Texte", t->tool.n ? arena_printf(p->a, "tiré par « %.*s », %zu octets", STR_ARG(t->tool), t->bytes.n)
			     : t->received ? STR("le fichier lui-même")
					   : arena_printf(p->a, "converti en UTF-8, %zu octets", t->bytes.n));
	head_row(p, "Empreinte", arena_printf(p->a, "SHA-256 %s", digest_hex(&d, hex)));
	head_row(p, "Contenu", arena_printf(p->a, "%.*s, %.*s", STR_ARG(plural(p, p->r->actes_n, "acte")),
					    STR_ARG(plural(p, p->r->pages, "page"))));
	head_row(p, "Règles", arena_printf(p->a, "%.*s, jeu %.12s", STR_ARG(plural(p, rules, "règle")), ruleset_sha256(x->rules)));
}

/* Of several actes: what `verifier` says of them. */
static void print_brief(struct page *p)
{
	const struct explanation *x = p->x;
	struct record_context about = { .reading = p->r, .path = STR(""), .memo = record_memo_new(p->a, p->r) };
	struct findings f;
	unsigned quiet = 0;

	if (p->r->actes_n < 2 || x->acte != EXPLAIN_ALL)
		return;
	findings_init(&f);
	for (size_t i = 0; i < x->found.n; i++) {
		const enum verdict v = x->found.at[i].verdict;
		struct record_parts parts;

		quiet += v == VERDICT_CONFORME || v == VERDICT_SANS_OBJET;
		if (v == VERDICT_CONFORME || v == VERDICT_SANS_OBJET)
			continue;
		record_of_finding(p->a, &about, &x->found.at[i], false, &parts);
		findings_add(&f, &parts);
	}
	title(p, STR("En bref"));
	findings_print(&f, p->pen.look, p->r->text->bytes, p->pen.out);
	p->pen.margin = 4;
	pen_to(&p->pen, 2);
	put(p, STYLE_DIM, arena_printf(p->a, "%u verdicts sont conformes ou sans objet.%s", quiet,
				       x->tout ? "" : " « --acte N » montre tout d'un acte, « --tout » tout de chacun."));
	end(p);
	findings_done(&f);
}

static void print_fields(struct page *p, size_t part)
{
	pen_end(&p->pen);
	reading_print_part(p->a, p->r, part, p->pen.look, p->pen.out);
}

void explain_page(const struct explanation *x, struct look look, struct buf *out)
{
	struct page p = { .x = x, .a = x->a, .r = x->r, .pen = { .out = out, .look = look } };
	const size_t n = x->r->actes_n;
	unsigned fields[READING_COUNTS];

	print_head(&p);
	print_brief(&p);
	print_fields(&p, READING_SEANCE);
	print_rules(&p, STR("Règles de la séance"), 0, true);
	for (size_t i = 0; i < n; i++) {
		if (x->acte != EXPLAIN_ALL && x->acte != i)
			continue;
		print_fields(&p, i);
		print_rules(&p, n > 1 ? arena_printf(p.a, "Règles de l'acte %zu", i + 1) : STR("Règles"), i, false);
	}
	pen_end(&p.pen);
	p.pen.margin = 0;
	reading_count(x->r, fields);
	reading_summary(fields, &p.pen);
	end(&p);
}
