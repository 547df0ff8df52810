/* SPDX-License-Identifier: EUPL-1.2 */
/* The supervisor against a rule host that lies, hangs and dies (fake_host.h): whatever it does, each document ends
 * judged or in quarantine, once. The supervisor runs in a process of its own; facts are waited for with a deadline,
 * never slept for.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <sys/syscall.h>
#include <time.h>

#include "../base/place.h"
#include "fake_host.h"
#include "ledger.h"
#include "side.h"
#include "supervisor.h"

#define DEADLINE_MS 10000

static struct {
	char root[64], conf[96];
	pid_t pid;
	int status;
} w;

static void path_of(char out[300], const char *name)
{
	snprintf(out, 300, "%s/%s", w.root, name);
}

static void put(const char *name, const char *content)
{
	char path[300];
	struct err e;

	path_of(path, name);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	assert_true(fd >= 0);
	assert_true(file_write_all(fd, str_c(content), &e));
	close(fd);
}

static void configure(const char *extra)
{
	char text[600];

	snprintf(text, sizeof text,
		 "depot: depot\netat: etat\nbalayage_s: 1\nstabilite_ms: 10\nlimites:\n  delai_ms: 150\n"
		 "alertes:\n  fichier: alertes.jsonl\n  journal: non\n  syslog: non\n%s",
		 extra);
	put("scrutateur.yaml", text);
}

static void start(void)
{
	char log[300];

	w.pid = fork();
	assert_true(w.pid >= 0);
	if (w.pid > 0)
		return;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	path_of(log, "journal");
	int fd = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
	dup2(fd, STDERR_FILENO);
	unsetenv("JOURNAL_STREAM");
	_exit(supervisor_run(w.conf, "/proc/self/exe"));
}

static int stop(int signal)
{
	int status;

	if (signal != 0)
		kill(w.pid, signal);
	while (waitpid(w.pid, &status, 0) < 0 && errno == EINTR)
		continue;
	w.pid = 0;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static struct str slurp(const char *name)
{
	static struct buf b;
	char path[300];
	struct err e;

	if (b.max == 0)
		buf_init(&b, 16 * MIB);
	buf_clear(&b);
	path_of(path, name);
	(void)file_read(path, &b, &e);
	return buf_view(&b);
}

static unsigned count(const char *name, const char *needle)
{
	struct str s = slurp(name);
	unsigned n = 0;

	for (size_t at = 0; (at = str_find(s, str_c(needle), at)) != STR_NONE; at++)
		n++;
	return n;
}

static unsigned entries(const char *name)
{
	char path[300];
	unsigned n = 0;
	const struct dirent *f;

	path_of(path, name);
	DIR *d = opendir(path);
	while (d != NULL && (f = readdir(d)) != NULL)
		n += f->d_name[0] != '.';
	if (d != NULL)
		closedir(d);
	return n;
}

static int64_t now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

#define UNTIL(cond)                                                                      \
	do {                                                                             \
		for (int64_t end_ = now_ms() + DEADLINE_MS; !(cond) && now_ms() < end_;) \
			poll(NULL, 0, 3);                                                \
		if (!(cond))                                                             \
			print_error("%.*s\n", STR_ARG(slurp("journal")));                \
		assert_true(cond);                                                       \
	} while (0)

static int fresh(void **state)
{
	char path[300];

	(void)state;
	memset(&w, 0, sizeof w);
	(void)place_template(w.root, sizeof w.root);
	assert_non_null(mkdtemp(w.root));
	snprintf(w.conf, sizeof w.conf, "%s/scrutateur.yaml", w.root);
	path_of(path, "depot");
	assert_int_equal(mkdir(path, 0755), 0);
	configure("enfants: 1\n");
	return 0;
}

static void remove_tree(const char *path)
{
	DIR *d = opendir(path);
	const struct dirent *f;
	char below[600];

	while (d != NULL && (f = readdir(d)) != NULL) {
		if (strcmp(f->d_name, ".") == 0 || strcmp(f->d_name, "..") == 0)
			continue;
		snprintf(below, sizeof below, "%s/%s", path, f->d_name);
		if (unlink(below) != 0)
			remove_tree(below);
	}
	if (d != NULL)
		closedir(d);
	(void)rmdir(path);
}

static int clean(void **state)
{
	(void)state;
	if (w.pid > 0)
		(void)stop(SIGKILL);
	if (getenv("GARDE") == NULL)
		remove_tree(w.root);
	return 0;
}

static bool settled(void)
{
	return entries("depot") == 0 && entries("etat/attente") == 0;
}

/* Each with its word in `word`, and one good document after it. */
static void judge_with_a_good_one(const char *word)
{
	put("depot/a.txt", word);
	start();
	UNTIL(count("journal", "reçu « a.txt »") == 1);
	put("depot/b.txt", "ok");
	UNTIL(settled() && count("journal", "document 2") > 0 && entries("etat/archive") > 0);
	assert_int_equal(stop(SIGTERM), 0);
}

