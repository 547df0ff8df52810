/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to attendance.c: members "représentés par" somebody under a heading of their own. */
#ifndef SCRUTATEUR_STAND_INS_PRIV_H
#define SCRUTATEUR_STAND_INS_PRIV_H

#include "people_priv.h"

/* Those whom they name become presents (added to the list) or holders of proxies, in `at`. False when the text does not say which: presents is
 * set ILLISIBLE. */
bool reader_stand_ins(struct reader *rd, struct attendance *at, struct people_list *presents);

#endif
