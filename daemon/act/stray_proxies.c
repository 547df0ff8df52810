/* SPDX-License-Identifier: EUPL-1.2 */
/* Proxies told outside the lists that were read: they are counted, so that nobody believes the list of proxies whole.
 *
 * A number, the law and another séance tell of nobody's proxy. Reading them was decided against: who gave and who holds is
 * sure where a list says it.
 */
#include "proxies_priv.h"

#define ASIDE_TOKENS 8

#define NAME_TOKENS 12 /* of the longest name looked for backwards */
#define AGAIN_TOKENS 18 /* from the name of who gave it to "pouvoir", and three times what stands behind that word */

static bool capital_name(const struct reader *rd, size_t i)
{
	size_t next;

	if (i >= rd->t.n)
		return false;
	return is_civility(&rd->t, i, &next) ||
	       (rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape != SHAPE_LOWER && !name_never(rd, i));
}

/* "pouvoir … à M. B", "Mme A … donné pouvoir": a mention of somebody's proxy, not the word in a sentence or a
 * count. */
static bool beside_a_name(const struct reader *rd, size_t i)
{
	static const char after[] = " donne donnee remis remise transmis a de d du par ecrit : - vote voter en leur son nom ' ";
	static const char before[] =
		" donne donnes donnent donnant remis laisse confie transmis fait lequel laquelle a ont ayant avait avaient son leur sa un une qui par lui nous , : ( ) . { [ - ";
	size_t k = i + 1;

	while (k < rd->t.n && k - i < 10 && tok_among(&rd->t, k, after))
		k++;
	if (k > i + 1 && capital_name(rd, k))
		return true;
	for (k = i; k > rd->head.from && i - k < 8 && tok_among(&rd->t, k - 1, before);)
		k--;
	return k < i && k > rd->head.from && capital_name(rd, k - 1);
}

/* "Procurations : 3", "3 pouvoirs", "délégation de pouvoirs": numbers and law, nobody's proxy. */
static bool counts_or_law(const struct reader *rd, size_t i)
{
	const struct tokens *t = &rd->t;

	if (t->at[i + 1].kind == TOK_NUMBER || (tok_mark(t, i + 1, ':') && t->at[i + 2].kind == TOK_NUMBER))
		return true;
	if (i > 0 && t->at[i - 1].kind == TOK_NUMBER && !tok_among(t, i + 1, " a de d donne donnee "))
		return true;
	return i > 1 && tok_among(t, i - 1, " de des ") && tok_among(t, i - 2, " delegation delegations nombre ");
}

/* "… une erreur dans la liste du mois passé : Mme A avait donné pouvoir à M. B": told of another day. */
bool told_of_a_past_seance(const struct reader *rd, size_t i)
{
	for (size_t k = sentence_start(rd, i, rd->head.from); k < i; k++)
		if (tok_among(&rd->t, k, " precedente derniere ") && tok_among(&rd->t, k + 1, " seance reunion "))
			return true;
	return false;
}

static bool stray_word(const struct reader *rd, size_t i)
{
	return proxy_word(&rd->t, i) && !counts_or_law(rd, i) && beside_a_name(rd, i) && !told_of_a_past_seance(rd, i);
}

/* "Anne PETIT, empêchée, (est représentée)", of which a comma may be lost: the comma behind her name, or i. */
static size_t before_an_aside(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k > rd->head.from + 1 && tok_among(&rd->t, k - 1, " empeche empechee absent absente excuse excusee souffrant souffrante et "))
		k--;
	if (k < i)
		return k - tok_mark(&rd->t, k - 1, ',');

	if (i < rd->head.from + 2 || !tok_mark(&rd->t, i - 1, ','))
		return i;
	for (k = i - 1; k > rd->head.from && k + ASIDE_TOKENS > i && rd->t.at[k - 1].kind == TOK_WORD && rd->t.at[k - 1].shape == SHAPE_LOWER; k--)
		;
	return k < i - 1 && tok_mark(&rd->t, k - 1, ',') ? k - 1 : i - 1;
}

/* Somebody is named, with a civility, in the sentence before token i. */
static bool named_in_the_sentence(const struct reader *rd, size_t i)
{
	size_t next;

	for (size_t k = sentence_start(rd, i, i > NAME_TOKENS * 2 ? i - NAME_TOKENS * 2 : rd->head.from); k < i; k++)
		if (is_civility(&rd->t, k, &next) && next < i && !tok_among(&rd->t, next, " le la l "))
			return true;
	return false;
}

/* "Anne PETIT représentée par Luc GRAND" outside the lists, "M. PETIT a accepté d'être représenté par M. GRAND". */
static bool stray_representation(const struct reader *rd, size_t i)
{
	const size_t next = cue_at(rd->lx, &rd->t, i, CUE_REPRESENTE_PAR);
	struct name n;

	return next > i && i > rd->head.from && represented_is_proxy(rd) && name_read(rd, next, rd->head.to, &n) > next &&
	       ((n.civility < n.from && tok_among(&rd->t, i - 1, " etre ") && named_in_the_sentence(rd, i)) || name_before(rd, rd->head.from, before_an_aside(rd, i), &n));
}

