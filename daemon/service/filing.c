/* SPDX-License-Identifier: EUPL-1.2 */
/* A decided document goes where it belongs. After the ledger nothing can be taken back: one that cannot be moved is told of, and moved when its place is good again,
 * by the next start at the latest.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include "filing.h"
#include "supervisor_priv.h"

struct unmoved {
	struct unmoved *next;
	int64_t id;
	char name[128], refusal[32]; /* refusal "": to the archive */
	bool alone;
};

static bool move_once(const struct spool *s, const struct unmoved *u, struct err *e)
{
	return u->refusal[0] != '\0' ? spool_quarantine(s, u->name, u->refusal, e) : spool_archive(s, u->name, u->alone, e);
}

/* Whoever took it away has it. That a move says so is not enough: the directory it was to go to may be what is gone. */
static bool is_gone(const struct spool *s, const struct unmoved *u)
{
	struct stat st;

	return fstatat(s->attente, u->name, &st, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT;
}

static void keep(struct supervisor *s, const struct unmoved *u, const struct err *e)
{
	struct unmoved *copy = malloc(sizeof *copy);

	if (copy == NULL)
		abort();
	if (s->unmoved == NULL)
		news(NEWS_ERR, "document %lld : décidé, mais pas rangé (%s) ; il le sera, et ceux qui suivent, dès que ce sera possible, au plus tard au prochain démarrage",
		     (long long)u->id, e->msg);
	*copy = *u;
	copy->next = s->unmoved;
	s->unmoved = copy;
}

static void move(struct supervisor *s, const struct decision *d)
{
	struct unmoved u = { .id = d->w->doc.id, .alone = d->w->doc.sides_n == 0 };
	struct err e;

	(void)snprintf(u.name, sizeof u.name, "%s", d->w->doc.spool);
	(void)snprintf(u.refusal, sizeof u.refusal, "%s", d->j.refusal != NULL ? d->j.refusal : "");
	if (!move_once(&s->spool, &u, &e) && (!places_mend(s) || !move_once(&s->spool, &u, &e)) && !is_gone(&s->spool, &u))
		keep(s, &u, &e);
}

static void sync_archive(const struct supervisor *s)
{
	struct err e;

	if (!spool_archive_sync(&s->spool, &e))
		news(NEWS_ERR, "archive : ce qui vient d'y être rangé n'est pas garanti sur le disque (%s)", e.msg);
}

void filing_all(struct supervisor *s, struct decision *const *all, size_t n)
{
	bool archived = false;

	for (size_t i = 0; i < n; i++)
		if (all[i]->taken) {
			move(s, all[i]);
			archived |= all[i]->j.refusal == NULL;
		}
	if (archived)
		sync_archive(s);
}

void filing_again(struct supervisor *s)
{
	unsigned moved = 0;
	struct err e;

	for (struct unmoved **at = &s->unmoved, *u; (u = *at) != NULL;) {
		const bool done = move_once(&s->spool, u, &e);
		if (!done && !is_gone(&s->spool, u)) {
			at = &u->next;
			continue;
		}
		moved += done;
		*at = u->next;
		free(u);
	}
	if (moved == 0)
		return;
	sync_archive(s);
	news(NEWS_NOTICE, "%u document%s rangé%s, qui étai%s décidé%s et attendai%s de l'être", moved, plural_s(moved), plural_s(moved), moved > 1 ? "ent" : "t", plural_s(moved),
	     moved > 1 ? "ent" : "t");
}

unsigned filing_waits(const struct supervisor *s)
{
	unsigned n = 0;

	for (const struct unmoved *u = s->unmoved; u != NULL; u = u->next)
		n++;
	return n;
}

void filing_end(struct supervisor *s)
{
	for (struct unmoved *u = s->unmoved, *next; u != NULL; u = next) {
		next = u->next;
		free(u);
	}
	s->unmoved = NULL;
}
