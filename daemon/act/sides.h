/* SPDX-License-Identifier: EUPL-1.2 */
/* What side files say, laid beside what the text says: the fields `acte.*` of a reading. The text's own fields stay as they are, so
 * that a rule can set one against the other.
 *
 * Believed in this order (shared/field/ACTES.md §9): ARActe, Acte, metadata.json, the stamp read in the text, the SIREN in a side file's
 * name. The date in such a name is the day of sending and is never used. A value that a less sure file contradicts is LU as the surer
 * one says it; `acte.desaccords` tells both, and where each stands. */
#ifndef SCRUTATEUR_SIDES_H
#define SCRUTATEUR_SIDES_H

#include "model.h"

struct side_file {
	struct str nom;    /* in the drop, as one printable line (escape.h) */
	struct str sha256; /* hex */
	struct str raw;
	struct str unread; /* French: why its bytes are not there; empty otherwise */
};

/* A copy of `r` in `a` (where `r` lives) with its `acte.*` fields set; n may be 0. Of the files only `nom` and `sha256` must outlive it, and
 * little of `a` is taken, however large they are.
 * The arena's trap is the caller's. */
const struct reading *reading_with_sides(struct arena *a, const struct reading *r, const struct side_file *files, size_t n);
/* Where a value stands that a side file says: "message.xml, ligne 3"; empty for one of the text. */
struct str side_place(struct arena *a, const struct reading *r, const struct field *f);

#endif
