/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: the text of an office document, put together from its elements as they begin and end.
 *
 * A paragraph is a line and a blank one; a row of a table whose cells hold one paragraph each is a line, its cells three spaces apart; other cells are
 * one paragraph after the other; what stands inside a paragraph (a note, a text box) follows it; where boxes float, one that hangs among rows of people
 * ("M. …", "Luc PETIT", and the line before them that ends in a colon) follows the last row, for it is no row itself. Tables inside a table or a paragraph are
 * the paragraphs of their cells.
 */
#ifndef SCRUTATEUR_FLOW_PRIV_H
#define SCRUTATEUR_FLOW_PRIV_H

#include "buf.h"

struct flow {
	struct buf out, line, aside, row, held; /* held: boxes that wait for the last row */
	unsigned paragraphs, tables; /* inside one another */
	bool in_cell, cell_began, row_is_line; /* of the outermost table */
	bool floats, noted, in_rows; /* boxes float; a note stands in the paragraph; the last paragraph was a row, or the colon before */
};
enum shift { SHIFT_NONE, SHIFT_RAISED, SHIFT_LOWERED };

void flow_init(struct flow *f, size_t limit);
void flow_done(struct flow *f);
/* Longer than the limit: not all of it is there. */
bool flow_is_full(const struct flow *f);

void flow_begin_paragraph(struct flow *f);
void flow_end_paragraph(struct flow *f);
/* No row follows: of a text whose boxes float. */
void flow_settle(struct flow *f);
void flow_begin_table(struct flow *f);
void flow_end_table(struct flow *f);
void flow_begin_cell(struct flow *f);
void flow_end_cell(struct flow *f);
void flow_end_row(struct flow *f);
/* A note, to follow the outermost open paragraph. */
void flow_aside(struct flow *f, struct str text);
/* What the innermost open paragraph says so far; one must be open. */
struct buf *flow_line(struct flow *f);
/* "26" and a raised "1" are no 261: digits stay raised or lowered. */
void flow_character(struct flow *f, char c, enum shift s);

#endif
