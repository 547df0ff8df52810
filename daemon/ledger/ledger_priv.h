/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the ledger room: prepared queries with typed arguments, transactions, SQLite's failures in our words. */
#ifndef SCRUTATEUR_LEDGER_PRIV_H
#define SCRUTATEUR_LEDGER_PRIV_H

#include <sqlite3.h>

#include "hash.h"
#include "place_priv.h"

enum query { /* in ledger_sql.c */
	Q_BEGIN, Q_TOGETHER, Q_COMMIT, Q_ROLLBACK,
	Q_RECEIVE, Q_RECEIVE_SIDE, Q_RECEIVE_ANNEX, Q_SIDES, Q_TOOK, Q_TOOK_BESIDE, Q_KNOWS, Q_FIRST, Q_NAMED, Q_WAITING, Q_DOCUMENT, Q_ATTEMPT, Q_ATTEMPTS, Q_UNATTEMPT,
	Q_REFUSED, Q_GIVE_BACK, Q_WITHDRAW,
	Q_JUDGED, Q_READING, Q_VERDICT, Q_JUDGED_WITH, Q_JUDGED_BEFORE, Q_SEEN_AGAIN,
	Q_DEPOSIT, Q_NEW_DEPOSIT, Q_DROPPED_AGAIN,
	Q_OCCURRENCE, Q_SET_OCCURRENCE, Q_ALERT, Q_SET_ALERT, Q_ALERT_AGAIN, Q_OPEN, Q_LIFTED, Q_OVERTAKEN, Q_LIFT_ALERT,
	Q_CHAIN, Q_SET_CHAIN, Q_FLIGHT, Q_SET_META, Q_RECORD,
	Q_FOUND, Q_TOLD_OF, Q_TOLD_JUDGED, Q_TOLD_REFUSED, Q_TOLD_NAME, Q_TOLD_ALERT, Q_TOLD_LIFTED, Q_TOLD_DEPOSIT, Q_TOLD_RECORD, Q_LINE, Q_HAS_ID,
	Q_FORGET_RECORDS, Q_UNTOLD, Q_WAIT_AGAIN, Q_FORGET_VERDICTS, Q_SUMS, Q_IN_SERVICE, Q_SET_IN_SERVICE, Q_STRIKE, Q_STRIKES, Q_STRIKES_OF, Q_LIFT, Q_EXEMPTED,
	Q_DUE, Q_DELIVERED = Q_DUE + SINK_KINDS, Q_COUNT_STATES = Q_DELIVERED + SINK_KINDS, Q_COUNT_DUE, Q_LOOK, Q_COUNT
};

struct ledger {
	sqlite3 *db;
	char *path;
	struct ledger_still still;
	struct ledger_file beside[LEDGER_BESIDE]; /* as they were when it was opened */
	sqlite3_stmt *prepared[Q_COUNT];
	char host[65];
	int patience_ms; /* of a write */
	bool held, together, shut, mixed; /* another process writes, as the last one found; ledger_ask_together; it could not be opened again; its log is of another database */
};

#define LEDGER_SYNCED "PRAGMA synchronous = FULL" /* a commit is on the disk when it returns */
#define LEDGER_VERSION 8
/* LEDGER_MIGRATIONS[v] takes a ledger of version v to v + 1. */
extern const char *const LEDGER_MIGRATIONS[LEDGER_VERSION];

struct arg {
	enum { ARG_NULL, ARG_INT, ARG_TEXT, ARG_BLOB } kind;
	int64_t number;
	struct str text;
};
static inline struct arg arg_int(int64_t v)
{
	return (struct arg){ .kind = ARG_INT, .number = v };
}
static inline struct arg arg_text(struct str s) /* an empty text is NULL */
{
	return (struct arg){ .kind = s.n ? ARG_TEXT : ARG_NULL, .text = s };
}
static inline struct arg arg_c(const char *s)
{
	return arg_text(str_c(s));
}
static inline struct arg arg_blob(struct str s)
{
	return (struct arg){ .kind = ARG_BLOB, .text = s };
}
#define ARGS(...) \
	((const struct arg[]){ __VA_ARGS__ }), (sizeof((const struct arg[]){ __VA_ARGS__ }) / sizeof(struct arg))
#define NO_ARGS NULL, 0
const char *ledger_files(void); /* ledger_wal.c: SQLite's files, of which the log is written many frames at a time; NULL: as usual */
/* What user_version says, once it is certain that this is a ledger this program can read. */
bool ledger_check_version(struct ledger *l, const char *path, int64_t *ret, struct err *e);
/* ledger_read.c: read only, whoever may be writing. *ret_version is looked at by the caller. Close with ledger_unread in all cases. */
bool ledger_read(struct ledger *l, const char *path, int64_t *ret_version, struct err *e);
void ledger_unread(struct ledger *l);
/* SQLITE_OK, or what SQLite says. */
int ledger_bind(sqlite3_stmt *st, int i, const struct arg *v);
bool ledger_fail(const struct ledger *l, struct err *e, const char *what);
/* Run a query that gives no rows. */
bool ledger_run(struct ledger *l, enum query q, const struct arg *args, size_t n, struct err *e);
/* Bind and take the first row; NULL = failed. The statement is to be handed to ledger_end when its row was read. */
sqlite3_stmt *ledger_ask(struct ledger *l, enum query q, const struct arg *args, size_t n, bool *ret_row,
			 struct err *e);
bool ledger_next(struct ledger *l, sqlite3_stmt *st, bool *ret_row, struct err *e); /* the next row */
void ledger_end(sqlite3_stmt *st);
/* View of a column, valid until the next step. */
struct str ledger_column(sqlite3_stmt *st, int i);

/* Inside a transaction: a document, what came with it, and its number. */
bool ledger_insert(struct ledger *l, struct ledger_document *d, struct err *e);
bool ledger_begin(struct ledger *l, struct err *e);
/* Commit when `done`, else roll back; returns whether it is committed. */
bool ledger_finish(struct ledger *l, bool done, struct err *e);

/* Appending records in one transaction: read the chain, add lines, write the chain back. */
struct chain {
	int64_t seq;
	char prev[DIGEST_HEX]; /* "" before the first */
	int64_t now;
	unsigned sinks;
};
bool ledger_chain_load(struct ledger *l, unsigned sinks, struct chain *ret, struct err *e);
bool ledger_chain_store(struct ledger *l, const struct chain *c, struct err *e);
struct sealing {
	int64_t document;    /* 0 = none */
	int64_t received_us, deposit, seen_count, seen_first_us;
	const char *state;
	const char *ruleset, *judged_with, *seance; /* as in struct record_seal */
};
bool ledger_chain_add(struct ledger *l, struct chain *c, const struct record_parts *p, const struct sealing *s, struct err *e);

/* ledger_corrections.c: the alerts on the acts of a document, judged but for its last record, that do not hold: not found in it, or found
 * in it and not in a version of the act that was dropped later and judged sooner. */
struct judging {
	struct ledger *l;
	const struct ledger_judgement *j;
	struct chain chain;
	char sha256[65];
	int64_t received_us;
	bool came_before; /* its content */
};
bool ledger_correct(struct judging *g, struct err *e);
bool ledger_is_new_act(const struct ledger_judgement *j, const struct record_parts *p); /* findings come act by act: the first of its act? */
bool ledger_line(struct judging *g, const struct record_parts *p, struct sealing *s, struct err *e); /* in the outbox */

#endif
