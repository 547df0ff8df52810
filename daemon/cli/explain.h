/* SPDX-License-Identifier: EUPL-1.2 */
/* `expliquer`: everything about one document, for a person or as JSON. Made in the sealed child that read and judged it. */
#ifndef SCRUTATEUR_EXPLAIN_H
#define SCRUTATEUR_EXPLAIN_H

#include "extract.h"
#include "model.h"
#include "pen.h"
#include "ruleset.h"

#define EXPLAIN_ALL ((size_t)-1)
struct explanation {
	struct arena *a;
	const char *path;          /* as given on the command line */
	struct str raw;            /* the file as received */
	const struct extraction *drawn;
	const struct ruleset *rules;
	const struct reading *r;
	size_t acte;               /* the only one wanted, or EXPLAIN_ALL: of its séance nothing then */
	bool une_regle;            /* one rule is wanted: nothing is told that it did not read */
	bool tout;                 /* of several actes, everything of each */
	struct { struct finding *at; size_t n, cap; } found; /* as judged, what is wanted */
};

/* What was taken in, what stands out (of several actes), the séance and each acte with its fields, then its rules: each with
 * verdict, message, what it read, the dated values, the law, the passages. Of several actes, what is no
 * anomaly is told in one line, unless `tout`. What several anomalies of a rule on an acte rest on is told with the first. */
void explain_page(const struct explanation *x, struct look look, struct buf *out);
/* `scrutateur-explication/1.0`: document, lecture (the contract of `lire --json`), verdicts. One line. */
void explain_json(const struct explanation *x, struct buf *out);

#endif
