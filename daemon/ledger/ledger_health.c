/* SPDX-License-Identifier: EUPL-1.2 */
/* Is the ledger whole? Every page is read, so that this is for a command. */
#include <errno.h>
#include <unistd.h>

#include "ledger_priv.h"
#include "rebuild.h"

/* Whatever else may have failed says nothing about the file. */
static bool is_damage(const struct ledger *l)
{
	const int status = l->db != NULL ? sqlite3_errcode(l->db) & 0xff : SQLITE_ERROR;

	return status == SQLITE_CORRUPT || status == SQLITE_NOTADB || status == SQLITE_IOERR;
}

static bool has_failed(const struct ledger *l)
{
	const int status = sqlite3_errcode(l->db);

	return status != SQLITE_OK && status != SQLITE_ROW && status != SQLITE_DONE;
}

/* SQLite titles what it finds, on a line of its own. */
static void one_line(char *s)
{
	for (; *s != '\0'; s++)
		if (*s == '\n')
			*s = ' ';
}

bool ledger_check_pages(struct ledger *l, enum ledger_health *ret, struct err *why, struct err *e)
{
	sqlite3_stmt *st = NULL;
	const bool row = sqlite3_prepare_v2(l->db, "PRAGMA integrity_check(1)", -1, &st, NULL) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW;
	bool done = true;

	*ret = row && str_eq(ledger_column(st, 0), STR("ok")) ? LEDGER_SOUND : LEDGER_DAMAGED;
	if (!row) {
		(void)ledger_fail(l, why, "vérification");
		done = is_damage(l);
		*e = done ? *e : *why;
	} else if (*ret == LEDGER_DAMAGED) {
		(void)err_set(why, ERR_STATE, "le registre est abîmé : la vérification de ses pages échoue (SQLite : %.*s)", STR_ARG(str_part(ledger_column(st, 0), 0, 200)));
		one_line(why->msg);
	}
	(void)sqlite3_finalize(st);
	return done;
}

bool ledger_look_at(const char *path, enum ledger_health *ret, struct err *why, struct err *e)
{
	struct ledger l;
	int64_t version = 0;
	bool done = true;

	if (access(path, F_OK) != 0 && errno == ENOENT) {
		*ret = LEDGER_LOST;
		return true;
	}
	if (ledger_read(&l, path, &version, why)) {
		done = ledger_check_pages(&l, ret, why, e);
	} else {
		/* Of another kind, empty, or damaged; but one of a newer program is not to be touched. */
		done = version <= LEDGER_VERSION && why->code != ERR_SYS && (l.db == NULL || is_damage(&l) || !has_failed(&l));
		*ret = LEDGER_DAMAGED;
		*e = done ? *e : *why;
	}
	ledger_unread(&l);
	return done;
}
