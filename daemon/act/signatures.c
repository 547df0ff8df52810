/* SPDX-License-Identifier: EUPL-1.2 */
/* The secretary who signs: "La secrétaire de séance, Anne LORME", and of two columns that were read as one line "Le secrétaire de séance Le Maire, Luc
 * BRANDEL Anne LORME", of which the names stand in the order of the titles. A third name, or one that the presidency contradicts, and nothing is read.
 */
#include "officers_priv.h"
#include "who_priv.h"

#define NAME_TOKENS 8 /* "Jean-Paul DE LA TOUR" */

static const char ARTICLES[] = " le la ", CHAIRS[] = " maire president presidente ",
		  OTHERS[] = " maire president presidente adjoint adjointe vice doyen doyenne secretaire delegue deleguee delegation syndicat communaute commune departement region auxiliaire ";

/* "Le Maire,", "La Présidente :", at token i: behind it and its mark, or i. */
static size_t past_a_chair(const struct reader *rd, size_t i)
{
	return i + 1 < rd->t.n && tok_among(&rd->t, i, ARTICLES) && rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i + 1, CHAIRS) ? skip_marks(rd, i + 2, ",:") : i;
}

/* "LORME LE MAIRE", "BRANDEL RF": more capitals behind a family name, which may be of it. */
static bool more_capitals(const struct reader *rd, size_t i)
{
	return i < rd->t.n && rd->t.at[i].lines == 0 && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i].key.n > 1 && past_a_chair(rd, i) == i;
}

/* One name at token i, though another follows at once: "Luc BRANDEL Anne LORME". */
static bool signed_name(struct reader *rd, size_t i, size_t limit, struct name *ret)
{
	if (name_read(rd, i, limit, ret) > i && ret->civility < ret->from && officer_sure(rd, ret) && ret->compounds < 4)
		return true;
	for (size_t end = i + 2; end < i + NAME_TOKENS && end <= limit; end++)
		if (name_read(rd, i, end, ret) == end && ret->order == ORDER_FIRST_LAST && officer_sure(rd, ret) && !(tok_mark(&rd->t, end, '-') && !rd->t.at[end].space))
			return !more_capitals(rd, end);
	return false;
}

static bool is_the_chair(struct reader *rd, const struct name *n)
{
	const struct field *chair = &rd->r->president;

	return chair->statut == FIELD_LU && str_eq(name_person(rd, n).cle, chair->items[0].qui.cle);
}

/* Behind the names nobody else signs. */
static bool closes_the_signatures(struct reader *rd, const struct name *last, size_t limit)
{
	struct name third;
	const size_t k = skip_marks(rd, last->to, ",");

	return !signed_name(rd, k, limit, &third);
}

bool secretary_signs(struct reader *rd, size_t i, size_t k, size_t limit, struct officers *f)
{
	struct name one, two;

	if (i < 2 || !tok_among(&rd->t, i - 1, ARTICLES) || rd->t.at[i - 1].shape == SHAPE_LOWER || !tok_among(&rd->t, k - 1, " seance "))
		return false;
	const size_t own = skip_marks(rd, k, ",:"), both = past_a_chair(rd, own), before = i - 2 - (tok_among(&rd->t, i - 2, " , : ") && i > 2);
	const bool chair_first = before > 0 && tok_among(&rd->t, before, CHAIRS) && past_a_chair(rd, before - 1) == i - 1;

	if ((!chair_first && tok_among(&rd->t, before, OTHERS)) || (chair_first && both > own) || !signed_name(rd, both, limit, &one))
		return false;
	if (!chair_first && both == own) {
		if (is_the_chair(rd, &one) || tok_among(&rd->t, skip_marks(rd, one.to, ",-("), CHAIRS) || !closes_the_signatures(rd, &one, limit))
			return false;
		officer_add(rd, f, &one);
		return true;
	}
	if (!signed_name(rd, skip_marks(rd, one.to, ","), limit, &two) || !closes_the_signatures(rd, &two, limit))
		return false;
	const struct name *secretary = chair_first ? &two : &one, *chair = chair_first ? &one : &two;

	if (is_the_chair(rd, secretary) || (rd->r->president.statut == FIELD_LU && !is_the_chair(rd, chair)))
		return false;
	officer_add(rd, f, secretary);
	return true;
}
