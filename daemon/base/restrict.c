/* SPDX-License-Identifier: EUPL-1.2 */
#include "restrict.h"

#include <errno.h>

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

bool restrict_calls(const struct allowed_calls *c, const char *who, struct err *e)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));

	if (!filter) {
		errno = ENOMEM;
		return err_sys(e, "%s : préparer le filtre d'appels système", who);
	}
	int r = fill(filter, c);
	if (r == 0)
		r = seccomp_load(filter);
	seccomp_release(filter);
	errno = -r;
	return r == 0 || err_sys(e, "%s : poser le filtre d'appels système", who);
}
