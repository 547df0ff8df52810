/* SPDX-License-Identifier: EUPL-1.2 */
/* The seal, tried from inside: each test runs in a forked child, whose exit status says whether what it tried was as it
 * must be. Under the sanitizers only the limits can be tried.
 */
#include "check.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bounds.h"
#include "seal.h"

static int pipe_in[2], pipe_out[2];

/* Wait status of a sealed child that runs `inside`; 0 when it returned true. */
static int sealed(bool (*inside)(void))
{
	pid_t child = fork();
	if (child == 0) {
		struct err e;
		bool partial;
		if (!seal_child(0, &partial, &e))
			_exit(100);
		_exit(inside() ? 0 : 1);
	}
	int status = -1;
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

#ifndef SCRUTATEUR_SAN
static bool denied(long r)
{
	return r == -1 && errno == EPERM;
}

static bool no_files(void)
{
	struct stat st;
	return denied(open("/etc/passwd", O_RDONLY)) && denied(open("/tmp/scrutateur-x", O_WRONLY | O_CREAT, 0600)) &&
	       denied(stat("/etc/passwd", &st)) && denied(unlink("/tmp/scrutateur-x")) && denied(rename("/a", "/b")) &&
	       denied(mkdir("/tmp/scrutateur-d", 0700)) && denied(chdir("/"));
}

static bool no_network(void)
{
	int p[2];
	return denied(socket(AF_INET, SOCK_STREAM, 0)) && denied(socket(AF_UNIX, SOCK_STREAM, 0)) &&
	       denied(socketpair(AF_UNIX, SOCK_STREAM, 0, p));
}

static bool no_processes(void)
{
	char *argv[] = { "true", NULL };
	return denied(fork()) && denied(execv("/bin/true", argv)) && denied(ptrace(PTRACE_TRACEME, 0, 0, 0)) &&
	       denied(kill(getppid(), 0)) && denied(kill(getpid(), 0)) &&
	       denied(syscall(SYS_tgkill, getppid(), getppid(), 0));
}

static bool no_wider_rights(void)
{
	struct rlimit r = { 1, 1 };
	void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return p != MAP_FAILED && denied(mprotect(p, 4096, PROT_READ | PROT_EXEC)) &&
	       mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED &&
	       errno == EPERM &&
	       denied(setrlimit(RLIMIT_CORE, &r)) && denied(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
}

static bool no_more_memory(void)
{
	void *volatile p = malloc(LIMIT_CHILD_ADDRESS); /* volatile: else the compiler may leave the call out */
	return p == NULL && errno == ENOMEM;
}

/* The readings of two extractions, of which each may be as large as it is allowed to be. */
static bool memory_for_two_readings(void)
{
	void *volatile one = malloc(LIMIT_ACT_MEMORY), *volatile other = malloc(LIMIT_ACT_MEMORY);
	return one != NULL && other != NULL;
}

static bool aborts(void)
{
	abort();
}

TEST(test_seal__files_are_closed)
{
	assert_int_equal(sealed(no_files), 0);
}

TEST(test_seal__network_is_closed)
{
	assert_int_equal(sealed(no_network), 0);
}

TEST(test_seal__processes_are_closed)
{
	assert_int_equal(sealed(no_processes), 0);
}

TEST(test_seal__rights_cannot_grow)
{
	assert_int_equal(sealed(no_wider_rights), 0);
}

TEST(test_seal__memory_above_the_ceiling_fails)
{
	assert_int_equal(sealed(no_more_memory), 0);
}

TEST(test_seal__memory_below_the_ceiling_is_given)
{
	assert_int_equal(sealed(memory_for_two_readings), 0);
}

TEST(test_seal__abort_still_says_so)
{
	int status = sealed(aborts);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
}

static bool signals_itself_alone(void)
{
	return syscall(SYS_tgkill, getpid(), gettid(), 0) == 0 && denied(syscall(SYS_tgkill, getppid(), getppid(), 0)) &&
	       denied(syscall(SYS_tgkill, INT32_MAX, 1, 0));
}

/* The filter of a host, loaded by children that are not the process it was made in: as good as one's own. */
TEST(test_seal__made_once_it_holds_in_every_child)
{
	bool (*const inside[])(void) = { no_files, no_network, no_processes, no_wider_rights, signals_itself_alone };
	struct err e;

	assert_int_equal(sealed(signals_itself_alone), 0);
	assert_true(seal_prepare(&e));
	for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
		assert_int_equal(sealed(inside[i]), 0);
	assert_int_equal(WTERMSIG(sealed(aborts)), SIGABRT);
}
#endif

static bool works(void)
{
	struct timespec t;
	struct stat st;
	char c = 0;
	struct pollfd p = { .fd = pipe_in[0], .events = POLLIN };
	if (poll(&p, 1, 1000) != 1 || read(pipe_in[0], &c, 1) != 1 || c != 'q' || fstat(pipe_in[0], &st) != 0)
		return false;
	for (size_t size = 16; size <= 64 * MIB; size *= 4) {
		char *m = malloc(size);
		if (!m)
			return false;
		memset(m, 1, size);
		m = realloc(m, size * 2);
		if (!m)
			return false;
		free(m);
	}
	char line[100];
	snprintf(line, sizeof line, "%d %f", 1, 2.5);
	return clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t) == 0 && clock_gettime(CLOCK_MONOTONIC, &t) == 0 &&
	       write(pipe_out[1], "r", 1) == 1;
}

TEST(test_seal__pipes_memory_and_clocks_work)
{
	char c = 0;
	assert_int_equal(pipe(pipe_in), 0);
	assert_int_equal(pipe(pipe_out), 0);
	assert_int_equal(write(pipe_in[1], "q", 1), 1);
	assert_int_equal(sealed(works), 0);
	assert_int_equal(read(pipe_out[0], &c, 1), 1);
	assert_int_equal(c, 'r');
	for (int i = 0; i < 2; i++) {
		close(pipe_in[i]);
		close(pipe_out[i]);
	}
}

static bool waits(void)
{
	char c;
	return write(pipe_out[1], "r", 1) == 1 && read(pipe_in[0], &c, 1) == 0;
}

static const char *proc_text(pid_t child, const char *name)
{
	static char text[8192];
	char path[64];
	snprintf(path, sizeof path, "/proc/%d/%s", (int)child, name);
	FILE *f = fopen(path, "re");
	assert_non_null(f);
	text[fread(text, 1, sizeof text - 1, f)] = '\0';
	fclose(f);
	return text;
}

/* Seen from outside, in /proc, while the sealed child waits. */
TEST(test_seal__limits_and_flags)
{
	char c;
	assert_int_equal(pipe(pipe_in), 0);
	assert_int_equal(pipe(pipe_out), 0);
	pid_t child = fork();
	if (child == 0) {
		struct err e;
		bool partial;
		close(pipe_in[1]);
		_exit(seal_child(0, &partial, &e) && waits() ? 0 : 1);
	}
	assert_int_equal(read(pipe_out[0], &c, 1), 1);
	const char *limits = proc_text(child, "limits");
	assert_contains(limits, "Max cpu time              4                    5 ");
	assert_contains(limits, "Max file size             0                    0 ");
	assert_contains(limits, "Max processes             0                    0 ");
	assert_contains(limits, "Max core file size        0                    0 ");
#ifndef SCRUTATEUR_SAN
	assert_contains(limits, "Max address space         1073741824           1073741824 ");
	assert_contains(proc_text(child, "status"), "Seccomp:\t2");
#endif
	assert_contains(proc_text(child, "status"), "NoNewPrivs:\t1");
	for (int i = 0; i < 2; i++) {
		close(pipe_in[i]);
		close(pipe_out[i]);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

TEST(test_seal__says_whether_it_is_partial)
{
	pid_t child = fork();
	if (child == 0) {
		struct err e;
		bool partial;
#ifdef SCRUTATEUR_SAN
		_exit(seal_child(0, &partial, &e) && partial ? 0 : 1);
#else
		_exit(seal_child(0, &partial, &e) && !partial ? 0 : 1);
#endif
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void keep_and_report(const int *keep, size_t n, const char *want)
{
	pid_t child = fork();
	if (child == 0) {
		char open_fds[21] = { 0 };
		for (int fd = 3; fd < 20; fd++)
			if (dup2(0, fd) != fd)
				_exit(100);
		seal_descriptors(keep, n);
		for (int fd = 0; fd < 20; fd++)
			open_fds[fd] = fcntl(fd, F_GETFD) >= 0 ? '1' : '0';
		_exit(strcmp(open_fds, want) != 0);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

TEST(test_seal__only_the_kept_descriptors_stay_open)
{
	keep_and_report(NULL, 0, "11100000000000000000");
	keep_and_report((int[]){ 7, 4 }, 2, "11101001000000000000");
	keep_and_report((int[]){ 3, 19, 3, 0, 5, 6 }, 6, "11110110000000000001");
	keep_and_report((int[]){ -1, 2 }, 2, "11100000000000000000");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#ifndef SCRUTATEUR_SAN
		cmocka_unit_test(test_seal__files_are_closed),
		cmocka_unit_test(test_seal__network_is_closed),
		cmocka_unit_test(test_seal__processes_are_closed),
		cmocka_unit_test(test_seal__rights_cannot_grow),
		cmocka_unit_test(test_seal__memory_above_the_ceiling_fails),
		cmocka_unit_test(test_seal__memory_below_the_ceiling_is_given),
		cmocka_unit_test(test_seal__abort_still_says_so),
		cmocka_unit_test(test_seal__made_once_it_holds_in_every_child),
#endif
		cmocka_unit_test(test_seal__pipes_memory_and_clocks_work),
		cmocka_unit_test(test_seal__limits_and_flags),
		cmocka_unit_test(test_seal__says_whether_it_is_partial),
		cmocka_unit_test(test_seal__only_the_kept_descriptors_stay_open),
	};
	return RUN(tests);
}
