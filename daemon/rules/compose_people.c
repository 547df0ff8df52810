/* SPDX-License-Identifier: EUPL-1.2 */
/* The lists of people are written anew, all at once, in the words of the plainest samples: presents, proxies and absents of the act, each
 * under the name of somebody invented. */
#include "compose_priv.h"

#define COLUMNS 100

struct list_writer {
	struct work *w;
	struct buf b;
	size_t line; /* where the last line begins */
	bool lost;   /* somebody could not be given a name */
};

static void put_word(struct list_writer *l, struct str s)
{
	if (l->b.n - l->line + s.n > COLUMNS && l->b.n > l->line && l->b.p[l->b.n - 1] == ' ') {
		l->b.p[l->b.n - 1] = '\n';
		l->line = l->b.n;
	}
	buf_str(&l->b, s);
}

static void put_person(struct list_writer *l, const struct person *p, const char *behind)
{
	const struct person *who = disguise_person(l->w->d, p);
	l->lost |= !who;
	if (who)
		put_word(l, arena_printf(l->w->a, "%.*s %.*s%s", STR_ARG(who->civilite), STR_ARG(who->nom), behind));
}

static void put_line(struct list_writer *l, const char *s)
{
	buf_c(&l->b, s);
	l->line = l->b.n;
}

static void put_list(struct list_writer *l, const char *head, const struct item *at, size_t n)
{
	if (!n)
		return;
	put_line(l, l->b.n ? "\n\n" : "");
	buf_c(&l->b, head);
	for (size_t i = 0; i < n; i++)
		put_person(l, &at[i].qui, i + 1 < n ? ", " : ".");
}

static void put_proxies(struct list_writer *l, const struct field *f)
{
	if (f->n)
		put_line(l, "\n\nAbsents ayant donné pouvoir :");
	for (size_t i = 0; i < f->n; i++) {
		put_line(l, "\n");
		put_person(l, &f->items[i].qui, " a donné pouvoir à ");
		put_person(l, &f->items[i].porteur, i + 1 < f->n ? " ;" : ".");
	}
}

/* The list in force for the acte when it is read, else the séance's. */
static const struct field *in_force(const struct field *acte, const struct field *seance)
{
	return acte->statut == FIELD_LU ? acte : seance;
}

/* Absents that gave no proxy. */
static size_t plain_absents(const struct reading *r, const struct field *proxies, struct item *ret)
{
	size_t n = 0;
	for (size_t i = 0; r->absents.statut == FIELD_LU && i < r->absents.n; i++) {
		bool gave = false;
		for (size_t k = 0; k < proxies->n; k++)
			gave |= str_eq(proxies->items[k].qui.cle, r->absents.items[i].qui.cle);
		if (!gave)
			ret[n++] = r->absents.items[i];
	}
	return n;
}

static struct str lists_of(struct work *w)
{
	const struct reading *r = w->act;
	const struct acte *acte = &r->actes[w->acte];
	const struct field *presents = in_force(&acte->presents, &r->presents), *proxies = in_force(&acte->pouvoirs, &r->pouvoirs);
	struct item *absents = ARENA_ARRAY(w->a, r->absents.n, struct item);
	struct list_writer l = { .w = w };
	buf_init(&l.b, LIMIT_SAMPLE_BYTES);
	put_list(&l, "Étaient présents : ", presents->items, presents->statut == FIELD_LU ? presents->n : 0);
	if (proxies->statut == FIELD_LU)
		put_proxies(&l, proxies);
	put_list(&l, "Absents : ", absents, plain_absents(r, proxies, absents));
	struct str done = l.lost || l.b.full ? STR("") : arena_dup(w->a, buf_view(&l.b));
	buf_done(&l.b);
	return done;
}

static void widen(struct span *s, const struct field *f)
{
	if (f->span.end <= f->span.start)
		return;
	s->start = s->end == 0 || f->span.start < s->start ? f->span.start : s->start;
	s->end = f->span.end > s->end ? f->span.end : s->end;
}

/* Where the sample has its lists, from the paragraph of the first to the end of the last line. */
static struct span lists_here(const struct work *w)
{
	const struct reading *r = w->s.r;
	struct span s = { 0, 0 };
	widen(&s, &r->presents);
	widen(&s, &r->pouvoirs);
	widen(&s, &r->absents);
	if (s.end == 0)
		return s;
	s.end = lines_around(w->text, (struct span){ s.end, s.end }).end;
	s.start = paragraph_around(w->text, (struct span){ s.start, s.start }).start;
	return s;
}

/* Numbers that the sample announces would contradict the new lists: of presents, and of proxies, which is no field. */
static void announce(struct work *w, struct swaps *ret)
{
	const struct field *here = &w->s.r->presents_annonces, *list = &w->act->actes[w->acte].presents;
	const struct str label = STR("\nPouvoirs : ");
	size_t start = str_find(w->text, label, 0), end = start + label.n;
	if (here->span.end > here->span.start && list->statut == FIELD_LU)
		swap_add(ret, here->span, arena_printf(w->a, "Présents : %zu", list->n));
	while (start != STR_NONE && end < w->text.n && is_figure(w->text.p[end]))
		end++;
	if (start != STR_NONE && end > start + label.n)
		swap_add(ret, (struct span){ start + label.n, end }, arena_printf(w->a, "%zu", w->act->actes[w->acte].pouvoirs.n));
}

bool way_people(struct work *w, const struct fact *f, unsigned k, struct swaps *ret)
{
	struct span at = lists_here(w);
	ret->n = 0;
	if (k > 1 || !is_of_people(f->desc) || at.end == 0)
		return false;
	struct str put = lists_of(w);
	if (!put.n)
		return false;
	swap_add(ret, at, put);
	if (k == 0)
		announce(w, ret);
	return true;
}
