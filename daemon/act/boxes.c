/* SPDX-License-Identifier: EUPL-1.2 */
/* The boxes of a form. They stand before their words or behind them: the ends of the row tell which. A row that does not, or in which none is ticked, says nothing:
 * its results stay rivals (ballots.c), and one that is alone stays unread.
 */
#include "boxes_priv.h"

#define BOX_TOKENS 8 /* from a box to its words, a margin between them */
#define ROW_TOKENS 30

static const char EMPTY[] = " ☐ □ ❏ ❑ ❒ ◻ ", TICKS[] = " ☒ ☑ ✔ ✓ ✗ ✘ ✕ ■ ⊠ ",
		  SAID[] = " unanimite majorite adopte adoptee adoptes adoptees rejete rejetee rejet approuve approuvee ";

enum ticked { BOX_NONE, BOX_TICKED, BOX_EMPTY, BOX_UNSURE };

struct box {
	size_t from, to;
	bool ticked, sure; /* sure: no sign that opens the rows of a list, too */
};

/* "☐", "☒", "[ ]", "( )", "[x]", "(X)", from token i. Most tokens are no mark, and most texts have no box. */
static bool box_from(const struct reader *rd, size_t i, struct box *ret)
{
	const char *const close = tok_mark(&rd->t, i, '[') ? " ] " : tok_mark(&rd->t, i, '(') ? " ) " : NULL;

	if (i >= rd->t.n || rd->t.at[i].kind != TOK_MARK)
		return false;
	if (close != NULL) {
		const bool cross = word_is(rd, i + 1, "x");

		*ret = (struct box){ i, i + 2 + cross, cross, tok_mark(&rd->t, i, '[') };
		return tok_among(&rd->t, i + 1 + cross, close);
	}
	*ret = (struct box){ i, i + 1, tok_among(&rd->t, i, TICKS), tok_among(&rd->t, i, " ☐ ☒ ☑ ⊠ ") };
	return rd->t.at[i].key.n > 1 && (ret->ticked || tok_among(&rd->t, i, EMPTY));
}

static bool box_up_to(const struct reader *rd, size_t i, struct box *ret)
{
	for (size_t k = i; k > 0 && i - k < 3; k--)
		if (box_from(rd, k - 1, ret) && ret->to == i)
			return true;
	return false;
}

static bool stops(const struct reader *rd, size_t i)
{
	return i >= rd->t.n || tok_among(&rd->t, i, " . ; ");
}

/* The next box behind token i; before it. */
static bool box_behind(const struct reader *rd, size_t i, struct box *ret)
{
	for (size_t k = i; k < i + BOX_TOKENS && !stops(rd, k); k++)
		if (box_from(rd, k, ret))
			return true;
	return false;
}

static bool box_before(const struct reader *rd, size_t i, struct box *ret)
{
	for (size_t k = i; k > 0 && i - k < BOX_TOKENS && !stops(rd, k - 1); k--)
		if (box_up_to(rd, k, ret))
			return true;
	return false;
}

/* "Unanimité : oui ☐ non ☒", "Unanimité : non", from token i right behind the words. */
static enum ticked answer_at(const struct reader *rd, size_t i)
{
	enum ticked said = BOX_NONE, ret = BOX_NONE;
	bool first = false, marked = false;
	size_t words = 0, boxes = 0, ticks = 0;
	struct box b = { 0 }, had = { 0 };

