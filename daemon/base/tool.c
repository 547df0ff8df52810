/* SPDX-License-Identifier: EUPL-1.2 */
/* A pipe that closes at exec tells the two failures apart: what our side could not do comes through it, what the tool
 * did not do is its exit status. The group is killed whatever the end, before the pipes are drained: a descendant that
 * keeps one open holds nobody up.
 */
#include "tool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bounds.h"
#include "clock.h"
#include "confine.h"
#include "file.h"
#include "seal.h"

struct run {
	const struct tool_job *job;
	char program[TOOL_PATH];
	pid_t pid, parent;
	int pidfd, out, err, report; /* our ends; -1 when closed */
	struct buf *text, said, why;
	int64_t end_ms, alive_ms;
	bool late;
};

const char *tool_find(const char *program, char out[TOOL_PATH])
{
	static const char *const places[] = { "/usr/bin/", "/bin/", "/usr/local/bin/" };
	const bool is_path = strchr(program, '/') != NULL;

	for (size_t i = 0; i < (is_path ? 1 : sizeof places / sizeof *places); i++) {
		int n = snprintf(out, TOOL_PATH, "%s%s", is_path ? "" : places[i], program);
		if (n < TOOL_PATH && access(out, X_OK) == 0)
			return out;
	}
	return NULL;
}

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static _Noreturn void become(const struct run *r, const int theirs[3])
{
	const char *env[LIMIT_TOOL_WORDS + 2] = { "LC_ALL=C.UTF-8" };
	const struct confine c = { .document = STDIN_FILENO, .readable = r->job->readable, .program = r->program,
				   .memory = r->job->memory, .cpu_s = r->job->cpu_s };
	int report = fcntl(theirs[2], F_DUPFD_CLOEXEC, 10), input = fcntl(r->job->input, F_DUPFD_CLOEXEC, 10);
	sigset_t none;
	struct err e = { 0 };

	for (size_t i = 0; r->job->env != NULL && r->job->env[i] != NULL && i < LIMIT_TOOL_WORDS; i++)
		env[i + 1] = r->job->env[i];
	(void)setpgid(0, 0);
	(void)dup2(theirs[0], STDOUT_FILENO);
	(void)dup2(theirs[1], STDERR_FILENO);
	(void)dup2(input, STDIN_FILENO);
	seal_descriptors(&report, 1);
	sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	for (int s = 1; s < NSIG; s++)
		(void)signal(s, SIG_DFL);
	if (chdir("/") == 0 && confine_tool(&c, &e) && getppid() == r->parent) {
		execve(r->program, (char *const *)(uintptr_t)r->job->argv, (char *const *)(uintptr_t)env);
		(void)err_sys(&e, "lancer %s", r->program);
	}
	(void)file_write_all(report, str_c(e.msg), &e);
	_exit(126);
}

static bool start(struct run *r, struct err *e)
{
	int out[2] = { -1, -1 }, said[2] = { -1, -1 }, report[2] = { -1, -1 };
	bool ok = (pipe2(out, O_CLOEXEC) == 0 && pipe2(said, O_CLOEXEC) == 0 && pipe2(report, O_CLOEXEC) == 0) ||
		  err_sys(e, "créer un tube");

	if (ok && lseek(r->job->input, 0, SEEK_SET) != 0)
		ok = err_sys(e, "revenir au début du document");
	r->pid = ok ? fork() : -1;
	if (r->pid == 0)
		become(r, (const int[]){ out[1], said[1], report[1] });
	if (ok && r->pid < 0)
		ok = err_sys(e, "créer un processus");
	close_end(&out[1]);
	close_end(&said[1]);
	close_end(&report[1]);
	r->out = out[0];
	r->err = said[0];
	r->report = report[0];
	if (!ok)
		return false;
	(void)setpgid(r->pid, r->pid); /* both sides, so that neither is first */
	r->pidfd = pidfd_open(r->pid, 0);
	return r->pidfd >= 0 || err_sys(e, "suivre un processus");
}

/* What is above the ceiling is dropped and marks the buffer. */
static void keep(struct buf *b, const char *p, size_t n)
{
	const size_t room = b->max - b->n;

	buf_add(b, p, n < room ? n : room);
	b->full |= n > room;
}

static void take(int *fd, struct buf *b)
{
	char chunk[65536];
	ssize_t n = read(*fd, chunk, sizeof chunk);

	if (n > 0)
		keep(b, chunk, (size_t)n);
	else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		close_end(fd);
}

