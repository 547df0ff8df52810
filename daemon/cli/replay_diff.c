/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>

#include "finding.h"
#include "replay.h"
#include "text.h"

struct ordered {
	const struct finding *f;
	size_t rank;
	bool paired;
};
struct side {
	struct ordered *at;
	size_t n, from, to; /* the findings of the rule and acte under comparison: [from, to) */
};

static int by_acte_and_rule(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	const int rule = str_cmp(x->f->rule->id, y->f->rule->id);

	if (x->f->acte != y->f->acte)
		return x->f->acte < y->f->acte ? -1 : 1;
	return rule ? rule : x->rank < y->rank ? -1 : x->rank > y->rank;
}

static struct side side_of(const struct finding *f, size_t n)
{
	struct side s = { .at = calloc(n + 1, sizeof *s.at), .n = n };

	if (s.at == NULL)
		abort();
	for (size_t i = 0; i < n; i++)
		s.at[i] = (struct ordered){ &f[i], i, false };
	qsort(s.at, n, sizeof *s.at, by_acte_and_rule);
	return s;
}

/* Of what comes next in both: the acte and rule that come first. */
static const struct finding *next_of(const struct side *b, const struct side *a)
{
	const struct ordered *x = b->to < b->n ? &b->at[b->to] : NULL, *y = a->to < a->n ? &a->at[a->to] : NULL;

	if (x == NULL || y == NULL)
		return x ? x->f : y ? y->f : NULL;
	const struct ordered head[2] = { { x->f, 0, false }, { y->f, 0, false } };
	return by_acte_and_rule(&head[0], &head[1]) <= 0 ? x->f : y->f;
}

static void take_group(struct side *s, const struct finding *head)
{
	s->from = s->to;
	while (s->to < s->n && s->at[s->to].f->acte == head->acte && str_eq(s->at[s->to].f->rule->id, head->rule->id))
		s->to++;
}

struct compare {
	const struct reading *r;
	replay_change_fn emit;
	void *ctx;
};

static struct replay_side told(const struct finding *f)
{
	if (f == NULL)
		return (struct replay_side){ .verdict = -1 };
	return (struct replay_side){ (int)f->verdict, (int)f->severity, f->message };
}

static void say(const struct compare *c, enum change what, const struct finding *before, const struct finding *after)
{
	const struct finding *shown = after == NULL || what == CHANGE_REMOVED ? before : after;
	struct replay_change ch = { .what = what, .rule = shown->rule->id, .actes = (uint32_t)c->r->actes_n, .before = told(before),
				    .after = told(after) };

	ch.acte = shown->rule->par_seance ? 0 : (uint32_t)shown->acte + 1;
	if (shown->preuves_n > 0)
		ch.line = place_at(c->r->places, shown->preuves[0].span.start).line;
	c->emit(c->ctx, &ch);
}

static bool is_alert(const struct finding *f)
{
	return f->verdict == VERDICT_ANOMALIE;
}

static bool is_open(const struct finding *f)
{
	return f != NULL && (f->verdict == VERDICT_NON_VERIFIABLE || f->verdict == VERDICT_ERREUR);
}

/* The same alert: of one subject, in order. */
static void pair_alerts(const struct compare *c, struct side *b, struct side *a)
{
	for (size_t i = b->from; i < b->to; i++)
		for (size_t k = a->from; k < a->to && is_alert(b->at[i].f) && !b->at[i].paired; k++) {
			const struct finding *x = b->at[i].f, *y = a->at[k].f;

			if (!is_alert(y) || a->at[k].paired || !str_eq(x->sujet, y->sujet))
				continue;
			b->at[i].paired = a->at[k].paired = true;
			if (x->severity != y->severity)
				say(c, CHANGE_SEVERITY, x, y);
			else if (!str_eq(x->message, y->message))
				say(c, CHANGE_MESSAGE, x, y);
		}
}

/* What the rule says when it is no alert; NULL: it has alerts, or is not there. */
static const struct finding *quiet_of(const struct side *s)
{
	return s->from < s->to && !is_alert(s->at[s->from].f) ? s->at[s->from].f : NULL;
}

static void compare_group(const struct compare *c, struct side *b, struct side *a)
{
	const struct finding *x = quiet_of(b), *y = quiet_of(a);
	const bool alerts_before = b->from < b->to && x == NULL, alerts_after = a->from < a->to && y == NULL;

	pair_alerts(c, b, a);
	for (size_t i = b->from; alerts_before && i < b->to; i++)
		if (!b->at[i].paired)
			say(c, is_open(y) ? CHANGE_UNDECIDED : CHANGE_REMOVED, b->at[i].f, y);
	for (size_t i = a->from; alerts_after && i < a->to; i++)
		if (!a->at[i].paired)
			say(c, CHANGE_ADDED, x, a->at[i].f);
	if (alerts_before || alerts_after || (x != NULL && y != NULL && x->verdict == y->verdict))
		return;
	if (is_open(y) && !is_open(x))
		say(c, CHANGE_UNDECIDED, x, y);
	else if (is_open(x) && !is_open(y))
		say(c, CHANGE_DECIDED, x, y);
	else if (x != NULL && y != NULL)
		say(c, CHANGE_VERDICT, x, y);
}

void replay_diff(const struct reading *r, const struct finding *before, size_t before_n, const struct finding *after, size_t after_n,
		 replay_change_fn emit, void *ctx)
{
	const struct compare c = { r, emit, ctx };
	struct side b = side_of(before, before_n), a = side_of(after, after_n);

	for (const struct finding *head; (head = next_of(&b, &a)) != NULL;) {
		take_group(&b, head);
		take_group(&a, head);
		compare_group(&c, &b, &a);
	}
	free(b.at);
	free(a.at);
}
