/* SPDX-License-Identifier: EUPL-1.2 */
/* How many findings of one document are told. Each verdict is counted apart, so that what could not be verified of the first actes never takes
 * the place of an anomaly of the last: an answer that fills up leaves out the quiet verdicts first, then the open ones, and keeps room for
 * LIMIT_FINDINGS anomalies. What a rule finds on one acte is told as a whole or not at all: an alert of which only some occurrences
 * came again would be lifted.
 */
#ifndef SCRUTATEUR_FINDINGS_CUT_H
#define SCRUTATEUR_FINDINGS_CUT_H

#include "finding.h"

struct findings_cut {
	unsigned told[5], cut[5]; /* by enum verdict */
	size_t first[5];          /* the acte of the first that was cut */
	const struct rule_info *rule; /* of the finding before, and what became of it */
	size_t acte;
	bool took;
};
/* Is this finding told, in an answer that has `bytes` so far? */
bool findings_cut_takes(struct findings_cut *c, const struct finding *f, size_t bytes);
/* Of the conforme and sans_objet: they are counted, and nobody misses them. */
unsigned findings_cut_quiet(const struct findings_cut *c);
/* What a person must know was cut, from which acte on, and where it is to be seen; empty: nothing. */
struct str findings_cut_sentence(struct arena *a, const struct findings_cut *c, size_t actes);

#endif
