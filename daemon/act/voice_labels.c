/* SPDX-License-Identifier: EUPL-1.2 */
/* The labels of a voice: "pour", "voix contre", "abs." beside the others; and what looks like one: "contre-valeur", "un vote défavorable". */
#include "led_voices_priv.h"
#include "numbers_priv.h"

#define OTHER_VOICE_TOKENS 6

static const enum cue CUES[VOICES] = { CUE_POUR, CUE_CONTRE, CUE_ABSTENTION, CUE_NPPV };

/* "contre-valeur", "contre-expertise" */
bool voice_is_half_a_word(const struct reader *rd, size_t i)
{
	const struct token *tok = &rd->t.at[i];

	return i + 2 < rd->t.n && word_is(rd, i, "contre") && tok_mark(&rd->t, i + 1, '-') && !tok[1].space && !tok[2].space && tok[2].kind == TOK_WORD &&
	       tok[2].shape == SHAPE_LOWER && !is_number_word(tok[2].key);
}

/* "8 pour, 2 contre, 1 abs", and not "Abs : 3", of those who are not there. */
static bool is_short_for_absents(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "abs") && !cue_before(rd, i, OTHER_VOICE_TOKENS, 0, CUE_CONTRE) && !cue_before(rd, i, OTHER_VOICE_TOKENS, 0, CUE_POUR);
}

/* "après un vote défavorable de la commission" */
static bool is_told_of_another_vote(const struct reader *rd, size_t i)
{
	return i > 0 && tok_among(&rd->t, i - 1, " un une le la ") && tok_among(&rd->t, i + 1, " defavorable ");
}

size_t voice_label(const struct reader *rd, size_t i, enum voice *ret)
{
	size_t best = i;

	if (!landmark_at(rd->t.landmarks, LANDMARK_CUE, i) || voice_is_half_a_word(rd, i) || is_short_for_absents(rd, i) || is_told_of_another_vote(rd, i))
		return i;
	for (int v = 0; v < VOICES; v++) {
		const size_t next = cue_at(rd->lx, &rd->t, i, CUES[v]);

		if (next > best) {
			best = next;
			*ret = (enum voice)v;
		}
	}
	return best;
}

bool voice_names_its_kind(const struct reader *rd, size_t i, size_t next, enum voice v)
{
	static const char *const words[] = { "voix", "vote", "votes", "suffrages", "favorables", "vote", NULL };

	for (size_t k = i; k < next; k++)
		if (word_in(rd, k, words))
			return true;
	return v == VOICE_ABSTENTION || v == VOICE_NPPV;
}
