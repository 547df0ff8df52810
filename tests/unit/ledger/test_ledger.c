/* SPDX-License-Identifier: EUPL-1.2 */
/* Opening, documents and attempts, the outbox, and death or refusal of the disk at the wrong moment. */
#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "ledger_test.h"
#include "ledger_priv.h"

static void execute(const char *path, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	(void)sqlite3_close(db);
}

TEST(test_ledger__its_file_is_for_owner_and_group)
{
	struct stat st;

	assert_int_equal(stat(in_dir("registre.sqlite"), &st), 0);
	assert_int_equal(st.st_mode & 07777 & ~0640u, 0);
	judge_sample(1);
	assert_int_equal(stat(in_dir("registre.sqlite-wal"), &st), 0);
	assert_int_equal(st.st_mode & 07777 & ~0640u, 0);
}

static void assert_refused(const char *path, enum err_code code, const char *said)
{
	struct ledger *other = ledger_open(path, &why);

	assert_null(other);
	assert_int_equal(why.code, code);
	if (!strstr(why.msg, said))
		fail_msg("%s", why.msg);
}

TEST(test_ledger__a_newer_one_is_refused_and_left_alone)
{
	const char *path = in_dir("neuf.sqlite");

	execute(path, arena_printf(&sample.a, "PRAGMA user_version = %d; CREATE TABLE t (x)", LEDGER_VERSION + 1).p);
	struct str before, after;
	struct buf b;
	buf_init(&b, 1 * MIB);
	for (int i = 0; i < 2; i++) {
		char bytes[65536];
		FILE *f = fopen(path, "r");

		size_t n = fread(bytes, 1, sizeof bytes, f);
		(void)fclose(f);
		*(i ? &after : &before) = arena_dup(&sample.a, (struct str){ bytes, n });
		if (i == 0)
			assert_refused(path, ERR_VALUE,
				       arena_printf(&sample.a, "version %d, plus récente que ce programme (%d)", LEDGER_VERSION + 1, LEDGER_VERSION).p);
	}
	assert_true(str_eq(before, after));
	buf_done(&b);
}

TEST(test_ledger__what_is_not_a_ledger_is_refused)
{
	execute(in_dir("autre.sqlite"), "CREATE TABLE t (x)");
	assert_refused(in_dir("autre.sqlite"), ERR_VALUE, "n'est pas un registre de Scrutateur");
	write_all(in_dir("texte"),
		  STR("Un fichier qui n'est pas une base de données, assez long pour être lu comme une page.\n"));
	assert_refused(in_dir("texte"), ERR_DAMAGED, "file is not a database");
	assert_null(ledger_open(in_dir("absent/registre.sqlite"), &why));
	assert_int_equal(why.code, ERR_SYS);
	assert_int_equal(why.sys, ENOENT);
}

static int open_as_nobody(void)
{
	if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
		return 2;
	return ledger_open(in_dir("interdit/registre.sqlite"), &why) == NULL && why.code == ERR_SYS ? 0 : 1;
}

