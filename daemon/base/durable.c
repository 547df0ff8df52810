/* SPDX-License-Identifier: EUPL-1.2 */
/* Changes of names and contents that must outlast a power cut: content synced before it gets its name, the directory
 * synced after. No fallback where the file system cannot rename without replacing: the state directory is local, and a
 * second way would be the untested one.
 */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/limits.h> /* <limits.h> would be base/limits.h */
#include <stdio.h>
#include <unistd.h>

bool file_sync(int fd, struct err *e)
{
	int r;
	do
		r = fsync(fd);
	while (r != 0 && errno == EINTR);
	return r == 0 || err_sys(e, "synchroniser");
}

bool file_move(int from_dir, const char *from, int to_dir, const char *to, struct err *e)
{
	if (renameat2(from_dir, from, to_dir, to, RENAME_NOREPLACE) != 0) {
		if (errno == EEXIST)
			return err_set(e, ERR_STATE, "« %s » existe déjà", to);
		return err_sys(e, "déplacer « %s » vers « %s »", from, to);
	}
	return true;
}

bool file_publish(int from_dir, const char *from, int to_dir, const char *to, struct err *e)
{
	if (!file_move(from_dir, from, to_dir, to, e))
		return false;
	/* First where the name now is: the other order could show the file nowhere. */
	return file_sync(to_dir, e) && (from_dir == to_dir || file_sync(from_dir, e));
}

/* Write, give the mode, sync and close a new file. Its descriptor is closed in every case. */
static bool write_new(int fd, const char *name, struct str content, mode_t mode, struct err *e)
{
	bool ok = file_write_all(fd, content, e) || err_reword(e, "« %s » : %s", name, e->msg);
	if (ok && fchmod(fd, mode) != 0)
		ok = err_sys(e, "donner ses droits au fichier");
	ok = ok && file_sync(fd, e);
	if (close(fd) != 0 && ok)
		ok = err_sys(e, "fermer");
	return ok;
}

bool file_replace(int dirfd, const char *name, struct str content, mode_t mode, struct err *e)
{
	return file_replace_through(dirfd, dirfd, name, content, mode, e);
}

bool file_replace_through(int tmp, int dirfd, const char *name, struct str content, mode_t mode, struct err *e)
{
	char temporary[NAME_MAX + 1];
	int n = snprintf(temporary, sizeof temporary, ".%s.nouveau", name);
	if (n < 0 || (size_t)n >= sizeof temporary)
		return err_set(e, ERR_LIMIT, "nom de fichier trop long");
	/* A crash may have left one behind. */
	if (unlinkat(tmp, temporary, 0) != 0 && errno != ENOENT)
		return err_sys(e, "retirer « %s »", temporary);
	int fd = openat(tmp, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return err_sys(e, "créer « %s »", temporary);
	bool ok = write_new(fd, name, content, mode, e);
	if (ok && renameat(tmp, temporary, dirfd, name) != 0)
		ok = err_sys(e, "renommer « %s »", temporary);
	if (!ok) {
		unlinkat(tmp, temporary, 0);
		return false;
	}
	return file_sync(dirfd, e);
}

bool file_remove(int dirfd, const char *name, struct err *e)
{
	if (unlinkat(dirfd, name, 0) != 0 && errno != ENOENT)
		return err_sys(e, "retirer « %s »", name);
	return file_sync(dirfd, e);
}

/* A directory just made: its mode without the umask, and its name on disk. */
static bool settle_dir(int fd, const char *name, mode_t mode, struct err *e)
{
	if (fchmod(fd, mode) != 0)
		return err_sys(e, "donner ses droits à « %s »", name);
	int parent = openat(fd, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (parent < 0)
		return err_sys(e, "ouvrir le répertoire de « %s »", name);
	bool ok = file_sync(parent, e);
	close(parent);
	return ok;
}

int file_open_dir(int dirfd, const char *name, mode_t mode, struct err *e)
{
	bool made = mkdirat(dirfd, name, mode & 0700) == 0;
	if (!made && errno != EEXIST) {
		err_sys(e, "créer le répertoire « %s »", name);
		return -1;
	}
	/* A path of the configuration may be the operator's link; a name inside our directories may not. */
	int links = dirfd == AT_FDCWD ? 0 : O_NOFOLLOW;
	int fd = openat(dirfd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | links);
	if (fd < 0) {
		err_sys(e, "ouvrir le répertoire « %s »", name);
		return -1;
	}
	if (made && !settle_dir(fd, name, mode, e)) {
		close(fd);
		return -1;
	}
	return fd;
}
