/* SPDX-License-Identifier: EUPL-1.2 */
/* A column beside the body, as a layout that keeps columns leaves it: each line is a piece of the column, a gap, a line of the body.
 *
 * The body is known by its prose: the sentence that opens the séance is broken over lines that begin where the heading of the
 * presents begins. Two columns of names have no such sentence above them, and are none of this. Moving the column's words
 * before the body was decided against: a place in the text would no longer be where a token stands.
 */
#include "seance_priv.h"

#define TITLES_APART 6 /* tokens */
#define SIDEBAR_GAP 2	    /* spaces between the two */
#define BODY_COLUMN 16	    /* where the body begins at the least */
#define BODY_INDENT 2	    /* of a line of the body */
#define ROWS_OF_PROSE 2	    /* lines of the body above the heading */
#define ROWS_ABOVE 24
#define ROWS_BELOW 200
#define LINE_COLUMNS 400
#define LISTS_GAP 4	    /* between two lists side by side */
#define ROWS_SEEN 3	    /* of the right one */

bool token_column(const struct reader *rd, size_t i, size_t *ret)
{
	const char *p = rd->text->bytes.p;
	size_t n = 0;

	for (size_t k = rd->t.at[i].start; k > 0 && p[k - 1] != '\n' && p[k - 1] != '\f'; k--) {
		if (p[k - 1] == '\t' || n > LINE_COLUMNS)
			return false;
		n += ((unsigned char)p[k - 1] & 0xC0) != 0x80;
	}
	*ret = n;
	return true;
}

static size_t line_start(const struct reader *rd, size_t i)
{
	while (i > 0 && rd->t.at[i].lines == 0)
		i--;
	return i;
}

static bool stands_apart(const struct reader *rd, size_t i)
{
	return rd->t.at[i].lines > 0 || rd->t.at[i].start - rd->t.at[i - 1].end >= SIDEBAR_GAP;
}

/* Where the body stands in the line that token i opens, the next line where it does not; false when a word lies in both columns. */
static bool body_in_line(const struct reader *rd, size_t i, size_t column, size_t *ret)
{
	size_t k = i, at;

	do {
		if (!token_column(rd, k, &at))
			return false;
		if (at + 1 >= column) {
			*ret = k;
			return stands_apart(rd, k) && at <= column + BODY_INDENT;
		}
		at += rd->t.at[k].end - rd->t.at[k].start;
		k++;
	} while (k < rd->t.n && rd->t.at[k].lines == 0);
	*ret = k;
	return at < column;
}

static bool tells_of_a_meeting(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (words_hold(&rd->t, k, SEANCE_MEETING))
			return true;
	return false;
}

/* The first line of the body's prose above the line that token i opens; i when there is none. */
static size_t prose_above(const struct reader *rd, size_t i, size_t column)
{
	bool meeting = false;
	size_t rows = 0, k = i, body;

	for (size_t n = 0; k > 0 && n < ROWS_ABOVE; n++) {
		const size_t line = line_start(rd, k - 1);

		if (!body_in_line(rd, line, column, &body))
			break;
		rows += body < k;
		meeting |= tells_of_a_meeting(rd, body, k);
		k = line;
	}
	return meeting && rows >= ROWS_OF_PROSE ? k : i;
}

/* The token after the last line of the body below the heading at token i; what stands behind blank lines is the act. */
static size_t body_below(const struct reader *rd, size_t i, size_t column)
{
	size_t to = i, k = i, body;

	while (k < rd->t.n && (k == i || rd->t.at[k].lines == 0))
		k++;
	to = k;
	for (size_t n = 0; k < rd->t.n && n < ROWS_BELOW && rd->t.at[k].lines < 3 && body_in_line(rd, k, column, &body); n++) {
		const bool beside = body < rd->t.n && rd->t.at[body].lines > 0 && body > k;

		for (k = body; !beside && k < rd->t.n && (k == body || rd->t.at[k].lines == 0);)
			k++;
		to = beside ? to : k;
	}
	return to;
}

