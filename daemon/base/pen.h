/* SPDX-License-Identifier: EUPL-1.2 */
/* Lines for a person: colour, and rows that end at a word and go on under a margin instead of where the terminal cuts.
 *
 * Without a width (a pipe, a file) nothing is ever broken: one line said is one line written. What came from a document goes
 * through escape.h before it comes here.
 */
#ifndef SCRUTATEUR_PEN_H
#define SCRUTATEUR_PEN_H

#include "buf.h"

/* The first ones say what a text is; the last ones stand under a passage of the document, underlined. */
enum style {
	STYLE_PLAIN, STYLE_TITLE, STYLE_GOOD, STYLE_WEAK, STYLE_BAD, STYLE_OPEN, STYLE_BROKEN, STYLE_DIM,
	STYLE_SEANCE, STYLE_PEOPLE, STYLE_PROXY, STYLE_VOTE, STYLE_LAW, STYLE_UNREAD,
	STYLES_N
};

/* What the reader's screen can do. */
struct look {
	bool colour;
	unsigned width; /* columns; 0: no terminal */
};
/* `word` is "oui", "non" or "auto" (colour on a terminal that is not "dumb", unless NO_COLOR is set); false when it is
 * none of them. The width is that of the terminal on `fd`: 80 when it does not tell, at least PEN_NARROW. */
#define PEN_NARROW 24
bool screen_look(const char *word, int fd, struct look *ret);

struct pen {
	struct buf *out;
	struct look look;
	unsigned margin; /* columns left free where a row goes on */
	unsigned col;    /* columns taken on this row */
	/* NULL, or writes what stands in the margin of a row that goes on: exactly `margin` columns. */
	void (*margin_fn)(void *ctx, struct buf *out);
	void *ctx;
};

/* Printable text (escape.h), broken at its spaces, inside a word only when the word is longer than a row. */
void pen_put(struct pen *p, enum style s, struct str text);
/* The same, moved to the next row as a whole, without its first spaces, when it does not fit on this one. */
void pen_keep(struct pen *p, enum style s, struct str text);
/* Spaces up to `col`; a new row when it is already passed and the row has a width. */
void pen_to(struct pen *p, unsigned col);
/* End of the row. */
void pen_end(struct pen *p);

#endif
