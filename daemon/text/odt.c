/* SPDX-License-Identifier: EUPL-1.2 */
/* Decided against: pandoc, whose reader knows no table:table-header-rows and drops the row that holds the votes without a word. What is left out here
 * is named, all else is text, so that an element nobody thought of is shown rather than lost.
 */
#include "odt.h"

#include <expat.h>
#include <string.h>

#include "bounds.h"
#include "buf.h"
#include "fold.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define SEPARATOR '|'
#define BLANKS_MAX 200 /* of one text:s; wider is a slip or a trap */
#define CELL_GAP "   "
#define STYLES_MAX (4 * KIB) /* the names of those that hide or raise: looked through for each span */

enum effect { EFFECT_HIDES, EFFECT_RAISES, EFFECT_LOWERS, EFFECTS };

struct walk {
	XML_Parser parser;
	unsigned depth, body, skipped; /* body, skipped: the depth they began at, 0 outside */
	unsigned paragraphs, tables;   /* inside one another */
	bool was_body, stopped;
	bool blank[2]; /* white space waits for a word: in the outermost paragraph, in one inside it */
	struct buf out, line, aside, row;
	struct buf style, styles[EFFECTS]; /* the one being declared; names, each between two separators */
	unsigned shifted; /* the depth at which raised or lowered text began, 0 outside */
	enum effect shift;
	bool hide_paragraph;
	bool in_cell, cell_began, row_is_line; /* of the outermost table */
};

static void stop(struct walk *w)
{
	w->stopped = true;
	(void)XML_StopParser(w->parser, XML_FALSE);
}

static bool is_named(const char *name, const char *wanted)
{
	const size_t head = sizeof OASIS - 1;

	return strncmp(name, OASIS, head) == 0 && strcmp(name + head, wanted) == 0;
}

static bool is_one_of(const char *name, const char *const *wanted)
{
	for (; *wanted != NULL; wanted++)
		if (is_named(name, *wanted))
			return true;
	return false;
}

static bool is_unseen(const char *name)
{
	static const char *const unseen[] = { "text:1.0|tracked-changes", "office:1.0|annotation", "text:1.0|note-citation", "table:1.0|covered-table-cell",
					      "office:1.0|binary-data",	  "office:1.0|forms",	   "svg-compatible:1.0|title", "svg-compatible:1.0|desc",
					      "text:1.0|ruby-text",	  "office:1.0|scripts",	   NULL };

	return is_one_of(name, unseen);
}

static bool is_paragraph(const char *name)
{
	static const char *const both[] = { "text:1.0|p", "text:1.0|h", NULL };

	return is_one_of(name, both);
}

static const char *attribute(const char **attributes, const char *wanted)
{
	for (; *attributes; attributes += 2)
		if (is_named(*attributes, wanted))
			return attributes[1];
	return "";
}

static void name_style(struct buf *to, const char *family, const char *name)
{
	buf_clear(to);
	buf_c(to, "\x1f"); /* no character of XML */
	buf_c(to, family);
	buf_c(to, "\x1e");
	buf_c(to, name);
	buf_c(to, "\x1f");
}

static void give_effect(struct walk *w, enum effect e)
{
	buf_str(&w->styles[e], buf_view(&w->style));
	if (w->styles[e].n > STYLES_MAX)
		stop(w);
}

/* Of the styles of the document itself: those of its styles.xml are not drawn. */
static void note_style(struct walk *w, const char *name, const char **attributes)
{
	if (is_named(name, "style:1.0|style"))
		name_style(&w->style, attribute(attributes, "style:1.0|family"), attribute(attributes, "style:1.0|name"));
	if (!is_named(name, "style:1.0|text-properties"))
		return;
	const char *position = attribute(attributes, "style:1.0|text-position");

	if (strcmp(attribute(attributes, "text:1.0|display"), "none") == 0)
		give_effect(w, EFFECT_HIDES);
	if (str_starts(str_c(position), STR("super")) || (*position >= '1' && *position <= '9'))
		give_effect(w, EFFECT_RAISES);
	else if (str_starts(str_c(position), STR("sub")) || *position == '-')
		give_effect(w, EFFECT_LOWERS);
}

