/* SPDX-License-Identifier: EUPL-1.2 */
/* The two clocks: which one each function reads, and in which unit. */
#include "check.h"

#include <time.h>

#include "clock.h"

static int64_t of(clockid_t which, int64_t per_second)
{
	struct timespec t;

	assert_int_equal(clock_gettime(which, &t), 0);
	return (int64_t)t.tv_sec * per_second + t.tv_nsec / (1000000000 / per_second);
}

/* Between two looks at the same clock by other means: wrong clock or wrong unit falls outside. */
TEST(test_clock__each_reads_its_own_clock)
{
	const int64_t us = of(CLOCK_MONOTONIC, 1000000), ms = of(CLOCK_MONOTONIC, 1000), day = of(CLOCK_REALTIME, 1000000);
	const int64_t got_us = clock_us(), got_ms = clock_ms(), got_day = clock_day_us();

	assert_true(us <= got_us && got_us <= of(CLOCK_MONOTONIC, 1000000));
	assert_true(ms <= got_ms && got_ms <= of(CLOCK_MONOTONIC, 1000));
	assert_true(day <= got_day && got_day <= of(CLOCK_REALTIME, 1000000));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_clock__each_reads_its_own_clock),
	};

	return RUN(tests);
}
