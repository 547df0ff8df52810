/* SPDX-License-Identifier: EUPL-1.2 */
/* The log of the ledger goes out many frames at a time: how often the kernel is asked to write, that readers and the disk have what is committed,
 * and that a write that fails late is a commit that fails. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger_test.h"
#include "ledger_priv.h"
#include "ledger_rules.h"

static int writes, failing;

static ssize_t counted(int fd, const void *p, size_t n, off_t at)
{
	writes++;
	if (failing > 0) {
		failing--;
		errno = EIO;
		return -1;
	}
	return pwrite(fd, p, n, at);
}

static void count_writes(bool yes)
{
	sqlite3_vfs *usual = sqlite3_vfs_find(NULL);
	const sqlite3_syscall_ptr fn = yes ? (sqlite3_syscall_ptr)counted : NULL;

	assert_int_equal(usual->xSetSystemCall(usual, "pwrite", fn), SQLITE_OK);
	assert_int_equal(usual->xSetSystemCall(usual, "pwrite64", fn), SQLITE_OK);
	writes = failing = 0;
}

static int start_counting(void **state)
{
	const int failed = start(state);

	count_writes(true);
	return failed;
}

static int stop_counting(void **state)
{
	count_writes(false);
	return stop(state);
}

static int64_t frames(void)
{
	struct stat st;

	assert_int_equal(stat(in_dir("registre.sqlite-wal"), &st), 0);
	return (st.st_size - 32) / (4096 + 24);
}

TEST(test_ledger_log__a_commit_is_one_write)
{
	judge_sample(1);
	const int64_t before = frames();
	set_version(2);
	const int64_t id = receive("deuxieme");
	const int64_t received = frames();
	assert_true(received > before);
	writes = 0;
	struct finding f = anomaly(&sample);
	ok(judge_with(id, &f, 1, ALL_SINKS));
	assert_true(frames() >= received + 10); /* it is worth it */
	assert_int_equal(writes, 1);
	ok(ledger_delivered(l, SINK_FICHIER, 100, &why));
	assert_int_equal(writes, 2);
}

