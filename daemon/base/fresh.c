/* SPDX-License-Identifier: EUPL-1.2 */
/* One region of the size of a large page, filled from its beginning. The child's page is mapped elsewhere, filled, and moved over the
 * region: pointers into it stay true. Where the kernel has no large page to give, it is made of small ones, at the old price.
 */
#include "fresh.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "bounds.h"

#define LARGE_PAGE (2 * MIB)
#define SHARED_MOST (LARGE_PAGE / 2)

static struct {
	char *at;
	size_t used;
	bool opened;
} region;

/* An address that a large page can have: twice as much is asked for, and what is not needed given back. */
static char *map_large(void)
{
#ifdef SCRUTATEUR_SAN
	return NULL;
#else
	char *p = mmap(NULL, 2 * LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		return NULL;
	const size_t before = -(uintptr_t)p & (LARGE_PAGE - 1);
	if (before > 0)
		(void)munmap(p, before);
	(void)munmap(p + before + LARGE_PAGE, LARGE_PAGE - before);
	(void)madvise(p + before, LARGE_PAGE, MADV_HUGEPAGE);
	return p + before;
#endif
}

void *fresh_take(size_t size)
{
	const size_t most = region.opened ? LARGE_PAGE : SHARED_MOST, whole = (size + 15) & ~(size_t)15;

	if (!region.at)
		region.at = map_large();
	if (!region.at || size > most || whole > most - region.used)
		return NULL;
	region.used += whole;
	return region.at + region.used - whole;
}

void fresh_open(void)
{
	char *own = map_large();

	if (own && region.at) {
		memcpy(own, region.at, region.used);
		own = mremap(own, LARGE_PAGE, LARGE_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, region.at);
	}
	if (!own || own == MAP_FAILED)
		return;
	region.at = own;
	region.opened = true;
}

bool fresh_opened(void)
{
	return region.opened;
}

bool fresh_has(const void *p)
{
	return region.at && (const char *)p >= region.at && (const char *)p < region.at + LARGE_PAGE;
}
