/* SPDX-License-Identifier: EUPL-1.2 */
/* A ledger made anew, from what is on disk: the files of the state directory say which documents there are and what became of them, the lines
 * of the alert file (oldest first) what was told of them. What neither says is not invented: it stays NULL, and `origin` marks the row
 * (REBUILT). Readings, verdicts that told nobody anything, strikes and attempts are gone. Failures as in ledger.h.
 *
 * It is made beside the old one, in a directory that is emptied at the start; rebuild_end leaves it, whole and synced, as LEDGER_NEXT in the state
 * directory. That name is the decision: whoever holds the lock puts it in the place of the old one (rebuild_take_over), at once or after a crash.
 */
#ifndef SCRUTATEUR_REBUILD_H
#define SCRUTATEUR_REBUILD_H

#include "ledger.h"

#define LEDGER_NEXT LEDGER_NAME ".nouveau"
#define REBUILT "reconstruit" /* document.origin; of one act: then ':' and its act_key */
#define SPOOL_GONE "sans-fichier-" /* document.spool of one that was told of and whose file is not there; then a number of its own */
#define META_LOST "perdus"         /* meta.name: which records a ledger made anew does not have, "1-120, 305" */

enum ledger_health { LEDGER_LOST, LEDGER_SOUND, LEDGER_DAMAGED };
/* Reads all of it. ERR_VALUE: of a newer program; ERR_SYS: it may not be read. *why says what is damaged. */
bool ledger_look_at(const char *path, enum ledger_health *ret, struct err *why, struct err *e);

struct rebuild;
/* `path`: where it is made. */
struct rebuild *rebuild_begin(const char *path, struct err *e);
void rebuild_free(struct rebuild *r);

/* Documents first, in the order in which they came. `refusal`: it is in quarantine; else it was judged, or waits. */
bool rebuild_document(struct rebuild *r, const struct ledger_document *d, bool waits, const char *refusal, struct err *e);
enum rebuild_line { REBUILD_TAKEN, REBUILD_KNOWN, REBUILD_UNREADABLE };
/* A line without its LF. REBUILD_KNOWN: a crash had repeated it. REBUILD_UNREADABLE: also one whose number is not that of its place in the chain, or whose id is
 * another record's. ERR_STATE: older than the one before, and not the same as then. */
bool rebuild_line(struct rebuild *r, struct str line, enum rebuild_line *ret, struct err *e);
/* Documents that count as judged or (`refusal`) refused, came while no record is missing, and of which none tells the end: nobody heard of it. They
 * wait again, and their files are the caller's to move. After the last line. */
typedef bool (*rebuild_untold_fn)(void *ctx, const char *spool, const char *refusal, struct err *e);
bool rebuild_untold(struct rebuild *r, rebuild_untold_fn fn, void *ctx, struct err *e);

struct rebuild_sums {
	int64_t juges, refuses, attente, undated, missing_file; /* undated: judged or refused, it is not known when; missing_file: told of, not there */
	int64_t records, seq;
	int64_t broken_at; /* the first record that does not name the one before it: one of the two was changed; 0 none */
	struct str lost; /* numbers of the records that were not found: "1-120, 305-306"; "" none */
	bool restarted;  /* the file holds more than one sequence of records: an earlier ledger was lost */
};
/* Valid until rebuild_end. */
bool rebuild_sum(struct rebuild *r, struct rebuild_sums *ret, struct err *e);
/* Adds the record `p` that tells of it, for the sinks of the mask, and publishes; `tmp` and `etat` are directories, the ledger is `tmp`/LEDGER_NAME.
 * Frees in all cases. */
bool rebuild_end(struct rebuild *r, const struct record_parts *p, unsigned sinks, int tmp, int etat, struct err *e);

/* By the holder of the lock: puts LEDGER_NEXT, if there is one, in its place. The files of the old one go to a directory of their own in `etat`,
 * whose name is *ret_aside ("" when there was nothing to put aside); *ret_done: there was one. Goes on where a crash cut it off. */
bool rebuild_take_over(int etat, char ret_aside[64], bool *ret_done, struct err *e);

#endif
