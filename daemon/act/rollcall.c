/* SPDX-License-Identifier: EUPL-1.2 */
/* The séance's members by roll call: "Anne PETIT : présente", "Luc GRAND : absent, représenté par Zoé ROUX", one after the
 * other with nothing between them.
 *
 * It becomes a list of presents and one of absents like those under headings. A row that is not understood ends the roll;
 * a roll shorter than ROLL_ROWS is a remark on somebody, not a roll.
 *
 * Where "représenté par" may name a substitute, it is a proxy when he who represents has a row of his own, as present.
 */
#include "bounds.h"
#include "people_priv.h"

#define ROLL_ROWS 5
#define BOUND_TOKENS 14

struct roll {
	struct reader *rd;
	struct section present, absent;
	unsigned char *explained;
	size_t rows;
	size_t own_row; /* token of the first proxy whose holder must have one, 0 = none */
};

/* "Anne PETIT : présente": the token after the state, *ret_kinds which; i when no row begins here. */
static size_t row_opens(const struct reader *rd, size_t i, struct name *ret, unsigned *ret_kinds)
{
	const size_t colon = name_read(rd, i, rd->head.to, ret);
	size_t next;

	if (colon == i || ret->odd || ret->group || !(tok_mark(&rd->t, colon, ':') || tok_mark(&rd->t, colon, '-')))
		return i;
	next = state_at(rd, colon + 1, rd->head.to, ret_kinds);
	return next > colon + 1 ? next : i;
}

/* A bound runs to the next row, mark or line end: "à partir de 14 h 50 Anne PETIT : présente". */
static size_t bound_end(const struct reader *rd, size_t i)
{
	struct name n;
	unsigned kinds;
	size_t k = i;

	for (; k < rd->head.to && k - i < BOUND_TOKENS; k++)
		if (rd->t.at[k].lines > 0 || tok_among(&rd->t, k, " , ; . ") || row_opens(rd, k, &n, &kinds) > k)
			return k;
	return i;
}

static size_t over_bound(struct roll *l, struct entry *e, size_t i)
{
	struct str since = { NULL, 0 }, until = { NULL, 0 };
	const size_t end = bound_end(l->rd, i);

	if (end == i || bound_at(l->rd, i, end, &since, &until) == i)
		return i;
	e->depuis = since.n > 0 ? reader_text(l->rd, i, end) : since;
	e->jusqua = until.n > 0 ? reader_text(l->rd, i, end) : until;
	return end;
}

/* ", représenté par Zoé ROUX", "pouvoir à Zoé ROUX". */
static size_t over_proxy(struct roll *l, struct entry *e, size_t i)
{
	const struct reader *rd = l->rd;
	const size_t given = cue_at(rd->lx, &rd->t, i, CUE_POUVOIR_DONNE);
	size_t next = given > i ? given : cue_at(rd->lx, &rd->t, i, CUE_REPRESENTE_PAR), end;
	struct name n;

	end = next > i ? name_read(rd, next, rd->head.to, &n) : next;
	if (end == next || n.odd || n.group)
		return i;
	if (given == i && !represented_is_proxy(rd) && l->own_row == 0)
		l->own_row = i;
	for (size_t k = i; k < end; k++)
		l->explained[k] = 1;
	*ARENA_PUSH(rd->a, &l->absent.pairs) =
		(struct pair){ .mandant = e->qui, .porteur = name_person(l->rd, &n), .from = e->from, .to = end };
	e->proxy = true;
	return end;
}

static size_t tail_read(struct roll *l, struct entry *e, size_t i)
{
	const size_t from = i + tok_mark(&l->rd->t, i, ',');
	size_t k = over_proxy(l, e, from);

	if (k == from)
		k = over_bound(l, e, from);
	return k > from ? k : i;
}

