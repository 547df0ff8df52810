/* SPDX-License-Identifier: EUPL-1.2 */
/* Options by getopt_long, so that they may stand anywhere; the printing of errors for all subcommands. */
#include "session.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "escape.h"
#include "file.h"
#include "bounds.h"
#include "progress.h"
#include "sink.h"
#include "yamltree.h"

#define SESSION_MEMORY (64 * MIB) /* configuration and lexicon, each bounded by LIMIT_YAML_BYTES */

static void say(const char *before, const struct err *e)
{
	char text[1024];
	struct arena a;

	arena_init(&a, 64 * KIB);
	struct str line = escape_block(&a, str_c(err_text(e, text, sizeof text)), sizeof text * 4);
	progress_hide(STDERR_FILENO);
	(void)fprintf(stderr, "scrutateur : %s%.*s\n", before, STR_ARG(line));
	arena_done(&a);
}

void complain(const struct err *e)
{
	say("", e);
}

void warn(const struct err *e)
{
	say("avertissement : ", e);
}

void complain_file(const char *path, const struct err *e)
{
	struct arena a;

	arena_init(&a, 64 * KIB);
	struct str name = escape_line(&a, str_c(path), 512), msg = escape_block(&a, str_c(e->msg), 2048);
	progress_hide(STDERR_FILENO);
	(void)fprintf(stderr, "scrutateur : %.*s : %.*s\n", STR_ARG(name), STR_ARG(msg));
	arena_done(&a);
}

void print_name(const char *before, const char *path)
{
	struct arena a;
	struct buf line;

	arena_init(&a, 64 * KIB);
	buf_init(&line, 8 * KIB);
	buf_c(&line, before);
	buf_str(&line, escape_line(&a, str_c(path), 4096));
	buf_char(&line, '\n');
	(void)print_buf(&line);
	buf_done(&line);
	arena_done(&a);
}

static bool misused(const char *usage, int *ret_status, const char *fmt, ...)
{
	struct err e = { .code = ERR_VALUE };
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(e.msg, sizeof e.msg, fmt, ap);
	va_end(ap);
	complain(&e);
	(void)fprintf(stderr, "%s\n", usage);
	*ret_status = EXIT_PANNE;
	return false;
}

/* Its usage ends its first line with the word for them: "DOSSIER", "NOM|MOTIF…". */
static struct str named_in(const char *usage)
{
	const struct str all = str_c(usage), first = str_part(all, 0, str_find(all, STR("\n"), 0));
	size_t word = 0;

	for (size_t at = 0; (at = str_find(first, STR(" "), at)) != STR_NONE; at++)
		word = at + 1;
	return str_part(first, word, first.n);
}

static bool check_names(const char *command, const char *usage, unsigned takes, const struct options *o, int *ret_status)
{
	if (o->files_n > 0 && !(takes & (TAKES_NAMES | NEEDS_FILES)))
		return misused(usage, ret_status, "%s : argument en trop « %s »", command, o->files[0]);
	if (o->files_n == 0 && (takes & NEEDS_FILES))
		return takes & TAKES_COTE ? misused(usage, ret_status, "%s : il manque le nom d'un fichier (« - » pour l'entrée standard)", command)
					  : misused(usage, ret_status, "%s : il manque %.*s", command, STR_ARG(named_in(usage)));
	return true;
}

