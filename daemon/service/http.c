/* SPDX-License-Identifier: EUPL-1.2 */
/* libevent's HTTP server behind listeners of ours. It knows no limit on connections and none on the whole time of one (a byte a second
 * keeps it content), so each connection holds a place, by a reference to its bufferevent: one that the server has let go has no callbacks any
 * more. With all places taken the listener is off and clients wait in the kernel. Places are looked at every SWEEP_MS, which is also what
 * keeps somebody who asks without pause from taking the loop for himself.
 */
#include "http.h"

#include <arpa/inet.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/keyvalq_struct.h>
#include <event2/listener.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bounds.h"
#include "clock.h"
#include "http_listen.h"
#include "loop.h"

#define SWEEP_MS 50

struct place {
	struct bufferevent *connection; /* NULL: free */
	int64_t end_ms;
};
struct http {
	struct evhttp *server;
	struct evconnlistener *listener;
	struct alarm *sweep;
	struct place places[LIMIT_HTTP_CONNECTIONS];
	unsigned taken;
	http_fn fn;
	void *ctx;
	bool loopback;
	struct http_patience patience;
	struct http_socket socket;
};

static bool let_go(struct bufferevent *b)
{
	bufferevent_data_cb reads, writes;
	bufferevent_event_cb events;
	void *ctx;

	bufferevent_getcb(b, &reads, &writes, &events, &ctx);
	return reads == NULL && writes == NULL && events == NULL;
}

static void free_place(struct http *h, struct place *p)
{
	bufferevent_decref(p->connection);
	*p = (struct place){ 0 };
	h->taken--;
}

static void on_sweep(void *ctx)
{
	struct http *h = ctx;
	const int64_t now = clock_ms();

	for (size_t i = 0; i < LIMIT_HTTP_CONNECTIONS; i++) {
		struct place *p = &h->places[i];
		if (p->connection == NULL)
			continue;
		if (let_go(p->connection))
			free_place(h, p);
		else if (now > p->end_ms) /* the server sees its end, and lets it go */
			(void)shutdown(bufferevent_getfd(p->connection), SHUT_RDWR);
	}
	if (h->taken < LIMIT_HTTP_CONNECTIONS)
		(void)evconnlistener_enable(h->listener);
	if (h->taken > 0)
		alarm_after(h->sweep, SWEEP_MS);
}

static struct bufferevent *on_connection(struct event_base *base, void *ctx)
{
	struct http *h = ctx;
	struct bufferevent *b = bufferevent_socket_new(base, -1, BEV_OPT_CLOSE_ON_FREE);

	if (b == NULL)
		abort();
	for (size_t i = 0; i < LIMIT_HTTP_CONNECTIONS; i++) {
		if (h->places[i].connection != NULL)
			continue;
		bufferevent_incref(b);
		h->places[i] = (struct place){ b, clock_ms() + h->patience.total_ms };
		h->taken++;
		break;
	}
	if (h->taken == LIMIT_HTTP_CONNECTIONS)
		(void)evconnlistener_disable(h->listener);
	alarm_within(h->sweep, SWEEP_MS);
	return b;
}

static bool is_port(const char *s)
{
	return *s == '\0' || (*s == ':' && strspn(s + 1, "0123456789") == strlen(s + 1));
}

/* "localhost", "[::1]", any 127.x.y.z, with or without a port. A name that only begins so may be anybody's. */
static bool names_loopback(const char *host)
{
	const size_t n = host != NULL ? strcspn(host, ":") : 0;
	char address[INET_ADDRSTRLEN];
	struct in_addr in;

	if (host == NULL || !is_port(host[0] == '[' ? host + strcspn(host, "]") + (strchr(host, ']') != NULL) : host + n))
		return false;
	if (strncasecmp(host, "[::1]", 5) == 0 || (n == 9 && strncasecmp(host, "localhost", n) == 0))
		return true;
	snprintf(address, sizeof address, "%.*s", (int)(n < sizeof address ? n : 0), host);
	return inet_pton(AF_INET, address, &in) == 1 && ntohl(in.s_addr) >> 24 == 127;
}

static bool has_body(const struct evkeyvalq *in)
{
	const char *length = evhttp_find_header(in, "Content-Length");

	return evhttp_find_header(in, "Transfer-Encoding") != NULL || (length != NULL && strcmp(length, "0") != 0);
}

/* 0, or the status of a refusal. */
static int refusal(const struct http *h, struct evhttp_request *req)
{
	const enum evhttp_cmd_type method = evhttp_request_get_command(req);
	const struct evkeyvalq *in = evhttp_request_get_input_headers(req);

	if (method != EVHTTP_REQ_GET && method != EVHTTP_REQ_HEAD)
		return 405;
	if (has_body(in))
		return 413;
	return h->loopback && !names_loopback(evhttp_find_header(in, "Host")) ? 403 : 0;
}

