/* SPDX-License-Identifier: EUPL-1.2 */
/* `essayer` and `controler`: what the owners of the rules run before they trust a change. */
#include <stdio.h>

#include "cli.h"
#include "extract.h"
#include "bounds.h"
#include "session.h"

#define ESSAIS_OUTPUT (4 * MIB)

struct tally {
	unsigned run, failed;
	bool broken; /* something could not be run at all */
};

/* One rule by its id, or all (NULL). */
static void essayer_one(const struct session *s, const struct options *o, const char *id, struct tally *t)
{
	const struct ruleset_paths paths = session_paths(s);
	struct err e = { 0 };
	struct buf out;
	unsigned run = 0;

	buf_init(&out, ESSAIS_OUTPUT);
	unsigned failed = ruleset_essayer(&paths, id, o->look.colour, &out, &run, &e);
	(void)print_buf(&out);
	buf_done(&out);
	t->run += run;
	t->failed += failed;
	if (e.code != ERR_NONE) {
		complain(&e);
		t->broken = true;
	}
}

int cmd_essayer(int argc, char **argv)
{
	static const char usage[] = "usage : scrutateur essayer [--config FICHIER] [--couleur oui|non|auto] [REGLE…]\n"
				    "  Joue les essais de toutes les règles, ou de celles nommées. Code 1 si un essai échoue, 2 si une règle ne se charge pas.";
	struct options o;
	struct session s;
	int status;

	if (!options_read(argc, argv, usage, TAKES_NAMES, &o, &status))
		return status;
	if (!session_open(&s, &o))
		return EXIT_PANNE;
	struct tally t = { 0 };
	if (o.files_n == 0)
		essayer_one(&s, &o, NULL, &t);
	for (int i = 0; i < o.files_n; i++)
		essayer_one(&s, &o, o.files[i], &t);
	if (t.run > 0 || !t.broken)
		(void)printf("%u essais réussis, %u échec%s\n", t.run > t.failed ? t.run - t.failed : 0, t.failed,
			     t.failed > 1 ? "s" : "");
	session_close(&s);
	return t.broken ? EXIT_PANNE : t.failed ? EXIT_ANOMALIE : EXIT_RIEN;
}

static void print_rules(const struct session *s)
{
	size_t n;
	const struct rule_info *const *rules = ruleset_rules(s->rules, &n);

	for (size_t i = 0; i < n; i++)
		(void)printf("  %-36.*s %-8.*s %.12s  %.*s\n", STR_ARG(rules[i]->id), STR_ARG(rules[i]->version), rules[i]->sha256,
			     STR_ARG(rules[i]->titre));
	(void)printf("%zu règles, jeu %.12s\n", n, ruleset_sha256(s->rules));
}

/* Of rules in service: what is worth a second look. Of the others session_rules has said all. */
static void print_warnings(const struct session *s)
{
	size_t n;
	const struct rule_report *reports = ruleset_reports(s->rules, &n);
	struct buf out;

	buf_init(&out, ESSAIS_OUTPUT);
	for (size_t i = 0; i < n; i++)
		if (reports[i].state == RULE_LIVE)
			remarks_print(&reports[i], &out);
	(void)fwrite(out.p, 1, out.n, stderr);
	buf_done(&out);
}

/* A type that cannot be read is no reason not to start: its documents go to the quarantine, and that is said there. */
static void print_unmet(void *ctx, const char *sentence)
{
	(void)ctx;
	(void)fprintf(stderr, "scrutateur : avertissement : %s\n", sentence);
}

int cmd_controler(int argc, char **argv)
{
	static const char usage[] = "usage : scrutateur controler [--config FICHIER]\n"
				    "  Charge la configuration, les paramètres, le lexique, les effectifs et les règles, joue leurs essais, et dit ce qui ne va pas.";
	struct options o;
	struct session s;
	bool broken = false;
	int status;

	if (!options_read(argc, argv, usage, TAKES_NOTHING, &o, &status))
		return status;
	if (!session_open(&s, &o))
		return EXIT_PANNE;
	extract_check(&s.conf, print_unmet, NULL);
	if (session_rules(&s, &broken)) {
		print_rules(&s);
		print_warnings(&s);
	} else {
		broken = true;
	}
	session_close(&s);
	return broken ? EXIT_PANNE : EXIT_RIEN;
}
