/* SPDX-License-Identifier: EUPL-1.2 */
/* A value as people read it: "18 septembre 2023", "conseil municipal", "M. A → Mme B", "12 500,00 € TTC". What is the document's
 * comes as it stands there: it goes through escape.h before it is printed. */
#ifndef SCRUTATEUR_VALUES_H
#define SCRUTATEUR_VALUES_H

#include "fields.h"

/* "2023-09-01" → "1er septembre 2023"; what is no date comes back as it is. */
struct str day_for_people(struct arena *a, struct str iso);
/* One element of a list, or one of the readings of an ambiguous field. */
struct str item_for_people(struct arena *a, enum field_type type, const struct item *it);
/* A field that is no list, read. */
struct str scalar_for_people(struct arena *a, enum field_type type, const struct field *f);
/* Any field on one line: its value, a list as its number and first elements ("24 : M. A ; Mme B ; …"), or why it was not read. */
struct str value_for_people(struct arena *a, const struct field_desc *d, const struct field *f);

#endif
