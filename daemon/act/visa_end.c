/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a visa ends before the sentence that follows it without a new line: minutes and extracts in one line of text. */
#include "scan_priv.h"
#include "segment_priv.h"
#include "titles_priv.h"

#define RELATIVE_TOKENS 25 /* from "par laquelle" to what it tells */

/* "Le maire présente …", "Un débat s'engage", "Mme OLIVE s'abstient", behind a stop. */
static bool is_told_at(const struct reader *rd, size_t k, size_t to)
{
	size_t next;

	if (speaker_at(rd, k, to))
		return true;
	if (!tok_among(&rd->t, k, " le la les l un une ") && !(rd->t.at[k].lines > 0 && is_civility(&rd->t, k, &next)))
		return false;
	if (title_holds_verb(rd, k, to) || tok_among(&rd->t, k + 1, " debat discussion echange "))
		return true;
	for (; k < to; k++)
		if (says_a_vote(rd, k))
			return true;
	return false;
}

/* "…, Ouï l'avis de sa commission": heard, not seen. */
static bool is_heard_at(const struct reader *rd, size_t k)
{
	return tok_among(&rd->t, k, " oui ouie ouies ouis entendu entendue ") && rd->t.at[k].shape != SHAPE_LOWER && (rd->t.at[k].lines > 0 || tok_among(&rd->t, k - 1, " , ; . "));
}

/* "Vu l'article L. 1612-1, il est proposé d'ouvrir …", "…, le maire propose": what the visa is the reason for; not "par laquelle, …, le maire
 * demande", nor "l'avis disant qu'il convient". */
static bool is_matter_at(const struct reader *rd, size_t from, size_t k, size_t to)
{
	static const char *const il[] = { "il est propose", "il est demande", "il est necessaire", "il est decide", "il est rappele", "il convient", "il y a lieu", "il appartient", "il faut",
					  "nous devons", "nous proposons", "nous vous proposons", NULL };
	static const char says[] = " propose proposent doit doivent souhaite souhaitent demande demandent expose informe rappelle presente envisage explique indique precise ";
	static const char who[] = " maire president presidente commune mairie municipalite collectivite communaute conseil rapporteur rapporteure adjoint adjointe ";
	size_t next = k, noun = k + 1;

	if (!tok_mark(&rd->t, k - 1, ',') && !word_is(rd, k, "il") && !word_is(rd, k, "nous"))
		return false;
	if (!tok_among(&rd->t, k, " il nous le la l monsieur madame m mme ") || tok_says(&rd->t, k > RELATIVE_TOKENS + from ? k - RELATIVE_TOKENS : from, k, " laquelle lequel lesquels lesquelles duquel auquel qui que qu dont ou "))
		return false;
	if (tok_any_phrase(&rd->t, k, il, &next))
		return true;
	if (!tok_mark(&rd->t, k - 1, ','))
		return false;
	while (noun < k + 4 && tok_among(&rd->t, noun, " . ' le la monsieur madame "))
		noun++;
	if (!tok_among(&rd->t, noun, who))
		return false;
	noun += tok_among(&rd->t, noun + 1, " municipal communautaire metropolitain departemental regional ");
	return noun + 1 < to && tok_among(&rd->t, noun + 1, says);
}

bool visa_initial_at(const struct reader *rd, size_t k)
{
	return tok_mark(&rd->t, k + 1, '.') && rd->t.at[k].key.n == 1 && (word_is(rd, k, "l") || (k > 1 && !rd->t.at[k].space && tok_mark(&rd->t, k - 1, '.') && rd->t.at[k - 2].key.n == 1));
}

size_t visa_to(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from + 1; k < to; k++) {
		if (is_heard_at(rd, k) || is_matter_at(rd, from, k, to))
			return k;
		if (rd->t.at[k].shape != SHAPE_TITLE || visa_initial_at(rd, k) || !tok_among(&rd->t, k - 1, " , ; . "))
			continue;
		if ((tok_among(&rd->t, k, " dans en sous ") && tok_says(&rd->t, k + 1, k + 4, " attente reserve ")) || is_told_at(rd, k, to))
			return k;
	}
	return to;
}
