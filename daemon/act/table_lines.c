/* SPDX-License-Identifier: EUPL-1.2 */
/* One line of the page as the cells of a table: parted by bars, or by spaces. */
#include "fold.h"
#include "rolls_priv.h"

#include <string.h>

bool table_bar(const struct reader *rd, size_t i)
{
	return tok_mark(&rd->t, i, '|');
}

struct line table_line(const struct reader *rd, size_t i)
{
	struct line l = { .whole = true };
	size_t field = 0, column = 0;
	bool open = false;

	l.whole = token_column(rd, i, &column);

	for (l.next = i; l.next < rd->head.to && (l.next == i || rd->t.at[l.next].lines == 0); l.next++)
		l.bars |= table_bar(rd, l.next);
	for (size_t k = i; k < l.next && l.whole; k++) {
		const struct str before = k > i ? str_part(rd->text->bytes, rd->t.at[k - 1].end, rd->t.at[k].start) : STR("");

		column += utf8_count(before);
		l.whole = memchr(before.p, '\t', before.n) == NULL;
		open &= l.bars || before.n < TABLE_GAP;
		if (table_bar(rd, k)) {
			field += k > i; /* a bar that opens the line parts nothing */
			open = false;
		} else if (!open && l.n == TABLE_CELLS) {
			l.whole = false;
		} else {
			if (!open)
				l.cells[l.n++] = (struct cell){ .from = k, .left = l.bars ? field : column };
			open = true;
		}
		column += utf8_count(str_part(rd->text->bytes, rd->t.at[k].start, rd->t.at[k].end));
		if (open) {
			l.cells[l.n - 1].to = k + 1;
			l.cells[l.n - 1].right = l.bars ? field : column;
		}
	}
	return l;
}
