/* SPDX-License-Identifier: EUPL-1.2 */
/* The state directory: one owner at a time, a file in one place at a time, a note that an independent reader can parse.
 * Recovery is tested with the supervisor, where its causes are.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <linux/fs.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buf.h"
#include "file.h"
#include "bounds.h"
#include "spool.h"

static char root[64], etat[96];

static int fresh(void **state)
{
	(void)state;
	snprintf(root, sizeof root, "/tmp/test-spool-XXXXXX");
	assert_non_null(mkdtemp(root));
	snprintf(etat, sizeof etat, "%s/etat", root);
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
	remove_tree(root);
	return 0;
}

static bool there(const char *name)
{
	char path[200];

	snprintf(path, sizeof path, "%s/%s", etat, name);
	return access(path, F_OK) == 0;
}

static void put(const struct spool *s, const char *name)
{
	int fd = openat(s->attente, name, O_WRONLY | O_CREAT | O_CLOEXEC, 0640);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, "acte", 4), 4);
	close(fd);
}

static void test_spool__directories_and_modes(void **state)
{
	(void)state;
	struct spool s;
	struct err e;
	struct stat st;
	const char *names[] = { ".", "tmp", "attente", "archive", "quarantaine", "regles-bonnes" };

	assert_int_equal(spool_open(etat, &s, &e), SPOOL_OPEN);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		assert_int_equal(fstatat(s.etat, names[i], &st, 0), 0);
		assert_int_equal(st.st_mode & 07777, 0750);
	}
	spool_close(&s);
	assert_int_equal(s.etat, -1);
	spool_close(&s);
}

static void test_spool__second_owner_is_told_who(void **state)
{
	(void)state;
	struct spool first, second;
	struct err e;
	char pid[32];

	assert_int_equal(spool_open(etat, &first, &e), SPOOL_OPEN);
	assert_int_equal(spool_open(etat, &second, &e), SPOOL_BUSY);
	snprintf(pid, sizeof pid, "(processus %d)", (int)getpid());
	assert_non_null(strstr(e.msg, pid));
	spool_close(&first);
	assert_int_equal(spool_open(etat, &second, &e), SPOOL_OPEN);
	spool_close(&second);
}

/* The file of the lock is removed by hand: the directory stays locked, and the file is made again. */
static void test_spool__a_removed_lock_still_holds(void **state)
{
	(void)state;
	struct spool first, second;
	struct err e;
	char said[200], path[200];

	assert_int_equal(spool_open(etat, &first, &e), SPOOL_OPEN);
	snprintf(path, sizeof path, "%s/verrou", etat);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(spool_open(etat, &second, &e), SPOOL_BUSY);
	assert_null(strstr(e.msg, "(processus"));
	assert_int_equal(spool_holder(etat, &e), -1);
	assert_int_equal(spool_mend(&first, said, &e), SPOOL_MENDED);
	assert_string_equal(said, "verrou");
	assert_int_equal(spool_mend(&first, said, &e), SPOOL_WHOLE);
	assert_int_equal(spool_holder(etat, &e), getpid());
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0750), 0);
	assert_int_equal(spool_mend(&first, said, &e), SPOOL_WRONG);
	assert_non_null(strstr(e.msg, "« verrou » a été ôté"));
	assert_int_equal(rmdir(path), 0);
	assert_int_equal(spool_mend(&first, said, &e), SPOOL_MENDED);
	spool_close(&first);
	assert_int_equal(spool_holder(etat, &e), 0);
	assert_int_equal(spool_open(etat, &second, &e), SPOOL_OPEN);
	spool_close(&second);
}

