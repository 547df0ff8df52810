/* SPDX-License-Identifier: EUPL-1.2 */
/* Does a text, or a reference's key, cite an article? Anchored: L. 3211-21 and L. 3211-2-1 are not L. 3211-2. */
#ifndef SCRUTATEUR_CITATION_H
#define SCRUTATEUR_CITATION_H

#include "str.h"

struct article {
	char letters[3]; /* "l", "lo", "r", "d", "a", or "" */
	char body[29];   /* "3211-2" */
};

/* "L. 3211-2", "L3211-2", "l.o. 6161-1" folded: the whole text must be one article. */
bool article_parse(struct str folded, struct article *ret);
/* Folded text of a visa: lists ("L. 2131-1, 2131-2"), ranges ("L. 1612-12 à L. 1612-15", "L. 2131-1 à 3"). The
 * code is the one that follows the articles ("du code …") or was named before; without any, only CGCT is taken to
 * be meant. */
bool citation_in_text(struct str folded, const struct article *wanted, struct str code);
/* "CGCT/L3211-2", "CGCT/L2121-7..L2121-34". */
bool citation_in_key(struct str key, const struct article *wanted, struct str code);

#endif