enum { /* beyond every letter */
	O_CONFIG = 256, O_JSON, O_COULEUR, O_TOUT, O_ANNOTER, O_JUNIT, O_DEPUIS, O_REGLE, O_ACTE, O_ATTENDU, O_EXEMPLE, O_ECRIRE, O_REGLES,
	O_PARAMETRES, O_CONF, O_CSV, O_RETABLIR, O_VERDICT, O_GRAVITE, O_DU, O_AU, O_SEANCE, O_ETAT, O_DOCUMENT, O_DOCUMENTS, O_LIMITE, O_AVANT, O_CHAINE, O_PIECES, O_COTE
};
static const struct option KNOWN[] = {
	{ "config", required_argument, NULL, O_CONFIG },   { "json", no_argument, NULL, O_JSON },
	{ "couleur", required_argument, NULL, O_COULEUR }, { "tout", no_argument, NULL, O_TOUT },
	{ "annoter", no_argument, NULL, O_ANNOTER },	   { "junit", required_argument, NULL, O_JUNIT },
	{ "depuis", required_argument, NULL, O_DEPUIS },   { "regle", required_argument, NULL, O_REGLE },
	{ "acte", required_argument, NULL, O_ACTE },	   { "attendu", required_argument, NULL, O_ATTENDU },
	{ "exemple", required_argument, NULL, O_EXEMPLE }, { "ecrire", no_argument, NULL, O_ECRIRE },
	{ "regles", required_argument, NULL, O_REGLES },   { "parametres", required_argument, NULL, O_PARAMETRES },
	{ "conf", required_argument, NULL, O_CONF },	   { "csv", no_argument, NULL, O_CSV },
	{ "retablir", required_argument, NULL, O_RETABLIR }, { "cote", required_argument, NULL, O_COTE },
	{ "verdict", required_argument, NULL, O_VERDICT },
	{ "gravite", required_argument, NULL, O_GRAVITE }, { "du", required_argument, NULL, O_DU },
	{ "au", required_argument, NULL, O_AU },	   { "seance", required_argument, NULL, O_SEANCE },
	{ "etat", required_argument, NULL, O_ETAT },	   { "document", required_argument, NULL, O_DOCUMENT },
	{ "documents", no_argument, NULL, O_DOCUMENTS },   { "limite", required_argument, NULL, O_LIMITE },
	{ "avant", required_argument, NULL, O_AVANT },	   { "chaine", no_argument, NULL, O_CHAINE },
	{ "pieces", no_argument, NULL, O_PIECES },
	{ "aide", no_argument, NULL, 'h' },		   { "help", no_argument, NULL, 'h' },
	{ NULL, 0, NULL, 0 },
};
#define KNOWN_N (sizeof KNOWN / sizeof *KNOWN - 1)

/* Which subcommands take an option, and where it goes: a word or a flag of struct options, else a list. */
static const struct {
	int option;
	unsigned takes;
	size_t word, flag; /* one of them at most, NOWHERE the other */
} PLACES[] = {
#define NOWHERE ((size_t)-1)
#define WORD(o, t, m) { o, t, offsetof(struct options, m), NOWHERE }
#define FLAG(o, t, m) { o, t, NOWHERE, offsetof(struct options, m) }
	WORD(O_CONFIG, ~0U, config),
	FLAG(O_JSON, TAKES_JSON | TAKES_HISTORY, json),
	FLAG(O_TOUT, TAKES_TOUT | TAKES_HISTORY, tout),
	FLAG(O_ANNOTER, TAKES_ANNOTER, annoter),
	WORD(O_JUNIT, TAKES_JUNIT, junit),
	WORD(O_DEPUIS, TAKES_DEPUIS, depuis),
	WORD(O_REGLE, TAKES_DEPUIS | TAKES_ACTE | TAKES_HISTORY, regle),
	WORD(O_ACTE, TAKES_DEPUIS | TAKES_ACTE | TAKES_HISTORY, acte),
	WORD(O_ATTENDU, TAKES_DEPUIS, attendu),
	WORD(O_EXEMPLE, TAKES_DEPUIS, exemple),
	FLAG(O_ECRIRE, TAKES_DEPUIS, ecrire),
	WORD(O_REGLES, TAKES_REGLES, regles),
	WORD(O_PARAMETRES, TAKES_REGLES, parametres),
	WORD(O_CONF, TAKES_REGLES, conf),
	FLAG(O_CSV, TAKES_REGLES | TAKES_HISTORY, csv),
	WORD(O_RETABLIR, TAKES_RETABLIR, retablir),
	{ O_COTE, TAKES_COTE, NOWHERE, NOWHERE },
	WORD(O_VERDICT, TAKES_HISTORY, verdict),
	WORD(O_GRAVITE, TAKES_HISTORY, gravite),
	WORD(O_DU, TAKES_HISTORY, du),
	WORD(O_AU, TAKES_HISTORY, au),
	WORD(O_SEANCE, TAKES_HISTORY, seance),
	WORD(O_ETAT, TAKES_HISTORY, etat),
	WORD(O_DOCUMENT, TAKES_HISTORY, document),
	FLAG(O_DOCUMENTS, TAKES_HISTORY, documents),
	WORD(O_LIMITE, TAKES_HISTORY, limite),
	WORD(O_AVANT, TAKES_HISTORY, avant),
	FLAG(O_CHAINE, TAKES_HISTORY, chaine),
	FLAG(O_PIECES, TAKES_HISTORY, pieces),
};
#define PLACES_N (sizeof PLACES / sizeof *PLACES)

