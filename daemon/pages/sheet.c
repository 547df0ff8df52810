/* SPDX-License-Identifier: EUPL-1.2 */
#include "escape.h"
#include "sheet.h"

static void md_text(const struct sheet *s, struct str words)
{
	const struct str shown = escape_line(s->h.a, words, words.n * 8 + 8);

	for (size_t i = 0; i < shown.n; i++) {
		if (shown.p[i] == '<' || shown.p[i] == '*' || shown.p[i] == '\\' || shown.p[i] == '|' || shown.p[i] == '_')
			buf_char(s->h.out, '\\');
		buf_char(s->h.out, shown.p[i]);
	}
}

/* Inside a table a bar ends the cell, in code too; nothing else is escaped there. */
static void md_code(const struct sheet *s, struct str words)
{
	const struct str shown = escape_line(s->h.a, words, words.n * 8 + 8);

	buf_char(s->h.out, '`');
	for (size_t i = 0; i < shown.n; i++) {
		if (shown.p[i] == '|')
			buf_char(s->h.out, '\\');
		buf_char(s->h.out, shown.p[i]);
	}
	buf_char(s->h.out, '`');
}

void sheet_heading(const struct sheet *s, int level, struct str words)
{
	if (s->markdown) {
		buf_c(s->h.out, level == 2 ? "## " : "### ");
		md_text(s, words);
		buf_c(s->h.out, "\n\n");
		return;
	}
	html_in(&s->h, level == 2 ? "<h2>" : "<h3>", words, level == 2 ? "</h2>\n" : "</h3>\n");
}

void sheet_para(const struct sheet *s, struct str words)
{
	if (s->markdown) {
		md_text(s, words);
		buf_c(s->h.out, "\n\n");
		return;
	}
	html_in(&s->h, "<p>", words, "</p>\n");
}

void sheet_table(const struct sheet *s, const char *const *columns)
{
	if (s->markdown) {
		for (size_t i = 0; columns[i]; i++)
			buf_printf(s->h.out, "| %s ", columns[i]);
		buf_c(s->h.out, "|\n");
		for (size_t i = 0; columns[i]; i++)
			buf_c(s->h.out, "| --- ");
		buf_c(s->h.out, "|\n");
		return;
	}
	html_raw(&s->h, "<dl class=\"noms\">\n");
}

static void md_row(const struct sheet *s, const struct str *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_c(s->h.out, "| ");
		if ((i == 0 || (i > 1 && i + 1 == n)) && cells[i].n)
			md_code(s, cells[i]);
		else
			md_text(s, cells[i]);
		buf_char(s->h.out, ' ');
	}
	buf_c(s->h.out, "|\n");
}

/* name, (kind,) what it is, (example) */
void sheet_row(const struct sheet *s, const struct str *cells, size_t n)
{
	if (s->markdown) {
		md_row(s, cells, n);
		return;
	}
	html_raw(&s->h, "<dt>");
	html_code(&s->h, cells[0]);
	if (n > 3)
		html_in(&s->h, " <span class=\"pour\">", cells[1], "</span>");
	html_in(&s->h, "</dt>\n<dd>", cells[n > 3 ? 2 : 1], "");
	if (n > 2 && cells[n - 1].n) {
		html_raw(&s->h, "<br>");
		html_code(&s->h, cells[n - 1]);
	}
	html_raw(&s->h, "</dd>\n");
}

void sheet_table_end(const struct sheet *s)
{
	if (s->markdown)
		buf_char(s->h.out, '\n');
	else
		html_raw(&s->h, "</dl>\n");
}
