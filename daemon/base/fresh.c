/* SPDX-License-Identifier: EUPL-1.2 */
/* A region that begins with a large page, which the parent fills from its beginning. The child's page is mapped elsewhere, filled, and
 * moved over it: pointers into it stay true. Behind it the parent touches nothing, so that is new in each child already. Where the kernel
 * has no large page to give, it is made of small ones, at the old price.
 */
#include "fresh.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "bounds.h"

#define REGION (16 * MIB) /* of names of memory: what nobody touches costs nothing */

static struct {
	char *at;
	size_t used;
	bool opened;
} region;

/* An address that a large page can have: more than that is asked for, and what is not needed given back. */
static char *map_large(size_t size)
{
#ifdef SCRUTATEUR_SAN
	(void)size;
	return NULL;
#else
	char *p = mmap(NULL, size + LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		return NULL;
	const size_t before = -(uintptr_t)p & (LARGE_PAGE - 1);
	if (before > 0)
		(void)munmap(p, before);
	(void)munmap(p + before + size, LARGE_PAGE - before);
	(void)madvise(p + before, size, MADV_HUGEPAGE);
	return p + before;
#endif
}

void *fresh_take(size_t size)
{
	const size_t most = region.opened ? REGION : LARGE_PAGE, whole = (size + 15) & ~(size_t)15;

	if (!region.at)
		region.at = map_large(REGION);
	if (!region.at || size > most || whole > most - region.used)
		return NULL;
	region.used += whole;
	return region.at + region.used - whole;
}

void fresh_open(void)
{
	if (!region.at) {
		region.at = map_large(REGION);
		region.opened = region.at != NULL;
		return;
	}
	char *own = map_large(LARGE_PAGE);
	if (!own)
		return;
	memcpy(own, region.at, region.used);
	region.opened = mremap(own, LARGE_PAGE, LARGE_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, region.at) != MAP_FAILED;
}

bool fresh_opened(void)
{
	return region.opened;
}

bool fresh_has(const void *p)
{
	return region.at && (const char *)p >= region.at && (const char *)p < region.at + REGION;
}
