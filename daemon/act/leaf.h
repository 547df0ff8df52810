/* SPDX-License-Identifier: EUPL-1.2 */
/* Leaf readers: small cursor functions over tokens. Each looks at token i and either reads one thing and says where it
 * ends, or reads nothing, leaves its outputs alone and returns i. None of them looks back (but is_civility, one token, and leaf_number, over what joins it to other digits or words),
 * none allocates more than its result, all look ahead a bounded number of tokens. */
#ifndef SCRUTATEUR_LEAF_H
#define SCRUTATEUR_LEAF_H

#include "date.h"
#include "model.h"

/* A whole number in figures ("6 864", "06") or in French words ("quarante-six", "quatre-vingt-un", "une", "deux mille
 * vingt-deux", "deux mil"), at most 999 999. "un"/"une" count. Groups of three are joined only behind one single space
 * on one line, and not in a row of numbers: "27 203 3 23" gives 27. "1er", "2°", "12,5" are no counts, nor is a part of "2-6" or "vinght-trois". */
size_t leaf_number(const struct tokens *t, size_t i, int64_t *ret);
size_t roman_at(const struct tokens *t, size_t i); /* the number that token i is, "IV", in capitals, to sixteen; 0 = none */
/* "28 août 2023", "1er juillet 2021", "28/08/2023", "28.08.2023", "2023-08-28", "lundi 28 août 2023", "le six du mois
 * de février deux mille vingt", "L'an deux mille vingt-quatre, le 15 octobre"; years 1789 to 2199, days of the
 * calendar. *ret_weekday is 0 (lundi) … 6, or -1 when none is written; it is not compared with the date. */
size_t leaf_date(const struct tokens *t, size_t i, struct date *ret, int *ret_weekday);
/* "le neuf décembre", whatever stands behind it: the year is left alone. */
size_t leaf_day(const struct tokens *t, size_t i, struct date *ret, int *ret_weekday);
/* "14h20", "14 h 20", "18 heures 30", "dix-huit heures trente", "20:30": minutes since midnight. */
size_t leaf_hour(const struct tokens *t, size_t i, int *ret_minutes);
/* "20 000 €", "20 000,50 euros", "1 500 000 €", "12,5 M€", "3 k€": integer cents; "12,345 €" (three decimals) is not
 * read. */
size_t leaf_amount(const struct tokens *t, size_t i, int64_t *ret_cents);

/* A person's name: optional civility (M., Mme, Monsieur …), then name words: particles (de, du, d', le, la, von …),
 * capitalised or upper-case words joined by hyphens or apostrophes, across line ends; initials ("J.-P.", "CAUQUEL R.").
 * Stops at a mark (, ; : ( ) / –), at a lower-case word that is not a particle, at another civility, at a function
 * (maire, adjointe …) or a heading (Absents …), at a blank line, and where the order of first name and surname shows
 * that the next person begins. *ret->nom excludes the civility, the span includes it; cle is fold_person of nom. A bare
 * civility or a function ("M. le Maire") reads nothing. A capitalised word of a sentence reads as a name: know where
 * you are before asking. */
size_t leaf_person(struct arena *a, const struct text *text, const struct tokens *t, size_t i, struct person *ret);
/* "M." is two tokens: *ret_next is after the dot. "M57", "LANOT M." and "M.-P." hold none. */
bool is_civility(const struct tokens *t, size_t i, size_t *ret_next);

/* All references of tokens [from, to) by the grammar of shared/law/CITATIONS.md, in order, at most LIMIT_LIST_ITEMS,
 * one item per article: cle and span. Keys: "CGCT/L3211-2", "LOI/2000-321/10", "LOI/82-213", "DECRET/2001-495/1",
 * "ORD/2021-1310", "UE/2023/2831", "DELIB/<organe|?>/<date|?>[/<numéro>]"; "?/L2121-20" when no code is named for the
 * article. What is a list or an elliptic bound is expanded; a range keeps its bounds as "CGCT/L2121-7..L2121-34";
 * "L. 2121-7 et suivants" is the key of its first article, and `texte` is "et suivants"; "art. 2122-8 du CGCT" is read as
 * L. 2122-8, and `texte` is "lettre omise". The codes: code_names.c. */
void leaf_references(struct arena *a, const struct text *text, const struct tokens *t, size_t from, size_t to,
		     const struct item **ret, size_t *ret_n);
/* "L. 32I1-2", "R. 321 l-2", at the letter: the number of the article is damaged, and none is read. */
bool leaf_article_is_damaged(const struct text *text, const struct tokens *t, size_t i);
/* All amounts of tokens [from, to), at most LIMIT_LIST_ITEMS. An amount with two readings ("657  500 €") or below zero is left out, and put into
 * *ret_left (may be NULL; zeroed before). */
void leaf_amounts(struct arena *a, const struct tokens *t, size_t from, size_t to, struct item **ret, size_t *ret_n, struct sums_left *ret_left);

#endif
