/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading a ledger that another process may be writing: no settings, no migration, nothing prepared for later. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ledger_priv.h"

static bool open_as(struct ledger *l, const char *name, int64_t *ret_version, const char *path, struct err *e)
{
	if (sqlite3_open_v2(name, &l->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL) != SQLITE_OK)
		return l->db ? ledger_fail(l, e, "ouverture en lecture") : err_set(e, ERR_STATE, "registre : mémoire insuffisante");
	(void)sqlite3_busy_timeout(l->db, LIMIT_LEDGER_WAIT_MS);
	return ledger_check_version(l, path, ret_version, e) &&
	       (*ret_version > 0 || err_set(e, ERR_STATE, "registre %s : vide", path));
}

/* "file:" and the path, with what means something in a URI written as %xx. */
static bool uri_of(const char *path, const char *after, char *out, size_t size)
{
	size_t n = (size_t)snprintf(out, size, "file:");

	while (path[0] == '/' && path[1] == '/') /* would name a host */
		path++;
	for (; *path && n + 4 < size; path++)
		n += (size_t)snprintf(out + n, size - n, strchr("%?#", *path) ? "%%%02X" : "%c", *path);
	return !*path && (size_t)snprintf(out + n, size - n, "%s", after) < size - n;
}

/* The service is not running, and whoever asks may not write where SQLite would put the files it shares with nobody. */
static bool is_alone(const char *path)
{
	char wal[4200];

	return snprintf(wal, sizeof wal, "%s-wal", path) < (int)sizeof wal && access(wal, F_OK) != 0;
}

bool ledger_read(struct ledger *l, const char *path, int64_t *ret_version, struct err *e)
{
	char uri[4 * 4096];

	*l = (struct ledger){ 0 };
	if (!ledger_is_there(path, e))
		return false;
	if (access(path, R_OK) != 0)
		return err_sys(e, "lire le registre %s", path);
	if (!uri_of(path, "", uri, sizeof uri))
		return err_set(e, ERR_STATE, "registre : chemin trop long");
	if (open_as(l, uri, ret_version, path, e))
		return true;
	const int status = sqlite3_errcode(l->db);
	if ((status != SQLITE_CANTOPEN && status != SQLITE_READONLY) || !is_alone(path))
		return false;
	ledger_unread(l);
	return uri_of(path, "?immutable=1", uri, sizeof uri) && open_as(l, uri, ret_version, path, e);
}

void ledger_unread(struct ledger *l)
{
	(void)sqlite3_close(l->db);
	l->db = NULL;
}
