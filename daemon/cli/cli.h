/* SPDX-License-Identifier: EUPL-1.2 */
/* The subcommands. Each takes what follows its name and returns the exit status: 0 nothing to report, 1 at least one anomalie (verifier, expliquer) or a failed
 * essai, 2 something could not be run. */
#ifndef SCRUTATEUR_CLI_H
#define SCRUTATEUR_CLI_H

int cmd_surveiller(int argc, char **argv);
int cmd_verifier(int argc, char **argv);
int cmd_lire(int argc, char **argv);
int cmd_expliquer(int argc, char **argv);
int cmd_essayer(int argc, char **argv);
int cmd_repeter(int argc, char **argv);
int cmd_controler(int argc, char **argv);
int cmd_documenter(int argc, char **argv);
int cmd_regles(int argc, char **argv);
int cmd_recharger(int argc, char **argv);
int cmd_etat(int argc, char **argv);
int cmd_historique(int argc, char **argv);
int cmd_remettre(int argc, char **argv);
int cmd_reconstruire(int argc, char **argv);
int cmd_hote(int argc, char **argv); /* hidden: the rule host */

#endif
