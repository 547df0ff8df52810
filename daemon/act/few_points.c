/* SPDX-License-Identifier: EUPL-1.2 */
/* Minutes of two or a few points: "1. Achat du pré⏎…⏎2. Tarifs⏎…", too few to be told from the list of a dispositif by their number alone.
 *
 * They are cut where the paper calls itself minutes and numbers no acte, nothing but the last minutes is voted or decided above the first point, each title stands
 * alone on its line and is no verb of decision, and no part holds the votes of two matters. Of two, both have their vote; of more, the first, the last, and half of them.
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define OPENING_TOKENS 120
#define TITLE_TOKENS 30
#define WORDS_OF_ONE 6 /* "à l'unanimité (6 voix pour)", "après en avoir délibéré" */

/* Its title; "le procès-verbal du 3 mars est adopté" is one of another paper. */
bool calls_itself_minutes(const struct reader *rd)
{
	bool minutes = false;

	for (size_t k = 0; k < OPENING_TOKENS && k < rd->t.n; k++) {
		if (word_is(rd, k, "extrait"))
			return false;
		minutes = minutes || (names_the_minutes(rd, k) && !(k > 0 && tok_among(&rd->t, k - 1, " le les du des un ce ")));
	}
	return minutes;
}

static bool is_decided_before(const struct reader *rd, size_t to)
{
	for (size_t i = 0; i < to; i++)
		if (decides_at(rd, i))
			return true;
	return is_voted_between(rd, 0, to) && !only_the_minutes_are_voted(rd, to);
}

/* Not "Approuve le compte", "Autorise le maire à …", "Le conseil adopte …", nor a sentence. */
bool titles_a_point(const struct reader *rd, size_t title, size_t to)
{
	const size_t end = line_end(rd, title, to);
	size_t next;

	if (end >= to || end - title > TITLE_TOKENS || rd->t.at[title].kind != TOK_WORD || rd->t.at[title].shape == SHAPE_LOWER || tok_among(&rd->t, end - 1, " ; , . ") || is_visa_opener(rd, title))
		return false;
	if (tok_among(&rd->t, title, " le la les l il que qu de d monsieur madame article ") || organe_at(rd, title, &next) != NULL || title_holds_verb(rd, title, end))
		return false;
	return !decides_at(rd, title) && !cue_of(rd, title, (const enum cue[]){ CUE_DECIDE, CUE_VERBE, CUE_ADOPTE, CUE_REJETE }, 4);
}

static bool tells_a_result(const struct reader *rd, size_t i)
{
	return result_at(rd, i) || cue_at(rd->lx, &rd->t, i, CUE_POUR) > i + 1 || cue_at(rd->lx, &rd->t, i, CUE_CONTRE) > i + 1 || cue_at(rd->lx, &rd->t, i, CUE_ABSTENTION) > i;
}

static bool tells_a_debate(const struct reader *rd, size_t i)
{
	return cue_at(rd->lx, &rd->t, i, CUE_SUITE) > i;
}

/* Those nearer to one another are one. */
static size_t times_told(const struct reader *rd, size_t from, size_t to, bool (*tells)(const struct reader *, size_t))
{
	size_t n = 0, last = from;

	for (size_t i = from; (i = next_of(rd, LANDMARK_SAYS_VOTE, i, to)) < to; i++)
		if (tells(rd, i)) {
			n += n == 0 || i > last + WORDS_OF_ONE;
			last = i;
		}
	return n;
}

bool holds_two_votes(const struct reader *rd, size_t from, size_t to)
{
	return times_told(rd, from, to, tells_a_debate) > 1 || times_told(rd, from, to, tells_a_result) > 1;
}

struct act_headings few_points(const struct reader *rd, const struct act_headings *chain)
{
	const struct act_headings none = { 0 };
	size_t with = 0;
	bool last = false;

	if (chain->n < 2 || !calls_itself_minutes(rd) || is_decided_before(rd, chain->at[0].at))
		return none;
	for (size_t k = 0; k < chain->n; k++) {
		const size_t from = chain->at[k].at, to = k + 1 < chain->n ? chain->at[k + 1].at : chain->end > 0 ? chain->end : rd->t.n;

		if (!titles_a_point(rd, title_of_point(rd, from), to) || holds_two_votes(rd, from, to))
			return none;
		last = is_voted_between(rd, from, to);
		with += last;
		if (k == 0 && !last)
			return none;
	}
	return last && (chain->n == 2 ? with == 2 : with * 2 >= chain->n) ? *chain : none;
}
