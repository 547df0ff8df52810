/* SPDX-License-Identifier: EUPL-1.2 */
/* Quarantine → attente, by a command, while the service may run: only names of documents that the ledger holds for decided are touched,
 * and of these the service touches none. */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "file.h"
#include "side.h"
#include "spool.h"

static int open_below(const char *etat, const char *what, const char *below, struct err *e)
{
	char path[4096];

	snprintf(path, sizeof path, "%s/%s%s%s", etat, what, below[0] != '\0' ? "/" : "", below);
	const int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		err_sys(e, "ouvrir %s", path);
	return fd;
}

static bool move_all(int from, int to, const char *name, struct err *e)
{
	char side[SIDE_NAME_SIZE];
	struct stat st;
	bool ok = fstatat(from, name, &st, AT_SYMLINK_NOFOLLOW) == 0 || err_sys(e, "trouver le document");

	for (unsigned n = 1; ok && n <= LIMIT_SIDE_FILES; n++)
		if (fstatat(from, side_name(name, n, side), &st, AT_SYMLINK_NOFOLLOW) == 0)
			ok = file_publish(from, side, to, side, e);
	return ok && file_publish(from, name, to, name, e);
}

bool spool_give_back(const char *etat, const char *name, const char *word, struct err *e)
{
	const int from = open_below(etat, "quarantaine", word, e), to = from < 0 ? -1 : open_below(etat, "attente", "", e);
	const bool ok = to >= 0 && move_all(from, to, name, e);

	if (from >= 0)
		close(from);
	if (to >= 0)
		close(to);
	return ok;
}

bool spool_given_back(const char *etat, const char *name, const char *word, struct err *e)
{
	const int dir = open_below(etat, "quarantaine", word, e);
	char note[160];

	snprintf(note, sizeof note, "%s.json", name);
	const bool ok = dir >= 0 && file_remove(dir, note, e);
	if (dir >= 0)
		close(dir);
	return ok;
}
