/* SPDX-License-Identifier: EUPL-1.2 */
/* Is the text layer of a PDF the document, or only what was stamped on its pictures? And which of its pages are pictures,
 * between others that are text? */
#ifndef SCRUTATEUR_SCANNED_H
#define SCRUTATEUR_SCANNED_H

#include "bounds.h"
#include "str.h"

#define PAGE_HAS_TEXT 100 /* letters and digits of a page, stamps left out */
#define PAGE_IS_PICTURE 8  /* square inches of a page that its pictures cover; a sheet has 96, a signature or a seal 1 */

struct pages {
	unsigned all, with_text;
	bool unread[LIMIT_PAGES]; /* page - 1: without text, and something may be on it */
};
/* Pages of a text in which each ends with a form feed. The lines of the stamps of a transmission ("Envoyé en préfecture
 * le", "Reçu …", "Publié le", "ID : …") count for nothing. `unread`: all without text. Linear. */
struct pages pages_of(struct str text);
/* Pages that are not covered by pictures, by the list of pdfimages, have nothing to read but the little text they have (a
 * signature, a blank back page). A line that is not understood is a picture. */
void pages_keep_pictured(struct pages *p, struct str list);
unsigned pages_unread(const struct pages *p);

#endif