/* "M. Paul PETIT", "Anne GRAND, maire"; in small letters alone in its line. */
static bool names_somebody(const struct reader *rd, size_t from, size_t to)
{
	struct name n;

	for (size_t k = from; k < to; k++) {
		const size_t end = name_read(rd, k, to, &n);

		if (end > k && (n.civility < n.from || n.order != ORDER_NONE || (n.compounds > 1 && k == from && end == to)))
			return true;
	}
	return false;
}

/* Beside the heading and below it. Also a heading of its own: the list is in that column. */
static bool sidebar_names(const struct reader *rd, const struct sidebar *s, size_t heading)
{
	size_t body;
	struct heading h;

	for (size_t k = s->lines.from; k < s->lines.to; k++) {
		if (rd->t.at[k].lines == 0 && k > s->lines.from)
			continue;
		if (!body_in_line(rd, k, s->column, &body))
			return true;
		if (body > k && rd->t.at[body].lines > 0)
			continue;
		if (heading_at(rd, k, body, &h) || (body > heading - 1 && names_somebody(rd, k, body)))
			return true;
	}
	return false;
}

static bool sidebar_around(struct reader *rd, size_t i)
{
	size_t column, body;

	while (i > 0 && !stands_apart(rd, i))
		i--;
	const size_t line = line_start(rd, i);

	if (rd->t.at[i].shape == SHAPE_LOWER || !token_column(rd, i, &column) || column < BODY_COLUMN || !body_in_line(rd, line, column, &body) || body != i)
		return false;
	const size_t from = prose_above(rd, line, column);

	if (from == line)
		return false;
	struct sidebar found = { .lines = { from, body_below(rd, i, column) }, .column = column };

	found.names = sidebar_names(rd, &found, i); /* before it is passed over */
	rd->sidebar = found;
	return true;
}

void reader_sidebar(struct reader *rd)
{
	for (size_t i = rd->head.from; (i = next_of(rd, CUE_PRESENTS, i, rd->head.to)) < rd->head.to; i++)
		if (cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) > i && sidebar_around(rd, i))
			return;
}

size_t over_sidebar(const struct reader *rd, size_t i)
{
	const struct sidebar *s = &rd->sidebar;
	size_t k = i, body;

	while (k >= s->lines.from && k < s->lines.to && rd->t.at[k].lines > 0 && body_in_line(rd, k, s->column, &body) && body > k)
		k = body;
	return k;
}

bool sidebar_before(const struct reader *rd, size_t i)
{
	const size_t line = line_start(rd, i);

	return line < i && i < rd->sidebar.lines.to && over_sidebar(rd, line) == i;
}

/* In one of the lines behind that of token i a word stands apart from those before it, where token i stands. */
static bool column_goes_on(const struct reader *rd, size_t i, size_t column)
{
	size_t rows = 0, at;

	for (size_t k = i + 1; k < rd->t.n && rd->t.at[k].lines < 2 && rows <= ROWS_SEEN; k++) {
		rows += rd->t.at[k].lines;
		if (rows > 0 && rows <= ROWS_SEEN && rd->t.at[k].lines == 0 && stands_apart(rd, k) && token_column(rd, k, &at) && at + 1 >= column && at <= column + 1)
			return true;
	}
	return false;
}

/* "PRÉSENTS (the margin) ABSENTS", in one line, and nobody named between them. */
static bool behind_presents_title(const struct reader *rd, size_t i)
{
	for (size_t k = i; k > rd->head.from && i - k < TITLES_APART && rd->t.at[k].lines == 0 && (rd->t.at[k - 1].kind != TOK_NUMBER || tok_mark(&rd->t, k, '/') || tok_mark(&rd->t, k - 2, '/')); k--)
		if (rd->t.at[k - 1].shape == SHAPE_UPPER && tok_among(&rd->t, k - 1, " presents presentes "))
			return rd->t.at[i].shape == SHAPE_UPPER && tok_among(&rd->t, i, " absents absentes excuses excusees ");
	return false;
}

bool side_by_side(const struct reader *rd, size_t i)
{
	size_t column;

	if (behind_presents_title(rd, i))
		return true;
	return i > 0 && rd->t.at[i].lines == 0 && rd->t.at[i].start - rd->t.at[i - 1].end >= LISTS_GAP && !sidebar_before(rd, i) && token_column(rd, i, &column) &&
	       column_goes_on(rd, i, column);
}
