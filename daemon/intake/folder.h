/* SPDX-License-Identifier: EUPL-1.2 */
/* A sub-directory of the drop: one deposit, whole when the end marker is in it (ROBUST I-13; Pastell's depot in directory mode). Private to
 * the intake.
 */
#ifndef SCRUTATEUR_FOLDER_H
#define SCRUTATEUR_FOLDER_H

#include "take.h"

struct folder_entry {
	char name[256];
	struct look look;
	enum piece_role role; /* by folder_arrange */
};
struct folder {
	int fd;
	unsigned n, ignored;
	bool marked, transfer; /* the marker is there; a file is still being sent */
	bool full;	       /* it holds more than LIMIT_FOLDER_FILES files */
	int64_t changed_ns, newest_ns; /* when a name last came or went; when the marker or an ignored name last changed */
	struct look look;      /* of the whole: changes when any of it does */
	struct folder_entry at[LIMIT_FOLDER_FILES];
};
/* Look at all of it. False with *e: it cannot be read. folder_close in either case. */
bool folder_read(int depot, const char *name, const char *mark, const struct look *own, struct folder *ret, struct err *e);
void folder_close(struct folder *f);
/* Of one that holds no file but its marker: did something leave it after the marker came? Else there never was anything. */
bool folder_was_emptied(const struct folder *f);
/* All that was in it has left: remove the marker and the folder. DONE (also when something new is in it), KEPT. */
enum take_end folder_leave(int depot, const char *name, int fd, const char *mark, struct err *e);
/* Which of its files is the act, in *ret_act, which are read with it, which are only kept. False: it cannot be told or taken, and why, in
 * French. */
bool folder_arrange(struct folder *f, uint64_t max_bytes, unsigned *ret_act, char why[600]);

#endif
