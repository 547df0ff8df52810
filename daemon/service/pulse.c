/* SPDX-License-Identifier: EUPL-1.2 */
#include "pulse.h"

#include "extract.h"

#define MARGIN_MS 30000 /* a host that is condemned, started anew, and tries again */

int64_t pulse_patience_ms(const struct conf *c)
{
	return LIMIT_CHILD_TOTAL_MS + extract_longest_ms(c) + MARGIN_MS;
}

bool pulse_beats(const struct pulse *p, int64_t now_ms, int64_t patience_ms, bool waits, bool idle)
{
	return !waits || idle || now_ms - p->moved_ms <= patience_ms;
}
