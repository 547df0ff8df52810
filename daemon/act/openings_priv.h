/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: where each reader may find something (the rows of landmarks from LANDMARK_VOICE on). */
#ifndef SCRUTATEUR_OPENINGS_PRIV_H
#define SCRUTATEUR_OPENINGS_PRIV_H

#include "landmarks.h"

/* The rows of the readers in which a token stands (another one, or TOK_END, is behind it); `known` = its cues and the landmarks before LANDMARK_VOICE. */
static inline uint64_t openings_at(const struct token *tok, uint64_t known);

/* What the readers begin with, where they have it in a list: " a b c " (headings.c), lists of phrases (movements.c), and such strings (presence_words.c, leaving.c). */
extern const char heading_openings[];
extern const char *const *const movement_openings[];
extern const char *const presence_openings[];
extern const char *const leaving_openings[];
extern const char move_first_words[]; /* of movement_openings[1] and [2], in one string */

/* Nothing to know below. */
#define OPENING_SLOTS 8192
struct opening {
	uint16_t any, capital; /* rows, from LANDMARK_VOICE on: whatever the case; not in lower case */
};
extern struct opening openings[OPENING_SLOTS]; /* by the end of the hash; empty before openings_fill */
extern uint64_t openings_of_cues[64];	       /* by row of `known`, shifted as above */
void openings_fill(void);
uint64_t openings_of_shape(const struct token *tok);

static inline uint64_t openings_at(const struct token *tok, uint64_t known)
{
	const struct opening *o = &openings[tok->hash % OPENING_SLOTS];
	uint64_t rows = o->any;

	if (tok->shape != SHAPE_LOWER || tok->lines > 0)
		rows |= openings_of_shape(tok) | (tok->shape != SHAPE_LOWER ? o->capital : 0u);
	for (; known != 0; known &= known - 1)
		rows |= openings_of_cues[__builtin_ctzll(known)];
	return rows << LANDMARK_VOICE;
}

#endif
