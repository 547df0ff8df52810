/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON output: order, escapes, hostile strings, members; and what is read of JSON from outside. */
#include "check.h"
#include "bounds.h"
#include "json.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static struct buf out;

static void begin(struct json *j, enum json_form form)
{
	buf_init(&out, 100000);
	json_begin(j, &out, form);
}

static struct str sample(enum json_form form)
{
	struct json j;

	begin(&j, form);
	json_str(&j, "z", STR("Pouvoir"));
	json_int(&j, "a", -54);
	json_array(&j, "liste");
	json_bool(&j, NULL, true);
	json_null(&j, NULL);
	json_object(&j, NULL);
	json_end(&j);
	json_end(&j);
	json_pair(&j, "octets", 12, 34);
	json_finish(&j);
	return buf_view(&out);
}

TEST(test_json__keys_stay_in_the_order_given)
{
	assert_str(sample(JSON_LINE), "{\"z\": \"Pouvoir\", \"a\": -54, \"liste\": [true, null, {}], \"octets\": [12, 34]}");
	buf_done(&out);
}

TEST(test_json__indented)
{
	assert_str(sample(JSON_INDENTED), "{\n  \"z\": \"Pouvoir\",\n  \"a\": -54,\n  \"liste\": [\n    true,\n    null,\n"
					  "    {}\n  ],\n  \"octets\": [\n    12,\n    34\n  ]\n}");
	buf_done(&out);
}

static struct str string_as_json(struct str s)
{
	struct json j;

	begin(&j, JSON_MEMBERS);
	json_str(&j, "s", s);
	json_finish(&j);
	return str_part(buf_view(&out), 5, out.n);
}

static void assert_string_as(struct str s, const char *want)
{
	struct str text = string_as_json(s);
	if (text.n != strlen(want) || memcmp(text.p, want, text.n) != 0)
		fail_msg("%.*s is not %s", (int)text.n, text.p, want);
	buf_done(&out);
}

TEST(test_json__strings_are_ascii)
{
	assert_string_as(STR("é\"\\/\n\t\b\f\r\v\x1b"), "\"\\u00E9\\\"\\\\/\\n\\t\\b\\f\\r\\u000B\\u001B\"");
	assert_string_as(STR("\u2028\ufeff"), "\"\\u2028\\uFEFF\"");
	assert_string_as(STR("😀"), "\"\\uD83D\\uDE00\"");
	assert_string_as(STR("a\x7f" "b\x7f\x7f"), "\"a\\u007fb\\u007f\\u007f\"");
	assert_string_as((struct str){ "a\0b", 3 }, "\"a\\u0000b\"");
	assert_string_as(STR(""), "\"\"");
	assert_string_as((struct str){ NULL, 0 }, "\"\"");
}

TEST(test_json__invalid_bytes_become_fffd)
{
	assert_string_as(STR("a\xff" "b"), "\"a\\uFFFDb\"");
	assert_string_as(STR("\xed\xa0\x80"), "\"\\uFFFD\\uFFFD\\uFFFD\"");
	assert_string_as(STR("\xc3"), "\"\\uFFFD\"");
}

TEST(test_json__any_bytes_give_one_printable_line)
{
	unsigned seed = 99;
	for (int round = 0; round < 2000; round++) {
		char text[50];
		for (size_t i = 0; i < sizeof text; i++)
			text[i] = (char)((seed = seed * 1103515245 + 12345) >> 16);
		struct str s = string_as_json((struct str){ text, sizeof text });
		for (size_t i = 0; i < s.n; i++)
			assert_in_range(s.p[i], 0x20, 0x7e);
		buf_done(&out);
	}
}

TEST(test_json__integers_at_both_ends)
{
	struct json j;

	begin(&j, JSON_MEMBERS);
	json_pair(&j, "n", INT64_MIN, INT64_MAX);
	json_int(&j, "zero", 0);
	json_finish(&j);
	assert_str(buf_view(&out), "\"n\": [-9223372036854775808, 9223372036854775807], \"zero\": 0");
	buf_done(&out);
}

TEST(test_json__members_without_braces)
{
	struct json j;

	buf_init(&out, 100);
	buf_c(&out, "{\"x\": 0, ");
	json_begin(&j, &out, JSON_MEMBERS);
	json_int(&j, "a", 1);
	json_object(&j, "b");
	json_end(&j);
	json_finish(&j);
	buf_c(&out, "}");
	assert_str(buf_view(&out), "{\"x\": 0, \"a\": 1, \"b\": {}}");
	buf_done(&out);

	begin(&j, JSON_MEMBERS);
	json_finish(&j);
	assert_str(buf_view(&out), "");
	buf_done(&out);
}

TEST(test_json__a_full_buffer_says_so)
{
	struct json j;

	buf_init(&out, 10);
	json_begin(&j, &out, JSON_LINE);
	json_str(&j, "z", STR("Pouvoir"));
	json_finish(&j);
	assert_true(out.full);
	buf_done(&out);
}

static void key_missing(void)
{
	struct json j;

	begin(&j, JSON_LINE);
	json_int(&j, NULL, 1);
}

static void key_in_array(void)
{
	struct json j;

	begin(&j, JSON_LINE);
	json_array(&j, "a");
	json_int(&j, "a", 1);
}

