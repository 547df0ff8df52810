/* SPDX-License-Identifier: EUPL-1.2 */
/* The only number of a paper that approves the last minutes before it: "Le procès-verbal est adopté à l'unanimité.⏎Délibération n° 2031-04⏎…".
 *
 * What is voted above it is the minutes', and an acte of its own. Where something else is voted there too, the number may stand at the foot of that; and
 * where nothing is decided nor reported behind it, it is the number of what stands above.
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define ABOUT_TOKENS 30 /* before the result */
#define VERB_TOKENS 6	/* behind it */
#define REPORT_TOKENS 60 /* behind the number */

bool names_the_minutes(const struct reader *rd, size_t i)
{
	const size_t second = i + 1 + tok_mark(&rd->t, i + 1, '-');

	return tok_among(&rd->t, i, " pv ") || (tok_among(&rd->t, i, " proces ") && tok_among(&rd->t, second, " verbal verbaux ")) ||
	       (tok_among(&rd->t, i, " compte comptes ") && tok_among(&rd->t, second, " rendu rendus "));
}

/* "Approbation du procès-verbal … À l'unanimité", "Le compte rendu est, à la majorité, adopté" */
static bool is_of_the_minutes(const struct reader *rd, size_t vote, size_t floor)
{
	static const char approved[] = " approbation adoption approuve approuves approuvent adopte adoptes adoptent vote votes valide valides ";
	const size_t from = vote > floor + ABOUT_TOKENS ? vote - ABOUT_TOKENS : floor;

	if (!tok_says(&rd->t, from, vote + VERB_TOKENS, approved))
		return false;
	for (size_t k = from; k < vote + VERB_TOKENS; k++)
		if (names_the_minutes(rd, k))
			return true;
	return false;
}

bool only_the_minutes_are_voted(const struct reader *rd, size_t to)
{
	bool voted = false;
	size_t sentence = 0; /* the end of that of the last vote */

	for (size_t i = 0; (i = next_of(rd, LANDMARK_SAYS_VOTE, i, to)) < to; i++) {
		if (i < sentence || !says_a_vote(rd, i))
			continue;
		if (!is_of_the_minutes(rd, i, sentence))
			return false;
		voted = true;
		sentence = sentence_end(rd, i, to);
	}
	return voted;
}

static bool reported_or_decided_behind(const struct reader *rd, size_t i)
{
	for (size_t k = i; k < rd->t.n; k++)
		if (says_a_vote(rd, k) || decides_at(rd, k) || (k < i + REPORT_TOKENS && (speaker_at(rd, k, rd->t.n) || (rd->t.at[k].lines > 0 && tok_among(&rd->t, k, " rapporteur rapporteure ")))))
			return true;
	return false;
}

struct act_headings number_behind_the_minutes(struct reader *rd)
{
	struct act_headings all = announced_numbers(rd), none = { 0 };

	if (all.n == 0)
		all = numbers_with_titles(rd);
	if (all.n != 1 || rd->t.at[all.at[0].at].lines == 0 || !only_the_minutes_are_voted(rd, all.at[0].at) || !reported_or_decided_behind(rd, all.at[0].number.to))
		return none;
	return all;
}
