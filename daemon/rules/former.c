/* SPDX-License-Identifier: EUPL-1.2 */
#include "former.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "fold.h"
#include "hash.h"
#include "periods.h"

#define SHORT_HASH 16

const char *reference_word(enum reference w)
{
	static const char *const words[] = { "parametres", "collectivites", "lexique", "reglages" };
	return words[w];
}

static bool is_directory(enum reference w)
{
	return w == REFERENCE_PARAMETRES || w == REFERENCE_COLLECTIVITES;
}

const char **former_field(struct ruleset_paths *p, enum reference w)
{
	const char **const fields[] = { &p->parametres, &p->collectivites, &p->lexique, &p->reglages };
	return fields[w];
}

/* The directory that counts; it is named after its own kind, whatever somebody wrote there. */
static const char *directory_named(struct arena *a, const char *dir, enum reference w)
{
	struct str name;
	struct err none;
	const char *pointer = arena_printf(a, "%s/%s", dir, reference_word(w)).p;

	if (access(pointer, R_OK) != 0 || !yamldir_text(a, pointer, 256, &name, &none))
		return NULL;
	name = str_trim(name);
	return str_starts(name, str_c(reference_word(w))) && str_find(name, STR("/"), 0) == STR_NONE ? arena_printf(a, "%.*s", STR_ARG(name)).p : NULL;
}

/* Hashed as params.c and roster.c do, and copied, unless `to` is negative. */
static bool take_files(struct arena *a, const char *from, int to, char hex[DIGEST_HEX], struct err *e)
{
	struct str *names, text;
	struct hash h;
	size_t n;

	hash_init(&h);
	if (!yamldir_names(a, from, ".yaml", &names, &n, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!yamldir_text(a, arena_printf(a, "%s/%.*s", from, STR_ARG(names[i])).p, LIMIT_YAML_BYTES, &text, e) ||
		    (to >= 0 && !file_replace(to, names[i].p, text, 0640, e)))
			return false;
		hash_add(&h, names[i].p, names[i].n + 1);
		hash_add(&h, text.p, text.n);
	}
	const struct digest d = hash_end(&h);
	(void)digest_hex(&d, hex);
	return true;
}

/* Its files are still those that it is named after. */
static bool is_whole(struct arena *a, const char *path, const char *name)
{
	char hex[DIGEST_HEX];
	struct err none;

	return take_files(a, path, -1, hex, &none) && str_ends(str_c(name), arena_printf(a, "-%.*s", SHORT_HASH, hex));
}

const char *former_path(struct arena *a, const char *dir, enum reference w)
{
	const char *name = is_directory(w) ? directory_named(a, dir, w) : arena_printf(a, "%s.yaml", reference_word(w)).p;
	const char *path = name ? arena_printf(a, "%s/%s", dir, name).p : NULL;

	return path && access(path, R_OK) == 0 && (!is_directory(w) || is_whole(a, path, name)) ? path : NULL;
}

static bool keep_file(struct arena *a, int dir, const char *name, const char *path, struct str text, struct err *e)
{
	struct str old;
	struct err none;

	if (access(path, R_OK) == 0 && yamldir_text(a, path, LIMIT_YAML_BYTES, &old, &none) && str_eq(old, text))
		return true;
	return file_replace(dir, name, text, 0640, e);
}

static void remove_directory(struct arena *a, int dir, const char *path, const char *name)
{
	struct str *names;
	struct err none;
	size_t n = 0;
	const int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	if (fd >= 0 && yamldir_names(a, path, ".yaml", &names, &n, &none))
		for (size_t i = 0; i < n; i++)
			(void)file_remove(fd, names[i].p, &none);
	if (fd >= 0)
		(void)close(fd);
	(void)unlinkat(dir, name, AT_REMOVEDIR);
}

static bool keep_directory(struct arena *a, int dir, const char *dir_path, enum reference w, const char *path, const char *sha256, struct err *e)
{
	const char *old = directory_named(a, dir_path, w), *name = arena_printf(a, "%s-%.*s", reference_word(w), SHORT_HASH, sha256).p;
	char hex[DIGEST_HEX];

	const char *there = arena_printf(a, "%s/%s", dir_path, name).p;
	if (old && strcmp(old, name) == 0 && is_whole(a, there, name))
		return true;
	remove_directory(a, dir, there, name);
	const int to = file_open_dir(dir, name, 0750, e);
	if (to < 0)
		return false;
	bool ok = take_files(a, path, to, hex, e);
	(void)close(to);
	if (ok && strcmp(hex, sha256) != 0)
		ok = err_set(e, ERR_STATE, "%s a changé pendant son chargement", path);
	ok = ok && file_replace(dir, reference_word(w), str_c(name), 0640, e);
	if (!ok)
		remove_directory(a, dir, there, name);
	else if (old && strcmp(old, name) != 0)
		remove_directory(a, dir, arena_printf(a, "%s/%s", dir_path, old).p, old);
	return ok;
}

