/* SPDX-License-Identifier: EUPL-1.2 */
/* Words that a scanner or a hurried hand spelled wrong, where the cues of the lexicon need them: "Procutations",
 * "secrétalre". One slip in a long word is repaired in the token's key; its bytes stay what they are.
 *
 * A brace is a parenthesis scanned badly: nobody writes one in a deliberation.
 *
 * In short words ("pouvoir", "absents") one letter more or less makes another word, or a name: there only a letter that a
 * scanner takes for another is repaired.
 */
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
	"excusee",  "pouvoir", "pouvoirs", "represente", "representes", "representee", "votants",  "exercice", "etaient",
};
#define SHORT_WORDS_N (sizeof SHORT_WORDS / sizeof *SHORT_WORDS)
#define SHORTEST_OF_SHORT 6

/* A slip is in one letter, so at either end three letters are right, and the letter at the other end, or else nearly all
 * of the word: seven letters, five where it has less than eight. Of a short word its length is right as well, for a letter
 * stands for a letter. Most words of a text share none of these with any of ours. */
static struct {
	uint64_t bits[LONGEST + 1][64]; /* by length: a bit for each of the four ends of our words */
	uint32_t first[LONGEST + 1], last[LONGEST + 1]; /* by length: their first letters, their last letters */
	struct str words[WORDS_N], short_words[SHORT_WORDS_N];
	bool filled;
} ours;

static uint64_t head(const char *p, size_t n)
{
	return n < 8 ? four_bytes(p) | (uint64_t)(unsigned char)p[4] << 32 : eight_bytes(p) << 8;
}

static uint64_t tail(const char *p, size_t n)
{
	return n < 8 ? four_bytes(p + n - 4) | (uint64_t)(unsigned char)p[n - 5] << 32 : eight_bytes(p + n - 8) >> 8;
}

static uint64_t first_three_and_last(const char *p, size_t n)
{
	return (uint64_t)(four_bytes(p) << 8) << 32 | (unsigned char)p[n - 1];
}

static uint64_t first_and_last_three(const char *p, size_t n)
{
	return (uint64_t)(four_bytes(p + n - 4) >> 8) << 32 | (unsigned char)p[0];
}

static unsigned place_of(uint64_t letters)
{
	return (unsigned)(letters * UINT64_C(0x9E3779B97F4A7C15) >> 52);
}

static void let(size_t n, uint64_t letters)
{
	ours.bits[n][place_of(letters) / 64] |= UINT64_C(1) << (place_of(letters) % 64);
}

static bool lets(size_t n, uint64_t letters)
{
	return ours.bits[n][place_of(letters) / 64] >> (place_of(letters) % 64) & 1;
}

/* The ends of `word` in a word of n letters. */
static void let_ends(struct str word, size_t n)
{
	let(n, head(word.p, word.n));
	let(n, tail(word.p, word.n));
	let(n, first_three_and_last(word.p, word.n));
	let(n, first_and_last_three(word.p, word.n));
	ours.first[n] |= UINT32_C(1) << (word.p[0] & 31);
	ours.last[n] |= UINT32_C(1) << (word.p[word.n - 1] & 31);
}

static void fill(void)
{
	if (ours.filled)
		return;
	for (size_t k = 0; k < SHORT_WORDS_N; k++) {
		ours.short_words[k] = str_c(SHORT_WORDS[k]);
		let_ends(ours.short_words[k], ours.short_words[k].n);
	}
	for (size_t k = 0; k < WORDS_N; k++) {
		ours.words[k] = str_c(WORDS[k]);
		for (size_t n = ours.words[k].n - 1; n <= ours.words[k].n + 1; n++)
			if (n >= SHORTEST && n <= LONGEST)
				let_ends(ours.words[k], n);
	}
	ours.filled = true;
}

static bool may_be_a_slip(struct str key)
{
	if (key.n < SHORTEST_OF_SHORT || key.n > LONGEST)
		return false;
	const bool first = ours.first[key.n] >> (key.p[0] & 31) & 1, last = ours.last[key.n] >> (key.p[key.n - 1] & 31) & 1;

	return (first && lets(key.n, head(key.p, key.n))) || (last && lets(key.n, tail(key.p, key.n))) ||
	       (first && last &&
		(lets(key.n, first_three_and_last(key.p, key.n)) || lets(key.n, first_and_last_three(key.p, key.n))));
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

	for (size_t k = 0; k < SHORT_WORDS_N; k++)
		if (ours.short_words[k].n == key.n && one_letter_looks_like(key, ours.short_words[k]))
			found = ours.short_words[k];
	return found;
}

/* One letter more, less or other: all the rest is before it or behind it, at least half on one side. */
static bool one_slip(struct str a, struct str b)
{
	/* The slip is not at both ends. */
	if (a.p[0] != b.p[0] && a.p[a.n - 1] != b.p[b.n - 1])
		return false;
	const size_t shorter = a.n < b.n ? a.n : b.n, longer = a.n < b.n ? b.n : a.n;
	size_t before = 0, behind = 0;

	if (longer - shorter > 1)
		return false;
	while (before < shorter && a.p[before] == b.p[before])
		before++;
	while (behind < shorter && a.p[a.n - 1 - behind] == b.p[b.n - 1 - behind])
		behind++;
	return before + behind + 1 >= longer && (before >= shorter / 2 || behind >= shorter / 2);
}

/* The word that `key` is, but for one slip. */
static struct str slip_of(struct str key)
{
	struct str found = { NULL, 0 };

	for (size_t k = 0; k < WORDS_N; k++)
		if (one_slip(key, ours.words[k]))
			found = ours.words[k];
	return found;
}

static void repair_mark(const struct tokens *t, size_t i, struct token *mark)
{
	if (mark->key.p[0] != '{' && mark->key.p[0] != '}')
		return;
	if (tok_mark(t, i, '}') && !tok_mark(t, i + 1, ')'))
		token_set_key(mark, STR(")"));
	if (tok_mark(t, i, '{') && (i == 0 || !tok_mark(t, i - 1, '(')))
		token_set_key(mark, STR("("));
}

static void repair_word(const struct tokens *t, size_t i, struct token *word)
{
	if (KEY_IN(t, i, WORDS) || KEY_IN(t, i, SHORT_WORDS))
		return;
	struct str meant = scanned_as(word->key);

	if (meant.n == 0 && word->key.n >= SHORTEST)
		meant = slip_of(word->key);
	if (meant.n > 0)
		token_set_key(word, meant);
}

void spelling_repair(struct tokens *t)
{
	struct token *at = (struct token *)(uintptr_t)t->at;

	fill();
	for (size_t i = 0; i < t->n; i++) {
		if (at[i].kind == TOK_WORD) {
			if (may_be_a_slip(at[i].key))
				repair_word(t, i, &at[i]);
		} else if (at[i].kind == TOK_MARK) {
			repair_mark(t, i, &at[i]);
		}
	}
}