/* A service of before has the lock of the file alone. */
static void test_spool__the_lock_of_a_service_of_before_holds(void **state)
{
	(void)state;
	struct spool s;
	struct err e;
	char path[200];

	assert_int_equal(mkdir(etat, 0750), 0);
	snprintf(path, sizeof path, "%s/verrou", etat);
	const int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
	assert_int_equal(dprintf(fd, "%d\n", (int)getpid()), snprintf(NULL, 0, "%d\n", (int)getpid()));
	assert_int_equal(flock(fd, LOCK_EX | LOCK_NB), 0);
	assert_int_equal(spool_holder(etat, &e), getpid());
	assert_int_equal(spool_open(etat, &s, &e), SPOOL_BUSY);
	close(fd);
	assert_int_equal(spool_open(etat, &s, &e), SPOOL_OPEN);
	spool_close(&s);
}

static void test_spool__not_ours_or_open_to_all(void **state)
{
	(void)state;
	struct spool s;
	struct err e;

	assert_int_equal(mkdir(etat, 0750), 0);
	assert_int_equal(chmod(etat, 0752), 0);
	assert_int_equal(spool_open(etat, &s, &e), SPOOL_FAILED);
	assert_int_equal(e.code, ERR_STATE);
	assert_int_equal(chmod(etat, 0750), 0);
	if (geteuid() == 0) {
		assert_int_equal(chown(etat, 65534, 0), 0);
		assert_int_equal(spool_open(etat, &s, &e), SPOOL_FAILED);
		assert_int_equal(chown(etat, 0, 0), 0);
	}
	assert_int_equal(spool_open(etat, &s, &e), SPOOL_OPEN);
	spool_close(&s);
}

/* Killed while it forked: the lock is a child's for a moment, the name in it that of the dead. */
static void test_spool__a_lock_of_the_dead_is_waited_for(void **state)
{
	(void)state;
	struct spool s;
	struct err e = { 0 };
	int p[2];
	char c;

	assert_int_equal(pipe(p), 0);
	const pid_t service = fork();
	if (service == 0) {
		if (spool_open(etat, &s, &e) != SPOOL_OPEN)
			_exit(1);
		if (fork() == 0) { /* lives a little longer, until nobody can write to the pipe */
			close(p[1]);
			(void)!read(p[0], &c, 1);
			_exit(0);
		}
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(service, &status, 0), service);
	assert_int_equal(status, 0);
	const pid_t helper = fork();
	if (helper == 0) { /* lets the child end a moment after the wait for it has begun */
		usleep(50000);
		_exit(0);
	}
	close(p[1]);
	assert_int_equal(spool_open(etat, &s, &e), SPOOL_OPEN);
	assert_int_equal(waitpid(helper, &status, 0), helper);
	close(p[0]);
	spool_close(&s);
}

/* On ext4, which knows that hint; no other file system keeps the directory from being opened. */
static void test_spool__what_is_made_in_it_stands_apart(void **state)
{
	(void)state;
	struct spool s;
	struct err e = { 0 };
	struct statfs fs;
	int flags = 0;

	assert_int_equal(spool_open(etat, &s, &e), SPOOL_OPEN);
	assert_int_equal(fstatfs(s.etat, &fs), 0);
	(void)ioctl(s.etat, FS_IOC_GETFLAGS, &flags);
	assert_int_equal((flags & FS_TOPDIR_FL) != 0, fs.f_type == EXT4_SUPER_MAGIC);
	spool_close(&s);
}

static void test_spool__archive_never_replaces(void **state)
{
	(void)state;
	struct spool s;
	struct err e = { 0 };

	assert_int_equal(spool_open(etat, &s, &e), SPOOL_OPEN);
	put(&s, "a");
	assert_true(spool_archive(&s, "a", false, &e));
	assert_true(there("archive/a") && !there("attente/a"));
	put(&s, "seul");
	assert_true(spool_archive(&s, "seul", true, &e));
	assert_true(there("archive/seul") && !there("attente/seul"));
	put(&s, "a");
	assert_false(spool_archive(&s, "a", true, &e));
	assert_int_equal(e.code, ERR_STATE);
	assert_false(spool_archive(&s, "a", false, &e));
	assert_int_equal(e.code, ERR_STATE);
	assert_true(there("attente/a"));
	spool_close(&s);
}

