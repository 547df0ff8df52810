/* SPDX-License-Identifier: EUPL-1.2 */
/* Are the open files still those of their names? SQLite goes on writing into files that were renamed or removed, and all of it would be lost (ROBUST D-09):
 * the database, and beside it the log, which holds the last commits, and what says to all where it ends. Whoever comes then makes a log of his own.
 */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "ledger_priv.h"

static const char *const BESIDE[LEDGER_BESIDE] = { "-wal", "-shm" };

/* How the file beside the database is; false: there is none. */
static bool look_beside(const struct ledger *l, size_t i, struct stat *st)
{
	char path[4200];

	(void)snprintf(path, sizeof path, "%s%s", l->path, BESIDE[i]);
	return stat(path, st) == 0;
}

void ledger_place(struct ledger *l)
{
	struct stat st;

	for (size_t i = 0; i < LEDGER_BESIDE; i++)
		l->beside[i] = look_beside(l, i, &st) ? (struct ledger_file){ true, st.st_dev, st.st_ino } : (struct ledger_file){ false, 0, 0 };
}

static bool is_moved(const struct ledger *l)
{
	int moved = 0;

	return sqlite3_file_control(l->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || moved;
}

static bool moved(const struct ledger *l, struct err *e)
{
	struct stat st;

	if (stat(l->path, &st) != 0 && errno == EACCES)
		return err_set(e, ERR_STATE, "registre : %s n'est plus accessible (accès refusé) : rendez au service ses droits sur le répertoire d'état", l->path);
	return err_set(e, ERR_STATE,
		       "registre : son fichier a été déplacé ou supprimé pendant le service (%s) : arrêtez le service, puis remettez-le à sa place, ou « scrutateur reconstruire »",
		       l->path);
}

static bool is_beside(const struct ledger *l, size_t i)
{
	struct stat st;

	return !l->beside[i].there || (look_beside(l, i, &st) && st.st_dev == l->beside[i].dev && st.st_ino == l->beside[i].ino);
}

bool ledger_in_place(const struct ledger *l, struct err *e)
{
	if (l->shut)
		return err_set(e, ERR_STATE, "registre : %s ne se rouvre pas", l->path);
	if (is_moved(l))
		return moved(l, e);
	for (size_t i = 0; i < LEDGER_BESIDE; i++)
		if (!is_beside(l, i))
			return err_set(e, ERR_STATE, "registre : %s%s a été ôté ou remplacé pendant le service, qui refait le sien", l->path, BESIDE[i]);
	return true;
}

/* What is in the log that is open goes into the database, which is complete then. */
static bool empty_log(struct ledger *l, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int status = sqlite3_prepare_v2(l->db, "PRAGMA wal_checkpoint(TRUNCATE)", -1, &st, NULL);

	if (status == SQLITE_OK)
		status = sqlite3_step(st);
	const bool emptied = status == SQLITE_ROW && sqlite3_column_int(st, 0) == 0;
	if (status != SQLITE_ROW)
		(void)ledger_fail(l, e, "reprise de son journal");
	else if (!emptied)
		(void)err_set(e, ERR_STATE, "registre : %s%s a été ôté ou remplacé pendant le service, et un autre programme lit le registre (« fuser -v %s ») : le service refait le sien dès qu'il a fini",
			      l->path, BESIDE[0], l->path);
	(void)sqlite3_finalize(st);
	return emptied;
}

/* The log of another program's making is not ours to remove; an empty one holds nothing. */
static bool is_foreign(const struct ledger *l, struct err *e)
{
	struct stat st;

	return !is_beside(l, 0) && look_beside(l, 0, &st) && st.st_size > 0 &&
	       !err_set(e, ERR_STATE, "registre : un autre fichier est à la place de %s%s : ôtez-le, le service refait le sien", l->path, BESIDE[0]);
}

bool ledger_mend(struct ledger *l, bool *ret_mended, struct err *e)
{
	const int patience_ms = l->patience_ms;

	*ret_mended = false;
	if (ledger_in_place(l, e))
		return true;
	if (!l->shut && (is_moved(l) || is_foreign(l, e)))
		return false;
	ledger_asked(l);
	if (!l->shut && !empty_log(l, e))
		return false;
	ledger_shut(l);
	l->shut = !ledger_open_again(l, e);
	ledger_wait_at_most(l, patience_ms);
	*ret_mended = !l->shut;
	return *ret_mended;
}
