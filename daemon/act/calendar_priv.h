/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to calendar.c and its parts: the label of a date, of what paper it tells, and the day behind it. */
#ifndef SCRUTATEUR_CALENDAR_PRIV_H
#define SCRUTATEUR_CALENDAR_PRIV_H

#include "reader_priv.h"

#define SENTENCE_TOKENS 40
#define SIREN_DIGITS 9

/* Of what paper the label [i, …) tells. */
bool of_the_notice_board(const struct reader *rd, size_t i, enum cue cue);
bool makes_it_executory(const struct reader *rd, size_t i, enum cue cue);
bool told_of_another(const struct reader *rd, size_t i, enum cue cue);

/* False as long as the date of the séance is not read. */
bool before_the_seance(const struct reader *rd, const struct date *d);
bool not_before_the_seance(const struct reader *rd, const struct date *d);
bool after_the_seance(const struct reader *rd, const struct date *d, struct date *ret_seance);
/* The date that follows a label, which ends at i, within a few words: where it starts; or, with *ret_end the same, the token that shows there is none. */
size_t date_near(const struct reader *rd, enum cue cue, size_t i, struct date *ret, size_t *ret_end);
/* The same; of a convocation, also the day behind the verb of sending ("qui leur a été adressée le 11 juin"). */
size_t announced_day(const struct reader *rd, enum cue cue, size_t i, struct date *ret, size_t *ret_end);
/* "Convocation du 3 mars, adressée le 5 mars": behind the first day, which ends at `end`, another that is the convocation's as well; or `end`. */
size_t date_of_sending_behind(const struct reader *rd, size_t end, struct date *ret, size_t *ret_end);

#endif