static bool is_taken(int option, unsigned takes)
{
	for (size_t i = 0; i < PLACES_N; i++)
		if (PLACES[i].option == option)
			return PLACES[i].takes & takes || PLACES[i].takes == ~0U;
	return true;
}

static void put_option(int option, struct options *o)
{
	for (size_t i = 0; i < PLACES_N; i++) {
		if (PLACES[i].option != option)
			continue;
		if (PLACES[i].word != NOWHERE)
			*(const char **)(void *)((char *)o + PLACES[i].word) = optarg;
		else if (PLACES[i].flag != NOWHERE)
			*(bool *)(void *)((char *)o + PLACES[i].flag) = true;
		else
			o->cotes[o->cotes_n++] = optarg;
	}
}

static const char *name_of(int option)
{
	for (size_t i = 0; i < KNOWN_N; i++)
		if (KNOWN[i].val == option)
			return KNOWN[i].name;
	return NULL;
}

/* The option of this subcommand that was meant, or NULL. */
static const char *nearest_option(const char *given, unsigned takes)
{
	const char *names[KNOWN_N + 1] = { NULL };
	struct str word = str_c(given);
	size_t n = 0;

	while (str_starts(word, STR("-")))
		word = str_part(word, 1, word.n);
	for (size_t i = 0; i < KNOWN_N; i++)
		if (is_taken(KNOWN[i].val, takes))
			names[n++] = KNOWN[i].name;
	return nearest_word(str_part(word, 0, str_find(word, STR("="), 0)), names);
}

/* What getopt_long stopped at: `c` is ':' for a value that is missing, '?' for the rest. */
static bool wrong_option(int c, char **argv, const char *usage, unsigned takes, int *ret_status)
{
	const char *given = argv[optind - 1], *known = name_of(optopt);
	char letter[] = { '-', (char)optopt, '\0' };

	if (c == ':')
		return misused(usage, ret_status, "%s : il manque la valeur de --%s", argv[0], known);
	if (known != NULL)
		return misused(usage, ret_status, "%s : --%s ne prend pas de valeur", argv[0], known);
	if (optopt != 0)
		return misused(usage, ret_status, "%s : option inconnue « %s »", argv[0], letter);
	const char *near = nearest_option(given, takes);

	if (near == NULL)
		return misused(usage, ret_status, "%s : option inconnue « %s »", argv[0], given);
	return misused(usage, ret_status, "%s : option inconnue « %s » (--%s ?)", argv[0], given, near);
}

static bool take_option(int c, char **argv, const char *usage, unsigned takes, struct options *o, int *ret_status)
{
	if (c == ':' || c == '?')
		return wrong_option(c, argv, usage, takes, ret_status);
	if (!is_taken(c, takes))
		return misused(usage, ret_status, "%s : cette commande ne prend pas l'option --%s", argv[0], name_of(c));
	if (optarg != NULL && *optarg == '\0')
		return misused(usage, ret_status, "%s : la valeur de --%s est vide", argv[0], name_of(c));
	if (c == O_COULEUR && !screen_look(optarg, STDOUT_FILENO, &o->look))
		return misused(usage, ret_status, "%s : --couleur vaut oui, non ou auto, pas « %s »", argv[0], optarg);
	if (c == O_COTE && o->cotes_n == LIMIT_SIDE_FILES)
		return misused(usage, ret_status, "%s : %d fichiers d'accompagnement au plus", argv[0], LIMIT_SIDE_FILES);
	put_option(c, o);
	return true;
}

