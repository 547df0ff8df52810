/* SPDX-License-Identifier: EUPL-1.2 */
/* Answering HTTP on a Unix socket or on the loopback: GET and HEAD, no body, one request per connection, nothing of a request ever in an
 * answer. Slow or many clients wait, they never make the loop wait: LIMIT_HTTP_CONNECTIONS at a time, each for LIMIT_HTTP_TOTAL_MS at most.
 */
#ifndef SCRUTATEUR_HTTP_H
#define SCRUTATEUR_HTTP_H

#include "bounds.h"
#include "buf.h"
#include "err.h"

struct event_base;
struct http;

struct http_answer {
	int status;        /* 200, 404, 503 */
	const char *type;  /* Content-Type */
	struct buf body;   /* at most LIMIT_HTTP_ANSWER */
};
/* How long it waits: without a byte, and for one connection in all. */
struct http_patience {
	int idle_s;
	int64_t total_ms;
};
#define HTTP_PATIENCE ((struct http_patience){ LIMIT_HTTP_IDLE_S, LIMIT_HTTP_TOTAL_MS })

/* `path` is what stands before '?' in the request, as it came: compare it, show it nowhere. */
typedef void (*http_fn)(void *ctx, const char *path, struct http_answer *ret);

/* A socket of that mode and group (NULL: the process's own). A socket left there by a service that died is replaced; one that answers, and
 * what is no socket, is left alone: ERR_STATE. ERR_VALUE: no such group, ERR_SYS else. Removed by http_free. */
struct http *http_unix(struct event_base *base, const char *path, unsigned mode, const char *group, struct http_patience p, http_fn fn, void *ctx,
		       struct err *e);
/* `address` as conf.h has it: "127.0.0.1:9187", "[::1]:9187". Answers only requests for the loopback by one of its names: a page of the web
 * that makes a browser ask has another. */
struct http *http_tcp(struct event_base *base, const char *address, struct http_patience p, http_fn fn, void *ctx, struct err *e);
/* The path of its Unix socket still leads to it: somebody may remove it, or put something else there. True over TCP. */
bool http_in_place(const struct http *h);
/* NULL is accepted. */
void http_free(struct http *h);

#endif
