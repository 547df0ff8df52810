/* SPDX-License-Identifier: EUPL-1.2 */
/* One member's name that stands as two entries of a list, by a dash between spaces or a comma too many, made one again. */
#include <string.h>

#include "lists_priv.h"

void list_rename(const struct list *l, struct entry *e, const struct name *n, size_t to)
{
	e->name = *n;
	e->qui = name_person(l->rd, n);
	e->to = to;
}

bool list_name_of_two_lines(const struct list *l, const struct entry *e, struct name *first, struct name *second)
{
	size_t line = e->name.from + 1;

	while (line < e->name.to && l->rd->t.at[line].lines == 0)
		line++;
	return line < e->name.to && name_read(l->rd, e->name.civility, line, first) == line && !first->odd && first->compounds >= 2 &&
	       name_read(l->rd, line, l->limit, second) == e->name.to;
}

#define DOUBLE_NAME_WITNESSES 5 /* full names around it */

/* A double name whose dash stands between spaces ("GRAND – ROUX Anne", "Anne GRAND - ROUX") in a list of full names of
 * one order, it or those before it: the lone word cannot be a member, nor, among many, a word of the page. *ret_into is the entry it goes with. */
static bool half_of_double_name(const struct section *s, size_t k, size_t ordered, size_t *ret_into)
{
	const struct entry *e = &s->entries.at[k], *next = k + 1 < s->entries.n ? e + 1 : NULL;

	if (ordered + s->witnesses < DOUBLE_NAME_WITNESSES || ordered + 1 < s->entries.n || e->name.order != ORDER_NONE ||
	    e->name.compounds != 1 || !e->name.upper || list_civil(e) || e->proxy || e->unclear)
		return false;
	if (next != NULL && next->dashed && !e->dashed && next->name.order == ORDER_LAST_FIRST) {
		*ret_into = k + 1;
		return true;
	}
	*ret_into = k - 1;
	return k > 0 && e->dashed && (e - 1)->name.order == ORDER_FIRST_LAST && (e - 1)->to + 1 == e->from;
}

static void merge_entries(struct list *l, size_t a, size_t b)
{
	struct section *s = l->s;
	struct entry *first = &s->entries.at[a], *second = &s->entries.at[b];
	struct name whole = first->name;

	whole.to = second->name.to;
	whole.order = first->name.order != ORDER_NONE ? first->name.order : second->name.order;
	whole.compounds += second->name.compounds;
	list_rename(l, first, &whole, second->to);
	first->depuis = second->depuis;
	first->jusqua = second->jusqua;
	first->proxy |= second->proxy;
	first->unclear |= second->unclear;
	memmove(second, second + 1, (s->entries.n - b - 1) * sizeof *second);
	s->entries.n--;
}

static void join_double_names(struct list *l)
{
	struct section *s = l->s;
	size_t ordered = 0, into = 0;

	for (size_t k = 0; k < s->entries.n; k++)
		ordered += s->entries.at[k].name.order != ORDER_NONE;
	for (size_t k = 0; k < s->entries.n; k++)
		if (half_of_double_name(s, k, ordered, &into)) {
			merge_entries(l, into < k ? into : k, into < k ? k : into);
			return;
		}
}

/* "Mme Sandrine, PETIT, M. GRAND Luc": a comma too many, when the list has one name more than announced, and this alone to join. */
static void join_parted_name(struct list *l)
{
	struct section *s = l->s;
	size_t parted = 0, lone = 0, civil = 0;

	for (size_t k = 0; k < s->entries.n; k++) {
		const struct entry *e = &s->entries.at[k];

		civil += list_civil(e);
		lone += e->name.compounds == 1;
		if (k > 0 && list_bare_surname(s, k) && e->name.compounds == 1 && list_civil(e - 1) && (e - 1)->name.compounds == 1 && !(e - 1)->name.upper && (e - 1)->to + 1 == e->from)
			parted = k;
	}
	if (parted > 0 && lone == 2 && civil + 1 == s->entries.n && s->entries.n > COUNTED_NAMES && list_announced(l) + 1 == (int64_t)s->entries.n)
		merge_entries(l, parted - 1, parted);
}

void list_join(struct list *l)
{
	join_double_names(l);
	join_parted_name(l);
}

/* The two words around the hyphen at token i stand around one before it too. */
static bool stands_double_before(const struct reader *rd, size_t i)
{
	for (size_t k = rd->head.from + 1; k + 1 < i; k++)
		if (tok_mark(&rd->t, k, '-') && str_eq(rd->t.at[k - 1].key, rd->t.at[i - 1].key) && str_eq(rd->t.at[k + 1].key, rd->t.at[i + 1].key))
			return true;
	return false;
}

bool list_second_half(struct list *l, const struct name *n)
{
	const struct tokens *t = &l->rd->t;
	struct entry *e = list_last(l);
	const bool half = n->compounds == 1 && n->upper && n->civility == n->from && l->dashed;

	if (!half || e == NULL || e->proxy || e->unclear || e->name.order != ORDER_FIRST_LAST || e->to + 1 != n->from || !tok_among(t, n->to, " donne a ") ||
	    cue_at(l->rd->lx, t, n->to, CUE_POUVOIR_DONNE) == n->to || !stands_double_before(l->rd, e->to))
		return false;
	e->name.to = e->to = n->to;
	e->name.compounds++;
	e->qui = name_person(l->rd, &e->name);
	l->dashed = l->separated = l->dangling = false;
	return true;
}
