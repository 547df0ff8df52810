/* SPDX-License-Identifier: EUPL-1.2 */
/* The two clocks, as integers. Durations, deadlines and pauses are measured on the steady one, which nobody sets; only what is
 * written down for people (received, sealed, first seen) is the time of day. Neither can fail. */
#ifndef SCRUTATEUR_CLOCK_H
#define SCRUTATEUR_CLOCK_H

#include <stdint.h>

int64_t clock_ms(void);     /* steady milliseconds, from an arbitrary start */
int64_t clock_us(void);     /* steady microseconds, same start */
int64_t clock_day_us(void); /* microseconds since 1970-01-01 UTC; may jump when the machine's clock is set */

#endif
