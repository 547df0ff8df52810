/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a visa ends before the sentence that follows it without a new line: minutes and extracts in one line of text. */
#include "scan_priv.h"
#include "segment_priv.h"
#include "titles_priv.h"

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

size_t visa_to(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from + 1; k < to; k++) {
		if (is_heard_at(rd, k))
			return k;
		if (rd->t.at[k].shape != SHAPE_TITLE || !tok_among(&rd->t, k - 1, " , ; . "))
			continue;
		if ((tok_among(&rd->t, k, " dans en sous ") && tok_says(&rd->t, k + 1, k + 4, " attente reserve ")) || is_told_at(rd, k, to))
			return k;
	}
	return to;
}
