/* SPDX-License-Identifier: EUPL-1.2 */
/* What one document costs in a warm rule host, for `make bench`: reading it, judging it by all rules, and the fork that gives
 * it a process of its own. Run from the top of the tree.
 *
 *     judging ROUNDS FILE…
 *
 * Prints one line "key value" per figure, in microseconds of CPU, each the median of ROUNDS on every file:
 *     read, judge     in the host itself
 *     fork            fork + _exit + wait of a child that does nothing, both processes together
 *     child           the whole of the service's child of that document, sealed, from its fork to its end
 *     child_faults    the page faults of that child (a count)
 * and "rule ID µs" for each rule: its evaluations of one document, median over the rounds and files.
 */
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "act.h"
#include "bounds.h"
#include "child.h"
#include "file.h"
#include "heap.h"
#include "ruleset.h"
#include "seal.h"

enum { READ, JUDGE, FORK, CHILD, CHILD_FAULTS, FIGURES };
static const char *const NAMES[FIGURES] = { "read", "judge", "fork", "child", "child_faults" };

#define WARMING 5

struct samples {
	double *at;
	size_t n, cap;
};
struct bench {
	struct ruleset *rs;
	struct conf conf;
	volatile uint32_t *step;
	struct samples figure[FIGURES], rule[LIMIT_RULES];
	double spent[LIMIT_RULES], last; /* of one document, by rule; the time of the last sign of life */
	size_t running, found;
};

static void add(struct samples *s, double v)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 256;
		s->at = realloc(s->at, s->cap * sizeof *s->at);
	}
	if (!s->at)
		abort();
	s->at[s->n++] = v;
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(struct samples *s)
{
	if (s->n == 0)
		return 0;
	qsort(s->at, s->n, sizeof *s->at, ascending);
	return s->at[s->n / 2];
}

static double cpu_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec * 1e-3;
}

static double children_us(void)
{
	struct rusage u;

	getrusage(RUSAGE_CHILDREN, &u);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1e6 + (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec);
}

static void found(void *ctx, const struct finding *f)
{
	struct bench *b = ctx;

	(void)f;
	b->found++;
}

static void starts(void *ctx, size_t rule)
{
	struct bench *b = ctx;
	const double now = cpu_us();

	if (b->running < LIMIT_RULES)
		b->spent[b->running] += now - b->last;
	b->running = rule;
	b->last = cpu_us();
}

/* Read and judge once; times into `ret`. With `split`, the clock is asked at each rule. */
static void once(struct bench *b, struct str bytes, double ret[2], bool split)
{
	const struct judge_calls calls = { b, split ? starts : NULL, found };
	const struct reading *r;
	enum text_refusal why;
	struct err e = { 0 };
	struct arena a;
	const double start = cpu_us();

	arena_init(&a, LIMIT_ACT_MEMORY);
	struct text *text = ARENA_NEW(&a, struct text);
	if (!text_decode(&a, bytes, LIMIT_TEXT_BYTES, text, &why, &e) ||
	    !act_read(&a, ruleset_lexicon(b->rs), text, &r, &why, &e)) {
		fprintf(stderr, "%s\n", e.msg);
		exit(2);
	}
	const double read = cpu_us();

	b->running = LIMIT_RULES;
	ruleset_judge(b->rs, &a, r, NULL, &calls);
	if (split)
		starts(b, LIMIT_RULES);
	ret[0] = read - start;
	ret[1] = cpu_us() - read;
	arena_done(&a);
}

static void fork_nothing(struct bench *b)
{
	const double before = cpu_us() + children_us();
	int status;
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		abort();
	add(&b->figure[FORK], cpu_us() + children_us() - before);
}

static void fork_child(struct bench *b, const char *path)
{
	const double before = children_us();
	char chunk[65536];
	struct rusage u;
	int fds[2], status, document = open(path, O_RDONLY | O_CLOEXEC);
	struct child_job job = { .fd = document, .text = -1, .path = str_c(path), .conf = &b->conf, .brief = true, .step = b->step };

	if (document < 0 || pipe(fds) != 0)
		abort();
	job.out = fds[1];
	pid_t pid = fork();
	if (pid == 0)
		child_run(b->rs, &job, true);
	close(fds[1]);
	close(document);
	while (read(fds[0], chunk, sizeof chunk) > 0)
		continue;
	close(fds[0]);
	if (pid < 0 || wait4(pid, &status, 0, &u) != pid || status != 0)
		abort();
	add(&b->figure[CHILD], children_us() - before);
	add(&b->figure[CHILD_FAULTS], (double)u.ru_minflt);
}

static void bench_file(struct bench *b, const char *path, size_t rounds, bool in_children)
{
	struct buf bytes;
	struct err e = { 0 };
	double times[2];

	buf_init(&bytes, LIMIT_DOCUMENT_BYTES);
	if (!file_read(path, &bytes, &e)) {
		fprintf(stderr, "%s\n", e.msg);
		exit(2);
	}
	for (size_t i = 0; !in_children && i < rounds + WARMING; i++) {
		once(b, buf_view(&bytes), times, false);
		if (i < WARMING)
			continue;
		add(&b->figure[READ], times[0]);
		add(&b->figure[JUDGE], times[1]);
		memset(b->spent, 0, sizeof b->spent);
		once(b, buf_view(&bytes), times, true);
		for (size_t k = 0; k < LIMIT_RULES; k++)
			add(&b->rule[k], b->spent[k]);
	}
	for (size_t i = 0; in_children && i < rounds; i++) {
		fork_nothing(b);
		fork_child(b, path);
	}
	buf_done(&bytes);
}

int main(int argc, char **argv)
{
	static struct bench b;
	const struct ruleset_paths p = { .regles = "rules", .lua = "lua", .exemples = "conf/exemples", .parametres = "conf/parametres",
					 .collectivites = "conf/collectivites", .lexique = "conf/lexique.yaml", .reglages = "conf/reglages.yaml" };
	struct err e = { 0 };
	struct arena of_conf;
	int64_t rounds = 0;
	size_t n;

	if (argc < 3 || !str_int(str_c(argv[1]), &rounds) || rounds < 1)
		return fprintf(stderr, "usage: judging ROUNDS FILE...\n"), 2;
	/* Warm memory stays: else the C library gives it back after each document, and takes it again page by page. */
	mallopt(M_TRIM_THRESHOLD, 64 << 20);
	mallopt(M_MMAP_THRESHOLD, 16 << 20);
	heap_begin();
	arena_init(&of_conf, MIB);
	conf_default(&of_conf, &b.conf);
	b.step = mmap(NULL, sizeof *b.step, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (b.step == MAP_FAILED || !seal_prepare(&e) || !ruleset_load(&p, &b.rs, &e))
		return fprintf(stderr, "%s\n", e.msg), 2;
	heap_settle();
	/* Children first, from a host that has judged nothing, as the real one; and apart, because after a fork each page that
	 * the host writes to is a fault for it too. */
	for (int i = 2; i < 2 * argc - 2; i++)
		bench_file(&b, argv[i < argc ? i : i - argc + 2], (size_t)rounds, i < argc);
	const struct rule_info *const *rules = ruleset_rules(b.rs, &n);

	printf("rules %zu\nfindings %zu\n", n, b.found);
	for (int i = 0; i < FIGURES; i++)
		printf("%s %.1f\n", NAMES[i], median(&b.figure[i]));
	for (size_t i = 0; i < n; i++)
		printf("rule %.*s %.1f\n", STR_ARG(rules[i]->id), median(&b.rule[i]));
	ruleset_free(b.rs);
	return 0;
}
