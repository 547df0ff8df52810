/* SPDX-License-Identifier: EUPL-1.2 */
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bounds.h"
#include "escape.h"
#include "ledger.h"
#include "replay.h"
#include "side.h"

#define DEPTH_MAX 32

struct listing {
	struct arena *a;
	struct replay_documents *to;
	const char *archive;
	bool full;
};

static bool add(struct listing *l, struct replay_document d)
{
	if (l->to->n == LIMIT_CANDIDATES) {
		l->full = true;
		return false;
	}
	*ARENA_PUSH(l->a, l->to) = d;
	return true;
}

static bool add_file(struct listing *l, const char *path)
{
	return add(l, (struct replay_document){ .path = path, .name = str_after_last(str_c(path), '/') });
}

static void add_archived(void *ctx, const struct ledger_document *d)
{
	struct listing *l = ctx;
	const char *path = arena_printf(l->a, "%s/%s", l->archive, d->spool).p, *kept = arena_printf(l->a, "%s.txt", path).p;

	(void)add(l, (struct replay_document){ .path = path, .name = escape_line(l->a, str_c(d->nom), NAME_MAX), .archived = true,
					       .kept = access(kept, R_OK) == 0 ? kept : NULL });
}

static bool add_ledger(struct listing *l, const char *etat, struct err *e)
{
	l->archive = arena_printf(l->a, "%s/archive", etat).p;
	return ledger_archived(arena_printf(l->a, "%s/" LEDGER_NAME, etat).p, add_archived, l, e);
}

/* Side files go with their document (sides.h). */
static int is_document(const struct dirent *d)
{
	return d->d_name[0] != '.' && side_document(d->d_name) == 0;
}

static bool add_directory(struct listing *l, const char *path, int depth, struct err *e);

/* Links are followed where the person names them, not below. */
static bool add_entry(struct listing *l, const char *path, int depth, struct err *e)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return true; /* gone meanwhile */
	if (S_ISDIR(st.st_mode))
		return depth >= DEPTH_MAX ? err_set(e, ERR_LIMIT, "%s : plus de %d répertoires l'un dans l'autre", path, DEPTH_MAX)
					  : add_directory(l, path, depth + 1, e);
	if (S_ISREG(st.st_mode))
		(void)add_file(l, path);
	return true;
}

static bool add_directory(struct listing *l, const char *path, int depth, struct err *e)
{
	struct dirent **names;
	bool ok = true;
	int n = scandir(path, &names, is_document, alphasort);

	if (n < 0)
		return err_sys(e, "lire le répertoire %s", path);
	for (int i = 0; i < n; i++) {
		ok = ok && add_entry(l, arena_printf(l->a, "%s/%s", path, names[i]->d_name).p, depth, e);
		free(names[i]);
	}
	free(names);
	return ok;
}

static bool add_named(struct listing *l, const char *given, struct err *e)
{
	struct str path = str_c(given);
	struct stat st;

	while (path.n > 1 && path.p[path.n - 1] == '/')
		path.n--;
	const char *name = arena_dup(l->a, path).p;
	if (stat(name, &st) != 0)
		return err_sys(e, "ouvrir %s", name);
	if (!S_ISDIR(st.st_mode)) {
		if (!str_eq(path, STR(LEDGER_NAME)) && !str_ends(path, STR("/" LEDGER_NAME)))
			return add_file(l, name) || true;
		path.n -= sizeof LEDGER_NAME - 1;
		return add_ledger(l, path.n ? arena_dup(l->a, path).p : ".", e);
	}
	if (access(arena_printf(l->a, "%s/" LEDGER_NAME, name).p, F_OK) == 0)
		return add_ledger(l, name, e);
	return add_directory(l, name, 0, e);
}

bool replay_list(struct arena *a, char *const *paths, int n, struct replay_documents *ret, struct err *e)
{
	struct listing l = { .a = a, .to = ret };

	for (int i = 0; i < n; i++)
		if (!add_named(&l, paths[i], e))
			return false;
	if (l.full)
		return err_set(e, ERR_LIMIT, "plus de %d documents", LIMIT_CANDIDATES);
	return ret->n > 0 || err_set(e, ERR_VALUE, "aucun document à juger dans %s", paths[0]);
}
