/* SPDX-License-Identifier: EUPL-1.2 */
/* Who gives, where the layout or a turn of phrase sets it apart from the holder: "de A à B, de C à D", an "à" too many, a
 * column of givers, then one of holders.
 *
 * Where the words alone would be a guess, proxy_sides.c asks who is present: every holder, and no giver.
 */
#include "proxies_priv.h"

#define COLUMN_TOKENS 200 /* of the givers */
#define COMPOUND_TOKENS 8 /* "Marie-Ange DE LA TOUR" */

bool list_of_givers(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t k;

	if (i != l->s->h.to || l->s->of_givers)
		return l->s->of_givers;
	k = name_read(l->rd, i + 1, l->limit, &n);
	if (k == i + 1 || !tok_among(t, k, " a "))
		return false;
	const size_t holder = k + 1;

	k = name_read(l->rd, holder, l->limit, &n);
	if (k == holder)
		return false;
	k += tok_among(t, k, " , ; ");
	k += tok_among(t, k, " et ");
	l->s->of_givers = tok_among(t, k, " de ") && t->at[k].shape == SHAPE_LOWER;
	return l->s->of_givers;
}

static size_t civil_name(const struct list *l, size_t i)
{
	struct name n;
	const size_t k = name_read(l->rd, i, l->limit, &n);

	return k > i && n.civility < n.from && !n.odd && !n.group ? k : i;
}

/* "M. A à Mme B⏎à Mme C à M. D": the second "à", before a giver, where everybody has a civility. */
size_t list_stray_a(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	const struct entry *e = list_last(l);

	if (l->s->h.kinds != LISTE_POUVOIRS || e == NULL || !e->proxy || e->to != i || l->separated || !tok_among(t, i, " a ") || t->at[i].shape != SHAPE_LOWER)
		return i;
	const size_t giver = civil_name(l, i + 1), holder = tok_among(t, giver, " a ") ? civil_name(l, giver + 1) : giver;

	if (giver == i + 1 || holder == giver || holder == giver + 1)
		return i;
	l->s->there_tells = l->separated = true;
	return i + 1;
}

/* What leads to a holder in his column, at token i: "pouvoir à", under a heading of proxies "à"; the token after, or i. */
static size_t leads_to_holder(const struct list *l, size_t i)
{
	const size_t given = cue_at(l->rd->lx, &l->rd->t, i, CUE_POUVOIR_DONNE);

	if (given > i)
		return given;
	return l->s->h.kinds == LISTE_POUVOIRS && tok_among(&l->rd->t, i, " a ") && l->rd->t.at[i].shape == SHAPE_LOWER ? i + 1 : i;
}

static size_t over_separators(const struct list *l, size_t i)
{
	while (i < l->limit && tok_among(&l->rd->t, i, " , ; • "))
		i++;
	return i;
}

/* The holder behind what leads to him at i, and the token after; i when there is none. */
static size_t column_holder(const struct list *l, size_t i, struct name *ret)
{
	const size_t from = leads_to_holder(l, i), k = from > i ? name_read(l->rd, from, l->limit, ret) : i;

	return k > from && !ret->odd && !ret->group && (ret->compounds == 2 || ret->order != ORDER_NONE || ret->civility < ret->from) ? k : i;
}

/* The two words at i, of names that nothing parts: "Anne Petit" of "Anne Petit Luc Grand". */
static size_t two_words(const struct list *l, size_t i, size_t limit, struct name *ret)
{
	struct name n;
	size_t k = i;

	for (size_t to = i + 2; to <= limit && to <= i + COMPOUND_TOKENS; to++)
		if (name_read(l->rd, i, to, &n) == to && n.compounds == 2 && !n.odd && !n.broken_line) {
			*ret = n;
			k = to;
		}
	return k;
}

