/* SPDX-License-Identifier: EUPL-1.2 */
/* An older ledger, put back from a backup: found by who knows what was told since (service/ahead.h). Failures as in ledger.h. */
#ifndef SCRUTATEUR_BEHIND_H
#define SCRUTATEUR_BEHIND_H

#include "ledger.h"

struct ledger_last {
	int64_t seq; /* of the last record, 0: none yet */
	int64_t received_us; /* the last document; 0: none yet */
	char id[37];
	bool behind; /* ledger_skip_to was called of it */
};
/* Read only, whoever may be writing. */
bool ledger_last(const char *path, struct ledger_last *ret, struct err *e);
/* The next record has the number behind `seq` and names `prev`; those between are noted as lost. */
bool ledger_skip_to(struct ledger *l, int64_t seq, const char *prev, struct err *e);

#endif
