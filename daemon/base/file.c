/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading, writing and copying descriptors. Nothing is mapped into memory: a file of the drop directory may shrink
 * while it is read (ROBUST H-05). A name is never looked at before it is opened: what counts is what was opened (H-01).
 */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "bounds.h"
#include "clock.h"

#define CHUNK (64 * KIB)
#define FIRST_ROOM (8 * KIB - 1) /* a usual act at once */
#define NOT_A_FILE "ce n'est pas un fichier ordinaire : c'est "

bool file_write_all(int fd, struct str s, struct err *e)
{
	while (s.n > 0) {
		ssize_t n = write(fd, s.p, s.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_sys(e, "écrire");
		s = str_part(s, (size_t)n, s.n);
	}
	return true;
}

static ssize_t read_some(int fd, char *p, size_t n)
{
	ssize_t got;
	do
		got = read(fd, p, n);
	while (got < 0 && errno == EINTR);
	return got;
}

bool file_read_until(int fd, struct buf *b, int64_t end_ms)
{
	char block[CHUNK];
	struct pollfd p = { .fd = fd, .events = POLLIN };

	for (;;) {
		const int64_t left = end_ms - clock_ms();
		const int ready = left > 0 ? poll(&p, 1, (int)left) : 0;

		if (ready == 0 || (ready < 0 && errno != EINTR))
			return false;
		const ssize_t n = ready > 0 ? read(fd, block, sizeof block) : -1;

		if (n == 0)
			return true;
		if (n > 0)
			buf_add(b, block, (size_t)n);
		else if (errno != EINTR)
			return false;
	}
}

bool file_read_fd(int fd, struct buf *b, struct err *e)
{
	for (;;) {
		char beyond;
		size_t room = sizeof beyond;
		char *p = buf_room(b, FIRST_ROOM, &room);
		const ssize_t n = read_some(fd, p ? p : &beyond, room);
		if (n < 0)
			return err_sys(e, "lire");
		if (n == 0 && !b->full)
			return true;
		if (!p) {
			b->full = true;
			return err_set(e, ERR_LIMIT, "plus de %zu octets", b->max);
		}
		buf_wrote(b, (size_t)n);
	}
}

static const char *kind_of(mode_t mode)
{
	switch (mode & S_IFMT) {
	case S_IFDIR: return "un répertoire";
	case S_IFIFO: return "un tube nommé";
	case S_IFCHR:
	case S_IFBLK: return "un périphérique";
	case S_IFSOCK: return "une socket";
	default: return "d'un type inconnu";
	}
}

/* The one who asks may be the service: it must not wait for whoever may write into a FIFO. */
static bool read_without_waiting(const char *path, int links, struct buf *b, struct err *e)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | links);
	if (fd < 0) {
		if (errno == ELOOP && links == O_NOFOLLOW)
			err_set(e, ERR_STATE, "un lien n'est pas lu : mettez le fichier lui-même à sa place");
		else
			err_sys(e, "ouvrir");
		return err_in_file(e, path);
	}
	bool ok = fstat(fd, &st) == 0 || err_sys(e, "examiner");
	if (ok && S_ISFIFO(st.st_mode))
		ok = err_set(e, ERR_STATE, NOT_A_FILE "%s", kind_of(st.st_mode));
	ok = ok && file_read_fd(fd, b, e);
	close(fd);
	return ok || err_in_file(e, path);
}

bool file_read(const char *path, struct buf *b, struct err *e)
{
	return read_without_waiting(path, 0, b, e);
}

bool file_read_found(const char *path, struct buf *b, struct err *e)
{
	return read_without_waiting(path, O_NOFOLLOW, b, e);
}

bool file_read_waiting(const char *path, struct buf *b, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	bool ok = fd >= 0 ? file_read_fd(fd, b, e) : err_sys(e, "ouvrir");
	if (fd >= 0)
		close(fd);
	return ok || err_in_file(e, path);
}

static bool is_wanted(const struct stat *st, uint64_t max, bool links_ok, struct err *e)
{
	if (!S_ISREG(st->st_mode))
		return err_set(e, ERR_STATE, NOT_A_FILE "%s", kind_of(st->st_mode));
	if (st->st_nlink == 0) { /* removed since it was opened */
		errno = ENOENT;
		return err_sys(e, "ouvrir");
	}
	if (st->st_nlink != 1 && !links_ok)
		return err_set(e, ERR_STATE, "le fichier porte plusieurs noms (lien physique)");
	if ((uint64_t)st->st_size > max)
		return err_set(e, ERR_LIMIT, "%" PRIu64 " octets, plus que la limite de %" PRIu64,
			       (uint64_t)st->st_size, max);
	return true;
}

int file_open_regular(int dirfd, const char *name, uint64_t max, bool links_ok, struct stat *ret_st, struct err *e)
{
	int fd = openat(dirfd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0) {
		if (errno == ENXIO)
			err_set(e, ERR_STATE,
				NOT_A_FILE "une socket ou un périphérique");
		else
			err_sys(e, "ouvrir");
		return -1;
	}
	struct stat st;
	bool ok = fstat(fd, &st) == 0 || err_sys(e, "examiner");
	if (!ok || !is_wanted(&st, max, links_ok, e)) {
		close(fd);
		return -1;
	}
	*ret_st = st;
	return fd;
}

bool file_copy(int from, int to, uint64_t max, struct digest *ret_digest, uint64_t *ret_bytes, struct err *e)
{
	char chunk[CHUNK];
	uint64_t total = 0;
	struct hash h;
	hash_init(&h);
	for (;;) {
		ssize_t n = read_some(from, chunk, sizeof chunk);
		if (n < 0)
			return err_sys(e, "lire");
		if (n == 0)
			break;
		if ((uint64_t)n > max - total)
			return err_set(e, ERR_LIMIT, "plus de %" PRIu64 " octets", max);
		total += (uint64_t)n;
		hash_add(&h, chunk, (size_t)n);
		if (!file_write_all(to, (struct str){ chunk, (size_t)n }, e))
			return false;
	}
	*ret_digest = hash_end(&h);
	*ret_bytes = total;
	return true;
}

bool file_lock(int fd, int64_t wait_ms, bool (*waits)(int fd))
{
	const struct timespec pause = { .tv_nsec = 5000000 };
	const int64_t end = clock_ms() + wait_ms;

	while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		if (errno != EWOULDBLOCK)
			return false;
		if (clock_ms() >= end || (waits && !waits(fd))) {
			errno = EWOULDBLOCK;
			return false;
		}
		nanosleep(&pause, NULL);
	}
	return true;
}
