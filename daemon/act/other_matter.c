/* SPDX-License-Identifier: EUPL-1.2 */
/* A jurist's regular act: "Inscription en urgence de ce point : 4 pour, 1 contre.⏎Le conseil fixe les tarifs à l'unanimité." are two votes. */
#include "votes_priv.h"

/* "Inscription en urgence : 4 pour, 1 contre.": the tally at token i stands behind the name of what was voted, and not behind "Vote :". */
static bool names_its_matter(const struct reader *rd, size_t i)
{
	size_t k = i - (i > 0), words = 0;

	if (!tok_mark(&rd->t, k, ':'))
		return false;
	for (const size_t from = sentence_start(rd, k, k > FORMULA_WORDS ? k - FORMULA_WORDS : 0); k > from && rd->t.at[k].lines == 0; k--) {
		words += rd->t.at[k - 1].kind != TOK_MARK;
		if (tok_among(&rd->t, k - 1, " vote votes vota votants voix resultat resultats scrutin decompte suffrages deliberation adopte adoptee adoptes adoptees ensemble "))
			return false;
	}
	return words > 1;
}

/* "Le conseil fixe les tarifs à l'unanimité", "adopte l'ensemble": not only "Adopté à l'unanimité." */
static bool names_what_it_decides(const struct reader *rd, const struct formula *f)
{
	const size_t from = sentence_start(rd, f->at.from, f->before), to = sentence_end(rd, f->at.to - 1, f->at.to + FORMULA_WORDS);

	for (size_t k = from; k < to; k++)
		if (tok_among(&rd->t, k, " conseil assemblee comite commission bureau ensemble "))
			return true;
	return false;
}

bool tally_names_another_matter(const struct reader *rd, const struct tally *t, const struct formula *f)
{
	return names_its_matter(rd, t->at.from) && names_what_it_decides(rd, f);
}
