/* SPDX-License-Identifier: EUPL-1.2 */
/* Copy, hash, compare; and in the end remove. Claiming by rename was measured and decided against: a writer that still has the
 * file open keeps writing into it. The name is removed through a second name of ours, because between a stat and an unlink
 * another document can take the name; a stranger caught that way is given its name back.
 */
#include "take.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
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

/* What is there under that name was left behind by a copy that failed. */
static int create_copy(int tmp, const char *name)
{
	const int how = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
	const int fd = openat(tmp, name, how, 0640);

	if (fd >= 0 || errno != EEXIST || unlinkat(tmp, name, 0) != 0)
		return fd;
	return openat(tmp, name, how, 0640);
}

/* Which disk it is, and that it is enough to make room. */
static void say_where(int dir, struct err *e)
{
	char self[32], path[300];

	(void)snprintf(self, sizeof self, "/proc/self/fd/%d", dir);
	const ssize_t n = readlink(self, path, sizeof path - 1);
	path[n > 0 ? n : 0] = '\0';
	(void)err_reword(e, "copier dans %s : %s%s", path, e->msg,
			 e->sys == ENOSPC || e->sys == EDQUOT ? " ; libérez-y de la place, la prise reprendra seule" : "");
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
	p->fd = create_copy(d->tmp, p->copy);
	if (p->fd < 0) {
		err_sys(e, "créer la copie");
		close(from);
		return TAKE_OURS;
	}
	end = fill(from, max_bytes, p, e);
	close(from);
	if (end == TAKE_DONE)
		return end;
	if (end == TAKE_OURS)
		say_where(d->tmp, e);
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

	if (errno == EEXIST) {
		err_set(e, ERR_STATE, "tous les noms « " NAME_LEAVING "… » y sont occupés : enlevez ce qui les porte");
		return TAKE_STAYS;
	}
	err_sys(e, "retirer du dépôt");
	return no_right ? TAKE_KEPT : TAKE_STAYS;
}

/* Where the file system cannot refuse to replace (some shares), a look before does it: these names are ours alone. */
static bool rename_ours(int from, const char *name, int depot, const char *leaving)
{
	struct stat st;

	if (renameat2(from, name, depot, leaving, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	if (fstatat(depot, leaving, &st, AT_SYMLINK_NOFOLLOW) == 0)
		errno = EEXIST;
	return errno == ENOENT && renameat(from, name, depot, leaving) == 0;
}

/* Never under the name it came by: whoever puts another document there between a look and a removal would lose it. */
static bool give_our_name(int from, const char *name, int depot, char leaving[LEAVING_SIZE])
{
	for (unsigned i = 0; i < LIMIT_LEAVING; i++) {
		if (rename_ours(from, name, depot, leaving_name(i, leaving)))
			return true;
		if (errno != EEXIST)
			return false;
	}
	return false;
}

enum take_end piece_leave(int depot, int from, const struct piece *p, struct err *e)
{
	const bool ours = from == depot && is_leaving(p->name); /* a leftover of a crash */
	char given[LEAVING_SIZE];
	const char *leaving = ours ? p->name : given;
	struct stat st;

	if (!ours && !give_our_name(from, p->name, depot, given))
		return errno == ENOENT ? TAKE_DONE : cannot_leave(e); /* removed by the uploader, it is recorded all the same */
	if (fstatat(depot, leaving, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return TAKE_DONE;
	struct look l = look_of(&st);
	l.ctime_ns = p->look.ctime_ns; /* our own rename changed it */
	/* When the name was taken once more, the stranger keeps ours and is met at the next pass. */
	if (!look_same(&l, &p->look)) {
		(void)renameat2(depot, leaving, from, p->name, RENAME_NOREPLACE);
		return TAKE_CHANGED;
	}
	/* Not put back: that would change its ctime, and it would be another file. */
	return unlinkat(depot, leaving, 0) == 0 || errno == ENOENT ? TAKE_DONE : cannot_leave(e);
}
