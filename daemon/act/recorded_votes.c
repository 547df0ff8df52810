/* SPDX-License-Identifier: EUPL-1.2 */
/* One vote told as it was taken, then as it is recorded: "Le maire met aux voix : 12 pour, 3 contre. … par 12 voix pour et 3 contre, décide".
 *
 * Only where both have the same numbers, the first is announced, the second is the decision's or a form's, and no other matter stands between:
 * an amendment and then the whole, or two rows of a list, are two votes whatever their numbers.
 */
#include "ballots_priv.h"

#define TO_THE_VOTE 20 /* tokens of the sentence before its tally */
#define TO_THE_WAY 6   /* "à la majorité des suffrages exprimés (" */

static const char PUT_TO_THE_VOTE[] = " met mettant mettre mis mise soumet soumis soumise soumettant passe procede procedant ",
		  TOLD[] = " vote votes scrutin resultat resultats voix ";

static bool sentence_says(const struct reader *rd, size_t i, const char *words)
{
	return tok_says(&rd->t, sentence_start(rd, i, i > TO_THE_VOTE ? i - TO_THE_VOTE : 0), i, words);
}

/* The same numbers; what one does not say is nothing, or, when those for and against are the same, abstentions left out. */
static bool are_equal(const struct tally *a, const struct tally *b)
{
	bool alike[VOICES];

	for (int v = 0; v < VOICES; v++) {
		const struct voice_read *one = &a->v[v], *two = &b->v[v];

		alike[v] = one->how == VOICE_NUMBER && two->how == VOICE_NUMBER && one->n == two->n;
		if (alike[v] || (one->how == VOICE_UNSEEN && two->how == VOICE_UNSEEN))
			continue;
		const bool lone = one->how == VOICE_UNSEEN ? two->how == VOICE_NUMBER : one->how == VOICE_NUMBER && two->how == VOICE_UNSEEN;

		if (!lone || ((one->how == VOICE_UNSEEN ? two->n : one->n) > 0 && !(v > VOICE_CONTRE && alike[VOICE_POUR] && alike[VOICE_CONTRE])))
			return false;
	}
	return alike[VOICE_POUR];
}

/* "POUR : 12 CONTRE : 3", above the decision */
static bool is_a_form(const struct reader *rd, size_t i)
{
	return rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape != SHAPE_LOWER && is_heading_place(rd, i);
}

/* "par 12 voix pour", "à la majorité (12 pour", "avec 12 voix" */
static bool is_of_a_decision(const struct reader *rd, size_t i)
{
	return i > 0 && (tok_among(&rd->t, i - 1, " par avec ") || cue_before(rd, i, TO_THE_WAY, 0, CUE_MAJORITE) || cue_before(rd, i, TO_THE_WAY, 0, CUE_UNANIMITE));
}

/* "La vente est rejetée", between the two: of another vote than the adoption behind it. */
static bool another_result_between(const struct formulas *fs, const struct ballot *a, const struct ballot *b)
{
	for (size_t i = 0; i < fs->n; i++)
		if (fs->at[i].at.from >= a->tally->end && fs->at[i].at.to <= b->tally->at.from && (b->formula == NULL ? (fs->at[i].results & RESULT_REJET) != 0 : !results_agree(&fs->at[i], b->formula)))
			return true;
	return a->formula != NULL && b->formula != NULL && !results_agree(a->formula, b->formula);
}

static bool is_recorded_again(const struct reader *rd, const struct formulas *fs, const struct ballot *a, const struct ballot *b)
{
	const struct tally *said = a->tally, *written = b->tally;

	if (said->foreign != FOREIGN_NO || written->foreign != FOREIGN_NO || said->of_groups || written->of_groups || said->election || written->election || !are_equal(said, written))
		return false;
	if (sentence_says(rd, written->at.from, PUT_TO_THE_VOTE) || another_result_between(fs, a, b))
		return false;
	if (!sentence_says(rd, said->at.from, PUT_TO_THE_VOTE) && !((sentence_says(rd, said->at.from, TOLD) || is_a_form(rd, said->at.from)) && is_of_a_decision(rd, written->at.from)))
		return false;
	return vote_goes_on(rd, said, written->at.from) && no_other_matter_between(rd, said->end, written->at.from);
}

static void join_what_is_recorded(struct reader *rd, const struct ballot *a, struct ballot *b)
{
	struct tally *t = ARENA_NEW(rd->a, struct tally);

	*t = *b->tally;
	for (int v = 0; v < VOICES; v++)
		if (t->v[v].how == VOICE_UNSEEN)
			t->v[v] = a->tally->v[v];
	b->tally = t;
	if (a->formula != NULL)
		b->formula = b->formula == NULL ? a->formula : formula_plainer(b->formula, a->formula);
}

void votes_recorded(struct reader *rd, const struct formulas *fs, struct ballots *bs)
{
	size_t kept = 0;

	for (size_t i = 0; i < bs->n; i++)
		if (i + 1 < bs->n && is_recorded_again(rd, fs, &bs->at[i], &bs->at[i + 1]))
			join_what_is_recorded(rd, &bs->at[i], &bs->at[i + 1]);
		else
			bs->at[kept++] = bs->at[i];
	bs->n = kept;
}

/* The same tally printed in the heading and at the end of the act; in minutes, equal tallies are two votes. */
bool tally_printed_twice(const struct tallies *ts, size_t i)
{
	if (ts->n != 2)
		return false;
	for (size_t k = 0; k < i; k++) {
		bool same = true;

		for (int v = 0; v < VOICE_NPPV; v++)
			same = same && ts->at[k].v[v].how == VOICE_NUMBER && ts->at[i].v[v].how == VOICE_NUMBER &&
			       ts->at[k].v[v].n == ts->at[i].v[v].n;
		if (same)
			return true;
	}
	return false;
}