static size_t row_read(struct roll *l, size_t i)
{
	struct name n;
	unsigned kinds = 0;
	size_t k = row_opens(l->rd, i, &n, &kinds), next;

	if (k == i || kinds == (LISTE_PRESENTS | LISTE_ABSENTS))
		return i;
	struct entry e = { .qui = name_person(l->rd, &n), .from = i, .name = n };

	while ((next = tail_read(l, &e, k)) > k)
		k = next;
	e.to = k;
	if (kinds == LISTE_PRESENTS)
		*ARENA_PUSH(l->rd->a, &l->present.entries) = e;
	else
		*ARENA_PUSH(l->rd->a, &l->absent.entries) = e;
	l->rows++;
	return k;
}

/* The token after the last row of the roll that begins at `from`. */
static size_t roll_read(struct roll *l, size_t from)
{
	size_t i = from, k;

	while (i < l->rd->head.to && l->rows < LIMIT_LIST_ITEMS && (k = row_read(l, i)) > i)
		for (i = k; i < l->rd->head.to && tok_among(&l->rd->t, i, " , ; . - * "); i++)
			;
	return i;
}

/* Rows stand behind the end of the roll: what cut it was not understood. */
static bool roll_goes_on(const struct reader *rd, size_t i)
{
	struct name n;
	unsigned kinds;
	const size_t uncut = name_read(rd, i, rd->head.to, &n);

	if (uncut > i && state_at(rd, uncut, rd->head.to, &kinds) > uncut) /* "Anne PETIT absente": its colon was lost */
		return true;
	for (; i < rd->head.to; i++)
		if (row_opens(rd, i, &n, &kinds) > i)
			return true;
	return false;
}

static bool has_row(const struct section *s, struct str cle)
{
	size_t rows = 0;

	for (size_t k = 0; k < s->entries.n; k++)
		rows += str_eq(s->entries.at[k].qui.cle, cle);
	return rows == 1;
}

static bool holders_have_rows(const struct roll *l)
{
	for (size_t k = 0; k < l->absent.pairs.n; k++)
		if (!has_row(&l->present, l->absent.pairs.at[k].porteur.cle) || !has_row(&l->absent, l->absent.pairs.at[k].mandant.cle))
			return false;
	return true;
}

static void roll_fail(struct roll *l, size_t i, const char *why)
{
	l->present.fault = l->absent.fault = i;
	l->present.why = l->absent.why = why;
}

/* As many states as a roll has rows, each behind a mark. */
static bool may_hold_a_roll(const struct reader *rd)
{
	size_t states = 0;
	unsigned kinds;

	for (size_t i = rd->head.from; i < rd->head.to && states < ROLL_ROWS; i++)
		states += (tok_mark(&rd->t, i, ':') || tok_mark(&rd->t, i, '-')) && state_at(rd, i + 1, rd->head.to, &kinds) > i + 1;
	return states >= ROLL_ROWS;
}

void reader_roll_call(struct reader *rd, struct attendance *at)
{
	struct name n;
	unsigned kinds;

	if (!may_hold_a_roll(rd))
		return;
	for (size_t i = rd->head.from; i < rd->head.to; i++) {
		struct roll l = { .rd = rd, .explained = at->explained };
		const size_t end = row_opens(rd, i, &n, &kinds) > i ? roll_read(&l, i) : i;

		if (l.rows < ROLL_ROWS)
			continue;
		l.present.h = (struct heading){ .from = i, .to = i, .kinds = LISTE_PRESENTS, .count = -1 };
		l.absent.h = (struct heading){ .from = i, .to = i, .kinds = LISTE_ABSENTS, .count = -1 };
		l.present.from = l.absent.from = i;
		l.present.to = l.absent.to = end;
		if (roll_goes_on(rd, end))
			roll_fail(&l, end, "un appel nominal interrompu par des mots non compris");
		else if ((l.own_row > 0 && !holders_have_rows(&l)) || cue_at(rd->lx, &rd->t, end, CUE_REPRESENTE_PAR) > end)
			roll_fail(&l, l.own_row > 0 ? l.own_row : end, "un membre représenté par qui siège peut-être pour lui");
		*ARENA_PUSH(rd->a, &at->sections) = l.present;
		*ARENA_PUSH(rd->a, &at->sections) = l.absent;
		return;
	}
}
