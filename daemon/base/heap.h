/* SPDX-License-Identifier: EUPL-1.2 */
/* The heap of a process that loads what it needs and then forks a child for every document. Children only read it (block.h), so it
 * lies in large pages: a fork notes one of them instead of 512 small ones, and its child finds one instead of each on its own.
 * Where the kernel has no call for that (before Linux 6.1), and under the sanitizers, nothing changes.
 */
#ifndef SCRUTATEUR_HEAP_H
#define SCRUTATEUR_HEAP_H

/* Before anything is loaded: what comes from now on begins where a large page can. */
void heap_begin(void);
/* All is loaded. Whoever writes to the heap after this, while a child lives, has its pages made small again. */
void heap_settle(void);

#endif
