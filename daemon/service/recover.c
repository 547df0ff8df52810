/* SPDX-License-Identifier: EUPL-1.2 */
/* Start-up is recovery, always the same whether the last stop was orderly or not. Nothing is ever deleted here except a
 * copy whose original is seen to be in the drop, byte for byte: the ledger itself may have been lost, and then the
 * spool holds the only copy.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <linux/limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "file.h"
#include "bounds.h"
#include "side.h"
#include "spool.h"

#define STRAY "egare"
#define ORPHANS_COMPARED 64 /* each costs a look at the whole drop; more than that is a lost ledger, not a crash */

struct names {
	char (*at)[128];
	size_t n, cap;
	int64_t last_id;
};
struct walk {
	const struct spool *s;
	struct ledger *l;
	const char *depot;
	struct names waiting;
	struct recovery r;
	unsigned orphans;
};

static void add_name(void *ctx, const struct ledger_document *d)
{
	struct names *w = ctx;

	if (w->n == w->cap) {
		w->cap = w->cap == 0 ? 256 : 2 * w->cap;
		w->at = realloc(w->at, w->cap * sizeof *w->at);
		if (w->at == NULL)
			abort();
	}
	memcpy(w->at[w->n++], d->spool, sizeof *w->at);
	w->last_id = d->id;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(a, b);
}

static bool read_waiting(struct walk *w, struct err *e)
{
	size_t before;

	do {
		before = w->waiting.n;
		if (!ledger_waiting(w->l, w->waiting.last_id, 1000, add_name, &w->waiting, e))
			return false;
	} while (w->waiting.n > before);
	if (w->waiting.n > 0)
		qsort(w->waiting.at, w->waiting.n, sizeof *w->waiting.at, by_name);
	return true;
}

static bool is_waiting(const struct walk *w, const char *name)
{
	return w->waiting.n > 0 && bsearch(name, w->waiting.at, w->waiting.n, sizeof *w->waiting.at, by_name) != NULL;
}

/* The reason under which `name` has a note, or false. */
static bool find_note(const struct spool *s, const char *name, char word[64])
{
	int fd = openat(s->quarantaine, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *f;
	bool found = false;

	while (d != NULL && !found && (f = readdir(d)) != NULL) {
		if (f->d_name[0] == '.' || strlen(f->d_name) >= 64 || !spool_noted(s, name, f->d_name))
			continue;
		found = true;
		memcpy(word, f->d_name, strlen(f->d_name) + 1);
	}
	if (d != NULL)
		closedir(d);
	return found;
}

/* A note of a waiting document is from an attempt that was never decided. It must be gone for good before the next one: a judged document
 * whose move is cut short would be taken for a refused one. */
static bool forget_note(const struct spool *s, const char *name, struct err *e)
{
	char word[64], note[NAME_MAX + 8];

	if (!find_note(s, name, word))
		return true;
	int dir = file_open_dir(s->quarantaine, word, 0750, e);
	if (dir < 0)
		return false;
	snprintf(note, sizeof note, "%s.json", name);
	bool ok = file_remove(dir, note, e);
	close(dir);
	return ok;
}

/* The name of the document whose side file this is, or false. */
static bool side_of(const char *name, char document[128])
{
	const struct str part = { name, side_document(name) };

	if (!spool_name_is_ours(part))
		return false;
	snprintf(document, 128, "%.*s", STR_ARG(part));
	return true;
}

static bool same_content(int dir, const char *name, bool links_ok, off_t size, const char *sha256)
{
	struct stat st;
	struct err ignored;
	char hex[DIGEST_HEX];

	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode) || st.st_size != size)
		return false;
	return spool_hash(dir, name, links_ok, hex, &st, &ignored) && strcmp(hex, sha256) == 0;
}

static bool directory_has(int at, const char *name, bool deeper, off_t size, const char *sha256)
{
	const int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (at == AT_FDCWD ? 0 : O_NOFOLLOW));
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *f;
	bool found = false;

	while (d != NULL && !found && (f = readdir(d)) != NULL) {
		found = same_content(dirfd(d), f->d_name, false, size, sha256);
		if (!found && deeper && f->d_name[0] != '.')
			found = directory_has(dirfd(d), f->d_name, false, size, sha256);
	}
	if (d != NULL)
		closedir(d);
	return found;
}