static bool has_effect(struct walk *w, const char *name, const char **attributes, enum effect e)
{
	const bool span = is_named(name, "text:1.0|span");

	if (w->styles[e].n == 0 || !(span || is_paragraph(name)))
		return false;
	name_style(&w->style, span ? "text" : "paragraph", attribute(attributes, "text:1.0|style-name"));
	return str_find(buf_view(&w->styles[e]), buf_view(&w->style), 0) != STR_NONE;
}

static bool is_hidden(struct walk *w, const char *name, const char **attributes)
{
	const bool hidden = strcmp(attribute(attributes, "text:1.0|is-hidden"), "true") == 0;

	w->hide_paragraph |= hidden && w->paragraphs == 1 && is_named(name, "text:1.0|hidden-paragraph");
	return hidden || strcmp(attribute(attributes, "text:1.0|display"), "none") == 0 || has_effect(w, name, attributes, EFFECT_HIDES);
}

/* "26" and a raised "1" are no 261. */
static void note_shift(struct walk *w, const char *name, const char **attributes)
{
	for (enum effect e = EFFECT_RAISES; w->shifted == 0 && e < EFFECTS; e++)
		if (is_named(name, "text:1.0|span") && has_effect(w, name, attributes, e)) {
			w->shifted = w->depth;
			w->shift = e;
		}
}

static void add_character(struct walk *w, struct buf *to, char c)
{
	static const uint32_t raised[] = { 0x2070, 0xb9, 0xb2, 0xb3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };
	char out[4];

	if (w->shifted == 0 || c < '0' || c > '9')
		buf_char(to, c);
	else
		buf_str(to, (struct str){ out, utf8_put(w->shift == EFFECT_RAISES ? raised[c - '0'] : 0x2080 + (uint32_t)(c - '0'), out) });
}

static void add_block(struct buf *to, struct str text)
{
	if (str_trim(text).n == 0)
		return;
	buf_str(to, str_trim(text));
	buf_c(to, "\n\n");
}

/* A paragraph of a row that is one line so far. */
static void add_to_row(struct walk *w, struct str text)
{
	if (str_trim(text).n == 0)
		return;
	w->row_is_line &= !w->cell_began && w->tables == 1;
	buf_c(&w->row, w->row.n > 0 ? "\x1f" : ""); /* no character of XML */
	buf_str(&w->row, str_trim(text));
	w->cell_began = true;
}

static void end_row(struct walk *w)
{
	struct str rest = buf_view(&w->row);

	for (bool first = true; rest.n > 0; first = false) {
		const size_t end = str_find(rest, STR("\x1f"), 0);
		buf_c(&w->out, first ? "" : w->row_is_line ? CELL_GAP : "\n\n");
		buf_str(&w->out, str_part(rest, 0, end));
		rest = end == STR_NONE ? STR("") : str_part(rest, end + 1, rest.n);
	}
	buf_c(&w->out, w->row.n > 0 ? "\n\n" : "");
	buf_clear(&w->row);
	w->row_is_line = true;
}

static struct buf *paragraph_of(struct walk *w)
{
	return w->paragraphs > 1 ? &w->aside : &w->line;
}

static void end_paragraph(struct walk *w)
{
	w->blank[w->paragraphs > 1] = false;
	if (w->paragraphs == 1 && w->hide_paragraph)
		buf_clear(&w->line);
	if (--w->paragraphs > 0) {
		buf_c(&w->aside, "\n\n");
		return;
	}
	if (w->in_cell) {
		add_to_row(w, buf_view(&w->line));
		add_to_row(w, buf_view(&w->aside));
	} else {
		add_block(&w->out, buf_view(&w->line));
		add_block(&w->out, buf_view(&w->aside));
	}
	w->hide_paragraph = false;
	buf_clear(&w->line);
	buf_clear(&w->aside);
}

static void add_blanks(struct walk *w, const char **attributes)
{
	int64_t n = 1;

	for (; *attributes; attributes += 2)
		if (is_named(*attributes, "text:1.0|c") && (!str_int(str_c(attributes[1]), &n) || n < 1 || n > BLANKS_MAX))
			n = 1;
	while (n-- > 0)
		buf_char(paragraph_of(w), ' ');
}

