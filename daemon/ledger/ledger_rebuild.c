/* SPDX-License-Identifier: EUPL-1.2 */
/* What was told becomes rows again, line by line, in the order in which it was told. */
#include <stdio.h>
#include <stdlib.h>

#include "bounds.h"
#include "ledger_priv.h"
#include "rebuild.h"
#include "rebuild_priv.h"

/* It is in a directory that is emptied at the start, and synced as a whole at the end: no journal. */
static const char UNSAFE[] = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF";

struct rebuild *rebuild_begin(const char *path, struct err *e)
{
	struct rebuild *r = calloc(1, sizeof *r);

	if (r == NULL) {
		(void)err_set(e, ERR_SYS, "registre : mémoire insuffisante");
		return NULL;
	}
	arena_init(&r->a, MIB);
	buf_init(&r->lost, LOST_BYTES);
	r->l = ledger_open(path, e);
	if (r->l == NULL || (sqlite3_exec(r->l->db, UNSAFE, NULL, NULL, NULL) != SQLITE_OK && !ledger_fail(r->l, e, "réglages"))) {
		rebuild_free(r);
		return NULL;
	}
	ledger_place(r->l); /* it has no log any more */
	return r;
}

void rebuild_free(struct rebuild *r)
{
	if (r == NULL)
		return;
	ledger_close(r->l);
	arena_done(&r->a);
	buf_done(&r->lost);
	free(r);
}

/* One of many rows, not one for each. */
static bool keep_transaction(struct rebuild *r, struct err *e)
{
	if (r->written++ % WRITTEN_AT_ONCE != 0)
		return true;
	if (!rebuild_commit(r, e))
		return false;
	r->open = ledger_run(r->l, Q_BEGIN, NO_ARGS, e);
	return r->open;
}

bool rebuild_document(struct rebuild *r, const struct ledger_document *d, bool waits, const char *refusal, struct err *e)
{
	struct ledger_document marked = *d;

	(void)snprintf(marked.origin, sizeof marked.origin, REBUILT);
	return keep_transaction(r, e) && ledger_insert(r->l, &marked, e) &&
	       (waits || ledger_run(r->l, Q_FOUND, ARGS(arg_int(marked.id), arg_c(refusal ? "refuse" : "juge"), arg_c(refusal)), e));
}

/* The document that the line speaks of. */
struct subject {
	int64_t id; /* 0: none */
	bool refused;
};

static bool find(struct rebuild *r, const struct record_told *t, struct subject *ret, struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(r->l, Q_TOLD_OF, ARGS(arg_text(t->sha256), arg_int(t->received_us / 1000000)), &row, e);

	if (st == NULL)
		return false;
	*ret = (struct subject){ 0 };
	if (row)
		*ret = (struct subject){ .id = sqlite3_column_int64(st, 0), .refused = str_eq(ledger_column(st, 1), STR("refuse")) };
	ledger_end(st);
	return true;
}

/* It was told of, and its file is not there any more. */
static bool add_without_file(struct rebuild *r, const struct record_told *t, struct subject *ret, struct err *e)
{
	struct ledger_document d = { .octets = t->bytes, .recu_us = t->received_us };

	(void)snprintf(d.spool, sizeof d.spool, SPOOL_GONE "%lld", (long long)r->written);
	(void)snprintf(d.sha256, sizeof d.sha256, "%.*s", STR_ARG(t->sha256));
	d.nom = arena_printf(&r->a, "%.*s", STR_ARG(t->path)).p;
	*ret = (struct subject){ 0 };
	return rebuild_document(r, &d, true, NULL, e) && find(r, t, ret, e);
}

static bool find_subject(struct rebuild *r, const struct record_told *t, struct subject *ret, struct err *e)
{
	*ret = (struct subject){ 0 };
	/* What was refused without being taken has no reception. */
	if (t->sha256.n != DIGEST_HEX - 1 || t->received_us == 0)
		return true;
	if (!find(r, t, ret, e) || (ret->id == 0 && !add_without_file(r, t, ret, e)))
		return false;
	return t->path.n == 0 || ledger_run(r->l, Q_TOLD_NAME, ARGS(arg_int(ret->id), arg_blob(t->path)), e);
}