/* One giver at i, before `limit`, the column's end. Where neither a civility nor capitals show where his name ends it has two words, as every other. */
static size_t column_giver(struct list *l, size_t i, size_t limit)
{
	struct name n;
	size_t k = name_read(l->rd, i, limit, &n);

	if (k > i && n.civility == n.from && n.order == ORDER_NONE && n.compounds != 2)
		k = two_words(l, i, limit, &n);
	if (k == i || n.odd || n.group || (n.compounds < 2 && n.civility == n.from))
		return i;
	struct entry *e = ARENA_PUSH(l->rd->a, &l->s->entries);

	*e = (struct entry){ .qui = name_person(l->rd, &n), .from = n.civility, .to = k, .name = n };
	if (!tok_mark(&l->rd->t, k, '('))
		return k;
	const size_t end = list_bound(l, k + 1, limit);

	return end > k + 1 && tok_mark(&l->rd->t, end, ')') ? end + 1 : i;
}

static size_t column_of_givers(struct list *l, size_t i, size_t limit)
{
	size_t next;

	while (i < limit && (next = column_giver(l, i, limit)) > i)
		i = over_separators(l, next);
	return i;
}

/* Each giver with the holder of his row, from token i on: the token after the last, or i when they are not as many. */
static size_t pair_columns(struct list *l, size_t i)
{
	struct name n;
	size_t k = i, next, rows = 0;

	for (; (next = column_holder(l, k, &n)) > k; k = over_separators(l, next))
		rows++;
	if (rows < 2 || rows != l->s->entries.n)
		return i;
	const size_t end = k;

	k = i;
	for (size_t row = 0; row < rows; row++) {
		struct entry *e = &l->s->entries.at[row];
		struct person holder;

		next = column_holder(l, k, &n);
		holder = name_person(l->rd, &n);
		list_pair(l, e, &holder, next);
		list_explain(l, k, next);
		k = over_separators(l, next);
	}
	return end;
}

bool list_ends_at(const struct list *l, size_t i)
{
	struct heading h;

	return i >= l->limit || heading_at(l->rd, i, l->limit, &h) || list_boundary(l->rd, i) != BOUNDARY_NONE || tok_mark(&l->rd->t, i, '.') || l->rd->t.at[i].lines > 1;
}

size_t list_column_titles(struct list *l)
{
	size_t i = l->s->h.to;

	while (i < l->limit && (l->s->h.kinds & LISTE_POUVOIRS) && tok_among(&l->rd->t, i, " mandant mandants mandataire mandataires "))
		i++;
	for (size_t k = l->s->h.from; k < i; k++) /* the heading may have taken them */
		l->s->there_tells |= tok_among(&l->rd->t, k, " mandataire mandataires ") && l->s->h.to > l->s->h.from;
	l->s->there_tells |= i > l->s->h.to;
	return i;
}

/* "Mandants Anne PETIT Luc GRAND Mandataires Zoé ROUX Paul VIAL": the token after, or i, where they are not as many. */
static size_t titled_columns(struct list *l, size_t i)
{
	size_t to = i, k, next;
	struct name n;

	while (to < l->limit && to < i + COLUMN_TOKENS && !tok_among(&l->rd->t, to, " mandataire mandataires "))
		to++;
	if (!tok_among(&l->rd->t, i - 1, " mandant mandants ") || to == l->limit || l->rd->t.at[to].shape == SHAPE_LOWER || column_of_givers(l, i, to) != to)
		return i;
	k = to + 1;
	for (size_t row = 0; row < l->s->entries.n; row++, k = over_separators(l, next)) {
		next = name_read(l->rd, k, l->limit, &n);
		if (next > k && n.civility == n.from && n.order == ORDER_NONE && n.compounds != 2)
			next = two_words(l, k, l->limit, &n);
		if (next == k || n.odd || n.group || (n.compounds < 2 && n.civility == n.from))
			return i;
		const struct person holder = name_person(l->rd, &n);

		list_pair(l, &l->s->entries.at[row], &holder, next);
	}
	return l->s->entries.n > 1 && list_ends_at(l, k) ? k : i;
}