bool options_read(int argc, char **argv, const char *usage, unsigned takes, struct options *ret, int *ret_status)
{
	struct options o = { 0 };
	int c;

	optind = 1;
	opterr = 0;
	(void)screen_look("auto", STDOUT_FILENO, &o.look);
	while ((c = getopt_long(argc, argv, ":h", KNOWN, NULL)) != -1) {
		if (c == 'h') {
			(void)puts(usage);
			*ret_status = EXIT_RIEN;
			return false;
		}
		if (!take_option(c, argv, usage, takes, &o, ret_status))
			return false;
	}
	if (o.json && o.annoter)
		return misused(usage, ret_status, "%s : --json et --annoter s'excluent", argv[0]);
	o.files = argv + optind;
	o.files_n = argc - optind;
	if (!check_names(argv[0], usage, takes, &o, ret_status))
		return false;
	if (o.cotes_n > 0 && o.files_n > 1)
		return misused(usage, ret_status, "%s : --cote accompagne un seul fichier, et %d sont nommés", argv[0], o.files_n);
	*ret = o;
	return true;
}

bool session_open(struct session *s, const struct options *o)
{
	struct err e = { 0 };
	const char *installed = SCRUTATEUR_SYSCONF "/scrutateur.yaml";

	*s = (struct session){ 0 };
	arena_init(&s->a, SESSION_MEMORY);
	conf_default(&s->a, &s->conf);
	/* The package's own configuration counts only for the package's own program: one run from the source tree has its tree. */
	bool is_installed = str_starts(str_c(s->conf.lua), STR(SCRUTATEUR_DATADIR));
	const char *path = o->config ? o->config : is_installed && access(installed, R_OK) == 0 ? installed : NULL;
	if (path == NULL || conf_load(&s->a, path, &s->conf, &e))
		return true;
	complain(&e);
	session_close(s);
	return false;
}

struct ruleset_paths session_paths(const struct session *s)
{
	const struct conf *c = &s->conf;

	return (struct ruleset_paths){
		.regles = c->regles, .lua = c->lua, .exemples = c->exemples, .parametres = c->parametres,
		.collectivites = c->collectivites, .lexique = c->lexique, .reglages = c->reglages,
	};
}

unsigned session_sinks(const struct session *s)
{
	const struct conf *c = &s->conf;

	return (unsigned)(c->alertes.fichier != NULL) << SINK_FICHIER | (unsigned)c->alertes.journal << SINK_JOURNAL |
	       (unsigned)c->alertes.syslog << SINK_SYSLOG;
}

void session_close(struct session *s)
{
	if (s->rules)
		ruleset_free(s->rules);
	arena_done(&s->a);
	*s = (struct session){ 0 };
}

int session_run(int argc, char **argv, const char *usage, unsigned takes, int (*work)(struct session *s, const struct options *o))
{
	struct options o;
	struct session s;
	int status;

	if (!options_read(argc, argv, usage, takes, &o, &status))
		return status;
	if (!session_open(&s, &o))
		return EXIT_PANNE;
	status = work(&s, &o);
	session_close(&s);
	return status;
}

bool read_document(const char *path, struct buf *b, struct err *e)
{
	if (strcmp(path, "-") == 0)
		return file_read_fd(STDIN_FILENO, b, e);
	return file_read_waiting(path, b, e);
}

bool print_buf(const struct buf *b)
{
	progress_hide(STDOUT_FILENO);
	return (b->n == 0 || fwrite(b->p, 1, b->n, stdout) == b->n) && fflush(stdout) == 0;
}

void say_words(struct str words)
{
	progress_hide(STDERR_FILENO);
	if (words.n > 0)
		(void)fwrite(words.p, 1, words.n, stderr);
}
