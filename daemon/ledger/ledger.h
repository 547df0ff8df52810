/* SPDX-License-Identifier: EUPL-1.2 */
/* The ledger: what has been received, tried, read, decided and sent. SQLite (WAL, synchronous=FULL), one file
 * `registre.sqlite` in the state directory; the only room that sees sqlite3.h. Readable by others while the daemon
 * runs. Schema in ledger_schema.c, versioned.
 *
 * A document's life: ATTENTE (copied to the spool, drop file may go) → JUGE | REFUSE. Attempts are counted before they
 * are made. One call = one transaction. Every failure is ERR_STATE, ERR_SYS, ERR_DAMAGED or (a record that is too long) ERR_LIMIT,
 * and leaves the ledger as it was. A connection must not be used on the other side of a fork.
 */
#ifndef SCRUTATEUR_LEDGER_H
#define SCRUTATEUR_LEDGER_H

#include "bounds.h"
#include "record.h"
#include "sink.h"

#define LEDGER_NAME "registre.sqlite" /* in the state directory */
struct ledger;
bool ledger_is_there(const char *path, struct err *e); /* never opens it: SQLite waits for a FIFO for ever. ERR_STATE: no file; ERR_VALUE: another kind of one */
/* Creates, migrates older schemas. ERR_VALUE: of a newer program, or no ledger of ours; nothing was changed. */
struct ledger *ledger_open(const char *path, struct err *e);
/* The same; `fn`, which must not call the ledger, is called again and again while an older one is migrated, or checked (from == to: it is younger than its log). */
typedef void (*ledger_migrating_fn)(void *ctx, int from, int to);
struct ledger *ledger_open_slowly(const char *path, ledger_migrating_fn fn, void *ctx, struct err *e);
void ledger_close(struct ledger *l);
void ledger_ask_together(struct ledger *l); /* what is asked until ledger_asked, or a write, sees one state and locks once; not while the loop waits */
void ledger_asked(struct ledger *l);
/* How long a write waits for another process that writes (LIMIT_LEDGER_WAIT_MS, unless said); while that one goes on, the next fail at once. */
void ledger_wait_at_most(struct ledger *l, int ms);
/* A side file of a document (base/side.h), in the order of its number: the first is NAME.cote1. */
struct ledger_side {
	const char *nom;     /* in the drop, bytes as they were; borrowed until the callback returns */
	char sha256[65];
	int64_t octets;
};
struct ledger_document {
	int64_t id;
	char spool[128], sha256[65]; /* spool: name there */
	const char *nom;     /* file name in the drop, bytes as they were; borrowed until the callback returns */
	int64_t octets, recu_us;
	int attempts;
	char origin[96];     /* the drop file: device, inode, size, mtime as text; "" = not known. Written, not read back */
	int64_t changed_ns;  /* its ctime */
	unsigned sides_n;
	struct ledger_side sides[LIMIT_SIDE_FILES]; /* these and the next: written, not read back; ledger_sides gives them */
	const struct ledger_side *annexes; /* kept in annexes/ and not read */
	unsigned annexes_n;
};
/* Record a copied file as waiting, with its side files and annexes. *ret_id is its number. For repeats a document is its own SHA-256; but side files
 * are read with it: with others than before (by their hashes, in whatever order) it is to be judged again. */
bool ledger_receive(struct ledger *l, const struct ledger_document *d, int64_t *ret_id, struct err *e);
bool ledger_receive_all(struct ledger *l, struct ledger_document *d, size_t n, struct err *e); /* all or none; each gets its number in d[i].id */
/* Was this very drop file recorded before (same content, origin, name and ctime), and with it the content of each of its side files and
 * annexes? Asked of one that outlived a crash: under the name it leaves by, whose making changed its ctime, d->nom is NULL and neither
 * counts; it may then have been a side file or an annex itself. Without origin and name the content alone is looked for. */
bool ledger_took(struct ledger *l, const struct ledger_document *d, bool *ret, struct err *e);
bool ledger_knows(struct ledger *l, const char *spool, bool *ret, struct err *e); /* is there a row for this spool name? */
bool ledger_first(struct ledger *l, char ret_spool[128], struct err *e); /* the oldest spool name of all; "" when there is none */
/* The last document whose name in the drop fits the pattern (SQLite's GLOB), and its state; *ret_id 0: none does. */
bool ledger_named(struct ledger *l, const char *pattern, int64_t *ret_id, char ret_name[256], char ret_state[8], struct err *e);
/* Waiting documents, oldest first, at most `max`, id above `after`. `fn` must not call the ledger's writers. */
typedef void (*ledger_document_fn)(void *ctx, const struct ledger_document *d);
bool ledger_waiting(struct ledger *l, int64_t after, int max, ledger_document_fn fn, void *ctx, struct err *e);
/* The documents that were judged, each content once, oldest first; the ledger at `path` is only read, and may be of any version
 * and in use by the service. */