/* "PROCURATI0NS : Mme Anne PETIT à M. Luc GRAND": a giver and a holder under a heading that was not understood. */
static bool stray_pair(const struct reader *rd, const struct attendance *at, size_t i)
{
	struct name giver, holder;

	return tok_among(&rd->t, i, " a ") && i > rd->head.from && at->sections.n > 0 &&
	       name_read(rd, i + 1, rd->head.to, &holder) > i + 1 && holder.civility < holder.from &&
	       name_before(rd, rd->head.from, i, &giver) && giver.civility < giver.from && !at->explained[giver.from];
}

/* "M. A, mandataire de (the margin) M. B", "M. A représente M. B", which nothing explains. */
static bool stray_holder(const struct reader *rd, size_t i)
{
	const size_t next = proxy_received_at(rd, i), end = i - (i > 0 && tok_among(&rd->t, i - 1, " , : "));
	struct name n;
	size_t name;

	/* "vote au nom (the margin) de M. B" */
	if (next == i && tok_among(&rd->t, i, " vote votent ") && tok_phrase(&rd->t, i + 1, "au nom", &name) && tok_says(&rd->t, name, name + NAME_TOKENS / 2, " de du d ") && name_before(rd, rd->head.from, i, &n))
		return true;
	if (next == i || end <= rd->head.from || !proxy_told_of_a_holder(rd, i))
		return false;
	return (is_civility(&rd->t, next, &name) && !tok_among(&rd->t, name, " le la l ")) || (!tok_among(&rd->t, i, " represente representent ") && name_read(rd, next, rd->head.to, &n) > next && name_before(rd, rd->head.from, end, &n));
}

static bool gave(const struct attendance *at, struct str cle)
{
	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; i < at->sections.at[k].pairs.n; i++)
			if (str_eq(at->sections.at[k].pairs.at[i].mandant.cle, cle))
				return true;
	return false;
}

/* "… présente les excuses de Mme A, qui lui a donné pouvoir", "M. B (pouvoir à moi-même)": told again of who stands in a list
 * of givers. */
static bool told_again(struct reader *rd, const struct attendance *at, size_t i)
{
	bool himself = false;
	struct name n;

	for (size_t k = i; k < i + AGAIN_TOKENS / 3 && k < rd->t.n && !tok_among(&rd->t, k, " , . ; "); k++)
		himself |= tok_among(&rd->t, k, " a ") && tok_among(&rd->t, k + 1, " lui elle moi ") && (tok_mark(&rd->t, k + 2, '-') || tok_among(&rd->t, k + 2, " , . ; "));
	for (size_t k = i; k > rd->head.from && i - k < AGAIN_TOKENS && !sentence_ends_at(rd, k - 1); k--) {
		himself |= tok_among(&rd->t, k, " lui ") && tok_among(&rd->t, k + 1, " a avait ");
		if (himself && name_before(rd, rd->head.from, k, &n) && n.to + 3 > k) {
			struct person p = name_person(rd, &n);

			return gave(at, p.cle);
		}
	}
	return false;
}

/* The words before `end` are this name, whatever parts them: "Jean-ClaudePETIT" is "Jean-Claude PETIT". */
static bool name_ends_at(const struct reader *rd, size_t end, struct str cle)
{
	size_t left = cle.n;

	for (size_t k = end; left > 0 && k > rd->head.from && end - k < NAME_TOKENS; k--) {
		const struct token *tok = &rd->t.at[k - 1];

		if (tok->kind != TOK_WORD && !tok_among(&rd->t, k - 1, " - ' . "))
			return false;
		for (size_t m = tok->kind == TOK_WORD ? tok->key.n : 0; m > 0; m--) {
			while (left > 0 && cle.p[left - 1] == ' ')
				left--;
			if (left == 0 || cle.p[--left] != tok->key.p[m - 1])
				return false;
		}
	}
	return left == 0 && cle.n > 0;
}

/* "Luc VIAL - PROCURATION", beside a member of a table: a list tells whose he holds. */
static bool marks_a_holder(const struct reader *rd, const struct attendance *at, size_t i)
{
	if (i < rd->head.from + 2 || !tok_mark(&rd->t, i - 1, '-') || tok_among(&rd->t, i + 1, " a de des d du par pour donne donnee n : ") ||
	    rd->t.at[i + 1].kind == TOK_NUMBER)
		return false;
	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t p = 0; p < at->sections.at[k].pairs.n; p++)
			if (name_ends_at(rd, i - 1, at->sections.at[k].pairs.at[p].porteur.cle))
				return true;
	return false;
}

size_t proxies_stray(struct reader *rd, const struct attendance *at, size_t *ret_first)
{
	size_t n = 0;

	for (size_t i = rd->head.from; (i = next_of(rd, LANDMARK_PROXY, i, rd->head.to)) < rd->head.to; i++) {
		if (at->explained[i] || told_again(rd, at, i) || marks_a_holder(rd, at, i) || !(stray_word(rd, i) || stray_representation(rd, i) || stray_holder(rd, i) || stray_pair(rd, at, i)))
			continue;
		if (n++ == 0)
			*ret_first = i;
	}
	return n;
}
