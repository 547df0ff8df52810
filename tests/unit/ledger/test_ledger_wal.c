/* SPDX-License-Identifier: EUPL-1.2 */
/* What holds frames of the log back (ledger_wal.c) may not lose one, put one in another's place, or let anybody be told of one that is not in the file. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ledger_test.h"
#include "ledger_priv.h"

#define HEAD 24
#define PAGE 4096
#define LOG_HEAD 32

static int failing; /* of the writes that come */
static int until_killed = -1; /* writes; of the one that comes then half is made */

static ssize_t may_fail(int fd, const void *p, size_t n, off_t at)
{
	if (until_killed >= 0 && until_killed-- == 0) {
		(void)!pwrite(fd, p, n / 2, at);
		(void)raise(SIGKILL);
	}
	if (failing > 0) {
		failing--;
		errno = EIO;
		return -1;
	}
	return pwrite(fd, p, n, at);
}

static void let_writes_fail(bool yes)
{
	sqlite3_vfs *usual = sqlite3_vfs_find(NULL);
	const sqlite3_syscall_ptr fn = yes ? (sqlite3_syscall_ptr)may_fail : NULL;

	assert_int_equal(usual->xSetSystemCall(usual, "pwrite", fn), SQLITE_OK);
	assert_int_equal(usual->xSetSystemCall(usual, "pwrite64", fn), SQLITE_OK);
	failing = 0;
}

