/* SPDX-License-Identifier: EUPL-1.2 */
/* The files of the ledger while it is open: others may remove, move or replace them. Failures as in ledger.h. */
#ifndef SCRUTATEUR_PLACE_H
#define SCRUTATEUR_PLACE_H

#include "ledger.h"

/* Do the open files still have their names, and was the database written by nobody else? Else nothing is written: it would be lost. */
bool ledger_in_place(struct ledger *l, struct err *e);
/* From time to time, while nothing is being asked of it: a log that was removed is made again, and all that was in it is in the database. False: the ledger is not in
 * place and stays so, *e says what to do. */
bool ledger_mend(struct ledger *l, bool *ret_mended, struct err *e);

#endif
