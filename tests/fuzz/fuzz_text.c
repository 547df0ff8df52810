/* SPDX-License-Identifier: EUPL-1.2 */
/* Any bytes → text → tokens: spans inside, in order, between code points; keys are what their bytes fold to; the way back
 * to the received bytes and to lines is monotone and exact. */
#include "fuzz.h"

#define TEXT_MAX (64 * KIB) /* small enough for the size limit to be met */
#define LOOKED_AT 48	    /* tokens whose way back is followed: each costs the length of the text */

/* Spaces inside a word are those of a soft hyphen at a line end; an O in a number is a zero. */
static void check_key(const struct text *t, const struct token *tok)
{
	char fold[4];
	size_t n = 0;
	uint32_t cp;
	for (size_t at = tok->start; at < tok->end;) {
		at += utf8_next(t->bytes, at, &cp);
		if (cp_is_space(cp))
			continue;
		size_t len = fold_cp(cp, fold);
		if (tok->kind == TOK_NUMBER && cp == 'O')
			fold[0] = '0';
		CHECK(n + len <= tok->key.n && memcmp(tok->key.p + n, fold, len) == 0);
		n += len;
	}
	CHECK(n == tok->key.n);
}

static void check_kind(const struct token *tok)
{
	CHECK(tok->kind == TOK_WORD || tok->kind == TOK_NUMBER || tok->kind == TOK_MARK);
	CHECK(tok->hash == (key_hash(tok->key) & KEY_HASH_MASK));
	CHECK(tok->kind == TOK_NUMBER || tok->value == -1);
	if (tok->kind != TOK_NUMBER)
		return;
	int64_t value = -1;
	CHECK(tok->key.n > 9 || str_int(tok->key, &value));
	CHECK(tok->value == value || tok->value == -1);
}

static void check_tokens(const struct text *t, const struct tokens *k)
{
	size_t end = t->start, f = 0;
	for (size_t i = 0; i < k->n; i++) {
		const struct token *tok = &k->at[i];
		CHECK(tok->start >= end && fuzz_span(t, (struct span){tok->start, tok->end}));
		CHECK(i == 0 || tok->space || tok->lines == 0);
		end = tok->end;
		while (f < k->furniture_n && k->furniture[f].end <= tok->start)
			f++;
		CHECK(f == k->furniture_n || tok->end <= k->furniture[f].start);
		check_kind(tok);
		check_key(t, tok);
	}
	CHECK(k->at[k->n].kind == TOK_END && k->at[k->n].start == t->bytes.n && k->at[k->n].end == t->bytes.n);
	for (size_t i = 0; i < k->furniture_n; i++) {
		CHECK(fuzz_span(t, k->furniture[i]));
		CHECK(i == 0 || k->furniture[i - 1].end <= k->furniture[i].start);
	}
}

/* One received code point; 0 for a byte of the table of CP1252, which is tested elsewhere. */
static size_t decode_one(const struct text *t, size_t at, uint32_t *ret_cp)
{
	const unsigned char b = (unsigned char)t->raw.p[at];
	switch (t->encoding) {
	case TEXT_CP1252: *ret_cp = b >= 0x80 && b < 0xA0 ? 0 : b; return 1;
	case TEXT_UTF16LE:
	case TEXT_UTF16BE: return utf16_next(t->raw, at, t->encoding == TEXT_UTF16BE, ret_cp);
	default: return utf8_next(t->raw, at, ret_cp);
	}
}

/* The received bytes of a span give its text again. */
static void check_received(const struct text *t, size_t start, size_t end, size_t from, size_t to)
{
	CHECK(!t->received || (from == start && to == end));
	while (start < end) {
		uint32_t cp, raw_cp = 0;
		CHECK(from < to);
		from += decode_one(t, from, &raw_cp);
		if (t->unseen > 0 && cp_is_unseen(raw_cp))
			continue;
		start += utf8_next(t->bytes, start, &cp);
		CHECK(raw_cp == 0 || raw_cp == cp);
	}
	CHECK(from == to);
}

static void check_places(struct arena *a, const struct text *t, const struct tokens *k)
{
	const struct places *places = places_of(a, t);
	struct place before = {1, 1, 1};
	size_t raw_end = 0;
	for (size_t i = 0, step = k->n / LOOKED_AT + 1; i < k->n; i += step) {
		const struct token *tok = &k->at[i];
		struct place at = place_at(places, tok->start);
		struct str line = place_line(places, tok->start);
		size_t from, to;
		CHECK(at.line >= before.line && at.page >= before.page);
		CHECK(i == 0 || at.line > before.line || at.col > before.col);
		CHECK(line.p <= t->bytes.p + tok->start && t->bytes.p + tok->start < line.p + line.n);
		text_received(t, tok->start, tok->end, &from, &to);
		CHECK(from >= raw_end && from < to && to <= t->raw.n);
		check_received(t, tok->start, tok->end, from, to);
		before = at;
		raw_end = to;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct arena a;
	struct text text;
	struct tokens tokens;
	arena_init(&a, LIMIT_ACT_MEMORY);
	if (fuzz_decode(&a, p, n, TEXT_MAX, &text)) {
		tokenise(&a, &text, &tokens);
		check_tokens(&text, &tokens);
		check_places(&a, &text, &tokens);
	}
	arena_done(&a);
	return 0;
}
