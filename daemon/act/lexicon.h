/* SPDX-License-Identifier: EUPL-1.2 */
/* Cue phrases: conf/lexique.yaml, so that a collectivity's own wording is added without touching C.
 *
 * The file is a map from a cue (one of the names in lexicon.c, e.g. `presents`, `pouvoir_donne`, `unanimite`) to a list
 * of phrases. Phrases are folded and tokenised like the text: case, accents, spaces and line ends do not count. An
 * unknown cue, an empty phrase, a phrase of more than LEXICON_PHRASE_WORDS words or a phrase under two cues that
 * exclude each other is an error with its place.
 */
#ifndef SCRUTATEUR_LEXICON_H
#define SCRUTATEUR_LEXICON_H

#include "landmarks.h"

#define LEXICON_PHRASE_WORDS 16

struct lexicon;

bool lexicon_load(struct arena *a, struct str yaml, const char *file, const struct lexicon **ret, struct err *e);

/* Cues, in the order of the names in lexicon.c. Extend both together. */
enum cue {
	CUE_NONE = -1,
	CUE_VU, CUE_CONSIDERANT, CUE_EXPOSE, CUE_DECIDE,                 /* parts of an act */
	CUE_PRESENTS, CUE_ABSENTS, CUE_POUVOIRS,                         /* headings of lists */
	CUE_POUVOIR_DONNE, CUE_POUVOIR_RECU, CUE_REPRESENTE_PAR,         /* X … à Y; X (… de Y) */
	CUE_EN_EXERCICE, CUE_NB_PRESENTS, CUE_NB_VOTANTS, CUE_QUORUM, CUE_NB_POUVOIRS,
	CUE_POUR, CUE_CONTRE, CUE_ABSTENTION, CUE_NPPV,                  /* tallies */
	CUE_UNANIMITE, CUE_MAJORITE, CUE_ADOPTE, CUE_REJETE, CUE_PREND_ACTE,
	CUE_PRESIDENCE, CUE_SECRETAIRE, CUE_CONVOCATION, CUE_SECONDE_CONVOCATION,
	CUE_TRANSMISSION, CUE_RECEPTION, CUE_PUBLICATION, CUE_IDENTIFIANT,
	CUE_FIN_LISTE,                                                   /* what ends a list of names */
	CUE_SEANCE,                                                      /* before the date of the séance */
	CUE_NUMERO, CUE_OBJET,                                           /* before the number of an act; its object */
	CUE_VOTE,                                                        /* heading of a tally */
	CUE_AVIS,                                                        /* a committee's opinion, not the vote */
	CUE_CLOTURE,                                                     /* what stands after the dispositif */
	CUE_NIVEAU_SPECIAL,                                              /* collectivities outside the common rules */
	CUE_SUITE,                                                       /* "après en avoir délibéré" */
	CUE_VERBE,                                                       /* what an assembly does, beside "décide", "adopte" */
	CUE_COUNT
};

/* The longest phrase of cue `c` standing at token i: returns the token after it, or i when none stands there. */
static inline size_t cue_at(const struct lexicon *lx, const struct tokens *t, size_t i, enum cue c);
/* Whichever cue has the longest phrase at token i (CUE_NONE when none); *ret_next is the token after it. Constant time
 * on average. */
enum cue cue_any(const struct lexicon *lx, const struct tokens *t, size_t i, size_t *ret_next);
const char *cue_name(enum cue c);
/* Is the cue in the file, with or without a phrase? One that is not tells of a file cut short, or of a former version. */
bool lexicon_names(const struct lexicon *lx, enum cue c);

/* Nothing to know below: where the landmarks were found, most answers are one bit. */
size_t cue_find(const struct lexicon *lx, const struct tokens *t, size_t i, enum cue c);

static inline size_t cue_at(const struct lexicon *lx, const struct tokens *t, size_t i, enum cue c)
{
	return t->landmarks == NULL || landmark_at(t->landmarks, (unsigned)c, i) ? cue_find(lx, t, i, c) : i;
}

#endif
