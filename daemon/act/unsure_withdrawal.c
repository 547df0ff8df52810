/* SPDX-License-Identifier: EUPL-1.2 */
/* Words of a withdrawal that may be another thing than one from this vote: with a return, of a candidate, of a role or another room, or behind the vote. */
#include "leaving_priv.h"
#include "names_priv.h"
#include "votes_priv.h"

#define CANDIDATE_TOKENS 20
#define NEAR_TOKENS 16
#define BACK_TOKENS 60 /* "Mme A, trésorière de …, quitte la salle pendant le débat et revient pour le vote" */

static bool ends_in_a_withdrawal(const struct reader *rd, size_t told)
{
	return leaving_word(rd, told - 1) & LEAVING_RETIRES;
}

/* "M. A se retire. Mme B reste seule candidate." */
static bool is_of_a_candidate(const struct reader *rd, size_t i, size_t next)
{
	return ends_in_a_withdrawal(rd, next) &&
	       tok_says(&rd->t, sentence_start(rd, i, i > BACK_TOKENS ? i - BACK_TOKENS : 0), next + CANDIDATE_TOKENS < rd->t.n ? next + CANDIDATE_TOKENS : rd->t.n,
			" candidat candidate candidats candidates candidature candidatures ");
}

/* Between two actes of minutes, "M. A quitte la salle" is of the second as well as of the first, whose vote stands before it. */
static bool goes_behind_the_vote(const struct reader *rd, size_t acte, size_t k)
{
	const struct acte *a = &rd->actes[acte];

	return acte + 1 < rd->r->actes_n && a->votes_n > 0 && rd->t.at[k].start >= a->votes[a->votes_n - 1].span.end &&
	       tok_among(&rd->t, k, " se s quitte quittent sort sortent ");
}

static const char RETURNS[] = " revient reviennent regagne regagnent reintegre reintegrent rejoint rejoignent reprend reprennent retourne retournent rentre rentrent retour ";

/* Where the sentence goes on to a return; its end when it does not. */
static size_t return_in(const struct reader *rd, size_t i, size_t to)
{
	while (i < to && !tok_among(&rd->t, i, RETURNS))
		i++;
	return i;
}

/* "… revient pour le vote", not "… pour le vote suivant". */
static bool is_back_for_the_vote(const struct reader *rd, size_t i, size_t to)
{
	static const char *const votes[] = { "pour le vote", "avant le vote", "au moment du vote", "pour voter", "lors du vote", "pour prendre part au vote",
					     "pour participer au vote", "a temps pour le vote", NULL };

	for (size_t k = i, next; k < to; k++)
		if (tok_any_phrase(&rd->t, k, votes, &next) && (next >= to || rd->t.at[next].kind == TOK_MARK))
			return true;
	return false;
}

bool left_and_back_for_the_vote(const struct reader *rd, size_t i)
{
	const size_t from = sentence_start(rd, i, i > BACK_TOKENS ? i - BACK_TOKENS : 0), to = sentence_end(rd, i, i + BACK_TOKENS < rd->t.n ? i + BACK_TOKENS : rd->t.n);
	size_t left = from;

	while (left < to && !(leaving_word(rd, left) & LEAVING_A_VOTE))
		left++;
	const size_t back = return_in(rd, left, to);

	return left < to && back < to && is_back_for_the_vote(rd, back, to);
}

/* Somebody who left is said to come back before the vote is told: was he there for it? */
static bool comes_back(const struct reader *rd, size_t acte, size_t i, size_t next)
{
	const struct acte *a = &rd->actes[acte];
	size_t to = sentence_end(rd, i, i + BACK_TOKENS < rd->t.n ? i + BACK_TOKENS : rd->t.n), vote = to;

	if (!leaving_in(rd, i, next, LEAVING_A_VOTE))
		return false;
	for (size_t v = a->votes_n; v-- > 0;)
		if (a->votes[v].span.start > rd->t.at[i].start)
			vote = token_at(rd, a->votes[v].span.start);
	for (size_t k = next; k < to && k < vote; k++)
		if (tok_among(&rd->t, k, RETURNS))
			return !tok_among(&rd->t, k + 1, " apres sitot ") && !(tok_among(&rd->t, k + 1, " a ") && tok_among(&rd->t, k + 4, " issue "));
	return false;
}

/* "a quitté la salle des fêtes en bon état", "quitte la salle de sport": the room of the séance, or another? */
static bool is_of_some_room(const struct reader *rd, size_t told)
{
	static const char others[] = " polyvalente communale municipale omnisports paroissiale voisine informatique ",
			  ours[] = " conseil conseils seance seances deliberation deliberations reunion reunions mariage mariages honneur assemblee vote mairie hotel debat debats commission ",
			  vote[] = " vote votes debat debats discussion deliberation examen point affaire dossier ";
	const size_t noun = noun_behind(rd, told);

	if (!word_is(rd, told - 1, "salle") || !(tok_among(&rd->t, told, others) || (tok_among(&rd->t, told, " de d du des ") && is_common_noun(rd, noun) && !tok_among(&rd->t, noun, ours))))
		return false;
	return !tok_says(&rd->t, told, sentence_end(rd, told, told + NEAR_TOKENS), vote);
}

/* "s'est absenté de son travail", "se retire dans ses terres": from the vote, or from anything? */
static bool is_away_from_something(const struct reader *rd, size_t told)
{
	static const char vote[] = " pendant durant pour lors le au avant et ou apres momentanement temporairement puis afin en quelques ";
	size_t room;

	if (tok_among(&rd->t, told, " dans chez ") && tok_among(&rd->t, told + 1, " ses sa son leurs leur lui elle "))
		return true;
	return tok_among(&rd->t, told - 1, " absente absentee absentes absentees ") && told < rd->t.n && rd->t.at[told].kind == TOK_WORD && rd->t.at[told].lines == 0 &&
	       rd->t.at[told].shape == SHAPE_LOWER && !tok_among(&rd->t, told, vote) && !room_at(rd, told, &room);
}

const char *unsure_withdrawal(const struct reader *rd, size_t acte, size_t i, size_t told, size_t next)
{
	if (comes_back(rd, acte, i, next))
		return ", puis un retour : rien ne dit si l'élu a pris part au vote";
	if (is_of_a_candidate(rd, i, next))
		return " est dit auprès d'une candidature : rien ne dit si c'est d'elle, ou du vote";
	if (leaves_a_role(rd, told))
		return " est dit d'une fonction : rien ne dit si c'est elle que l'élu quitte, ou le vote";
	if (is_wanted_only(rd, i))
		return " est demandé, ou supposé : rien ne dit que l'élu l'a fait";
	if (votes_all_the_same(rd, next))
		return ", puis un vote : rien ne dit si l'élu y a pris part";
	if (is_away_from_something(rd, told))
		return " : rien ne dit si c'est du vote";
	if (is_of_some_room(rd, told))
		return " est dit d'une salle qui n'est peut-être pas celle de la séance";
	if (is_of_another_account(rd, acte, next))
		return " est dit d'un autre vote que celui de l'acte";
	return goes_behind_the_vote(rd, acte, i) ? " suit le vote : rien ne dit si l'élu y a pris part" : NULL;
}
