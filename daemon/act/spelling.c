/* SPDX-License-Identifier: EUPL-1.2 */
/* Words that a scanner or a hurried hand spelled wrong, where the cues of the lexicon need them: "Procutations",
 * "secrétalre". One slip in a long word is repaired in the token's key; its bytes stay what they are.
 *
 * A brace is a parenthesis scanned badly: nobody writes one in a deliberation.
 *
 * In short words ("pouvoir", "absents") one letter more or less makes another word, or a name: there only a letter that a
 * scanner takes for another is repaired.
 */
#include <string.h>

#include "reader_priv.h"

static const char *const WORDS[] = {
	"procuration", "procurations", "secretaire",   "secretaires", "deliberation", "deliberations",
	"convocation", "convocations", "abstention",   "abstentions", "unanimite",    "prefecture",
	"monsieur",    "messieurs",    "mesdames",
};
#define WORDS_N (sizeof WORDS / sizeof *WORDS)
#define SHORTEST 8
#define LONGEST 14

/* Shorter ones, where only what scanners take for each other is a slip: "abseuts", "prescnts", "pouvolrs". */
static const char *const SHORT_WORDS[] = {
	"absent",   "absents", "absente",  "absentes",	 "present",	"presents",	"presente",  "excuse", "excuses",
	"excusee",  "pouvoir", "pouvoirs", "represente", "representes", "representee", "votants",  "exercice",
};
#define SHORT_WORDS_N (sizeof SHORT_WORDS / sizeof *SHORT_WORDS)
#define SHORTEST_OF_SHORT 6

/* A slip is in one letter, so the first or the last of the word is right; of a short word its length as well, for a letter
 * stands for a letter. Most words of a text share neither with any of ours. */
static struct {
	uint64_t pairs[LONGEST + 1]; /* by length: first letters in the low half, last letters in the high one */
	bool filled;
} ends;

static void let_ends(const char *word, size_t n)
{
	ends.pairs[n] |= UINT64_C(1) << (word[0] & 31) | UINT64_C(1) << (32 + (word[strlen(word) - 1] & 31));
}

static void fill_ends(void)
{
	for (size_t k = 0; k < SHORT_WORDS_N && !ends.filled; k++)
		let_ends(SHORT_WORDS[k], strlen(SHORT_WORDS[k]));
	for (size_t k = 0; k < WORDS_N && !ends.filled; k++)
		for (size_t n = strlen(WORDS[k]) - 1; n <= strlen(WORDS[k]) + 1; n++)
			if (n <= LONGEST)
				let_ends(WORDS[k], n);
	ends.filled = true;
}

static bool may_be_a_slip(struct str key)
{
	const uint64_t mine = UINT64_C(1) << (key.p[0] & 31) | UINT64_C(1) << (32 + (key.p[key.n - 1] & 31));

	return (ends.pairs[key.n] & mine) != 0;
}

static bool looks_like(char a, char b)
{
	static const char *const pairs[] = { "nu", "un", "ec", "ce", "il", "li", "tl", "lt" };

	for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
		if (pairs[k][0] == a && pairs[k][1] == b)
			return true;
	return false;
}

static bool one_letter_looks_like(struct str a, struct str b)
{
	size_t other = 0;

	for (size_t i = 0; i < a.n; i++)
		if (a.p[i] != b.p[i]) {
			if (other++ > 0 || !looks_like(a.p[i], b.p[i]))
				return false;
		}
	return other == 1;
}

static struct str scanned_as(struct str key)
{
	struct str found = { NULL, 0 };

	for (size_t k = 0; k < SHORT_WORDS_N; k++) {
		const struct str word = str_c(SHORT_WORDS[k]);

		if (word.n != key.n || (word.p[0] != key.p[0] && word.p[word.n - 1] != key.p[key.n - 1]))
			continue;
		if (str_eq(key, word))
			return (struct str){ NULL, 0 };
		if (one_letter_looks_like(key, word))
			found = word;
	}
	return found;
}

/* The first or the last four letters; one slip leaves the first or the last half of a word as it was. */
static uint64_t first_four(struct str s)
{
	return eight_bytes(s.p) << 32;
}

static uint64_t last_four(struct str s)
{
	return eight_bytes(s.p + s.n - 8) >> 32;
}

/* One letter more, less or other: all the rest is before it or behind it, at least half on one side. */
static bool one_slip(struct str a, struct str b)
{
	const size_t shorter = a.n < b.n ? a.n : b.n, longer = a.n < b.n ? b.n : a.n;
	size_t before = 0, behind = 0;

	while (before < shorter && a.p[before] == b.p[before])
		before++;
	while (behind < shorter && a.p[a.n - 1 - behind] == b.p[b.n - 1 - behind])
		behind++;
	return longer - shorter <= 1 && before + behind + 1 >= longer && (before >= shorter / 2 || behind >= shorter / 2);
}

/* The word that `key` is, but for one slip; empty when it is one of them, or none. */
static struct str slip_of(struct str key)
{
	const uint64_t first = first_four(key), last = last_four(key);
	struct str found = { NULL, 0 };

	for (size_t k = 0; k < WORDS_N; k++) {
		const struct str word = str_c(WORDS[k]);

		if (first != first_four(word) && last != last_four(word))
			continue;
		if (str_eq(key, word))
			return (struct str){ NULL, 0 };
		if (one_slip(key, word))
			found = word;
	}
	return found;
}

void spelling_repair(struct tokens *t)
{
	struct token *at = (struct token *)(uintptr_t)t->at;

	fill_ends();

	for (size_t i = 0; i < t->n; i++) {
		if (tok_mark(t, i, '}') && !tok_mark(t, i + 1, ')'))
			token_set_key(&at[i], STR(")"));
		if (tok_mark(t, i, '{') && (i == 0 || !tok_mark(t, i - 1, '(')))
			token_set_key(&at[i], STR("("));
		if (at[i].kind != TOK_WORD || at[i].key.n < SHORTEST_OF_SHORT || at[i].key.n > LONGEST || !may_be_a_slip(at[i].key))
			continue;
		struct str word = scanned_as(at[i].key);

		if (word.n == 0 && at[i].key.n >= SHORTEST)
			word = slip_of(at[i].key);

		if (word.n > 0)
			token_set_key(&at[i], word);
	}
}
