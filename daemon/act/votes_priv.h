/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: the pieces a vote is put together from. */
#ifndef SCRUTATEUR_VOTES_PRIV_H
#define SCRUTATEUR_VOTES_PRIV_H

#include "reader_priv.h"
#define VOICES_MOST 999 /* a larger number counts something else */
enum voice { VOICE_POUR, VOICE_CONTRE, VOICE_ABSTENTION, VOICE_NPPV, VOICES };

enum voice_how {
	VOICE_UNSEEN,
	VOICE_NUMBER,  /* "Pour : 54", "dix-sept voix pour", "Contre : néant" */
	VOICE_EMPTY,   /* "Contre :" and nothing */
	VOICE_NAMES,   /* "Abstention de : Mme A, M. B", "M. A s'abstient" */
	VOICE_LOOSE,   /* a value after several empty labels: of which one? */
	VOICE_CONFLICT, /* "11 (douze) voix pour" */
	VOICE_ODD,     /* "Contre : n° 12": what stands there is no number of voices */
	VOICE_DOUBT,   /* a number alone on its line, where the others stand beside their label: a page number? */
};
struct voice_read {
	enum voice_how how;
	int64_t n;
	struct range at, again; /* again: where VOICE_CONFLICT is contradicted, when it is elsewhere */
	bool sure;     /* says "voix", "vote" or "abstention", or has a colon: not just the word "pour" */
	bool named;    /* the number is that of the names of a whole row, or names are all there is */
	bool alone, of_matter; /* the number has a line of its own; "Contre la subvention du club : 2": its label says of what */
};
struct voters {
	struct item *at;
	size_t n, cap;
};
void voters_push(struct reader *rd, struct voters *list, struct person *who);
/* Persons from token i, linked by commas and "et"; returns the token after the last. */
size_t voters_from(struct reader *rd, size_t i, size_t limit, struct voters *list);
/* The list of persons that ends exactly at token i: the earliest civility from which a list reaches it, else i. */
size_t voters_up_to(struct reader *rd, size_t i, size_t floor, struct voters *list);
/* How many voters a row names, when it is read whole: from i on (the token after it, else i); right before i (its first token, else i). */
size_t voters_after(struct reader *rd, size_t i, int64_t *ret);
size_t voters_before(struct reader *rd, size_t i, size_t floor, int64_t *ret);

/* Whose vote stands at token i: a tally or result of another body or of an earlier day, recited by the act (foreign_votes.c). */
enum foreign { FOREIGN_NO, FOREIGN_DOUBT, FOREIGN_SURE };
enum foreign foreign_vote(const struct reader *rd, size_t i, size_t floor);
bool is_another_body(const struct reader *rd, size_t i), is_voted_elsewhere(const struct reader *rd, size_t end); /* "la commission"; "en commission", behind a tally that ends there */

struct tally {
	struct range at;
	enum foreign foreign; /* FOREIGN_DOUBT: kept, and not read */
	bool of_groups, rows; /* rows of several groups, or matters: their sum is not said; its voices stand in rows: "Judo : 12 pour ; Chasse : 2 contre" */
	bool versus, election; /* "par 5 voix contre 2": of a rejection, who were the five? The voices of who is elected: no result is of it */
	size_t end; /* of the names that say its numbers again, when they stand after it, else at.to */
	struct voice_read v[VOICES];
};
struct tallies { struct tally *at; size_t n, cap; };
/* The voice that token i belongs to; returns the token after it, else i. `t` is the tally being put together. */
size_t voice_read_at(struct reader *rd, size_t i, const struct tally *t, size_t floor, enum voice *v, struct voice_read *ret);
/* The label of a voice at token i, and a number of voices there ("trois", "/", "néant"): the token after it, else i. */
size_t voice_label(const struct reader *rd, size_t i, enum voice *ret);
bool voice_is_half_a_word(const struct reader *rd, size_t i);
size_t voice_count(const struct reader *rd, size_t i, int64_t *ret);
size_t voice_plain_count(const struct reader *rd, size_t i, int64_t *ret); /* the same without "(4)" behind it, of anything */
bool voice_names_its_kind(const struct reader *rd, size_t i, size_t next, enum voice v); /* "voix pour", not the word "pour" alone */
/* "dix-sept voix pour" (counted_voices.c); the token after it, else i. */
size_t voice_number_first(const struct reader *rd, size_t i, const struct tally *t, enum voice *v, struct voice_read *ret);
/* A whole tally whose values stand apart from their labels (detached.c); the voices of who is elected (elections.c). */
size_t detached_at(const struct reader *rd, size_t i, struct tally *ret);
size_t election_at(const struct reader *rd, size_t i, size_t floor, struct voice_read *ret);
/* "par 25 voix contre 3": twenty-five for; "par 34 voix, 9 votes contre": the thirty-four; "à l'unanimité (11 voix)": the eleven. */
size_t voices_against(const struct reader *rd, size_t i, struct voice_read *pour, struct voice_read *contre);
size_t voices_then_others(const struct reader *rd, size_t i, struct voice_read *pour);
size_t voices_of_all(const struct reader *rd, size_t i, struct voice_read *pour);
bool row_begins_between(const struct reader *rd, size_t from, size_t i); /* "Chasse :", the label of a row of a list, right before token i */
bool sum_stands_between(const struct reader *rd, size_t from, size_t i); /* of money */
/* Rows of one vote told group by group become one tally; and so do "par 5 voix pour, accorde. Pour : 5 Contre : 0" (group_votes.c). */
void votes_by_group(const struct reader *rd, struct tallies *list);
void votes_said_again(const struct reader *rd, struct tallies *list);
struct tallies tallies_in(struct reader *rd, struct range r, struct range visas);
/* An opinion of a committee, told in the same sentence before token i: its votes and unanimity are not the act's. */
bool is_opinion(const struct reader *rd, size_t i, size_t floor);

