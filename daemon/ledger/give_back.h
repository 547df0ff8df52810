/* SPDX-License-Identifier: EUPL-1.2 */
/* Documents of the quarantine that a person puts back: they are judged as if they had just come, and what was said of them stays written.
 * The service may run: both write to the ledger, each in transactions of its own.
 */
#ifndef SCRUTATEUR_GIVE_BACK_H
#define SCRUTATEUR_GIVE_BACK_H

#include "ledger.h"

/* Refused documents whose reason, name in the drop or name in the spool is `what`, oldest first. `fn` must not call the ledger. */
typedef void (*ledger_refused_fn)(void *ctx, const struct ledger_document *d, const char *reason);
bool ledger_refused(struct ledger *l, const char *what, ledger_refused_fn fn, void *ctx, struct err *e);
/* It waits again, without an attempt. Its file must be in attente/ already. ERR_STATE: it is not refused. `p` is the record that says so, for
 * the sinks of the mask, in the same transaction. */
bool ledger_give_back(struct ledger *l, int64_t id, const struct record_parts *p, unsigned sinks, struct err *e);

#endif
