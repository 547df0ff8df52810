/* SPDX-License-Identifier: EUPL-1.2 */
/* What is in the archive, by a ledger of any version. */
#include <stdio.h>

#include "ledger_priv.h"

/* Of one content the first deposit: it has the oldest place in the archive. */
static const char JUDGED[] = "SELECT min(id), spool, sha256, name, bytes, received_us FROM document WHERE state = 'juge'"
			     " GROUP BY sha256 ORDER BY 1";

static void hand_over(sqlite3_stmt *st, ledger_document_fn fn, void *ctx)
{
	struct ledger_document d = { .id = sqlite3_column_int64(st, 0) };

	(void)snprintf(d.spool, sizeof d.spool, "%s", (const char *)sqlite3_column_text(st, 1));
	(void)snprintf(d.sha256, sizeof d.sha256, "%s", (const char *)sqlite3_column_text(st, 2));
	d.nom = (const char *)sqlite3_column_text(st, 3);
	d.octets = sqlite3_column_int64(st, 4);
	d.recu_us = sqlite3_column_int64(st, 5);
	fn(ctx, &d);
}

static bool walk(struct ledger *l, ledger_document_fn fn, void *ctx, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int step = SQLITE_ERROR;

	if (sqlite3_prepare_v2(l->db, JUDGED, -1, &st, NULL) == SQLITE_OK)
		while ((step = sqlite3_step(st)) == SQLITE_ROW)
			hand_over(st, fn, ctx);
	bool done = step == SQLITE_DONE || ledger_fail(l, e, "lecture des documents jugés");
	(void)sqlite3_finalize(st);
	return done;
}

bool ledger_archived(const char *path, ledger_document_fn fn, void *ctx, struct err *e)
{
	struct ledger l;
	int64_t version = 0;
	const bool done = ledger_read(&l, path, &version, e) && walk(&l, fn, ctx, e);

	ledger_unread(&l);
	return done;
}