static void run(const char *sql)
{
	if (sqlite3_exec(l->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(l->db));
}

static bool is_sound(void)
{
	return number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1;
}

static int64_t log_size(void)
{
	struct stat st;

	assert_int_equal(stat(in_dir("registre.sqlite-wal"), &st), 0);
	return st.st_size;
}

static sqlite3_file *file_of(int which)
{
	sqlite3_file *file = NULL;

	assert_int_equal(sqlite3_file_control(l->db, "main", which, &file), SQLITE_OK);
	assert_non_null(file);
	return file;
}

/* What SQLite does before and after it changes its copy of where the log ends: at both moments the frame of which that speaks is in the file. */
static sqlite3_io_methods watched;
static void (*usual_barrier)(sqlite3_file *file);
static unsigned seen;

static void look_at_log(sqlite3_file *file)
{
	void volatile *shared = NULL;
	unsigned char index[48], head[HEAD];
	uint32_t last, sum[2];

	usual_barrier(file);
	if (file->pMethods->xShmMap(file, 0, 32768, 0, &shared) != SQLITE_OK || !shared)
		return;
	memcpy(index, (const unsigned char *)shared + sizeof index, sizeof index);
	memcpy(&last, index + 16, sizeof last);
	if (last == 0)
		return;
	FILE *log = fopen(in_dir("registre.sqlite-wal"), "rb");
	assert_non_null(log);
	assert_int_equal(fseek(log, LOG_HEAD + (long)(last - 1) * (HEAD + PAGE), SEEK_SET), 0);
	assert_int_equal(fread(head, 1, sizeof head, log), sizeof head);
	(void)fclose(log);
	assert_true(log_size() >= LOG_HEAD + (int64_t)last * (HEAD + PAGE));
	memcpy(sum, index + 24, sizeof sum);
	for (size_t i = 0; i < 2; i++) {
		const unsigned char *b = head + 16 + 4 * i;
		assert_int_equal(sum[i], (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3]);
	}
	assert_memory_equal(head + 8, index + 32, 8);
	assert_memory_not_equal(head + 4, "\0\0\0", 4);
	seen++;
}

static void watch(void)
{
	sqlite3_file *file = file_of(SQLITE_FCNTL_FILE_POINTER);

	usual_barrier = file->pMethods->xShmBarrier;
	watched = *file->pMethods;
	watched.xShmBarrier = look_at_log;
	file->pMethods = &watched;
	seen = 0;
}

static int start_watching(void **state)
{
	const int failed = start(state);

	judge_sample(1);
	watch();
	let_writes_fail(true);
	return failed;
}

static int stop_watching(void **state)
{
	let_writes_fail(false);
	return stop(state);
}

/* A frame as SQLite writes it, in its two parts; the first that is refused is the answer. */
static int put(sqlite3_file *log, int64_t at, char what, bool commits)
{
	unsigned char head[HEAD], page[PAGE];

	memset(head, what, sizeof head);
	memset(head + 4, 0, 4);
	head[7] = commits;
	memset(page, what, sizeof page);
	const int status = log->pMethods->xWrite(log, head, HEAD, at);
	return status == SQLITE_OK ? log->pMethods->xWrite(log, page, PAGE, at + HEAD) : status;
}

static char got(int64_t at)
{
	char c = 0;
	FILE *log = fopen(in_dir("registre.sqlite-wal"), "rb");

	assert_non_null(log);
	assert_int_equal(fseek(log, (long)at, SEEK_SET), 0);
	if (fread(&c, 1, 1, log) != 1)
		c = 0;
	(void)fclose(log);
	return c;
}

TEST(test_ledger_wal__what_could_not_be_written_is_kept)
{
	sqlite3_file *log = file_of(SQLITE_FCNTL_JOURNAL_POINTER);
	const int64_t end = log_size();
	sqlite3_int64 size;
	char c;

	run("BEGIN IMMEDIATE");
	assert_int_equal(put(log, end, 'a', false), SQLITE_OK);
	assert_int_equal(log_size(), end); /* it is held, or this test shows nothing */
	failing = 3;
	assert_int_not_equal(log->pMethods->xRead(log, &c, 1, end), SQLITE_OK);
	assert_int_not_equal(log->pMethods->xSync(log, SQLITE_SYNC_NORMAL), SQLITE_OK);
	assert_int_not_equal(log->pMethods->xFileSize(log, &size), SQLITE_OK);
	assert_int_equal(failing, 0);
	assert_int_equal(put(log, end + HEAD + PAGE, 'b', false), SQLITE_OK);
	assert_int_equal(log->pMethods->xSync(log, SQLITE_SYNC_NORMAL), SQLITE_OK);
	assert_int_equal(log_size(), end + 2 * (HEAD + PAGE));
	assert_int_equal(got(end), 'a');
	assert_int_equal(got(end + HEAD + PAGE), 'b');
	run("ROLLBACK");
	judge_sample(2);
	assert_true(is_sound());
}

TEST(test_ledger_wal__nothing_is_written_past_a_hole)
{
	sqlite3_file *log = file_of(SQLITE_FCNTL_JOURNAL_POINTER);
	const int64_t end = log_size();
	int n = 0;

	run("BEGIN IMMEDIATE");
	failing = 1000;
	while (n < 100 && put(log, end + n * (HEAD + PAGE), 'a', false) == SQLITE_OK)
		n++;
	assert_in_range(n, 2, 99); /* what is held has an end, and then it is said */
	assert_int_not_equal(put(log, end + n * (HEAD + PAGE), 'b', false), SQLITE_OK);
	assert_int_not_equal(put(log, end + (n + 3) * (HEAD + PAGE), 'c', false), SQLITE_OK);
	assert_int_not_equal(put(log, end, 'd', false), SQLITE_OK); /* nor is one below */
	assert_int_equal(log_size(), end);
	failing = 0;
	assert_int_equal(put(log, end + n * (HEAD + PAGE), 'e', true), SQLITE_OK);
	for (int i = 0; i < n; i++)
		assert_int_equal(got(end + i * (HEAD + PAGE) + HEAD), 'a');
	assert_int_equal(got(end + n * (HEAD + PAGE) + HEAD), 'e');
	run("ROLLBACK");
	judge_sample(2);
	assert_true(is_sound());
}

/* SQLite was told that it is none. */
TEST(test_ledger_wal__a_commit_that_was_refused_is_not_written_later)
{
	sqlite3_file *log = file_of(SQLITE_FCNTL_JOURNAL_POINTER);
	const int64_t end = log_size();

	run("BEGIN IMMEDIATE");
	failing = 1;
	assert_int_not_equal(put(log, end, 'a', true), SQLITE_OK);
	assert_int_equal(log->pMethods->xSync(log, SQLITE_SYNC_NORMAL), SQLITE_OK);
	assert_true(log_size() < end + HEAD + PAGE);
	run("ROLLBACK");
	judge_sample(2);
	assert_true(is_sound());
}

TEST(test_ledger_wal__what_is_rewritten_is_written_at_once)
{
	sqlite3_file *log = file_of(SQLITE_FCNTL_JOURNAL_POINTER);
	const int64_t end = log_size(), frame = HEAD + PAGE;
	char head[HEAD];

	run("BEGIN IMMEDIATE");
	assert_int_equal(put(log, end, 'a', false), SQLITE_OK);
	assert_int_equal(put(log, end + frame, 'b', false), SQLITE_OK);
	memset(head, 'c', sizeof head);
	assert_int_equal(log->pMethods->xWrite(log, head, HEAD, end), SQLITE_OK); /* of one that is held */
	assert_int_equal(got(end), 'c');
	assert_int_equal(got(end + frame + HEAD), 'b');
	assert_int_equal(put(log, end + 2 * frame, 'd', false), SQLITE_OK); /* and so one goes on */
	assert_int_equal(log_size(), end + 2 * frame);
	memset(head, 'e', sizeof head);
	assert_int_equal(log->pMethods->xWrite(log, head, HEAD, end + frame), SQLITE_OK); /* of one that is not */
	assert_int_equal(got(end + frame), 'e');
	assert_int_equal(got(end + 2 * frame), 'd');
	run("ROLLBACK");
	judge_sample(2);
	assert_true(is_sound());
}

TEST(test_ledger_wal__the_log_begins_again_at_its_head)
{
	sqlite3_file *log = file_of(SQLITE_FCNTL_JOURNAL_POINTER);
	char head[LOG_HEAD];

	run("BEGIN IMMEDIATE");
	assert_int_equal(put(log, log_size(), 'z', false), SQLITE_OK); /* the last head that it sees is not of a commit */
	run("ROLLBACK");
	run("PRAGMA wal_checkpoint(TRUNCATE)");
	assert_int_equal(log_size(), 0);
	run("BEGIN IMMEDIATE");
	memset(head, 'h', sizeof head);
	assert_int_equal(log->pMethods->xWrite(log, head, LOG_HEAD, 0), SQLITE_OK);
	assert_int_equal(got(0), 'h');
	assert_int_equal(put(log, LOG_HEAD, 'a', false), SQLITE_OK);
	assert_int_equal(log_size(), LOG_HEAD);
	memset(head, 'i', sizeof head);
	assert_int_equal(log->pMethods->xWrite(log, head, LOG_HEAD, 0), SQLITE_OK);
	assert_int_equal(got(0), 'i');
	assert_int_equal(got(LOG_HEAD), 'a');
	assert_int_equal(put(log, LOG_HEAD, 'b', false), SQLITE_OK);
	assert_int_equal(got(LOG_HEAD), 'a'); /* held again: it begins where the head ends */
	assert_int_equal(put(log, LOG_HEAD + HEAD + PAGE, 'c', true), SQLITE_OK);
	assert_int_equal(got(LOG_HEAD), 'b');
	assert_int_equal(got(LOG_HEAD + HEAD + PAGE), 'c');
	run("ROLLBACK");
	run("PRAGMA wal_checkpoint(TRUNCATE)");
	judge_sample(2);
	assert_true(is_sound());
}

#define MANY "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) INSERT INTO more SELECT i, randomblob(900) FROM n"

static void make_more(void)
{
	run("CREATE TABLE more (i INTEGER PRIMARY KEY, v BLOB)");
	run(MANY);
	run("PRAGMA cache_size = 12");
}

/* The index of the log never speaks of a frame that is not in the file as it says, be the commit synced or not. */
TEST(test_ledger_wal__nobody_is_told_of_what_is_not_in_the_file)
{
	struct finding f;

	make_more();
	for (unsigned i = 0; i < 8; i++) {
		run(i % 2 ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
		set_version(10 + i);
		f = anomaly(&sample);
		const int64_t id = receive((const char[]){ 'x', (char)('a' + i), '\0' });
		ok(judge_with(id, &f, 1, ALL_SINKS));
		run("BEGIN");
		run("UPDATE more SET v = randomblob(800) WHERE i % 3 = 0"); /* more than the cache: written before the commit, and again, and its heads too */
		run("UPDATE more SET v = randomblob(700) WHERE i % 2 = 0");
		run("SAVEPOINT s");
		run("UPDATE more SET v = randomblob(600)");
		run(i % 3 ? "ROLLBACK TO s" : "RELEASE s");
		run("UPDATE more SET v = randomblob(500) WHERE i % 5 = 0");
		run("COMMIT");
		ok(ledger_delivered(l, SINK_FICHIER, 1000, &why));
		assert_true(is_sound());
		if (i == 3)
			run("PRAGMA wal_checkpoint(RESTART)");
		if (i == 5)
			run("PRAGMA wal_checkpoint(TRUNCATE)");
	}
	assert_true(seen > 50);
}

static void another_process_writes(const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(in_dir("registre.sqlite"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	(void)sqlite3_close(db);
}

static int (*usual_lock)(sqlite3_file *file, int first, int n, int how);
static char theirs[80]; /* what another process writes as soon as it may */

static int lock_and_let_others_write(sqlite3_file *file, int first, int n, int how)
{
	const int status = usual_lock(file, first, n, how);

	if (*theirs && first == 0 && how == (SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE)) {
		char sql[sizeof theirs];

		memcpy(sql, theirs, sizeof sql);
		*theirs = '\0';
		another_process_writes(sql);
	}
	return status;
}

/* Where it would have been others may have written since. */
TEST(test_ledger_wal__what_was_rolled_back_is_never_written)
{
	usual_lock = watched.xShmLock;
	watched.xShmLock = lock_and_let_others_write;
	make_more();
	run("CREATE TABLE theirs (v BLOB)");
	for (int i = 1; i <= 12; i++) {
		char sql[100];

		run("BEGIN");
		(void)snprintf(sql, sizeof sql, "UPDATE more SET v = randomblob(1000) WHERE i <= %d", 35 + 11 * i);
		run(sql);
		(void)snprintf(theirs, sizeof theirs, "INSERT INTO theirs VALUES (zeroblob(%d))", 4000 * i);
		run("ROLLBACK");
		assert_int_equal(*theirs, 0);
		run("SELECT sum(length(v)) FROM more");
		(void)snprintf(sql, sizeof sql, "UPDATE more SET v = randomblob(900) WHERE i = %d", i);
		run(sql);
		assert_int_equal(number("SELECT count(*) FROM theirs"), i);
		assert_int_equal(number("SELECT sum(v <> zeroblob(length(v))) FROM theirs"), 0);
		assert_true(is_sound());
	}
}

/* Of a transaction whose frames could not be written nothing stays, whatever was held of it. */
TEST(test_ledger_wal__a_disk_that_takes_nothing_costs_the_transaction_and_no_more)
{
	make_more();
	const int64_t before = number("SELECT sum(length(v)) FROM more");
	for (int after = 0; after < 40; after++) {
		run("BEGIN");
		bool went = true;
		for (int i = 0; i < 40 && went; i++) {
			char sql[100];

			if (i == after)
				failing = after % 2 ? 1 : 1000;
			(void)snprintf(sql, sizeof sql, "UPDATE more SET v = randomblob(1200) WHERE i %% 40 = %d", i);
			went = sqlite3_exec(l->db, sql, NULL, NULL, NULL) == SQLITE_OK;
		}
		went = went && sqlite3_exec(l->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
		failing = 0;
		assert_false(went);
		if (!sqlite3_get_autocommit(l->db))
			run("ROLLBACK");
		assert_int_equal(number("SELECT sum(length(v)) FROM more"), before);
		if (after % 8 == 0)
			another_process_writes("UPDATE more SET v = randomblob(length(v)) WHERE i < 40");
		assert_true(is_sound());
	}
	judge_sample(2);
	ledger_close(l);
	open_ledger();
	assert_int_equal(number("SELECT sum(length(v)) FROM more"), before);
	assert_true(is_sound());
}

/* In a process of its own. 0: killed before the commit was told, 1: after, 2: never. */
static int write_until_killed(int at, int generation)
{
	int told[2], status;
	char sql[100], c;

	assert_int_equal(pipe(told), 0);
	const pid_t child = fork();
	if (child == 0) {
		open_ledger();
		run(generation % 2 ? "PRAGMA synchronous = OFF; PRAGMA cache_size = 12" : "PRAGMA cache_size = 12; PRAGMA wal_autocheckpoint = 60");
		until_killed = at;
		run("BEGIN");
		(void)snprintf(sql, sizeof sql, "UPDATE more SET k = %d, v = randomblob(1000) WHERE i %% 3 = 0", generation);
		run(sql);
		run("SAVEPOINT s; UPDATE more SET k = 0; ROLLBACK TO s");
		(void)snprintf(sql, sizeof sql, "UPDATE more SET k = %d, v = randomblob(900)", generation);
		run(sql);
		run("COMMIT");
		(void)!write(told[1], "", 1);
		ledger_close(l);
		_exit(0);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	(void)close(told[1]);
	const bool is_told = read(told[0], &c, 1) == 1;
	(void)close(told[0]);
	assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 0);
	return WIFSIGNALED(status) ? is_told : 2;
}

TEST(test_ledger_wal__killed_at_any_write_a_commit_is_there_whole_or_not_at_all)
{
	int untold = 0, after_it = 0, k = 1;

	make_more();
	run("ALTER TABLE more ADD COLUMN k INTEGER DEFAULT 1");
	ledger_close(l);
	l = NULL;
	for (int at = 0, how = 0; how != 2 || k % 2 == 0; at += at < 600 ? 1 + at / 10 : 13) {
		how = write_until_killed(at, ++k);
		assert_true(is_sound());
		assert_int_equal(number("SELECT count(DISTINCT k) FROM more"), 1);
		if (how > 0)
			assert_int_equal(number("SELECT k FROM more LIMIT 1"), k);
		untold += how == 0;
		after_it += how == 1;
	}
	assert_true(untold > 20);
	assert_true(after_it > 0);
}

#define WATCHED(f) cmocka_unit_test_setup_teardown(f, start_watching, stop_watching)
int main(void)
{
	const struct CMUnitTest tests[] = {
		WATCHED(test_ledger_wal__what_could_not_be_written_is_kept),
		WATCHED(test_ledger_wal__nothing_is_written_past_a_hole),
		WATCHED(test_ledger_wal__a_commit_that_was_refused_is_not_written_later),
		WATCHED(test_ledger_wal__what_is_rewritten_is_written_at_once),
		WATCHED(test_ledger_wal__the_log_begins_again_at_its_head),
		WATCHED(test_ledger_wal__nobody_is_told_of_what_is_not_in_the_file),
		WATCHED(test_ledger_wal__what_was_rolled_back_is_never_written),
		WATCHED(test_ledger_wal__a_disk_that_takes_nothing_costs_the_transaction_and_no_more),
		WATCHED(test_ledger_wal__killed_at_any_write_a_commit_is_there_whole_or_not_at_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
