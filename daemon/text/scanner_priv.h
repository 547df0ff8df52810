/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the text room: the scanner's state, and what its files share (token.c, word.c, digits.c). */
#ifndef SCRUTATEUR_SCANNER_PRIV_H
#define SCRUTATEUR_SCANNER_PRIV_H

#include "glyph_priv.h"
#include "token.h"

#define KEYS_BLOCK (16 * (size_t)1024)
#define CASE_BITS EACH_BYTE(0x20)

struct scan {
	struct arena *a;
	struct str s;
	size_t at, to; /* `to`: where the next furniture begins; no token goes over it */
	struct token *out;
	size_t n, room;
	char *keys;
	size_t keys_left;
	unsigned lines;
	bool space;
};

/* Any word: scan_word of token.c takes only the short ones of ASCII letters. */
void scan_long_word(struct scan *sc);
/* A number that may hold more than ASCII digits (digits.c). */
void scan_odd_number(struct scan *sc);
/* "O5", "35 OOO": the O at hand is the first zero of a number. */
bool number_begins_with_o(const struct scan *sc);
void scanner_more_room(struct scan *sc);

/* "３" and the like. Not ² ³ ¹ (two bytes long) nor ⁰ ⁴ ₀ ① … (they begin with E2): the marks of notes. */
static inline bool is_wide_digit(const struct glyph *g, char first, size_t len)
{
	return g->fold_n == 1 && g->fold[0] >= '0' && g->fold[0] <= '9' && len > 2 && first != '\xE2';
}

static inline char *keys_room(struct scan *sc, size_t need)
{
	if (sc->keys_left < need) {
		sc->keys_left = need > KEYS_BLOCK ? need : KEYS_BLOCK;
		sc->keys = arena_room(sc->a, sc->keys_left);
	}
	return sc->keys;
}

static inline struct str keys_take(struct scan *sc, size_t n)
{
	struct str key = {sc->keys, n};
	sc->keys += n;
	sc->keys_left -= n;
	return key;
}

/* The next token: [sc->at, end), where the scan goes on. What is put together at once is written at once. */
static inline void push(struct scan *sc, enum token_kind kind, enum token_shape shape, size_t end, struct str key, uint32_t hash, int32_t value)
{
	if (sc->n == sc->room)
		scanner_more_room(sc);
	sc->out[sc->n++] = (struct token){
		.start = (uint32_t)sc->at, .end = (uint32_t)end, .key = key, .value = value, .kind = (unsigned)kind & 3,
		.shape = (unsigned)shape & 3, .space = sc->space, .lines = (sc->lines > 255 ? 255 : sc->lines) & 255,
		.hash = hash & KEY_HASH_MASK,
	};
	sc->at = end;
	sc->space = false;
	sc->lines = 0;
}

/* The high bit of each byte that is an ASCII letter. */
static inline uint64_t letters_of(uint64_t bytes)
{
	uint64_t low = (bytes | CASE_BITS) & ~HIGH_BITS;
	return (low + EACH_BYTE(0x80 - 'a')) & ~(low + EACH_BYTE(0x80 - 'z' - 1)) & ~bytes & HIGH_BITS;
}

/* Up to eight ASCII letters at `at`, folded; *ret_uppers has a bit of each byte that is a capital. */
static inline unsigned eight_letters(struct str s, size_t at, uint64_t *ret_lower, uint64_t *ret_uppers)
{
	uint64_t bytes = bytes_at(s.p, at, s.n);
	unsigned n = eight_first(~letters_of(bytes) & HIGH_BITS);
	*ret_lower = (bytes | CASE_BITS) & first_bytes(n);
	*ret_uppers = ~bytes & CASE_BITS & first_bytes(n);
	return n;
}

#endif
