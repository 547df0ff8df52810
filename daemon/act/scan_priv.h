/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: looking around a token (scan.c). Words are given folded ("deliberation").
 *
 * A sentence ends at a full stop before a capital (not after an initial or "art."), and at an empty line.
 */
#ifndef SCRUTATEUR_SCAN_PRIV_H
#define SCRUTATEUR_SCAN_PRIV_H

#include "landmarks.h"
#include "reader_priv.h"
#include "words_priv.h"

static inline bool word_is(const struct reader *rd, size_t i, const char *folded)
{
	return tok_is_word(&rd->t, i, folded);
}
/* "n°", "no" */
static inline bool word_is_no(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "n") || word_is(rd, i, "no");
}

/* Behind the sign of "n°", which is a mark of several bytes. */
static inline size_t over_degree(const struct reader *rd, size_t k)
{
	while (k < rd->t.n && rd->t.at[k].kind == TOK_MARK && rd->t.at[k].key.n > 1)
		k++;
	return k;
}

static inline bool word_in(const struct reader *rd, size_t i, const char *const *folded) /* NULL-terminated */
{
	return words_hold(&rd->t, i, folded);
}

/* The first token in [from, to) at which `row` (a cue, or a landmark) may stand, or `to`. */
static inline size_t next_of(const struct reader *rd, unsigned row, size_t from, size_t to)
{
	return landmark_next(rd->t.landmarks, row, from, to);
}

/* A number in figures that ends there, and `row` does not stand right behind it: most numbers are no count and no vote. */
static inline bool is_other_number(const struct reader *rd, unsigned row, size_t i)
{
	const struct tokens *t = &rd->t;

	return t->at[i].kind == TOK_NUMBER && t->at[i + 1].kind != TOK_NUMBER && !tok_mark(t, i + 1, '(') &&
	       !landmark_at(t->landmarks, row, i) && !landmark_at(t->landmarks, row, i + 1);
}

size_t token_at(const struct reader *rd, size_t offset); /* the first that begins at this byte or behind it, or t.n */
bool sentence_ends_at(const struct reader *rd, size_t i);                   /* token i is the last of its sentence */
size_t sentence_start(const struct reader *rd, size_t i, size_t floor);
size_t sentence_start_above(const struct reader *rd, size_t i, size_t floor); /* … over the foot of a page that cuts it */
size_t sentence_end(const struct reader *rd, size_t i, size_t ceiling); /* the token after its last */
bool cue_of(const struct reader *rd, size_t i, const enum cue *cues, size_t n); /* one of them begins at token i */
bool result_at(const struct reader *rd, size_t i);                              /* "à l'unanimité", "à la majorité" */
/* Cue `c` stands in the same sentence, at most `within` tokens before i. */
bool cue_before(const struct reader *rd, size_t i, size_t within, size_t floor, enum cue c);
size_t skip_marks(const struct reader *rd, size_t i, const char *marks);
bool is_heading_place(const struct reader *rd, size_t i); /* begins a line, or follows a sentence's end or one of : ; */
/* An act or document number from token i: "2024-110", "DL-2023-12", "24.2.17", "2024 / 31"; i when there is none. */
bool is_year(const struct token *t); /* in a number: four figures, 1990 to 2099 */
size_t read_number_of_act(const struct reader *rd, size_t i);
/* "Délibération n° 2024-110", "DCM 24.2.17", "N° 2023-001" as a heading, not as a citation: the token after it, and
 * where its number stands. */
size_t heading_of_act(const struct reader *rd, size_t i, struct range *ret_number);
/* A number of the acte that no heading announces (own_number.c): a code of the house, and its year; and, once the date of
 * the séance is read, any of its own numbers. Each returns the token after it, or i. */
size_t code_of_act(const struct reader *rd, size_t i, struct range *ret_number, int *ret_year);
size_t own_number_at(const struct reader *rd, size_t i, struct range *ret_number);
/* heading_of_act, or the same with the letters of the body apart: "DÉLIBÉRATION N°CP 2031-117" (own_number.c). */
size_t titled_number_at(const struct reader *rd, size_t i, struct range *ret_number);
/* The first number in `in` of the year of the séance that no word announces, with its title and its vote (first_number.c). */
bool first_number_in(const struct reader *rd, struct range in, struct range *ret);
/* "délibération n° 2031-04 du 3 mars 2031", "délibération n° 2030-88": of another day or year, once the date is read (own_number.c). */
bool number_of_another_seance(const struct reader *rd, struct range number);
/* One year and one other number among the pieces of a number; a title in capitals right before token i (own_number.c). */
bool holds_year_and_serial(const struct reader *rd, size_t from, size_t to, int *ret_year);
bool title_before(const struct reader *rd, size_t i);
bool is_visa_opener(const struct reader *rd, size_t i);
bool ends_visas(const struct reader *rd, size_t i);
size_t visas_run(const struct reader *rd, size_t from, size_t limit, bool *ret_closed); /* the token after a run of visas (segment.c) */
/* The end of the visa at `from`, at most `to`: before "…, Dans l'attente de l'avis du comité", "…, Le maire expose" (visa_end.c). */
size_t visa_to(const struct reader *rd, size_t from, size_t to);
/* "art. L. 2121-29", "le P.L.U. approuvé": a dotted initial begins no sentence. */
bool visa_initial_at(const struct reader *rd, size_t k);
/* Which body's name stands at i ("conseil municipal" …): the word of the contract, or NULL (organe.c). */
const char *organe_at(const struct reader *rd, size_t i, size_t *ret_next);
bool council_at(const struct reader *rd, size_t i); /* … or "conseil", whichever it is */
bool organe_in_title(const struct reader *rd, size_t i, size_t next); /* it stands in the title of its papers (organe_titles.c) */
bool organe_holds_the_seance(const struct reader *rd, size_t i, size_t next); /* "Conseil municipal – 12 mars 2031" */
bool bureau_holds_seance(const struct reader *rd, size_t i); /* "BUREAU du lundi 6 janvier", "réunion du Bureau" */

/* Candidate values of a field, each text once; beyond a few they are no longer shown (act.c, beside field_ambigu). */
struct candidates {
	struct item *at;
	size_t n, cap;
};
void candidate_add(struct reader *rd, struct candidates *c, struct str texte, struct span span);
void candidate_add_day(struct reader *rd, struct candidates *c, struct date day, struct span span);
size_t hour_read(struct reader *rd, size_t i, struct candidates *hours); /* an hour at token i; the token after it, or i (seance_hour.c) */
size_t hour_range_at(const struct reader *rd, size_t i); /* "de 19 h à 21 h" at token i: the token of the first hour, or i */
size_t hour_of_an_event(const struct reader *rd, size_t from, size_t i); /* "visite de l'école à 17 h", at "à": the token behind the hour, or i */
/* "… à 17 h, conseil à 19 h", behind the first, at token i, of which no word from `from` says that it is the body's: it meets at the second perhaps. */
void hour_of_the_body_behind(struct reader *rd, size_t from, size_t i, size_t end, struct candidates *hours);
void hour_of_head(struct reader *rd, struct candidates *hours);          /* where none stands beside the day of the séance */

#endif
