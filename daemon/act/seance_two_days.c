/* SPDX-License-Identifier: EUPL-1.2 */
/* Two days in a head: "les 12 et 13 mars", and the day on the cover of minutes beside theirs. */
#include "seance_priv.h"

#define SEVERAL_DAYS_TOKENS 10 /* a margin stands among "des 12 et 13" */
#define TWO_DAYS_TITLE 8
#define COVER_TOKENS 20

/* "Réunion des 12 et 13 mars 2024": two days, of which the last alone has its month. */
bool seance_closes_several_days(const struct reader *rd, size_t i)
{
	bool number = false;

	if (i < 3 || !tok_among(&rd->t, i - 1, " et au , - "))
		return false;
	for (size_t k = i - 1; k-- > 0 && i - k < SEVERAL_DAYS_TOKENS;) {
		if (number && (tok_among(&rd->t, k, " des les ") || (k == i - 3 && word_is(rd, k, "du"))))
			return true;
		number |= rd->t.at[k].kind == TOK_NUMBER && rd->t.at[k].key.n <= 2;
	}
	return false;
}

/* "Séance plénière des 23 et 24 mars 2024", at the second day: the first, which has its month and year. */
bool seance_first_of_two_days(const struct reader *rd, size_t i, struct date second, struct date *ret, size_t *ret_at)
{
	static const char weekdays[] = " lundi mardi mercredi jeudi vendredi samedi dimanche ";
	static const char titles[] = " seance seances reunion reunions session sessions pleniere plenieres publique publiques ordinaire ordinaires du de ' l"
				     " conseil regional departemental municipal communautaire metropolitain assemblee commission permanente ";
	size_t k = i > 2 ? i - 2 : 0, words = 0;

	if (k == 0 || !tok_among(&rd->t, i - 1, " et - ") || rd->t.at[k].kind != TOK_NUMBER || rd->t.at[k].key.n > 2 || rd->t.at[k].value < 1 || rd->t.at[k].value >= second.day)
		return false;
	*ret = (struct date){ second.year, second.month, rd->t.at[k].value };
	*ret_at = k;
	k -= tok_among(&rd->t, k - 1, weekdays);
	if (k == 0 || !tok_among(&rd->t, --k, " des les "))
		return false;
	while (k > 0 && words < TWO_DAYS_TITLE && tok_among(&rd->t, k - 1, titles) && (words == 0 || rd->t.at[k].lines == 0)) {
		k--;
		words++;
	}
	return words > 0 && rd->t.at[k].shape != SHAPE_LOWER && tok_among(&rd->t, k, " seance seances reunion reunions session sessions conseil assemblee commission ") &&
	       (k == 0 || rd->t.at[k].lines > 0 || rd->t.at[k - 1].shape != SHAPE_LOWER) && !seance_is_cited(rd, k);
}

/* "CONSEIL MUNICIPAL JEUDI 4 JUIN 2031⏎PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 30 JANVIER 2031⏎L'an …, le trente janvier": the cover is of the séance that
 * approves the minutes. */
bool seance_on_a_cover(const struct reader *rd, const struct candidates *days)
{
	const size_t cover = token_at(rd, days->at[0].span.end), title = token_at(rd, days->at[1].span.start);
	struct date approving, held;

	return cover < rd->head.from + COVER_TOKENS && title > cover && title - cover < COVER_TOKENS && tok_among(&rd->t, title - 1, " du ") && date_parse(days->at[0].texte, &approving) && date_parse(days->at[1].texte, &held) &&
	       date_cmp(held, approving) < 0 && tok_says(&rd->t, cover, title, " proces compte pv ") && !tok_says(&rd->t, 0, cover, " proces compte pv deliberation deliberations seance ");
}
