/* SPDX-License-Identifier: EUPL-1.2 */
/* The attempts are withdrawn, not removed: that a document was refused, and when, stays in the records. */
#include <stdio.h>

#include "give_back.h"
#include "ledger_priv.h"

bool ledger_refused(struct ledger *l, const char *what, ledger_refused_fn fn, void *ctx, struct err *e)
{
	bool row, done = true;
	sqlite3_stmt *st = ledger_ask(l, Q_REFUSED, ARGS(arg_c(what), arg_blob(str_c(what))), &row, e);

	if (!st)
		return false;
	while (done && row) {
		struct ledger_document d = { .id = sqlite3_column_int64(st, 0), .nom = (const char *)sqlite3_column_text(st, 2) };

		(void)snprintf(d.spool, sizeof d.spool, "%.*s", STR_ARG(ledger_column(st, 1)));
		fn(ctx, &d, (const char *)sqlite3_column_text(st, 3));
		done = ledger_next(l, st, &row, e);
	}
	ledger_end(st);
	return done;
}

static bool give_back(struct ledger *l, int64_t id, struct err *e)
{
	return (ledger_run(l, Q_GIVE_BACK, ARGS(arg_int(id)), e) &&
		(sqlite3_changes(l->db) == 1 || err_set(e, ERR_STATE, "le document %lld n'est pas en quarantaine", (long long)id))) &&
	       ledger_run(l, Q_WITHDRAW, ARGS(arg_int(id)), e);
}

bool ledger_give_back(struct ledger *l, int64_t id, const struct record_parts *p, unsigned sinks, struct err *e)
{
	struct sealing none = { 0 };
	struct chain c;

	return ledger_begin(l, e) &&
	       ledger_finish(l,
			     give_back(l, id, e) && ledger_chain_load(l, sinks, &c, e) && ledger_chain_add(l, &c, p, &none, e) &&
				     ledger_chain_store(l, &c, e),
			     e);
}
