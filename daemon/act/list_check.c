/* SPDX-License-Identifier: EUPL-1.2 */
/* Whether the names of a list, each understood for itself, can be members of one list.
 *
 * A name among its neighbours says more than alone: one word among full names is half a name, a full name among single
 * ones is two. What looks wrong makes the whole list unread.
 */
#include <string.h>

#include "lists_priv.h"

#define DOUBLE_NAME_WITNESSES 5 /* full names around it */

static bool has_civility(const struct entry *e)
{
	return e->name.civility < e->name.from && !e->name.group;
}

/* Why this entry cannot be one member's name among its neighbours, or NULL. */
static const char *entry_fault(const struct section *s, size_t k, size_t full, size_t ordered)
{
	const struct entry *e = &s->entries.at[k];
	bool single = e->name.order == ORDER_NONE && e->name.compounds == 1;

	if (s->h.kinds == LISTE_PRESENTS && (e->proxy || e->unclear) && e->depuis.n == 0 && e->jusqua.n == 0)
		return "un présent qui donne pouvoir";
	/* "M. Éric", and the page's words behind it, where everybody else has his family name in capitals. */
	if (single && !e->name.upper && 2 * ordered > s->entries.n && ordered > 1)
		return "un mot isolé parmi des noms complets";
	if (has_civility(e))
		return NULL;
	if (e->name.broken_line && e->name.order == ORDER_NONE)
		return "plusieurs noms sans séparateur";
	if (e->glued && k > 0 && (e->name.order == ORDER_NONE || e->name.order != s->entries.at[k - 1].name.order))
		return "plusieurs noms sans séparateur";
	/* "Philippe GRAND - PETIT": a lone word among full names is the rest of one of them, or a word of the
	 * page. */
	if (single && full > 0 && 2 * full >= s->entries.n)
		return "un mot isolé parmi des noms complets";
	return NULL;
}

/* A double name whose dash stands between spaces ("GRAND – ROUX Anne", "Anne GRAND - ROUX") in a list of full names of
 * one order: the lone word cannot be a member, nor, among many, a word of the page. *ret_into is the entry it goes with. */
static bool half_of_double_name(const struct section *s, size_t k, size_t ordered, size_t *ret_into)
{
	const struct entry *e = &s->entries.at[k], *next = k + 1 < s->entries.n ? e + 1 : NULL;

	if (ordered < DOUBLE_NAME_WITNESSES || ordered + 1 < s->entries.n || e->name.order != ORDER_NONE ||
	    e->name.compounds != 1 || !e->name.upper || has_civility(e) || e->proxy || e->unclear)
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
	first->name = whole;
	first->qui = name_person(l->rd, &whole);
	first->to = second->to;
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

void list_check(struct list *l)
{
	struct section *s = l->s;

	join_double_names(l);
	size_t full = 0, ordered = 0, single = 0, civil = 0;

	for (size_t k = 0; k < s->entries.n; k++) {
		civil += has_civility(&s->entries.at[k]);
		single += s->entries.at[k].name.compounds == 1;
		ordered += s->entries.at[k].name.order != ORDER_NONE;
		full += has_civility(&s->entries.at[k]) || s->entries.at[k].name.order != ORDER_NONE;
	}
	for (size_t k = 0; k < s->entries.n && s->why == NULL; k++) {
		const char *why = entry_fault(s, k, full, ordered);

		/* "Mrnes PETIT, GRAND, LEBRUN": the first word may be a civility that was scanned badly. */
		if (why == NULL && single > 1 && single > full && s->entries.at[k].name.order != ORDER_NONE)
			why = "un nom complet parmi des noms seuls";
		if (why == NULL && 2 * single > s->entries.n && s->entries.at[k].name.compounds > 1 &&
		    s->entries.at[k].name.order == ORDER_NONE && !has_civility(&s->entries.at[k]))
			why = "plusieurs noms sans séparateur";
		/* "…, Iadame Nicole PETIT": a civility scanned badly looks like a first name. */
		if (why == NULL && civil > 2 && s->entries.at[k].name.compounds > 2 && !has_civility(&s->entries.at[k]))
			why = "un nom sans civilité parmi d'autres";

		if (why == NULL && people_heading_slip(s->entries.at[k].qui.cle))
			why = "une rubrique mal orthographiée";
		if (why != NULL)
			list_fail(l, s->entries.at[k].from, why);
	}
}
