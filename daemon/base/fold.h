/* SPDX-License-Identifier: EUPL-1.2 */
/* Folded keys: what two spellings of the same French words have in common. Unicode tables are utf8proc's.
 *
 * Folding drops case and accents, opens ligatures (œ → oe, ﬁ → fi), makes every kind of apostrophe ' and of hyphen -,
 * every kind of space one space, every double quotation mark ", º and № like ° and n°; drops soft hyphens, zero-width
 * and bidirectional marks. A letter of Greek or Cyrillic that looks like a Latin one is folded to that, so that a word is
 * what the eye reads. The result is ASCII except for what has no ASCII base (°, §, €, other letters of other scripts), which
 * stays.
 */
#ifndef SCRUTATEUR_FOLD_H
#define SCRUTATEUR_FOLD_H

#include "arena.h"

/* Decode one code point of valid or invalid UTF-8 at s.p[at]; an invalid byte gives U+FFFD and length 1.
 * Returns the number of bytes taken (0 at the end). */
static inline size_t utf8_next(struct str s, size_t at, uint32_t *ret_cp);
bool utf8_valid(struct str s);
/* Write the code point as UTF-8 (1 to 4 bytes); returns the length. */
size_t utf8_put(uint32_t cp, char out[4]);
/* One code point of UTF-16 at `at`, where two bytes stand at least; 0 when a surrogate stands alone. */
size_t utf16_next(struct str s, size_t at, bool big_endian, uint32_t *ret_cp);
/* Number of code points. */
size_t utf8_count(struct str s);
/* Columns a terminal gives to a code point (0 for a combining accent, 2 for a wide letter), and to a text. */
unsigned cp_columns(uint32_t cp);
size_t columns_of(struct str s);

/* Folded form of one code point: 0 to 4 bytes into `out`, returns their number. A space or line end gives ' '. */
static inline size_t fold_cp(uint32_t cp, char out[4]);
static inline bool cp_is_letter(uint32_t cp);
static inline bool cp_is_upper(uint32_t cp);
static inline bool cp_is_space(uint32_t cp); /* every Unicode space, line ends included */

/* Of any script, also raised, in a circle or a fraction: a digit, or a number in one sign. */
bool cp_is_digit(uint32_t cp);
/* Controls of direction, zero-width characters and the like: nothing is printed where they stand. Not the soft hyphen. */
bool cp_is_unseen(uint32_t cp);

/* Folded copy with runs of spaces made one and both ends trimmed. */
struct str fold_text(struct arena *a, struct str s);
/* The same into `room`, of FOLD_ROOM(s.n) bytes at least: for short texts, without an arena. */
#define FOLD_ROOM(n) (4 * ((n) + 1))
struct str fold_into(char *room, struct str s);
/* Key of a person: folded, civility dropped (M., Mme, Monsieur…), every non letter one space: "LE TOUARZE" →
 * "le touarze"; the order of words is kept. "Mme VALLOIRE-\nBRIEC" and "VALLOIRE-BRIEC" have the same key. */
struct str fold_person(struct arena *a, struct str s);
/* White space and line ends folded to one space, spelling kept; a hyphen at a line end keeps the hyphen and loses the
 * white space after it; soft hyphens are dropped. For names and texts shown to people. */
struct str squeeze(struct arena *a, struct str s);

/* Nothing to know below: ASCII is answered in place, because it is asked for every letter of a document. */
size_t utf8_next_beyond_ascii(struct str s, size_t at, uint32_t *ret_cp);
/* The beginning of `s`, `max` bytes at most and no character cut in two. */
struct str utf8_head(struct str s, size_t max);
size_t fold_cp_beyond_ascii(uint32_t cp, char out[4]);
bool cp_is_letter_beyond_ascii(uint32_t cp);
bool cp_is_upper_beyond_ascii(uint32_t cp);
bool cp_is_space_beyond_ascii(uint32_t cp);
extern const char fold_ascii[128];

static inline size_t utf8_next(struct str s, size_t at, uint32_t *ret_cp)
{
	if (at >= s.n)
		return 0;
	if ((unsigned char)s.p[at] >= 0x80)
		return utf8_next_beyond_ascii(s, at, ret_cp);
	*ret_cp = (unsigned char)s.p[at];
	return 1;
}

static inline size_t fold_cp(uint32_t cp, char out[4])
{
	if (cp >= 0x80)
		return fold_cp_beyond_ascii(cp, out);
	out[0] = fold_ascii[cp];
	return 1;
}

static inline bool cp_is_letter(uint32_t cp)
{
	return cp < 0x80 ? (cp | 0x20) - 'a' < 26 : cp_is_letter_beyond_ascii(cp);
}

static inline bool cp_is_upper(uint32_t cp)
{
	return cp < 0x80 ? cp - 'A' < 26 : cp_is_upper_beyond_ascii(cp);
}

static inline bool cp_is_space(uint32_t cp)
{
	return cp < 0x80 ? cp == ' ' || cp - '\t' < 5 : cp_is_space_beyond_ascii(cp);
}

#endif
