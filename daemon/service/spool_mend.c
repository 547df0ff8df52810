/* SPDX-License-Identifier: EUPL-1.2 */
/* A descriptor outlives the name of its directory: what is written into a removed one is nowhere, without an error that names it. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "spool_priv.h"

static bool is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool may_write(int etat, const char *name, struct err *e)
{
	if (faccessat(etat, name, R_OK | W_OK | X_OK, AT_EACCESS) == 0)
		return true;
	(void)(strcmp(name, ".") == 0 ? err_sys(e, "le répertoire d'état ne se laisse plus écrire") : err_sys(e, "le répertoire d'état ne se laisse plus écrire dans « %s »", name));
	return err_reword(e, "%s : rendez-le au service (chown, chmod u+rwx)", e->msg);
}

/* The next start would refuse it: better said now. */
static bool is_still_ours(int etat, struct err *e)
{
	struct stat st;

	if (fstat(etat, &st) == 0 && st.st_nlink == 0)
		return err_set(e, ERR_STATE, "le répertoire d'état a été effacé, registre compris : arrêtez le service et remettez une sauvegarde");
	return spool_is_ours(etat, "le répertoire d'état", e) && may_write(etat, ".", e);
}

static enum spool_places open_again(int etat, const char *name, int *fd, struct err *e)
{
	const int now = file_open_dir(etat, name, 0750, e);

	if (now < 0 && e->sys == ENOTDIR)
		(void)err_set(e, ERR_STATE, "« %s » n'est plus un répertoire dans le répertoire d'état : ôtez ce qui est à sa place, il sera refait", name);
	else if (now < 0)
		(void)err_reword(e, "« %s » manque dans le répertoire d'état et ne peut pas être refait : %s", name, e->msg);
	if (now < 0)
		return SPOOL_WRONG;
	(void)close(*fd);
	*fd = now;
	return SPOOL_MENDED;
}

static enum spool_places look_at(int etat, const char *name, int *fd, struct err *e)
{
	struct stat held, named;
	const bool there = fstatat(etat, name, &named, AT_SYMLINK_NOFOLLOW) == 0;

	if (fstat(*fd, &held) == 0 && there && is_same(&held, &named))
		return may_write(etat, name, e) ? SPOOL_WHOLE : SPOOL_WRONG;
	return open_again(etat, name, fd, e);
}

static void name(char said[200], const char *what)
{
	const size_t n = strlen(said);

	(void)snprintf(said + n, 200 - n, "%s%s", n > 0 ? ", " : "", what);
}

enum spool_places spool_mend(struct spool *s, char said[200], struct err *e)
{
	enum spool_places one = is_still_ours(s->etat, e) ? SPOOL_WHOLE : SPOOL_WRONG;

	said[0] = '\0';
	for (size_t i = 0; i < SPOOL_DIRS && one != SPOOL_WRONG; i++) {
		one = look_at(s->etat, spool_dirs[i].name, spool_dir_fd(s, &spool_dirs[i]), e);
		if (one == SPOOL_MENDED)
			name(said, spool_dirs[i].name);
	}
	if (one != SPOOL_WRONG && (one = spool_lock_mend(s, e)) == SPOOL_MENDED)
		name(said, "verrou");
	return one == SPOOL_WRONG ? one : said[0] != '\0' ? SPOOL_MENDED : SPOOL_WHOLE;
}
