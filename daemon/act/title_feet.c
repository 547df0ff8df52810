/* SPDX-License-Identifier: EUPL-1.2 */
/* The foot of a page beside or within a title: what was passed over as furniture, and what furniture.c had to keep since it stands once. */
#include "titles_priv.h"

#define FOOT_WORDS 8

bool after_furniture(const struct reader *rd, size_t i)
{
	const size_t from = i > 0 ? rd->t.at[i - 1].end : 0;
	size_t low = 0, high = rd->t.furniture_n;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (rd->t.furniture[middle].start < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low < rd->t.furniture_n && rd->t.furniture[low].start < rd->t.at[i].start;
}

/* "Page 2", "Extrait du registre", "Commune de Mirebois - séance du 12 mars 2031", "Mirebois-le-Haut, séance du 12 mars 2031" on a line of its own */
static bool names_the_foot(const struct reader *rd, size_t i, size_t limit)
{
	static const char feet[] = " extrait folio registre ";

	if (rd->t.at[i].shape == SHAPE_LOWER)
		return false;
	if (title_goes_on(rd, i) && rd->t.at[i].lines == 0)
		return false;
	if (tok_among(&rd->t, i, feet) || (word_is(rd, i, "page") && rd->t.at[i + 1].kind == TOK_NUMBER))
		return true;
	for (size_t w = i + 1; w < limit && w < i + FOOT_WORDS && (rd->t.at[i].lines == 0 || rd->t.at[w].lines == 0); w++)
		if (word_is(rd, w, "seance") && ((tok_among(&rd->t, i, " commune ville ") && tok_mark(&rd->t, w - 1, '-')) ||
						 (rd->t.at[i].lines > 0 && tok_mark(&rd->t, w - 1, ',') && word_is(rd, w + 1, "du"))))
			return true;
	return false;
}

/* A page ends within the title or right behind it: its foot, or "2" and "- 2 -" on a line. */
bool page_foot_at(const struct reader *rd, size_t i, size_t limit)
{
	const size_t k = i + tok_mark(&rd->t, i, '-'), end = k + 1 + tok_mark(&rd->t, k + 1, '-');

	if (rd->t.at[i].lines > 0 && rd->t.at[k].kind == TOK_NUMBER && (end >= limit || rd->t.at[end].lines > 0))
		return true;
	return names_the_foot(rd, i, limit);
}

/* Without line ends the number of a page stands there like a word: "… pour la commune 2 Vu le code". */
bool ends_on_a_page(const struct reader *rd, size_t from, size_t to)
{
	const struct token *t = &rd->t.at[to - 1];

	return to < rd->t.n && rd->t.at[to].lines == 0 && t->kind == TOK_NUMBER && t->key.n <= 3 && t->space && to > from + 1 &&
	       rd->t.at[to - 2].kind == TOK_WORD &&
	       !tok_among(&rd->t, to - 2, " lot lots avenant phase tranche article zone dm modification numero no n annexe type categorie classe volet ");
}