/* Until it has ended, wrote too much, or its time is up. */
static void listen_to(struct run *r)
{
	for (;;) {
		int64_t left = r->end_ms - clock_ms();
		struct pollfd p[4] = { { .fd = r->pidfd, .events = POLLIN }, { .fd = r->out, .events = POLLIN },
				       { .fd = r->err, .events = POLLIN }, { .fd = r->report, .events = POLLIN } };

		if (left <= 0) {
			r->late = true;
			return;
		}
		if (r->job->alive != NULL && clock_ms() >= r->alive_ms) {
			r->job->alive(r->job->ctx);
			r->alive_ms = clock_ms() + TOOL_ALIVE_MS;
		}
		if (poll(p, 4, (int)(left < TOOL_ALIVE_MS ? left : TOOL_ALIVE_MS)) < 0)
			continue;
		if (p[1].revents != 0)
			take(&r->out, r->text);
		if (p[2].revents != 0)
			take(&r->err, &r->said);
		if (p[3].revents != 0)
			take(&r->report, &r->why);
		if (r->text->full || (p[0].revents != 0 && (p[1].revents | p[2].revents | p[3].revents) == 0))
			return;
	}
}

/* What was still in the pipes: the writers are dead. */
static void drain(int *fd, struct buf *b)
{
	if (*fd >= 0)
		(void)fcntl(*fd, F_SETFL, O_NONBLOCK);
	for (ssize_t n = 1; *fd >= 0 && n > 0 && !b->full;) {
		char chunk[65536];
		n = read(*fd, chunk, sizeof chunk);
		if (n > 0)
			keep(b, chunk, (size_t)n);
	}
	close_end(fd);
}

static int end(struct run *r)
{
	int status = 0;

	if (r->pid > 0) {
		(void)kill(-r->pid, SIGKILL);
		(void)kill(r->pid, SIGKILL); /* before it made its group */
		while (waitpid(r->pid, &status, 0) < 0 && errno == EINTR)
			continue;
	}
	drain(&r->out, r->text);
	drain(&r->err, &r->said);
	drain(&r->report, &r->why);
	close_end(&r->pidfd);
	return status;
}

static enum tool_end end_of(const struct run *r, int status)
{
	if (r->text->full)
		return TOOL_TOO_MUCH;
	if (r->late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
		return TOOL_TOO_LONG;
	/* Nobody but the kernel kills it with SIGKILL: the hard limit of CPU, or memory of the whole machine. */
	if (WIFSIGNALED(status))
		return WTERMSIG(status) == SIGKILL ? TOOL_TOO_LONG : TOOL_KILLED;
	return WEXITSTATUS(status) == 0 ? TOOL_DONE : TOOL_FAILED;
}

/* A tool speaks of the document, with its bytes: only what no terminal and no record can mistake is kept. */
static void first_line(const struct buf *b, char out[TOOL_SAID])
{
	struct str s = str_trim(buf_view(b));
	size_t n = 0;

	for (; n < s.n && s.p[n] != '\n' && n + 1 < TOOL_SAID; n++)
		out[n] = s.p[n];
	for (size_t i = 0; i < n; i++)
		if (out[i] < 0x20 || out[i] > 0x7e)
			out[i] = '?';
	out[n] = '\0';
}

bool tool_run(const struct tool_job *job, struct buf *out, struct tool_result *ret, struct err *e)
{
	struct run r = { .job = job, .text = out, .parent = getpid(), .pid = -1, .pidfd = -1, .out = -1, .err = -1, .report = -1 };

	buf_clear(out);
	*ret = (struct tool_result){ .end = TOOL_MISSING };
	if (tool_find(job->argv[0], r.program) == NULL)
		return true;
	buf_init(&r.said, LIMIT_TOOL_SAID);
	buf_init(&r.why, LIMIT_TOOL_SAID);
	r.end_ms = clock_ms() + job->wall_ms;
	bool ok = start(&r, e);
	if (ok)
		listen_to(&r);
	int status = end(&r);
	if (ok && r.why.n > 0)
		ok = err_set(e, ERR_STATE, "%.*s", STR_ARG(buf_view(&r.why)));
	ret->end = end_of(&r, status);
	ret->status = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
	first_line(&r.said, ret->said);
	buf_done(&r.said);
	buf_done(&r.why);
	return ok;
}
