/* SPDX-License-Identifier: EUPL-1.2 */
/* A proxy told of who holds it: "M. A a reçu pouvoir de M. B", "M. A, mandataire de M. B", "M. A : pouvoir de M. B", "M. A représente M. B".
 *
 * He is there, whatever list he stands in or behind; where no list names him before, his words end none.
 */
#include "proxies_priv.h"

/* "représente", and not "représenté": one accent. */
static bool is_representing(const struct reader *rd, size_t i)
{
	const struct token *tok = &rd->t.at[i];

	return tok_among(&rd->t, i, " represente representent ") && tok->shape == SHAPE_LOWER && tok->end - tok->start == tok->key.n + 1 && !tok_among(&rd->t, i + 1, " par ");
}

size_t proxy_received_at(const struct reader *rd, size_t i)
{
	if (!landmark_at(rd->t.landmarks, LANDMARK_LIST, i))
		return i;
	if (landmark_at(rd->t.landmarks, CUE_POUVOIR_RECU, i))
		return cue_at(rd->lx, &rd->t, i, CUE_POUVOIR_RECU);
	return is_representing(rd, i) ? i + 1 + tok_among(&rd->t, i + 1, " egalement aussi ") : i;
}

/* "représente", of a member whom somebody sits for in person, in a body where that is no proxy. */
static bool may_sit_instead(const struct reader *rd, size_t from)
{
	return tok_among(&rd->t, from, " represente representent ") && !represented_is_proxy(rd);
}

/* "M. A (pouvoir de M. B et de Mme C)", "M. A pouvoir de M. B⏎Mme C pouvoir de M. D": C is a row of its own. */
static bool opens_the_next_row(const struct list *l, size_t i, size_t next)
{
	const size_t behind = next + tok_among(&l->rd->t, next, " , : ( ");

	return l->rd->t.at[i].lines > 0 || proxy_received_at(l->rd, behind) > behind;
}

/* "…, M. PETIT. M. A représente M. B", of somebody whom the list does not name; not in "M. A. M. B. M. C, pouvoir de M. D". */
static bool opens_a_sentence(const struct list *l, const struct entry *e)
{
	const size_t from = e->from - (l->rd->t.at[e->from - 1].kind == TOK_NUMBER); /* of the page */

	return l->s->h.kinds == LISTE_PRESENTS && l->s->entries.n > 1 && tok_mark(&l->rd->t, from - 1, '.') && (l->s->entries.n == 2 || !tok_mark(&l->rd->t, (e - 1)->from - 1, '.'));
}

size_t proxy_receive(struct list *l, size_t from, size_t i, size_t limit)
{
	struct entry *e = list_last(l);
	const bool told = tok_among(&l->rd->t, from, " represente representent mandataire vote porte ");
	struct person giver;
	size_t k = i, next;

	/* An absent member holds no proxy: the words do not mean what they say. "Absents représentés : M. A représente M. B", who was listed as present, does. */
	if (e == NULL || may_sit_instead(l->rd, from) || ((l->s->h.kinds & LISTE_ABSENTS) && !(told && (l->s->h.kinds & LISTE_POUVOIRS) && list_names_above(l, &e->name))))
		return i;
	if (opens_a_sentence(l, e))
		return i;
	/* "Procuration de M. A à M. B", after a list: it says nothing of the last name. */
	next = list_other_name(l, i, limit, &giver);
	if (told && next > i && giver.civilite.n == 0 && people_words(giver.cle) < 2) /* "représente la FRANCE" */
		return i;
	if (tok_is(&l->rd->t, tok_mark(&l->rd->t, next, '.') ? next + 1 : next, STR("a")))
		return i;
	while ((next = list_other_name(l, k, limit, &giver)) > k && !(k > i && (told || opens_the_next_row(l, k, next)))) {
		list_pair_add(l, &giver, &e->qui, e->from, next);
		k = next;
		if (k + 1 < limit && tok_mark(&l->rd->t, limit, ')') && tok_among(&l->rd->t, k, " et , "))
			k++;
	}
	if (k > i)
		list_explain(l, from, k);
	l->s->there_tells |= k > i && told;
	/* "Pouvoirs : M. A détient le pouvoir de M. B": he who holds it is no absent. */
	if (k > i && !(l->s->h.kinds & LISTE_PRESENTS)) {
		l->s->of_holders = true;
		l->s->entries.n--;
	}
	return k;
}

/* "a reçu pouvoir de", "est mandataire de", "représente", "vote au nom de", at its verb. */
static bool is_a_sentence(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " a detient est represente representent vote porte recoit ");
}

bool proxy_told_of_a_holder(const struct reader *rd, size_t i)
{
	return i > 0 && proxy_received_at(rd, i) > i && (is_a_sentence(rd, i) || tok_among(&rd->t, i - 1, " , : ")) && !may_sit_instead(rd, i);
}

bool proxy_holder_told(const struct list *l, size_t i)
{
	const struct entry *e = list_last(l);
	if ((l->s->h.kinds & LISTE_POUVOIRS) || !landmark_at(l->rd->t.landmarks, LANDMARK_LIST, i))
		return false;
	const size_t end = i - tok_among(&l->rd->t, i - 1, " , : ");

	if (e->to != end || !proxy_told_of_a_holder(l->rd, i))
		return false;
	return tok_among(&l->rd->t, i, " a detient est ") || list_tells_again(l, e) || list_names_above(l, &e->name);
}

size_t proxy_end_before_holder(struct list *l)
{
	const struct entry *e = list_last(l);

	/* "Absente : Mme GRAND M. A, mandataire de …", in a text without line ends */
	if (!list_end_before_last(l) && l->s->entries.n > 1 && !e->promised && !e->dashed && e->name.civility < e->name.from) {
		l->s->entries.n--;
		l->s->to = e->from;
		l->done = true;
	}
	return l->s->to;
}

size_t proxy_colon(struct list *l, size_t i)
{
	const struct entry *e = list_last(l);

	if (e == NULL || e->to != i || !proxy_told_of_a_holder(l->rd, i + 1))
		return i;
	if (proxy_holder_told(l, i + 1))
		return proxy_end_before_holder(l) > i || l->done ? l->s->to : i;
	return (l->s->h.kinds & LISTE_POUVOIRS) ? proxy_in(l, i + 1, l->limit) : i;
}
