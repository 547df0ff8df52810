/* SPDX-License-Identifier: EUPL-1.2 */
/* Leaf readers: small cursor functions over tokens. Each looks at token i and either reads one thing and says where it ends,
 * or reads nothing and returns i. None of them looks back, none allocates more than its result. */
#ifndef SCRUTATEUR_LEAF_H
#define SCRUTATEUR_LEAF_H

#include "date.h"
#include "model.h"

/* A whole number in figures ("6 864", "06") or in French words ("quarante-six", "quatre-vingt-un", "une", "deux mille vingt-deux",
 * "deux mil"), at most 999 999. "un"/"une" count. */
size_t leaf_number(const struct tokens *t, size_t i, int64_t *ret);
/* "28 août 2023", "1er juillet 2021", "28/08/2023", "28.08.2023", "2023-08-28", "lundi 28 août 2023", "le six du mois de février deux mille
 * vingt", "L'an deux mille vingt-quatre, le 15 octobre". *ret_weekday is 0 (lundi) … 6, or -1 when none is written. */
size_t leaf_date(const struct tokens *t, size_t i, struct date *ret, int *ret_weekday);
/* "14h20", "14 h 20", "18 heures 30", "dix-huit heures trente", "20:30": minutes since midnight. */
size_t leaf_hour(const struct tokens *t, size_t i, int *ret_minutes);
/* "20 000 €", "20 000,50 euros", "1 500 000 €", "12,5 M€", "3 k€": integer cents; "12,345 €" (three decimals) is not read. */
size_t leaf_amount(const struct tokens *t, size_t i, int64_t *ret_cents);
/* A run of a person's name: optional civility (M., Mme, Monsieur …), then name words: particles (de, du, d', le, la, von …), capitalised or
 * upper-case words joined by hyphens or apostrophes, across line ends. Stops at a mark (, ; . : ( ) / –), at a lower-case word that is not a
 * particle, at another civility. *ret->nom excludes the civility; cle is fold_person of nom. A bare civility reads nothing. */
size_t leaf_person(struct arena *a, const struct text *text, const struct tokens *t, size_t i, struct person *ret);
bool is_civility(const struct tokens *t, size_t i, size_t *ret_next); /* "M." is two tokens */
/* All references of tokens [from, to) by the grammar of shared/law/CITATIONS.md, in order, one item per article: cle and span.
 * What is a list or an elliptic bound is expanded as the grammar says; a range keeps its bounds as "CGCT/L2121-7..L2121-34". */
void leaf_references(struct arena *a, const struct text *text, const struct tokens *t, size_t from, size_t to,
		     const struct item **ret, size_t *ret_n);
/* All amounts of tokens [from, to). */
void leaf_amounts(struct arena *a, const struct tokens *t, size_t from, size_t to, const struct item **ret, size_t *ret_n);

#endif
