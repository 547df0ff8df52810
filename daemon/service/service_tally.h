/* SPDX-License-Identifier: EUPL-1.2 */
/* What the service did since it began, counted in memory: the ledger has all of it, but not at hand. */
#ifndef SCRUTATEUR_SERVICE_TALLY_H
#define SCRUTATEUR_SERVICE_TALLY_H

#include "bounds.h"
#include "record.h"

#define TALLY_REASONS 32
struct tally {
	uint64_t judged, refused, repeated;
	struct { char rule[128]; uint64_t n[5]; } rules[2 * LIMIT_RULES]; /* by enum verdict; rules come and go */
	size_t rules_n;
	struct { char word[64]; uint64_t n; } reasons[TALLY_REASONS];
	size_t reasons_n;
};

/* One document that the ledger took: its parts, or the word it was refused with (NULL: it was not). */
void tally_add(struct tally *t, const struct record_parts *parts, size_t n, const char *refusal, bool repeat);

#endif
