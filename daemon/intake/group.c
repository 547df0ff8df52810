/* SPDX-License-Identifier: EUPL-1.2 */
/* A sync costs the same for one small file as for sixty: what is bounded here is what a crash makes be copied again. Decided
 * against: one syncfs for all, which would wait for what the rest of the machine writes.
 */
#include "group.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "clock.h"
#include "drop_names.h"
#include "file.h"
#include "folder.h"
#include "intake_priv.h"
#include "side.h"

struct arrival arrival_new(struct candidate *c, int folder, unsigned n)
{
	struct arrival a = { .c = c, .folder = folder, .n = n, .pieces = calloc(n, sizeof *a.pieces), .beside = calloc(n, sizeof *a.beside) };

	if (a.pieces == NULL || a.beside == NULL)
		abort();
	for (unsigned i = 0; i < n; i++)
		a.pieces[i].fd = -1;
	return a;
}

static void arrival_done(struct arrival *a)
{
	for (unsigned i = 0; i < a->n; i++)
		if (a->pieces[i].fd >= 0)
			close(a->pieces[i].fd);
	if (a->folder >= 0)
		close(a->folder);
	free(a->pieces);
	free(a->beside);
	free(a->name);
	*a = (struct arrival){ .folder = -1 };
}

static int from_of(const struct intake *in, const struct arrival *a)
{
	return a->folder >= 0 ? a->folder : in->dirs.depot;
}

static void drop_copies(const struct intake *in, const struct arrival *a)
{
	for (unsigned i = 0; i < a->n; i++)
		if (a->pieces[i].copy[0] != '\0')
			(void)unlinkat(in->dirs.tmp, a->pieces[i].copy, 0);
}

/* A loose side file that cannot be copied now stays behind: its act does not wait for it here. */
static enum take_end copy(struct intake *in, struct arrival *a, struct err *e)
{
	unsigned kept = 0;

	for (unsigned i = 0; i < a->n; i++) {
		struct piece p = a->pieces[i];
		snprintf(p.copy, sizeof p.copy, "copie-%u", in->group.serial++);
		const enum take_end end = piece_copy(&in->dirs, from_of(in, a), in->setup.max_bytes, &p, e);

		if (end == TAKE_DONE)
			a->pieces[kept++] = p;
		else if (i == 0 || a->folder >= 0 || end == TAKE_OURS)
			return end;
	}
	a->n = kept;
	return TAKE_DONE;
}

static void set_taken(struct arrival *a)
{
	const struct piece *act = &a->pieces[0];
	const struct look *l = &act->look;
	struct taken *t = &a->taken;

	*t = (struct taken){ .name = a->name, .spool = a->spool, .sha256 = act->sha256, .bytes = act->bytes, .changed_ns = l->ctime_ns };
	snprintf(t->origin, sizeof t->origin, "%jx:%jx:%jx:%" PRIx64, (uintmax_t)l->dev, (uintmax_t)l->ino, (uintmax_t)l->size,
		 (uint64_t)l->mtime_ns);
	t->leaving = a->folder < 0 && is_leaving(act->name);
	t->received_us = clock_day_us();
	t->sides = a->beside;
	for (unsigned i = 1; i < a->n; i++) {
		const struct piece *p = &a->pieces[i];
		a->beside[i - 1] = (struct taken_beside){ p->name, p->sha256, p->bytes };
		t->sides_n += p->role == PIECE_SIDE;
	}
	t->annexes = a->beside + t->sides_n;
	t->annexes_n = a->n - 1 - t->sides_n;
	char hex[DIGEST_HEX];
	snprintf(a->spool, sizeof a->spool, "%016" PRIx64 "-%s", (uint64_t)t->received_us, digest_hex(&act->sha256, hex));
}

/* What goes with the act leaves before it, and the marker after it: a crash then finds the act, known, with what is left, or a folder that
 * holds nothing but its marker. A folder that has got something new stays. */
static enum take_end leave(const struct intake *in, const struct arrival *a, struct err *e)
{
	enum take_end how = TAKE_DONE;

	for (unsigned i = a->n; how == TAKE_DONE && i-- > 0;)
		how = piece_leave(in->dirs.depot, from_of(in, a), &a->pieces[i], e);
	return how == TAKE_DONE && a->folder >= 0 ? folder_leave(in->dirs.depot, a->c->name, a->folder, in->marque, e) : how;
}

/* Loose side files that have gone with their act are candidates no more. */
static void end(struct intake *in, struct arrival *a, enum take_end how, const struct err *e)
{
	struct candidate *c = a->c;

	for (unsigned i = 1; i < a->n; i++)
		if (a->pieces[i].c != NULL) {
			a->pieces[i].c->state = how == TAKE_KEPT ? CANDIDATE_KEPT : CANDIDATE_SETTLING;
			a->pieces[i].c->kept_rights = in->rights.n;
			if (how == TAKE_DONE)
				candidates_drop(&in->table, a->pieces[i].name);
		}
	arrival_done(a);
	intake_ended(in, c, how, e);
}

