/* SPDX-License-Identifier: EUPL-1.2 */
/* The reference is written once, for two forms: Markdown kept in docs/, and the HTML page. */
#ifndef SCRUTATEUR_SHEET_H
#define SCRUTATEUR_SHEET_H

#include "html.h"

struct sheet {
	struct html h;
	bool markdown;
};
/* Level 2 or 3. */
void sheet_heading(const struct sheet *s, int level, struct str words);
void sheet_para(const struct sheet *s, struct str words);
/* Rows of names: a table of `columns` (NULL-terminated) in Markdown, a list of terms in HTML, which a phone can show.
 * A row has 2 cells (name, what it is), 3 (and an example) or 4 (with the kind behind the name). */
void sheet_table(const struct sheet *s, const char *const *columns);
void sheet_row(const struct sheet *s, const struct str *cells, size_t n);
void sheet_table_end(const struct sheet *s);

#endif
