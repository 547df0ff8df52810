/* SPDX-License-Identifier: EUPL-1.2 */
#include "docx_priv.h"

#include <stdlib.h>

#define TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main|"
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main|"
#define STYLES_MAX 4096 /* as many as Word takes */
#define POSITION_LEAST 4
#define BASES_MAX 20	/* of a style; it may be its own */

struct walk {
	struct xml xml;
	struct arena *a;
	struct docx_styles *to;
	struct docx_style *style; /* the one being declared, or NULL */
	bool defaults;
	unsigned look, changed; /* the depth of the w:rPr, of what was before a change, 0 outside */
};

/* "p" of an element or attribute of WordprocessingML, transitional or strict; "" of any other. */
static const char *docx_name(const char *name)
{
	if (strncmp(name, TRANSITIONAL, sizeof TRANSITIONAL - 1) == 0)
		return name + sizeof TRANSITIONAL - 1;
	return strncmp(name, STRICT, sizeof STRICT - 1) == 0 ? name + sizeof STRICT - 1 : "";
}

bool docx_is(const char *name, const char *wanted)
{
	return strcmp(docx_name(name), wanted) == 0;
}

bool docx_is_one_of(const char *name, const char *const *wanted)
{
	return str_position(str_c(docx_name(name)), wanted) >= 0;
}

const char *docx_attribute(const char **attributes, const char *wanted)
{
	for (; *attributes != NULL; attributes += 2)
		if (docx_is(*attributes, wanted))
			return attributes[1];
	return NULL;
}

bool docx_is_on(const char **attributes)
{
	static const char *const off[] = { "0", "false", "off", NULL };
	const char *value = docx_attribute(attributes, "val");

	return value == NULL || str_position(str_c(value), off) < 0;
}

void docx_keep(char *to, size_t size, const char *value)
{
	const struct str s = str_part(str_c(value), 0, size - 1);

	if (s.n > 0)
		memcpy(to, s.p, s.n);
	to[s.n] = '\0';
}

int64_t docx_number(const char **attributes, const char *wanted, int64_t otherwise)
{
	const char *value = docx_attribute(attributes, wanted);
	int64_t n = otherwise;

	return value != NULL && str_int(str_c(value), &n) ? n : otherwise;
}

/* In half points; less than two points are a nudge that nobody sees. */
static enum shift position_of(const char **attributes)
{
	const int64_t n = docx_number(attributes, "val", 0);

	return n >= POSITION_LEAST ? SHIFT_RAISED : n <= -POSITION_LEAST ? SHIFT_LOWERED : SHIFT_NONE;
}

void docx_note_look(struct docx_look *look, const char *name, const char **attributes)
{
	const enum said said = docx_is_on(attributes) ? SAID_ON : SAID_OFF;
	const char *value = docx_attribute(attributes, "val");

	if (docx_is(name, "vanish") || docx_is(name, "specVanish")) {
		look->hidden = said;
	} else if (docx_is(name, "strike") || docx_is(name, "dstrike")) {
		look->struck = look->struck == SAID_ON && said == SAID_OFF ? SAID_ON : said;
	} else if (docx_is(name, "position") && position_of(attributes) != SHIFT_NONE) {
		look->shifted = SAID_ON;
		look->shift = position_of(attributes);
	} else if (docx_is(name, "vertAlign") && value != NULL && !(strcmp(value, "baseline") == 0 && look->shift != SHIFT_NONE)) {
		look->shifted = SAID_ON;
		look->shift = strcmp(value, "superscript") == 0 ? SHIFT_RAISED : strcmp(value, "subscript") == 0 ? SHIFT_LOWERED : SHIFT_NONE;
	}
}

static void begin_style(struct walk *w, const char **attributes)
{
	const char *type = docx_attribute(attributes, "type"), *id = docx_attribute(attributes, "styleId"), *is_default = docx_attribute(attributes, "default");

	if (w->to->n == STYLES_MAX) {
		xml_stop(&w->xml);
		return;
	}
	w->style = ARENA_PUSH(w->a, w->to);
	w->style->id = arena_dup(w->a, str_c(id));
	w->style->order = w->to->n;
	w->style->is_default = type != NULL && strcmp(type, "paragraph") == 0 && is_default != NULL && strcmp(is_default, "0") != 0 && strcmp(is_default, "false") != 0;
}

