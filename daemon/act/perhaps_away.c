/* SPDX-License-Identifier: EUPL-1.2 */
/* A member said to leave in words that are no mention of a withdrawal: "M. A, acquéreur, sort", "le maire invite M. B à quitter la salle".
 *
 * Whether he was back for the vote, or had left for good, these words do not say; that nobody withdrew they say even less. Who leaves at an hour is a movement of the séance.
 */
#include "going_priv.h"
#include "leaving_priv.h"
#include "moves_priv.h"

#define SENTENCE_TOKENS 40
#define ASKED_TOKENS 12 /* "M. A, acquéreur du terrain, à quitter" */

static bool is_for_good(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from + 2; k < to; k++)
		if (tok_among(&rd->t, k, " pouvoir procuration ") && !(tok_among(&rd->t, k - 1, " le la ") && tok_among(&rd->t, k - 2, " avec "))) /* not "sort avec le pouvoir de Mme B" */
			return true;
	return move_tells_an_hour(rd, from, to) || tok_says(&rd->t, from, to, " definitivement heures ");
}

static bool leaves_the_room(const struct reader *rd, size_t next, size_t to)
{
	static const char behind[] = " . , ; : ) pendant durant pour lors avant le quelques momentanement temporairement et puis du au des afin en ";
	size_t room;

	if (tok_among(&rd->t, next, " avec "))
		return tok_says(&rd->t, next, next + 4, " pouvoir procuration ");
	return next >= to || rd->t.at[next].lines > 0 || room_at(rd, next, &room) || company_at(rd, next + tok_among(&rd->t, next, " de ")) > next + 1 || (tok_among(&rd->t, next, behind) && !is_of_another_body(rd, next));
}

static bool is_reflexive(const struct reader *rd, size_t i)
{
	return i > 1 && tok_mark(&rd->t, i - 1, '\'') && tok_among(&rd->t, i - 2, " s ");
}

static size_t sentence_from(const struct reader *rd, size_t i)
{
	return sentence_start(rd, i, i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0);
}

static const char CONCERNED[] = " concerne concernee concernes concernees interesse interessee interesses interessees ";

/* "(décide de) ne pas prendre part au vote", "(préfère) ne pas voter", at its verb: the token behind, or i. */
static size_t is_not_to_vote(const struct reader *rd, size_t i)
{
	static const char *const votes[] = { "prendre part au vote", "prendre part aux votes", "participer au vote", "participer aux votes", "voter", NULL };
	static const char others[] = " propose proposent invite invitent demande demandent refuse refusent doit doivent devra devront peut peuvent pourra pourront conseille recommande ";
	size_t next = i;

	if (i < 4 || !word_is(rd, i - 1, "pas") || !word_is(rd, i - 2, "ne") || tok_among(&rd->t, i - 3 - tok_among(&rd->t, i - 3, " de "), others))
		return i;
	return tok_any_phrase(&rd->t, i, votes, &next) ? next : i;
}

/* "sort", "s'absente", "étant sorti", "ayant quitté la séance" at token i "quitte la séance" for such a reason: the token behind, or i. */
static size_t told_to_be_away(const struct reader *rd, size_t i)
{
	size_t next;

	if (tok_among(&rd->t, i, " sort sortent sortant "))
		return i + 1;
	if (is_not_to_vote(rd, i) > i)
		return is_not_to_vote(rd, i);
	if (tok_among(&rd->t, i, " quitte quittent ") && room_at(rd, i + 1, &next) && tok_says(&rd->t, sentence_from(rd, i), i, CONCERNED))
		return next;
	if (tok_among(&rd->t, i, " absente absentent absentant ") && is_reflexive(rd, i))
		return i + 1;
	if (tok_among(&rd->t, i, " sorti sortie sortis sorties ") && i > 0 && tok_among(&rd->t, i - 1, " etant est sont "))
		return i + 1;
	return tok_among(&rd->t, i, " quitte ") && i > 0 && tok_among(&rd->t, i - 1, " ayant ") && room_at(rd, i + 1, &next) ? next : i;
}

/* "(invité) à quitter la salle", "à se retirer", "à sortir"; "(Mme A) déclare se retirer" */
static size_t asked_to_be_away(const struct reader *rd, size_t i)
{
	const bool himself = i > 0 && tok_among(&rd->t, i - 1, " se ");
	const size_t back = himself ? 2 : 1, to = i > back ? i - back : 0;
	size_t next;

	if (!tok_among(&rd->t, to, himself ? " a de d declare souhaite prefere annonce decide desire veut " : " a de d ") && !tok_mark(&rd->t, to, '\''))
		return i;
	if (himself ? tok_among(&rd->t, i, " retirer deporter ") : tok_among(&rd->t, i, " sortir "))
		return is_of_another_body(rd, i + 1) ? i : i + 1;
	return tok_among(&rd->t, i, " quitter ") && room_at(rd, i + 1, &next) ? next : i;
}

