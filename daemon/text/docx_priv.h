/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the reader of Word: the parts beside the text. Each is read before the text, in the arena, and then only asked. */
#ifndef SCRUTATEUR_DOCX_PRIV_H
#define SCRUTATEUR_DOCX_PRIV_H

#include "arena.h"
#include "flow_priv.h"
#include "xml_priv.h"

bool docx_is(const char *name, const char *wanted);
bool docx_is_one_of(const char *name, const char *const *wanted);
/* NULL: not there. */
const char *docx_attribute(const char **attributes, const char *wanted);
/* The w:val of a property that is on or off. */
bool docx_is_on(const char **attributes);
/* A name of the document; its beginning, where it is longer. */
void docx_keep(char *to, size_t size, const char *value);
int64_t docx_number(const char **attributes, const char *wanted, int64_t otherwise);

/* docx_styles.c */
enum said { SAID_NOT, SAID_ON, SAID_OFF };
struct docx_look {
	enum said hidden, struck, shifted;
	enum shift shift;
};
struct docx_style {
	struct str id, based;
	bool is_default;
	struct docx_look look;
	struct str num, ilvl; /* of the paragraphs; empty: says nothing */
	size_t order;
};
struct docx_styles {
	struct docx_style *at; /* by id */
	size_t n, cap;
	struct docx_look always;
};
/* A property of characters, from its element. */
void docx_note_look(struct docx_look *look, const char *name, const char **attributes);
bool docx_styles_read(struct arena *a, struct str xml, struct docx_styles *ret);
/* What it says and those it is based on, the nearest first. An empty id is the default style of paragraphs. */
struct docx_look docx_style_look(const struct docx_styles *s, struct str id);
/* False: no number by the style. */
bool docx_style_number(const struct docx_styles *s, struct str id, struct str *ret_num, struct str *ret_ilvl, struct str *ret_of);

/* docx_numbers.c */
struct docx_numbers;
/* NULL: not whole. */
struct docx_numbers *docx_numbers_read(struct arena *a, struct str xml);
/* Adds the number of the next paragraph of that list and level ("Article 3 : ") to `out`. Where the level is empty it is that of the style. */
void docx_number_next(struct docx_numbers *n, const struct docx_styles *s, struct str num, struct str ilvl, struct str style, struct buf *out);

/* docx_body.c */
struct docx_note {
	struct str id, text;
	size_t order;
};
struct docx_notes {
	struct docx_note *at; /* by id, the first of two first */
	size_t n, cap;
};
enum docx_end { DOCX_WHOLE, DOCX_NOT_WHOLE, DOCX_TOO_LONG, DOCX_INCLUDES, DOCX_OPEN_FIELD };
struct docx_parts {
	struct docx_styles styles;
	struct docx_numbers *numbers; /* NULL: none */
	struct docx_notes foot, end;
};
enum docx_end docx_body_text(struct arena *a, const struct docx_parts *p, struct str xml, size_t limit, struct str *ret);
/* Those of footnotes.xml or endnotes.xml, each an `element`. */
enum docx_end docx_notes_read(struct arena *a, const struct docx_parts *p, const char *element, struct str xml, size_t limit, struct docx_notes *ret);

/* docx_symbols.c: one of a font of pictures as a character that means the same to a reader; U+FFFD for those unknown here. */
uint32_t docx_symbol(struct str font, uint32_t code);

#endif
