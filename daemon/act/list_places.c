/* SPDX-License-Identifier: EUPL-1.2 */
/* "Luc GRAND SAINT PAUL DU VAL : Anne PETIT": a name and the commune that heads the next ones, both in capitals, in one line.
 *
 * Where the name ends only the rest of the text can show: the name stands there without the commune, or the commune without the name. Cutting
 * by the grammar of communes was decided against: « GRAND LA VALLÉE » may be either.
 */
#include "lists_priv.h"

#define PLACE_TOKENS 12
#define SEEN_ELSEWHERE 5000 /* tokens looked at, for each name that may be cut */

static bool same_words(const struct reader *rd, size_t a, size_t b, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (b + k >= rd->t.n || !str_eq(rd->t.at[a + k].key, rd->t.at[b + k].key))
			return false;
	return true;
}

static bool is_capital(const struct reader *rd, size_t i)
{
	return i < rd->t.n && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape != SHAPE_LOWER;
}

/* "l'école de SAINT PAUL DU VAL": the words [from, to) elsewhere, with no name in front of them. */
static bool place_elsewhere(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = 1; k < rd->t.n && k < SEEN_ELSEWHERE; k++)
		if (k != from && (!is_capital(rd, k - 1) || tok_among(&rd->t, k - 1, " de des du d a au ")) && same_words(rd, from, k, to - from))
			return true;
	return false;
}

static bool goes_on(const struct reader *rd, size_t i)
{
	return tok_mark(&rd->t, i, '-') || (is_capital(rd, i) && rd->t.at[i].lines == 0 && !name_never(rd, i));
}

/* "… à Luc GRAND.": the name [from, to) elsewhere, and nothing behind it that may be of it. */
static bool name_elsewhere(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = 0; k < rd->t.n && k < SEEN_ELSEWHERE; k++)
		if (k != from && same_words(rd, from, k, to - from) && !goes_on(rd, k + (to - from)))
			return true;
	return false;
}

static bool can_cut(const struct list *l, size_t i, size_t p, struct name *ret)
{
	const struct tokens *t = &l->rd->t;

	return t->at[p].shape == SHAPE_UPPER && t->at[p - 1].kind == TOK_WORD && name_read(l->rd, i, p, ret) == p && !ret->odd && ret->order == ORDER_FIRST_LAST;
}

/* The colon behind the capitals from i on, or i. */
static size_t colon_behind(const struct list *l, size_t i)
{
	size_t k = i;

	while (k < l->limit && k < i + PLACE_TOKENS && (is_capital(l->rd, k) || tok_among(&l->rd->t, k, " - ' ")) && (k == i || l->rd->t.at[k].lines < 2))
		k++;
	return k < l->limit && tok_mark(&l->rd->t, k, ':') && l->rd->t.at[k - 1].shape == SHAPE_UPPER ? k : i;
}

/* Where the commune begins, by what stands elsewhere: the longest commune, and no name that says otherwise; `colon` when nothing shows it. */
static size_t place_begins(const struct list *l, size_t i, size_t colon)
{
	size_t place = colon, behind_name = colon;
	struct name cut;

	for (size_t p = i + 2; p < colon; p++) {
		if (!can_cut(l, i, p, &cut))
			continue;
		if (place == colon && place_elsewhere(l->rd, p, colon))
			place = p;
		if (!name_elsewhere(l->rd, i, p))
			continue;
		if (behind_name < colon)
			return colon;
		behind_name = p;
	}
	if (place < colon && behind_name < colon && place != behind_name)
		return colon;
	return place < colon ? place : behind_name;
}

enum glued list_place_glued(const struct list *l, size_t i, struct name *n, size_t *ret_colon)
{
	const size_t colon = colon_behind(l, i);

	if (colon == i || n->order != ORDER_FIRST_LAST || (!n->odd && n->compounds < 4))
		return GLUED_NOTHING;
	const size_t place = place_begins(l, i, colon);

	if (place == colon)
		return GLUED_UNSURE;
	name_read(l->rd, i, place, n);
	*ret_colon = colon;
	return GLUED_PLACE;
}
