/* SPDX-License-Identifier: EUPL-1.2 */
/* Documents that begin, or end, at the same moment share their commits and lose nothing by it: attempts are counted before any is made, files move
 * after the decision and are synced once; when the group fails, each is tried alone. The parts are real (ledger, state directory, outbox, intake);
 * the rule host is a socket that nobody reads, and the calls that last are written down as they come, or made to fail.
 */
#include "../base/tmpdir.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include "intake.h"
#include "supervisor_priv.h"

static struct supervisor s;
static struct {
	char trace[600];
	bool tracing;
	int commits_fail, deliveries_fail, archive_syncs_fail, sends_fail; /* the next so many */
} g;
static int host_end;
static struct err why;

static void note_call(const char *what)
{
	const size_t n = strlen(g.trace);

	if (g.tracing)
		snprintf(g.trace + n, sizeof g.trace - n, "%s%s", n > 0 ? " " : "", what);
}

static bool fails(int *n)
{
	errno = EIO;
	return *n > 0 && (*n)-- > 0;
}

int fdatasync(int fd)
{
	struct stat st, alerts = { 0 };
	const bool is_alerts = fstat(fd, &st) == 0 && fstatat(tmp_dir, "alertes.jsonl", &alerts, 0) == 0 && st.st_ino == alerts.st_ino;

	note_call(is_alerts ? "livre" : "inscrit");
	return fails(is_alerts ? &g.deliveries_fail : &g.commits_fail) ? -1 : (int)syscall(SYS_fdatasync, fd);
}

int fsync(int fd)
{
	struct stat st, archive;
	const bool is_archive = fstat(fd, &st) == 0 && fstat(s.spool.archive, &archive) == 0 && st.st_ino == archive.st_ino;

	note_call(is_archive ? "sync-archive" : S_ISDIR(st.st_mode) ? "sync-rep" : "sync");
	return is_archive && fails(&g.archive_syncs_fail) ? -1 : (int)syscall(SYS_fsync, fd);
}

int renameat2(int from, const char *name, int to, const char *other, unsigned flags)
{
	note_call("range");
	return (int)syscall(SYS_renameat2, from, name, to, other, flags);
}

ssize_t sendmsg(int socket, const struct msghdr *m, int flags)
{
	note_call("lance");
	return fails(&g.sends_fail) ? -1 : (ssize_t)syscall(SYS_sendmsg, socket, m, flags);
}

static void quiet(void *ctx, enum sink_kind k, enum outlet_trouble trouble, const char *text)
{
	(void)ctx, (void)k, (void)trouble, (void)text;
}

static int open_all(void **state)
{
	char etat[96], path[160];
	int pair[2];

	if (tmpdir_setup(state) != 0)
		return -1;
	memset(&s, 0, sizeof s);
	memset(&g, 0, sizeof g);
	tmpdir_put("scrutateur.yaml", "depot: depot\netat: etat\nenfants: 2\nalertes:\n  fichier: alertes.jsonl\n  journal: non\n  syslog: non\n");
	snprintf(path, sizeof path, "%s/scrutateur.yaml", tmp_path);
	snprintf(etat, sizeof etat, "%s/etat", tmp_path);
	assert_int_equal(mkdirat(tmp_dir, "depot", 0700), 0);
	s.now = settings_load(path, &why);
	assert_non_null(s.now);
	assert_int_equal(spool_open(etat, &s.spool, &why), SPOOL_OPEN);
	snprintf(path, sizeof path, "%s/" LEDGER_NAME, etat);
	s.ledger = ledger_open(path, &why);
	assert_non_null(s.ledger);
	s.base = loop_new();
	queue_init(&s.queue);
	outbox_init(&s.outbox, s.base, s.ledger, &s, quiet);
	outbox_configure(&s.outbox, &s.now->c);
	s.dispatch = alarm_timer(s.base, jobs_settle, &s);
	s.settle = alarm_timer(s.base, jobs_settle, &s);
	s.intake = arrivals_open(&s, &s.now->c, &why);
	assert_non_null(s.intake);
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair), 0);
	s.live = calloc(1, sizeof *s.live);
	s.live->socket = pair[0];
	s.live->state = HOST_LIVE;
	host_end = pair[1];
	s.state = STATE_RUNNING;
	return 0;
}

/* Of the oldest job. */
static void let_go(void)
{
	waiting_free(s.jobs->w);
	job_free(s.jobs);
}

static int close_all(void **state)
{
	memset(&g, 0, sizeof g);
	while (s.jobs != NULL)
		let_go();
	close(s.live->socket);
	close(host_end);
	free(s.live);
	intake_free(s.intake);
	queue_done(&s.queue);
	outbox_done(&s.outbox);
	ledger_close(s.ledger);
	spool_close(&s.spool);
	alarm_free(s.dispatch);
	alarm_free(s.settle);
	settings_free(s.now);
	loop_free(s.base);
	return tmpdir_teardown(state);
}

