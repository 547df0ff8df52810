/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: the words of a coming or going (move_words.c), and who it is (movers.c). */
#ifndef SCRUTATEUR_MOVES_PRIV_H
#define SCRUTATEUR_MOVES_PRIV_H

#include "people_priv.h"

enum move {
	MOVE_NONE,
	MOVE_SURE,	  /* "quitte la séance": whoever is named */
	MOVE_OF_A_MEMBER, /* "arrive", "sort": a name before it, and only what may follow such a move behind it */
};

/* The verb at token i and the room or the séance behind it; *ret_next behind both. */
enum move move_verb_at(const struct reader *rd, size_t i, size_t *ret_next);
/* "Arrivée de Mme X et de M. Y", "Départ de M. X à 20h15": the sentence starts there, the name at *ret_next. */
bool move_noun_at(const struct reader *rd, size_t i, size_t *ret_next);
/* "Arrivée en cours de séance : Mme X": a label of the séance, its names at *ret_next. "… suite au départ de M. Y": in a sentence. */
bool move_label_at(const struct reader *rd, size_t i, size_t *ret_next);
bool move_noun_told(const struct reader *rd, size_t i, size_t *ret_next);
bool move_says_there_now(const struct reader *rd, size_t i, bool *ret_since); /* "est présente", *ret_since: "est désormais présente" */
/* The auxiliary of another verb: "a", "est", "se" */
bool move_says_nothing_alone(const struct reader *rd, size_t i);
bool move_is_a_state(const struct reader *rd, size_t i); /* "étant absent", "s'étant retiré" */

/* What follows the verb at `next`, up to the sentence's end `to`. */
bool move_ends_or_tells_the_hour(const struct reader *rd, size_t next, size_t to); /* "… à 20h15", "… ." */
bool move_tells_when(const struct reader *rd, size_t next, size_t to);		   /* "… avant le vote de la délibération n° 12" */
bool move_tells_an_hour(const struct reader *rd, size_t from, size_t to);	   /* anywhere in it */
bool move_leaves_the_chair(const struct reader *rd, size_t next);		   /* "… le fauteuil" */
/* "M. A et Mme B s'absentent quelques minutes", "M. A sort, donnant pouvoir à Mme B" */
bool move_of_presence_alone(const struct reader *rd, size_t i, size_t next);

/* movers.c: who is named in a sentence; a member is one that people.c finds in the lists. */
struct movers {
	bool named, member, proxy, all_deported;
	bool ends;  /* nothing follows the last of them */
	size_t end; /* the token behind the last of them */
	bool there; /* one of them is in the list of présents, from the beginning on */
};
struct movers movers_in(struct reader *rd, size_t from, size_t to, const struct field *deports);
bool subject_is_deported(struct reader *rd, size_t from, size_t i, const struct field *deports); /* all whom the verb at i is said of; a text without ends names others before them */
bool list_holds_key(const struct field *f, struct str cle);
/* Among the présents, and nothing beside the name says since when. */
bool is_there_all_along(const struct reader *rd, struct str cle);
bool gives_a_proxy(const struct reader *rd, size_t from, size_t to); /* in this sentence, or in the next that says it of him: "Il donne pouvoir à Mme B" */
bool unnamed_may_hold_a_proxy(struct reader *rd, size_t from, size_t i); /* "M. le Maire quitte la salle", "deux élus sortent": of the word at i */
/* Before the verb at i, in the sentence that begins at `from`: "Mme X est arrivée", "MM. A et B sont partis"; one of `roles`; one who was there all along;
 * "M. A, conseiller délégué, arrive"; "M. le Maire". */
bool follows_names(const struct reader *rd, size_t from, size_t i);
bool one_of_before(struct reader *rd, unsigned roles, size_t from, size_t i);
bool name_before_is_there(struct reader *rd, size_t from, size_t i);
bool is_told_of_farther_on(const struct reader *rd, size_t from, size_t i, const struct movers *m);
bool member_before_an_aside(struct reader *rd, size_t from, size_t i); /* "MM. A et B, retenus par leur travail, sont partis" */
bool tells_the_chair(const struct reader *rd, size_t from, size_t to);
bool chair_before(const struct reader *rd, size_t from, size_t i);
/* "Arrivée Lambercourt", "20h10 : départ de Guy LAMBERCOURT": without a civility, a member and nothing else. */
bool bare_member(struct reader *rd, size_t i, size_t to, struct movers *m);
/* "(Arrivée de) Luc PETIT à 20h15", "… au point 2": whoever he is. */
bool placed_stranger(const struct reader *rd, size_t i, size_t to);

#endif
