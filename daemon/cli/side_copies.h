/* SPDX-License-Identifier: EUPL-1.2 */
/* The side files of the document under way: those of --cote. */
#ifndef SCRUTATEUR_SIDE_COPIES_H
#define SCRUTATEUR_SIDE_COPIES_H

#include "document.h"
#include "session.h"

struct sides {
	struct document_side at[LIMIT_SIDE_FILES];
	size_t n;
};
/* Copies of the files that --cote names, in memory. False after saying which cannot be read. */
bool sides_open(struct session *s, const struct options *o, struct sides *ret);
/* The same of the files NAME.cote1 … beside a document; those that are not there, or cannot be read, are left out. */
void sides_beside(struct arena *a, const char *document, struct sides *ret);
void sides_close(struct sides *s);

#endif
