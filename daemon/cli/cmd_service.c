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
		"  Surveille le dossier de dépôt jusqu'à SIGTERM. SIGHUP relit la configuration et les règles, SIGUSR1 relance un balayage.";
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
