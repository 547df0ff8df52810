/* SPDX-License-Identifier: EUPL-1.2 */
/* Landlock, by its raw system calls: what a process may open once it has given up the rest. libc has no wrappers, and
 * the kernel headers of Debian 12 stop at the second version of the interface. */
#ifndef SCRUTATEUR_LANDLOCK_H
#define SCRUTATEUR_LANDLOCK_H

#include "err.h"

/* Version of the interface this kernel offers; 0 when it has none, or has it switched off. */
int landlock_abi(void);
/* From now on the process and its descendants open nothing for writing, and for reading only what is below the
 * directories of `readable` (NULL-terminated; one that does not exist is left out) and the file behind descriptor
 * `file` (-1: none); they execute only what is below `readable`. Where the kernel knows how: no TCP port, no signal and
 * no abstract socket to the outside. Needs NO_NEW_PRIVS. ERR_STATE when landlock_abi() is 0, else ERR_SYS. */
bool landlock_close(const char *const *readable, int file, struct err *e);

#endif
