/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the ledger: what it remembers of its files. */
#ifndef SCRUTATEUR_PLACE_PRIV_H
#define SCRUTATEUR_PLACE_PRIV_H

#include <sqlite3.h>
#include <sys/types.h>
#include <time.h>
#include "place.h"
#include "rebuild.h"

#define LEDGER_BESIDE 2 /* files that SQLite keeps beside the database */
struct ledger_file {
	bool there;
	dev_t dev;
	ino_t ino;
};
/* The database between two checkpoints: nobody writes it. Whoever makes the next one, its generation (of its head, a number that the first commit after
 * each raises) is a later one; that of a copy is not. */
struct ledger_still {
	off_t size;
	struct timespec written;
	uint32_t generation;
	bool raised; /* is that of the next one later already? */
};
/* It was opened, and its files are those of now. */
void ledger_place(struct ledger *l);
/* In a transaction, and when it is committed. */
bool ledger_raise_generation(struct ledger *l, struct err *e);
void ledger_committed(struct ledger *l);
/* ledger_wal.c: did this connection write the database itself (a checkpoint) since this was asked last? True also where that is not known. And its generation, as it is in
 * the file; 0: none yet. */
bool ledger_wrote(sqlite3 *db);
uint32_t ledger_generation(sqlite3 *db);
/* May the log be one of another database: that one was put there since? */
bool ledger_may_be_mixed(const char *path);
/* ledger_health.c: every page is read. False: *e, nothing is known. */
bool ledger_check_pages(struct ledger *l, enum ledger_health *ret, struct err *why, struct err *e);
/* ledger_open.c: close it, and open it anew under the same path. */
void ledger_shut(struct ledger *l);
bool ledger_open_again(struct ledger *l, struct err *e);

#endif