static int in_child(int (*act)(void))
{
	int status = -1;
	pid_t child = fork();

	if (child == 0)
		_exit(act());
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

TEST(test_ledger__a_directory_one_may_not_write_is_said)
{
	assert_int_equal(chmod(test_dir, 0755), 0);
	assert_int_equal(mkdir(in_dir("interdit"), 0555), 0);
	int status = in_child(open_as_nobody);
	assert_int_equal(rmdir(in_dir("interdit")), 0);
	assert_int_equal(status, 0);
}

struct seen {
	int64_t ids[8];
	int attempts[8];
	unsigned sides[8];
	char names[8][256];
	size_t n;
};

static void see(void *ctx, const struct ledger_document *d)
{
	struct seen *s = ctx;

	s->ids[s->n] = d->id;
	s->attempts[s->n] = d->attempts;
	s->sides[s->n] = d->sides_n;
	(void)snprintf(s->names[s->n++], 256, "%s %s", d->spool, d->nom);
}

static struct seen waiting(int64_t after, int max)
{
	struct seen s = { 0 };

	ok(ledger_waiting(l, after, max, see, &s, &why));
	return s;
}

TEST(test_ledger__waiting_documents_come_oldest_first)
{
	int64_t a = receive("a"), b = receive("b"), c = receive("c");
	struct finding f = anomaly(&sample);

	ok(judge_with(b, &f, 1, FICHIER));
	struct seen s = waiting(0, 8);
	assert_int_equal(s.n, 2);
	assert_int_equal(s.ids[0], a);
	assert_int_equal(s.ids[1], c);
	assert_string_equal(s.names[1], "c CP20239001.txt");
	assert_int_equal(waiting(a, 8).n, 1);
	assert_int_equal(waiting(0, 1).n, 1);
	assert_int_equal(waiting(c, 8).n, 0);
}

TEST(test_ledger__a_name_keeps_its_bytes)
{
	struct ledger_document d = {
		.spool = "a", .sha256 = SHA, .nom = "d\351lib\377\n.txt", .octets = 1, .recu_us = 1
	};
	int64_t id;

	ok(ledger_receive(l, &d, &id, &why));
	assert_string_equal(waiting(0, 1).names[0], "a d\351lib\377\n.txt");
}

TEST(test_ledger__a_drop_file_is_known_by_all_that_it_is)
{
	const struct ledger_document d = {
		.spool = "a", .sha256 = SHA, .nom = "b", .octets = 1, .recu_us = 1, .origin = "1:2:3:4", .changed_ns = 5
	};
	struct ledger_document asked[6] = { d, d, d, d, d, d };
	static const bool want[6] = { true, false, false, false, false, true };
	int64_t id = receive("sans-origine");
	bool known;

	asked[1].nom = "c";
	asked[2].changed_ns = 6;
	(void)snprintf(asked[3].origin, sizeof asked[3].origin, "1:2:3:5");
	asked[4].sha256[0] = 'x';
	asked[5].nom = NULL; /* it was leaving */
	asked[5].changed_ns = 6;
	ok(ledger_took(l, &d, &known, &why));
	assert_false(known);
	ok(ledger_receive(l, &d, &id, &why));
	for (int i = 0; i < 6; i++) {
		ok(ledger_took(l, &asked[i], &known, &why));
		assert_int_equal(known, want[i]);
	}
}

static void see_side(void *ctx, const struct ledger_side *side)
{
	struct seen *s = ctx;

	s->ids[s->n] = side->octets;
	(void)snprintf(s->names[s->n++], 256, "%s %.2s", side->nom, side->sha256);
}

static struct seen sides_of(int64_t id)
{
	struct seen s = { 0 };

	ok(ledger_sides(l, id, see_side, &s, &why));
	return s;
}

TEST(test_ledger__side_files_come_back_in_order_with_their_bytes)
{
	const struct ledger_document d = {
		.spool = "a", .sha256 = SHA, .nom = "b", .octets = 1, .recu_us = 1, .sides_n = LIMIT_SIDE_FILES,
		.sides = { { "z\351.xml", "11", 5 }, { "y\n.json", "22", 6 }, { "x", "33", 7 }, { "w", "44", 8 } }
	};
	int64_t id, alone = receive("seul");

	ok(ledger_receive(l, &d, &id, &why));
	struct seen s = sides_of(id);
	assert_int_equal(s.n, LIMIT_SIDE_FILES);
	assert_string_equal(s.names[0], "z\351.xml 11");
	assert_string_equal(s.names[1], "y\n.json 22");
	assert_int_equal(s.ids[3], 8);
	assert_int_equal(sides_of(alone).n, 0);
	s = waiting(0, 8);
	assert_int_equal(s.sides[0], 0);
	assert_int_equal(s.sides[1], LIMIT_SIDE_FILES);
}

/* What outlived a crash may only be removed when all that is left of it was recorded together. */
TEST(test_ledger__a_drop_file_is_known_with_what_came_with_it)
{
	const struct ledger_side annex = { "annexe", "33", 7 };
	struct ledger_document d = {
		.spool = "a", .sha256 = SHA, .nom = "d/acte", .octets = 1, .recu_us = 1, .origin = "1:2:3:4", .changed_ns = 5,
		.sides_n = 1, .sides = { { "x", "11", 5 } }, .annexes = &annex, .annexes_n = 1
	};
	const struct ledger_side other = { "annexe", "44", 7 };
	int64_t id;
	bool known;

	ok(ledger_receive(l, &d, &id, &why));
	assert_int_equal(sides_of(id).n, 1); /* an annex is none */
	ok(ledger_took(l, &d, &known, &why));
	assert_true(known);
	d.annexes = &other;
	ok(ledger_took(l, &d, &known, &why));
	assert_false(known);
	d.annexes_n = 0;
	d.sides[0] = other;
	ok(ledger_took(l, &d, &known, &why));
	assert_false(known);
	d.sides_n = 0;
	ok(ledger_took(l, &d, &known, &why));
	assert_true(known);
	/* Under the name by which files leave: the act, its side file, its annex; nothing else. */
	for (const char *const *sha = (const char *const[]){ SHA, "11", "33", "44", NULL }; *sha != NULL; sha++) {
		struct ledger_document left = { .origin = "1:2:3:4" };
		(void)snprintf(left.sha256, sizeof left.sha256, "%s", *sha);
		ok(ledger_took(l, &left, &known, &why));
		assert_int_equal(known, strcmp(*sha, "44") != 0);
	}
}

TEST(test_ledger__all_of_a_group_or_none)
{
	struct ledger_document d[3] = { { .spool = "a", .sha256 = SHA, .nom = "1" }, { .spool = "b", .sha256 = SHA, .nom = "2" },
					{ .spool = "a", .sha256 = SHA, .nom = "3" } };
	bool known = true;

	assert_false(ledger_receive_all(l, d, 3, &why));
	ok(ledger_knows(l, "b", &known, &why));
	assert_false(known);
	ok(ledger_receive_all(l, d, 2, &why));
	assert_int_equal(d[1].id, d[0].id + 1);
}

TEST(test_ledger__a_document_without_its_side_files_is_not_recorded)
{
	const struct ledger_document d = {
		.spool = "a", .sha256 = SHA, .nom = "b", .octets = 1, .recu_us = 1, .sides_n = 2, .sides = { { "x", "11", 5 }, { "y", "", 6 } }
	};
	int64_t id;
	bool known = true;

	assert_false(ledger_receive(l, &d, &id, &why)); /* no hash */
	assert_non_null(strstr(why.msg, "NOT NULL"));
	ok(ledger_knows(l, "a", &known, &why));
	assert_false(known);
}

TEST(test_ledger__version_1_is_taken_over)
{
	const char *path = in_dir("ancien.sqlite");
	sqlite3 *db;
	bool known = false;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, LEDGER_MIGRATIONS[0], NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				      "INSERT INTO document (spool, sha256, name, bytes, received_us)"
				      " VALUES ('a', 'b', CAST('c' AS BLOB), 1, 1)",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	(void)sqlite3_close(db);
	ledger_close(l);
	l = ledger_open(path, &why);
	assert_non_null(l);
	ok(ledger_knows(l, "a", &known, &why));
	assert_true(known);
	assert_string_equal(waiting(0, 8).names[0], "a c");
	judge_sample(1);
}

TEST(test_ledger__a_spool_name_is_known_once)
{
	struct ledger_document d = { .spool = "a", .sha256 = SHA, .nom = "b", .octets = 1, .recu_us = 1 };
	int64_t id = receive("a"), again = -1;
	bool known = false;

	assert_false(ledger_receive(l, &d, &again, &why));
	assert_int_equal(again, -1);
	assert_non_null(strstr(why.msg, "UNIQUE"));
	assert_true(id > 0);
	ok(ledger_knows(l, "a", &known, &why));
	assert_true(known);
	ok(ledger_knows(l, "b", &known, &why));
	assert_false(known);
}

static const struct ledger_flight NONE = { .n = 0 };

TEST(test_ledger__attempts_are_counted_before_and_can_be_taken_back)
{
	const int64_t id = receive("a");
	const struct ledger_flight it = { .ids = { id }, .n = 1 }, unknown = { .ids = { id + 1 }, .n = 1 };
	int n = 0;

	ok(ledger_attempt(l, &it, &NONE, &n, &why));
	assert_int_equal(n, 1);
	ok(ledger_attempt(l, &it, &NONE, &n, &why));
	assert_int_equal(n, 2);
	ok(ledger_unattempt(l, &it, &why));
	assert_int_equal(waiting(0, 1).attempts[0], 1);
	ok(ledger_attempt(l, &it, &NONE, &n, &why));
	assert_int_equal(n, 2);
	assert_int_equal(number("SELECT count(*) FROM attempt"), 3);
	assert_false(ledger_attempt(l, &unknown, &NONE, &n, &why));
	assert_non_null(strstr(why.msg, "FOREIGN KEY"));
}

static int syncs;

int fdatasync(int fd)
{
	syncs++;
	return fsync(fd);
}

TEST(test_ledger__only_the_mark_of_a_delivery_waits_for_no_sync)
{
	judge_sample(1);
	syncs = 0;
	ok(ledger_delivered(l, SINK_FICHIER, 2, &why));
	assert_int_equal(syncs, 0);
	assert_int_equal(due(SINK_FICHIER).n, 1);
	judge_sample(2);
	assert_true(syncs >= 2); /* the arrival and the judgement */
}

TEST(test_ledger__outbox_is_kept_per_sink)
{
	struct ledger_counts c;

	judge_sample(1);
	assert_int_equal(due(SINK_FICHIER).n, 3);
	ok(ledger_delivered(l, SINK_FICHIER, 2, &why));
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 1);
	assert_int_equal(t.seq[0], 3);
	assert_int_equal(due(SINK_JOURNAL).n, 3);
	ok(ledger_count(l, &c, &why));
	assert_int_equal(c.a_livrer, 1 + 3 + 3);
	assert_int_equal(c.juges, 1);
	ok(ledger_delivered(l, SINK_JOURNAL, 99, &why));
	ok(ledger_delivered(l, SINK_SYSLOG, 99, &why));
	ok(ledger_delivered(l, SINK_FICHIER, 99, &why));
	assert_int_equal(number("SELECT count(*) FROM record WHERE due = 0"), 3);
}

