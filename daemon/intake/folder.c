/* SPDX-License-Identifier: EUPL-1.2 */
/* The act of a deposit is the file that metadata.json names, else the one that ACTES calls the main document, else the only file that
 * is neither an annex nor beside an act. Guessing among several was decided against: an annex judged as an act accuses for nothing.
 */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "drop_names.h"
#include "escape.h"
#include "file.h"
#include "metadata.h"

static void mix(struct look *to, const char *name, const struct look *l)
{
	struct hash h;

	hash_init(&h);
	hash_add(&h, name, strlen(name) + 1);
	const int64_t all[] = { (int64_t)l->dev, (int64_t)l->ino, l->mode, (int64_t)l->nlink, l->size, l->mtime_ns, l->ctime_ns };
	hash_add(&h, all, sizeof all);
	const struct digest d = hash_end(&h);
	int64_t first;
	memcpy(&first, &d, sizeof first);
	to->mtime_ns ^= first; /* in whatever order they are listed */
	to->size++;
}

static void meet(struct folder *f, const char *name, const char *mark)
{
	const enum name_kind kind = name_kind(name);
	struct stat st;

	if (fstatat(f->fd, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return;
	const struct look l = look_of(&st);
	const bool is_mark = strcmp(name, mark) == 0 && S_ISREG(l.mode);
	if ((is_mark || kind != NAME_DOCUMENT) && l.ctime_ns > f->newest_ns)
		f->newest_ns = l.ctime_ns;
	if (kind != NAME_DOCUMENT) {
		f->ignored++;
		f->transfer |= kind == NAME_TRANSFER;
		return;
	}
	mix(&f->look, name, &l);
	if (is_mark) {
		f->marked = true;
		return;
	}
	if (f->n == LIMIT_FOLDER_FILES) {
		f->full = true;
		return;
	}
	struct folder_entry *e = &f->at[f->n++];
	snprintf(e->name, sizeof e->name, "%s", name);
	e->look = l;
}

bool folder_read(int depot, const char *name, const char *mark, const struct look *own, struct folder *ret, struct err *e)
{
	const struct dirent *d;
	struct stat st;

	*ret = (struct folder){ .look = *own };
	ret->fd = openat(depot, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	/* A look tells no times of a directory. */
	if (ret->fd >= 0 && fstat(ret->fd, &st) == 0)
		ret->changed_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
	const int listed = ret->fd < 0 ? -1 : openat(ret->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = listed < 0 ? NULL : fdopendir(listed);
	if (dir == NULL) {
		err_sys(e, "lire le dossier");
		if (listed >= 0)
			close(listed);
		return false;
	}
	while (!ret->full && (d = readdir(dir)) != NULL)
		if (strcmp(d->d_name, ".") != 0 && strcmp(d->d_name, "..") != 0)
			meet(ret, d->d_name, mark);
	closedir(dir);
	/* It may stand behind what was listed. */
	ret->marked = ret->marked || (ret->full && fstatat(ret->fd, mark, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode));
	return true;
}

void folder_close(struct folder *f)
{
	if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
}

bool folder_was_emptied(const struct folder *f)
{
	return f->changed_ns > f->newest_ns;
}

enum take_end folder_leave(int depot, const char *name, int fd, const char *mark, struct err *e)
{
	if ((unlinkat(fd, mark, 0) == 0 || errno == ENOENT) &&
	    (unlinkat(depot, name, AT_REMOVEDIR) == 0 || errno == ENOENT || errno == ENOTEMPTY || errno == EEXIST))
		return TAKE_DONE;
	err_sys(e, "retirer le dossier du dépôt");
	return TAKE_KEPT;
}

static bool refused(char why[600], const char *fmt, const char *name)
{
	struct arena a;

	arena_init(&a, 64 * KIB);
	const struct str shown = escape_name(&a, str_c(name), LIMIT_NAME_SHOWN);
	snprintf(why, 600, fmt, (int)shown.n, shown.p);
	arena_done(&a);
	return false;
}

static bool all_can_be_taken(const struct folder *f, uint64_t max_bytes, char why[600])
{
	if (f->full) {
		snprintf(why, 600, "dossier de plus de %d fichiers", LIMIT_FOLDER_FILES);
		return false;
	}
	for (unsigned i = 0; i < f->n; i++) {
		const struct folder_entry *x = &f->at[i];
		if (S_ISDIR(x->look.mode))
			return refused(why, "dossier qui contient un autre dossier, « %.*s »", x->name);
		if (!S_ISREG(x->look.mode) || x->look.nlink > 1)
			return refused(why, "dossier où « %.*s » est un lien ou n'est pas un fichier", x->name);
		if ((uint64_t)x->look.size > max_bytes)
			return refused(why, "dossier où « %.*s » dépasse la taille permise", x->name);
	}
	return true;
}

/* Pastell keeps the name of the file, or gives its own: "….yml_arrete_0". What comes beside an act is none, whoever says so. */
static unsigned called(const struct folder *f, const char *said, unsigned *ret_act)
{
	unsigned own = 0;

	for (unsigned i = 0; i < f->n; i++) {
		if (beside(f->at[i].name) != BESIDE_NOT)
			continue;
		if (strcmp(f->at[i].name, said) == 0) {
			*ret_act = i;
			return 1;
		}
		if (str_ends(str_c(f->at[i].name), STR("_arrete_0"))) {
			*ret_act = i;
			own++;
		}
	}
	return own;
}

/* By metadata.json: 1 found, 0 nothing said, -1 said, and no act of that name. */
static int by_metadata(const struct folder *f, unsigned *ret_act, char said[256])
{
	struct stat st;
	struct err ignored;
	bool ok = false;

	for (unsigned i = 0; i < f->n && !ok; i++) {
		if (strcmp(f->at[i].name, NAME_METADATA) != 0)
			continue;
		const int fd = file_open_regular(f->fd, NAME_METADATA, LIMIT_SIDE_BYTES, false, &st, &ignored);
		ok = fd >= 0 && metadata_act(fd, said);
		if (fd >= 0)
			close(fd);
	}
	return !ok ? 0 : called(f, said, ret_act) == 1 ? 1 : -1;
}

static void add_name(char list[400], const char *name)
{
	const size_t n = strlen(list);
	struct arena a;

	arena_init(&a, 64 * KIB);
	const struct str shown = escape_name(&a, str_c(name), LIMIT_NAME_SHOWN);
	snprintf(list + n, 400 - n, "%s« %.*s »", n > 0 ? ", " : "", STR_ARG(shown));
	arena_done(&a);
}

static bool by_names(const struct folder *f, unsigned *ret_act, char why[600])
{
	unsigned mains = 0, others = 0, main_at = 0, other_at = 0;
	char list[400] = "";

	for (unsigned i = 0; i < f->n; i++) {
		const enum actes_piece piece = actes_name(f->at[i].name).piece;
		if (piece == ACTES_ANNEX || beside(f->at[i].name) != BESIDE_NOT)
			continue;
		mains += piece == ACTES_MAIN;
		main_at = piece == ACTES_MAIN ? i : main_at;
		others++;
		other_at = i;
		if (others <= 5)
			add_name(list, f->at[i].name);
	}
	*ret_act = mains == 1 ? main_at : other_at;
	if (mains == 1 || others == 1)
		return true;
	if (others == 0)
		snprintf(why, 600, "dossier sans acte : il n'y a que des annexes ou des fichiers d'accompagnement");
	else
		snprintf(why, 600, "dossier où plusieurs fichiers peuvent être l'acte (%s) : un seul, ou un metadata.json qui le nomme (« arrete »)", list);
	return false;
}

bool folder_arrange(struct folder *f, uint64_t max_bytes, unsigned *ret_act, char why[600])
{
	unsigned sides = 0;
	char said[256];

	if (!all_can_be_taken(f, max_bytes, why))
		return false;
	const int named = by_metadata(f, ret_act, said);
	if (named < 0)
		return refused(why, "dossier dont " NAME_METADATA " nomme « %.*s », qui n'y est pas ou n'est pas un acte", said);
	if (named == 0 && !by_names(f, ret_act, why))
		return false;
	for (unsigned i = 0; i < f->n; i++) {
		const bool read = beside(f->at[i].name) == BESIDE_READ && sides < LIMIT_SIDE_FILES;
		f->at[i].role = i == *ret_act ? PIECE_ACT : read ? PIECE_SIDE : PIECE_ANNEX;
		sides += f->at[i].role == PIECE_SIDE;
	}
	return true;
}
