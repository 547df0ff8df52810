/* SPDX-License-Identifier: EUPL-1.2 */
/* The documents of the state directory, by its files alone: for a ledger made anew. */
#ifndef SCRUTATEUR_INVENTORY_H
#define SCRUTATEUR_INVENTORY_H

#include "spool.h"

/* `d` has what its file, its side files, its annexes and, in quarantine, its note tell. A name that nothing tells is that of the spool. `waits`: it is in
 * attente, and no note says that it was refused; `refusal`: it is or was to go to quarantine for that. `d` lives until `fn` returns. */
typedef bool (*inventory_fn)(void *ctx, const struct ledger_document *d, bool waits, const char *refusal, struct err *e);
/* In the order in which they came. *ret_n: how many. Strangers (quarantaine/egare, names that are not ours) are passed over. */
bool inventory_walk(const struct spool *s, inventory_fn fn, void *ctx, unsigned *ret_n, struct err *e);
/* Back to attente from archive, or from quarantine, whose note goes; side files first, synced: its end was told to nobody. */
bool inventory_wait_again(const struct spool *s, const char *name, const char *refusal, struct err *e);

#endif
