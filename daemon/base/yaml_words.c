/* SPDX-License-Identifier: EUPL-1.2 */
/* What libyaml says when it does not understand, in the words of a person who edits the file. Several of its messages
 * have the same cause for that person, and get the same sentence.
 */
#include "yaml_words.h"

#include <string.h>

static const struct {
	const char *problem, *french;
} words[] = {
	{ "mapping values are not allowed in this context",
	  "« : » inattendu ici : la ligne est décalée, ou le texte contient « : » et se met entre guillemets \"…\"" },
	{ "did not find expected key", "une clé suivie de « : » est attendue ici : la ligne est-elle alignée avec celles d'avant ?" },
	{ "could not find expected ':'", "« : » attendu après la clé" },
	{ "did not find expected '-' indicator",
	  "ligne mal alignée : dans une liste, chaque élément commence par « - », et ses lignes sont toutes à la même colonne" },
	{ "did not find expected ',' or ']'", "« , » ou « ] » attendu" },
	{ "did not find expected ',' or '}'", "« , » ou « } » attendu" },
	{ "did not find expected node content", "une valeur est attendue ici" },
	{ "did not find expected <document start>", "fin de fichier attendue ici" },
	{ "found unexpected end of stream", "guillemet fermant manquant" },
	{ "found character that cannot start any token",
	  "caractère inattendu (une tabulation ne peut pas décaler une ligne)" },
	{ "found a tab character that violates indentation", "une tabulation ne peut pas décaler une ligne" },
	{ "found a tab character where an indentation space is expected",
	  "une tabulation ne peut pas décaler une ligne" },
	{ "control characters are not allowed", "caractère de contrôle dans le fichier" },
	{ "found unknown escape character",
	  "« \\ » suivi d'un caractère inconnu (entre guillemets simples, il est un caractère ordinaire)" },
	{ "block sequence entries are not allowed in this context", "« - » inattendu ici" },
	{ "block mapping keys are not allowed in this context", "« ? » inattendu ici" },
	{ "mapping keys are not allowed in this context", "« ? » inattendu ici" },
	{ "exceeded maximum nesting level", "trop de niveaux imbriqués" },
	{ "found undefined tag handle", "les étiquettes (!type) ne sont pas admises" },
};

const char *yaml_problem_in_french(const char *problem)
{
	for (size_t i = 0; problem && i < sizeof words / sizeof *words; i++)
		if (strcmp(problem, words[i].problem) == 0)
			return words[i].french;
	return "syntaxe YAML incorrecte";
}
