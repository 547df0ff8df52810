/* SPDX-License-Identifier: EUPL-1.2 */
/* A line of the alert file, read back: what a lost ledger is made anew from. Texts are as the line has them; "" and 0 for null and absent.
 * All views into the arena. */
#ifndef SCRUTATEUR_RECORD_READ_H
#define SCRUTATEUR_RECORD_READ_H

#include "arena.h"
#include "err.h"

struct record_told {
	int64_t seq, ts_us, bytes, deposit;
	int64_t acts, errors;                       /* in the record of a document; errors: rules that were cut short */
	int64_t received_us, count, first_us;       /* times of whole seconds */
	struct str id, event, verdict, state, severity, reason, prev;
	struct str message; /* as the journal has it: an exception before it, printable */
	struct str rule, rule_version, rule_sha256, ruleset, judged_with, seance, exception;
	struct str path, sha256, act, act_key, act_date, topic, alerte_v1, occurrence_v1;
};
/* ERR_SYNTAX: no JSON; ERR_VALUE: no record of ours, or of another major version. */
bool record_read(struct arena *a, struct str line, struct record_told *ret, struct err *e);
/* Microseconds of what record_time writes, with or without a fraction; false: it is none. */
bool record_time_read(struct str s, int64_t *ret_us);

#endif
