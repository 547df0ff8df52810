/* SPDX-License-Identifier: EUPL-1.2 */
/* Decided against: pandoc, whose reader knows no table:table-header-rows and drops the row that holds the votes without a word. What is left out here
 * is named, all else is text, so that an element nobody thought of is shown rather than lost.
 */
#include "odt.h"

#include <string.h>

#include "bounds.h"
#include "flow_priv.h"
#include "xml_priv.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define BLANKS_MAX 200 /* of one text:s; wider is a slip or a trap */
#define STYLES_MAX (4 * KIB) /* the names of those that hide or raise: looked through for each span */

enum effect { EFFECT_HIDES, EFFECT_RAISES, EFFECT_LOWERS, EFFECTS };

struct walk {
	struct xml xml;
	struct flow flow;
	unsigned body, skipped; /* the depth they began at, 0 outside */
	bool was_body;
	bool blank[2]; /* white space waits for a word: in the outermost paragraph, in one inside it */
	struct buf style, styles[EFFECTS]; /* the one being declared; names, each between two separators */
	unsigned shifted; /* the depth at which raised or lowered text began, 0 outside */
	enum shift shift;
	bool hide_paragraph;
};

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

static void name_style(struct walk *w, const char *family, const char *name)
{
	struct buf *to = &w->style;

	buf_clear(to);
	buf_c(to, "\x1f"); /* no character of XML */
	buf_c(to, family);
	buf_c(to, "\x1e");
	buf_c(to, name);
	buf_c(to, "\x1f");
	if (to->full)
		xml_stop(&w->xml);
}

static void give_effect(struct walk *w, enum effect e)
{
	buf_str(&w->styles[e], buf_view(&w->style));
	if (w->styles[e].n > STYLES_MAX)
		xml_stop(&w->xml);
}

/* Of the styles of the document itself: those of its styles.xml are not drawn. */
static void note_style(struct walk *w, const char *name, const char **attributes)
{
	if (is_named(name, "style:1.0|style"))
		name_style(w, attribute(attributes, "style:1.0|family"), attribute(attributes, "style:1.0|name"));
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
	name_style(w, span ? "text" : "paragraph", attribute(attributes, "text:1.0|style-name"));
	return str_find(buf_view(&w->styles[e]), buf_view(&w->style), 0) != STR_NONE;
}

static bool is_hidden(struct walk *w, const char *name, const char **attributes)
{
	const bool hidden = strcmp(attribute(attributes, "text:1.0|is-hidden"), "true") == 0;

	w->hide_paragraph |= hidden && w->flow.paragraphs == 1 && is_named(name, "text:1.0|hidden-paragraph");
	return hidden || strcmp(attribute(attributes, "text:1.0|display"), "none") == 0 || has_effect(w, name, attributes, EFFECT_HIDES);
}

/* "26" and a raised "1" are no 261. */
static void note_shift(struct walk *w, const char *name, const char **attributes)
{
	for (enum effect e = EFFECT_RAISES; w->shifted == 0 && e < EFFECTS; e++)
		if (is_named(name, "text:1.0|span") && has_effect(w, name, attributes, e)) {
			w->shifted = w->xml.depth;
			w->shift = e == EFFECT_RAISES ? SHIFT_RAISED : SHIFT_LOWERED;
		}
}

static void end_paragraph(struct walk *w)
{
	const bool outermost = w->flow.paragraphs == 1;

	w->blank[!outermost] = false;
	if (outermost && w->hide_paragraph)
		buf_clear(&w->flow.line);
	flow_end_paragraph(&w->flow);
	w->hide_paragraph &= !outermost;
}

static void add_blanks(struct walk *w, const char **attributes)
{
	int64_t n = 1;

	for (; *attributes; attributes += 2)
		if (is_named(*attributes, "text:1.0|c") && (!str_int(str_c(attributes[1]), &n) || n < 1 || n > BLANKS_MAX))
			n = 1;
	while (n-- > 0)
		buf_char(flow_line(&w->flow), ' ');
}

