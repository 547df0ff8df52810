/* SPDX-License-Identifier: EUPL-1.2 */
/* Classes and folds of code points. French letters, typographic spaces and quotes are looked up once per process: the
 * answers are those of fold.h, which asks a library.
 */
#include "glyph_priv.h"

#include "fold.h"

#define PUNCTUATION 0x2000   /* the block of ’ “ … and of narrow spaces */
#define PUNCTUATION_N 0x40
#define LOST_DASH 0x154	     /* a converter's "Ŕ" for Word's en dash; no French word or name has that letter */

#define S GLYPH_SPACE
#define N GLYPH_LINE
#define L GLYPH_LOWER
#define U GLYPH_UPPER
#define D GLYPH_DIGIT
#define M GLYPH_MARK
#define H GLYPH_HIGH
#define H16 H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
const unsigned char glyph_of_byte[256] = {
	/* 00 */ S, S, S, S, S, S, S, S, S, S, N, S, N, N, S, S,
	/* 10 */ S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
	/* 20 */ S, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M,
	/* 30 */ D, D, D, D, D, D, D, D, D, D, M, M, M, M, M, M,
	/* 40 */ M, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	/* 50 */ U, U, U, U, U, U, U, U, U, U, U, M, M, M, M, M,
	/* 60 */ M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	/* 70 */ L, L, L, L, L, L, L, L, L, L, L, M, M, M, M, S,
	/* 80 */ H16, H16, H16, H16, H16, H16, H16, H16,
};

static bool is_private_use(uint32_t cp)
{
	return (cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000;
}

static enum glyph_class class_of(uint32_t cp, size_t fold_n)
{
	if (cp < 0x80)
		return (enum glyph_class)glyph_of_byte[cp];
	if (cp < 0xA0 || is_private_use(cp))
		return GLYPH_SPACE;
	if (cp == 0x2028 || cp == 0x2029)
		return GLYPH_LINE;
	if (cp_is_space(cp))
		return GLYPH_SPACE;
	if (fold_n == 0)
		return GLYPH_DROP;
	if (!cp_is_letter(cp))
		return GLYPH_MARK;
	return cp_is_upper(cp) ? GLYPH_UPPER : GLYPH_LOWER;
}

static struct glyph glyph_of(uint32_t cp)
{
	struct glyph g;

	if (cp == LOST_DASH)
		cp = '-';
	g.fold_n = (unsigned char)fold_cp(cp, g.fold);
	g.class = (unsigned char)class_of(cp, g.fold_n);
	return g;
}

struct glyph glyph_latin[GLYPH_LATIN];
static struct glyph punctuation[PUNCTUATION_N], last;

void glyphs_fill(void)
{
	static bool filled;

	if (filled)
		return;
	for (uint32_t cp = 0; cp < GLYPH_LATIN; cp++)
		glyph_latin[cp] = glyph_of(cp);
	for (uint32_t k = 0; k < PUNCTUATION_N; k++)
		punctuation[k] = glyph_of(PUNCTUATION + k);
	filled = true;
}

const struct glyph *glyph_beyond(struct str s, size_t at, size_t *ret_len)
{
	uint32_t cp = 0;

	if (s.n - at >= 3 && s.p[at] == '\xE2' && s.p[at + 1] == '\x80' && (s.p[at + 2] & '\xC0') == '\x80') {
		*ret_len = 3;
		return &punctuation[s.p[at + 2] & 0x3F];
	}
	*ret_len = utf8_next(s, at, &cp);
	if (cp < GLYPH_LATIN)
		return &glyph_latin[cp];
	last = glyph_of(cp);
	return &last;
}
