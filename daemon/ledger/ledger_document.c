/* SPDX-License-Identifier: EUPL-1.2 */
/* Received files, and what waits. */
#include <stdio.h>

#include "ledger_priv.h"

static bool receive(struct ledger *l, const struct ledger_document *d, struct err *e)
{
	return ledger_run(l, Q_RECEIVE,
			  ARGS(arg_c(d->spool), arg_c(d->sha256), arg_blob(str_c(d->nom)), arg_int(d->octets),
			       arg_int(d->recu_us), arg_c(d->origin), arg_int(d->changed_ns)),
			  e);
}

static bool receive_beside(struct ledger *l, enum query q, int64_t id, const struct ledger_side *all, unsigned n, struct err *e)
{
	bool done = true;

	for (unsigned i = 0; done && i < n; i++)
		done = ledger_run(l, q,
				  ARGS(arg_int(id), arg_int(i + 1), arg_blob(str_c(all[i].nom)), arg_c(all[i].sha256), arg_int(all[i].octets)), e);
	return done;
}

bool ledger_insert(struct ledger *l, struct ledger_document *d, struct err *e)
{
	if (!receive(l, d, e))
		return false;
	d->id = sqlite3_last_insert_rowid(l->db);
	return receive_beside(l, Q_RECEIVE_SIDE, d->id, d->sides, d->sides_n, e) && receive_beside(l, Q_RECEIVE_ANNEX, d->id, d->annexes, d->annexes_n, e);
}

bool ledger_receive_all(struct ledger *l, struct ledger_document *d, size_t n, struct err *e)
{
	bool done = true;

	if (!ledger_begin(l, e))
		return false;
	for (size_t i = 0; done && i < n; i++)
		done = ledger_insert(l, &d[i], e);
	return ledger_finish(l, done, e);
}

bool ledger_receive(struct ledger *l, const struct ledger_document *d, int64_t *ret_id, struct err *e)
{
	struct ledger_document one = *d;

	if (!ledger_receive_all(l, &one, 1, e))
		return false;
	*ret_id = one.id;
	return true;
}

/* Of document `id`, or of any. */
static bool took_beside(struct ledger *l, struct arg id, const char *sha256, bool *ret, struct err *e)
{
	sqlite3_stmt *st = ledger_ask(l, Q_TOOK_BESIDE, ARGS(arg_c(sha256), id), ret, e);

	ledger_end(st);
	return st != NULL;
}

bool ledger_took(struct ledger *l, const struct ledger_document *d, bool *ret, struct err *e)
{
	bool row, known, done = true;
	const struct arg name = d->nom != NULL ? arg_blob(str_c(d->nom)) : arg_c(NULL);
	sqlite3_stmt *st =
		ledger_ask(l, Q_TOOK, ARGS(arg_c(d->sha256), arg_c(d->origin), name, arg_int(d->changed_ns)), &row, e);

	if (!st)
		return false;
	const int64_t id = sqlite3_column_int64(st, 0);
	ledger_end(st);
	known = id != 0;
	for (unsigned i = 0; done && known && i < d->sides_n + d->annexes_n; i++) {
		const struct ledger_side *x = i < d->sides_n ? &d->sides[i] : &d->annexes[i - d->sides_n];
		done = took_beside(l, arg_int(id), x->sha256, &known, e);
	}
	if (done && !known && d->nom == NULL && d->origin[0] != '\0')
		done = took_beside(l, arg_c(NULL), d->sha256, &known, e);
	*ret = done && known;
	return done;
}

bool ledger_knows(struct ledger *l, const char *spool, bool *ret, struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(l, Q_KNOWS, ARGS(arg_c(spool)), &row, e);

	ledger_end(st);
	if (st)
		*ret = row;
	return st != NULL;
}

static void copy_column(sqlite3_stmt *st, int i, char *out, size_t size)
{
	(void)snprintf(out, size, "%.*s", STR_ARG(ledger_column(st, i)));
}

bool ledger_named(struct ledger *l, const char *pattern, int64_t *ret_id, char ret_name[256], char ret_state[8], struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(l, Q_NAMED, ARGS(arg_c(pattern)), &row, e);

	if (st)
		*ret_id = row ? sqlite3_column_int64(st, 0) : 0;
	if (st && row) {
		copy_column(st, 1, ret_name, 256);
		copy_column(st, 2, ret_state, 8);
	}
	ledger_end(st);
	return st != NULL;
}

bool ledger_first(struct ledger *l, char ret_spool[128], struct err *e)
{
	bool row;
	sqlite3_stmt *st = ledger_ask(l, Q_FIRST, NO_ARGS, &row, e);

	if (st && row)
		copy_column(st, 0, ret_spool, 128);
	ledger_end(st);
	return st != NULL;
}

static void hand_over(sqlite3_stmt *st, ledger_document_fn fn, void *ctx)
{
	struct ledger_document d = { .id = sqlite3_column_int64(st, 0) };

	copy_column(st, 1, d.spool, sizeof d.spool);
	copy_column(st, 2, d.sha256, sizeof d.sha256);
	/* As text, for the NUL at its end; the bytes are those that came in. */
	d.nom = (const char *)sqlite3_column_text(st, 3);
	d.octets = sqlite3_column_int64(st, 4);
	d.recu_us = sqlite3_column_int64(st, 5);
	d.attempts = sqlite3_column_int(st, 6);
	d.sides_n = (unsigned)sqlite3_column_int(st, 7);
	fn(ctx, &d);
}

bool ledger_waiting(struct ledger *l, int64_t after, int max, ledger_document_fn fn, void *ctx, struct err *e)
{
	bool row, done = true;
	sqlite3_stmt *st = ledger_ask(l, Q_WAITING, ARGS(arg_int(after), arg_int(max)), &row, e);

	if (!st)
		return false;
	while (done && row) {
		hand_over(st, fn, ctx);
		done = ledger_next(l, st, &row, e);
	}
	ledger_end(st);
	return done;
}

bool ledger_sides(struct ledger *l, int64_t id, ledger_side_fn fn, void *ctx, struct err *e)
{
	bool row, done = true;
	sqlite3_stmt *st = ledger_ask(l, Q_SIDES, ARGS(arg_int(id)), &row, e);

	if (!st)
		return false;
	while (done && row) {
		struct ledger_side s = { .nom = (const char *)sqlite3_column_text(st, 0), .octets = sqlite3_column_int64(st, 2) };

		copy_column(st, 1, s.sha256, sizeof s.sha256);
		fn(ctx, &s);
		done = ledger_next(l, st, &row, e);
	}
	ledger_end(st);
	return done;
}