static void test_supervisor__judges_and_stops(void **state)
{
	(void)state;
	put("depot/a.txt", "ok");
	start();
	UNTIL(settled() && entries("etat/archive") == 1);
	assert_int_equal(stop(SIGTERM), 0);
	assert_int_equal(count("alertes.jsonl", "\"event\": \"document\""), 1);
	assert_int_equal(count("alertes.jsonl", "\"demarrage\""), 1);
	assert_int_equal(count("alertes.jsonl", "\"arret\""), 1);
	assert_int_equal(count("alertes.jsonl", "\"event\": \"regles\""), 1);
	assert_int_equal(count("alertes.jsonl", "e.lua:7: erreur"), 1); /* the rule that was refused, and why */
}

static void test_supervisor__refusal_goes_to_quarantine(void **state)
{
	(void)state;
	judge_with_a_good_one("refus");
	assert_int_equal(entries("etat/quarantaine/binaire"), 2); /* the document and its note */
	assert_int_equal(entries("etat/archive"), 1);
	assert_int_equal(count("alertes.jsonl", "\"event\": \"rejet\""), 1);
}

static void ends_in_failure(const char *word)
{
	judge_with_a_good_one(word);
	assert_int_equal(entries("etat/quarantaine/echec"), 2);
	assert_int_equal(entries("etat/archive"), 1);
	assert_int_equal(count("journal", "essai 3 sur 3"), 1);
	assert_int_equal(count("alertes.jsonl", "\"event\": \"rejet\""), 1);
	assert_int_equal(count("alertes.jsonl", "\"event\": \"document\""), 1);
}

static void test_supervisor__liars_are_not_believed(void **state)
{
	(void)state;
	ends_in_failure("ordures");
}

static void test_supervisor__no_end(void **state)
{
	(void)state;
	ends_in_failure("sans-fin");
}

static void test_supervisor__bytes_after_the_end(void **state)
{
	(void)state;
	ends_in_failure("apres");
}

static void test_supervisor__line_end_in_a_frame(void **state)
{
	(void)state;
	ends_in_failure("imprimable");
}

static void test_supervisor__silent_child_is_killed(void **state)
{
	(void)state;
	ends_in_failure("muet");
	assert_int_equal(count("journal", "sans résultat, délai dépassé"), 3);
}

static void test_supervisor__child_that_dies(void **state)
{
	(void)state;
	ends_in_failure("signal");
}

static void test_supervisor__endless_rule_is_left_out(void **state)
{
	(void)state;
	judge_with_a_good_one("boucle");
	assert_int_equal(entries("etat/archive"), 2);
	assert_int_equal(count("alertes.jsonl", "\"delai\""), 1);
	assert_int_equal(count("journal", "essai"), 1); /* only "1 essais" of the rules: no attempt was lost */
}

