/* SPDX-License-Identifier: EUPL-1.2 */
/* A rule host as the supervisor sees it: a process behind a socket that is believed only as far as its frames are in
 * order.
 *
 *     LOADING ─ready→ LIVE ─drain→ DRAINING ─no job left→ gone        any state ─closes, lies, hangs→ `gone` is called
 */
#ifndef SCRUTATEUR_HOSTPROC_H
#define SCRUTATEUR_HOSTPROC_H

#include <sys/types.h>
#include "bounds.h"
#include "finding.h"
#include "message.h"
#include "ruleset.h"

struct alarm;
struct event_base;
struct hostproc;

enum host_state { HOST_LOADING, HOST_LIVE, HOST_DRAINING };
struct host_rule {
	char *id, *version, *file, *sentence, *sha256, *titre; /* sha256 "" when refused */
	uint32_t state, line, essais, reussis, gravite;
	bool off;            /* disabled by the house */
	int64_t since_us;    /* this text is in service since, by the ledger; 0 = not known */
	uint32_t number;     /* index + 1 among the judging rules, 0 = refused */
	unsigned strikes;    /* documents on which it hit its limits */
	bool suspended;
};
struct host_reference {      /* of those of ruleset.h, one that is not as it should be */
	char *word, *why;
	bool former;         /* a former version serves; else the one that serves could not be kept */
};
struct host_calls {
	void *ctx;
	void (*ready)(void *ctx, struct hostproc *h);
	/* It is no more: `why` says how. The memory goes when the call returns. */
	void (*gone)(void *ctx, struct hostproc *h, const char *why);
	/* pidfd belongs to the callee. */
	void (*started)(void *ctx, struct hostproc *h, uint32_t job, int pidfd);
	void (*exited)(void *ctx, struct hostproc *h, uint32_t job, int status, uint32_t rss_kib, uint32_t cpu_ms, uint32_t step);
};
struct hostproc {
	enum host_state state;
	pid_t pid;
	int socket;
	struct alarm *readable, *slow;
	struct host_calls calls;
	struct message in;
	char sha256[65];
	uint32_t live, kept, refused, essais, off;
	struct exemption *exemptions; /* texts of their own */
	unsigned exemptions_n;
	struct host_rule rules[LIMIT_RULES];
	unsigned rules_n;
	struct host_reference references[REFERENCES];
	unsigned references_n;
	unsigned jobs;	       /* in flight, counted by the supervisor */
	int64_t moved_ms;      /* a job of its began or ended, or the first was told; set by the supervisor */
	char failure[512];     /* what FAILED said */
	bool killed;	       /* in `gone`: by a signal, ours or another, and without having said FAILED */
	struct hostproc *next; /* list of the supervisor */
};

/* Start `program hote --config conf`. `alone`: nothing else is in service, so that a reference that does not load may be its former version. */
struct hostproc *hostproc_start(struct event_base *base, const char *program, const char *conf,
				bool alone, const struct host_calls *c, struct err *e);
bool hostproc_send(struct hostproc *h, const struct frame *job, const int *fds, unsigned fds_n, struct err *e);
/* No more jobs: it ends when the last has. */
void hostproc_drain(struct hostproc *h);
/* Kill, reap and free, without a call. NULL is accepted. */
void hostproc_kill(struct hostproc *h);
/* It cannot be trusted any more: kill it and call `gone`. */
void hostproc_condemn(struct hostproc *h, const char *why);
/* The rule that a child named in its sign of life, or NULL. */
struct host_rule *hostproc_rule(struct hostproc *h, uint32_t number);

#endif
