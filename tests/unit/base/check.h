/* SPDX-License-Identifier: EUPL-1.2 */
/* What every unit test of base/ begins with: cmocka in its order, and a few short ways to write a check. */
#ifndef SCRUTATEUR_TEST_CHECK_H
#define SCRUTATEUR_TEST_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "err.h"

#define TEST(name) static void name(void **state __attribute__((unused)))
#define RUN(tests) cmocka_run_group_tests((tests), NULL, NULL)

#define assert_str(s, literal) assert_str_at((s), "" literal, sizeof(literal) - 1, __FILE__, __LINE__)
static inline void assert_str_at(struct str s, const char *want, size_t n, const char *file, int line)
{
	if (s.n == n && (n == 0 || memcmp(s.p, want, n) == 0))
		return;
	print_error("\"%.*s\" is not \"%.*s\"\n", (int)s.n, s.p ? s.p : "", (int)n, want);
	_fail(file, line);
}

#define assert_contains(text, part) assert_contains_at((text), (part), __FILE__, __LINE__)
static inline void assert_contains_at(const char *text, const char *part, const char *file, int line)
{
	if (strstr(text, part))
		return;
	print_error("\"%s\" is not in \"%s\"\n", part, text);
	_fail(file, line);
}

#define assert_place(e, l, c)                                                                                          \
	do {                                                                                                           \
		assert_int_equal((e).line, (l));                                                                       \
		assert_int_equal((e).col, (c));                                                                        \
	} while (0)

#endif
