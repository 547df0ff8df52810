/* SPDX-License-Identifier: EUPL-1.2 */
/* The one gate for bytes that came from a document or a file name, on their way to a log, a terminal or a frame. */
#ifndef SCRUTATEUR_ESCAPE_H
#define SCRUTATEUR_ESCAPE_H

#include "arena.h"

/* One printable line: C0, DEL, C1, U+2028/2029, bidirectional and zero-width controls, U+FEFF and invalid UTF-8 become
 * visible escapes (\n, \x1b, \u202e, \xff); cut at `max` bytes with "…". */
struct str escape_line(struct arena *a, struct str s, size_t max);
/* Same, and \u00ab, \u00bb, \\ for « » and a backslash: for a name that is shown between « », so that it can neither end there nor pass for what it is not. */
struct str escape_name(struct arena *a, struct str s, size_t max);
/* Same as escape_line, but LF and TAB stay: for a passage of several lines on a terminal. */
struct str escape_block(struct arena *a, struct str s, size_t max);
/* Same as escape_line, of a C string in its own place of `size` bytes: without "…", cut before what has no room. */
void escape_in_place(char *s, size_t size);
/* How many bytes at the beginning are 0x20–0x7e. */
size_t ascii_head(struct str s);
/* True when escape_line would change nothing: what a frame may carry as readable text (ROBUST F-01). */
bool is_printable_line(struct str s);

#endif
