/* SPDX-License-Identifier: EUPL-1.2 */
/* The walk is bounded per turn of the loop, so that a long backlog after a full disk does not delay signals and
 * children. Decided against: delivering from inside the judgement (a slow syslog would hold the next document), and
 * dropping anything, ever.
 */
#include "outbox.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "loop.h"

#define BATCH 256
#define SOON_MS 15
#define IDLE_MS 5000
#define PAUSE_FIRST_MS 250
#define PAUSE_MAX_MS 60000

struct walk {
	struct outlet *at;
	int64_t last;
	int n;
	bool failed;
	struct err e;
};

static bool deliver_one(void *ctx, int64_t seq, const struct sink_record *r)
{
	struct walk *w = ctx;

	if (!sink_deliver(w->at->sink, r, &w->e)) {
		w->failed = true;
		return false;
	}
	w->last = seq;
	w->n++;
	return true;
}

static void fails(struct outbox *o, enum sink_kind k, enum outlet_trouble trouble, const struct err *e)
{
	struct outlet *at = &o->at[k];
	char why[700];

	sink_close(at->sink);
	at->sink = NULL;
	at->pause_ms = at->pause_ms == 0		 ? PAUSE_FIRST_MS
		       : at->pause_ms * 2 < PAUSE_MAX_MS ? at->pause_ms * 2
							 : PAUSE_MAX_MS;
	at->not_before_ms = clock_ms() + at->pause_ms;
	if (at->trouble == trouble)
		return;
	at->trouble = trouble;
	o->changed(o->ctx, k, trouble, err_text(e, why, sizeof why));
}

static void works(struct outbox *o, enum sink_kind k)
{
	struct outlet *at = &o->at[k];

	const enum outlet_trouble was = at->trouble;

	at->pause_ms = 0;
	at->trouble = OUTLET_WORKS;
	if (was != OUTLET_WORKS)
		o->changed(o->ctx, k, was, NULL);
}

/* What was taken before a failure counts: it is synced and taken down like the rest. */
static bool delivered(struct outbox *o, enum sink_kind k, struct walk *w)
{
	struct err e;

	if (!sink_sync(w->at->sink, &e)) {
		w->e = w->failed ? w->e : e;
		w->failed = true;
		return false;
	}
	if (ledger_delivered(o->ledger, k, w->last, &e))
		return true;
	if (!w->failed)
		fails(o, k, OUTLET_LEDGER_FAILS, &e);
	return false;
}

static void say_loss(struct outbox *o, enum sink_kind k)
{
	const char *loss = sink_loss(o->at[k].sink);

	if (loss != NULL)
		o->changed(o->ctx, k, OUTLET_LOSS, loss);
}

/* True when there may be more to deliver at once. */
static bool pump(struct outbox *o, enum sink_kind k)
{
	struct walk w = { .at = &o->at[k] };
	struct err e;

	if (!w.at->wanted || clock_ms() < w.at->not_before_ms)
		return false;
	if (w.at->sink == NULL && (w.at->sink = sink_open(k, o->path, &e)) == NULL) {
		fails(o, k, OUTLET_SINK_FAILS, &e);
		return false;
	}
	if (!ledger_due(o->ledger, k, BATCH, deliver_one, &w, &e))
		return false;
	say_loss(o, k);
	const bool marked = w.n == 0 || delivered(o, k, &w);
	if (w.failed)
		fails(o, k, OUTLET_SINK_FAILS, &w.e);
	else if (marked && w.n > 0)
		works(o, k);
	return marked && !w.failed && w.n == BATCH;
}

static bool pump_all(struct outbox *o)
{
	bool more = false;

	for (enum sink_kind k = 0; k < SINK_KINDS; k++)
		more |= pump(o, k);
	return more;
}

static int64_t next_ms(const struct outbox *o)
{
	int64_t now = clock_ms(), wait = IDLE_MS;

	for (int k = 0; k < SINK_KINDS; k++)
		if (o->at[k].trouble != OUTLET_WORKS && o->at[k].not_before_ms - now < wait)
			wait = o->at[k].not_before_ms > now ? o->at[k].not_before_ms - now : 0;
	return wait;
}

static void on_timer(void *ctx)
{
	struct outbox *o = ctx;

	/* Within: a sink that changed has itself said something that is due soon. */
	const bool more = pump_all(o);
	alarm_within(o->timer, more ? 0 : next_ms(o));
}

void outbox_init(struct outbox *o, struct event_base *base, struct ledger *l, void *ctx, outbox_changed_fn changed)
{
	memset(o, 0, sizeof *o);
	o->ledger = l;
	o->ctx = ctx;
	o->changed = changed;
	o->timer = alarm_timer(base, on_timer, o);
}

static void close_all(struct outbox *o)
{
	for (int k = 0; k < SINK_KINDS; k++) {
		if (o->at[k].sink != NULL)
			sink_close(o->at[k].sink);
		o->at[k] = (struct outlet){ 0 };
	}
	free(o->path);
	o->path = NULL;
}

void outbox_configure(struct outbox *o, const struct conf *c)
{
	/* What was said before the change belongs where it was promised. */
	outbox_drain(o);
	close_all(o);
	o->at[SINK_FICHIER].wanted = c->alertes.fichier != NULL;
	o->at[SINK_JOURNAL].wanted = c->alertes.journal;
	o->at[SINK_SYSLOG].wanted = c->alertes.syslog;
	if (c->alertes.fichier != NULL && (o->path = strdup(c->alertes.fichier)) == NULL)
		abort();
	outbox_soon(o);
}

unsigned outbox_mask(const struct outbox *o)
{
	unsigned mask = 0;

	for (int k = 0; k < SINK_KINDS; k++)
		mask |= (unsigned)o->at[k].wanted << k;
	return mask;
}

void outbox_soon(struct outbox *o)
{
	alarm_within(o->timer, SOON_MS);
}

void outbox_drain(struct outbox *o)
{
	for (int k = 0; k < SINK_KINDS; k++)
		o->at[k].not_before_ms = 0;
	while (pump_all(o))
		continue;
}

void outbox_done(struct outbox *o)
{
	close_all(o);
	alarm_free(o->timer);
	o->timer = NULL;
}
