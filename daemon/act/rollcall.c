/* SPDX-License-Identifier: EUPL-1.2 */
/* The séance's members by roll call: "Anne PETIT : présente", "Luc GRAND : absent, représenté par Zoé ROUX", "4. ROUX Zoé, adjointe : présente", one after
 * the other with nothing between them; or the rows of a table, "PETIT Anne Présente", "GRAND Luc Excusé ROUX Zoé" where a column is titled with proxies.
 *
 * What the words of the table looked like as headings and lists of their own is dropped.
 *
 * It becomes a list of presents and one of absents like those under headings. A row that is not understood ends the roll;
 * a roll shorter than ROLL_ROWS is a remark on somebody, not a roll.
 *
 * Where "représenté par" may name a substitute, it is a proxy when he who represents has a row of his own, as present.
 */
#include "bounds.h"
#include "rolls_priv.h"

#define ROLL_ROWS 5
#define BOUND_TOKENS 14
#define BEFORE_ROLL_TOKENS 24
#define TITLES_TOKENS 16 /* of a table's columns */
#define ROLL_PRESENTS 3	 /* fewer are members of another list, each with a remark */

struct roll {
	struct reader *rd;
	struct section present, absent;
	unsigned char *explained;
	size_t rows;
	size_t own_row; /* token of the first proxy whose holder must have one, 0 = none */
	bool holders;	/* a column is titled with proxies: he who stands behind an absent holds his */
};

/* A bound runs to the next row, mark or line end: "à partir de 14 h 50 Anne PETIT : présente". */
static size_t bound_end(const struct reader *rd, size_t i)
{
	struct name n;
	unsigned kinds;
	size_t k = i;

	for (; k < rd->head.to && k - i < BOUND_TOKENS; k++)
		if (tok_among(&rd->t, k, " present presente absent absente excuse excusee ")) /* the next row, which lost its colon */
			return i;
		else if (rd->t.at[k].lines > 0 || tok_among(&rd->t, k, " , ; . ") || roll_row(rd, k, &n, &kinds) > k)
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
	if (end == next || n.odd || n.group || roll_two_cells(&n))
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

/* "GRAND Luc Excusé ROUX Zoé", in the column of proxies: who holds his, and not the next row. */
static size_t over_holder(struct roll *l, struct entry *e, size_t i)
{
	const struct reader *rd = l->rd;
	struct name n, row;
	unsigned kinds;
	const size_t from = i + tok_mark(&rd->t, i, '|'), end = from < rd->head.to ? name_read(rd, from, rd->head.to, &n) : from;

	if (!l->holders || e->proxy || end == from || n.odd || n.group || (n.order == ORDER_NONE && n.civility == n.from) || roll_row(rd, from, &row, &kinds) > from)
		return i;
	if (l->own_row == 0)
		l->own_row = i;
	*ARENA_PUSH(rd->a, &l->absent.pairs) = (struct pair){ .mandant = e->qui, .porteur = name_person(l->rd, &n), .from = e->from, .to = end };
	e->proxy = true;
	return end;
}

static size_t tail_read(struct roll *l, struct entry *e, size_t i, bool absent)
{
	const bool paren = tok_mark(&l->rd->t, i, '(');
	const size_t from = i + (paren || tok_among(&l->rd->t, i, " , | - : "));
	size_t k = over_proxy(l, e, from);

	if (k > from && paren)
		return tok_mark(&l->rd->t, k, ')') ? k + 1 : i;
	if (paren)
		return i;
	if (k == from && absent && (k = over_holder(l, e, i)) > i)
		return k;
	if (k <= from)
		k = over_bound(l, e, from);
	return k > from ? k : i;
}

static size_t row_read(struct roll *l, size_t i)
{
	struct name n;
	unsigned kinds = 0;
	size_t k = roll_row(l->rd, i, &n, &kinds), next;

	if (k == i || kinds == (LISTE_PRESENTS | LISTE_ABSENTS))
		return i;
	struct entry e = { .qui = name_person(l->rd, &n), .from = i, .name = n };

	while ((next = tail_read(l, &e, k, kinds == LISTE_ABSENTS)) > k)
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
		for (i = k; i < l->rd->head.to && tok_among(&l->rd->t, i, " , ; . - * | "); i++)
			;
	return i;
}

static bool has_row(const struct section *s, struct str cle)
{
	size_t rows = 0;

	for (size_t k = 0; k < s->entries.n; k++)
		rows += str_eq(s->entries.at[k].qui.cle, cle);
	return rows == 1;
}

bool roll_holders_have_rows(const struct section *present, const struct section *absent)
{
	for (size_t k = 0; k < absent->pairs.n; k++)
		if (!has_row(present, absent->pairs.at[k].porteur.cle) || !has_row(absent, absent->pairs.at[k].mandant.cle))
			return false;
	return true;
}

static void roll_fail(struct roll *l, size_t i, const char *why)
{
	l->present.fault = l->absent.fault = i;
	l->present.why = l->absent.why = why;
}

/* As many states as a roll has rows. */
static bool may_hold_a_roll(const struct reader *rd)
{
	size_t states = 0;

	for (size_t i = rd->head.from; (i = next_of(rd, LANDMARK_LIST_CUE, i, rd->head.to)) < rd->head.to && states < ROLL_ROWS; i++)
		states += roll_state(rd, i);
	return states >= ROLL_ROWS;
}

/* "NOM Présent/Absent Pouvoir à", right before the first row at i: where these titles begin. */
static size_t titles_of(const struct reader *rd, size_t i)
{
	size_t from = i;

	while (from > rd->head.from && i - from < TITLES_TOKENS && !sentence_ends_at(rd, from - 1))
		from--;
	return from;
}

static bool titled_with_proxies(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (proxy_word(&rd->t, k) || tok_among(&rd->t, k, " mandataire "))
			return true;
	return false;
}

static bool colon_between(const struct tokens *t, size_t from, size_t to)
{
	while (from < to && !tok_mark(t, from, ':'))
		from++;
	return from < to;
}

/* A heading that was not understood, if it is one of the titles or stands in the rows. */
static void forget_broken(const struct tokens *t, size_t *broken, const size_t titles, size_t from, size_t to)
{
	if (*broken > titles && *broken <= to && (*broken > from || !colon_between(t, *broken, from)))
		*broken = 0;
}

/* A list that was not understood may be told to end where it begins. */
static size_t end_of(const struct section *s)
{
	return s->why != NULL && s->fault > s->to ? s->fault : s->to;
}

/* Some of its names stand before the rows: it is no title, and the rows may be of its list. */
static bool runs_into_rows(const struct section *s, size_t from)
{
	return s->h.from < from && s->h.to > s->h.from && end_of(s) > from && s->entries.n > 0 && s->entries.at[0].from < from;
}

static bool list_runs_into_rows(const struct attendance *at, size_t from)
{
	for (size_t k = 0; k < at->sections.n; k++)
		if (runs_into_rows(&at->sections.at[k], from))
			return true;
	return false;
}

void roll_takes(const struct reader *rd, struct attendance *at, size_t titles, size_t from, size_t to)
{
	size_t kept = 0;

	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		if (s->h.from >= to || end_of(s) <= from)
			at->sections.at[kept++] = *s;
	}
	at->sections.n = kept;
	forget_broken(&rd->t, &at->broken_heading, titles, from, to);
	forget_broken(&rd->t, &at->broken_presents, titles, from, to);
}

