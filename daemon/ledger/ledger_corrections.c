/* SPDX-License-Identifier: EUPL-1.2 */
/* Alerts that no longer hold. An act is judged again when it comes in other bytes, or when other rules look at it; what was told of it and
 * is not found any more is told as corrected, once, and only when the rule that told it came to a conclusion: a rule that could not read,
 * that was cut short or that is switched off lifts nothing. An anomalie is lifted by other bytes only when the rule says conforme of them: a
 * text in which it finds nothing to judge may be an extract, poorer than the one with the fault; that it does not confirm it is told. The version that was dropped last is what counts. It may be judged before the
 * others, so both are looked for: what this document lifts, and what it says and a later one has lifted already.
 */
#include <string.h>

#include "bounds.h"
#include "escape.h"
#include "ledger_priv.h"

struct open_alert {
	char alerte_v1[DIGEST_HEX];
	struct str rule, act_key, message, topic, other, own; /* the last two: names, printable */
	enum verdict verdict;
	bool at_once, nothing;
	int64_t count, first_us;
};

static bool is_of(const struct record_parts *p, struct str act_key, struct str rule)
{
	return p->alerte_v1[0] && str_eq(str_c(p->act_key), act_key) && str_eq(p->bell[BELL_RULE], rule);
}

static const struct record_parts *finding_of(const struct ledger_judgement *j, const struct open_alert *o)
{
	for (size_t i = 0; i < j->parts_n; i++)
		if (is_of(&j->parts[i], o->act_key, o->rule))
			return &j->parts[i];
	return NULL;
}

static bool is_quiet(enum verdict v)
{
	return v == VERDICT_CONFORME || v == VERDICT_SANS_OBJET;
}

static bool is_told(const struct ledger_judgement *j, const char *alerte_v1)
{
	for (size_t i = 0; i < j->parts_n; i++)
		if (strcmp(j->parts[i].alerte_v1, alerte_v1) == 0 && !is_quiet(j->parts[i].verdict))
			return true;
	return false;
}

/* The rule came to an end on this act in this document; *ret_nothing: it found nothing to judge. */
static bool has_concluded(const struct ledger_judgement *j, struct str act_key, struct str rule, bool *ret_nothing)
{
	bool any = false;

	*ret_nothing = true;
	for (size_t i = 0; i < j->parts_n; i++) {
		const struct record_parts *p = &j->parts[i];

		if (!is_of(p, act_key, rule))
			continue;
		if (p->verdict == VERDICT_NON_VERIFIABLE || p->verdict == VERDICT_ERREUR)
			return false;
		*ret_nothing &= p->verdict == VERDICT_SANS_OBJET;
		any = true;
	}
	return any;
}