void group_add(struct intake *in, struct arrival *a)
{
	struct group *g = &in->group;
	struct err e = { 0 };
	bool known = false;

	if (g->n >= g->max || g->files + a->n > LIMIT_GROUP_FILES || g->bytes >= LIMIT_GROUP_BYTES)
		group_close(in);
	if (g->n >= in->allowed) { /* closing it used up what is allowed */
		arrival_done(a);
		return;
	}
	enum take_end how = copy(in, a, &e);
	if (how == TAKE_DONE) {
		set_taken(a);
		if (!in->calls.known(in->calls.ctx, &a->taken, &known))
			how = err_set(&e, ERR_STATE, "le registre ne répond pas") ? TAKE_DONE : TAKE_OURS;
	}
	if (how != TAKE_DONE || known) {
		drop_copies(in, a);
		end(in, a, how == TAKE_DONE ? leave(in, a, &e) : how, &e);
		return;
	}
	for (unsigned i = 0; i < a->n; i++)
		g->bytes += a->pieces[i].bytes;
	g->files += a->n;
	a->c->state = CANDIDATE_TAKING;
	for (unsigned i = 1; i < a->n; i++)
		if (a->pieces[i].c != NULL)
			a->pieces[i].c->state = CANDIDATE_TAKING;
	/* Its pointers into itself are set anew where it stays. */
	g->at[g->n] = *a;
	g->at[g->n].taken.spool = g->at[g->n].spool;
	g->n++;
	*a = (struct arrival){ .folder = -1 };
}

/* The name piece `i` has, and in which directory: side files stand beside the act, annexes in a directory of their own. */
static const char *published_as(const struct intake *in, const struct arrival *a, unsigned i, int *ret_dir, char out[SIDE_NAME_SIZE])
{
	const bool annex = a->pieces[i].role == PIECE_ANNEX;

	*ret_dir = annex ? in->dirs.annexes : in->dirs.attente;
	if (annex)
		snprintf(out, SIDE_NAME_SIZE, "%s.%u", a->spool, i - a->taken.sides_n);
	return i == 0 ? a->spool : annex ? out : side_name(a->spool, i, out);
}

static bool sync_all(struct group *g, struct err *e)
{
	for (unsigned i = 0; i < g->n; i++)
		for (unsigned k = 0; k < g->at[i].n; k++)
			if (!piece_sync(&g->at[i].pieces[k], e))
				return false;
	return true;
}

/* What goes with the act first: start-up takes an act for whole (base/side.h). */
static bool publish(struct intake *in, struct arrival *a, struct err *e)
{
	char name[SIDE_NAME_SIZE];
	int dir;

	for (unsigned i = a->n; i-- > 0;) {
		struct piece *p = &a->pieces[i];
		const char *as = published_as(in, a, i, &dir, name);
		if (!file_move(in->dirs.tmp, p->copy, dir, as, e))
			return false;
		p->published = true;
	}
	return true;
}

static bool publish_all(struct intake *in, struct err *e)
{
	struct group *g = &in->group;
	bool annexes = false;

	for (unsigned i = 0; i < g->n; i++) {
		if (!publish(in, &g->at[i], e))
			return false;
		annexes |= g->at[i].taken.annexes_n > 0;
	}
	if (annexes && !file_sync(in->dirs.annexes, e))
		return false;
	/* tmp/ is emptied at the start, whatever is in it: it needs no sync. */
	return file_sync(in->dirs.attente, e);
}

static bool record(struct intake *in, struct err *e)
{
	const struct taken *all[LIMIT_GROUP];
	const struct group *g = &in->group;

	for (unsigned i = 0; i < g->n; i++)
		all[i] = &g->at[i].taken;
	return in->calls.taken(in->calls.ctx, all, g->n) || err_set(e, ERR_STATE, "le registre n'a pas pu l'inscrire");
}

static void undo(struct intake *in)
{
	struct group *g = &in->group;
	struct err ignored;
	char name[SIDE_NAME_SIZE];
	int dir;

	for (unsigned i = 0; i < g->n; i++) {
		for (unsigned k = 0; k < g->at[i].n; k++)
			if (g->at[i].pieces[k].published) {
				const char *as = published_as(in, &g->at[i], k, &dir, name);
				(void)unlinkat(dir, as, 0);
			}
		drop_copies(in, &g->at[i]);
	}
	(void)file_sync(in->dirs.attente, &ignored);
}

void group_close(struct intake *in)
{
	struct group *g = &in->group;
	struct err e = { 0 };

	if (g->n == 0)
		return;
	const bool ok = sync_all(g, &e) && publish_all(in, &e) && record(in, &e);
	if (!ok)
		undo(in);
	/* One that spoils it for all is found alone. */
	g->max = ok ? LIMIT_GROUP : 1;
	for (unsigned i = 0; i < g->n; i++) {
		struct arrival *a = &g->at[i];
		const enum take_end how = ok ? leave(in, a, &e) : TAKE_OURS;
		end(in, a, how, &e);
	}
	g->n = g->files = g->serial = 0;
	g->bytes = 0;
}
