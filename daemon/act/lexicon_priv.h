/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: the phrases of the lexicon by their first words (lexicon.c, landmarks.c). */
#ifndef SCRUTATEUR_LEXICON_PRIV_H
#define SCRUTATEUR_LEXICON_PRIV_H

#include "lexicon.h"

struct phrase {
	struct phrase *next; /* of the same list, longest first */
	enum cue cue;
	size_t n;
	uint32_t hash[LEXICON_PHRASE_WORDS]; /* of each word */
	struct str words[LEXICON_PHRASE_WORDS];
};

/* A list of phrases: those of one word by its hash, longer ones by the hashes of their first two. */
struct opener {
	struct phrase *first;
	uint64_t seconds; /* by the hash of a first word: what the hashes of second words end in */
};

#define LEXICON_SLOTS 8192
struct lexicon {
	uint16_t slot[LEXICON_SLOTS]; /* by the end of a hash: its list, 0 = the empty one */
	struct opener *at;
	size_t n, cap;
	uint64_t written; /* the cues that the file names, one bit each */
};

static inline uint32_t hash_of_two(uint32_t first, uint32_t second)
{
	return first * 31 + second * 7;
}

/* Whether a phrase may stand at token i; if so, *ret_longer = those of two words and more, *ret_alone = those of one. */
static inline bool phrases_at(const struct lexicon *lx, const struct tokens *t, size_t i, const struct phrase **ret_longer,
			      const struct phrase **ret_alone)
{
	const uint32_t first = t->at[i].hash, second = t->at[i + 1].hash;
	const uint16_t slot = lx->slot[first % LEXICON_SLOTS];

	if (slot == 0) /* most words open no phrase */
		return false;
	const struct opener *o = &lx->at[slot];

	*ret_alone = o->first;
	*ret_longer = NULL;
	if (o->seconds >> (second & 63) & 1)
		*ret_longer = lx->at[lx->slot[hash_of_two(first, second) % LEXICON_SLOTS]].first;
	return *ret_longer != NULL || *ret_alone != NULL;
}

/* The cues of those of the phrases that stand at token i, one bit each. */
uint64_t cues_of(const struct phrase *p, const struct tokens *t, size_t i);

#endif
