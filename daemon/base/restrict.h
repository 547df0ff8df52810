/* SPDX-License-Identifier: EUPL-1.2 */
/* What the seal of a document child (seal.h) and the confinement of a tool (confine.h) have in common: a limit, and a
 * seccomp filter. Both are for the process that calls, and for good. `who` begins the French of a failure ("sceller"). */
#ifndef SCRUTATEUR_RESTRICT_H
#define SCRUTATEUR_RESTRICT_H

#include <linux/filter.h>
#include <seccomp.h>
#include <sys/resource.h>

#include "err.h"

/* `what` is RLIMIT_…; ERR_SYS on failure. */
bool restrict_resource(int what, rlim_t soft, rlim_t hard, const char *who, struct err *e);

struct allowed_calls {
	const int *plain; /* SCMP_SYS(…), whatever their arguments */
	size_t n;
	int (*narrowed)(scmp_filter_ctx filter); /* adds those allowed with some arguments; 0, or -errno */
};
/* Among the arguments that `narrowed` compares: the process that loads the filter. No process has that number. */
#define RESTRICT_SELF ((scmp_datum_t)0x7fffffff)
struct call_filter { /* made once, loaded by many children */
	struct sock_filter code[1024];
	unsigned short n;
};
/* ERR_SYS on failure. */
bool restrict_compile(const struct allowed_calls *c, const char *who, struct call_filter *ret, struct err *e);
/* Needs NO_NEW_PRIVS. Anything else answers EPERM from now on: a library that tries something useless goes on, and a
 * hijacked process gains nothing either way. ERR_SYS on failure, and the process must not go on. */
bool restrict_calls(const struct call_filter *f, const char *who, struct err *e);

#endif
