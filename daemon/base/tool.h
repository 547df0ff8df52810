/* SPDX-License-Identifier: EUPL-1.2 */
/* Running one tool on one document: a confined child in its own process group, the document on its standard input, its
 * output through a pipe, four ceilings (bytes, CPU, address space, wall clock). When this returns nothing of it runs.
 */
#ifndef SCRUTATEUR_TOOL_H
#define SCRUTATEUR_TOOL_H

#include "buf.h"
#include "err.h"

#define TOOL_SAID 200

struct tool_job {
	const char *const *argv;  /* NULL-terminated; argv[0] a name looked for in tool_find's places, or a path */
	const char *const *env;   /* "NAME=VALUE"…, NULL-terminated, beside LC_ALL=C.UTF-8; or NULL */
	int input;                /* a regular file or memfd; read from its start */
	const char *readable;     /* one more directory it may read, or NULL */
	size_t memory;            /* address space, bytes */
	unsigned cpu_s;
	int64_t wall_ms;
	void (*alive)(void *ctx); /* called about every TOOL_ALIVE_MS while it works; or NULL */
	void *ctx;
};
#define TOOL_ALIVE_MS 500

enum tool_end {
	TOOL_DONE,     /* exit status 0 */
	TOOL_FAILED,   /* another exit status (*ret status) */
	TOOL_KILLED,   /* by a signal of its own or of another's (*ret status is its number) */
	TOOL_MISSING,  /* no such program */
	TOOL_TOO_LONG, /* wall clock or CPU */
	TOOL_TOO_MUCH, /* more output than `out` takes */
};
struct tool_result {
	enum tool_end end;
	int status;
	char said[TOOL_SAID]; /* the first line it wrote on standard error, in printable ASCII; "" when none */
};

/* Where programs are looked for: /usr/bin, /bin, /usr/local/bin; never PATH. NULL when it is not installed; else `out`. */
#define TOOL_PATH 512
const char *tool_find(const char *program, char out[TOOL_PATH]);
/* Its output goes to `out` (emptied first), whose ceiling is the limit. False: it could not be run at all (no process,
 * no memory, no confinement), which is no fault of the document; *e says what. */
bool tool_run(const struct tool_job *job, struct buf *out, struct tool_result *ret, struct err *e);

#endif
