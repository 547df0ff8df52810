/* SPDX-License-Identifier: EUPL-1.2 */
/* Copy, hash, sync, compare, publish, record, and only then unlink. Claiming by rename was measured and decided
 * against: a writer that still has the file open keeps writing into it. The name is removed through a second name of
 * ours, because between a stat and an unlink another document can take the name; a stranger caught that way is given
 * its name back.
 */
#include "take.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "file.h"
#include "drop_names.h"

#define COPY "copie"

static enum take_end end_of_open(const struct err *e)
{
	if (e->code != ERR_SYS)
		return TAKE_CHANGED;
	switch (e->sys) {
	case ENOENT:
	case ELOOP:
		return TAKE_CHANGED;
	case EACCES:
	case EPERM:
		return TAKE_UNREADABLE;
	case EMFILE:
	case ENFILE:
	case ENOMEM:
		return TAKE_OURS;
	default:
		return TAKE_SOURCE;
	}
}

static bool unchanged(int fd, const struct candidate *c)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return false;
	struct look l = look_of(&st);
	return look_same(&l, &c->look);
}

/* Fill the copy from an open source. The copy is closed in every case: an error of close() is an error of the copy. */
static enum take_end fill(int from, int to, const struct candidate *c, uint64_t max_bytes, struct taken *t,
			  struct err *e)
{
	struct err why = { 0 };
	bool ok = file_copy(from, to, max_bytes, &t->sha256, &t->bytes, &why);

	if (!ok) {
		close(to);
		*e = why;
		if (why.code == ERR_LIMIT)
			return TAKE_CHANGED;
		return why.sys == ENOSPC || why.sys == EDQUOT ? TAKE_OURS : TAKE_SOURCE;
	}
	ok = file_sync(to, e);
	if (close(to) != 0 && ok)
		ok = err_sys(e, "fermer la copie");
	if (!ok)
		return TAKE_OURS;
	return unchanged(from, c) && t->bytes == (uint64_t)c->look.size ? TAKE_DONE : TAKE_CHANGED;
}

static enum take_end copy(const struct take_dirs *d, const struct candidate *c, uint64_t max_bytes, struct taken *t,
			  struct err *e)
{
	struct stat st;
	enum take_end end;
	int from = file_open_regular(d->depot, c->name, max_bytes, false, &st, e), to;

	if (from < 0)
		return end_of_open(e);
	struct look l = look_of(&st);
	if (!look_same(&l, &c->look)) {
		close(from);
		return TAKE_CHANGED;
	}
	(void)unlinkat(d->tmp, COPY, 0);
	to = openat(d->tmp, COPY, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640);
	if (to < 0) {
		err_sys(e, "créer la copie");
		close(from);
		return TAKE_OURS;
	}
	end = fill(from, to, c, max_bytes, t, e);
	close(from);
	return end;
}

static bool put_back(const struct take_dirs *d, const char *name)
{
	return renameat2(d->depot, NAME_LEAVING, d->depot, name, RENAME_NOREPLACE) == 0;
}

static enum take_end cannot_leave(struct err *e)
{
	const bool no_right = errno == EACCES || errno == EPERM || errno == EROFS;

	err_sys(e, "retirer du dépôt");
	return no_right ? TAKE_KEPT : TAKE_STAYS;
}

static enum take_end leave(const struct take_dirs *d, const struct candidate *c, struct err *e)
{
	const char *name = NAME_LEAVING;
	struct stat st;

	/* A leftover of a crash is itself the file to remove; while one waits, others go under their own name. */
	if (strcmp(c->name, NAME_LEAVING) != 0 &&
	    renameat2(d->depot, c->name, d->depot, NAME_LEAVING, RENAME_NOREPLACE) != 0) {
		if (errno == ENOENT)
			return TAKE_DONE; /* the uploader removed it: it is recorded all the same */
		if (errno != EEXIST && errno != EINVAL &&
		    errno != ENOSYS) /* the last two: a file system without RENAME_NOREPLACE */
			return cannot_leave(e);
		name = c->name;
	}
	if (fstatat(d->depot, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return TAKE_DONE;
	struct look l = look_of(&st);
	l.ctime_ns = c->look.ctime_ns; /* our own rename changed it */
	if (!look_same(&l, &c->look)) {
		/* When the name was taken once more, the stranger keeps the leaving name and is met at the next pass.
		 */
		(void)put_back(d, c->name);
		return TAKE_CHANGED;
	}
	/* Not put back: that would change its ctime, and it would be another file. */
	return unlinkat(d->depot, name, 0) == 0 || errno == ENOENT ? TAKE_DONE : cannot_leave(e);
}

static void set_origin(const struct candidate *c, struct taken *t)
{
	const struct look *l = &c->look;

	snprintf(t->origin, sizeof t->origin, "%jx:%jx:%jx:%" PRIx64, (uintmax_t)l->dev, (uintmax_t)l->ino,
		 (uintmax_t)l->size, (uint64_t)l->mtime_ns);
	t->changed_ns = l->ctime_ns;
	t->leaving = strcmp(c->name, NAME_LEAVING) == 0;
}

static enum take_end record(const struct take_dirs *d, const struct candidate *c, struct taken *t,
			    const struct intake_calls *calls, struct err *e)
{
	char spool[17 + DIGEST_HEX], hex[DIGEST_HEX];

	t->received_us = clock_day_us();
	t->spool = spool;
	snprintf(spool, sizeof spool, "%016" PRIx64 "-%s", (uint64_t)t->received_us, digest_hex(&t->sha256, hex));
	bool published = file_publish(d->tmp, COPY, d->attente, spool, e);
	if (published && calls->taken(calls->ctx, t))
		return leave(d, c, e);
	if (published)
		err_set(e, ERR_STATE, "le registre n'a pas pu l'inscrire");
	struct err ignored;
	(void)file_remove(d->attente, spool, &ignored);
	return TAKE_OURS;
}

enum take_end take(const struct take_dirs *d, const struct candidate *c, uint64_t max_bytes,
		   const struct intake_calls *calls, struct err *e)
{
	struct taken t = { .name = c->name };
	bool known = false;
	enum take_end end = copy(d, c, max_bytes, &t, e);

	set_origin(c, &t);
	if (end == TAKE_DONE && !calls->known(calls->ctx, &t, &known)) {
		err_set(e, ERR_STATE, "le registre ne répond pas");
		end = TAKE_OURS;
	}
	if (end == TAKE_DONE && !known)
		return record(d, c, &t, calls, e);
	(void)unlinkat(d->tmp, COPY, 0);
	return end == TAKE_DONE ? leave(d, c, e) : end;
}
