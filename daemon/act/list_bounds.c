/* SPDX-License-Identifier: EUPL-1.2 */
/* When a member of a list was there: "(à partir de 19 h)", ", parti à 20 h", said of the name before.
 *
 * In a capital at the beginning of a line it is said of who follows; giving it to the last member was decided against, for he would be
 * absent from what he voted.
 */
#include "lists_priv.h"
#include "moves_priv.h"

size_t list_bound(struct list *l, size_t i, size_t limit)
{
	struct entry *e = list_last(l);
	const struct token *tok = &l->rd->t.at[i];

	/* "….⏎⏎Arrivée de Mme GRAND au point n° 3": a sentence, and not said of the last member. */
	if (tok->shape != SHAPE_LOWER && i > 0 && (tok->lines > 1 || tok_mark(&l->rd->t, i - 1, '.') || tok_among(&l->rd->t, i + 1, " en ")))
		return i;
	/* "Luc PETIT⏎A partir de 19h30 : Anne GRAND": of those behind it. */
	if (tok->shape != SHAPE_LOWER && tok_among(&l->rd->t, i, " a depuis jusqu jusqua ") && i > 0 && l->rd->t.at[i - 1].kind == TOK_WORD)
		return i;
	const size_t k = e == NULL ? i : bound_at(l->rd, i, limit, &e->depuis, &e->jusqua);

	/* "Départ (the margin) de M. GRAND", "Retard : M. GRAND": of him. */
	if (k > i && tok_among(&l->rd->t, k - 1, " de d : "))
		list_stop(l, i, "des membres à part, pour un moment de la séance");

	/* "excusée jusqu'à 19 h 30", of somebody present: there since then. */
	if (k > i && l->s->h.kinds == LISTE_PRESENTS && tok_among(&l->rd->t, i - 1, " absent absente excuse excusee ") &&
	    tok_among(&l->rd->t, i, " jusqu jusqua a depuis ")) {
		const struct str since = e->depuis;

		e->depuis = e->jusqua;
		e->jusqua = since;
	}
	return k;
}

/* "A partir de 19h30 : Anne GRAND", "A partir de 19h30, M. A à M. B" */
static bool bound_of_others(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	int minutes;
	const size_t at = i + 3, end = leaf_hour(t, at, &minutes);

	if (t->at[i].shape == SHAPE_LOWER || list_last(l) == NULL || !tok_among(t, i, " a ") || !tok_among(t, i + 1, " partir compter ") || end == at)
		return false;
	const size_t name = end + tok_among(t, end, " , : ");

	return name_read(l->rd, name, l->limit, &n) > name;
}

/* "… M. PETIT⏎Arrivée de M. GRAND au point 3" */
static bool move_of_others(const struct list *l, size_t word)
{
	struct name n;
	size_t next;

	return move_noun_at(l->rd, word, &next) && tok_among(&l->rd->t, word + 1, " de d ") && name_read(l->rd, next, l->limit, &n) > next;
}

/* "…, Luc PETIT⏎Arrivé en retard : M. GRAND", "À partir du point 3 : Mme ROUX": who came or went meanwhile, whom movements.c hears. */
size_t list_moment_label(struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	const size_t word = i + (rd->t.at[i].key.n <= 2 && tok_among(&rd->t, i, " a en "));
	size_t next, name;

	if (!landmark_at(rd->t.landmarks, LANDMARK_MOVE, word) || rd->t.at[i].shape == SHAPE_LOWER || l->s->entries.n == 0)
		return i;
	if (move_of_others(l, word))
		list_close(l, i, BOUNDARY_ATTENDANCE);
	else if ((!l->dangling || tok_among(&rd->t, i - 1, " - ; . ")) && move_label_at(rd, word, &next) && is_civility(&rd->t, next, &name) && !bound_of_others(l, i))
		list_close(l, i, BOUNDARY_HEADING);
	return i;
}

bool list_note_at(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	size_t from = i;

	while (from > l->s->h.to && tok_mark(t, from - 1, '*'))
		from--;
	if (from == i && i > l->s->h.to + 3 && tok_mark(t, i - 1, ')') && (t->at[i - 2].kind == TOK_NUMBER || t->at[i - 2].key.n == 1 || tok_mark(t, i - 2, '*')) && tok_mark(t, i - 3, '('))
		from = i - 3;
	if (from == i)
		return false;
	if (tok_mark(t, from + 1, '*')) /* "M. Luc PETIT *, …⏎(*) porteur …" */
		return tok_says(t, l->s->h.to, from, " * ");
	for (size_t k = l->s->h.to; k + (i - from) <= from; k++)
		if (tok_same(t, from, k, i - from) == i - from && !tok_mark(t, k + (i - from), '*'))
			return true;
	return t->at[from].lines > 0 && tok_mark(t, from, '*') && list_last(l)->to < from;
}

/* "Anne PETIT (1), Luc GRAND.⏎(1) arrivée à 19h20", "* arrivée à 19h20": said of whose name bears the mark. */
static bool bound_of_a_note(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct str since, until;

	return i > 3 && (tok_mark(t, i - 1, '*') || (tok_mark(t, i - 1, ')') && t->at[i - 2].kind == TOK_NUMBER && tok_mark(t, i - 3, '('))) &&
	       list_last(l) != NULL && bound_at(l->rd, i, l->limit, &since, &until) > i;
}

/* "M. A à M. B et, à compter de son départ, Mme C à M. D": said of C. */
static bool bound_before_the_next(const struct list *l, size_t i)
{
	struct str since, until;

	return i > 1 && tok_mark(&l->rd->t, i - 1, ',') && tok_among(&l->rd->t, i - 2, " et ") && list_last(l) != NULL && bound_at(l->rd, i, l->limit, &since, &until) > i;
}

/* "M. Luc PETIT, Mme GRAND.⏎M. PETIT arrive au point 3": *e, the last, has words of one before him, and no others. */
bool list_tells_again(const struct list *l, const struct entry *e)
{
	for (const struct entry *k = l->s->entries.at; k < e; k++)
		if (str_eq(k->qui.cle, e->qui.cle) || (str_ends(k->qui.cle, e->qui.cle) && k->qui.cle.p[k->qui.cle.n - e->qui.cle.n - 1] == ' '))
			return true;
	return false;
}

size_t list_bound_outside(struct list *l, size_t i)
{
	const struct entry *e = list_last(l);

	/* "…⏎M. PETIT quitte la séance à 20 h 10" */
	if (e != NULL && e->to == i && tok_among(&l->rd->t, i, " quitte rejoint ") && list_sentence(l, e))
		return i;
	if (e != NULL && e->to == i && tok_among(&l->rd->t, i, " arrive arrivera sort part revient ") && list_tells_again(l, e) && list_end_before_last(l))
		return i;
	/* Nobody absent leaves. */
	if (e != NULL && e->to == i && tok_among(&l->rd->t, i, " quitte ") && !(l->s->h.kinds & LISTE_PRESENTS)) {
		list_unknown(l, i);
		return i;
	}
	if (bound_of_others(l, i) || bound_before_the_next(l, i) || bound_of_a_note(l, i))
		list_stop(l, i, bound_of_a_note(l, i) ? "une note de bas de liste" : "des membres à part, pour un moment de la séance");
	return list_bound(l, i, l->limit);
}
