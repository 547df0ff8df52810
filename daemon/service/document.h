/* SPDX-License-Identifier: EUPL-1.2 */
/* A document and what tools drew from it → one reading. Where several texts were drawn (pdftotext's two, catdoc and
 * antiword), each is read and the one in which more is read consistently is kept, without the values that another
 * contradicts (agreement.h); the reading's text says which tool's it was. The one engine of the service and of the command line.
 */
#ifndef SCRUTATEUR_DOCUMENT_H
#define SCRUTATEUR_DOCUMENT_H

#include "act.h"
#include "extract.h"
#include "side.h"
#include "sides.h"

/* `x` is extract's answer for `raw` (both borrowed; must outlive the reading), and not a scan still to be recognised.
 * On success `a` holds the reading, and only it; on refusal `a` is empty and usable. `a` has no trap any more: set one. */
bool document_read(struct arena *a, const struct lexicon *lx, struct str raw, const struct extraction *x, size_t max_text,
		   const struct reading **ret, enum text_refusal *ret_why, struct err *e);
/* The side files that came with it: `fd` is read whole, or -1 when there is none to read. */
struct document_side {
	int fd;
	struct str nom, sha256; /* as sides.h wants them; must outlive the reading */
};
/* Its bytes, in `bytes` (at most LIMIT_SIDE_BYTES), or why they cannot be had. */
void document_side_read(struct arena *a, const struct document_side *side, struct buf *bytes, struct side_file *ret);
/* Lay side files over a reading (sides.h), n of them, 0 to LIMIT_SIDE_FILES: *r, which lives in `a`, becomes another in `a`. One that
 * cannot be read, or is larger than LIMIT_SIDE_BYTES, is said in the reading and no failure. The arena's trap is the caller's. */
void document_sides(struct arena *a, const struct document_side *sides, size_t n, const struct reading **r);

#endif
