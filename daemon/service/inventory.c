/* SPDX-License-Identifier: EUPL-1.2 */
#include "inventory.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bounds.h"
#include "file.h"
#include "json.h"
#include "record_read.h"

#define STRAY "egare"
#define REASON_SIZE 64
#define NAME_LENGTH 81 /* spool_name_is_ours */

struct kept {
	char name[NAME_LENGTH + 1];
	char refusal[REASON_SIZE]; /* "" none */
	enum { IN_ATTENTE, IN_ARCHIVE, IN_QUARANTINE } where;
};
struct all_kept {
	struct kept *at;
	size_t n, cap;
};

static void add(struct all_kept *all, const char *name, const char *refusal, int where)
{
	if (all->n == all->cap) {
		all->cap = all->cap == 0 ? 256 : 2 * all->cap;
		all->at = realloc(all->at, all->cap * sizeof *all->at);
		if (all->at == NULL)
			abort();
	}
	struct kept *x = &all->at[all->n++];
	(void)snprintf(x->name, sizeof x->name, "%s", name);
	(void)snprintf(x->refusal, sizeof x->refusal, "%s", refusal);
	x->where = where;
}

typedef bool (*entry_fn)(void *ctx, int dir, const char *name, struct err *e);

static bool each_entry(int at, const char *name, entry_fn fn, void *ctx, struct err *e)
{
	const int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *f;
	bool ok = d != NULL || err_sys(e, "lire le répertoire « %s »", name);

	while (ok && (f = readdir(d)) != NULL)
		ok = f->d_name[0] == '.' || fn(ctx, fd, f->d_name, e);
	if (d != NULL)
		closedir(d);
	return ok;
}

struct gathering {
	const struct spool *s;
	struct all_kept *all;
	const char *refusal;
	int where;
};

static bool gather_one(void *ctx, int dir, const char *name, struct err *e)
{
	const struct gathering *g = ctx;
	struct stat st;

	(void)e;
	if (spool_name_is_ours(str_c(name)) && fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode))
		add(g->all, name, g->refusal, g->where);
	return true;
}

