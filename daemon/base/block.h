/* SPDX-License-Identifier: EUPL-1.2 */
/* Blocks as malloc's, for holders who know how large theirs are: in a child that has fresh memory of its own (fresh.h) they come from
 * there, so that what the C library keeps about its heap, and the heap itself, stay its parent's.
 */
#ifndef SCRUTATEUR_BLOCK_H
#define SCRUTATEUR_BLOCK_H

#include <stddef.h>

/* Not zeroed; NULL when memory is out. */
void *block_take(size_t size);
/* The same block grown or shrunk, as realloc does; `old` NULL, `had` 0 is a new one. On NULL the old one stays. */
void *block_resize(void *old, size_t had, size_t size);
/* NULL-safe. `had`: the size it was taken or last resized with. */
void block_free(void *p, size_t had);
/* From the region of fresh.h, in a parent too; NULL when it is used up. Freed by block_free. */
void *block_fresh(size_t size);

#endif
