/* SPDX-License-Identifier: EUPL-1.2 */
/* Tables for spreadsheets: UTF-8 with its mark, semicolons, CR LF, each text between quotation marks. What would begin like a formula has an
 * apostrophe before it, for a spreadsheet would run it (ROBUST W-05).
 */
#ifndef SCRUTATEUR_CSV_H
#define SCRUTATEUR_CSV_H

#include "buf.h"

/* The first line: names of columns, each `columns[i]` until NULL. */
void csv_head(struct buf *out, const char *const *columns);
/* One cell; `last` ends the line. Controls and line ends are shown (escape_line), so that a row is one line. */
void csv_cell(struct buf *out, struct str s, bool last);
void csv_number(struct buf *out, int64_t v, bool last);

#endif
