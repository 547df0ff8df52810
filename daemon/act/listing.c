/* SPDX-License-Identifier: EUPL-1.2 */
/* The list of the deliberations that an assembly puts up (CGCT L. 2121-25): a row for each, its number, its title, what became of it. */
#include "titles_priv.h"

#define OPENING_TOKENS 80
#define COLUMN_GAP 3 /* blanks between two columns */
#define VOICES_TOKENS 4 /* "14 voix", "quatorze voix exprimées" */

bool is_a_listing(const struct reader *rd)
{
	for (size_t k = 0; k < OPENING_TOKENS && k + 2 < rd->t.n; k++)
		if (tok_among(&rd->t, k, " liste tableau ") && rd->t.at[k].shape != SHAPE_LOWER && is_heading_place(rd, k) && word_is(rd, k + 1, "des") && word_is(rd, k + 2, "deliberations"))
			return true;
	return false;
}

bool opens_a_column(const struct reader *rd, size_t i)
{
	size_t blanks = 0;

	if (i == 0 || rd->t.at[i].lines > 0)
		return false;
	for (size_t k = rd->t.at[i - 1].end; k < rd->t.at[i].start; k++)
		blanks += (rd->text->bytes.p[k] & 0xC0) != 0x80;
	return blanks >= COLUMN_GAP;
}

/* Behind a dash or a colon, or, with a capital, at the start of a line or of a column. */
static bool is_set_apart(const struct reader *rd, size_t i)
{
	if (i > 0 && rd->t.at[i].lines == 0 && rd->t.at[i].space && (tok_mark(&rd->t, i - 1, ':') || (tok_mark(&rd->t, i - 1, '-') && rd->t.at[i - 1].space)))
		return true;
	return rd->t.at[i].shape != SHAPE_LOWER && (i == 0 || rd->t.at[i].lines > 0 || opens_a_column(rd, i));
}

/* "par 14 voix pour", ": 5 pour", "(5 pour, 12 contre)" */
static bool voices_at(const struct reader *rd, size_t i)
{
	const bool bracket = tok_mark(&rd->t, i, '(') && rd->t.at[i + 1].kind == TOK_NUMBER;

	if (!word_is(rd, i, "par") && !tok_mark(&rd->t, i, ':') && !bracket)
		return false;
	for (size_t k = i + 1; k < i + VOICES_TOKENS && k < rd->t.n && rd->t.at[k].lines == 0; k++)
		if (tok_among(&rd->t, k, " voix pour contre "))
			return k > i + 1;
	return false;
}

static bool next_row_at(const struct reader *rd, size_t i)
{
	return rd->t.at[i].shape != SHAPE_LOWER && word_is(rd, i, "deliberation") && word_is_no(rd, i + 1);
}

enum outcome outcome_at(const struct reader *rd, size_t i)
{
	static const char words[] = " adopte adoptee adoptes adoptees approuve approuvee approuves approuvees accepte acceptee vote votee votes votees rejete rejetee rejetes"
				    " rejetees refuse refusee ajourne ajournee retire retiree reporte reportee ";
	const struct token *t = &rd->t.at[i];

	if (!tok_among(&rd->t, i, words))
		return OUTCOME_NONE;
	const bool apart = is_set_apart(rd, i) || (t->shape == SHAPE_UPPER && i > 0 && t[-1].shape != SHAPE_UPPER);

	if (!apart && t->shape != SHAPE_TITLE)
		return OUTCOME_NONE;
	if (voices_at(rd, i + 1) || (apart && next_row_at(rd, i + 1)))
		return OUTCOME_SURE;
	if (result_at(rd, skip_marks(rd, i + 1, ",:")))
		return OUTCOME_TOLD;
	return apart && (i + 1 >= rd->t.n || rd->t.at[i + 1].lines > 0 || tok_mark(&rd->t, i + 1, '.')) ? OUTCOME_TOLD : OUTCOME_NONE;
}
