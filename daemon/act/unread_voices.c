/* SPDX-License-Identifier: EUPL-1.2 */
/* What a text says of a voice and no reader understood: such a voice is unread, not absent.
 *
 * "par 10 voix pour (et non 3 contre)", "par 10 oui, 2 non", "les votes contre de deux élus".
 */
#include "votes_priv.h"

#define AROUND_TALLY 25

static bool is_taken(const struct tally *t, size_t i)
{
	for (int v = 0; v < VOICES; v++)
		if (i >= t->v[v].at.from && i < t->v[v].at.to)
			return true;
	return false;
}

static bool number_before(const struct reader *rd, size_t i)
{
	return i > 0 && rd->t.at[i].lines == 0 && rd->t.at[i - 1].kind == TOK_NUMBER;
}

#define YES_TO_NO 6

/* "par 10 oui, 2 non"; not "article 3 non applicable" */
static bool says_yes_or_no(const struct reader *rd, size_t i, enum voice v)
{
	if (!number_before(rd, i) || !word_is(rd, i, v == VOICE_POUR ? "oui" : "non") || v > VOICE_CONTRE)
		return false;
	if (v == VOICE_POUR)
		return true;
	for (size_t k = i; k > 0 && i - k < YES_TO_NO; k--)
		if (word_is(rd, k - 1, "oui"))
			return number_before(rd, k - 1);
	return false;
}

/* "3 contre", "contre 3": a number beside a word of the voice. */
static bool counts_a_voice(const struct reader *rd, size_t i, enum voice v)
{
	enum voice label = VOICE_NPPV;
	const size_t next = voice_label(rd, i, &label);
	int64_t n;

	if (next > i && label == v)
		return number_before(rd, i) || voice_count(rd, next, &n) > next;
	return says_yes_or_no(rd, i, v);
}

size_t voice_left_unread(const struct reader *rd, const struct tally *t, enum voice v, struct range around)
{
	const size_t from = t->at.from > around.from + AROUND_TALLY ? t->at.from - AROUND_TALLY : around.from;
	const size_t to = t->at.to + AROUND_TALLY < around.to ? t->at.to + AROUND_TALLY : around.to;

	for (size_t i = sentence_start(rd, t->at.from, from), stop = sentence_end(rd, t->at.to, to); i < stop; i++)
		if (!is_taken(t, i) && counts_a_voice(rd, i, v) && !is_opinion(rd, i, from))
			return i;
	return t->at.to;
}

/* Words of a voice that no tally took: "voix contre", "votant pour", "abstention", "(contre)". */
static bool speaks_of(const struct reader *rd, size_t i, enum voice v)
{
	static const enum cue cues[VOICES] = { CUE_POUR, CUE_CONTRE, CUE_ABSTENTION, CUE_NPPV };
	static const char *const votes[] = { "vote", "votes", "votant", "votent", "voix", NULL };
	static const char *const voters[] = { "voix", "votant", "votent", "ont", "ayant", NULL };
	const size_t next = cue_at(rd->lx, &rd->t, i, cues[v]);

	if (v == VOICE_NPPV)
		return false;
	if (v == VOICE_ABSTENTION)
		return rd->t.at[i].kind == TOK_WORD && str_starts(rd->t.at[i].key, STR("abst"));
	if (says_yes_or_no(rd, i, v))
		return true;
	if (next == i)
		return false;
	if (v == VOICE_POUR) /* "les crédits votés pour l'année" */
		return next > i + 1 && word_in(rd, i, voters);
	return next > i + 1 || (i > 0 && word_in(rd, i - 1, votes)) || tok_mark(&rd->t, next, ':') ||
	       (i > 0 && tok_mark(&rd->t, i - 1, '(') && tok_mark(&rd->t, next, ')'));
}

size_t voice_spoken_of(const struct reader *rd, struct range around, struct range visas, enum voice v)
{
	for (size_t i = around.from; i < around.to; i++)
		if (!(i >= visas.from && i < visas.to) && speaks_of(rd, i, v) && !is_opinion(rd, i, around.from))
			return i;
	return around.to;
}
