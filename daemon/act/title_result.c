/* SPDX-License-Identifier: EUPL-1.2 */
/* A line below a title that tells its result, or the first row of what was decided: no part of the title. */
#include "titles_priv.h"
#include "votes_priv.h"

#define LINE_TOKENS 16

/* "12 POUR⏎0 CONTRE", "POUR CONTRE ABSTENTION⏎12 0 0" */
static bool is_a_row_of_voices(const struct reader *rd, size_t i, size_t end)
{
	enum voice first = VOICE_POUR, second = VOICE_POUR;
	const size_t at = i + (rd->t.at[i].kind == TOK_NUMBER), label = voice_label(rd, at, &first);

	if (label == at || rd->t.at[at].shape != SHAPE_UPPER)
		return false;
	return at > i ? label >= end || rd->t.at[label].kind == TOK_MARK || rd->t.at[label].kind == TOK_NUMBER : voice_label(rd, label, &second) > label && second != first;
}

/* "Accord du conseil à l'unanimité", "Sont élus à l'unanimité :", "Motion adoptée (1 abstention)", "Repoussé par 7 voix contre 3": a word of deciding, and its result on one line. */
static bool tells_the_result(const struct reader *rd, size_t i, size_t end)
{
	if (!tok_among(&rd->t, i, " accord avis sont est motion repousse repoussee repousses vote votes adoption approbation "))
		return false;
	for (size_t k = i; k < end; k++)
		if (result_at(rd, k) || tok_among(&rd->t, k, " unanime unanimement ") || (rd->t.at[k].kind == TOK_NUMBER && tok_among(&rd->t, k + 1, " voix abstention abstentions ")))
			return true;
	return false;
}

/* "Hôtel : 1,20 €" */
static bool is_a_row_of_a_tariff(const struct reader *rd, size_t i, size_t end)
{
	size_t colon = i;

	while (colon < end && !tok_mark(&rd->t, colon, ':'))
		colon++;
	return colon > i && colon + 1 < end && rd->t.at[colon + 1].kind == TOK_NUMBER && tok_among(&rd->t, end - 1 - tok_mark(&rd->t, end - 1, '.'), " € euros ");
}

bool result_line_at(const struct reader *rd, size_t i, size_t limit)
{
	if (rd->t.at[i].lines == 0 || (rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_LOWER) || title_goes_on(rd, i))
		return false;
	const size_t end = line_end(rd, i, limit < i + LINE_TOKENS ? limit : i + LINE_TOKENS);

	if (tok_among(&rd->t, i, " resultat resultats ") && tok_among(&rd->t, i + 1, " du des de ") && tok_says(&rd->t, i + 2, i + 4, " vote votes scrutin "))
		return true;
	if (tok_among(&rd->t, i, " vote votes ") && tok_among(&rd->t, i + 1, " article ") && tok_among(&rd->t, i + 2, " par "))
		return true;
	return is_a_row_of_voices(rd, i, end) || tells_the_result(rd, i, end) || is_a_row_of_a_tariff(rd, i + tok_mark(&rd->t, i, '-'), end);
}
