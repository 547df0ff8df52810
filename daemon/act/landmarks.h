/* SPDX-License-Identifier: EUPL-1.2 */
/* Where in the text something may begin. One pass over the tokens notes, for each cue of the lexicon and each landmark
 * below, the tokens it stands at; a reader then goes from one to the next instead of asking every token. Rows of bits,
 * one bit a token.
 */
#ifndef SCRUTATEUR_LANDMARKS_H
#define SCRUTATEUR_LANDMARKS_H

#include "token.h"

#define LANDMARK_CUES 44 /* rows of the cues: row c is cue c, a phrase of it stands there */
enum landmark {
	LANDMARK_CUE = LANDMARK_CUES, /* any cue */
	LANDMARK_SENTENCE_END,        /* the last token of its sentence (sentence_ends_at) */
	LANDMARK_NUMBER,              /* in figures */
	LANDMARK_NUMBER_WORD,         /* a word made of the words of numbers: "vingt", "vingttrois", "zero" (not "et") */
	LANDMARK_ABSTENTION,          /* a word that begins as "abstention" and "abstenu" do */
	/* Of one reader each: where it may find something. It finds nothing elsewhere, and need not look (openings.c). */
	LANDMARK_VOICE,               /* a voice of a tally, or the number before it */
	LANDMARK_RESULT,              /* words of a result */
	LANDMARK_MENTION,             /* a voice in words, or what stands behind a number of voices */
	LANDMARK_OPINION,             /* whose vote or opinion it is (is_opinion) */
	LANDMARK_SAYS_VOTE,           /* what says_a_vote knows */
	LANDMARK_HEADING,             /* a number of an acte, a point of the agenda; and all of LANDMARK_SAYS_VOTE */
	LANDMARK_MEETING,             /* the title or the opening sentence of a séance */
	LANDMARK_COUNT,               /* a label of a count, or the number before it */
	LANDMARK_LIST_CUE,            /* presents, absents or pouvoirs */
	LANDMARK_LIST,                /* a heading of a list, a proxy given, ":" and "(" */
	LANDMARK_PROXY,               /* a proxy told */
	LANDMARK_MOVE,                /* a member comes or goes */
	LANDMARK_DATE,                /* a date, or the number of an acte that looks like one */
	LANDMARK_REFERENCE,           /* a reference, or the end of a clause */
	LANDMARK_BODY,                /* a deciding body, or the collectivité it is of */
	LANDMARKS
};

struct landmarks {
	size_t tokens, width; /* width: 64-bit words of a row */
	uint64_t *rows;       /* LANDMARKS of them, end to end */
};

struct lexicon;
/* Sets t->landmarks; after this the keys of the tokens may not change. */
void landmarks_find(struct arena *a, const struct lexicon *lx, struct tokens *t);

static inline bool landmark_at(const struct landmarks *l, unsigned row, size_t i)
{
	return i < l->tokens && (l->rows[row * l->width + i / 64] >> (i % 64) & 1);
}

/* The first one in [from, to), or `to`. Where there are no landmarks, `from`. */
static inline size_t landmark_next(const struct landmarks *l, unsigned row, size_t from, size_t to)
{
	if (l == NULL)
		return from;
	const uint64_t *bits = &l->rows[row * l->width];
	const size_t stop = to < l->tokens ? to : l->tokens;

	if (from >= stop)
		return to;
	size_t w = from / 64;
	uint64_t here = bits[w] >> (from % 64) << (from % 64);

	while (here == 0 && (w + 1) * 64 < stop)
		here = bits[++w];
	const size_t found = here == 0 ? to : w * 64 + (size_t)__builtin_ctzll(here);

	return found < stop ? found : to;
}

/* The token after the last one in [floor, i), or `floor`. */
static inline size_t landmark_before(const struct landmarks *l, unsigned row, size_t i, size_t floor)
{
	const uint64_t *bits = &l->rows[row * l->width];
	const size_t top = i < l->tokens ? i : l->tokens;

	if (top <= floor)
		return floor;
	size_t w = (top - 1) / 64;
	uint64_t here = bits[w] << (63 - (top - 1) % 64) >> (63 - (top - 1) % 64);

	while (here == 0 && w * 64 > floor)
		here = bits[--w];
	const size_t after = here == 0 ? floor : w * 64 + 64 - (size_t)__builtin_clzll(here);

	return after > floor ? after : floor;
}

#endif
