/* SPDX-License-Identifier: EUPL-1.2 */
/* Options by getopt_long, so that they may stand anywhere; the printing of errors for all subcommands. */
#include "session.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "escape.h"
#include "file.h"
#include "bounds.h"

#define SESSION_MEMORY (64 * MIB) /* configuration and lexicon, each bounded by LIMIT_YAML_BYTES */

void complain(const struct err *e)
{
	char text[1024];
	struct arena a;

	arena_init(&a, 64 * KIB);
	struct str line = escape_block(&a, str_c(err_text(e, text, sizeof text)), sizeof text * 4);
	(void)fprintf(stderr, "scrutateur: %.*s\n", STR_ARG(line));
	arena_done(&a);
}

void complain_file(const char *path, const struct err *e)
{
	struct arena a;

	arena_init(&a, 64 * KIB);
	struct str name = escape_line(&a, str_c(path), 512), msg = escape_block(&a, str_c(e->msg), 2048);
	(void)fprintf(stderr, "scrutateur: %.*s : %.*s\n", STR_ARG(name), STR_ARG(msg));
	arena_done(&a);
}

void print_name(const char *before, const char *path, const char *after)
{
	struct arena a;

	arena_init(&a, 64 * KIB);
	(void)printf("%s%.*s%s", before, STR_ARG(escape_line(&a, str_c(path), 4096)), after);
	(void)fflush(stdout);
	arena_done(&a);
}

static bool wants_colour(const char *choice)
{
	const char *no_color = getenv("NO_COLOR");

	if (choice && strcmp(choice, "oui") == 0)
		return true;
	if (choice && strcmp(choice, "non") == 0)
		return false;
	return isatty(STDOUT_FILENO) && (no_color == NULL || *no_color == '\0');
}

bool options_read(int argc, char **argv, const char *usage, struct options *ret, int *ret_status)
{
	enum { O_CONFIG = 1, O_JSON, O_COULEUR, O_TOUT, O_AIDE };
	static const struct option known[] = {
		{ "config", required_argument, NULL, O_CONFIG }, { "json", no_argument, NULL, O_JSON },
		{ "couleur", required_argument, NULL, O_COULEUR }, { "tout", no_argument, NULL, O_TOUT },
		{ "aide", no_argument, NULL, O_AIDE }, { "help", no_argument, NULL, O_AIDE }, { NULL, 0, NULL, 0 },
	};
	struct options o = { 0 };
	const char *colour = NULL;
	int c;

	optind = 1;
	opterr = 0;
	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1) {
		switch (c) {
		case O_CONFIG: o.config = optarg; break;
		case O_JSON: o.json = true; break;
		case O_COULEUR: colour = optarg; break;
		case O_TOUT: o.tout = true; break;
		case O_AIDE:
			(void)puts(usage);
			*ret_status = EXIT_RIEN;
			return false;
		default:
			(void)fprintf(stderr, "scrutateur %s : option inconnue ou incomplète « %s »\n%s\n", argv[0], argv[optind - 1], usage);
			*ret_status = EXIT_PANNE;
			return false;
		}
	}
	o.couleur = wants_colour(colour);
	o.files = argv + optind;
	o.files_n = argc - optind;
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
	bool is_installed = str_starts(str_c(s->conf.regles), STR(SCRUTATEUR_DATADIR));
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
		.collectivites = c->collectivites, .lexique = c->lexique,
	};
}

bool session_rules(struct session *s, bool *ret_broken)
{
	struct err e = { 0 };
	size_t n;
	const struct ruleset_paths paths = session_paths(s);

	if (!ruleset_load(&paths, &s->rules, &e)) {
		complain(&e);
		return false;
	}
	const struct rule_report *reports = ruleset_reports(s->rules, &n);
	for (size_t i = 0; i < n; i++) {
		if (reports[i].state == RULE_LIVE)
			continue;
		complain(&reports[i].err);
		*ret_broken = true;
	}
	return true;
}

void session_close(struct session *s)
{
	if (s->rules)
		ruleset_free(s->rules);
	arena_done(&s->a);
	*s = (struct session){ 0 };
}

bool read_document(const char *path, struct buf *b, struct err *e)
{
	if (strcmp(path, "-") == 0)
		return file_read_fd(STDIN_FILENO, b, e);
	return file_read(path, b, e);
}

bool print_buf(const struct buf *b)
{
	return fwrite(b->p, 1, b->n, stdout) == b->n && fflush(stdout) == 0;
}
