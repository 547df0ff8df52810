/* SPDX-License-Identifier: EUPL-1.2 */
/* What an extraction tool gives up before it starts: it reads a hostile document with code that is not ours, so it may
 * compute, read its own files and write to its pipe, and nothing else. */
#ifndef SCRUTATEUR_CONFINE_H
#define SCRUTATEUR_CONFINE_H

#include "err.h"

struct confine {
	int document;	      /* its standard input: may be opened again by name (/dev/stdin) */
	const char *readable; /* one more file or directory it may read and execute, or NULL */
	const char *program;  /* the program itself, wherever it stands */
	size_t memory;	      /* address space, bytes */
	unsigned cpu_s;
};
/* In the child, just before execve: NO_NEW_PRIVS, killed with its parent, no core, no file written (RLIMIT_FSIZE 0),
 * few descriptors, CPU and address space as told; Landlock where the kernel has it; then a seccomp allow-list: no
 * socket, no new process (threads only), no signal to others, no ptrace, nothing opened for writing, no name made,
 * moved or removed. A refused call answers EPERM. Under the sanitizers the address space is limited as well: the
 * process is about to become another program. False: the program must not be started. */
bool confine_tool(const struct confine *c, struct err *e);

#endif
