/* SPDX-License-Identifier: EUPL-1.2 */
/* The order of a child's frames, as transitions over what was already said. The supervisor must never be brought to
 * believe half an answer: an END that never came, or bytes after it, spoil all of it, and the document is judged again.
 */
#include "answer.h"

#include <string.h>

#include "bounds.h"

void answer_init(struct answer *a)
{
	memset(a, 0, sizeof *a);
	buf_init(&a->bytes, LIMIT_FRAME);
}

void answer_done(struct answer *a)
{
	buf_done(&a->bytes);
}

/* A word names a directory of the quarantine: letters and hyphens only. */
static bool word_ok(struct str w)
{
	if (w.n == 0 || w.n >= sizeof((struct answer_result *)0)->refusal)
		return false;
	for (size_t i = 0; i < w.n; i++)
		if (!((w.p[i] >= 'a' && w.p[i] <= 'z') || (w.p[i] == '-' && i > 0)))
			return false;
	return true;
}

static bool step(struct answer *a, const struct frame *f, bool *ret_alive)
{
	const bool told = a->reading || a->refused || a->scan || a->parts > 0;

	if (a->end)
		return err_set(&a->why, ERR_SYNTAX, "trame après la fin");
	switch (f->type) {
	case FRAME_ALIVE:
		a->step = f->num[0];
		a->tool = f->num[1] != 0;
		*ret_alive = true;
		return true;
	case FRAME_TEXT:
		if (told || a->text > 0 || f->num[0] == 0 || f->num[0] > LIMIT_TEXT_BYTES)
			return err_set(&a->why, ERR_SYNTAX, "texte mal placé");
		a->text = f->num[0];
		return true;
	case FRAME_SCAN:
		if (told || a->text > 0)
			return err_set(&a->why, ERR_SYNTAX, "numérisation mal placée");
		a->scan = true;
		return true;
	case FRAME_READING:
		if (f->texts != 1 || told)
			return err_set(&a->why, ERR_SYNTAX, "lecture mal placée");
		a->reading = true;
		return true;
	case FRAME_PARTS:
		if (a->refused || a->scan || ++a->parts > LIMIT_ANSWER_PARTS)
			return err_set(&a->why, ERR_SYNTAX, "constat de trop");
		return true;
	case FRAME_REFUSED:
		if (f->texts != 1 || a->reading || a->refused || a->parts != 1 || a->text > 0 || !word_ok(f->text[0]))
			return err_set(&a->why, ERR_SYNTAX, "refus mal placé");
		a->refused = true;
		return true;
	case FRAME_END:
		if (a->scan ? a->parts > 0 : a->parts == 0 || a->reading == a->refused)
			return err_set(&a->why, ERR_SYNTAX, "fin sans réponse");
		a->end = true;
		return true;
	default:
		return err_set(&a->why, ERR_SYNTAX, "trame qui n'est pas d'un enfant");
	}
}

bool answer_feed(struct answer *a, const char *p, size_t n, bool *ret_alive)
{
	if (a->condemned)
		return false;
	buf_add(&a->bytes, p, n);
	if (a->bytes.full) {
		a->condemned = true;
		return err_set(&a->why, ERR_LIMIT, "réponse de plus de %zu octets", LIMIT_FRAME);
	}
	for (;;) {
		struct frame f;
		int64_t took = frame_get(str_part(buf_view(&a->bytes), a->seen, a->bytes.n), &f, &a->why);
		if (took == 0)
			return true;
		if (took < 0 || !step(a, &f, ret_alive)) {
			a->condemned = true;
			return false;
		}
		a->seen += (size_t)took;
	}
}

static bool events_ok(const struct answer_result *r)
{
	const enum event_kind last = r->parts[r->parts_n - 1].event;

	if (r->refused)
		return last == EVENT_REJET;
	for (size_t i = 0; i + 1 < r->parts_n; i++)
		if (r->parts[i].event == EVENT_DOCUMENT || r->parts[i].event == EVENT_REJET ||
		    r->parts[i].event == EVENT_SERVICE)
			return false;
	return last == EVENT_DOCUMENT;
}

bool answer_result(const struct answer *a, struct arena *mem, struct answer_result *ret, struct err *e)
{
	struct answer_result r = { .refused = a->refused, .scan = a->scan, .text = a->text };
	struct record_parts *parts;

	if (a->condemned) {
		*e = a->why;
		return false;
	}
	if (!a->end || a->seen != a->bytes.n)
		return err_set(e, ERR_STATE, "réponse interrompue");
	if (r.scan) {
		*ret = r;
		return true;
	}
	parts = ARENA_ARRAY(mem, a->parts, struct record_parts);
	for (size_t at = 0; at < a->bytes.n;) {
		struct frame f;
		at += frame_again(str_part(buf_view(&a->bytes), at, a->bytes.n), &f);
		if (f.type == FRAME_PARTS && !frame_get_parts(&f, &parts[r.parts_n++], e))
			return false;
		if (f.type == FRAME_READING)
			r.reading = f.text[0];
		if (f.type == FRAME_REFUSED)
			memcpy(r.refusal, f.text[0].p, f.text[0].n);
	}
	r.parts = parts;
	if (!events_ok(&r))
		return err_set(e, ERR_SYNTAX, "constats d'un genre qui n'est pas le leur");
	*ret = r;
	return true;
}
