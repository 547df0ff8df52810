/* SPDX-License-Identifier: EUPL-1.2 */
/* `regles` and `recharger`: what the service judges with, by its own word when it runs, by the files when it does not. */
#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "ledger.h"
#include "misnamed.h"
#include "rules_shown.h"
#include "ledger_rules.h"

#define OUTPUT_MAX RULES_VIEW_BYTES

static struct rule_view filed_rule(struct session *s, const struct rule_report *r)
{
	char why[1024] = "";

	if (r->state != RULE_LIVE)
		(void)err_text(&r->err, why, sizeof why);
	return (struct rule_view){
		.id = r->id,
		.titre = r->info.titre,
		.version = r->info.version,
		.sha256 = arena_dup(&s->a, str_c(r->info.sha256)),
		.gravite = r->gravite,
		.state = r->off ? RULE_OFF : r->state == RULE_REFUSED ? RULE_OUT : RULE_ACTIVE,
		.raison = arena_dup(&s->a, str_c(why)),
		.essais = r->essais,
	};
}

/* What the service would load now. False after printing why it would not. */
static bool view_files(struct session *s, struct rules_view *v)
{
	const struct ruleset_paths paths = session_paths(s);
	struct err e = { 0 };
	size_t n;

	if (!ruleset_load(&paths, &s->rules, &e)) {
		complain(&e);
		return false;
	}
	const struct rule_report *reports = ruleset_reports(s->rules, &n);
	const struct policy *p = ruleset_policy(s->rules);
	*v = (struct rules_view){ .jeu = str_c(ruleset_sha256(s->rules)) };
	v->rules = ARENA_ARRAY(&s->a, n, struct rule_view);
	for (size_t i = 0; i < n; i++)
		v->rules[v->rules_n++] = filed_rule(s, &reports[i]);
	v->exemptions = ARENA_ARRAY(&s->a, p->exemptions_n, struct exemption_view);
	for (size_t i = 0; i < p->exemptions_n; i++)
		v->exemptions[v->exemptions_n++] = (struct exemption_view){ .x = p->exemptions[i], .actes = -1 };
	return true;
}

static void count_exempted(struct session *s, struct rules_view *v)
{
	struct err e = { 0 };
	struct ledger *l = v->exemptions_n > 0 ? service_ledger(s) : NULL;

	for (size_t i = 0; l != NULL && i < v->exemptions_n; i++)
		if (!ledger_exempted(l, arena_dup(&s->a, v->exemptions[i].x.id).p, &v->exemptions[i].actes, &e))
			complain(&e);
	ledger_close(l);
}

static int print_view(const struct session *s, const struct options *o, const struct rules_view *v)
{
	struct buf out;

	buf_init(&out, OUTPUT_MAX);
	if (o->json)
		rules_view_json(v, true, &out);
	else
		rules_shown(v, s->conf.reglages, o->look, &out);
	if (o->json)
		buf_char(&out, '\n');
	const bool ok = !out.full && print_buf(&out);
	buf_done(&out);
	return ok ? EXIT_RIEN : EXIT_PANNE;
}

static int show(struct session *s, const struct options *o, pid_t pid)
{
	struct rules_view v;

	if (pid > 0 ? !service_view(s, &v) : !view_files(s, &v))
		return EXIT_PANNE;
	if (pid > 0)
		count_exempted(s, &v);
	if (!o->json)
		(void)(pid > 0 ? printf("En service (processus %d) :\n", (int)pid) : puts("Le service ne tourne pas ; d'après les fichiers :"));
	return print_view(s, o, &v);
}

/* Exit status of what a reload came to. */
static int reload(struct session *s, const struct options *o, pid_t pid)
{
	struct rules_view v;

	if (!service_reload(s, pid, &v))
		return EXIT_PANNE;
	if (v.reload.state == RELOAD_REFUSED) {
		(void)fprintf(stderr, "scrutateur : rechargement refusé, les règles en service restent : %.*s\n", STR_ARG(v.reload.why));
		return EXIT_PANNE;
	}
	const int status = print_view(s, o, &v);
	const size_t n = rules_not_as_filed(&v);
	if (n > 0)
		(void)fprintf(stderr, "scrutateur : %zu %s : la raison est donnée sous son nom\n", n,
			      n > 1 ? "règles ne sont pas en service comme écrites" : "règle n'est pas en service comme écrite");
	return n > 0 ? EXIT_PANNE : status;
}

static int put_back(struct session *s, const struct options *o, pid_t pid)
{
	struct ledger *l = service_ledger(s);
	struct err e = { 0 };
	unsigned n = 0;

	if (l == NULL)
		return EXIT_PANNE;
	const bool ok = ledger_lift(l, o->retablir, &n, &e);
	ledger_close(l);
	if (!ok) {
		complain(&e);
		return EXIT_PANNE;
	}
	if (n == 0) {
		(void)fprintf(stderr, "scrutateur : regles : rien n'est retenu contre « %s » (« scrutateur regles » nomme les règles)\n", o->retablir);
		return EXIT_PANNE;
	}
	(void)printf("%s : %u dépassement%s oublié%s\n", o->retablir, n, plural_s(n), plural_s(n));
	return pid > 0 ? reload(s, o, pid) : EXIT_RIEN;
}

static int regles(struct session *s, const struct options *o)
{
	say_misnamed(&s->conf);
	const pid_t pid = service_process(s);
	if (pid < 0)
		return EXIT_PANNE;
	return o->retablir != NULL ? put_back(s, o, pid) : show(s, o, pid);
}

int cmd_regles(int argc, char **argv)
{
	static const char usage[] =
		"usage : scrutateur regles [--json] [--retablir REGLE] [--config FICHIER] [--couleur oui|non|auto]\n"
		"  Les règles en service, leur version, leur empreinte, depuis quand, leur gravité ; celles qui ne jugent pas et pourquoi ; ce qui est\n"
		"  d'une version précédente (droit daté, effectifs, lexique, réglages) ; les exceptions et si elles ont servi. D'après le service s'il tourne,\n"
		"  d'après les fichiers sinon. --retablir : remet en service une règle suspendue.";

	return session_run(argc, argv, usage, TAKES_JSON | TAKES_RETABLIR, regles);
}

static int recharger(struct session *s, const struct options *o)
{
	const pid_t pid = service_process(s);

	if (pid == 0) {
		char *whole = realpath(s->conf.etat, NULL);
		(void)fprintf(stderr, "scrutateur : recharger : aucun service ne tourne sur %s%s\n", whole != NULL ? whole : s->conf.etat,
			      *s->conf.file ? "" : " (aucun fichier de configuration n'est lu : --config FICHIER)");
		free(whole);
	}
	return pid > 0 ? reload(s, o, pid) : EXIT_PANNE;
}

int cmd_recharger(int argc, char **argv)
{
	static const char usage[] =
		"usage : scrutateur recharger [--json] [--config FICHIER] [--couleur oui|non|auto]\n"
		"  Fait relire au service la configuration et les règles, attend qu'il l'ait fait, et dit lesquelles sont en service.\n"
		"  Code 0 : tout est en service comme écrit ; 2 : ce qui ne l'est pas est dit, avec la raison, et ce qui était en service le reste.";

	return session_run(argc, argv, usage, TAKES_JSON, recharger);
}
