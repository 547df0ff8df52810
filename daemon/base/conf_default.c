/* SPDX-License-Identifier: EUPL-1.2 */
/* Defaults by the place of the executable. Unit tests sit deeper in the build directory than the program, so the tree
 * is looked for in the four directories above; an environment variable was decided against (one more thing that can be
 * wrong).
 */
#include <unistd.h>

#include "conf.h"
#include "bounds.h"

#define LEVELS 4

static const char *below(struct arena *a, struct str dir, const char *name)
{
	return arena_printf(a, "%.*s/%s", STR_ARG(dir), name).p;
}

static struct str parent(struct str path)
{
	while (path.n > 0 && path.p[path.n - 1] != '/')
		path.n--;
	return str_part(path, 0, path.n ? path.n - 1 : 0);
}

static bool is_tree(struct arena *a, struct str dir)
{
	return access(below(a, dir, "rules"), F_OK) == 0 && access(below(a, dir, "conf/lexique.yaml"), F_OK) == 0;
}

/* The source tree the running executable was built in; empty when there is none. */
static struct str source_tree(struct arena *a)
{
	char exe[4096];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe);
	if (n <= 0 || (size_t)n == sizeof exe)
		return STR("");
	struct str dir = parent((struct str){ exe, (size_t)n });
	for (int i = 0; i < LEVELS && dir.n > 0; i++) {
		dir = parent(dir);
		if (dir.n > 0 && is_tree(a, dir))
			return arena_dup(a, dir);
	}
	return STR("");
}

static void from_tree(struct arena *a, struct str tree, struct conf *ret)
{
	ret->regles = below(a, tree, "rules");
	ret->lua = below(a, tree, "lua");
	ret->exemples = below(a, tree, "conf/exemples");
	ret->parametres = below(a, tree, "conf/parametres");
	ret->collectivites = below(a, tree, "conf/collectivites");
	ret->lexique = below(a, tree, "conf/lexique.yaml");
	ret->reglages = below(a, tree, "conf/reglages.yaml");
	ret->extraction = below(a, tree, "conf/extraction");
}

static void installed(struct conf *ret)
{
	ret->regles = SCRUTATEUR_SYSCONF "/regles";
	ret->lua = SCRUTATEUR_DATADIR "/lua";
	ret->exemples = SCRUTATEUR_DATADIR "/exemples";
	ret->parametres = SCRUTATEUR_SYSCONF "/parametres";
	ret->collectivites = SCRUTATEUR_SYSCONF "/collectivites";
	ret->lexique = SCRUTATEUR_SYSCONF "/lexique.yaml";
	ret->reglages = SCRUTATEUR_SYSCONF "/reglages.yaml";
	ret->extraction = SCRUTATEUR_DATADIR "/extraction";
	ret->alertes.journal = true;
	ret->supervision.socket = "/run/scrutateur/etat.sock";
}

void conf_default(struct arena *a, struct conf *ret)
{
	*ret = (struct conf){
		.file = "",
		.depot = "/var/spool/scrutateur/depot",
		.etat = "/var/lib/scrutateur",
		.balayage_s = 30,
		.stabilite_ms = 500,
		.enfants = 2,
		.admission = { "fichier_termine.txt", 10000, 256, 2048 },
		.limites = { LIMIT_DOCUMENT_BYTES, LIMIT_TEXT_BYTES, LIMIT_CHILD_WALL_MS, LIMIT_PAGES },
		.ocr = { .enfants = 1, .pages = 60, .duree_s = 900 },
		.alertes = { .fichier = "/var/log/scrutateur/alertes.jsonl" },
		.supervision = { .mode = 0660 },
	};
	struct str tree = source_tree(a);
	if (tree.n > 0)
		from_tree(a, tree, ret);
	else
		installed(ret);
	conf_default_tools(a, ret);
}