static void trace(void)
{
	g.trace[0] = '\0';
	g.tracing = true;
}

static void spool_name(char out[128], unsigned i)
{
	snprintf(out, 128, "%016x-%064x", i, i);
}

/* Document i, in attente/. */
static void receive_one(unsigned i)
{
	struct ledger_document d = { .nom = "a.txt", .octets = 4, .recu_us = 1 };
	int64_t id;

	spool_name(d.spool, i);
	snprintf(d.sha256, sizeof d.sha256, "%064x", i);
	int fd = openat(s.spool.attente, d.spool, O_WRONLY | O_CREAT | O_CLOEXEC, 0640);
	assert_int_equal(write(fd, "acte", 4), 4);
	close(fd);
	assert_true(ledger_receive(s.ledger, &d, &id, &why));
	assert_int_equal(id, i);
	s.backlog++;
	queue_more(&s.queue);
}

/* n of them, numbered from 1. */
static void receive(unsigned n)
{
	for (unsigned i = 1; i <= n; i++)
		receive_one(i);
}

static bool is_in(int dir, unsigned i)
{
	char name[128];

	spool_name(name, i);
	return faccessat(dir, name, F_OK, 0) == 0;
}

/* Attempts that count, of document i. */
static int attempts_of(unsigned i)
{
	struct waiting *w;
	struct queue q;
	int n = -1;

	queue_init(&q);
	while ((w = queue_pop(&q, s.ledger, &why)) != NULL) {
		if (w->doc.id == i)
			n = w->doc.attempts;
		waiting_free(w);
	}
	queue_done(&q);
	return n;
}

/* What the queue would give, as "1 2 3". */
static void assert_queue(const char *expected)
{
	char text[200] = "";
	struct waiting *w;

	while ((w = queue_pop(&s.queue, s.ledger, &why)) != NULL) {
		snprintf(text + strlen(text), sizeof text - strlen(text), "%s%d", text[0] ? " " : "", (int)w->doc.id);
		waiting_free(w);
	}
	assert_string_equal(text, expected);
}

static void test_flow__attempts_are_counted_together_before_any_is_made(void **state)
{
	(void)state;
	receive(5);
	trace();
	jobs_dispatch(&s);
	assert_string_equal(g.trace, "inscrit lance lance");
	assert_int_equal(s.jobs_n, 5);
	assert_int_equal(jobs_count(&s, JOB_RUNNING, false), 2);
	for (unsigned i = 1; i <= 5; i++)
		assert_int_equal(attempts_of(i), 1);
}

static void test_flow__places_and_those_ahead_at_both_sides(void **state)
{
	(void)state;
	receive(2 + LIMIT_AHEAD + 1);
	jobs_dispatch(&s);
	assert_int_equal(s.jobs_n, 2 + LIMIT_AHEAD);
	assert_int_equal(attempts_of(2 + LIMIT_AHEAD), 1);
	assert_int_equal(attempts_of(2 + LIMIT_AHEAD + 1), 0);
}

static void test_flow__told_ahead_only_while_texts_are_quick(void **state)
{
	(void)state;
	receive(2 + LIMIT_TOLD_AHEAD + 1);
	s.quick = true;
	jobs_dispatch(&s);
	assert_int_equal(jobs_count(&s, JOB_RUNNING, false), 2 + LIMIT_TOLD_AHEAD);
	assert_int_equal(jobs_count(&s, JOB_COUNTED, false), 1);
}

static void test_flow__few_are_taken_at_once_while_many_wait(void **state)
{
	(void)state;
	assert_int_equal(admission_room(10000, 0), 10000);
	assert_int_equal(admission_room(10000, LIMIT_GROUP - 1), 10000 - LIMIT_GROUP + 1);
	assert_int_equal(admission_room(10000, LIMIT_GROUP), LIMIT_GROUP_WAITING);
	assert_int_equal(admission_room(10000, 10000 - LIMIT_GROUP_WAITING + 1), LIMIT_GROUP_WAITING - 1);
	assert_int_equal(admission_room(10000, 10000), 0);
}

static void test_flow__attempts_that_are_not_counted_are_not_made(void **state)
{
	(void)state;
	receive(3);
	trace();
	g.commits_fail = 100;
	jobs_dispatch(&s);
	assert_null(strstr(g.trace, "lance"));
	assert_int_equal(s.jobs_n, 0);
	assert_true(s.ledger_fails);
	g.commits_fail = 0;
	assert_queue("1 2 3");
}

