/* SPDX-License-Identifier: EUPL-1.2 */
/* One document, judged: extract → seal → decode → normalise → read → rules → frames. The same function serves the daemon's document
 * child and, in a forked child of the command line, `verifier` and `expliquer`.
 */
#ifndef SCRUTATEUR_CHILD_H
#define SCRUTATEUR_CHILD_H

#include "conf.h"
#include "document.h"
#include "record.h"
#include "ruleset.h"

struct child_job {
	int fd;		 /* the document, open for reading at 0 */
	int out;	 /* frames go here */
	int text;	 /* an empty file or memfd for the text when it is not the document itself; -1: not wanted */
	struct str path; /* shown in records */
	struct document_side sides[LIMIT_SIDE_FILES]; /* read behind the seal */
	size_t sides_n;
	const struct conf *conf; /* limits and tools */
	bool recognise;	 /* a scan is recognised now; otherwise FRAME_SCAN is the answer */
	bool brief;	 /* what is conforme or sans_objet comes without its passages */
	/* Memory shared with whoever learns of the end: rule index + 1 under way, 0 = none; then signs of life need not name each rule, and
	 * come every CHILD_SIGN_MS at most. NULL: there is none, and each rule is named. */
	volatile uint32_t *step;
	const bool *skip;      /* per rule, or NULL: gives ERREUR "délai dépassé" without running it */
	const bool *suspended; /* per rule, or NULL: gives ERREUR "suspendue" without running it */
};
/* Runs to the end and leaves the process with _exit: 0 when FRAME_END was written, CHILD_UNSEALED when it could not
 * give up its rights, CHILD_NO_TOOL when an extraction tool could not be started. Call it in a forked child. `sealed` closes every
 * other descriptor and seals the process before anything but first bytes is looked at. */
#define CHILD_SIGN_MS 20
#define CHILD_UNSEALED 4
#define CHILD_NO_TOOL 5
_Noreturn void child_run(struct ruleset *rs, const struct child_job *job, bool sealed);
/* How such a process ended without a whole answer, for people, from its wait status. Returns `out`. */
#define CHILD_END_TEXT 128
const char *child_end_text(int status, char out[CHILD_END_TEXT]);

#endif
