/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to calendar.c and label_told_of.c: of what paper a label [i, …) of a date tells. */
#ifndef SCRUTATEUR_CALENDAR_PRIV_H
#define SCRUTATEUR_CALENDAR_PRIV_H

#include "reader_priv.h"

bool of_the_notice_board(const struct reader *rd, size_t i, enum cue cue);
bool makes_it_executory(const struct reader *rd, size_t i, enum cue cue);
bool told_of_another(const struct reader *rd, size_t i, enum cue cue);

#endif