static void take(struct arena *a, sqlite3_stmt *st, enum query q, struct open_alert *o)
{
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
	o->own = escape_line(a, ledger_column(st, 10), LIMIT_NAME_SHOWN);
	if (q == Q_OVERTAKEN)
		o->nothing = sqlite3_column_int(st, 11);
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

/* What is dropped is only poorer, for all that is known: the alert stays. */
static bool is_unconfirmed(enum query q, const struct open_alert *o)
{
	return q == Q_LIFTED && o->nothing && o->verdict == VERDICT_ANOMALIE && o->other.n > 0;
}

static bool tell_unconfirmed(struct judging *g, struct arena *a, const struct open_alert *o, struct err *e)
{
	struct sealing stateless = { 0 };
	struct record_parts p;

	record_of_event(a, EVENT_SERVICE, "non-confirme",
			arena_printf(a, "non confirmé par ce document (« %.*s », où il n'y a rien à comparer), l'alerte de « %.*s » tient : %.*s",
				     STR_ARG(o->own), STR_ARG(o->other), STR_ARG(o->message)),
			o->rule, &p);
	return ledger_chain_add(g->l, &g->chain, &p, &stateless, e);
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

struct correcting {
	struct judging *g;
	struct arena a;
	struct arg seance;
	bool told_at_once;
};

/* Does this alert, which q looks at, hold no more? */
static bool correct(struct correcting *c, enum query q, const char *alerte_v1, bool nothing, struct err *e)
{
	struct judging *g = c->g;
	struct open_alert o = { .nothing = nothing };
	bool row, done = true;
	sqlite3_stmt *st = ledger_ask(g->l, q, ARGS(arg_int(g->j->id), c->seance, arg_c(alerte_v1)), &row, e);

	if (!st)
		return false;
	if (row)
		take(&c->a, st, q, &o);
	ledger_end(st);
	if (row && is_unconfirmed(q, &o))
		done = tell_unconfirmed(g, &c->a, &o, e);
	else if (row && !o.at_once)
		done = tell(g, &c->a, q, &o, e);
	else if (row && !c->told_at_once)
		c->told_at_once = done = tell_at_once(g, &c->a, &o, e);
	return done;
}

struct unfound {
	struct unfound *next;
	char alerte_v1[DIGEST_HEX];
	bool nothing;
};

/* Of the act of this finding. Gathered first: what is written next would change what is being read. */
static bool gather(struct correcting *c, const struct record_parts *p, struct unfound **ret, struct err *e)
{
	const struct ledger_judgement *j = c->g->j;
	bool row, nothing, done = true;
	sqlite3_stmt *st = ledger_ask(c->g->l, Q_OPEN, ARGS(arg_c(p->act_key), c->seance), &row, e);

	for (; st && done && row; done = ledger_next(c->g->l, st, &row, e)) {
		const char *id = (const char *)sqlite3_column_text(st, 0);

		if (is_told(j, id) || !has_concluded(j, str_c(p->act_key), ledger_column(st, 1), &nothing))
			continue;
		*ret = ARENA_NEW(&c->a, struct unfound);
		**ret = (struct unfound){ .nothing = nothing };
		memcpy((*ret)->alerte_v1, id, strnlen(id, DIGEST_HEX - 1));
		ret = &(*ret)->next;
	}
	ledger_end(st);
	return st && done;
}

static bool lift(struct correcting *c, const struct record_parts *p, struct err *e)
{
	struct unfound *u = NULL;
	bool done = gather(c, p, &u, e);

	for (; done && u; u = u->next)
		done = correct(c, Q_LIFTED, u->alerte_v1, u->nothing, e);
	return done;
}

static bool correct_all(struct correcting *c, struct err *e)
{
	const struct ledger_judgement *j = c->g->j;
	bool done = true;

	for (size_t i = 0; done && i < j->parts_n; i++)
		if (j->parts[i].act_key[0] && ledger_is_new_act(j, &j->parts[i]))
			done = lift(c, &j->parts[i], e);
	for (size_t i = 0; done && i < j->parts_n; i++)
		if (j->parts[i].act_key[0] && j->parts[i].alerte_v1[0] &&
		    (j->parts[i].verdict == VERDICT_ANOMALIE || j->parts[i].verdict == VERDICT_NON_VERIFIABLE))
			done = correct(c, Q_OVERTAKEN, j->parts[i].alerte_v1, false, e);
	return done;
}

/* Of the act judged: what has no finding has no act either, and corrects nothing. */
static const struct record_parts *first_finding(const struct ledger_judgement *j)
{
	for (size_t i = 0; i < j->parts_n; i++)
		if (j->parts[i].alerte_v1[0])
			return &j->parts[i];
	return NULL;
}

bool ledger_correct(struct judging *g, struct err *e)
{
	const struct record_parts *one = first_finding(g->j);
	struct correcting c = { .g = g };

	if (!one)
		return true;
	c.seance = arg_text(one->bell[BELL_ACT_DATE]);
	arena_init(&c.a, 256 * MIB);
	const bool done = correct_all(&c, e);
	arena_done(&c.a);
	return done;
}
