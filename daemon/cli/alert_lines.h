/* SPDX-License-Identifier: EUPL-1.2 */
/* A file of alerts, line by line: one of years does not fit the memory. */
#ifndef SCRUTATEUR_ALERT_LINES_H
#define SCRUTATEUR_ALERT_LINES_H

#include "err.h"

/* A line without its LF, its number from 1; false stops the walk. One that is longer than any record comes in parts, which are none, and
 * a hole of the file is passed over as such a part. */
typedef bool (*alert_line_fn)(void *ctx, struct str line, int64_t number);
/* "-" is standard input. *ret_torn: the last line has no end, and is not handed over. False: it cannot be read. */
bool alert_lines(const char *path, alert_line_fn fn, void *ctx, bool *ret_torn, struct err *e);

#endif
