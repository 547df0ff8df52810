/* SPDX-License-Identifier: EUPL-1.2 */
/* Attempts: what was in flight when the service died, and which document may have killed it (ROBUST P-03). An attempt is a row of its
 * own, written before it is made: a document that kills the whole machine is still counted, and taking one back keeps the trace. The
 * numbers of all that are under way are written with it, that of a suspect with a minus before it. A death with several in flight is
 * nobody's fault, unless one of them was suspect already and the others were not, and neither is one that comes after a death without the
 * suspect: only a document that was alone, or the suspect, each time is to blame. */
#include <inttypes.h>
#include <stdio.h>

#include "bounds.h"
#include "clock.h"
#include "ledger_priv.h"

#define FLIGHT_TEXT ((LIMIT_IN_FLIGHT_MAX + 1) * 24)

static bool set_meta(struct ledger *l, const char *name, const char *value, struct err *e)
{
	return ledger_run(l, Q_SET_META, ARGS(arg_c(name), arg_c(value)), e);
}

static void write_flight(const struct ledger_flight *f, char out[FLIGHT_TEXT])
{
	size_t n = 0;

	out[0] = '\0';
	for (unsigned i = 0; i < f->n; i++)
		n += (size_t)snprintf(out + n, FLIGHT_TEXT - n, "%s%s%" PRId64, i > 0 ? " " : "", f->ids[i] == f->suspect ? "-" : "", f->ids[i]);
}

static void read_flight(struct str text, struct ledger_flight *f)
{
	*f = (struct ledger_flight){ .n = 0 };
	for (size_t at = 0; at < text.n && f->n < LIMIT_IN_FLIGHT_MAX;) {
		size_t end = str_find(text, STR(" "), at);
		int64_t id;

		if (end == STR_NONE)
			end = text.n;
		if (str_int(str_part(text, at, end), &id)) {
			f->ids[f->n++] = id < 0 ? -id : id;
			f->suspect = id < 0 ? -id : f->suspect;
		}
		at = end + 1;
	}
}

static bool set_flight(struct ledger *l, const struct ledger_flight *f, struct err *e)
{
	char text[FLIGHT_TEXT];

	write_flight(f, text);
	return set_meta(l, "en_vol", text, e);
}

static bool attempt(struct ledger *l, int64_t id, int *ret, struct err *e)
{
	bool row;

	if (!ledger_run(l, Q_ATTEMPT, ARGS(arg_int(id), arg_int(clock_day_us())), e))
		return false;
	sqlite3_stmt *st = ledger_ask(l, Q_ATTEMPTS, ARGS(arg_int(id)), &row, e);
	if (!st)
		return false;
	*ret = sqlite3_column_int(st, 0);
	ledger_end(st);
	return true;
}

bool ledger_attempt(struct ledger *l, const struct ledger_flight *these, const struct ledger_flight *others, int ret_attempts[], struct err *e)
{
	struct ledger_flight flight = *others;
	bool done = true;

	if (!ledger_begin(l, e))
		return false;
	for (unsigned i = 0; done && i < these->n; i++) {
		flight.ids[flight.n++] = these->ids[i];
		done = attempt(l, these->ids[i], &ret_attempts[i], e);
	}
	return ledger_finish(l, done && set_flight(l, &flight, e), e);
}

bool ledger_landed(struct ledger *l, struct err *e)
{
	return ledger_begin(l, e) && ledger_finish(l, set_meta(l, "en_vol", "", e), e);
}

/* The last death: who was in flight, and who was alone, how many times in a row. */
static bool load(struct ledger *l, struct ledger_flight *flight, struct ledger_flight *alone, struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(l, Q_FLIGHT, NO_ARGS, &row, e);

	if (!st)
		return false;
	read_flight(ledger_column(st, 0), flight);
	read_flight(ledger_column(st, 1), alone);
	ledger_end(st);
	return true;
}

static bool keep_waiting(struct ledger *l, struct ledger_flight *f, struct err *e)
{
	unsigned n = 0;
	bool row;

	for (unsigned i = 0; i < f->n; i++) {
		sqlite3_stmt *st = ledger_ask(l, Q_DOCUMENT, ARGS(arg_int(f->ids[i])), &row, e);
		if (!st)
			return false;
		ledger_end(st);
		if (row)
			f->ids[n++] = f->ids[i];
		else if (f->ids[i] == f->suspect)
			f->suspect = 0;
	}
	f->n = n;
	return true;
}

static bool withdraw(struct ledger *l, const struct ledger_flight *f, struct err *e)
{
	bool done = true;

	for (unsigned i = 0; done && i < f->n; i++)
		done = ledger_run(l, Q_UNATTEMPT, ARGS(arg_int(f->ids[i])), e);
	return done;
}

bool ledger_unattempt(struct ledger *l, const struct ledger_flight *these, struct err *e)
{
	return ledger_begin(l, e) && ledger_finish(l, withdraw(l, these, e), e);
}

static bool blame(struct ledger *l, struct ledger_flight *suspects, int64_t *ret_blamed, struct err *e)
{
	struct ledger_flight before;
	char text[64] = "";

	if (!load(l, suspects, &before, e) || !keep_waiting(l, suspects, e))
		return false;
	const int64_t accused = suspects->n == 1 ? suspects->ids[0] : suspects->suspect;
	if (accused != 0) {
		const bool again = before.n == 2 && before.ids[0] == accused;
		const int64_t deaths = again ? before.ids[1] + 1 : 1;

		(void)snprintf(text, sizeof text, "%" PRId64 " %" PRId64, accused, deaths);
		if (deaths >= LIMIT_DEATHS_ALONE)
			*ret_blamed = accused;
	}
	return withdraw(l, suspects, e) && set_meta(l, "morts", text, e) && set_meta(l, "en_vol", "", e);
}

bool ledger_after_death(struct ledger *l, struct ledger_flight *ret_suspects, int64_t *ret_blamed, struct err *e)
{
	*ret_blamed = 0;
	return ledger_begin(l, e) && ledger_finish(l, blame(l, ret_suspects, ret_blamed, e), e);
}
