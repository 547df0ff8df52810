/* SPDX-License-Identifier: EUPL-1.2 */
/* The JSON Lines file on a real file system: torn lines, rotation, a full disk, things that are not files. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "tempdir.h"
#include "sink.h"

static char path[128];
static struct err why;

static int start(void **state)
{
	int failed = make_dir(state);

	(void)snprintf(path, sizeof path, "%s/alertes.jsonl", test_dir);
	why = (struct err){ 0 };
	return failed;
}

static bool deliver(struct sink *s, const char *line)
{
	struct sink_record r = { .line = str_c(line) };

	return sink_deliver(s, &r, &why);
}

static void assert_content(const char *file, const char *want)
{
	static char have[64 * 1024];
	FILE *f = fopen(file, "r");

	assert_non_null(f);
	have[fread(have, 1, sizeof have - 1, f)] = '\0';
	(void)fclose(f);
	assert_string_equal(have, want);
}

TEST(test_sink_file__one_line_per_record)
{
	struct sink *s = sink_open(SINK_FICHIER, path, &why);

	assert_non_null(s);
	assert_true(deliver(s, "{\"seq\": 1}") && deliver(s, "{\"seq\": 2}") && sink_sync(s, &why));
	assert_content(path, "{\"seq\": 1}\n{\"seq\": 2}\n");
	sink_close(s);
}

TEST(test_sink_file__only_owner_and_group_read_it)
{
	mode_t before = umask(0);
	struct sink *s = sink_open(SINK_FICHIER, path, &why);
	struct stat st;

	(void)umask(before);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	sink_close(s);
}

/* Cut the file at every byte of its last line: the next delivery always begins a line of its own. */
TEST(test_sink_file__a_torn_line_is_ended_at_every_byte)
{
	static const char whole[] = "{\"seq\": 1}\n{\"seq\": 2}\n";
	const size_t first = strlen("{\"seq\": 1}\n");

	for (size_t cut = first; cut <= strlen(whole); cut++) {
		char torn[64], want[128];

		(void)snprintf(torn, sizeof torn, "%.*s", (int)cut, whole);
		write_all(path, str_c(torn));
		struct sink *s = sink_open(SINK_FICHIER, path, &why);
		assert_non_null(s);
		assert_true(deliver(s, "{\"seq\": 2}"));
		(void)snprintf(want, sizeof want, "%s%s{\"seq\": 2}\n", torn, torn[cut - 1] == '\n' ? "" : "\n");
		assert_content(path, want);
		sink_close(s);
	}
}

TEST(test_sink_file__a_rotation_is_followed)
{
	struct sink *s = sink_open(SINK_FICHIER, path, &why);
	const char *old = in_dir("alertes.jsonl.1");

	assert_true(deliver(s, "un") && sink_sync(s, &why));
	assert_int_equal(rename(path, old), 0);
	assert_true(deliver(s, "deux") && sink_sync(s, &why));
	assert_content(old, "un\n");
	assert_content(path, "deux\n");
	assert_int_equal(unlink(path), 0);
	assert_true(deliver(s, "trois"));
	assert_content(path, "trois\n");
	sink_close(s);
}

/* Between two lines of one sync: both are in the file that has another name now, and the next one is in a new file. */
TEST(test_sink_file__a_rotation_between_two_lines_loses_neither)
{
	struct sink *s = sink_open(SINK_FICHIER, path, &why);
	const char *old = in_dir("alertes.jsonl.1");

	assert_true(deliver(s, "un"));
	assert_int_equal(rename(path, old), 0);
	assert_true(deliver(s, "deux") && sink_sync(s, &why));
	assert_true(deliver(s, "trois") && sink_sync(s, &why));
	assert_content(old, "un\ndeux\n");
	assert_content(path, "trois\n");
	sink_close(s);
}

/* What was written to a file that is removed before the sync was not delivered, and the outbox must not forget it. */
TEST(test_sink_file__lines_that_were_removed_with_the_file_are_not_taken_for_delivered)
{
	struct sink *s = sink_open(SINK_FICHIER, path, &why);

	assert_true(deliver(s, "un"));
	assert_int_equal(unlink(path), 0);
	assert_true(deliver(s, "deux"));
	assert_false(sink_sync(s, &why));
	assert_true(deliver(s, "un") && deliver(s, "deux") && sink_sync(s, &why));
	assert_content(path, "un\ndeux\n");
	sink_close(s);
}

/* Of lines that were delivered nobody hears again: that they are gone is told, once. */
TEST(test_sink_file__what_others_take_away_is_told)
{
	struct sink *s = sink_open(SINK_FICHIER, path, &why);

	assert_true(deliver(s, "un") && sink_sync(s, &why));
	assert_null(sink_loss(s));
	assert_int_equal(rename(path, in_dir("alertes.jsonl.1")), 0);
	assert_true(deliver(s, "deux") && sink_sync(s, &why));
	assert_null(sink_loss(s));
	assert_int_equal(unlink(path), 0);
	assert_true(deliver(s, "trois") && sink_sync(s, &why));
	assert_string_equal(sink_loss(s), "a été effacé");
	assert_null(sink_loss(s));
	assert_int_equal(truncate(path, 0), 0);
	assert_true(deliver(s, "quatre") && sink_sync(s, &why));
	assert_string_equal(sink_loss(s), "a été vidé ou raccourci");
	assert_content(path, "quatre\n");
	sink_close(s);
}