static bool take_finding(struct rebuild *r, const struct record_told *t, const struct subject *of, struct err *e)
{
	const struct arg alerte = arg_text(t->alerte_v1), verdict = arg_text(t->verdict), severity = arg_text(t->severity), message = arg_text(t->message),
			 act_key = arg_text(t->act_key), rule = arg_text(t->rule);

	if (of->id != 0 && !ledger_run(r->l, Q_VERDICT,
				       ARGS(arg_int(of->id), rule, arg_text(t->rule_version), act_key, arg_text(t->act), verdict, severity, message, alerte,
					    arg_text(t->occurrence_v1), arg_text(t->rule_sha256), arg_text(t->exception)), e))
		return false;
	return ledger_run(r->l, Q_TOLD_ALERT,
			  ARGS(alerte, verdict, severity, message, arg_int(t->count), arg_int(t->first_us), arg_int(t->ts_us), act_key,
			       arg_text(t->act_date), rule, arg_text(t->topic)), e) &&
	       ledger_run(r->l, Q_SET_OCCURRENCE, ARGS(arg_text(t->occurrence_v1), alerte, verdict, severity, message), e);
}

static struct arg seance_of(const struct record_told *t)
{
	return arg_text(t->seance.n ? t->seance : t->act_date);
}

static bool take_judged(struct rebuild *r, const struct record_told *t, const struct subject *of, struct err *e)
{
	/* A rule that was cut short said nothing: the document is worth judging again. */
	return ledger_run(r->l, Q_TOLD_JUDGED,
			  ARGS(arg_int(of->id), arg_int(t->ts_us), arg_text(t->ruleset), t->errors ? arg_c(NULL) : arg_text(t->judged_with), seance_of(t),
			       t->acts == 1 ? arg_text(t->act_key) : arg_c(NULL), arg_int(t->reason.n > 0)), e);
}

static bool take_meaning(struct rebuild *r, const struct record_told *t, const struct subject *of, struct err *e)
{
	if (t->deposit > 0 && t->act_key.n &&
	    !ledger_run(r->l, Q_TOLD_DEPOSIT, ARGS(arg_text(t->act_key), arg_text(t->sha256), arg_int(t->deposit), seance_of(t)), e))
		return false;
	if (str_eq(t->event, str_c(event_word(EVENT_CORRECTION))))
		return ledger_run(r->l, Q_TOLD_LIFTED, ARGS(arg_text(t->alerte_v1), arg_int(t->ts_us)), e);
	if (t->alerte_v1.n && t->occurrence_v1.n && t->verdict.n)
		return take_finding(r, t, of, e);
	if (of->id != 0 && str_eq(t->event, str_c(event_word(EVENT_REJET))))
		return ledger_run(r->l, Q_TOLD_REFUSED, ARGS(arg_int(of->id), arg_int(t->ts_us)), e);
	if (of->id != 0 && !of->refused && str_eq(t->event, str_c(event_word(EVENT_DOCUMENT))))
		return take_judged(r, t, of, e);
	return true;
}

/* All records went to the file, so that a number that is not there is of a line that was not found. */
static bool note_gap(struct rebuild *r, const struct record_told *t, struct err *e)
{
	if (t->seq == r->seq + 1)
		return true;
	buf_printf(&r->lost, r->seq + 2 == t->seq ? "%s%lld" : "%s%lld-%lld", r->lost.n ? ", " : "", (long long)r->seq + 1, (long long)t->seq - 1);
	r->covered_from_us = t->ts_us;
	return !r->lost.full || err_set(e, ERR_LIMIT, "il manque des enregistrements à trop d'endroits : ce fichier d'alertes n'est pas entier");
}

