/* SPDX-License-Identifier: EUPL-1.2 */
/* The files of a directory of ours, in order of names, so that messages and hashes never depend on the file
 * system's order. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include "file.h"
#include "bounds.h"
#include "periods.h"

static int by_name(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

bool yamldir_names(struct arena *a, const char *dir, const char *suffix, struct str **ret, size_t *ret_n, struct err *e)
{
	struct { struct str *at; size_t n, cap; } l = { 0 };
	DIR *d = opendir(dir);
	if (!d)
		return err_sys(e, "ouvrir le répertoire %s", dir);
	for (struct dirent *entry; (entry = readdir(d));) {
		struct str name = str_c(entry->d_name);
		if (name.n > strlen(suffix) && str_ends(name, str_c(suffix)) && name.p[0] != '.')
			*ARENA_PUSH(a, &l) = arena_dup(a, name);
	}
	closedir(d);
	if (l.n)
		qsort(l.at, l.n, sizeof *l.at, by_name);
	*ret = l.at;
	*ret_n = l.n;
	return true;
}

static bool text_by(bool (*reads)(const char *, struct buf *, struct err *), struct arena *a, const char *path, size_t max, struct str *ret, struct err *e)
{
	struct buf b;
	buf_init(&b, max);
	bool ok = reads(path, &b, e);
	if (ok)
		*ret = arena_dup(a, buf_view(&b));
	buf_done(&b);
	return ok;
}

bool yamldir_text(struct arena *a, const char *path, size_t max, struct str *ret, struct err *e)
{
	return text_by(file_read_found, a, path, max, ret, e);
}

bool yamldir_reference(struct arena *a, const char *path, bool named, struct str *ret, struct err *e)
{
	return text_by(named ? file_read : file_read_found, a, path, LIMIT_YAML_BYTES, ret, e) &&
	       (ret->n > 0 || err_at(e, ERR_VALUE, path, 1, 1,
				     "fichier vide, comme après un enregistrement à moitié fait : s'il ne doit rien décider, écrivez-y une remarque (# rien)"));
}

bool yamldir_files(struct arena *a, const char *dir, struct yaml_file **ret, size_t *ret_n, struct hash *h,
		   struct err *e)
{
	struct str *names;
	size_t n;
	if (!yamldir_names(a, dir, ".yaml", &names, &n, e))
		return false;
	struct yaml_file *files = ARENA_ARRAY(a, n, struct yaml_file);
	for (size_t i = 0; i < n; i++) {
		struct str text;
		files[i].path = arena_printf(a, "%s/%.*s", dir, STR_ARG(names[i])).p;
		files[i].stem = str_part(names[i], 0, names[i].n - 5);
		if (!yamldir_reference(a, files[i].path, false, &text, e) ||
		    !yaml_parse(a, text, files[i].path, &files[i].root, e))
			return false;
		hash_add(h, names[i].p, names[i].n + 1);
		hash_add(h, text.p, text.n);
		if (files[i].root->kind != YAML_MAP)
			return err_at(e, ERR_VALUE, files[i].path, 1, 1,
				      "le fichier doit être une suite de « nom: … »");
	}
	*ret = files;
	*ret_n = n;
	return true;
}
