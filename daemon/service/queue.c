/* SPDX-License-Identifier: EUPL-1.2 */
/* Three lists, one with a slow tail in the ledger. Documents given back (host died, child killed, rule cut short) stand in
 * a list and never in two places: the ledger is only asked for numbers above the last one it gave. They come after
 * those never tried, or a few files that run to their limits would hold all others; but not after all that ever come.
 */
#include "queue.h"

#include <stdlib.h>
#include <string.h>

#define SLICE 256

void queue_init(struct queue *q)
{
	*q = (struct queue){ .more = true };
	q->fresh.end = &q->fresh.first;
	q->again.end = &q->again.first;
	q->scans.end = &q->scans.first;
}

void waiting_free(struct waiting *w)
{
	free((char *)(uintptr_t)w->doc.nom);
	for (unsigned i = 0; i < w->skip_n; i++)
		free(w->skip[i]);
	free(w->interrupted);
	free(w);
}

static struct waiting *take_first(struct waiting_list *l)
{
	struct waiting *w = l->first;

	if (w == NULL)
		return NULL;
	l->first = w->next;
	if (l->first == NULL)
		l->end = &l->first;
	w->next = NULL;
	return w;
}

static void add_last(struct waiting_list *l, struct waiting *w)
{
	w->next = NULL;
	*l->end = w;
	l->end = &w->next;
}

static void free_list(struct waiting_list *l)
{
	struct waiting *w;

	while ((w = take_first(l)) != NULL)
		waiting_free(w);
}

void queue_done(struct queue *q)
{
	free_list(&q->fresh);
	free_list(&q->again);
	free_list(&q->scans);
	queue_init(q);
}

void queue_more(struct queue *q)
{
	q->more = true;
}

void queue_push_back(struct queue *q, struct waiting *w)
{
	add_last(w->scan ? &q->scans : &q->again, w);
}

void queue_push_front(struct queue *q, struct waiting *w)
{
	struct waiting_list *l = w->scan ? &q->scans : &q->fresh;

	w->next = l->first;
	if (l->first == NULL)
		l->end = &w->next;
	l->first = w;
}

struct waiting *queue_pop_scan(struct queue *q)
{
	return take_first(&q->scans);
}

const struct waiting *queue_next_scan(const struct queue *q)
{
	return q->scans.first;
}

size_t queue_scans(const struct queue *q)
{
	size_t n = 0;

	for (const struct waiting *w = q->scans.first; w != NULL; w = w->next)
		n++;
	return n;
}

static bool has_suspect(const struct waiting_list *l)
{
	for (const struct waiting *w = l->first; w != NULL; w = w->next)
		if (w->suspect)
			return true;
	return false;
}

bool queue_holds_suspect_text(const struct queue *q)
{
	return has_suspect(&q->fresh) || has_suspect(&q->again);
}

static struct waiting *waiting_new(const struct queue *q, const struct ledger_document *d)
{
	struct waiting *w = calloc(1, sizeof *w);

	if (w == NULL)
		abort();
	w->doc = *d;
	w->doc.nom = strdup(d->nom);
	if (w->doc.nom == NULL)
		abort();
	for (unsigned i = 0; i < q->suspects.n; i++)
		w->suspect |= q->suspects.ids[i] == d->id;
	return w;
}

static void add(void *ctx, const struct ledger_document *d)
{
	struct queue *q = ctx;

	q->last_id = d->id;
	add_last(&q->fresh, waiting_new(q, d));
}

struct look_back {
	struct queue *q;
	bool (*held)(void *ctx, int64_t id);
	void *ctx;
	struct waiting_list found;
	int64_t after, n;
};

static bool is_listed(const struct waiting_list *l, int64_t id)
{
	for (const struct waiting *w = l->first; w != NULL; w = w->next)
		if (w->doc.id == id)
			return true;
	return false;
}

static void find(void *ctx, const struct ledger_document *d)
{
	struct look_back *b = ctx;
	const struct queue *q = b->q;

	b->after = d->id;
	if (d->id > q->last_id) { /* it will come by itself; it is news only where all had come */
		b->n += !q->more;
		return;
	}
	if (is_listed(&q->fresh, d->id) || is_listed(&q->again, d->id) || is_listed(&q->scans, d->id) ||
	    b->held(b->ctx, d->id))
		return;
	add_last(&b->found, waiting_new(q, d));
	b->n++;
}

int64_t queue_look_back(struct queue *q, struct ledger *l, bool (*held)(void *ctx, int64_t id), void *ctx, struct err *e)
{
	struct look_back b = { .q = q, .held = held, .ctx = ctx };
	struct waiting *w;
	int64_t before;
	bool ok;

	b.found.end = &b.found.first;
	do {
		before = b.after;
		ok = ledger_waiting(l, b.after, SLICE, find, &b, e);
	} while (ok && b.after > before);
	while ((w = take_first(&b.found)) != NULL)
		add_last(&q->again, w);
	q->more = true;
	return ok ? b.n : -1;
}

struct waiting *queue_pop(struct queue *q, struct ledger *l, struct err *e)
{
	*e = (struct err){ 0 };
	if (q->fresh.first == NULL && q->more) {
		if (!ledger_waiting(l, q->last_id, SLICE, add, q, e))
			return NULL;
		q->more = q->fresh.first != NULL;
	}
	if (q->fresh.first != NULL && (q->again.first == NULL || q->passed < LIMIT_RETRY_AFTER)) {
		q->passed += q->again.first != NULL;
		return take_first(&q->fresh);
	}
	q->passed = 0;
	return take_first(&q->again);
}

bool waiting_skips(const struct waiting *w, const char *rule)
{
	for (unsigned i = 0; i < w->skip_n; i++)
		if (strcmp(w->skip[i], rule) == 0)
			return true;
	return false;
}

bool waiting_skip(struct waiting *w, const char *rule)
{
	if (w->skip_n == LIMIT_SKIPS || waiting_skips(w, rule))
		return false;
	w->skip[w->skip_n] = strdup(rule);
	if (w->skip[w->skip_n] == NULL)
		abort();
	w->skip_n++;
	return true;
}
