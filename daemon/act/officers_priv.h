/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: the names found for an office (officers.c, chair_opens.c: who presides; secretaries.c, secretary_names.c). */
#ifndef SCRUTATEUR_OFFICERS_PRIV_H
#define SCRUTATEUR_OFFICERS_PRIV_H

#include "people_priv.h"

#define OFFICERS_MAX 20 /* more names than that are no bureau; the field is ambigu long before */

struct officers {
	struct item *at;
	size_t n, cap;
	size_t stated; /* how many of them are named so wholly that no list need know them */
	size_t where; /* a mention that was not understood */
	bool seen;
	bool point; /* one of them, for a point of the agenda only */
	bool half; /* of somebody only half a name was there */
};

/* A name that stands for somebody without help: one person's, whose first name and family name its capitals tell apart, or
 * with a civility before it. */
bool officer_sure(const struct reader *rd, const struct name *n);
/* The name behind token i, over "Monsieur le Maire," and the like. */
bool officer_ahead(const struct reader *rd, size_t i, struct name *ret);
/* Adds the person, once; known from then on to the other lists (WHO_CHAIR). */
void officer_add(struct reader *rd, struct officers *f, const struct name *n);

/* Who alone has the office of maire, or of president, by the title behind his name, and is listed as there (office_holder.c). */
bool listed_holder_of_office(struct reader *rd, bool maire, struct person *ret);

/* The only one of the presents whose title says that he presides: "Maire, Président", "présidente de séance"; or NULL (chair_listed.c). */
const struct item *chair_listed(const struct reader *rd);

/* chair_opens.c */
void president_who_opens(struct reader *rd, size_t i, struct officers *f); /* "M. A, Président, ouvre la séance": the verb at token i */
bool assures_the_presidency(const struct reader *rd, size_t i, struct name *ret); /* "M. A assure la présidence", which is at token i */

/* presided.c: the words of a presidency at token i tell of an association, a committee, or something that nobody knows to be this assembly. */
bool presides_another_body(const struct reader *rd, size_t i);
/* "…, premier adjoint, pour le vote du compte", "le maire s'étant retiré, …": he whose name ends at `end`, told at token i, has the chair for a point only. */
bool presides_for_a_point(const struct reader *rd, size_t i, size_t end);
/* He leaves office, or those elected take theirs: he may be no member (presided.c). French, why; or NULL. */
const char *chair_may_be_outgoing(const struct reader *rd, const struct item *chair);

/* secretary_names.c */
bool names_secretary(const struct reader *rd, size_t i); /* a verb: "désigné", "nomme", "élu" */
/* A first name and a family name, or a civility: enough where words on both sides close the name. */
bool is_full_name(const struct reader *rd, const struct name *n);
/* Perhaps in small letters and without a civility, but word for word a member who is listed as there. */
bool secretary_is_listed(struct reader *rd, const struct name *n);
/* His name stands before his title [i, cue_end), not before `from`; only proposed for it, or named. */
bool point_opens_at(const struct reader *rd, size_t i); /* "1 – APPROBATION": a point of the agenda */
/* Nothing behind a name, token `end` on, goes on with its sentence; `n` without the title that flattened text glued to it. */
bool secretary_ends(const struct reader *rd, size_t end);
bool officer_initial(const struct reader *rd, size_t i); /* "A." at token i */
bool secretary_loses_initial(const struct reader *rd, const struct name *n); /* "PETlT A.": one word that was scanned badly, and "A." left behind */
/* "Secrétaire(s) : Mme A (the margin) et M. B", whose title ends between `from` and `to`, and A at token i. */
bool secretary_woven_off(const struct reader *rd, size_t from, size_t to, size_t i, size_t limit);
void secretary_cut(const struct reader *rd, struct name *n);
bool secretary_before_title(struct reader *rd, size_t from, size_t i, size_t cue_end, struct name *ret, bool *ret_proposed);
/* What stands between the title and the name: "de la présente séance soit assuré par", "(art. L. 2121-15)", "Commune de Mirebois -"; each
 * the token after it, or i. */
size_t secretary_past_assured_by(const struct reader *rd, size_t i);
size_t secretary_past_the_article(const struct reader *rd, size_t i);
size_t secretary_past_the_commune(const struct reader *rd, size_t i, size_t limit);
/* Where "Mme B est désignée", in the sentence behind a title that ends at i, is looked for no more. */
size_t secretary_sentence_stop(const struct reader *rd, size_t i, size_t limit);
/* Behind the verb at j: "pour remplir cette fonction". */
bool takes_the_function(const struct reader *rd, size_t j, size_t limit);
/* The title ends at i: "nommer un secrétaire de séance ; Mme B est désignée.", of which the verb is at j. */
bool is_named_at_once(const struct reader *rd, size_t i, size_t j);

/* The title [i, k) stands over signatures, of the secretary and perhaps of the chair: he is added to `f` (signatures.c). */
bool secretary_signs(struct reader *rd, size_t i, size_t k, size_t limit, struct officers *f);

#endif
