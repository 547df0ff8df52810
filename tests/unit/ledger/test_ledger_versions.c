/* SPDX-License-Identifier: EUPL-1.2 */
/* Ledgers of every version that was ever out there (versions/N.sql) become what a new one is, with all that was in them, or stay as they were.
 */
#include "ledger_test.h"
#include "file.h"
#include "ledger_priv.h"

/* Columns and indexes, as text. */
#define SHAPE                                                                                                       \
	"SELECT group_concat(x, char(10)) FROM (SELECT m.name || '.' || p.name || ' ' || p.type || p.\"notnull\" || p.pk AS x" \
	" FROM sqlite_schema m, pragma_table_info(m.name) p WHERE m.type = 'table'"                                 \
	" UNION SELECT 'index ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE type = 'index' ORDER BY x)"

static const char *source_of(int version)
{
	static struct buf text;
	struct err e;
	const char *here = __FILE__, *slash = strrchr(here, '/');

	buf_done(&text);
	buf_init(&text, 1 * MIB);
	if (!file_read(arena_printf(&sample.a, "%.*sversions/%d.sql", (int)(slash - here) + 1, here, version).p, &text, &e))
		fail_msg("version %d: %s", version, e.msg);
	buf_char(&text, '\0');
	return text.p;
}

static void execute(const char *path, const char *sql)
{
	char *said = NULL;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s", said);
	(void)sqlite3_close(db);
}

static struct str asked(const char *path, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *st;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	struct str got = arena_dup(&sample.a, str_c((const char *)sqlite3_column_text(st, 0)));
	(void)sqlite3_finalize(st);
	(void)sqlite3_close(db);
	return got;
}

static void assert_text(const char *path, const char *sql, const char *want)
{
	const struct str got = asked(path, sql);

	if (!str_eq(got, str_c(want)))
		fail_msg("%s: %.*s", sql, STR_ARG(got));
}

TEST(test_ledger_versions__each_becomes_what_a_new_one_is)
{
	for (int v = 1; v < LEDGER_VERSION; v++) {
		const char *path = arena_printf(&sample.a, "%s/version-%d.sqlite", test_dir, v).p;
		struct ledger *old;

		execute(path, source_of(v));
		old = ledger_open(path, &why);
		if (!old)
			fail_msg("version %d: %s", v, why.msg);
		ledger_close(old);
		const struct str got = asked(path, SHAPE), want = asked(in_dir("registre.sqlite"), SHAPE);
		if (!str_eq(got, want))
			fail_msg("version %d:\n%.*s\n---\n%.*s", v, STR_ARG(got), STR_ARG(want));
		assert_text(path, "SELECT count(*) || ' ' || max(id) FROM document", "2 8");
		assert_text(path, "SELECT seance FROM document WHERE id = 7", "2023-10-02");
		assert_text(path, "SELECT act_key || ' ' || rule || ' ' || count || ' ' || (lifted_us IS NULL) FROM alert", "cle pouvoir-unique 1 1");
		assert_text(path, "SELECT n || ' ' || dropped_ns FROM deposit", v == 1 ? "1 0" : "1 5");
		assert_text(path, "SELECT line || due FROM record", "{}1");
		assert_text(path, "SELECT group_concat(value) FROM meta", "aa,1");
		assert_text(path, "PRAGMA integrity_check", "ok");
	}
}

struct told {
	int64_t calls, from, to;
};

static void count_call(void *ctx, int from, int to)
{
	struct told *t = ctx;

	*t = (struct told){ t->calls + 1, from, to };
}

static struct told told_of(const char *path)
{
	struct told t = { 0, 0, 0 };
	struct ledger *opened = ledger_open_slowly(path, count_call, &t, &why);

	if (!opened)
		fail_msg("%s", why.msg);
	ledger_close(opened);
	return t;
}

/* Whoever would lose patience hears of it all the while, and of nothing when there is nothing to do. */
TEST(test_ledger_versions__a_long_migration_is_told_again_and_again)
{
	const char *large = in_dir("grand.sqlite"), *small = in_dir("petit.sqlite"), *none = in_dir("neuf.sqlite");

	execute(small, source_of(LEDGER_VERSION - 1));
	execute(large, source_of(1));
	execute(large, "WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
		       " INSERT INTO verdict (document, rule, verdict, alerte_v1, occurrence_v1) SELECT 7, 'r', 'conforme', i, i FROM n");
	struct told t = told_of(small);
	assert_int_equal(t.calls, 1);
	assert_int_equal(t.from, LEDGER_VERSION - 1);
	assert_int_equal(t.to, LEDGER_VERSION);
	assert_in_range(told_of(large).calls, 3, 1000);
	assert_int_equal(told_of(large).calls, 0);
	assert_int_equal(told_of(none).calls, 0);
}

/* What was told before is known, lifted and told of like what is told now. */
TEST(test_ledger_versions__an_alert_of_before_can_be_lifted)
{
	struct finding f = anomaly(&sample);

	ok(judge_with(receive("a"), &f, 1, FICHIER));
	ledger_close(l);
	execute(in_dir("registre.sqlite"), "UPDATE alert SET topic = NULL, act_date = NULL");
	open_ledger();
	f.verdict = VERDICT_CONFORME;
	set_version(2);
	ok(judge_with(receive("b"), &f, 1, FICHIER));
	assert_int_equal(number("SELECT count(*) FROM record WHERE event = 'correction'"), 1);
}

TEST(test_ledger_versions__a_step_that_fails_leaves_nothing_behind)
{
	const char *path = in_dir("contraire.sqlite");

	execute(path, source_of(LEDGER_VERSION - 1));
	execute(path, "DROP INDEX document_sha256"); /* which the step takes for granted */
	const struct str before = asked(path, SHAPE);
	assert_null(ledger_open(path, &why));
	assert_int_equal(why.code, ERR_STATE);
	assert_true(str_eq(asked(path, SHAPE), before));
	assert_text(path, "PRAGMA user_version", arena_printf(&sample.a, "%d", LEDGER_VERSION - 1).p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_LEDGER(test_ledger_versions__each_becomes_what_a_new_one_is),
		IN_LEDGER(test_ledger_versions__a_long_migration_is_told_again_and_again),
		IN_LEDGER(test_ledger_versions__an_alert_of_before_can_be_lifted),
		IN_LEDGER(test_ledger_versions__a_step_that_fails_leaves_nothing_behind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
