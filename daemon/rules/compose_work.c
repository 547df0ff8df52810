/* SPDX-License-Identifier: EUPL-1.2 */
/* A sample under change: each change is a replacement as an essai writes it, words that stand once in the text as it is then. A
 * change is kept when the sample, read again, holds more of the facts. */
#include "act.h"
#include "compose_priv.h"
#include "fold.h"

#define REPLACEMENTS_MAX 64 /* of an essai */

bool swap_add(struct swaps *s, struct span at, struct str put)
{
	if (s->n == SWAPS_MAX)
		return false;
	s->at[s->n++] = (struct swap){ at, put };
	return true;
}

struct str span_text(const struct reading *r, struct span s)
{
	return str_part(r->text->bytes, s.start, s.end);
}

struct span lines_around(struct str text, struct span s)
{
	while (s.start > 0 && text.p[s.start - 1] != '\n')
		s.start--;
	while (s.end < text.n && text.p[s.end] != '\n')
		s.end++;
	return s;
}

struct span paragraph_around(struct str text, struct span s)
{
	for (s = lines_around(text, s); s.start > 1 && text.p[s.start - 2] != '\n';)
		s = lines_around(text, (struct span){ s.start - 1, s.end });
	while (s.end + 1 < text.n && text.p[s.end + 1] != '\n')
		s = lines_around(text, (struct span){ s.start, s.end + 1 });
	return s;
}

/* Wider, word by word on either side, until these words stand once in the text. */
static struct span made_unique(struct str text, struct span s)
{
	for (bool left = false; s.start == s.end || essai_occurrences(text, str_part(text, s.start, s.end)) != 1; left = !left) {
		if (s.start == 0 && s.end == text.n)
			break;
		if ((left || s.end == text.n) && s.start > 0)
			for (s.start--; s.start > 0 && text.p[s.start - 1] != ' ' && text.p[s.start - 1] != '\n';)
				s.start--;
		else
			for (s.end++; s.end < text.n && text.p[s.end] != ' ' && text.p[s.end] != '\n';)
				s.end++;
	}
	return s;
}

static struct replacement replacement_of(struct arena *a, struct str text, const struct swap *s)
{
	struct span w = made_unique(text, s->at);
	struct str before = str_part(text, w.start, s->at.start), behind = str_part(text, s->at.end, w.end);
	return (struct replacement){ .ancien = arena_dup(a, str_part(text, w.start, w.end)),
				     .nouveau = arena_printf(a, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(s->put), STR_ARG(behind)) };
}

static bool overlaps(const struct swaps *s)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < i; k++)
			if (s->at[i].at.start < s->at[k].at.end && s->at[k].at.start < s->at[i].at.end)
				return true;
	return false;
}

static struct context context_of(const struct work *w)
{
	struct context cx = w->c->st.cx;
	cx.roster = NULL; /* as in the essai that is composed */
	cx.effectif = w->has_effectif ? &w->effectif : NULL;
	return cx;
}

/* Reads `text`; on success *ret points into *own, which is to be released. */
static bool read_again(const struct work *w, struct str source, struct arena *own, struct subject *ret)
{
	enum text_refusal why = REFUSAL_NONE;
	const struct reading *r = NULL;
	struct err e = { .code = ERR_NONE };
	struct context cx = context_of(w);
	arena_init(own, LIMIT_ACT_MEMORY);
	struct text *text = ARENA_NEW(own, struct text);
	if (!text_decode(own, source, LIMIT_SAMPLE_BYTES, text, &why, &e) || !act_read(own, w->c->st.lexicon, text, &r, &why, &e) ||
	    r->actes_n != 1 || r->actes[0].votes_n > 1) {
		arena_done(own);
		return false;
	}
	r = reading_with_sides(own, r, w->sample->sides, w->sample->sides_n);
	*ret = judge_subject(own, &cx, r);
	return true;
}

/* The members in office that conf/collectivites gives: an essai says their number beside the text. */
static void lay_roster(struct work *w)
{
	for (size_t i = 0; i < w->facts->n; i++) {
		const struct fact *f = &w->facts->at[i];
		if (str_eq(str_c(f->desc->name), STR("effectif")) && f->field->de_registre) {
			w->has_effectif = true;
			w->effectif = f->field->nombre;
		}
	}
}

bool work_begin(struct work *w)
{
	lay_roster(w);
	w->text = w->sample->text;
	if (!read_again(w, w->text, &w->own, &w->s))
		return false;
	w->missing = facts_missing(w->facts, w->s.r);
	return true;
}

void work_end(struct work *w)
{
	arena_done(&w->own);
}

/* The same words, on other lines perhaps. */
static bool changes_words(struct arena *a, const struct replacement *made, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!str_eq(squeeze(a, made[i].ancien), squeeze(a, made[i].nouveau)))
			return true;
	return false;
}

bool work_try(struct work *w, const struct swaps *s, bool tolerant)
{
	struct replacement made[SWAPS_MAX];
	struct str text = w->text;
	struct arena own;
	struct subject subject;
	bool done[SWAPS_MAX] = { false };
	if (!s->n || overlaps(s) || w->made.n + s->n > REPLACEMENTS_MAX || *w->tries == TRIES_MAX)
		return false;
	++*w->tries;
	for (size_t i = 0; i < s->n; i++) { /* the last place first: the others stay where they are */
		size_t last = s->n;
		for (size_t k = 0; k < s->n; k++)
			if (!done[k] && (last == s->n || s->at[k].at.start >= s->at[last].at.start))
				last = k;
		done[last] = true;
		made[i] = replacement_of(w->a, text, &s->at[last]);
		text = essai_replaced(w->a, text, &made[i]);
	}
	if (text.n > LIMIT_SAMPLE_BYTES || !read_again(w, text, &own, &subject))
		return false;
	size_t missing = facts_missing(w->facts, subject.r);
	if (missing > w->missing || (missing == w->missing && (!tolerant || !changes_words(w->a, made, s->n)))) {
		arena_done(&own);
		return false;
	}
	work_end(w);
	w->own = own;
	w->s = subject;
	w->text = text;
	w->missing = missing;
	for (size_t i = 0; i < s->n; i++)
		*ARENA_PUSH(w->a, &w->made) = made[i];
	return true;
}

bool work_judge(struct work *w, struct arena *a, struct judged *ret)
{
	struct context cx = context_of(w);
	judge_one(&w->c->rule, &cx, a, &w->s, 0, ret);
	return ret->n > 0;
}
