/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the readers of votes (formula.c, vote_doubts.c): is the word "unanimité" the result of the vote? (whose_unanimity.c) */
#ifndef SCRUTATEUR_UNANIMITY_PRIV_H
#define SCRUTATEUR_UNANIMITY_PRIV_H

#include "votes_priv.h"

/* The words from token i to `next` are no result: "aurait souhaité l'unanimité", "à l'unanimité de lever la séance". */
bool unanimity_of_no_vote(const struct reader *rd, size_t i, size_t next);
/* Voices against, and a unanimity that is not surely of this vote: the result is unread. */
void doubt_whose_unanimity(struct reader *rd, struct vote *v, const struct ballot *b);

#endif
