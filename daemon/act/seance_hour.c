/* SPDX-License-Identifier: EUPL-1.2 */
/* The hour of the séance where it does not stand beside its day (seance_date.c). */
#include "scan_priv.h"

#define OPENING_TOKENS 24 /* from "À 18h40" to "la séance ouverte" */
#define MINUTES_TOKENS 14 /* from the hour to its minutes, over a foot of the page */

/* "dix-neuf heures⏎(the page's foot)⏎et trente minutes": what stands behind the whole hour that ends at `end`, on the hour. */
static bool minutes_behind(const struct reader *rd, size_t end)
{
	int other;

	for (size_t k = end; k < end + MINUTES_TOKENS && k < rd->head.to && leaf_hour(&rd->t, k, &other) == k; k++)
		if (tok_among(&rd->t, k, " minute minutes "))
			return true;
	return word_is(rd, end, "et"); /* "dix-neuf heures et" of which the minutes are lost */
}

size_t hour_range_at(const struct reader *rd, size_t i)
{
	int minutes;
	const size_t end = word_is(rd, i, "de") ? leaf_hour(&rd->t, i + 1, &minutes) : i + 1;

	return end > i + 1 && word_is(rd, end, "a") && leaf_hour(&rd->t, end + 1, &minutes) > end + 1 ? i + 1 : i;
}

size_t hour_read(struct reader *rd, size_t i, struct candidates *c)
{
	int minutes;
	const size_t end = leaf_hour(&rd->t, i, &minutes);

	if (end > i && !(minutes % 60 == 0 && minutes_behind(rd, end)))
		candidate_add(rd, c, arena_printf(rd->a, "%02d:%02d", minutes / 60, minutes % 60),
			      reader_span(rd, i, end));
	return end;
}

static const char BODIES[] = " conseil seance assemblee comite bureau pleniere reunion session commission reuni reunis reunie reunies ";
static const char EVENTS[] = " visite visites ceremonie inauguration repas dejeuner diner collation ";

size_t hour_of_an_event(const struct reader *rd, size_t from, size_t i)
{
	int minutes;
	const size_t end = word_is(rd, i, "a") || tok_mark(&rd->t, i, ':') ? leaf_hour(&rd->t, i + 1, &minutes) : i;

	for (size_t k = i; end > i + 1 && k > from && !tok_among(&rd->t, k - 1, BODIES); k--)
		if (tok_among(&rd->t, k - 1, EVENTS))
			return end;
	return i;
}

void hour_of_the_body_behind(struct reader *rd, size_t from, size_t i, size_t end, struct candidates *hours)
{
	size_t k = end;

	if (tok_says(&rd->t, from, i, BODIES))
		return;
	while (k < end + 4 && tok_among(&rd->t, k, " , ; - – puis et suivi suivie du de la le l ' "))
		k++;
	if (!tok_among(&rd->t, k, " conseil seance assemblee comite pleniere "))
		return;
	for (const size_t stop = k + 4; k < stop && rd->t.at[k].kind == TOK_WORD; k++)
		if (word_is(rd, k, "a") && hour_read(rd, k + 1, hours) > k + 1)
			return;
}

/* "Heure : 19h00", "Début de séance : 20h00" */
static void hour_of_label(struct reader *rd, struct candidates *hours)
{
	static const char *const labels[] = { "heure", "debut de seance", "debut de la seance", "ouverture de seance", "ouverture de la seance", NULL };
	size_t next;

	for (size_t i = rd->head.from; i < rd->head.to && hours->n == 0; i++)
		if (rd->t.at[i].shape != SHAPE_LOWER && tok_longest_phrase(&rd->t, i, labels, &next) && tok_mark(&rd->t, next, ':'))
			hour_read(rd, next + 1, hours);
}

/* "À 18h40, le maire déclare la séance ouverte": the hour with which the sentence begins. */
static void hour_before_opening(struct reader *rd, struct candidates *hours)
{
	static const char again[] = " reprend reprise suspendue suspension nouveau huis public debat debats ";
	static const char *const opened[] = { "seance ouverte", "seance est ouverte", "ouvre la seance", "ouvre sa seance", NULL };
	size_t next;

	for (size_t i = rd->head.from + 1; i < rd->head.to && hours->n == 0; i++) {
		if (!tok_among(&rd->t, i, " seance ouvre ") || !tok_any_phrase(&rd->t, i, opened, &next))
			continue;
		const size_t start = sentence_start(rd, i, i > OPENING_TOKENS ? i - OPENING_TOKENS : rd->head.from);

		if (start > 0 && !sentence_ends_at(rd, start - 1) && rd->t.at[start].lines == 0)
			continue;
		if (!tok_says(&rd->t, start, next, again))
			hour_read(rd, start + word_is(rd, start, "a"), hours);
	}
}

static void hour_of_opening(struct reader *rd, struct candidates *hours)
{
	static const char *const opening[] = { "reuni", "reunis", "reunie", "ouverte", "ouvre", NULL };

	for (size_t i = rd->head.from + 1; i < rd->head.to && hours->n == 0; i++)
		if (word_in(rd, i, opening))
			for (size_t k = i, stop = sentence_end(rd, i, i + 40); k < stop && !tok_among(&rd->t, k, " levee leve close cloturee ") && hour_of_an_event(rd, i + 1, k) == k; k++)
				if (word_is(rd, k, "a") && hour_read(rd, k + 1, hours) > k + 1)
					break;
}

void hour_of_head(struct reader *rd, struct candidates *hours)
{
	if (hours->n == 0)
		hour_of_opening(rd, hours);
	if (hours->n == 0)
		hour_of_label(rd, hours);
	if (hours->n == 0)
		hour_before_opening(rd, hours);
}
