/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: the deciding body where the paper names none in full. */
#ifndef SCRUTATEUR_ORGANE_PRIV_H
#define SCRUTATEUR_ORGANE_PRIV_H

#include "reader_priv.h"

#define LETTERHEAD_TOKENS 60

/* "les conseillers communautaires de X se sont réunis": those of which body, or NULL. */
const char *members_at(const struct reader *rd, size_t i, size_t *ret_next);
void only_body_named(struct reader *rd); /* sets the body where nothing says who met (only_body.c) */
bool is_visa_after(const struct reader *rd, size_t next); /* "… ,⏎Vu" behind a body's name that ends at token `next` */
bool body_is_subject(const struct reader *rd, size_t i);  /* "le conseil", no "par le conseil" */
bool is_verb_of_decision(const struct reader *rd, size_t i);
/* The level that the top of the paper tells: "COMMUNE DE VALBRISE", "SYNDICAT DES EAUX"; false when it tells none, or two. */
bool letterhead_level(const struct reader *rd, struct str *ret_niveau, struct span *ret);
/* "COMMUNE DE VALBRISE … Le conseil, à l'unanimité, fixe": the body whose kind only the letterhead tells, and where it decides; NULL when the
 * letterhead tells none or nothing such decides. */
const char *bare_body(const struct reader *rd, struct span *ret);
/* "caisse" of a caisse des écoles, or of another body's letterhead; not of a bank ("prêt de la Caisse d'Épargne"). */
bool names_a_caisse(const struct reader *rd, size_t i);
/* The letterhead is that of another level than this body's. */
bool letterhead_denies(const struct reader *rd, struct str organe);

#endif