static void test_supervisor__rule_of_a_child_killed_once_is_not_left_out(void **state)
{
	(void)state;
	judge_with_a_good_one("tue");
	assert_int_equal(entries("etat/archive"), 2);
	assert_int_equal(count("journal", "essai 1 sur 3"), 1);
	assert_int_equal(count("alertes.jsonl", "\"interrompue\""), 0);
}

static void test_supervisor__rule_of_a_child_killed_twice_is_left_out(void **state)
{
	(void)state;
	judge_with_a_good_one("tue-toujours");
	assert_int_equal(entries("etat/archive"), 2);
	assert_int_equal(count("alertes.jsonl", "\"interrompue\""), 1);
}

static void test_supervisor__third_time_suspends_the_rule(void **state)
{
	(void)state;
	for (int i = 0; i < 5; i++) {
		char name[32];
		snprintf(name, sizeof name, "depot/%d.txt", i);
		put(name, i == 0   ? "boucle"
			  : i == 1 ? "boucle 1"
			  : i == 2 ? "boucle 2"
			  : i == 3 ? "boucle 3"
				   : "boucle 4");
	}
	start();
	UNTIL(settled() && entries("etat/archive") == 5);
	assert_int_equal(stop(SIGTERM), 0);
	assert_int_equal(count("alertes.jsonl", "\"delai\""), 3);
	assert_int_equal(count("alertes.jsonl", "\"suspendue\""), 1);
}

static void test_supervisor__host_death_loses_nothing(void **state)
{
	(void)state;
	judge_with_a_good_one("hote");
	assert_int_equal(entries("etat/archive"), 2);
	assert_int_equal(count("alertes.jsonl", "\"event\": \"document\""), 2);
	assert_int_equal(count("alertes.jsonl", "\"hote\""), 1);
}

static void test_supervisor__document_that_kills_every_host(void **state)
{
	(void)state;
	judge_with_a_good_one("hote-toujours");
	assert_int_equal(entries("etat/quarantaine/echec"), 2);
	assert_int_equal(entries("etat/archive"), 1);
}

static void test_supervisor__fork_that_fails_is_no_attempt(void **state)
{
	(void)state;
	judge_with_a_good_one("fourche");
	assert_int_equal(entries("etat/archive"), 2);
}

static void test_supervisor__term_lets_the_child_finish(void **state)
{
	(void)state;
	configure("enfants: 1\n");
	put("scrutateur.yaml", "depot: depot\netat: etat\nstabilite_ms: 10\nenfants: 1\nlimites:\n  delai_ms: 15000\n"
			       "alertes:\n  fichier: alertes.jsonl\n  journal: non\n");
	put("depot/a.txt", "lent");
	start();
	UNTIL(count("journal", "reçu « a.txt »") == 1);
	put("depot/b.txt", "ok");
	UNTIL(entries("etat/attente") == 2);
	kill(w.pid, SIGTERM);
	UNTIL(count("journal", "arrêt demandé : 1 document en cours") == 1);
	put("depot/c.txt", "ok");
	put("va", "");
	assert_int_equal(stop(0), 0);
	assert_int_equal(entries("etat/archive"), 1);
	assert_int_equal(entries("etat/attente"), 1);
	assert_int_equal(entries("depot"), 1);
	start();
	UNTIL(settled() && entries("etat/archive") == 3);
	assert_int_equal(stop(SIGTERM), 0);
	assert_int_equal(count("alertes.jsonl", "\"event\": \"document\""), 3);
}

static void test_supervisor__killed_while_judging(void **state)
{
	(void)state;
	put("depot/a.txt", "muet");
	start();
	UNTIL(count("journal", "reçu « a.txt »") == 1);
	(void)stop(SIGKILL);
	assert_int_equal(entries("etat/attente"), 1);
	start();
	UNTIL(entries("etat/quarantaine/echec") == 2);
	assert_int_equal(stop(SIGTERM), 0);
	assert_int_equal(entries("etat/attente"), 0);
}

