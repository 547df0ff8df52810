/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to ballots.c and far_result.c: a result that stands away from its tally. */
#ifndef SCRUTATEUR_BALLOTS_PRIV_H
#define SCRUTATEUR_BALLOTS_PRIV_H

#include "votes_priv.h"

/* Of two results that agree, the one that says more: a majority or unanimity, else `a`. */
struct formula *formula_plainer(struct formula *a, struct formula *b);
/* The only result of an acte of one deliberation, and its only tally, when they are surely of one vote. */
void far_result_bind(const struct reader *rd, const struct acte_parts *p, struct formulas *fs, struct ballots *bs);

#endif
