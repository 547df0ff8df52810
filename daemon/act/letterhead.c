/* SPDX-License-Identifier: EUPL-1.2 */
/* The level of an author whose body is not named: "SYNDICAT INTERCOMMUNAL DES EAUX DU VAL", "Communauté de communes du Val", "COMMUNE
 * DE VALBRISE" at the very top of its paper. Two kinds there prove nothing: a partner, or a commune's syndicat.
 */
#include "reader_priv.h"

#define TOP_TOKENS 40

static const struct kind {
	const char *phrase, *niveau;
} KINDS[] = {
	{ "syndicat", "syndicat" },
	{ "communaute de communes", "epci" },
	{ "communaute d'agglomeration", "epci" },
	{ "communaute urbaine", "epci" },
	{ "commune de", "commune" },
	{ "commune d'", "commune" },
	{ "commune du", "commune" },
	{ "ville de", "commune" },
	{ "ville d'", "commune" },
	{ "ville du", "commune" },
	{ "mairie de", "commune" },
	{ "mairie d'", "commune" },
	{ "mairie du", "commune" },
};

/* Bodies of a commune or of others, that are no commune. */
static const char OTHERS[] = " ccas cias centre caisse association associations regie office etablissement service pole entente comite ";

bool letterhead_level(const struct reader *rd, struct str *ret_niveau, struct span *ret)
{
	const size_t top = rd->head.to < TOP_TOKENS ? rd->head.to : TOP_TOKENS;
	size_t next;

	bool heads = false;

	*ret_niveau = (struct str){ NULL, 0 };
	for (size_t i = 0; i < top && cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) == i; i++) {
		if (tok_among(&rd->t, i, OTHERS))
			return false;
		for (size_t k = 0; k < sizeof KINDS / sizeof *KINDS; k++) {
			if (!tok_phrase(&rd->t, i, KINDS[k].phrase, &next) || rd->t.at[i].shape == SHAPE_LOWER)
				continue;
			if (ret_niveau->n > 0 && !str_eq(*ret_niveau, str_c(KINDS[k].niveau)))
				return false;
			heads |= is_heading_place(rd, i);
			*ret_niveau = str_c(KINDS[k].niveau);
			*ret = reader_span(rd, i, next);
		}
	}
	return heads;
}
