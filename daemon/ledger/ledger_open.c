/* SPDX-License-Identifier: EUPL-1.2 */
/* Opening the ledger: what kind of file it is, which version, and the settings without which its promises would not
 * hold. The whole check of its pages takes time that grows with history, so it is left to a command. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger_priv.h"

#define PROGRESS_STEPS 100000 /* of SQLite's machine, between two calls of ledger_migrating_fn: some 10 ms */

static const char SETTINGS[] = "PRAGMA journal_mode = WAL; " LEDGER_SYNCED ";"
			       " PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -8192;"
			       " PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF";

static bool run_script(struct ledger *l, const char *sql, const char *what, struct err *e)
{
	return sqlite3_exec(l->db, sql, NULL, NULL, NULL) == SQLITE_OK || ledger_fail(l, e, what);
}

static bool ask_number(struct ledger *l, const char *sql, int64_t *ret, struct err *e)
{
	sqlite3_stmt *st = NULL;
	bool row = sqlite3_prepare_v2(l->db, sql, -1, &st, NULL) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW;

	if (row)
		*ret = sqlite3_column_int64(st, 0);
	else
		(void)ledger_fail(l, e, "lecture de sa version");
	(void)sqlite3_finalize(st);
	return row;
}

static bool no_file(const char *path, struct err *e)
{
	return err_set(e, ERR_VALUE, "le registre %s n'est pas un fichier ordinaire", path);
}

bool ledger_is_there(const char *path, struct err *e)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return errno == ENOENT ? err_set(e, ERR_STATE, "pas de registre %s : aucun service n'y a encore écrit, ou il a été effacé (« scrutateur reconstruire »)", path)
				       : err_sys(e, "examiner le registre %s", path);
	return S_ISREG(st.st_mode) || no_file(path, e);
}

/* SQLite would create it 0644; -wal and -shm take the mode of the file itself. */
static bool create_file(const char *path, struct err *e)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0640);

	if (fd < 0 && (errno == EISDIR || errno == ELOOP || errno == ENXIO))
		return no_file(path, e);
	return ((fd >= 0 && close(fd) == 0) || err_sys(e, "ouvrir le registre %s", path)) && ledger_is_there(path, e);
}

bool ledger_check_version(struct ledger *l, const char *path, int64_t *ret, struct err *e)
{
	int64_t tables = 0;

	if (!ask_number(l, "PRAGMA user_version", ret, e) ||
	    !ask_number(l, "SELECT count(*) FROM sqlite_schema", &tables, e))
		return false;
	if (*ret > LEDGER_VERSION)
		return err_set(e, ERR_VALUE,
			       "registre %s : version %lld, plus récente que ce programme (%d) ; rien n'a été modifié",
			       path, (long long)*ret, LEDGER_VERSION);
	if (*ret < 0 || (*ret == 0 && tables > 0))
		return err_set(e, ERR_VALUE, "%s n'est pas un registre de Scrutateur", path);
	return true;
}

struct migrating {
	ledger_migrating_fn fn;
	void *ctx;
	int64_t from;
};

static int on_progress(void *ctx)
{
	const struct migrating *m = ctx;

	m->fn(m->ctx, (int)m->from, LEDGER_VERSION);
	return 0;
}

/* The version is read again inside the transaction: another process may have migrated in between. */
static bool migrate(struct ledger *l, const char *path, struct migrating *m, struct err *e)
{
	if (!ledger_begin(l, e))
		return false;
	bool done = ledger_check_version(l, path, &m->from, e);
	if (m->fn && m->from > 0 && m->from < LEDGER_VERSION) {
		(void)on_progress(m);
		sqlite3_progress_handler(l->db, PROGRESS_STEPS, on_progress, m);
	}
	for (int64_t version = m->from; done && version < LEDGER_VERSION; version++) /* each sets user_version */
		done = run_script(l, LEDGER_MIGRATIONS[version], "mise à niveau", e);
	done = ledger_finish(l, done, e);
	sqlite3_progress_handler(l->db, 0, NULL, NULL);
	return done;
}

static bool prepare_database(struct ledger *l, const char *path, struct migrating *m, struct err *e)
{
	int64_t version = 0;

	if (sqlite3_open_v2(path, &l->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, ledger_files()) != SQLITE_OK)
		return l->db ? ledger_fail(l, e, "ouverture")
			     : err_set(e, ERR_STATE, "registre : mémoire insuffisante");
	ledger_wait_at_most(l, LIMIT_LEDGER_WAIT_MS);
	/* Look before touching: a newer ledger must not even have its journal mode changed. */
	if (!ledger_check_version(l, path, &version, e))
		return false;
	if (!run_script(l, SETTINGS, "réglages", e) || (version != LEDGER_VERSION && !migrate(l, path, m, e)))
		return false;
	ledger_place(l);
	return true;
}

/* After a death, or while it was open, another database may have been put under the log of this one; the two together are none. */
static bool check_mixed(struct ledger *l, struct migrating *m, struct err *e)
{
	enum ledger_health health;
	struct err why;

	m->from = LEDGER_VERSION;
	if (m->fn) {
		(void)on_progress(m);
		sqlite3_progress_handler(l->db, PROGRESS_STEPS, on_progress, m);
	}
	const bool known = ledger_check_pages(l, &health, &why, e);
	sqlite3_progress_handler(l->db, 0, NULL, NULL);
	l->mixed = !known || health != LEDGER_SOUND;
	if (known && l->mixed)
		return err_set(e, ERR_DAMAGED,
			       "registre : %s a été remplacé ou réécrit, et ne va pas avec son journal (%s-wal) : « scrutateur reconstruire », ou remettez une sauvegarde entière après avoir ôté -wal et -shm",
			       l->path, LEDGER_NAME);
	return known;
}

bool ledger_open_again(struct ledger *l, struct err *e)
{
	const bool done = prepare_database(l, l->path, &(struct migrating){ 0 }, e);

	if (!l->db)
		abort();
	return done;
}

void ledger_wait_at_most(struct ledger *l, int ms)
{
	l->patience_ms = ms;
	l->held = false;
	(void)sqlite3_busy_timeout(l->db, ms);
}

struct ledger *ledger_open_slowly(const char *path, ledger_migrating_fn fn, void *ctx, struct err *e)
{
	struct migrating m = { .fn = fn, .ctx = ctx };
	struct ledger *l = calloc(1, sizeof *l);
	const bool doubtful = ledger_may_be_mixed(path);

	if (!l || !(l->path = strdup(path))) {
		(void)err_set(e, ERR_SYS, "registre : mémoire insuffisante");
		free(l);
		return NULL;
	}
	if (gethostname(l->host, sizeof l->host - 1) != 0 || !*l->host)
		memcpy(l->host, "localhost", sizeof "localhost");
	if (create_file(path, e) && prepare_database(l, path, &m, e) && (!doubtful || check_mixed(l, &m, e)))
		return l;
	ledger_close(l);
	return NULL;
}

struct ledger *ledger_open(const char *path, struct err *e)
{
	return ledger_open_slowly(path, NULL, NULL, e);
}

void ledger_shut(struct ledger *l)
{
	for (size_t i = 0; i < Q_COUNT; i++) {
		(void)sqlite3_finalize(l->prepared[i]);
		l->prepared[i] = NULL;
	}
	if (l->mixed) /* each stays what it is */
		(void)sqlite3_db_config(l->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	(void)sqlite3_close(l->db);
	l->db = NULL;
}

void ledger_close(struct ledger *l)
{
	if (!l)
		return;
	ledger_shut(l);
	free(l->path);
	free(l);
}
