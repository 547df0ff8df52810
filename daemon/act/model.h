/* SPDX-License-Identifier: EUPL-1.2 */
/* The model of a deliberation: one séance, one or more actes; every value with a status and its place in the text.
 *
 * Plain data, built once by act_read inside the document's arena and never changed afterwards (the rules room only lays
 * the members in office of the roster over `effectif`). The names rules and people use are in fields.h.
 */
#ifndef SCRUTATEUR_MODEL_H
#define SCRUTATEUR_MODEL_H

#include "envelope.h"
#include "token.h"

enum field_status {
	FIELD_ABSENT,    /* the place where it stands was found, and it is not there */
	FIELD_LU,        /* one reading, consistent */
	FIELD_ILLISIBLE, /* the place was not found, or not understood */
	FIELD_AMBIGU,    /* several readings disagree; they are listed in `items` (text and span) */
};

/* One element of a list. Which members are used depends on the list: see field_type in fields.h. */
struct person {
	struct str nom;      /* spelling kept, white space folded, without civility nor function */
	struct str civilite; /* as written ("M.", "Mme", "Monsieur"), or empty */
	struct str cle;      /* folded; the same person has the same cle in every list of a reading */
	struct span span;
	char genre;          /* 'm', 'f': of the civility of several he is named under ("MM. A, B"), when he has none of his own; else 0 */
};
struct item {
	struct span span;
	struct person qui;     /* people; mandant of a pouvoir; beneficiary of an amount (nom and span), where the sentence says */
	struct person porteur; /* mandataire of a pouvoir */
	struct str depuis, jusqua; /* bound of a presence as written, or empty */
	struct str texte;      /* visa; candidate value of an ambigu field; name of a reference's title; an amount's "HT", "TTC" or empty */
	struct str cle;        /* reference: "CGCT/L3211-2", "LOI/2000-321/10", "DELIB/conseil_departemental/2021-07-01" */
	int64_t centimes;      /* amount */
};

/* Where sums stand that were not read: below zero, damaged, with two readings. */
struct sums_left {
	struct span *at;
	size_t n, cap;
};

struct field {
	enum field_status statut;
	struct span span;      /* of the value, {0,0} when there is none */
	struct str texte;      /* text, word, date "AAAA-MM-JJ", hour "HH:MM" */
	int64_t nombre;        /* whole number */
	const struct item *items;
	size_t n;
	const struct sums_left *omis; /* sums that the text cites and that are not among the items; NULL: none */
	struct str raison;     /* French: why it is not LU ("7 mentions de pouvoir mais 6 comprises"); empty when LU */
	bool introuvable;      /* ILLISIBLE, and there is no passage that was not understood: nothing like it was found */
	bool de_registre;      /* laid over from conf/collectivites: there is no passage to quote */
	unsigned cote, ligne;  /* read in side file `cote` (from 1) on that line of it: no passage to quote either; 0 = in the text */
};

struct vote {
	struct span span; /* the tally and its formula */
	struct field pour, contre, abstentions, ne_prennent_pas_part;
	struct field formule;       /* unanimite | majorite | adopte | rejet | prend_acte | aucune */
	struct field formule_texte; /* the sentence of the formula, spelling kept: "la délibération est adoptée à l'unanimité." */
};

struct acte {
	struct span span;
	struct field numero, objet;
	struct field visas;      /* list: texte, one per "Vu …" */
	struct field references; /* list: cle */
	struct field montants;   /* list: centimes */
	struct field deports;    /* list of people: who withdrew or took no part, by name */
	struct field mention_transmission;
	struct field presents, pouvoirs; /* those in force for this acte */
	const struct vote *votes;
	size_t votes_n;
	bool incomplet;              /* a page that is not read (text->unread) may be part of it: its silence says nothing */
};

/* A side file that came with the document (base/side.h), read or not. */
struct side_read {
	struct str nom;          /* in the drop, as one printable line (escape.h) */
	struct str sha256;       /* hex */
	enum envelope_kind kind; /* ENVELOPE_NONE: not read */
	struct str raison;       /* French: why not; empty otherwise */
};

struct reading {
	const struct text *text;
	const struct places *places;
	enum text_origin origine;
	unsigned pages;
	bool executif; /* a décision of the maire or president: no assembly, no séance, no vote */
	struct field collectivite, niveau, organe;
	struct field date, heure, president, secretaires; /* seance.* */
	struct field convocation;                         /* convocation.date */
	struct field seconde_convocation;                 /* seance.seconde_convocation: the words of the mention */
	struct field effectif, presents_annonces, votants_annonces, quorum_annonce;
	struct field presents, absents, pouvoirs;
	struct field identifiant, siren;
	struct field transmission, reception, publication; /* *.date */
	const struct acte *actes;
	size_t actes_n; /* at least 1 */
	const struct side_read *cotes; /* sides.h fills these; without side files the stamps alone speak */
	size_t cotes_n;
	struct field acte_nature, acte_matiere, acte_siren, acte_numero, acte_identifiant, acte_objet, acte_date, acte_reception; /* acte.* */
	struct field desaccords; /* acte.desaccords */
};

/* The number an act is known by: its own, else, for a file that holds one act, the identifier of its stamp or footer
 * ("ID : CP2023…"). Empty when neither was read. */
struct str acte_known_as(const struct reading *r, size_t acte);
const char *statut_word(enum field_status s);  /* "lu" "absent" "illisible" "ambigu" */
const char *origine_word(enum text_origin o);  /* "texte" "pdf" "word" "odt" "ocr" */

#endif
