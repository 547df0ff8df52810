/* SPDX-License-Identifier: EUPL-1.2 */
/* Is the text layer of a PDF the document, or only what was stamped on its pictures? */
#ifndef SCRUTATEUR_SCANNED_H
#define SCRUTATEUR_SCANNED_H

#include "str.h"

#define PAGE_HAS_TEXT 100 /* letters and digits of a page, stamps left out */

struct pages {
	unsigned all, with_text;
};
/* Pages of a text in which each ends with a form feed. The lines of the stamps of a transmission ("Envoyé en préfecture
 * le", "Reçu …", "Publié le", "ID : …") count for nothing. Linear. */
struct pages pages_of(struct str text);

#endif
