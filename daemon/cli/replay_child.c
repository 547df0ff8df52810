/* SPDX-License-Identifier: EUPL-1.2 */
/* The child's answer is lines of cells between tabs, each cell escaped: R a reason, C a change, T a rule's verdicts, E the end. An "A"
 * alone is a sign of life. What the parent takes, it checks. */
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "bounds.h"
#include "child.h"
#include "document.h"
#include "escape.h"
#include "file.h"
#include "finding.h"
#include "replay.h"
#include "seal.h"
#include "side_copies.h"

#define CELLS_MAX 12
#define ANSWER_MAX (32 * MIB)

struct work {
	struct arena *a;
	struct buf out;
	int fd;
	struct { struct finding *at; size_t n, cap; } found[2];
	int set;
	const struct replay *rp;
};

static void cell(struct work *w, struct str s, size_t max)
{
	buf_char(&w->out, '\t');
	buf_str(&w->out, escape_line(w->a, s, max));
}

static _Noreturn void leave(struct work *w)
{
	struct err e;

	_exit(!w->out.full && file_write_all(w->fd, buf_view(&w->out), &e) ? 0 : 1);
}

static _Noreturn void refuse(struct work *w, const struct err *e)
{
	buf_c(&w->out, "R");
	cell(w, str_c(e->msg), sizeof e->msg * 4);
	buf_c(&w->out, "\nE\t0\n");
	leave(w);
}

static void alive(void *ctx)
{
	struct work *w = ctx;
	struct err e;

	if (!file_write_all(w->fd, STR("A\n"), &e))
		_exit(1);
}

static void keep(void *ctx, const struct finding *f)
{
	struct work *w = ctx;
	const struct replay_rule *rule = replay_rule_of(w->rp, f->rule->id);

	if (rule != NULL && rule->fault.n == 0)
		*ARENA_PUSH(w->a, &w->found[w->set]) = *f;
}

static void tell_change(void *ctx, const struct replay_change *c)
{
	struct work *w = ctx;

	buf_printf(&w->out, "C\t%d\t%.*s\t%u\t%u\t%u\t%d\t%d\t%d\t%d", (int)c->what, STR_ARG(c->rule), c->acte, c->actes, c->line,
		   c->before.verdict, c->before.severity, c->after.verdict, c->after.severity);
	cell(w, message_for_people(w->a, (enum verdict)c->before.verdict, c->before.message), LIMIT_MESSAGE * 4);
	cell(w, message_for_people(w->a, (enum verdict)c->after.verdict, c->after.message), LIMIT_MESSAGE * 4);
	buf_char(&w->out, '\n');
}

/* One line for each run of findings of one rule. */
static void tell_verdicts(struct work *w, int set)
{
	const size_t n = w->found[set].n;

	for (size_t i = 0; i < n;) {
		const struct rule_info *rule = w->found[set].at[i].rule;
		unsigned v[5] = { 0 };

		for (; i < n && w->found[set].at[i].rule == rule; i++)
			v[w->found[set].at[i].verdict]++;
		buf_printf(&w->out, "T\t%d\t%.*s\t%u\t%u\t%u\t%u\t%u\n", set, STR_ARG(rule->id), v[0], v[1], v[2], v[3], v[4]);
	}
}

/* A scan that the service recognised has its text in the archive; recognising it again takes minutes. */
static bool use_kept(const struct replay_document *d, struct extraction *x, struct err *e)
{
	struct buf *text = &x->texts[0];

	if (d->kept == NULL)
		return false;
	buf_init(text, LIMIT_TEXT_BYTES);
	if (!file_read(d->kept, text, e))
		return false;
	x->tools[0] = "texte gardé dans l'archive";
	x->origin = ORIGIN_OCR;
	x->n = 1;
	x->scan = false;
	return true;
}

static void draw(struct work *w, const struct replay *rp, const struct replay_document *d, struct str raw, struct extraction *x)
{
	struct extract_job job = { .conf = rp->conf, .raw = raw, .document = -1, .alive = alive, .ctx = w };
	struct err e = { 0 };

	if (!extract(&job, x, &e))
		refuse(w, &e);
	if (!x->scan || use_kept(d, x, &e))
		return;
	extraction_done(x);
	*x = (struct extraction){ 0 };
	job.recognise = true;
	if (!extract(&job, x, &e))
		refuse(w, &e);
}

static void judge(struct work *w, const struct replay *rp, const struct reading *r)
{
	for (w->set = 0; w->set < 2; w->set++) {
		const struct judge_calls calls = { .ctx = w, .found = keep };

		ruleset_judge(rp->sets[w->set], w->a, r, NULL, &calls);
		tell_verdicts(w, w->set);
	}
	replay_diff(r, w->found[0].at, w->found[0].n, w->found[1].at, w->found[1].n, tell_change, w);
	buf_printf(&w->out, "E\t%zu\n", r->actes_n);
}