/* *ret: this very line was there before. */
static bool is_repeated(struct rebuild *r, int64_t seq, struct str line, bool *ret, struct err *e)
{
	sqlite3_stmt *st = ledger_ask(r->l, Q_LINE, ARGS(arg_int(seq)), ret, e);

	*ret = st != NULL && *ret && str_eq(ledger_column(st, 0), line);
	ledger_end(st);
	return st != NULL;
}

/* *ret: another record has this id. */
static bool has_id_of_another(struct rebuild *r, struct str id, bool *ret, struct err *e)
{
	sqlite3_stmt *st = ledger_ask(r->l, Q_HAS_ID, ARGS(arg_text(id)), ret, e);

	ledger_end(st);
	return st != NULL;
}

/* A ledger was lost before, and another one begun, which counted from one: what the first told stands, its numbers do not. */
static bool restart(struct rebuild *r, struct err *e)
{
	r->restarted = true;
	r->seq = 0;
	buf_clear(&r->lost);
	return ledger_run(r->l, Q_FORGET_RECORDS, NO_ARGS, e);
}

static bool take_line(struct rebuild *r, const struct record_told *t, struct str line, struct err *e)
{
	struct subject of;
	const struct digest d = hash_of(line);

	if (!note_gap(r, t, e) || !find_subject(r, t, &of, e) || !take_meaning(r, t, &of, e))
		return false;
	if (!ledger_run(r->l, Q_TOLD_RECORD,
			ARGS(arg_int(t->seq), arg_text(t->id), of.id ? arg_int(of.id) : arg_c(NULL), arg_text(t->event), arg_text(t->verdict),
			     arg_text(t->severity), arg_text(t->state), arg_text(t->alerte_v1), arg_c("\n\n\n\n\n\n\n\n\n"), arg_text(line)), e))
		return false;
	r->seq = t->seq;
	r->last_us = t->ts_us;
	(void)digest_hex(&d, r->prev);
	return true;
}

/* Whatever number it shows: the one before it is named in it. */
static bool is_misnumbered(const struct rebuild *r, const struct record_told *t)
{
	return t->prev.n > 0 && t->seq != r->seq + 1 && str_eq(t->prev, str_c(r->prev));
}

static void note_break(struct rebuild *r, const struct record_told *t)
{
	if (r->broken_at == 0 && t->seq == r->seq + 1 && !str_eq(t->prev, str_c(r->prev)))
		r->broken_at = t->seq;
}

static bool take_in_order(struct rebuild *r, const struct record_told *t, struct str line, enum rebuild_line *ret, struct err *e)
{
	bool repeated = false, borrowed = false;

	*ret = REBUILD_UNREADABLE;
	if (is_misnumbered(r, t))
		return true;
	*ret = REBUILD_KNOWN;
	if (t->seq <= r->seq && !is_repeated(r, t->seq, line, &repeated, e))
		return false;
	if (repeated)
		return true;
	if (t->seq <= r->seq && (t->seq != 1 || t->prev.n || t->ts_us < r->last_us))
		return err_set(e, ERR_STATE, "l'enregistrement %lld vient après l'enregistrement %lld : donnez les fichiers du plus ancien au plus récent",
			       (long long)t->seq, (long long)r->seq);
	if (t->seq > r->seq && !has_id_of_another(r, t->id, &borrowed, e))
		return false;
	*ret = borrowed ? REBUILD_UNREADABLE : REBUILD_TAKEN;
	if (borrowed)
		return true;
	note_break(r, t);
	return (t->seq > r->seq || restart(r, e)) && take_line(r, t, line, e);
}

bool rebuild_line(struct rebuild *r, struct str line, enum rebuild_line *ret, struct err *e)
{
	struct record_told t;
	struct err unreadable;

	arena_done(&r->a);
	arena_init(&r->a, MIB);
	if (!record_read(&r->a, line, &t, &unreadable)) {
		*ret = REBUILD_UNREADABLE;
		return true;
	}
	return keep_transaction(r, e) && take_in_order(r, &t, line, ret, e);
}
