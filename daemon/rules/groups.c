/* SPDX-License-Identifier: EUPL-1.2 */
/* Every name a rule may write besides its fields, from the tables that the engine itself walks. */
#include "groups.h"
#include "luaenv.h"
#include "ruleset_priv.h"
#include "table.h"

struct rows {
	struct helper_doc *at;
	size_t n, cap;
};

static void add(struct arena *a, struct rows *rows, const char *nom, const char *appel, const char *dit, const char *exemple)
{
	*ARENA_PUSH(a, rows) = (struct helper_doc){ .nom = str_c(nom), .appel = str_c(appel), .dit = str_c(dit), .exemple = str_c(exemple) };
}

static struct helper_group functions(struct arena *a, const char *titre, const char *dit, const struct env_function *f)
{
	struct rows rows = { 0 };

	for (; f->name; f++)
		add(a, &rows, f->name, f->appel, f->dit, f->exemple);
	return (struct helper_group){ titre, dit, rows.at, rows.n };
}

static struct helper_group elements(struct arena *a, const char *titre, const char *dit, const struct element_key *k)
{
	struct rows rows = { 0 };

	for (; k->nom; k++)
		add(a, &rows, k->nom, k->nom, k->dit, k->exemple);
	return (struct helper_group){ titre, dit, rows.at, rows.n };
}

static struct helper_group keys(struct arena *a, const char *titre, const char *dit, const struct table_key *k)
{
	struct rows rows = { 0 };

	for (; k->nom; k++)
		add(a, &rows, k->nom, k->nom, k->dit, k->exemple);
	return (struct helper_group){ titre, dit, rows.at, rows.n };
}

struct groups {
	struct helper_group *at;
	size_t n, cap;
};

static void add_shared(struct arena *a, const struct ruleset *rs, struct groups *g)
{
	const struct stock *st = ruleset_stock(rs);
	struct helper_group shared = { .titre = "Fonctions communes, écrites en Lua",
				       .dit = "Elles viennent des fichiers de lua/ : lisez-les, elles sont faites de ce qui précède." };

	shared.at = luadoc_read(a, st->shared, st->shared_n, &shared.n);
	*ARENA_PUSH(a, g) = shared;
}

const struct helper_group *reference_groups(struct arena *a, const struct ruleset *rs, size_t *ret_n)
{
	struct groups g = { 0 };

	*ARENA_PUSH(a, &g) = functions(a, "Verdicts", "Une règle se termine toujours par « return » et un verdict.", VERDICTS);
	*ARENA_PUSH(a, &g) = functions(a, "Listes, dates et droit daté", "Une date est un texte \"AAAA-MM-JJ\" : deux dates se comparent par < et >.", HELPERS);
	*ARENA_PUSH(a, &g) = functions(a, "Chercher", "Accents, majuscules, espaces et fins de ligne ne comptent jamais.", SEARCHES);
	*ARENA_PUSH(a, &g) = functions(a, "Chercher dans les mots de l'acte", "Un passage est une phrase ; il se donne en preuve.", PASSAGES);
	*ARENA_PUSH(a, &g) = functions(a, "Qui une phrase nomme", "Un nom de famille seul ne nomme un élu que derrière « M. » ou « Mme ».", NAMINGS);
	*ARENA_PUSH(a, &g) = functions(a, "Composer un message", "Un message tient en une phrase, sans point final.", MESSAGES);
	add_shared(a, rs, &g);
	*ARENA_PUSH(a, &g) = elements(a, "Un élu", "Un élément de d.presents, d.absents, d.deports, d.seance.secretaires ; un mandant ; un mandataire.", ELU_KEYS);
	*ARENA_PUSH(a, &g) = elements(a, "Un pouvoir", "Un élément de d.pouvoirs.", POUVOIR_KEYS);
	*ARENA_PUSH(a, &g) = elements(a, "Un groupe", "Un élément de ce que rend regroupe(…).", GROUPE_KEYS);
	*ARENA_PUSH(a, &g) = elements(a, "Un montant", "Un élément de d.montants.", MONTANT_KEYS);
	*ARENA_PUSH(a, &g) = elements(a, "Un visa, un passage", "Un élément de d.visas, ou de ce que rend passages(…).", TEXTE_KEYS);
	*ARENA_PUSH(a, &g) = elements(a, "Une référence", "Un élément de d.references.", ITEM_REFERENCE_KEYS);
	*ARENA_PUSH(a, &g) = elements(a, "Les parties d'une référence", "Ce que rend reference(element).", REFERENCE_KEYS);
	*ARENA_PUSH(a, &g) = functions(a, "Déclarer", "Un fichier de règle est fait de ces deux déclarations.", DECLARATIONS);
	*ARENA_PUSH(a, &g) = keys(a, "Les clés de regle { }", "Dans n'importe quel ordre, séparées par des virgules.", REGLE_CLES);
	*ARENA_PUSH(a, &g) = keys(a, "Les clés de fondement", "Chaque entrée dit code et article, ou usage, ou reponse_ministerielle, ou jurisprudence.", FONDEMENT_CLES);
	*ARENA_PUSH(a, &g) = keys(a, "Les clés de validite", "Comparées au jour de la séance, comprises toutes deux.", VALIDITE_CLES);
	*ARENA_PUSH(a, &g) = keys(a, "Les clés d'un essai", "Un essai lit un acte d'exemple, en change des mots, et dit le verdict attendu.", ESSAI_CLES);
	*ret_n = g.n;
	return g.at;
}
