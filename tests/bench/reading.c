/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading alone, in one process, for `make bench`: no rule, no child, no JSON.
 *
 *     reading LEXIQUE FILE [-s] LENGTH…
 *
 * FILE is documents put end to end, LENGTH their sizes in bytes; each is taken with read(2), as `wc` takes its bytes,
 * and read in an arena of its own. Prints one line "key value" per figure; with -s, the time of each step too (the clock
 * is asked between the steps, so the total is a little longer).
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "act.h"
#include "bounds.h"
#include "buf.h"
#include "file.h"
#include "reader_priv.h"

struct bench {
	const struct lexicon *lx;
	char *room; /* of the longest document */
	int fd;
	bool split;
	size_t documents, refused, bytes, tokens;
	size_t peak, peak_bytes; /* arena of the hungriest document, and its length */
	struct err why; /* of the last document refused */
	double decode, begin, step[READER_STEPS];
};

static double now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void die(const char *what)
{
	perror(what);
	exit(2);
}

static void take(struct bench *b, size_t length)
{
	for (size_t got = 0; got < length;) {
		ssize_t n = read(b->fd, b->room + got, length - got);

		if (n <= 0)
			die("read");
		got += (size_t)n;
	}
}

static bool read_by_steps(struct bench *b, struct arena *a, const struct text *text)
{
	struct reader *rd = ARENA_NEW(a, struct reader);

	if (setjmp(*arena_trap(a)))
		return false;
	const double start = now(CLOCK_PROCESS_CPUTIME_ID);

	reader_begin(rd, a, b->lx, text);
	b->begin += now(CLOCK_PROCESS_CPUTIME_ID) - start;
	for (size_t i = 0; i < READER_STEPS; i++) {
		const double before = now(CLOCK_PROCESS_CPUTIME_ID);

		reader_steps[i].run(rd);
		b->step[i] += now(CLOCK_PROCESS_CPUTIME_ID) - before;
	}
	b->tokens += rd->t.n;
	return true;
}

static void one(struct bench *b, size_t length)
{
	const struct reading *r;
	enum text_refusal why;
	struct err e = { 0 };
	struct arena a;

	take(b, length);
	arena_init(&a, LIMIT_ACT_MEMORY);
	struct text *text = ARENA_NEW(&a, struct text);
	const double start = b->split ? now(CLOCK_PROCESS_CPUTIME_ID) : 0;
	bool ok = text_decode(&a, (struct str){ b->room, length }, LIMIT_TEXT_BYTES, text, &why, &e);

	if (b->split)
		b->decode += now(CLOCK_PROCESS_CPUTIME_ID) - start;
	if (ok)
		ok = b->split ? read_by_steps(b, &a, text) : act_read(&a, b->lx, text, &r, &why, &e);
	b->refused += !ok;
	if (!ok)
		b->why = e;
	b->documents++;
	b->bytes += length;
	if (a.used > b->peak) {
		b->peak = a.used;
		b->peak_bytes = length;
	}
	arena_done(&a);
}

static const struct lexicon *load(struct arena *a, const char *path)
{
	const struct lexicon *lx;
	struct err e = { 0 };
	struct buf yaml;

	buf_init(&yaml, LIMIT_YAML_BYTES);
	if (!file_read(path, &yaml, &e) ||
	    !lexicon_load(a, arena_dup(a, buf_view(&yaml)), path, &lx, &e)) {
		fprintf(stderr, "%s\n", e.msg);
		exit(2);
	}
	buf_done(&yaml);
	return lx;
}

static void report(const struct bench *b, double seconds)
{
	printf("documents %zu\nrefused %zu\nbytes %zu\nseconds %.6f\n", b->documents, b->refused, b->bytes, seconds);
	if (b->refused > 0)
		printf("why %s\n", b->why.msg);
	printf("peak_bytes %zu\npeak_document %zu\n", b->peak, b->peak_bytes);
	if (!b->split)
		return;
	printf("tokens %zu\nstep.decode %.6f\nstep.begin %.6f\n", b->tokens, b->decode, b->begin);
	for (size_t i = 0; i < READER_STEPS; i++)
		printf("step.%s %.6f\n", reader_steps[i].name, b->step[i]);
}

int main(int argc, char **argv)
{
	struct bench b = { 0 };
	struct arena a;
	int first = 3;
	size_t longest = 1;

	if (argc < 4) {
		fprintf(stderr, "usage: reading LEXIQUE FILE [-s] LENGTH…\n");
		return 2;
	}
	b.split = strcmp(argv[3], "-s") == 0;
	first += b.split;
	arena_init(&a, 64 * MIB);
	b.lx = load(&a, argv[1]);
	b.fd = open(argv[2], O_RDONLY | O_CLOEXEC);
	if (b.fd < 0)
		die(argv[2]);
	for (int i = first; i < argc; i++) {
		size_t n = strtoul(argv[i], NULL, 10);

		longest = n > longest ? n : longest;
	}
	b.room = malloc(longest);
	if (!b.room)
		die("malloc");
	const double start = now(CLOCK_PROCESS_CPUTIME_ID);

	for (int i = first; i < argc; i++)
		one(&b, strtoul(argv[i], NULL, 10));
	report(&b, now(CLOCK_PROCESS_CPUTIME_ID) - start);
	return 0;
}
