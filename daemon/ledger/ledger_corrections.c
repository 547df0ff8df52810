/* SPDX-License-Identifier: EUPL-1.2 */
/* Alerts that no longer hold. An act is judged again when it comes in other bytes, or when other rules look at it; what was told of it and
 * is not found any more is told as corrected, once, and only when the rule that told it came to a conclusion: a rule that could not read,
 * that was cut short or that is switched off lifts nothing. The version that was dropped last is what counts. It may be judged before the
 * others, so both are looked for: what this document lifts, and what it says and a later one has lifted already.
 */
#include <string.h>

#include "bounds.h"
#include "escape.h"
#include "ledger_priv.h"

struct open_alert {
	struct open_alert *next;
	char alerte_v1[DIGEST_HEX];
	struct str rule, act_key, message, topic, other, own; /* the last two: names, printable */
	enum verdict verdict;
	bool at_once, nothing;
	int64_t count, first_us;
};

static const struct record_parts *finding_of(const struct ledger_judgement *j, const struct open_alert *o)
{
	for (size_t i = 0; i < j->parts_n; i++) {
		const struct record_parts *p = &j->parts[i];

		if (p->alerte_v1[0] && str_eq(str_c(p->act_key), o->act_key) && str_eq(p->bell[BELL_RULE], o->rule))
			return p;
	}
	return NULL;
}

static struct open_alert *take(struct arena *a, sqlite3_stmt *st)
{
	struct open_alert *o = ARENA_NEW(a, struct open_alert);
	const struct str id = str_part(ledger_column(st, 0), 0, DIGEST_HEX - 1);

	memcpy(o->alerte_v1, id.p, id.n);
	o->verdict = str_eq(ledger_column(st, 1), STR("anomalie")) ? VERDICT_ANOMALIE : VERDICT_NON_VERIFIABLE;
	o->message = arena_dup(a, ledger_column(st, 2));
	o->topic = arena_dup(a, ledger_column(st, 3));
	o->rule = arena_dup(a, ledger_column(st, 4));
	o->act_key = arena_dup(a, ledger_column(st, 5));
	o->count = sqlite3_column_int64(st, 6);
	o->first_us = sqlite3_column_int64(st, 7);
	o->other = escape_line(a, ledger_column(st, 8), LIMIT_NAME_SHOWN);
	o->at_once = sqlite3_column_int(st, 9);
	o->nothing = sqlite3_column_int(st, 10);
	o->own = escape_line(a, ledger_column(st, 11), LIMIT_NAME_SHOWN);
	return o;
}

/* Gathered first: what is written next would change what is being read. */
static bool gather(struct judging *g, struct arena *a, enum query q, struct str act_date, struct open_alert **ret, struct err *e)
{
	bool row, done = true;
	struct open_alert **end = ret;
	sqlite3_stmt *st = ledger_ask(g->l, q, ARGS(arg_int(g->j->id), arg_text(act_date)), &row, e);

	while (st && done && row) {
		*end = take(a, st);
		end = &(*end)->next;
		done = ledger_next(g->l, st, &row, e);
	}
	*end = NULL;
	ledger_end(st);
	return st && done;
}

static bool tell(struct judging *g, struct arena *a, enum query q, const struct open_alert *o, struct err *e)
{
	const struct record_parts *by = finding_of(g->j, o);
	struct lifted lifted = { .alerte_v1 = o->alerte_v1, .verdict = o->verdict, .message = o->message, .topic = o->topic, .nothing = o->nothing };
	struct sealing s = { .state = "corrigee", .seen_count = o->count, .seen_first_us = o->first_us };
	struct record_parts p;

	if (!by)
		return true;
	if (q == Q_OVERTAKEN)
		lifted.later = o->other;
	record_of_correction(a, by, &lifted, g->sha256, &p);
	return ledger_run(g->l, Q_LIFT_ALERT, ARGS(arg_c(o->alerte_v1), arg_int(g->chain.now)), e) && ledger_line(g, &p, &s, e);
}

static bool tell_at_once(struct judging *g, struct arena *a, const struct open_alert *o, struct err *e)
{
	struct sealing stateless = { 0 };
	struct record_parts p;

	record_of_event(a, EVENT_SERVICE, "ordre-inconnu",
			arena_printf(a, "« %.*s » et « %.*s » sont deux versions d'un acte, déposées au même instant : laquelle est la dernière n'est pas connu, "
				     "ce qui est dit de l'une n'est pas levé par l'autre ; pour le lever, déposez de nouveau celle qui fait foi",
				     STR_ARG(o->other), STR_ARG(o->own)),
			STR(""), &p);
	return ledger_chain_add(g->l, &g->chain, &p, &stateless, e);
}

/* Of the act judged: what has no finding has no act either, and corrects nothing. */
static const struct record_parts *first_finding(const struct ledger_judgement *j)
{
	for (size_t i = 0; i < j->parts_n; i++)
		if (j->parts[i].alerte_v1[0])
			return &j->parts[i];
	return NULL;
}

static bool correct(struct judging *g, struct arena *a, enum query q, struct str act_date, bool *told_at_once, struct err *e)
{
	struct open_alert *open = NULL;
	bool done = gather(g, a, q, act_date, &open, e);

	for (; done && open; open = open->next) {
		if (!open->at_once)
			done = tell(g, a, q, open, e);
		else if (!*told_at_once)
			*told_at_once = done = tell_at_once(g, a, open, e);
	}
	return done;
}

bool ledger_correct(struct judging *g, struct err *e)
{
	const struct record_parts *one = first_finding(g->j);
	bool told_at_once = false;
	struct arena a;

	if (!one)
		return true;
	arena_init(&a, 256 * MIB);
	const bool done = correct(g, &a, Q_LIFTED, one->bell[BELL_ACT_DATE], &told_at_once, e) &&
			  correct(g, &a, Q_OVERTAKEN, one->bell[BELL_ACT_DATE], &told_at_once, e);
	arena_done(&a);
	return done;
}
