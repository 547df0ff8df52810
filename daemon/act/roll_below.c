/* SPDX-License-Identifier: EUPL-1.2 */
/* A roll call whose states stand in the line below each name: "M. Luc PETIT⏎Présent⏎Mme Anne GRAND⏎Excusée", as a table comes out of a PDF.
 *
 * Read as headings each state would be given to the next member. The first line tells: "Présent⏎Luc PETIT⏎Absente⏎Anne GRAND" begins with a state, and is of headings.
 */
#include "rolls_priv.h"

#define LINE_TOKENS 24

static bool is_state_line(const struct reader *rd, size_t i)
{
	return rd->t.at[i].lines > 0 && rd->t.at[i].shape != SHAPE_LOWER &&
	       (tok_among(&rd->t, i, " present presente absent absente excuse excusee represente representee ") || proxy_word(&rd->t, i));
}

static bool is_name_line(const struct reader *rd, size_t i)
{
	struct name n;

	return rd->t.at[i].lines > 0 && name_read(rd, i, rd->t.n, &n) > i && (n.civility < n.from || n.compounds > 1);
}

/* Where the line above the one at i begins, or i. */
static size_t line_above(const struct reader *rd, size_t i)
{
	for (size_t k = i; k-- > rd->head.from && i - k < LINE_TOKENS;)
		if (rd->t.at[k].lines > 0)
			return k;
	return i;
}

static size_t line_below(const struct reader *rd, size_t i)
{
	for (size_t k = i + 1; k < rd->t.n && k - i < LINE_TOKENS; k++)
		if (rd->t.at[k].lines > 0)
			return k;
	return i;
}

bool roll_state_below(const struct reader *rd, size_t i)
{
	size_t k = i, rows = 0;

	if (!is_state_line(rd, i))
		return false;
	for (size_t name; is_state_line(rd, k); k = line_above(rd, name)) {
		name = line_above(rd, k);
		if (name == k || !is_name_line(rd, name))
			return false;
		rows++;
		if (line_above(rd, name) == name)
			break;
	}
	const size_t below = line_below(rd, i);
	struct name n;
	unsigned kinds;

	/* "Présent⏎GRAND Anne   Présente": the end of the row above, and one whole. */
	if (below > i && rows > 0 && roll_row(rd, below, &n, &kinds) > below)
		return true;
	return rows > 1 || (below > i && is_name_line(rd, below) && is_state_line(rd, line_below(rd, below)));
}
