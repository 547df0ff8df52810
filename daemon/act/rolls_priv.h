/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the attendance side of the act room: who is there by roll call, or in a table. */
#ifndef SCRUTATEUR_ROLLS_PRIV_H
#define SCRUTATEUR_ROLLS_PRIV_H

#include "people_priv.h"

/* "Anne PETIT : présente", one after the other, or the rows of a table: a section of presents and one of absents, where no list of presents stands elsewhere (rollcall.c). */
void reader_roll_call(struct reader *rd, struct attendance *at);
bool reader_presence_table(struct reader *rd, struct attendance *at); /* the same from a table with titles, one line for each member (presence_table.c): found, and read or failed */
/* The headings and lists that the titles and rows [from, to) were taken for are dropped; one that ends before the rows is a list of its own. A list of presents under
 * its heading elsewhere: the roll is of something else. */
void roll_takes(const struct reader *rd, struct attendance *at, size_t titles, size_t from, size_t to);
bool roll_holders_have_rows(const struct section *present, const struct section *absent); /* each in the first, and who gave in the second */
bool roll_listed_elsewhere(const struct attendance *at, size_t from, size_t to);
/* roll_rows.c: the token after a row's state, *ret_kinds which; i when no row begins there; a row that is not whole behind the roll's end, or before its first. */
size_t roll_row(const struct reader *rd, size_t i, struct name *ret, unsigned *ret_kinds);
bool roll_two_cells(const struct name *n); /* the last name of a row and the first of the next, read as one */
bool roll_row_behind(const struct reader *rd, size_t i);
bool roll_state(const struct reader *rd, size_t i); /* a state, where that of a row stands: behind a mark, or in a capital in its line */
bool roll_state_below(const struct reader *rd, size_t i), roll_row_before(const struct reader *rd, size_t from);

/* table_lines.c: a line of the page as the cells of a table. */
#define TABLE_CELLS 10
#define TABLE_GAP 2 /* spaces between two cells */

enum column { COL_OTHER, COL_NAME, COL_PRESENT, COL_ABSENT, COL_STATE, COL_HOLDER, COL_UNKNOWN };

struct cell {
	size_t from, to;    /* tokens; none: empty */
	size_t left, right; /* columns of the page, or the number of the field between two bars */
	enum column column;
};
struct line {
	struct cell cells[TABLE_CELLS];
	size_t n, next; /* next: the token that opens the line below */
	bool bars, whole;
};
bool table_bar(const struct reader *rd, size_t i);
struct line table_line(const struct reader *rd, size_t i); /* that token i opens; not whole where its cells cannot be told apart */

#endif
