/* SPDX-License-Identifier: EUPL-1.2 */
/* One file of an arrival: copied whole or not at all, synced, and in the end removed from where it was. Private to the intake.
 * The order of these, for a whole group of arrivals, is group.h's. */
#ifndef SCRUTATEUR_TAKE_H
#define SCRUTATEUR_TAKE_H

#include "candidates.h"
#include "intake.h"

struct take_dirs {
	int depot, tmp, attente, annexes;
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

struct piece {
	enum piece_role { PIECE_ACT, PIECE_SIDE, PIECE_ANNEX } role;
	struct candidate *c; /* of a loose side file, else NULL */
	char name[256]; /* in its directory */
	struct look look; /* that it must still have */
	char copy[24]; /* in tmp/, until it is published */
	int fd;	       /* of the copy, -1 once it is synced */
	struct digest sha256;
	uint64_t bytes;
	bool published;
};
/* Copy it from directory `from` to tmp/ under the name p->copy and begin to write it out; p->fd stays open. TAKE_DONE: as looked at, every
 * byte; TAKE_KEPT never. Otherwise no copy is left. */
enum take_end piece_copy(const struct take_dirs *d, int from, uint64_t max_bytes, struct piece *p, struct err *e);
/* Sync and close the copy. False: it must not be believed. */
bool piece_sync(struct piece *p, struct err *e);
/* Remove the name from its directory, by way of a name in the drop, if it still is what was copied. DONE (also when it has gone),
 * KEPT, STAYS, CHANGED. */
enum take_end piece_leave(int depot, int from, const struct piece *p, struct err *e);

#endif
