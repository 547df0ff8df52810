/* SPDX-License-Identifier: EUPL-1.2 */
/* Looks made as whoever runs `controler`, often root and not the service: only what is true for everybody is said. What may not be looked at is passed over.
 */
#include "machine.h"

#include <errno.h>
#include <grp.h>
#include <linux/limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include "drop_names.h"

struct check {
	const struct conf *c;
	machine_say say;
	void *ctx;
};

static void tell(const struct check *k, bool fatal, const struct err *e)
{
	k->say(k->ctx, fatal, e);
}

/* The directory that a name stands in. */
static const char *parent_of(const char *path, char out[PATH_MAX])
{
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')
		n--;
	while (n > 0 && path[n - 1] != '/')
		n--;
	if (n == 0)
		return ".";
	snprintf(out, PATH_MAX, "%.*s", (int)(n > 1 ? n - 1 : n), path);
	return out;
}

static bool below(const char *path, const char *dir)
{
	const size_t n = strlen(dir);

	return strncmp(path, dir, n) == 0 && (path[n] == '\0' || path[n] == '/');
}

/* Mounted by hand or by another service, or made by systemd when the service starts. */
static bool may_come(const char *path)
{
	static const char *const later[] = { "/run", "/mnt", "/media", "/net", "/var/run", "/var/log/scrutateur" };

	for (size_t i = 0; i < sizeof later / sizeof *later; i++)
		if (below(path, later[i]))
			return true;
	return false;
}

enum seen { SEEN_DIRECTORY, SEEN_OTHER, SEEN_NOT, SEEN_UNKNOWN };
static enum seen look(const char *path, struct stat *st)
{
	if (stat(path, st) == 0)
		return S_ISDIR(st->st_mode) ? SEEN_DIRECTORY : SEEN_OTHER;
	return errno == ENOENT ? SEEN_NOT : errno == ENOTDIR ? SEEN_OTHER : SEEN_UNKNOWN;
}

bool machine_drop(const struct conf *c, struct err *e)
{
	struct stat st;

	switch (look(c->depot, &st)) {
	case SEEN_NOT:
		return conf_fault(c, "", "depot", e, "le dossier de dépôt « %s » n'existe pas : créez-le (mkdir), montez le partage où il est, ou corrigez « depot »", c->depot);
	case SEEN_OTHER:
		return conf_fault(c, "", "depot", e, "« %s » n'est pas un dossier : « depot » nomme celui où les actes sont déposés", c->depot);
	case SEEN_UNKNOWN:
		return true;
	case SEEN_DIRECTORY:
		break;
	}
	if ((st.st_mode & S_IWOTH) != 0 && (st.st_mode & S_ISVTX) == 0)
		return conf_fault(c, "", "depot", e, "le dépôt %s est ouvert en écriture à tous sans le bit collant : chmod +t %s", c->depot, c->depot);
	return true;
}

/* Kernels' views: nothing is kept there. */
static bool keeps_nothing(const char *path)
{
	static const uint32_t views[] = { 0x9fa0, 0x62656572, 0x64626720, 0x27e0eb, 0x63677270, 0x73636673, 0x74726163, 0x1cd1, 0xcafe4a11 };
	struct statfs st;

	if (statfs(path, &st) != 0)
		return false;
	for (size_t i = 0; i < sizeof views / sizeof *views; i++)
		if ((uint32_t)st.f_type == views[i])
			return true;
	return false;
}

/* What is missing of a directory that must be there; NULL when nothing is known to be. */
static const char *what_of(const char *dir)
{
	struct stat st;
	const enum seen seen = look(dir, &st);

	return seen == SEEN_NOT ? "n'existe pas" : seen == SEEN_OTHER ? "n'est pas un dossier" : NULL;
}

bool machine_state(const struct conf *c, struct err *e)
{
	char up[PATH_MAX];
	struct stat st;
	const char *parent = parent_of(c->etat, up), *why = what_of(parent);

	if (look(c->etat, &st) == SEEN_OTHER)
		return conf_fault(c, "", "etat", e, "« %s » n'est pas un dossier : « etat » nomme celui où le service range ce qu'il garde", c->etat);
	if (why != NULL)
		return conf_fault(c, "", "etat", e, "le répertoire d'état « %s » ne peut pas être créé : « %s » %s ; créez-le (mkdir -p), ou corrigez « etat »", c->etat, parent, why);
	if (keeps_nothing(parent))
		return conf_fault(c, "", "etat", e, "« %s » est dans un système de fichiers du noyau, où rien ne se garde : « etat » doit être sur un disque local", c->etat);
	return true;
}

static void check_drop(const struct check *k)
{
	struct err e;

	if (!machine_drop(k->c, &e))
		tell(k, conf_written(k->c, "", "depot") && !may_come(k->c->depot), &e);
}

static void check_state(const struct check *k)
{
	struct err e;

	if (!machine_state(k->c, &e))
		tell(k, !may_come(k->c->etat), &e);
}

