/* SPDX-License-Identifier: EUPL-1.2 */
/* Numbers that prove themselves: they carry a control key, so that a row of digits is not taken for one. Both return the end
 * of the number that begins at `at`, groups apart by single spaces, or `at`. Nothing is read in the middle of a word. */
#ifndef SCRUTATEUR_NUMBERS_KNOWN_H
#define SCRUTATEUR_NUMBERS_KNOWN_H

#include "str.h"

/* "1 84 12 76 451 089 46": 13 characters and the key of 2 (97 minus the rest by 97); 2A and 2B are Corsica. */
size_t number_nir(struct str s, size_t at);
/* "FR76 3000 6000 0112 3456 7890 189": rest 1 by 97. */
size_t number_iban(struct str s, size_t at);

#endif
