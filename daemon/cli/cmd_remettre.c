/* SPDX-License-Identifier: EUPL-1.2 */
/* `remettre`: documents of the quarantine are judged again. File, ledger, note, in that order: whatever a crash cuts off, start-up either takes the
 * file back into quarantine or finds it waiting. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "escape.h"
#include "give_back.h"
#include "rules_shown.h"
#include "spool.h"

struct chosen {
	struct chosen *next;
	int64_t id;
	const char *spool, *reason;
	struct str shown; /* its name, for people */
};
struct choice {
	struct arena *a;
	struct chosen *first, **end;
};

static void choose(void *ctx, const struct ledger_document *d, const char *reason)
{
	struct choice *c = ctx;
	struct chosen *x = ARENA_ARRAY(c->a, 1, struct chosen);

	*x = (struct chosen){ .id = d->id, .spool = arena_dup(c->a, str_c(d->spool)).p, .reason = arena_dup(c->a, str_c(reason)).p,
			      .shown = escape_line(c->a, str_c(d->nom), LIMIT_NAME_SHOWN) };
	*c->end = x;
	c->end = &x->next;
}

static bool put_back(struct session *s, struct ledger *l, const struct chosen *x)
{
	struct record_parts p;
	struct err e = { 0 }, ignored;

	record_of_event(&s->a, EVENT_SERVICE, "remis",
			arena_printf(&s->a, "document %lld « %.*s », en quarantaine (%s) : remis en attente par l'exploitant", (long long)x->id,
				     STR_ARG(x->shown), x->reason),
			STR(""), &p);
	if (!spool_give_back(s->conf.etat, x->spool, x->reason, &e)) {
		(void)fprintf(stderr, "scrutateur : remettre : « %.*s » (%s) : %s\n", STR_ARG(x->shown), x->reason,
			      e.code == ERR_SYS && e.sys == ENOENT ? "n'est plus en quarantaine" : e.msg);
		return false;
	}
	if (!ledger_give_back(l, x->id, &p, session_sinks(s), &e)) {
		complain(&e);
		return false;
	}
	(void)spool_given_back(s->conf.etat, x->spool, x->reason, &ignored); /* or by the next start */
	(void)printf("« %.*s » (%s) : remis en attente, document %lld\n", STR_ARG(x->shown), x->reason, (long long)x->id);
	return true;
}

/* False after saying why. */
static bool put_back_all(struct session *s, struct ledger *l, const char *what, unsigned *ret_n)
{
	struct choice c = { .a = &s->a };
	struct err e = { 0 };
	bool ok = true;

	c.end = &c.first;
	if (!ledger_refused(l, what, choose, &c, &e)) {
		complain(&e);
		return false;
	}
	if (c.first == NULL) {
		struct str shown = escape_line(&s->a, str_c(what), LIMIT_NAME_SHOWN);
		(void)fprintf(stderr, "scrutateur : remettre : rien en quarantaine sous ce nom ou ce motif : « %.*s »\n", STR_ARG(shown));
		return false;
	}
	for (const struct chosen *x = c.first; x != NULL; x = x->next) {
		const bool done = put_back(s, l, x);
		*ret_n += done;
		ok &= done;
	}
	return ok;
}

static bool tell_service(const struct session *s)
{
	const pid_t pid = service_process(s);
	struct err e;

	if (pid == 0)
		(void)puts("Le service ne tourne pas : il les jugera à son prochain démarrage.");
	if (pid > 0 && kill(pid, SIGUSR1) != 0) {
		(void)err_sys(&e, "prévenir le service (processus %d), qui ne les reprendra qu'à son prochain démarrage", (int)pid);
		complain(&e);
		return false;
	}
	return pid >= 0;
}

static int run(struct session *s, const struct options *o)
{
	struct ledger *l = service_ledger(s);
	unsigned n = 0;
	bool ok = l != NULL;

	for (int i = 0; l != NULL && i < o->files_n; i++)
		ok &= put_back_all(s, l, o->files[i], &n);
	ledger_close(l);
	if (n > 0)
		ok &= tell_service(s);
	return ok ? EXIT_RIEN : EXIT_PANNE;
}

int cmd_remettre(int argc, char **argv)
{
	static const char usage[] =
		"usage : scrutateur remettre [--config FICHIER] NOM|MOTIF…\n"
		"  Remet en jeu des documents de la quarantaine : celui qui fut déposé sous ce NOM, ou tous ceux d'un MOTIF (sans-outil, delai…). Leurs essais\n"
		"  repartent de zéro, ce qui en a été dit reste écrit. Le service peut tourner : il les juge aussitôt ; sinon, à son prochain démarrage.\n"
		"  Code 0 : tous sont remis ; 2 : au moins un ne l'est pas, la raison est dite.";

	return session_run(argc, argv, usage, NEEDS_FILES, run);
}