static void second_object(void)
{
	struct json j;

	begin(&j, JSON_LINE);
	json_finish(&j);
	json_int(&j, "a", 1);
}

static void ended_too_soon(void)
{
	struct json j;

	begin(&j, JSON_LINE);
	json_end(&j);
}

static void too_deep(void)
{
	struct json j;

	begin(&j, JSON_LINE);
	for (int i = 1; i <= JSON_DEPTH; i++)
		json_array(&j, i == 1 ? "a" : NULL);
}

static void left_open(void)
{
	struct json j;

	begin(&j, JSON_LINE);
	json_array(&j, "a");
	json_finish(&j);
}

static void assert_aborts(void (*what)(void))
{
	pid_t child = fork();
	if (child == 0) {
		struct rlimit none = { 0, 0 };
		setrlimit(RLIMIT_CORE, &none);
		signal(SIGABRT, SIG_DFL);
		what();
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

TEST(test_json__a_wrong_order_of_calls_aborts)
{
	assert_aborts(key_missing);
	assert_aborts(key_in_array);
	assert_aborts(second_object);
	assert_aborts(ended_too_soon);
	assert_aborts(too_deep);
	assert_aborts(left_open);
}

static void keep_member(void *ctx, struct str parent, struct str key, struct str value)
{
	struct buf *b = ctx;

	buf_printf(b, "%.*s/%.*s=%.*s;", STR_ARG(parent), STR_ARG(key), STR_ARG(value));
}

static enum err_code read_all(struct str s, struct err *e)
{
	*e = (struct err){ 0 };
	buf_init(&out, 100000);
	return json_read(s, keep_member, &out, e) ? ERR_NONE : e->code;
}

TEST(test_json__texts_and_whole_numbers_of_two_levels_are_read)
{
	struct err e;

	assert_int_equal(read_all(STR("{\"a\": \"\\u00e9\", \"n\": -7, \"x\": 1.5, \"v\": null, \"l\": [\"b\"], \"d\": {\"k\": \"c\", \"e\": {\"f\": \"g\"}}}"), &e), ERR_NONE);
	assert_str(buf_view(&out), "/a=\303\251;/n=-7;l/=b;d/k=c;");
	buf_done(&out);
}

TEST(test_json__what_is_no_whole_object_gives_nothing)
{
	const struct { struct str s; unsigned line; } bad[] = {
		{ STR(""), 1 }, { STR("null"), 1 }, { STR("[1]"), 1 }, { STR("{\"a\": \"b\""), 1 }, { STR("{\"a\": \"b\"} x"), 1 },
		{ STR("{\n\"a\": \"b\",\n\"a\": \"c\"}"), 3 }, { STR("{\"a\": \"\xe9\"}"), 1 }, { STR("{\"a\": \"\\ud800\"}"), 1 },
		{ STR("{\"a\": \"\\u0000\"}"), 1 }, { STR("{\"a\": \"\0\"}"), 1 }, { STR("{\"a\": 1e999}"), 1 }, { STR("{\"a\": 99999999999999999999}"), 1 },
		{ STR("{'a': 'b'}"), 1 }, { STR("{\"a\": \"b\",}"), 1 },
	};
	struct err e;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_int_equal(read_all(bad[i].s, &e), ERR_SYNTAX);
		assert_int_equal(e.line, bad[i].line);
		assert_int_equal(out.n, 0);
		buf_done(&out);
	}
}

TEST(test_json__levels_at_both_sides_of_the_limit)
{
	for (size_t levels = LIMIT_SIDE_DEPTH; levels <= 1000000; levels = levels == LIMIT_SIDE_DEPTH ? levels + 1 : levels * 100) {
		struct buf deep;
		struct err e;

		buf_init(&deep, 20 * MIB);
		buf_c(&deep, "{\"ok\": \"a\\\"[\", \"l\": ");
		for (size_t i = 1; i < levels; i++)
			buf_char(&deep, '[');
		for (size_t i = 1; i < levels; i++)
			buf_char(&deep, ']');
		buf_char(&deep, '}');
		assert_int_equal(read_all(buf_view(&deep), &e), levels == LIMIT_SIDE_DEPTH ? ERR_NONE : ERR_LIMIT);
		buf_done(&out);
		buf_done(&deep);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_json__keys_stay_in_the_order_given),
		cmocka_unit_test(test_json__indented),
		cmocka_unit_test(test_json__strings_are_ascii),
		cmocka_unit_test(test_json__invalid_bytes_become_fffd),
		cmocka_unit_test(test_json__any_bytes_give_one_printable_line),
		cmocka_unit_test(test_json__integers_at_both_ends),
		cmocka_unit_test(test_json__members_without_braces),
		cmocka_unit_test(test_json__a_full_buffer_says_so),
		cmocka_unit_test(test_json__a_wrong_order_of_calls_aborts),
		cmocka_unit_test(test_json__texts_and_whole_numbers_of_two_levels_are_read),
		cmocka_unit_test(test_json__what_is_no_whole_object_gives_nothing),
		cmocka_unit_test(test_json__levels_at_both_sides_of_the_limit),
	};
	return RUN(tests);
}
