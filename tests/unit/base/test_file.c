/* SPDX-License-Identifier: EUPL-1.2 */
/* Opening and copying files that somebody else put there (ROBUST H-01, H-02, H-05). */
#include "tmpdir.h"

#include <errno.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "clock.h"
#include "file.h"

static struct err e;
static struct stat st;
static const char *vanishes; /* removed while it is being looked at */

/* In place of the C library's: what happens between the opening and the look. */
int fstat(int fd, struct stat *ret)
{
	if (vanishes)
		unlinkat(tmp_dir, vanishes, 0);
	return fstatat(fd, "", ret, AT_EMPTY_PATH);
}

static int open_it(const char *name, uint64_t max)
{
	e = (struct err){ 0 };
	return file_open_regular(tmp_dir, name, max, false, &st, &e);
}

static void assert_not_opened(const char *name, enum err_code code, const char *words)
{
	assert_int_equal(open_it(name, 1000), -1);
	assert_int_equal(e.code, code);
	assert_contains(e.msg, words);
}

TEST(test_file__regular_file_opens_with_its_stat)
{
	tmpdir_put("acte.txt", "Pour : 54");
	int fd = open_it("acte.txt", 9);
	assert_true(fd >= 0);
	assert_int_equal(st.st_size, 9);
	assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
	close(fd);
}

TEST(test_file__size_on_both_sides)
{
	tmpdir_put("a", "123456789");
	int fd = open_it("a", 9);
	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(open_it("a", 8), -1);
	assert_int_equal(e.code, ERR_LIMIT);
}

TEST(test_file__link_is_not_followed)
{
	tmpdir_put("a", "x");
	assert_int_equal(symlinkat("a", tmp_dir, "lien"), 0);
	assert_int_equal(symlinkat("boucle", tmp_dir, "boucle"), 0);
	assert_int_equal(symlinkat("/etc", tmp_dir, "rep"), 0);
	assert_not_opened("lien", ERR_SYS, "lien symbolique");
	assert_int_equal(e.sys, ELOOP);
	assert_not_opened("boucle", ERR_SYS, "lien symbolique");
	assert_not_opened("rep", ERR_SYS, "lien symbolique");
}

/* What an operator names may be his link; what lies in a directory may be anybody's. */
TEST(test_file__a_link_that_is_found_is_not_read)
{
	struct buf b;

	tmpdir_put("a", "secret");
	assert_int_equal(symlinkat("a", tmp_dir, "lien"), 0);
	buf_init(&b, 100);
	assert_true(file_read(tmpdir_path("lien"), &b, &e));
	buf_clear(&b);
	assert_false(file_read_found(tmpdir_path("lien"), &b, &e));
	assert_int_equal(b.n, 0);
	assert_int_equal(e.code, ERR_STATE);
	assert_contains(e.msg, "un lien n'est pas lu");
	assert_contains(e.file, "lien");
	assert_true(file_read_found(tmpdir_path("a"), &b, &e));
	buf_done(&b);
}

TEST(test_file__fifo_does_not_block)
{
	assert_int_equal(mkfifoat(tmp_dir, "tube", 0600), 0);
	assert_not_opened("tube", ERR_STATE, "tube nommé");
}

TEST(test_file__directory_socket_and_device)
{
	struct sockaddr_un un = { .sun_family = AF_UNIX };
	snprintf(un.sun_path, sizeof un.sun_path, "%s", tmpdir_path("prise"));
	int s = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(s, (struct sockaddr *)&un, sizeof un), 0);
	assert_int_equal(mkdirat(tmp_dir, "x.pdf", 0700), 0);
	assert_not_opened("x.pdf", ERR_STATE, "répertoire");
	assert_not_opened("prise", ERR_STATE, "socket");
	assert_not_opened("/dev/null", ERR_STATE, "périphérique");
	close(s);
}

TEST(test_file__second_name_is_refused_unless_allowed)
{
	tmpdir_put("a", "x");
	assert_int_equal(linkat(tmp_dir, "a", tmp_dir, "b", 0), 0);
	assert_not_opened("a", ERR_STATE, "plusieurs noms");
	int fd = file_open_regular(tmp_dir, "a", 10, true, &st, &e);
	assert_true(fd >= 0);
	close(fd);
}

