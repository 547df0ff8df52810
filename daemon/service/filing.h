/* SPDX-License-Identifier: EUPL-1.2 */
/* Decided documents go to the archive or the quarantine, now or when that is possible again. */
#ifndef SCRUTATEUR_FILING_H
#define SCRUTATEUR_FILING_H

#include <stddef.h>

struct decision;
struct supervisor;

/* Those that the ledger took. */
void filing_all(struct supervisor *s, struct decision *const *all, size_t n);
/* Those that could not be moved, once more; and how many these are. */
void filing_again(struct supervisor *s);
unsigned filing_waits(const struct supervisor *s);
/* The next start moves them. */
void filing_end(struct supervisor *s);

#endif