/* Where the text speaks of a voice that was not read, near its tally or its result (unread_voices.c); or around.to. */
size_t voice_left_unread(const struct reader *rd, const struct tally *t, enum voice v, struct range around);
size_t voice_spoken_of(const struct reader *rd, struct range around, struct range visas, struct range result, enum voice v);
enum result { RESULT_UNANIMITE = 1, RESULT_MAJORITE = 2, RESULT_ADOPTE = 4, RESULT_REJET = 8, RESULT_PREND_ACTE = 16 };
struct formula {
	struct range at;    /* the words of the result */
	size_t before;      /* end of the result before it: its sentence does not reach there */
	unsigned results;   /* set of enum result */
	bool of_procedure, of_the_way; /* said of minutes, agenda, secretary; of a show of hands, which has no tally */
	bool label, bound;  /* "Adopté à l'unanimité :", as a form prints it; belongs to a tally */
};
struct formulas {
	struct formula *at;
	size_t n, cap;
};
bool results_contradict(unsigned results); /* not said of one vote: unanimity and majority, adopted and rejected */
bool is_one_of_two_labels(const struct reader *rd, struct range acte, const struct formula *f); /* "Adopté à l'unanimité : … à la majorité : …": which was ticked? */
struct formulas formulas_in(struct reader *rd, struct range r, struct range visas);
#define FORMULA_WORDS 30 /* of its sentence, on each side */
struct range formula_sentence(const struct reader *rd, struct range all, const struct formula *f, const struct tally *t);
/* The result after a tally may be of that tally: no vote of its own is announced between them, nor is it of an adjournment (next_vote.c). */
bool vote_goes_on(const struct reader *rd, const struct tally *t, size_t result), vote_is_on_the_way(const struct reader *rd, size_t from); /* at its tally or result: "Vote secret ; refusé par 2 voix contre 1" (next_vote.c) */
bool result_is_of(const struct reader *rd, const struct formula *f, const struct tally *t); /* and no other matter stands between them (one_matter.c) */
bool vote_is_on_a_refusal(const struct reader *rd, const struct formula *f); /* "adopte l'avis défavorable" */
bool tally_names_another_matter(const struct reader *rd, const struct tally *t, const struct formula *f); /* both say what, perhaps not the same (other_matter.c) */
bool says_no_result(const struct reader *rd, struct range around, const struct tally *t);
const char *decision_doubt(const struct reader *rd, struct range dispositif); /* "… n'autorise pas": why a decision without a tally may be no adoption */
struct ballot {
	const struct tally *tally; /* NULL: a result alone */
	struct formula *formula, *rival; /* rival: another printed for the same tally */
	const char *doubt; /* French: why a decision does not say its result, or NULL */
	bool beside; /* the decision stands right before its tally: a result further on is of another vote */
};
struct ballots { struct ballot *at; size_t n, cap; };
bool results_agree(const struct formula *a, const struct formula *b); /* they can be said of one vote */
void doubt_what_is_told(struct reader *rd, struct vote *v, const struct ballot *b); /* what its tally and its result cannot mean (vote_doubts.c) */
struct ballots ballots_of(struct reader *rd, const struct acte_parts *p, const struct tallies *ts, struct formulas *fs); /* in the order of the text */
void decisions_bind(struct reader *rd, const struct acte_parts *p, bool one_deliberation, struct formulas *fs, struct ballots *bs); /* "par 8 voix pour, 2 contre, FIXE …" (decisions.c) */

#endif
