/* SPDX-License-Identifier: EUPL-1.2 */
/* Whether the service deserves its watchdog (ROBUST C-03): a loop that turns is not enough, documents must move on.
 *
 * Not the age of the oldest document: a backlog of scans may wait for hours in good order. What may not be is that work
 * waits and nothing at all is begun or ended for longer than the slowest document is allowed to take.
 */
#ifndef SCRUTATEUR_PULSE_H
#define SCRUTATEUR_PULSE_H

#include "conf.h"

struct pulse {
	int64_t moved_ms; /* monotonic: when a document last was begun or ended, or the first one came to an empty queue */
};
/* What a document may take at most, and a margin. Milliseconds. */
int64_t pulse_patience_ms(const struct conf *c);
/* `waits`: documents are not decided yet. `idle`: nothing can be judged and the operator was told (no rules, ledger down,
 * stop under way). False: the watchdog must not be fed. */
bool pulse_beats(const struct pulse *p, int64_t now_ms, int64_t patience_ms, bool waits, bool idle);

#endif
