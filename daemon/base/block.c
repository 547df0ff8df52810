/* SPDX-License-Identifier: EUPL-1.2 */
/* What lies in the region is spared by size when it is freed: loading a rule makes thousands of tables that are gone soon after, and
 * each rule is given the same few blocks again. */
#include "block.h"

#include <stdlib.h>
#include <string.h>

#include "fresh.h"

#define STEP 16
#define SMALL_LOG 12 /* up to here by steps, then four sizes until the double */
#define SMALL ((size_t)1 << SMALL_LOG)
#define LARGE_LOG 24 /* more than the region has */
#define LARGE ((size_t)1 << LARGE_LOG)

struct spare {
	struct spare *next;
};
static struct spare *small[SMALL / STEP + 1], *large[4 * (LARGE_LOG - SMALL_LOG)];

/* Those that serve for `size`, and how large all of them are. */
static struct spare **spares(size_t size, size_t *ret_whole)
{
	if (size <= SMALL) {
		*ret_whole = size > 0 ? (size + STEP - 1) / STEP * STEP : STEP;
		return &small[*ret_whole / STEP];
	}
	const size_t log = 63 - (size_t)__builtin_clzll(size - 1), step = (size_t)1 << (log - 2), steps = (size - 1) / step + 1;
	*ret_whole = steps * step;
	return &large[4 * (log - SMALL_LOG) + steps - 5];
}

void *block_fresh(size_t size)
{
	size_t whole;

	if (size > LARGE)
		return NULL;
	struct spare **at = spares(size, &whole), *s = *at;
	if (!s)
		return fresh_take(whole);
	*at = s->next;
	return s;
}

void *block_take(size_t size)
{
	void *p = fresh_opened() ? block_fresh(size) : NULL;

	return p ? p : malloc(size);
}

void *block_resize(void *old, size_t had, size_t size)
{
	if (!fresh_has(old) && (old || !fresh_opened()))
		return realloc(old, size);
	void *p = block_take(size);
	if (p && old) {
		memcpy(p, old, had < size ? had : size);
		block_free(old, had);
	}
	return p;
}

void block_free(void *p, size_t had)
{
	struct spare *s = p, **at;
	size_t whole;

	if (!fresh_has(p)) {
		free(p);
		return;
	}
	at = spares(had, &whole);
	s->next = *at;
	*at = s;
}