_Noreturn void replay_child(const struct replay *rp, const struct replay_document *d, int out)
{
	struct arena a;
	struct work w = { .a = &a, .fd = out, .rp = rp };
	struct extraction drawn = { 0 };
	enum text_refusal why = REFUSAL_NONE;
	const struct reading *r = NULL;
	struct err e = { 0 };
	struct sides sides;
	struct buf raw;
	bool partial;

	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	seal_descriptors(&out, 1);
	arena_init(&a, LIMIT_ACT_MEMORY);
	buf_init(&w.out, ANSWER_MAX);
	buf_init(&raw, (size_t)rp->conf->limites.octets);
	if (setjmp(*arena_trap(&a)) != 0)
		_exit(3);
	if (!read_document(d->path, &raw, &e))
		refuse(&w, &e);
	sides_beside(&a, d->path, &sides);
	draw(&w, rp, d, buf_view(&raw), &drawn);
	if (!seal_child(0, &partial, &e) ||
	    !document_read(&a, ruleset_lexicon(rp->sets[0]), buf_view(&raw), &drawn, (size_t)rp->conf->limites.texte, &r, &why, &e))
		refuse(&w, &e);
	if (setjmp(*arena_trap(&a)) != 0)
		_exit(3);
	document_sides(&a, sides.at, sides.n, &r);
	judge(&w, rp, r);
	leave(&w);
}

struct cells {
	struct str at[CELLS_MAX];
	size_t n;
};

static struct cells cut(struct str line)
{
	struct cells c = { .n = 0 };

	for (size_t from = 0; c.n < CELLS_MAX; c.n++) {
		const size_t tab = str_find(line, STR("\t"), from);

		c.at[c.n] = str_part(line, from, tab);
		if (tab == STR_NONE) {
			c.n++;
			break;
		}
		from = tab + 1;
	}
	return c;
}

static bool number(struct str s, int64_t min, int64_t max, int64_t *ret)
{
	return str_int(s, ret) && *ret >= min && *ret <= max;
}

static bool take_change(struct replay *rp, struct replay_outcome *o, const struct cells *c)
{
	struct replay_rule *rule = c->n == 12 ? replay_rule_of(rp, c->at[2]) : NULL;
	int64_t v[10] = { 0 };
	static const int64_t least[10] = { 0, 0, 0, 0, 0, 0, -1, 0, -1, 0 };
	static const int64_t most[10] = { 0, CHANGES_N - 1, 0, LIMIT_ACTES, LIMIT_ACTES, LIMIT_TEXT_BYTES, 4, 4, 4, 4 };

	if (rule == NULL)
		return false;
	for (size_t i = 1; i < 10; i++)
		if (i != 2 && !number(c->at[i], least[i], most[i], &v[i]))
			return false;
	*ARENA_PUSH(&rp->a, &o->changes) = (struct replay_change){
		.what = (enum change)v[1], .rule = rule->id, .acte = (uint32_t)v[3], .actes = (uint32_t)v[4], .line = (uint32_t)v[5],
		.before = { (int)v[6], (int)v[7], arena_dup(&rp->a, c->at[10]) },
		.after = { (int)v[8], (int)v[9], arena_dup(&rp->a, c->at[11]) },
	};
	rule->changes[v[1]]++;
	rp->changes[v[1]]++;
	return true;
}

static bool take_verdicts(struct replay *rp, const struct cells *c)
{
	struct replay_rule *rule = c->n == 8 ? replay_rule_of(rp, c->at[2]) : NULL;
	int64_t set, v;

	if (rule == NULL || !number(c->at[1], 0, 1, &set))
		return false;
	for (size_t i = 0; i < 5; i++) {
		if (!number(c->at[3 + i], 0, LIMIT_ACTES * LIMIT_FINDINGS, &v))
			return false;
		rule->verdicts[set][i] += (unsigned)v;
	}
	return true;
}

static bool take_line(struct replay *rp, struct replay_outcome *o, struct str line, bool *ret_ended)
{
	const struct cells c = cut(line);
	int64_t actes = 0;

	if (str_eq(c.at[0], STR("A")))
		return true;
	if (str_eq(c.at[0], STR("C")))
		return take_change(rp, o, &c);
	if (str_eq(c.at[0], STR("T")))
		return take_verdicts(rp, &c);
	if (str_eq(c.at[0], STR("R")) && c.n == 2 && is_printable_line(c.at[1])) {
		o->reason = arena_dup(&rp->a, c.at[1]);
		return true;
	}
	*ret_ended = str_eq(c.at[0], STR("E")) && c.n == 2 && number(c.at[1], 0, LIMIT_ACTES, &actes);
	o->actes = (uint32_t)actes;
	return *ret_ended;
}

bool replay_take(struct replay *rp, struct replay_outcome *o, struct str answer)
{
	bool ended = false;

	for (size_t from = 0, end; from < answer.n; from = end + 1) {
		end = str_find(answer, STR("\n"), from);
		if (ended || end == STR_NONE || !take_line(rp, o, str_part(answer, from, end), &ended))
			return false;
	}
	o->read = ended && o->reason.n == 0;
	return ended;
}
