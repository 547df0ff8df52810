/* SPDX-License-Identifier: EUPL-1.2 */
/* Where long work stands: one line on standard error, only when that is a terminal, gone when the work is.
 *
 * There is one terminal, so there is one progress, and its state is the module's. The line is never in a pipe or a file; SIGINT
 * and its kin take it away, and close an open colour, before they kill.
 */
#ifndef SCRUTATEUR_PROGRESS_H
#define SCRUTATEUR_PROGRESS_H

#include "buf.h"

/* Many files begin. Does nothing for one file, or when standard error is no terminal, but guards the terminal's colours in any
 * case. Sizes are taken for the time left; a file that cannot be seen counts as small. */
void progress_begin(char **files, int n);
/* File `i` (from 0) is under way. */
void progress_file(int i);
/* Something is about to be printed on `fd`: take the line away if that is a terminal too. */
void progress_hide(int fd);
void progress_end(void);
/* In a forked child: it must not tidy the parent's terminal. */
void progress_forget(void);

/* For tests. The line: "12/269  4 %  name  reste 3 min", less than `width` columns, the name cut on its left. `name` is
 * printable. Nothing is said of the time left while `done` is 0 or a second has not passed. */
void progress_line(struct buf *out, unsigned width, int i, int n, struct str name, int64_t done, int64_t total, int64_t spent_ms);

#endif
