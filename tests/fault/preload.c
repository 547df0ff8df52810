/* SPDX-License-Identifier: EUPL-1.2 */
/* The calls of libc that change something on disk, counted, and failing when the test says so. SQLite's own go through here too; its
 * shared memory, which is mapped, does not. */
#include "fault.h"

#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum act { PASS, FAIL, HALF, HALF_AND_DIE };
static struct control *ctl;
static const char *glob;
static bool losing;

static bool is_meant(void)
{
	char line[4096];
	const char *wanted = getenv("FAULT_PROCESS");
	const int fd = (int)syscall(SYS_openat, AT_FDCWD, "/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
	const ssize_t n = fd < 0 ? -1 : (ssize_t)syscall(SYS_read, fd, line, sizeof line - 1);

	if (fd >= 0)
		(void)syscall(SYS_close, fd);
	if (n <= 0)
		return false;
	line[n] = '\0';
	const size_t first = strlen(line) + 1;
	return first < (size_t)n && strcmp(line + first, wanted != NULL ? wanted : "surveiller") == 0;
}

static void forked(void)
{
	ctl = NULL;
	losing = false;
}

__attribute__((constructor)) static void begin(void)
{
	const char *path = getenv("FAULT_CONTROL"), *lose = getenv("FAULT_LOSE");

	glob = getenv("FAULT_PATH");
	if (path == NULL || glob == NULL || !is_meant())
		return;
	const int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
	void *p = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *ctl, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (fd >= 0)
		(void)syscall(SYS_close, fd);
	if (p == MAP_FAILED || (lose != NULL && !unsynced_open(lose)))
		abort();
	losing = lose != NULL;
	ctl = p;
	(void)pthread_atfork(NULL, NULL, forked);
}

static bool name_of(int fd, char out[PATH_MAX])
{
	char link[64];

	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	const ssize_t n = (ssize_t)syscall(SYS_readlinkat, AT_FDCWD, link, out, PATH_MAX - 1);
	out[n > 0 ? n : 0] = '\0';
	return n > 0 && out[0] == '/';
}

static bool whole_name(int dir, const char *name, char out[PATH_MAX])
{
	char base[PATH_MAX];

	if (name[0] == '/')
		return snprintf(out, PATH_MAX, "%s", name) < PATH_MAX;
	if (dir == AT_FDCWD ? getcwd(base, sizeof base) == NULL : !name_of(dir, base))
		return false;
	return snprintf(out, PATH_MAX, "%s/%s", base, name) < PATH_MAX;
}

static _Noreturn void die(void)
{
	for (;;)
		(void)syscall(SYS_kill, getpid(), SIGKILL);
}

static enum act fire(const char *call, const char *path, bool bytes)
{
	if (ctl->fired++ == 0)
		snprintf(ctl->where, sizeof ctl->where, "%s %s", call, path);
	ctl->countdown = ctl->once ? 0 : ctl->mode == FAULT_ERROR && ctl->err == EINTR ? 2 : 1;
	switch (ctl->mode) {
	case FAULT_SHORT:
		return HALF;
	case FAULT_TORN:
		if (bytes)
			return HALF_AND_DIE;
		die();
	case FAULT_UNSYNCED:
		unsynced_undo(ctl->seed);
		die();
	case FAULT_KILL:
		die();
	default:
		errno = ctl->err;
		return FAIL;
	}
}

/* Short reads and writes are a mode of their own: nothing else is counted then. */
static enum act gate(const char *call, const char *path, bool reads, bool bytes)
{
	if (fnmatch(glob, path, 0) != 0 || (ctl->mode == FAULT_SHORT ? !bytes : reads))
		return PASS;
	ctl->calls++;
	if (ctl->countdown == 0 || --ctl->countdown > 0)
		return PASS;
	return fire(call, path, bytes);
}

static enum act gate_fd(const char *call, int fd, bool reads, bool bytes)
{
	const int before = errno;
	char path[PATH_MAX];

	if (ctl == NULL || !name_of(fd, path))
		return PASS;
	const enum act a = gate(call, path, reads, bytes);
	if (a != FAIL)
		errno = before;
	return a;
}

static enum act gate_name(const char *call, int dir, const char *name)
{
	const int before = errno;
	char path[PATH_MAX];

	if (ctl == NULL || !whole_name(dir, name, path))
		return PASS;
	const enum act a = gate(call, path, false, false);
	if (a != FAIL)
		errno = before;
	return a;
}

static bool follows_fd(int fd)
{
	char path[PATH_MAX];
	struct stat st;

	/* What SQLite maps is made anew by the first who opens it; cutting it would hit readers with SIGBUS. */
	return losing && name_of(fd, path) && fnmatch(glob, path, 0) == 0 && fnmatch("*-shm", path, 0) != 0 && syscall(SYS_fstat, fd, &st) == 0 && S_ISREG(st.st_mode);
}

static bool follows(int dir, const char *name)
{
	char path[PATH_MAX];

	return losing && whole_name(dir, name, path) && fnmatch(glob, path, 0) == 0;
}

static ssize_t put(const char *call, int fd, const void *p, size_t n, off_t at)
{
	enum act a = gate_fd(call, fd, false, true);

	if (a == FAIL)
		return -1;
	if (a != PASS && n > 1)
		n /= 2;
	if (follows_fd(fd))
		unsynced_wrote(fd, at, n);
	const ssize_t done = (ssize_t)(at < 0 ? syscall(SYS_write, fd, p, n) : syscall(SYS_pwrite64, fd, p, n, at));
	if (a == HALF_AND_DIE)
		die();
	return done;
}

ssize_t write(int fd, const void *p, size_t n)
{
	return put("write", fd, p, n, -1);
}

ssize_t pwrite(int fd, const void *p, size_t n, off_t at)
{
	return put("pwrite", fd, p, n, at);
}

ssize_t pwrite64(int fd, const void *p, size_t n, off64_t at)
{
	return put("pwrite", fd, p, n, at);
}

static ssize_t get(const char *call, int fd, void *p, size_t n, off_t at)
{
	if (gate_fd(call, fd, true, true) == HALF && n > 1)
		n /= 2;
	return (ssize_t)(at < 0 ? syscall(SYS_read, fd, p, n) : syscall(SYS_pread64, fd, p, n, at));
}

ssize_t read(int fd, void *p, size_t n)
{
	return get("read", fd, p, n, -1);
}

ssize_t pread(int fd, void *p, size_t n, off_t at)
{
	return get("pread", fd, p, n, at);
}

ssize_t pread64(int fd, void *p, size_t n, off64_t at)
{
	return get("pread", fd, p, n, at);
}

static int cut(int fd, off_t size)
{
	if (gate_fd("ftruncate", fd, false, false) == FAIL)
		return -1;
	if (follows_fd(fd))
		unsynced_cut(fd, size);
	return (int)syscall(SYS_ftruncate, fd, size);
}

int ftruncate(int fd, off_t size)
{
	return cut(fd, size);
}

int ftruncate64(int fd, off64_t size)
{
	return cut(fd, size);
}

static int sync_with(const char *call, long number, int fd)
{
	if (gate_fd(call, fd, false, false) == FAIL)
		return -1;
	const int r = (int)syscall(number, fd);
	if (r == 0 && losing)
		unsynced_synced(fd);
	return r;
}

int fsync(int fd)
{
	return sync_with("fsync", SYS_fsync, fd);
}

int fdatasync(int fd)
{
	return sync_with("fdatasync", SYS_fdatasync, fd);
}

/* It closes whatever it says: so does Linux. */
int close(int fd)
{
	const int flags = ctl == NULL ? 0 : fcntl(fd, F_GETFL);
	const bool fails = flags > 0 && (flags & O_ACCMODE) != O_RDONLY && gate_fd("close", fd, false, false) == FAIL;
	const int why = errno, r = (int)syscall(SYS_close, fd);

	if (!fails)
		return r;
	errno = why;
	return -1;
}

static int open_in(int dir, const char *name, int flags, mode_t mode)
{
	if ((flags & O_CREAT) != 0 && ctl != NULL) {
		struct stat st;
		if (gate_name("open", dir, name) == FAIL)
			return -1;
		if (follows(dir, name) && syscall(SYS_newfstatat, dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
			unsynced_named(dir, name);
	}
	return (int)syscall(SYS_openat, dir, name, flags, mode);
}

#define MODE_OF(flags, mode) \
	mode_t mode = 0; \
	if (((flags) & (O_CREAT | __O_TMPFILE)) != 0) { \
		va_list args; \
		va_start(args, flags); \
		mode = va_arg(args, mode_t); \
		va_end(args); \
	}

int open(const char *name, int flags, ...)
{
	MODE_OF(flags, mode)
	return open_in(AT_FDCWD, name, flags, mode);
}

int open64(const char *name, int flags, ...)
{
	MODE_OF(flags, mode)
	return open_in(AT_FDCWD, name, flags, mode);
}

int openat(int dir, const char *name, int flags, ...)
{
	MODE_OF(flags, mode)
	return open_in(dir, name, flags, mode);
}

int openat64(int dir, const char *name, int flags, ...)
{
	MODE_OF(flags, mode)
	return open_in(dir, name, flags, mode);
}

int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
	struct stat st;

	if (gate_name("rename", to_dir, to) == FAIL)
		return -1;
	/* Only when it will happen: a name that is logged and stays would be undone. */
	const bool there = syscall(SYS_newfstatat, from_dir, from, &st, AT_SYMLINK_NOFOLLOW) == 0;
	const bool taken = syscall(SYS_newfstatat, to_dir, to, &st, AT_SYMLINK_NOFOLLOW) == 0;
	if (there && !(taken && (flags & RENAME_NOREPLACE)) && follows(to_dir, to)) {
		if (taken && !unsynced_unlink(to_dir, to))
			abort();
		if (!taken)
			unsynced_named(to_dir, to);
		unsynced_named(from_dir, from);
		unsynced_moved();
	}
	return (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
}

int renameat(int from_dir, const char *from, int to_dir, const char *to)
{
	return renameat2(from_dir, from, to_dir, to, 0);
}

int rename(const char *from, const char *to)
{
	return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlinkat(int dir, const char *name, int flags)
{
	struct stat st;

	if (gate_name("unlink", dir, name) == FAIL)
		return -1;
	if (flags == 0 && follows(dir, name) && syscall(SYS_newfstatat, dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(st.st_mode))
		return unsynced_unlink(dir, name) ? 0 : -1;
	return (int)syscall(SYS_unlinkat, dir, name, flags);
}

int unlink(const char *name)
{
	return unlinkat(AT_FDCWD, name, 0);
}

int mkdirat(int dir, const char *name, mode_t mode)
{
	struct stat st;

	if (gate_name("mkdir", dir, name) == FAIL)
		return -1;
	if (follows(dir, name) && syscall(SYS_newfstatat, dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		unsynced_named(dir, name);
	return (int)syscall(SYS_mkdirat, dir, name, mode);
}

int mkdir(const char *name, mode_t mode)
{
	return mkdirat(AT_FDCWD, name, mode);
}

int fstatat(int dir, const char *restrict name, struct stat *restrict st, int flags)
{
	const int r = (int)syscall(SYS_newfstatat, dir, name, st, flags);

	if (r == 0 && losing)
		unsynced_ctime(st);
	return r;
}

int fstat(int fd, struct stat *st)
{
	return fstatat(fd, "", st, AT_EMPTY_PATH);
}