static void answer(const struct http *h, struct evhttp_request *req, struct http_answer *ret)
{
	const struct evhttp_uri *uri = evhttp_request_get_evhttp_uri(req);
	const char *path = uri != NULL ? evhttp_uri_get_path(uri) : NULL;

	const int refused = refusal(h, req);

	if (refused != 0) {
		ret->status = refused;
		buf_printf(&ret->body, "%s\n", refused == 405 ? "seulement GET et HEAD" : refused == 413 ? "sans corps" : "hôte inconnu");
	} else {
		h->fn(h->ctx, path != NULL ? path : "", ret);
	}
	if (ret->body.full) { /* half an answer is worse than none */
		buf_clear(&ret->body);
		ret->status = 500;
	}
}

static void put_headers(struct evkeyvalq *out, const struct http_answer *a)
{
	static const char *const fixed[][2] = {
		{ "Connection", "close" },
		{ "X-Content-Type-Options", "nosniff" },
		{ "Cache-Control", "no-store" },
		{ "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" },
		{ "Referrer-Policy", "no-referrer" },
	};
	char length[24];

	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		(void)evhttp_add_header(out, fixed[i][0], fixed[i][1]);
	(void)evhttp_add_header(out, "Content-Type", a->type);
	if (a->status == 405)
		(void)evhttp_add_header(out, "Allow", "GET, HEAD");
	snprintf(length, sizeof length, "%zu", a->body.n);
	(void)evhttp_add_header(out, "Content-Length", length);
}

static void on_request(struct evhttp_request *req, void *ctx)
{
	const struct http *h = ctx;
	struct http_answer a = { .status = 200, .type = "text/plain; charset=utf-8" };
	struct evbuffer *body = evbuffer_new();

	if (body == NULL)
		abort();
	buf_init(&a.body, LIMIT_HTTP_ANSWER);
	answer(h, req, &a);
	put_headers(evhttp_request_get_output_headers(req), &a);
	if (evhttp_request_get_command(req) != EVHTTP_REQ_HEAD)
		(void)evbuffer_add(body, a.body.p, a.body.n);
	evhttp_send_reply(req, a.status, NULL, body);
	evbuffer_free(body);
	buf_done(&a.body);
}

/* Everything is let through to on_request but what has a body, for the server's own refusals know neither our headers nor French. */
#define METHODS \
	(EVHTTP_REQ_GET | EVHTTP_REQ_HEAD | EVHTTP_REQ_POST | EVHTTP_REQ_PUT | EVHTTP_REQ_DELETE | EVHTTP_REQ_OPTIONS | EVHTTP_REQ_TRACE | EVHTTP_REQ_PATCH)

static struct http *serve(struct event_base *base, const struct http_socket *socket, struct http_patience p, http_fn fn, void *ctx)
{
	struct http *h = calloc(1, sizeof *h);

	if (h == NULL)
		abort();
	*h = (struct http){ .fn = fn, .ctx = ctx, .patience = p, .socket = *socket, .loopback = socket->path == NULL };
	h->server = evhttp_new(base);
	h->listener = evconnlistener_new(base, NULL, NULL, LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC, 0, socket->fd);
	if (h->server == NULL || h->listener == NULL || evhttp_bind_listener(h->server, h->listener) == NULL)
		abort();
	evhttp_set_max_headers_size(h->server, LIMIT_HTTP_HEADERS);
	evhttp_set_max_body_size(h->server, 0);
	evhttp_set_timeout(h->server, p.idle_s);
	evhttp_set_allowed_methods(h->server, METHODS);
	evhttp_set_bevcb(h->server, on_connection, h);
	evhttp_set_gencb(h->server, on_request, h);
	h->sweep = alarm_timer(base, on_sweep, h);
	return h;
}

struct http *http_unix(struct event_base *base, const char *path, unsigned mode, const char *group, struct http_patience p, http_fn fn, void *ctx,
		       struct err *e)
{
	struct http_socket s;

	return http_listen_unix(path, mode, group, &s, e) ? serve(base, &s, p, fn, ctx) : NULL;
}

struct http *http_tcp(struct event_base *base, const char *address, struct http_patience p, http_fn fn, void *ctx, struct err *e)
{
	struct http_socket s;

	return http_listen_tcp(address, &s, e) ? serve(base, &s, p, fn, ctx) : NULL;
}

bool http_in_place(const struct http *h)
{
	return h->loopback || http_socket_in_place(&h->socket);
}

void http_free(struct http *h)
{
	if (h == NULL)
		return;
	http_unlink(&h->socket);
	evhttp_free(h->server); /* and the listener, and the connections but for our reference */
	for (size_t i = 0; i < LIMIT_HTTP_CONNECTIONS; i++)
		if (h->places[i].connection != NULL)
			free_place(h, &h->places[i]);
	alarm_free(h->sweep);
	free(h);
}
