/* SPDX-License-Identifier: EUPL-1.2 */
/* Numbers that only the lists make sure: "6 présents : Rose GALAND, …", whose 6 may be a page's, and is not where six are named; "Nombre total de membres
 * composant le conseil : 15", which may be how many there should be, and are those in office where fifteen are named present or absent. */
#include "counts_priv.h"

#define LABEL_WORDS 6
#define COMPOSITION_WORDS 14
#define TO_THE_NAMES 8 /* ": Mesdames et Messieurs", a margin */

static const char ASSEMBLY[] = " membres conseillers conseilleres delegues elus municipaux municipales communautaires syndicaux departementaux regionaux titulaires et ";

size_t count_leads(const struct reader *rd, size_t i, int64_t *ret)
{
	size_t k = i;

	while (k > 1 && i - k < LABEL_WORDS && tok_among(&rd->t, k - 1, ASSEMBLY) && rd->t.at[k].lines == 0)
		k--;
	if (k == 0 || rd->t.at[k].lines > 0)
		return i;
	for (size_t from = k > 3 ? k - 3 : 0; from < k; from++) /* "vingt-trois" */
		if (count_number(rd, from, ret) == k)
			return from > 0 && tok_among(&rd->t, from - 1, " h heure heures n page / : ") ? i : from;
	return i;
}

static void confirm_presents(struct reader *rd)
{
	const struct field *list = &rd->r->presents;
	struct field *f = &rd->r->presents_annonces;
	int64_t value;

	for (size_t i = rd->head.from; (i = next_of(rd, LANDMARK_COUNT, i, rd->head.to)) < rd->head.to; i++) {
		const size_t label = cue_at(rd->lx, &rd->t, i, CUE_NB_PRESENTS), from = label > i && tok_mark(&rd->t, label, ':') ? count_leads(rd, i, &value) : i;
		size_t names = label + 1;

		if (from == i || value != (int64_t)list->n)
			continue;
		while (names < label + TO_THE_NAMES && names < rd->t.n && rd->t.at[names].start < list->span.start)
			names++;
		if (names >= rd->t.n || rd->t.at[names].start != list->span.start)
			continue;
		field_lu(f, reader_span(rd, from, label));
		f->nombre = value;
		return;
	}
}

/* "Nombre total de membres composant le conseil municipal", "Nombre de délégués": the token behind it, or i. */
static size_t past_composition(const struct reader *rd, size_t i)
{
	size_t k = i + 1, next;

	if (!tok_among(&rd->t, i, " nombre effectif "))
		return i;
	while (tok_among(&rd->t, k, " total legal de d des du ' ") || tok_among(&rd->t, k, ASSEMBLY))
		k++;
	if (tok_among(&rd->t, k, " composant composants formant constituant "))
		k++;
	k += tok_among(&rd->t, k, " le la l ") + tok_mark(&rd->t, k + 1, '\'');
	return organe_at(rd, k, &next) != NULL ? next : k + tok_among(&rd->t, k, " conseil comite assemblee bureau ");
}

/* The number at i stands behind such a label: where that begins, or i. */
static size_t composition_before(const struct reader *rd, size_t i)
{
	size_t label = i;

	while (label > rd->head.from && tok_among(&rd->t, label - 1, " : = . "))
		label--;
	for (size_t k = label; k > rd->head.from && label - k < COMPOSITION_WORDS; k--)
		if (label < i && past_composition(rd, k - 1) == label)
			return k - 1;
	return i;
}

static void confirm_effectif(struct reader *rd)
{
	const int64_t named = (int64_t)(rd->r->presents.n + rd->r->absents.n);
	struct field *f = &rd->r->effectif;
	int64_t value;

	for (size_t i = rd->head.from; (i = next_of(rd, LANDMARK_COUNT, i, rd->head.to)) < rd->head.to; i++) {
		const size_t end = count_number(rd, i, &value), from = end > i && value == named ? composition_before(rd, i) : i;

		if (from == i)
			continue;
		field_lu(f, reader_span(rd, from, end));
		f->nombre = value;
		return;
	}
}

void counts_confirmed(struct reader *rd)
{
	const struct reading *r = rd->r;

	if (r->presents.statut != FIELD_LU || r->presents.n < 2)
		return;
	if (r->presents_annonces.statut == FIELD_ABSENT || r->presents_annonces.statut == FIELD_ILLISIBLE)
		confirm_presents(rd);
	/* told nowhere, or only in the body: "la majorité des membres en exercice" */
	if (r->effectif.statut == FIELD_ILLISIBLE && (r->effectif.introuvable || r->effectif.span.start >= reader_span(rd, rd->head.from, rd->head.to).end) &&
	    (r->absents.statut == FIELD_LU || r->absents.statut == FIELD_ABSENT))
		confirm_effectif(rd);
}
