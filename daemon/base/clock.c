/* SPDX-License-Identifier: EUPL-1.2 */
#include "clock.h"

#include <time.h>

static int64_t us_of(clockid_t which)
{
	struct timespec t;

	(void)clock_gettime(which, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t clock_us(void)
{
	return us_of(CLOCK_MONOTONIC);
}

int64_t clock_ms(void)
{
	return clock_us() / 1000;
}

int64_t clock_day_us(void)
{
	return us_of(CLOCK_REALTIME);
}
