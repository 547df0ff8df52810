/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: titles, as they stand behind "Objet :", behind the number of an acte or alone (titles.c). */
#ifndef SCRUTATEUR_TITLES_PRIV_H
#define SCRUTATEUR_TITLES_PRIV_H

#include "reader_priv.h"

struct title {
	size_t from, to; /* tokens, half-open, without the marks that follow it */
	const char *why; /* French: why it is not read; NULL when it is */
};
/* The title that begins at token `from`; `limit` is where the acte ends. */
struct title title_read(const struct reader *rd, size_t from, size_t limit);
struct title title_up_to(const struct reader *rd, size_t from, size_t to); /* … when it is told where it ends */
/* The objet `f` of an acte whose votes are read, where it is "Questions diverses" and something is decided there: its sub-title, or unread (various_objet.c). */
void objet_of_various_matters(struct reader *rd, size_t acte, struct field *f);
bool title_goes_on(const struct reader *rd, size_t i); /* token i follows "de", "la", an apostrophe: nothing opens there */
bool after_furniture(const struct reader *rd, size_t i); /* something was passed over right before token i, as a page's foot */
/* "Monsieur le Maire", "Mme A, rapporteur, expose", "Le Président rappelle": somebody begins to speak at token i. */
bool speaker_at(const struct reader *rd, size_t i, size_t limit);

/* "Objet :", "OBJET - " in [from, to): the token behind it, or 0 (objet.c). */
size_t objet_label_in(const struct reader *rd, size_t from, size_t to);
size_t objet_line_label(const struct reader *rd, size_t k); /* "Dossier n° 27 - Tarifs", "TITRE : Tarifs" at the line that opens at k: where the title begins, or k */
bool stamp_at(const struct reader *rd, size_t i); /* words of a stamp: of the transmission, the publication, the identifier */
/* "… N° 22/14 AC DE L'ASSEMBLÉE DE …⏎", "… n° 14 du conseil municipal⏎", behind the number at token i: the token of the next line; else i. */
size_t over_body_of_the_number(const struct reader *rd, size_t i);
/* "– Adoptée par 14 voix pour", "   Rejetée : 5 pour", "Voté à l'unanimité", "– ajournée" at a line's end: what became of an acte, not the last word of its
 * title (listing.c). */
enum outcome { OUTCOME_NONE, OUTCOME_TOLD, OUTCOME_SURE /* its voices, or the next row of a list, behind it */ };
enum outcome outcome_at(const struct reader *rd, size_t i);
bool opens_a_column(const struct reader *rd, size_t i); /* blanks as between two columns stand before it on its line */
bool is_a_listing(const struct reader *rd); /* the paper calls itself "Liste des délibérations" */
/* Of titles.c, title_ends.c, title_sense.c and title_feet.c. */
enum title_end { END_NONE, END_BLANK, END_STOP, END_COLON, END_PART, END_STAMP, END_NAME, END_FOOT, END_LABEL, END_SENTENCE };
/* Of the line that opens at token i below a title from `from`: END_PART for a form's or a table's, END_LABEL where it may be one (title_form.c). */
enum title_end form_line_at(const struct reader *rd, size_t from, size_t i, size_t limit);
/* In the midst of a line of the title from `from`: END_SENTENCE where one may open at token i, END_PART where a label or an accord does, END_LABEL where it may be filed there. */
enum title_end sentence_within(const struct reader *rd, size_t from, size_t i, size_t limit);
/* French: why the title [from, to) may not end at `to`, as `end` says; NULL when it does. */
const char *why_no_end(const struct reader *rd, size_t from, size_t to, size_t limit, enum title_end end);
bool title_in_capitals(const struct reader *rd, size_t from, size_t to); /* nearly all */
bool title_gives_way_at(const struct reader *rd, size_t i, size_t limit, bool capitals); /* something else than the title opens there */
bool result_line_at(const struct reader *rd, size_t i, size_t limit); /* a line of its result, or of a tariff, opens there (title_result.c) */
size_t line_end(const struct reader *rd, size_t i, size_t to); /* the first token of the next line, or `to` */
bool is_subtitle(const struct reader *rd, size_t i, size_t limit); /* a short paragraph that is no sentence */
bool page_foot_at(const struct reader *rd, size_t i, size_t limit); /* a page's foot, or its number on a line */
bool ends_on_a_page(const struct reader *rd, size_t from, size_t to); /* its last token may be a page's number */
size_t title_trimmed(const struct reader *rd, size_t from, size_t to); /* its end, without marks, result and reporter */
const char *why_no_title(const struct reader *rd, size_t from, size_t to); /* French, NULL when it is one */
bool title_holds_verb(const struct reader *rd, size_t from, size_t to); /* in lower case, of a sentence */

#endif
