/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: pieces of number reading that dates, hours and amounts share. */
#ifndef SCRUTATEUR_NUMBERS_PRIV_H
#define SCRUTATEUR_NUMBERS_PRIV_H

#include "token.h"

/* A number in words at token i; i when there is none. */
size_t number_words(const struct tokens *t, size_t i, int64_t *ret);
/* Made of the words of numbers and of nothing else, "et" alone left out: number_words reads nothing elsewhere. */
bool is_number_word(struct str key);
/* No other word is one; for who asks of every word. Nothing is, before number_words_fill. */
static inline bool may_be_number_word(struct str key);
void number_words_fill(void);
/* Behind the first and before the second a number may go on: "dix" "huit", "vingt" "trois"; not "deux" "trois". */
bool number_words_join(struct str before, struct str after);
/* The number read at [i, end) is a part of what stands there (cut_numbers.c): a word joined to it is none of a number, or one with a
 * slip ("vinght-trois", "Deux-Rives"); a sign joins its digits to others, or its words to those of one number ("2-6", "dix, huit"). */
bool number_words_are_cut(const struct tokens *t, size_t i, size_t end);
bool number_is_cut(const struct tokens *t, size_t i, size_t end);
/* Where no number was read: something at token i that a person reads as one ("٢٦", "²", "d1x", "vinght"). */
bool number_is_strange(const struct tokens *t, size_t i);
/* "1 3 mai", "Z3 mai", "1'3 mai": at "3", the last figure of a day that came apart; or the number of pages ("12 Page 2/3 mai") (cut_numbers.c). */
bool number_is_rest_of_a_day(const struct tokens *t, size_t i);
/* A group of exactly three digits follows number i after one single space on the same line. */
bool number_group_follows(const struct tokens *t, size_t i);
/* Between number i and the token behind it. */
bool number_gap_is_one_space(const struct tokens *t, size_t i);

/* A word of a unit of euros at i, which may be one of several: "€", "k", "millions". */
bool amount_unit_word(const struct tokens *t, size_t i);
/* "d'euros" */
bool amount_unit_elided(const struct tokens *t, size_t i);
/* "€", "euros", "d'euros", "k€", "M€", "millions d'euros": the factor and the token after it, or 0. */
int64_t amount_unit_at(const struct tokens *t, size_t i, size_t *ret_next);

/* "HT", "H.T." and the like at i: the token behind it, or i (below_zero.c). */
size_t amount_past_the_tax(const struct tokens *t, size_t i);
/* Of the amount [i, next): the dash before it is its sign. */
bool amount_is_below_zero(const struct tokens *t, size_t i, size_t next);
/* "de : - 24 € en …, - 41 € en …": of the amount at i, as of the one below zero that ends at `before` (0 = none) in its row, a dash may be the sign. */
bool amount_goes_on_below_zero(const struct tokens *t, size_t before, size_t i);

/* Nothing to know below. */
extern unsigned char number_openings[32 * 32 * 32 / 8]; /* a bit for each three letters that one may begin with */

static inline unsigned three_letters(const char *p)
{
	return (p[0] & 31u) << 10 | (p[1] & 31u) << 5 | (p[2] & 31u);
}

static inline bool may_be_number_word(struct str key)
{
	if (key.n <= 2)
		return key.n == 2 && key.p[0] == 'u';
	const unsigned at = three_letters(key.p);

	return number_openings[at / 8] >> at % 8 & 1;
}

#endif
