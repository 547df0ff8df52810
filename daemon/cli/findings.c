/* SPDX-License-Identifier: EUPL-1.2 */
#include "findings.h"

#include "bounds.h"
#include "escape.h"
#include "fold.h"

#define PASSAGE_BYTES 400
#define OBJET_BYTES 80
#define PERSON_MARGIN 6

struct finding_group {
	struct record_parts p; /* of the first; its texts are ours */
	struct { uint32_t *at; size_t n, cap; } actes;
};

void findings_init(struct findings *f)
{
	*f = (struct findings){ 0 };
	arena_init(&f->a, LIMIT_ACT_MEMORY);
}

void findings_done(struct findings *f)
{
	arena_done(&f->a);
}

static bool same(const struct record_parts *a, const struct record_parts *b)
{
	return a->event == b->event && a->verdict == b->verdict && a->severity == b->severity && a->acte > 0 && b->acte > 0 &&
	       str_eq(a->bell[BELL_RULE], b->bell[BELL_RULE]) && str_eq(a->bell[BELL_MESSAGE], b->bell[BELL_MESSAGE]) &&
	       (a->event != EVENT_ALERTE || str_eq(a->passages, b->passages));
}

static struct finding_group *group_of(struct findings *f, const struct record_parts *p)
{
	static const enum bell_field shown[] = { BELL_WORD, BELL_RULE, BELL_LEGAL, BELL_MESSAGE };

	for (size_t i = 0; i < f->groups.n; i++)
		if (same(&f->groups.at[i].p, p))
			return &f->groups.at[i];
	struct finding_group *g = ARENA_PUSH(&f->a, &f->groups);

	g->p = (struct record_parts){ .exempted_by = arena_dup(&f->a, p->exempted_by), .event = p->event, .verdict = p->verdict, .severity = p->severity, .acte = p->acte, .actes = p->actes,
				      .objet = arena_dup(&f->a, p->objet), .passages = arena_dup(&f->a, p->passages) };
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		g->p.bell[shown[i]] = arena_dup(&f->a, p->bell[shown[i]]);
	return g;
}

void findings_add(struct findings *f, const struct record_parts *p)
{
	struct finding_group *g = group_of(f, p);

	if (p->acte > 0 && (g->actes.n == 0 || g->actes.at[g->actes.n - 1] != p->acte))
		*ARENA_PUSH(&f->a, &g->actes) = p->acte;
}

static enum style style_of(const struct record_parts *p)
{
	if (p->event == EVENT_ALERTE && p->exempted_by.n)
		return STYLE_DIM;
	if (p->event == EVENT_ALERTE)
		return p->severity >= SEVERITY_MAJEURE ? STYLE_BAD : STYLE_WEAK;
	if (p->event == EVENT_NON_VERIFIABLE)
		return STYLE_OPEN;
	return p->event == EVENT_REGLE || p->verdict == VERDICT_ERREUR ? STYLE_BROKEN : STYLE_PLAIN;
}

static struct str word_of(const struct record_parts *p)
{
	if (p->event == EVENT_NON_VERIFIABLE || p->event == EVENT_SANS_OBJET)
		return str_c(verdict_label(p->verdict));
	return p->event == EVENT_REGLE && p->bell[BELL_RULE].n == 0 ? STR("règles") : p->bell[BELL_WORD];
}

/* "1 à 3, 5 et 7": the numbers come in order. */
static struct str ranges(struct arena *a, const uint32_t *at, size_t n)
{
	struct str s = STR("");

	for (size_t i = 0, last; i < n; i = last + 1) {
		for (last = i; last + 1 < n && at[last + 1] == at[last] + 1;)
			last++;
		last = last < i + 2 ? i : last; /* two in a row are two */
		const char *before = i == 0 ? "" : last + 1 == n ? " et " : ", ";

		s = arena_printf(a, "%.*s%s%u", STR_ARG(s), before, at[i]);
		if (last > i)
			s = arena_printf(a, "%.*s à %u", STR_ARG(s), at[last]);
	}
	return s;
}

static void put_actes(struct arena *a, struct pen *pen, const struct finding_group *g)
{
	if (g->p.actes < 2 || g->actes.n == 0)
		return;
	struct str which = ranges(a, g->actes.at, g->actes.n);
	bool one = g->actes.n == 1;

	pen_put(pen, STYLE_PLAIN, one ? arena_printf(a, ", acte %.*s sur %u", STR_ARG(which), g->p.actes)
				      : arena_printf(a, ", actes %.*s", STR_ARG(which)));
	if (one && g->p.objet.n > 0) {
		const struct str head = utf8_head(g->p.objet, OBJET_BYTES);

		pen_put(pen, STYLE_PLAIN, arena_printf(a, " « %.*s%s »", STR_ARG(head), head.n < g->p.objet.n ? "…" : ""));
	}
}

