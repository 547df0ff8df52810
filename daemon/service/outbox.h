/* SPDX-License-Identifier: EUPL-1.2 */
/* From the ledger's outbox to the sinks: in order, at least once, forgotten only when synced. A sink that fails is
 * closed, tried again with a growing pause, and said once when it starts to fail and once when it works again. The same when
 * the ledger does not take down what a sink has taken: it gets the same lines again.
 */
#ifndef SCRUTATEUR_OUTBOX_H
#define SCRUTATEUR_OUTBOX_H

#include "conf.h"
#include "ledger.h"

struct alarm;
struct event_base;

enum outlet_trouble { OUTLET_WORKS, OUTLET_SINK_FAILS, OUTLET_LEDGER_FAILS, OUTLET_LOSS };
struct outlet {
	bool wanted;
	enum outlet_trouble trouble;
	struct sink *sink; /* NULL until the first delivery, and after a failure */
	int64_t pause_ms, not_before_ms;
};
/* `why` is NULL when it works again, and `trouble` what it was. OUTLET_LOSS is none, and is told each time: what was delivered there is there no more. */
typedef void (*outbox_changed_fn)(void *ctx, enum sink_kind k, enum outlet_trouble trouble, const char *why);
struct outbox {
	struct ledger *ledger;
	struct alarm *timer;
	struct outlet at[SINK_KINDS];
	char *path;
	void *ctx;
	outbox_changed_fn changed;
};

void outbox_init(struct outbox *o, struct event_base *base, struct ledger *l, void *ctx, outbox_changed_fn changed);
/* Which sinks, and where: also after a reload. */
void outbox_configure(struct outbox *o, const struct conf *c);
/* Mask for ledger_judge and ledger_event. */
unsigned outbox_mask(const struct outbox *o);
/* Something is due: deliver in a moment, so that a burst shares one sync. */
void outbox_soon(struct outbox *o);
/* Deliver all that is due now; what fails stays for the next start. */
void outbox_drain(struct outbox *o);
void outbox_done(struct outbox *o);

#endif