static void in_style(struct walk *w, const char *name, const char **attributes)
{
	const struct str value = str_c(docx_attribute(attributes, "val"));

	if (docx_is(name, "basedOn"))
		w->style->based = arena_dup(w->a, value);
	else if (docx_is(name, "numId"))
		w->style->num = arena_dup(w->a, value);
	else if (docx_is(name, "ilvl"))
		w->style->ilvl = arena_dup(w->a, value);
}

static void on_begin(void *ctx, const char *name, const char **attributes)
{
	static const char *const changes[] = { "rPrChange", "pPrChange", "tblStylePr", NULL };
	struct walk *w = ctx;

	if (w->changed > 0)
		return;
	if (docx_is_one_of(name, changes))
		w->changed = w->xml.depth;
	else if (docx_is(name, "style"))
		begin_style(w, attributes);
	else if (docx_is(name, "rPrDefault"))
		w->defaults = true;
	else if (docx_is(name, "rPr"))
		w->look = w->xml.depth;
	else if (w->look > 0 && w->style != NULL)
		docx_note_look(&w->style->look, name, attributes);
	else if (w->look > 0 && w->defaults)
		docx_note_look(&w->to->always, name, attributes);
	else if (w->style != NULL)
		in_style(w, name, attributes);
}

static void on_end(void *ctx, const char *name)
{
	struct walk *w = ctx;

	if (w->changed == w->xml.depth)
		w->changed = 0;
	if (w->look == w->xml.depth)
		w->look = 0;
	if (docx_is(name, "style"))
		w->style = NULL;
	if (docx_is(name, "rPrDefault"))
		w->defaults = false;
}

static int by_id(const void *a, const void *b)
{
	const struct docx_style *x = a, *y = b;
	const int order = str_cmp(x->id, y->id);

	return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

bool docx_styles_read(struct arena *a, struct str xml, struct docx_styles *ret)
{
	struct walk w = { .xml = { .begin = on_begin, .end = on_end, .ctx = &w }, .a = a, .to = ret };

	if (!xml_walk(&w.xml, xml, NULL))
		return false;
	if (ret->n > 1)
		qsort(ret->at, ret->n, sizeof *ret->at, by_id);
	return true;
}

static const struct docx_style *default_style(const struct docx_styles *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->at[i].is_default)
			return &s->at[i];
	return NULL;
}

/* The last that was declared under that name. */
static const struct docx_style *find(const struct docx_styles *s, struct str id)
{
	size_t low = 0, high = s->n;

	if (id.n == 0)
		return default_style(s);
	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		if (str_cmp(s->at[middle].id, id) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && str_eq(s->at[low - 1].id, id) ? &s->at[low - 1] : NULL;
}

static const struct docx_style *base_of(const struct docx_styles *s, const struct docx_style *style)
{
	return style->based.n > 0 ? find(s, style->based) : NULL;
}

struct docx_look docx_style_look(const struct docx_styles *s, struct str id)
{
	struct docx_look look = { 0 };
	const struct docx_style *style = find(s, id);

	for (int i = 0; style != NULL && i < BASES_MAX; i++) {
		if (look.hidden == SAID_NOT)
			look.hidden = style->look.hidden;
		if (look.struck == SAID_NOT)
			look.struck = style->look.struck;
		if (look.shifted == SAID_NOT) {
			look.shifted = style->look.shifted;
			look.shift = style->look.shift;
		}
		style = base_of(s, style);
	}
	return look;
}

bool docx_style_number(const struct docx_styles *s, struct str id, struct str *ret_num, struct str *ret_ilvl, struct str *ret_of)
{
	const struct docx_style *style = find(s, id);

	*ret_ilvl = STR("");
	for (int i = 0; style != NULL && i < BASES_MAX; i++) {
		if (ret_ilvl->n == 0)
			*ret_ilvl = style->ilvl;
		if (style->num.n > 0) {
			*ret_num = style->num;
			*ret_of = style->id;
			return true;
		}
		style = base_of(s, style);
	}
	return false;
}
