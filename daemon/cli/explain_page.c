/* SPDX-License-Identifier: EUPL-1.2 */
#include "explain_priv.h"

#include <stdlib.h>

#include "escape.h"
#include "findings.h"
#include "fold.h"
#include "hash.h"
#include "reading_out.h"

#define MARGIN 6
#define OBJET_BYTES 160
#define LABEL_COL 19 /* of the head: labels are at most 16 columns */

static void title(struct page *p, struct str text)
{
	pen_end(&p->pen);
	explain_put(p, STYLE_TITLE, text);
	pen_end(&p->pen);
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
	explain_put(p, STYLE_DIM, arena_printf(p->a, "sans objet (%zu) :", n));
	for (size_t i = 0; i < n; i++)
		explain_put(p, STYLE_DIM, arena_printf(p->a, " %.*s%s", STR_ARG(f[i]->rule->id), i + 1 < n ? "," : ""));
	explain_row_end(p);
}

static enum detail detail_of(const struct page *p, const struct finding *const *f, size_t i)
{
	const struct explanation *x = p->x;
	const bool one_acte = x->r->actes_n == 1 || x->acte != EXPLAIN_ALL || x->tout;

	if (!one_acte && f[i]->verdict != VERDICT_ANOMALIE && f[i]->verdict != VERDICT_ERREUR)
		return DETAIL_LINE;
	for (size_t k = 0; k < i; k++)
		if (f[k]->rule == f[i]->rule && f[k]->acte == f[i]->acte)
			return DETAIL_PASSAGES;
	return DETAIL_ALL;
}

static void print_rules(struct page *p, struct str head, size_t acte, bool of_seance)
{
	const struct explanation *x = p->x;
	const struct finding **f = ARENA_ARRAY(p->a, x->found.n, const struct finding *);
	size_t n = 0;

	for (size_t i = 0; i < x->found.n; i++)
		if (x->found.at[i].rule->par_seance == of_seance && (of_seance || x->found.at[i].acte == acte))
			f[n++] = &x->found.at[i];
	if (n == 0)
		return;
	qsort(f, n, sizeof(const struct finding *), by_urgency);
	title(p, head);
	for (size_t i = 0; i < n; i++) {
		const enum detail detail = detail_of(p, f, i);

		if (detail == DETAIL_LINE && f[i]->verdict == VERDICT_SANS_OBJET && !x->une_regle) {
			print_not_applying(p, f + i, n - i);
			return;
		}
		explain_finding(p, f[i], detail);
	}
}

static void head_row(struct page *p, const char *label, struct str value)
{
	p->pen.margin = LABEL_COL;
	pen_to(&p->pen, 2);
	explain_put(p, STYLE_TITLE, str_c(label));
	pen_to(&p->pen, LABEL_COL - 2);
	explain_put(p, STYLE_PLAIN, STR(": "));
	explain_text(p, value, 4096);
	explain_row_end(p);
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
	explain_put(p, STYLE_TITLE, STR("Document"));
	explain_row_end(p);
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

static bool is_narrowed(const struct explanation *x)
{
	return x->acte != EXPLAIN_ALL || x->une_regle;
}

/* Of several actes: what `verifier` says of them. */
static void print_brief(struct page *p)
{
	const struct explanation *x = p->x;
	struct record_context about = { .reading = p->r, .path = STR(""), .memo = record_memo_new(p->a, p->r) };
	struct findings f;
	unsigned quiet = 0;

	if (p->r->actes_n < 2 || is_narrowed(x))
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
	explain_put(p, STYLE_DIM, arena_printf(p->a, "%u verdicts sont conformes ou sans objet.%s", quiet,
				       x->tout ? "" : " « --acte N » montre tout d'un acte, « --tout » tout de chacun."));
	explain_row_end(p);
	findings_done(&f);
}

static void print_fields(struct page *p, size_t part)
{
	pen_end(&p->pen);
	reading_print_part(p->a, p->r, part, p->pen.look, p->pen.out);
}

static struct str head_of_rules(struct page *p, size_t acte)
{
	const struct field *objet = &p->r->actes[acte].objet;
	const size_t n = p->r->actes_n;

	if (n == 1)
		return p->x->une_regle ? STR("Règle") : STR("Règles");
	if (!p->x->une_regle)
		return arena_printf(p->a, "Règles de l'acte %zu", acte + 1);
	if (objet->statut != FIELD_LU)
		return arena_printf(p->a, "Acte %zu sur %zu", acte + 1, n);
	return arena_printf(p->a, "Acte %zu sur %zu « %.*s »", acte + 1, n, STR_ARG(escape_line(p->a, squeeze(p->a, objet->texte), OBJET_BYTES)));
}

static void print_foot(struct page *p)
{
	unsigned fields[READING_COUNTS];

	pen_end(&p->pen);
	p->pen.margin = 0;
	if (is_narrowed(p->x)) {
		explain_put(p, STYLE_DIM, STR("Sans --acte ni --regle : aussi le reste de ce qui est lu, et les autres règles."));
	} else {
		reading_count(p->r, fields);
		reading_summary(fields, &p->pen);
	}
	explain_row_end(p);
}

void explain_page(const struct explanation *x, struct look look, struct buf *out)
{
	struct page p = { .x = x, .a = x->a, .r = x->r, .pen = { .out = out, .look = look } };

	print_head(&p);
	print_brief(&p);
	if (!is_narrowed(x))
		print_fields(&p, READING_SEANCE);
	print_rules(&p, x->une_regle ? STR("Séance") : STR("Règles de la séance"), 0, true);
	for (size_t i = 0; i < x->r->actes_n; i++) {
		if (x->acte != EXPLAIN_ALL && x->acte != i)
			continue;
		if (!x->une_regle)
			print_fields(&p, i);
		print_rules(&p, head_of_rules(&p, i), i, false);
	}
	print_foot(&p);
}
