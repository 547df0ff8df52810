/* SPDX-License-Identifier: EUPL-1.2 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "bounds.h"
#include "clock.h"
#include "file.h"
#include "fresh.h"
#include "seal.h"
#include "sealed.h"

#define EXIT_UNSEALED 3

_Noreturn static void in_child(void (*play)(void *ctx, int out), void *ctx, int out)
{
	struct err e = { .code = ERR_NONE };
	bool partial = false;
	fresh_open();
	seal_descriptors(&out, 1);
	if (!seal_child(0, &partial, &e))
		_exit(EXIT_UNSEALED);
	play(ctx, out);
	_exit(0);
}

const char *sealed_answer(void (*play)(void *ctx, int out), void *ctx, struct buf *answer)
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
	bool in_time = file_read_until(fds[0], answer, clock_ms() + LIMIT_CHILD_TOTAL_MS);
	close(fds[0]);
	if (!in_time)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (!in_time)
		return "délai dépassé";
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_UNSEALED)
		return "le processus n'a pu être scellé";
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? NULL : "le processus est tombé";
}
