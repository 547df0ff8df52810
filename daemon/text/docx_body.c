/* SPDX-License-Identifier: EUPL-1.2 */
/* Anything called "t" is text, wherever it stands, so that an element nobody thought of is shown rather than lost. */
#include "docx_walk_priv.h"

#include <stdlib.h>

static bool is_text(const char *name)
{
	const char *separator = strrchr(name, XML_SEPARATOR);
	return strcmp(separator != NULL ? separator + 1 : name, "t") == 0;
}

static bool is_paragraph(const char *name)
{
	return docx_is(name, "p") || docx_is_of(name, DOCX_DRAWING, "p") || docx_is_math(name, "oMathPara");
}

static bool is_run(const char *name)
{
	return docx_is(name, "r") || docx_is_math(name, "r") || docx_is_of(name, DOCX_DRAWING, "r");
}

/* Paragraphs */

static void begin_paragraph(struct body *b)
{
	struct frame *f = docx_now(b);

	if (!f->joined)
		flow_begin_paragraph(&b->flow);
	*f = (struct frame){ .paragraph = b->xml.depth };
}

/* Its properties are known: its number is the first it says. */
static void open_paragraph(struct body *b)
{
	struct frame *f = docx_now(b);
	const struct docx_styles *s = &b->parts->styles;
	struct str num = str_c(f->num), level = str_c(f->level), of = str_c(f->style);

	if (f->opened)
		return;
	f->opened = true;
	if (b->parts->numbers == NULL || f->mark_gone || (num.n == 0 && !docx_style_number(s, of, &num, &level, &of)))
		return;
	docx_number_next(b->parts->numbers, s, num, f->level[0] != '\0' ? str_c(f->level) : level, of, flow_line(&b->flow));
}

static void end_paragraph(struct body *b)
{
	struct frame *f = docx_now(b);

	open_paragraph(b);
	docx_strike(b, false);
	f->joined = f->mark_gone;
	if (!f->joined)
		flow_end_paragraph(&b->flow);
	f->paragraph = 0;
	f->run = (struct run){ 0 };
}

/* No paragraph follows in which the last one could go on. */
static void settle(struct body *b)
{
	if (docx_now(b)->joined)
		flow_end_paragraph(&b->flow);
	docx_now(b)->joined = false;
}

static void in_mark(struct frame *f, const char *name, const char **attributes)
{
	static const char *const gone[] = { "del", "moveFrom", NULL };
	struct docx_look look = { 0 };

	docx_note_look(&look, name, attributes);
	f->mark_gone |= look.hidden == SAID_ON || docx_is_one_of(name, gone);
}

static void in_properties(struct body *b, const char *name, const char **attributes)
{
	const char *value = docx_attribute(attributes, "val");
	struct frame *f = docx_now(b);

	if (f->mark > 0)
		in_mark(f, name, attributes);
	else if (docx_is(name, "rPr"))
		f->mark = b->xml.depth;
	else if (docx_is(name, "pStyle"))
		docx_keep(f->style, sizeof f->style, value);
	else if (docx_is(name, "numId"))
		docx_keep(f->num, sizeof f->num, value);
	else if (docx_is(name, "ilvl"))
		docx_keep(f->level, sizeof f->level, value);
}

/* Elements */

static void begin_place(struct body *b, const char *name, const char **attributes)
{
	if (b->xml.depth != 2 || !docx_is(name, b->notes == NULL ? "body" : b->note))
		return;
	if (b->notes == NULL && b->was_inside) {
		docx_stop(b, DOCX_NOT_WHOLE);
		return;
	}
	b->inside = b->xml.depth;
	b->was_inside = true;
	b->frames[0] = (struct frame){ 0 };
	if (b->notes != NULL)
		b->note_id = arena_dup(b->a, str_c(docx_attribute(attributes, "id")));
}