/* "page 2, " where a text of several pages is parted by form feeds; the last one ends the last page. */
static struct str page_of(struct arena *a, struct str text, size_t offset)
{
	size_t feed = str_find(text, STR("\f"), 0);
	unsigned page = 1;

	if (feed == STR_NONE || feed + 1 == text.n)
		return STR("");
	for (; feed < offset; feed = str_find(text, STR("\f"), feed + 1))
		page++;
	return arena_printf(a, "page %u, ", page);
}

/* The passage behind "820-866 L20:1", as the reader saw it. */
static void put_passage(struct arena *a, struct pen *pen, struct str span, struct str line, struct str text)
{
	const size_t dash = str_find(span, STR("-"), 0), colon = str_find(line, STR(":"), 0);
	int64_t from, to;

	if (dash == STR_NONE || colon == STR_NONE || !str_int(str_part(span, 0, dash), &from) ||
	    !str_int(str_part(span, dash + 1, span.n), &to))
		return;
	const struct str passage = escape_line(a, squeeze(a, str_part(text, (size_t)from, (size_t)to)), PASSAGE_BYTES);

	pen_to(pen, PERSON_MARGIN);
	pen_put(pen, STYLE_DIM, arena_printf(a, "%.*sligne %.*s : « %.*s »", STR_ARG(page_of(a, text, (size_t)from)), STR_ARG(str_part(line, 1, colon)),
					     STR_ARG(passage)));
	pen_end(pen);
}

static struct str next_word(struct str s, size_t *at)
{
	size_t space = str_find(s, STR(" "), *at);
	struct str word = str_part(s, *at, space);

	*at = space == STR_NONE ? s.n : space + 1;
	return word;
}

static void put_grounds(struct arena *a, struct pen *pen, const struct record_parts *p, struct str text)
{
	if (p->bell[BELL_LEGAL].n) {
		pen_to(pen, PERSON_MARGIN);
		pen_put(pen, STYLE_PLAIN, p->bell[BELL_LEGAL]);
		pen_end(pen);
	}
	for (size_t at = 0; at < p->passages.n;) {
		struct str span = next_word(p->passages, &at), line = next_word(p->passages, &at);

		put_passage(a, pen, span, line, text);
	}
}

/* The document counts one anomaly per acte; said once above, they are fewer. */
static struct str fewer_than_counted(struct findings *f)
{
	unsigned groups = 0;
	bool repeated = false;

	for (size_t i = 0; i < f->groups.n; i++) {
		groups += f->groups.at[i].p.event == EVENT_ALERTE;
		repeated |= f->groups.at[i].p.event == EVENT_ALERTE && f->groups.at[i].actes.n > 1;
	}
	if (!repeated)
		return STR("");
	return groups == 1 ? STR(" ; ces anomalies sont un seul constat") : arena_printf(&f->a, " ; ces anomalies sont %u constats différents", groups);
}

static void print_group(struct findings *f, struct pen *pen, const struct finding_group *g, struct str text)
{
	struct arena *a = &f->a;
	const struct record_parts *p = &g->p;

	pen_to(pen, 2);
	pen_put(pen, style_of(p), word_of(p));
	if (p->bell[BELL_RULE].n) {
		pen_put(pen, STYLE_PLAIN, STR(" "));
		pen_put(pen, STYLE_TITLE, p->bell[BELL_RULE]);
	}
	put_actes(a, pen, g);
	pen_put(pen, STYLE_PLAIN, STR(" : "));
	pen_put(pen, STYLE_PLAIN, message_for_people(a, p->verdict, p->bell[BELL_MESSAGE]));
	if (p->event == EVENT_DOCUMENT)
		pen_put(pen, STYLE_PLAIN, fewer_than_counted(f));
	pen_end(pen);
	if (p->event == EVENT_ALERTE)
		put_grounds(a, pen, p, text);
}

void findings_print(struct findings *f, struct look look, struct str text, struct buf *out)
{
	static const enum event_kind order[] = { EVENT_ALERTE, EVENT_REGLE, EVENT_NON_VERIFIABLE, EVENT_SANS_OBJET, EVENT_CONFORME, EVENT_DOCUMENT };
	struct pen pen = { .out = out, .look = look, .margin = PERSON_MARGIN };

	for (size_t k = 0; k < sizeof order / sizeof *order; k++)
		for (size_t i = 0; i < f->groups.n; i++)
			if (f->groups.at[i].p.event == order[k])
				print_group(f, &pen, &f->groups.at[i], text);
}
