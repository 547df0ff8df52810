/* SPDX-License-Identifier: EUPL-1.2 */
/* What a rule touched, in the order it did, each thing once. A full trace keeps its beginning: what a rule reads
 * first is what it is about, and no allocation may happen while a script runs. */
#include <stdio.h>
#include <string.h>
#include "eval.h"

static bool same_place(const struct where *a, const struct where *b)
{
	return a->acte == b->acte && a->vote == b->vote && a->desc == b->desc && a->item == b->item;
}

static void add(struct eval *ev, const struct mark *m)
{
	for (size_t i = 0; i < ev->marks_n; i++) {
		struct mark *old = &ev->marks[i];
		if (old->kind != m->kind || !same_place(&old->at, &m->at))
			continue;
		if (m->kind != MARK_FOUND && m->kind != MARK_MISSED)
			return;
		memmove(old, old + 1, (ev->marks_n - i - 1) * sizeof *old); /* a search again: it is the last one now */
		ev->marks_n--;
		break;
	}
	if (ev->marks_n < TRACE_MAX)
		ev->marks[ev->marks_n++] = *m;
}

void trace_field(struct eval *ev, enum mark_kind kind, const struct where *at, const struct field *f)
{
	struct mark m = { .kind = kind, .at = *at, .field = f, .span = f ? f->span : (struct span){ 0, 0 } };
	m.at.item = 0;
	add(ev, &m);
}

void trace_item(struct eval *ev, const struct where *at, const struct item *it)
{
	struct mark m = { .kind = MARK_FOUND, .at = *at, .item = it, .span = it->span };
	add(ev, &m);
}

void trace_param(struct eval *ev, const char *nom, const struct param_value *v)
{
	for (size_t i = 0; i < ev->used_n; i++)
		if (strcmp(ev->used[i].nom, nom) == 0 && date_cmp(ev->used[i].v.du, v->du) == 0)
			return;
	if (ev->used_n == TRACE_PARAMS_MAX)
		return;
	struct param_use *u = &ev->used[ev->used_n++];
	snprintf(u->nom, sizeof u->nom, "%s", nom);
	u->v = *v;
}

struct str where_short(const struct where *at, char *out, size_t size)
{
	char acte[40] = "", vote[40] = "", item[32] = "";
	if (at->show_acte)
		snprintf(acte, sizeof acte, "actes[%zu]%s", at->acte + 1, at->desc || at->vote ? "." : "");
	if (at->show_vote)
		snprintf(vote, sizeof vote, "votes[%zu]%s", at->vote, at->desc ? "." : "");
	else if (at->vote)
		snprintf(vote, sizeof vote, "vote%s", at->desc ? "." : "");
	if (at->item)
		snprintf(item, sizeof item, "[%zu]", at->item);
	snprintf(out, size, "%s%s%s%s", acte, vote, at->desc ? at->desc->name : "", item);
	return str_c(out);
}

struct str where_name(struct arena *a, const struct where *at)
{
	char shown[160];
	if (at->desc && !at->show_acte && !at->vote && !at->item)
		return str_c(at->desc->name);
	if (at->desc && !at->show_acte && !at->show_vote && !at->item) { /* "vote.pour" */
		struct str name = str_c(at->desc->name);
		char *joined = arena_alloc(a, name.n + 6);
		memcpy(joined, "vote.", 5);
		memcpy(joined + 5, name.p, name.n);
		return (struct str){ joined, name.n + 5 };
	}
	return arena_dup(a, where_short(at, shown, sizeof shown));
}
