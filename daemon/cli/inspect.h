/* SPDX-License-Identifier: EUPL-1.2 */
/* Judge one document from the command line with the daemon's own child: forked, sealed, killed on wall clock. */
#ifndef SCRUTATEUR_INSPECT_H
#define SCRUTATEUR_INSPECT_H

#include "record.h"
#include "session.h"
#include "side_copies.h"

/* Called for each record the child made, in order; the parts are valid until it returns. */
typedef void (*inspect_fn)(void *ctx, const struct record_parts *p);

/* `path` is the name shown; `sides` came with it. `text` (or NULL) gets the text the records' offsets point into, before the first call; it stays empty when that
 * is `raw`. A scan is recognised on the spot. Returns false with *e when the child died or lied. A refused file is not a failure: its REJET record says why.
 * A rule that never ends is killed, and the file judged again without it (its verdict is ERREUR). */
bool inspect_bytes(struct session *s, const char *path, struct str raw, const struct sides *sides, struct buf *text, inspect_fn fn, void *ctx, struct err *e);

#endif
