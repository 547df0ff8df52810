/* SPDX-License-Identifier: EUPL-1.2 */
/* How many letters two folded words differ by: a slip of the pen, or of a scanner. */
#ifndef SCRUTATEUR_LETTERS_H
#define SCRUTATEUR_LETTERS_H

#include <stdint.h>

#include "str.h"

#define LETTERS_WORD_MAX 40 /* letters of a word */

/* Distance of optimal alignment up to `max`; max + 1 when it is more, or a word is longer than LETTERS_WORD_MAX. */
size_t letters_apart(struct str a, struct str b, size_t max);
uint32_t letters_of(struct str s); /* of a word: a bit for each */
/* The letters of two words alone say that they are more than `max` apart. */
static inline bool letters_too_far(uint32_t a, uint32_t b, size_t max)
{
	/* A letter for another: each of them may be in one word only. */
	return (size_t)__builtin_popcount(a ^ b) > 2 * max;
}

#endif
