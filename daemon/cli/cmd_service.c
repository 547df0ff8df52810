/* SPDX-License-Identifier: EUPL-1.2 */
/* `surveiller` and, hidden, `hote`: the two long-lived processes. */
#include <stdio.h>

#include "cli.h"
#include "host.h"
#include "session.h"
#include "supervisor.h"

#define HOST_SOCKET 3

int cmd_surveiller(int argc, char **argv)
{
	static const char usage[] =
		"usage : scrutateur surveiller --config FICHIER\n"
		"  Surveille le dossier de dépôt jusqu'à SIGTERM. SIGHUP relit la configuration et les règles, SIGUSR1 relance un balayage.\n"
		"  Code 0 : arrêté comme demandé ; 1 : un autre service tient le répertoire d'état ou le dépôt ; 2 : la configuration, les règles, le confinement ou la version du\n"
		"  registre ne permettent pas de servir ; 3 : le répertoire d'état ou le registre ne s'ouvre pas (abîmé, disque, droits), ou les règles sont tuées en se chargeant.";
	struct options o;
	int status;

	if (!options_read(argc, argv, usage, TAKES_NOTHING, &o, &status))
		return status;
	if (o.config == NULL) {
		(void)fprintf(stderr, "scrutateur : surveiller : il manque --config FICHIER\n%s\n", usage);
		return EXIT_PANNE;
	}
	return supervisor_run(o.config, "/proc/self/exe");
}

static int hote(struct session *s, const struct options *o)
{
	return host_main(&s->conf, o->files_n > 0, HOST_SOCKET);
}

int cmd_hote(int argc, char **argv)
{
	return session_run(argc, argv, "scrutateur hote : réservé au service", TAKES_NAMES, hote);
}
