/* SPDX-License-Identifier: EUPL-1.2 */
/* The very next number of a series, where what stands before it made its reader doubt: "… prend acte⏎N° 2031-02 : TARIFS", "… Contre : 1 N° 2031-03 : AVENANT",
 * and the one before the first: "Séance du 5 mars 2031 N° 2031-01 : TAUX". Left out, its acte's vote would be read as that of the acte above it, and the first
 * vote of the paper under the second number.
 *
 * Only "N°" with a capital and its title behind a mark or with a capital; nothing that cites it before it; and something decided, or put off, in each of the two parts it makes.
 */
#include "segment_priv.h"

/* "N° 2031-02 : Tarifs", "N° 2031-02 TARIFS": the token behind the number, or i. */
static size_t numbered_title_at(const struct reader *rd, size_t i, struct range *ret_number)
{
	const size_t k = over_degree(rd, i + 1);

	if (!word_is_no(rd, i) || rd->t.at[i].shape == SHAPE_LOWER || number_is_cited(rd, i))
		return i;
	const size_t end = read_number_of_act(rd, k), title = skip_marks(rd, end, ":-.|");

	if (end == k || title >= rd->t.n || rd->t.at[title].kind != TOK_WORD || rd->t.at[title].shape == SHAPE_LOWER)
		return i;
	*ret_number = (struct range){ k, end };
	return end;
}

static bool goes_on(const struct reader *rd, struct range before, struct range here)
{
	const struct number a = number_parts(rd, before), b = number_parts(rd, here);

	return a.n > 1 && number_follows(&a, &b, 1);
}

/* Something is decided there, or the matter is put off. */
static bool is_settled(const struct reader *rd, size_t from, size_t to)
{
	return is_decided_between(rd, from, to) || decides_nothing(rd, skip_marks(rd, from, ":-.|"), to) || tok_says(&rd->t, from, to, " reporte reportee ajourne ajournee retire retiree ");
}

static bool find_next(const struct reader *rd, const struct act_heading *last, size_t limit, struct act_heading *ret)
{
	struct range number;

	for (size_t i = last->number.to; (i = next_of(rd, LANDMARK_HEADING, i, limit)) < limit; i++)
		if (numbered_title_at(rd, i, &number) > i && goes_on(rd, last->number, number) && is_settled(rd, last->number.to, i) && is_settled(rd, number.to, limit)) {
			*ret = (struct act_heading){ .at = i, .number = number };
			return true;
		}
	return false;
}

/* The last such number before the first heading, behind which something is voted. */
static bool find_before(const struct reader *rd, const struct act_heading *first, struct act_heading *ret)
{
	struct range number;
	bool found = false;

	for (size_t i = 0; (i = next_of(rd, LANDMARK_HEADING, i, first->at)) < first->at; i++)
		if (numbered_title_at(rd, i, &number) > i && goes_on(rd, number, first->number) && is_decided_between(rd, number.to, first->at)) {
			*ret = (struct act_heading){ .at = i, .number = number };
			found = true;
		}
	return found;
}

struct act_headings with_next_in_series(struct reader *rd, const struct act_headings *numbers)
{
	struct act_headings all = { .end = numbers->end };
	struct act_heading h;

	if (numbers->n > 0 && numbers->at[0].point == 0 && find_before(rd, &numbers->at[0], &h))
		*ARENA_PUSH(rd->a, &all) = h;
	for (size_t k = 0; k < numbers->n; k++) {
		const size_t limit = k + 1 < numbers->n ? numbers->at[k + 1].at : numbers->end > 0 ? numbers->end : rd->t.n;

		*ARENA_PUSH(rd->a, &all) = numbers->at[k];
		while (all.n + numbers->n - k < LIMIT_ACTES && all.at[all.n - 1].point == 0 && find_next(rd, &all.at[all.n - 1], limit, &h))
			*ARENA_PUSH(rd->a, &all) = h;
	}
	return all;
}