bool ledger_archived(const char *path, ledger_document_fn fn, void *ctx, struct err *e);
/* The side files of a document, by number. `fn` must not call the ledger. */
typedef void (*ledger_side_fn)(void *ctx, const struct ledger_side *side);
bool ledger_sides(struct ledger *l, int64_t id, ledger_side_fn fn, void *ctx, struct err *e);
/* Documents whose attempts are under way at the same moment. */
struct ledger_flight {
	int64_t ids[LIMIT_IN_FLIGHT_MAX + 1];
	unsigned n;
	int64_t suspect; /* the one among them, or among those that begin, that was in flight at an earlier death; 0: none */
};
/* One more attempt of each of `these` begins, while `others` are under way (together at most LIMIT_IN_FLIGHT_MAX + 1): committed before any
 * child is started, all or none. ret_attempts[i]: how many those->ids[i] has had with it. */
bool ledger_attempt(struct ledger *l, const struct ledger_flight *these, const struct ledger_flight *others, int ret_attempts[], struct err *e);
/* Attempts ended without the documents being to blame (host died, fork failed, stop): take them back, all or none. */
bool ledger_unattempt(struct ledger *l, const struct ledger_flight *these, struct err *e);
bool ledger_landed(struct ledger *l, struct err *e); /* an orderly stop: nothing is under way */
/* At the start: takes back the attempts that the death of the service cut short. *ret_suspects: their documents, each to be judged
 * alone. *ret_blamed: the one that was alone in flight, or the suspect of it, at LIMIT_DEATHS_ALONE deaths in a row, or 0. */
bool ledger_after_death(struct ledger *l, struct ledger_flight *ret_suspects, int64_t *ret_blamed, struct err *e);
struct ledger_judgement {
	int64_t id;
	bool refused;                        /* REFUSE instead of JUGE; then: */
	const char *refusal;                 /* the word */
	struct str reading;                  /* JSON contract, "" when refused */
	const struct record_parts *parts;    /* verdicts of all kinds (CONFORME and SANS_OBJET are kept in the ledger
					      * only), then the document or rejet record last */
	size_t parts_n;
	const char *ruleset;                 /* sha256 */
	const char *judged_with;             /* sha256 of all that decides beside the bytes; NULL: not to be relied upon later */
	int64_t same_as;                     /* not 0: nothing was judged, its bytes were in that document, and parts say so */
};
/* Reading, verdicts, fingerprints, sequence numbers, chain and outbox rows, in ONE transaction. The same occurrence/v1 with the same verdict, severity
 * and message makes no new line, it is only counted; the same alerte/v1 otherwise is `inchangee` or `modifiee`, or `nouvelle` again when it was
 * corrected in between or is of another séance's act of that number. An alert of the same acts that is not found any more gives a `correction`, when its
 * rule came to a conclusion. `sinks` is the mask of sinks that must get the lines (1 << enum sink_kind). ERR_STATE when the document is not ATTENTE. */
bool ledger_judge(struct ledger *l, const struct ledger_judgement *j, unsigned sinks, struct err *e);
bool ledger_judge_all(struct ledger *l, const struct ledger_judgement *const *all, size_t n, unsigned sinks, struct err *e); /* in their order; all or none */
/* Was this content judged before, with the same? *ret_id 0: no, or a rule did not come to an end on it, or its act was corrected in between. `name` (255 bytes of the drop,
 * terminated) and *ret_us say what that was called, and when. */
bool ledger_judged_before(struct ledger *l, const char *sha256, const char *judged_with, int64_t *ret_id, char name[256], int64_t *ret_us, struct err *e);
bool ledger_event(struct ledger *l, const struct record_parts *p, unsigned sinks, struct err *e); /* a record that belongs to no document of it */

/* The outbox. Rows due to sink `k`, in order, at most `max`; then mark up to `up_to_seq` as delivered (the one commit that waits for no sync). What
 * is not marked comes again, the same bytes. `r` lives until `fn` returns, false stops the walk; `fn` must not call the ledger. */
typedef bool (*ledger_due_fn)(void *ctx, int64_t seq, const struct sink_record *r);
bool ledger_due(struct ledger *l, enum sink_kind k, int max, ledger_due_fn fn, void *ctx, struct err *e);
bool ledger_delivered(struct ledger *l, enum sink_kind k, int64_t up_to_seq, struct err *e);
struct ledger_counts {
	int64_t attente, juges, refuses, a_livrer; /* the last: deliveries still to make, over all sinks */
};
bool ledger_count(struct ledger *l, struct ledger_counts *ret, struct err *e);
/* When the oldest document that waits was received (0: none), and what each sink must still get. */
bool ledger_look(struct ledger *l, int64_t *ret_oldest_us, int64_t ret_due[SINK_KINDS], struct err *e);

#endif