TEST(test_ledger__a_walk_stops_when_told)
{
	struct taken t = { .stop_at = 2 };

	judge_sample(1);
	ok(ledger_due(l, SINK_FICHIER, 64, take, &t, &why));
	assert_int_equal(t.n, 2);
	t = (struct taken){ 0 };
	ok(ledger_due(l, SINK_FICHIER, 1, take, &t, &why));
	assert_int_equal(t.n, 1);
	judge_sample(2); /* no statement was left open */
}

TEST(test_ledger__the_bell_comes_back_as_it_went_in)
{
	struct finding f = anomaly(&sample);
	struct taken t = { .stop_at = 1 };

	ok(judge_with(receive("a"), &f, 1, FICHIER));
	ok(ledger_due(l, SINK_FICHIER, 64, take, &t, &why));
	assert_int_equal(t.last.event, EVENT_ALERTE);
	assert_int_equal(t.last.verdict, VERDICT_ANOMALIE);
	assert_int_equal(t.last.severity, SEVERITY_MAJEURE);
	assert_string_equal(t.last.state, "nouvelle");
	assert_string_equal(t.last.id, line_text(t.last.line, "id"));
	assert_string_equal(t.last.fingerprint, line_text(t.last.line, "fingerprints.alerte/v1"));
	assert_true(str_eq(t.last.bell[BELL_RULE], STR("pouvoir-unique")));
	assert_true(str_eq(t.last.bell[BELL_MESSAGE], f.message));
	assert_true(str_eq(t.last.bell[BELL_ACT], STR("CP20239001")));
	assert_true(t.last.bell[BELL_EVIDENCE].n > 0);
}

