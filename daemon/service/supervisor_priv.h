/* SPDX-License-Identifier: EUPL-1.2 */
/* Inside of the supervisor: its state, and the parts it is written in. One loop, one thread; every part is called from
 * the loop.
 *
 *     arrivals.c     intake → ledger → queue
 *     admission.c    how much the intake may take
 *     jobs.c         queue → rule host → child → answer
 *     order.c        what the host is told of a job
 *     outcome.c      answer → decision, retry or blame
 *     decide.c       decision → ledger → archive or quarantine
 *     repeats.c      a content that was judged before
 *     generations.c  rule hosts: start, reload, death
 *     in_service.c   which rules judge: told, remembered, suspended
 *     facts.c        what the service says of itself
 *     status_*.c     how it is, for who asks
 */
#ifndef SCRUTATEUR_SUPERVISOR_PRIV_H
#define SCRUTATEUR_SUPERVISOR_PRIV_H

#include "admission.h"
#include "generations.h"
#include "job.h"
#include "loop.h"
#include "news.h"
#include "outbox.h"
#include "pulse.h"
#include "spool.h"
#include "service_tally.h"

enum { EXIT_ORDERLY = 0, EXIT_BUSY = 1, EXIT_CONF = 2, EXIT_STATE = 3 };
enum supervisor_state { STATE_STARTING, STATE_RUNNING, STATE_STOPPING };

struct supervisor {
	const char *conf_path, *program;
	struct settings *now, *next, *refused; /* next: being reloaded, not yet in force; refused: the last reload that failed, or NULL */
	enum supervisor_state state;
	int status;
	struct event_base *base;
	struct spool spool;
	struct ledger *ledger;
	struct intake *intake;
	struct outbox outbox;
	struct queue queue;
	struct hostproc *live, *loading, *draining;
	unsigned host_failures; /* in a row */
	char rules_said[65];	/* the set that was last told about */
	struct reloading files; /* what is loaded, and whether it still says the same */
	bool announced;		/* "demarrage" was said, "arret" must be */
	struct job *jobs;
	unsigned jobs_n, scans_n; /* all in flight; of those, in the slow lane */
	uint32_t job_number;
	int64_t blamed;	   /* the document that was alone in flight each time the service died, or 0 */
	int64_t backlog;   /* documents in attente */
	struct admission admission;
	bool ledger_fails; /* said once */
	struct alarm *dispatch, *retry_host, *give_up, *watchdog, *look;
	struct alarm *term, *intr, *hup, *usr1;
	int64_t watchdog_ms;
	int64_t since_us;
	struct tally tally;
	const char *sandbox; /* what confines, said once; NULL before */
	bool sandbox_lacking;
	struct http *supervision[2]; /* on the socket, on the loopback; NULL: not there */
	struct pulse pulse;
	bool standstill; /* said once */
};

/* facts.c: a line of news and a record, in one. `rule` may be NULL. */
void fact(struct supervisor *s, enum news level, enum event_kind ev, const char *word, const char *rule, const char *fmt, ...)
	__attribute__((format(printf, 6, 7)));
/* Said at the start and after each reload, for it may have changed the tools: tools that are missing, and what is confined. */
void facts_of_the_machine(struct supervisor *s);
/* A file name for people: escaped, cut. */
const char *shown(struct str name, char out[512]);

/* arrivals.c */
struct intake *arrivals_open(struct supervisor *s, const struct conf *c, struct err *e);

/* jobs.c */
void jobs_dispatch(struct supervisor *s);
bool jobs_hold(void *ctx, int64_t id); /* is that document in flight? */
void jobs_started(void *ctx, struct hostproc *h, uint32_t number, int pidfd);
void jobs_exited(void *ctx, struct hostproc *h, uint32_t number, int status, uint32_t rss_kib, uint32_t cpu_ms);
/* Its documents go back to the queue, but for those whose answer is whole. */
void jobs_host_gone(struct supervisor *s, struct hostproc *h);
/* Kill every child; their documents keep their attempts. */
void jobs_abandon(struct supervisor *s);

/* order.c: tell the host of job s->job_number + 1. The descriptors stay the caller's. */
bool order_send(struct supervisor *s, const struct waiting *w, int document, int pipe_end, int text, struct err *e);

/* outcome.c: the job has ended; its document goes where that leads. */
void outcome(struct job *j);
void outcome_give_back(struct supervisor *s, struct waiting *w, bool count_it);
/* Nothing can be decided for now: `w` (or NULL) stays first in the queue. */
void outcome_ledger_failed(struct supervisor *s, struct waiting *w, const struct err *e);
void outcome_ledger_works(struct supervisor *s);
void outcome_refuse(struct supervisor *s, struct waiting *w, const char *word, const char *sentence);
#define RETRY_MS 500

/* status_serve.c: listen as the configuration in force has it; at the start, after a reload, and not any more. What cannot be opened is told, and
 * no reason not to serve. `old` is what was in force, or NULL. status_look: a socket that somebody removed is made again; told once. */
void status_open(struct supervisor *s, const struct conf *old);
void status_look(struct supervisor *s);
void status_close(struct supervisor *s);

/* repeats.c: w->judged_with is set; if the very same content was judged the same way before, its repeat is decided here,
 * and *ret set. False: the ledger failed. */
bool repeats_known(struct supervisor *s, struct waiting *w, bool *ret, struct err *e);
/* The same content is being judged: `w` is held by that job, and comes back to the queue with its end. */
bool repeats_held(struct supervisor *s, struct waiting *w);

/* decide.c: true when the ledger has taken the decision; the file is then where it belongs. `text`: where the child wrote r->text bytes, kept beside
 * the document; not looked at when that is 0. */
bool decide_answer(struct supervisor *s, const struct waiting *w, const struct answer_result *r, const char *ruleset, const char *judged_with, int text,
		   struct err *e);
bool decide_judgement(struct supervisor *s, const struct waiting *w, const struct ledger_judgement *j, struct err *e);
bool decide_refusal(struct supervisor *s, const struct waiting *w, const char *word, const char *sentence, struct err *e);

#endif
