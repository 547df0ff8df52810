/* SPDX-License-Identifier: EUPL-1.2 */
/* A judgement becomes history in one transaction: reading, verdicts, what was already known of each finding, lines of
 * the outbox. No throttling: a finding already told for these bytes by this version of the rule is only counted. It is
 * told again when it reads otherwise (a roster was completed, a parameter corrected), for a change must not be
 * swallowed. */
#include <stdio.h>
#include <string.h>

#include "date.h"
#include "ledger_priv.h"

struct known {
	bool found, same; /* same verdict, severity and message */
	bool holds;       /* an alert: of this very act, and not corrected since */
	int64_t count, first_us;
};

static struct str severity_of(const struct record_parts *p)
{
	return str_c(p->event == EVENT_ALERTE ? severity_word(p->severity) : NULL);
}

static bool reads_the_same(sqlite3_stmt *st, const struct record_parts *p)
{
	return str_eq(ledger_column(st, 0), str_c(verdict_word(p->verdict))) &&
	       str_eq(ledger_column(st, 1), severity_of(p)) && str_eq(ledger_column(st, 2), p->bell[BELL_MESSAGE]);
}

/* Q_OCCURRENCE gives three columns, Q_ALERT the same and five more. */
static bool look_up(struct ledger *l, enum query q, const char *fingerprint, const struct record_parts *p,
		    struct known *ret, struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(l, q, ARGS(arg_c(fingerprint)), &row, e);

	if (!st)
		return false;
	*ret = (struct known){ .found = row };
	if (row) {
		ret->same = reads_the_same(st, p);
		ret->count = sqlite3_column_int64(st, 3);
		ret->first_us = sqlite3_column_int64(st, 4);
		ret->holds = q == Q_ALERT && sqlite3_column_int(st, 5) &&
			     (sqlite3_column_int(st, 6) || str_eq(ledger_column(st, 7), p->bell[BELL_ACT_DATE]));
	}
	ledger_end(st);
	return true;
}

static bool remember(struct judging *g, const struct record_parts *p, struct err *e)
{
	struct arg verdict = arg_c(verdict_word(p->verdict)), severity = arg_text(severity_of(p)),
		   message = arg_text(p->bell[BELL_MESSAGE]);

	return ledger_run(g->l, Q_SET_ALERT,
			  ARGS(arg_c(p->alerte_v1), verdict, severity, message, arg_int(g->chain.now), arg_c(p->act_key),
			       arg_text(p->bell[BELL_ACT_DATE]), arg_text(p->bell[BELL_RULE]), arg_text(p->topic)), e) &&
	       ledger_run(g->l, Q_SET_OCCURRENCE,
			  ARGS(arg_c(p->occurrence_v1), arg_c(p->alerte_v1), verdict, severity, message), e);
}

static struct str seance_of(const struct ledger_judgement *j)
{
	for (size_t i = 0; i < j->parts_n; i++)
		if (j->parts[i].bell[BELL_ACT_DATE].n)
			return j->parts[i].bell[BELL_ACT_DATE];
	return STR("");
}

/* n-th version of the act: the same bytes again are the same deposit. */
static bool number_deposit(struct judging *g, const struct record_parts *p, int64_t *ret, struct err *e)
{
	bool row;

	*ret = 0;
	if (!p->act_key[0])
		return true;
	sqlite3_stmt *st = ledger_ask(g->l, Q_DEPOSIT, ARGS(arg_c(p->act_key), arg_c(g->sha256)), &row, e);
	if (!st)
		return false;
	int64_t before = sqlite3_column_int64(st, 0), last = sqlite3_column_int64(st, 1);
	ledger_end(st);
	*ret = before ? before : last + 1;
	return before || ledger_run(g->l, Q_NEW_DEPOSIT, ARGS(arg_c(p->act_key), arg_int(*ret), arg_int(g->j->id), arg_text(seance_of(g->j))), e);
}

bool ledger_line(struct judging *g, const struct record_parts *p, struct sealing *s, struct err *e)
{
	s->document = g->j->id;
	s->received_us = g->received_us;
	return number_deposit(g, p, &s->deposit, e) && ledger_chain_add(g->l, &g->chain, p, s, e);
}

static bool tell_finding(struct judging *g, const struct record_parts *p, struct err *e)
{
	struct known occurrence, alert;

	if (!look_up(g->l, Q_OCCURRENCE, p->occurrence_v1, p, &occurrence, e) ||
	    !look_up(g->l, Q_ALERT, p->alerte_v1, p, &alert, e))
		return false;
	if (occurrence.found && occurrence.same && alert.holds)
		return ledger_run(g->l, Q_ALERT_AGAIN, ARGS(arg_c(p->alerte_v1), arg_int(g->chain.now)), e);
	struct sealing s = { .seen_count = alert.count + 1,
			     .seen_first_us = alert.found ? alert.first_us : g->chain.now,
			     .state = !alert.holds ? "nouvelle"
				      : alert.same ? "inchangee"
						   : "modifiee" };
	return remember(g, p, e) && ledger_line(g, p, &s, e);
}

