/* SPDX-License-Identifier: EUPL-1.2 */
/* Is the file of alerts ahead of the ledger? Then that is an older one, put back from a backup: what was received and told since is unknown to it. */
#ifndef SCRUTATEUR_AHEAD_H
#define SCRUTATEUR_AHEAD_H

#include "behind.h"
#include "hash.h"

struct ahead {
	int64_t seq;		/* of the file's last record; 0: the file is not ahead */
	char prev[DIGEST_HEX]; /* its hash */
	bool of_nothing;	/* the file holds records and the ledger has told none: the whole state directory was wiped, or another put in its place */
};
/* Only a file that goes on where the ledger ends, or is all newer (a rotation), counts: another service's says nothing. What cannot be read is no proof. */
void ahead_look(const char *file, const struct ledger_last *last, struct ahead *ret);

#endif
