/* SPDX-License-Identifier: EUPL-1.2 */
/* Copy, hash, compare; and in the end remove. Claiming by rename was measured and decided against: a writer that still has the
 * file open keeps writing into it. The name is removed through a second name of ours, because between a stat and an unlink
 * another document can take the name; a stranger caught that way is given its name back.
 */
#include "take.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "drop_names.h"
#include "file.h"

static enum take_end end_of_open(const struct err *e)
{
	if (e->code != ERR_SYS)
		return TAKE_CHANGED;
	switch (e->sys) {
	case ENOENT:
	case ELOOP:
		return TAKE_CHANGED;
	case EACCES:
	case EPERM:
		return TAKE_UNREADABLE;
	case EMFILE:
	case ENFILE:
	case ENOMEM:
		return TAKE_OURS;
	default:
		return TAKE_SOURCE;
	}
}

static bool unchanged(int fd, const struct look *as)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return false;
	struct look l = look_of(&st);
	return look_same(&l, as);
}

static enum take_end fill(int from, uint64_t max_bytes, struct piece *p, struct err *e)
{
	struct err why = { 0 };

	if (!file_copy(from, p->fd, max_bytes, &p->sha256, &p->bytes, &why)) {
		*e = why;
		if (why.code == ERR_LIMIT)
			return TAKE_CHANGED;
		return why.sys == ENOSPC || why.sys == EDQUOT ? TAKE_OURS : TAKE_SOURCE;
	}
	/* Only begun: the syncs of a group then find most of it written. */
	(void)sync_file_range(p->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
	return unchanged(from, &p->look) && p->bytes == (uint64_t)p->look.size ? TAKE_DONE : TAKE_CHANGED;
}

enum take_end piece_copy(const struct take_dirs *d, int from_dir, uint64_t max_bytes, struct piece *p, struct err *e)
{
	struct stat st;
	enum take_end end;
	int from = file_open_regular(from_dir, p->name, max_bytes, false, &st, e);

	p->fd = -1;
	if (from < 0)
		return end_of_open(e);
	struct look l = look_of(&st);
	if (!look_same(&l, &p->look)) {
		close(from);
		return TAKE_CHANGED;
	}
	(void)unlinkat(d->tmp, p->copy, 0);
	p->fd = openat(d->tmp, p->copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640);
	if (p->fd < 0) {
		err_sys(e, "créer la copie");
		close(from);
		return TAKE_OURS;
	}
	end = fill(from, max_bytes, p, e);
	close(from);
	if (end == TAKE_DONE)
		return end;
	close(p->fd);
	p->fd = -1;
	(void)unlinkat(d->tmp, p->copy, 0);
	return end;
}

bool piece_sync(struct piece *p, struct err *e)
{
	bool ok = file_sync(p->fd, e);

	if (close(p->fd) != 0 && ok)
		ok = err_sys(e, "fermer la copie");
	p->fd = -1;
	return ok;
}

static enum take_end cannot_leave(struct err *e)
{
	const bool no_right = errno == EACCES || errno == EPERM || errno == EROFS;

	err_sys(e, "retirer du dépôt");
	return no_right ? TAKE_KEPT : TAKE_STAYS;
}

enum take_end piece_leave(int depot, int from, const struct piece *p, struct err *e)
{
	const char *name = NAME_LEAVING;
	int where = depot;
	struct stat st;

	/* A leftover of a crash is itself the file to remove; while one waits, others go under their own name. */
	if (strcmp(p->name, NAME_LEAVING) != 0 && renameat2(from, p->name, depot, NAME_LEAVING, RENAME_NOREPLACE) != 0) {
		if (errno == ENOENT)
			return TAKE_DONE; /* the uploader removed it: it is recorded all the same */
		if (errno != EEXIST && errno != EINVAL &&
		    errno != ENOSYS) /* the last two: a file system without RENAME_NOREPLACE */
			return cannot_leave(e);
		name = p->name;
		where = from;
	}
	if (fstatat(where, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return TAKE_DONE;
	struct look l = look_of(&st);
	l.ctime_ns = p->look.ctime_ns; /* our own rename changed it */
	/* When the name was taken once more, the stranger keeps the leaving name and is met at the next pass. */
	if (!look_same(&l, &p->look)) {
		(void)renameat2(depot, NAME_LEAVING, from, p->name, RENAME_NOREPLACE);
		return TAKE_CHANGED;
	}
	/* Not put back: that would change its ctime, and it would be another file. */
	return unlinkat(where, name, 0) == 0 || errno == ENOENT ? TAKE_DONE : cannot_leave(e);
}
