/* SPDX-License-Identifier: EUPL-1.2 */
/* Sockets to listen on. Private to http.c, which says what they are for. */
#ifndef SCRUTATEUR_HTTP_LISTEN_H
#define SCRUTATEUR_HTTP_LISTEN_H

#include <sys/types.h>

#include "err.h"

struct http_socket {
	int fd;     /* bound, listening, not blocking */
	char *path; /* of a Unix socket, ours; NULL: TCP */
	dev_t dev;
	ino_t ino;
};
bool http_listen_unix(const char *path, unsigned mode, const char *group, struct http_socket *ret, struct err *e);
bool http_listen_tcp(const char *address, struct http_socket *ret, struct err *e);
/* There is a path, and it is that socket. */
bool http_socket_in_place(const struct http_socket *s);
/* Removes the path, if it still is that socket, and forgets it. */
void http_unlink(struct http_socket *s);

#endif
