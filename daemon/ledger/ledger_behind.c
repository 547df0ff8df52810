/* SPDX-License-Identifier: EUPL-1.2 */
/* A ledger that is older than what was told: a backup put back. Its numbers must not be given twice: whoever makes it anew later reads one chain. */
#include <inttypes.h>
#include <stdio.h>

#include "behind.h"
#include "ledger_priv.h"
#include "rebuild.h"

#define META_BEHIND "anterieur" /* meta.name: which records were told that this ledger has never known, "61-100" */

static bool read_last(struct ledger *l, struct ledger_last *ret, struct err *e)
{
	static const char LAST[] = "SELECT (SELECT value FROM meta WHERE name = 'seq'), (SELECT value FROM meta WHERE name = '" META_BEHIND "'),"
				   " (SELECT id FROM record ORDER BY seq DESC LIMIT 1), (SELECT received_us FROM document ORDER BY id DESC LIMIT 1)";
	sqlite3_stmt *st = NULL;
	const bool row = sqlite3_prepare_v2(l->db, LAST, -1, &st, NULL) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW;

	if (row) {
		*ret = (struct ledger_last){ .seq = sqlite3_column_int64(st, 0), .received_us = sqlite3_column_int64(st, 3), .behind = ledger_column(st, 1).n > 0 };
		(void)snprintf(ret->id, sizeof ret->id, "%.*s", STR_ARG(ledger_column(st, 2)));
	} else {
		(void)ledger_fail(l, e, "lecture du dernier enregistrement");
	}
	(void)sqlite3_finalize(st);
	return row;
}

bool ledger_last(const char *path, struct ledger_last *ret, struct err *e)
{
	struct ledger l;
	int64_t version = 0;
	const bool done = ledger_read(&l, path, &version, e) && read_last(&l, ret, e);

	ledger_unread(&l);
	return done;
}

/* Noted as lost, as in a ledger that was made anew: whoever follows the chain passes over them. */
static bool note_lost(struct ledger *l, const char *range, struct err *e)
{
	static const char ADD[] = "INSERT INTO meta (name, value) VALUES ('" META_LOST "', ?1) ON CONFLICT DO UPDATE SET value = value || ', ' || excluded.value";
	sqlite3_stmt *st = NULL;
	const bool done = sqlite3_prepare_v2(l->db, ADD, -1, &st, NULL) == SQLITE_OK && sqlite3_bind_text(st, 1, range, -1, SQLITE_TRANSIENT) == SQLITE_OK &&
			  sqlite3_step(st) == SQLITE_DONE;

	if (!done)
		(void)ledger_fail(l, e, "inscription de ce qui manque");
	(void)sqlite3_finalize(st);
	return done && ledger_run(l, Q_SET_META, ARGS(arg_c(META_BEHIND), arg_c(range)), e);
}

static bool skip(struct ledger *l, int64_t seq, const char *prev, struct err *e)
{
	struct chain c;
	char range[64];

	if (!ledger_chain_load(l, 0, &c, e))
		return false;
	(void)snprintf(range, sizeof range, "%" PRId64 "-%" PRId64, c.seq + 1, seq);
	c.seq = seq;
	(void)snprintf(c.prev, sizeof c.prev, "%s", prev);
	return note_lost(l, range, e) && ledger_chain_store(l, &c, e);
}

bool ledger_skip_to(struct ledger *l, int64_t seq, const char *prev, struct err *e)
{
	return ledger_begin(l, e) && ledger_finish(l, skip(l, seq, prev, e), e);
}
