/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: the phrases of the lexicon by their first word (lexicon.c, landmarks.c). */
#ifndef SCRUTATEUR_LEXICON_PRIV_H
#define SCRUTATEUR_LEXICON_PRIV_H

#include "lexicon.h"

struct phrase {
	struct str words[LEXICON_PHRASE_WORDS];
	size_t n;
	uint32_t second; /* hash of the second word, when there is one */
	enum cue cue;
	struct phrase *next; /* same opener, longest first */
};

/* Phrases whose first words share a slot. */
struct opener {
	struct phrase *first;
	uint64_t seconds; /* what the hashes of their second words end in */
	bool alone;       /* one of them is a single word */
};

#define LEXICON_SLOTS 8192
struct lexicon {
	uint16_t slot[LEXICON_SLOTS]; /* by the end of the hash of the first word: its opener, 0 = no phrase begins so */
	struct opener *at;
	size_t n, cap;
};

/* The cues of all phrases that stand at token i, one bit each. */
uint64_t cues_of(const struct opener *o, const struct tokens *t, size_t i);

static inline const struct opener *opener_at(const struct lexicon *lx, const struct tokens *t, size_t i)
{
	const uint16_t place = lx->slot[t->at[i].hash % LEXICON_SLOTS];
	const struct opener *o = &lx->at[place];

	if (place == 0 || !(o->alone || (o->seconds >> (t->at[i + 1].hash & 63) & 1)))
		return NULL;
	return o;
}

#endif
