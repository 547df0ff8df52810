/* SPDX-License-Identifier: EUPL-1.2 */
/* The log of the ledger goes out many frames at a time: how often the kernel is asked to write, that readers and the disk have what is committed,
 * and that a write that fails late is a commit that fails. */
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger_test.h"
#include "ledger_priv.h"

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

#define COUNTED(f) cmocka_unit_test_setup_teardown(f, start_counting, stop_counting)
int main(void)
{
	const struct CMUnitTest tests[] = {
		COUNTED(test_ledger_log__a_commit_is_one_write),
		COUNTED(test_ledger_log__what_is_committed_is_there_for_others_at_once),
		COUNTED(test_ledger_log__a_long_transaction_is_whole),
		COUNTED(test_ledger_log__a_write_that_fails_is_a_commit_that_fails),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
