/* SPDX-License-Identifier: EUPL-1.2 */
/* Drop directory → spool. Events are a hint, the full scan is the truth (ROBUST §3.1). On a network share there are no events
 * (another machine writes): it is scanned every LIMIT_POLL_MS at least.
 *
 * A candidate is a name in the drop. It is taken when two looks `stabilite_ms` apart (monotonic) agree on device,
 * inode, size, mtime and ctime, and nobody who is known to write it has it open (writers.h); an empty file waits ten times longer. It is opened without following links, copied to
 * etat/tmp, hashed, checked against a second fstat, synced, published in etat/attente, handed to `taken` (which records
 * it in the ledger), and only then unlinked from the drop, if the name still is that inode, unchanged; those of a burst
 * together (group.h). A death between the last two leaves a file that is `known` when it is met again: it is only unlinked. What can never
 * be taken (directory, link, FIFO, socket, device, several names, too large) is handed to `refused` once per change,
 * and stays where it is.
 */
#ifndef SCRUTATEUR_INTAKE_H
#define SCRUTATEUR_INTAKE_H

#include "bounds.h"
#include "err.h"
#include "hash.h"

struct event_base;
struct intake;

/* A file that came with a document. */
struct taken_beside {
	const char *name; /* in the drop, bytes as they are */
	struct digest sha256;
	uint64_t bytes;
};
struct taken {
	const char *name;  /* in the drop, bytes as they are; of a sub-directory "folder/file" */
	const char *spool; /* name in etat/attente: ours, [0-9a-f-] */
	struct digest sha256;
	uint64_t bytes;
	int64_t received_us; /* wall clock */
	char origin[96];     /* device, inode, size and mtime of the drop file, as text */
	int64_t changed_ns;  /* its ctime */
	const struct taken_beside *sides, *annexes; /* in etat/attente (base/side.h), in etat/annexes as SPOOL.1, SPOOL.2 … */
	unsigned sides_n, annexes_n;
	bool leaving;	     /* a crash left it under the name by which files leave: name and ctime say nothing */
};
struct intake_calls {
	void *ctx;
	/* Was this very file recorded before, with all that comes with it, and only its removal is missing? `spool` and `received_us`
	 * are not yet set. False: it cannot be told now, tried again later. */
	bool (*known)(void *ctx, const struct taken *t, bool *ret_known);
	void (*turned)(void *ctx); /* or NULL: the loop goes on, nothing more is asked for now */
	/* Record all of them durably, or none. False: the drop files stay, the spool copies are removed, and they are tried
	 * again, one by one. */
	bool (*taken)(void *ctx, const struct taken *const *all, size_t n);
	/* `word` is a short reason (dossier, lien, fifo, peripherique, lien-dur, taille, illisible), `sentence` the
	 * French for people. */
	void (*refused)(void *ctx, const char *name, const char *word, const char *sentence);
	/* Operator news: overflow, watch lost, directory missing. */
	void (*note)(void *ctx, int priority, const char *sentence);
};
/* How long it waits for what stays in the drop. Milliseconds. */
struct intake_patience {
	int64_t folder_ms; /* a sub-directory without its marker, a quiet file that is still open: told about after that, then every tell_ms */
	int64_t pair_ms;   /* an act whose name says that a message comes with it waits so long for that; an annex for its act, twice as long */
	int64_t orphan_ms; /* a side file whose act is not there is told about after that */
	int64_t tell_ms;  /* a name that never settles or cannot be read: after that long, and then as often */
	int64_t retry_ms; /* what cannot be read is tried again after that, then each time after twice as long */
};
#define INTAKE_PATIENCE ((struct intake_patience){ .tell_ms = LIMIT_SILENCE_MS, .retry_ms = 5000, \
						     .folder_ms = LIMIT_FOLDER_PATIENCE_MS, .pair_ms = LIMIT_PAIR_MS, .orphan_ms = LIMIT_ORPHAN_MS })
struct intake_setup {
	const char *depot;
	int etat_fd; /* state directory; tmp/, attente/ and annexes/ are made under it */
	const char *marque; /* the file that ends a deposit made as a sub-directory; lives as long as the intake */
	int64_t balayage_s, stabilite_ms;
	uint64_t max_bytes;
	struct intake_patience patience;
	const struct intake *before; /* that this one is to replace, or NULL: of the same drop it shares the lock */
};

/* Start watching on `base`. The first scan happens when the loop runs. ERR_BUSY: another service takes from that drop; the lock (flock) is on the directory
 * itself and dies with its process. Where a share does not lock, that is said once, and nothing keeps two services apart. */
struct intake *intake_new(struct event_base *base, const struct intake_setup *s, const struct intake_calls *c,
			  struct err *e);
void intake_free(struct intake *in);
void intake_rescan(struct intake *in);
/* Its name, as it was in the drop, is that of an annex of an act of ACTES, and of no délibération. */
bool intake_names_annex(const char *name);
/* What the names of the act itself fit (a GLOB pattern), of a name that is that of an annex. */
void intake_act_of_annex(const char *annex, char ret_pattern[128]);
/* How many documents may be taken until it is called again (back-pressure, graceful stop): 0, as at first, is a pause. */
void intake_allow(struct intake *in, int64_t n);
struct intake_counts {
	uint64_t taken, refused, ignored, overflows, waiting;
	int64_t oldest_ms; /* how long the oldest of those waiting has been there */
	const char *blocked; /* why none of those waiting can be taken, or NULL; until the next call of the intake */
	const char *missing; /* why nothing can be read of the drop directory, or NULL; until the next call of the intake */
	const char *unmounted; /* the share or the disk it was on seems to be gone: that, for people; or NULL */
	bool kept; /* what is taken cannot be removed from it */
};
struct intake_counts intake_count(const struct intake *in);

#endif
