/* SPDX-License-Identifier: EUPL-1.2 */
/* A document with pages of which there is no text: pictures between pages of text. What such a page may say is not known, so
 * nothing is concluded from silence.
 *
 * Séance: what is absent, or a list with nobody in it, is ILLISIBLE. A list that goes on to the foot of the page before is not
 * known to be whole. What stands on the pages that are read is read.
 * Acte: one that begins before such a page and ends behind it may be two, so what stands behind is ILLISIBLE, and so is who is
 * present: members may come and go there. One beside which such a page stands may go on on it: it is `incomplet`, and its
 * lists are not whole; visas that end above are.
 */
#include "bounds.h"
#include "fields.h"
#include "reader_priv.h"

#define FOOT_TOKENS 12 /* a footer, a signature: fewer words than this below a list leave it at the foot of the page */

struct gap { /* the pages that are not read, and the sentence that names them */
	struct reader *rd;
	const unsigned *pages;
	size_t n;
	struct str names;
};

static unsigned page_of(const struct gap *g, size_t offset)
{
	return place_at(g->rd->r->places, offset).page;
}

/* Is a page of [from, to] not read? *ret is the first. */
static bool between(const struct gap *g, unsigned from, unsigned to, unsigned *ret)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->pages[i] >= from && g->pages[i] <= to) {
			*ret = g->pages[i];
			return true;
		}
	return false;
}

static void not_known(const struct gap *g, struct field *f)
{
	const struct span near = f->span;

	field_illisible(g->rd, f, near, "%.*s : ce qui y est peut changer cette lecture", STR_ARG(g->names));
	f->introuvable = false;
}

static bool is_people(enum field_type type)
{
	return type == TYPE_ELUS || type == TYPE_POUVOIRS;
}

static bool is_silence(enum field_type type, const struct field *f)
{
	return f->statut == FIELD_ABSENT || (f->statut == FIELD_LU && type >= TYPE_ELUS && f->n == 0);
}

