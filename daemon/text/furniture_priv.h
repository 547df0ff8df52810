/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: the lines of a page that are no part of what it says. */
#ifndef SCRUTATEUR_FURNITURE_PRIV_H
#define SCRUTATEUR_FURNITURE_PRIV_H

#include "token.h"

/* Shapes of a line that may be a page number. */
enum page_shape {
	PAGE_NONE,
	PAGE_NAMED,  /* "Page 2", " 3Page 2 /", "page 2 sur 3" */
	PAGE_DASHED, /* "- 3 -" */
	PAGE_RATIO,  /* "2/6", "1812 2/6" */
	PAGE_BARE,   /* "92" */
};
/* Shape of a trimmed line; *ret_n is the page, *ret_of the pages of a PAGE_RATIO. Both are set only when it has a
 * shape. */
enum page_shape page_shape(struct str s, int32_t *ret_n, int32_t *ret_of);

/* Spans of page numbers and running lines, in order, never overlapping, without line ends.
 *
 * Always: a line that names its page ("Page 2", " 3Page 2 /", "page 2 sur 3"), or a number between two dashes ("- 3
 * -"). At the edge of a page (beside a form feed): "2/6", "1812 2/6"; a bare number that is the number of its page, or
 * keeps the same distance from it as on a neighbouring page, or that follows no colon. Without form feeds: "2/6" when
 * "1/6" or "3/6" also stands alone on a line; a bare number between blank lines when the next and the one before do the
 * same, pages apart. A line repeated at the same edge of a neighbouring page, when it cuts a sentence or a list in two.
 */
void furniture_find(struct arena *a, const struct text *t, const struct span **ret, size_t *ret_n);

#endif
