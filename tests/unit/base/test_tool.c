/* SPDX-License-Identifier: EUPL-1.2 */
/* Tools that are hostile, run as the service runs them: what they get done, what is left of them. The scripts stand in a
 * directory of the test; the profile is the one of pdftotext. */
#include "tmpdir.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <seccomp.h>

#include "bounds.h"
#include "file.h"
#include "landlock.h"
#include "tool.h"

#define OUTPUT (64 * KIB)
#define ENOUGH (512 * MIB)

static struct tool_result result;
static struct buf out;
static struct err e;

static int document(const char *content)
{
	int fd = memfd_create("document", MFD_CLOEXEC);

	assert_true(fd >= 0 && file_write_all(fd, str_c(content), &e));
	return fd;
}

static void run_job(struct tool_job job, size_t max)
{
	job.input = document("le document\n");
	buf_done(&out);
	buf_init(&out, max);
	e = (struct err){ 0 };
	assert_true(tool_run(&job, &out, &result, &e));
	close(job.input);
	/* Nothing of it is left, not even to be reaped. */
	assert_true(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD);
}

static struct tool_job job_of(const char *const *argv)
{
	return (struct tool_job){ .argv = argv, .memory = ENOUGH, .cpu_s = 10, .wall_ms = 20000 };
}

/* Runs `sh -c script` or `python3 -c script`. */
static void run_with(const char *program, const char *script)
{
	const char *argv[] = { program, "-c", script, NULL };

	run_job(job_of(argv), OUTPUT);
}
#define sh(script) run_with("sh", script)
#define python(script) run_with("python3", script)
#define said() str_c(result.said)

static int done(void **state)
{
	buf_done(&out);
	return tmpdir_teardown(state);
}

TEST(test_tool__reads_the_document_from_its_start_and_writes_text)
{
	sh("cat; exit 0");
	assert_int_equal(result.end, TOOL_FAILED); /* cat is another process */
	sh("exec cat");
	assert_int_equal(result.end, TOOL_DONE);
	assert_str(buf_view(&out), "le document\n");
	sh("exec cat /dev/stdin"); /* for tools that want a name */
	assert_str(buf_view(&out), "le document\n");
}

TEST(test_tool__a_spooled_file_may_be_opened_by_name_and_its_neighbour_not)
{
	tmpdir_put("acte", "depuis le disque\n");
	tmpdir_put("voisin", "secret\n");
	const char *argv[] = { "sh", "-c", NULL, NULL };
	char script[512];
	snprintf(script, sizeof script, "read l < /dev/stdin && echo \"$l\"; read l < %s && echo \"$l\"; true", tmpdir_path("voisin"));
	argv[2] = script;
	struct tool_job job = job_of(argv);
	job.input = open(tmpdir_path("acte"), O_RDONLY | O_CLOEXEC);
	buf_init(&out, OUTPUT);
	assert_true(tool_run(&job, &out, &result, &e));
	close(job.input);
	if (landlock_abi() == 0) {
		print_message("SKIPPED: ce noyau n'a pas Landlock\n");
		return;
	}
	assert_str(buf_view(&out), "depuis le disque\n");
}

TEST(test_tool__environment_is_a_locale_and_what_the_line_says)
{
	const char *const env[] = { "OMP_THREAD_LIMIT=1", NULL };
	const char *argv[] = { "env", NULL };
	struct tool_job job = job_of(argv);

	run_job(job, OUTPUT);
	assert_str(buf_view(&out), "LC_ALL=C.UTF-8\n");
	job.env = env;
	run_job(job, OUTPUT);
	assert_str(buf_view(&out), "LC_ALL=C.UTF-8\nOMP_THREAD_LIMIT=1\n");
}

TEST(test_tool__missing_program)
{
	const char *argv[] = { "pas-de-tel-outil", NULL };
	const char *path[] = { "/nulle/part", NULL };

	run_job(job_of(argv), OUTPUT);
	assert_int_equal(result.end, TOOL_MISSING);
	run_job(job_of(path), OUTPUT);
	assert_int_equal(result.end, TOOL_MISSING);
}

