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
#include "words_priv.h"

static void note(struct landmarks *l, unsigned row, size_t i)
{
	l->rows[row * l->width + i / 64] |= UINT64_C(1) << (i % 64);
}

static void note_cues(struct landmarks *l, const struct opener *o, const struct tokens *t, size_t i)
{
	uint64_t cues = cues_of(o, t, i);

	if (cues != 0)
		note(l, LANDMARK_CUE, i);
	for (; cues != 0; cues &= cues - 1)
		note(l, (unsigned)__builtin_ctzll(cues), i);
}

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

static void note_words(struct landmarks *l, const struct lexicon *lx, const struct tokens *t, size_t i)
{
	const struct opener *o = opener_at(lx, t, i);

	if (o != NULL)
		note_cues(l, o, t, i);
	if (t->at[i].kind == TOK_WORD && is_number_word(t->at[i].key))
		note(l, LANDMARK_NUMBER_WORD, i);
}

void landmarks_find(struct arena *a, const struct lexicon *lx, struct tokens *t)
{
	struct landmarks *l = ARENA_NEW(a, struct landmarks);

	l->tokens = t->n;
	l->width = t->n / 64 + 1;
	l->rows = ARENA_ARRAY(a, l->width * LANDMARKS, uint64_t);
	for (size_t i = 0; i < t->n; i++) {
		note_words(l, lx, t, i);
		if (t->at[i + 1].lines >= 2 || i + 1 == t->n || (tok_mark(t, i, '.') && ends_a_sentence(t, i)))
			note(l, LANDMARK_SENTENCE_END, i);
	}
	t->landmarks = l;
}
