/* SPDX-License-Identifier: EUPL-1.2 */
/* Dated law: conf/parametres/ *.yaml (RULE_API §2). A value is a whole number or a word, with the days it holds
 * and its source. Each parameter says what its values may be: `admis: [moitie, tiers]`, `admis: date` or
 * `entre: [1, 5]`.
 *
 * Load errors: a value that is not one of them, overlapping periods, an undeclared gap, a period without `source`, `au` before `du`, an unknown
 * key, the same parameter in two files. A period may say `a_verifier: oui` instead of `valeur`: rules that need it
 * are non_verifiable.
 */
#ifndef SCRUTATEUR_PARAMS_H
#define SCRUTATEUR_PARAMS_H

#include "arena.h"
#include "date.h"
#include "err.h"
#include "yamltree.h"

struct param_value {
	struct date du, au;    /* zero = open */
	bool a_verifier;
	bool is_number;
	int64_t nombre;
	struct str texte;      /* the value as written, when it is a word */
	struct str source;
	struct date verifie_le; /* a jurist's stamp; zero = none */
};
struct params;

/* Read every *.yaml of the directory, in order of names. */
bool params_load(struct arena *a, const char *dir, const struct params **ret, struct err *e);
/* Known name? */
/* Of a name that no file gives: where they were loaded from, and the nearest: " de DIR ; vouliez-vous « x » ?". */
#define PARAM_UNKNOWN 240
const char *params_unknown(const struct params *p, struct str name, char out[PARAM_UNKNOWN]);
bool params_has(const struct params *p, struct str name);
/* The value in force that day, or NULL (no such name, or no period: both are non_verifiable, with words of the
 * caller's). */
const struct param_value *params_at(const struct params *p, struct str name, struct date day);
struct param_doc { /* for people */
	struct str nom, libelle, note;
	const struct param_value *periodes;
	size_t periodes_n;
};
struct param_change {
	struct str nom;
	const char *file; /* where it stands; `gone`: where it stood */
	unsigned line;
	bool gone;
};
/* How many `before` has otherwise, or has alone, and the first of them. */
size_t params_changes(const struct params *now, const struct params *before, struct param_change *ret_first);
/* In order of the files. */
size_t params_count(const struct params *p);
struct param_doc params_doc(const struct params *p, size_t i);
/* SHA-256 over all files, part of the rule set's identity. */
const char *params_sha256(const struct params *p);

#endif