TEST(test_file__missing_file_leaves_the_stat_alone)
{
	st.st_size = 77;
	assert_not_opened("rien", ERR_SYS, "inexistant");
	assert_int_equal(e.sys, ENOENT);
	assert_int_equal(st.st_size, 77);
}

TEST(test_file__file_removed_after_the_opening_is_missing)
{
	tmpdir_put("a", "x");
	vanishes = "a";
	assert_not_opened("a", ERR_SYS, "inexistant");
	vanishes = NULL;
	assert_int_equal(e.sys, ENOENT);
}

TEST(test_file__sparse_giant_is_refused_by_its_size)
{
	int fd = openat(tmp_dir, "grand", O_WRONLY | O_CREAT, 0600);
	assert_int_equal(ftruncate(fd, (off_t)1 << 40), 0);
	close(fd);
	assert_int_equal(open_it("grand", 150 << 20), -1);
	assert_int_equal(e.code, ERR_LIMIT);
}

static bool copy(const char *from, uint64_t max, struct digest *d, uint64_t *bytes)
{
	int in = openat(tmp_dir, from, O_RDONLY), out = openat(tmp_dir, "copie", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	bool ok = file_copy(in, out, max, d, bytes, &e);
	close(in);
	close(out);
	return ok;
}

TEST(test_file__copy_hashes_what_it_copies)
{
	struct digest d, want = hash_of(STR("Pour : 54"));
	uint64_t bytes = 0;
	tmpdir_put("a", "Pour : 54");
	assert_true(copy("a", 9, &d, &bytes));
	assert_int_equal(bytes, 9);
	assert_memory_equal(d.b, want.b, sizeof d.b);
	assert_string_equal(tmpdir_get("copie"), "Pour : 54");
}

TEST(test_file__copy_limit_leaves_the_outputs_alone)
{
	struct digest d = { { 42 } };
	uint64_t bytes = 7;
	tmpdir_put("a", "Pour : 54");
	assert_false(copy("a", 8, &d, &bytes));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_int_equal(bytes, 7);
	assert_int_equal(d.b[0], 42);
}

TEST(test_file__copy_of_nothing)
{
	struct digest d, want = hash_of(STR(""));
	uint64_t bytes = 7;
	tmpdir_put("a", "");
	assert_true(copy("a", 0, &d, &bytes));
	assert_int_equal(bytes, 0);
	assert_memory_equal(d.b, want.b, sizeof d.b);
}

TEST(test_file__copy_of_several_chunks)
{
	char chunk[1000];
	struct hash h;
	struct digest d, want;
	uint64_t bytes = 0;
	hash_init(&h);
	int fd = openat(tmp_dir, "a", O_WRONLY | O_CREAT, 0600);
	for (int i = 0; i < 300; i++) {
		memset(chunk, i, sizeof chunk);
		hash_add(&h, chunk, sizeof chunk);
		assert_int_equal(write(fd, chunk, sizeof chunk), sizeof chunk);
	}
	close(fd);
	want = hash_end(&h);
	assert_true(copy("a", 300000, &d, &bytes));
	assert_int_equal(bytes, 300000);
	assert_memory_equal(d.b, want.b, sizeof d.b);
}

TEST(test_file__read_limit_on_both_sides)
{
	struct buf b;
	tmpdir_put("a", "12345");
	buf_init(&b, 5);
	assert_true(file_read(tmpdir_path("a"), &b, &e));
	assert_str(buf_view(&b), "12345");
	buf_done(&b);
	buf_init(&b, 4);
	assert_false(file_read(tmpdir_path("a"), &b, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	assert_string_equal(e.file, tmpdir_path("a"));
	buf_done(&b);
}

TEST(test_file__read_of_what_cannot_be_read)
{
	struct buf b;
	buf_init(&b, 100);
	assert_false(file_read(tmpdir_path("rien"), &b, &e));
	assert_int_equal(e.sys, ENOENT);
	assert_false(file_read(tmp_path, &b, &e));
	assert_int_equal(e.sys, EISDIR);
	assert_string_equal(e.file, tmp_path);
	buf_done(&b);
}

TEST(test_file__read_from_a_pipe_written_in_pieces)
{
	int p[2];
	assert_int_equal(pipe(p), 0);
	pid_t child = fork();
	if (child == 0) {
		for (int i = 0; i < 1000; i++)
			if (write(p[1], "0123456789", 10) != 10)
				_exit(1);
		_exit(0);
	}
	close(p[1]);
	struct buf b;
	buf_init(&b, 10000);
	assert_true(file_read_fd(p[0], &b, &e));
	assert_int_equal(b.n, 10000);
	close(p[0]);
	waitpid(child, NULL, 0);
	buf_done(&b);
}

TEST(test_file__read_until_the_other_end_is_closed)
{
	struct buf b;
	int fds[2];

	buf_init(&b, 100);
	assert_int_equal(pipe(fds), 0);
	assert_true(file_write_all(fds[1], STR("une ligne"), &e));
	assert_false(file_read_until(fds[0], &b, clock_ms() - 1)); /* too late, and nothing is taken */
	assert_int_equal(b.n, 0);
	close(fds[1]);
	assert_true(file_read_until(fds[0], &b, clock_ms() + 60000));
	assert_true(str_eq(buf_view(&b), STR("une ligne")));
	close(fds[0]);
	assert_false(file_read_until(fds[0], &b, clock_ms() + 60000));
	buf_done(&b);
}

TEST(test_file__write_all_crosses_short_writes)
{
	int p[2];
	static char big[300000];
	assert_int_equal(pipe(p), 0);
	memset(big, 'x', sizeof big);
	pid_t child = fork();
	if (child == 0) {
		close(p[0]);
		_exit(file_write_all(p[1], (struct str){ big, sizeof big }, &e) ? 0 : 1);
	}
	close(p[1]);
	struct buf b;
	buf_init(&b, sizeof big);
	assert_true(file_read_fd(p[0], &b, &e));
	assert_int_equal(b.n, sizeof big);
	int status;
	waitpid(child, &status, 0);
	assert_int_equal(status, 0);
	close(p[0]);
	buf_done(&b);
}

TEST(test_file__write_all_to_a_closed_pipe_is_an_error)
{
	int p[2];
	assert_int_equal(pipe(p), 0);
	close(p[0]);
	signal(SIGPIPE, SIG_IGN);
	assert_false(file_write_all(p[1], STR("x"), &e));
	assert_int_equal(e.sys, EPIPE);
	close(p[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TMPDIR(test_file__regular_file_opens_with_its_stat),
		IN_TMPDIR(test_file__size_on_both_sides),
		IN_TMPDIR(test_file__link_is_not_followed),
		IN_TMPDIR(test_file__a_link_that_is_found_is_not_read),
		IN_TMPDIR(test_file__fifo_does_not_block),
		IN_TMPDIR(test_file__directory_socket_and_device),
		IN_TMPDIR(test_file__second_name_is_refused_unless_allowed),
		IN_TMPDIR(test_file__missing_file_leaves_the_stat_alone),
		IN_TMPDIR(test_file__file_removed_after_the_opening_is_missing),
		IN_TMPDIR(test_file__sparse_giant_is_refused_by_its_size),
		IN_TMPDIR(test_file__copy_hashes_what_it_copies),
		IN_TMPDIR(test_file__copy_limit_leaves_the_outputs_alone),
		IN_TMPDIR(test_file__copy_of_nothing),
		IN_TMPDIR(test_file__copy_of_several_chunks),
		IN_TMPDIR(test_file__read_limit_on_both_sides),
		IN_TMPDIR(test_file__read_of_what_cannot_be_read),
		IN_TMPDIR(test_file__read_from_a_pipe_written_in_pieces),
		IN_TMPDIR(test_file__read_until_the_other_end_is_closed),
		IN_TMPDIR(test_file__write_all_crosses_short_writes),
		IN_TMPDIR(test_file__write_all_to_a_closed_pipe_is_an_error),
	};
	return RUN(tests);
}
