/* SPDX-License-Identifier: EUPL-1.2 */
/* One pass over the tokens that notes where things may begin.
 *
 * Decided against: lists of places (a row of bits is walked as fast, takes less room where a text is hostile, and rows
 * can be joined), and asking the readers' own tests here (they look around; this pass must cost a few nanoseconds a
 * token).
 */
#include "landmarks.h"

#include "lexicon_priv.h"
#include "numbers_priv.h"
#include "openings_priv.h"
#include "words_priv.h"

static bool is_abbreviation(const struct tokens *t, size_t i)
{
	static const char *const short_forms[] = { "mm",   "mme", "mr",	 "mrs", "mlle", "dr", "me", "art",
						   "arts", "st",  "ste", "cf",	"al",	"no", NULL };

	return t->at[i].kind == TOK_WORD && (t->at[i].key.n == 1 || words_hold(t, i, short_forms));
}

/* The full stop at i, behind which another token stands. */
static bool ends_a_sentence(const struct tokens *t, size_t i)
{
	const struct token *next = &t->at[i + 1];

	if (!(next->space || next->lines > 0) || (i > 0 && is_abbreviation(t, i - 1)))
		return false;
	return next->kind != TOK_WORD || next->shape != SHAPE_LOWER;
}

static uint64_t bit(unsigned row)
{
	return UINT64_C(1) << row;
}

static uint64_t cues_at(const struct lexicon *lx, const struct tokens *t, size_t i)
{
	const struct phrase *longer, *alone;

	if (!phrases_at(lx, t, i, &longer, &alone))
		return 0;
	const uint64_t cues = (longer != NULL ? cues_of(longer, t, i) : 0) | (alone != NULL ? cues_of(alone, t, i) : 0);

	return cues != 0 ? cues | bit(LANDMARK_CUE) : 0;
}

static uint64_t landmarks_at(const struct lexicon *lx, const struct tokens *t, size_t i)
{
	const struct token *tok = &t->at[i];
	uint64_t all = cues_at(lx, t, i);

	switch ((enum token_kind)tok->kind) {
	case TOK_WORD:
		if (may_be_number_word(tok->key) && is_number_word(tok->key))
			all |= bit(LANDMARK_NUMBER_WORD);
		if (str_starts(tok->key, STR("abst")))
			all |= bit(LANDMARK_ABSTENTION);
		break;
	case TOK_NUMBER: all |= bit(LANDMARK_NUMBER); break;
	case TOK_MARK:
		if (tok_mark(t, i, '.') && ends_a_sentence(t, i))
			all |= bit(LANDMARK_SENTENCE_END);
		break;
	case TOK_END: break;
	}
	if (tok[1].lines >= 2 || i + 1 == t->n)
		all |= bit(LANDMARK_SENTENCE_END);
	return all | openings_at(tok, all);
}

void landmarks_find(struct arena *a, const struct lexicon *lx, struct tokens *t)
{
	struct landmarks *l = ARENA_NEW(a, struct landmarks);

	openings_fill();
	number_words_fill();
	l->tokens = t->n;
	l->width = t->n / 64 + 1;
	l->rows = ARENA_ARRAY(a, l->width * LANDMARKS, uint64_t);
	for (size_t i = 0; i < t->n; i++)
		for (uint64_t all = landmarks_at(lx, t, i); all != 0; all &= all - 1)
			l->rows[(unsigned)__builtin_ctzll(all) * l->width + i / 64] |= bit(i % 64);
	t->landmarks = l;
}
