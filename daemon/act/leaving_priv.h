/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: the words of leaving, and what one leaves. */
#ifndef SCRUTATEUR_LEAVING_PRIV_H
#define SCRUTATEUR_LEAVING_PRIV_H

#include "reader_priv.h"

/* What the word at token i may tell; 0 = nothing. */
enum {
	LEAVING_A_PLACE = 1, /* "quitte (la salle)": movements.c */
	LEAVING_TOLD = 2,    /* "s'éclipse": presence_told.c */
	LEAVING_A_VOTE = 4,  /* "quitte", "se retire": deports.c */
	LEAVING_RETIRES = 8, /* "se retire": of any matter, not only of a room */
};
unsigned leaving_word(const struct reader *rd, size_t i);
bool leaving_in(const struct reader *rd, size_t from, size_t to, unsigned uses); /* such a word of one of `uses` */

/* "la salle", "de la séance", "les lieux" at token i: what a member leaves or comes to; *ret_next behind it. */
bool room_at(const struct reader *rd, size_t i, size_t *ret_next);
/* "ses collègues", "la table du conseil", "chez lui": where only who was there, or is now, can be; i when none stands there. */
size_t company_at(const struct reader *rd, size_t i);
/* "à la caserne", "son exploitation": where a member goes whom the séance sees no more. */
size_t elsewhere_at(const struct reader *rd, size_t i);
bool goes_to_do(const struct reader *rd, size_t i);	    /* "part chercher", at the verb of leaving */
bool gives_up_his_place(const struct reader *rd, size_t i); /* "cède sa place", at the verb; not "sa place de parking" */

/* From "de la", "au", "à cette": the noun behind; it is one. */
size_t noun_behind(const struct reader *rd, size_t i);
bool is_common_noun(const struct reader *rd, size_t i);
/* "(la présidence) du syndicat", "(se retire) du comité": neither the room nor the matter that is voted. */
bool is_of_another_body(const struct reader *rd, size_t i);
/* "(se retire) du comité", "derrière l'avis", "dans l'isoloir", "au profit de", what is left standing at token `told`. */
bool leaves_something_else(const struct reader *rd, size_t told);
/* "(se retire) en tant que délégué": from the role, or from the vote on what he represents? */
bool leaves_a_role(const struct reader *rd, size_t told);

/* no_withdrawal.c: past "ni au débat ni au vote", what one takes no part in, and past a day or a number of the margin: the token behind. */
size_t past_the_matters(const struct reader *rd, size_t i);
size_t past_a_margin(const struct reader *rd, size_t i);
/* The words of a withdrawal at i, that end at `told`, and what they name at `next`: denied, of somebody else's vote, of a committee. */
bool withdraws_from_no_vote(const struct reader *rd, size_t i, size_t told, size_t next);
bool is_wanted_only(const struct reader *rd, size_t i);		 /* "Mme A demande que M. B se retire" */
bool takes_part_at(const struct reader *rd, size_t i);		 /* "prend part au vote", and no "ne" before */
bool votes_all_the_same(const struct reader *rd, size_t next); /* "se retire du débat mais vote" */
bool is_of_another_account(const struct reader *rd, size_t acte, size_t next); /* "se retire pour le vote du compte de gestion", where another is voted */

/* unsure_withdrawal.c: why the words [i, next) of a withdrawal, of which its own end at `told`, tell none from this vote for sure: French, to stand behind them; or NULL. */
const char *unsure_withdrawal(const struct reader *rd, size_t acte, size_t i, size_t told, size_t next);
/* The sentence at token i says it of somebody: he withdrew from nothing. */
bool left_and_back_for_the_vote(const struct reader *rd, size_t i);
/* deport_places.c: of which acte the words of a withdrawal at i are, that end at `next`. */
enum told_for { FOR_NO_PLACE, FOR_THIS, FOR_ANOTHER, FOR_NOBODY_KNOWS };
enum told_for deport_told_for(const struct reader *rd, size_t acte, size_t i, size_t next);
size_t deport_head(const struct reader *rd); /* … what stands before this token is above the number of the first of several actes; 0 */
/* The first words of one from token k on, in the acte or, where they name it, in the head of several; the acte's end when there are none. */
size_t next_deport(const struct reader *rd, size_t acte, size_t k);

/* deport_told.c: "… ne prend pas part au vote, ni Mme B", "… . Mme B fait de même": of one more. A withdrawal told in no words of the lexicon, at token i. */
bool withdrawal_goes_on(const struct reader *rd, size_t next);
bool withdrawal_told_otherwise(const struct reader *rd, size_t i);

/* perhaps_away.c: "(M. A, acquéreur,) sort", "(invite M. A) à quitter la salle" at token i, of a member and at no hour: the token behind, or i. */
size_t perhaps_away(struct reader *rd, size_t i);

struct voters;
/* deport_names.c: around the words of a withdrawal, which stand at i and end at `next`, who withdraws goes into the list; false where nobody is understood. */
bool withdrawn_named(struct reader *rd, size_t i, size_t next, size_t floor, size_t limit, struct voters *list);
/* deport_rows.c: the same of who is told otherwise before i, in the sentence that begins at `from`: brackets, a proxy he holds, no civility. */
bool withdrawn_otherwise(struct reader *rd, size_t i, size_t from, struct voters *list);
bool withdrawal_of_several(const struct reader *rd, size_t i); /* "(ne) prennent pas part" */
bool withdrawn_by_title(struct reader *rd, size_t i, struct voters *list); /* "M. le Maire" right before i */
bool says_nobody(const struct reader *rd, size_t i); /* ": 0", "néant", "aucun" */

#endif