static bool insert_verdict(struct judging *g, const struct record_parts *p, struct err *e)
{
	return ledger_run(g->l, Q_VERDICT,
			  ARGS(arg_int(g->j->id), arg_text(p->bell[BELL_RULE]), arg_text(p->bell[BELL_RULE_VERSION]),
			       arg_c(p->act_key), arg_text(p->bell[BELL_ACT]), arg_c(verdict_word(p->verdict)),
			       arg_text(severity_of(p)), arg_text(p->bell[BELL_MESSAGE]), arg_c(p->alerte_v1),
			       arg_c(p->occurrence_v1), arg_c(p->rule_sha256), arg_text(p->exempted_by)),
			  e);
}

bool ledger_is_new_act(const struct ledger_judgement *j, const struct record_parts *p)
{
	return p == j->parts || strcmp(p->act_key, (p - 1)->act_key) != 0;
}

/* The record of its end tells what its row tells: a ledger that is lost is made anew from the records. */
static bool tell_end(struct judging *g, const struct record_parts *p, struct err *e)
{
	struct sealing s = { 0 };
	char seance[DATE_TEXT];

	(void)snprintf(seance, sizeof seance, "%.*s", STR_ARG(seance_of(g->j)));
	if (p->event == EVENT_DOCUMENT && !g->j->refused)
		s = (struct sealing){ .ruleset = g->j->ruleset, .judged_with = g->j->judged_with, .seance = seance };
	return ledger_line(g, p, &s, e);
}

static bool take_part(struct judging *g, const struct record_parts *p, struct err *e)
{
	int64_t deposit;

	if (!p->alerte_v1[0])
		return tell_end(g, p, e);
	/* A version of an act of which there is nothing to tell is one all the same. */
	if (!insert_verdict(g, p, e) || (ledger_is_new_act(g->j, p) && !number_deposit(g, p, &deposit, e)))
		return false;
	return p->event == EVENT_CONFORME || p->event == EVENT_SANS_OBJET || tell_finding(g, p, e);
}

static bool load_document(struct judging *g, struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(g->l, Q_DOCUMENT, ARGS(arg_int(g->j->id)), &row, e);

	if (!st)
		return false;
	if (row) {
		struct str sha256 = str_part(ledger_column(st, 0), 0, sizeof g->sha256 - 1);

		memcpy(g->sha256, sha256.p, sha256.n);
		g->received_us = sqlite3_column_int64(st, 1);
		g->came_before = sqlite3_column_int(st, 2) != 0;
	}
	ledger_end(st);
	return row ||
	       err_set(e, ERR_STATE, "registre : le document %lld n'attend pas de jugement", (long long)g->j->id);
}

static bool close_document(struct judging *g, struct err *e)
{
	const struct ledger_judgement *j = g->j;
	const char *state = j->refused ? "refuse" : "juge";

	return (!j->reading.n || ledger_run(g->l, Q_READING, ARGS(arg_int(j->id), arg_text(j->reading)), e)) &&
	       ledger_run(g->l, Q_JUDGED,
			  ARGS(arg_int(j->id), arg_c(state), arg_c(j->refused ? j->refusal : NULL),
			       arg_int(g->chain.now), arg_c(j->ruleset), arg_c(j->judged_with),
			       j->same_as ? arg_int(j->same_as) : arg_c(NULL), arg_text(seance_of(j))),
			  e) &&
	       (j->refused || !g->came_before || ledger_run(g->l, Q_DROPPED_AGAIN, ARGS(arg_int(j->id), arg_c(g->sha256)), e));
}

static bool judge(struct judging *g, unsigned sinks, struct err *e)
{
	bool done = load_document(g, e) && ledger_chain_load(g->l, sinks, &g->chain, e);

	for (size_t i = 0; done && i < g->j->parts_n; i++) {
		if (i + 1 == g->j->parts_n)
			done = ledger_correct(g, e);
		done = done && take_part(g, &g->j->parts[i], e);
	}
	if (done && g->j->same_as)
		done = ledger_run(g->l, Q_SEEN_AGAIN, ARGS(arg_int(g->j->same_as), arg_int(g->chain.now)), e);
	return done && close_document(g, e) && ledger_chain_store(g->l, &g->chain, e);
}

bool ledger_judge_all(struct ledger *l, const struct ledger_judgement *const *all, size_t n, unsigned sinks, struct err *e)
{
	bool done = true;

	if (!ledger_begin(l, e))
		return false;
	for (size_t i = 0; done && i < n; i++) {
		struct judging g = { .l = l, .j = all[i] };
		done = judge(&g, sinks, e);
	}
	return ledger_finish(l, done, e);
}

bool ledger_judge(struct ledger *l, const struct ledger_judgement *j, unsigned sinks, struct err *e)
{
	return ledger_judge_all(l, &j, 1, sinks, e);
}

bool ledger_judged_before(struct ledger *l, const char *sha256, const char *judged_with, int64_t *ret_id, char name[256],
			  int64_t *ret_us, struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(l, Q_JUDGED_WITH, ARGS(arg_c(sha256), arg_c(judged_with)), &row, e);

	*ret_id = 0;
	if (st && row) {
		ledger_end(st);
		st = ledger_ask(l, Q_JUDGED_BEFORE, ARGS(arg_c(sha256), arg_c(judged_with)), &row, e);
	}
	if (!st)
		return false;
	if (row) {
		const struct str bytes = str_part(ledger_column(st, 1), 0, 255);

		*ret_id = sqlite3_column_int64(st, 0);
		memcpy(name, bytes.p, bytes.n);
		name[bytes.n] = '\0';
		*ret_us = sqlite3_column_int64(st, 2);
	}
	ledger_end(st);
	return true;
}
