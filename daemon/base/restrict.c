/* SPDX-License-Identifier: EUPL-1.2 */
#include "restrict.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

bool restrict_resource(int what, rlim_t soft, rlim_t hard, const char *who, struct err *e)
{
	const struct rlimit r = { .rlim_cur = soft, .rlim_max = hard };

	return setrlimit((__rlimit_resource_t)what, &r) == 0 || err_sys(e, "%s : limite de ressource", who);
}

static int fill(scmp_filter_ctx filter, const struct allowed_calls *c)
{
	int r = 0;

	for (size_t i = 0; i < c->n && r == 0; i++)
		r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, c->plain[i], 0);
	return r == 0 ? c->narrowed(filter) : r;
}

/* libseccomp writes it to a descriptor only: a pipe, which no RLIMIT_FSIZE holds up. */
static int export(scmp_filter_ctx filter, struct call_filter *ret)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return -errno;
	int r = seccomp_export_bpf(filter, ends[1]);
	close(ends[1]);
	const ssize_t got = r == 0 ? read(ends[0], ret->code, sizeof ret->code) : 0;
	/* As much as fits: there may be more. */
	if (r == 0 && (got <= 0 || (size_t)got == sizeof ret->code))
		r = got < 0 ? -errno : -E2BIG;
	close(ends[0]);
	ret->n = r == 0 ? (unsigned short)((size_t)got / sizeof *ret->code) : 0;
	return r;
}

bool restrict_compile(const struct allowed_calls *c, const char *who, struct call_filter *ret, struct err *e)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));

	if (!filter) {
		errno = ENOMEM;
		return err_sys(e, "%s : préparer le filtre d'appels système", who);
	}
	/* A binary tree: the kernel tries a new filter on every call there is, to know which need not be asked about again. */
	int r = seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
	if (r == 0)
		r = fill(filter, c);
	if (r == 0)
		r = export(filter, ret);
	seccomp_release(filter);
	errno = -r;
	return r == 0 || err_sys(e, "%s : préparer le filtre d'appels système", who);
}

bool restrict_calls(const struct call_filter *f, const char *who, struct err *e)
{
	struct sock_filter own[sizeof f->code / sizeof *f->code];
	const struct sock_fprog program = { .len = f->n, .filter = own };

	for (size_t i = 0; i < f->n; i++) {
		own[i] = f->code[i];
		if (own[i].code == (BPF_JMP | BPF_JEQ | BPF_K) && own[i].k == RESTRICT_SELF)
			own[i].k = (uint32_t)getpid();
	}
	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0u, &program) == 0 || err_sys(e, "%s : poser le filtre d'appels système", who);
}