/* Where the supervisor dies on the way of a file out of the drop. */
static enum { DIES_NOWHERE, DIES_BEFORE_LEAVING, DIES_BEFORE_UNLINK } dies;

int renameat2(int from, const char *name, int to, const char *other, unsigned flags)
{
	if (dies == DIES_BEFORE_LEAVING && strcmp(other, ".scrutateur-retrait") == 0)
		raise(SIGKILL);
	return (int)syscall(SYS_renameat2, from, name, to, other, flags);
}

int unlinkat(int dir, const char *name, int flags)
{
	if (dies == DIES_BEFORE_UNLINK && strcmp(name, ".scrutateur-retrait") == 0)
		raise(SIGKILL);
	return (int)syscall(SYS_unlinkat, dir, name, flags);
}

static void recorded_once(int where, const char *left)
{
	char path[300];

	put("depot/a.txt", "ok");
	dies = where;
	start();
	assert_int_equal(stop(0), -SIGKILL);
	path_of(path, left);
	assert_int_equal(access(path, F_OK), 0);
	dies = DIES_NOWHERE;
	start();
	UNTIL(settled() && access(path, F_OK) != 0 && entries("etat/archive") == 1);
	put("depot/b.txt", "ok"); /* the same bytes, but another file */
	UNTIL(settled() && entries("etat/archive") == 2);
	assert_int_equal(stop(SIGTERM), 0);
	assert_int_equal(count("journal", "déjà inscrit"), 1);
	assert_int_equal(count("alertes.jsonl", "\"event\": \"document\""), 2);
}

static void test_supervisor__killed_between_the_row_and_the_removal(void **state)
{
	(void)state;
	recorded_once(DIES_BEFORE_LEAVING, "depot/a.txt");
}

static void test_supervisor__killed_while_a_file_leaves(void **state)
{
	(void)state;
	recorded_once(DIES_BEFORE_UNLINK, "depot/.scrutateur-retrait");
}

static void failed_reload_keeps(const char *mode)
{
	start();
	UNTIL(count("journal", "en service") > 0);
	put("mode", mode);
	kill(w.pid, SIGHUP);
	UNTIL(count("journal", "rechargement refusé") == 1);
	put("depot/a.txt", "ok");
	UNTIL(settled() && entries("etat/archive") == 1);
	put("mode", "bon");
	kill(w.pid, SIGHUP);
	UNTIL(count("alertes.jsonl", "\"event\": \"regles\"") == 2);
	put("depot/b.txt", "ok");
	UNTIL(settled() && entries("etat/archive") == 2);
	assert_int_equal(stop(SIGTERM), 0);
}

static void test_supervisor__reload_failed(void **state)
{
	(void)state;
	failed_reload_keeps("echec");
}

static void test_supervisor__reload_dies(void **state)
{
	(void)state;
	failed_reload_keeps("mort");
}

static void test_supervisor__reload_lies(void **state)
{
	(void)state;
	failed_reload_keeps("menteur");
}

static void test_supervisor__reload_with_a_bad_configuration(void **state)
{
	(void)state;
	start();
	UNTIL(count("journal", "en service") > 0);
	configure("enfants: mille\n");
	kill(w.pid, SIGHUP);
	UNTIL(count("journal", "configuration refusée") == 1);
	put("depot/a.txt", "ok");
	UNTIL(settled() && entries("etat/archive") == 1);
	assert_int_equal(stop(SIGTERM), 0);
	assert_int_equal(count("alertes.jsonl", "\"rechargement-refuse\""), 1);
}

