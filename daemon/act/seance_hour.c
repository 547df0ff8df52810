/* SPDX-License-Identifier: EUPL-1.2 */
/* The hour of the séance where it does not stand beside its day (seance_date.c). */
#include "scan_priv.h"

size_t hour_read(struct reader *rd, size_t i, struct candidates *c)
{
	int minutes;
	const size_t end = leaf_hour(&rd->t, i, &minutes);

	if (end > i && !(minutes % 60 == 0 && word_is(rd, end, "et"))) /* "dix-neuf heures et" of which the minutes are lost */
		candidate_add(rd, c, arena_printf(rd->a, "%02d:%02d", minutes / 60, minutes % 60),
			      reader_span(rd, i, end));
	return end;
}

/* "Heure : 19h00" */
static void hour_of_label(struct reader *rd, struct candidates *hours)
{
	for (size_t i = rd->head.from; i < rd->head.to && hours->n == 0; i++)
		if (word_is(rd, i, "heure") && rd->t.at[i].shape != SHAPE_LOWER && tok_mark(&rd->t, i + 1, ':'))
			hour_read(rd, i + 2, hours);
}

static void hour_of_opening(struct reader *rd, struct candidates *hours)
{
	static const char *const opening[] = { "reuni", "reunis", "reunie", "ouverte", "ouvre", NULL };

	for (size_t i = rd->head.from + 1; i < rd->head.to && hours->n == 0; i++)
		if (word_in(rd, i, opening))
			for (size_t k = i, stop = sentence_end(rd, i, i + 40); k < stop; k++)
				if (word_is(rd, k, "a") && hour_read(rd, k + 1, hours) > k + 1)
					break;
}

void hour_of_head(struct reader *rd, struct candidates *hours)
{
	if (hours->n == 0)
		hour_of_opening(rd, hours);
	if (hours->n == 0)
		hour_of_label(rd, hours);
}
