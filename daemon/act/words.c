/* SPDX-License-Identifier: EUPL-1.2 */
/* Tables of word lists, found by the address of the list: each has a filter, and slots by the hashes of its words.
 *
 * Decided against: numbering the words of all lists in one vocabulary (a list would have to be declared twice, and
 * tokens made without a lexicon would have no numbers), and a table declared beside each list (some hundred of them).
 */
#include "words_priv.h"

#include "fresh.h"

#define POOL_SLOTS 65536
#define POOL_WORDS 16383
#define INDEX_BITS 14
#define SLOT_HASH(hash) ((hash) & ((1u << (32 - INDEX_BITS)) - 1)) /* what of a hash finds room beside the index */
_Static_assert(POOL_WORDS < 1 << INDEX_BITS, "a slot holds a word's index");

static struct word_list where_there_is_no_region[WORD_LISTS];
struct word_list *word_lists = where_there_is_no_region;
static size_t used;
static struct str pool_words[POOL_WORDS]; /* of all lists */
static size_t pool_words_n;
static uint32_t pool[POOL_SLOTS]; /* a slot is 0, or a word's hash and, from 1, its index among pool_words */
static size_t pool_used;

static const struct word_list no_table = { .bits = { UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX } };

/* The word at *place of a list (an index, or an offset, which is moved over spaces); empty behind the last one. */
static struct str word_at(const void *list, const char *const *words, size_t n, size_t *place)
{
	const char *string = list;

	if (words != NULL)
		return *place < n ? str_c(words[*place]) : (struct str){ NULL, 0 };
	*place += strspn(string + *place, " ");
	return (struct str){ string + *place, strcspn(string + *place, " ") };
}

static size_t place_after(const char *const *words, size_t place, struct str word)
{
	return place + (words != NULL ? 1 : word.n);
}

/* Room for a table that is at most half full, and for its words; NULL when there is none. */
static uint32_t *slots_for(const void *list, const char *const *words, size_t n, uint32_t *ret_n)
{
	size_t count = 0, place = 0;

	for (struct str word; (word = word_at(list, words, n, &place)).n > 0; place = place_after(words, place, word))
		count++;
	for (*ret_n = 4; *ret_n < 2 * count;)
		*ret_n *= 2;
	if (count > POOL_WORDS - pool_words_n || *ret_n > POOL_SLOTS - pool_used)
		return NULL;
	pool_used += *ret_n;
	return &pool[pool_used - *ret_n];
}

static void fill(struct word_list *w, const void *list, const char *const *words, size_t n)
{
	uint32_t *slots = slots_for(list, words, n, &w->slots_n);
	size_t place = 0;

	for (struct str word; (word = word_at(list, words, n, &place)).n > 0; place = place_after(words, place, word)) {
		const uint32_t hash = key_hash(word) & KEY_HASH_MASK;
		uint32_t k = hash;

		w->bits[hash >> 6 & 3] |= UINT64_C(1) << (hash & 63);
		if (slots == NULL)
			continue;
		while (slots[k & (w->slots_n - 1)] != 0)
			k++;
		pool_words[pool_words_n++] = word;
		slots[k & (w->slots_n - 1)] = SLOT_HASH(hash) << INDEX_BITS | (uint32_t)pool_words_n;
	}
	w->slots = slots;
	w->list = list;
}

/* Each child meets lists that no text of its parent asked about, and they lie anywhere in the table. */
static void move_to_fresh_memory(void)
{
	void *p = fresh_take(WORD_LISTS * sizeof *word_lists);

	if (p != NULL)
		word_lists = p;
}

const struct word_list *word_list_find(const void *list, size_t place, const char *const *words, size_t n)
{
	while (word_lists[place].list != NULL && word_lists[place].list != list)
		place = (place + 1) % WORD_LISTS;
	if (word_lists[place].list == list)
		return &word_lists[place];
	if (used >= WORD_LISTS / 4 * 3)
		return &no_table;
	if (used++ == 0)
		move_to_fresh_memory();
	fill(&word_lists[place], list, words, n);
	return &word_lists[place];
}

static bool holds_one_by_one(struct str key, const void *list, const char *const *words, size_t n)
{
	size_t place = 0;

	for (struct str word; (word = word_at(list, words, n, &place)).n > 0; place = place_after(words, place, word))
		if (str_eq(word, key))
			return true;
	return false;
}

bool word_list_holds(const struct word_list *w, const struct token *tok, const void *list, const char *const *words, size_t n)
{
	if (w->slots == NULL)
		return holds_one_by_one(tok->key, list, words, n);
	for (uint32_t k = tok->hash, slot; (slot = w->slots[k & (w->slots_n - 1)]) != 0; k++)
		if (slot >> INDEX_BITS == SLOT_HASH(tok->hash) && str_eq(pool_words[(slot & ((1u << INDEX_BITS) - 1)) - 1], tok->key))
			return true;
	return false;
}