/* "M. le Maire concerné, sort", "M. A, directement intéressé, se lève et sort", "le conseiller concerné sort": of whom the reason is said before the verb at i. */
static bool is_member_concerned(struct reader *rd, size_t from, size_t i)
{
	size_t end = i;

	while (end > from && !tok_among(&rd->t, end, CONCERNED))
		end--;
	if (end == from)
		return false;
	while (end > from && (tok_among(&rd->t, end - 1, " etant est sont , et se trouve trouvant directement personnellement particulierement potentiellement ") || str_ends(rd->t.at[end - 1].key, STR("ement"))))
		end--;
	if (outsider_before(rd, from, end))
		return false;
	return title_ending_at(rd, end) < end || one_of_before(rd, WHO_PRESENT, from, end) || unnamed_members_before(rd, from, end) ||
	       movers_in(rd, row_of_names_before(rd, from, end), end, &(struct field){ 0 }).member;
}

/* "M. A se lève et sort": before "se"; "M. A décide de ne pas voter": before what he does about it. */
static size_t before_he_rises(const struct reader *rd, size_t from, size_t i)
{
	size_t k = i;

	if (is_not_to_vote(rd, i) > i && i > from + 3) {
		k = i - 2 - tok_among(&rd->t, i - 3, " de ");
		return k > from && is_common_noun(rd, k - 1) ? k - 1 : k;
	}

	while (k > from && tok_among(&rd->t, k - 1, " et puis , "))
		k--;
	return k < i && k > from + 1 && tok_among(&rd->t, k - 1, " leve levent ") && tok_among(&rd->t, k - 2, " se ") ? k - 2 : i;
}

static bool is_member_before(struct reader *rd, size_t from, size_t i)
{
	const size_t end = behind_the_subject(rd, from, i), comma = before_the_aside(rd, from, i);

	return (comma < i && title_ending_at(rd, comma) < comma) || one_of_before(rd, WHO_PRESENT, from, end) || member_before_an_aside(rd, from, i) || movers_in(rd, row_of_names_before(rd, from, end), end, &(struct field){ 0 }).member ||
	       chair_told_before(rd, i, &(struct person){ 0 });
}

/* "M. A, invité à sortir, vote" */
static bool stays(const struct reader *rd, size_t next, size_t to)
{
	for (size_t k = next; k < to; k++)
		if (tok_among(&rd->t, k, " refuse refusent reste restent demeure ") || (tok_among(&rd->t, k, " vote votent ") && tok_among(&rd->t, k - 1, " , et mais puis ")))
			return true;
	return false;
}

/* "Le maire invite M. A, acquéreur, à (quitter)": the member is whom it is asked of. */
static bool is_asked_of_a_member(struct reader *rd, size_t from, size_t i)
{
	const size_t near = i - from > ASKED_TOKENS ? i - ASKED_TOKENS : from;

	return tok_says(&rd->t, near > from + ASKED_TOKENS ? near - ASKED_TOKENS : from, i, " invite invitent invites invitee demande demandent demandant prie prient souhaite declare prefere annonce decide desire veut ") &&
	       !tok_says(&rd->t, near, i, " sans ne refuse refusent ") && movers_in(rd, near, i, &(struct field){ 0 }).member;
}

size_t perhaps_away(struct reader *rd, size_t i)
{
	const size_t told = told_to_be_away(rd, i), asked = told > i ? i : asked_to_be_away(rd, i), next = told > i ? told : asked;

	if (next == i)
		return i;
	const size_t from = sentence_from(rd, i), to = sentence_end(rd, i, i + SENTENCE_TOKENS < rd->t.n ? i + SENTENCE_TOKENS : rd->t.n);

	if (is_for_good(rd, i, to) || outsider_before(rd, from, i))
		return i;
	if (told > i)
		return leaves_the_room(rd, next, to) && (is_member_before(rd, from, before_he_rises(rd, from, i)) || is_member_concerned(rd, from, i)) && !left_and_back_for_the_vote(rd, i) ? next : i;
	return is_asked_of_a_member(rd, from, i) && !stays(rd, next, to) ? next : i;
}
