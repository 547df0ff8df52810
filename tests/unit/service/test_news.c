/* SPDX-License-Identifier: EUPL-1.2 */
/* One fact, one line; priorities only for the journal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_news__plain_on_a_terminal),
		cmocka_unit_test(test_news__priority_for_the_journal),
		cmocka_unit_test(test_news__one_line_whatever_it_says),
		cmocka_unit_test(test_news__long_lines_are_cut),
	};
	return cmocka_run_group_tests_name("news", tests, NULL, NULL);
}
