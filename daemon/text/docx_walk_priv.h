/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to docx_body.c, docx_say.c and docx_unseen.c: the walk over the text of a Word document. Word keeps it in runs (w:r), whose properties come before what
 * they say. A text box stands inside a run and has paragraphs of its own: hence the frames.
 */
#ifndef SCRUTATEUR_DOCX_WALK_PRIV_H
#define SCRUTATEUR_DOCX_WALK_PRIV_H

#include "docx_priv.h"

#define DOCX_FRAMES 16 /* text boxes inside one another */
#define DOCX_FIELDS 64 /* the same of fields, and of alternatives */
#define DOCX_DRAWING "http://schemas.openxmlformats.org/drawingml/2006/main|"
#define DOCX_VML "urn:schemas-microsoft-com:vml|"

struct run {
	unsigned depth, look_depth; /* of the element, of its properties; 0 outside */
	struct docx_look own;
	char style[256];
	bool hidden, struck;
	enum shift shift;
};
struct frame {
	unsigned paragraph, properties, mark; /* depths: w:p, w:pPr, w:rPr of its mark */
	bool opened, mark_gone, struck;
	bool joined; /* the mark of the last paragraph is not seen: the next one goes on in its line */
	char style[256], num[24], level[24];
	struct run run;
};
struct body {
	struct xml xml;
	struct flow flow;
	struct arena *a;
	const struct docx_parts *parts;
	struct docx_notes *notes; /* to be filled, or NULL */
	const char *note;	  /* the element of one */
	struct str note_id;
	enum docx_end end;
	unsigned inside, skipped, texts; /* depths: the body or note, what nobody sees, a text; 0 outside */
	unsigned row, cell, row_properties; /* depths of those that began last; row_properties: 0 outside */
	bool was_inside, first_row;
	struct frame frames[DOCX_FRAMES];
	size_t frame, fields, alternatives;
	unsigned instruction; /* depth of a field's words, 0 outside */
	char told[80]; /* the beginning of what the innermost field says of itself */
	bool shows[DOCX_FIELDS]; /* a field shows its result, from its separator on */
	bool chosen[DOCX_FIELDS];
	int64_t wanted, entry; /* of a form: what was chosen or ticked; the choice that comes */
	bool was_chosen;
};

static inline struct frame *docx_now(struct body *b)
{
	return &b->frames[b->frame];
}

void docx_stop(struct body *b, enum docx_end why);
bool docx_is_of(const char *name, const char *space, const char *local);
bool docx_is_math(const char *name, const char *local);

/* docx_unseen.c. A row or a cell is gone when its properties say so. */
bool docx_is_unseen(struct body *b, const char *name, const char **attributes);
bool docx_is_gone(struct body *b, const char *name, const char **attributes);
bool docx_is_hidden_drawing(const char *name, const char **attributes); /* its properties say so, and are the first in it */
bool docx_is_box(const char *name);
bool docx_is_alternatives(const char *name);

/* docx_say.c. What is said is seen: in a paragraph, not in the instruction of a field, not by a hidden run. */
void docx_say(struct body *b, struct str text);
void docx_tell(struct body *b, struct str text); /* words of a field's instruction */
void docx_strike(struct body *b, bool struck);
void docx_begin_run(struct body *b);
/* Its properties are known. */
void docx_resolve_run(struct body *b);
void docx_in_look(struct body *b, const char *name, const char **attributes);
/* An element of a run, of a formula, or around runs. */
void docx_begin_said(struct body *b, const char *name, const char **attributes);
void docx_end_said(struct body *b, const char *name);

#endif
