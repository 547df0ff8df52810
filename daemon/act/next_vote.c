/* SPDX-License-Identifier: EUPL-1.2 */
/* Is a result behind a tally still of its vote? A vote that is announced between them, a question of procedure, or the assembly in a sentence of its own ends it. */
#include "ballots_priv.h"

#define REACH 70      /* tokens of the sentence before its tally */
#define TO_THE_BODY 8 /* "Le [the margin] conseil municipal" */

/* "Mme A demande un vote à bulletin secret : refusé par 5 voix contre 2" */
static bool asks_for_secrecy(const struct reader *rd, size_t from, size_t to)
{
	bool asked = false, secret = false;

	for (size_t k = from; k < to; k++) {
		asked |= tok_among(&rd->t, k, " demande demandent demandee refuse refusee rejete rejetee ");
		secret |= tok_among(&rd->t, k, " secret secrets ");
	}
	return asked && secret;
}

#define CLAUSE_TOKENS 14

/* "⏎La demande", in capitals or not at the start of its sentence. */
static bool opens_a_line(const struct reader *rd, size_t i)
{
	return rd->t.at[i].shape != SHAPE_LOWER && (rd->t.at[i].lines > 0 || tok_among(&rd->t, i, " la le sa cette un une "));
}

/* "Vote secret ; refusé par 2 voix contre 1", "Le huis clos est décidé par 7 voix pour", "La demande de scrutin secret, de M. A, recueille 2 voix pour": how the séance goes
 * on was voted, not what the act decides. */
bool vote_is_on_the_way(const struct reader *rd, size_t from)
{
	static const char ways[] = " secret secrets huis suspension ", refused[] = " refuse refusee rejete rejetee repousse repoussee ecarte ecartee ", put_off[] = " ajournement report renvoi ",
			  taken[] = " accepte acceptee decide decidee adopte adoptee approuve approuvee vote votee recueille obtient ";
	const size_t floor = from > REACH ? from - REACH : 0;
	size_t verb = from, clause;

	while (verb > floor && tok_among(&rd->t, verb - 1, " par avec a ( : , la majorite "))
		verb--;
	if (verb == floor || !(tok_among(&rd->t, verb - 1, refused) || tok_among(&rd->t, verb - 1, taken)))
		return false;
	const size_t start = sentence_start(rd, from, floor);

	if (verb <= start)
		return false;
	const bool denied = tok_among(&rd->t, --verb, refused);

	for (clause = verb; clause > start && verb - clause < CLAUSE_TOKENS && !tok_among(&rd->t, clause - 1, " ; , : ") && !opens_a_line(rd, clause);)
		clause--;
	if (tok_says(&rd->t, clause, verb, ways) && tok_says(&rd->t, clause, clause + 3, " vote scrutin demande proposition recours huis suspension "))
		return !tok_among(&rd->t, clause, " apres ");
	if (denied && tok_says(&rd->t, clause, verb, put_off))
		return true;
	for (; clause < verb; clause++)
		if (!tok_among(&rd->t, clause, " est a ete elle il qui celle ci cette sa la demande , ; : ' - "))
			return false;
	if (denied && start > floor && asks_for_secrecy(rd, sentence_start(rd, start - 1, floor), start))
		return true;
	return (tok_says(&rd->t, start, verb, ways) && (denied || (tok_among(&rd->t, verb, " recueille obtient ") && tok_says(&rd->t, start, verb, " demande ")))) ||
	       (denied && tok_says(&rd->t, start, verb, put_off));
}

/* What is put to the vote before the deliberation itself. */
static const char *side_matter(const struct reader *rd, size_t from, size_t to)
{
	static const char *const words[] = { "ajournement", "amendement", "amendements", "renvoi", "report",
					     "suspension",  "prealable",  "huis",	 NULL };

	for (size_t k = from; k < to; k++)
		for (size_t w = 0; words[w] != NULL; w++)
			if (word_is(rd, k, words[w]))
				return words[w];
	return asks_for_secrecy(rd, from, to) ? "secret" : NULL;
}

/* "Vote de la délibération :", at the start of a sentence: a vote of its own is announced. */
static bool announces_a_vote(const struct reader *rd, size_t i)
{
	static const char *const of[] = { "de", "du", "sur", "des", "d", "pour", "final", "definitif", NULL };

	return i > 0 && is_heading_place(rd, i) &&
	       (word_is(rd, i, "vote") || word_is(rd, i, "votes") || word_is(rd, i, "scrutin")) &&
	       word_in(rd, i + 1, of);
}

bool assembly_does(const struct reader *rd, size_t i, size_t floor)
{
	size_t article = i;

	for (size_t k = sentence_start(rd, i, floor); k < i; k++) {
		if (rd->t.at[k].shape == SHAPE_TITLE && (word_is(rd, k, "le") || word_is(rd, k, "la")))
			article = k;
		else if (article < k && k - article <= TO_THE_BODY && council_at(rd, k))
			return true;
	}
	return false;
}

bool vote_goes_on(const struct reader *rd, const struct tally *t, size_t from)
{
	const size_t end = t->at.to;
	bool later = false, below = false;

	for (size_t i = end; i <= from; i++) {
		below |= rd->t.at[i].lines > 0 && rd->t.at[i].shape != SHAPE_LOWER;
		if (i == from)
			break;
		later = later || sentence_ends_at(rd, i - 1);
		if (later && announces_a_vote(rd, i))
			return false;
	}
	if (!later && !below)
		return true;
	/* "Le conseil, par 12 voix pour, 2 contre, accepte. II – VENTE Le conseil, à l'unanimité, accepte." */
	if (later && assembly_does(rd, t->at.from, t->at.from > REACH ? t->at.from - REACH : 0) && assembly_does(rd, from, end))
		return false;
	const size_t start = sentence_start_above(rd, t->at.from, t->at.from > REACH ? t->at.from - REACH : 0);
	const char *matter = side_matter(rd, start, t->at.from);

	if (matter == NULL)
		return true;
	for (size_t i = sentence_start(rd, from, end); i < from; i++)
		if (word_is(rd, i, matter))
			return true;
	return false;
}
