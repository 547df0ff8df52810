/* SPDX-License-Identifier: EUPL-1.2 */
/* `essayer`: the essais of the rules, like a test runner. */
#include <fcntl.h>
#include <unistd.h>

#include "bounds.h"
#include "cli.h"
#include "depuis.h"
#include "essais_out.h"
#include "file.h"
#include "misnamed.h"
#include "session.h"

#define ESSAIS_OUTPUT (4 * MIB)

struct told {
	const struct options *o;
	struct essais_total total;
	bool cut; /* the reader went away */
};

static void tell(void *ctx, const struct rule_essais *r)
{
	struct told *t = ctx;
	struct buf out;

	buf_init(&out, ESSAIS_OUTPUT);
	essais_add(&t->total, r, t->o->look.colour, &out);
	t->cut |= !print_buf(&out);
	buf_done(&out);
}

static bool write_junit(const char *path, const struct essais_total *t, struct err *e)
{
	const struct str whole = str_c(path);
	size_t slash = STR_NONE;
	struct arena a;
	struct buf out;

	for (size_t at = 0; (at = str_find(whole, STR("/"), at)) != STR_NONE; at++)
		slash = at;
	arena_init(&a, 64 * KIB);
	const char *name = slash == STR_NONE ? path : path + slash + 1;
	const char *dir = slash == STR_NONE ? "." : slash == 0 ? "/" : arena_dup(&a, str_part(whole, 0, slash)).p;
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	buf_init(&out, t->suites.max + MIB);
	essais_junit(t, &out);
	bool ok = fd >= 0 ? !out.full && file_replace(fd, name, buf_view(&out), 0644, e) : err_sys(e, "ouvrir %s", dir);
	if (fd >= 0)
		(void)close(fd);
	buf_done(&out);
	arena_done(&a);
	return ok;
}

static int play(const struct session *s, const struct options *o)
{
	const struct ruleset_paths paths = session_paths(s);
	struct told t = { .o = o };
	struct err e = { 0 };
	struct buf out;

	essais_total_init(&t.total);
	bool ok = ruleset_essayer(&paths, o->files, (size_t)o->files_n, tell, &t, &e);
	if (ok) {
		buf_init(&out, 4 * KIB);
		essais_print_total(&t.total, &out);
		t.cut |= !print_buf(&out);
		buf_done(&out);
	}
	if (ok && o->junit != NULL)
		ok = write_junit(o->junit, &t.total, &e);
	if (!ok)
		complain(&e);
	const int status = !ok || t.cut || t.total.refused ? EXIT_PANNE
			   : t.total.ends[ESSAI_ECHEC] || t.total.lacking ? EXIT_ANOMALIE : EXIT_RIEN;
	essais_total_done(&t.total);
	return status;
}

/* What --depuis alone knows. */
static bool alone(const struct options *o)
{
	struct err e = { 0 };

	if (o->depuis != NULL || !(o->regle || o->acte || o->attendu || o->exemple || o->ecrire || o->cotes_n > 0))
		return true;
	(void)err_set(&e, ERR_VALUE, "essayer : --regle, --acte, --attendu, --exemple, --cote et --ecrire vont avec --depuis ACTE");
	complain(&e);
	return false;
}

static int essayer(struct session *s, const struct options *o)
{
	if (!alone(o))
		return EXIT_PANNE;
	say_misnamed(&s->conf);
	return o->depuis != NULL ? depuis(s, o) : play(s, o);
}

int cmd_essayer(int argc, char **argv)
{
	static const char usage[] = "usage : scrutateur essayer [--junit FICHIER] [--config FICHIER] [--couleur oui|non|auto] [REGLE…]\n"
				    "  Joue les essais de toutes les règles, ou de celles nommées. --junit écrit aussi les résultats en XML, pour une intégration continue.\n"
				    "  Code 1 si un essai échoue ou manque, 2 si une règle ne se charge pas.\n"
				    "        scrutateur essayer --depuis ACTE --regle ID [--acte N] [--attendu VERDICT] [--exemple NOM] [--cote FICHIER]… [--ecrire]\n"
				    "  Compose un essai d'après un acte où la règle s'est trompée, sans les noms de l'acte : un exemple y est changé jusqu'à ce que la règle\n"
				    "  y lise et y dise la même chose. --attendu : ce qu'elle aurait dû dire (conforme au lieu d'une anomalie). --ecrire l'ajoute à la règle.\n"
				    "  --cote : un fichier venu avec l'acte, quatre au plus ; sans cette option, ceux qui sont gardés à côté (ACTE.cote1…).\n"
				    "  Code 2 si aucun essai ne peut être composé.";

	return session_run(argc, argv, usage, TAKES_NAMES | TAKES_JUNIT | TAKES_DEPUIS | TAKES_COTE, essayer);
}
