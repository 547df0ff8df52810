/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: which passages of a text a reading stands on, for annotate.c. */
#ifndef SCRUTATEUR_MARKS_PRIV_H
#define SCRUTATEUR_MARKS_PRIV_H

#include "model.h"
#include "pen.h"

struct mark {
	size_t start, end; /* never empty, inside the text */
	struct str label;  /* "Présents 3", "non lu : SIREN", "Niveau, Organe délibérant", "hors texte" */
	const char *name;  /* of the first field; "" for page furniture */
	enum style style;
	size_t rank;
};

/* In order of their start, outer ones first; they may nest and cross. Fields read on the same bytes share one mark. */
void marks_of(struct arena *a, const struct reading *r, const struct mark **ret, size_t *ret_n);
/* True when `s` is a passage of the text. */
bool is_passage(const struct reading *r, struct span s);

#endif
