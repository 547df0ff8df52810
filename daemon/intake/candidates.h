/* SPDX-License-Identifier: EUPL-1.2 */
/* The names in the drop that have been looked at, and what was seen: a table by name. Private to the intake.
 *
 * A name is removed when a whole pass over the directory did not meet it, so the table never outgrows the directory.
 */
#ifndef SCRUTATEUR_CANDIDATES_H
#define SCRUTATEUR_CANDIDATES_H

#include <sys/stat.h>
#include "bounds.h"
#include "str.h"

/* What must not change between two looks. For anything that is not a regular file only device, inode and type count: a
 * directory in which somebody works would otherwise be refused again and again. */
struct look {
	dev_t dev;
	ino_t ino;
	mode_t mode;
	nlink_t nlink;
	off_t size;
	int64_t mtime_ns, ctime_ns;
};
struct look look_of(const struct stat *st);
bool look_same(const struct look *a, const struct look *b);

enum candidate_state {
	CANDIDATE_SETTLING,
	CANDIDATE_REFUSED, /* said once, until it changes */
	CANDIDATE_TAKING,  /* copied, in the group */
	CANDIDATE_KEPT,	   /* taken, but its name cannot be removed: not again until it changes, or the rights on the drop do */
};
struct candidate {
	struct candidate *next;
	struct look look;
	int64_t since_ms;      /* first time seen like this, monotonic */
	int64_t first_ms;      /* first time seen at all */
	int64_t told_ms;       /* last told about its waiting */
	int64_t not_before_ms; /* back-off after a failure to read it */
	unsigned failures;     /* in a row, of reading it */
	unsigned kept_rights;  /* those of the drop (intake_priv.h) when it was KEPT */
	uint64_t pass;	       /* last pass that met it */
	enum candidate_state state;
	bool written; /* in the table of writers (writers.h): since it was made */
	char rest[16]; /* what the name of an ARActe or an annex has beside its act, in the table of these (pairs.c) */
	char name[];
};

struct candidates {
	struct candidate **buckets;
	size_t buckets_n, n;
};
void candidates_init(struct candidates *t);
void candidates_done(struct candidates *t);
/* The candidate of that name, made (zeroed, *ret_new) when missing. NULL when the table is at LIMIT_CANDIDATES: the name
 * waits for room. */
struct candidate *candidates_at(struct candidates *t, const char *name, bool *ret_new);
/* The candidate of that name, or NULL. */
struct candidate *candidates_find(const struct candidates *t, const char *name);
void candidates_drop(struct candidates *t, const char *name);
/* Forget those not met by pass `pass` or a later one; returns how many settle among the others, and since when the oldest of these is there
 * (its first_ms; INT64_MAX: there is none). */
size_t candidates_sweep(struct candidates *t, uint64_t pass, int64_t *ret_oldest_ms);

#endif
