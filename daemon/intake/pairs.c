/* SPDX-License-Identifier: EUPL-1.2 */
/* In the drop itself only names say what belongs together, and only ACTES has such names. An act named as ACTES does waits for its message,
 * which the same transmission always has; the ARActe comes hours later, so it is taken along when it is there and never waited for, and so are annexes, of
 * which only the message knows how many there are. A side file is never taken by itself: read as an act it would be refused, and lost to the act that
 * comes after it. An annex that comes without its act is, for the act has nothing to read in it: judged, it would be accused of what it is not.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "drop_names.h"
#include "intake_priv.h"
#include "writers.h"

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
	return S_ISREG(l.mode) && !writers_has(in, name, l.size == 0) && l.nlink == 1 && l.size > 0 && (uint64_t)l.size <= in->setup.max_bytes ? c : NULL;
}

static void join(struct intake *in, const char *name, int64_t now, struct pair *p)
{
	bool there = false;
	struct candidate *c = ready(in, name, now, &there);

	p->there += there;
	if (c != NULL)
		p->with[p->n++] = c;
}

/* ACTES counts them from 2. */
static void join_annexes(struct intake *in, const char *act, int64_t now, struct pair *p)
{
	char name[ACT_SIZE + 32];
	const struct candidate *known;

	for (unsigned n = 2; p->n < sizeof p->with / sizeof *p->with; n++) {
		snprintf(name, sizeof name, "%s/%u", act, n);
		known = candidates_find(&in->companions, name);
		if (known == NULL)
			return;
		const size_t type = strcspn(known->rest, ".");
		snprintf(name, sizeof name, "%.*s%s-1-1_%u%s", (int)type, known->rest, act, n, known->rest + type);
		join(in, name, now, p);
	}
}

bool pairs_of(struct intake *in, struct candidate *c, int64_t now, struct pair *ret)
{
	const struct actes_name n = actes_name(c->name);
	char act[ACT_SIZE], name[ACT_SIZE + 32];

	*ret = (struct pair){ .n = 0 };
	if (n.piece != ACTES_MAIN)
		return true;
	snprintf(act, sizeof act, "%.*s", STR_ARG(n.act));
	snprintf(name, sizeof name, "%s-1-1_0.xml", act);
	join(in, name, now, ret);
	const bool message = ret->n == 1;
	const struct candidate *r = candidates_find(&in->companions, act);
	if (r != NULL) {
		snprintf(name, sizeof name, "%s-1-2%s%s.xml", act, r->rest[0] != '\0' ? "_" : "", r->rest);
		join(in, name, now, ret);
	}
	ret->sides_n = ret->n;
	join_annexes(in, act, now, ret);
	if (message && ret->n == ret->there)
		return true;
	const int64_t end = c->first_ms + in->setup.patience.pair_ms;
	if (now >= end)
		return true;
	const int64_t soon = now + in->setup.stabilite_ms;
	intake_wait(in, c, ret->there > 0 && soon < end ? soon : end, now, in->setup.patience.tell_ms, "attend le message qui l'accompagne");
	return false;
}

void pairs_meet(struct intake *in, const char *name)
{
	const struct actes_name n = actes_name(name);
	const char *extension = n.number.p != NULL ? n.number.p + n.number.n : "";
	char key[ACT_SIZE + 32], rest[256];
	bool fresh;

	if (n.piece == ACTES_RECEIPT) {
		snprintf(key, sizeof key, "%.*s", STR_ARG(n.act));
		snprintf(rest, sizeof rest, "%.*s", STR_ARG(n.number));
	} else if (n.piece == ACTES_ANNEX && !n.deliberation) {
		snprintf(key, sizeof key, "%.*s/%.*s", STR_ARG(n.act), STR_ARG(n.number));
		snprintf(rest, sizeof rest, "%.*s%s", STR_ARG(n.type), extension);
	} else {
		return;
	}
	struct candidate *r = strlen(rest) < sizeof r->rest ? candidates_at(&in->companions, key, &fresh) : NULL;
	if (r == NULL)
		return;
	r->pass = in->pass;
	memcpy(r->rest, rest, strlen(rest) + 1);
}

bool intake_names_annex(const char *name)
{
	const struct actes_name n = actes_name(name);

	return n.piece == ACTES_ANNEX && !n.deliberation;
}

void intake_act_of_annex(const char *annex, char ret_pattern[128])
{
	(void)snprintf(ret_pattern, 128, "*%.*s-1-1_1.*", STR_ARG(actes_name(annex).act));
}

bool pairs_wait(struct intake *in, struct candidate *c, int64_t now)
{
	const struct actes_name n = actes_name(c->name);
	const bool annex = intake_names_annex(c->name);
	/* An act may wait itself, for its message. */
	const int64_t end = c->first_ms + (annex ? 2 * in->setup.patience.pair_ms : in->setup.patience.orphan_ms);

	if (!annex && n.piece != ACTES_MESSAGE && n.piece != ACTES_RECEIPT)
		return false;
	if (now < end)
		intake_wait(in, c, end, now, in->setup.patience.tell_ms, "attend son acte");
	else if (!annex)
		intake_refuse(in, c, "sans-acte", "fichier d'accompagnement dont l'acte n'est pas là : il est gardé, et sera pris avec son acte");
	return now < end || !annex;
}
