/* SPDX-License-Identifier: EUPL-1.2 */
/* Whether the names of a list, each understood for itself, can be members of one list.
 *
 * A name among its neighbours says more than alone: one word among full names is half a name, a full name among single
 * ones is two. What looks wrong makes the whole list unread.
 */
#include "lists_priv.h"

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

void list_check(struct list *l)
{
	struct section *s = l->s;
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
