/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to formula.c and ballots.c: the boxes of a form, "☐ à l'unanimité ☒ à la majorité", "[ ] Unanimité [X] Majorité", "Unanimité : oui ☐ non ☒". */
#ifndef SCRUTATEUR_BOXES_PRIV_H
#define SCRUTATEUR_BOXES_PRIV_H

#include "reader_priv.h"

/* The words [from, to) of a result: their box is ticked; it is not, or nobody can tell. Both are false where no box is theirs, and of a row in which none is ticked. */
bool is_ticked(const struct reader *rd, size_t from, size_t to);
bool is_unticked(const struct reader *rd, size_t from, size_t to);

#endif
