/* SPDX-License-Identifier: EUPL-1.2 */
/* What lies in the region is spared by size when it is freed: loading a rule makes thousands of tables that are gone soon after. */
#include "vm_memory.h"

#include <stdlib.h>
#include <string.h>
#include <lua.h>

#include "fresh.h"

#define CALL_BYTES 64 /* a CallInfo of Lua 5.4; whatever else has that size lies in the wrong place, no more */
#define STEP 16
#define SPARED_MOST 4096

struct spare {
	struct spare *next;
};
static struct spare *spares[SPARED_MOST / STEP + 1];

/* The records of calls; and tables, which note what metamethods they lack. */
bool vm_memory_written(size_t kind, size_t size)
{
	return kind == LUA_TTABLE || (kind == 0 && size == CALL_BYTES);
}

static void *take(size_t size)
{
	struct spare **at = size <= SPARED_MOST ? &spares[(size + STEP - 1) / STEP] : NULL, *s = at ? *at : NULL;

	if (!s)
		return fresh_take(size);
	*at = s->next;
	return s;
}

void *vm_memory_resize(void *old, size_t had, size_t size, bool written)
{
	/* The table of strings, which grows, stays in the region; what has the size of a call by chance leaves it. */
	const bool fresh = old && fresh_has(old), stays = fresh ? had > CALL_BYTES : !old && written;
	void *p = NULL;

	if (stays || (fresh_opened() && (fresh || !old)))
		p = take(size);
	if (!p && !fresh)
		return realloc(old, size);
	if (!p)
		p = malloc(size);
	if (p && fresh) {
		memcpy(p, old, had < size ? had : size);
		vm_memory_free(old, had);
	}
	return p;
}

void vm_memory_free(void *p, size_t had)
{
	struct spare *s = p;

	if (!fresh_has(p)) {
		free(p);
	} else if (had <= SPARED_MOST) {
		s->next = spares[(had + STEP - 1) / STEP];
		spares[(had + STEP - 1) / STEP] = s;
	}
}
