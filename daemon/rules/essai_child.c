/* SPDX-License-Identifier: EUPL-1.2 */
/* A forked, sealed child with a wall clock, in which essais are played. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "clock.h"
#include "ruleset_priv.h"
#include "seal.h"

#define EXIT_UNSEALED 3

_Noreturn static void in_child(void (*play)(void *ctx, int out), void *ctx, int out)
{
	struct err e = { .code = ERR_NONE };
	bool partial = false;
	seal_descriptors(&out, 1);
	if (!seal_child(0, &partial, &e))
		_exit(EXIT_UNSEALED);
	play(ctx, out);
	_exit(0);
}

/* Everything the child says until it closes the pipe. False: the time is over. */
static bool listen_to(int fd, struct buf *answer)
{
	int64_t end = clock_ms() + LIMIT_CHILD_TOTAL_MS;
	char block[4096];
	for (;;) {
		struct pollfd p = { .fd = fd, .events = POLLIN };
		int64_t left = end - clock_ms();
		if (left <= 0)
			return false;
		int ready = poll(&p, 1, (int)left);
		if (ready <= 0 && !(ready < 0 && errno == EINTR))
			return false;
		ssize_t n = ready > 0 ? read(fd, block, sizeof block) : -1;
		if (n == 0)
			return true;
		if (n > 0)
			buf_add(answer, block, (size_t)n);
		else if (errno != EINTR)
			return true;
	}
}

const char *essai_child(void (*play)(void *ctx, int out), void *ctx, struct buf *answer)
{
	int fds[2], status = 0;
	if (pipe(fds) != 0)
		return "aucun tube disponible";
	pid_t pid = fork();
	if (pid == 0) {
		close(fds[0]);
		in_child(play, ctx, fds[1]);
	}
	close(fds[1]);
	if (pid < 0) {
		close(fds[0]);
		return "aucun processus disponible";
	}
	bool in_time = listen_to(fds[0], answer);
	close(fds[0]);
	if (!in_time)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (!in_time)
		return "délai dépassé";
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_UNSEALED)
		return "le processus des essais n'a pu être scellé";
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? NULL : "l'essai a fait tomber son processus";
}
