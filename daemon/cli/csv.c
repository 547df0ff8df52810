/* SPDX-License-Identifier: EUPL-1.2 */
#include "csv.h"

#include "bounds.h"
#include "escape.h"

#define CELL_MAX 32767 /* what spreadsheets take */

static const char *after(bool last)
{
	return last ? "\r\n" : ";";
}

void csv_head(struct buf *out, const char *const *columns)
{
	buf_c(out, "\xEF\xBB\xBF");
	for (; *columns; columns++)
		buf_printf(out, "%s%s", *columns, after(columns[1] == NULL));
}

/* One line, whatever a name is made of: it may be shown in a terminal before it is in a table. */
void csv_cell(struct buf *out, struct str raw, bool last)
{
	struct arena a;

	arena_init(&a, MIB);
	const struct str s = escape_line(&a, raw, CELL_MAX);
	buf_char(out, '"');
	if (s.n && memchr("=+-@\t\r", s.p[0], 6) != NULL)
		buf_char(out, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_char(out, '"');
		buf_char(out, s.p[i]);
	}
	buf_char(out, '"');
	buf_c(out, after(last));
	arena_done(&a);
}

void csv_number(struct buf *out, int64_t v, bool last)
{
	buf_printf(out, "%lld%s", (long long)v, after(last));
}
