/* SPDX-License-Identifier: EUPL-1.2 */
/* The C library allows others to move the end of the heap (it goes on behind it), so its beginning and its end are put where large
 * pages begin and end. Decided against: large pages from the start (glibc.malloc.hugetlb), since each child of a rule's essais that
 * lives while rules are loaded has them made small again.
 */
#include "heap.h"

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bounds.h"

#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif
#define TRIES 3 /* a page that the kernel is busy with is not there for a moment */

static char *begin;

static char *end_at_large_page(void)
{
	const size_t beyond = (uintptr_t)sbrk(0) & (LARGE_PAGE - 1);

	if (beyond > 0 && sbrk((intptr_t)(LARGE_PAGE - beyond)) == (void *)-1)
		return NULL;
	return sbrk(0);
}

void heap_begin(void)
{
#ifndef SCRUTATEUR_SAN
	begin = end_at_large_page();
#endif
}

void heap_settle(void)
{
	if (begin == NULL)
		return;
	/* What was freed at its end is not worth a large page. */
	(void)malloc_trim(0);
	const char *end = end_at_large_page();
	for (char *at = begin; end != NULL && at < end; at += LARGE_PAGE)
		for (int i = 0; i < TRIES && madvise(at, LARGE_PAGE, MADV_COLLAPSE) != 0; i++)
			continue;
}
