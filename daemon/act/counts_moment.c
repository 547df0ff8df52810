/* SPDX-License-Identifier: EUPL-1.2 */
/* A count of one moment: "Présents à l'ouverture : 7, présents lors du vote : 9". The quorum and the voices are of the vote; a number of the opening
 * holds where no other is told (counts.c reads it as any other). */
#include "counts_priv.h"

#define MOMENT_TOKENS 10

/* "lors du (the margin) vote :", "après l'arrivée de Mme A :": to the colon; else `next`. */
static size_t some_other_moment(const struct reader *rd, size_t next)
{
	size_t k = next;

	if (!tok_among(&rd->t, next, " lors pendant apres avant durant ") && !(tok_among(&rd->t, next, " au ") && tok_among(&rd->t, next + 1, " moment ")))
		return next;
	while (k < rd->t.n && k < next + MOMENT_TOKENS && !tok_mark(&rd->t, k, ':') && !sentence_ends_at(rd, k))
		k++;
	return tok_mark(&rd->t, k, ':') ? k : next;
}

bool count_at_a_moment(struct reader *rd, struct count *c, size_t i, size_t next, size_t *ret_end)
{
	static const char *const votes[] = { "lors du vote", "au moment du vote", "pendant le vote", "pour le vote", "au vote", "lors des votes", "lors du scrutin",
					     "au moment de voter", "lors de la deliberation", "au moment de la deliberation", "pour cette deliberation",
					     "pour la presente deliberation", "a la presente deliberation", "pour la deliberation", NULL };
	static const char *const others[] = { "en cours de seance", "en fin de seance", "a la fin", "a la fin de la seance", "a la cloture", "a la cloture de la seance",
					      "apres l ' ouverture", "apres l ' ouverture de la seance", "par la suite", "a la levee de la seance", NULL };
	size_t at = next;
	int64_t value;

	if (c->cue != CUE_NB_PRESENTS && c->cue != CUE_NB_VOTANTS)
		return false;
	const bool of_vote = tok_any_phrase(&rd->t, next, votes, &at);

	if (!of_vote && !tok_longest_phrase(&rd->t, next, others, &at))
		at = some_other_moment(rd, next);
	const size_t number = skip_marks(rd, at, ":="), end = count_number(rd, number, &value);

	if (at == next || end == number)
		return false;
	*ret_end = end;
	if (of_vote) {
		struct count vote = { .cue = c->cue, .values = c->at_vote };

		count_keep(rd, &vote, value, i, end);
		c->at_vote = vote.values;
	} else {
		c->mixed = reader_span(rd, i, end);
	}
	return true;
}