/* Killed after the commit and before any delivery: a second process finds the very same bytes due. */
static int judge_and_die(void)
{
	judge_sample(1);
	struct taken t = due(SINK_FICHIER);
	FILE *f = fopen(in_dir("avant"), "w");
	for (size_t i = 0; i < t.n; i++)
		(void)fwrite(t.lines[i].p, 1, t.lines[i].n, f);
	(void)fclose(f);
	(void)raise(SIGKILL);
	return 1;
}

TEST(test_ledger__killed_before_delivery_the_same_bytes_are_due_again)
{
	char before[65536];

	ledger_close(l); /* SQLite's connections do not survive a fork */
	l = NULL;
	pid_t child = fork();
	if (child == 0) {
		open_ledger();
		_exit(judge_and_die());
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	open_ledger();
	struct taken t = due(SINK_FICHIER);
	assert_int_equal(t.n, 3);
	FILE *f = fopen(in_dir("avant"), "r");
	size_t n = fread(before, 1, sizeof before, f), at = 0;
	(void)fclose(f);
	for (size_t i = 0; i < t.n; i++) {
		assert_true(str_eq(str_part((struct str){ before, n }, at, at + t.lines[i].n), t.lines[i]));
		at += t.lines[i].n;
	}
	assert_int_equal(at, n);
}

/* Killed between delivery and mark: delivered twice, the same bytes; never lost. */
TEST(test_ledger__delivered_but_not_marked_is_due_again)
{
	judge_sample(1);
	struct taken first = due(SINK_FICHIER);
	ledger_close(l);
	open_ledger();
	struct taken again = due(SINK_FICHIER);
	assert_int_equal(again.n, first.n);
	for (size_t i = 0; i < first.n; i++)
		assert_true(str_eq(first.lines[i], again.lines[i]));
}

/* A file-size limit stands for a full disk. */
static int judge_on_a_full_disk(void)
{
	struct finding f = anomaly(&sample);
	struct rlimit large = { RLIM_INFINITY, RLIM_INFINITY };
	struct stat st;

	open_ledger();
	int64_t id = receive("b");
	if (stat(in_dir("registre.sqlite-wal"), &st) != 0)
		return 1;
	struct rlimit small = { (rlim_t)st.st_size, RLIM_INFINITY };
	(void)signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &small) != 0 || judge_with(id, &f, 1, ALL_SINKS) || why.code != ERR_STATE)
		return 2;
	if (due(SINK_FICHIER).n != 0 || waiting(0, 8).n != 1)
		return 3;
	if (setrlimit(RLIMIT_FSIZE, &large) != 0 || !judge_with(id, &f, 1, ALL_SINKS) || due(SINK_FICHIER).n != 2)
		return 4;
	return 0;
}

