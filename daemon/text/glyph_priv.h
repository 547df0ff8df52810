/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: what the scanner asks about one code point. */
#ifndef SCRUTATEUR_GLYPH_PRIV_H
#define SCRUTATEUR_GLYPH_PRIV_H

#include "str.h"

/* GLYPH_DROP gives no token and cuts no word; GLYPH_HIGH is a byte of UTF-8 of which only glyph_at knows the class. */
enum glyph_class { GLYPH_SPACE, GLYPH_LINE, GLYPH_DROP, GLYPH_LOWER, GLYPH_UPPER, GLYPH_DIGIT, GLYPH_MARK, GLYPH_HIGH };

struct glyph {
	unsigned char class; /* enum glyph_class, never GLYPH_HIGH */
	unsigned char fold_n;
	char fold[4]; /* fold_cp's */
};

/* Of a byte. */
extern const unsigned char glyph_of_byte[256];
/* The code point at s.p[at] (at < s.n): its bytes in *ret_len. What French texts hold is remembered for the process; the
 * answer is good until the next call. */
const struct glyph *glyph_at(struct str s, size_t at, size_t *ret_len);

#endif
