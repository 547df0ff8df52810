/* SPDX-License-Identifier: EUPL-1.2 */
/* Actes cut at the points of the agenda: "1. TITRE", "2 - Titre", "3/ Titre", "Point n° 4 : titre", at the start of lines.
 *
 * Lists inside an acte are numbered in the same way, so the points are cut only where one chain is possible: from its last
 * "1" on, each number stands once with this mark, and nearly every part has its vote. Whoever numbers his articles as his
 * points is not cut.
 */
#include "segment_priv.h"

#define POINTS_LEAST 3

struct point {
	size_t at;
	int n;
	char style; /* the mark behind the number, or 'p' for the word "point" */
};
struct points {
	struct point *at;
	size_t n, cap;
};

static bool title_at(const struct reader *rd, size_t i)
{
	while (i < rd->t.n && rd->t.at[i].kind == TOK_MARK && rd->t.at[i].lines == 0)
		i++;
	return i < rd->t.n && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape != SHAPE_LOWER && rd->t.at[i].lines <= 1;
}

static bool read_point(const struct reader *rd, size_t i, struct point *ret)
{
	static const char marks[] = ".-)/:";
	size_t k = i;

	*ret = (struct point){ .at = i };
	if (rd->t.at[i].lines == 0)
		return false;
	if (word_is(rd, k, "point")) {
		k += 1 + word_is(rd, k + 1, "n");
		while (k < rd->t.n && rd->t.at[k].kind == TOK_MARK && rd->t.at[k].key.n > 1)
			k++;
		ret->style = 'p';
	}
	const struct token *number = &rd->t.at[k];

	if (k >= rd->t.n || number->kind != TOK_NUMBER || number->value < 1 || number->value > 99 || number->key.n > 2)
		return false;
	ret->n = number->value;
	for (const char *m = marks; *m != '\0' && ret->style == '\0'; m++)
		if (tok_mark(&rd->t, k + 1, *m))
			ret->style = *m;
	return ret->style != '\0' && title_at(rd, k + 1) &&
	       (ret->style == 'p' || rd->t.at[k + 2].kind == TOK_WORD || rd->t.at[k + 2].key.n == 1 || rd->t.at[k + 2].space);
}

static struct points points_in(struct reader *rd)
{
	struct points all = { 0 };
	struct point p;

	for (size_t i = 0; (i = next_of(rd, LANDMARK_HEADING, i, rd->t.n)) < rd->t.n && all.n < LIMIT_LIST_ITEMS; i++)
		if (read_point(rd, i, &p))
			*ARENA_PUSH(rd->a, &all) = p;
	return all;
}

/* The points of one style from the last "1" on; none when a number stands twice or is missing. */
static struct act_headings chain_of(struct reader *rd, const struct points *all, char style)
{
	struct act_headings chain = { 0 }, none = { 0 };
	size_t first = all->n;

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].style == style && all->at[i].n == 1)
			first = i;
	for (size_t i = first; i < all->n && chain.n < LIMIT_ACTES - 1; i++) {
		if (all->at[i].style != style)
			continue;
		if (all->at[i].n != (int)chain.n + 1)
			return none;
		*ARENA_PUSH(rd->a, &chain) = (struct act_heading){
			.at = all->at[i].at, .number = { all->at[i].at, all->at[i].at }, .point = all->at[i].n
		};
	}
	return chain;
}

/* The last point is often "Questions diverses", and one of the others a communication. */
bool headings_have_votes(const struct reader *rd, const struct act_headings *chain)
{
	size_t with = 0;

	for (size_t k = 0; k < chain->n; k++) {
		const size_t to = k + 1 < chain->n ? chain->at[k + 1].at : rd->t.n;
		bool vote = false;

		for (size_t i = chain->at[k].at; !vote && (i = next_of(rd, LANDMARK_SAYS_VOTE, i, to)) < to; i++)
			vote = says_a_vote(rd, i);
		with += vote;
	}
	return with >= 2 && with * 4 >= (chain->n - 1) * 3;
}

struct act_headings agenda_points(struct reader *rd)
{
	static const char styles[] = "p.-)/:";
	const struct points all = points_in(rd);
	struct act_headings best = { 0 };

	for (const char *s = styles; *s != '\0'; s++) {
		const struct act_headings chain = chain_of(rd, &all, *s);

		if (chain.n >= POINTS_LEAST && chain.n > best.n && headings_have_votes(rd, &chain))
			best = chain;
	}
	return best;
}
