/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: a presence told in words that are no move, no déport and no list. */
#ifndef SCRUTATEUR_PRESENCE_PRIV_H
#define SCRUTATEUR_PRESENCE_PRIV_H

#include "moves_priv.h"

/* presence_words.c: what the word at token i may tell; 0 = nothing. */
enum {
	PRESENCE_STATE = 1,	/* "absent", "excusée" */
	PRESENCE_GONE = 2,	/* "sorti", "quitte" */
	PRESENCE_COME = 4,	/* "arrive", "siège" */
	PRESENCE_NOUN = 8,	/* "absence", "départ", "arrivée" */
	PRESENCE_DENIED = 16,	/* "(n'est pas) présent", "(n'est plus dans la) salle" */
	PRESENCE_WELCOME = 32,	/* "accueille", "excuse": the name stands behind it */
	PRESENCE_NUMBER = 64,	/* "(le nombre de présents) passe (à 7)" */
	PRESENCE_GIVES = 128,	/* "donne (pouvoir)" */
	PRESENCE_TIME = 256,	/* "(à) compter (de ce point)" */
	PRESENCE_LABEL = 512,	/* "Mouvements :", "Présents (lors du vote) :" */
	PRESENCE_QUORUM = 1024,
	PRESENCE_GAP = 4096,	/* "manque (à l'appel)", "(la chaise reste) vide" */
	PRESENCE_LEFT = 2048,	/* "(sept élus) restent", "(ils) ne sont plus que (sept)" */
};
unsigned presence_word(const struct reader *rd, size_t i);
bool presence_of_leaving(const struct reader *rd, size_t i);
bool presence_from_now_on(const struct reader *rd, size_t i);		    /* "compter" in "à compter de ce point" */
bool presence_moment_at(const struct reader *rd, size_t i, size_t to);	    /* "au moment du vote", "à 20 h 40", or the end */
size_t presence_label(const struct reader *rd, size_t i, bool *ret_moment); /* the token behind its colon, or i; *ret_moment: it names a moment of the séance */

/* presence_told.c: a member's presence, or another number of présents, is told at token i. */
struct telling {
	size_t from, to; /* its words */
	bool number;	 /* of présents, and nobody is named */
	bool of_the_acte; /* "absent lors du vote": nothing of the actes behind it */
	bool proxy;	 /* it may change who holds a pouvoir */
};
/* presence_names.c: the word i, its sentence, and what is told; each question: does it tell of somebody, otherwise than the lists, that he is `away`, or there? */
struct asking {
	struct reader *rd;
	const struct field *deports;
	size_t from, i, to;
	struct telling *telling;
};
bool presence_before(const struct asking *q, bool away);   /* "M. X, qui a dû" before the word */
bool presence_in_a_row(const struct asking *q, bool away); /* "M. X | 20 h 40 |" before it: marks and an hour only */
bool presence_behind(const struct asking *q, size_t k, bool away); /* from token k on, and nothing else behind but a moment */
bool presence_of_a_row(const struct asking *q, size_t k, bool away, size_t *ret_end); /* "M. X, Mme Y et M. Z" from token k on; *ret_end behind the last name */
bool presence_ends(const struct asking *q, size_t end, bool away); /* a name that ends there */
/* The sentence begins with it; `apart`: and a comma stands behind the name. */
bool presence_begins(const struct asking *q, size_t end, bool apart, bool away);
size_t presence_back_over(const struct asking *q, size_t i, const char *words); /* over such words, in small letters, and marks */

/* Beside a number: they are those who are still there. What opens such a sentence (presence_words.c) holds all of them. */
#define PRESENCE_WORDS_LEFT                                                                                                                             \
	" restent reste restants restantes demeurent demeure subsistent encore desormais maintenant dorenavant plus seuls seules reduit reduite reduits lieu" \
	" ramene ramenes tombe descend poursuit poursuivent delibere siege siegent toujours "
/* Where a quotation of so many bytes begins that holds the word at i and, with it, who goes, in the sentence [from, to). */
#define PRESENCE_QUOTED 200
size_t presence_quoted_from(const struct reader *rd, size_t from, size_t i, size_t to);

/* numbers_left.c: the sentence tells how many members are there now, and it is not the list's number. */
bool presence_number_left(const struct asking *q);

/* unknown_move.c: a short sentence begins at token i, of somebody present, with a verb that nobody knows; `apart`: it stands between two actes, where it needs no hour. */
bool unknown_move_at(struct reader *rd, size_t i, bool apart, struct range *ret);

/* list_notes.c: "* jusqu'à la délibération n° 5", which explains a mark of the présents or the absents. */
bool presence_note_of_a_list(const struct reader *rd, struct range *ret);

bool presence_of_another_meeting(const struct asking *q);	      /* "lors de la séance précédente" */
bool presence_of_another_head(const struct asking *q, bool lists); /* the lists of a later head, or of minutes approved only */
bool presence_of_several_places(const struct reader *rd, size_t from, size_t to); /* "aux délibérations n° 3 à 6" */
bool presence_is_a_note(const struct reader *rd, size_t from, size_t to, bool of_the_acte); /* of any of the actes: the telling [from, to) */
bool presence_in_the_lists(const struct reader *rd, size_t i);     /* of the head */
/* returns.c: who leaves, or is back, in a sentence that names them and nobody else, and all of whom were there from the beginning. */
#define AWAY_MOST 6
struct away {
	struct str keys[AWAY_MOST];
	size_t n;
};
bool gone_at(struct reader *rd, size_t i, size_t from, size_t to, struct away *ret); /* at the words of leaving, in a sentence [from, to) */
bool back_at(struct reader *rd, size_t i, struct away *ret, size_t *ret_end);	     /* *ret_end: behind the sentence */
bool away_are_back(struct away *gone, const struct away *back); /* all of them were gone: no longer */
bool away_add(struct away *gone, const struct away *more); /* false: they are too many */
bool all_were_deported(const struct field *deports, const struct away *back);

bool presence_told_at(struct reader *rd, size_t i, const struct field *deports, struct telling *ret);

#endif
