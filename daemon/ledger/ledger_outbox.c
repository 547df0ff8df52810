/* SPDX-License-Identifier: EUPL-1.2 */
/* The outbox and the chain. Sequence number, hash of the line before, identity and time are fixed when the record is
 * made, not when it is sent: a line that a crash repeats is the same bytes, and the chain runs over records
 * (ALERT_FORMAT §10). */
#include <stdio.h>
#include <stdlib.h>

#include "clock.h"
#include "ledger_priv.h"
#include "bounds.h"

bool ledger_chain_load(struct ledger *l, unsigned sinks, struct chain *ret, struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(l, Q_CHAIN, NO_ARGS, &row, e);

	if (!st)
		return false;
	*ret = (struct chain){ .seq = sqlite3_column_int64(st, 0), .now = clock_day_us(), .sinks = sinks };
	(void)snprintf(ret->prev, sizeof ret->prev, "%.*s", STR_ARG(ledger_column(st, 1)));
	ledger_end(st);
	return true;
}

bool ledger_chain_store(struct ledger *l, const struct chain *c, struct err *e)
{
	char seq[24];

	(void)snprintf(seq, sizeof seq, "%lld", (long long)c->seq);
	return ledger_run(l, Q_SET_CHAIN, ARGS(arg_c(seq), arg_c(c->prev)), e);
}

/* One line each; a line feed inside would shift the next ones. */
static void put_bell(struct buf *out, const struct str bell[BELL_COUNT])
{
	for (size_t i = 0; i < BELL_COUNT; i++) {
		for (size_t at = 0; at < bell[i].n; at++)
			buf_char(out, bell[i].p[at] == '\n' ? ' ' : bell[i].p[at]);
		buf_char(out, '\n');
	}
}

static void take_bell(struct str text, struct str bell[BELL_COUNT])
{
	for (size_t i = 0, at = 0; i < BELL_COUNT; i++) {
		size_t end = str_find(text, STR("\n"), at);

		bell[i] = str_part(text, at, end);
		at = end == STR_NONE ? text.n : end + 1;
	}
}

static bool insert_record(struct ledger *l, const struct chain *c, const struct record_parts *p,
			  const struct record_seal *seal, int64_t document, struct str line, struct err *e)
{
	bool judged = p->alerte_v1[0] != '\0';
	struct buf bell;

	buf_init(&bell, LIMIT_RECORD_LINE);
	put_bell(&bell, p->bell);
	bool done =
		ledger_run(l, Q_RECORD,
			   ARGS(arg_int(seal->seq), arg_c(seal->id), document ? arg_int(document) : arg_c(NULL),
				arg_c(event_word(p->event)), arg_c(judged ? verdict_word(p->verdict) : NULL),
				arg_c(p->event == EVENT_ALERTE ? severity_word(p->severity) : NULL), arg_c(seal->state),
				arg_c(p->alerte_v1), arg_text(buf_view(&bell)), arg_text(line), arg_int(c->sinks)),
			   e);
	buf_done(&bell);
	return done;
}

bool ledger_chain_add(struct ledger *l, struct chain *c, const struct record_parts *p, const struct sealing *s,
		      struct err *e)
{
	struct record_seal seal = { .ts_us = c->now,
				    .received_us = s->received_us,
				    .seq = c->seq + 1,
				    .state = s->state,
				    .deposit = s->deposit,
				    .seen_count = s->seen_count,
				    .seen_first_us = s->seen_first_us,
				    .host = l->host,
				    .version = SCRUTATEUR_VERSION,
				    .instance = "main",
				    .prev = c->prev[0] ? c->prev : NULL,
				    .ruleset = s->ruleset,
				    .judged_with = s->judged_with,
				    .seance = s->seance };
	struct buf line;

	record_uuid(seal.id);
	buf_init(&line, LIMIT_RECORD_LINE);
	record_line(p, &seal, &line);
	bool done =
		line.full ? err_set(e, ERR_LIMIT, "registre : enregistrement de plus de %zu octets", LIMIT_RECORD_LINE)
			  : insert_record(l, c, p, &seal, s->document, buf_view(&line), e);
	if (done) {
		struct digest d = hash_of(buf_view(&line));

		(void)digest_hex(&d, c->prev);
		c->seq++;
	}
	buf_done(&line);
	return done;
}

bool ledger_event(struct ledger *l, const struct record_parts *p, unsigned sinks, struct err *e)
{
	struct sealing none = { 0 };
	struct chain c;

	if (!ledger_begin(l, e))
		return false;
	return ledger_finish(l,
			     ledger_chain_load(l, sinks, &c, e) && ledger_chain_add(l, &c, p, &none, e) &&
				     ledger_chain_store(l, &c, e),
			     e);
}

