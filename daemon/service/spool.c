/* SPDX-License-Identifier: EUPL-1.2 */
/* Directories as states (a document is where its file is). Start-up recovery is in recover.c. */
#include "spool_priv.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "file.h"
#include "json.h"
#include "bounds.h"
#include "side.h"

/* What is there was never published: its drop file still is. */
static bool empty_tmp(const struct spool *s, struct err *e)
{
	int fd = openat(s->tmp, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *f;

	if (d == NULL)
		return err_sys(e, "lire tmp");
	while ((f = readdir(d)) != NULL)
		if (strcmp(f->d_name, ".") != 0 && strcmp(f->d_name, "..") != 0)
			(void)unlinkat(s->tmp, f->d_name, 0);
	closedir(d);
	return true;
}

/* What is made in here is to stand away from where files of the drop were just removed. ext4 without a journal takes no number of a file that was
 * removed in the last minutes, and looks through all of them for each copy: a third of the supervisor's time. A hint, which other file systems
 * need not know. */
static void spread_out(int etat)
{
	int flags;

	if (ioctl(etat, FS_IOC_GETFLAGS, &flags) != 0 || (flags & FS_TOPDIR_FL) != 0)
		return;
	flags |= FS_TOPDIR_FL;
	(void)ioctl(etat, FS_IOC_SETFLAGS, &flags);
}

const struct spool_dir spool_dirs[SPOOL_DIRS] = {
	{ "tmp", offsetof(struct spool, tmp) },		{ "attente", offsetof(struct spool, attente) },
	{ "archive", offsetof(struct spool, archive) }, { "annexes", offsetof(struct spool, annexes) },
	{ "quarantaine", offsetof(struct spool, quarantaine) },
};

static bool open_places(struct spool *s, struct err *e)
{
	spread_out(s->etat);
	for (size_t i = 0; i < SPOOL_DIRS; i++)
		if ((*spool_dir_fd(s, &spool_dirs[i]) = file_open_dir(s->etat, spool_dirs[i].name, 0750, e)) < 0)
			return false;
	int bons = file_open_dir(s->etat, "regles-bonnes", 0750, e);
	if (bons < 0)
		return false;
	close(bons);
	return empty_tmp(s, e);
}

enum spool_end spool_open(const char *etat, struct spool *ret, struct err *e)
{
	struct spool s = { -1, -1, -1, -1, -1, -1, -1 };
	enum spool_end end = SPOOL_FAILED;

	s.etat = file_open_dir(AT_FDCWD, etat, 0750, e);
	if (s.etat >= 0 && spool_is_ours(s.etat, etat, e))
		end = spool_lock(&s, etat, e);
	if (end == SPOOL_OPEN && !open_places(&s, e))
		end = SPOOL_FAILED;
	if (end == SPOOL_OPEN)
		*ret = s;
	else
		spool_close(&s);
	return end;
}

static void close_one(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

void spool_close(struct spool *s)
{
	for (size_t i = 0; i < SPOOL_DIRS; i++)
		close_one(spool_dir_fd(s, &spool_dirs[i]));
	close_one(&s->verrou);
	close_one(&s->etat);
}

int spool_document(const struct spool *s, const char *name, struct err *e)
{
	struct stat st;

	return file_open_regular(s->attente, name, LIMIT_DOCUMENT_BYTES, false, &st, e);
}

int spool_side(const struct spool *s, const char *name, unsigned n, struct err *e)
{
	char side[SIDE_NAME_SIZE];

	return spool_document(s, side_name(name, n, side), e);
}

bool spool_text(const struct spool *s, const char *name, struct str text, struct err *e)
{
	char file[160];

	snprintf(file, sizeof file, "%s.txt", name);
	return file_replace_through(s->tmp, s->archive, file, text, 0640, e);
}

/* One that is there already stays behind: start-up compares them. It keeps no document back. */
static bool move_sides(const struct spool *s, const char *name, int dir, struct err *e)
{
	char side[SIDE_NAME_SIZE];
	struct stat st;
	struct err why;

	for (unsigned n = 1; n <= LIMIT_SIDE_FILES; n++) {
		if (fstatat(s->attente, side_name(name, n, side), &st, AT_SYMLINK_NOFOLLOW) != 0 || file_move(s->attente, side, dir, side, &why) ||
		    why.code == ERR_STATE)
			continue;
		*e = why;
		return false;
	}
	return true;
}

static bool move_all(const struct spool *s, const char *name, int dir, struct err *e)
{
	return move_sides(s, name, dir, e) && file_move(s->attente, name, dir, name, e);
}

bool spool_archive(const struct spool *s, const char *name, bool alone, struct err *e)
{
	return alone ? file_move(s->attente, name, s->archive, name, e) : move_all(s, name, s->archive, e);
}

bool spool_archive_sync(const struct spool *s, struct err *e)
{
	return file_sync(s->archive, e);
}

static void put_or_null(struct json *j, const char *key, const char *s)
{
	if (s != NULL)
		json_str(j, key, str_c(s));
	else
		json_null(j, key);
}

static void write_note(const struct spool_note *n, struct buf *out)
{
	struct json whole, *j = &whole;
	char at[40];

	record_time(n->recu_us, at);
	json_begin(j, out, JSON_INDENTED);
	json_str(j, "motif", str_c(n->word));
	json_str(j, "phrase", n->sentence);
	json_str(j, "nom", n->nom);
	put_or_null(j, "sha256", n->sha256);
	json_int(j, "octets", n->octets);
	json_str(j, "recu", str_c(at));
	json_int(j, "essais", n->attempts);
	json_finish(j);
	buf_char(out, '\n');
}

bool spool_note(const struct spool *s, const char *name, const struct spool_note *n, struct err *e)
{
	char file[160];
	struct buf b;
	int dir = file_open_dir(s->quarantaine, n->word, 0750, e);

	if (dir < 0)
		return false;
	snprintf(file, sizeof file, "%s.json", name);
	buf_init(&b, 64 * KIB);
	write_note(n, &b);
	bool ok = file_replace_through(s->tmp, dir, file, buf_view(&b), 0640, e);
	buf_done(&b);
	close(dir);
	return ok;
}

bool spool_quarantine(const struct spool *s, const char *name, const char *word, struct err *e)
{
	char text[160];

	/* Of an attempt that a crash undid: it has no document in the archive. */
	snprintf(text, sizeof text, "%s.txt", name);
	(void)unlinkat(s->archive, text, 0);
	int dir = file_open_dir(s->quarantaine, word, 0750, e);

	if (dir < 0)
		return false;
	bool ok = move_all(s, name, dir, e) && file_sync(dir, e);
	close(dir);
	return ok;
}

bool spool_noted(const struct spool *s, const char *name, const char *word)
{
	char path[256];
	struct stat st;

	snprintf(path, sizeof path, "%s/%s.json", word, name);
	return fstatat(s->quarantaine, path, &st, AT_SYMLINK_NOFOLLOW) == 0;
}