bool roll_listed_elsewhere(const struct attendance *at, size_t from, size_t to)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		if (s->h.kinds == LISTE_PRESENTS && s->why == NULL && s->entries.n > 1 && (s->h.from < from || s->h.from >= to))
			return true;
	}
	return false;
}

/* "Mme ROUX : absente, représentée (the margin) par M. PETIT", in the last row. */
static bool unread_proxy_at(const struct reader *rd, size_t i)
{
	return i < rd->head.to && rd->t.at[i].shape == SHAPE_LOWER && (proxy_word(&rd->t, i) || str_starts(rd->t.at[i].key, STR("represente")) || tok_among(&rd->t, i, " ayant donne "));
}

static void take_roll(struct reader *rd, struct attendance *at, struct roll *l, size_t from, size_t end, bool cut)
{
	const size_t titles = titles_of(rd, from);

	if (roll_listed_elsewhere(at, titles, end))
		return;
	l->present.h = (struct heading){ .from = from, .to = from, .kinds = LISTE_PRESENTS, .count = -1 };
	l->absent.h = (struct heading){ .from = from, .to = from, .kinds = LISTE_ABSENTS, .count = -1 };
	l->present.from = l->absent.from = from;
	l->present.to = l->absent.to = end;
	if (cut || roll_row_before(rd, from) || list_runs_into_rows(at, from))
		roll_fail(l, from, "un appel nominal commencé par des mots non compris");
	else if (roll_row_behind(rd, end))
		roll_fail(l, end, "un appel nominal interrompu par des mots non compris");
	else if ((l->own_row > 0 && !roll_holders_have_rows(&l->present, &l->absent)) || cue_at(rd->lx, &rd->t, end, CUE_REPRESENTE_PAR) > end)
		roll_fail(l, l->own_row > 0 ? l->own_row : end, "un membre représenté par qui siège peut-être pour lui");
	else if (unread_proxy_at(rd, end))
		roll_fail(l, end, "un pouvoir n'est pas compris");
	section_take_initials(rd, &l->present, false);
	section_take_initials(rd, &l->absent, l->present.of_initials);
	roll_takes(rd, at, titles, from, end);
	for (size_t k = titles; k < from; k++)
		at->explained[k] |= l->holders;
	for (size_t k = from; k < end; k++)
		at->explained[k] = l->explained[k];
	*ARENA_PUSH(rd->a, &at->sections) = l->present;
	*ARENA_PUSH(rd->a, &at->sections) = l->absent;
}

void reader_roll_call(struct reader *rd, struct attendance *at)
{
	struct name n;
	unsigned kinds;

	if (!may_hold_a_roll(rd))
		return;
	unsigned char *explained = arena_alloc(rd->a, rd->t.n + 1);
	size_t short_one = 0; /* token behind the last rows that were too few */

	for (size_t i = rd->head.from; i < rd->head.to; i++) {
		struct roll l = { .rd = rd, .explained = explained };
		const bool row = roll_row(rd, i, &n, &kinds) > i;

		l.holders = row && titled_with_proxies(rd, titles_of(rd, i), i);
		const size_t end = row ? roll_read(&l, i) : i;

		if (l.rows < ROLL_ROWS || l.present.entries.n < ROLL_PRESENTS) {
			short_one = l.rows > 0 && end > short_one ? end : short_one;
			continue;
		}
		/* "… | Absent | Luc Petit⏎Anne Grand | Présente": two rows cut into each other, and the roll begins behind them. */
		take_roll(rd, at, &l, i, end, short_one > 0 && i < short_one + BEFORE_ROLL_TOKENS);
		return;
	}
}
