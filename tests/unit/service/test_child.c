/* SPDX-License-Identifier: EUPL-1.2 */
/* The document child with the rules of the tree: what it answers on a pipe, sealed, for acts and for what is none. Run
 * from the root of the tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "answer.h"
#include "child.h"
#include "clock.h"
#include "file.h"
#include "bounds.h"

#define PIPE_BYTES 16384 /* a reading fits, the findings of all rules do not */

static struct ruleset *rules;
static struct {
	struct answer answer;
	struct arena mem;
	struct answer_result r;
	bool whole;
	int status;
} w;

static int load(void **state)
{
	const struct ruleset_paths p = { .regles = "rules",
					 .lua = "lua",
					 .exemples = "conf/exemples",
					 .parametres = "conf/parametres",
					 .collectivites = "conf/collectivites",
					 .lexique = "conf/lexique.yaml",
					 .sans_essais = true };
	struct err e;

	(void)state;
	if (ruleset_load(&p, &rules, &e))
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

static int clean(void **state)
{
	(void)state;
	answer_done(&w.answer);
	arena_done(&w.mem);
	return 0;
}

static void listen_to(int fd)
{
	char chunk[65536];
	bool alive;
	ssize_t n;

	answer_init(&w.answer);
	while ((n = read(fd, chunk, sizeof chunk)) > 0)
		(void)answer_feed(&w.answer, chunk, (size_t)n, &alive);
	close(fd);
}

static pid_t start(struct str content, struct child_job job, int *ret_fd)
{
	struct err e;
	int p[2];

	job.fd = memfd_create("document", MFD_CLOEXEC);
	assert_true(file_write_all(job.fd, content, &e));
	assert_int_equal(lseek(job.fd, 0, SEEK_SET), 0);
	assert_int_equal(pipe(p), 0);
	assert_true(fcntl(p[1], F_SETPIPE_SZ, PIPE_BYTES) >= 0);
	job.out = p[1];
	job.path = STR("acte.txt");
	pid_t pid = fork();
	if (pid == 0)
		child_run(rules, &job, true);
	close(p[1]);
	close(job.fd);
	*ret_fd = p[0];
	return pid;
}

static void run(struct str content, struct child_job job)
{
	struct err e;
	int fd;
	pid_t pid = start(content, job, &fd);

	listen_to(fd);
	while (waitpid(pid, &w.status, 0) < 0 && errno == EINTR)
		continue;
	arena_init(&w.mem, 64 * MIB);
	w.whole = answer_result(&w.answer, &w.mem, &w.r, &e);
	if (!w.whole)
		print_error("%s\n", e.msg);
}

static struct conf conf;

static struct child_job ordinary(void)
{
	conf = (struct conf){ .limites = { .octets = MIB, .texte = MIB, .pages = LIMIT_PAGES } };
	return (struct child_job){ .conf = &conf, .text = -1 };
}

static struct buf sample(const char *path)
{
	struct buf b;
	struct err e;

	buf_init(&b, MIB);
	assert_true(file_read(path, &b, &e));
	return b;
}

static unsigned count(enum event_kind ev)
{
	unsigned n = 0;

	for (size_t i = 0; i < w.r.parts_n; i++)
		n += w.r.parts[i].event == ev;
	return n;
}

static void refused_as(const char *word)
{
	assert_true(w.whole && w.r.refused);
	assert_string_equal(w.r.refusal, word);
	assert_int_equal(w.status, 0);
	assert_true(w.r.parts[0].bell[BELL_MESSAGE].n > 0);
}

static void test_child__judges_an_act(void **state)
{
	(void)state;
	struct buf act = sample("conf/exemples/cp-deux-pouvoirs.txt");
	size_t n;

	ruleset_rules(rules, &n);
	run(buf_view(&act), ordinary());
	assert_true(w.whole && !w.r.refused);
	assert_int_equal(w.status, 0);
	assert_int_equal(count(EVENT_ALERTE), 1);
	assert_int_equal(count(EVENT_DOCUMENT), 1);
	assert_int_equal(count(EVENT_REGLE), 0);
	assert_true(w.r.parts_n >= n + 1);
	assert_true(str_starts(w.r.reading, STR("{\"schema\": \"scrutateur-lecture/1.0\"")));
	assert_int_equal(w.answer.step, 0); /* the last step is no rule's */
	buf_done(&act);
}

/* It writes until nobody reads any more, in the middle of the rules: only that memory says where. */
static void test_child__what_runs_is_told_in_shared_memory(void **state)
{
	(void)state;
	struct buf act = sample("conf/exemples/cp-deux-pouvoirs.txt");
	volatile uint32_t *step = mmap(NULL, sizeof *step, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct child_job job = ordinary();
	const int64_t deadline = clock_ms() + 20000;
	size_t n;
	int fd;

	job.step = step;
	run(buf_view(&act), job);
	assert_true(w.whole);
	assert_int_equal(*step, 0);
	answer_done(&w.answer);
	arena_done(&w.mem);
	pid_t pid = start(buf_view(&act), job, &fd);
	while (*step == 0 && clock_ms() < deadline)
		(void)sched_yield();
	assert_int_equal(kill(pid, SIGKILL), 0);
	listen_to(fd);
	assert_int_equal(waitpid(pid, &w.status, 0), pid);
	ruleset_rules(rules, &n);
	assert_in_range(*step, 1, n);
	munmap((void *)(uintptr_t)step, sizeof *step);
	buf_done(&act);
}

static void test_child__late_and_suspended_rules_are_told(void **state)
{
	(void)state;
	struct buf act = sample("conf/exemples/cp-reguliere.txt");
	bool late[LIMIT_RULES] = { true }, suspended[LIMIT_RULES] = { false, true };
	struct child_job job = ordinary();

	job.skip = late;
	job.suspended = suspended;
	run(buf_view(&act), job);
	assert_true(w.whole);
	assert_int_equal(count(EVENT_REGLE), 2);
	assert_int_equal(w.r.parts[0].verdict, VERDICT_ERREUR);
	assert_true(str_starts(w.r.parts[0].bell[BELL_MESSAGE], STR("délai dépassé")));
	assert_true(str_starts(w.r.parts[1].bell[BELL_MESSAGE], STR("règle suspendue")));
	buf_done(&act);
}

static void test_child__empty(void **state)
{
	(void)state;
	run(STR(""), ordinary());
	refused_as("vide");
}

static void test_child__binary(void **state)
{
	(void)state;
	run((struct str){ "\0\1\2\3\4\5\6\7\0\1\2\3", 12 }, ordinary());
	refused_as("binaire");
}

static void test_child__not_an_act(void **state)
{
	(void)state;
	run(STR("Recette de la tarte : trois pommes, du beurre.\n"), ordinary());
	refused_as("pas-une-deliberation");
}

static void test_child__bytes_at_both_sides(void **state)
{
	(void)state;
	struct buf act = sample("conf/exemples/cp-reguliere.txt");
	struct child_job job = ordinary();

	conf.limites.octets = (int64_t)act.n;
	run(buf_view(&act), job);
	assert_true(w.whole && !w.r.refused);
	(void)clean(NULL);
	conf.limites.octets = (int64_t)act.n - 1;
	run(buf_view(&act), job);
	refused_as("taille");
	buf_done(&act);
}

static void test_child__text_at_both_sides(void **state)
{
	(void)state;
	struct buf act = sample("conf/exemples/cp-reguliere.txt");
	struct child_job job = ordinary();

	conf.limites.texte = (int64_t)act.n;
	run(buf_view(&act), job);
	assert_true(w.whole && !w.r.refused);
	(void)clean(NULL);
	conf.limites.texte = (int64_t)act.n - 1;
	run(buf_view(&act), job);
	refused_as("taille");
	buf_done(&act);
}

/* Two rules that find `each` things wrong, in a directory of their own. */
static struct ruleset *crowd(char dir[64], int each)
{
	struct ruleset_paths p = { .regles = dir,
				   .lua = "lua",
				   .exemples = "conf/exemples",
				   .parametres = "conf/parametres",
				   .collectivites = "conf/collectivites",
				   .lexique = "conf/lexique.yaml",
				   .sans_essais = true };
	struct ruleset *rs = NULL;
	struct err e = { 0 };

	snprintf(dir, 64, "/tmp/test-child-XXXXXX");
	assert_non_null(mkdtemp(dir));
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	for (int i = 0; i < 2; i++) {
		char name[16], text[1024];
		snprintf(name, sizeof name, "foule-%c.lua", 'a' + i);
		snprintf(text, sizeof text,
			 "regle { id = \"foule-%c\", version = \"1.0.0\", titre = \"Foule\", gravite = \"mineure\", "
			 "resume = \"Trop de constats.\",\n"
			 "fondement = { { code = \"CGCT\", article = \"L. 2121-21\", dit = \"rien\" } }, exemple = "
			 "\"cp-reguliere\",\n"
			 "controle = function(d) local f = {}\n"
			 "for i = 1, %d do ajoute(f, { sujet = texte(\"n%%d\", i), message = texte(\"faute %%d\", i), "
			 "preuve = d.presents }) end\n"
			 "return anomalies(f) end }\nessai \"un\" { attendu = \"anomalie\" }\n",
			 'a' + i, each);
		assert_true(file_replace(fd, name, str_c(text), 0644, &e));
	}
	close(fd);
	if (!ruleset_load(&p, &rs, &e))
		print_error("%s\n", e.msg);
	return rs;
}

static void judge_crowd(int each)
{
	struct buf act = sample("conf/exemples/cp-reguliere.txt");
	struct ruleset *ordinary_rules = rules;
	char dir[64], path[128];

	rules = crowd(dir, each);
	run(buf_view(&act), ordinary());
	ruleset_free(rules);
	rules = ordinary_rules;
	for (int i = 0; i < 2; i++) {
		snprintf(path, sizeof path, "%s/foule-%c.lua", dir, 'a' + i);
		unlink(path);
	}
	rmdir(dir);
	buf_done(&act);
}

static void test_child__findings_at_both_sides_of_the_limit(void **state)
{
	(void)state;
	judge_crowd(LIMIT_FINDINGS / 2);
	assert_true(w.whole);
	assert_int_equal(count(EVENT_ALERTE), LIMIT_FINDINGS);
	assert_int_equal(count(EVENT_REGLE), 0);
	(void)clean(NULL);
	judge_crowd(LIMIT_FINDINGS);
	assert_true(w.whole);
	assert_int_equal(count(EVENT_ALERTE), LIMIT_FINDINGS);
	assert_int_equal(count(EVENT_REGLE), 1); /* and that those of the second rule are not shown */
	assert_int_equal(count(EVENT_DOCUMENT), 1);
}

/* Wait statuses as the kernel makes them. */
static int ends(int signal, int code)
{
	int status = -1;
	pid_t pid = fork();

	if (pid == 0) {
		(void)setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
		if (signal != 0)
			raise(signal);
		_exit(code);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void test_child__how_it_ended_is_said(void **state)
{
	static const struct {
		int signal, code;
		const char *text;
	} table[] = {
		{ SIGXCPU, 0, "limite de calcul dépassée (CPU)" },
		{ 0, 3, "limite de mémoire dépassée" },
		{ 0, CHILD_UNSEALED, "le processus n'a pas pu être confiné" },
		{ 0, 0, "réponse incomplète" },
		{ SIGKILL, 0, "processus arrêté par le signal 9" },
		{ 0, 1, "processus terminé avec l'état 1" },
	};
	char text[CHILD_END_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		assert_string_equal(child_end_text(ends(table[i].signal, table[i].code), text), table[i].text);
}

static void test_child__reader_that_went_away(void **state)
{
	(void)state;
	struct buf act = sample("conf/exemples/cp-reguliere.txt");
	struct child_job job = ordinary();
	struct err e;
	int p[2], status;

	job.fd = memfd_create("document", MFD_CLOEXEC);
	assert_true(file_write_all(job.fd, buf_view(&act), &e));
	(void)lseek(job.fd, 0, SEEK_SET);
	assert_int_equal(pipe(p), 0);
	job.out = p[1];
	close(p[0]);
	pid_t pid = fork();
	if (pid == 0)
		child_run(rules, &job, true);
	close(p[1]);
	close(job.fd);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_not_equal(status, 0);
	buf_done(&act);
	answer_init(&w.answer);
	arena_init(&w.mem, MIB);
}

#define T(f) cmocka_unit_test_teardown(f, clean)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_child__judges_an_act),
		T(test_child__what_runs_is_told_in_shared_memory),
		T(test_child__late_and_suspended_rules_are_told),
		T(test_child__empty),
		T(test_child__binary),
		T(test_child__not_an_act),
		T(test_child__bytes_at_both_sides),
		T(test_child__text_at_both_sides),
		T(test_child__findings_at_both_sides_of_the_limit),
		T(test_child__how_it_ended_is_said),
		T(test_child__reader_that_went_away),
	};
	return cmocka_run_group_tests_name("child", tests, load, unload);
}
