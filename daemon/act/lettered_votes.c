/* SPDX-License-Identifier: EUPL-1.2 */
/* A tally whose labels are letters: "Vote : P 10 / C 2 / A 1", "P : 10 C : 2 A : 1".
 *
 * Only in capitals, P first, each with its number: two behind a word of voting, else all three, with colons, where a sentence or a line begins.
 * Parcels have such letters, too.
 */
#include "led_voices_priv.h"

#define LETTERS_LEAST 2

/* Of the voice that the letter at token i stands for, or VOICES. */
static enum voice letter_at(const struct reader *rd, size_t i)
{
	static const char *const letters[] = { "p", "c", "a" };

	for (int v = 0; v < VOICE_NPPV && rd->t.at[i].shape != SHAPE_LOWER; v++)
		if (word_is(rd, i, letters[v]))
			return (enum voice)v;
	return VOICES;
}

static bool is_announced(const struct reader *rd, size_t i)
{
	return i > 1 && tok_among(&rd->t, i - 1 - tok_among(&rd->t, i - 1, " : ( - "), " vote votes voix scrutin resultat ");
}

size_t lettered_at(const struct reader *rd, size_t i, struct tally *ret)
{
	const bool announced = i > 0 && is_announced(rd, i);
	size_t n = 0, k = i;

	*ret = (struct tally){ .at = { i, i } };
	for (enum voice v; (v = letter_at(rd, k)) < VOICES && (n > 0 || v == VOICE_POUR); n++) {
		struct voice_read *r = &ret->v[v];
		const size_t number = skip_marks(rd, k + 1, ":=");
		const size_t end = number < rd->t.n && rd->t.at[number].lines == 0 && rd->t.at[number].kind == TOK_NUMBER ? voice_plain_count(rd, number, &r->n) : number;

		if (end == number || r->n > VOICES_MOST || r->how != VOICE_UNSEEN || !(announced || tok_mark(&rd->t, k + 1, ':')))
			return i;
		*r = (struct voice_read){ .how = VOICE_NUMBER, .n = r->n, .at = { k, end }, .sure = true };
		ret->at.to = ret->end = end;
		k = skip_marks(rd, end, "/,;-|");
	}
	if (n < (announced ? LETTERS_LEAST : VOICE_NPPV))
		return i;
	for (int v = 0; v < VOICE_NPPV && !announced && rd->t.at[i].lines == 0 && !sentence_ends_at(rd, i - 1); v++)
		ret->v[v].how = VOICE_ODD; /* "les lots P : 10, C : 2, A : 1" */
	return ret->at.to;
}
