/* SPDX-License-Identifier: EUPL-1.2 */
/* One state directory, one service. The lock is on the directory itself, which nobody can remove and make anew while it is the same state; the file
 * `verrou` says which process has it, and is made again when it was removed.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "file.h"
#include "share.h"
#include "spool_priv.h"

#define LOCK_NAME "verrou"
#define LOCK_WAIT_MS 3000
#define PID_SIZE 16

bool spool_is_ours(int etat, const char *path, struct err *e)
{
	struct stat st;

	if (fstat(etat, &st) != 0)
		return err_sys(e, "examiner %s", path);
	if (st.st_uid != geteuid())
		return err_set(e, ERR_STATE, "%s appartient à un autre utilisateur (%u) : rendez-le au service (chown)", path, (unsigned)st.st_uid);
	if ((st.st_mode & S_IWOTH) != 0)
		return err_set(e, ERR_STATE, "%s est ouvert en écriture à tous (mode %04o) : chmod o-w", path, st.st_mode & 07777);
	/* Locks, syncs and renames mean there what the server makes of them. */
	if (share_of(etat) != NULL)
		return err_set(e, ERR_VALUE, "%s est sur un partage (%s) : le répertoire d'état doit être sur un disque local", path,
			       share_of(etat));
	return true;
}

static pid_t read_pid(int fd)
{
	char text[PID_SIZE];
	const ssize_t n = pread(fd, text, PID_SIZE - 1, 0);
	int64_t pid = 0;

	text[n > 0 ? n : 0] = '\0';
	text[strspn(text, "0123456789")] = '\0';
	return str_int(str_c(text), &pid) && pid > 0 ? (pid_t)pid : 0;
}

static int open_lock(int etat, int how)
{
	return openat(etat, LOCK_NAME, how | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0640);
}

/* Of the directory, or of the file itself; 0: it is not known. */
static pid_t named_in(int etat)
{
	const int fd = open_lock(etat, O_RDONLY);

	if (fd < 0)
		return errno == ENOTDIR ? read_pid(etat) : 0;
	const pid_t pid = read_pid(fd);
	close(fd);
	return pid;
}

/* A service that was killed at the moment at which it started a host: that process still holds its lock, until it is another program. */
static bool holder_is_dead(int fd)
{
	const pid_t pid = named_in(fd);

	return pid > 0 && kill(pid, 0) != 0 && errno == ESRCH;
}

static enum spool_end hold(int fd, int64_t wait_ms, const char *path, struct err *e)
{
	char process[32] = "";

	if (file_lock(fd, wait_ms, holder_is_dead))
		return SPOOL_OPEN;
	if (errno != EWOULDBLOCK) {
		err_sys(e, "verrouiller %s", path);
		return SPOOL_FAILED;
	}
	const pid_t pid = named_in(fd);
	if (pid > 0)
		(void)snprintf(process, sizeof process, " (processus %d)", (int)pid);
	err_set(e, ERR_STATE, "%s est déjà utilisé par un autre scrutateur%s", path, process);
	return SPOOL_BUSY;
}

/* Its lock is for who only asks, and for a service of before, which has no other. */
static enum spool_end name_ourselves(struct spool *s, int64_t wait_ms, const char *path, struct err *e)
{
	char pid[PID_SIZE];
	const int n = snprintf(pid, sizeof pid, "%d\n", (int)getpid()), fd = open_lock(s->etat, O_RDWR | O_CREAT);

	if (fd < 0) {
		err_sys(e, "ouvrir %s/" LOCK_NAME, path);
		return SPOOL_FAILED;
	}
	enum spool_end end = hold(fd, wait_ms, path, e);
	if (end == SPOOL_OPEN && (ftruncate(fd, 0) != 0 || pwrite(fd, pid, (size_t)n, 0) != n)) {
		err_sys(e, "écrire %s/" LOCK_NAME, path);
		end = SPOOL_FAILED;
	}
	if (end != SPOOL_OPEN) {
		close(fd);
		return end;
	}
	if (s->verrou >= 0)
		close(s->verrou);
	s->verrou = fd;
	return end;
}

enum spool_end spool_lock(struct spool *s, const char *path, struct err *e)
{
	const enum spool_end end = hold(s->etat, LOCK_WAIT_MS, path, e);

	return end == SPOOL_OPEN ? name_ourselves(s, LOCK_WAIT_MS, path, e) : end;
}

enum spool_places spool_lock_mend(struct spool *s, struct err *e)
{
	struct stat held, named;

	if (fstat(s->verrou, &held) == 0 && fstatat(s->etat, LOCK_NAME, &named, AT_SYMLINK_NOFOLLOW) == 0 && held.st_dev == named.st_dev &&
	    held.st_ino == named.st_ino)
		return SPOOL_WHOLE;
	if (name_ourselves(s, 0, "le répertoire d'état", e) == SPOOL_OPEN)
		return SPOOL_MENDED;
	(void)err_reword(e, "« " LOCK_NAME " » a été ôté du répertoire d'état et n'y peut pas être refait (%s) : ôtez ce qui est à sa place", e->msg);
	return SPOOL_WRONG;
}

/* Held for an instant when it is free: a service that starts just then would find it taken. */
static bool is_held(int fd)
{
	return fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

pid_t spool_holder(const char *etat, struct err *e)
{
	const int dir = open(etat, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	const int file = dir >= 0 ? open_lock(dir, O_RDONLY) : -1;
	pid_t pid = 0;

	if (file < 0 && errno != ENOENT) {
		err_sys(e, "lire %s/" LOCK_NAME, etat);
		pid = -1;
	} else if (is_held(dir) || is_held(file)) {
		pid = file >= 0 ? read_pid(file) : 0;
		if (pid == 0)
			pid = err_set(e, ERR_STATE, "un service tient %s, mais " LOCK_NAME " ne dit pas lequel : il le refait en quelques secondes", etat) - 1;
	}
	if (file >= 0)
		close(file);
	if (dir >= 0)
		close(dir);
	return pid;
}
