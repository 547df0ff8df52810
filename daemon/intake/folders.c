/* SPDX-License-Identifier: EUPL-1.2 */
/* Deposits made as a sub-directory of the drop. Nothing tells of what happens in one (the watch is on the drop alone), so that a new one is
 * looked at often until its marker is there, and later with the scans.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "drop_names.h"
#include "folder.h"
#include "intake_priv.h"

#define LOOK_MS 1000
#define NOTHING_IN_IT "dossier vide : il n'y a que sa marque de fin ; mettez-y l'acte, ou retirez-le"
#define NOTHING_BUT_IGNORED "dossier vide : il n'y a que sa marque de fin et des noms qui ne sont jamais pris ; mettez-y l'acte, ou retirez-le"

static void wait_for_marker(struct intake *in, struct candidate *c, int64_t now)
{
	const struct intake_patience *p = &in->setup.patience;
	const bool young = now - c->first_ms < p->folder_ms;
	char why[500];

	snprintf(why, sizeof why,
		 "est un dossier sans « %.255s » : il est attendu. Complet, mettez-y ce fichier, ou déposez ses fichiers un par un", in->marque);
	intake_wait(in, c, young ? now + LOOK_MS : INT64_MAX, now, p->folder_ms, why);
}

static struct piece piece_of(const struct folder_entry *e)
{
	struct piece p = { .role = e->role, .look = e->look, .fd = -1 };

	snprintf(p.name, sizeof p.name, "%s", e->name);
	return p;
}

static void take(struct intake *in, struct candidate *c, struct folder *f, unsigned act)
{
	struct arrival a = arrival_new(c, f->fd, f->n);
	unsigned n = 0;

	f->fd = -1;
	a.pieces[n++] = piece_of(&f->at[act]);
	for (enum piece_role role = PIECE_SIDE; role <= PIECE_ANNEX; role++)
		for (unsigned i = 0; i < f->n; i++)
			if (f->at[i].role == role)
				a.pieces[n++] = piece_of(&f->at[i]);
	if (asprintf(&a.name, "%s/%s", c->name, f->at[act].name) < 0)
		abort();
	group_add(in, &a);
}

/* A crash came when only the marker was left. */
static void remove_emptied(struct intake *in, struct candidate *c, const struct folder *f)
{
	struct err e;

	if (folder_leave(in->dirs.depot, c->name, f->fd, in->marque, &e) != TAKE_DONE) {
		c->state = CANDIDATE_KEPT;
		c->kept_rights = in->rights.n;
		return;
	}
	in->depot_dirty = true;
	candidates_drop(&in->table, c->name);
}

static void look(struct intake *in, struct candidate *c, struct folder *f, int64_t now)
{
	unsigned act = 0;
	char why[600];

	if (f->n == 0 && !f->marked && f->ignored > 0) {
		in->ignored++;
		c->state = CANDIDATE_KEPT;
	} else if (!f->marked) {
		(void)intake_settled(in, c, &f->look, now);
		wait_for_marker(in, c, now);
	} else if (intake_settled(in, c, &f->look, now)) {
		if (f->transfer)
			intake_wait(in, c, now + LOOK_MS, now, in->setup.patience.folder_ms,
				    "est un dossier marqué complet où un fichier porte un nom de transfert : il est attendu");
		else if (f->n == 0 && folder_was_emptied(f))
			remove_emptied(in, c, f);
		else if (f->n == 0)
			intake_refuse(in, c, "dossier", f->ignored > 0 ? NOTHING_BUT_IGNORED : NOTHING_IN_IT);
		else if (folder_arrange(f, in->setup.max_bytes, &act, why))
			take(in, c, f, act);
		else
			intake_refuse(in, c, "dossier", why);
	}
}

void folders_look(struct intake *in, struct candidate *c, const struct look *own, int64_t now)
{
	struct folder f;
	struct err e;

	if (folder_read(in->dirs.depot, c->name, in->marque, own, &f, &e))
		look(in, c, &f, now);
	else if (e.sys != ENOENT && now >= c->not_before_ms)
		intake_ended(in, c, e.sys == EACCES || e.sys == EPERM ? TAKE_UNREADABLE : TAKE_SOURCE, &e);
	folder_close(&f);
}
