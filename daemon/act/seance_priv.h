/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: the words around a day that make it that of the séance, or of another (seance_titles.c, for seance_date.c).
 *
 * Token i is where a date begins, `to` the token after it.
 */
#ifndef SCRUTATEUR_SEANCE_PRIV_H
#define SCRUTATEUR_SEANCE_PRIV_H

#include "people_priv.h"

extern const char *const SEANCE_MEETING[]; /* "réuni", "assemblés", …; NULL-terminated */

/* One of `words` in the same sentence, at most `within` tokens before i. */
bool seance_word_before(const struct reader *rd, size_t i, size_t within, const char *const *words);

/* "par la délibération du 12 mars", "le procès-verbal du 23 février": the day of what is cited. */
bool seance_is_cited(const struct reader *rd, size_t i);
/* A title cue ("séance du", "date de la séance :") stands right before it. */
bool seance_cue_before(const struct reader *rd, size_t i);
/* "Réunion du 3 mars 2021 Sous la présidence de": whatever past ran into this title. */
bool seance_title_opens(const struct reader *rd, size_t i, size_t to);
/* "L'an deux mille vingt-quatre, le douze mars" */
bool seance_opening_formula(const struct reader *rd, size_t i);
/* … "à vingt heures, le conseil municipal": of which the verb is lost. */
bool seance_body_follows(const struct reader *rd, size_t i, size_t to);
/* "CONSEIL MUNICIPAL 9 Février 2023", "PV du 9 février 2023", "Mardi 9 février 2023⏎Conseil municipal" */
bool seance_in_title(const struct reader *rd, size_t i, size_t to);
/* "Liste des délibérations examinées lors de la séance du" */
bool seance_of_listed_acts(const struct reader *rd, size_t i);
/* "DÉLIBÉRATION N° 2031-24 DU 4 FÉVRIER 2031", "… examinée le 4 février 2031": where its date stands, or `end` of the number. */
size_t seance_of_numbered_act(const struct reader *rd, size_t i, size_t end);
/* The head names no day: "2 PV du 8 février 2031 2", which the feet of the pages repeat. */
bool seance_of_page_feet(const struct reader *rd, struct date *ret, struct span *ret_where);
/* seance_first.c: of a first séance, that had no quorum. */
bool seance_without_quorum(const struct reader *rd, size_t from, size_t to);
bool seance_tells_a_failed_one(const struct reader *rd); /* a second call is told, or that there was no quorum */
/* seance_two_days.c: "les 12 et 13 mars", of which `second` stands at token i; the two days of a head, of which the first is that of a cover. */
bool seance_closes_several_days(const struct reader *rd, size_t i);
bool seance_first_of_two_days(const struct reader *rd, size_t i, struct date second, struct date *ret, size_t *ret_at);
bool seance_on_a_cover(const struct reader *rd, const struct candidates *days);

#endif
