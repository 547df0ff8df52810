/* SPDX-License-Identifier: EUPL-1.2 */
/* Only the kernel knows who has a file open, and only inotify tells without a privilege: a lease (F_RDLCK) asks for CAP_LEASE on the
 * files of others, /proc for the rights of their processes.
 */
#include "writers.h"

#include <sys/inotify.h>

#include "drop_names.h"
#include "intake_priv.h"

static void open_on(struct intake *in, const char *name, bool written)
{
	bool fresh;
	struct candidate *c = candidates_at(&in->writers, name, &fresh);

	if (c == NULL)
		return;
	c->written = written || (!fresh && c->written);
	/* The pass under way may be beyond it. */
	c->pass = in->pass + 1;
}

void writers_event(struct intake *in, uint32_t mask, const char *name)
{
	if (is_leaving(name)) {
		if ((mask & IN_MODIFY) != 0)
			in->lost_tail.n++;
		return;
	}
	if ((mask & (IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE)) != 0)
		candidates_drop(&in->writers, name);
	if ((mask & (IN_CREATE | IN_MODIFY)) != 0 && (mask & IN_ISDIR) == 0 && name_kind(name) == NAME_DOCUMENT)
		open_on(in, name, (mask & IN_MODIFY) != 0);
}

bool writers_has(const struct intake *in, const char *name, bool empty)
{
	const struct candidate *c = candidates_find(&in->writers, name);

	return c != NULL && (c->written || empty);
}

void writers_meet(struct intake *in, const char *name)
{
	struct candidate *c = candidates_find(&in->writers, name);

	if (c != NULL && c->pass < in->pass)
		c->pass = in->pass;
}

void writers_pass_ended(struct intake *in)
{
	int64_t none;

	(void)candidates_sweep(&in->writers, in->pass, &none);
}

void writers_forget(struct intake *in)
{
	candidates_done(&in->writers);
	candidates_init(&in->writers);
}

void writers_inherit(struct intake *in, const struct intake *before)
{
	for (size_t i = 0; i < before->writers.buckets_n; i++)
		for (const struct candidate *c = before->writers.buckets[i]; c != NULL; c = c->next)
			open_on(in, c->name, c->written);
}