static bool gather_reason(void *ctx, int dir, const char *word, struct err *e)
{
	struct gathering g = *(struct gathering *)ctx;
	struct stat st;

	g.refusal = word;
	if (fstatat(dir, word, &st, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(st.st_mode))
		return true; /* somebody's own, beside the reasons */
	return strlen(word) >= REASON_SIZE || strcmp(word, STRAY) == 0 || each_entry(dir, word, gather_one, &g, e);
}

/* A document that still is in attente, refused: its note came first. */
static bool note_waiting(void *ctx, int dir, const char *word, struct err *e)
{
	const struct gathering *g = ctx;

	(void)dir;
	(void)e;
	for (size_t i = 0; i < g->all->n; i++) {
		struct kept *x = &g->all->at[i];
		if (x->where == IN_ATTENTE && x->refusal[0] == '\0' && strlen(word) < REASON_SIZE && spool_noted(g->s, x->name, word))
			(void)snprintf(x->refusal, sizeof x->refusal, "%s", word);
	}
	return true;
}

/* Where it was going stands before where it came from. */
static int by_name(const void *a, const void *b)
{
	const struct kept *x = a, *y = b;
	const int order = strcmp(x->name, y->name);

	return order != 0 ? order : (int)y->where - (int)x->where;
}

static bool gather(const struct spool *s, struct all_kept *all, struct err *e)
{
	struct gathering g = { .s = s, .all = all, .refusal = "", .where = IN_ATTENTE };

	if (!each_entry(s->attente, ".", gather_one, &g, e) || !each_entry(s->quarantaine, ".", note_waiting, &g, e))
		return false;
	g.where = IN_ARCHIVE;
	if (!each_entry(s->archive, ".", gather_one, &g, e))
		return false;
	g.where = IN_QUARANTINE;
	if (!each_entry(s->quarantaine, ".", gather_reason, &g, e))
		return false;
	if (all->n > 0)
		qsort(all->at, all->n, sizeof *all->at, by_name);
	return true;
}

struct note {
	struct arena *a;
	struct str name;
	int64_t received_us;
};

static void on_note(void *ctx, struct str parent, struct str key, struct str value)
{
	struct note *n = ctx;

	if (parent.n == 0 && str_eq(key, STR("nom")))
		n->name = arena_printf(n->a, "%.*s", STR_ARG(value));
	if (parent.n == 0 && str_eq(key, STR("recu")))
		(void)record_time_read(value, &n->received_us);
}

/* One that cannot be read tells nothing. */
static void read_note(int dir, const char *name, struct note *n)
{
	char file[NAME_LENGTH + 8];
	struct stat st;
	struct err unread;
	struct buf b;

	(void)snprintf(file, sizeof file, "%s.json", name);
	const int fd = file_open_regular(dir, file, 64 * KIB, false, &st, &unread);
	if (fd < 0)
		return;
	buf_init(&b, 64 * KIB);
	if (file_read_fd(fd, &b, &unread))
		(void)json_read(buf_view(&b), on_note, n, &unread);
	buf_done(&b);
	close(fd);
}

struct found {
	struct ledger_document d;
	char sides[LIMIT_SIDE_FILES][SIDE_NAME_SIZE];
	char annex_names[LIMIT_FOLDER_FILES][NAME_LENGTH + 8];
	struct ledger_side annexes[LIMIT_FOLDER_FILES];
};

static void find_annexes(const struct spool *s, struct found *f)
{
	const int dir = openat(s->etat, "annexes", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct stat st;
	struct err unread;
	unsigned n = 0;

	for (; dir >= 0 && n < LIMIT_FOLDER_FILES; n++) {
		struct ledger_side *x = &f->annexes[n];

		(void)snprintf(f->annex_names[n], sizeof f->annex_names[n], "%.*s.%u", NAME_LENGTH, f->d.spool, n + 1);
		if (!spool_hash(dir, f->annex_names[n], false, x->sha256, &st, &unread))
			break;
		x->nom = f->annex_names[n];
		x->octets = st.st_size;
	}
	if (dir >= 0)
		close(dir);
	f->d.annexes = f->annexes;
	f->d.annexes_n = n;
}

static bool hand_over(const struct spool *s, int dir, const struct kept *x, inventory_fn fn, void *ctx, struct err *e)
{
	struct found f = { .d = { .recu_us = (int64_t)strtoll(x->name, NULL, 16) } };
	struct arena a;
	struct stat st;

	if (fstatat(dir, x->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return err_sys(e, "examiner « %s »", x->name);
	arena_init(&a, MIB);
	struct note n = { .a = &a, .name = str_c(x->name), .received_us = f.d.recu_us };
	const int noted = x->refusal[0] != '\0' ? openat(s->quarantaine, x->refusal, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
	if (noted >= 0) {
		read_note(noted, x->name, &n);
		close(noted);
	}
	(void)snprintf(f.d.spool, sizeof f.d.spool, "%s", x->name);
	(void)snprintf(f.d.sha256, sizeof f.d.sha256, "%s", x->name + NAME_LENGTH - 64);
	f.d.nom = n.name.p;
	f.d.octets = st.st_size;
	f.d.recu_us = n.received_us;
	spool_find_sides(dir, &f.d, f.sides);
	find_annexes(s, &f);
	const bool ok = fn(ctx, &f.d, x->where == IN_ATTENTE && x->refusal[0] == '\0', x->refusal[0] != '\0' ? x->refusal : NULL, e);
	arena_done(&a);
	return ok;
}

static bool hand_over_from(const struct spool *s, const struct kept *x, inventory_fn fn, void *ctx, struct err *e)
{
	if (x->where != IN_QUARANTINE)
		return hand_over(s, x->where == IN_ATTENTE ? s->attente : s->archive, x, fn, ctx, e);
	const int dir = openat(s->quarantaine, x->refusal, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	const bool ok = dir >= 0 ? hand_over(s, dir, x, fn, ctx, e) : err_sys(e, "ouvrir quarantaine/%s", x->refusal);

	if (dir >= 0)
		close(dir);
	return ok;
}

/* A power cut may have left one under two names: the ledger has it once, the start puts it in order. */
static bool is_same_as_before(const struct all_kept *all, size_t i)
{
	return i > 0 && strcmp(all->at[i].name, all->at[i - 1].name) == 0;
}

bool inventory_walk(const struct spool *s, inventory_fn fn, void *ctx, unsigned *ret_n, struct err *e)
{
	struct all_kept all = { 0 };
	bool ok = gather(s, &all, e);

	*ret_n = 0;
	for (size_t i = 0; ok && i < all.n; i++) {
		if (is_same_as_before(&all, i))
			continue;
		ok = hand_over_from(s, &all.at[i], fn, ctx, e);
		++*ret_n;
	}
	free(all.at);
	return ok;
}

static int open_last(const struct spool *s, const char *refusal, struct err *e)
{
	const int dir = refusal == NULL ? openat(s->archive, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
					: openat(s->quarantaine, refusal, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	if (dir < 0)
		err_sys(e, "ouvrir %s", refusal == NULL ? "archive" : refusal);
	return dir;
}

static bool move_if_there(int from, int to, const char *name, struct err *e)
{
	struct stat st;

	return fstatat(from, name, &st, AT_SYMLINK_NOFOLLOW) != 0 || file_publish(from, name, to, name, e);
}

bool inventory_wait_again(const struct spool *s, const char *name, const char *refusal, struct err *e)
{
	char side[SIDE_NAME_SIZE], note[NAME_LENGTH + 8];
	const int from = open_last(s, refusal, e);
	bool ok = from >= 0;

	for (unsigned n = 1; ok && n <= LIMIT_SIDE_FILES; n++)
		ok = move_if_there(from, s->attente, side_name(name, n, side), e);
	(void)snprintf(note, sizeof note, "%.*s.json", NAME_LENGTH, name);
	ok = ok && move_if_there(from, s->attente, name, e) && (refusal == NULL || file_remove(from, note, e));
	if (from >= 0)
		close(from);
	return ok;
}
