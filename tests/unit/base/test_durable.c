/* SPDX-License-Identifier: EUPL-1.2 */
/* Order and failures of what must last (ROBUST D-01, D-07). The system calls are replaced below by ones that note their
 * name and can fail at the n-th: the linker prefers the program's own definition to the C library's.
 */
#include "tmpdir.h"

#include <errno.h>
#include <sys/syscall.h>

#include "file.h"

static struct err e;
static char trace[400];
static int fail_at, fail_errno; /* 0 = never; counts noted calls */
static bool tracing;
static size_t write_at_most = SIZE_MAX;

static bool fails(const char *call)
{
	if (!tracing)
		return false;
	size_t n = strlen(trace);
	snprintf(trace + n, sizeof trace - n, "%s%s", n ? " " : "", call);
	if (fail_at == 0 || --fail_at > 0)
		return false;
	errno = fail_errno;
	return true;
}

static const char *kind(int fd, const char *dir, const char *file)
{
	struct stat st;
	return fstat(fd, &st) == 0 && S_ISDIR(st.st_mode) ? dir : file;
}

int fsync(int fd)
{
	return fails(kind(fd, "sync-rep", "sync")) ? -1 : (int)syscall(SYS_fsync, fd);
}

ssize_t write(int fd, const void *p, size_t n)
{
	if (fails("ecrire"))
		return -1;
	return (ssize_t)syscall(SYS_write, fd, p, tracing && n > write_at_most ? write_at_most : n);
}

/* As the kernel does: the descriptor is closed even when close() reports an error. */
int close(int fd)
{
	bool failing = fails(kind(fd, "fermer-rep", "fermer"));
	int r = (int)syscall(SYS_close, fd);
	if (!failing)
		return r;
	errno = fail_errno;
	return -1;
}

int renameat(int d1, const char *from, int d2, const char *to)
{
	return fails("renommer") ? -1 : (int)syscall(SYS_renameat2, d1, from, d2, to, 0);
}

int renameat2(int d1, const char *from, int d2, const char *to, unsigned flags)
{
	return fails(flags ? "deplacer" : "renommer") ? -1 : (int)syscall(SYS_renameat2, d1, from, d2, to, flags);
}

int unlinkat(int d, const char *name, int flags)
{
	return fails("retirer") ? -1 : (int)syscall(SYS_unlinkat, d, name, flags);
}

static void watch(int fail, int with)
{
	e = (struct err){ 0 };
	trace[0] = '\0';
	tracing = true;
	fail_at = fail;
	fail_errno = with;
}

static const char *seen(void)
{
	tracing = false;
	return trace;
}

static int open_names(void)
{
	int n = 0;
	for (int fd = 0; fd < 64; fd++)
		n += fcntl(fd, F_GETFD) >= 0;
	return n;
}

