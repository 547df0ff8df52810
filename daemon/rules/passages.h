/* SPDX-License-Identifier: EUPL-1.2 */
/* The words of an acte, for rules that look for a mention and not for a field: the whole text folded once per document,
 * with the way back to its bytes. */
#ifndef SCRUTATEUR_PASSAGES_H
#define SCRUTATEUR_PASSAGES_H

#include "token.h"

struct folded_step { /* a byte of the folded text, and the offset of the character it came from */
	uint32_t folded, bytes;
};
#define FOLDED_RUN 5
#define FOLDED_RUNS 32768
struct folded {
	struct str text;          /* runs of spaces made one */
	const struct folded_step *steps; /* one every FOLDED_STEP bytes or so, the first at 0 */
	size_t steps_n;
	uint64_t runs[FOLDED_RUNS / 64]; /* which runs of FOLDED_RUN bytes stand in it, by their hash */
};
#define FOLDED_STEP 64

struct folded folded_of(struct arena *a, struct str bytes);
/* Offset of the character that gave the folded byte `at`; the end of the text for at = text.n. */
size_t folded_to_bytes(const struct folded *f, struct str bytes, size_t at);
/* False: the words are nowhere in the text. Most words that rules look for are not, and are sent away without a search. */
bool folded_may_hold(const struct folded *f, struct str words);
/* The first folded byte that came from a character at or behind `offset`. */
size_t folded_from_bytes(const struct folded *f, struct str bytes, size_t offset);

/* The sentence that holds [start, end), at most PASSAGE_REACH bytes away on either side; it ends at a stop, a semicolon, a
 * blank line or a list mark, not at the stop of "M." or "L. 2121-1". */
#define PASSAGE_REACH 320
struct span sentence_around(struct str bytes, size_t start, size_t end);

#endif
