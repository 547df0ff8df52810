/* SPDX-License-Identifier: EUPL-1.2 */
/* A count that a margin or the foot of a page tore from its label, or whose label has the number of a page beside it: it is not read. */
#include "counts_priv.h"

#define LABEL_WORDS 8
#define TORN_TOKENS 10
#define MARGIN_WORDS 6
#define ROW_TOKENS 80 /* of the other cells of a row */

/* "quatorze (14)⏎2⏎votants", of which the 2 is a page's */
static bool stands_between(const struct reader *rd, size_t i, size_t label)
{
	if (i < 2 || label != i + 1)
		return false;
	return (tok_mark(&rd->t, i - 1, ')') && rd->t.at[i - 2].kind == TOK_NUMBER) ||
	       (rd->t.at[i - 1].kind == TOK_NUMBER && rd->t.at[i].lines > 0 && rd->t.at[label].lines > 0);
}

/* From token i on, in `within` tokens and before any other label, a colon and a number. */
static bool has_number_beyond(const struct reader *rd, struct count *counts, size_t i, size_t within)
{
	int64_t value;
	size_t end;

	for (size_t k = i; k < i + within && k < rd->t.n && count_label(rd, counts, k, &end) == NULL && count_other_label(rd, k) == k; k++)
		if (tok_mark(&rd->t, k, ':'))
			return k > i && count_number(rd, k + 1, &value) > k + 1;
	return false;
}

/* "en exercice : 15 présents⏎(the foot of a page)⏎: 12": the number at i has its label before it, and the label that ends at `next` another number. */
static bool is_of_the_label_before(const struct reader *rd, struct count *counts, size_t i, size_t next)
{
	size_t k = i, end = 0;

	if (i < 3 || !tok_mark(&rd->t, i - 1, ':'))
		return false;
	while (k > 0 && i - k < LABEL_WORDS && !(count_label(rd, counts, k - 1, &end) != NULL && end == i - 1))
		k--;
	return k > 0 && i - k < LABEL_WORDS && has_number_beyond(rd, counts, next, TORN_TOKENS);
}

bool count_is_torn(const struct reader *rd, struct count *counts, size_t i, size_t label, size_t next)
{
	return stands_between(rd, i, label) || is_of_the_label_before(rd, counts, i, next);
}

bool count_goes_on_beyond_a_margin(const struct reader *rd, struct count *counts, size_t end)
{
	return end < rd->t.n && rd->t.at[end].kind == TOK_WORD && rd->t.at[end].shape != SHAPE_LOWER && has_number_beyond(rd, counts, end, MARGIN_WORDS);
}

bool count_labels_lost_theirs(const struct reader *rd, size_t end)
{
	struct count counts[COUNTS] = COUNTS_OF_NOTHING;
	size_t next;

	return count_label(rd, counts, end, &next) != NULL && tok_mark(&rd->t, next, ':') && count_label(rd, counts, next + 1, &next) != NULL && tok_mark(&rd->t, next, ':');
}

bool count_is_split(const struct reader *rd, size_t end)
{
	return end < rd->t.n && rd->t.at[end].lines == 0 && rd->t.at[end].key.n == 1 && rd->t.at[end - 1].key.n == 1 &&
	       (rd->t.at[end].kind == TOK_NUMBER || (tok_among(&rd->t, end, " z o i ") && !tok_mark(&rd->t, end + 1, '.')));
}

bool count_of_a_majority(const struct reader *rd, size_t i)
{
	return i > 1 && word_is(rd, i - 1, "des") && word_is(rd, i - 2, "majorite");
}

size_t count_in_the_cell_below(const struct reader *rd, size_t border, size_t *ret_number, int64_t *ret)
{
	size_t row = border, below = border + 1;

	*ret_number = border;
	if (!tok_mark(&rd->t, border, '|'))
		return border;
	while (row > 0 && rd->t.at[row].lines == 0 && !tok_mark(&rd->t, row - 1, '|'))
		row--;
	row -= row > 0 && rd->t.at[row].lines == 0;
	while (below < rd->t.n && below < border + ROW_TOKENS && rd->t.at[below].lines == 0)
		below++;
	if (rd->t.at[row].lines == 0 || !tok_mark(&rd->t, row, '|') || rd->t.at[below].lines != 1 || !tok_mark(&rd->t, below, '|') || rd->t.at[below + 1].kind != TOK_NUMBER)
		return border;
	const size_t end = count_number(rd, below + 1, ret);

	*ret_number = below + 1;
	return tok_mark(&rd->t, end, '|') ? end : below + 1;
}