/* A deposit may be a sub-directory. */
static bool drop_still_has(const char *depot, off_t size, const char *sha256)
{
	return directory_has(AT_FDCWD, depot, true, size, sha256);
}

/* Death came between the copy and its row. Its name is lost with the row that was never written, unless the drop still
 * has it. A copy that could not be removed when the ledger failed, and whose file was taken again since, is one too many. */
static bool adopt(struct walk *w, const char *name, const struct stat *st, struct err *e)
{
	struct ledger_document d = { .octets = st->st_size };
	char names[LIMIT_SIDE_FILES][SIDE_NAME_SIZE];
	int64_t id;
	bool known;

	snprintf(d.spool, sizeof d.spool, "%s", name);
	memcpy(d.sha256, name + 17, sizeof d.sha256);
	if (!ledger_took(w->l, &d, &known, e))
		return false;
	if (known || (w->orphans++ < ORPHANS_COMPARED && drop_still_has(w->depot, st->st_size, d.sha256))) {
		w->r.dropped++;
		return file_remove(w->s->attente, name, e);
	}
	d.nom = name;
	d.recu_us = (int64_t)st->st_mtim.tv_sec * 1000000 + st->st_mtim.tv_nsec / 1000;
	w->r.found++;
	spool_find_sides(w->s->attente, &d, names);
	return ledger_receive(w->l, &d, &id, e);
}

static bool set_aside(struct walk *w, const char *name, struct err *e)
{
	struct err first = { 0 };
	char other[32];

	w->r.stray++;
	bool ok = spool_quarantine(w->s, name, STRAY, &first);
	int dir = ok || first.code != ERR_STATE ? -1 : file_open_dir(w->s->quarantaine, STRAY, 0750, &first);
	/* One of that name was set aside before, and perhaps others at this very moment. */
	for (int64_t at = clock_day_us(); dir >= 0 && !ok && first.code == ERR_STATE; at++) {
		snprintf(other, sizeof other, "%" PRIx64, (uint64_t)at);
		first = (struct err){ 0 };
		ok = file_publish(w->s->attente, name, dir, other, &first);
	}
	if (dir >= 0)
		close(dir);
	if (!ok)
		*e = first;
	return ok;
}

/* A power cut may leave the file under the name it came from, too, where a file system keeps two directories apart. */
static bool finish_move(struct walk *w, const char *name, const struct stat *st, struct err *e)
{
	char word[64];
	const bool refused = find_note(w->s, name, word);
	struct err first = { 0 };

	w->r.moved++;
	if (refused ? spool_quarantine(w->s, name, word, &first) : (spool_archive(w->s, name, false, &first) && spool_archive_sync(w->s, &first)))
		return true;
	if (first.code != ERR_STATE) {
		*e = first;
		return false;
	}
	int to = refused ? file_open_dir(w->s->quarantaine, word, 0750, e) : dup(w->s->archive);
	const bool there = to >= 0 && same_content(to, name, true, st->st_size, name + 17);
	if (to >= 0)
		close(to);
	return there ? file_remove(w->s->attente, name, e) : set_aside(w, name, e);
}

