/* SPDX-License-Identifier: EUPL-1.2 */
/* The last name of a list that is the subject of the sentence behind it: who was made secretary, who opens the séance. */
#include "lists_priv.h"

#define SECRETARY_TOKENS 14 /* "est désignée, à l'unanimité, pour remplir les fonctions de secrétaire" */

/* "Anne Petit, Luc Grand⏎Zoé Roux a été élue secrétaire", where no capitals part the last two: he ends with his line, who opens the sentence is another. */
static bool cut_at_line(const struct list *l, struct entry *e, size_t i)
{
	struct name member, subject;

	if (e->name.order != ORDER_NONE || e->name.to != i || !list_name_of_two_lines(l, e, &member, &subject) || subject.compounds < 2 || subject.odd)
		return false;
	list_rename(l, e, &member, member.to);
	return true;
}

/* "…, M. VIAL,⏎Mme GRAND n° 2024 / 131 est nommée secrétaire": the margin's number between the name that ends at `from` and the verb at i. */
static bool number_before_verb(const struct list *l, size_t from, size_t i)
{
	bool number = false;

	if (from >= i || !tok_among(&l->rd->t, i, " a est ") || l->rd->t.at[i].shape != SHAPE_LOWER)
		return false;
	for (; from < i && !tok_among(&l->rd->t, from, " , ; . : ( "); from++)
		number |= l->rd->t.at[from].kind == TOK_NUMBER;
	return number && from == i;
}

/* "… M. VIAL⏎Mme GRAND est nommée secrétaire": the last name is the subject of what ends the list, not a member of
 * it. */
size_t list_without_subject(struct list *l, size_t i)
{
	struct entry *e = list_last(l);

	if (e != NULL && number_before_verb(l, e->to, i))
		list_fail(l, i, "la phrase du secrétaire continue la liste");
	if (e == NULL || e->to != i || !tok_among(&l->rd->t, i, " a est assure ") ||
	    cue_at(l->rd->lx, &l->rd->t, i, CUE_SECRETAIRE) == i)
		return i;
	/* "A été nommée secrétaire : Mme GRAND" */
	if (l->rd->t.at[i].shape != SHAPE_LOWER && l->rd->t.at[i + 1].shape == SHAPE_LOWER)
		return i;
	if (e->promised && cut_at_line(l, e, i))
		return e->to;
	if (e->promised && !(l->rd->t.at[e->from].lines >= 2 && list_names_above(l, &e->name))) {
		list_fail(l, i, "la phrase du secrétaire continue la liste");
		return i;
	}
	l->s->entries.n--;
	return e->from;
}

/* "M. VIAL⏎Mme GRAND est désignée en qualité de secrétaire": the verb at i, in whose sentence the word stands. */
static bool tells_of_a_secretary(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;

	if (!tok_among(t, i, " est a assure accepte remplit exerce "))
		return false;
	for (size_t k = i; k < i + SECRETARY_TOKENS && k < t->n && !(k > i && sentence_ends_at(l->rd, k - 1)); k++)
		if (tok_among(t, k, " secretaire secretariat plume "))
			return true;
	return false;
}

/* "…, M. VIAL Mme GRAND ne prend pas part au vote": what a sentence says of its subject, and no list of a member ("ne pouvant être là"). */
static bool tells_of_its_subject(const struct list *l, size_t i)
{
	const bool excused = tok_among(&l->rd->t, i, " s ") && tok_among(&l->rd->t, i + 2, " est excuse ") && tok_says(&l->rd->t, i + 2, i + 5, " excuser excuse excusee ");

	return (excused || tok_among(&l->rd->t, i, " ne n ouvre declare constate rappelle informe presente propose remercie accueille souhaite salue procede demande soumet quitte rejoint ")) &&
	       !str_ends(l->rd->t.at[i + 1].key, STR("ant")) && l->rd->t.at[i].shape == SHAPE_LOWER && list_last(l)->name.civility < list_last(l)->name.from;
}

bool list_tells_of_last(const struct list *l, size_t i)
{
	return tells_of_a_secretary(l, i) || tells_of_its_subject(l, i);
}
