/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: where the actes of a file begin (segment.c, act_headings.c). */
#ifndef SCRUTATEUR_SEGMENT_PRIV_H
#define SCRUTATEUR_SEGMENT_PRIV_H

#include "bounds.h"
#include "matters_priv.h"
#include "reader_priv.h"

struct act_heading {
	size_t at;
	struct range number;
	size_t vote_before; /* the last token before it that tells a vote */
	int point; /* of the agenda, 0 when the heading is a number of acte */
	size_t title; /* the token of its title, where that does not stand right behind the number; else 0 */
	bool no_acte; /* what stands under it is no acte, and of none */
	size_t title_to; /* see acte_parts */
	bool listed, hides_another;
};
struct act_headings {
	struct act_heading *at;
	size_t n, cap;
	size_t end; /* where the last acte ends, when a table of the titles follows it; 0 = with the text */
};

#define NUMBER_PARTS_MAX 8
struct number { /* of an acte, without its marks: "2031-04-02" is 2031, 04, 02 */
	struct str part[NUMBER_PARTS_MAX];
	size_t n;
};
struct number number_parts(const struct reader *rd, struct range r);
bool number_same(const struct number *a, const struct number *b);
bool number_follows(const struct number *a, const struct number *b, int64_t most); /* one part grew, by `most` at most; the others stayed */
bool number_goes_on(const struct number *a, const struct number *b, int64_t most); /* it follows, or has the next suffix: "12", "12 bis", "13A", "13B" */
bool is_day_and_serial(struct str key); /* "2031013001" */
/* "2031-04 A Vente … 2031-04 B Location": a letter apart is of the number where that of the next heading or the last stands beside it. */
void join_letters(const struct reader *rd, struct act_headings *all);
size_t over_suffix(const struct reader *rd, size_t i); /* "BIS", "A" glued to a number: the token behind it */
bool opens_oddly(const struct reader *rd, size_t i); /* a title that begins with a figure, a quotation or a bracket: "3ème tranche", "« Les Aulnes »" */
bool titled_in_lower_case(const struct reader *rd, const struct act_heading *h);
bool number_is_cited(const struct reader *rd, size_t i); /* "la délibération 2031-04", "convention n°", "(2031-04" */

struct point { /* "3. TITRE" at the start of a line */
	size_t at;
	int n;
	size_t title;
	char style; /* the mark behind the number, 'p' for the word "point", or STYLE_UNSURE */
	bool apart, capitals; /* below an empty line; its title is in capitals */
};
#define STYLE_UNSURE '_' /* no mark, but the gap between two columns; or a title that begins with a figure */
struct points {
	struct point *at;
	size_t n, cap;
};

bool same_title(const struct reader *rd, const struct point *a, const struct point *b); /* in its first words */