static void test_supervisor__reload_moves_the_drop(void **state)
{
	(void)state;
	char path[300];
	path_of(path, "ailleurs");
	assert_int_equal(mkdir(path, 0755), 0);
	start();
	UNTIL(count("journal", "en service") > 0);
	put("scrutateur.yaml",
	    "depot: ailleurs\netat: etat\nstabilite_ms: 10\nalertes:\n  fichier: alertes2.jsonl\n  journal: non\n");
	kill(w.pid, SIGHUP);
	UNTIL(count("alertes2.jsonl", "\"event\": \"regles\"") == 1);
	put("ailleurs/a.txt", "ok");
	UNTIL(entries("etat/archive") == 1);
	assert_int_equal(stop(SIGTERM), 0);
	assert_int_equal(count("alertes2.jsonl", "\"event\": \"document\""), 1);
}

static void test_supervisor__no_rules_at_start(void **state)
{
	(void)state;
	put("mode", "echec");
	put("depot/a.txt", "ok");
	start();
	assert_int_equal(stop(0), 2);
	assert_int_equal(count("journal", "lexique.yaml:3:1"), 1);
	assert_int_equal(entries("depot"), 1);
}

static void test_supervisor__host_killed_at_start_is_started_again(void **state)
{
	(void)state;
	put("mode", "tue-une-fois");
	put("depot/a.txt", "ok");
	start();
	UNTIL(settled() && entries("etat/archive") == 1);
	assert_int_equal(stop(SIGTERM), 0);
	assert_int_equal(count("journal", "nouvel essai"), 1);
}

/* The limit is of hosts that died: one more would be a fifth. */
static void test_supervisor__host_killed_at_every_start(void **state)
{
	(void)state;
	put("mode", "tue");
	put("depot/a.txt", "ok");
	start();
	assert_int_equal(stop(0), 3);
	assert_int_equal(count("journal", "nouvel essai"), LIMIT_HOST_STARTS - 1);
	assert_int_equal(count("journal", "signal 9"), LIMIT_HOST_STARTS);
	assert_int_equal(entries("depot"), 1);
}

static void test_supervisor__stopped_between_two_hosts(void **state)
{
	(void)state;
	put("mode", "tue");
	start();
	UNTIL(count("journal", "nouvel essai") == 2);
	assert_int_equal(stop(SIGTERM), 0);
}

static void test_supervisor__second_instance(void **state)
{
	(void)state;
	char pid[32];

	start();
	UNTIL(count("journal", "en service") > 0);
	pid_t first = w.pid;
	start();
	assert_int_equal(stop(0), 1);
	snprintf(pid, sizeof pid, "processus %d", (int)first);
	assert_int_equal(count("journal", pid), 1);
	w.pid = first;
	assert_int_equal(stop(SIGTERM), 0);
}

static void test_supervisor__state_directory_open_to_all(void **state)
{
	(void)state;
	char path[300];
	path_of(path, "etat");
	assert_int_equal(mkdir(path, 0750), 0);
	assert_int_equal(chmod(path, 0757), 0);
	start();
	assert_int_equal(stop(0), 3);
}

static void test_supervisor__sink_that_fails_then_works(void **state)
{
	(void)state;
	char dir[300];
	path_of(dir, "sortie");
	put("scrutateur.yaml",
	    "depot: depot\netat: etat\nstabilite_ms: 10\nalertes:\n  fichier: sortie/alertes.jsonl\n  journal: non\n");
	start();
	UNTIL(count("journal", "ne prend plus les alertes") == 1);
	put("depot/a.txt", "ok");
	UNTIL(settled() && entries("etat/archive") == 1);
	assert_int_equal(mkdir(dir, 0755), 0);
	UNTIL(count("sortie/alertes.jsonl", "\"sortie-retablie\"") == 1);
	assert_int_equal(count("sortie/alertes.jsonl", "\"event\": \"document\""), 1);
	assert_int_equal(count("sortie/alertes.jsonl", "\"sortie-en-panne\""), 1);
	assert_int_equal(stop(SIGTERM), 0);
}

