/* SPDX-License-Identifier: EUPL-1.2 */
/* Inside of the intake: its state, shared by the passes (intake.c) and the watch (watch.c). */
#ifndef SCRUTATEUR_INTAKE_PRIV_H
#define SCRUTATEUR_INTAKE_PRIV_H

#include <dirent.h>
#include "candidates.h"
#include "intake.h"
#include "take.h"

struct event;
struct intake {
	struct intake_setup setup;
	struct intake_calls calls;
	struct event_base *base;
	char *depot;
	struct take_dirs dirs; /* depot is -1 while the drop directory is missing */
	int inotify;	       /* -1: polling */
	struct event *watch, *turn;
	struct candidates table;
	struct intake_counts counts;
	DIR *dir; /* the pass under way */
	uint64_t pass, ignored;
	int64_t pass_began_ms, pass_cost_ms;
	int64_t next_scan_ms, due_ms; /* next full pass; first candidate that may be taken */
	bool hint;
	int64_t hint_ms;
	bool paused, depot_dirty, kept_told;
	bool blocked, missing, polling_told;
	int64_t blocked_ms; /* nothing is tried before */
};

/* Set the timer for what comes next. */
void intake_plan(struct intake *in);
/* Something happened in the drop: a pass soon. */
void intake_hint(struct intake *in);
/* Look at one name of the drop. */
void intake_look(struct intake *in, const char *name, int64_t now);

/* Open the drop directory and watch it. Fails only when it cannot be opened. */
bool watch_open(struct intake *in, struct err *e);
/* The path may lead elsewhere by now: reopen and watch again. False while there is no directory. */
bool watch_follow(struct intake *in);
void watch_close(struct intake *in);

#endif