/* None: the file is one acte. One: what stands before it is another. */
struct act_headings act_headings(struct reader *rd);
/* "1. TITRE", "2 - Titre", "Point n° 3 : titre" at line starts, one after the other; none when two chains are possible. */
struct act_headings agenda_points(struct reader *rd);
/* The points of which each next number stands right behind a result (points_voted.c). */
struct act_headings points_behind_results(struct reader *rd, const struct points *all);
/* The same points where they are surely those of minutes, though too few to be no list (few_points.c). */
struct act_headings few_points(const struct reader *rd, const struct act_headings *chain);
bool titles_a_point(const struct reader *rd, size_t title, size_t to); /* a line that is no sentence and no verb of decision */
/* The same numbers, and the one point among them that is numbered otherwise (points_between.c). */
struct act_headings with_points_between(struct reader *rd, const struct act_headings *numbers);
bool behind_a_result(const struct reader *rd, size_t i); /* the line above token i tells one: "Adopté à l'unanimité" */
bool behind_a_decision(const struct reader *rd, size_t i); /* … or the sentence above decides */
/* The titles of the agenda where the text repeats them, with numbers or without (agenda_titles.c). */
struct act_headings titles_of_the_agenda(struct reader *rd);
/* The same numbers, and the very next of one, or the one before the first, that was not taken for a heading (next_in_series.c). */
struct act_headings with_next_in_series(struct reader *rd, const struct act_headings *numbers);
/* "RAPPORT N° 101 - TITRE" at line starts, growing, each part with its vote (report_headings.c). */
struct act_headings report_headings(struct reader *rd);
/* "Extrait du registre …" before each of several acts, each with its own "Objet :" and its own vote (extracts.c). */
struct act_headings extracts(struct reader *rd);
/* Numbers with a year and a title that stand alone, each the next of the one before, each part with its vote (serials.c). */
struct act_headings numbers_in_series(struct reader *rd);
struct act_headings numbers_with_titles(struct reader *rd); /* … those that may be such ones */
struct act_headings announced_numbers(struct reader *rd); /* "Délibération n° 2031-04"; without such, "20310130 1 Titre" */
/* The only number of a paper, and before it nothing is voted but the last minutes (lone_number.c). */
struct act_headings number_behind_the_minutes(struct reader *rd);
bool names_the_minutes(const struct reader *rd, size_t i); /* "procès-verbal", "compte rendu", "PV" */
bool only_the_minutes_are_voted(const struct reader *rd, size_t to); /* … before token `to`, and they are */
/* The same points, "Questions diverses" cut at its letters (various_matters.c). */
struct act_headings various_matters(struct reader *rd, const struct act_headings *points);
size_t title_of_point(const struct reader *rd, size_t i); /* behind the number of the point that begins at token i */
bool titles_various_matters(const struct reader *rd, size_t i); /* "Questions diverses", at token i */
bool titles_information(const struct reader *rd, size_t i); /* … or "Information sur …", "Décisions du maire" (no_decision.c) */
/* What stands under this title, up to token `to`, decides nothing, and the title or a sentence says so. */
bool decides_nothing(const struct reader *rd, size_t title, size_t to);
/* Where, in the acte [from, to), what is told behind its last vote or decision is no part of it: "Information relative à …"; or `to`. */
size_t told_behind_the_decision(const struct reader *rd, size_t from, size_t to);
/* Where the minutes of another séance are annexed to the acte [from, to) that approves them; or `to` (annexed_minutes.c). */
size_t annexed_minutes(const struct reader *rd, size_t from, size_t to);
bool decides_at(const struct reader *rd, size_t i); /* a word of decision: "décide", "après en avoir délibéré" (segment.c) */
/* Nearly every part that these headings cut tells a vote. */
bool headings_have_votes(const struct reader *rd, const struct act_headings *chain);
bool says_a_vote(const struct reader *rd, size_t i); /* unanimity, "voix contre", "prend acte" … at token i */
bool is_voted_between(const struct reader *rd, size_t from, size_t to); /* … there */
bool is_decided_between(const struct reader *rd, size_t from, size_t to); /* … or a decision, a bare "Pour : 9", "tous favorables" (no_decision.c) */
bool votes_stand_between(const struct reader *rd, size_t from, size_t to); /* an unanimity or "après en avoir délibéré" */

/* The points of minutes that have titles and no numbers, each behind the result of the one before (titles_alone.c). */
struct act_headings titles_alone(struct reader *rd);
struct title_alone {
	size_t at, title, to; /* with what labels it, its words, behind them */
	bool reported;	      /* somebody speaks, a visa or a ground is given right behind it */
};
bool title_alone_at(const struct reader *rd, size_t i, struct title_alone *ret); /* a line worded as a title; in the midst of one, only one that is reported */
bool titles_a_part(const struct reader *rd, const struct title_alone *t); /* "Modalités de paiement", "Plan de financement": of the matter above it */
bool tells_something(const struct reader *rd, size_t i); /* a sentence, which does not decide */
bool are_of_one_subject(const struct reader *rd, size_t first); /* one "Objet :" stands above the points that begin there (agenda_points.c) */
bool calls_itself_minutes(const struct reader *rd); /* few_points.c */
bool holds_two_votes(const struct reader *rd, size_t from, size_t to); /* "après en avoir délibéré", or a result, told of two matters */

#endif