static void test_supervisor__recovery_finishes_moves_and_adopts(void **state)
{
	(void)state;
	const char *strange = "etat/attente/inconnu";
	const char *orphan =
		"etat/attente/0123456789abcdef-2689367b205c16ce32ed4200942b8b8b1e262dfc70d9bc9fbc77c49699a4f1df";
	char from[300], to[300];

	put("depot/a.txt", "refus");
	put("depot/b.txt", "ok tout court");
	start();
	UNTIL(settled() && entries("etat/archive") == 1);
	assert_int_equal(stop(SIGTERM), 0);
	/* As if death had come after the ledger's decision and before the move. */
	for (int i = 0; i < 2; i++) {
		const char *place = i == 0 ? "etat/quarantaine/binaire" : "etat/archive";
		path_of(from, place);
		DIR *d = opendir(from);
		for (const struct dirent *f; (f = readdir(d)) != NULL;) {
			if (f->d_name[0] == '.' || strstr(f->d_name, ".json") != NULL)
				continue;
			snprintf(to, sizeof to, "%s/etat/attente/%.100s", w.root, f->d_name);
			assert_int_equal(renameat(dirfd(d), f->d_name, AT_FDCWD, to), 0);
		}
		closedir(d);
	}
	put(strange, "?");
	put(orphan, "ok"); /* copied, never recorded; the drop has it no more */
	assert_int_equal(entries("etat/attente"), 4);
	start();
	UNTIL(settled() && entries("etat/archive") == 2);
	assert_int_equal(stop(SIGTERM), 0);
	assert_int_equal(entries("etat/quarantaine/binaire"), 2);
	assert_int_equal(entries("etat/quarantaine/egare"), 1);
}

static void test_supervisor__recovery_drops_a_copy_the_drop_still_has(void **state)
{
	(void)state;
	start();
	UNTIL(count("journal", "en service") > 0);
	assert_int_equal(stop(SIGTERM), 0);
	put("etat/attente/0123456789abcdef-2689367b205c16ce32ed4200942b8b8b1e262dfc70d9bc9fbc77c49699a4f1df", "ok");
	put("etat/tmp/copie", "o");
	put("depot/a.txt", "ok");
	start();
	UNTIL(settled() && entries("etat/archive") == 1);
	assert_int_equal(stop(SIGTERM), 0);
	assert_int_equal(count("journal", "reçu « a.txt »"), 1);
	assert_int_equal(count("alertes.jsonl", "\"event\": \"document\""), 1);
	assert_int_equal(entries("etat/tmp"), 0);
}

static void count_side(void *ctx, const struct ledger_side *side)
{
	unsigned *n = ctx;

	assert_non_null(strstr(side->nom, SIDE_MARK));
	assert_true(side->octets == 2 || side->octets == 4);
	assert_int_equal(strlen(side->sha256), 64);
	++*n;
}

