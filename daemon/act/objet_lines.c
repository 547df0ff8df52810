/* SPDX-License-Identifier: EUPL-1.2 */
/* Lines that announce the subject of an acte in other words than "Objet :". */
#include "people_priv.h"
#include "titles_priv.h"

/* "Dossier n° 27 - Tarifs du lavoir", "Rapport n° 3.12 : Bail du four" at the start of a line: the token behind the mark, or k. */
static size_t behind_file_number(const struct reader *rd, size_t k)
{
	size_t next = k + 1;

	if (rd->t.at[k].shape == SHAPE_LOWER || !(k == 0 || rd->t.at[k].lines > 0) || !tok_among(&rd->t, k, " dossier rapport question affaire point "))
		return k;
	while (word_is_no(rd, next) || (rd->t.at[next].kind == TOK_MARK && rd->t.at[next].key.n > 1)) /* ° */
		next++;
	const size_t end = read_number_of_act(rd, next), mark = end > next ? end : next + 1;

	return rd->t.at[next].kind == TOK_NUMBER && tok_among(&rd->t, mark, " - : ") && rd->t.at[mark].lines == 0 && rd->t.at[mark + 1].lines == 0 ? mark + 1 : k;
}

/* "TITRE : Bail du four", "Objet de la délibération⏎Bail du four", "DÉLIBÉRATION PORTANT BAIL DU FOUR": where the title begins, or k. */
static size_t behind_words(const struct reader *rd, size_t k)
{
	size_t next;

	if (tok_among(&rd->t, k, " deliberation "))
		return tok_among(&rd->t, k + 1, " portant relative ") && rd->t.at[k + 1].lines == 0 ? k + 1 : k;
	if (!tok_among(&rd->t, k, " titre intitule objet "))
		return k;
	const size_t end = tok_phrase(&rd->t, k + 1, "de la deliberation", &next) ? next : k + 1;
	const bool colon = tok_mark(&rd->t, end, ':') && rd->t.at[end].lines == 0;

	if (word_is(rd, k, "objet") ? end == k + 1 || colon : !colon)
		return k;
	return colon || rd->t.at[end].lines == 1 || rd->t.at[end].lines == 2 ? end + colon : k;
}

size_t objet_line_label(const struct reader *rd, size_t k)
{
	if (rd->t.at[k].kind != TOK_WORD || rd->t.at[k].shape == SHAPE_LOWER)
		return k;
	const size_t title = behind_words(rd, k);

	return title > k ? title : behind_file_number(rd, k);
}
