/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: whether what was cut as one acte holds one matter. */
#ifndef SCRUTATEUR_MATTERS_PRIV_H
#define SCRUTATEUR_MATTERS_PRIV_H

#include "reader_priv.h"

/* A title, who reports and another decision stand behind the first vote of an acte (second_matter.c; its votes are read). */
bool second_matter(const struct reader *rd, size_t acte);
/* An amount in it may be of another matter: nothing cuts these minutes, or it stands behind the vote of a part that a title cut (its votes and amounts are read). */
bool lends_amounts(struct reader *rd, size_t acte);
/* "1. Le conseil, à l'unanimité, adopte le procès-verbal. 2. Décisions du maire : Objet : … Vu …": of a paper that was not cut, the last minutes alone are
 * voted, and what an acte opens with stands behind. */
bool votes_the_minutes_first(const struct reader *rd, size_t acte);
/* A number, a title or a label of another matter stands between the votes of an acte (two_matters.c; its votes are read); the approval
 * of the last minutes is one that lends the others nothing but its déports. */
bool votes_of_two_matters(const struct reader *rd, size_t acte, bool minutes_too);

#endif