static void begin_inside(struct walk *w, const char *name, const char **attributes)
{
	if (is_paragraph(name)) {
		w->blank[++w->paragraphs > 1] = false;
	} else if (is_named(name, "table:1.0|table")) {
		w->tables += w->paragraphs == 0;
	} else if (is_named(name, "table:1.0|table-cell") && w->tables == 1 && w->paragraphs == 0) {
		w->in_cell = true;
		w->cell_began = false;
	} else if (w->paragraphs > 0 && (is_named(name, "text:1.0|s") || is_named(name, "text:1.0|tab"))) {
		add_blanks(w, attributes);
	} else if (w->paragraphs > 0 && is_named(name, "text:1.0|line-break")) {
		buf_char(paragraph_of(w), '\n');
	}
}

static void on_begin(void *ctx, const char *name, const char **attributes)
{
	struct walk *w = ctx;

	if (w->stopped)
		return;
	if (++w->depth > LIMIT_SIDE_DEPTH) {
		stop(w);
	} else if (w->body == 0) {
		note_style(w, name, attributes);
		if (is_named(name, "office:1.0|text") && !w->was_body)
			w->body = w->depth;
		w->was_body |= w->body > 0;
	} else if (w->skipped == 0 && (is_unseen(name) || is_hidden(w, name, attributes))) {
		w->skipped = w->depth;
	} else if (w->skipped == 0) {
		note_shift(w, name, attributes);
		begin_inside(w, name, attributes);
	}
}

static void end_inside(struct walk *w, const char *name)
{
	if (is_paragraph(name))
		end_paragraph(w);
	else if (is_named(name, "table:1.0|table") && w->paragraphs == 0)
		w->tables--;
	else if (is_named(name, "table:1.0|table-cell") && w->tables == 1 && w->paragraphs == 0)
		w->in_cell = false;
	else if (is_named(name, "table:1.0|table-row") && w->tables == 1 && w->paragraphs == 0)
		end_row(w);
}

static void on_end(void *ctx, const char *name)
{
	struct walk *w = ctx;

	if (w->stopped)
		return;
	if (w->shifted == w->depth)
		w->shifted = 0;
	if (w->skipped == w->depth)
		w->skipped = 0;
	else if (w->body == w->depth)
		w->body = 0;
	else if (w->body > 0 && w->skipped == 0)
		end_inside(w, name);
	w->depth--;
}

/* White space of the file is one blank, and none where a paragraph begins. */
static void on_text(void *ctx, const char *p, int n)
{
	struct walk *w = ctx;

	if (w->stopped || w->skipped > 0 || w->paragraphs == 0)
		return;
	struct buf *to = paragraph_of(w);
	bool *blank = &w->blank[w->paragraphs > 1];
	for (int i = 0; i < n; i++) {
		const bool white = p[i] == ' ' || p[i] == '\t' || p[i] == '\n' || p[i] == '\r';
		if (!white && *blank && to->n > 0)
			buf_char(to, ' ');
		if (!white)
			add_character(w, to, p[i]);
		*blank = white;
	}
}

static void on_doctype(void *ctx, const char *name, const char *system, const char *public, int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	stop(ctx);
}

static bool parse(struct walk *w, struct str xml)
{
	w->parser = XML_ParserCreateNS("UTF-8", SEPARATOR);
	if (w->parser == NULL)
		return false;
	XML_SetUserData(w->parser, w);
	XML_SetElementHandler(w->parser, on_begin, on_end);
	XML_SetCharacterDataHandler(w->parser, on_text);
	XML_SetStartDoctypeDeclHandler(w->parser, on_doctype);
	const bool ok = XML_Parse(w->parser, xml.p, (int)xml.n, XML_TRUE) == XML_STATUS_OK;
	XML_ParserFree(w->parser);
	return ok && !w->stopped && w->was_body;
}

bool odt_is_xml(struct str drawn)
{
	return str_starts(drawn, STR("<?xml")) || str_starts(drawn, STR("<office:document-content"));
}

bool odt_text(struct arena *a, struct str xml, size_t limit, struct str *ret)
{
	struct walk w = { .row_is_line = true };
	struct buf *const all[] = { &w.out, &w.line, &w.aside, &w.row, &w.style, &w.styles[EFFECT_HIDES], &w.styles[EFFECT_RAISES], &w.styles[EFFECT_LOWERS] };
	bool ok = xml.n <= INT32_MAX;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		buf_init(all[i], limit + KIB);
	ok = ok && parse(&w, xml);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		ok = ok && !all[i]->full;
	/* What was kept behind the jump of a full arena would be lost with the process, which ends then. */
	if (ok)
		*ret = arena_dup(a, buf_view(&w.out));
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		buf_done(all[i]);
	return ok;
}
