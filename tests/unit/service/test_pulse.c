/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pulse.h"

static void test_pulse__both_sides_of_the_patience(void **state)
{
	(void)state;
	const struct pulse p = { .moved_ms = 1000 };

	assert_true(pulse_beats(&p, 1000 + 60, 60, true, false));
	assert_false(pulse_beats(&p, 1000 + 61, 60, true, false));
}

static void test_pulse__nothing_waits_or_it_is_known_why(void **state)
{
	(void)state;
	const struct pulse p = { .moved_ms = 0 };

	assert_true(pulse_beats(&p, 1000000, 60, false, false));
	assert_true(pulse_beats(&p, 1000000, 60, true, true));
}

/* A scan of as many pages as are allowed must not look like a standstill. */
static void test_pulse__recognition_is_waited_for(void **state)
{
	(void)state;
	struct conf c = { .ocr = { .actif = false, .duree_s = 900 } };
	const int64_t without = pulse_patience_ms(&c);

	assert_in_range(without, LIMIT_CHILD_TOTAL_MS + 1, 120000);
	c.ocr.actif = true;
	assert_int_equal(pulse_patience_ms(&c), without + 900000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pulse__both_sides_of_the_patience),
		cmocka_unit_test(test_pulse__nothing_waits_or_it_is_known_why),
		cmocka_unit_test(test_pulse__recognition_is_waited_for),
	};
	return cmocka_run_group_tests_name("pulse", tests, NULL, NULL);
}
