/* SPDX-License-Identifier: EUPL-1.2 */
/* The file sink when the disk says no: its system calls are replaced by ones that fail on demand. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tempdir.h"

static int failing_sync, interrupted, full, failing_truncate;

static int test_fdatasync(int fd)
{
	if (!failing_sync)
		return fdatasync(fd);
	failing_sync--;
	errno = EIO;
	return -1;
}

static ssize_t test_write(int fd, const void *p, size_t n)
{
	if (interrupted > 0) {
		interrupted--;
		errno = EINTR;
		return -1;
	}
	if (full && n > 4)
		return write(fd, p, 4);
	return write(fd, p, n);
}

static int test_ftruncate(int fd, off_t n)
{
	if (!failing_truncate)
		return ftruncate(fd, n);
	errno = EIO;
	return -1;
}

static int looks; /* of the file under the path */

static int test_stat(const char *path, struct stat *st)
{
	looks++;
	return stat(path, st);
}

#define fdatasync test_fdatasync
#define stat(path, st) test_stat(path, st)
#define write test_write
#define ftruncate test_ftruncate
#include "../../../daemon/alerts/sink_file.c"
#undef fdatasync
#undef stat
#undef write
#undef ftruncate

static struct sink *s;
static struct err why;

static int start(void **state)
{
	int failed = make_dir(state);

	failing_sync = interrupted = full = failing_truncate = 0;
	s = sink_open(SINK_FICHIER, in_dir("alertes"), &why);
	return failed || !s;
}

static int stop(void **state)
{
	sink_close(s);
	return drop_dir(state);
}

static bool deliver(const char *line)
{
	struct sink_record r = { .line = str_c(line) };

	return sink_deliver(s, &r, &why);
}

static void assert_content(const char *name, const char *want)
{
	char have[1024];
	FILE *f = fopen(in_dir(name), "r");

	assert_non_null(f);
	have[fread(have, 1, sizeof have - 1, f)] = '\0';
	(void)fclose(f);
	assert_string_equal(have, want);
}

TEST(test_sink_file__a_failed_sync_is_not_believed_later)
{
	assert_true(deliver("un"));
	failing_sync = 1;
	assert_false(sink_sync(s, &why));
	assert_int_equal(why.sys, EIO);
	assert_true(deliver("un") && sink_sync(s, &why));
	assert_content("alertes", "un\nun\n");
}

/* The line before the rotation is lost: the sync that follows must not say that all is well. */
TEST(test_sink_file__a_sync_that_fails_during_rotation_is_said_by_the_next)
{
	assert_true(deliver("un"));
	full = 1;
	assert_false(deliver("un et demi"));
	full = 0;
	assert_int_equal(rename(in_dir("alertes"), in_dir("alertes.1")), 0);
	failing_sync = 1;
	assert_false(deliver("deux"));
	assert_true(deliver("deux"));
	assert_false(sink_sync(s, &why));
	assert_true(sink_sync(s, &why));
	assert_content("alertes", "deux\n");
}

/* Six system calls for each line were spent on it. */
TEST(test_sink_file__the_file_is_looked_at_once_for_all_lines_of_a_sync)
{
	looks = 0;
	for (int i = 0; i < 100; i++)
		assert_true(deliver("une"));
	assert_int_equal(looks, 1);
	assert_true(sink_sync(s, &why) && deliver("une autre"));
	assert_int_equal(looks, 2);
}

TEST(test_sink_file__an_interrupted_write_goes_on)
{
	interrupted = 3;
	assert_true(deliver("un"));
	assert_content("alertes", "un\n");
}

TEST(test_sink_file__a_short_write_is_taken_back)
{
	assert_true(deliver("un"));
	full = 1;
	assert_false(deliver("deux et demi"));
	assert_content("alertes", "un\n");
	full = 0;
	assert_true(deliver("deux et demi"));
	assert_content("alertes", "un\ndeux et demi\n");
}

TEST(test_sink_file__what_cannot_be_taken_back_is_ended)
{
	full = failing_truncate = 1;
	assert_false(deliver("deux et demi"));
	full = 0;
	assert_true(deliver("deux et demi"));
	assert_content("alertes", "deux\ndeux et demi\n");
}

#define ON_DISK(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
	const struct CMUnitTest tests[] = {
		ON_DISK(test_sink_file__a_failed_sync_is_not_believed_later),
		ON_DISK(test_sink_file__a_sync_that_fails_during_rotation_is_said_by_the_next),
		ON_DISK(test_sink_file__an_interrupted_write_goes_on),
		ON_DISK(test_sink_file__the_file_is_looked_at_once_for_all_lines_of_a_sync),
		ON_DISK(test_sink_file__a_short_write_is_taken_back),
		ON_DISK(test_sink_file__what_cannot_be_taken_back_is_ended),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
