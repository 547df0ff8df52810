/* SPDX-License-Identifier: EUPL-1.2 */
/* What the rules found in one document, for a person: anomalies first, and what several actes have in common said once. */
#ifndef SCRUTATEUR_FINDINGS_H
#define SCRUTATEUR_FINDINGS_H

#include "arena.h"
#include "pen.h"
#include "record.h"

struct findings {
	struct arena a;
	struct { struct finding_group *at; size_t n, cap; } groups;
};

void findings_init(struct findings *f);
void findings_done(struct findings *f);
/* Takes a copy of one record. Records that differ by their acte only are one line: "actes 1 à 3 et 7". */
void findings_add(struct findings *f, const struct record_parts *p);
/* `text` is what the passages point into. */
void findings_print(struct findings *f, struct look look, struct str text, struct buf *out);

#endif
