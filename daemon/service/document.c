/* SPDX-License-Identifier: EUPL-1.2 */
/* Each text is read in an arena of its own, so that the one that is not kept costs nothing afterwards. */
#include "document.h"

#include "bounds.h"
#include "fields.h"
#include "reading_out.h"

struct attempt {
	struct arena a;
	const struct reading *r; /* NULL: refused */
	int64_t worth;
	enum text_refusal why;
	struct err err;
};

/* A count that the list bears out, the chair apart: 2; that it contradicts: -2. */
static int64_t agreement(const struct field *count, const struct field *list)
{
	if (count->statut != FIELD_LU || list->statut != FIELD_LU)
		return 0;
	const int64_t n = (int64_t)list->n;
	return count->nombre == n || count->nombre == n + 1 ? 2 : -2;
}

/* The séance tells most: a layout that tears lists apart loses them there, while torn sentences may make votes more. */
int64_t document_worth(const struct reading *r)
{
	int64_t worth = agreement(&r->presents_annonces, &r->presents);
	unsigned n[4];

	for (size_t i = 0; i < FIELDS_N; i++) {
		const struct field *f = FIELDS[i].scope == SCOPE_SEANCE ? field_of(&FIELDS[i], r) : NULL;
		if (f != NULL)
			worth += f->statut == FIELD_LU ? 3 : f->statut == FIELD_AMBIGU ? -3 : 0;
	}
	reading_count(r, n);
	worth += (int64_t)n[FIELD_LU] - (int64_t)n[FIELD_AMBIGU] - (int64_t)n[FIELD_ILLISIBLE];
	/* A list half as long is a list cut short. */
	return 4 * worth + (int64_t)(r->presents.statut == FIELD_LU ? r->presents.n : 0);
}

static void attempt_text(struct attempt *t, const struct lexicon *lx, struct str raw, const struct extraction *x, size_t i, size_t max_text)
{
	struct text text;

	arena_init(&t->a, LIMIT_ACT_MEMORY);
	t->r = NULL;
	if (!text_extracted(raw, buf_view(&x->texts[i]), max_text, x->origin, str_c(x->tools[i]), &text, &t->why, &t->err))
		return;
	/* The reading looks into it as long as the arena lives. */
	struct text *kept = ARENA_NEW(&t->a, struct text);
	*kept = text;
	if (!act_read(&t->a, lx, kept, &t->r, &t->why, &t->err))
		t->r = NULL;
	else
		t->worth = document_worth(t->r);
}

static bool better(const struct attempt *t, const struct attempt *best)
{
	return t->r != NULL && (best->r == NULL || t->worth > best->worth);
}

static bool read_drawn(struct arena *a, const struct lexicon *lx, struct str raw, const struct extraction *x, size_t max_text,
		       const struct reading **ret, enum text_refusal *ret_why, struct err *e)
{
	struct attempt best, next;

	attempt_text(&best, lx, raw, x, 0, max_text);
	for (size_t i = 1; i < x->n; i++) {
		attempt_text(&next, lx, raw, x, i, max_text);
		if (better(&next, &best)) {
			arena_done(&best.a);
			best = next;
		} else {
			arena_done(&next.a);
		}
	}
	arena_done(a);
	*a = best.a;
	a->trapped = false;
	if (best.r != NULL) {
		*ret = best.r;
		return true;
	}
	arena_done(a);
	arena_init(a, LIMIT_ACT_MEMORY);
	*ret_why = best.why;
	*e = best.err;
	return false;
}

static bool read_received(struct arena *a, const struct lexicon *lx, struct str raw, size_t max_text, const struct reading **ret,
			  enum text_refusal *ret_why, struct err *e)
{
	struct text *text = ARENA_NEW(a, struct text);

	if (text_decode(a, raw, max_text, text, ret_why, e) && act_read(a, lx, text, ret, ret_why, e)) {
		a->trapped = false;
		return true;
	}
	/* The arena may be full to the brim: what comes next is written in a new one. */
	arena_done(a);
	arena_init(a, LIMIT_ACT_MEMORY);
	if (e->code == ERR_LIMIT)
		*ret_why = REFUSAL_SIZE;
	return false;
}

bool document_read(struct arena *a, const struct lexicon *lx, struct str raw, const struct extraction *x, size_t max_text,
		   const struct reading **ret, enum text_refusal *ret_why, struct err *e)
{
	if (x->n > 0)
		return read_drawn(a, lx, raw, x, max_text, ret, ret_why, e);
	if (x->refusal == REFUSAL_NONE)
		return read_received(a, lx, raw, max_text, ret, ret_why, e);
	*ret_why = x->refusal;
	*e = x->why;
	return false;
}
