/* SPDX-License-Identifier: EUPL-1.2 */
/* "Contre : 92" of fifteen members: nine, and the number of a page or of a note that the extraction glued to it. No voice of an assembly
 * is more than its members; where those for are, or several, the tally is of others: a survey, whoever was asked.
 *
 * Decided against: their sum (a count that is wrong by one is a fault of the act, and somme-des-voix tells it), and syndicats, whose
 * delegates may have several voices each; nor the presents alone, for many an extract names a few of them.
 */
#include "votes_priv.h"

/* The most that one voice can count, or -1. */
static int64_t most_voices(const struct reading *r)
{
	static const char *const one_voice_each[] = { "commune", "epci", "departement", "region" };
	const bool listed = r->presents.statut == FIELD_LU && (r->pouvoirs.statut == FIELD_LU || r->pouvoirs.statut == FIELD_ABSENT);
	bool one_each = false;

	for (size_t k = 0; k < sizeof one_voice_each / sizeof *one_voice_each; k++)
		one_each |= r->niveau.statut == FIELD_LU && str_eq(r->niveau.texte, str_c(one_voice_each[k]));
	if (!one_each || r->effectif.statut != FIELD_LU)
		return -1;
	const int64_t there = listed ? (int64_t)(r->presents.n + r->pouvoirs.n) : 0;

	return r->effectif.nombre > there ? r->effectif.nombre : there;
}

void doubt_impossible_voices(struct reader *rd, struct vote *v)
{
	static const char glued[] = "plus de voix que l'assemblée n'a de membres : un autre nombre est peut-être collé à celui-ci",
			  asked[] = "plus de voix que l'assemblée n'a de membres : un nombre mal lu, ou les voix d'une consultation";
	struct field *const voices[] = { &v->pour, &v->contre, &v->abstentions, &v->ne_prennent_pas_part };
	const int64_t most = most_voices(rd->r);
	bool beyond[VOICES] = { false };
	unsigned n = 0;

	for (size_t k = 0; most >= 0 && k < VOICES; k++)
		n += beyond[k] = voices[k]->statut == FIELD_LU && voices[k]->nombre > most;
	const bool of_others = n > 1 || beyond[VOICE_POUR];

	for (size_t k = 0; n > 0 && k < VOICES; k++)
		if (beyond[k] || (of_others && voices[k]->statut == FIELD_LU))
			field_illisible(rd, voices[k], voices[k]->span, "%s", of_others ? asked : glued);
}