static void test_flow__the_group_fails_and_each_is_counted_alone(void **state)
{
	(void)state;
	receive(2);
	trace();
	g.commits_fail = 1;
	jobs_dispatch(&s);
	assert_string_equal(g.trace, "inscrit inscrit inscrit lance lance");
	assert_int_equal(attempts_of(1), 1);
	assert_int_equal(attempts_of(2), 1);
}

static void test_flow__one_that_cannot_be_launched_is_given_back(void **state)
{
	(void)state;
	receive(2);
	g.sends_fail = 1;
	jobs_dispatch(&s);
	assert_int_equal(s.jobs_n, 1);
	assert_int_equal(attempts_of(1), 0);
	assert_int_equal(attempts_of(2), 1);
}

static void test_flow__what_was_counted_ahead_is_given_back_in_order(void **state)
{
	(void)state;
	receive(6);
	jobs_dispatch(&s);
	trace();
	jobs_take_back(&s);
	assert_string_equal(g.trace, "inscrit");
	assert_int_equal(s.jobs_n, 2);
	assert_int_equal(attempts_of(2), 1);
	for (unsigned i = 3; i <= 6; i++)
		assert_int_equal(attempts_of(i), 0);
	assert_queue("3 4 5 6");
}

static void test_flow__a_suspect_is_counted_and_launched_alone(void **state)
{
	(void)state;
	receive(3);
	s.queue.suspects = (struct ledger_flight){ .ids = { 2 }, .n = 1 };
	jobs_dispatch(&s);
	assert_int_equal(s.jobs_n, 1); /* the first: the suspect waits until it is over, and the third behind it */
	assert_int_equal(s.jobs->w->doc.id, 1);
	let_go();
	jobs_dispatch(&s);
	assert_int_equal(s.jobs_n, 1);
	assert_int_equal(s.jobs->w->doc.id, 2);
	assert_int_equal(attempts_of(3), 0);
}

/* One more of those that wait, as a scan. */
static void becomes_a_scan(void)
{
	struct waiting *w = queue_pop(&s.queue, s.ledger, &why);

	w->scan = true;
	queue_push_front(&s.queue, w);
}

static void host_dies(void)
{
	jobs_host_gone(&s, s.live);
	jobs_take_back(&s);
}

static void assert_in_flight(unsigned scans, unsigned texts)
{
	jobs_dispatch(&s);
	assert_int_equal(jobs_count(&s, JOB_RUNNING, true), scans);
	assert_int_equal(jobs_count(&s, JOB_RUNNING, false), texts);
}

/* Texts that kill the host each die with it, then alone, where nobody can tell which of the two it was the first time. */
static void test_flow__a_scan_is_blamed_only_when_it_was_alone_at_last(void **state)
{
	(void)state;
	s.now->c.ocr.enfants = 1;
	receive_one(1);
	becomes_a_scan();
	for (unsigned i = 2; i <= LIMIT_DEATHS_ALONE + 1; i++) {
		receive_one(i);
		assert_in_flight(1, 1);
		host_dies();
		assert_in_flight(0, 1); /* suspects: the text comes before the scan */
		host_dies();
		assert_in_flight(0, 1);
		s.live->jobs--;
		let_go();
		assert_true(is_in(s.spool.attente, 1));
	}
	receive_one(LIMIT_DEATHS_ALONE + 2);
	assert_in_flight(1, 0);
	host_dies();
	assert_false(is_in(s.spool.attente, 1));
	assert_in_flight(0, 1);
}

/* Decisions of documents 1 to n, each with the record of its end. */
struct fixture {
	struct waiting w[4];
	struct answer_result r[4];
	struct record_parts p[4];
	struct decision d[4], *all[4];
	struct arena a;
};

static struct fixture *decisions(unsigned n)
{
	static struct fixture f;

	memset(&f, 0, sizeof f);
	arena_init(&f.a, MIB);
	for (unsigned i = 0; i < n; i++) {
		f.w[i].doc = (struct ledger_document){ .id = i + 1, .nom = "a.txt", .octets = 4 };
		spool_name(f.w[i].doc.spool, i + 1);
		record_of_event(&f.a, EVENT_DOCUMENT, "juge", STR("jugé"), STR(""), &f.p[i]);
		f.r[i] = (struct answer_result){ .reading = STR("{}"), .parts = &f.p[i], .parts_n = 1 };
		f.d[i] = (struct decision){ .w = &f.w[i], .r = &f.r[i], .j = { .ruleset = "5d0f" } };
		f.all[i] = &f.d[i];
		assert_true(decide_prepare(&s, &f.d[i], -1));
	}
	return &f;
}

