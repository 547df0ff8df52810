/* SPDX-License-Identifier: EUPL-1.2 */
/* The growing buffer and its ceiling. */
#include "check.h"
#include "buf.h"

TEST(test_buf__adds_in_every_way)
{
	struct buf b;
	buf_init(&b, 1000);
	buf_c(&b, "pour ");
	buf_str(&b, STR("54"));
	buf_char(&b, ' ');
	buf_printf(&b, "contre %d", 0);
	buf_add(&b, NULL, 0);
	buf_int(&b, -7);
	assert_str(buf_view(&b), "pour 54 contre 0-7");
	assert_false(b.full);
	buf_done(&b);
	buf_done(&b);
	assert_int_equal(b.max, 1000);
}

TEST(test_buf__ceiling_on_both_sides)
{
	struct buf b;
	buf_init(&b, 5);
	buf_c(&b, "abcde");
	assert_false(b.full);
	buf_done(&b);
	buf_c(&b, "abcdef");
	assert_true(b.full);
	assert_int_equal(b.n, 0);
	buf_done(&b);
	buf_printf(&b, "%d", 12345);
	assert_false(b.full);
	assert_str(buf_view(&b), "12345");
	buf_done(&b);
	buf_printf(&b, "%d", 123456);
	assert_true(b.full);
	assert_int_equal(b.n, 0);
	buf_done(&b);
}

TEST(test_buf__after_a_refused_addition_nothing_is_added)
{
	struct buf b;
	buf_init(&b, 4);
	buf_c(&b, "abc");
	buf_c(&b, "de");
	buf_char(&b, 'x');
	assert_true(b.full);
	assert_str(buf_view(&b), "abc");
	buf_clear(&b);
	assert_false(b.full);
	buf_c(&b, "wxyz");
	assert_str(buf_view(&b), "wxyz");
	buf_done(&b);
}

TEST(test_buf__a_ceiling_of_nothing)
{
	struct buf b;
	buf_init(&b, 0);
	buf_add(&b, "", 0);
	buf_printf(&b, "%s", "");
	assert_false(b.full);
	buf_char(&b, 'x');
	assert_true(b.full);
	buf_done(&b);
}

TEST(test_buf__sum_does_not_overflow)
{
	struct buf b;
	volatile size_t most = SIZE_MAX - 2; /* or the compiler complains of it */
	buf_init(&b, SIZE_MAX - 1);
	buf_c(&b, "abc");
	buf_add(&b, "x", most);
	assert_true(b.full);
	assert_str(buf_view(&b), "abc");
	buf_done(&b);
}

TEST(test_buf__grows_byte_by_byte)
{
	struct buf b;
	buf_init(&b, 100000);
	for (int i = 0; i < 100000; i++)
		buf_char(&b, (char)('a' + i % 26));
	assert_false(b.full);
	for (int i = 0; i < 100000; i += 777)
		assert_int_equal(b.p[i], 'a' + i % 26);
	buf_char(&b, 'x');
	assert_true(b.full);
	buf_done(&b);
}

TEST(test_buf__somebody_else_writes)
{
	struct buf b;
	size_t room = 0;

	buf_init(&b, 10);
	char *p = buf_room(&b, 4, &room);
	assert_non_null(p);
	assert_in_range(room, 4, 10);
	memcpy(p, "abcd", 4);
	buf_wrote(&b, 4);
	p = buf_room(&b, 100, &room);
	assert_non_null(p);
	assert_in_range(room, 1, 6);
	while ((p = buf_room(&b, 100, &room)) != NULL) {
		*p = 'e';
		buf_wrote(&b, 1);
	}
	assert_str(buf_view(&b), "abcdeeeeee");
	assert_false(b.full);
	buf_done(&b);
}

TEST(test_buf__over_bytes_of_the_caller)
{
	char bytes[6];
	struct buf b;

	buf_over(&b, bytes, sizeof bytes);
	buf_c(&b, "abcde");
	assert_false(b.full);
	assert_ptr_equal(b.p, bytes);
	buf_clear(&b);
	buf_printf(&b, "%d", 12345);
	assert_str(buf_view(&b), "12345");
	buf_c(&b, "6");
	assert_true(b.full);
	assert_ptr_equal(b.p, bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_buf__adds_in_every_way),
		cmocka_unit_test(test_buf__ceiling_on_both_sides),
		cmocka_unit_test(test_buf__after_a_refused_addition_nothing_is_added),
		cmocka_unit_test(test_buf__a_ceiling_of_nothing),
		cmocka_unit_test(test_buf__sum_does_not_overflow),
		cmocka_unit_test(test_buf__grows_byte_by_byte),
		cmocka_unit_test(test_buf__somebody_else_writes),
		cmocka_unit_test(test_buf__over_bytes_of_the_caller),
	};
	return RUN(tests);
}
