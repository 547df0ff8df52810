/* SPDX-License-Identifier: EUPL-1.2 */
/* What the service writes is none of what it takes, reads, or writes elsewhere: alerts appended to the configuration would make it reload for ever, to the
 * ledger they would damage it. Two spellings of a path are one file, and so are two names of it.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "buf.h"
#include "conf_priv.h"

/* "/a" and "./b/../c" are "/a/c": what does not exist yet holds no links. */
static struct str joined(struct arena *a, const char *head, struct str tail)
{
	struct buf out;

	buf_init(&out, 2 * PATH_MAX + tail.n);
	buf_c(&out, strcmp(head, "/") == 0 ? "" : head);
	while (tail.n > 0) {
		const size_t slash = str_find(tail, STR("/"), 0), end = slash == STR_NONE ? tail.n : slash;
		const struct str name = str_part(tail, 0, end);
		tail = str_part(tail, end + 1, tail.n);
		if (str_eq(name, STR("..")))
			while (out.n > 0 && out.p[--out.n] != '/')
				continue;
		else if (name.n > 0 && !str_eq(name, STR(".")))
			buf_printf(&out, "/%.*s", STR_ARG(name));
	}
	const struct str whole = out.n > 0 ? arena_dup(a, buf_view(&out)) : STR("/");
	buf_done(&out);
	return whole;
}

/* The path with links resolved as far as it exists. */
static struct str canonical(struct arena *a, const char *path)
{
	char real[PATH_MAX];

	for (size_t n = strlen(path); n > 0; n--) {
		if (path[n] != '\0' && path[n] != '/')
			continue;
		if (realpath(arena_dup(a, (struct str){ path, n }).p, real) != NULL)
			return joined(a, real, str_c(path + n));
	}
	return joined(a, path[0] != '/' && realpath(".", real) != NULL ? real : "/", str_c(path));
}

static bool same_inode(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static bool same(struct arena *a, const char *x, const char *y)
{
	return str_eq(canonical(a, x), canonical(a, y)) || same_inode(x, y);
}

static bool inside(struct str directory, struct str path)
{
	return str_starts(path, directory) && (path.n == directory.n || path.p[directory.n] == '/' || directory.p[directory.n - 1] == '/');
}

/* Is `path` the directory `dir`, or somewhere in it? A directory mounted twice has two paths and one inode. */
static bool holds(struct arena *a, const char *dir, const char *path)
{
	const struct str whole = canonical(a, path);

	if (inside(canonical(a, dir), whole))
		return true;
	for (size_t n = whole.n; n > 1; n--)
		if ((n == whole.n || whole.p[n] == '/') && same_inode(dir, arena_dup(a, str_part(whole, 0, n)).p))
			return true;
	return false;
}

static const char *in(struct arena *a, const char *dir, const char *name)
{
	return arena_printf(a, "%s/%s", dir, name).p;
}

/* What stands in the state directory under these names is the service's (service/spool.h). */
static bool is_of_the_state(struct arena *a, const char *etat, const char *path)
{
	static const char *const files[] = { "registre.sqlite", "registre.sqlite-wal", "registre.sqlite-shm", "registre.sqlite-journal",
					     "registre.sqlite.nouveau", "verrou", "regles.json" };
	static const char *const directories[] = { "tmp", "attente", "archive", "annexes", "quarantaine", "regles-bonnes", "references-bonnes" };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (same(a, in(a, etat, files[i]), path))
			return true;
	for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
		if (holds(a, in(a, etat, directories[i]), path))
			return true;
	return same(a, etat, path);
}

/* What a change of makes the service reload. */
static bool is_read(struct arena *a, const struct conf *c, const char *path)
{
	const char *const files[] = { c->file, c->lexique, c->reglages };
	const struct {
		const char *dir, *ending;
	} directories[] = { { c->regles, ".lua" }, { c->regles, ".txt" }, { c->parametres, ".yaml" }, { c->collectivites, ".yaml" } };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (same(a, files[i], path))
			return true;
	for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
		if (str_ends(str_c(path), str_c(directories[i].ending)) && holds(a, directories[i].dir, path))
			return true;
	return false;
}

static const char *key_of(const struct conf *c, const char *first, const char *second)
{
	return conf_written(c, "", first) ? first : second;
}

static bool check_alerts(const struct loader *l)
{
	const struct conf *c = l->to;
	const bool own = conf_written(c, "alertes", "fichier");
	const char *section = own ? "alertes" : "", *key = own ? "fichier" : key_of(c, "depot", "etat");

	if (c->alertes.fichier == NULL)
		return true;
	if (holds(l->a, c->depot, c->alertes.fichier))
		return conf_fault(c, section, key, l->e, "le fichier des alertes ne peut pas être dans le dossier de dépôt");
	if (is_of_the_state(l->a, c->etat, c->alertes.fichier))
		return conf_fault(c, section, key, l->e,
				  "« %s » est un des fichiers du service : les alertes y seraient ajoutées et l'abîmeraient ; donnez-leur un fichier à elles", c->alertes.fichier);
	if (is_read(l->a, c, c->alertes.fichier))
		return conf_fault(c, section, key, l->e,
				  "« %s » est lu par le service (configuration, règles, droit) : les alertes y seraient ajoutées ; donnez-leur un fichier à elles",
				  c->alertes.fichier);
	return true;
}

static bool check_socket(const struct loader *l)
{
	const struct conf *c = l->to;
	const char *socket = c->supervision.socket;

	if (socket == NULL || !conf_written(c, "supervision", "socket"))
		return true;
	if (holds(l->a, c->depot, socket))
		return conf_fault(c, "supervision", "socket", l->e, "la socket ne peut pas être dans le dossier de dépôt : elle y serait refusée comme un dépôt");
	if (is_of_the_state(l->a, c->etat, socket) || (c->alertes.fichier != NULL && same(l->a, socket, c->alertes.fichier)))
		return conf_fault(c, "supervision", "socket", l->e, "« %s » est un des fichiers du service : donnez un autre nom à la socket", socket);
	return true;
}

/* The service would take its own files for deposits. */
bool conf_apart(const struct loader *l)
{
	const struct conf *c = l->to;
	const bool written = conf_written(c, "", "etat") || conf_written(c, "", "depot");

	if (written && (holds(l->a, c->depot, c->etat) || holds(l->a, c->etat, c->depot)))
		return conf_fault(c, "", key_of(c, "etat", "depot"), l->e, "« depot » et « etat » doivent être deux dossiers séparés, aucun dans l'autre");
	return check_alerts(l) && check_socket(l);
}
