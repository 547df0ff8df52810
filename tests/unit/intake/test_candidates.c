/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of names: thousands, odd ones, gone ones; and which names are no documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "candidates.h"

static void test_candidates__thousands_are_found_again(void **state)
{
	(void)state;
	struct candidates t;
	char name[32];
	bool fresh;
	int64_t oldest;

	candidates_init(&t);
	for (int i = 0; i < 20000; i++) {
		snprintf(name, sizeof name, "acte-%d.txt", i);
		struct candidate *c = candidates_at(&t, name, &fresh);
		assert_true(fresh);
		c->since_ms = i;
		c->pass = (uint64_t)(i % 2) + 1;
	}
	assert_int_equal(t.n, 20000);
	for (int i = 0; i < 20000; i++) {
		snprintf(name, sizeof name, "acte-%d.txt", i);
		assert_int_equal(candidates_at(&t, name, &fresh)->since_ms, i);
		assert_false(fresh);
	}
	candidates_drop(&t, "acte-7.txt");
	assert_int_equal(t.n, 19999);
	candidates_at(&t, "acte-9.txt", &fresh)->state = CANDIDATE_REFUSED;
	assert_int_equal(candidates_sweep(&t, 2, &oldest), 9998); /* odd ones, but 7 and 9 */
	assert_int_equal(t.n, 9999);
	candidates_done(&t);
}

static void test_candidates__ceiling(void **state)
{
	(void)state;
	struct candidates t;
	char name[32];
	bool fresh;

	candidates_init(&t);
	for (int i = 0; i < LIMIT_CANDIDATES; i++) {
		snprintf(name, sizeof name, "%d", i);
		assert_non_null(candidates_at(&t, name, &fresh));
	}
	assert_null(candidates_at(&t, "un de plus", &fresh));
	assert_non_null(candidates_at(&t, "0", &fresh));
	candidates_drop(&t, "0");
	assert_non_null(candidates_at(&t, "un de plus", &fresh));
	candidates_done(&t);
}

static void test_candidates__what_a_look_compares(void **state)
{
	(void)state;
	struct stat st = { .st_dev = 1, .st_ino = 2, .st_mode = S_IFREG | 0644, .st_nlink = 1, .st_size = 3 };
	struct stat changes[6];

	for (int i = 0; i < 6; i++)
		changes[i] = st;
	changes[0].st_ino++;
	changes[1].st_size++;
	changes[2].st_nlink++;
	changes[3].st_mtim.tv_nsec++;
	changes[4].st_ctim.tv_nsec++;
	changes[5].st_mode = S_IFREG | 0600;
	struct look a = look_of(&st), same = look_of(&st);
	assert_true(look_same(&a, &same));
	for (int i = 0; i < 6; i++) {
		struct look b = look_of(&changes[i]);
		assert_false(look_same(&a, &b));
	}
	/* Somebody works in a directory: it is the same directory. */
	st.st_mode = changes[3].st_mode = S_IFDIR | 0755;
	struct look d = look_of(&st), e = look_of(&changes[3]);
	assert_true(look_same(&d, &e));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_candidates__thousands_are_found_again),
		cmocka_unit_test(test_candidates__ceiling),
		cmocka_unit_test(test_candidates__what_a_look_compares),
	};
	return cmocka_run_group_tests_name("candidates", tests, NULL, NULL);
}