static size_t token_from(const struct tokens *t, size_t offset)
{
	size_t low = 0, high = t->n;

	while (low < high) {
		const size_t mid = low + (high - low) / 2;
		if (t->at[mid].start < offset)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The pages on which the text of `s` begins and ends, stamps on pages that are not read left aside. */
static void pages_read(const struct gap *g, struct span s, unsigned *ret_from, unsigned *ret_to)
{
	const struct tokens *t = &g->rd->t;
	size_t from = token_from(t, s.start), to = token_from(t, s.end);
	unsigned u;

	while (from + 1 < to && between(g, page_of(g, t->at[from].start), page_of(g, t->at[from].start), &u))
		from++;
	while (to > from + 1 && between(g, page_of(g, t->at[to - 1].start), page_of(g, t->at[to - 1].start), &u))
		to--;
	*ret_from = from < t->n ? page_of(g, t->at[from].start) : g->rd->r->pages;
	*ret_to = to > from ? page_of(g, t->at[to - 1].start) : *ret_from;
}

/* Words of the page below `offset`, as far as they are counted. */
static unsigned words_below(const struct gap *g, size_t offset)
{
	const struct tokens *t = &g->rd->t;
	const unsigned page = page_of(g, offset);
	unsigned n = 0;

	for (size_t i = token_from(t, offset); i < t->n && n < FOOT_TOKENS && page_of(g, t->at[i].start) == page; i++)
		n += t->at[i].kind == TOK_WORD;
	return n;
}

/* It runs over a page that is not read, or up to one. */
static bool torn(const struct gap *g, struct span s)
{
	unsigned u;

	if (s.end <= s.start)
		return false;
	const unsigned last = page_of(g, s.end - 1);
	return between(g, page_of(g, s.start), last, &u) || (between(g, last + 1, last + 1, &u) && words_below(g, s.end) < FOOT_TOKENS);
}

static struct field *writable(const struct field_desc *d, void *owner)
{
	return (struct field *)(void *)((char *)owner + d->offset);
}

static void doubt_seance(const struct gap *g)
{
	for (size_t i = 0; i < FIELDS_N; i++) {
		const struct field_desc *d = &FIELDS[i];
		struct field *f = d->scope == SCOPE_SEANCE ? writable(d, g->rd->r) : NULL;
		if (f != NULL && (is_silence(d->type, f) || (f->statut == FIELD_LU && is_people(d->type) && torn(g, f->span))))
			not_known(g, f);
	}
}

/* Everything of a scope that stands behind page `u`. */
static void doubt_behind(const struct gap *g, enum field_scope scope, void *owner, unsigned u)
{
	for (size_t i = 0; i < FIELDS_N; i++) {
		struct field *f = FIELDS[i].scope == scope ? writable(&FIELDS[i], owner) : NULL;
		if (f != NULL && f->statut == FIELD_LU && f->span.end > f->span.start && page_of(g, f->span.end - 1) > u)
			not_known(g, f);
	}
}

static void doubt_votes(const struct gap *g, struct acte *acte, unsigned behind)
{
	struct vote *votes = ARENA_ARRAY(g->rd->a, acte->votes_n, struct vote);

	for (size_t v = 0; v < acte->votes_n; v++) {
		votes[v] = acte->votes[v];
		const bool cut = torn(g, votes[v].span);
		for (size_t i = 0; cut && i < FIELDS_N; i++)
			if (FIELDS[i].scope == SCOPE_VOTE && is_silence(FIELDS[i].type, writable(&FIELDS[i], &votes[v])))
				not_known(g, writable(&FIELDS[i], &votes[v]));
		if (behind > 0)
			doubt_behind(g, SCOPE_VOTE, &votes[v], behind);
	}
	acte->votes = votes;
}

/* Its own lists: whole only when the acte is, but for visas that end above the page. */
static void doubt_lists(const struct gap *g, struct acte *acte, unsigned first)
{
	for (size_t i = 0; i < FIELDS_N; i++) {
		const struct field_desc *d = &FIELDS[i];
		struct field *f = d->scope == SCOPE_ACTE ? writable(d, acte) : NULL;
		if (f == NULL || f == &acte->presents || f == &acte->pouvoirs)
			continue;
		const bool above = f == &acte->visas && f->n > 0 && !torn(g, f->span) && page_of(g, f->span.end - 1) < first;
		if (is_silence(d->type, f) || (f->statut == FIELD_LU && d->type >= TYPE_ELUS && !above))
			not_known(g, f);
	}
}

static void doubt_people(const struct gap *g, struct acte *acte, bool broken)
{
	const struct reading *r = g->rd->r;

	if (acte->presents.statut == FIELD_LU && (broken || r->presents.statut != FIELD_LU))
		not_known(g, &acte->presents);
	if (acte->pouvoirs.statut == FIELD_LU && (broken || r->pouvoirs.statut != FIELD_LU))
		not_known(g, &acte->pouvoirs);
}

/* Pages that may be the acte's: from the end of the one before to the start of the next. */
static bool beside(const struct gap *g, size_t i, unsigned *ret)
{
	const struct reading *r = g->rd->r;
	unsigned least = 1, most = LIMIT_PAGES, other;

	if (i > 0)
		pages_read(g, r->actes[i - 1].span, &other, &least);
	if (i + 1 < r->actes_n)
		pages_read(g, r->actes[i + 1].span, &most, &other);
	return between(g, least, most, ret);
}

static void doubt_acte(const struct gap *g, size_t i)
{
	struct acte *acte = &g->rd->actes[i];
	unsigned first, from, to, inside = 0;

	pages_read(g, acte->span, &from, &to);
	const bool broken = between(g, from, to, &inside);
	acte->incomplet = beside(g, i, &first);
	if (acte->incomplet) {
		doubt_lists(g, acte, first);
		doubt_votes(g, acte, broken ? inside : 0);
	}
	if (broken)
		doubt_behind(g, SCOPE_ACTE, acte, inside);
	doubt_people(g, acte, broken || between(g, page_of(g, g->rd->r->presents.span.start), from, &first));
}

static struct str names_of(struct reader *rd, const unsigned *pages, size_t n)
{
	struct str s = arena_printf(rd->a, n > 1 ? "pages %u" : "page %u", pages[0]);

	for (size_t i = 1; i < n && i < 8; i++)
		s = arena_printf(rd->a, "%.*s, %u", STR_ARG(s), pages[i]);
	return arena_printf(rd->a, "%.*s%s sans texte, non lue%s", STR_ARG(s), n > 8 ? "…" : "", n > 1 ? "s" : "");
}

void reader_unread_pages(struct reader *rd)
{
	if (rd->text->unread_n == 0)
		return;
	const struct gap g = { rd, rd->text->unread, rd->text->unread_n, names_of(rd, rd->text->unread, rd->text->unread_n) };

	doubt_seance(&g);
	for (size_t i = 0; i < rd->r->actes_n; i++)
		doubt_acte(&g, i);
}
