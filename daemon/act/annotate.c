/* SPDX-License-Identifier: EUPL-1.2 */
/* The whole text with the passages of a reading marked in place.
 *
 * Marks nest (a reference in a visa) and may cross (a presence that ends inside another passage): each closes with its
 * own label, so that no order of closing is wrong. Decided against notes in the margin: half of the texts are one line.
 * The brackets of the marks are escaped where the document itself holds them.
 */
#include <stdio.h>

#include "escape.h"
#include "fields.h"
#include "fold.h"
#include "marks_priv.h"
#include "reading_out.h"
#include "where_priv.h"

#define LINE_DIGITS 5 /* columns of a line's number, and of ":1234", the column where a long line goes on */
#define TAB 8
#define ESCAPE_GROWTH 12

struct annotator {
	struct arena *a;
	const struct reading *r;
	struct pen pen;
	const struct mark *marks;
	size_t marks_n;
	const struct mark **open; /* innermost last */
	size_t open_n, acte;
	size_t at;    /* offset of what is being written */
	struct where where;
	bool row;     /* the row has begun */
};

static void gutter(struct buf *out, bool colour, const char *text)
{
	buf_printf(out, "%s%*s │%s ", colour ? "\033[2m" : "", LINE_DIGITS, text, colour ? "\033[0m" : "");
}

/* In the margin of a row that goes on. */
static void gutter_on(void *ctx, struct buf *out)
{
	struct annotator *an = ctx;
	char text[16] = "";

	if (where_is_long(&an->where, an->at))
		(void)snprintf(text, sizeof text, ":%u", where_place(&an->where, an->at).col);
	gutter(out, an->pen.look.colour, text);
}

static void begin_row(struct annotator *an)
{
	char text[16];

	if (an->row)
		return;
	an->row = true;
	if (an->pen.look.width == 0)
		return;
	(void)snprintf(text, sizeof text, "%u", where_place(&an->where, an->at).line);
	gutter(an->pen.out, an->pen.look.colour, text);
	an->pen.col = an->pen.margin;
}

static enum style style_now(const struct annotator *an)
{
	return an->open_n > 0 ? an->open[an->open_n - 1]->style : STYLE_PLAIN;
}

static bool is_bracket(uint32_t cp)
{
	return cp == 0x27e6 || cp == 0x27e7 || cp == 0x27ea || cp == 0x27eb;
}

/* Printable, and with nothing that reads as a mark of ours. */
static void write_word(struct annotator *an, struct str word)
{
	uint32_t cp;

	if (!is_printable_line(word))
		word = escape_line(an->a, word, word.n * ESCAPE_GROWTH);
	for (size_t at = 0, n; (n = utf8_next(word, at, &cp)) > 0; at += n)
		if (is_bracket(cp)) {
			pen_put(&an->pen, style_now(an), str_part(word, 0, at));
			pen_put(&an->pen, style_now(an), arena_printf(an->a, "\\u%04x", (unsigned)cp));
			word = str_part(word, at + n, word.n);
			at = n = 0;
		}
	pen_put(&an->pen, style_now(an), word);
}

static void write_tab(struct annotator *an)
{
	const unsigned on = an->pen.col - (an->pen.col < an->pen.margin ? an->pen.col : an->pen.margin);

	if (an->pen.look.width == 0)
		buf_char(an->pen.out, '\t');
	else
		pen_put(&an->pen, style_now(an), str_part(STR("        "), 0, TAB - on % TAB));
}