bool former_keep(struct arena *a, const char *dir, enum reference w, const char *path, struct str text, const char *sha256, struct err *e)
{
	const int fd = file_open_dir(AT_FDCWD, dir, 0750, e);

	if (fd < 0)
		return false;
	const char *name = arena_printf(a, "%s.yaml", reference_word(w)).p;
	const bool ok = is_directory(w) ? keep_directory(a, fd, dir, w, path, sha256, e)
					: keep_file(a, fd, name, arena_printf(a, "%s/%s", dir, name).p, text, e);
	(void)close(fd);
	return ok;
}

/* A parameter is known by its name, a collectivity by its own, whatever the name of the file. */
static bool still_decided(enum reference w, const struct yaml_node *kept, const struct context *cx)
{
	const struct yaml_node *nom = w == REFERENCE_COLLECTIVITES ? yaml_get(kept, "nom") : NULL;

	if (w == REFERENCE_COLLECTIVITES)
		return nom == NULL || roster_has(cx->roster, nom->text);
	for (const struct yaml_node *n = kept->first; n; n = n->next)
		if (!params_has(cx->params, n->key))
			return false;
	return true;
}

bool former_still_there(struct arena *a, const struct ruleset_paths *p, enum reference w, const struct context *cx, struct err *e)
{
	struct ruleset_paths q = *p;
	const char *kept = p->secours ? former_path(a, p->secours, w) : NULL, *path = *former_field(&q, w);
	struct yaml_file *files;
	struct hash unused;
	struct err none;
	size_t n;

	hash_init(&unused);
	if (kept == NULL || !yamldir_files(a, kept, &files, &n, &unused, &none))
		return true;
	for (size_t i = 0; i < n; i++) {
		const char *file = arena_printf(a, "%s/%.*s.yaml", path, STR_ARG(files[i].stem)).p;
		if (access(file, F_OK) != 0 && !still_decided(w, files[i].root, cx))
			return err_at(e, ERR_VALUE, file, 0, 0,
				      "fichier absent, alors que ce qu'il décide est en service : remettez-le ; s'il ne doit plus rien décider, "
				      "laissez à sa place un fichier d'une seule remarque (# retiré)");
	}
	return true;
}

static struct str change_of_law(struct arena *a, const struct ruleset_paths *p, const char *kept, const struct params *now)
{
	const struct params *before;
	struct param_change c;
	struct err none;
	const size_t n = params_load(a, kept, &before, &none) ? params_changes(now, before, &c) : 0;

	if (n == 0)
		return STR("");
	const char *others = n > 1 ? ", entre autres" : "";
	if (!c.gone)
		return arena_printf(a, "%s:%u (« %.*s »%s)", c.file, c.line, STR_ARG(c.nom), others);
	return arena_printf(a, "%s/%.*s (« %.*s » n'y est plus%s)", p->parametres, STR_ARG(str_after_last(str_c(c.file), '/')), STR_ARG(c.nom), others);
}

static struct str change_of(struct arena *a, const struct ruleset_paths *p, const struct stock *now)
{
	const char *law = former_path(a, p->secours, REFERENCE_PARAMETRES), *lexicon = former_path(a, p->secours, REFERENCE_LEXIQUE);
	struct str what = law ? change_of_law(a, p, law, now->cx.params) : STR(""), before;
	struct err none;

	if (what.n == 0 && lexicon && yamldir_text(a, lexicon, LIMIT_YAML_BYTES, &before, &none) && !str_eq(before, now->lexicon_text))
		what = str_c(p->lexique);
	return what;
}

void former_add_change(struct arena *a, const struct ruleset_paths *p, const struct stock *now, struct err *e)
{
	const struct str what = change_of(a, p, now), said = what.n ? arena_printf(a, " ; ce qui a changé : %.*s", STR_ARG(what)) : STR("");
	const struct str msg = arena_dup(a, str_c(e->msg));

	if (said.n > 0 && said.n + 4 < sizeof e->msg)
		(void)snprintf(e->msg, sizeof e->msg, "%.*s%s%.*s", STR_ARG(utf8_head(msg, sizeof e->msg - said.n - 4)),
			       msg.n > sizeof e->msg - said.n - 4 ? "…" : "", STR_ARG(said));
}
