/* SPDX-License-Identifier: EUPL-1.2 */
/* The seal of a document child: what it cannot do any more before it looks at a byte. */
#include "seal.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "bounds.h"
#include "landlock.h"
#include "restrict.h"

/* The smallest of keep[] that is at least `from`, or -1. */
static int next_kept(const int *keep, size_t n, int from)
{
	int next = -1;
	for (size_t i = 0; i < n; i++)
		if (keep[i] >= from && (next < 0 || keep[i] < next))
			next = keep[i];
	return next;
}

void seal_descriptors(const int *keep, size_t n)
{
	int from = 3;
	for (int kept; (kept = next_kept(keep, n, from)) >= 0; from = kept + 1)
		if (kept > from)
			close_range((unsigned)from, (unsigned)kept - 1, 0);
	close_range((unsigned)from, ~0U, 0);
}

static bool limit(int what, rlim_t most, struct err *e)
{
	return restrict_resource(what, most, most, "sceller", e);
}

static bool give_up_resources(size_t file_bytes, struct err *e)
{
	/* The hard limit one second later: SIGXCPU first, which names the reason, then SIGKILL. */
	return restrict_resource(RLIMIT_CPU, LIMIT_CHILD_CPU_S, LIMIT_CHILD_CPU_S + 1, "sceller", e) &&
	       limit(RLIMIT_FSIZE, file_bytes, e) && limit(RLIMIT_NPROC, 0, e) && limit(RLIMIT_CORE, 0, e)
#ifndef SCRUTATEUR_SAN
	       && limit(RLIMIT_AS, LIMIT_CHILD_ADDRESS, e)
#endif
		;
}

#ifndef SCRUTATEUR_SAN
static const int PLAIN[] = {
	SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(lseek),
	SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(brk), SCMP_SYS(munmap),
	SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
	SCMP_SYS(getrandom), SCMP_SYS(sysinfo), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(rt_sigaction),
	SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall),
	SCMP_SYS(exit), SCMP_SYS(exit_group),
};

/* Memory that cannot be executed, the state of an open descriptor, and a signal to itself (abort). */
static int allow_narrowed(scmp_filter_ctx filter)
{
	int r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	if (r == 0)
		r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1,
				     SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
	if (r == 0)
		r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
				     SCMP_A0(SCMP_CMP_EQ, RESTRICT_SELF, 0));
	return r;
}

static const struct allowed_calls ALLOWED = { PLAIN, sizeof PLAIN / sizeof *PLAIN, allow_narrowed };
static struct call_filter made;

/* The filter refuses every open already; this one the kernel enforces in another place, by objects instead of call
 * numbers. A kernel without it was told about at the start (sandbox.h). */
static bool close_files(struct err *e)
{
	static const char *const nothing[] = { NULL };

	return landlock_abi() == 0 || landlock_close(nothing, -1, e);
}
#endif

bool seal_prepare(struct err *e)
{
#ifdef SCRUTATEUR_SAN
	(void)e;
	return true;
#else
	return made.n > 0 || restrict_compile(&ALLOWED, "sceller", &made, e);
#endif
}

bool seal_child(size_t file_bytes, bool *ret_partial, struct err *e)
{
	if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 ||
	    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return err_sys(e, "sceller : prctl");
	if (!give_up_resources(file_bytes, e))
		return false;
#ifdef SCRUTATEUR_SAN
	*ret_partial = true;
#else
	if (!close_files(e) || !seal_prepare(e) || !restrict_calls(&made, "sceller", e))
		return false;
	*ret_partial = false;
#endif
	return true;
}
