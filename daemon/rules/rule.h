/* SPDX-License-Identifier: EUPL-1.2 */
/* A loaded rule, its essais, and how it is loaded from a text. Private to the rules room. */
#ifndef SCRUTATEUR_RULE_H
#define SCRUTATEUR_RULE_H

#include "eval.h"
#include "ruleset.h"
#include "vm.h"

struct replacement {
	struct str ancien, nouveau;
	bool tous;
};
struct essai {
	struct str nom, document;  /* document empty: the rule's */
	unsigned line;             /* in the rule's file */
	const struct replacement *remplacer;
	size_t remplacer_n;
	const struct override *parametres;
	size_t parametres_n;
	bool has_effectif;
	int64_t effectif;
	enum verdict attendu;
	enum severity gravite;     /* NONE: any */
	struct str message, preuve; /* empty: any */
	bool a_faire;
};
#define ESSAIS_MAX 200

struct rule {
	struct rule_info info;
	struct vm *vm;
	int controle, s_applique;  /* registry references; s_applique may be LUA_NOREF */
	struct str exemple;        /* default document of its essais, "cp-reguliere" when the rule names none */
	const struct essai *essais;
	size_t essais_n;
	struct str text;           /* of the file, for messages */
	struct remarks remarques;  /* of the lint, those that refuse included */
};

/* What regle{} and essai{} fill while the file runs. */
struct draft {
	struct arena *a;
	struct rule *rule;
	bool declared;
	struct { struct essai *at; size_t n, cap; } essais;
	struct str open_essai;     /* `essai "…"` whose { } has not come yet */
};

/* Load one rule from its text: shared Lua first, then the file, under the limits. The id must be the file's name
 * without ".lua". On failure *e has the place in the file, and says in French what to write instead;
 * of *ret only `remarques` holds, which says what else is wrong. */
bool rule_load(struct arena *a, const struct vm_source *shared, size_t shared_n, struct str file, struct str text,
	       struct rule *ret, struct err *e);
/* The same, whatever the lint refuses: for the tests of the sandbox, which has to hold without it. */
bool rule_load_unseen(struct arena *a, const struct vm_source *shared, size_t shared_n, struct str file, struct str text,
		      struct rule *ret, struct err *e);
void rule_drop(struct rule *rule);
/* Lua's own message ("@1:12: …") in French, with its place. Also for messages of a running rule. */
void fault_explain(const struct vm *vm, struct str message, struct err *e);
/* Does a text hold the word that no message may say? */
bool rule_says_illegal(struct str s);

#endif
