/* SPDX-License-Identifier: EUPL-1.2 */
/* Two texts drawn from one document, each read: what both read, and read differently, is not claimed. */
#ifndef SCRUTATEUR_AGREEMENT_H
#define SCRUTATEUR_AGREEMENT_H

#include "model.h"

/* A copy of `kept` in `a` (where `kept` lives), in which every field that `other` contradicts is AMBIGU, with both
 * values as candidates: the one of `kept` with its place, the other's without, for it stands in another text. A field is
 * contradicted when both are LU with another value, or when `kept` says ABSENT what `other` read. White space, case and
 * the order of a list make no other value.
 *
 * All fields of the séance are compared; those of the actes when both readings have as many actes, those of the votes
 * when the acte has as many votes in both. Otherwise there is nothing to set against one another, and they stay as `kept`
 * has them; who is present for an acte follows the séance's lists in any case. The sentence of a formula is not compared,
 * its meaning is. `other` may die afterwards.
 * The arena's trap is the caller's. */
const struct reading *reading_agreed(struct arena *a, const struct reading *kept, const struct reading *other);

#endif