static void write_page(struct annotator *an)
{
	begin_row(an);
	pen_put(&an->pen, STYLE_DIM, arena_printf(an->a, "⟪page %u⟫", where_place(&an->where, an->at).page + 1));
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Spaces and the word behind them: what a row may end before. Returns where they end. */
static size_t write_words(struct annotator *an, struct str text, size_t at, size_t end)
{
	size_t word = at, to;

	while (word < end && text.p[word] == ' ')
		word++;
	for (to = word; to < end && !is_blank(text.p[to]);)
		to++;
	if (to == at) /* a vertical tab */
		to++;
	an->at = word;
	write_word(an, str_part(text, at, to));
	return to;
}

static size_t write_next(struct annotator *an, struct str text, size_t at, size_t end)
{
	an->at = at;
	if (text.p[at] == '\f')
		return write_page(an), at + 1;
	begin_row(an);
	if (text.p[at] == '\t')
		return write_tab(an), at + 1;
	if (text.p[at] == '\r' && at + 1 < text.n && text.p[at + 1] == '\n')
		return at + 1;
	if (text.p[at] == '\n' || text.p[at] == '\r') {
		pen_end(&an->pen);
		an->row = false;
		return at + 1;
	}
	return write_words(an, text, at, end);
}

static void write_text(struct annotator *an, size_t from, size_t to)
{
	while (from < to)
		from = write_next(an, an->r->text->bytes, from, to);
	an->at = to;
}

/* Colour shows where a passage stands; without it brackets do. */
static void open_mark(struct annotator *an, const struct mark *m)
{
	begin_row(an);
	an->open[an->open_n++] = m;
	if (!an->pen.look.colour)
		pen_put(&an->pen, STYLE_PLAIN, STR("⟦"));
}

static void close_mark(struct annotator *an, size_t i)
{
	const struct mark *m = an->open[i];

	for (size_t k = i; k + 1 < an->open_n; k++)
		an->open[k] = an->open[k + 1];
	an->open_n--;
	begin_row(an);
	pen_keep(&an->pen, m->style >= STYLE_UNREAD ? STYLE_BAD : STYLE_DIM,
		 arena_printf(an->a, "%s{%.*s}", an->pen.look.colour ? "" : "⟧", STR_ARG(m->label)));
}

static void close_ended(struct annotator *an, size_t at)
{
	for (size_t i = an->open_n; i > 0; i--)
		if (an->open[i - 1]->end <= at)
			close_mark(an, i - 1);
}

static void open_actes(struct annotator *an, size_t at)
{
	const struct reading *r = an->r;

	for (; an->acte < r->actes_n && r->actes[an->acte].span.start <= at; an->acte++) {
		if (r->actes_n == 1)
			continue;
		begin_row(an);
		pen_keep(&an->pen, STYLE_TITLE, arena_printf(an->a, "⟪Acte %zu sur %zu⟫", an->acte + 1, r->actes_n));
	}
}

/* Where the next mark begins or ends, at most the end of the text. */
static size_t next_edge(const struct annotator *an, size_t mark, size_t end)
{
	if (mark < an->marks_n && an->marks[mark].start < end)
		end = an->marks[mark].start;
	if (an->acte < an->r->actes_n && an->r->actes[an->acte].span.start < end)
		end = an->r->actes[an->acte].span.start;
	for (size_t i = 0; i < an->open_n; i++)
		if (an->open[i]->end < end)
			end = an->open[i]->end;
	return end;
}

static void write_marked(struct annotator *an)
{
	const struct text *text = an->r->text;
	size_t mark = 0;

	for (size_t at = text->start; at < text->bytes.n;) {
		open_actes(an, at);
		while (mark < an->marks_n && an->marks[mark].start <= at)
			open_mark(an, &an->marks[mark++]);
		const size_t edge = next_edge(an, mark, text->bytes.n);

		write_text(an, at, edge);
		at = edge;
		close_ended(an, at);
	}
	if (an->row)
		pen_end(&an->pen);
	an->row = false;
}

static void note_unplaced(const struct annotator *an, enum field_scope scope, const void *owner, bool *seen)
{
	for (size_t i = 0; i < FIELDS_N; i++) {
		const struct field *f = FIELDS[i].scope == scope ? field_of(&FIELDS[i], owner) : NULL;

		if (f != NULL && f->statut == FIELD_ILLISIBLE && !is_passage(an->r, f->span))
			seen[i] = true;
	}
}

/* What no mark can show, because it stands nowhere. */
static void write_unplaced(struct annotator *an)
{
	const struct reading *r = an->r;
	bool *seen = ARENA_ARRAY(an->a, FIELDS_N, bool);
	const char *before = "Non lus, sans place dans le texte :";

	note_unplaced(an, SCOPE_SEANCE, r, seen);
	for (size_t i = 0; i < r->actes_n; i++)
		note_unplaced(an, SCOPE_ACTE, &r->actes[i], seen);
	an->pen.margin = 0;
	an->pen.margin_fn = NULL;
	for (size_t i = 0; i < FIELDS_N; i++)
		if (seen[i]) {
			pen_put(&an->pen, STYLE_PLAIN, str_c(before));
			pen_keep(&an->pen, STYLE_BAD, arena_printf(an->a, " %s", FIELDS[i].libelle));
			before = ",";
		}
	if (an->pen.col > 0)
		pen_end(&an->pen);
}

void reading_annotate(struct arena *a, const struct reading *r, struct look look, struct buf *out)
{
	struct annotator an = { .a = a, .r = r, .where = { .r = r },
				.pen = { .out = out, .look = look, .margin_fn = gutter_on } };
	unsigned n[READING_COUNTS];

	an.pen.ctx = &an;
	an.pen.margin = look.width > 0 ? LINE_DIGITS + 3 : 0;
	marks_of(a, r, &an.marks, &an.marks_n);
	an.open = ARENA_ARRAY(a, an.marks_n, const struct mark *);
	write_marked(&an);
	reading_count(r, n);
	pen_end(&an.pen);
	write_unplaced(&an);
	reading_summary(n, &an.pen);
	pen_end(&an.pen);
}
