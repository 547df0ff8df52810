/* SPDX-License-Identifier: EUPL-1.2 */
/* One attempt at one document: a child of a host, the pipe it answers through, and what became of it. Private to the supervisor. */
#ifndef SCRUTATEUR_JOB_H
#define SCRUTATEUR_JOB_H

#include "answer.h"
#include "queue.h"

struct alarm;
struct hostproc;
struct supervisor;

struct job {
	struct job *next;
	struct supervisor *s;
	uint32_t number;
	struct hostproc *host;
	struct waiting *w;
	struct waiting *twins; /* the same content, held until this one is decided */
	struct answer answer;
	int pipe, pidfd; /* -1 when closed, not yet come */
	int text;	 /* memfd the child may write the text to */
	struct alarm *readable, *clock;
	int64_t end_ms; /* LIMIT_CHILD_TOTAL_MS after it began, or after a tool was last at work */
	int64_t last_ms; /* not even then later than this */
	bool in_slow_lane; /* it holds a place of the slow lane */
	bool started, exited, eof, late, host_gone, abandoned;
	bool was_alone; /* when its host went */
	int status; /* wait status */
	uint32_t rss_kib, cpu_ms;
};

#endif
