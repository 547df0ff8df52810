/* SPDX-License-Identifier: EUPL-1.2 */
/* What every subcommand needs: its options, the configuration, a file's text, and the one place where errors are printed. */
#ifndef SCRUTATEUR_SESSION_H
#define SCRUTATEUR_SESSION_H

#include "bounds.h"
#include "conf.h"
#include "pen.h"
#include "ruleset.h"

#define EXIT_RIEN 0     /* nothing to report */
#define EXIT_ANOMALIE 1 /* at least one anomalie, or a failed essai */
#define EXIT_PANNE 2    /* something could not be run */

struct options {
	const char *config; /* --config FILE, NULL = the defaults of the installation */
	bool json;          /* --json */
	bool annoter;       /* --annoter */
	struct look look;   /* --couleur oui|non|auto, and the width of the terminal on standard output */
	bool tout;          /* --tout: also what is conforme and sans_objet */
	bool csv, ecrire;   /* --csv, --ecrire */
	const char *junit, *depuis, *regle, *acte, *attendu, *exemple, *regles, *parametres, *conf; /* --junit FILE …, or NULL */
	const char *retablir; /* --retablir RULE, or NULL */
	const char *cotes[LIMIT_SIDE_FILES]; /* --cote FILE, each */
	size_t cotes_n;
	const char *verdict, *gravite, *du, *au, *seance, *etat, *document, *limite, *avant; /* of historique */
	bool documents, chaine, pieces;
	char **files;       /* what is left */
	int files_n;
};

/* What a subcommand takes besides --config, --couleur and --aide (-h). What it does not take is an error, never ignored. */
enum takes {
	TAKES_NOTHING = 0, TAKES_JSON = 1, TAKES_TOUT = 2, TAKES_NAMES = 4, NEEDS_FILES = 8, TAKES_ANNOTER = 16,
	TAKES_ACTE = 32,   /* --acte, --regle */
	TAKES_JUNIT = 64,
	TAKES_DEPUIS = 128, /* --depuis, --regle, --acte, --attendu, --exemple, --ecrire */
	TAKES_REGLES = 256, /* --regles, --parametres, --conf, --csv */
	TAKES_RETABLIR = 512,
	TAKES_COTE = 1024,  /* of a command that takes files: then there may be one only */
	TAKES_HISTORY = 2048 /* all that narrows it, --json, --csv, --tout */
};
/* Read the options of subcommand argv[0]. False after printing what is wrong (or the help of `usage`, then *ret_status is 0). */
bool options_read(int argc, char **argv, const char *usage, unsigned takes, struct options *ret, int *ret_status);

struct session {
	struct arena a;     /* lives until session_close */
	struct conf conf;
	struct ruleset *rules; /* NULL until session_rules */
};
/* Load the configuration. False after printing the error. */
bool session_open(struct session *s, const struct options *o);
/* Load and test the rules; each rule that is not live is said on standard error and *ret_broken is set. False: nothing can be judged. */
bool session_rules(struct session *s, bool *ret_broken);
/* The directories of the rule set as the configuration names them. */
struct ruleset_paths session_paths(const struct session *s);
/* Where records go, as the configuration says: a mask of 1 << enum sink_kind. */
unsigned session_sinks(const struct session *s);
void session_close(struct session *s);
/* A whole subcommand: its options, a session, `work` in it; the exit status. */
int session_run(int argc, char **argv, const char *usage, unsigned takes, int (*work)(struct session *s, const struct options *o));

/* "scrutateur : file:line:col: msg" on standard error. */
void complain(const struct err *e);
/* The same, for what stops nothing: "scrutateur : avertissement : …". */
void warn(const struct err *e);
/* A file's name on a line of standard output, escaped: it is not to be trusted either. */
void print_name(const char *before, const char *path);
void complain_file(const char *path, const struct err *e);
/* Read a whole document ("-" is standard input) into `b`, whose max is the limit. */
bool read_document(const char *path, struct buf *b, struct err *e);
/* Write to standard output; false (and EXIT_PANNE is right) when the reader went away. */
bool print_buf(const struct buf *b);
/* Write to standard error, the line of progress hidden first; nothing is no call. */
void say_words(struct str words);

#endif
