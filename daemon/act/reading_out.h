/* SPDX-License-Identifier: EUPL-1.2 */
/* The reading, written out: as the contract `scrutateur-lecture/1.0` for programs, and for a person. */
#ifndef SCRUTATEUR_READING_OUT_H
#define SCRUTATEUR_READING_OUT_H

#include "json.h"
#include "model.h"
#include "pen.h"

/* The whole contract of shared/design/ARCHITECTURE.md as one JSON object (one line, or indented). `sha256` is of the received file. */
void reading_json(const struct reading *r, const char *sha256, bool indented, struct buf *out);
/* For a person: each field with its French label, its value and the line it came from (the column too when the line is a whole
 * text), or why it was not read; names by the rows of the act. Ends with the summary. Everything from the document goes through
 * escape.h. */
void reading_print(struct arena *a, const struct reading *r, struct look look, struct buf *out);
/* The same in parts, for pages that tell more: `acte` READING_SEANCE, the séance with what is said before it; else one acte. */
#define READING_SEANCE ((size_t)-1)
void reading_print_part(struct arena *a, const struct reading *r, size_t acte, struct look look, struct buf *out);
/* The whole text with the passages marked in place, each mark saying which field: underlined and coloured on a terminal,
 * ⟦passage⟧{Champ} without colour. What was passed over as page furniture is marked as such. On a terminal rows are numbered as
 * `reading_print` names them; elsewhere one line of the text is one line here. */
void reading_annotate(struct arena *a, const struct reading *r, struct look look, struct buf *out);
/* How many fields are lu, absent, illisible, ambigu (indexed by enum field_status), over the séance and its actes and votes; and of the illisible,
 * of how many nothing was found. */
enum { COUNT_INTROUVABLE = 4, READING_COUNTS };
void reading_count(const struct reading *r, unsigned ret[READING_COUNTS]);
/* "34 champs lus, 5 non mentionnés, 2 non trouvés, 1 illisible, 1 ambigu", without line end. */
void reading_summary(const unsigned n[READING_COUNTS], struct pen *pen);

#endif
