/* SPDX-License-Identifier: EUPL-1.2 */
/* "DÉCISION DU MAIRE N° 12": the act of one person, by delegation. Nobody met and nobody voted, whatever assembly it names as having delegated.
 *
 * Its title must stand in the head, its author must be named as such ("Le Maire,"), and nothing may tell of an assembly that deliberates: a
 * deliberation takes note of décisions du maire, too.
 */
#include "reader_priv.h"

#define TITLE_TOKENS 120 /* from the beginning of the text */
#define AUTHOR_TOKENS 20

static const char WHY[] = "décision de l'exécutif : une seule personne décide, sans séance ni vote";

/* "du maire", "de la présidente", "municipale": of whom the decision is; the token after it, or i. */
static size_t past_the_author(const struct reader *rd, size_t i)
{
	static const char whose[] = " maire president presidente ";

	if (tok_among(&rd->t, i, " municipale communautaire "))
		return i + 1;
	if (tok_among(&rd->t, i, " du ") && tok_among(&rd->t, i + 1, whose))
		return i + 2;
	return tok_among(&rd->t, i, " de ") && tok_among(&rd->t, i + 1, " la ") && tok_among(&rd->t, i + 2, whose) ? i + 3 : i;
}

static bool titled_a_decision(const struct reader *rd)
{
	for (size_t i = 0; i < TITLE_TOKENS && i < rd->t.n; i++) {
		const bool registre = i > 1 && tok_among(&rd->t, i - 1, " des ") && tok_among(&rd->t, i - 2, " registre ");
		const bool title = tok_among(&rd->t, i, " decision ") && rd->t.at[i].shape != SHAPE_LOWER && (i == 0 || rd->t.at[i].lines > 0 || rd->t.at[i].shape == SHAPE_UPPER);

		if ((title || (registre && tok_among(&rd->t, i, " decisions "))) && past_the_author(rd, i + 1) > i + 1)
			return !(i > 1 && tok_mark(&rd->t, i - 1, ':'));
	}
	return false;
}

/* "Le Maire de la commune de Valbrise, Vu l'article": who decides, right before what he refers to or on a line of his own. */
static bool author_at(const struct reader *rd, size_t i)
{
	if (!tok_among(&rd->t, i, " le la ") || rd->t.at[i].shape == SHAPE_LOWER || !tok_among(&rd->t, i + 1, " maire president presidente "))
		return false;
	for (size_t k = i + 2; k < i + AUTHOR_TOKENS && k < rd->t.n; k++)
		if (is_visa_opener(rd, k))
			return true;
	return is_heading_place(rd, i);
}

static bool names_its_author(const struct reader *rd)
{
	for (size_t i = 0; i < rd->t.n; i++)
		if (author_at(rd, i))
			return next_of(rd, CUE_DECIDE, i, rd->t.n) < rd->t.n;
	return false;
}

static bool an_assembly_deliberates(const struct reader *rd)
{
	const struct reading *r = rd->r;

	if (r->actes_n != 1 || r->presents.statut == FIELD_LU || r->presents.statut == FIELD_AMBIGU || r->presents_annonces.statut == FIELD_LU ||
	    next_of(rd, CUE_SUITE, 0, rd->t.n) < rd->t.n)
		return true;
	for (size_t k = 0; k < r->actes[0].votes_n; k++) {
		const struct vote *v = &r->actes[0].votes[k];

		if (v->pour.statut == FIELD_LU || v->contre.statut == FIELD_LU || v->formule.statut != FIELD_LU || !str_eq(v->formule.texte, STR("adopte")))
			return true;
	}
	return false;
}

void reader_executive(struct reader *rd)
{
	struct reading *r = rd->r;
	struct field *const of_an_assembly[] = { &r->organe, &r->date, &r->heure, &r->president, &r->secretaires, &r->convocation, &r->effectif,
						 &r->presents_annonces, &r->votants_annonces, &r->quorum_annonce, &r->presents, &r->absents, &r->pouvoirs,
						 &rd->actes[0].presents, &rd->actes[0].pouvoirs, &rd->actes[0].deports };

	if (!titled_a_decision(rd) || an_assembly_deliberates(rd) || !names_its_author(rd))
		return;
	r->executif = true;
	for (size_t i = 0; i < sizeof of_an_assembly / sizeof *of_an_assembly; i++)
		field_absent_because(rd, of_an_assembly[i], (struct span){ 0, 0 }, "%s", WHY);
	rd->actes[0].votes_n = 0;
}