/* Another connection reads the file, not what waits here: nothing may wait. */
TEST(test_ledger_log__what_is_committed_is_there_for_others_at_once)
{
	judge_sample(1);
	assert_int_equal(number("SELECT count(*) FROM verdict"), 2);
	assert_true(number("SELECT count(*) FROM record WHERE due & 1") > 0);
	ok(ledger_delivered(l, SINK_FICHIER, 100, &why)); /* the one that is not synced */
	assert_int_equal(number("SELECT count(*) FROM record WHERE due & 1"), 0);
	assert_int_equal(number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
}

/* More than what is held together, and more than the cache, of which SQLite reads back what it has written before it commits. */
TEST(test_ledger_log__a_long_transaction_is_whole)
{
	char *json = malloc(12 * MIB);
	struct record_parts last;
	unsigned verdicts[5] = { 0 };

	assert_non_null(json);
	memset(json, '7', 12 * MIB);
	ok(sqlite3_exec(l->db, "PRAGMA cache_size = 20", NULL, NULL, NULL) == SQLITE_OK);
	set_version(1);
	record_of_document(&sample.a, &sample.c, verdicts, 0, 100, &last);
	const struct ledger_judgement j = { .id = receive("long"), .reading = { json, 12 * MIB }, .parts = &last, .parts_n = 1, .ruleset = RULES, .judged_with = WITH };
	ok(ledger_judge(l, &j, ALL_SINKS, &why));
	assert_int_equal(number("SELECT length(json) FROM reading"), 12 * MIB);
	assert_int_equal(number("SELECT length(replace(json, '7', '')) FROM reading"), 0);
	judge_sample(2);
	assert_int_equal(number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
	free(json);
}

TEST(test_ledger_log__a_write_that_fails_is_a_commit_that_fails)
{
	judge_sample(1);
	const int64_t before = number("SELECT count(*) FROM verdict");
	set_version(2);
	struct finding f = anomaly(&sample);
	const int64_t id = receive("deuxieme");
	failing = 1;
	assert_false(judge_with(id, &f, 1, ALL_SINKS));
	assert_int_equal(why.code, ERR_STATE);
	assert_int_equal(number("SELECT count(*) FROM verdict"), before);
	ok(judge_with(id, &f, 1, ALL_SINKS));
	failing = 1;
	assert_false(ledger_delivered(l, SINK_FICHIER, 100, &why));
	assert_true(number("SELECT count(*) FROM record WHERE due & 1") > 0);
	ok(ledger_delivered(l, SINK_FICHIER, 100, &why));
	assert_int_equal(number("SELECT count(*) FROM record WHERE due & 1"), 0);
	ledger_close(l);
	open_ledger();
	assert_int_equal(number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
}

static int locks;

static int counted_lock(int fd, int what, void *arg)
{
	locks += what == F_SETLK;
	return fcntl(fd, what, arg);
}

static void ask(int times)
{
	bool known;

	for (int i = 0; i < times; i++)
		ok(ledger_knows(l, "arrivee", &known, &why));
}

TEST(test_ledger_log__what_is_asked_together_locks_once)
{
	sqlite3_vfs *usual = sqlite3_vfs_find(NULL);

	judge_sample(1);
	ask(1); /* the first after a commit notes where the log ends */
	assert_int_equal(usual->xSetSystemCall(usual, "fcntl", (sqlite3_syscall_ptr)counted_lock), SQLITE_OK);
	locks = 0;
	ask(20);
	assert_int_equal(locks, 40);
	locks = 0;
	ledger_ask_together(l);
	ask(20);
	ledger_ask_together(l);
	ask(20);
	ledger_asked(l);
	ledger_asked(l);
	assert_int_equal(locks, 2);
	(void)usual->xSetSystemCall(usual, "fcntl", NULL);
}

/* Whoever forgets to end it neither keeps a write out nor goes on in the past. */
TEST(test_ledger_log__a_write_ends_what_is_asked_together)
{
	int64_t since = 0;
	unsigned n = 0;

	ledger_ask_together(l);
	ask(1);
	judge_sample(1);
	assert_int_equal(number("SELECT count(*) FROM verdict"), 2);
	ledger_ask_together(l);
	ask(1);
	ok(ledger_in_service(l, "quorum", "aa", "1.0.0", &since, &why));
	assert_int_equal(number("SELECT count(*) FROM rule_service"), 1);
	ledger_ask_together(l);
	ask(1);
	ok(ledger_strike(l, "quorum", "aa", "doc1", "calcul", &n, &why));
	assert_int_equal(number("SELECT count(*) FROM strike WHERE NOT lifted"), 1);
	ledger_ask_together(l);
	ask(1);
	ok(ledger_lift(l, "quorum", &n, &why));
	assert_int_equal(number("SELECT count(*) FROM strike WHERE NOT lifted"), 0);
	const struct ledger_flight none = { .n = 0 }, one = { .ids = { receive("a") }, .n = 1 };
	int attempts[1];
	ledger_ask_together(l);
	ask(1);
	ok(ledger_attempt(l, &one, &none, attempts, &why));
	assert_int_equal(number("SELECT count(*) FROM attempt"), 1);
	ledger_ask_together(l);
	ask(1);
	ok(ledger_delivered(l, SINK_FICHIER, 1000, &why));
	assert_int_equal(number("SELECT count(*) FROM record WHERE due & 1"), 0);
}

#define COUNTED(f) cmocka_unit_test_setup_teardown(f, start_counting, stop_counting)
int main(void)
{
	const struct CMUnitTest tests[] = {
		COUNTED(test_ledger_log__a_commit_is_one_write),
		COUNTED(test_ledger_log__what_is_committed_is_there_for_others_at_once),
		COUNTED(test_ledger_log__a_long_transaction_is_whole),
		COUNTED(test_ledger_log__a_write_that_fails_is_a_commit_that_fails),
		COUNTED(test_ledger_log__what_is_asked_together_locks_once),
		COUNTED(test_ledger_log__a_write_ends_what_is_asked_together),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
