/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules over time: what was in service since when, what hit its limits, which exceptions served. Everything hangs on the hash of a rule's
 * text, so that a strike never outlives the text that earned it, and one that comes back finds its own again. */
#include "clock.h"
#include "ledger_priv.h"
#include "ledger_rules.h"

static bool ask_one(struct ledger *l, enum query q, const struct arg *args, size_t n, int64_t *ret, struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(l, q, args, n, &row, e);

	if (!st)
		return false;
	*ret = row ? sqlite3_column_int64(st, 0) : 0;
	ledger_end(st);
	return true;
}

bool ledger_in_service(struct ledger *l, const char *rule, const char *sha256, const char *version, int64_t *ret_since_us,
		       struct err *e)
{
	bool row, same;
	int64_t since = clock_day_us();
	ledger_asked(l);
	sqlite3_stmt *st = ledger_ask(l, Q_IN_SERVICE, ARGS(arg_c(rule)), &row, e);

	if (!st)
		return false;
	same = row && str_eq(ledger_column(st, 0), str_c(sha256));
	if (same)
		since = sqlite3_column_int64(st, 1);
	ledger_end(st);
	if (!same && !ledger_run(l, Q_SET_IN_SERVICE, ARGS(arg_c(rule), arg_c(sha256), arg_c(version), arg_int(since)), e))
		return false;
	*ret_since_us = since;
	return true;
}

bool ledger_strikes(struct ledger *l, const char *rule, const char *sha256, unsigned *ret_n, struct err *e)
{
	int64_t n;

	if (!ask_one(l, Q_STRIKES, ARGS(arg_c(rule), arg_c(sha256)), &n, e))
		return false;
	*ret_n = (unsigned)n;
	return true;
}

bool ledger_strike(struct ledger *l, const char *rule, const char *sha256, const char *document, const char *why, unsigned *ret_n,
		   struct err *e)
{
	ledger_asked(l);
	return ledger_run(l, Q_STRIKE, ARGS(arg_c(rule), arg_c(sha256), arg_c(document), arg_int(clock_day_us()), arg_c(why)), e) &&
	       ledger_strikes(l, rule, sha256, ret_n, e);
}

bool ledger_lift(struct ledger *l, const char *rule, unsigned *ret_n, struct err *e)
{
	int64_t n;

	ledger_asked(l);
	if (!ask_one(l, Q_STRIKES_OF, ARGS(arg_c(rule)), &n, e) || !ledger_run(l, Q_LIFT, ARGS(arg_c(rule)), e))
		return false;
	*ret_n = (unsigned)n;
	return true;
}

bool ledger_exempted(struct ledger *l, const char *exception, int64_t *ret_n, struct err *e)
{
	return ask_one(l, Q_EXEMPTED, ARGS(arg_c(exception)), ret_n, e);
}
