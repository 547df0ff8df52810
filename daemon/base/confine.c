/* SPDX-License-Identifier: EUPL-1.2 */
/* One profile for all tools: what pdftotext, pdftoppm, catdoc, antiword, pandoc and tesseract were seen to call, and the
 * older or newer spelling of the same calls. Two calls answer ENOSYS, because libc then goes back to one whose arguments
 * a filter can look into: clone3 and openat2.
 *
 * RLIMIT_NPROC is not used: it counts threads and all processes of the user, the service's own among them.
 */
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "bounds.h"
#include "landlock.h"
#include "restrict.h"

#define WRITES ((scmp_datum_t)(O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY)))
#define N(list) (sizeof(list) / sizeof *(list))

/* Programs and libraries, their data, the fonts that a page is drawn with; never /etc as a whole, /var, /home or /proc. */
static const char *const SYSTEM[] = { "/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime",
				      "/var/cache/fontconfig", "/sys/devices/system/cpu" };

static bool limit(int what, rlim_t most, struct err *e)
{
	return restrict_resource(what, most, most, "confiner", e);
}

static bool give_up_resources(const struct confine *c, struct err *e)
{
	/* SIGXCPU first, which names the reason, then SIGKILL for a tool that ignores it. */
	return restrict_resource(RLIMIT_CPU, c->cpu_s, c->cpu_s + 1, "confiner", e) && limit(RLIMIT_FSIZE, 0, e) &&
	       limit(RLIMIT_CORE, 0, e) && limit(RLIMIT_NOFILE, LIMIT_TOOL_FILES, e) && limit(RLIMIT_AS, c->memory, e);
}

static const int PLAIN[] = {
	/* descriptors */
	SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(lseek),
	SCMP_SYS(close), SCMP_SYS(dup), SCMP_SYS(dup2), SCMP_SYS(dup3), SCMP_SYS(fcntl), SCMP_SYS(fadvise64),
	SCMP_SYS(pipe), SCMP_SYS(pipe2), SCMP_SYS(eventfd2), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(select),
	SCMP_SYS(pselect6), SCMP_SYS(epoll_create), SCMP_SYS(epoll_create1), SCMP_SYS(epoll_ctl),
	SCMP_SYS(epoll_wait), SCMP_SYS(epoll_pwait), SCMP_SYS(timerfd_create), SCMP_SYS(timerfd_settime),
	SCMP_SYS(timerfd_gettime),
	/* looking at files; opening is below */
	SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(statx),
	SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
	SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(chdir),
	SCMP_SYS(umask),
	/* memory and threads */
	SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect), SCMP_SYS(madvise),
	SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(get_robust_list), SCMP_SYS(rseq),
	SCMP_SYS(set_tid_address), SCMP_SYS(arch_prctl), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
	SCMP_SYS(sched_getparam), SCMP_SYS(sched_getscheduler), SCMP_SYS(membarrier),
	/* oneself */
	SCMP_SYS(execve), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(getpid), SCMP_SYS(getppid), SCMP_SYS(gettid),
	SCMP_SYS(getpgrp), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid),
	SCMP_SYS(getgroups), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrusage), SCMP_SYS(times),
	SCMP_SYS(getrlimit), SCMP_SYS(setrlimit), SCMP_SYS(prlimit64), SCMP_SYS(wait4), SCMP_SYS(waitid),
	/* time, chance, signals to oneself */
	SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
	SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom), SCMP_SYS(getitimer), SCMP_SYS(setitimer),
	SCMP_SYS(timer_create), SCMP_SYS(timer_settime), SCMP_SYS(timer_delete), SCMP_SYS(alarm),
	SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigsuspend),
	SCMP_SYS(rt_sigtimedwait), SCMP_SYS(sigaltstack), SCMP_SYS(pause), SCMP_SYS(restart_syscall),
};

/* Opening to read, threads but no process, signals to oneself, whether a descriptor is a terminal, close-on-exec. */
static int allow_narrowed(scmp_filter_ctx f)
{
	int r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, WRITES, O_RDONLY));

	if (r == 0)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, WRITES, O_RDONLY));
	if (r == 0)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
				     SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
	if (r == 0)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, RESTRICT_SELF));
	if (r == 0)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(kill), 1, SCMP_A0(SCMP_CMP_EQ, RESTRICT_SELF));
	if (r == 0)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TCGETS));
	if (r == 0)
		r = seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, FIOCLEX));
	if (r == 0)
		r = seccomp_rule_add(f, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
	if (r == 0)
		r = seccomp_rule_add(f, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(openat2), 0);
	return r;
}

static const struct allowed_calls ALLOWED = { PLAIN, N(PLAIN), allow_narrowed };

/* Without Landlock the filter and the limits remain; whoever starts tools says so (landlock_abi). */
static bool close_files(const struct confine *c, struct err *e)
{
	const char *readable[N(SYSTEM) + 3];
	size_t n = 0;

	if (landlock_abi() == 0)
		return true;
	for (; n < N(SYSTEM); n++)
		readable[n] = SYSTEM[n];
	readable[n++] = c->program;
	readable[n++] = c->readable;
	readable[n] = NULL;
	return landlock_close(readable, c->document, e);
}

bool confine_tool(const struct confine *c, struct err *e)
{
	struct call_filter filter;

	if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return err_sys(e, "confiner : prctl");
	/* The limits last: under the sanitizers nothing can be allocated once the address space is bounded. */
	return close_files(c, e) && restrict_compile(&ALLOWED, "confiner", &filter, e) && restrict_calls(&filter, "confiner", e) &&
	       give_up_resources(c, e);
}
