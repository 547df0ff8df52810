/* SPDX-License-Identifier: EUPL-1.2 */
/* Blocks on the heap of a parent and in the memory of its children, which only a forked process may open. */
#include "child.h"
#include "block.h"
#include "bounds.h"
#include "buf.h"
#include "fresh.h"

#include <malloc.h>
#include <string.h>

static bool grows_and_shrinks(void)
{
	char *p = block_take(10);
	size_t had = 10;

	memcpy(p, "012345678", had);
	for (const size_t *size = (const size_t[]){ 5000, 70000, 16, 3 * MIB, 0 }; *size > 0; had = *size++) {
		p = block_resize(p, had, *size);
		if (!p || memcmp(p, "012345678", 10) != 0)
			return false;
		memset(p + 10, 'x', *size - 10);
	}
	block_free(p, had);
	block_free(NULL, 0);
	return true;
}

TEST(test_block__keeps_what_is_in_it)
{
	assert_true(grows_and_shrinks());
}

#ifndef SCRUTATEUR_SAN
static bool grows_in_a_child(void)
{
	char *before = block_take(100);

	fresh_open();
	memset(before, 'b', 100);
	before = block_resize(before, 100, 200);
	return before[99] == 'b' && grows_and_shrinks();
}

TEST(test_block__keeps_what_is_in_it_in_a_child)
{
	assert_int_equal(status_of(grows_in_a_child), 0);
}

/* A buffer doubles and is done with, again and again: what was freed is what comes next. */
static bool leaves_the_heap_alone(void)
{
	const size_t before = mallinfo2().uordblks;
	struct buf b;

	fresh_open();
	for (int i = 0; i < 200; i++) {
		buf_init(&b, MIB);
		for (int k = 0; k < 1000; k++)
			buf_c(&b, "quarante octets, plus ou moins, à écrire");
		if (b.full || !fresh_has(b.p))
			return false;
		buf_done(&b);
	}
	return mallinfo2().uordblks == before;
}

TEST(test_block__a_child_leaves_the_heap_alone)
{
	assert_int_equal(status_of(leaves_the_heap_alone), 0);
}

static bool what_is_spared_fits(void)
{
	fresh_open();
	char *large = block_take(50000), *other = block_take(10), *small = block_take(100);
	block_free(large, 50000);
	block_free(small, 100);
	memset(other, 1, 10);
	return block_take(60000) != large && block_take(9000) != large && block_take(112) == small && block_take(49200) == large;
}

TEST(test_block__what_was_freed_serves_its_size)
{
	assert_int_equal(status_of(what_is_spared_fits), 0);
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_block__keeps_what_is_in_it),
#ifndef SCRUTATEUR_SAN
		cmocka_unit_test(test_block__keeps_what_is_in_it_in_a_child),
		cmocka_unit_test(test_block__a_child_leaves_the_heap_alone),
		cmocka_unit_test(test_block__what_was_freed_serves_its_size),
#endif
	};
	return RUN(tests);
}