TEST(test_ledger__a_full_disk_changes_nothing_and_space_returns)
{
	ledger_close(l);
	l = NULL;
	assert_int_equal(in_child(judge_on_a_full_disk), 0);
	open_ledger();
	assert_int_equal(due(SINK_FICHIER).n, 2);
}

TEST(test_ledger__a_file_moved_away_is_not_written_into)
{
	struct ledger_document d = { .spool = "a", .sha256 = SHA, .nom = "b", .octets = 1, .recu_us = 1 };
	int64_t id;

	assert_int_equal(rename(in_dir("registre.sqlite"), in_dir("ailleurs")), 0);
	assert_false(ledger_receive(l, &d, &id, &why));
	assert_non_null(strstr(why.msg, "déplacé ou supprimé"));
	assert_int_equal(rename(in_dir("ailleurs"), in_dir("registre.sqlite")), 0);
	ok(ledger_receive(l, &d, &id, &why));
}

TEST(test_ledger__queries_of_the_outbox_use_their_index)
{
	assert_int_equal(number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'record_due_%'"), SINK_KINDS);
	judge_sample(1);
	sqlite3 *db;
	sqlite3_stmt *st;
	assert_int_equal(sqlite3_open(in_dir("registre.sqlite"), &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(db, "EXPLAIN QUERY PLAN SELECT seq FROM record WHERE due & 2 ORDER BY seq LIMIT 9",
				   -1, &st, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	assert_non_null(strstr((const char *)sqlite3_column_text(st, 3), "record_due_journal"));
	(void)sqlite3_finalize(st);
	(void)sqlite3_close(db);
}

TEST(test_ledger__others_read_while_it_runs)
{
	judge_sample(1);
	assert_int_equal(number("SELECT count(*) FROM verdict"), 2);
	assert_int_equal(number("SELECT count(*) FROM reading"), 1);
	assert_int_equal(number("PRAGMA user_version"), LEDGER_VERSION);
	judge_sample(2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_LEDGER(test_ledger__its_file_is_for_owner_and_group),
		IN_LEDGER(test_ledger__a_newer_one_is_refused_and_left_alone),
		IN_LEDGER(test_ledger__what_is_not_a_ledger_is_refused),
		IN_LEDGER(test_ledger__a_directory_one_may_not_write_is_said),
		IN_LEDGER(test_ledger__waiting_documents_come_oldest_first),
		IN_LEDGER(test_ledger__a_name_keeps_its_bytes),
		IN_LEDGER(test_ledger__a_drop_file_is_known_by_all_that_it_is),
		IN_LEDGER(test_ledger__side_files_come_back_in_order_with_their_bytes),
		IN_LEDGER(test_ledger__a_drop_file_is_known_with_what_came_with_it),
		IN_LEDGER(test_ledger__all_of_a_group_or_none),
		IN_LEDGER(test_ledger__a_document_without_its_side_files_is_not_recorded),
		IN_LEDGER(test_ledger__version_1_is_taken_over),
		IN_LEDGER(test_ledger__a_spool_name_is_known_once),
		IN_LEDGER(test_ledger__attempts_are_counted_before_and_can_be_taken_back),
		IN_LEDGER(test_ledger__only_the_mark_of_a_delivery_waits_for_no_sync),
		IN_LEDGER(test_ledger__outbox_is_kept_per_sink),
		IN_LEDGER(test_ledger__a_walk_stops_when_told),
		IN_LEDGER(test_ledger__the_bell_comes_back_as_it_went_in),
		IN_LEDGER(test_ledger__killed_before_delivery_the_same_bytes_are_due_again),
		IN_LEDGER(test_ledger__delivered_but_not_marked_is_due_again),
		IN_LEDGER(test_ledger__a_full_disk_changes_nothing_and_space_returns),
		IN_LEDGER(test_ledger__a_file_moved_away_is_not_written_into),
		IN_LEDGER(test_ledger__queries_of_the_outbox_use_their_index),
		IN_LEDGER(test_ledger__others_read_while_it_runs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
