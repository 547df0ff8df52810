/* SPDX-License-Identifier: EUPL-1.2 */
/* The boxes of a form. A row whose boxes stand behind their words, or in which none is ticked, says nothing: its results stay rivals (ballots.c). */
#include "boxes_priv.h"

#define BOX_TOKENS 4 /* from a box to its words, a margin between them */
#define ROW_TOKENS 20

static const char EMPTY[] = " ☐ □ ❏ ❑ ❒ ◻ ", TICKS[] = " ☒ ☑ ✔ ✓ ✗ ✘ ✕ ■ ⊠ ",
		  SAID[] = " unanimite majorite adopte adoptee adoptes adoptees rejete rejetee rejet approuve approuvee ";

/* Most tokens are no sign, and most texts have no box. */
static bool is_sign(const struct reader *rd, size_t i, const char *signs)
{
	return rd->t.at[i].kind == TOK_MARK && rd->t.at[i].key.n > 1 && tok_among(&rd->t, i, signs);
}

static bool is_box(const struct reader *rd, size_t i)
{
	return is_sign(rd, i, EMPTY) || is_sign(rd, i, TICKS);
}

/* The first box of the row around token i stands before its words, and one of them is ticked. */
static bool is_in_a_filled_row(const struct reader *rd, size_t i)
{
	const size_t from = i > ROW_TOKENS ? i - ROW_TOKENS : 0;
	size_t first = i, ticks = 0;

	for (size_t k = i; k > from; k--)
		if (is_box(rd, k - 1))
			first = k - 1;
	for (size_t k = from; k < i + ROW_TOKENS && k < rd->t.n; k++)
		ticks += is_sign(rd, k, TICKS);
	return ticks == 1 && !(first > 0 && tok_among(&rd->t, first - 1, SAID));
}

bool is_ticked(const struct reader *rd, size_t i)
{
	return i > 0 && is_sign(rd, i - 1, TICKS) && is_in_a_filled_row(rd, i);
}

bool is_empty_box(const struct reader *rd, size_t i)
{
	for (size_t k = i; k > 0 && i - k < BOX_TOKENS && !is_sign(rd, k - 1, TICKS); k--)
		if (is_sign(rd, k - 1, EMPTY))
			return is_in_a_filled_row(rd, i);
	for (size_t k = i; k > 1 && i - k < BOX_TOKENS && !tok_mark(&rd->t, k - 1, '['); k--)
		if (tok_mark(&rd->t, k - 1, ']') && tok_mark(&rd->t, k - 2, '['))
			return true;
	return false;
}
