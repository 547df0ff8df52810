/* SPDX-License-Identifier: EUPL-1.2 */
/* Views of bytes and the one number parser. */
#include "check.h"
#include "str.h"

TEST(test_str__empty_views_are_equal)
{
	assert_true(str_eq((struct str){ NULL, 0 }, STR("")));
	assert_true(str_eq(str_c(NULL), STR("")));
	assert_int_equal(str_c("abc").n, 3);
	assert_int_equal(str_cmp((struct str){ NULL, 0 }, STR("")), 0);
	assert_int_equal(str_trim((struct str){ NULL, 0 }).n, 0);
}

TEST(test_str__part_pulls_bounds_back)
{
	assert_str(str_part(STR("abcdef"), 2, 4), "cd");
	assert_str(str_part(STR("abcdef"), 4, 99), "ef");
	assert_str(str_part(STR("abcdef"), 5, 2), "");
	assert_str(str_part(STR("abc"), 7, 9), "");
	assert_int_equal(str_part((struct str){ NULL, 0 }, 0, 4).n, 0);
}

TEST(test_str__order_is_bytes_then_length)
{
	assert_true(str_cmp(STR("abc"), STR("abd")) < 0);
	assert_true(str_cmp(STR("ab"), STR("abc")) < 0);
	assert_true(str_cmp(STR("\xc3\xa9"), STR("z")) > 0);
	assert_int_equal(str_cmp(STR("abc"), STR("abc")), 0);
}

TEST(test_str__starts_and_ends)
{
	assert_true(str_starts(STR("séance"), STR("sé")));
	assert_false(str_starts(STR("s"), STR("sé")));
	assert_true(str_ends(STR("acte.txt"), STR(".txt")));
	assert_false(str_ends(STR("txt"), STR(".txt")));
	assert_true(str_starts(STR("x"), STR("")));
}

TEST(test_str__find_first_at_or_after)
{
	struct str s = STR("pour, contre, pour");
	assert_int_equal(str_find(s, STR("pour"), 0), 0);
	assert_int_equal(str_find(s, STR("pour"), 1), 14);
	assert_true(str_find(s, STR("pour"), 15) == STR_NONE);
	assert_true(str_find(s, STR("x"), 100) == STR_NONE);
	assert_int_equal(str_find(s, STR(""), s.n), s.n);
	assert_true(str_find(STR("a"), STR("ab"), 0) == STR_NONE);
	assert_int_equal(str_find((struct str){ "a\0b", 3 }, STR("b"), 0), 2);
}

TEST(test_str__position_in_a_list)
{
	static const char *const words[] = { "un", "deux", NULL }, *const none[] = { NULL };

	assert_int_equal(str_position(STR("un"), words), 0);
	assert_int_equal(str_position(STR("deux"), words), 1);
	assert_int_equal(str_position(STR("deu"), words), -1);
	assert_int_equal(str_position(STR("un"), none), -1);
}

TEST(test_str__trim_ascii_white_space)
{
	assert_str(str_trim(STR(" \t\r\n a b \v\f")), "a b");
	assert_str(str_trim(STR(" \n ")), "");
}

TEST(test_str__int_takes_digits_only)
{
	static const char *const bad[] = { "", "-", "+1", " 1", "1 ", "1.0", "0x1", "--1", "1-", "²",
		"1234567890123456789" };
	int64_t v = 7;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(str_int(str_c(bad[i]), &v));
	assert_false(str_int((struct str){ "1\0", 2 }, &v));
	assert_int_equal(v, 7);
	assert_true(str_int(STR("-0042"), &v));
	assert_int_equal(v, -42);
	assert_true(str_int(STR("999999999999999999"), &v));
	assert_true(v == INT64_C(999999999999999999));
	assert_true(str_int(STR("-999999999999999999"), &v));
	assert_true(v == -INT64_C(999999999999999999));
}

static void test_str__after_last(void **state)
{
	(void)state;
	assert_str(str_after_last(STR("a/b/c.lua"), '/'), "c.lua");
	assert_str(str_after_last(STR("c.lua"), '/'), "c.lua");
	assert_str(str_after_last(STR("a/"), '/'), "");
	assert_str(str_after_last(STR(""), '/'), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_str__empty_views_are_equal),
		cmocka_unit_test(test_str__part_pulls_bounds_back),
		cmocka_unit_test(test_str__order_is_bytes_then_length),
		cmocka_unit_test(test_str__starts_and_ends),
		cmocka_unit_test(test_str__find_first_at_or_after),
		cmocka_unit_test(test_str__after_last),
		cmocka_unit_test(test_str__position_in_a_list),
		cmocka_unit_test(test_str__trim_ascii_white_space),
		cmocka_unit_test(test_str__int_takes_digits_only),
	};
	return RUN(tests);
}
