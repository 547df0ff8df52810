/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the blocks of Lua states lie: those that every evaluation writes to together (base/fresh.h), those that a rule was compiled
 * to, which are only read, on the heap; in a document's child all new ones in its fresh memory. */
#ifndef SCRUTATEUR_VM_MEMORY_H
#define SCRUTATEUR_VM_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Whether evaluations write to a new block of this `kind` (as Lua tells its allocator) and size. */
bool vm_memory_written(size_t kind, size_t size);
/* A new block (`old` NULL, `had` 0) or the same grown or shrunk; NULL when memory is out.
 * Freed by block_free. */
void *vm_memory_resize(void *old, size_t had, size_t size, bool written);

#endif
