/* SPDX-License-Identifier: EUPL-1.2 */
#include <limits.h>

#include "bounds.h"
#include "escape.h"
#include "finding.h"
#include "replay.h"

#define SHOWN_EACH 20 /* differences of one rule and kind, unless --tout */
#define MARGIN 6

static const struct {
	const char *word;          /* for programs */
	const char *one, *many;    /* counted */
	const char *shown;
	enum style style;
} KINDS[CHANGES_N] = {
	[CHANGE_ADDED] = { "ajoutee", "alerte ajoutée", "alertes ajoutées", "ajoutée", STYLE_BAD },
	[CHANGE_REMOVED] = { "retiree", "alerte retirée", "alertes retirées", "retirée", STYLE_GOOD },
	[CHANGE_UNDECIDED] = { "non_verifiable", "devenue non vérifiable", "devenues non vérifiables", "non vérifiable", STYLE_OPEN },
	[CHANGE_DECIDED] = { "decidee", "désormais décidée", "désormais décidées", "décidée", STYLE_GOOD },
	[CHANGE_SEVERITY] = { "gravite", "gravité changée", "gravités changées", "gravité", STYLE_WEAK },
	[CHANGE_MESSAGE] = { "message", "message changé", "messages changés", "message", STYLE_PLAIN },
	[CHANGE_VERDICT] = { "verdict", "conforme ou sans objet autrement", "conformes ou sans objet autrement", "verdict", STYLE_DIM },
};

const char *change_word(enum change c)
{
	return KINDS[c].word;
}

struct page {
	const struct replay *rp;
	struct arena a;
	struct pen pen;
	bool tout;
};

static void put(struct page *p, enum style s, struct str text)
{
	pen_put(&p->pen, s, text);
}

static void blank(struct page *p)
{
	if (p->pen.out->n > 0)
		pen_end(&p->pen);
}

static void put_side(struct page *p, const struct replay_side *s)
{
	if (s->verdict < 0) {
		put(p, STYLE_PLAIN, STR("règle absente"));
		return;
	}
	put(p, STYLE_PLAIN, str_c(s->severity ? severity_word((enum severity)s->severity) : verdict_label((enum verdict)s->verdict)));
	put(p, STYLE_PLAIN, STR(", "));
	put(p, STYLE_PLAIN, s->message);
}

/* The archive names its files by hour and hash: who reads knows the name it came with. */
static void print_document(struct page *p, const struct replay_document *d, enum style style)
{
	const struct str path = escape_line(&p->a, str_c(d->path), PATH_MAX);

	put(p, style, d->archived ? d->name : path);
	if (d->archived)
		put(p, STYLE_DIM, arena_printf(&p->a, " (%.*s)", STR_ARG(path)));
}

static void print_where(struct page *p, const struct replay_document *d, const struct replay_change *c)
{
	print_document(p, d, STYLE_TITLE);
	if (c->acte > 0 && c->actes > 1)
		put(p, STYLE_PLAIN, arena_printf(&p->a, ", acte %u sur %u", c->acte, c->actes));
	if (c->line > 0)
		put(p, STYLE_PLAIN, arena_printf(&p->a, ", ligne %u", c->line));
	put(p, STYLE_PLAIN, STR(" :"));
}

static void print_row(struct page *p, const char *label, const struct replay_side *s)
{
	pen_to(&p->pen, MARGIN);
	put(p, STYLE_DIM, str_c(label));
	put_side(p, s);
	pen_end(&p->pen);
}

static void print_change(struct page *p, const struct replay_document *d, const struct replay_change *c)
{
	p->pen.margin = MARGIN + 8;
	pen_to(&p->pen, 2);
	put(p, KINDS[c->what].style, str_c(KINDS[c->what].shown));
	put(p, STYLE_PLAIN, STR(" "));
	print_where(p, d, c);
	pen_end(&p->pen);
	print_row(p, "avant : ", &c->before);
	print_row(p, "après : ", &c->after);
}

static void print_kind(struct page *p, const struct replay_rule *rule, enum change what)
{
	unsigned shown = 0;

	for (size_t i = 0; i < p->rp->documents.n; i++) {
		const struct replay_outcome *o = &p->rp->outcomes[i];

		for (size_t k = 0; k < o->changes.n; k++) {
			if (o->changes.at[k].what != what || !str_eq(o->changes.at[k].rule, rule->id))
				continue;
			if (p->tout || shown < SHOWN_EACH)
				print_change(p, o->document, &o->changes.at[k]);
			shown++;
		}
	}
	if (p->tout || shown <= SHOWN_EACH)
		return;
	pen_to(&p->pen, 2);
	const unsigned more = shown - SHOWN_EACH;
	put(p, STYLE_DIM, arena_printf(&p->a, "… et %u autre%s (%s) ; --tout %s montre", more, plural_s(more), KINDS[what].shown,
				       more > 1 ? "les" : "la"));
	pen_end(&p->pen);
}

static unsigned sum(const unsigned changes[CHANGES_N])
{
	unsigned n = 0;

	for (int k = 0; k < CHANGES_N; k++)
		n += changes[k];
	return n;
}

static void put_counts(struct page *p, const unsigned changes[CHANGES_N])
{
	const char *before = "";

	for (int k = 0; k < CHANGES_N; k++) {
		if (changes[k] == 0)
			continue;
		put(p, STYLE_PLAIN, arena_printf(&p->a, "%s%u %s", before, changes[k], changes[k] > 1 ? KINDS[k].many : KINDS[k].one));
		before = ", ";
	}
	if (*before == '\0')
		put(p, STYLE_PLAIN, STR("aucune différence"));
}

