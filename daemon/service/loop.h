/* SPDX-License-Identifier: EUPL-1.2 */
/* The event loop of the service, in the few words it needs; http*.c apart the only file of this room that sees libevent.
 */
#ifndef SCRUTATEUR_LOOP_H
#define SCRUTATEUR_LOOP_H

#include "str.h"

struct event_base;
struct alarm; /* a timer, a readable descriptor or a signal */
typedef void (*loop_fn)(void *ctx);

struct event_base *loop_new(void);
/* Until loop_break. */
void loop_run(struct event_base *base);
void loop_break(struct event_base *base);
void loop_free(struct event_base *base);

/* Not set at first. */
struct alarm *alarm_timer(struct event_base *base, loop_fn fn, void *ctx);
/* Heard from now on. */
struct alarm *alarm_readable(struct event_base *base, int fd, loop_fn fn, void *ctx);
struct alarm *alarm_signal(struct event_base *base, int signal, loop_fn fn, void *ctx);
/* A timer, set or set again. */
void alarm_after(struct alarm *a, int64_t ms);
/* Set only if it would otherwise ring later. */
void alarm_within(struct alarm *a, int64_t ms);
void alarm_off(struct alarm *a);
/* NULL is accepted. */
void alarm_free(struct alarm *a);

#endif
