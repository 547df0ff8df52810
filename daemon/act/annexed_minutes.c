/* SPDX-License-Identifier: EUPL-1.2 */
/* The minutes of another séance, annexed behind the acte that approves them: "… Ainsi délibéré …⏎PROCÈS-VERBAL DE LA SÉANCE DU 12 JANVIER 2031".
 *
 * What is voted there was voted on that day. They are the annex where the acte has ended, and where it names the minutes of the same day above.
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define RESULT_TOKENS 24
#define TITLE_TOKENS 14 /* "Procès-verbal de la séance ordinaire du conseil municipal du vendredi 12 janvier 2031" */

/* "Ainsi délibéré", "Fait et délibéré", "Délibéré les jour, mois et an", "Pour extrait conforme" */
static bool closes_the_acte(const struct reader *rd, size_t i)
{
	const struct tokens *t = &rd->t;

	if (i == 0)
		return false;
	if (tok_among(t, i, " delibere "))
		return tok_among(t, i + 1, " les en le a ") && (t->at[i].shape != SHAPE_LOWER || tok_among(t, i - 1, " ainsi et "));
	return tok_among(t, i, " extrait ") && tok_among(t, i - 1, " pour ") && tok_among(t, i + 1, " conforme certifie ");
}

/* The day of the minutes named at token i; false when none is told in their title. */
static bool day_of_the_minutes(const struct reader *rd, size_t i, size_t to, struct date *ret)
{
	int weekday;

	for (size_t k = i + 1; k < to && k < i + TITLE_TOKENS && !sentence_ends_at(rd, k); k++)
		if (tok_among(&rd->t, k, " du ") && leaf_date(&rd->t, k + 1, ret, &weekday) > k + 1)
			return true;
	return false;
}

/* "Procès-verbal de la séance du 12 janvier 2031 : adopté", "Procès-verbal du 12 janvier 2031⏎Pour : 10": what became of them, no title. */
static bool tells_what_became(const struct reader *rd, size_t i, size_t to)
{
	const size_t end = line_end(rd, line_end(rd, i, to), to);

	for (size_t k = i + 1; k < end && k < i + RESULT_TOKENS && !sentence_ends_at(rd, k - 1); k++) {
		if (rd->t.at[k].shape == SHAPE_TITLE && tok_among(&rd->t, k, " le la l ")) /* "Le procès-verbal du … est adopté", of others */
			return false;
		if (says_a_vote(rd, k) || outcome_at(rd, k) != OUTCOME_NONE || result_at(rd, k))
			return true;
	}
	return false;
}

static bool titles_minutes(const struct reader *rd, size_t i)
{
	return rd->t.at[i].shape != SHAPE_LOWER && (names_the_minutes(rd, i) || tok_among(&rd->t, i, " transcription ")) &&
	       (i == 0 || rd->t.at[i].lines > 0 || !tok_among(&rd->t, i - 1, " le la du au des de ce ' 1 / "));
}

static bool minutes_named_before(const struct reader *rd, struct range acte, struct date day)
{
	for (size_t i = acte.from; (i = next_of(rd, LANDMARK_MEETING, i, acte.to)) < acte.to; i++) {
		struct date named;

		if (names_the_minutes(rd, i) && day_of_the_minutes(rd, i, acte.to, &named) && date_cmp(named, day) == 0)
			return true;
	}
	return false;
}

size_t annexed_minutes(const struct reader *rd, size_t from, size_t to)
{
	size_t closed = to;

	for (size_t i = from; (i = next_of(rd, LANDMARK_MEETING, i, to)) < to; i++) {
		struct date day;

		closed = closed == to && closes_the_acte(rd, i) ? i : closed;
		if (closed < to && titles_minutes(rd, i) && day_of_the_minutes(rd, i, to, &day) && !tells_what_became(rd, i, to) && minutes_named_before(rd, (struct range){ from, closed }, day))
			return i;
	}
	return to;
}
