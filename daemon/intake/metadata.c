/* SPDX-License-Identifier: EUPL-1.2 */
/* The service parses nothing that comes from outside in its own process (ROBUST X-04): a child without rights does, and answers with a
 * name, which is then only compared with names that are there.
 */
#include "metadata.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bounds.h"
#include "clock.h"
#include "file.h"
#include "json.h"
#include "seal.h"

static void take_arrete(void *ctx, struct str parent, struct str key, struct str value)
{
	struct buf *out = ctx;
	const bool named = (parent.n == 0 && str_eq(key, STR("arrete"))) || (str_eq(parent, STR("arrete")) && key.n == 0);

	if (named && out->n == 0 && value.n > 0 && value.n < 256 && memchr(value.p, '\0', value.n) == NULL)
		buf_str(out, value);
}

_Noreturn static void child(int fd, int to)
{
	const int keep[] = { fd, to };
	struct buf text, name;
	bool partial;
	struct err e;

	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	seal_descriptors(keep, 2);
	if (!seal_child(0, &partial, &e))
		_exit(1);
	buf_init(&text, LIMIT_SIDE_BYTES);
	buf_init(&name, 256);
	if (file_read_fd(fd, &text, &e) && json_read(buf_view(&text), take_arrete, &name, &e))
		(void)file_write_all(to, buf_view(&name), &e);
	_exit(0);
}

static bool plain_name(struct str said, char out[256])
{
	if (said.n == 0 || said.n >= 256)
		return false;
	for (size_t i = 0; i < said.n; i++)
		out[i] = said.p[i] == '/' || said.p[i] == '\\' ? '-' : said.p[i];
	out[said.n] = '\0';
	return strlen(out) == said.n;
}

bool metadata_act(int fd, char out[256])
{
	struct buf said;
	int p[2];

	if (pipe2(p, O_CLOEXEC) != 0)
		return false;
	const pid_t pid = fork();
	if (pid == 0)
		child(fd, p[1]);
	close(p[1]);
	buf_init(&said, 256);
	const bool whole = pid > 0 && file_read_until(p[0], &said, clock_ms() + METADATA_MS);
	close(p[0]);
	if (pid > 0) {
		(void)kill(pid, SIGKILL);
		while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
			continue;
	}
	const bool ok = whole && !said.full && plain_name(buf_view(&said), out);
	buf_done(&said);
	return ok;
}
