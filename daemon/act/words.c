/* SPDX-License-Identifier: EUPL-1.2 */
/* Filters of word lists, in a table by the address of the list.
 *
 * Decided against: numbering the words of all lists in one vocabulary (a list would have to be declared twice, and
 * tokens made without a lexicon would have no numbers), and a filter object beside each list (some hundred of them).
 */
#include "words_priv.h"

struct word_filter word_filters[WORD_FILTERS];
static size_t used;

static const struct word_filter no_filter = { .bits = { UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX } };

static void let(struct word_filter *f, struct str word)
{
	const uint32_t hash = key_hash(word);

	f->bits[hash >> 6 & 3] |= UINT64_C(1) << (hash & 63);
}

static void fill(struct word_filter *f, const void *list, const char *const *words, size_t n)
{
	if (words == NULL) {
		for (const char *at = list, *end; *at != '\0'; at = end + (*end == ' ')) {
			end = at + strcspn(at, " ");
			if (end > at)
				let(f, (struct str){ at, (size_t)(end - at) });
		}
	} else {
		for (size_t k = 0; k < n && words[k] != NULL; k++)
			let(f, str_c(words[k]));
	}
	f->list = list;
}

const struct word_filter *word_filter_find(const void *list, size_t place, const char *const *words, size_t n)
{
	while (word_filters[place].list != NULL && word_filters[place].list != list)
		place = (place + 1) % WORD_FILTERS;
	if (word_filters[place].list == list)
		return &word_filters[place];
	if (used >= WORD_FILTERS / 4 * 3)
		return &no_filter;
	used++;
	fill(&word_filters[place], list, words, n);
	return &word_filters[place];
}

bool words_hold_exactly(struct str key, const char *const *words, size_t n)
{
	if (key.n == 0)
		return false;
	for (size_t k = 0; k < n && words[k] != NULL; k++)
		if (words[k][0] == key.p[0] && strncmp(words[k], key.p, key.n) == 0 && words[k][key.n] == '\0')
			return true;
	return false;
}

bool among_exactly(struct str key, const char *list)
{
	if (key.n == 0)
		return false;
	for (const char *at = list; *at != '\0'; at++)
		if (at[0] == ' ' && at[1] == key.p[0] && strncmp(at + 1, key.p, key.n) == 0 && at[1 + key.n] == ' ')
			return true;
	return false;
}
