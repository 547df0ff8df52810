/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the readers of votes: rows whose labels and numbers are joined by signs that are no colon (led_voices.c). */
#ifndef SCRUTATEUR_LED_VOICES_PRIV_H
#define SCRUTATEUR_LED_VOICES_PRIV_H

#include "votes_priv.h"

/* "Pour ...... 22": a label, signs, its number: the token after it, else i. */
size_t voice_led(const struct reader *rd, size_t i, enum voice *v, struct voice_read *ret);
/* A few words behind the label that ends at next stand such signs and a number. */
bool voice_led_near(const struct reader *rd, size_t next);
/* The number at i and its label, which ends at next, in a row with such signs: the numbers do not clearly come first; or the number is of a
 * count told before the row ("Votants 23 Pour – 22"). */
enum voice_row { ROW_PLAIN, ROW_UNSURE, ROW_OF_ANOTHER };
enum voice_row voice_row_at(const struct reader *rd, size_t i, size_t next);

size_t voice_count_of_all(const struct reader *rd, size_t i, int64_t *ret); /* "11/12", of twelve who may vote (counted_voices.c) */
bool voice_of_unanimity(const struct reader *rd, size_t i); /* behind its label: "Pour : à l'unanimité" */
/* 12 voix « pour » */
#define VOICE_QUOTES " « » \" “ ” "
size_t lettered_at(const struct reader *rd, size_t i, struct tally *ret); /* "P : 10 C : 2 A : 1", at the P (lettered_votes.c) */
bool votes_against_in_other_words(const struct reader *rd, size_t i); /* "vote défavorable de M. A" */
bool disagrees_at(const struct reader *rd, size_t i); /* … and, beside a vote, "M. A n'est pas d'accord" (dissent.c) */

#endif
