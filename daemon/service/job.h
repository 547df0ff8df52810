/* SPDX-License-Identifier: EUPL-1.2 */
/* One attempt at one document: a child of a host, the pipe it answers through, and what became of it; and the way of a document through the
 * supervisor. Private to it. */
#ifndef SCRUTATEUR_JOB_H
#define SCRUTATEUR_JOB_H

#include "answer.h"
#include "queue.h"

struct alarm;
struct hostproc;
struct supervisor;

enum job_state {
	JOB_CHOSEN,  /* its attempt is not yet counted */
	JOB_COUNTED, /* durably; it waits for a place */
	JOB_RUNNING, /* the host was told; its child runs, or waits for one of the host's places */
	JOB_ENDED,   /* and is not settled */
};
struct job {
	struct job *next;
	struct supervisor *s;
	enum job_state state;
	uint32_t number; /* from when it runs, as all below but the document */
	struct hostproc *host;
	struct waiting *w;
	struct waiting *twins; /* the same content, held until this one is decided */
	struct answer answer;
	int document;	 /* until it runs */
	int pipe, pidfd; /* -1 when closed, not yet come */
	int text;	 /* memfd the child may write the text to */
	struct alarm *readable, *clock;
	int64_t end_ms; /* LIMIT_CHILD_TOTAL_MS after it began, or after a tool was last at work */
	int64_t last_ms; /* not even then later than this */
	bool in_slow_lane; /* it takes a place of the slow lane */
	bool started, exited, eof, late, host_gone, abandoned;
	bool listened; /* it took longer than most */
	bool was_alone; /* when its host went, or the only suspect */
	int status; /* wait status */
	uint32_t rss_kib, cpu_ms;
};

/* dispatch.c: begin what there is room for. */
void jobs_dispatch(struct supervisor *s);
/* What has no child yet goes back to the queue, its attempt not counted: the rules change, or no more is begun. */
void jobs_take_back(struct supervisor *s);

/* jobs.c: one more, not counted yet; `document` is its. Its twins go back to the queue when it is freed, w does not. */
struct job *job_new(struct supervisor *s, struct waiting *w, int document);
/* The live host was told of it; pipe_end and text are its. */
void job_begin(struct job *j, int pipe_end, int text);
void job_free(struct job *j);
unsigned jobs_count(const struct supervisor *s, enum job_state state, bool scans);
/* Decide all that have ended, together, and let them go. */
void jobs_settle(void *ctx);
/* Is that document in flight? */
bool jobs_hold(void *ctx, int64_t id);
void jobs_started(void *ctx, struct hostproc *h, uint32_t number, int pidfd);
void jobs_exited(void *ctx, struct hostproc *h, uint32_t number, int status, uint32_t rss_kib, uint32_t cpu_ms, uint32_t step);
/* Its documents go back to the queue, but for those whose answer is whole. */
void jobs_host_gone(struct supervisor *s, struct hostproc *h);
/* Kill every child; their documents keep their attempts. */
void jobs_abandon(struct supervisor *s);

/* order.c: tell the host of job s->job_number + 1. The descriptors stay the caller's. */
bool order_send(struct supervisor *s, const struct waiting *w, int document, int pipe_end, int text, struct err *e);

/* outcome.c: jobs have ended; each document goes where that leads. */
void outcome_all(struct supervisor *s);
/* An attempt does not count. False: the ledger does not take it; that is done before the next one is counted. */
bool outcome_uncount(struct supervisor *s, struct waiting *w, struct err *e);
void outcome_give_back(struct supervisor *s, struct waiting *w, bool count_it);
/* Nothing can be decided for now: `w` (or NULL) stays first in the queue. */
void outcome_ledger_failed(struct supervisor *s, struct waiting *w, const struct err *e);
void outcome_ledger_works(struct supervisor *s);
void outcome_refuse(struct supervisor *s, struct waiting *w, const char *word, const char *sentence);
#define RETRY_MS 500

/* decide.c: an answer is made ready (its note, or its text, is where it belongs), then decided with others. `text`: where the child wrote r->text
 * bytes, kept beside the document; not looked at when that is 0. */
struct decision {
	const struct waiting *w;
	const struct answer_result *r; /* NULL: a repeat */
	struct ledger_judgement j;
	bool taken;	/* the ledger has taken it; the file is then where it belongs */
	struct err why; /* or not */
};
bool decide_prepare(struct supervisor *s, struct decision *d, int text);
/* In one transaction, or each in its own where that fails; at most LIMIT_IN_FLIGHT_MAX. */
void decide_all(struct supervisor *s, struct decision *const *all, size_t n);
bool decide_judgement(struct supervisor *s, const struct waiting *w, const struct ledger_judgement *j, struct err *e);
bool decide_refusal(struct supervisor *s, const struct waiting *w, const char *word, const char *sentence, struct err *e);

#endif
