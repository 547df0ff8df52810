/* SPDX-License-Identifier: EUPL-1.2 */
/* Are the open files still those of their names? SQLite goes on writing into files that were renamed or removed, and all of it would be lost (ROBUST D-09):
 * the database, and beside it the log, which holds the last commits, and what says to all where it ends. Whoever comes then makes a log of his own.
 * And SQLite does not see that another program writes over the database: it would mix what it knows of the former one with an older copy.
 */
#include <errno.h>
#include <inttypes.h>
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

static struct ledger_still still(const struct ledger *l)
{
	struct stat st;

	return stat(l->path, &st) == 0 ? (struct ledger_still){ .size = st.st_size, .written = st.st_mtim, .generation = ledger_generation(l->db) } : (struct ledger_still){ 0 };
}

/* The time of writing, not of change: rights and further names are nothing that was written. */
static bool is_as_it_was(const struct ledger *l)
{
	struct stat st;

	return stat(l->path, &st) == 0 && st.st_size == l->still.size && st.st_mtim.tv_sec == l->still.written.tv_sec && st.st_mtim.tv_nsec == l->still.written.tv_nsec;
}

/* Another program's checkpoint takes the log into it, and nothing is lost; whatever else it was, is older or another ledger. */
static bool is_written_over(struct ledger *l)
{
	const bool ours = ledger_wrote(l->db);

	if (!ours && is_as_it_was(l))
		return false;
	const struct ledger_still now = still(l);
	const bool over = !ours && l->still.generation > 0 && now.generation <= l->still.generation; /* one whose creation was cut short has none yet */
	if (!over)
		l->still = now;
	return over;
}

bool ledger_raise_generation(struct ledger *l, struct err *e)
{
	char sql[64];

	if (l->still.raised)
		return true;
	(void)snprintf(sql, sizeof sql, "PRAGMA application_id = %" PRIu32, l->still.generation % INT32_MAX + 1);
	return sqlite3_exec(l->db, sql, NULL, NULL, NULL) == SQLITE_OK || ledger_fail(l, e, "préparation");
}

void ledger_committed(struct ledger *l)
{
	l->still.raised = true;
	if (ledger_wrote(l->db))
		l->still = still(l);
}

/* A log is younger than its database, but between a checkpoint and the next commit. The time of change: a copy may keep the other one. */
bool ledger_may_be_mixed(const char *path)
{
	struct stat st, log;
	char name[4200];

	(void)snprintf(name, sizeof name, "%s%s", path, BESIDE[0]);
	return stat(path, &st) == 0 && stat(name, &log) == 0 && log.st_size > 0 &&
	       (st.st_ctim.tv_sec > log.st_ctim.tv_sec || (st.st_ctim.tv_sec == log.st_ctim.tv_sec && st.st_ctim.tv_nsec > log.st_ctim.tv_nsec));
}

void ledger_place(struct ledger *l)
{
	struct stat st;

	(void)ledger_wrote(l->db);
	l->still = still(l);
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

bool ledger_in_place(struct ledger *l, struct err *e)
{
	if (l->shut)
		return err_set(e, ERR_STATE, "registre : %s ne se rouvre pas", l->path);
	if (is_moved(l))
		return moved(l, e);
	l->mixed = l->mixed || is_written_over(l);
	if (l->mixed)
		return err_set(e, ERR_STATE, "registre : un autre programme a écrit dans %s pendant le service (une sauvegarde remise ?) : redémarrez le service, il le vérifie et dit quoi faire", l->path);
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
	if (!l->shut && (is_moved(l) || l->mixed || is_foreign(l, e)))
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
