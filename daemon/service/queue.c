/* SPDX-License-Identifier: EUPL-1.2 */
/* A list with a slow tail in the ledger. Documents given back (host died, rule cut short) stand in the list and never
 * in two places: the ledger is only asked for numbers above the last one it gave.
 */
#include "queue.h"

#include <stdlib.h>
#include <string.h>

#define SLICE 256

void queue_init(struct queue *q)
{
	*q = (struct queue){ .more = true };
	q->end = &q->first;
}

void waiting_free(struct waiting *w)
{
	free((char *)(uintptr_t)w->doc.nom);
	for (unsigned i = 0; i < w->skip_n; i++)
		free(w->skip[i]);
	free(w);
}

void queue_done(struct queue *q)
{
	for (struct waiting *w = q->first, *next; w != NULL; w = next) {
		next = w->next;
		waiting_free(w);
	}
	queue_init(q);
}

void queue_more(struct queue *q)
{
	q->more = true;
}

void queue_push_back(struct queue *q, struct waiting *w)
{
	w->next = NULL;
	*q->end = w;
	q->end = &w->next;
	q->n++;
}

void queue_push_front(struct queue *q, struct waiting *w)
{
	w->next = q->first;
	if (q->first == NULL)
		q->end = &w->next;
	q->first = w;
	q->n++;
}

static void add(void *ctx, const struct ledger_document *d)
{
	struct queue *q = ctx;
	struct waiting *w = calloc(1, sizeof *w);

	if (w == NULL)
		abort();
	w->doc = *d;
	w->doc.nom = strdup(d->nom);
	if (w->doc.nom == NULL)
		abort();
	q->last_id = d->id;
	queue_push_back(q, w);
}

struct waiting *queue_pop(struct queue *q, struct ledger *l, struct err *e)
{
	struct waiting *w;

	*e = (struct err){ 0 };
	/* While the last one may be a document given back again and again: the others must come before its next turn.
	 */
	if (q->n < 2 && q->more) {
		const size_t before = q->n;
		if (!ledger_waiting(l, q->last_id, SLICE, add, q, e))
			return NULL;
		q->more = q->n > before;
	}
	w = q->first;
	if (w == NULL)
		return NULL;
	q->first = w->next;
	if (q->first == NULL)
		q->end = &q->first;
	w->next = NULL;
	q->n--;
	return w;
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
	if (w->skip_n == WAITING_SKIPS || waiting_skips(w, rule))
		return false;
	w->skip[w->skip_n] = strdup(rule);
	if (w->skip[w->skip_n] == NULL)
		abort();
	w->skip_n++;
	return true;
}
