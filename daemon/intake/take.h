/* SPDX-License-Identifier: EUPL-1.2 */
/* One settled file: drop → spool, durably, in the order of ROBUST D-01. Private to the intake. */
#ifndef SCRUTATEUR_TAKE_H
#define SCRUTATEUR_TAKE_H

#include "candidates.h"
#include "intake.h"

struct take_dirs {
	int depot, tmp, attente;
};
enum take_end {
	TAKE_DONE,	 /* recorded, and its name is gone from the drop */
	TAKE_KEPT,	 /* recorded, but we have no right to remove its name: *e says why */
	TAKE_STAYS,	 /* recorded, but its name could not be removed this time: later */
	TAKE_CHANGED,	 /* not what was looked at any more: it settles again */
	TAKE_UNREADABLE, /* permission refused */
	TAKE_SOURCE,	 /* reading it failed: later */
	TAKE_OURS,	 /* our side failed (disk full, ledger): nothing can be taken for now */
};
enum take_end take(const struct take_dirs *d, const struct candidate *c, uint64_t max_bytes,
		   const struct intake_calls *calls, struct err *e);

#endif
