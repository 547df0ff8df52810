/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules over time, in the ledger: since when a text serves, where it hit its limits, what an exception covered. `sha256` is of the rule's
 * text: another text begins anew. Failures as in ledger.h. */
#ifndef SCRUTATEUR_LEDGER_RULES_H
#define SCRUTATEUR_LEDGER_RULES_H

#include "ledger.h"

/* This text is in service; *ret_since_us: since when (now, unless it was already the last one). */
bool ledger_in_service(struct ledger *l, const char *rule, const char *sha256, const char *version, int64_t *ret_since_us,
		       struct err *e);
/* It hit a limit on a document (by its hash: the same bytes count once). *ret_n: documents so far. */
bool ledger_strike(struct ledger *l, const char *rule, const char *sha256, const char *document, const char *why, unsigned *ret_n,
		   struct err *e);
bool ledger_strikes(struct ledger *l, const char *rule, const char *sha256, unsigned *ret_n, struct err *e);
/* A person takes the risk: what the rule hit so far counts no more. *ret_n: how many strikes that were. */
bool ledger_lift(struct ledger *l, const char *rule, unsigned *ret_n, struct err *e);
/* How many documents have an alert under this exception. */
bool ledger_exempted(struct ledger *l, const char *exception, int64_t *ret_n, struct err *e);

#endif
