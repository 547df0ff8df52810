/* SPDX-License-Identifier: EUPL-1.2 */
/* Each text is read in an arena of its own, so that those that are not kept cost nothing afterwards. */
#include "document.h"

#include <unistd.h>

#include "agreement.h"
#include "bounds.h"
#include "file.h"
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

/* How much is read, and how consistently. The séance tells most: a layout that tears lists apart loses them there, while torn sentences may make votes more. */
static int64_t document_worth(const struct reading *r)
{
	int64_t worth = agreement(&r->presents_annonces, &r->presents);
	unsigned n[READING_COUNTS];

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

static struct str tool_of(struct arena *a, const struct extraction *x, size_t i)
{
	return x->recogniser == NULL ? str_c(x->tools[i]) : arena_printf(a, "%s + %s", x->tools[i], x->recogniser);
}

static void add_pages(struct arena *a, const struct pages *p, struct text *ret)
{
	unsigned *unread = ARENA_ARRAY(a, pages_unread(p), unsigned);

	for (unsigned i = 0; i < LIMIT_PAGES; i++)
		if (p->unread[i])
			unread[ret->unread_n++] = i + 1;
	ret->unread = unread;
	ret->pages = p->all;
}

static void attempt_text(struct attempt *t, const struct lexicon *lx, struct str raw, const struct extraction *x, size_t i, size_t max_text)
{
	struct text text;

	arena_init(&t->a, LIMIT_ACT_MEMORY);
	t->r = NULL;
	if (!text_extracted(&t->a, raw, buf_view(&x->texts[i]), max_text, x->origin, tool_of(&t->a, x, i), &text, &t->why, &t->err))
		return;
	add_pages(&t->a, &x->pages, &text);
	/* The reading looks into it as long as the arena lives. */
	struct text *kept = ARENA_NEW(&t->a, struct text);
	*kept = text;
	if (!act_read(&t->a, lx, kept, &t->r, &t->why, &t->err))
		t->r = NULL;
	else
		t->worth = document_worth(t->r);
}

static const struct attempt *best_of(const struct attempt *t, size_t n)
{
	const struct attempt *best = &t[0];

	for (size_t i = 1; i < n; i++)
		if (t[i].r != NULL && (best->r == NULL || t[i].worth > best->worth))
			best = &t[i];
	return best;
}

/* What another text contradicts is not claimed. False: the memory of the reading is full. */
static bool agree(struct arena *a, struct attempt *best, const struct attempt *t, size_t n)
{
	const struct reading *volatile r = best->r;

	if (setjmp(*arena_trap(a)) != 0)
		return false;
	for (size_t i = 0; i < n; i++)
		if (t[i].r != NULL && t[i].r != best->r)
			r = reading_agreed(a, r, t[i].r);
	best->r = r;
	return true;
}

static bool read_drawn(struct arena *a, const struct lexicon *lx, struct str raw, const struct extraction *x, size_t max_text,
		       const struct reading **ret, enum text_refusal *ret_why, struct err *e)
{
	struct attempt all[LIMIT_TOOL_COMMANDS];

	for (size_t i = 0; i < x->n; i++)
		attempt_text(&all[i], lx, raw, x, i, max_text);
	const struct attempt *chosen = best_of(all, x->n);
	struct attempt best = *chosen;
	arena_done(a);
	*a = best.a;
	if (best.r != NULL && !agree(a, &best, all, x->n)) {
		best.r = NULL;
		best.why = REFUSAL_SIZE;
		(void)err_set(&best.err, ERR_LIMIT, "comparer les textes tirés du fichier demande plus de mémoire qu'il n'en est accordé");
	}
	a->trapped = false;
	for (size_t i = 0; i < x->n; i++)
		if (&all[i] != chosen)
			arena_done(&all[i].a);
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

void document_side_read(struct arena *a, const struct document_side *side, struct buf *bytes, struct side_file *ret)
{
	const int fd = side->fd;
	struct err e;

	*ret = (struct side_file){ .nom = side->nom, .sha256 = side->sha256 };
	buf_init(bytes, LIMIT_SIDE_BYTES);
	if (fd < 0)
		ret->unread = STR("il n'est plus là");
	else if ((lseek(fd, 0, SEEK_SET) == 0 || err_sys(&e, "revenir au début")) && file_read_fd(fd, bytes, &e))
		ret->raw = buf_view(bytes);
	else
		ret->unread = e.code == ERR_LIMIT ? arena_printf(a, "fichier de plus de %zu Kio", LIMIT_SIDE_BYTES / KIB) : arena_dup(a, str_c(e.msg));
}

void document_sides(struct arena *a, const struct document_side *sides, size_t n, const struct reading **r)
{
	struct side_file files[LIMIT_SIDE_FILES] = { { .nom = STR("") } };
	struct buf bytes[LIMIT_SIDE_FILES];

	for (size_t i = 0; i < n; i++)
		document_side_read(a, &sides[i], &bytes[i], &files[i]);
	*r = reading_with_sides(a, *r, files, n);
	for (size_t i = 0; i < n; i++)
		buf_done(&bytes[i]);
}