/* Where each of them is after the start that follows. */
static void test_supervisor__recovery_of_side_files(void **state)
{
	(void)state;
#define WAITS "0123456789abcdef-2689367b205c16ce32ed4200942b8b8b1e262dfc70d9bc9fbc77c49699a4f1df"
#define NONE "0123456789abcdef-0000000000000000000000000000000000000000000000000000000000000000"
	char name[300] = "", from[300], to[300];

	put("depot/b.txt", "ok tout court");
	start();
	UNTIL(settled() && entries("etat/archive") == 1);
	assert_int_equal(stop(SIGTERM), 0);
	path_of(from, "etat/archive");
	DIR *d = opendir(from);
	for (const struct dirent *f; (f = readdir(d)) != NULL;)
		if (f->d_name[0] != '.')
			snprintf(name, sizeof name, "%.100s", f->d_name);
	closedir(d);
	/* Of a document that was decided: one was moved, death came; then all were, but for one. */
	for (unsigned round = 0; round < 2; round++) {
		snprintf(from, sizeof from, "%s/etat/archive/%s", w.root, name);
		snprintf(to, sizeof to, "%s/etat/attente/%s", w.root, name);
		if (round == 0)
			assert_int_equal(rename(from, to), 0);
		snprintf(from, sizeof from, "etat/attente/%s.cote%u", name, round + 1);
		put(from, "message");
		snprintf(from, sizeof from, "etat/archive/%s.cote3", name);
		put(from, "message");
		/* Never recorded: with its document, without it, and without it while the drop has it still. */
		if (round == 0) {
			put("etat/attente/" WAITS, "ok");
			put("etat/attente/" WAITS ".cote1", "un");
			put("etat/attente/" WAITS ".cote2", "deux");
			put("etat/attente/" NONE ".cote1", "seul");
			put("etat/attente/" NONE ".cote2", "ok tout court");
			put("depot/b.txt", "ok tout court");
		}
		start();
		UNTIL(count("journal", "reprise : ") == round + 2 && count("journal", "scrutateur " SCRUTATEUR_VERSION " en service") == (unsigned)round + 2 &&
		      settled() && entries("depot") == 0);
		assert_int_equal(stop(SIGTERM), 0);
		assert_int_equal(entries("etat/attente"), 0);
	}
	assert_int_equal(entries("etat/quarantaine/egare"), 1);
	assert_int_equal(entries("etat/archive"), 1 + 3 + 1 + 2 + 1);
	assert_int_equal(count("journal", "1 copie abandonnée, 1 fichier mis à l'écart"), 1);
	path_of(from, "etat/registre.sqlite");
	struct err e;
	struct ledger *l = ledger_open(from, &e);
	assert_non_null(l);
	unsigned n = 0;
	assert_true(ledger_sides(l, 2, count_side, &n, &e));
	assert_int_equal(n, 2);
	ledger_close(l);
}

#define T(f) cmocka_unit_test_setup_teardown(f, fresh, clean)
int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		T(test_supervisor__judges_and_stops),
		T(test_supervisor__refusal_goes_to_quarantine),
		T(test_supervisor__liars_are_not_believed),
		T(test_supervisor__no_end),
		T(test_supervisor__bytes_after_the_end),
		T(test_supervisor__line_end_in_a_frame),
		T(test_supervisor__silent_child_is_killed),
		T(test_supervisor__child_that_dies),
		T(test_supervisor__endless_rule_is_left_out),
		T(test_supervisor__rule_of_a_child_killed_once_is_not_left_out),
		T(test_supervisor__rule_of_a_child_killed_twice_is_left_out),
		T(test_supervisor__third_time_suspends_the_rule),
		T(test_supervisor__host_death_loses_nothing),
		T(test_supervisor__document_that_kills_every_host),
		T(test_supervisor__fork_that_fails_is_no_attempt),
		T(test_supervisor__term_lets_the_child_finish),
		T(test_supervisor__killed_while_judging),
		T(test_supervisor__killed_between_the_row_and_the_removal),
		T(test_supervisor__killed_while_a_file_leaves),
		T(test_supervisor__reload_failed),
		T(test_supervisor__reload_dies),
		T(test_supervisor__reload_lies),
		T(test_supervisor__reload_with_a_bad_configuration),
		T(test_supervisor__reload_moves_the_drop),
		T(test_supervisor__no_rules_at_start),
		T(test_supervisor__host_killed_at_start_is_started_again),
		T(test_supervisor__host_killed_at_every_start),
		T(test_supervisor__stopped_between_two_hosts),
		T(test_supervisor__second_instance),
		T(test_supervisor__state_directory_open_to_all),
		T(test_supervisor__sink_that_fails_then_works),
		T(test_supervisor__recovery_finishes_moves_and_adopts),
		T(test_supervisor__recovery_of_side_files),
		T(test_supervisor__recovery_drops_a_copy_the_drop_still_has),
	};

	if (argc > 3 && strcmp(argv[1], "hote") == 0)
		return fake_host(argv[3]);
	if (argc > 1)
		cmocka_set_test_filter(argv[1]); /* one test, by its name */
	return cmocka_run_group_tests_name("supervisor", tests, NULL, NULL);
}