TEST(test_sink_file__two_services_do_not_share_one)
{
	struct sink *s = sink_open(SINK_FICHIER, path, &why);

	assert_non_null(s);
	assert_null(sink_open(SINK_FICHIER, path, &why));
	assert_non_null(strstr(why.msg, "un autre scrutateur écrit déjà dans"));
	sink_close(s);
	s = sink_open(SINK_FICHIER, path, &why);
	assert_non_null(s);
	sink_close(s);
}

/* Somebody else cuts the open file at every byte of its last line: the next delivery begins a line of its own. */
TEST(test_sink_file__cut_by_others_while_open)
{
	static const char whole[] = "{\"seq\": 1}\n{\"seq\": 2}\n";

	for (size_t cut = 0; cut <= strlen(whole); cut++) {
		char want[128];
		struct sink *s = sink_open(SINK_FICHIER, path, &why);

		assert_true(deliver(s, "{\"seq\": 1}") && deliver(s, "{\"seq\": 2}") && sink_sync(s, &why));
		assert_int_equal(truncate(path, (off_t)cut), 0);
		assert_true(deliver(s, "{\"seq\": 3}"));
		(void)snprintf(want, sizeof want, "%.*s%s{\"seq\": 3}\n", (int)cut, whole,
			       cut == 0 || whole[cut - 1] == '\n' ? "" : "\n");
		assert_content(path, want);
		sink_close(s);
		assert_int_equal(unlink(path), 0);
	}
}

TEST(test_sink_file__a_line_of_the_limit_and_one_more)
{
	struct sink *s = sink_open(SINK_FICHIER, path, &why);
	char *line = calloc(1, LIMIT_RECORD_LINE + 2);
	struct stat st;

	memset(line, 'x', LIMIT_RECORD_LINE);
	assert_true(deliver(s, line));
	line[LIMIT_RECORD_LINE] = 'x';
	assert_false(deliver(s, line));
	assert_int_equal(why.code, ERR_LIMIT);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_size, LIMIT_RECORD_LINE + 1);
	free(line);
	sink_close(s);
}

/* A file-size limit stands for a full disk: the write is short, no half line stays, and delivery goes on when there is
 * room again. */
static int fill_and_resume(void)
{
	struct rlimit small = { 20, RLIM_INFINITY }, large = { RLIM_INFINITY, RLIM_INFINITY };
	struct sink *s = sink_open(SINK_FICHIER, path, &why);

	(void)signal(SIGXFSZ, SIG_IGN);
	if (!s || !deliver(s, "0123456789") || setrlimit(RLIMIT_FSIZE, &small) != 0)
		return 1;
	if (deliver(s, "abcdefghijklmn") || deliver(s, "abcdefghijklmn"))
		return 2;
	if (!sink_sync(s, &why))
		return 3;
	if (setrlimit(RLIMIT_FSIZE, &large) != 0 || !deliver(s, "abcdefghijklmn") || !sink_sync(s, &why))
		return 4;
	sink_close(s);
	return 0;
}

TEST(test_sink_file__a_full_disk_leaves_no_half_line)
{
	pid_t child = fork();
	int status = -1;

	if (child == 0)
		_exit(fill_and_resume());
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_content(path, "0123456789\nabcdefghijklmn\n");
}

TEST(test_sink_file__what_is_not_a_file_is_refused)
{
	const char *fifo = in_dir("tube"), *link = in_dir("lien");

	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_int_equal(symlink(path, link), 0);
	assert_null(sink_open(SINK_FICHIER, fifo, &why));
	assert_int_equal(why.code, ERR_STATE);
	assert_null(sink_open(SINK_FICHIER, link, &why));
	assert_int_equal(why.sys, ELOOP);
	assert_null(sink_open(SINK_FICHIER, test_dir, &why));
	assert_int_equal(why.sys, EISDIR);
	assert_null(sink_open(SINK_FICHIER, "/nulle/part/alertes.jsonl", &why));
	assert_non_null(strstr(why.msg, "/nulle/part/alertes.jsonl"));
	assert_null(sink_open(SINK_FICHIER, "", &why));
}

TEST(test_sink_file__a_directory_that_went_away_is_said_and_retried)
{
	struct sink *s = sink_open(SINK_FICHIER, path, &why);
	char away[128];

	(void)snprintf(away, sizeof away, "%s-loin", test_dir);
	assert_true(deliver(s, "un") && sink_sync(s, &why));
	assert_int_equal(rename(test_dir, away), 0);
	assert_false(deliver(s, "deux"));
	assert_int_equal(why.sys, ENOENT);
	assert_int_equal(rename(away, test_dir), 0);
	assert_true(deliver(s, "deux"));
	assert_content(path, "un\ndeux\n");
	sink_close(s);
}

#define ON_DISK(f) cmocka_unit_test_setup_teardown(f, start, drop_dir)
int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_DISK(test_sink_file__one_line_per_record),
		ON_DISK(test_sink_file__only_owner_and_group_read_it),
		ON_DISK(test_sink_file__a_torn_line_is_ended_at_every_byte),
		ON_DISK(test_sink_file__a_rotation_is_followed),
		ON_DISK(test_sink_file__a_rotation_between_two_lines_loses_neither),
		ON_DISK(test_sink_file__lines_that_were_removed_with_the_file_are_not_taken_for_delivered),
		ON_DISK(test_sink_file__what_others_take_away_is_told),
		ON_DISK(test_sink_file__two_services_do_not_share_one),
		ON_DISK(test_sink_file__cut_by_others_while_open),
		ON_DISK(test_sink_file__a_line_of_the_limit_and_one_more),
		ON_DISK(test_sink_file__a_full_disk_leaves_no_half_line),
		ON_DISK(test_sink_file__what_is_not_a_file_is_refused),
		ON_DISK(test_sink_file__a_directory_that_went_away_is_said_and_retried),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
