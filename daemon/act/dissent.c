/* SPDX-License-Identifier: EUPL-1.2 */
/* Somebody who was not for it, told without the word "contre": "vote défavorable de M. A", "Mme B désapprouve", "M. C n'est pas d'accord".
 *
 * Only of a person or of members: a commission, a prefect or an expert has no voice here. Nothing says how many they are, nor that they did not
 * abstain: the voices against are unread.
 */
#include "led_voices_priv.h"

#define TO_WHO 18 /* "M. A, conseiller délégué, précise qu'il ne sera pas" */
#define TO_THE_NAME 5 /* "de la part de M. A" */
#define TO_THE_VERB 4 /* "émet donc un avis" */

static const char MEMBERS[] = " elu elus elue elues conseiller conseillers conseillere conseilleres membre membres delegue delegues groupe minorite opposition ",
		  OTHERS[] = " commission commissions bureau comite prefet prefecture commissaire enqueteur architecte service services conseil assemblee etat ",
		  AVERSE[] = " defavorable defavorables contraire contraires negatif negatifs negative negatives hostile hostiles ";

/* "M. A", "deux élus", not "M. le Préfet". */
static bool is_who(const struct reader *rd, size_t i)
{
	size_t next;

	if (is_civility(&rd->t, i, &next))
		return rd->t.at[next].kind == TOK_WORD && rd->t.at[next].shape != SHAPE_LOWER;
	return tok_among(&rd->t, i, MEMBERS);
}

static bool who_before(const struct reader *rd, size_t i)
{
	size_t who = i;

	for (size_t k = sentence_start(rd, i, i > TO_WHO ? i - TO_WHO : 0); k < i; k++)
		if (is_who(rd, k))
			who = k;
		else if (rd->t.at[k].shape == SHAPE_TITLE && tok_among(&rd->t, k, " le la les l "))
			who = i; /* another sentence: who is told above it is of the head */
		else if (tok_among(&rd->t, k, " que qu ") && !tok_among(&rd->t, k + 1 + tok_mark(&rd->t, k + 1, '\''), " il elle ils elles "))
			who = i; /* "M. A dit que l'architecte n'est pas favorable" */
	return who < i && !tok_says(&rd->t, who, i, OTHERS);
}

static bool who_behind(const struct reader *rd, size_t i)
{
	for (size_t k = i; k < i + TO_THE_NAME && k < rd->t.n && tok_among(&rd->t, k - (k > i), " de d du des la part l ' : ( deux trois quatre un une "); k++)
		if (is_who(rd, k))
			return true;
	return false;
}

static bool is_denied(const struct reader *rd, size_t i)
{
	return tok_says(&rd->t, i > TO_THE_VERB ? i - TO_THE_VERB : 0, i, " pas peu ");
}

/* Where it may be told; any other word is asked nothing more. */
static bool is_anchor(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " vote votes voix avis position opinion desapprouve desapprouvent desapprouvant refuse refusent refusant refus desaccord accord favorable favorables"
				    " defavorable defavorables contraire contraires negatif negatifs negative negatives hostile hostiles ");
}

static bool votes_against(const struct reader *rd, size_t i)
{
	static const char does[] = " approuver voter adopter valider cautionner soutenir souscrire ";

	if (tok_among(&rd->t, i, " vote votes voix ") && tok_among(&rd->t, i + 1, AVERSE))
		return who_behind(rd, i + 2);
	if (tok_among(&rd->t, i, " desapprouve desapprouvent desapprouvant "))
		return who_before(rd, i);
	return tok_among(&rd->t, i, " refuse refusent refusant ") && tok_among(&rd->t, i + 1, " de d ") &&
	       (tok_among(&rd->t, i + 2, does) || tok_among(&rd->t, i + 3, does)) && who_before(rd, i);
}

bool votes_against_in_other_words(const struct reader *rd, size_t i)
{
	return is_anchor(rd, i) && votes_against(rd, i);
}

static bool is_averse(const struct reader *rd, size_t i)
{
	const bool opinion = tok_among(&rd->t, i, " avis position opinion ") && tok_among(&rd->t, i + 1, AVERSE);

	if (opinion && tok_says(&rd->t, i > TO_THE_VERB ? i - TO_THE_VERB : 0, i, " emet emettent donne donnent exprime expriment rend rendent formule formulent "))
		return who_before(rd, i);
	if (opinion || tok_among(&rd->t, i, " refus desaccord "))
		return who_behind(rd, i + 1 + opinion) || (!opinion && (tok_among(&rd->t, i - 1, " son leur ") || (tok_among(&rd->t, i - 1, " en ") && !word_is(rd, i + 1, "avec"))) && who_before(rd, i));
	if (tok_among(&rd->t, i, " favorable favorables accord "))
		return is_denied(rd, i) && who_before(rd, i);
	if (!tok_among(&rd->t, i, AVERSE))
		return false;
	return (tok_says(&rd->t, i > TO_THE_VERB ? i - TO_THE_VERB : 0, i, " est sont declare declarent dit disent montre montrent etant ") && who_before(rd, i)) ||
	       (tok_mark(&rd->t, i + 1, ':') && who_behind(rd, i + 1));
}

bool disagrees_at(const struct reader *rd, size_t i)
{
	return is_anchor(rd, i) && (votes_against(rd, i) || is_averse(rd, i));
}