static bool recover_one(struct walk *w, const char *name, struct err *e)
{
	struct stat st;
	bool known;

	if (fstatat(w->s->attente, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return err_sys(e, "examiner attente/%s", name);
	if (is_waiting(w, name))
		return forget_note(w->s, name, e);
	if (!spool_name_is_ours(str_c(name)) || !S_ISREG(st.st_mode))
		return set_aside(w, name, e);
	if (!ledger_knows(w->l, name, &known, e))
		return false;
	if (!known)
		return adopt(w, name, &st, e);
	return finish_move(w, name, &st, e);
}

/* It stayed behind although its document was decided: the document was moved by other hands, or a power cut left both names of it. */
static bool follow(struct walk *w, const char *name, const char *document, struct err *e)
{
	char word[64], hex[DIGEST_HEX];
	struct stat st;
	struct err first = { 0 };
	int to = find_note(w->s, document, word) ? file_open_dir(w->s->quarantaine, word, 0750, e) : dup(w->s->archive);

	if (to < 0)
		return err_sys(e, "ouvrir le répertoire de « %s »", document);
	const bool moved = file_move(w->s->attente, name, to, name, &first);
	const bool there = !moved && first.code == ERR_STATE && spool_hash(w->s->attente, name, true, hex, &st, &first) &&
			   same_content(to, name, true, st.st_size, hex);
	close(to);
	w->r.moved++;
	if (moved || there)
		return moved || file_remove(w->s->attente, name, e);
	return set_aside(w, name, e);
}

static bool drop_or_set_aside(struct walk *w, const char *name, struct err *e)
{
	struct stat st;
	char hex[DIGEST_HEX];
	struct err unread;

	if (!spool_hash(w->s->attente, name, false, hex, &st, &unread) || w->orphans++ >= ORPHANS_COMPARED ||
	    !drop_still_has(w->depot, st.st_size, hex))
		return set_aside(w, name, e);
	w->r.dropped++;
	return file_remove(w->s->attente, name, e);
}

/* After all documents, so that where its own is says what becomes of it. */
static bool recover_side(struct walk *w, const char *name, const char *document, struct err *e)
{
	struct stat st;
	bool known;

	if (fstatat(w->s->attente, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT || err_sys(e, "examiner attente/%s", name);
	if (fstatat(w->s->attente, document, &st, AT_SYMLINK_NOFOLLOW) == 0 || is_waiting(w, document))
		return true;
	if (!ledger_knows(w->l, document, &known, e))
		return false;
	return known ? follow(w, name, document, e) : drop_or_set_aside(w, name, e);
}

static bool recover_all(struct walk *w, bool sides, struct err *e)
{
	int fd = openat(w->s->attente, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *f;
	char document[128];
	bool ok = d != NULL || err_sys(e, "lire attente");

	while (ok && (f = readdir(d)) != NULL) {
		if (strcmp(f->d_name, ".") == 0 || strcmp(f->d_name, "..") == 0 || side_of(f->d_name, document) != sides)
			continue;
		ok = sides ? recover_side(w, f->d_name, document, e) : recover_one(w, f->d_name, e);
	}
	if (d != NULL)
		closedir(d);
	return ok;
}

/* Annexes get their names before their act: of one that never came to be, and is nowhere, nothing was recorded. */
static bool recover_annex(struct walk *w, int dir, const char *name, struct err *e)
{
	const char *dot = strrchr(name, '.');
	char of[128], hex[DIGEST_HEX], word[64];
	struct stat st;
	struct err unread;
	bool known = false;

	snprintf(of, sizeof of, "%.*s", dot != NULL && dot - name < 100 ? (int)(dot - name) : 0, name);
	if (!spool_name_is_ours(str_c(of)) || fstatat(w->s->attente, of, &st, AT_SYMLINK_NOFOLLOW) == 0 ||
	    fstatat(w->s->archive, of, &st, AT_SYMLINK_NOFOLLOW) == 0 || find_note(w->s, of, word))
		return true;
	if (!ledger_knows(w->l, of, &known, e))
		return false;
	if (known)
		return true;
	if (!spool_hash(dir, name, false, hex, &st, &unread) || w->orphans++ >= ORPHANS_COMPARED || !drop_still_has(w->depot, st.st_size, hex))
		return file_publish(dir, name, w->s->attente, name, e) && set_aside(w, name, e);
	w->r.dropped++;
	return file_remove(dir, name, e);
}

static bool recover_annexes(struct walk *w, struct err *e)
{
	const int fd = file_open_dir(w->s->etat, "annexes", 0750, e);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *f;
	bool ok = d != NULL;

	while (ok && (f = readdir(d)) != NULL)
		if (f->d_name[0] != '.')
			ok = recover_annex(w, fd, f->d_name, e);
	if (d != NULL)
		closedir(d);
	return ok;
}

bool spool_recover(const struct spool *s, struct ledger *l, const char *depot, struct recovery *ret, struct err *e)
{
	struct walk w = { .s = s, .l = l, .depot = depot };
	const bool ok = read_waiting(&w, e) && recover_all(&w, false, e) && recover_all(&w, true, e) && recover_annexes(&w, e);

	free(w.waiting.at);
	if (ok)
		*ret = w.r;
	return ok;
}
