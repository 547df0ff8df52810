/* SPDX-License-Identifier: EUPL-1.2 */
/* Arrivals of a burst share their syncs. Private to the intake.
 *
 * An arrival is an act and what goes with it. The order of ROBUST D-01 holds for the group: every copy synced and closed, every
 * one published in attente/ (what goes with an act before the act), that directory synced, all recorded in one transaction of the ledger,
 * only then each removed from the drop, which is synced at the end of the turn. A group is closed when the turn of the loop ends, so that one
 * file alone waits for nobody, and at the limits below. When it fails as a whole, its arrivals stay in the drop and are tried one by one.
 */
#ifndef SCRUTATEUR_GROUP_H
#define SCRUTATEUR_GROUP_H

#include "take.h"

struct arrival {
	struct candidate *c;
	int folder;	      /* the directory of its pieces when it is a sub-directory of the drop (closed with it), else -1 */
	struct piece *pieces; /* the act, then side files, then annexes; its own */
	unsigned n;
	char *name;	      /* of the act, for people and the ledger; its own */
	struct taken_beside *beside; /* of the pieces behind the act; its own */
	char spool[17 + DIGEST_HEX];
	struct taken taken;
};
struct group {
	struct arrival at[LIMIT_GROUP];
	unsigned n, files, max; /* max: arrivals it may hold now, LIMIT_GROUP or 1 */
	unsigned serial;	/* names copies */
	uint64_t bytes;
};

/* An arrival of `n` pieces, all zero: name and look are the caller's to set. */
struct arrival arrival_new(struct candidate *c, int folder, unsigned n);
/* Copy it and keep it for the group. TAKE_DONE: it is the group's now, and its end is told to intake_ended; another end: it is told
 * there, now. Only the removal was missing: likewise. */
void group_add(struct intake *in, struct arrival *a);
/* Close the group: sync, publish, record, remove. */
void group_close(struct intake *in);

#endif