	while (tok_among(&rd->t, i, " a l ' unanimite majorite la "))
		i++;
	marked = tok_mark(&rd->t, i, ':');
	for (size_t k = i; k < i + ROW_TOKENS && k < rd->t.n; k = b.to) {
		if (box_from(rd, k, &b)) {
			first |= words + boxes == 0;
			boxes++;
			ticks += b.ticked;
			ret = b.ticked && !first ? said : ret;
			had = b;
			continue;
		}
		b.to = k + 1;
		if (tok_among(&rd->t, k, " oui non ")) {
			said = word_is(rd, k, "oui") ? BOX_TICKED : BOX_EMPTY;
			ret = had.ticked && first && had.to + 1 >= k ? said : ret;
			words++;
		} else if (!tok_among(&rd->t, k, " : / | , - ")) {
			break;
		}
	}
	if (words == 0 || (boxes == 0 && !marked))
		return BOX_NONE;
	if (boxes == 0)
		return words == 1 ? said : BOX_UNSURE;
	return ticks == 1 && ret != BOX_NONE ? ret : BOX_UNSURE;
}

struct row {
	struct box first, last;
	bool labelled, colon, trailing; /* words of a result stand right before the first box, with a colon between them; right behind the last */
	size_t boxes, ticks;
};

static void count_in(struct row *row, const struct box *b)
{
	if (row->boxes == 0 || b->from < row->first.from)
		row->first = *b;
	if (row->boxes == 0 || b->from > row->last.from)
		row->last = *b;
	row->boxes++;
	row->ticks += b->ticked;
}

/* All boxes around the words [from, to). */
static struct row row_around(const struct reader *rd, size_t from, size_t to)
{
	struct row row = { 0 };
	struct box b;

	for (size_t k = from; from - k < ROW_TOKENS && box_before(rd, k, &b); k = b.from)
		count_in(&row, &b);
	for (size_t k = to; k - to < ROW_TOKENS && box_behind(rd, k, &b); k = b.to)
		count_in(&row, &b);
	if (row.boxes == 0)
		return row;

	size_t before = row.first.from, behind = row.last.to;

	row.colon = before > 0 && tok_mark(&rd->t, before - 1, ':');
	before -= row.colon;
	while (tok_among(&rd->t, behind, " a l ' la le deliberation : "))
		behind++;
	row.labelled = row.first.from >= to || (before > 0 && tok_among(&rd->t, before - 1, SAID));
	row.trailing = row.last.to <= from || tok_among(&rd->t, behind, SAID);
	return row;
}

/* Where the boxes stand, 0 when nobody can tell: before their words (1), behind them (2). */
static int side_of(const struct reader *rd, const struct row *row)
{
	const size_t from = row->first.from, to = row->last.to;

	if (row->labelled != row->trailing)
		return row->labelled ? 2 : 1;
	if (row->labelled)
		return row->colon && row->boxes > 1 ? 1 : 0; /* "Adopté : ☒ à l'unanimité ☐ à la majorité" */
	const bool opens = from == 0 || rd->t.at[from].lines > 0 || tok_among(&rd->t, from - 1, " . : ; "), ends = to >= rd->t.n || rd->t.at[to].lines > 0 || stops(rd, to);

	return opens == ends ? 0 : opens ? 1 : 2;
}

static enum ticked ticked_at(const struct reader *rd, size_t from, size_t to)
{
	const enum ticked answer = answer_at(rd, to);
	struct box b;

	if (answer != BOX_NONE)
		return answer;
	const struct row row = row_around(rd, from, to);

	if (row.boxes == 0 || (row.ticks == 0 && (row.boxes > 1 || !row.first.sure)) || (row.ticks == row.boxes && !row.last.sure))
		return BOX_NONE;
	const int side = side_of(rd, &row);

	if (side == 0 || !(side == 1 ? box_before(rd, from, &b) : box_behind(rd, to, &b)))
		return BOX_UNSURE;
	return b.ticked ? BOX_TICKED : BOX_EMPTY;
}

bool is_ticked(const struct reader *rd, size_t from, size_t to)
{
	return ticked_at(rd, from, to) == BOX_TICKED;
}

bool is_unticked(const struct reader *rd, size_t from, size_t to)
{
	const enum ticked box = ticked_at(rd, from, to);

	return box == BOX_EMPTY || box == BOX_UNSURE;
}
