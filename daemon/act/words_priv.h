/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: is the word at token i one of a list? Asked at every token, and the answer is nearly always
 * no: the key's hash and a filter of the list say so without comparing letters.
 *
 * A list is known by its address: it must be static and never change. Its filter is made when it is first asked about,
 * and kept for the process. Words are folded; beyond the end of the text no list holds anything.
 */
#ifndef SCRUTATEUR_WORDS_PRIV_H
#define SCRUTATEUR_WORDS_PRIV_H

#include "token.h"

/* One of `words`, NULL-terminated. */
static inline bool words_hold(const struct tokens *t, size_t i, const char *const *words);
/* The first one of its n words. */
static inline bool key_in(const struct tokens *t, size_t i, const char *const *words, size_t n);
#define KEY_IN(t, i, words) key_in((t), (i), (words), sizeof(words) / sizeof *(words))
/* The folded key of token i is one of the words of `list`, which begins and ends with a space: " de la ". */
static inline bool tok_among(const struct tokens *t, size_t i, const char *list);

/* Nothing to know below. */
struct word_filter {
	const void *list;
	uint64_t bits[4];
};
#define WORD_FILTERS 1024
extern struct word_filter word_filters[WORD_FILTERS];
/* The place of the filter of a list that is not at its first place: made now, or moved on to the next. */
const struct word_filter *word_filter_find(const void *list, size_t place, const char *const *words, size_t n);
bool words_hold_exactly(struct str key, const char *const *words, size_t n);
bool among_exactly(struct str key, const char *list);

/* n = SIZE_MAX: up to NULL; words = NULL: `list` is one string. */
static inline bool word_filter_lets(const void *list, const char *const *words, size_t n, unsigned hash)
{
	const size_t place = (size_t)(((uint64_t)(uintptr_t)list * UINT64_C(0x9E3779B97F4A7C15)) >> 54);
	const struct word_filter *f = &word_filters[place];

	if (f->list != list)
		f = word_filter_find(list, place, words, n);
	return f->bits[hash >> 6 & 3] >> (hash & 63) & 1;
}

static inline bool key_in(const struct tokens *t, size_t i, const char *const *words, size_t n)
{
	return i < t->n && word_filter_lets(words, words, n, t->at[i].hash) && words_hold_exactly(t->at[i].key, words, n);
}

static inline bool words_hold(const struct tokens *t, size_t i, const char *const *words)
{
	return key_in(t, i, words, SIZE_MAX);
}

static inline bool tok_among(const struct tokens *t, size_t i, const char *list)
{
	return i < t->n && word_filter_lets(list, NULL, 0, t->at[i].hash) && among_exactly(t->at[i].key, list);
}

#endif
