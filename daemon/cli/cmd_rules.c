/* SPDX-License-Identifier: EUPL-1.2 */
/* `controler`: what the owners of the rules and of the service run before they trust a change. */
#include <stdio.h>

#include "bounds.h"
#include "cli.h"
#include "extract.h"
#include "machine.h"
#include "misnamed.h"
#include "sandbox.h"
#include "session.h"

#define WARNINGS_OUTPUT (4 * MIB)

static void print_off(const struct session *s)
{
	size_t n;
	const struct rule_report *reports = ruleset_reports(s->rules, &n);

	for (size_t i = 0; i < n; i++)
		if (reports[i].off)
			(void)printf("  %-36.*s désactivée (%s)\n", STR_ARG(reports[i].id), ruleset_policy(s->rules)->file);
}

static void print_exemptions(const struct policy *p)
{
	const struct date today = policy_today();
	char day[DATE_WORDS];
	struct arena a;

	arena_init(&a, 16 * MIB);
	for (size_t i = 0; i < p->exemptions_n; i++) {
		const struct exemption *x = &p->exemptions[i];

		(void)printf("  exception %.*s : %.*s sur %.*s, %s, jusqu'au %s, par %.*s : %.*s\n", STR_ARG(x->id), STR_ARG(x->regle),
			     STR_ARG(exemption_act(&a, x)), exemption_word(exemption_state(x, today)), date_words(x->jusqu_au, day), STR_ARG(x->par),
			     STR_ARG(x->raison));
	}
	arena_done(&a);
}

static void print_refused(const struct session *s)
{
	size_t n, refused = 0;
	const struct rule_report *reports = ruleset_reports(s->rules, &n);

	for (size_t i = 0; i < n; i++)
		refused += reports[i].state == RULE_REFUSED && !reports[i].off;
	if (refused > 0)
		(void)printf(" et %zu refusée%s", refused, plural_s(refused));
}

/* What was read besides the rules, and where: a file in another folder is not. */
static void print_references(const struct session *s)
{
	size_t params, rosters;

	ruleset_counts(s->rules, &params, &rosters);
	(void)printf("lus : %zu paramètre%s (%s), %zu collectivité%s (%s), le lexique (%s), les réglages (%s)\n", params, plural_s(params),
		     s->conf.parametres, rosters, plural_s(rosters), s->conf.collectivites, s->conf.lexique, s->conf.reglages);
}

static void print_rules(const struct session *s)
{
	size_t n;
	const struct rule_info *const *rules = ruleset_rules(s->rules, &n);

	for (size_t i = 0; i < n; i++)
		(void)printf("  %-36.*s %-8.*s %.12s  %.*s\n", STR_ARG(rules[i]->id), STR_ARG(rules[i]->version), rules[i]->sha256,
			     STR_ARG(rules[i]->titre));
	print_off(s);
	(void)printf("%zu règle%s", n, plural_s(n));
	print_refused(s);
	(void)printf(", jeu %.12s\n", ruleset_sha256(s->rules));
	print_exemptions(ruleset_policy(s->rules));
}

/* Of rules in service: what is worth a second look. Of the others session_rules has said all. */
static void print_warnings(const struct session *s)
{
	size_t n;
	const struct rule_report *reports = ruleset_reports(s->rules, &n);
	struct buf out;

	buf_init(&out, WARNINGS_OUTPUT);
	for (size_t i = 0; i < n; i++)
		if (reports[i].state == RULE_LIVE)
			remarks_print(&reports[i], &out);
	say_words(buf_view(&out));
	buf_done(&out);
}

/* A type that cannot be read is no reason not to start: its documents go to the quarantine, and that is said there. */
static void print_unmet(void *ctx, const char *sentence)
{
	(void)ctx;
	(void)fprintf(stderr, "scrutateur : avertissement : %s\n", sentence);
}

static bool print_sandbox(const struct conf *c)
{
	const char *said;
	bool lacking;
	struct err e = { 0 };

	if (!sandbox_check(c->bac_a_sable, &said, &lacking, &e)) {
		complain(&e);
		return false;
	}
	if (lacking)
		print_unmet(NULL, said);
	else
		(void)printf("%s\n", said);
	return true;
}

static void print_fault(void *ctx, bool fatal, const struct err *e)
{
	bool *broken = ctx;

	*broken |= fatal;
	if (fatal)
		complain(e);
	else
		warn(e);
}

static int controler(struct session *s, const struct options *o)
{
	bool broken = false;

	(void)o;
	extract_check(&s->conf, print_unmet, NULL);
	say_misnamed(&s->conf);
	const bool loaded = session_rules(s, &broken);
	machine_check(&s->conf, print_fault, &broken);
	if (!loaded)
		return EXIT_PANNE;
	broken |= !print_sandbox(&s->conf);
	print_references(s);
	print_rules(s);
	print_warnings(s);
	return broken ? EXIT_PANNE : EXIT_RIEN;
}

int cmd_controler(int argc, char **argv)
{
	static const char usage[] = "usage : scrutateur controler [--config FICHIER]\n"
				    "  Charge la configuration, les paramètres, le lexique, les effectifs et les règles, joue leurs essais, regarde si la machine a les dossiers\n"
				    "  et le groupe que la configuration nomme, et dit ce qui ne va pas.";

	return session_run(argc, argv, usage, TAKES_NOTHING, controler);
}