TEST(test_durable__replace_syncs_before_the_name_and_after)
{
	tmpdir_put("etat", "ancien");
	watch(0, 0);
	assert_true(file_replace(tmp_dir, "etat", STR("nouveau"), 0640, &e));
	assert_string_equal(seen(), "retirer ecrire sync fermer renommer sync-rep");
	assert_string_equal(tmpdir_get("etat"), "nouveau");
	struct stat st;
	assert_int_equal(fstatat(tmp_dir, "etat", &st, 0), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
}

TEST(test_durable__replace_crosses_short_writes)
{
	write_at_most = 3;
	watch(0, 0);
	assert_true(file_replace(tmp_dir, "etat", STR("nouveau"), 0600, &e));
	assert_string_equal(seen(), "retirer ecrire ecrire ecrire sync fermer renommer sync-rep");
	write_at_most = SIZE_MAX;
	assert_string_equal(tmpdir_get("etat"), "nouveau");
}

/* Every call that can fail, failing: an error, the old content whole, no temporary file left, no descriptor lost. */
TEST(test_durable__replace_that_fails_leaves_the_old_content)
{
	for (int n = 1; n <= 5; n++) {
		tmpdir_put("etat", "ancien");
		int before = open_names();
		watch(n, n == 2 ? ENOSPC : EIO);
		assert_false(file_replace(tmp_dir, "etat", STR("nouveau"), 0600, &e));
		seen();
		assert_int_equal(e.code, ERR_SYS);
		assert_int_equal(e.sys, n == 2 ? ENOSPC : EIO);
		assert_string_equal(tmpdir_get("etat"), "ancien");
		assert_string_equal(tmpdir_get(".etat.nouveau"), "(absent)");
		assert_int_equal(open_names(), before);
	}
}

TEST(test_durable__replace_whose_directory_sync_fails_says_so)
{
	watch(6, EIO);
	assert_false(file_replace(tmp_dir, "etat", STR("x"), 0600, &e));
	assert_string_equal(seen(), "retirer ecrire sync fermer renommer sync-rep");
	assert_int_equal(e.sys, EIO);
}

TEST(test_durable__interrupted_calls_are_tried_again)
{
	watch(2, EINTR);
	assert_true(file_replace(tmp_dir, "etat", STR("x"), 0600, &e));
	assert_string_equal(seen(), "retirer ecrire ecrire sync fermer renommer sync-rep");
	watch(1, EINTR);
	assert_true(file_sync(tmp_dir, &e));
	assert_string_equal(seen(), "sync-rep sync-rep");
}

TEST(test_durable__replace_clears_what_a_crash_left)
{
	tmpdir_put(".etat.nouveau", "à moitié");
	assert_int_equal(symlinkat("/etc/passwd", tmp_dir, ".autre.nouveau"), 0);
	assert_true(file_replace(tmp_dir, "etat", STR("x"), 0600, &e));
	assert_true(file_replace(tmp_dir, "autre", STR("y"), 0600, &e));
	assert_string_equal(tmpdir_get("etat"), "x");
	assert_string_equal(tmpdir_get("autre"), "y");
}

TEST(test_durable__replace_of_a_name_too_long)
{
	char name[256];
	memset(name, 'n', sizeof name);
	name[246] = '\0';
	assert_true(file_replace(tmp_dir, name, STR("x"), 0600, &e));
	name[246] = 'n';
	name[247] = '\0';
	assert_false(file_replace(tmp_dir, name, STR("x"), 0600, &e));
	assert_int_equal(e.code, ERR_LIMIT);
}

TEST(test_durable__publish_syncs_where_the_name_is_first)
{
	int to = file_open_dir(tmp_dir, "new", 0700, &e);
	tmpdir_put("a", "x");
	watch(0, 0);
	assert_true(file_publish(tmp_dir, "a", to, "b", &e));
	assert_string_equal(seen(), "deplacer sync-rep sync-rep");
	assert_string_equal(tmpdir_get("new/b"), "x");
	assert_string_equal(tmpdir_get("a"), "(absent)");
	watch(0, 0);
	assert_true(file_publish(to, "b", to, "c", &e));
	assert_string_equal(seen(), "deplacer sync-rep");
	close(to);
}

TEST(test_durable__publish_replaces_nothing)
{
	tmpdir_put("a", "nouveau");
	tmpdir_put("b", "ancien");
	watch(0, 0);
	assert_false(file_publish(tmp_dir, "a", tmp_dir, "b", &e));
	assert_string_equal(seen(), "deplacer");
	assert_int_equal(e.code, ERR_STATE);
	assert_string_equal(tmpdir_get("a"), "nouveau");
	assert_string_equal(tmpdir_get("b"), "ancien");
	assert_false(file_publish(tmp_dir, "rien", tmp_dir, "c", &e));
	assert_int_equal(e.sys, ENOENT);
}

TEST(test_durable__publish_reports_each_failing_sync)
{
	int to = file_open_dir(tmp_dir, "new", 0700, &e);
	for (int n = 1; n <= 3; n++) {
		char name[2] = { (char)('a' + n), '\0' };
		tmpdir_put(name, "x");
		watch(n, EIO);
		assert_false(file_publish(tmp_dir, name, to, name, &e));
		seen();
		assert_int_equal(e.sys, EIO);
	}
	close(to);
}

TEST(test_durable__remove_is_content_with_what_is_gone)
{
	tmpdir_put("a", "x");
	watch(0, 0);
	assert_true(file_remove(tmp_dir, "a", &e));
	assert_string_equal(seen(), "retirer sync-rep");
	assert_true(file_remove(tmp_dir, "a", &e));
	assert_int_equal(mkdirat(tmp_dir, "rep", 0700), 0);
	assert_false(file_remove(tmp_dir, "rep", &e));
	watch(2, EIO);
	assert_false(file_remove(tmp_dir, "a", &e));
	seen();
}

TEST(test_durable__open_dir_makes_it_once_with_its_mode)
{
	struct stat st;
	umask(0077);
	watch(0, 0);
	int fd = file_open_dir(tmp_dir, "etat", 0750, &e);
	assert_string_equal(seen(), "sync-rep fermer-rep");
	assert_true(fd >= 0);
	assert_int_equal(fstat(fd, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0750);
	assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
	close(fd);
	assert_int_equal(fchmodat(tmp_dir, "etat", 0700, 0), 0);
	watch(0, 0);
	fd = file_open_dir(tmp_dir, "etat", 0750, &e);
	assert_string_equal(seen(), "");
	assert_int_equal(fstat(fd, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	close(fd);
}

TEST(test_durable__open_dir_refuses_what_is_none)
{
	tmpdir_put("fichier", "x");
	assert_int_equal(mkdirat(tmp_dir, "vrai", 0700), 0);
	assert_int_equal(symlinkat("vrai", tmp_dir, "lien"), 0);
	assert_int_equal(file_open_dir(tmp_dir, "fichier", 0700, &e), -1);
	assert_int_equal(e.sys, ENOTDIR);
	assert_int_equal(file_open_dir(tmp_dir, "lien", 0700, &e), -1);
	assert_int_equal(file_open_dir(tmp_dir, "absent/sous", 0700, &e), -1);
	assert_int_equal(e.sys, ENOENT);
	int fd = file_open_dir(AT_FDCWD, tmpdir_path("lien"), 0700, &e);
	assert_true(fd >= 0);
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TMPDIR(test_durable__replace_syncs_before_the_name_and_after),
		IN_TMPDIR(test_durable__replace_crosses_short_writes),
		IN_TMPDIR(test_durable__replace_that_fails_leaves_the_old_content),
		IN_TMPDIR(test_durable__replace_whose_directory_sync_fails_says_so),
		IN_TMPDIR(test_durable__interrupted_calls_are_tried_again),
		IN_TMPDIR(test_durable__replace_clears_what_a_crash_left),
		IN_TMPDIR(test_durable__replace_of_a_name_too_long),
		IN_TMPDIR(test_durable__publish_syncs_where_the_name_is_first),
		IN_TMPDIR(test_durable__publish_replaces_nothing),
		IN_TMPDIR(test_durable__publish_reports_each_failing_sync),
		IN_TMPDIR(test_durable__remove_is_content_with_what_is_gone),
		IN_TMPDIR(test_durable__open_dir_makes_it_once_with_its_mode),
		IN_TMPDIR(test_durable__open_dir_refuses_what_is_none),
	};
	return RUN(tests);
}
