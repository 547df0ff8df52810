/* SPDX-License-Identifier: EUPL-1.2 */
/* Side files: what a sender's software says about a document in files of their own (ACTES message, ARActe, Pastell's metadata.json).
 * A document has 0 to LIMIT_SIDE_FILES of them. Where the document is kept as NAME, they are NAME.cote1 … NAME.cote4 in the same
 * directory, without gaps. They get their names before the document has its own. */
#ifndef SCRUTATEUR_SIDE_H
#define SCRUTATEUR_SIDE_H

#include <stdio.h>
#include <string.h>

#include "bounds.h"

#define SIDE_MARK ".cote"
#define SIDE_NAME_SIZE 160
#define SIDE_SHOWN 200 /* bytes of its name in the drop, in readings and records */

/* The name of side file n (from 1) of the document kept as `document`. Returns `out`. */
static inline const char *side_name(const char *document, unsigned n, char out[SIDE_NAME_SIZE])
{
	(void)snprintf(out, SIDE_NAME_SIZE, "%s" SIDE_MARK "%u", document, n);
	return out;
}
/* How long the document's own part of such a name is; 0: it is not the name of a side file. */
static inline size_t side_document(const char *name)
{
	const size_t mark = sizeof SIDE_MARK - 1, n = strlen(name);

	if (n < mark + 2 || strncmp(name + n - mark - 1, SIDE_MARK, mark) != 0)
		return 0;
	return name[n - 1] >= '1' && name[n - 1] <= '0' + LIMIT_SIDE_FILES ? n - mark - 1 : 0;
}

#endif