static void begin_box(struct body *b)
{
	if (b->frame + 1 == DOCX_FRAMES) {
		docx_stop(b, DOCX_NOT_WHOLE);
		return;
	}
	b->frame++;
	*docx_now(b) = (struct frame){ 0 };
}

static void begin_around(struct body *b, const char *name)
{
	if (docx_is(name, "tbl")) {
		settle(b);
		b->first_row = true;
		flow_begin_table(&b->flow);
	} else if (docx_is(name, "tr")) {
		b->row = b->xml.depth;
	} else if (docx_is(name, "trPr")) {
		b->row_properties = b->xml.depth;
	} else if (docx_is(name, "tc")) {
		b->cell = b->xml.depth;
		flow_begin_cell(&b->flow);
	} else if (docx_is_box(name)) {
		begin_box(b);
	}
}

static void begin_content(struct body *b, const char *name, const char **attributes)
{
	open_paragraph(b);
	if (docx_is_box(name))
		begin_box(b);
	else if (is_run(name))
		docx_begin_run(b);
	else if (is_text(name) && b->texts == 0)
		b->texts = b->xml.depth;
	else if (docx_is(name, "instrText") && b->texts == 0)
		b->texts = b->instruction = b->xml.depth;
	else
		docx_begin_said(b, name, attributes);
}

static void begin_inside(struct body *b, const char *name, const char **attributes)
{
	struct frame *f = docx_now(b);

	if (f->paragraph == 0 && is_paragraph(name))
		begin_paragraph(b);
	else if (f->paragraph == 0)
		begin_around(b, name);
	else if (f->properties > 0)
		in_properties(b, name, attributes);
	else if (docx_is(name, "pPr") && !f->opened)
		f->properties = b->xml.depth;
	else if (f->run.look_depth > 0)
		docx_in_look(b, name, attributes);
	else if (f->run.depth > 0 && docx_is(name, "rPr"))
		f->run.look_depth = b->xml.depth;
	else
		begin_content(b, name, attributes);
}

static void begin_alternatives(struct body *b, const char *name)
{
	if (!docx_is_alternatives(name))
		return;
	if (b->alternatives == DOCX_FIELDS)
		docx_stop(b, DOCX_NOT_WHOLE);
	else
		b->chosen[b->alternatives++] = false;
}

static void on_begin(void *ctx, const char *name, const char **attributes)
{
	static const char *const includes[] = { "altChunk", "subDoc", NULL };
	struct body *b = ctx;

	if (b->inside == 0) {
		begin_place(b, name, attributes);
	} else if (b->skipped == 0 && docx_is_one_of(name, includes)) {
		docx_stop(b, DOCX_INCLUDES);
	} else if (b->skipped == 0 && docx_is_gone(b, name, attributes)) {
		b->skipped = b->xml.depth - 2;
		b->row_properties = 0;
	} else if (b->skipped == 0 && docx_is_hidden_drawing(name, attributes)) {
		b->skipped = b->xml.depth - 1;
	} else if (b->skipped == 0 && docx_is_unseen(b, name, attributes)) {
		b->skipped = b->xml.depth;
	} else if (b->skipped == 0) {
		begin_alternatives(b, name);
		begin_inside(b, name, attributes);
	}
}

static void end_place(struct body *b)
{
	settle(b);
	flow_settle(&b->flow);
	b->inside = 0;
	if (b->fields > 0) {
		docx_stop(b, DOCX_OPEN_FIELD);
	} else if (b->notes != NULL) {
		*ARENA_PUSH(b->a, b->notes) = (struct docx_note){ .id = b->note_id, .text = arena_dup(b->a, buf_view(&b->flow.out)) };
		b->flow.out.n = 0; /* what makes it full stays known */
	}
}

static void end_around(struct body *b, const char *name)
{
	if (docx_is(name, "tbl")) {
		settle(b);
		flow_end_table(&b->flow);
	} else if (docx_is(name, "tc")) {
		settle(b);
		flow_end_cell(&b->flow);
	} else if (docx_is(name, "tr")) {
		b->first_row = false;
		flow_end_row(&b->flow);
	} else if (docx_is(name, "trPr")) {
		b->row_properties = 0;
	} else if (docx_is_box(name) && b->frame > 0) {
		settle(b);
		b->frame--;
	}
}

