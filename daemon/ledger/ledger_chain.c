/* SPDX-License-Identifier: EUPL-1.2 */
/* Looking at the chain from outside: nothing is believed but the lines themselves. */
#include <stdio.h>
#include <stdlib.h>

#include "history.h"
#include "ledger_priv.h"
#include "rebuild.h"

static const char LINES[] = "SELECT seq, line FROM record ORDER BY seq";
static const char HEAD[] = "SELECT value FROM meta WHERE name = 'prev'";
static const char LOST[] = "SELECT value FROM meta WHERE name = '" META_LOST "'";
static const char ONE[] = "SELECT line FROM record WHERE seq = ?1";
static const char BETWEEN[] = "SELECT count(*) FROM record WHERE seq > ?1 AND seq < ?2 AND sinks & 1 AND NOT due & 1";

struct history {
	struct ledger l;
	sqlite3_stmt *one, *between;
	char lost[4097];
};

static sqlite3_stmt *prepare(struct history *h, const char *sql, struct err *e)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(h->l.db, sql, -1, &st, NULL) != SQLITE_OK)
		(void)ledger_fail(&h->l, e, "préparation");
	return st;
}

static bool read_lost(struct history *h, struct err *e)
{
	sqlite3_stmt *st = prepare(h, LOST, e);
	const int step = st ? sqlite3_step(st) : SQLITE_ERROR;

	if (step == SQLITE_ROW)
		(void)snprintf(h->lost, sizeof h->lost, "%.*s", STR_ARG(ledger_column(st, 0)));
	const bool done = step == SQLITE_ROW || step == SQLITE_DONE || (st && ledger_fail(&h->l, e, "lecture de la chaîne"));
	(void)sqlite3_finalize(st);
	return done;
}

const char *history_lost(const struct history *h)
{
	return h->lost;
}

struct history *history_open(const char *path, struct err *e)
{
	struct history *h = calloc(1, sizeof *h);
	int64_t version = 0;

	if (!h) {
		(void)err_set(e, ERR_SYS, "registre : mémoire insuffisante");
		return NULL;
	}
	if (ledger_read(&h->l, path, &version, e) && (h->one = prepare(h, ONE, e)) && (h->between = prepare(h, BETWEEN, e)) && read_lost(h, e))
		return h;
	history_close(h);
	return NULL;
}

void history_close(struct history *h)
{
	if (!h)
		return;
	(void)sqlite3_finalize(h->one);
	(void)sqlite3_finalize(h->between);
	ledger_unread(&h->l);
	free(h);
}

/* Every line ends so: `"prev": "<64 digits>"}`, of the first one null. */
static bool follows(struct str line, const char *prev)
{
	char end[DIGEST_HEX + 16];

	(void)snprintf(end, sizeof end, *prev ? "\"prev\": \"%s\"}" : "\"prev\": null}", prev);
	return str_ends(line, str_c(end));
}

static bool is_head(struct history *h, const char *prev, bool *ret, struct err *e)
{
	sqlite3_stmt *st = prepare(h, HEAD, e);
	const int step = st ? sqlite3_step(st) : SQLITE_ERROR;

	*ret = step == SQLITE_ROW ? str_eq(ledger_column(st, 0), str_c(prev)) : !*prev;
	const bool done = step == SQLITE_ROW || step == SQLITE_DONE || ledger_fail(&h->l, e, "lecture de la chaîne");
	(void)sqlite3_finalize(st);
	return done;
}

/* The first number from `n` on that is not among those that a ledger made anew does not have: "1-120, 305". */
static int64_t after_lost(struct str lost, int64_t n)
{
	while (lost.n > 0) {
		const struct str one = str_part(lost, 0, str_find(lost, STR(","), 0));
		const size_t dash = str_find(one, STR("-"), 0);
		int64_t from = 0, to = 0;

		if (str_int(str_part(one, 0, dash), &from) && str_int(dash == STR_NONE ? one : str_part(one, dash + 1, one.n), &to) && from <= n && n <= to)
			n = to + 1;
		lost = str_part(lost, one.n + 2, lost.n);
	}
	return n;
}

/* A record that the service adds meanwhile is seen by neither query: both are in one transaction. */
static bool walk(struct history *h, int64_t *ret_n, int64_t *ret_broken, struct err *e)
{
	sqlite3_stmt *st = prepare(h, LINES, e);
	char prev[DIGEST_HEX] = "";
	int64_t n = 0, broken = 0;
	bool head = true;
	int step = SQLITE_ERROR;

	while (st && (step = sqlite3_step(st)) == SQLITE_ROW) {
		const struct str line = ledger_column(st, 1);
		const int64_t next = after_lost(str_c(h->lost), n + 1);

		if (!broken && (sqlite3_column_int64(st, 0) != next || (next == n + 1 && !follows(line, prev))))
			broken = next;
		n = next;
		const struct digest d = hash_of(line);
		(void)digest_hex(&d, prev);
	}
	bool done = step == SQLITE_DONE || ledger_fail(&h->l, e, "lecture de la chaîne");
	(void)sqlite3_finalize(st);
	done = done && is_head(h, prev, &head, e);
	*ret_n = n;
	*ret_broken = broken ? broken : head ? 0 : n + 1;
	return done;
}

bool history_chain(struct history *h, int64_t *ret_n, int64_t *ret_broken, struct err *e)
{
	if (sqlite3_exec(h->l.db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
		return ledger_fail(&h->l, e, "lecture de la chaîne");
	const bool done = walk(h, ret_n, ret_broken, e);
	(void)sqlite3_exec(h->l.db, "COMMIT", NULL, NULL, NULL);
	return done;
}

bool history_line(struct history *h, int64_t seq, struct str *ret, struct err *e)
{
	ledger_end(h->one);
	const int step = sqlite3_bind_int64(h->one, 1, seq) == SQLITE_OK ? sqlite3_step(h->one) : SQLITE_ERROR;

	*ret = step == SQLITE_ROW ? ledger_column(h->one, 0) : STR("");
	return step == SQLITE_ROW || step == SQLITE_DONE || ledger_fail(&h->l, e, "lecture d'un enregistrement");
}

bool history_written(struct history *h, int64_t from, int64_t to, int64_t *ret, struct err *e)
{
	const bool bound = sqlite3_bind_int64(h->between, 1, from) == SQLITE_OK && sqlite3_bind_int64(h->between, 2, to) == SQLITE_OK;
	const bool row = bound && sqlite3_step(h->between) == SQLITE_ROW;

	*ret = row ? sqlite3_column_int64(h->between, 0) : 0;
	const bool done = row || ledger_fail(&h->l, e, "lecture des enregistrements");
	ledger_end(h->between);
	return done;
}
