/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: a result that stands away from its tally. */
#ifndef SCRUTATEUR_BALLOTS_PRIV_H
#define SCRUTATEUR_BALLOTS_PRIV_H

#include "votes_priv.h"

/* Of two results that agree, the one that says more: a majority or unanimity, else `a`. */
struct formula *formula_plainer(struct formula *a, struct formula *b);
/* The only result of an acte of one deliberation, and its only tally, when they are surely of one vote. */
void far_result_bind(const struct reader *rd, const struct acte_parts *p, struct formulas *fs, struct ballots *bs);
size_t past_the_blanks(const struct reader *rd, size_t i); /* "… et 1 bulletin blanc", or i */
bool result_allows(const struct formula *f, const struct tally *t); /* no voices against a unanimity */
/* A sentence or line that begins at token k is what the assembly decides besides, or the label of the vote: no title, nor who presents the next matter. */
bool says_no_other_matter(const struct reader *rd, size_t k);
bool no_other_matter_between(const struct reader *rd, size_t from, size_t to); /* no title, of whatever kind */
bool tally_printed_twice(const struct tallies *ts, size_t i); /* "Pour : 12 Contre : 0 Abstention : 0" above the act, and at its end */
/* A vote told and then recorded is one (recorded_votes.c). */
void votes_recorded(struct reader *rd, const struct formulas *fs, struct ballots *bs);
/* "Le conseil municipal, par 12 voix pour": the assembly is who does it, in the sentence before token i. */
bool assembly_does(const struct reader *rd, size_t i, size_t floor);

#endif