bool list_columns(struct list *l)
{
	const size_t from = l->s->h.to, titles = list_column_titles(l);
	size_t to = from, end;

	if ((l->s->h.kinds & LISTE_PRESENTS) || l->s->h.to == l->s->h.from)
		return false;
	if (titles > from && (end = titled_columns(l, titles)) > titles) {
		l->s->there_tells = l->done = true;
		l->s->to = end;
		return true;
	}
	l->s->entries.n = l->s->pairs.n = 0;
	while (to < l->limit && to < from + COLUMN_TOKENS && leads_to_holder(l, to) == to)
		to++;
	if (to < l->limit && leads_to_holder(l, to) > to && column_of_givers(l, from, to) == to && (end = pair_columns(l, to)) > to && list_ends_at(l, end)) {
		l->s->there_tells = l->done = true;
		l->s->to = end;
		return true;
	}
	l->s->entries.n = l->s->pairs.n = 0;
	return false;
}

/* Of "M. A et Mme B donnent pouvoir à M. C", whose verb is at `verb` and whose end is at `to`: A, when A opens the list or stands behind another's proxy,
 * and no second holder follows. */
struct entry *list_second_giver(struct list *l, size_t verb, size_t to)
{
	const struct tokens *t = &l->rd->t;
	const size_t n = l->s->entries.n;
	struct entry *e = list_last(l);
	struct name next;

	if (n < 2 || e->to != verb || !tok_among(t, e->from - 1, " et ") || (e - 1)->to + 1 != e->from || (e - 1)->proxy || (e - 1)->unclear || (n > 2 && !(e - 2)->proxy))
		return NULL;
	/* "… à M. C et Mme D" */
	const size_t behind = to + tok_among(t, to, " et , ; / "), k = name_read(l->rd, behind, l->limit, &next);

	return k > behind && cue_at(l->rd->lx, t, k, CUE_POUVOIR_DONNE) == k && !tok_among(t, k, " et ") ? NULL : e - 1;
}

/* "… à Luc Petit⏎Anne Grand donne pouvoir à …", read as one name: the token where his line ends, for who gives opens the next; else where he begins. */
size_t list_holder_line(const struct list *l, const struct name *run)
{
	struct name n;
	size_t line = run->from + 1;

	while (line < run->to && l->rd->t.at[line].lines == 0)
		line++;
	const size_t giver = name_read(l->rd, line, l->limit, &n);
	const bool gives = giver > line && n.compounds > 1 && !n.broken_line && cue_at(l->rd->lx, &l->rd->t, giver, CUE_POUVOIR_DONNE) > giver;

	return gives && name_read(l->rd, run->from, line, &n) == line && n.compounds > 1 ? line : run->from;
}

size_t proxy_bare(struct list *l, size_t i, size_t name)
{
	struct name n;

	if (l->s->h.kinds == LISTE_ABSENTS && (name_read(l->rd, name, l->limit, &n) == name || !list_names_above(l, &n)))
		return i;
	if (proxy_give(l, i, name, l->limit) == name)
		return i;
	l->s->pairs.at[l->s->pairs.n - 1].bare = true;
	return list_last(l)->to;
}

/* "X => Y", "X > Y", "X → Y"; not beside somebody present. */
static size_t over_arrow(const struct reader *rd, size_t i)
{
	if (tok_mark(&rd->t, i + 1, '>') && (tok_mark(&rd->t, i, '=') || tok_mark(&rd->t, i, '-')))
		return i + 2;
	if (tok_mark(&rd->t, i, '>'))
		return i + 1;
	return rd->t.at[i].kind == TOK_MARK && str_eq(rd->t.at[i].key, STR("\xe2\x86\x92")) ? i + 1 : i;
}

size_t proxy_arrow(struct list *l, size_t i)
{
	const struct entry *e = list_last(l);
	const bool absent = l->s->h.kinds == LISTE_ABSENTS && e != NULL && e->to == i && l->rd->t.at[i].lines == 0 && !tok_mark(&l->rd->t, e->name.civility - 1, '>');
	const size_t next = absent || (l->s->h.kinds & LISTE_POUVOIRS) ? over_arrow(l->rd, i) : i;

	return next > i ? proxy_bare(l, i, next) : i;
}
