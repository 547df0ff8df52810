/* SPDX-License-Identifier: EUPL-1.2 */
#include "pieces.h"

#include "history_priv.h"
#include "rebuild.h"

static const char PIECES[] =
	"WITH d AS MATERIALIZED (SELECT id, spool, name, sha256, refusal FROM document WHERE id > ?1 AND state <> 'attente' AND spool NOT GLOB '" SPOOL_GONE "*' ORDER BY id LIMIT ?2)"
	" SELECT id, 0 AS kind, 0 AS n, spool, name, sha256, refusal FROM d"
	" UNION ALL SELECT id, 1, f.n, spool, f.name, f.sha256, refusal FROM d JOIN side_file f ON f.document = id"
	" UNION ALL SELECT id, 2, a.n, spool, a.name, a.sha256, refusal FROM d JOIN annex a ON a.document = id"
	" ORDER BY 1, 2, 3";

static void hand_over(sqlite3_stmt *st, piece_fn fn, void *ctx)
{
	const struct piece p = { .document = sqlite3_column_int64(st, 0), .kind = (enum piece_kind)sqlite3_column_int(st, 1), .n = sqlite3_column_int64(st, 2),
				 .spool = ledger_column(st, 3), .name = ledger_column(st, 4), .sha256 = ledger_column(st, 5), .refusal = ledger_column(st, 6) };

	fn(ctx, &p);
}

static bool walk(struct ledger *l, int64_t *after, int max, piece_fn fn, void *ctx, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int step = SQLITE_ERROR;
	int64_t last = *after;

	if (sqlite3_prepare_v2(l->db, PIECES, -1, &st, NULL) == SQLITE_OK && sqlite3_bind_int64(st, 1, *after) == SQLITE_OK && sqlite3_bind_int(st, 2, max) == SQLITE_OK)
		while ((step = sqlite3_step(st)) == SQLITE_ROW) {
			last = sqlite3_column_int64(st, 0);
			hand_over(st, fn, ctx);
		}
	const bool done = step == SQLITE_DONE || ledger_fail(l, e, "lecture des documents");
	(void)sqlite3_finalize(st);
	*after = last;
	return done;
}

bool ledger_pieces(const char *path, int64_t *after, int max, piece_fn fn, void *ctx, struct err *e)
{
	struct ledger l;
	int64_t version = 0;
	const bool done = ledger_read(&l, path, &version, e) && history_is_current(path, version, e) && walk(&l, after, max, fn, ctx, e);

	ledger_unread(&l);
	return done;
}
