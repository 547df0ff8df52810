/* SPDX-License-Identifier: EUPL-1.2 */
/* The dash before an amount: its sign, or the point of a list. */
#include "landmarks.h"
#include "numbers_priv.h"
#include "words_priv.h"

#define RESULT_TOKENS 6 /* "Résultat reporté de la section :" */
#define NEXT_TOKENS 14 /* from a sum below zero to the next of its row */

size_t amount_past_the_tax(const struct tokens *t, size_t i)
{
	static const char *const TAX[] = {"ht", "ttc"};

	if (tok_is_word(t, i, "h") && tok_mark(t, i + 1, '.') && tok_is_word(t, i + 2, "t"))
		return i + 3 + tok_mark(t, i + 3, '.');
	return i + (i < t->n && KEY_IN(t, i, TAX));
}

/* "Résultat reporté - 300 €", "Section de fonctionnement : -300 €": before the dash, a word of what may be below zero. */
static bool follows_a_result(const struct tokens *t, size_t dash)
{
	static const char signed_ones[] = " resultat resultats solde soldes deficit deficits report reporte fonctionnement investissement cloture ";
	size_t from = dash;

	while (from > 0 && dash - from < RESULT_TOKENS && !tok_mark(t, from - 1, ';') && t->at[from - 1].kind != TOK_NUMBER && !tok_is(t, from - 1, STR("€")))
		from--;
	return tok_says(t, from, dash, signed_ones);
}

/* "un déficit de - 1 234 €", "honoraires -300 €", "(-300 €)", "-300 €" alone in its row; not "- 150 € au club", a point of a list, nor "2031 - 500 €". */
bool amount_is_below_zero(const struct tokens *t, size_t i, size_t next)
{
	static const char *const RESULTS[] = {"de", "a", "soit", "solde", "deficit", "resultat", "execution"};

	if (i == 0 || !tok_mark(t, i - 1, '-') || t->at[i].lines > 0)
		return false;
	next = amount_past_the_tax(t, next);
	const bool glued = tok_tight(t, i), told = next < t->n && t->at[next].kind == TOK_WORD && t->at[next].lines == 0;

	if (i == 1 || t->at[i - 1].lines > 0)
		return glued && !told;
	if (tok_mark(t, i - 2, '(') || tok_mark(t, i - 2, '=') || (tok_mark(t, i - 2, '|') && !told))
		return true;
	const bool colon = tok_mark(t, i - 2, ':'), listed = told && t->at[next].shape == SHAPE_LOWER;

	if ((colon || t->at[i - 2].kind == TOK_WORD) && !tok_tight(t, i - 1) && !(colon && listed) && follows_a_result(t, i - 1))
		return true;
	if (glued)
		return !tok_tight(t, i - 1) && (t->at[i - 2].kind == TOK_WORD || !told);
	return KEY_IN(t, i - 2 - (colon && i > 2), RESULTS) || (colon && !told);
}

bool amount_goes_on_below_zero(const struct tokens *t, size_t before, size_t i)
{
	if (before == 0 || i < before + 2 || i - before > NEXT_TOKENS || !tok_mark(t, i - 1, '-') || !tok_among(t, i - 2, " , ; et | "))
		return false;
	for (size_t k = before; k <= i; k++)
		if (t->at[k].lines > 0)
			return false;
	return true;
}
