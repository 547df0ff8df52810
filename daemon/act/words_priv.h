/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: is the word at token i one of a list? Asked at every token, and the answer is nearly always
 * no: the key's hash and a filter of the list say so without comparing letters. A yes costs one comparison.
 *
 * A list is known by its address: it must be static and never change. Its table is made when it is first asked about,
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
/* One of the tokens [from, to) is. */
static inline bool tok_says(const struct tokens *t, size_t from, size_t to, const char *list);
/* How many tokens from a on, `most` at most, have the keys of those from b on. */
static inline size_t tok_same(const struct tokens *t, size_t a, size_t b, size_t most);

/* Nothing stands between it and the token before it. */
static inline bool tok_tight(const struct tokens *t, size_t i)
{
	return i < t->n && !t->at[i].space;
}

/* Nothing to know below. */
struct word_list {
	const void *list;
	uint64_t bits[4]; /* filter: a bit for the hash of each word */
	const uint32_t *slots; /* table of its words (words.c); NULL when no room was left for one */
	uint32_t slots_n; /* a power of two */
};
#define WORD_LISTS 2048
extern struct word_list *word_lists; /* so many */
/* A list that is not at its first place: made now, or moved on to the next. */
const struct word_list *word_list_find(const void *list, size_t place, const char *const *words, size_t n);
bool word_list_holds(const struct word_list *w, const struct token *tok, const void *list, const char *const *words, size_t n);

/* n = SIZE_MAX: up to NULL; words = NULL: `list` is one string. */
static inline bool list_holds(const struct tokens *t, size_t i, const void *list, const char *const *words, size_t n)
{
	if (i >= t->n)
		return false;
	const size_t place = (size_t)(((uint64_t)(uintptr_t)list * UINT64_C(0x9E3779B97F4A7C15)) >> 53);
	const struct word_list *w = &word_lists[place];
	const unsigned hash = t->at[i].hash;

	if (w->list != list)
		w = word_list_find(list, place, words, n);
	return (w->bits[hash >> 6 & 3] >> (hash & 63) & 1) && word_list_holds(w, &t->at[i], list, words, n);
}

static inline bool key_in(const struct tokens *t, size_t i, const char *const *words, size_t n)
{
	return list_holds(t, i, words, words, n);
}

static inline bool words_hold(const struct tokens *t, size_t i, const char *const *words)
{
	return list_holds(t, i, words, words, SIZE_MAX);
}

static inline bool tok_among(const struct tokens *t, size_t i, const char *list)
{
	return list_holds(t, i, list, NULL, 0);
}

static inline bool tok_says(const struct tokens *t, size_t from, size_t to, const char *list)
{
	for (size_t k = from; k < to; k++)
		if (tok_among(t, k, list))
			return true;
	return false;
}

static inline size_t tok_same(const struct tokens *t, size_t a, size_t b, size_t most)
{
	size_t n = 0;

	while (n < most && str_eq(t->at[a + n].key, t->at[b + n].key))
		n++;
	return n;
}

#endif
