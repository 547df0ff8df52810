/* SPDX-License-Identifier: EUPL-1.2 */
/* The files of the ledger are removed or replaced while it is open: nothing is written where it would be lost, and what can be put back is. */
#include <sys/stat.h>
#include <unistd.h>

#include "ledger_test.h"
#include "ledger_priv.h"

static const char *const LOG = "registre.sqlite-wal", *const INDEX = "registre.sqlite-shm";

static bool mended(void)
{
	bool ret = false;

	ok(ledger_mend(l, &ret, &why));
	return ret;
}

static int64_t documents(void)
{
	struct ledger_counts c;

	ok(ledger_count(l, &c, &why));
	return c.attente;
}

/* Another connection, as another program has it. */
static int64_t others_see(void)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *st = NULL;

	assert_int_equal(sqlite3_open_v2(in_dir("registre.sqlite"), &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM document", -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	const int64_t n = sqlite3_column_int64(st, 0);
	(void)sqlite3_finalize(st);
	(void)sqlite3_close(db);
	return n;
}

static void refuses(const char *words)
{
	struct ledger_document d = { .nom = "a.txt", .octets = 1, .spool = "refusé" };
	int64_t id;

	(void)snprintf(d.sha256, sizeof d.sha256, "%s", sample.c.sha256);
	assert_false(ledger_receive(l, &d, &id, &why));
	assert_non_null(strstr(why.msg, words));
}

static void test_ledger_place__nothing_to_mend(void **state)
{
	(void)state;
	receive("un");
	assert_false(mended());
}

static void lose(const char *first, const char *second, const char *name)
{
	const int64_t before = documents();

	receive(name);
	assert_int_equal(unlink(in_dir(first)), 0);
	if (second)
		assert_int_equal(unlink(in_dir(second)), 0);
	refuses("a été ôté ou remplacé");
	assert_true(mended());
	assert_int_equal(documents(), before + 1);
	assert_int_equal(others_see(), before + 1);
	assert_false(mended());
}

static void test_ledger_place__a_log_that_was_removed_is_made_again(void **state)
{
	(void)state;
	lose(LOG, NULL, "un");
	lose(INDEX, NULL, "deux");
	lose(LOG, INDEX, "trois");
	ledger_close(l);
	open_ledger();
	assert_int_equal(documents(), 3);
}

static void test_ledger_place__another_log_stands_in_its_place(void **state)
{
	(void)state;
	receive("un");
	assert_int_equal(rename(in_dir(LOG), in_dir("mien")), 0);
	FILE *f = fopen(in_dir(LOG), "w");
	assert_non_null(f);
	(void)fputs("un autre", f);
	(void)fclose(f);
	refuses("a été ôté ou remplacé");
	bool ret;
	assert_false(ledger_mend(l, &ret, &why));
	assert_non_null(strstr(why.msg, "un autre fichier est à la place de"));
	assert_int_equal(rename(in_dir("mien"), in_dir(LOG)), 0);
	assert_false(mended());
	receive("deux");
	assert_int_equal(rename(in_dir(LOG), in_dir("mien")), 0);
	f = fopen(in_dir(LOG), "w");
	assert_non_null(f);
	(void)fclose(f);
	assert_true(mended());
	assert_int_equal(documents(), 2);
}

/* A program that reads needs the log as it is. */
static void test_ledger_place__a_reader_is_waited_for(void **state)
{
	(void)state;
	sqlite3 *db = NULL;
	bool ret;

	receive("un");
	assert_int_equal(sqlite3_open_v2(in_dir("registre.sqlite"), &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "BEGIN; SELECT * FROM document", NULL, NULL, NULL), SQLITE_OK);
	receive("deux");
	assert_int_equal(unlink(in_dir(LOG)), 0);
	ledger_wait_at_most(l, 0);
	assert_false(ledger_mend(l, &ret, &why));
	assert_non_null(strstr(why.msg, "un autre programme lit le registre"));
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	assert_true(mended());
	assert_int_equal(documents(), 2);
}

static void test_ledger_place__the_database_itself(void **state)
{
	(void)state;
	bool ret;

	receive("un");
	assert_int_equal(rename(in_dir("registre.sqlite"), in_dir("ailleurs")), 0);
	refuses("déplacé ou supprimé");
	assert_false(ledger_mend(l, &ret, &why));
	assert_non_null(strstr(why.msg, "déplacé ou supprimé"));
	assert_int_equal(rename(in_dir("ailleurs"), in_dir("registre.sqlite")), 0);
	assert_false(mended());
	receive("deux");
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_ledger_place__nothing_to_mend),
		T(test_ledger_place__a_log_that_was_removed_is_made_again),
		T(test_ledger_place__another_log_stands_in_its_place),
		T(test_ledger_place__a_reader_is_waited_for),
		T(test_ledger_place__the_database_itself),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