TEST(test_tool__what_it_says_is_one_line_of_ascii)
{
	sh("printf '\\n\\033[31mrouge \\303\\251\\nsuite' >&2; exit 3");
	assert_int_equal(result.end, TOOL_FAILED);
	assert_int_equal(result.status, 3);
	assert_string_equal(result.said, "?[31mrouge ??");
	sh("i=0; while [ $i -lt 3000 ]; do printf aaaaaaaaaa >&2; i=$((i+1)); done");
	assert_int_equal(result.end, TOOL_DONE); /* a full standard error holds nobody up */
	assert_int_equal(strlen(result.said), TOOL_SAID - 1);
}

/* Under load the whole came in one read, and was dropped for being too long: the reason was lost. */
TEST(test_tool__what_it_says_at_once_is_kept_up_to_its_ceiling)
{
	python("import os; os.write(2, b'a' * 30000)");
	assert_int_equal(result.end, TOOL_DONE);
	assert_int_equal(strlen(result.said), TOOL_SAID - 1);
}

TEST(test_tool__output_at_both_sides_of_its_ceiling)
{
	const char *argv[] = { "cat", NULL };

	run_job(job_of(argv), 12);
	assert_int_equal(result.end, TOOL_DONE);
	assert_int_equal(out.n, 12);
	run_job(job_of(argv), 11);
	assert_int_equal(result.end, TOOL_TOO_MUCH);
}

TEST(test_tool__writes_for_ever)
{
	const char *argv[] = { "yes", NULL };

	run_job(job_of(argv), MIB);
	assert_int_equal(result.end, TOOL_TOO_MUCH);
}

TEST(test_tool__nul_bytes_are_bytes)
{
	sh("printf 'a\\000b'");
	assert_int_equal(result.end, TOOL_DONE);
	assert_int_equal(out.n, 3);
}

static unsigned signs;
static void sign(void *ctx)
{
	(void)ctx;
	signs++;
}

TEST(test_tool__ignores_the_signals_that_can_be_ignored)
{
	const char *argv[] = { "sh", "-c", "trap '' TERM INT HUP XCPU; exec sleep 1000", NULL };
	struct tool_job job = job_of(argv);

	job.wall_ms = 300;
	job.alive = sign;
	signs = 0;
	run_job(job, OUTPUT);
	assert_int_equal(result.end, TOOL_TOO_LONG);
	assert_true(signs >= 1);
}

TEST(test_tool__closes_its_output_and_stays)
{
	const char *argv[] = { "sh", "-c", "exec sleep 1000 >&- 2>&-", NULL };
	struct tool_job job = job_of(argv);

	job.wall_ms = 300;
	run_job(job, OUTPUT);
	assert_int_equal(result.end, TOOL_TOO_LONG);
}

TEST(test_tool__computes_for_ever)
{
	const char *argv[] = { "sh", "-c", "trap '' XCPU; while :; do :; done", NULL };
	struct tool_job job = job_of(argv);

	job.cpu_s = 1;
	run_job(job, OUTPUT);
	assert_int_equal(result.end, TOOL_TOO_LONG);
}

TEST(test_tool__memory_at_both_sides)
{
	const char *argv[] = { "python3", "-c", "b = b'x' * (128 << 20); print(len(b))", NULL };
	struct tool_job job = job_of(argv);

	run_job(job, OUTPUT);
	assert_int_equal(result.end, TOOL_DONE);
	job.memory = 128 * MIB;
	run_job(job, OUTPUT);
	assert_int_equal(result.end, TOOL_FAILED);
	assert_str(buf_view(&out), "");
}

TEST(test_tool__no_other_process)
{
	sh("(echo enfant) && echo fait");
	assert_int_equal(result.end, TOOL_FAILED);
	assert_str(buf_view(&out), "");
	assert_contains(result.said, "fork");
}

/* One line for each try: "fait" would mean that it worked. */
#define TRY(what) "try:\n " what "\n print('fait: " "')\nexcept OSError as x: pass\n"

