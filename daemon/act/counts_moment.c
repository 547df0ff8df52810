/* SPDX-License-Identifier: EUPL-1.2 */
/* A count of one moment: "Présents à l'ouverture : 7, présents lors du vote : 9". The quorum and the voices are of the vote; a number of the opening
 * holds where no other is told (counts.c reads it as any other). */
#include "counts_priv.h"

#define MOMENT_TOKENS 10
#define CHANGE_TOKENS 12
#define TORN_TOKENS 20

/* "à partir de la question 3", "dès le point 4", "ensuite" */
static bool opens_a_change(const struct reader *rd, size_t i)
{
	return (tok_among(&rd->t, i, " a ") && tok_among(&rd->t, i + 1, " partir compter ")) || (tok_among(&rd->t, i, " des ") && tok_among(&rd->t, i + 1, " la le l ")) ||
	       tok_among(&rd->t, i, " ensuite puis jusqu ");
}

bool count_changes_behind(const struct reader *rd, size_t end)
{
	static const char said[] = " a partir compter de du des d la le les l question questions point points n no deliberation deliberations rapport rapports dossier dossiers "
				   "affaire affaires ordre jour jusqu au aux pour ensuite puis et membres conseillers delegues elus ";
	bool changes = false, number = false;
	int64_t value;

	for (size_t k = end; k < end + CHANGE_TOKENS && k < rd->t.n && !(changes && number); k++) {
		const struct token *tok = &rd->t.at[k];

		if (tok->kind == TOK_WORD && (!tok_among(&rd->t, k, said) || (tok->shape != SHAPE_LOWER && !opens_a_change(rd, k) && !(tok_among(&rd->t, k, " pour ") && tok_among(&rd->t, k + 1, " le la les ")))))
			return false;
		changes |= opens_a_change(rd, k) || tok_among(&rd->t, k, " question questions point points deliberation deliberations rapport rapports dossier dossiers affaire affaires ");
		number |= tok->kind == TOK_NUMBER && count_number(rd, k, &value) > k;
	}
	return changes && number;
}

/* "lors du (the margin) vote :", "après l'arrivée de Mme A :": to the colon; else `next`. */
static size_t some_other_moment(const struct reader *rd, size_t next)
{
	size_t k = next;

	if (!tok_among(&rd->t, next, " lors pendant apres avant durant ") && !(tok_among(&rd->t, next, " au ") && tok_among(&rd->t, next + 1, " moment ")) &&
	    !opens_a_change(rd, next))
		return next;
	while (k < rd->t.n && k < next + MOMENT_TOKENS && !tok_mark(&rd->t, k, ':') && !sentence_ends_at(rd, k))
		k++;
	return tok_mark(&rd->t, k, ':') ? k : next;
}

static const char *const VOTES[] = { "lors du vote", "au moment du vote", "pendant le vote", "pour le vote", "au vote", "lors des votes", "lors du scrutin",
				     "au moment de voter", "lors de la deliberation", "au moment de la deliberation", "pour cette deliberation",
				     "pour la presente deliberation", "a la presente deliberation", "pour la deliberation", NULL };

/* "présents⏎(the foot of a page)⏎au moment du vote (the margin) : 12": to the colon; else `next`. */
static size_t vote_torn_off(const struct reader *rd, size_t next)
{
	static const enum cue others[] = { CUE_NB_PRESENTS, CUE_NB_VOTANTS, CUE_EN_EXERCICE, CUE_ABSENTS, CUE_POUVOIRS };
	bool told = false;
	size_t at;

	for (size_t k = next; k < next + TORN_TOKENS && k < rd->t.n && !cue_of(rd, k, others, sizeof others / sizeof *others); k++) {
		if (told && tok_mark(&rd->t, k, ':'))
			return k;
		told |= tok_any_phrase(&rd->t, k, VOTES, &at) || tok_phrase(&rd->t, k, "moment du vote", &at);
	}
	return next;
}

bool count_at_a_moment(struct reader *rd, struct count *c, size_t i, size_t next, size_t *ret_end)
{
	static const char *const others[] = { "en cours de seance", "en fin de seance", "a la fin", "a la fin de la seance", "a la cloture", "a la cloture de la seance",
					      "apres l ' ouverture", "apres l ' ouverture de la seance", "par la suite", "a la levee de la seance", NULL };
	size_t at = next;
	int64_t value;

	if (c->cue != CUE_NB_PRESENTS && c->cue != CUE_NB_VOTANTS)
		return false;
	at = next += tok_mark(&rd->t, next, '('); /* "présents (après l'arrivée de M. A) : 6" */
	const bool of_vote = tok_any_phrase(&rd->t, next, VOTES, &at);

	if (!of_vote && !tok_longest_phrase(&rd->t, next, others, &at))
		at = some_other_moment(rd, next);
	size_t number = skip_marks(rd, at, "):="), end = count_number(rd, number, &value);
	const bool torn = end == number || at == next;

	if (torn) {
		at = vote_torn_off(rd, next);
		number = at + 1;
		end = count_number(rd, number, &value);
	}
	if (at == next || end == number)
		return false;
	*ret_end = end;
	if (of_vote && !torn) {
		struct count vote = { .cue = c->cue, .values = c->at_vote };

		count_keep(rd, &vote, value, i, end);
		c->at_vote = vote.values;
	} else {
		c->mixed = reader_span(rd, i, end);
	}
	return true;
}
