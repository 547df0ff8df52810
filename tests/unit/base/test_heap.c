/* SPDX-License-Identifier: EUPL-1.2 */
/* A heap in large pages: what is in it stays, and a child reads it. In a forked process, for there is one heap in each. */
#include "check.h"
#include "bounds.h"
#include "heap.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define BLOCKS 6000
#define BLOCK_BYTES 1000

enum { FINE, WRONG, NOT_HERE };

static int status_of(int (*inside)(void))
{
	int status = -1;
	pid_t child = fork();

	if (child == 0)
		_exit(inside());
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static char *blocks[BLOCKS];

static int hold_what_was_written(void)
{
	for (int i = 0; i < BLOCKS; i++)
		for (int k = 0; k < BLOCK_BYTES; k++)
			if (blocks[i][k] != (char)(i + k))
				return WRONG;
	return FINE;
}

static int settles(void)
{
	heap_begin();
	for (int i = 0; i < BLOCKS; i++) {
		blocks[i] = malloc(BLOCK_BYTES);
		for (int k = 0; k < BLOCK_BYTES; k++)
			blocks[i][k] = (char)(i + k);
	}
	heap_settle();
	if (hold_what_was_written() != FINE || status_of(hold_what_was_written) != FINE)
		return WRONG;
	/* It grows and shrinks as before. */
	for (int i = 0; i < BLOCKS; i++)
		blocks[i] = realloc(blocks[i], i % 2 ? 2 * BLOCK_BYTES : BLOCK_BYTES);
	return hold_what_was_written();
}

static void test_heap__settled_it_holds_what_it_held(void **state)
{
	(void)state;
	assert_int_equal(status_of(settles), FINE);
}

#ifndef SCRUTATEUR_SAN
static long large_kib(void)
{
	FILE *f = fopen("/proc/self/smaps_rollup", "r");
	char line[256];
	long kib = 0;

	while (f != NULL && fgets(line, sizeof line, f) != NULL)
		(void)sscanf(line, "AnonHugePages: %ld", &kib);
	if (f != NULL)
		fclose(f);
	return kib;
}

static int lies_in_large_pages(void)
{
	char *probe = mmap(NULL, 4 * MIB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (probe == MAP_FAILED || memset(probe, 1, 4 * MIB) != probe || madvise(probe, 4 * MIB, 25) != 0)
		return NOT_HERE;
	(void)munmap(probe, 4 * MIB);
	if (settles() != FINE)
		return WRONG;
	/* The blocks are six megabytes, of which the first may lie before its beginning. */
	return large_kib() >= 4096 ? FINE : WRONG;
}

static void test_heap__settled_it_lies_in_large_pages(void **state)
{
	(void)state;
	const int status = status_of(lies_in_large_pages);
	if (status == NOT_HERE)
		skip();
	assert_int_equal(status, FINE);
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_heap__settled_it_holds_what_it_held),
#ifndef SCRUTATEUR_SAN
		cmocka_unit_test(test_heap__settled_it_lies_in_large_pages),
#endif
	};
	return RUN(tests);
}
