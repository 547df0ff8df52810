/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to votes.c, ballots.c, tally.c and formula.c: the pieces a vote is put together from. */
#ifndef SCRUTATEUR_VOTES_PRIV_H
#define SCRUTATEUR_VOTES_PRIV_H

#include "reader_priv.h"

enum voice { VOICE_POUR, VOICE_CONTRE, VOICE_ABSTENTION, VOICE_NPPV, VOICES };

enum voice_how {
	VOICE_UNSEEN,
	VOICE_NUMBER,  /* "Pour : 54", "dix-sept voix pour", "Contre : néant" */
	VOICE_EMPTY,   /* "Contre :" and nothing */
	VOICE_NAMES,   /* "Abstention de : Mme A, M. B", "M. A s'abstient" */
	VOICE_LOOSE,   /* a value after several empty labels: of which one? */
	VOICE_DOUBT,   /* a number alone on its line, where the others stand beside their label: a page number? */
};
struct voice_read {
	enum voice_how how;
	int64_t n;
	struct range at;
	bool sure;     /* says "voix", "vote" or "abstention", or has a colon: not just the word "pour" */
	bool alone;    /* the number has a line of its own */
};
struct tally {
	struct range at;
	struct voice_read v[VOICES];
};
struct tallies {
	struct tally *at;
	size_t n, cap;
};
struct tallies tallies_in(struct reader *rd, struct range r, struct range visas);
/* An opinion of a committee, told in the same sentence before token i: its votes and unanimity are not the act's. */
bool is_opinion(const struct reader *rd, size_t i, size_t floor);

enum result { RESULT_UNANIMITE = 1, RESULT_MAJORITE = 2, RESULT_ADOPTE = 4, RESULT_REJET = 8, RESULT_PREND_ACTE = 16 };
struct formula {
	struct range at;    /* the words of the result */
	size_t before;      /* end of the result before it: its sentence does not reach there */
	unsigned results;   /* set of enum result */
	bool label;         /* "Adopté à l'unanimité :", as a form prints it */
	bool of_procedure;  /* said of the minutes, the agenda or the secretary */
	bool bound;         /* belongs to a tally */
};
struct formulas {
	struct formula *at;
	size_t n, cap;
};
struct formulas formulas_in(struct reader *rd, struct range r, struct range visas);

struct ballot {
	const struct tally *tally; /* NULL: a result alone */
	struct formula *formula, *rival; /* rival: another result printed for the same tally */
};
struct ballots {
	struct ballot *at;
	size_t n, cap;
};
/* Tallies with their results, and results alone, in the order of the text (ballots.c). */
struct ballots ballots_of(struct reader *rd, const struct acte_parts *p, const struct tallies *ts, struct formulas *fs);

#endif
