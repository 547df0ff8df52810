/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to formula.c and ballots.c: the boxes of a form, "☐ à l'unanimité ☒ à la majorité", "[ ] Unanimité [X] Majorité". */
#ifndef SCRUTATEUR_BOXES_PRIV_H
#define SCRUTATEUR_BOXES_PRIV_H

#include "reader_priv.h"

/* The words at token i have an empty box before them, and another of the row is ticked: they are not said. */
bool is_empty_box(const struct reader *rd, size_t i);
bool is_ticked(const struct reader *rd, size_t i);

#endif
