/* SPDX-License-Identifier: EUPL-1.2 */
/* What the pages about the rules are made of, as plain data: the live rules with what their essais gave when they were
 * played, and the dated values they used. */
#ifndef SCRUTATEUR_CATALOGUE_H
#define SCRUTATEUR_CATALOGUE_H

#include "params.h"
#include "ruleset.h"

/* Words of a sample that an essai changes, with what stands around them on the page; each is one line. */
struct swap {
	struct str avant, ancien, nouveau, apres;
	bool partout; /* in several places; the first is shown */
};
struct example { /* an essai, played */
	struct str nom, document;
	const struct swap *swaps;
	size_t swaps_n;
	const struct used_param *poses; /* values it lays over conf/parametres: nom and valeur */
	size_t poses_n;
	int64_t effectif;               /* 0: none */
	enum verdict verdict;
	enum severity severity;
	struct str message;             /* as people read it */
	bool a_faire;                   /* not as expected, and marked so */
};
struct rule_doc {
	const struct rule_info *info;
	struct str fichier;             /* "quorum.lua" */
	const struct example *examples;
	size_t examples_n;
	const struct param_doc *const *params; /* those it used, and their likes for other levels and bodies */
	size_t params_n;
};

struct catalogue {
	const struct rule_doc *rules;   /* in order of id */
	size_t rules_n;
	struct str *lost;               /* ids of the rules that are in no state to be live */
	size_t lost_n;
	const char *sha256;             /* of the set */
};

/* Plays the essais of every live rule once more. All memory is the arena's, which must live as long as `rs`. False: an essai
 * that passed while loading could not be played again. */
bool catalogue_make(struct arena *a, struct ruleset *rs, struct catalogue *ret, struct err *e);
#endif
