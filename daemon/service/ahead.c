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

static void look(int fd, off_t size, char *block, const struct ledger_last *last, struct ahead *ret)
{
	const struct str end = last_line(block_at(fd, block, size > (off_t)BLOCK ? size - (off_t)BLOCK : 0));
	const struct digest d = hash_of(end);
	int64_t seq, first;

	if (!seq_of(end, &seq) || seq <= last->seq)
		return;
	const struct str head = block_at(fd, block, 0);
	const bool all_newer = seq_of(str_part(head, 0, str_find(head, STR("\n"), 0)), &first) && first > last->seq;

	if (!all_newer && !holds(fd, block, last->id))
		return;
	ret->seq = seq;
	(void)digest_hex(&d, ret->prev);
}

void ahead_look(const char *file, const struct ledger_last *last, struct ahead *ret)
{
	struct stat st;
	const int fd = file == NULL || last->seq == 0 ? -1 : open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	char *block = malloc(BLOCK);

	*ret = (struct ahead){ 0 };
	if (fd >= 0 && block != NULL && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		look(fd, st.st_size, block, last, ret);
	free(block);
	if (fd >= 0)
		(void)close(fd);
}
