/* SPDX-License-Identifier: EUPL-1.2 */
/* The end of it: what nobody was told, what was lost, and the one step by which the new ledger takes the place of the old one. */
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "file.h"
#include "rebuild.h"
#include "rebuild_priv.h"

bool rebuild_commit(struct rebuild *r, struct err *e)
{
	const bool done = !r->open || ledger_run(r->l, Q_COMMIT, NO_ARGS, e);

	r->open = false;
	return done;
}

/* Without a single line nothing is known of what was told. */
static int64_t covered_from(const struct rebuild *r)
{
	return r->seq > 0 ? r->covered_from_us : INT64_MAX;
}

bool rebuild_untold(struct rebuild *r, rebuild_untold_fn fn, void *ctx, struct err *e)
{
	const struct arg from = arg_int(covered_from(r));
	char spool[128], refusal[128];
	bool row, done = true;

	if (!rebuild_commit(r, e))
		return false;
	sqlite3_stmt *st = ledger_ask(r->l, Q_UNTOLD, ARGS(from), &row, e);
	while (st != NULL && done && row) {
		(void)snprintf(spool, sizeof spool, "%.*s", STR_ARG(ledger_column(st, 0)));
		(void)snprintf(refusal, sizeof refusal, "%.*s", STR_ARG(ledger_column(st, 1)));
		done = fn(ctx, spool, *refusal ? refusal : NULL, e) && ledger_next(r->l, st, &row, e);
	}
	ledger_end(st);
	return st != NULL && done && ledger_run(r->l, Q_WAIT_AGAIN, ARGS(from), e) && ledger_run(r->l, Q_FORGET_VERDICTS, NO_ARGS, e);
}

bool rebuild_sum(struct rebuild *r, struct rebuild_sums *ret, struct err *e)
{
	struct rebuild_sums s = { .seq = r->seq, .lost = buf_view(&r->lost), .restarted = r->restarted, .broken_at = r->broken_at };
	int64_t *const numbers[] = { &s.juges, &s.refuses, &s.attente, &s.undated, &s.missing_file, &s.records };
	bool row;
	sqlite3_stmt *st = ledger_ask(r->l, Q_SUMS, NO_ARGS, &row, e);

	if (st == NULL)
		return false;
	for (int i = 0; i < 6; i++)
		*numbers[i] = sqlite3_column_int64(st, i);
	ledger_end(st);
	*ret = s;
	return true;
}

static bool write_head(struct rebuild *r, struct err *e)
{
	char seq[24];

	(void)snprintf(seq, sizeof seq, "%" PRId64, r->seq);
	return (r->seq == 0 || ledger_run(r->l, Q_SET_CHAIN, ARGS(arg_c(seq), arg_c(r->prev)), e)) &&
	       (r->lost.n == 0 || ledger_run(r->l, Q_SET_META, ARGS(arg_c(META_LOST), arg_text(buf_view(&r->lost))), e));
}

static bool sync_file(int dir, const char *name, struct err *e)
{
	const int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

	if (fd < 0)
		return err_sys(e, "ouvrir le registre reconstruit");
	const bool done = file_sync(fd, e);
	return (close(fd) == 0 || err_sys(e, "fermer le registre reconstruit")) && done;
}

bool rebuild_end(struct rebuild *r, const struct record_parts *p, unsigned sinks, int tmp, int etat, struct err *e)
{
	const bool done = write_head(r, e) && ledger_event(r->l, p, sinks, e);

	rebuild_free(r);
	return done && sync_file(tmp, LEDGER_NAME, e) && file_publish(tmp, LEDGER_NAME, etat, LEDGER_NEXT, e);
}

static const char *const OLD[] = { LEDGER_NAME "-shm", LEDGER_NAME "-wal", LEDGER_NAME }; /* the ledger last: while it is there, so is the place for it */
#define OLD_N (sizeof OLD / sizeof *OLD)

/* 0: nothing is there. */
static mode_t kind_of(int dir, const char *name)
{
	struct stat st;

	return fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 ? st.st_mode : 0;
}

static bool is_there(int dir, const char *name)
{
	return kind_of(dir, name) != 0;
}

/* Another directory for each ledger; one that a crash left half full is filled up. */
static int open_aside(int etat, char name[64], struct err *e)
{
	for (unsigned n = 1;; n++) {
		(void)snprintf(name, 64, "registre-abime-%u", n);
		if (is_there(etat, name) && !S_ISDIR(kind_of(etat, name)))
			continue;
		const int dir = file_open_dir(etat, name, 0750, e);
		bool taken = false;

		for (size_t i = 0; dir >= 0 && i < OLD_N; i++)
			taken |= is_there(dir, OLD[i]) && (i + 1 == OLD_N || is_there(etat, OLD[i]));
		if (dir < 0 || !taken)
			return dir;
		(void)close(dir);
	}
}

static bool put_aside(int etat, char name[64], struct err *e)
{
	bool any = false, done = true;

	*name = '\0';
	for (size_t i = 0; i < OLD_N; i++)
		any |= is_there(etat, OLD[i]);
	if (!any)
		return true;
	const int dir = open_aside(etat, name, e);
	if (dir < 0)
		return false;
	for (size_t i = 0; done && i < OLD_N; i++)
		done = !is_there(etat, OLD[i]) || file_publish(etat, OLD[i], dir, OLD[i], e);
	(void)close(dir);
	return done;
}

bool rebuild_take_over(int etat, char ret_aside[64], bool *ret_done, struct err *e)
{
	*ret_aside = '\0';
	*ret_done = false;
	if (!is_there(etat, LEDGER_NEXT))
		return true;
	if (!S_ISREG(kind_of(etat, LEDGER_NEXT)))
		return err_set(e, ERR_VALUE, "« " LEDGER_NEXT " » n'est pas un fichier ordinaire : ce n'est pas un registre reconstruit, retirez-le");
	*ret_done = put_aside(etat, ret_aside, e) && file_publish(etat, LEDGER_NEXT, etat, LEDGER_NAME, e);
	return *ret_done;
}
