/* SPDX-License-Identifier: EUPL-1.2 */
/* Faults at the n-th call that changes something on disk, for `make check-fault` (ROBUST §4): a library for LD_PRELOAD.
 *
 * Environment: FAULT_CONTROL, a file of sizeof(struct control) that the test maps too and arms while the program runs;
 * FAULT_PATH, a glob over absolute paths (calls on others are neither counted nor touched); FAULT_PROCESS, the first
 * argument of the process meant ("surveiller" unless given); FAULT_LOSE, a directory on the same file system: what is not synced is
 * followed, and undone by FAULT_UNSYNCED (unsynced.c); FAULT_CLOCK, a clock that is set (day.c).
 */
#ifndef FAULT_H
#define FAULT_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

enum fault_mode { FAULT_ERROR, FAULT_SHORT, FAULT_KILL, FAULT_TORN, FAULT_UNSYNCED };
struct control {
	int64_t countdown; /* 1: the next counted call; 0: none */
	int64_t calls;	   /* counted so far, never reset here */
	int32_t mode;
	int32_t err;	/* errno of FAULT_ERROR; an EINTR that is not `once` comes at every other call, as a kernel could */
	int32_t once;	/* 0: from then on, until the test disarms */
	int32_t fired;	/* faults given */
	uint32_t seed;	/* FAULT_UNSYNCED: 0 loses all that is not synced, else a part of it */
	char where[420]; /* the first fault: call and path */
};

/* unsynced.c: what a power cut would undo. Directories are maps from names to inodes; an entry is safe when its directory
 * was synced after it, bytes when their file was. More pessimistic than a journalling file system, which keeps more. */
bool unsynced_open(const char *graveyard);
void unsynced_wrote(int fd, int64_t offset, uint64_t n); /* before the write; offset -1: at the end */
void unsynced_cut(int fd, int64_t size);		 /* before ftruncate */
void unsynced_named(int dir, const char *name);		 /* before a name is made, moved or removed; ours to call for both names */
void unsynced_moved(void);				 /* the last two names belong together */
bool unsynced_unlink(int dir, const char *name);	 /* does it: the inode must be kept */
void unsynced_synced(int fd);				 /* after a sync that worked */
void unsynced_undo(uint32_t seed);
/* The ctime that undoing has changed, as it was before. */
void unsynced_ctime(struct stat *st);

#endif
