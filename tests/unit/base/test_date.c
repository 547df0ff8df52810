/* SPDX-License-Identifier: EUPL-1.2 */
/* Civil dates against known days. */
#include "check.h"
#include "date.h"

static struct date day(int y, int m, int d)
{
	return (struct date){ y, m, d };
}

TEST(test_date__calendar)
{
	assert_true(date_valid(day(2024, 2, 29)));
	assert_true(date_valid(day(2000, 2, 29)));
	assert_false(date_valid(day(2023, 2, 29)));
	assert_false(date_valid(day(1900, 2, 29)));
	assert_false(date_valid(day(2023, 4, 31)));
	assert_false(date_valid(day(2023, 0, 1)));
	assert_false(date_valid(day(2023, 13, 1)));
	assert_false(date_valid(day(2023, 1, 0)));
	assert_false(date_valid(day(2023, 1, 32)));
	assert_false(date_valid(day(0, 0, 0)));
}

TEST(test_date__years_on_both_sides)
{
	assert_true(date_valid(day(1000, 1, 1)));
	assert_false(date_valid(day(999, 12, 31)));
	assert_true(date_valid(day(9999, 12, 31)));
	assert_false(date_valid(day(10000, 1, 1)));
}

TEST(test_date__parse_takes_one_form_only)
{
	static const char *const bad[] = { "", "2023-8-28", "2023/08/28", "2023-08-28 ", " 2023-08-28", "20230828",
		"2023-02-29", "2023-00-10", "0999-01-01", "2023-08-2x", "+023-08-28", "2023-08-32" };
	struct date d = day(1, 2, 3);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(date_parse(str_c(bad[i]), &d));
	assert_int_equal(d.year, 1);
	assert_true(date_parse(STR("2023-08-28"), &d));
	assert_int_equal(date_cmp(d, day(2023, 8, 28)), 0);
}

TEST(test_date__text_is_what_parse_takes)
{
	char out[DATE_TEXT];
	assert_string_equal(date_text(day(2023, 8, 5), out), "2023-08-05");
	assert_string_equal(date_text(day(0, 0, 0), out), "0000-00-00");
	assert_string_equal(date_text(day(-5, 99, 1), out), "0000-00-00");
}

TEST(test_date__days_and_weekdays_known)
{
	assert_int_equal(date_days(day(1970, 1, 1)), 0);
	assert_int_equal(date_days(day(1969, 12, 31)), -1);
	assert_int_equal(date_days(day(2000, 3, 1)), 11017);
	assert_int_equal(date_days(day(2023, 8, 28)), 19597);
	assert_int_equal(date_days(day(9999, 12, 31)), 2932896);
	assert_int_equal(date_weekday(day(1970, 1, 1)), 3);
	assert_int_equal(date_weekday(day(2023, 8, 28)), 0);
	assert_int_equal(date_weekday(day(1944, 6, 6)), 1);
	assert_int_equal(date_weekday(day(2020, 3, 15)), 6);
	assert_int_equal(date_weekday(day(1000, 1, 1)), 2);
}

TEST(test_date__every_day_follows_the_one_before)
{
	int64_t last = date_days(day(1899, 12, 31));
	for (int y = 1900; y <= 2100; y++)
		for (int m = 1; m <= 12; m++)
			for (int d = 1; date_valid(day(y, m, d)); d++)
				assert_int_equal(date_days(day(y, m, d)), ++last);
}

TEST(test_date__order)
{
	assert_true(date_cmp(day(2023, 8, 28), day(2023, 8, 29)) < 0);
	assert_true(date_cmp(day(2023, 9, 1), day(2023, 8, 29)) > 0);
	assert_true(date_cmp(day(2022, 12, 31), day(2023, 1, 1)) < 0);
}

TEST(test_date__in_words)
{
	char words[DATE_WORDS];
	assert_string_equal(date_words(day(2024, 3, 12), words), "12 mars 2024");
	assert_string_equal(date_words(day(2021, 8, 1), words), "1er août 2021");
	assert_string_equal(date_words(day(2021, 6, 31), words), "");
}

TEST(test_date__a_day_that_no_calendar_has)
{
	assert_true(date_misses(STR("2021-06-31")));
	assert_true(date_misses(STR("2023-02-29")));
	assert_false(date_misses(STR("2024-02-29")));
	assert_false(date_misses(STR("31/06/2021")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_date__calendar),
		cmocka_unit_test(test_date__years_on_both_sides),
		cmocka_unit_test(test_date__parse_takes_one_form_only),
		cmocka_unit_test(test_date__text_is_what_parse_takes),
		cmocka_unit_test(test_date__days_and_weekdays_known),
		cmocka_unit_test(test_date__every_day_follows_the_one_before),
		cmocka_unit_test(test_date__order),
		cmocka_unit_test(test_date__in_words),
		cmocka_unit_test(test_date__a_day_that_no_calendar_has),
	};
	return RUN(tests);
}
