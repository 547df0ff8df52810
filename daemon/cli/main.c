/* SPDX-License-Identifier: EUPL-1.2 */
/* One binary with subcommands; the rule host is one of them, hidden (HABITS §5-A). */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "session.h"
#include "yamltree.h"

struct command {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *what; /* NULL: hidden */
};

static int cmd_aide(int argc, char **argv);

static int cmd_version(int argc, char **argv)
{
	(void)argc, (void)argv;
	(void)puts("scrutateur " SCRUTATEUR_VERSION);
	return EXIT_RIEN;
}

static const struct command COMMANDS[] = {
	{ "surveiller", cmd_surveiller, "surveille le dossier de dépôt et émet les alertes (le service)" },
	{ "verifier", cmd_verifier, "juge des fichiers et dit ce qui ne tient pas" },
	{ "lire", cmd_lire, "montre ce qui est lu dans un acte, et ce qui ne l'est pas" },
	{ "expliquer", cmd_expliquer, "la lecture, puis le verdict de chaque règle et ce qu'elle a lu" },
	{ "essayer", cmd_essayer, "joue les essais des règles" },
	{ "repeter", cmd_repeter, "ce que d'autres règles changeraient sur des actes déjà jugés" },
	{ "controler", cmd_controler, "contrôle la configuration, les paramètres et les règles" },
	{ "documenter", cmd_documenter, "fait des règles un dossier de pages à lire" },
	{ "regles", cmd_regles, "les règles en service, celles qui ne jugent pas et pourquoi, les exceptions" },
	{ "recharger", cmd_recharger, "fait relire les règles et la configuration au service, et dit ce qu'il en est" },
	{ "etat", cmd_etat, "comment va le service : file, règles, sorties, dernières erreurs" },
	{ "remettre", cmd_remettre, "remet en jeu des documents de la quarantaine" },
	{ "reconstruire", cmd_reconstruire, "fait un autre registre de celui qui est perdu ou abîmé" },
	{ "historique", cmd_historique, "ce qui a été jugé et dit, d'après le registre" },
	{ "version", cmd_version, "la version du programme" },
	{ "aide", cmd_aide, "cette page" },
	{ "hote", cmd_hote, NULL },
	{ "--aide", cmd_aide, NULL },
	{ "--help", cmd_aide, NULL },
	{ "-h", cmd_aide, NULL },
	{ "--version", cmd_version, NULL },
};

static int cmd_aide(int argc, char **argv)
{
	(void)argc, (void)argv;
	(void)puts("Scrutateur lit les délibérations et dit ce qui ne tient pas, avec le passage et l'article.\n\nusage : scrutateur COMMANDE [OPTIONS] [FICHIER…]\n");
	for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
		if (COMMANDS[i].what)
			(void)printf("  %-12s %s\n", COMMANDS[i].name, COMMANDS[i].what);
	(void)puts("\n« scrutateur COMMANDE --aide » donne les options d'une commande.\n"
		   "Code de retour : 0 rien à signaler, 1 au moins une anomalie, 2 quelque chose n'a pas pu être fait.");
	return EXIT_RIEN;
}

static int unknown(const char *given)
{
	const char *names[sizeof COMMANDS / sizeof *COMMANDS + 1] = { NULL };
	struct err e;
	size_t n = 0;

	for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
		if (COMMANDS[i].what)
			names[n++] = COMMANDS[i].name;
	const char *near = nearest_word(str_c(given), names);
	if (near != NULL)
		(void)err_set(&e, ERR_VALUE, "commande inconnue « %s » ; vouliez-vous « %s » ?", given, near);
	else
		(void)err_set(&e, ERR_VALUE, "commande inconnue « %s » (« scrutateur aide » les nomme)", given);
	complain(&e);
	return EXIT_PANNE;
}

int main(int argc, char **argv)
{
	/* Words only: under LC_NUMERIC Lua and printf would read and write « 0,5 » (RULE_API §8.4). */
	(void)setlocale(LC_MESSAGES, "");
	if (argc < 2) {
		(void)cmd_aide(argc, argv);
		return EXIT_PANNE;
	}
	for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
		if (strcmp(argv[1], COMMANDS[i].name) == 0)
			return COMMANDS[i].run(argc - 1, argv + 1);
	return unknown(argv[1]);
}
