/* SPDX-License-Identifier: EUPL-1.2 */
/* What is told on which path. Gathered anew for each that asks: http.h lets few ask. */
#include <string.h>

#include "http.h"
#include "status_priv.h"

static void put(struct http_answer *ret, const char *type, const struct status *st, void (*write)(const struct status *, struct buf *))
{
	ret->type = type;
	write(st, &ret->body);
}

static void on_asked(void *ctx, const char *path, struct http_answer *ret)
{
	const struct supervisor *s = ctx;
	struct status st;
	struct arena a;

	arena_init(&a, 4 * MIB);
	status_gather(s, &a, &st);
	if (strcmp(path, "/") == 0) {
		put(ret, "text/html; charset=utf-8", &st, status_page);
	} else if (strcmp(path, STATUS_PATH) == 0) {
		put(ret, "application/json", &st, status_json);
	} else if (strcmp(path, "/metrics") == 0) {
		put(ret, "text/plain; version=0.0.4; charset=utf-8", &st, status_metrics);
	} else if (strcmp(path, "/sante") == 0) {
		put(ret, "text/plain; charset=utf-8", &st, status_probe);
		ret->status = st.faults_n == 0 ? 200 : 503;
	} else {
		ret->status = 404;
		buf_c(&ret->body, "rien ici : /, /sante, /metrics, " STATUS_PATH "\n");
	}
	arena_done(&a);
}

static bool same(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void told(struct supervisor *s, const struct http *h, const char *where, const struct err *e)
{
	char why[700];

	if (h == NULL)
		fact(s, NEWS_WARNING, EVENT_SERVICE, "supervision", NULL, "personne ne pourra demander comment va le service sur %s : %s", where,
		     err_text(e, why, sizeof why));
}

static void listen_again(struct supervisor *s, const struct conf *c, struct err *e)
{
	http_free(s->supervision[0]);
	s->supervision[0] = http_unix(s->base, c->supervision.socket, (unsigned)c->supervision.mode, c->supervision.groupe, HTTP_PATIENCE, on_asked, s, e);
}

static void open_socket(struct supervisor *s, const struct conf *c)
{
	struct err e = { 0 };

	if (c->supervision.socket == NULL) {
		http_free(s->supervision[0]);
		s->supervision[0] = NULL;
		return;
	}
	listen_again(s, c, &e);
	told(s, s->supervision[0], c->supervision.socket, &e);
}

static void open_loopback(struct supervisor *s, const struct conf *c)
{
	struct err e = { 0 };

	http_free(s->supervision[1]);
	s->supervision[1] = NULL;
	if (c->supervision.tcp == NULL)
		return;
	s->supervision[1] = http_tcp(s->base, c->supervision.tcp, HTTP_PATIENCE, on_asked, s, &e);
	told(s, s->supervision[1], c->supervision.tcp, &e);
}

void status_open(struct supervisor *s, const struct conf *old)
{
	const struct conf *c = &s->now->c;

	/* What could not be opened is tried again. */
	if (old == NULL || s->supervision[0] == NULL || !same(old->supervision.socket, c->supervision.socket) ||
	    old->supervision.mode != c->supervision.mode || !same(old->supervision.groupe, c->supervision.groupe))
		open_socket(s, c);
	if (old == NULL || s->supervision[1] == NULL || !same(old->supervision.tcp, c->supervision.tcp))
		open_loopback(s, c);
}

void status_look(struct supervisor *s)
{
	const struct conf *c = &s->now->c;
	const bool was_there = s->supervision[0] != NULL;
	struct err e = { 0 };

	if (c->supervision.socket == NULL || (was_there && http_in_place(s->supervision[0])))
		return;
	listen_again(s, c, &e);
	if (s->supervision[0] != NULL)
		fact(s, NEWS_NOTICE, EVENT_SERVICE, "supervision", NULL, was_there ? "la socket %s n'était plus là : elle est refaite" : "on peut de nouveau demander comment va le service sur %s",
		     c->supervision.socket);
	else if (was_there)
		told(s, NULL, c->supervision.socket, &e);
}

void status_close(struct supervisor *s)
{
	for (size_t i = 0; i < sizeof s->supervision / sizeof *s->supervision; i++) {
		http_free(s->supervision[i]);
		s->supervision[i] = NULL;
	}
}
