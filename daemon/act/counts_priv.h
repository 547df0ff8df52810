/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to counts.c, count_read.c (a label and its number), counts_rows.c (rows of labels, numbers before their label, the number behind a
 * list), counts_column.c (labels with their colons, and the numbers behind them all), counts_suppleants.c, counts_torn.c and counts_moment.c (of a moment
 * of the séance); acte_counts.c asks for those of one acte. */
#ifndef SCRUTATEUR_COUNTS_PRIV_H
#define SCRUTATEUR_COUNTS_PRIV_H

#include "reader_priv.h"

struct count {
	enum cue cue;
	struct candidates values, at_vote; /* at_vote: "présents lors du vote", which then are the values */
	struct span mixed, damaged, empty; /* why there is no value: several things in one number; what is no number; a label alone */
};

enum { COUNT_EXERCICE, COUNT_PRESENTS, COUNT_VOTANTS, COUNT_QUORUM, COUNT_POUVOIRS, COUNTS };

#define COUNTS_OF_NOTHING \
	{ [COUNT_EXERCICE] = { .cue = CUE_EN_EXERCICE }, [COUNT_PRESENTS] = { .cue = CUE_NB_PRESENTS }, [COUNT_VOTANTS] = { .cue = CUE_NB_VOTANTS }, \
	  [COUNT_QUORUM] = { .cue = CUE_QUORUM },	 [COUNT_POUVOIRS] = { .cue = CUE_NB_POUVOIRS } }
/* Every count stated in these tokens (counts.c). */
void counts_in(struct reader *rd, struct range in, struct count *counts);
/* The number behind the label [i, next), kept; where to go on (count_read.c). */
size_t count_read(struct reader *rd, struct count *c, size_t i, size_t next);
/* A whole number of 1 to 999 at token i, the token after it; i when it is none or part of something else ("12/03", "1i"). */
size_t count_number(const struct reader *rd, size_t i, int64_t *ret);
/* One more candidate; mixed when the words behind it say that it changes during the séance. */
void count_keep(struct reader *rd, struct count *c, int64_t value, size_t from, size_t to);
/* Whose label stands at token i, or NULL. */
struct count *count_label(const struct reader *rd, struct count *counts, size_t i, size_t *ret_next);
/* Behind a label without a mark: true for "Présents 12 Votants 14", false for "présents 14 votants" of "12 présents 14 votants", and where
 * no number follows (counts_rows.c). */
bool label_comes_first(const struct reader *rd, struct count *counts, size_t next);
size_t count_other_label(const struct reader *rd, size_t i); /* of what is counted besides: "procurations", "absents" (counts_rows.c) */
/* The number at i before its label [label, next) may be a page's, or of the label before it (counts_torn.c). */
bool count_is_torn(const struct reader *rd, struct count *counts, size_t i, size_t label, size_t next);
bool count_goes_on_beyond_a_margin(const struct reader *rd, struct count *counts, size_t end); /* "Présents Votants : 12 (the margin) : 14" */
bool count_labels_lost_theirs(const struct reader *rd, size_t end); /* "Présents : 2 Votants : Quorum : 12 14", behind the 2 */
bool count_of_a_majority(const struct reader *rd, size_t i); /* "formant la majorité des membres en exercice.⏎1", of which the 1 is a page's */
bool count_is_split(const struct reader *rd, size_t end); /* "Présents : 2 0", behind the 2: one number that came apart */
/* "|en exercice : |Présents : …⏎|15 |", from the border behind the label of a row's first cell: the number that is alone in the cell below. Behind it, or *ret_number. */
size_t count_in_the_cell_below(const struct reader *rd, size_t border, size_t *ret_number, int64_t *ret);
/* Each reads its form from token i and returns the token after it, or i (counts_rows.c). */
size_t counts_row(struct reader *rd, struct count *counts, size_t i);
size_t counts_row_above(struct reader *rd, struct count *counts, size_t i);
size_t counts_before(struct reader *rd, struct count *counts, size_t i);
bool counts_proxies_in(const struct reader *rd, size_t end); /* ", dont 1 par procuration" behind a number that ends there (counts_rows.c) */
size_t counts_column(struct reader *rd, struct count *counts, size_t i);
bool count_is_of(const struct reader *rd, size_t i); /* "le nombre de membres présents est de : 17", at "est" */
/* "titulaires : 45 - présents suppléants : 4": both together are the présents. The token after the second number, or `end`. */
size_t count_with_suppleants(const struct reader *rd, size_t end, int64_t *value);
bool count_of_both(const struct reader *rd, size_t i); /* "titulaires et suppléants présents", "titulaires ou suppléants présents" */
/* "Présents : 12 - Suppléés : 2", "12 titulaires, 2 suppléants": a number of suppléants behind that of the présents, and not "dont 2 suppléants". */
bool count_suppleants_apart(const struct reader *rd, size_t end);
bool count_suppleants_spoken_of(const struct reader *rd); /* in the head; else the titulaires are all */
bool number_of_the_next(const struct reader *rd, struct count *counts, size_t next); /* "présents 14 votants": at `next`, it is the label's behind it */
/* "présents lors du vote : 9" is kept in at_vote, "présents en fin de séance : 9" makes it mixed; *ret_end behind it (counts_moment.c). */
bool count_at_a_moment(struct reader *rd, struct count *c, size_t i, size_t next, size_t *ret_end);
/* "20 / à partir de la question 3 : 21", "20 (points 1 à 3), 21 ensuite", behind the 20: another number for another part of the séance. */
bool count_changes_behind(const struct reader *rd, size_t end);
/* "présents à 21h10 : 26", from token `next` behind the label: a number of that hour. */
bool count_at_an_hour(const struct reader *rd, size_t next, size_t *ret_end);
/* What stands behind a label that has no number, from token i: a number all the same ("il" for 11, "15/15", "- représentés : 12 2"). */
bool count_is_damaged(const struct reader *rd, size_t i);
/* "44 PRÉSENTS : MM. …": a number before the label at i, of which nothing says that it is this label's. */
bool count_stands_before(const struct reader *rd, size_t i);
/* "Anne PETIT, Luc GRAND (55), Absents :": the number that closes the list of presents of the head. */
void count_after_list(struct reader *rd, struct count *presents);

bool count_opens_a_list(const struct reader *rd, size_t i); /* "1. Anne PETIT": its number is at i */
/* "Nombre de conseillers : 69 Présents : 67": a form whose label does not say "en exercice". */
void count_bare_members(struct reader *rd, struct count *c);
/* "Le conseil compte quinze membres", where no number is said of those in office (counts_composed.c). */
void count_of_composition(struct reader *rd, struct count *c);
/* "6 présents :", "Six conseillers municipaux étaient présents :", of which the label is at i: where its number begins, or i. */
size_t count_leads(const struct reader *rd, size_t i, int64_t *ret);
void counts_confirmed(struct reader *rd); /* once the lists are read: the numbers that only they make sure (counts_confirmed.c) */

#endif
