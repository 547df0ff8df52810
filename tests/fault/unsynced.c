/* SPDX-License-Identifier: EUPL-1.2 */
/* A log of what is not yet synced, and its undoing. Removed inodes are moved to a graveyard, so that they can come back; open ones are
 * held by descriptors that are never closed (closing one would drop SQLite's POSIX locks). Raw calls only: the names of libc are ours. */
#include "fault.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define ENTRIES 8192
struct id {
	dev_t dev;
	ino_t ino;
};
struct name {
	struct id dir;
	int dirfd, before; /* O_PATH of the inode that had the name, -1: none */
	struct timespec ctime;
	unsigned serial, after; /* `after`: moved from here, it is gone only if the name of that serial has come; 0: no such */
	char text[256];
};
struct bytes {
	struct id file;
	int fd;
	int64_t offset, size; /* size of the file before */
	uint64_t n;
	char *old;
};
struct held {
	struct id file;
	int fd;
};
struct shown {
	struct id file;
	struct timespec real, shown;
};
static struct name names[ENTRIES];
static struct bytes writes[ENTRIES];
static struct held held[ENTRIES];
static struct shown shown[ENTRIES];
static bool back[ENTRIES]; /* names whose former inode comes back */
static unsigned serial;
static int names_n, writes_n, held_n, shown_n, graveyard = -1, buried;
static char ctimes[512];

static bool same(struct id a, struct id b)
{
	return a.dev == b.dev && a.ino == b.ino;
}

static struct id id_of(int fd, struct stat *st)
{
	if (syscall(SYS_newfstatat, fd, "", st, AT_EMPTY_PATH) != 0)
		memset(st, 0, sizeof *st);
	return (struct id){ st->st_dev, st->st_ino };
}

static void need(bool ok, const char *what)
{
	if (ok)
		return;
	(void)syscall(SYS_write, 2, what, strlen(what));
	abort();
}

