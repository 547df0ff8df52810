/* SPDX-License-Identifier: EUPL-1.2 */
/* What hostile bytes look like once they reach a line for people. */
#include "check.h"
#include "escape.h"
#include "fold.h"
#include "bounds.h"

static struct arena arena;

static struct str line(const char *s)
{
	return escape_line(&arena, str_c(s), 10000);
}

TEST(test_escape__ordinary_french_is_unchanged)
{
	static const char text[] = "Mme VÉRAN, n° 7 – « œuvre » 20\u00a0000\u202f€ \\ %s 😀";
	assert_str(line(text), "Mme VÉRAN, n° 7 – « œuvre » 20\u00a0000\u202f€ \\ %s 😀");
	assert_true(is_printable_line(str_c(text)));
}

TEST(test_escape__controls_are_visible)
{
	assert_str(line("a\nb\tc\rd"), "a\\nb\\tc\\rd");
	assert_str(line("\x1b[31m\x07\x7f"), "\\x1b[31m\\x07\\x7f");
	assert_str(line("\xc2\x85\xc2\x9b"), "\\u0085\\u009b");
	assert_str(line("\u2028\u2029"), "\\u2028\\u2029");
	assert_str(line("\u202e\u2066\u200f\u061c"), "\\u202e\\u2066\\u200f\\u061c");
	assert_str(line("\u200b\u2060\ufeff"), "\\u200b\\u2060\\ufeff");
	assert_str(line("\U000e0041"), "\\U000e0041");
	assert_str(escape_line(&arena, (struct str){ "a\0b", 3 }, 100), "a\\x00b");
}

TEST(test_escape__invalid_bytes_are_visible)
{
	assert_str(line("a\xff\xc3(\xed\xa0\x80"), "a\\xff\\xc3(\\xed\\xa0\\x80");
}

/* "x » : document 9" as the name of a file would forge a line of the log. */
TEST(test_escape__a_name_cannot_end_its_quotes)
{
	assert_str(escape_name(&arena, STR("x.txt » : document 9, « y"), 100), "x.txt \\u00bb : document 9, \\u00ab y");
	assert_str(escape_name(&arena, STR("a\nb"), 100), "a\\nb");
	assert_str(escape_name(&arena, STR("a\\nb"), 100), "a\\\\nb");
	assert_str(escape_name(&arena, STR("délibération.pdf"), 100), "délibération.pdf");
	assert_str(escape_name(&arena, STR("abcdefg"), 6), "abc…");
	assert_str(escape_line(&arena, STR("« a\\b »"), 100), "« a\\b »");
}

TEST(test_escape__block_keeps_lines_and_tabs)
{
	assert_str(escape_block(&arena, STR("a\n\tb\r\n\x1b"), 100), "a\n\tb\\r\n\\x1b");
}

TEST(test_escape__cut_on_both_sides_of_max)
{
	assert_str(escape_line(&arena, STR("abcdef"), 6), "abcdef");
	assert_str(escape_line(&arena, STR("abcdefg"), 6), "abc…");
	assert_str(escape_line(&arena, STR("abéé"), 6), "abéé");
	assert_str(escape_line(&arena, STR("abééé"), 6), "ab…");
	assert_str(escape_line(&arena, STR("a\x1b\x1b"), 8), "a\\x1b…");
	assert_str(escape_line(&arena, STR("a\x1b\x1b"), 7), "a…");
	assert_str(escape_line(&arena, STR("abcd"), 3), "…");
	assert_str(escape_line(&arena, STR("abcd"), 2), "");
	assert_str(escape_line(&arena, STR("abcd"), 0), "");
	assert_str(escape_line(&arena, STR(""), 0), "");
}

TEST(test_escape__printable_means_unchanged)
{
	for (unsigned i = 0; i < 0x110000; i += i < 0x3000 ? 1 : 0x3f) {
		char out[4];
		struct str s = { out, utf8_put(i, out) };
		assert_true(is_printable_line(s) == str_eq(escape_line(&arena, s, 100), s));
	}
	for (unsigned a = 0x80; a < 0x100; a++)
		assert_false(is_printable_line((struct str){ (char[]){ (char)a }, 1 }));
	assert_true(is_printable_line(STR("")));
}

TEST(test_escape__ascii_ends_at_the_first_other_byte)
{
	char text[20];

	for (size_t n = 0; n <= sizeof text; n++)
		for (size_t at = 0; at <= n; at++)
			for (unsigned b = 0; b < 0x100; b++) {
				memset(text, b % 2 ? 0x20 : 0x7e, sizeof text);
				if (at < n)
					text[at] = (char)b;
				assert_int_equal(ascii_head((struct str){ text, n }), b >= 0x20 && b < 0x7f ? n : at);
			}
}

TEST(test_escape__result_is_printable_and_short_for_any_bytes)
{
	unsigned seed = 12345;
	for (int round = 0; round < 2000; round++) {
		char text[40];
		for (size_t i = 0; i < sizeof text; i++)
			text[i] = (char)((seed = seed * 1103515245 + 12345) >> 16);
		size_t max = (size_t)round % 60;
		struct str s = escape_line(&arena, (struct str){ text, sizeof text }, max);
		assert_true(s.n <= max);
		assert_true(is_printable_line(s));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_escape__ordinary_french_is_unchanged),
		cmocka_unit_test(test_escape__controls_are_visible),
		cmocka_unit_test(test_escape__invalid_bytes_are_visible),
		cmocka_unit_test(test_escape__a_name_cannot_end_its_quotes),
		cmocka_unit_test(test_escape__block_keeps_lines_and_tabs),
		cmocka_unit_test(test_escape__cut_on_both_sides_of_max),
		cmocka_unit_test(test_escape__printable_means_unchanged),
		cmocka_unit_test(test_escape__ascii_ends_at_the_first_other_byte),
		cmocka_unit_test(test_escape__result_is_printable_and_short_for_any_bytes),
	};
	arena_init(&arena, 64 * MIB);
	int failed = RUN(tests);
	arena_done(&arena);
	return failed;
}
