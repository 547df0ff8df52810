/* SPDX-License-Identifier: EUPL-1.2 */
/* Minutes whose actes bear numbers of several parts, and one of them another, as the lists of a word processor make it: "2031-03-01 …⏎2. ACHAT⏎…⏎2031-03-03 …".
 *
 * Such a point is the only one in the part, something is voted above it and something voted or decided below. It surely opens an acte where its number is the one
 * that is missing, or who reports stands right behind its title; else, and where a number is missing and no point is found, what the part tells may be of two.
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define FIGURES_MOST 2

static bool is_reported(const struct reader *rd, size_t title, size_t to)
{
	const size_t k = line_end(rd, title, to);

	return k < to && (tok_among(&rd->t, k, " rapporteur rapporteure ") || speaker_at(rd, k, to));
}

static bool votes_or_decides_between(const struct reader *rd, size_t from, size_t to)
{
	if (is_voted_between(rd, from, to))
		return true;
	for (size_t i = from; (i = next_of(rd, LANDMARK_CUE, i, to)) < to; i++)
		if (decides_at(rd, i))
			return true;
	return false;
}

/* The number between those of two actes; 0 when none is missing, or several. */
static int64_t missing_between(const struct number *a, const struct number *b)
{
	int64_t x = 0, y = 0;

	for (size_t i = 0; i < a->n && i < b->n; i++)
		if (!str_eq(a->part[i], b->part[i]))
			return number_follows(a, b, 2) && str_int(a->part[i], &x) && str_int(b->part[i], &y) && y == x + 2 ? x + 1 : 0;
	return 0;
}

/* "2. ACHAT D'UN LOGICIEL" below an empty line: the token of its title, or i. */
static size_t point_at(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i];

	if (t->kind != TOK_NUMBER || t->lines < 2 || t->key.n > FIGURES_MOST || t->value < 1 || !tok_among(&rd->t, i + 1, " . ) - / ") || rd->t.at[i + 1].lines > 0 || !rd->t.at[i + 2].space ||
	    rd->t.at[i + 2].lines > 0)
		return i;
	return i + 2;
}

/* The only point between two headings, where it may open an acte, and whether it surely does; at = 0 when there is none. */
static struct act_heading lone_point(const struct reader *rd, struct range part, int64_t missing, bool *ret_sure)
{
	struct act_heading found = { 0 };
	size_t points = 0;

	for (size_t i = part.from; (i = next_of(rd, LANDMARK_HEADING, i, part.to)) < part.to; i++) {
		const size_t title = point_at(rd, i);

		if (title == i)
			continue;
		points++;
		*ret_sure = rd->t.at[i].value == missing || is_reported(rd, title, part.to);
		if (titles_a_point(rd, title, part.to) && is_voted_between(rd, part.from, i) && votes_or_decides_between(rd, title, part.to))
			found = (struct act_heading){ .at = i, .number = { i, i }, .point = rd->t.at[i].value, .title = title };
	}
	return points == 1 ? found : (struct act_heading){ 0 };
}

struct act_headings with_points_between(struct reader *rd, const struct act_headings *numbers)
{
	struct act_headings all = { .end = numbers->end };

	for (size_t k = 0; k < numbers->n; k++) {
		const bool last = k + 1 == numbers->n;
		const struct range part = { numbers->at[k].number.to, last ? numbers->end > 0 ? numbers->end : rd->t.n : numbers->at[k + 1].at };
		const struct number here = number_parts(rd, numbers->at[k].number), next = last ? here : number_parts(rd, numbers->at[k + 1].number);
		bool sure = false;
		const struct act_heading point = here.n > 1 && all.n + numbers->n < LIMIT_ACTES - 1 ? lone_point(rd, part, missing_between(&here, &next), &sure) : (struct act_heading){ 0 };

		*ARENA_PUSH(rd->a, &all) = numbers->at[k];
		if (point.at > 0 && sure)
			*ARENA_PUSH(rd->a, &all) = point;
		else if (point.at > 0 || (!last && !number_goes_on(&here, &next, 1)))
			all.at[all.n - 1].listed = true;
	}
	return all;
}