static void test_spool__side_files_go_where_the_document_goes(void **state)
{
	(void)state;
	struct spool s;
	struct err e = { 0 };

	assert_int_equal(spool_open(etat, &s, &e), SPOOL_OPEN);
	for (const char *const *name = (const char *const[]){ "a", "a.cote1", "a.cote4", "b", "b.cote2", "b.cote5", NULL }; *name != NULL; name++)
		put(&s, *name);
	assert_true(spool_archive(&s, "a", false, &e));
	assert_true(there("archive/a") && there("archive/a.cote1") && there("archive/a.cote4"));
	assert_true(spool_quarantine(&s, "b", "binaire", &e));
	assert_true(there("quarantaine/binaire/b") && there("quarantaine/binaire/b.cote2"));
	assert_true(there("attente/b.cote5")); /* none of its side files: there are four at most */
	spool_close(&s);
}

static void test_spool__a_side_file_that_is_there_already_stays_behind(void **state)
{
	(void)state;
	struct spool s;
	struct err e = { 0 };

	assert_int_equal(spool_open(etat, &s, &e), SPOOL_OPEN);
	put(&s, "a");
	put(&s, "a.cote2");
	assert_true(spool_archive(&s, "a", false, &e));
	put(&s, "a.cote1");
	put(&s, "a.cote2");
	assert_int_equal(renameat(s.archive, "a", s.attente, "a"), 0);
	assert_true(spool_archive(&s, "a", false, &e)); /* what is in the archive is never replaced */
	assert_true(there("archive/a") && there("archive/a.cote1") && there("archive/a.cote2") && there("attente/a.cote2"));
	close(s.archive);
	s.archive = -1;
	put(&s, "b");
	put(&s, "b.cote1");
	assert_false(spool_archive(&s, "b", false, &e)); /* the document waits for a side file that cannot be moved */
	assert_int_equal(e.code, ERR_SYS);
	assert_true(there("attente/b") && there("attente/b.cote1"));
	spool_close(&s);
}

static void test_spool__note_then_quarantine(void **state)
{
	(void)state;
	struct spool s;
	struct err e;
	struct buf b;
	char path[200];
	const struct spool_note n = { .word = "binaire",
				      .nom = STR("a\n\xff\".bin"),
				      .sentence = STR("fichier binaire"),
				      .octets = 4,
				      .attempts = 1 };

	assert_int_equal(spool_open(etat, &s, &e), SPOOL_OPEN);
	put(&s, "a");
	assert_false(spool_noted(&s, "a", "binaire"));
	assert_true(spool_note(&s, "a", &n, &e));
	assert_true(spool_noted(&s, "a", "binaire"));
	assert_true(spool_quarantine(&s, "a", "binaire", &e));
	assert_true(there("quarantaine/binaire/a") && !there("attente/a"));
	snprintf(path, sizeof path, "%s/quarantaine/binaire/a.json", etat);
	buf_init(&b, 64 * KIB);
	assert_true(file_read(path, &b, &e));
	assert_true(str_find(buf_view(&b), STR("\"nom\": \"a\\n\\uFFFD\\\".bin\""), 0) != STR_NONE);
	assert_true(str_find(buf_view(&b), STR("\"sha256\": null"), 0) != STR_NONE);
	buf_done(&b);
	spool_close(&s);
}

#define T(f) cmocka_unit_test_setup_teardown(f, fresh, clean)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_spool__directories_and_modes),	T(test_spool__second_owner_is_told_who),
		T(test_spool__a_removed_lock_still_holds), T(test_spool__the_lock_of_a_service_of_before_holds),
		T(test_spool__not_ours_or_open_to_all), T(test_spool__what_is_made_in_it_stands_apart),
		T(test_spool__archive_never_replaces),
		T(test_spool__a_lock_of_the_dead_is_waited_for),
		T(test_spool__side_files_go_where_the_document_goes),
		T(test_spool__a_side_file_that_is_there_already_stays_behind),
		T(test_spool__note_then_quarantine),
	};
	return cmocka_run_group_tests_name("spool", tests, NULL, NULL);
}
