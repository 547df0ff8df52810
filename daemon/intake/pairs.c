/* SPDX-License-Identifier: EUPL-1.2 */
/* In the drop itself only names say what belongs together, and only ACTES has such names. An act named as ACTES does waits for its message,
 * which the same transmission always has; the ARActe comes hours later, so it is taken along when it is there and never waited for. A side
 * file is never taken by itself: read as an act it would be refused, and lost to the act that comes after it.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "drop_names.h"
#include "intake_priv.h"

#define ACT_SIZE 64 /* the longest is 41 */

/* The side file of that name when it is there and has settled. *ret_coming: it is there. */
static struct candidate *ready(const struct intake *in, const char *name, int64_t now, bool *ret_coming)
{
	struct candidate *c = candidates_find(&in->table, name);
	struct stat st;

	if (fstatat(in->dirs.depot, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return NULL;
	const struct look l = look_of(&st);
	*ret_coming = true;
	if (c == NULL || c->state == CANDIDATE_TAKING || !look_same(&l, &c->look) || now - c->since_ms < in->setup.stabilite_ms)
		return NULL;
	return S_ISREG(l.mode) && l.nlink == 1 && l.size > 0 && (uint64_t)l.size <= in->setup.max_bytes ? c : NULL;
}

static void add(struct pair *p, struct candidate *side)
{
	if (side != NULL)
		p->side[p->n++] = side;
}

bool pairs_of(struct intake *in, struct candidate *c, int64_t now, struct pair *ret)
{
	const struct actes_name n = actes_name(c->name);
	char act[ACT_SIZE], name[ACT_SIZE + 32];
	bool message = false, receipt = false;

	*ret = (struct pair){ .n = 0 };
	if (n.piece != ACTES_MAIN)
		return true;
	snprintf(act, sizeof act, "%.*s", STR_ARG(n.act));
	snprintf(name, sizeof name, "%s-1-1_0.xml", act);
	add(ret, ready(in, name, now, &message));
	const bool whole = ret->n == 1;
	const struct candidate *r = candidates_find(&in->receipts, act);
	if (r != NULL) {
		snprintf(name, sizeof name, "%s-1-2%s%s.xml", act, r->number[0] != '\0' ? "_" : "", r->number);
		add(ret, ready(in, name, now, &receipt));
	}
	if (ret->n == (unsigned)whole + receipt && whole)
		return true;
	const int64_t end = c->first_ms + in->setup.patience.pair_ms;
	if (now >= end)
		return true;
	const int64_t soon = now + in->setup.stabilite_ms;
	intake_wait(in, c, (message || receipt) && soon < end ? soon : end, now, in->setup.patience.tell_ms, "attend le message qui l'accompagne");
	return false;
}

void pairs_meet(struct intake *in, const char *name)
{
	const struct actes_name n = actes_name(name);
	struct candidate *r = NULL;
	char act[ACT_SIZE];
	bool fresh;

	snprintf(act, sizeof act, "%.*s", STR_ARG(n.act));
	if (n.piece == ACTES_RECEIPT && n.number.n < sizeof r->number)
		r = candidates_at(&in->receipts, act, &fresh);
	if (r == NULL)
		return;
	r->pass = in->pass;
	snprintf(r->number, sizeof r->number, "%.*s", STR_ARG(n.number));
}

bool pairs_side(struct intake *in, struct candidate *c, int64_t now)
{
	const struct actes_name n = actes_name(c->name);
	const int64_t end = c->first_ms + in->setup.patience.orphan_ms;

	if (n.piece != ACTES_MESSAGE && n.piece != ACTES_RECEIPT)
		return false;
	if (now >= end)
		intake_refuse(in, c, "sans-acte", "fichier d'accompagnement dont l'acte n'est pas là : il est gardé, et sera pris avec son acte");
	else
		intake_wait(in, c, end, now, in->setup.patience.tell_ms, "attend son acte");
	return true;
}
