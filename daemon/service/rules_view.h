/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules in service, as people and other programs see them: `etat/regles.json`, written by the supervisor each time something changes,
 * read by `scrutateur regles` and `scrutateur recharger`; the same shape for `scrutateur regles --json`.
 *
 *     {"schema": "scrutateur-regles/1.0", "ts", "processus": 812 | null,
 *      "rechargements": {"demandes": 4, "termines": 4, "etat": "fait" | "refuse" | "en-cours", "raison": null | "…"},
 *      "jeu": "<sha256>",
 *      "references_precedentes": [{"nom": "parametres", "raison"}], — what the rules are judged with, of a former version, and why
 *      "regles": [{"id", "titre", "version", "sha256", "depuis", "gravite", "etat": "active" | "desactivee" | "suspendue" | "refusee",
 *                  "ancienne_version": false, "raison": null | "…", "essais": 5}],
 *      "exceptions": [{"id", "regle", "acte", "collectivite": null | "…", "raison", "par", "du", "jusqu_au", "etat": "en vigueur" | "à venir" | "expirée", "actes": 2}]}
 *
 * A reload counts as asked when it begins and as done when its rules are in service or refused: whoever reads `demandes`, asks, and waits
 * for more `termines` than that knows that his change was looked at. `depuis` and `actes` (documents under the exception) are null where
 * there is no ledger to ask.
 */
#ifndef SCRUTATEUR_RULES_VIEW_H
#define SCRUTATEUR_RULES_VIEW_H

#include "arena.h"
#include "buf.h"
#include "finding.h"
#include "ruleset.h"

#define RULES_VIEW_FILE "regles.json"
#define RULES_VIEW_BYTES (8 * MIB) /* LIMIT_RULES and LIMIT_EXEMPTIONS, each text as long as it may be, in \uxxxx */
#define RULES_VIEW_MEMORY (4 * RULES_VIEW_BYTES) /* of who reads it */

enum reload_state { RELOAD_DONE, RELOAD_REFUSED, RELOAD_UNDER_WAY };
enum service_state { RULE_ACTIVE, RULE_OFF, RULE_SUSPENDED, RULE_OUT };
struct rule_view {
	struct str id, titre, version, sha256;
	struct str depuis;       /* RFC 3339, or empty */
	enum severity gravite;   /* NONE: unknown */
	enum service_state state;
	bool ancienne;           /* the former version serves, for the reason given */
	struct str raison;       /* why it is out, suspended or of a former version; or empty */
	int64_t essais;
};
struct exemption_view {
	struct exemption x;
	int64_t actes;           /* documents, -1 = not known */
};
struct reference_view {
	struct str nom, raison;
};
struct rules_view {
	struct str ts;
	int64_t pid;             /* 0: no service */
	struct {
		int64_t asked, done;
		enum reload_state state;
		struct str why;
	} reload;
	struct str jeu;
	struct rule_view *rules;
	size_t rules_n;
	struct exemption_view *exemptions;
	size_t exemptions_n;
	struct reference_view references[REFERENCES]; /* that are a former version */
	size_t references_n;
};

void rules_view_json(const struct rules_view *v, bool indented, struct buf *out);
/* From a file of that shape (JSON is YAML). ERR_SYS when there is none, else what yamltree.h says of it. Memory: `a`. */
bool rules_view_read(struct arena *a, const char *path, struct rules_view *ret, struct err *e);

#endif