/* Has the file of that key a directory to be made in? Else it is told that `what` ("la socket ne peut pas être créée") will be. */
static bool has_its_directory(const struct check *k, const char *section, const char *key, const char *path, const char *what)
{
	char up[PATH_MAX];
	struct err e;
	const char *dir = parent_of(path, up), *why = what_of(dir);

	if (why == NULL)
		return true;
	(void)conf_fault(k->c, section, key, &e, "%s : « %s » %s ; créez ce dossier, ou corrigez « %s »", what, dir, why, key);
	tell(k, !may_come(dir), &e);
	return false;
}

static void check_alerts(const struct check *k)
{
	const char *file = k->c->alertes.fichier;
	struct stat st;
	struct err e;

	if (file == NULL || !conf_written(k->c, "alertes", "fichier") ||
	    !has_its_directory(k, "alertes", "fichier", file, "le fichier des alertes ne peut pas être créé"))
		return;
	if (lstat(file, &st) == 0 && !S_ISREG(st.st_mode)) {
		(void)conf_fault(k->c, "alertes", "fichier", &e, "« %s » est %s : les alertes vont dans un fichier ordinaire, nommez-en un", file,
				 S_ISDIR(st.st_mode) ? "un dossier" : S_ISLNK(st.st_mode) ? "un lien symbolique" : "un tube, une socket ou un périphérique");
		tell(k, true, &e);
	}
}

static void check_socket(const struct check *k)
{
	const char *socket = k->c->supervision.socket;
	struct stat st;
	struct err e;

	if (socket == NULL || !conf_written(k->c, "supervision", "socket") ||
	    !has_its_directory(k, "supervision", "socket", socket, "la socket ne peut pas être créée"))
		return;
	if (lstat(socket, &st) == 0 && !S_ISSOCK(st.st_mode)) {
		(void)conf_fault(k->c, "supervision", "socket", &e, "« %s » existe et n'est pas une socket : retirez-le, ou nommez-en une autre", socket);
		tell(k, true, &e);
	}
}

static void check_group(const struct check *k)
{
	const char *group = k->c->supervision.groupe;
	struct err e;

	errno = 0;
	if (group == NULL || getgrnam(group) != NULL)
		return;
	(void)conf_fault(k->c, "supervision", "groupe", &e, "le groupe « %s » n'existe pas : créez-le (addgroup --system %s), ou « groupe: non »", group, group);
	tell(k, true, &e);
}

bool machine_sources(const struct conf *c, struct err *e)
{
	const struct {
		const char *key, *path, *what;
		bool directory;
	} all[] = {
		{ "regles", c->regles, "le dossier des règles", true },
		{ "parametres", c->parametres, "le dossier du droit daté", true },
		{ "collectivites", c->collectivites, "le dossier des effectifs", true },
		{ "lexique", c->lexique, "le fichier du lexique", false },
		{ "reglages", c->reglages, "le fichier des réglages", false },
	};
	struct stat st;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		const enum seen seen = look(all[i].path, &st);
		if (seen == SEEN_NOT)
			return conf_fault(c, "", all[i].key, e, "%s « %s » n'existe pas : corrigez « %s »", all[i].what, all[i].path, all[i].key);
		if (seen == (all[i].directory ? SEEN_OTHER : SEEN_DIRECTORY))
			return conf_fault(c, "", all[i].key, e, "%s : « %s » %s un dossier ; corrigez « %s »", all[i].what, all[i].path,
					  all[i].directory ? "n'est pas" : "est", all[i].key);
	}
	return true;
}

bool machine_accepts(const struct conf *c, struct err *e)
{
	const char *mark = c->admission.marque;

	if (name_kind(mark) != NAME_DOCUMENT)
		return conf_fault(c, "admission", "marque", e,
				  "« %s » est un nom qui n'est jamais pris (transfert en cours, fichier caché, fichier d'un bureau) : choisissez-en un autre, par exemple fichier_termine.txt", mark);
	if (beside(mark) == BESIDE_READ)
		return conf_fault(c, "admission", "marque", e,
				  "« %s » est le nom d'un fichier qui accompagne un acte : il serait pris pour la marque, et pas lu ; choisissez-en un autre, par exemple fichier_termine.txt", mark);
	return true;
}

/* A configuration that says nothing of a service is one to work on rules with. */
static bool serves(const struct conf *c)
{
	return conf_written(c, "", "depot") || conf_written(c, "", "etat") || conf_written(c, "alertes", "fichier") || conf_written(c, "supervision", "socket") ||
	       conf_written(c, "supervision", "groupe");
}

void machine_check(const struct conf *c, machine_say say, void *ctx)
{
	const struct check k = { c, say, ctx };
	struct err e;

	if (!machine_accepts(c, &e))
		tell(&k, true, &e);
	if (!serves(c))
		return;
	check_drop(&k);
	check_state(&k);
	check_alerts(&k);
	check_socket(&k);
	check_group(&k);
}
