/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: is whoever goes a member, when no list names him? (going.c, outsiders.c) */
#ifndef SCRUTATEUR_GOING_PRIV_H
#define SCRUTATEUR_GOING_PRIV_H

#include "people_priv.h"

/* Before the verb at i, in the sentence that begins at `from`: "Le géomètre quitte", "M. X, directeur général des services, quitte", whom no list names. Whose name a list
 * has, or may have, is a member whatever he does for a living. */
bool outsider_before(struct reader *rd, size_t from, size_t i);
/* "le commandant X", "l'élu Luc X" that ends at `end`: the first token of the name, or `end`. */
size_t name_behind_a_function(const struct reader *rd, size_t from, size_t end);
/* "(départ de) M. X, géomètre", "du notaire" at token i, in a sentence that ends at `to`. */
bool outsider_at(struct reader *rd, size_t i, size_t to);
/* "Deux conseillers quittent", "un élu s'en va" before the verb at i; "(départ de) deux conseillers" at token i: members whom nobody names. */
bool unnamed_members_before(const struct reader *rd, size_t from, size_t i);
bool unnamed_members_at(const struct reader *rd, size_t i);

/* subject.c: "M. A, Mme B et M. C" that ends at `end`: its first token, or `end`; "M. A, appelé ailleurs, part": the comma behind the names, or the title, before the aside
 * that ends before the words at i; or i. */
size_t row_of_names_before(const struct reader *rd, size_t from, size_t end);
size_t before_the_aside(const struct reader *rd, size_t from, size_t i);

/* going.c: past "est", "a dû", "vient de", "qui" before the verb at i, where its subject ends; the head noun of the phrase without a name that ends at `end`, or `end`. */
size_t behind_the_subject(const struct reader *rd, size_t from, size_t i);
size_t head_noun_before(const struct reader *rd, size_t from, size_t end);
bool follows_determiner(const struct reader *rd, size_t i); /* "le géomètre", "deux élus", at the noun */

#endif
