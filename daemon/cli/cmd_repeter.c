/* SPDX-License-Identifier: EUPL-1.2 */
/* `repeter`: what a changed rule set, or changed dated values, would say of an archive, against those in force. */
#include <stdlib.h>

#include "bounds.h"
#include "cli.h"
#include "replay.h"

#define REPLAY_MEMORY (512 * MIB)
#define OUTPUT_MAX (256 * MIB)

/* Essais are not played: a rule under work is what one wants to see. */
static bool load(const struct ruleset_paths *paths, struct ruleset **ret)
{
	struct err e = { 0 };

	if (ruleset_load(paths, ret, &e))
		return true;
	complain(&e);
	return false;
}

static bool load_both(struct session *s, const struct options *o, struct replay *rp)
{
	struct ruleset_paths before = session_paths(s), after;
	const struct options other = { .config = o->conf };
	struct session changed = { 0 };

	if (o->conf != NULL && !session_open(&changed, &other))
		return false;
	after = session_paths(o->conf != NULL ? &changed : s);
	after.regles = o->regles != NULL ? o->regles : after.regles;
	after.parametres = o->parametres != NULL ? o->parametres : after.parametres;
	before.sans_essais = after.sans_essais = true;
	bool ok = load(&before, &rp->sets[0]) && load(&after, &rp->sets[1]);
	if (o->conf != NULL)
		session_close(&changed);
	return ok;
}

struct replay_rule *replay_rule_of(const struct replay *rp, struct str id)
{
	for (size_t i = 0; i < rp->rules.n; i++)
		if (str_eq(rp->rules.at[i].id, id))
			return &rp->rules.at[i];
	return NULL;
}

static struct replay_rule *rule_named(struct replay *rp, struct str id)
{
	struct replay_rule *r = replay_rule_of(rp, id);

	if (r == NULL)
		(r = ARENA_PUSH(&rp->a, &rp->rules))->id = id;
	return r;
}

/* Once, though it be broken in both sets. */
static void set_fault(struct replay *rp, const struct rule_report *report)
{
	struct replay_rule *r = rule_named(rp, report->id);
	char text[1024];

	const struct str fault = arena_dup(&rp->a, str_c(err_text(&report->err, text, sizeof text)));
	if (!str_eq(fault, r->fault))
		complain(&report->err);
	r->fault = fault;
}

static int by_id(const void *a, const void *b)
{
	return str_cmp(((const struct replay_rule *)a)->id, ((const struct replay_rule *)b)->id);
}

/* The rules of both sets, with their versions. */
static void replay_rules(struct replay *rp)
{
	for (int k = 0; k < 2; k++) {
		size_t n;
		const struct rule_info *const *rules = ruleset_rules(rp->sets[k], &n);

		for (size_t i = 0; i < n; i++)
			rule_named(rp, rules[i]->id)->version[k] = rules[i]->version;
		const struct rule_report *reports = ruleset_reports(rp->sets[k], &n);
		for (size_t i = 0; i < n; i++)
			if (reports[i].state != RULE_LIVE)
				set_fault(rp, &reports[i]);
	}
	if (rp->rules.n > 0)
		qsort(rp->rules.at, rp->rules.n, sizeof *rp->rules.at, by_id);
}

static bool show(const struct replay *rp, const struct options *o)
{
	struct buf out;

	buf_init(&out, OUTPUT_MAX);
	if (o->json)
		replay_json(rp, &out);
	else if (o->csv)
		replay_csv(rp, &out);
	else
		replay_print(rp, o, &out);
	bool ok = !out.full && print_buf(&out);
	buf_done(&out);
	return ok;
}

static int repeat(struct session *s, const struct options *o)
{
	struct replay rp = { .conf = &s->conf };
	struct err e = { 0 };
	bool broken = false;
	unsigned changes = 0;

	arena_init(&rp.a, REPLAY_MEMORY);
	bool ok = load_both(s, o, &rp);
	if (ok) {
		replay_rules(&rp);
		ok = replay_list(&rp.a, o->files, o->files_n, &rp.documents, &e) && replay_run(&rp, &e);
		if (!ok)
			complain(&e);
	}
	ok = ok && show(&rp, o);
	for (int k = 0; k < CHANGES_N; k++)
		changes += rp.changes[k];
	for (size_t i = 0; i < rp.rules.n; i++)
		broken |= rp.rules.at[i].fault.n > 0;
	const int status = !ok || broken || rp.interrupted || rp.read == 0 ? EXIT_PANNE : changes ? EXIT_ANOMALIE : EXIT_RIEN;
	ruleset_free(rp.sets[0]);
	ruleset_free(rp.sets[1]);
	arena_done(&rp.a);
	return status;
}

/* What changes must be said, and shown one way. */
static bool wanted(const struct options *o)
{
	struct err e = { 0 };

	if ((o->regles != NULL || o->parametres != NULL || o->conf != NULL) && !(o->json && o->csv))
		return true;
	(void)err_set(&e, ERR_VALUE, "%s", o->json && o->csv ? "repeter : --json et --csv s'excluent"
							      : "repeter : dites ce qui change, par --regles, --parametres ou --conf");
	complain(&e);
	return false;
}

static int repeter(struct session *s, const struct options *o)
{
	return wanted(o) ? repeat(s, o) : EXIT_PANNE;
}

int cmd_repeter(int argc, char **argv)
{
	static const char usage[] =
		"usage : scrutateur repeter [--regles DIR] [--parametres DIR] [--conf FICHIER] [--json | --csv] [--tout] [--config FICHIER] ACTES…\n"
		"  Ce que changeraient d'autres règles (--regles), d'autres valeurs de droit (--parametres) ou une autre configuration (--conf) : chaque acte\n"
		"  est lu une fois et jugé par le jeu en vigueur et par le nouveau. ACTES : des fichiers, des répertoires, ou le répertoire d'état du service\n"
		"  (son registre nomme les actes de l'archive). Les essais ne sont pas joués. --tout : toutes les différences, une à une.\n"
		"  Code 0 aucune différence, 1 des différences, 2 interrompu, une règle ne se charge pas ou rien n'a été lu. Un acte non lu est compté, avec sa raison.";

	return session_run(argc, argv, usage, NEEDS_FILES | TAKES_REGLES | TAKES_JSON | TAKES_TOUT, repeter);
}
