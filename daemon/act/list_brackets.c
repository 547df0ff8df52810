/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists whose members stand in brackets behind their commune: "TOURNUS (PETIT Anne), ORVAL (GRAND Luc donne pouvoir à PETIT Anne)".
 *
 * Somebody's surname with another's name behind it looks the same. It is a commune where a proxy is told inside the brackets, where it has the
 * words of a place, or where it stands before brackets again; else the list is not read.
 */
#include "bounds.h"
#include "proxies_priv.h"

#define LABEL_TOKENS 10
#define ROW_TOKENS 80	  /* of the rows before a heading that the page set between them */
#define AGAIN_TOKENS 600  /* around a label, where it may stand again */

struct rows {
	size_t n, told; /* told: with a proxy inside */
	bool place;	/* one of them has the words of a place, or stands again */
};

static const char SMALL[] = " de du des d la le les l en et sur sous lez aux ' - ";

/* The bracket behind the words at i, that can be a commune and no full name; i when there is none. */
static size_t over_label(const struct reader *rd, size_t i, size_t limit)
{
	const struct tokens *t = &rd->t;
	struct name n;
	size_t k = i, next;

	if (i >= limit || t->at[i].kind != TOK_WORD || t->at[i].shape == SHAPE_LOWER || name_never(rd, i))
		return i;
	while (k < limit && k < i + LABEL_TOKENS && ((t->at[k].kind == TOK_WORD && t->at[k].shape != SHAPE_LOWER) || tok_among(t, k, SMALL)))
		if (is_civility(t, k++, &next))
			return i;
	if (!tok_mark(t, k, '(') || (name_read(rd, i, k, &n) == k && n.order != ORDER_NONE))
		return i;
	return k;
}

static size_t sure_name(const struct reader *rd, size_t i, size_t limit, struct name *ret)
{
	const size_t k = name_read(rd, i, limit, ret);

	return k > i && !ret->odd && !ret->group && (ret->order != ORDER_NONE || ret->civility < ret->from) ? k : i;
}

bool place_row_at(const struct reader *rd, size_t i, size_t limit)
{
	const size_t bracket = over_label(rd, i, limit);
	struct name n;

	return bracket > i && sure_name(rd, bracket + 1, limit, &n) > bracket + 1;
}

/* The members between brackets, from token i to the closing one: the token after it, or i. */
static size_t over_members(struct list *l, size_t i, struct rows *rows)
{
	const struct tokens *t = &l->rd->t;
	struct name n;

	for (size_t k = i, next; l->s->entries.n < LIMIT_LIST_ITEMS && (next = sure_name(l->rd, k, l->limit, &n)) > k; k = next + 1) {
		struct entry *e = ARENA_PUSH(l->rd->a, &l->s->entries);
		const size_t given = cue_at(l->rd->lx, t, next, CUE_POUVOIR_DONNE);
		struct name holder;

		*e = (struct entry){ .qui = name_person(l->rd, &n), .from = n.civility, .to = next, .name = n };
		if (given > next) {
			const size_t end = sure_name(l->rd, given, l->limit, &holder);
			const struct person p = name_person(l->rd, &holder);

			if (end == given)
				return i;
			list_pair(l, e, &p, end);
			next = end;
			rows->told++;
		}
		if (tok_among(t, next, " ) } "))
			return next + 1;
		if (!tok_among(t, next, " , ; / et "))
			return i;
	}
	return i;
}

/* "SAINT-MARTIN DE BRISSE", or the words of [i, to) before another bracket. */
static bool is_place(const struct list *l, size_t i, size_t to)
{
	const struct tokens *t = &l->rd->t;
	const size_t from = i > AGAIN_TOKENS ? i - AGAIN_TOKENS : 0;

	for (size_t k = i; k < to; k++)
		if (tok_among(t, k, " saint sainte st ste sur sous lez ") || (k > i && k + 1 < to && tok_among(t, k, " de du des la en les ")))
			return true;
	for (size_t k = from, same; k + (to - i) < t->n && k < i + AGAIN_TOKENS; k++) {
		for (same = 0; k != i && same < to - i && str_eq(t->at[k + same].key, t->at[i + same].key);)
			same++;
		if (same == to - i && tok_mark(t, k + same, '('))
			return true;
	}
	return false;
}

/* Rows from token i on: the token after the last one. */
static size_t over_rows(struct list *l, size_t i, struct rows *rows)
{
	const struct tokens *t = &l->rd->t;
	size_t bracket, next;

	while ((bracket = over_label(l->rd, i, l->limit)) > i && (next = over_members(l, bracket + 1, rows)) > bracket + 1) {
		rows->n++;
		rows->place |= !rows->place && is_place(l, i, bracket);
		i = next + (tok_among(t, next, " , ; / - ") ? 1 : 0);
	}
	return i;
}

/* "ORVAL (GRAND Luc), Absents excusés 2 TOURNUS (PETIT Anne)": the rows before their heading, when they are as many as it announces too many. */
static void rows_before(struct list *l, struct rows *rows)
{
	const size_t heading = l->s->h.from, lacking = l->s->h.count > 0 && (size_t)l->s->h.count > l->s->entries.n ? (size_t)l->s->h.count - l->s->entries.n : 0;
	const size_t kept = l->s->entries.n;

	if (lacking == 0 || heading < 2 || !tok_among(&l->rd->t, heading - 1, " , ; "))
		return;
	for (size_t i = heading > ROW_TOKENS ? heading - ROW_TOKENS : 1; i < heading; i++) {
		struct rows before = { 0 };

		if (!tok_among(&l->rd->t, i - 1, " , ; ) } ") && over_rows(l, i, &before) == heading && l->s->entries.n - kept == lacking && before.told == 0) {
			rows->place = true;
			return;
		}
		l->s->entries.n = kept;
	}
}

bool list_brackets(struct list *l)
{
	struct rows rows = { 0 };
	const size_t pairs = l->s->pairs.n, end = over_rows(l, l->s->h.to, &rows);
	const bool alone = (l->s->h.kinds & LISTE_POUVOIRS) && rows.told < l->s->entries.n; /* "Représentés : GRISOL (Léa DORVAL)" */

	if (rows.n == 0 || (rows.n == 1 && rows.told == 0) || alone || l->s->h.to == l->s->h.from || ((l->s->h.kinds & LISTE_PRESENTS) && rows.told > 0) ||
	    !list_ends_at(l, end)) {
		l->s->entries.n = 0;
		l->s->pairs.n = pairs;
		return false;
	}
	rows_before(l, &rows);
	l->done = true;
	l->s->to = end;
	for (size_t k = 0; k < l->s->pairs.n; k++)
		list_explain(l, l->s->pairs.at[k].from, l->s->pairs.at[k].to);
	if (l->s->h.count > 0 && (size_t)l->s->h.count != l->s->entries.n)
		list_fail(l, l->s->h.to, "pas autant de noms qu'annoncé");
	else if (rows.told < l->s->entries.n && !rows.place)
		list_fail(l, l->s->h.to, "une commune ou un nom de famille devant des parenthèses");
	return true;
}