static void end_inside(struct body *b, const char *name)
{
	struct frame *f = docx_now(b);
	const unsigned depth = b->xml.depth;

	if (f->mark == depth) {
		f->mark = 0;
	} else if (f->properties == depth) {
		f->properties = 0;
	} else if (f->run.look_depth == depth) {
		f->run.look_depth = 0;
		docx_resolve_run(b);
	} else if (f->run.depth == depth) {
		f->run = (struct run){ 0 };
	} else if (f->paragraph == depth) {
		end_paragraph(b);
	} else if (f->paragraph == 0) {
		end_around(b, name);
	} else {
		docx_end_said(b, name);
	}
	b->alternatives -= docx_is_alternatives(name) && b->alternatives > 0;
}

static void on_end(void *ctx, const char *name)
{
	struct body *b = ctx;
	const unsigned depth = b->xml.depth;

	if (b->texts == depth) {
		b->texts = b->instruction = 0;
	} else if (b->skipped == depth) {
		b->skipped = 0;
		if (docx_is(name, "tc"))
			flow_end_cell(&b->flow);
	} else if (b->inside == depth) {
		end_place(b);
	} else if (b->inside > 0 && b->skipped == 0) {
		end_inside(b, name);
	}
}

/* White space of the file is a blank. */
static void on_text(void *ctx, struct str text)
{
	struct body *b = ctx;
	size_t from = 0;

	if (b->skipped > 0 || b->texts == 0)
		return;
	if (b->instruction > 0) {
		docx_tell(b, text);
		return;
	}
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '\n' && text.p[i] != '\r' && text.p[i] != '\t')
			continue;
		docx_say(b, str_part(text, from, i));
		docx_say(b, STR(" "));
		from = i + 1;
	}
	docx_say(b, str_part(text, from, text.n));
}

static enum docx_end walk(struct body *b, struct str xml)
{
	const bool whole = xml_walk(&b->xml, xml, NULL);

	if (b->end != DOCX_WHOLE)
		return b->end;
	if (!whole || (b->notes == NULL && !b->was_inside))
		return DOCX_NOT_WHOLE;
	return flow_is_full(&b->flow) ? DOCX_TOO_LONG : DOCX_WHOLE;
}

static enum docx_end read_part(struct body *b, struct str xml, size_t limit, struct str *ret)
{
	b->xml = (struct xml){ on_begin, on_end, on_text, .ctx = b };
	flow_init(&b->flow, limit);
	b->flow.floats = true;
	const enum docx_end end = walk(b, xml);
	/* What was kept behind the jump of a full arena would be lost with the process, which ends then. */
	if (end == DOCX_WHOLE && ret != NULL)
		*ret = arena_dup(b->a, buf_view(&b->flow.out));
	flow_done(&b->flow);
	return end;
}

enum docx_end docx_body_text(struct arena *a, const struct docx_parts *p, struct str xml, size_t limit, struct str *ret)
{
	struct body b = { .a = a, .parts = p };

	return read_part(&b, xml, limit, ret);
}

static int by_id(const void *a, const void *b)
{
	const struct docx_note *x = a, *y = b;
	const int order = str_cmp(x->id, y->id);

	return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

enum docx_end docx_notes_read(struct arena *a, const struct docx_parts *p, const char *element, struct str xml, size_t limit, struct docx_notes *ret)
{
	struct body b = { .a = a, .parts = p, .notes = ret, .note = element };

	const enum docx_end end = read_part(&b, xml, limit, NULL);
	for (size_t i = 0; i < ret->n; i++)
		ret->at[i].order = i;
	if (ret->n > 1)
		qsort(ret->at, ret->n, sizeof *ret->at, by_id);
	return end;
}
