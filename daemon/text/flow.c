/* SPDX-License-Identifier: EUPL-1.2 */
#include "flow_priv.h"

#include "bounds.h"
#include "fold.h"

#include <string.h>

#define CELL_GAP "   "
#define NAME_WORDS 4
#define PART "\x1f" /* no character of XML */

void flow_init(struct flow *f, size_t limit)
{
	struct buf *const all[] = { &f->out, &f->line, &f->aside, &f->row, &f->held };

	*f = (struct flow){ .row_is_line = true };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		buf_init(all[i], limit + KIB);
}

void flow_done(struct flow *f)
{
	buf_done(&f->out);
	buf_done(&f->line);
	buf_done(&f->aside);
	buf_done(&f->row);
	buf_done(&f->held);
}

bool flow_is_full(const struct flow *f)
{
	return f->out.full || f->line.full || f->aside.full || f->row.full || f->held.full;
}

static void add_block(struct buf *to, struct str text)
{
	if (str_trim(text).n == 0)
		return;
	buf_str(to, str_trim(text));
	buf_c(to, "\n\n");
}

struct letters {
	size_t upper, lower, others;
};

static struct letters letters_of(struct str word)
{
	struct letters n = { 0 };

	for (size_t i = 0; i < word.n; i++) {
		const unsigned char c = (unsigned char)word.p[i];

		n.upper += c >= 'A' && c <= 'Z';
		n.lower += c >= 'a' && c <= 'z';
		n.others += c < 'A' && c != '-' && c != '\'';
	}
	return n;
}

/* "Luc PETIT", "PETIT Anne Zoé": one word in capitals, one that is not, none in small letters. */
static bool is_bare_name(struct str line)
{
	bool capitals = false, title = false;
	size_t words = 0;

	for (; line.n > 0; words++) {
		const size_t end = str_find(line, STR(" "), 0);
		const struct str word = str_part(line, 0, end == STR_NONE ? line.n : end);
		const struct letters n = letters_of(word);

		if (n.others > 0 || n.upper == 0)
			return false;
		capitals |= n.upper > 1 && n.lower == 0;
		title |= n.lower > 0;
		line = end == STR_NONE ? STR("") : str_trim(str_part(line, end, line.n));
	}
	return capitals && title && words <= NAME_WORDS;
}

/* "- M. Luc PETIT" */
static bool is_row_of_people(struct str line)
{
	static const char *const civilities[] = { "M. ", "M.\u00a0", "Mr ", "MM. ", "Mme ", "Mme\u00a0", "Mme. ", "Mmes ", "Mlle ", "Monsieur ", "Madame ", "Mademoiselle ", "MME ", "MONSIEUR ", "MADAME ", NULL };
	size_t i = 0;

	while (i < line.n && memchr("0123456789 .)-*\xe2\x80\xa2", line.p[i], 15) != NULL)
		i++;
	for (const char *const *c = civilities; *c != NULL; c++)
		if (str_starts(str_part(line, i, line.n), str_c(*c)))
			return true;
	return is_bare_name(str_part(line, i, line.n));
}

void flow_settle(struct flow *f)
{
	add_block(&f->out, buf_view(&f->held));
	buf_clear(&f->held);
	f->in_rows = false;
}

/* A paragraph, and what hangs on it. */
static void add_paragraph(struct flow *f, struct str line)
{
	if (line.n > 0) {
		const bool row = is_row_of_people(line);

		if (!row)
			flow_settle(f);
		f->in_rows = f->floats && (row || str_ends(line, STR(":")));
		add_block(&f->out, line);
	}
	add_block(f->in_rows && !f->noted ? &f->held : &f->out, buf_view(&f->aside));
}

/* A paragraph of a row that is one line so far. */
static void add_to_row(struct flow *f, struct str text)
{
	if (str_trim(text).n == 0)
		return;
	f->row_is_line &= !f->cell_began && f->tables == 1;
	buf_c(&f->row, f->row.n > 0 ? PART : "");
	buf_str(&f->row, str_trim(text));
	f->cell_began = true;
}

static bool is_outermost(const struct flow *f)
{
	return f->tables == 1 && f->paragraphs == 0;
}

void flow_end_row(struct flow *f)
{
	struct str rest = buf_view(&f->row);

	if (!is_outermost(f))
		return;
	for (bool first = true; rest.n > 0; first = false) {
		const size_t end = str_find(rest, STR(PART), 0);
		buf_c(&f->out, first ? "" : f->row_is_line ? CELL_GAP : "\n\n");
		buf_str(&f->out, str_part(rest, 0, end));
		rest = end == STR_NONE ? STR("") : str_part(rest, end + 1, rest.n);
	}
	buf_c(&f->out, f->row.n > 0 ? "\n\n" : "");
	buf_clear(&f->row);
	f->row_is_line = true;
}

void flow_begin_table(struct flow *f)
{
	if (f->paragraphs == 0 && f->tables == 0)
		flow_settle(f);
	f->tables += f->paragraphs == 0;
}

void flow_end_table(struct flow *f)
{
	f->tables -= f->paragraphs == 0 && f->tables > 0;
}

void flow_begin_cell(struct flow *f)
{
	if (!is_outermost(f))
		return;
	f->in_cell = true;
	f->cell_began = false;
}

void flow_end_cell(struct flow *f)
{
	f->in_cell &= !is_outermost(f);
}

/* Not in the middle of a line. */
static void part_aside(struct flow *f)
{
	if (f->aside.n > 0 && f->aside.p[f->aside.n - 1] != '\n')
		buf_c(&f->aside, "\n\n");
}

void flow_begin_paragraph(struct flow *f)
{
	if (++f->paragraphs > 1)
		part_aside(f);
}

void flow_aside(struct flow *f, struct str text)
{
	f->noted = true;
	part_aside(f);
	buf_str(&f->aside, text);
	part_aside(f);
}

void flow_end_paragraph(struct flow *f)
{
	if (--f->paragraphs > 0) {
		buf_c(&f->aside, "\n\n");
		return;
	}
	if (f->in_cell) {
		add_to_row(f, buf_view(&f->line));
		add_to_row(f, buf_view(&f->aside));
	} else {
		add_paragraph(f, str_trim(buf_view(&f->line)));
	}
	f->noted = false;
	buf_clear(&f->line);
	buf_clear(&f->aside);
}

struct buf *flow_line(struct flow *f)
{
	return f->paragraphs > 1 ? &f->aside : &f->line;
}

void flow_character(struct flow *f, char c, enum shift s)
{
	static const uint32_t raised[] = { 0x2070, 0xb9, 0xb2, 0xb3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };
	struct buf *to = flow_line(f);
	char out[4];

	if (s == SHIFT_NONE || c < '0' || c > '9')
		buf_char(to, c);
	else
		buf_str(to, (struct str){ out, utf8_put(s == SHIFT_RAISED ? raised[c - '0'] : 0x2080 + (uint32_t)(c - '0'), out) });
}
