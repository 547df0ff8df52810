/* SPDX-License-Identifier: EUPL-1.2 */
/* One document, judged: decode → normalise → read → rules → frames. The same function serves the daemon's document
 * child and, in a forked child of the command line, `verifier` and `expliquer`.
 */
#ifndef SCRUTATEUR_CHILD_H
#define SCRUTATEUR_CHILD_H

#include "record.h"
#include "ruleset.h"

struct child_job {
	int fd;		 /* the document, open for reading at 0 */
	int out;	 /* frames go here */
	struct str path; /* shown in records */
	size_t max_bytes, max_text;
	const bool *skip;      /* per rule, or NULL: gives ERREUR "délai dépassé" without running it */
	const bool *suspended; /* per rule, or NULL: gives ERREUR "suspendue" without running it */
};
/* Runs to the end and leaves the process with _exit: 0 when FRAME_END was written, CHILD_UNSEALED when it could not
 * give up its rights. Call it in a forked child. `seal` closes every other descriptor and seals the process first. */
#define CHILD_UNSEALED 4
_Noreturn void child_run(struct ruleset *rs, const struct child_job *job, bool seal);
/* How such a process ended without a whole answer, for people, from its wait status. Returns `out`. */
#define CHILD_END_TEXT 128
const char *child_end_text(int status, char out[CHILD_END_TEXT]);

#endif
