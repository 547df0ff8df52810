/* SPDX-License-Identifier: EUPL-1.2 */
/* What a rule read on its way to a verdict, as people read it: for `expliquer`, and for an essai that fails. */
#ifndef SCRUTATEUR_LECTURES_H
#define SCRUTATEUR_LECTURES_H

#include "finding.h"
#include "trace.h"

struct lecture {
	enum mark_kind kind;
	struct str champ;   /* "votes[1].contre" */
	struct str libelle; /* "Contre (vote 1)" */
	struct str valeur;  /* of the document: escape.h before it is printed */
	bool liste;         /* a whole list: its place is that of its first element */
	struct span span;   /* {0,0}: no place */
};
/* In the order the rule read; fields that it asked for and that are not read are in f->non_lus. */
size_t lectures_of(struct arena *a, const struct finding *f, const struct reading *r, const struct lecture **ret);

#endif
