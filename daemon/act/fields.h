/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of fields: one row per name that rules, `lire` and the records use. Lua access, JSON, the reading printed
 * for people and the reference pages all walk this table; a new field is a member in model.h and a row in fields.c. */
#ifndef SCRUTATEUR_FIELDS_H
#define SCRUTATEUR_FIELDS_H

#include "model.h"

enum field_scope { SCOPE_SEANCE, SCOPE_ACTE, SCOPE_VOTE, SCOPE_ENVOI /* of the reading; what side files say */ };
enum field_type {
	TYPE_TEXTE,    /* field.texte */
	TYPE_MOT,      /* field.texte, one of a closed set */
	TYPE_DATE,     /* field.texte "AAAA-MM-JJ" */
	TYPE_HEURE,    /* field.texte "HH:MM" */
	TYPE_NOMBRE,   /* field.nombre */
	TYPE_ELUS,     /* items: qui, depuis, jusqua */
	TYPE_POUVOIRS, /* items: qui (mandant), porteur (mandataire) */
	TYPE_TEXTES,   /* items: texte */
	TYPE_REFERENCES, /* items: cle */
	TYPE_MONTANTS, /* items: centimes, texte ("HT", "TTC"), qui (beneficiary) */
};

struct field_desc {
	const char *name;    /* "seance.date", "presents", "pour" (vote scope: reached as vote.pour) */
	const char *libelle; /* French, for people: "Date de la séance" */
	enum field_scope scope;
	enum field_type type;
	size_t offset;       /* of the struct field in struct reading, acte or vote */
	const char *dit;     /* French, for the reference: what it is, without a full stop */
	const char *exemple; /* a Lua expression that reads it, in a rule's controle */
};

extern const struct field_desc FIELDS[];
extern const size_t FIELDS_N;
/* What `vote.formule` may say, the strongest first; NULL-terminated. */
extern const char *const FORMULE_WORDS[];
/* What `acte.nature` may say: code 1 of @CTES first; NULL-terminated. */
extern const char *const NATURE_WORDS[];
/* "nombre", "date \"AAAA-MM-JJ\"", "liste d'élus": a type as the reference writes it. */
const char *type_for_people(enum field_type t);

/* The row named `name`, or NULL: the séance's row first ("presents"), "acte.presents" the one in force for an acte (but "acte.numero"
 * what side files say), "vote.pour" (or plain "pour") the vote row. */
const struct field_desc *field_desc(struct str name);
/* The field of `d` in its owner: the reading, an acte or a vote according to d->scope. */
const struct field *field_of(const struct field_desc *d, const void *owner);
/* True when the list `f` of an acte is the séance's list of that name: nobody came or left. */
bool field_repeats_seance(const struct reading *r, const struct field_desc *d, const struct field *f);
/* A TYPE_MOT as people write it: "conseil_departemental" → "conseil départemental". */
struct str word_for_people(struct arena *a, struct str mot);
/* The place of a value as people say it: "votes[1].formule" → "Formule du résultat (vote 1)", "pouvoirs[2]" →
 * "Pouvoirs n° 2", "votes[2]" → "Vote 2", "texte[60]" (of line 60) → "Passage". What names no field comes back as it is. */
struct str champ_for_people(struct arena *a, struct str champ);
/* statut_word for people: "non mentionné", "lu", "illisible", "ambigu"; an ILLISIBLE of which nothing was found (`introuvable`, model.h) is
 * "non trouvé". */
const char *statut_for_people(enum field_status s, bool introuvable);

#endif
