/* SPDX-License-Identifier: EUPL-1.2 */
/* The words of the vocabulary that rules, records and people share. */
#include "finding.h"

const char *verdict_word(enum verdict v)
{
	static const char *const words[] = { "conforme", "anomalie", "non_verifiable", "sans_objet", "erreur" };
	return words[v];
}

const char *severity_word(enum severity s)
{
	static const char *const words[] = { "", "information", "mineure", "majeure", "bloquante" };
	return words[s];
}

const char *severity_from_word(enum severity_from f)
{
	static const char *const words[] = { "regle", "verdict", "config" };
	return words[f];
}

const char *role_word(enum evidence_role r)
{
	static const char *const words[] = { "constat", "lecture", "attendu", "contexte" };
	return words[r];
}

const char *const NIVEAU_WORDS[] = { "commune", "epci", "syndicat", "departement", "region", "autre", NULL };
const char *const ORGANE_WORDS[] = { "conseil_municipal",
				      "conseil_communautaire",
				      "conseil_departemental",
				      "conseil_regional",
				      "commission_permanente",
				      "bureau_communautaire",
				      "comite_syndical",
				      "autre",
				      NULL };
