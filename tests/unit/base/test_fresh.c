/* SPDX-License-Identifier: EUPL-1.2 */
/* The region of a parent and of its children. Each test runs in a forked process, for there is one region in each. */
#include "child.h"
#include "arena.h"
#include "bounds.h"
#include "fresh.h"

#include <string.h>

#ifndef SCRUTATEUR_SAN
static char *shared;

static bool all_zero(const char *p, size_t n)
{
	return p[0] == 0 && memcmp(p, p + 1, n - 1) == 0;
}

static bool has_its_own(void)
{
	fresh_open();
	if (!fresh_opened() || strcmp(shared, "parent") != 0)
		return false;
	char *more = fresh_take(100000);
	memcpy(shared, "child", 6);
	return more && more != shared && fresh_has(more) && all_zero(more, 100000);
}

static bool shares_with_its_children(void)
{
	shared = fresh_take(1000);
	if (!shared || !all_zero(shared, 1000))
		return false;
	memcpy(shared, "parent", 7);
	return status_of(has_its_own) == 0 && status_of(has_its_own) == 0 && strcmp(shared, "parent") == 0 && !fresh_opened();
}

TEST(test_fresh__what_a_child_writes_is_its_own)
{
	assert_int_equal(status_of(shares_with_its_children), 0);
}

static bool ends_at_its_part_and_at_the_whole(void)
{
	if (!fresh_take(2 * MIB) || fresh_take(1))
		return false;
	fresh_open();
	return fresh_take(14 * MIB) && !fresh_take(1) && !fresh_take(SIZE_MAX);
}

TEST(test_fresh__a_parent_leaves_most_to_its_children)
{
	assert_int_equal(status_of(ends_at_its_part_and_at_the_whole), 0);
}

/* With what is in the region and what is not, zeroed as ever. */
static bool arenas_use_it_and_go_on(void)
{
	struct arena a;

	fresh_open();
	arena_init(&a, 32 * MIB);
	const bool first = fresh_has(arena_alloc(&a, 1000));
	for (int i = 0; i < 170; i++) {
		char *p = arena_alloc(&a, 100000);
		if (!all_zero(p, 100000))
			return false;
		memset(p, 1, 100000);
	}
	const bool last = fresh_has(arena_alloc(&a, 100000));
	arena_done(&a);
	return first && !last;
}

TEST(test_fresh__arenas_go_on_where_it_ends)
{
	assert_int_equal(status_of(arenas_use_it_and_go_on), 0);
}
#endif

static bool is_never_freed(void)
{
	int here;

	return !fresh_opened() && !fresh_has(&here) && !fresh_has(NULL);
}

TEST(test_fresh__nothing_else_is_taken_for_it)
{
	assert_int_equal(status_of(is_never_freed), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#ifndef SCRUTATEUR_SAN
		cmocka_unit_test(test_fresh__what_a_child_writes_is_its_own),
		cmocka_unit_test(test_fresh__a_parent_leaves_most_to_its_children),
		cmocka_unit_test(test_fresh__arenas_go_on_where_it_ends),
#endif
		cmocka_unit_test(test_fresh__nothing_else_is_taken_for_it),
	};
	return RUN(tests);
}
