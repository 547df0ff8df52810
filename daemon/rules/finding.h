/* SPDX-License-Identifier: EUPL-1.2 */
/* What a rule said about one acte, as plain data: from the Lua host to the records. Vocabulary of RULE_API and
 * ALERT_FORMAT. */
#ifndef SCRUTATEUR_FINDING_H
#define SCRUTATEUR_FINDING_H

#include "date.h"
#include "model.h"

enum verdict { VERDICT_CONFORME, VERDICT_ANOMALIE, VERDICT_NON_VERIFIABLE, VERDICT_SANS_OBJET, VERDICT_ERREUR };
enum severity {
	SEVERITY_NONE,
	SEVERITY_INFORMATION,
	SEVERITY_MINEURE,
	SEVERITY_MAJEURE,
	SEVERITY_BLOQUANTE
}; /* 1..4 = severity.num */
enum severity_from { FROM_REGLE, FROM_VERDICT, FROM_CONFIG };
enum evidence_role { ROLE_CONSTAT, ROLE_LECTURE, ROLE_ATTENDU, ROLE_CONTEXTE };

struct legal {
	struct str code, article; /* or empty: */
	struct str usage, reponse_ministerielle;
	struct str jurisprudence; /* "CE, 2 mars 2010, n° 325255" */
	struct str dit, depuis, url;
	struct str niveau, organe; /* set: the entry holds for that level or body only, and is left out elsewhere */
};

/* What it is ("CGCT", "usage", "jurisprudence", "réponse ministérielle"), and which ("L. 3121-16", the usage in words, the decision …). */
struct str legal_kind(const struct legal *l);
struct str legal_reference(const struct legal *l);
const char *legal_between(const struct legal *l); /* kind and reference: "CGCT L. 2121-17", "loi 2000-321, art. 10" */

struct evidence {
	struct str champ;        /* "pouvoirs[2]", "vote.contre" */
	enum evidence_role role;
	struct span span;        /* in reading->text; an empty span is never evidence */
};

struct unread {
	struct str champ;
	enum field_status statut;
	struct str raison;
	struct span pres;        /* near: where it was looked for; {0,0} unknown */
	bool introuvable;        /* of a field: model.h */
};

struct used_param {
	struct str nom, valeur;  /* valeur as JSON: 1, "tiers"; null when a_verifier */
	struct str du, au;       /* AAAA-MM-JJ or empty (open) */
	struct str source;
	struct str verifie_le;   /* a jurist's stamp, or empty */
	bool a_verifier;         /* no value is given that day: the rule stopped there */
};

struct rule_info {
	struct str id, version, titre, resume, verifie_le, verifie_par;
	struct str du, au;       /* validite */
	char sha256[65];         /* of the rule's file */
	enum severity gravite;
	bool par_seance;         /* portee = "seance" */
	const struct legal *fondement;
	size_t fondement_n;
	struct str file;         /* path as loaded, for errors */
};

struct mark; /* trace.h */
/* An exception that the house granted (policy.h). */
struct exemption {
	struct str id, regle, acte, raison, par;
	struct str collectivite;  /* whose act: a SIREN, or a name as the act has it; "" = of any */
	struct date du, jusqu_au; /* du: year 0 = from the first day */
	unsigned line;            /* in its file */
};

struct finding {
	const struct rule_info *rule;
	size_t acte;             /* index in reading->actes */
	enum verdict verdict;
	enum severity severity;  /* SEVERITY_NONE unless ANOMALIE */
	enum severity_from from;
	struct str message;      /* one line, French */
	struct str sujet;        /* topic: "elu:feret", "vote"; derived when the rule gives none */
	const struct evidence *preuves;  size_t preuves_n;   /* constat first */
	const struct unread *non_lus;    size_t non_lus_n;
	const struct used_param *params; size_t params_n;
	const struct legal *const *fondement; size_t fondement_n; /* those that hold for this level and body */
	const struct mark *lectures; size_t lectures_n; /* all that the rule touched, in order, without quoting; in no record */
	const struct exemption *exception;      /* of an ANOMALIE: written all the same, and marked; or NULL */
	const struct exemption *exception_over; /* would have been, but has expired; or NULL */
	bool limit; /* an ERREUR because a limit of calculation, time or memory was met */
	int64_t us, instructions, memory;
};

/* The closed words of `niveau` and `organe`, NULL-terminated: what a fondement or a roster may name. */
/* NULL-terminated, in the order of their enum; severities from SEVERITY_INFORMATION on. */
extern const char *const VERDICT_WORDS[], *const SEVERITY_WORDS[];
extern const char *const NIVEAU_WORDS[];
extern const char *const ORGANE_WORDS[];
const char *verdict_word(enum verdict v);
const char *verdict_label(enum verdict v); /* the same for people: "non vérifiable" */
/* A message as people read it: the field that could not be read, which begins it, by its French label. */
struct str message_for_people(struct arena *a, enum verdict v, struct str message);
const char *severity_word(enum severity s);
const char *severity_from_word(enum severity_from f);
const char *role_word(enum evidence_role r);

#endif
