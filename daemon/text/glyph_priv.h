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
/* To be called before the next two. What French texts hold is then remembered for the process. */
void glyphs_fill(void);
/* The code point at s.p[at] (at < s.n): its bytes in *ret_len. The answer is good until the next call. */
static inline const struct glyph *glyph_at(struct str s, size_t at, size_t *ret_len);

/* Nothing to know below. */
#define GLYPH_LATIN 0x250 /* all French letters */
extern struct glyph glyph_latin[GLYPH_LATIN];
const struct glyph *glyph_beyond(struct str s, size_t at, size_t *ret_len);

static inline const struct glyph *glyph_at(struct str s, size_t at, size_t *ret_len)
{
	const unsigned char first = (unsigned char)s.p[at], next = at + 1 < s.n ? (unsigned char)s.p[at + 1] : 0;

	if (first < 0xC2 || first >= 0xC9 || (next & 0xC0) != 0x80)
		return glyph_beyond(s, at, ret_len);
	*ret_len = 2;
	return &glyph_latin[(first & 0x1Fu) << 6 | (next & 0x3Fu)];
}

#endif
