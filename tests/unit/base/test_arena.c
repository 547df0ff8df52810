/* SPDX-License-Identifier: EUPL-1.2 */
/* Arena memory: alignment, zeroes, the ceiling on both sides, the trap. */
#include "check.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

TEST(test_arena__memory_is_zeroed_aligned_and_distinct)
{
	struct arena a;
	arena_init(&a, 1 << 20);
	char *last = NULL;
	for (size_t size = 0; size < 300; size++) {
		char *p = arena_alloc(&a, size);
		assert_non_null(p);
		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		assert_ptr_not_equal(p, last);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, size);
		last = p;
	}
	arena_done(&a);
	arena_done(&a);
}

TEST(test_arena__large_requests_leave_the_small_ones_whole)
{
	struct arena a;
	arena_init(&a, 64 << 20);
	char *small[200], *large[200];
	for (int i = 0; i < 200; i++) {
		small[i] = arena_alloc(&a, 10);
		memset(small[i], i, 10);
		large[i] = arena_alloc(&a, 100000);
		memset(large[i], i, 100000);
	}
	for (int i = 0; i < 200; i++) {
		assert_int_equal((unsigned char)small[i][9], i);
		assert_int_equal((unsigned char)large[i][0], i);
		assert_int_equal((unsigned char)large[i][99999], i);
	}
	arena_done(&a);
}

/* True when `size` bytes fit into a new arena of `ceiling`. */
static bool fits(size_t ceiling, size_t size)
{
	struct arena a;
	arena_init(&a, ceiling);
	if (setjmp(*arena_trap(&a))) {
		arena_done(&a);
		return false;
	}
	arena_alloc(&a, size);
	arena_done(&a);
	return true;
}

TEST(test_arena__ceiling_on_both_sides)
{
	assert_true(fits(4096, 4096));
	assert_false(fits(4096, 4097));
	assert_false(fits(4096, SIZE_MAX));
	assert_false(fits(4096, SIZE_MAX - 7));
	assert_false(fits(0, 0));
	assert_true(fits(16, 0));
}

TEST(test_arena__ceiling_counts_everything_handed_out)
{
	struct arena a;
	volatile int got = 0;
	arena_init(&a, 64000);
	if (!setjmp(*arena_trap(&a)))
		for (;; got++)
			arena_alloc(&a, 64);
	assert_int_equal(got, 1000);
	arena_done(&a);
}

TEST(test_arena__overflowing_product_is_the_ceiling)
{
	struct arena a;
	volatile bool jumped = false;
	arena_init(&a, SIZE_MAX);
	if (setjmp(*arena_trap(&a)))
		jumped = true;
	else
		arena_array(&a, SIZE_MAX / 2, 3);
	assert_true(jumped);
	arena_done(&a);
}

TEST(test_arena__without_a_trap_it_aborts)
{
	pid_t child = fork();
	if (child == 0) {
		struct rlimit none = { 0, 0 };
		setrlimit(RLIMIT_CORE, &none);
		signal(SIGABRT, SIG_DFL);
		struct arena a;
		arena_init(&a, 10);
		arena_alloc(&a, 11);
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

TEST(test_arena__dup_is_terminated)
{
	struct arena a;
	arena_init(&a, 4096);
	struct str s = arena_dup(&a, STR("séance"));
	assert_str(s, "séance");
	assert_int_equal(s.p[s.n], '\0');
	assert_str(arena_dup(&a, (struct str){ NULL, 0 }), "");
	arena_done(&a);
}

TEST(test_arena__join)
{
	struct arena a;

	arena_init(&a, 1 << 20);
	const struct str all = ARENA_JOIN(&a, STR("L2121"), STR("-"), (struct str){ NULL, 0 }, STR("29"));

	assert_str(all, "L2121-29");
	assert_int_equal(all.p[all.n], 0);
	assert_str(arena_join(&a, NULL, 0), "");
	arena_done(&a);
}

TEST(test_arena__printf)
{
	struct arena a;
	arena_init(&a, 1 << 20);
	assert_str(arena_printf(&a, "%d/%s", 54, "cinquante-quatre"), "54/cinquante-quatre");
	struct str wide = arena_printf(&a, "%5000d", 7);
	assert_int_equal(wide.n, 5000);
	assert_int_equal(wide.p[4999], '7');
	arena_done(&a);
}

TEST(test_arena__push_keeps_the_elements)
{
	struct arena a;
	struct { int *at; size_t n, cap; } list = { 0 };
	arena_init(&a, 1 << 20);
	for (int i = 0; i < 1000; i++) {
		int *p = ARENA_PUSH(&a, &list);
		assert_int_equal(*p, 0);
		*p = i;
	}
	assert_int_equal(list.n, 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(list.at[i], i);
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_arena__memory_is_zeroed_aligned_and_distinct),
		cmocka_unit_test(test_arena__large_requests_leave_the_small_ones_whole),
		cmocka_unit_test(test_arena__ceiling_on_both_sides),
		cmocka_unit_test(test_arena__ceiling_counts_everything_handed_out),
		cmocka_unit_test(test_arena__overflowing_product_is_the_ceiling),
		cmocka_unit_test(test_arena__without_a_trap_it_aborts),
		cmocka_unit_test(test_arena__dup_is_terminated),
		cmocka_unit_test(test_arena__join),
		cmocka_unit_test(test_arena__printf),
		cmocka_unit_test(test_arena__push_keeps_the_elements),
	};
	return RUN(tests);
}
