/* SPDX-License-Identifier: EUPL-1.2 */
#include "http_listen.h"

#include <errno.h>
#include <event2/util.h>
#include <grp.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "bounds.h"

static int new_socket(int family, struct err *e)
{
	const int fd = socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0)
		err_sys(e, "ouvrir une socket");
	return fd;
}

/* Somebody listens there: nobody does when the service that made it died. */
static bool answers(const struct sockaddr_un *at)
{
	const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	const bool yes = fd >= 0 && (connect(fd, (const struct sockaddr *)at, sizeof *at) == 0 || errno == EAGAIN);

	if (fd >= 0)
		close(fd);
	return yes;
}

static bool make_room(const struct sockaddr_un *at, struct err *e)
{
	struct stat st;

	if (lstat(at->sun_path, &st) != 0)
		return errno == ENOENT || err_sys(e, "examiner %s", at->sun_path);
	if (!S_ISSOCK(st.st_mode))
		return err_set(e, ERR_STATE, "%s existe et n'est pas une socket : ôtez-le, elle sera faite au balayage suivant, ou donnez-lui un autre nom (supervision.socket)", at->sun_path);
	if (answers(at))
		return err_set(e, ERR_STATE, "un autre service répond sur %s", at->sun_path);
	return unlink(at->sun_path) == 0 || err_sys(e, "retirer %s", at->sun_path);
}

static bool group_id(const char *name, gid_t *ret, struct err *e)
{
	const struct group *g;

	*ret = (gid_t)-1; /* chown leaves it */
	if (name == NULL)
		return true;
	errno = 0;
	g = getgrnam(name);
	if (g == NULL)
		return err_set(e, ERR_VALUE, "le groupe « %s » n'existe pas", name);
	*ret = g->gr_gid;
	return true;
}

/* Nobody else can connect before it has its mode and its group. */
static bool bind_closed(int fd, const struct sockaddr_un *at, unsigned mode, gid_t group, struct err *e)
{
	const mode_t before = umask(0177);
	const bool bound = bind(fd, (const struct sockaddr *)at, sizeof *at) == 0;
	const int why = errno;

	(void)umask(before);
	errno = why;
	if (!bound)
		return err_sys(e, "créer %s", at->sun_path);
	if ((group != (gid_t)-1 && chown(at->sun_path, (uid_t)-1, group) != 0) || chmod(at->sun_path, mode) != 0) {
		err_sys(e, "donner %s à son groupe", at->sun_path);
		(void)unlink(at->sun_path);
		return false;
	}
	return true;
}

bool http_listen_unix(const char *path, unsigned mode, const char *group, struct http_socket *ret, struct err *e)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	struct stat st;
	gid_t gid;

	if (strlen(path) >= sizeof at.sun_path)
		return err_set(e, ERR_VALUE, "chemin de socket trop long : %s", path);
	memcpy(at.sun_path, path, strlen(path) + 1);
	if (!group_id(group, &gid, e) || !make_room(&at, e))
		return false;
	*ret = (struct http_socket){ .fd = new_socket(AF_UNIX, e) };
	if (ret->fd < 0)
		return false;
	if (!bind_closed(ret->fd, &at, mode, gid, e)) {
		close(ret->fd);
		return false;
	}
	if (listen(ret->fd, LIMIT_HTTP_CONNECTIONS) != 0 || lstat(path, &st) != 0 || (ret->path = strdup(path)) == NULL) {
		err_sys(e, "écouter sur %s", path);
		(void)unlink(path);
		close(ret->fd);
		return false;
	}
	ret->dev = st.st_dev;
	ret->ino = st.st_ino;
	return true;
}

bool http_listen_tcp(const char *address, struct http_socket *ret, struct err *e)
{
	struct sockaddr_storage at;
	int n = sizeof at, on = 1;

	if (evutil_parse_sockaddr_port(address, (struct sockaddr *)&at, &n) != 0)
		return err_set(e, ERR_VALUE, "adresse mal formée : %s", address);
	*ret = (struct http_socket){ .fd = new_socket(at.ss_family, e) };
	if (ret->fd < 0)
		return false;
	(void)setsockopt(ret->fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(ret->fd, (const struct sockaddr *)&at, (socklen_t)n) == 0 && listen(ret->fd, LIMIT_HTTP_CONNECTIONS) == 0)
		return true;
	err_sys(e, "écouter sur %s", address);
	close(ret->fd);
	return false;
}

bool http_socket_in_place(const struct http_socket *s)
{
	struct stat st;

	return s->path != NULL && lstat(s->path, &st) == 0 && st.st_dev == s->dev && st.st_ino == s->ino;
}

void http_unlink(struct http_socket *s)
{
	if (http_socket_in_place(s))
		(void)unlink(s->path);
	free(s->path);
	s->path = NULL;
}
