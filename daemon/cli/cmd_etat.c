/* SPDX-License-Identifier: EUPL-1.2 */
/* `etat`: how the service is, by its own word. */
#include <errno.h>
#include <stdio.h>

#include "bounds.h"
#include "cli.h"
#include "rules_shown.h"
#include "service_status.h"
#include "session.h"
#include "spool.h"
#include "status.h"

static int complained(const struct err *e)
{
	complain(e);
	return EXIT_PANNE;
}

static int show(const struct options *o, struct str json)
{
	struct err e = { 0 };
	struct buf page;
	bool wrong = false;

	buf_init(&page, 4 * MIB);
	/* Read in both forms: whether something is wrong is in it. */
	const bool ok = status_shown(json, o->look, &page, &wrong, &e);
	int status = ok ? (wrong ? EXIT_ANOMALIE : EXIT_RIEN) : complained(&e);
	if (ok && o->json)
		(void)fwrite(json.p, 1, json.n, stdout);
	if (ok && (o->json ? fflush(stdout) != 0 : !print_buf(&page)))
		status = EXIT_PANNE;
	buf_done(&page);
	return status;
}

/* It may run and not be heard: its socket could not be made, or it is stopped. The lock of the state directory tells. */
static void say_who_runs(const struct session *s)
{
	struct err unknown = { 0 };
	const pid_t pid = spool_holder(s->conf.etat, &unknown);

	if (pid > 0)
		(void)fprintf(stderr, "scrutateur : pourtant un service tourne sur %s (processus %d) : il démarre, il est figé, ou il n'a pas pu ouvrir cette socket ; son journal le dit (journalctl -u scrutateur)\n",
			      s->conf.etat, (int)pid);
}

static int ask(struct session *s, const struct options *o)
{
	const char *socket = s->conf.supervision.socket;
	struct err e = { 0 };
	struct buf json;

	if (socket == NULL) {
		if (*s->conf.file)
			(void)err_set(&e, ERR_STATE, "etat : %s ne donne pas de socket (supervision : socket)", s->conf.file);
		else
			(void)err_set(&e, ERR_STATE, "etat : aucun fichier de configuration n'est lu, et sans lui il n'y a pas de socket (supervision : socket) : donnez-le par --config FICHIER");
		return complained(&e);
	}
	buf_init(&json, LIMIT_HTTP_ANSWER);
	const bool heard = status_ask(socket, STATUS_PATH, &json, &e);
	const int status = heard ? show(o, buf_view(&json)) : complained(&e);
	if (e.code == ERR_SYS && e.sys == EACCES)
		say_who_may(socket);
	else if (!heard)
		say_who_runs(s);
	buf_done(&json);
	return status;
}

int cmd_etat(int argc, char **argv)
{
	static const char usage[] =
		"usage : scrutateur etat [--json] [--config FICHIER] [--couleur oui|non|auto]\n"
		"  Comment va le service : ce qui attend et depuis quand, le dépôt, les règles, ce qu'elles ont dit depuis le démarrage, les sorties, le disque,\n"
		"  le confinement, les derniers messages. Code 0 : tout va ; 1 : le service dit que quelque chose ne va pas ; 2 : il n'a pas pu être joint.";

	return session_run(argc, argv, usage, TAKES_JSON, ask);
}
