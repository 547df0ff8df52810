/* SPDX-License-Identifier: EUPL-1.2 */
/* Documents waiting to be judged, oldest first, read from the ledger a slice at a time: the ledger is the queue, this
 * is its head. */
#ifndef SCRUTATEUR_QUEUE_H
#define SCRUTATEUR_QUEUE_H

#include "bounds.h"
#include "hash.h"
#include "ledger.h"

struct waiting {
	struct waiting *next;
	struct ledger_document doc; /* doc.nom is ours */
	char *skip[LIMIT_SKIPS];  /* ids of rules that did not come to an end on it */
	unsigned skip_n;
	char judged_with[DIGEST_HEX]; /* SHA-256 of all that decides beside the bytes, when the last attempt began */
	unsigned host_deaths; /* hosts that died while they held it and nothing else, or no other suspect */
	char *interrupted;    /* id of the rule during which a child was killed from outside, or NULL */
	bool scan;	      /* a child found it to be a scan: for the slow lane */
	bool still_counted;   /* the last attempt is nobody's fault, and the ledger could not take it back yet */
	bool suspect;	      /* in flight when the service, or its host, died: a text is judged alone, a scan beside texts that are none */
};
struct waiting_list {
	struct waiting *first, **end;
};
struct queue {
	struct waiting_list fresh, again; /* never tried by this process; given back */
	struct waiting_list scans;	  /* for the slow lane, oldest first */
	unsigned passed;		  /* fresh ones given since one of `again` was */
	int64_t last_id;
	bool more; /* the ledger may hold others after last_id */
	struct ledger_flight suspects;
};
void queue_init(struct queue *q);
void queue_done(struct queue *q);
/* A document came into the ledger. */
void queue_more(struct queue *q);
/* Documents that a command has put back have old numbers: those that wait in the ledger and are neither in the queue nor held by others
 * (`held`) come into it. Returns how many, or -1 with *e. */
int64_t queue_look_back(struct queue *q, struct ledger *l, bool (*held)(void *ctx, int64_t id), void *ctx, struct err *e);
/* NULL: nothing waits, or *e is set (code not ERR_NONE) because the ledger failed. */
struct waiting *queue_pop(struct queue *q, struct ledger *l, struct err *e);
/* NULL: no scan waits. */
struct waiting *queue_pop_scan(struct queue *q);
const struct waiting *queue_next_scan(const struct queue *q);
size_t queue_scans(const struct queue *q);
/* Among those read from the ledger is a suspect that is for the lane of texts. */
bool queue_holds_suspect_text(const struct queue *q);
/* Scans go back among scans, whichever way. */
void queue_push_front(struct queue *q, struct waiting *w);
/* Given back: what was never tried comes before it, up to LIMIT_RETRY_AFTER documents. */
void queue_push_back(struct queue *q, struct waiting *w);
void waiting_free(struct waiting *w);
bool waiting_skips(const struct waiting *w, const char *rule);
/* False: it skips that rule already, or there are too many. */
bool waiting_skip(struct waiting *w, const char *rule);

#endif
