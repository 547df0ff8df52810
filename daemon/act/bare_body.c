/* SPDX-License-Identifier: EUPL-1.2 */
/* "Le conseil, à l'unanimité, fixe": the body by its bare word, in the paper of a collectivité whose letterhead says of which kind it is. */
#include "organe_priv.h"

static const struct {
	const char *niveau, *word, *organe;
} BARE[] = {
	{ "commune", "conseil", "conseil_municipal" },
	{ "epci", "conseil", "conseil_communautaire" },
	{ "syndicat", "comite", "comite_syndical" },
};

/* "Le conseil, à l'unanimité", "Le conseil décide", "LE CONSEIL⏎Vu"; not "le conseil de quartier donne", "le conseil, qui siège" */
static bool decides(const struct reader *rd, size_t next)
{
	const size_t k = skip_marks(rd, next, ",:");

	return is_visa_after(rd, next) || cue_at(rd->lx, &rd->t, k, CUE_SUITE) > k || result_at(rd, k) ||
	       (k == next && (is_verb_of_decision(rd, k) || cue_at(rd->lx, &rd->t, k, CUE_PREND_ACTE) > k));
}

/* A caisse des écoles and a CCAS sit in the mairie, on its paper, and their conseil is another. */
static bool head_names_an_annex(const struct reader *rd)
{
	for (size_t i = rd->head.from; i < rd->head.to; i++)
		if (tok_among(&rd->t, i, " ccas cias administration administrateurs ") || names_a_caisse(rd, i))
			return true;
	return false;
}

const char *bare_body(const struct reader *rd, struct span *ret)
{
	struct str niveau;
	size_t next;

	if (head_names_an_annex(rd))
		return NULL;
	for (size_t b = 0; letterhead_level(rd, &niveau, ret) && b < sizeof BARE / sizeof *BARE; b++)
		for (size_t i = 1; str_eq(niveau, str_c(BARE[b].niveau)) && (i = next_of(rd, LANDMARK_BODY, i, rd->t.n)) < rd->t.n; i++)
			if (word_is(rd, i, BARE[b].word) && tok_among(&rd->t, i - 1, " le ") && organe_at(rd, i, &next) == NULL && body_is_subject(rd, i) &&
			    decides(rd, i + 1)) {
				*ret = reader_span(rd, i, i + 1);
				return BARE[b].organe;
			}
	return NULL;
}

bool letterhead_denies(const struct reader *rd, struct str organe)
{
	struct str niveau;
	struct span where;

	if (!letterhead_level(rd, &niveau, &where))
		return false;
	for (size_t b = 0; b < sizeof BARE / sizeof *BARE; b++)
		if (str_eq(niveau, str_c(BARE[b].niveau)))
			return !str_eq(organe, str_c(BARE[b].organe)) && !(str_eq(niveau, STR("epci")) && str_eq(organe, STR("bureau_communautaire")));
	return false;
}
