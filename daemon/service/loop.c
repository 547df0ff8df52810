/* SPDX-License-Identifier: EUPL-1.2 */
/* libevent, wrapped thin: running out of memory aborts (crash-only), callbacks get their context and nothing else. */
#include "loop.h"
#include "clock.h"

#include <event2/event.h>
#include <stdlib.h>

struct alarm {
	struct event *ev;
	loop_fn fn;
	void *ctx;
	int64_t due_ms;
};

struct event_base *loop_new(void)
{
	struct event_base *base = event_base_new();

	if (base == NULL)
		abort();
	return base;
}

void loop_run(struct event_base *base)
{
	if (event_base_dispatch(base) < 0)
		abort();
}

void loop_break(struct event_base *base)
{
	event_base_loopbreak(base);
}

void loop_free(struct event_base *base)
{
	event_base_free(base);
}

static void on_event(evutil_socket_t fd, short what, void *arg)
{
	const struct alarm *a = arg;

	(void)fd, (void)what;
	a->fn(a->ctx);
}

static struct alarm *alarm_new(struct event_base *base, int fd, short what, loop_fn fn, void *ctx)
{
	struct alarm *a = calloc(1, sizeof *a);

	if (a == NULL)
		abort();
	a->fn = fn;
	a->ctx = ctx;
	a->ev = event_new(base, fd, what, on_event, a);
	if (a->ev == NULL || (what != 0 && event_add(a->ev, NULL) != 0))
		abort();
	return a;
}

struct alarm *alarm_timer(struct event_base *base, loop_fn fn, void *ctx)
{
	return alarm_new(base, -1, 0, fn, ctx);
}

struct alarm *alarm_readable(struct event_base *base, int fd, loop_fn fn, void *ctx)
{
	return alarm_new(base, fd, EV_READ | EV_PERSIST, fn, ctx);
}

struct alarm *alarm_signal(struct event_base *base, int signal, loop_fn fn, void *ctx)
{
	return alarm_new(base, signal, EV_SIGNAL | EV_PERSIST, fn, ctx);
}

void alarm_after(struct alarm *a, int64_t ms)
{
	const struct timeval tv = { .tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000 };

	a->due_ms = clock_ms() + ms;
	event_add(a->ev, &tv);
}

void alarm_within(struct alarm *a, int64_t ms)
{
	if (!event_pending(a->ev, EV_TIMEOUT, NULL) || a->due_ms > clock_ms() + ms)
		alarm_after(a, ms);
}

void alarm_off(struct alarm *a)
{
	event_del(a->ev);
}

void alarm_free(struct alarm *a)
{
	if (a == NULL)
		return;
	event_free(a->ev);
	free(a);
}
