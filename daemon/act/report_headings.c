/* SPDX-License-Identifier: EUPL-1.2 */
/* "RAPPORT N° 101 - BUDGET PRIMITIF", "Dossier n° 12 : Bail du four" at the start of lines: the actes of minutes that are numbered by what was reported.
 *
 * Their numbers only grow; where one goes back, the run before it was an agenda. Nearly each of the last run has its vote.
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define FIGURES_MOST 4

/* "… à l'unanimité QUESTION N° 2 – Droits de place …", in capitals, where line ends were lost. */
static bool stands_out(const struct reader *rd, size_t i)
{
	return rd->t.at[i].shape == SHAPE_UPPER && i > 0 && !title_goes_on(rd, i) && (rd->t.at[i - 1].kind != TOK_MARK || tok_mark(&rd->t, i - 1, '.'));
}

/* The number of the report that opens a line at token i, its title behind a dash or a colon; 0 when none does. Whether the title may be none: it begins in lower case,
 * or with a figure. */
static int report_at(const struct reader *rd, size_t i, bool *ret_unsure)
{
	size_t k = i + 2;

	if (!(i == 0 || rd->t.at[i].lines > 0 || stands_out(rd, i)) || rd->t.at[i].shape == SHAPE_LOWER || !tok_among(&rd->t, i, " rapport dossier affaire question ") || !word_is_no(rd, i + 1))
		return 0;
	k = over_degree(rd, k);
	const struct token *number = &rd->t.at[k];

	if (k + 2 >= rd->t.n || number->kind != TOK_NUMBER || number->key.n > FIGURES_MOST || number->value < 1 || number->lines > 0 ||
	    !tok_among(&rd->t, k + 1, " - : ") || rd->t.at[k + 1].lines > 0)
		return 0;
	*ret_unsure = rd->t.at[k + 2].shape == SHAPE_LOWER;
	return rd->t.at[k + 2].lines == 0 && (rd->t.at[k + 2].kind == TOK_WORD || opens_oddly(rd, k + 2)) ? (int)number->value : 0;
}

/* Behind the vote of the one before it; or the first of all. */
static bool is_the_next(const struct reader *rd, const struct act_headings *run, size_t i, int n)
{
	if (rd->t.at[i].lines == 0)
		return false;
	if (run->n == 0 || n == 1)
		return n == 1;
	return n == run->at[run->n - 1].point + 1 && is_voted_between(rd, run->at[run->n - 1].at, i);
}

struct act_headings report_headings(struct reader *rd)
{
	struct act_headings run = { .end = rd->t.n };

	for (size_t i = 0; i < rd->t.n && run.n < LIMIT_ACTES - 2; i++) {
		bool unsure = false;
		const int n = report_at(rd, i, &unsure);

		if (n == 0 || (unsure && !is_the_next(rd, &run, i, n)))
			continue;
		if (run.n > 0 && (n <= run.at[run.n - 1].point || !str_eq(rd->t.at[i].key, rd->t.at[run.at[0].at].key)))
			run.n = 0;
		*ARENA_PUSH(rd->a, &run) = (struct act_heading){ .at = i, .number = { i, i }, .point = n };
	}
	return run.n >= 2 && headings_have_votes(rd, &run) ? run : (struct act_headings){ 0 };
}
