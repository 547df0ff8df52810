/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the making anew of a ledger: ledger_rebuild.c takes lines, rebuild_end.c ends it. */
#ifndef SCRUTATEUR_REBUILD_PRIV_H
#define SCRUTATEUR_REBUILD_PRIV_H

#include "arena.h"
#include "buf.h"
#include "ledger_priv.h"
#include "record_read.h"

#define WRITTEN_AT_ONCE 10000 /* documents and lines in one transaction */
#define LOST_BYTES (4 * KIB)

struct rebuild {
	struct ledger *l;
	struct arena a;          /* of one line */
	struct buf lost;
	int64_t written, seq, last_us; /* seq, last_us: of the last record */
	int64_t broken_at;             /* the first record that does not name the one before it; 0 none */
	char prev[DIGEST_HEX];
	int64_t covered_from_us; /* since then no record is missing */
	bool open, restarted;    /* open: a transaction is */
};

/* What is open, if anything is. */
bool rebuild_commit(struct rebuild *r, struct err *e);

#endif
