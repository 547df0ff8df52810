/* SPDX-License-Identifier: EUPL-1.2 */
/* Inside of the intake: its state, shared by the passes (intake.c), the looks (looking.c, folders.c, pairs.c), the groups (group.c) and the
 * watch (watch.c). */
#ifndef SCRUTATEUR_INTAKE_PRIV_H
#define SCRUTATEUR_INTAKE_PRIV_H

#include <dirent.h>
#include "candidates.h"
#include "intake.h"
#include "group.h"

struct event;
/* What was met of one kind, not yet told: told together, and again after tell_ms at the soonest. */
struct tally {
	uint64_t n;
	char name[256]; /* of one of them */
	int64_t told_ms;
};
struct intake {
	struct intake_setup setup;
	struct intake_calls calls;
	struct event_base *base;
	char *depot, *marque;
	struct candidates companions; /* ARActes in the drop, by their act; annexes, by their act and number */
	struct take_dirs dirs; /* depot is -1 while the drop directory is missing */
	int inotify;	       /* -1: polling */
	struct event *watch, *turn;
	struct candidates table, writers;
	struct group group;
	struct intake_counts counts;
	DIR *dir; /* the pass under way */
	uint64_t pass, ignored;
	struct tally stale, unseen;
	struct tally lost_tail; /* writes to files that have been taken: these have no name any more */
	struct {
		unsigned n; /* how often they have changed: of what could not be removed, it is tried again */
		mode_t mode;
		uid_t uid;
		gid_t gid;
		bool writable;
	} rights; /* of the service on the drop, as this pass found them */
	int64_t oldest_ms; /* first_ms of the one that waits longest */
	int64_t pass_began_ms, pass_cost_ms;
	int64_t next_scan_ms, due_ms; /* next full pass; first candidate that may be taken */
	bool hint;
	int64_t hint_ms;
	int64_t allowed; /* so many may still be taken */
	bool depot_dirty, kept_told;
	bool blocked, missing, mounted, polling_told, unlocked_told;
	const char *unmounted; /* as in struct intake_counts */
	const char *share; /* the kind of network file system the drop is on, or NULL */
	int64_t blocked_ms; /* nothing is tried before */
	char blocked_why[512], missing_why[512];
};
/* Something happened in the drop: a pass soon. */
void intake_hint(struct intake *in);
/* Look at one name of the drop. */
void intake_look(struct intake *in, const char *name, int64_t now);
/* What became of a candidate that was to be taken. */
void intake_ended(struct intake *in, struct candidate *c, enum take_end how, const struct err *e);
/* It is as the last look saw it, and has been for long enough. */
bool intake_settled(struct intake *in, struct candidate *c, const struct look *l, int64_t now);
/* It waits until `at` at the latest; told about `after` milliseconds since it came, and then every tell_ms. */
void intake_wait(struct intake *in, struct candidate *c, int64_t at, int64_t now, int64_t after, const char *why);
void intake_refuse(struct intake *in, struct candidate *c, const char *word, const char *sentence);

/* folders.c: look at a sub-directory, and take it when its marker is there. */
void folders_look(struct intake *in, struct candidate *c, const struct look *own, int64_t now);

/* pairs.c: acts and the files that lie beside them in the drop, by their names. */
struct pair {
	struct candidate *with[LIMIT_FOLDER_FILES - 1]; /* side files, then annexes; these can be taken */
	unsigned n, sides_n, there;			/* there: all that are in the drop */
};
/* What goes with the settled act `c`. False: it waits for a side file or an annex. */
bool pairs_of(struct intake *in, struct candidate *c, int64_t now, struct pair *ret);
/* A name that is there: of an ARActe or an annex, for the act that looks for it. */
void pairs_meet(struct intake *in, const char *name);
/* Is `c` a side file? Then it is none to be taken by itself. An annex is taken by itself when its act has not come in a while. */
bool pairs_wait(struct intake *in, struct candidate *c, int64_t now);
/* Say what the pass that ends has met and left, when it is time to. */
void intake_tell_tallies(struct intake *in);
/* There is something of that kind, and it is to be told now; what is not told now is forgotten. */
bool intake_tally_due(const struct intake *in, struct tally *t);

/* Open the drop directory and watch it. Fails only when it cannot be opened. */
bool watch_open(struct intake *in, struct err *e);
/* The path may lead elsewhere by now: reopen and watch again. False while there is no directory. */
bool watch_follow(struct intake *in);
/* It cannot be read: said once, tried again soon; and it can again. */
void watch_lost(struct intake *in, const struct err *e);
void watch_found(struct intake *in);
/* Milliseconds between two full passes. */
int64_t watch_period_ms(const struct intake *in);
void watch_close(struct intake *in);
/* Read the events that are there. */
void watch_read(struct intake *in);

#endif
