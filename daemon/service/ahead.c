/* SPDX-License-Identifier: EUPL-1.2 */
#include "ahead.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "bounds.h"
#include "record_read.h"

#define BLOCK (256 * KIB)

/* The last line that is whole, of the end of the file. */
static struct str last_line(struct str s)
{
	while (s.n > 0 && s.p[s.n - 1] != '\n')
		s.n--;
	if (s.n == 0)
		return s;
	s.n--;
	size_t from = s.n;
	while (from > 0 && s.p[from - 1] != '\n')
		from--;
	return str_part(s, from, s.n);
}

static bool seq_of(struct str line, int64_t *ret)
{
	struct record_told t;
	struct arena a;
	struct err unread;

	arena_init(&a, MIB);
	const bool ok = line.n > 0 && record_read(&a, line, &t, &unread);
	if (ok)
		*ret = t.seq;
	arena_done(&a);
	return ok;
}

static struct str block_at(int fd, char *block, off_t at)
{
	const ssize_t n = pread(fd, block, BLOCK, at);

	return (struct str){ block, n > 0 ? (size_t)n : 0 };
}

static bool holds(int fd, char *block, const char *id)
{
	const size_t n = strlen(id);
	struct str s;

	for (off_t at = 0; n > 0 && (s = block_at(fd, block, at)).n >= n; at += (off_t)(s.n - n + 1))
		if (memmem(s.p, s.n, id, n) != NULL)
			return true;
	return false;
}

struct file_end {
	int fd; /* -1: nothing to look at */
	char *block;
	struct str line; /* the last that is whole */
};

static struct file_end end_open(const char *file)
{
	struct stat st;
	struct file_end f = { .fd = file == NULL ? -1 : open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC), .block = malloc(BLOCK) };

	if (f.fd >= 0 && f.block != NULL && fstat(f.fd, &st) == 0 && S_ISREG(st.st_mode))
		f.line = last_line(block_at(f.fd, f.block, st.st_size > (off_t)BLOCK ? st.st_size - (off_t)BLOCK : 0));
	return f;
}

static void end_close(struct file_end *f)
{
	free(f->block);
	if (f->fd >= 0)
		(void)close(f->fd);
}

/* Goes on where the ledger ends, or is all newer. The block of the end is read over. */
static bool follows(const struct file_end *f, const struct ledger_last *last)
{
	const struct str head = block_at(f->fd, f->block, 0);
	int64_t first;

	return (seq_of(str_part(head, 0, str_find(head, STR("\n"), 0)), &first) && first > last->seq) || holds(f->fd, f->block, last->id);
}

void ahead_look(const char *file, const struct ledger_last *last, struct ahead *ret)
{
	struct file_end f = end_open(file);
	const struct digest d = hash_of(f.line);
	int64_t seq;
	const bool told = seq_of(f.line, &seq);

	*ret = (struct ahead){ .of_nothing = told && last->seq == 0 };
	if (told && last->seq > 0 && seq > last->seq && follows(&f, last)) {
		ret->seq = seq;
		(void)digest_hex(&d, ret->prev);
	}
	end_close(&f);
}