static void decide(struct fixture *f, unsigned n)
{
	trace();
	decide_all(&s, f->all, n);
	g.tracing = false;
	arena_done(&f->a);
}

static void test_flow__files_move_after_the_commit_and_are_synced_once(void **state)
{
	(void)state;
	receive(3);
	struct fixture *f = decisions(3);
	decide(f, 3);
	assert_string_equal(g.trace, "inscrit range range range sync-archive");
	for (unsigned i = 1; i <= 3; i++)
		assert_true(f->d[i - 1].taken && is_in(s.spool.archive, i) && !is_in(s.spool.attente, i));
	assert_int_equal(s.backlog, 0);
}

static void test_flow__one_that_the_ledger_refuses_keeps_nobody_out(void **state)
{
	(void)state;
	receive(3);
	struct fixture *f = decisions(3);
	f->d[1].j.id = 77; /* there is no such document */
	decide(f, 3);
	assert_string_equal(g.trace, "inscrit inscrit range range sync-archive");
	assert_true(f->d[0].taken && !f->d[1].taken && f->d[2].taken);
	assert_non_null(strstr(f->d[1].why.msg, "n'attend pas de jugement"));
	assert_true(is_in(s.spool.archive, 1) && is_in(s.spool.attente, 2) && is_in(s.spool.archive, 3));
	assert_int_equal(s.backlog, 1);
}

static void test_flow__nothing_moves_that_is_not_committed(void **state)
{
	(void)state;
	receive(3);
	struct fixture *f = decisions(3);
	g.commits_fail = 100;
	decide(f, 3);
	assert_null(strstr(g.trace, "range"));
	for (unsigned i = 1; i <= 3; i++)
		assert_true(!f->d[i - 1].taken && f->d[i - 1].why.msg[0] != '\0' && is_in(s.spool.attente, i));
	assert_int_equal(s.backlog, 3);
}

static void test_flow__an_archive_that_cannot_be_synced_undoes_no_decision(void **state)
{
	struct news_item last[NEWS_KEPT];
	uint64_t errors, warnings;

	(void)state;
	receive(2);
	struct fixture *f = decisions(2);
	g.archive_syncs_fail = 1;
	decide(f, 2);
	assert_true(f->d[0].taken && f->d[1].taken && is_in(s.spool.archive, 2));
	assert_true(news_last(last, &errors, &warnings) > 0);
	assert_non_null(strstr(last[0].text, "n'est pas garanti"));
}

static void test_flow__a_record_is_forgotten_only_when_its_line_is_synced(void **state)
{
	struct ledger_counts c;

	(void)state;
	receive(1);
	decide(decisions(1), 1);
	g.deliveries_fail = 1;
	outbox_drain(&s.outbox);
	assert_true(ledger_count(s.ledger, &c, &why) && c.a_livrer == 1);
	trace();
	outbox_drain(&s.outbox);
	assert_non_null(strstr(g.trace, "livre"));
	assert_true(ledger_count(s.ledger, &c, &why) && c.a_livrer == 0);
}

static void test_flow__a_refusal_has_its_note_before_the_commit(void **state)
{
	(void)state;
	receive(1);
	struct waiting *w = queue_pop(&s.queue, s.ledger, &why);
	trace();
	outcome_refuse(&s, w, "echec", "parce que");
	assert_string_equal(g.trace, "sync-rep sync sync-rep inscrit range sync-rep");
	assert_false(is_in(s.spool.attente, 1));
}

#define T(f) cmocka_unit_test_setup_teardown(f, open_all, close_all)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_flow__attempts_are_counted_together_before_any_is_made),
		T(test_flow__places_and_those_ahead_at_both_sides),
		T(test_flow__told_ahead_only_while_texts_are_quick),
		T(test_flow__few_are_taken_at_once_while_many_wait),
		T(test_flow__attempts_that_are_not_counted_are_not_made),
		T(test_flow__the_group_fails_and_each_is_counted_alone),
		T(test_flow__one_that_cannot_be_launched_is_given_back),
		T(test_flow__what_was_counted_ahead_is_given_back_in_order),
		T(test_flow__a_suspect_is_counted_and_launched_alone),
		T(test_flow__a_scan_is_blamed_only_when_it_was_alone_at_last),
		T(test_flow__files_move_after_the_commit_and_are_synced_once),
		T(test_flow__one_that_the_ledger_refuses_keeps_nobody_out),
		T(test_flow__nothing_moves_that_is_not_committed),
		T(test_flow__an_archive_that_cannot_be_synced_undoes_no_decision),
		T(test_flow__a_record_is_forgotten_only_when_its_line_is_synced),
		T(test_flow__a_refusal_has_its_note_before_the_commit),
	};

	(void)signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
