/* SPDX-License-Identifier: EUPL-1.2 */
/* Decoding and encoding of UTF-8: total, strict, and its own inverse. */
#include "check.h"
#include "fold.h"

TEST(test_utf8__every_code_point_comes_back)
{
	for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
		char out[4];
		uint32_t back = 0;
		if (cp >= 0xd800 && cp <= 0xdfff)
			continue;
		size_t n = utf8_put(cp, out);
		if (n != (cp < 0x80 ? 1u : cp < 0x800 ? 2u : cp < 0x10000 ? 3u : 4u))
			fail_msg("U+%04X: length %zu", (unsigned)cp, n);
		if (utf8_next((struct str){ out, n }, 0, &back) != n || back != cp)
			fail_msg("U+%04X comes back as U+%04X", (unsigned)cp, (unsigned)back);
	}
}

TEST(test_utf8__what_is_no_code_point_is_put_as_fffd)
{
	char out[4];
	assert_int_equal(utf8_put(0xd800, out), 3);
	assert_memory_equal(out, "\xef\xbf\xbd", 3);
	assert_int_equal(utf8_put(0x110000, out), 3);
	assert_memory_equal(out, "\xef\xbf\xbd", 3);
}

TEST(test_utf8__invalid_bytes_are_taken_one_by_one)
{
	static const char *const bad[] = {
		"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc3", "\xc3(", "\xe2\x82", "\xe2\x28\xa1", "\xe0\x80\x80",
		"\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", 
		"\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf8\x88\x80\x80\x80", "\xff", "\xfe", "\xf0\x9f\x98",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		uint32_t cp = 0;
		assert_int_equal(utf8_next(str_c(bad[i]), 0, &cp), 1);
		assert_int_equal(cp, 0xfffd);
		assert_false(utf8_valid(str_c(bad[i])));
	}
}

TEST(test_utf8__the_end)
{
	uint32_t cp = 7;
	assert_int_equal(utf8_next(STR("a"), 1, &cp), 0);
	assert_int_equal(utf8_next(STR("a"), 99, &cp), 0);
	assert_int_equal(utf8_next((struct str){ NULL, 0 }, 0, &cp), 0);
	assert_int_equal(cp, 7);
}

TEST(test_utf8__valid_and_count)
{
	assert_true(utf8_valid(STR("")));
	assert_true(utf8_valid(STR("séance № 3 😀 \xef\xbf\xbd")));
	assert_true(utf8_valid((struct str){ "a\0b", 3 }));
	assert_int_equal(utf8_count(STR("séance 😀")), 8);
	assert_int_equal(utf8_count(STR("\xff\xfe")), 2);
}

/* A reason cut inside a letter was shown as "port\xc3". */
TEST(test_utf8__a_head_ends_at_a_whole_character)
{
	assert_str(utf8_head(STR("portée"), 6), "porté");
	assert_str(utf8_head(STR("portée"), 5), "port");
	assert_str(utf8_head(STR("portée"), 4), "port");
	assert_str(utf8_head(STR("portée"), 99), "portée");
	assert_str(utf8_head(STR("é"), 1), "");
}

TEST(test_utf8__utf16)
{
	const struct str s = { "a\0\x3D\xD8\0\xDE\0\xD8", 8 };
	uint32_t cp = 0;
	assert_int_equal(utf16_next(s, 0, false, &cp), 2);
	assert_int_equal(cp, 'a');
	assert_int_equal(utf16_next(s, 2, false, &cp), 4);
	assert_int_equal(cp, 0x1f600);
	assert_int_equal(utf16_next(s, 4, false, &cp), 0);
	assert_int_equal(utf16_next(s, 6, false, &cp), 0);
	assert_int_equal(utf16_next(STR("\xD8\x3D\xDE\0"), 0, true, &cp), 4);
	assert_int_equal(cp, 0x1f600);
}

TEST(test_utf8__unseen)
{
	static const uint32_t unseen[] = { 0x61c, 0x200b, 0x200d, 0x200f, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff, 0xe0041 };
	static const uint32_t seen[] = { ' ', 'a', 0xa0, 0xad, 0xe9, 0x301, 0x2010, 0x2019, 0x2028, 0x202f, 0x20ac, 0xfb01, 0xfffd };
	for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
		assert_true(cp_is_unseen(unseen[i]));
	for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
		assert_false(cp_is_unseen(seen[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_utf8__every_code_point_comes_back),
		cmocka_unit_test(test_utf8__what_is_no_code_point_is_put_as_fffd),
		cmocka_unit_test(test_utf8__invalid_bytes_are_taken_one_by_one),
		cmocka_unit_test(test_utf8__the_end),
		cmocka_unit_test(test_utf8__valid_and_count),
		cmocka_unit_test(test_utf8__a_head_ends_at_a_whole_character),
		cmocka_unit_test(test_utf8__utf16),
		cmocka_unit_test(test_utf8__unseen),
	};
	return RUN(tests);
}
