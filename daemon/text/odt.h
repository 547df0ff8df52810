/* SPDX-License-Identifier: EUPL-1.2 */
/* The text of an OpenDocument text, from the XML that its tool takes out of the archive (content.xml).
 *
 * All that a reader of the document sees is in it: header rows of tables, notes, text boxes, tables of contents. Deletions that are tracked,
 * comments, and what is hidden (by a style declared in the same XML; a text, paragraph or section that says so) are not. A raised or lowered digit
 * stays one ("26¹"). A paragraph is a line and a blank one; a row of a table whose cells hold one paragraph each is a line, its cells three spaces
 * apart; other cells are one paragraph after the other; what stands inside a paragraph (a note, a text box) follows it.
 */
#ifndef SCRUTATEUR_ODT_H
#define SCRUTATEUR_ODT_H

#include "arena.h"

/* Is it the XML, not text that another tool drew? */
bool odt_is_xml(struct str drawn);
/* In `a`, never cut: false when it is not whole (not well-formed, with a DOCTYPE, too deep, without a body) or longer than `limit`. */
bool odt_text(struct arena *a, struct str xml, size_t limit, struct str *ret);

#endif
