/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the readers of side files. */
#ifndef SCRUTATEUR_ENVELOPE_PRIV_H
#define SCRUTATEUR_ENVELOPE_PRIV_H

#include "envelope.h"

/* Keep a value, brought to its form or marked as wrong; nothing when it is empty, or when there are ENVELOPE_VALUES. */
void envelope_add(struct arena *a, struct envelope *v, enum envelope_what what, struct str text, unsigned line);
/* The identifier and what it is made of: SIREN, date, number, nature. */
void envelope_add_identifier(struct arena *a, struct envelope *v, struct str text, unsigned line);
/* It is of no kind, for this reason; what was kept of it is dropped. Returns false. */
bool envelope_refuse(struct arena *a, struct envelope *v, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* envelope_xml.c */
void envelope_read_xml(struct arena *a, struct str raw, struct envelope *ret);

#endif