static enum event_kind event_named(struct str word)
{
	enum event_kind ev = EVENT_DOCUMENT;

	while (ev < EVENT_SERVICE && !str_eq(word, str_c(event_word(ev))))
		ev++;
	return ev;
}

static enum verdict verdict_named(struct str word)
{
	enum verdict v = VERDICT_CONFORME;

	while (v < VERDICT_ERREUR && !str_eq(word, str_c(verdict_word(v))))
		v++;
	return v;
}

static enum severity severity_named(struct str word)
{
	enum severity s = SEVERITY_BLOQUANTE;

	while (s > SEVERITY_NONE && !str_eq(word, str_c(severity_word(s))))
		s--;
	return s;
}

static void take_record(sqlite3_stmt *st, struct sink_record *r)
{
	*r = (struct sink_record){ .line = ledger_column(st, 8) };
	(void)snprintf(r->id, sizeof r->id, "%.*s", STR_ARG(ledger_column(st, 1)));
	r->event = event_named(ledger_column(st, 2));
	r->verdict = verdict_named(ledger_column(st, 3));
	r->severity = severity_named(ledger_column(st, 4));
	r->state = (const char *)sqlite3_column_text(st, 5);
	(void)snprintf(r->fingerprint, sizeof r->fingerprint, "%.*s", STR_ARG(ledger_column(st, 6)));
	take_bell(ledger_column(st, 7), r->bell);
}

bool ledger_due(struct ledger *l, enum sink_kind k, int max, ledger_due_fn fn, void *ctx, struct err *e)
{
	bool row, done = true;
	sqlite3_stmt *st = ledger_in_place(l, e) ? ledger_ask(l, Q_DUE + k, ARGS(arg_int(max)), &row, e) : NULL;

	if (!st)
		return false;
	while (done && row) {
		struct sink_record r;

		take_record(st, &r);
		if (!fn(ctx, sqlite3_column_int64(st, 0), &r))
			break;
		done = ledger_next(l, st, &row, e);
	}
	ledger_end(st);
	return done;
}

/* Between transactions nothing but want of memory can keep it from being set. */
static void set_synced(struct ledger *l, bool synced)
{
	if (sqlite3_exec(l->db, synced ? LEDGER_SYNCED : "PRAGMA synchronous = NORMAL", NULL, NULL, NULL) != SQLITE_OK)
		abort();
}

/* The next commit syncs it too; until then a power cut may take it away, and what was delivered comes again. */
bool ledger_delivered(struct ledger *l, enum sink_kind k, int64_t up_to_seq, struct err *e)
{
	ledger_asked(l);
	set_synced(l, false);
	bool done = ledger_begin(l, e) && ledger_finish(l, ledger_run(l, Q_DELIVERED + k, ARGS(arg_int(up_to_seq)), e), e);
	set_synced(l, true);
	return done;
}

static bool count_states(struct ledger *l, struct ledger_counts *c, struct err *e)
{
	bool row, done = true;
	sqlite3_stmt *st = ledger_ask(l, Q_COUNT_STATES, NO_ARGS, &row, e);

	if (!st)
		return false;
	while (done && row) {
		struct str state = ledger_column(st, 0);
		int64_t n = sqlite3_column_int64(st, 1);

		*(str_eq(state, STR("attente")) ? &c->attente
		  : str_eq(state, STR("juge"))  ? &c->juges
						: &c->refuses) = n;
		done = ledger_next(l, st, &row, e);
	}
	ledger_end(st);
	return done;
}

bool ledger_count(struct ledger *l, struct ledger_counts *ret, struct err *e)
{
	struct ledger_counts c = { 0 };
	bool row;

	if (!count_states(l, &c, e))
		return false;
	sqlite3_stmt *st = ledger_ask(l, Q_COUNT_DUE, NO_ARGS, &row, e);
	if (!st)
		return false;
	c.a_livrer = sqlite3_column_int64(st, 0);
	ledger_end(st);
	*ret = c;
	return true;
}

bool ledger_look(struct ledger *l, int64_t *ret_oldest_us, int64_t ret_due[SINK_KINDS], struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_in_place(l, e) ? ledger_ask(l, Q_LOOK, NO_ARGS, &row, e) : NULL;

	if (!st)
		return false;
	*ret_oldest_us = sqlite3_column_int64(st, 0);
	for (int k = 0; k < SINK_KINDS; k++)
		ret_due[k] = sqlite3_column_int64(st, 1 + k);
	ledger_end(st);
	return true;
}
