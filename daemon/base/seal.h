/* SPDX-License-Identifier: EUPL-1.2 */
/* What a child gives up before it looks at a byte of a document. */
#ifndef SCRUTATEUR_SEAL_H
#define SCRUTATEUR_SEAL_H

#include "err.h"

/* Close every descriptor except 0, 1, 2 and those in keep[0..n). */
void seal_descriptors(const int *keep, size_t n);
/* Make what seal_child loads, once for all children that are forked from here; without it each makes its own. ERR_SYS on failure. */
bool seal_prepare(struct err *e);
/* NO_NEW_PRIVS, not dumpable, rlimits (CPU, address space, no core, no file above `file_bytes` bytes, no new process),
 * Landlock without a single path where the kernel has it, then a seccomp allow-list: read, write, exit, memory, clocks,
 * signals' return. Anything else fails with EPERM. A failure is ERR_SYS and the child must not go on. Under the
 * sanitizers the address-space limit, Landlock and the filter are left out (they cannot run there) and *ret_partial is
 * set. */
bool seal_child(size_t file_bytes, bool *ret_partial, struct err *e);

#endif
