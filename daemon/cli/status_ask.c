/* SPDX-License-Identifier: EUPL-1.2 */
/* The least of HTTP: one request, the answer until the other side closes. */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "bounds.h"
#include "clock.h"
#include "service_status.h"

static bool wait_for(int fd, short what, int64_t end_ms, struct err *e)
{
	for (;;) {
		struct pollfd p = { .fd = fd, .events = what };
		const int64_t left = end_ms - clock_ms();
		const int n = left > 0 ? poll(&p, 1, (int)left) : 0;

		if (n > 0)
			return true;
		if (n == 0)
			return err_set(e, ERR_STATE, "le service ne répond pas en %d s", ASK_MS / 1000);
		if (errno != EINTR)
			return err_sys(e, "attendre la réponse du service");
	}
}

static bool send_all(int fd, struct str s, int64_t end_ms, struct err *e)
{
	while (s.n > 0) {
		const ssize_t n = send(fd, s.p, s.n, MSG_NOSIGNAL);

		if (n >= 0)
			s = str_part(s, (size_t)n, s.n);
		else if (errno != EAGAIN && errno != EINTR)
			return err_sys(e, "demander au service");
		else if (!wait_for(fd, POLLOUT, end_ms, e))
			return false;
	}
	return true;
}

static bool receive_all(int fd, struct buf *to, int64_t end_ms, struct err *e)
{
	char chunk[16384];

	for (;;) {
		const ssize_t n = recv(fd, chunk, sizeof chunk, 0);

		if (n == 0)
			return !to->full || err_set(e, ERR_STATE, "réponse trop longue du service");
		if (n > 0)
			buf_add(to, chunk, (size_t)n);
		else if (errno != EAGAIN && errno != EINTR)
			return err_sys(e, "lire la réponse du service");
		else if (!wait_for(fd, POLLIN, end_ms, e))
			return false;
	}
}

/* A full queue of connections says EAGAIN, at once: the service is busy with others. */
static int connect_to(const struct sockaddr_un *at, int64_t end_ms, struct err *e)
{
	const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0) {
		err_sys(e, "ouvrir une socket");
		return -1;
	}
	while (connect(fd, (const struct sockaddr *)at, sizeof *at) != 0) {
		if ((errno == EAGAIN || errno == EINTR) && clock_ms() < end_ms) {
			(void)poll(NULL, 0, 20);
			continue;
		}
		if (errno == ENOENT || errno == ECONNREFUSED)
			err_set(e, ERR_STATE, "aucun service ne répond sur %s : il ne tourne pas, ou il tourne avec une autre configuration", at->sun_path);
		else
			err_sys(e, "demander au service sur %s", at->sun_path);
		close(fd);
		return -1;
	}
	return fd;
}

static bool exchange(int fd, const char *path, int64_t end_ms, struct buf *ret, struct err *e)
{
	struct buf b;

	buf_init(&b, 4 * KIB);
	buf_printf(&b, "GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n", path);
	const bool sent = send_all(fd, buf_view(&b), end_ms, e);
	buf_done(&b);
	buf_init(&b, LIMIT_HTTP_ANSWER + LIMIT_HTTP_HEADERS);
	bool ok = sent && receive_all(fd, &b, end_ms, e);
	const struct str answer = buf_view(&b);
	const size_t body = str_find(answer, STR("\r\n\r\n"), 0);
	if (ok && (!str_starts(answer, STR("HTTP/1.")) || !str_eq(str_part(answer, 8, 12), STR(" 200")) || body == STR_NONE))
		ok = err_set(e, ERR_STATE, "ce qui répond n'est pas le service, ou pas sa version");
	if (ok)
		buf_str(ret, str_part(answer, body + 4, answer.n));
	buf_done(&b);
	return ok;
}

bool status_ask(const char *socket_path, const char *path, struct buf *ret, struct err *e)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	const int64_t end_ms = clock_ms() + ASK_MS;

	memcpy(at.sun_path, socket_path, strlen(socket_path) + 1); /* LIMIT_SOCKET_PATH, by conf_load */
	const int fd = connect_to(&at, end_ms, e);
	if (fd < 0)
		return false;
	const bool ok = exchange(fd, path, end_ms, ret, e);
	close(fd);
	return ok;
}