/* Its fault was told when it was met. */
static void print_fault(struct page *p, const struct replay_rule *rule)
{
	const struct str *v = rule->version;

	put(p, STYLE_PLAIN, v[0].n > 0 ? arena_printf(&p->a, " %.*s → ", STR_ARG(v[0])) : STR(" "));
	put(p, STYLE_BAD, STR("ne se charge pas"));
	put(p, STYLE_PLAIN, arena_printf(&p->a, "%s%.*s : elle n'est pas comparée", v[0].n == 0 && v[1].n > 0 ? " → " : "", v[0].n == 0 ? (int)v[1].n : 0, v[1].p));
	pen_end(&p->pen);
}

static void print_rule(struct page *p, const struct replay_rule *rule)
{
	if (sum(rule->changes) == 0 && rule->fault.n == 0)
		return;
	p->pen.margin = 2;
	blank(p);
	put(p, STYLE_TITLE, rule->id);
	if (rule->fault.n > 0) {
		print_fault(p, rule);
		return;
	}
	if (rule->version[0].n == 0)
		put(p, STYLE_PLAIN, arena_printf(&p->a, " %.*s, nouvelle", STR_ARG(rule->version[1])));
	else if (rule->version[1].n == 0)
		put(p, STYLE_PLAIN, arena_printf(&p->a, " %.*s, supprimée", STR_ARG(rule->version[0])));
	else if (str_eq(rule->version[0], rule->version[1]))
		put(p, STYLE_PLAIN, arena_printf(&p->a, " %.*s", STR_ARG(rule->version[0])));
	else
		put(p, STYLE_PLAIN, arena_printf(&p->a, " %.*s → %.*s", STR_ARG(rule->version[0]), STR_ARG(rule->version[1])));
	put(p, STYLE_PLAIN, STR(" : "));
	put_counts(p, rule->changes);
	pen_end(&p->pen);
	for (int k = 0; k < CHANGES_N; k++)
		if (rule->changes[k] > 0 && (k != CHANGE_VERDICT || p->tout))
			print_kind(p, rule, (enum change)k);
}

static void print_unread(struct page *p)
{
	if (p->rp->unread == 0)
		return;
	blank(p);
	put(p, STYLE_TITLE, STR("Non lus"));
	pen_end(&p->pen);
	p->pen.margin = MARGIN;
	for (size_t i = 0; i < p->rp->documents.n; i++) {
		const struct replay_outcome *o = &p->rp->outcomes[i];

		if (!o->done || o->read)
			continue;
		pen_to(&p->pen, 2);
		print_document(p, o->document, STYLE_PLAIN);
		put(p, STYLE_PLAIN, arena_printf(&p->a, " : %.*s", STR_ARG(o->reason)));
		pen_end(&p->pen);
	}
}

static struct str counted(struct page *p, size_t n, const char *word, const char *after)
{
	return arena_printf(&p->a, "%zu %s%s%s%s", n, word, plural_s(n), after, *after ? plural_s(n) : "");
}

static void put_faults(struct page *p)
{
	unsigned n = 0;

	for (size_t i = 0; i < p->rp->rules.n; i++)
		n += p->rp->rules.at[i].fault.n > 0;
	if (n > 0)
		put(p, STYLE_BAD, arena_printf(&p->a, n > 1 ? " ; %u règles qui ne se chargent pas ne sont pas comparées"
							    : " ; %u règle qui ne se charge pas n'est pas comparée", n));
}

static void print_total(struct page *p)
{
	const struct replay *rp = p->rp;
	size_t rules[2];

	p->pen.margin = 2;
	blank(p);
	for (int k = 0; k < 2; k++)
		(void)ruleset_rules(rp->sets[k], &rules[k]);
	if (rp->interrupted) {
		put(p, STYLE_BAD, arena_printf(&p->a, "Interrompu : %u documents vus sur %zu.", rp->read + rp->unread, rp->documents.n));
		pen_end(&p->pen);
	}
	put(p, STYLE_PLAIN, arena_printf(&p->a, "%.*s, %.*s, ", STR_ARG(counted(p, rp->read, "document", " jugé")), STR_ARG(counted(p, rp->actes, "acte", ""))));
	put(p, STYLE_PLAIN, counted(p, rp->unread, "non lu", ""));
	put(p, STYLE_PLAIN, arena_printf(&p->a, " ; %zu règles avant (jeu %.12s), %zu après (jeu %.12s)", rules[0], ruleset_sha256(rp->sets[0]),
					 rules[1], ruleset_sha256(rp->sets[1])));
	pen_end(&p->pen);
	put(p, STYLE_TITLE, STR("Total : "));
	put_counts(p, rp->changes);
	put_faults(p);
	pen_end(&p->pen);
}

void replay_print(const struct replay *rp, const struct options *o, struct buf *out)
{
	struct page p = { .rp = rp, .pen = { .out = out, .look = o->look }, .tout = o->tout };

	arena_init(&p.a, LIMIT_ACT_MEMORY);
	for (size_t i = 0; i < rp->rules.n; i++)
		print_rule(&p, &rp->rules.at[i]);
	print_unread(&p);
	print_total(&p);
	arena_done(&p.a);
}
