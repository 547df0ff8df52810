/* SPDX-License-Identifier: EUPL-1.2 */
/* Which row of FIELDS a name means to a rule. Asked at each access, so the rows are found by a table, made once. */
#ifndef SCRUTATEUR_FIELD_NAMES_H
#define SCRUTATEUR_FIELD_NAMES_H

#include "fields.h"

/* The row of a vote, or that of the acte or else of the séance (`prefer_acte`), or the other one of the two; NULL: no such name. */
const struct field_desc *desc_named(struct str name, bool in_vote, bool prefer_acte);
/* Before the children are forked that would each make the table for themselves. */
void field_names_fill(void);
/* "seance" is no field, but "seance.date" is one. */
bool is_part(struct str name);

#endif
