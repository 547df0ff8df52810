/* SPDX-License-Identifier: EUPL-1.2 */
/* The seal of a document child: what it cannot do any more before it looks at a byte. A refused call answers EPERM and
 * does not kill: a library that tries something useless goes on, and a hijacked child gains nothing either way.
 */
#include "seal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <seccomp.h>

#include "bounds.h"
#include "landlock.h"

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

static bool limit(int what, rlim_t soft, rlim_t hard, struct err *e)
{
	struct rlimit r = { .rlim_cur = soft, .rlim_max = hard };
	return setrlimit((__rlimit_resource_t)what, &r) == 0 || err_sys(e, "sceller : limite de ressource");
}

static bool give_up_resources(size_t file_bytes, struct err *e)
{
	/* The hard limit one second later: SIGXCPU first, which names the reason, then SIGKILL. */
	return limit(RLIMIT_CPU, LIMIT_CHILD_CPU_S, LIMIT_CHILD_CPU_S + 1, e) && limit(RLIMIT_FSIZE, file_bytes, file_bytes, e) &&
	       limit(RLIMIT_NPROC, 0, 0, e) && limit(RLIMIT_CORE, 0, 0, e)
#ifndef SCRUTATEUR_SAN
	       && limit(RLIMIT_AS, LIMIT_CHILD_ADDRESS, LIMIT_CHILD_ADDRESS, e)
#endif
		;
}

#ifndef SCRUTATEUR_SAN
static int allow_plain(scmp_filter_ctx filter)
{
	static const int calls[] = {
		SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(lseek),
		SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(brk), SCMP_SYS(munmap),
		SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
		SCMP_SYS(getrandom), SCMP_SYS(sysinfo), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(rt_sigaction),
		SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall),
		SCMP_SYS(exit), SCMP_SYS(exit_group),
	};
	int r = 0;
	for (size_t i = 0; i < sizeof calls / sizeof *calls && r == 0; i++)
		r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0);
	return r;
}

/* Memory that cannot be executed, the state of an open descriptor, and a signal to itself (abort). */
static int allow_narrowed(scmp_filter_ctx filter)
{
	int r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	if (r == 0)
		r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1,
				     SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
	if (r == 0)
		r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
				     SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0));
	return r;
}

static bool filter_calls(struct err *e)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	if (!filter) {
		errno = ENOMEM;
		return err_sys(e, "sceller : préparer le filtre d'appels système");
	}
	int r = allow_plain(filter);
	if (r == 0)
		r = allow_narrowed(filter);
	if (r == 0)
		r = seccomp_load(filter);
	seccomp_release(filter);
	errno = -r;
	return r == 0 || err_sys(e, "sceller : poser le filtre d'appels système");
}
#endif

/* The filter below refuses every open already; this one the kernel enforces in another place, by objects instead of call numbers. A
 * kernel without it was told about at the start (sandbox.h). */
static bool close_files(struct err *e)
{
	static const char *const nothing[] = { NULL };

	return landlock_abi() == 0 || landlock_close(nothing, -1, e);
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
	if (!close_files(e) || !filter_calls(e))
		return false;
	*ret_partial = false;
#endif
	return true;
}
