/* SPDX-License-Identifier: EUPL-1.2 */
/* One fact, one line; priorities only for the journal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "news.h"

static char line[8192];

/* What one news() writes on standard error. */
static const char *said(const char *text)
{
	int p[2], stderr_copy = dup(STDERR_FILENO);

	assert_int_equal(pipe(p), 0);
	dup2(p[1], STDERR_FILENO);
	news(NEWS_WARNING, "%s", text);
	dup2(stderr_copy, STDERR_FILENO);
	close(stderr_copy);
	close(p[1]);
	ssize_t n = read(p[0], line, sizeof line - 1);
	close(p[0]);
	line[n > 0 ? n : 0] = '\0';
	return line;
}

static void test_news__plain_on_a_terminal(void **state)
{
	(void)state;
	unsetenv("JOURNAL_STREAM");
	assert_string_equal(said("règle refusée"), "règle refusée\n");
}

static void test_news__priority_for_the_journal(void **state)
{
	(void)state;
	setenv("JOURNAL_STREAM", "8:123", 1);
	assert_string_equal(said("règle refusée"), "<4>règle refusée\n");
	unsetenv("JOURNAL_STREAM");
}

static void test_news__one_line_whatever_it_says(void **state)
{
	(void)state;
	assert_string_equal(said("un\n<0>deux\n"), "un <0>deux \n");
}

static void test_news__long_lines_are_cut(void **state)
{
	(void)state;
	static char text[5000];

	memset(text, 'x', sizeof text - 1);
	const char *got = said(text);
	assert_true(strlen(got) < 2100);
	assert_int_equal(got[strlen(got) - 1], '\n');
}

static void test_news__the_last_ones_are_kept(void **state)
{
	(void)state;
	struct news_item last[NEWS_KEPT];
	uint64_t errors, warnings, before, ignored;
	char text[32];

	(void)news_last(last, &ignored, &before);
	for (unsigned i = 0; i < NEWS_KEPT + 3; i++) {
		snprintf(text, sizeof text, "fait %u\nsuite", i);
		(void)said(text);
	}
	news(NEWS_NOTICE, "rien");
	assert_int_equal(news_last(last, &errors, &warnings), NEWS_KEPT);
	assert_int_equal(errors, 0);
	assert_int_equal(warnings, before + NEWS_KEPT + 3);
	assert_string_equal(last[0].text, "fait 14 suite");
	assert_string_equal(last[NEWS_KEPT - 1].text, "fait 3 suite");
	assert_true(last[0].level == NEWS_WARNING && last[0].at_us >= last[1].at_us);
}

/* Its beginning, no character cut in two, and that there was more. */
static void test_news__a_long_one_is_kept_in_part(void **state)
{
	(void)state;
	struct news_item last[NEWS_KEPT];
	uint64_t errors, warnings;
	char text[1001];

	for (size_t i = 0; i < 500; i++)
		memcpy(text + 2 * i, "\xc3\xa9", 2);
	text[1000] = '\0';
	(void)said(text);
	(void)news_last(last, &errors, &warnings);
	assert_int_equal(strlen(last[0].text), 399);
	assert_string_equal(last[0].text + 394, "\xc3\xa9…");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_news__plain_on_a_terminal),
		cmocka_unit_test(test_news__priority_for_the_journal),
		cmocka_unit_test(test_news__one_line_whatever_it_says),
		cmocka_unit_test(test_news__long_lines_are_cut),
		cmocka_unit_test(test_news__the_last_ones_are_kept),
		cmocka_unit_test(test_news__a_long_one_is_kept_in_part),
	};
	return cmocka_run_group_tests_name("news", tests, NULL, NULL);
}