TEST(test_tool__nothing_of_the_outside)
{
	python("import os, socket, signal, ctypes\n"
	       TRY("socket.socket(socket.AF_INET)") TRY("socket.socket(socket.AF_UNIX)") TRY("socket.socketpair()")
	       TRY("os.kill(os.getppid(), 0)") TRY("os.killpg(os.getpgid(0), 0)") TRY("os.fork()") TRY("os.setsid()")
	       TRY("open('/tmp/scrutateur-x', 'w')") TRY("os.open('/tmp', os.O_TMPFILE | os.O_RDWR)") TRY("os.mkdir('/tmp/scrutateur-d')")
	       TRY("os.unlink('/tmp/scrutateur-x')") TRY("os.rename('/tmp/a', '/tmp/b')") TRY("os.symlink('a', '/tmp/scrutateur-l')")
	       TRY("os.write(0, b'x')") TRY("os.truncate('/dev/stdin', 0)") TRY("os.chmod('/dev/stdin', 0o777)")
	       TRY("os.memfd_create('x')")
	       "libc = ctypes.CDLL(None, use_errno=True)\n"
	       "if libc.ptrace(0, 0, 0, 0) == 0: print('fait: ptrace')\n"
	       "if libc.unshare(0x10000000) == 0: print('fait: unshare')\n"
	       "print('fin')\n");
	assert_str(said(), "");
	assert_str(buf_view(&out), "fin\n");
}

TEST(test_tool__no_file_but_its_own)
{
	if (landlock_abi() == 0) {
		print_message("SKIPPED: ce noyau n'a pas Landlock\n");
		return;
	}
	python("import os\n" TRY("open('/etc/passwd')") TRY("open('/proc/self/environ')") TRY("os.listdir('/')") TRY("os.listdir('/var')")
	       TRY("open('/etc/hostname')") "print('fin')\n");
	assert_str(buf_view(&out), "fin\n");
	const char *argv[] = { "cat", "/etc/passwd", NULL };
	run_job(job_of(argv), OUTPUT);
	assert_int_equal(result.end, TOOL_FAILED);
	assert_str(buf_view(&out), "");
}

TEST(test_tool__holds_three_descriptors)
{
	int held = open("/dev/null", O_RDONLY); /* on purpose without O_CLOEXEC */

	python("import os\nfor n in range(64):\n try:\n  os.fstat(n); print(n)\n except OSError: pass\n");
	close(held);
	assert_str(buf_view(&out), "0\n1\n2\n");
}

/* As on a kernel before 5.13: the probe says so, the filter and the limits still hold. */
static bool works_without_landlock(void)
{
	scmp_filter_ctx f = seccomp_init(SCMP_ACT_ALLOW);
	const char *cat[] = { "cat", NULL }, *touch[] = { "touch", "/tmp/scrutateur-x", NULL };
	struct tool_job job = job_of(cat);

	(void)unlink("/tmp/scrutateur-x");
	(void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (seccomp_rule_add(f, SCMP_ACT_ERRNO(ENOSYS), 444, 0) != 0 || seccomp_load(f) != 0 || landlock_abi() != 0)
		return false;
	job.input = document("le document\n");
	buf_init(&out, OUTPUT);
	if (!tool_run(&job, &out, &result, &e) || result.end != TOOL_DONE || out.n != 12)
		return false;
	job.argv = touch;
	return tool_run(&job, &out, &result, &e) && result.end == TOOL_FAILED && access("/tmp/scrutateur-x", F_OK) != 0;
}

TEST(test_tool__an_older_kernel_confines_what_it_can)
{
	int status = -1;
	pid_t pid = fork();

	if (pid == 0)
		_exit(works_without_landlock() ? 0 : 1);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, tmpdir_setup, done)
	const struct CMUnitTest tests[] = {
		T(test_tool__reads_the_document_from_its_start_and_writes_text),
		T(test_tool__a_spooled_file_may_be_opened_by_name_and_its_neighbour_not),
		T(test_tool__environment_is_a_locale_and_what_the_line_says),
		T(test_tool__missing_program),
		T(test_tool__what_it_says_is_one_line_of_ascii), T(test_tool__what_it_says_at_once_is_kept_up_to_its_ceiling),
		T(test_tool__output_at_both_sides_of_its_ceiling),
		T(test_tool__writes_for_ever),
		T(test_tool__nul_bytes_are_bytes),
		T(test_tool__ignores_the_signals_that_can_be_ignored),
		T(test_tool__closes_its_output_and_stays),
		T(test_tool__computes_for_ever),
		T(test_tool__memory_at_both_sides),
		T(test_tool__no_other_process),
		T(test_tool__nothing_of_the_outside),
		T(test_tool__no_file_but_its_own),
		T(test_tool__holds_three_descriptors),
		T(test_tool__an_older_kernel_confines_what_it_can),
	};
	return RUN(tests);
}
