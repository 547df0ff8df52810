/* SPDX-License-Identifier: EUPL-1.2 */
/* Voters by name: "Ont voté contre : M. X, Mme Y", "MM. X et Y votant contre", and who took no part (deports.c).
 *
 * Their number is that of the names only when the row is read whole: every name has its civility (or is a known
 * member), the row visibly begins and ends, and nobody in it carries a pouvoir, for his voices are then two. Decided
 * against: counting capitalised words, for "Contre : Rassemblement Citoyen" is a group.
 */
#include "bounds.h"
#include "people_priv.h"
#include "votes_priv.h"

#define ROW_TOKENS 200

static bool is_link(const struct reader *rd, size_t i)
{
	return tok_mark(&rd->t, i, ',') || tok_mark(&rd->t, i, ';') || word_is(rd, i, "et") ||
	       word_is(rd, i, "ainsi") || word_is(rd, i, "que");
}

void voters_push(struct reader *rd, struct voters *list, struct person *who)
{
	people_key(rd, who);
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->at[i].qui.cle, who->cle))
			return;
	*ARENA_PUSH(rd->a, list) = (struct item){ .qui = *who, .span = who->span };
}

size_t voters_from(struct reader *rd, size_t i, size_t limit, struct voters *list)
{
	struct person who;
	size_t end = i;

	while (i < limit && list->n < LIMIT_LIST_ITEMS) {
		const size_t next = leaf_person(rd->a, rd->text, &rd->t, i, &who);

		if (next == i || name_is_function(rd, i) || word_is(rd, i, "maire")) /* "MME PETIT, PRÉSIDENTE, …" */
			break;
		voters_push(rd, list, &who);
		end = next;
		for (i = next; i < limit && is_link(rd, i); i++)
			;
		if (i == next)
			break;
	}
	return end;
}

size_t voters_up_to(struct reader *rd, size_t i, size_t floor, struct voters *list)
{
	size_t next;

	for (size_t k = sentence_start(rd, i, i > floor + 80 ? i - 80 : floor); k < i; k++) {
		struct voters try = { 0 };

		if (!is_civility(&rd->t, k, &next))
			continue;
		const size_t end = voters_from(rd, k, i, &try);

		if (skip_marks(rd, end, ",") == i) {
			for (size_t n = 0; n < try.n; n++)
				voters_push(rd, list, &try.at[n].qui);
			return k;
		}
		k = end > k ? end - 1 : k;
	}
	return i;
}

static bool is_plural(struct str civility)
{
	return str_starts(civility, STR("MM")) || str_starts(civility, STR("Mmes")) ||
	       str_starts(civility, STR("Mes")) || str_starts(civility, STR("MES"));
}

static bool carries_a_pouvoir(const struct reader *rd, struct str cle)
{
	const struct field *f = &rd->r->pouvoirs;

	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->items[i].porteur.cle, cle))
			return true;
	return false;
}

static bool are_persons_of_one_voice(struct reader *rd, const struct voters *list)
{
	bool plural = false;

	for (size_t i = 0; i < list->n; i++) {
		struct person who = list->at[i].qui;

		if (who.civilite.n > 0)
			plural = is_plural(who.civilite);
		else if (!plural && people_find(rd, &who, WHO_ANY) != PEOPLE_ONE)
			return false;
		if (carries_a_pouvoir(rd, list->at[i].qui.cle))
			return false;
	}
	return list->n > 0;
}

static bool opens_something_else(const struct reader *rd, size_t i)
{
	static const enum cue others[] = { CUE_POUR,  CUE_CONTRE,    CUE_ABSTENTION, CUE_NPPV,	 CUE_UNANIMITE, CUE_MAJORITE,
					   CUE_VERBE, CUE_ADOPTE,    CUE_DECIDE,     CUE_REJETE, CUE_SUITE,	CUE_CLOTURE,
					   CUE_VOTE,  CUE_PREND_ACTE };
	int64_t n;
	const size_t after = leaf_number(&rd->t, i, &n);

	return cue_of(rd, i, others, sizeof others / sizeof *others) || (after > i && cue_of(rd, after, others, sizeof others / sizeof *others));
}

/* Nothing after token i can be one more name of the row, or a pouvoir of its last. */
static bool row_stops_at(const struct reader *rd, size_t i)
{
	size_t next;

	if (i >= rd->t.n || (tok_mark(&rd->t, i, '.') && sentence_ends_at(rd, i)) || tok_mark(&rd->t, i, ')') ||
	    (i > 0 && sentence_ends_at(rd, i - 1)))
		return true;
	const size_t k = word_is(rd, i, "et") ? i + 1 : skip_marks(rd, i, ",;-/:.");

	if (k >= rd->t.n || opens_something_else(rd, k))
		return true;
	return rd->t.at[k].lines > 0 && rd->t.at[k].kind == TOK_WORD && !is_civility(&rd->t, k, &next) &&
	       (word_is(rd, k, "le") || word_is(rd, k, "la") || word_is(rd, k, "l") || word_is(rd, k, "en"));
}

size_t voters_after(struct reader *rd, size_t i, int64_t *ret)
{
	struct voters list = { 0 };
	const size_t end = voters_from(rd, i, i + ROW_TOKENS < rd->t.n ? i + ROW_TOKENS : rd->t.n, &list);

	if (end == i || !are_persons_of_one_voice(rd, &list) || !row_stops_at(rd, end))
		return i;
	*ret = (int64_t)list.n;
	return end;
}

/* "M. le Maire et M. X votant contre": the row may have begun before its first civility. */
static bool row_begins_at(const struct reader *rd, size_t i, size_t floor)
{
	static const char *const links[] = { "et", "que", NULL };
	static const char *const results[] = { "unanimite", "majorite", "exprimes", "pour", "contre", NULL };

	if (i <= floor || sentence_ends_at(rd, i - 1) || tok_mark(&rd->t, i - 1, '(') || tok_mark(&rd->t, i - 1, ':'))
		return true;
	if (rd->t.at[i - 1].kind == TOK_WORD)
		return rd->t.at[i - 1].shape == SHAPE_LOWER && !word_in(rd, i - 1, links);
	return tok_mark(&rd->t, i - 1, ',') && i >= 2 && rd->t.at[i - 2].kind == TOK_WORD &&
	       (rd->t.at[i - 2].shape == SHAPE_LOWER || word_in(rd, i - 2, results));
}

size_t voters_before(struct reader *rd, size_t i, size_t floor, int64_t *ret)
{
	struct voters list = { 0 };
	const size_t verb = i > 0 && word_is(rd, i - 1, "qui") ? i - 1 : i;
	const size_t start = verb > floor ? voters_up_to(rd, verb, floor, &list) : verb;

	if (start == verb || !are_persons_of_one_voice(rd, &list) || !row_begins_at(rd, start, floor))
		return i;
	*ret = (int64_t)list.n;
	return start;
}
