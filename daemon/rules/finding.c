/* SPDX-License-Identifier: EUPL-1.2 */
/* The words of the vocabulary that rules, records and people share. */
#include "fields.h"
#include "finding.h"

const char *const VERDICT_WORDS[] = { "conforme", "anomalie", "non_verifiable", "sans_objet", "erreur", NULL };
const char *const SEVERITY_WORDS[] = { "information", "mineure", "majeure", "bloquante", NULL };

const char *verdict_word(enum verdict v)
{
	return VERDICT_WORDS[v];
}

const char *verdict_label(enum verdict v)
{
	static const char *const words[] = { "conforme", "anomalie", "non vérifiable", "sans objet", "erreur" };
	return words[v];
}

struct str message_for_people(struct arena *a, enum verdict v, struct str message)
{
	size_t colon = str_find(message, STR(" : "), 0);
	if (v != VERDICT_NON_VERIFIABLE || colon == STR_NONE)
		return message;
	return arena_printf(a, "%.*s%.*s", STR_ARG(champ_for_people(a, str_part(message, 0, colon))),
			    STR_ARG(str_part(message, colon, message.n)));
}

struct str legal_kind(const struct legal *l)
{
	return l->code.n	    ? l->code
	       : l->usage.n	    ? STR("usage")
	       : l->jurisprudence.n ? STR("jurisprudence")
				    : STR("réponse ministérielle");
}

struct str legal_reference(const struct legal *l)
{
	return l->article.n	    ? l->article
	       : l->usage.n	    ? l->usage
	       : l->jurisprudence.n ? l->jurisprudence
				    : l->reponse_ministerielle;
}

const char *legal_between(const struct legal *l)
{
	return l->code.n && l->code.p[0] >= 'A' && l->code.p[0] <= 'Z' ? " " : l->article.n ? ", art. " : " ";
}

const char *severity_word(enum severity s)
{
	return s == SEVERITY_NONE ? "" : SEVERITY_WORDS[s - SEVERITY_INFORMATION];
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