static void begin_inside(struct walk *w, const char *name, const char **attributes)
{
	struct flow *f = &w->flow;

	if (is_paragraph(name)) {
		flow_begin_paragraph(f);
		w->blank[f->paragraphs > 1] = false;
	} else if (is_named(name, "table:1.0|table")) {
		flow_begin_table(f);
	} else if (is_named(name, "table:1.0|table-cell")) {
		flow_begin_cell(f);
	} else if (f->paragraphs > 0 && (is_named(name, "text:1.0|s") || is_named(name, "text:1.0|tab"))) {
		add_blanks(w, attributes);
	} else if (f->paragraphs > 0 && is_named(name, "text:1.0|line-break")) {
		buf_char(flow_line(f), '\n');
	}
}

static void on_begin(void *ctx, const char *name, const char **attributes)
{
	struct walk *w = ctx;

	if (w->body == 0) {
		note_style(w, name, attributes);
		if (is_named(name, "office:1.0|text") && !w->was_body)
			w->body = w->xml.depth;
		w->was_body |= w->body > 0;
	} else if (w->skipped == 0 && (is_unseen(name) || is_hidden(w, name, attributes))) {
		w->skipped = w->xml.depth;
	} else if (w->skipped == 0) {
		note_shift(w, name, attributes);
		begin_inside(w, name, attributes);
	}
}

static void end_inside(struct walk *w, const char *name)
{
	if (is_paragraph(name))
		end_paragraph(w);
	else if (is_named(name, "table:1.0|table"))
		flow_end_table(&w->flow);
	else if (is_named(name, "table:1.0|table-cell"))
		flow_end_cell(&w->flow);
	else if (is_named(name, "table:1.0|table-row"))
		flow_end_row(&w->flow);
}

static void on_end(void *ctx, const char *name)
{
	struct walk *w = ctx;
	const unsigned depth = w->xml.depth;

	if (w->shifted == depth)
		w->shifted = 0;
	if (w->skipped == depth)
		w->skipped = 0;
	else if (w->body == depth)
		w->body = 0;
	else if (w->body > 0 && w->skipped == 0)
		end_inside(w, name);
}

/* White space of the file is one blank, and none where a paragraph begins. */
static void on_text(void *ctx, struct str text)
{
	struct walk *w = ctx;

	if (w->skipped > 0 || w->flow.paragraphs == 0)
		return;
	struct buf *to = flow_line(&w->flow);
	bool *blank = &w->blank[w->flow.paragraphs > 1];
	for (size_t i = 0; i < text.n; i++) {
		const char c = text.p[i];
		const bool white = c == ' ' || c == '\t' || c == '\n' || c == '\r';
		if (!white && *blank && to->n > 0)
			buf_char(to, ' ');
		if (!white)
			flow_character(&w->flow, c, w->shifted > 0 ? w->shift : SHIFT_NONE);
		*blank = white;
	}
}

bool odt_is_xml(struct str drawn)
{
	return str_starts(drawn, STR("<?xml")) || str_starts(drawn, STR("<office:document-content"));
}

bool odt_text(struct arena *a, struct str xml, size_t limit, struct str *ret)
{
	struct walk w = { .xml = { on_begin, on_end, on_text, .ctx = &w } };
	bool ok;

	flow_init(&w.flow, limit);
	buf_init(&w.style, STYLES_MAX);
	for (size_t i = 0; i < EFFECTS; i++)
		buf_init(&w.styles[i], 2 * STYLES_MAX);
	ok = xml_walk(&w.xml, xml, "UTF-8") && w.was_body && !flow_is_full(&w.flow);
	/* What was kept behind the jump of a full arena would be lost with the process, which ends then. */
	if (ok)
		*ret = arena_dup(a, buf_view(&w.flow.out));
	flow_done(&w.flow);
	buf_done(&w.style);
	for (size_t i = 0; i < EFFECTS; i++)
		buf_done(&w.styles[i]);
	return ok;
}
