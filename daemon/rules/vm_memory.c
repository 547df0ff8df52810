/* SPDX-License-Identifier: EUPL-1.2 */
#include "vm_memory.h"

#include <string.h>
#include <lua.h>

#include "block.h"
#include "fresh.h"

#define CALL_BYTES 64 /* a CallInfo of Lua 5.4; whatever else has that size lies in the wrong place, no more */

/* The records of calls; and tables, which note what metamethods they lack. */
bool vm_memory_written(size_t kind, size_t size)
{
	return kind == LUA_TTABLE || (kind == 0 && size == CALL_BYTES);
}

void *vm_memory_resize(void *old, size_t had, size_t size, bool written)
{
	/* The table of strings, which grows, stays in the region; what has the size of a call by chance leaves it. */
	const bool stays = old && fresh_has(old) ? had > CALL_BYTES : !old && written;
	void *p = stays ? block_fresh(size) : NULL;

	if (!p)
		return block_resize(old, had, size);
	if (old) {
		memcpy(p, old, had < size ? had : size);
		block_free(old, had);
	}
	return p;
}