bool unsynced_open(const char *dir)
{
	graveyard = (int)syscall(SYS_openat, AT_FDCWD, dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	snprintf(ctimes, sizeof ctimes, "%s/ctimes", dir);
	FILE *f = fopen(ctimes, "r");
	struct shown s;
	while (f != NULL && shown_n < ENTRIES && fread(&s, sizeof s, 1, f) == 1)
		shown[shown_n++] = s;
	if (f != NULL)
		fclose(f);
	return graveyard >= 0;
}

void unsynced_ctime(struct stat *st)
{
	for (int i = shown_n - 1; i >= 0; i--)
		if (shown[i].file.ino == st->st_ino && shown[i].file.dev == st->st_dev) {
			if (shown[i].real.tv_sec == st->st_ctim.tv_sec && shown[i].real.tv_nsec == st->st_ctim.tv_nsec)
				st->st_ctim = shown[i].shown;
			return;
		}
}

static int hold(int fd, struct id file)
{
	char path[64];

	for (int i = 0; i < held_n; i++)
		if (same(held[i].file, file))
			return held[i].fd;
	need(held_n < ENTRIES, "unsynced: too many files\n");
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	held[held_n] = (struct held){ file, (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC) };
	need(held[held_n].fd >= 0, "unsynced: cannot hold a file\n");
	return held[held_n++].fd;
}

static void log_bytes(int fd, int64_t offset, uint64_t n)
{
	struct stat st;
	struct bytes w = { .file = id_of(fd, &st) };

	w.fd = hold(fd, w.file);
	w.size = st.st_size;
	w.offset = offset < 0 ? st.st_size : offset;
	w.n = w.offset >= st.st_size ? 0 : (uint64_t)(st.st_size - w.offset) < n ? (uint64_t)(st.st_size - w.offset) : n;
	w.old = malloc(w.n + 1);
	need(w.old != NULL && writes_n < ENTRIES, "unsynced: too many writes\n");
	need(syscall(SYS_pread64, w.fd, w.old, w.n, w.offset) == (long)w.n, "unsynced: cannot read back\n");
	writes[writes_n++] = w;
}

void unsynced_wrote(int fd, int64_t offset, uint64_t n)
{
	if (graveyard >= 0)
		log_bytes(fd, offset, n);
}

void unsynced_cut(int fd, int64_t size)
{
	if (graveyard >= 0)
		log_bytes(fd, size, UINT64_MAX);
}

void unsynced_named(int dir, const char *name)
{
	struct stat st;

	if (graveyard < 0)
		return;
	need(names_n < ENTRIES, "unsynced: too many names\n");
	const char *slash = strrchr(name, '/');
	struct name n = { .serial = ++serial, .before = (int)syscall(SYS_openat, dir, name, O_PATH | O_NOFOLLOW | O_CLOEXEC) };
	char where[512] = ".";
	if (slash != NULL)
		snprintf(where, sizeof where, "%.*s", slash == name ? 1 : (int)(slash - name), name);
	n.dirfd = (int)syscall(SYS_openat, dir, where, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	need(n.dirfd >= 0, "unsynced: no directory\n");
	n.dir = id_of(n.dirfd, &st);
	if (n.before >= 0) {
		(void)id_of(n.before, &st);
		unsynced_ctime(&st);
		n.ctime = st.st_ctim;
	}
	snprintf(n.text, sizeof n.text, "%s", slash != NULL ? slash + 1 : name);
	names[names_n++] = n;
}

void unsynced_moved(void)
{
	if (graveyard >= 0)
		names[names_n - 1].after = serial - 1;
}

static long bury(int dir, const char *name)
{
	char to[32];

	snprintf(to, sizeof to, "%d-%d", (int)getpid(), buried++);
	return syscall(SYS_renameat2, dir, name, graveyard, to, 0);
}

bool unsynced_unlink(int dir, const char *name)
{
	unsynced_named(dir, name);
	return bury(dir, name) == 0;
}

void unsynced_synced(int fd)
{
	struct stat st;
	int kept = 0;

	if (graveyard < 0)
		return;
	const struct id id = id_of(fd, &st);
	for (int i = 0; i < writes_n; i++)
		if (same(writes[i].file, id))
			free(writes[i].old);
		else
			writes[kept++] = writes[i];
	writes_n = kept;
	kept = 0;
	for (int i = 0; i < names_n; i++)
		if (same(names[i].dir, id)) {
			(void)syscall(SYS_close, names[i].dirfd);
			if (names[i].before >= 0)
				(void)syscall(SYS_close, names[i].before);
		} else {
			names[kept++] = names[i];
		}
	names_n = kept;
}

/* How many of m things done in order have come to the disk. */
static int survivors(uint32_t *seed, struct id of, int m)
{
	if (*seed == 0)
		return 0;
	uint32_t x = *seed * 2654435761u + (uint32_t)of.ino * 40503u;
	x ^= x >> 15;
	return (int)(x * 2246822519u % (uint32_t)(m + 1));
}

static void undo_bytes(uint32_t seed)
{
	for (int i = writes_n - 1; i >= 0; i--) {
		const struct bytes *w = &writes[i];
		int m = 0, rank = 0;
		for (int k = 0; k < writes_n; k++)
			if (same(writes[k].file, w->file)) {
				m++;
				rank += k < i;
			}
		if (rank < survivors(&seed, w->file, m))
			continue;
		(void)syscall(SYS_pwrite64, w->fd, w->old, w->n, w->offset);
		(void)syscall(SYS_ftruncate, w->fd, w->size);
	}
}

/* A file system that keeps a part of what was not synced moves a name whole, or not at all; the one that keeps none (seed 0) is also that
 * of POSIX, which keeps what was synced and promises nothing of two directories. */
static bool survives(int i, uint32_t seed)
{
	int m = 0, rank = 0;

	if (names[i].after != 0 && seed != 0) {
		for (int k = 0; k < i; k++)
			if (names[k].serial == names[i].after)
				return survives(k, seed);
		return true;
	}
	for (int k = 0; k < names_n; k++)
		if (same(names[k].dir, names[i].dir)) {
			m++;
			rank += k < i;
		}
	return rank < survivors(&seed, names[i].dir, m);
}

static void remember_ctime(const struct name *n)
{
	struct stat st;
	struct shown s = { .file = id_of(n->before, &st), .real = st.st_ctim, .shown = n->ctime };
	const int fd = (int)syscall(SYS_openat, AT_FDCWD, ctimes, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

	(void)syscall(SYS_write, fd, &s, sizeof s);
	(void)syscall(SYS_close, fd);
}

/* Every name of a directory goes back to the inode it had before its first change that did not survive. All inodes get a second name
 * first: none must be gone when its turn comes. */
static void undo_names(uint32_t seed)
{
	char path[64], to[32];

	for (int i = 0; i < names_n; i++) {
		back[i] = !survives(i, seed);
		for (int k = 0; k < i && back[i]; k++)
			back[i] = !(back[k] && same(names[k].dir, names[i].dir) && strcmp(names[k].text, names[i].text) == 0);
		if (!back[i] || names[i].before < 0)
			continue;
		snprintf(path, sizeof path, "/proc/self/fd/%d", names[i].before);
		snprintf(to, sizeof to, "back-%d", i);
		(void)syscall(SYS_unlinkat, graveyard, to, 0);
		(void)syscall(SYS_linkat, AT_FDCWD, path, graveyard, to, AT_SYMLINK_FOLLOW);
	}
	for (int i = 0; i < names_n; i++)
		if (back[i])
			(void)bury(names[i].dirfd, names[i].text);
	for (int i = 0; i < names_n; i++) {
		if (!back[i] || names[i].before < 0)
			continue;
		snprintf(to, sizeof to, "back-%d", i);
		(void)syscall(SYS_renameat2, graveyard, to, names[i].dirfd, names[i].text, 0);
	}
}

/* Inodes that came back have one name again: the program looks at the number of links. */
static void unbury(void)
{
	char name[32];

	for (int i = 0; i < buried; i++) {
		snprintf(name, sizeof name, "%d-%d", (int)getpid(), i);
		(void)syscall(SYS_unlinkat, graveyard, name, 0);
	}
}

void unsynced_undo(uint32_t seed)
{
	if (graveyard < 0)
		return;
	undo_bytes(seed);
	undo_names(seed);
	unbury();
	for (int i = 0; i < names_n; i++)
		if (back[i] && names[i].before >= 0)
			remember_ctime(&names[i]);
}
