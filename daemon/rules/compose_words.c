/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a rule reads words, they are what it was wrong about: those of the act take the place of the sample's, disguised. */
#include "compose_priv.h"
#include "passages.h"

/* The visas of the act in the place of the sample's. */
static void bring_visas(struct work *w)
{
	const struct field *real = &w->act->actes[w->acte].visas, *here = &w->s.r->actes[0].visas;
	struct swaps s = { .n = 0 };
	struct buf b;
	if (real->statut != FIELD_LU || here->statut != FIELD_LU || !here->n || !real->n)
		return;
	buf_init(&b, LIMIT_SAMPLE_BYTES);
	for (size_t i = 0; i < real->n; i++) {
		struct str visa = lent(w, real->items[i].span);
		if (visa.n)
			buf_printf(&b, "%s%.*s", b.n ? " ;\n\n" : "", STR_ARG(visa));
	}
	swap_add(&s, (struct span){ here->items[0].span.start, here->items[here->n - 1].span.end }, arena_dup(w->a, buf_view(&b)));
	buf_done(&b);
	(void)work_try(w, &s, true);
}

/* A text in the place of the sample's, unless both say the same. */
static void bring_text(struct work *w, const struct field *real, const struct field *here)
{
	struct swaps s = { .n = 0 };
	if (real->statut != FIELD_LU || here->statut != FIELD_LU || here->span.end <= here->span.start)
		return;
	struct str words = lent(w, real->span);
	if (words.n && !str_eq(words, span_text(w->s.r, here->span)) && swap_add(&s, here->span, words))
		(void)work_try(w, &s, true);
}

void work_bring_words(struct work *w)
{
	const struct acte *acte = &w->act->actes[w->acte], *here = &w->s.r->actes[0];
	if (facts_ask(w->facts, "visas") || facts_ask(w->facts, "references"))
		bring_visas(w);
	here = &w->s.r->actes[0];
	if (facts_ask(w->facts, "objet"))
		bring_text(w, &acte->objet, &here->objet);
	here = &w->s.r->actes[0];
	if (facts_ask(w->facts, "formule_texte") && acte->votes_n && here->votes_n)
		bring_text(w, &acte->votes[w->vote ? w->vote - 1 : 0].formule_texte, &here->votes[0].formule_texte);
}

static bool is_passage(const struct mark *m)
{
	return m->kind == MARK_FOUND && m->at.desc && m->at.desc->type == TYPE_TEXTES && m->span.end > m->span.start;
}

/* Sentences of the sample that the rule's search finds, and that the act has not. */
static void remove_passages(struct work *w, const struct judged *here)
{
	const struct finding *f = &here->at[0];
	struct swaps s = { .n = 0 };
	for (size_t i = 0; i < f->lectures_n && s.n < SWAPS_MAX; i++)
		if (is_passage(&f->lectures[i]))
			swap_add(&s, f->lectures[i].span, STR(""));
	(void)work_try(w, &s, true);
}

/* Behind the last visa, a paragraph each. */
static void add_sentences(struct work *w, struct str sentences)
{
	const struct field *visas = &w->s.r->actes[0].visas;
	size_t at = visas->statut == FIELD_LU && visas->n ? lines_around(w->text, visas->items[visas->n - 1].span).end : w->text.n;
	struct swaps s = { .n = 0 };
	if (sentences.n && swap_add(&s, (struct span){ at, at }, sentences))
		(void)work_try(w, &s, true);
}

static void put_sentence(struct work *w, struct span of, struct buf *b)
{
	struct str sentence = lent_sentence(w, of, 2 * PASSAGE_REACH);
	if (!sentence.n || str_find(w->text, sentence, 0) != STR_NONE || str_find(buf_view(b), sentence, 0) != STR_NONE)
		return;
	buf_printf(b, "\n\n%.*s%s", STR_ARG(sentence), strchr(".;:,", sentence.p[sentence.n - 1]) ? "" : ".");
}

static bool is_in(struct span s, struct span whole)
{
	return s.start >= whole.start && s.end <= whole.end;
}

/* Lists of people and votes are brought as fields. */
static bool is_field(const struct work *w, struct span s)
{
	const struct reading *r = w->act;
	const struct acte *acte = &r->actes[w->acte];
	for (size_t i = 0; i < acte->votes_n; i++)
		if (is_in(s, acte->votes[i].span))
			return true;
	return is_in(s, r->presents.span) || is_in(s, r->pouvoirs.span) || is_in(s, r->absents.span);
}

#define PASSAGES_LENT 8

static void put_evidence(struct work *w, const struct finding *f, struct buf *b)
{
	for (size_t i = 0, n = 0; i < f->preuves_n && n < PASSAGES_LENT; i++)
		if (f->preuves[i].role == ROLE_CONSTAT && !is_field(w, f->preuves[i].span) && ++n)
			put_sentence(w, f->preuves[i].span, b);
}

static void put_found(struct work *w, const struct finding *f, struct buf *b)
{
	for (size_t i = 0, n = 0; i < f->lectures_n && n < PASSAGES_LENT; i++)
		if (is_passage(&f->lectures[i]) && ++n)
			put_sentence(w, f->lectures[i].span, b);
}

static void put_sums(struct work *w, struct buf *b)
{
	const struct field *sums = &w->act->actes[w->acte].montants;
	for (size_t i = 0; facts_ask(w->facts, "montants") && i < sums->n && i < PASSAGES_LENT; i++)
		put_sentence(w, sums->items[i].span, b);
}

void work_bring_passages(struct work *w, const struct finding *f, const struct judged *here, unsigned step)
{
	struct buf b;
	buf_init(&b, LIMIT_SAMPLE_BYTES);
	if (step == 0)
		remove_passages(w, here);
	if (step == 0)
		put_evidence(w, f, &b);
	else if (step == 1)
		put_found(w, f, &b);
	else
		put_sums(w, &b);
	add_sentences(w, arena_dup(w->a, buf_view(&b)));
	buf_done(&b);
}
