/* SPDX-License-Identifier: EUPL-1.2 */
/* A job as the host is told of it: frame and descriptors. */
#include <unistd.h>

#include "escape.h"
#include "side.h"
#include "supervisor_priv.h"

/* "3,7": numbers of the rules that this document skips, or that are suspended for all. */
static struct str rule_list(struct arena *a, const struct hostproc *h, const struct waiting *w)
{
	struct str list = STR("");

	for (unsigned i = 0; i < h->rules_n; i++) {
		const struct host_rule *r = &h->rules[i];
		if (r->number > 0 && (w != NULL ? waiting_skips(w, r->id) && !r->suspended : r->suspended))
			list = arena_printf(a, "%.*s%s%u", STR_ARG(list), list.n > 0 ? "," : "", r->number - 1);
	}
	return list;
}

struct order { /* a job being put together */
	struct arena a;
	struct frame f;
	int fds[MESSAGE_FDS];
	unsigned fds_n;
};

static void add_side(void *ctx, const struct ledger_side *side)
{
	struct order *o = ctx;

	if (o->f.texts + 1 >= FRAME_JOB_SIDES + 2 * LIMIT_SIDE_FILES)
		return;
	o->f.text[o->f.texts++] = escape_line(&o->a, str_c(side->nom), SIDE_SHOWN);
	o->f.text[o->f.texts++] = arena_dup(&o->a, str_c(side->sha256));
}

/* One that cannot be opened is named without its bytes: the child says so, and judges the act. */
static bool add_sides(struct supervisor *s, const struct waiting *w, struct order *o, struct err *e)
{
	if (w->doc.sides_n > 0 && !ledger_sides(s->ledger, w->doc.id, add_side, o, e))
		return false;
	for (unsigned i = 0; i < (o->f.texts - FRAME_JOB_SIDES) / 2; i++) {
		struct err ignored;
		const int fd = spool_side(&s->spool, w->doc.spool, i + 1, &ignored);

		if (fd < 0)
			continue;
		o->fds[o->fds_n++] = fd;
		o->f.num[2] |= 1U << i;
	}
	return true;
}

bool order_send(struct supervisor *s, const struct waiting *w, int document, int pipe_end, int text, struct err *e)
{
	struct order o = { .fds = { document, pipe_end, text }, .fds_n = 3 };

	arena_init(&o.a, MIB);
	o.f = (struct frame){
		.type = FRAME_JOB,
		.num = { s->job_number + 1, w->scan },
		.text = { str_c(w->doc.sha256), escape_line(&o.a, str_c(w->doc.nom), 512), rule_list(&o.a, s->live, w),
			  rule_list(&o.a, s->live, NULL) },
		.texts = FRAME_JOB_SIDES,
	};
	bool ok = add_sides(s, w, &o, e) && hostproc_send(s->live, &o.f, o.fds, o.fds_n, e);
	for (unsigned i = 3; i < o.fds_n; i++)
		close(o.fds[i]);
	arena_done(&o.a);
	return ok;
}
