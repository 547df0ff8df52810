/* SPDX-License-Identifier: EUPL-1.2 */
/* Memory that a child forked for one document writes to. Each page of its parent that it touches is copied, each new one is given
 * and cleared, one fault at a time: some 2 µs a page, hundreds of pages. So what every child will write lies together in one region
 * of the parent. A child replaces its beginning by a large page of its own, with what was there and room behind it, and goes on from
 * large page to large page.
 *
 * Nothing is given back before the process ends. Under the sanitizers there is no region.
 */
#ifndef SCRUTATEUR_FRESH_H
#define SCRUTATEUR_FRESH_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed memory of the region, aligned for anything; NULL when it is used up. In the parent, for what every child will write to; in
 * the child, for anything. */
void *fresh_take(size_t size);
/* In the child, before it takes memory: what the parent wrote is there, and nothing written from now on is seen by it or by another
 * child. Where the system has no memory for that, all goes on as without. */
void fresh_open(void);
/* This process called fresh_open, and got its own. */
bool fresh_opened(void);
/* Whether `p` came from here: it must not be freed. */
bool fresh_has(const void *p);

#endif
