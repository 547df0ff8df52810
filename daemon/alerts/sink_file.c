/* SPDX-License-Identifier: EUPL-1.2 */
/* The JSON Lines file: the complete published record. One write(2) per line, so that a reader or a crash never sees two
 * lines mixed. A line torn by a crash stays, ended with a line feed, and the outbox sends it whole after it (ROBUST
 * D-06): decided against cutting off what an earlier process wrote and others may have read. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bounds.h"
#include "file.h"
#include "sink_priv.h"

#define LOCK_WAIT_MS 200 /* a service that was killed as it started a host: that process has its descriptors for an instant more */

/* End a torn last line. */
static bool mend(const struct sink *s, struct err *e)
{
	struct stat st;
	char last = '\n';

	if (fstat(s->fd, &st) != 0)
		return err_sys(e, "lire l'état de %s", s->path);
	if (st.st_size > 0 && pread(s->fd, &last, 1, st.st_size - 1) != 1)
		return err_sys(e, "lire la fin de %s", s->path);
	if (last != '\n' && write(s->fd, "\n", 1) != 1)
		return err_sys(e, "terminer la dernière ligne de %s", s->path);
	return true;
}

/* A new name must last as well as the lines behind it. */
static bool sync_directory(const char *path, struct err *e)
{
	const char *slash = strrchr(path, '/');
	char *dir = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
	int fd = dir ? open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	bool done = fd >= 0 && fsync(fd) == 0;

	if (!done)
		(void)err_sys(e, "garantir le nom %s", path);
	if (fd >= 0)
		(void)close(fd);
	free(dir);
	return done;
}

static void release(struct sink *s)
{
	if (s->fd >= 0)
		(void)close(s->fd);
	s->fd = -1;
	s->seen = false;
}

static bool check_regular(const struct sink *s, struct err *e)
{
	struct stat st;

	if (fstat(s->fd, &st) != 0)
		return err_sys(e, "lire l'état de %s", s->path);
	return S_ISREG(st.st_mode) || err_set(e, ERR_STATE, "%s n'est pas un fichier ordinaire", s->path);
}

/* Two services would weave two chains of records into one file, and neither could be followed. A file system that does not lock separates nobody. */
static bool hold(const struct sink *s, struct err *e)
{
	return file_lock(s->fd, LOCK_WAIT_MS, NULL) || errno != EWOULDBLOCK ||
	       err_set(e, ERR_STATE, "un autre scrutateur écrit déjà dans %s : donnez à chacun son fichier (alertes.fichier ; « fuser -v %s » nomme le processus)", s->path, s->path);
}

static bool open_file(struct sink *s, struct err *e)
{
	if (!s->path || !*s->path)
		return err_set(e, ERR_VALUE, "sortie fichier sans chemin");
	/* O_NONBLOCK: a FIFO under that name must not hold the daemon. */
	s->fd = open(s->path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0640);
	if (s->fd < 0)
		return err_sys(e, "ouvrir %s", s->path);
	if (check_regular(s, e) && hold(s, e) && mend(s, e) && sync_directory(s->path, e))
		return true;
	release(s);
	return false;
}

/* Removed while lines were written to it: they are nowhere. A file that has only got another name has them. */
static bool is_removed(struct sink *s)
{
	struct stat st;
	const bool there = fstat(s->fd, &st) == 0 && st.st_nlink > 0;

	s->end = there ? st.st_size : 0;
	return !there;
}

/* What others did to it since the last sync. Lines that were delivered are told no more. */
static void look_for_losses(struct sink *s)
{
	struct stat st;

	if (s->end == 0 || fstat(s->fd, &st) != 0)
		return;
	if (st.st_nlink == 0)
		s->loss = "a été effacé";
	else if (st.st_size < s->end)
		s->loss = "a été vidé ou raccourci";
	s->end = 0;
}

/* What the kernel dropped is not written by a second sync (ROBUST D-07): open anew, the outbox sends it again. */
static bool flush(struct sink *s, struct err *e)
{
	s->seen = false;
	if (!s->dirty)
		return true;
	s->dirty = false;
	if (fdatasync(s->fd) != 0)
		(void)err_sys(e, "garantir %s sur le disque", s->path);
	else if (is_removed(s))
		(void)err_set(e, ERR_STATE, "%s a été supprimé pendant qu'on y écrivait", s->path);
	else
		return true;
	release(s);
	s->lost = true;
	return false;
}

/* Also false for lines lost before, while a rotation was followed: whoever delivered them has not been told yet. */
static bool sync_file(struct sink *s, struct err *e)
{
	bool done = flush(s, e);

	if (done && s->lost)
		done = err_set(e, ERR_STATE, "%s : des lignes n'ont pas pu être garanties sur le disque", s->path);
	s->lost = false;
	return done;
}

static bool is_renamed(const struct sink *s)
{
	struct stat here, there;

	return fstat(s->fd, &here) != 0 || stat(s->path, &there) != 0 || here.st_dev != there.st_dev ||
	       here.st_ino != there.st_ino;
}

/* The file under the path: after a rotation the old one is synced before it is let go. */
static bool follow(struct sink *s, struct err *e)
{
	/* Once for all lines of one sync, and after whatever went wrong: our own cut may have failed, and others can shorten the file under us. */
	if (s->seen)
		return true;
	if (s->fd >= 0)
		look_for_losses(s);
	if (s->fd >= 0 && !is_renamed(s))
		return s->seen = mend(s, e);
	if (!flush(s, e))
		return false;
	release(s);
	return s->seen = open_file(s, e);
}

/* A short write is a disk that fills up: the part just written goes away again, or else the line is ended before the
 * next. */
static void take_back(const struct sink *s, ssize_t written)
{
	struct stat st;

	if (fstat(s->fd, &st) == 0)
		(void)!ftruncate(s->fd, st.st_size - written);
}

static bool write_line(struct sink *s, struct str line, struct err *e)
{
	ssize_t n;

	do
		n = write(s->fd, line.p, line.n);
	while (n < 0 && errno == EINTR);
	if (n == (ssize_t)line.n) {
		s->dirty = true;
		return true;
	}
	s->seen = false;
	if (n < 0)
		return err_sys(e, "écrire dans %s", s->path);
	take_back(s, n);
	return err_set(e, ERR_STATE, "%s : ligne écrite en partie, le disque est plein ou limité", s->path);
}

static bool deliver_file(struct sink *s, const struct sink_record *r, struct err *e)
{
	struct buf line;

	if (!follow(s, e))
		return false;
	buf_init(&line, LIMIT_RECORD_LINE + 1);
	buf_str(&line, r->line);
	buf_char(&line, '\n');
	bool done = line.full ? err_set(e, ERR_LIMIT, "enregistrement de plus de %zu octets", LIMIT_RECORD_LINE)
			      : write_line(s, buf_view(&line), e);
	buf_done(&line);
	return done;
}

const struct sink_ops SINK_FILE_OPS = { open_file, deliver_file, sync_file, release };
