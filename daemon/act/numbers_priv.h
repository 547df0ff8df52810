/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: pieces of number reading that dates, hours and amounts share. */
#ifndef SCRUTATEUR_NUMBERS_PRIV_H
#define SCRUTATEUR_NUMBERS_PRIV_H

#include "token.h"

/* A number in words at token i; i when there is none. */
size_t number_words(const struct tokens *t, size_t i, int64_t *ret);
/* Made of the words of numbers and of nothing else, "et" alone left out: number_words reads nothing elsewhere. */
bool is_number_word(struct str key);
/* A group of exactly three digits follows number i after one single space on the same line. */
bool number_group_follows(const struct tokens *t, size_t i);

#endif
