/* SPDX-License-Identifier: EUPL-1.2 */
/* "M. le Maire", told of by his title alone: where such a title stands, and who it is (chair_of_title). */
#include "going_priv.h"
#include "who_priv.h"

#define SENTENCE_TOKENS 40

bool person_of_title(struct reader *rd, size_t from, size_t to, struct person *ret)
{
	struct person holder = { .nom = reader_text(rd, from, to), .span = reader_span(rd, from, to) };
	size_t name;
	const char gender = is_civility(&rd->t, from, &name) ? gender_of(reader_text(rd, from, name)) : 0;

	if (!chair_of_title(rd, &holder) || genders_differ(gender, gender_of(holder.civilite)))
		return false;
	*ret = holder;
	return true;
}

size_t title_ending_at(const struct reader *rd, size_t to)
{
	size_t i = to, next;

	if (to < 2 || !tok_among(&rd->t, to - 1, " maire president presidente ") || !tok_among(&rd->t, to - 2, " le la "))
		return to;
	i = to - 2;
	for (size_t k = i > 2 ? i - 2 : 0; k < i; k++)
		if (is_civility(&rd->t, k, &next) && next == i)
			return k;
	return rd->t.at[i].shape == SHAPE_LOWER ? to : i; /* "… que le maire" */
}

size_t title_beginning_at(const struct reader *rd, size_t k)
{
	size_t next = k;

	is_civility(&rd->t, k, &next);
	next += tok_among(&rd->t, next, " le la ");
	return tok_among(&rd->t, next, " maire president presidente ") ? next + 1 : k;
}

/* Before the words at i, past "ayant", "s'étant": the end of the title. */
static size_t title_end(const struct reader *rd, size_t i)
{
	while (i > 0 && tok_among(&rd->t, i - 1, " ayant a s ' etant se est n ne , "))
		i--;
	return i;
}

size_t title_told_before(const struct reader *rd, size_t i, size_t *ret_end)
{
	*ret_end = title_end(rd, i);

	const size_t from = title_ending_at(rd, *ret_end), comma = from < *ret_end ? i : before_the_aside(rd, sentence_start(rd, i, i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0), i);

	if (comma == i)
		return from;
	*ret_end = comma;
	return title_ending_at(rd, comma);
}

/* "Mme A et M. le Maire quittent": the title is not alone. */
static bool is_one_of_several(const struct reader *rd, size_t from, size_t i)
{
	for (size_t k = i; k < i + 4; k++)
		if (tok_among(&rd->t, k, " quittent retirent prennent ont sortent absentent participent votent "))
			return true;
	if (from < 2 || !tok_among(&rd->t, from - 1, " et , "))
		return false;
	return tok_among(&rd->t, from - 1, " et ") || (tok_among(&rd->t, i, " ayant ") && rd->t.at[from - 2].shape != SHAPE_LOWER);
}

bool chair_told_before(struct reader *rd, size_t i, struct person *ret)
{
	size_t to;
	const size_t from = title_told_before(rd, i, &to);

	return from < to && !is_one_of_several(rd, from, i) && person_of_title(rd, from, to, ret);
}
