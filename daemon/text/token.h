/* SPDX-License-Identifier: EUPL-1.2 */
/* Text → tokens: the normalised form every reader works on, each token with its way back to the bytes.
 *
 * The readers never see spaces, line ends or accents: they compare folded keys. A token is a run of letters (WORD), a
 * run of digits (NUMBER) or one other character (MARK). "l'article" is three tokens: l ' article. "conformeTransmis"
 * (two words glued by an extractor) is two: a lower-case letter followed by an upper-case one opens a new token when at
 * least three letters stand on both sides (four on the left of a word that begins with a capital: "MacDonald" is one);
 * not in "GONlNDARD", whose I was scanned as a small L: such a word is one, in capitals.
 * "1er" is NUMBER WORD. "2O24", with a letter O, is the NUMBER 2024; "I2" and "2l" are numbers without a value: 12 and 21
 * to who reads them on paper. "12²" is NUMBER MARK, the mark of a note. "MAIRAN-\nGRALIN" is WORD MARK WORD, line ends counted before the last. Marks nobody sees, soft
 * hyphens and private-use glyphs give no token; a soft hyphen at a line end joins the two halves of its word.
 *
 * Page furniture gives no tokens; its spans are listed, so that a reader can say what was passed over: page numbers
 * (" 3Page 2 /", "- 3 -", "2/6", a bare number beside a form feed), and lines repeated on pages where they cut a
 * sentence or a list. A number behind a colon is kept unless the pages around it show that it counts pages; a repeated
 * line between two sentences is kept: it may open an act of a bundle (furniture_priv.h has the rules). Line ends around
 * furniture are all counted. The tokens are for the whole text, in order, never overlapping.
 */
#ifndef SCRUTATEUR_TOKEN_H
#define SCRUTATEUR_TOKEN_H

#include "eight.h"
#include "text.h"

enum token_kind { TOK_WORD, TOK_NUMBER, TOK_MARK, TOK_END };
/* Of a WORD, from its original letters. */
enum token_shape {
	SHAPE_LOWER, /* délibération */
	SHAPE_TITLE, /* Pouvoir, also a single capital */
	SHAPE_UPPER, /* TARVEL: two letters or more, all capitals */
	SHAPE_MIXED, /* McDonald */
};

struct token {
	uint32_t start, end;  /* bytes in the text, half-open */
	struct str key;	      /* folded: ASCII lower case where possible; for a MARK its folded character */
	int32_t value;	      /* of a NUMBER up to 9 digits without a letter I or l glued to it, not struck through nor shown reversed, else -1 */
	unsigned kind : 2;    /* enum token_kind */
	unsigned shape : 2;   /* enum token_shape */
	unsigned space : 1;   /* white space (or a line end) stands before it */
	unsigned lines : 8;   /* line ends between the token before and this one, 255 at most; 1 for the first token */
	unsigned hash : 19;   /* key_hash(key): equal keys have equal hashes */
};
#define KEY_HASH_BITS 19
#define KEY_HASH_MASK ((1u << KEY_HASH_BITS) - 1)

struct span {
	size_t start, end;
};

struct landmarks;
struct tokens {
	const struct token *at; /* n tokens, then one TOK_END whose start = end = text length */
	size_t n;
	const struct landmarks *landmarks; /* of the act room, which sets it; NULL before */
	const struct span *furniture;
	size_t furniture_n;
};

/* Linear in the text, which is shorter than 4 GiB (LIMIT_DOCUMENT_BYTES). */
void tokenise(struct arena *a, const struct text *t, struct tokens *ret);
/* True when the folded words of `phrase` (single spaces, e.g. "a l ' unanimite" written "a l'unanimite" is tokenised
 * the same way) stand at i; *ret_next is the token after them. Slow path for code: cue phrases go through
 * act/lexicon.h. */
static inline bool tok_phrase(const struct tokens *t, size_t i, const char *phrase, size_t *ret_next);
/* Of phrases that end with NULL: the first that stands at token i, or the longest; *ret_next behind it, as it was when there is none. */
bool tok_any_phrase(const struct tokens *t, size_t i, const char *const *phrases, size_t *ret_next);
bool tok_longest_phrase(const struct tokens *t, size_t i, const char *const *phrases, size_t *ret_next);

/* True when token i has this folded key. Beyond the end: false. */
static inline bool tok_is(const struct tokens *t, size_t i, struct str key)
{
	return i < t->n && t->at[i].key.n == key.n && memcmp(t->at[i].key.p, key.p, key.n) == 0;
}

/* The same; the first letter decides nearly always. */
static inline bool tok_is_word(const struct tokens *t, size_t i, const char *folded)
{
	return i < t->n && t->at[i].key.n > 0 && t->at[i].key.p[0] == folded[0] && tok_is(t, i, str_c(folded));
}

static inline bool tok_mark(const struct tokens *t, size_t i, char c)
{
	return i < t->n && t->at[i].kind == TOK_MARK && t->at[i].key.n == 1 && t->at[i].key.p[0] == c;
}

/* Sorts keys apart without looking at all of them: the first eight bytes, the last eight, the length. */
static inline uint32_t key_hash_of(uint64_t first, uint64_t last, size_t n)
{
	const uint64_t mixed = (first ^ (last << 23 | last >> 41) ^ n) * UINT64_C(0x9E3779B97F4A7C15);

	return (uint32_t)(mixed >> (64 - KEY_HASH_BITS));
}

static inline uint32_t key_hash(struct str key)
{
	if (key.n < 8)
		return key_hash_of(few_bytes(key.p, key.n), 0, key.n);
	return key_hash_of(eight_bytes(key.p), key.n > 8 ? eight_bytes(key.p + key.n - 8) : 0, key.n);
}

static inline void token_set_key(struct token *tok, struct str key)
{
	tok->key = key;
	tok->hash = key_hash(key) & KEY_HASH_MASK;
}

/* Nothing to know below: the first letter decides nearly always. */
bool tok_phrase_from(const struct tokens *t, size_t i, const char *phrase, size_t *ret_next);

static inline bool tok_phrase(const struct tokens *t, size_t i, const char *phrase, size_t *ret_next)
{
	return i < t->n && t->at[i].key.n > 0 && t->at[i].key.p[0] == phrase[0] &&
	       tok_phrase_from(t, i, phrase, ret_next);
}

#endif
