/* SPDX-License-Identifier: EUPL-1.2 */
/* Work that touches what is not to be trusted: in a forked child, sealed, killed on wall clock, heard through a pipe. */
#ifndef SCRUTATEUR_SEALED_H
#define SCRUTATEUR_SEALED_H

#include "buf.h"

/* Run play(ctx, out) in a forked child, sealed, killed after LIMIT_CHILD_TOTAL_MS; what it writes to `out` comes into `answer`. NULL,
 * or in French why it did not come to its end. */
const char *sealed_answer(void (*play)(void *ctx, int out), void *ctx, struct buf *answer);

#endif
