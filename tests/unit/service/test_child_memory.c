/* SPDX-License-Identifier: EUPL-1.2 */
/* What the child of a document costs its parent's memory, counted and not timed. Run from the root of the tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "act.h"
#include "bounds.h"
#include "child.h"
#include "file.h"
#include "fresh.h"
#include "reading_out.h"
#include "seal.h"

#define SAMPLE "conf/exemples/cm-reguliere.txt"
/* Some 65 today, most of them code that is looked at for the first time. */
#define CHILD_FAULTS_MOST 90

static struct ruleset *rules;

static int load(void **state)
{
	const struct ruleset_paths p = { .regles = "rules",
					 .lua = "lua",
					 .exemples = "conf/exemples",
					 .parametres = "conf/parametres",
					 .collectivites = "conf/collectivites",
					 .lexique = "conf/lexique.yaml" };
	struct err e;

	(void)state;
	if (seal_prepare(&e) && ruleset_load(&p, &rules, &e))
		return 0;
	print_error("%s\n", e.msg);
	return -1;
}

static int unload(void **state)
{
	(void)state;
	ruleset_free(rules);
	return 0;
}

/* Without large pages the memory of a child is made of small ones. */
static bool has_large_pages(void)
{
	char line[128] = "";
	FILE *f = fopen("/sys/kernel/mm/transparent_hugepage/enabled", "r");

	if (f != NULL) {
		(void)!fgets(line, sizeof line, f);
		fclose(f);
	}
	return line[0] != '\0' && strstr(line, "[never]") == NULL;
}

static long faults_of_a_child(void)
{
	const struct conf conf = { .limites = { .octets = MIB, .texte = MIB, .pages = LIMIT_PAGES } };
	struct child_job job = { .conf = &conf, .text = -1, .path = STR("acte.txt"), .brief = true };
	struct rusage used;
	char chunk[4096];
	int p[2], status;

	assert_int_equal(pipe(p), 0);
	job.fd = open(SAMPLE, O_RDONLY | O_CLOEXEC);
	job.out = p[1];
	pid_t pid = fork();
	if (pid == 0)
		child_run(rules, &job, true);
	close(p[1]);
	close(job.fd);
	while (read(p[0], chunk, sizeof chunk) > 0)
		continue;
	close(p[0]);
	assert_int_equal(wait4(pid, &status, 0, &used), pid);
	assert_int_equal(status, 0);
	return used.ru_minflt;
}

static void test_child_memory__few_pages_of_its_parent_are_copied(void **state)
{
	(void)state;
#ifdef SCRUTATEUR_SAN
	skip();
#endif
	if (!has_large_pages())
		skip();
	(void)faults_of_a_child();
	assert_in_range(faults_of_a_child(), 1, CHILD_FAULTS_MOST);
}

static void found(void *ctx, const struct finding *f)
{
	(void)f;
	++*(size_t *)ctx;
}

static bool leaves_the_heap_alone(void)
{
	const size_t before = mallinfo2().uordblks;
	enum text_refusal why;
	const struct reading *r;
	struct err e = { 0 };
	struct buf act, json;
	struct text text;
	struct arena a;
	size_t n = 0;

	fresh_open();
	buf_init(&act, MIB);
	buf_init(&json, MIB);
	arena_init(&a, LIMIT_ACT_MEMORY);
	const int fd = open(SAMPLE, O_RDONLY | O_CLOEXEC);
	if (!file_read_fd(fd, &act, &e) || !text_decode(&a, buf_view(&act), MIB, &text, &why, &e) ||
	    !act_read(&a, ruleset_lexicon(rules), &text, &r, &why, &e))
		return false;
	ruleset_judge(rules, &a, r, NULL, &(struct judge_calls){ .ctx = &n, .found = found });
	reading_json(r, "", false, &json);
	return n > 0 && !json.full && mallinfo2().uordblks == before;
}

static void test_child_memory__nothing_is_taken_from_the_heap(void **state)
{
	int status = -1;

	(void)state;
#ifdef SCRUTATEUR_SAN
	skip();
#endif
	pid_t pid = fork();
	if (pid == 0)
		_exit(leaves_the_heap_alone() ? 0 : 1);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

/* Libraries are bound before the fork, as they are in the rule host. */
int main(int argc, char **argv)
{
	if (argc > 0 && getenv("LD_BIND_NOW") == NULL && setenv("LD_BIND_NOW", "1", 1) == 0)
		(void)execv("/proc/self/exe", argv);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_child_memory__few_pages_of_its_parent_are_copied),
		cmocka_unit_test(test_child_memory__nothing_is_taken_from_the_heap),
	};
	return cmocka_run_group_tests_name("child_memory", tests, load, unload);
}
