/* SPDX-License-Identifier: EUPL-1.2 */
/* The small words of a family name: those that lead to its next word, and the one that ends it. */
#include "names_priv.h"

#define PARTICLE_TOKENS 12 /* "VAN DER", "de la"; asked at every token of a run of them */

static const char PARTICLES[] = " de du des d la le les l von van der den el al ben da di do dos das del della ibn ait ould abou ";

/* "VAN" is one in "VAN DEN BERG", not in "VAN-PRAET". */
bool name_particle(const struct reader *rd, size_t i)
{
	if (rd->t.at[i].kind != TOK_WORD || !tok_among(&rd->t, i, PARTICLES))
		return false;
	/* "d'EU", but "PETIT D." has an initial. */
	if (rd->t.at[i].key.n == 1)
		return tok_mark(&rd->t, i + 1, '\'');
	return rd->t.at[i].shape == SHAPE_LOWER || !tok_mark(&rd->t, i + 1, '-') || rd->t.at[i + 1].space;
}

/* Particles from i on that lead to a name word: the token of that word; i when they lead nowhere. */
size_t name_over_particles(const struct reader *rd, size_t i, size_t limit)
{
	size_t k = i;

	while (k < limit && k - i < PARTICLE_TOKENS && name_particle(rd, k)) {
		k++;
		if (k < limit && tok_mark(&rd->t, k, '\'') && !rd->t.at[k].space)
			k++;
		k = over_sidebar(rd, k);
	}
	if (k == i || k >= limit)
		return i;
	return rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_LOWER && !name_never(rd, k) ? k : i;
}

/* "MOREL Al GRISOL Anne": the family name of one, or two members of whom the first is called so. */
bool name_particle_may_be_a_first_name(const struct reader *rd, size_t i)
{
	return i > 0 && tok_among(&rd->t, i, " ben al ") && rd->t.at[i].shape == SHAPE_TITLE && rd->t.at[i - 1].kind == TOK_WORD && rd->t.at[i - 1].shape == SHAPE_UPPER &&
	       rd->t.at[i - 1].key.n > 2 && rd->t.at[i + 1].shape == SHAPE_UPPER;
}

bool name_first_like_a_particle(const struct reader *rd, size_t i, size_t limit)
{
	return tok_among(&rd->t, i, " ben al ") && rd->t.at[i].shape == SHAPE_TITLE && rd->t.at[i].lines == 0 && i > 0 && rd->t.at[i - 1].shape == SHAPE_UPPER &&
	       rd->t.at[i - 1].kind == TOK_WORD && rd->t.at[i - 1].key.n > 2 && (i + 1 >= limit || rd->t.at[i + 1].lines > 0 || tok_among(&rd->t, i + 1, " , ; . ( ) ") || list_boundary(rd, i + 1) != BOUNDARY_NONE);
}

bool name_closing_particle(const struct reader *rd, const struct name *n, size_t i, size_t limit)
{
	const struct token *next = &rd->t.at[i + 1];
	size_t end;

	if (!tok_among(&rd->t, i, " van ") || rd->t.at[i].shape != rd->t.at[i - 1].shape || rd->t.at[i].lines > 0 ||
	    (rd->t.at[i].shape != SHAPE_UPPER && n->compounds < 2))
		return false;
	if (i + 1 == limit || tok_among(&rd->t, i + 1, " , ; . ( ) ") || is_civility(&rd->t, i + 1, &end) || (next->shape == SHAPE_LOWER && !name_particle(rd, i + 1)))
		return true;
	/* "Anne TRAN VAN Luc PETIT" */
	return n->order == ORDER_FIRST_LAST && n->upper && next->kind == TOK_WORD && next->shape == SHAPE_TITLE;
}
