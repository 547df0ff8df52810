/* SPDX-License-Identifier: EUPL-1.2 */
/* The text of a Word document (.docx), from the archive itself: the part that the archive names as its text, with its notes, styles and numbering.
 *
 * What a reader of the printed document sees: text boxes (after the paragraph they hang on, or after the last of rows of people), notes (likewise), the result of fields, what was inserted,
 * automatic numbers ("Article 3 :", a dash for a bullet), of alternative contents the one that Word shows. Not what was deleted or moved away, comments,
 * hidden text (by itself or by a style of a paragraph or of characters), merged cells. A raised or lowered digit stays one ("26¹"), struck text stands
 * between two ~~. Paragraphs, rows and cells are told as in flow_priv.h.
 *
 * Nothing is shown in part: what is not whole is refused, and so is a document some of whose text is in another file that it includes. A package of the
 * kind that names no text, or one that is not Word's, is no damaged document of Word: REFUSAL_TYPE.
 */
#ifndef SCRUTATEUR_DOCX_H
#define SCRUTATEUR_DOCX_H

#include "text.h"

/* Where a command line is expected, the word for the reader of this header. */
#define DOCX_ITSELF "interne"

/* In `a`, never cut. False: *ret_why and *e say why not. */
bool docx_text(struct arena *a, struct str archive, size_t limit, struct str *ret, enum text_refusal *ret_why, struct err *e);

#endif
