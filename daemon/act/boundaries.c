/* SPDX-License-Identifier: EUPL-1.2 */
/* What ends a list of members at a token: a heading, a cue of the attendance, a stamp, another part of the act. */
#include "names_priv.h"

static enum boundary boundary_of(enum cue cue)
{
	switch (cue) {
	case CUE_EN_EXERCICE:
	case CUE_NB_PRESENTS:
	case CUE_NB_VOTANTS:
	case CUE_QUORUM:
	case CUE_NB_POUVOIRS:
	case CUE_PRESIDENCE:
	case CUE_SECRETAIRE:
	case CUE_CONVOCATION:
	case CUE_FIN_LISTE:
		return BOUNDARY_ATTENDANCE;
	case CUE_TRANSMISSION:
	case CUE_RECEPTION:
	case CUE_PUBLICATION:
	case CUE_IDENTIFIANT:
		return BOUNDARY_STAMP;
	case CUE_VU:
	case CUE_CONSIDERANT:
	case CUE_EXPOSE:
	case CUE_DECIDE:
	case CUE_OBJET:
	case CUE_SUITE:
	case CUE_CLOTURE:
		return BOUNDARY_PART;
	default:
		return BOUNDARY_NONE;
	}
}

/* "Anne PETIT⏎L'ASSEMBLÉE DE CORSE⏎Vu …": the body that decides, whose article is no particle of her name. */
static bool body_in_capitals(const struct reader *rd, size_t i)
{
	const size_t noun = i + 1 + tok_mark(&rd->t, i + 1, '\'');

	return rd->t.at[i].shape != SHAPE_LOWER && rd->t.at[i].key.n <= 2 && tok_among(&rd->t, i, " le la l ") && noun < rd->t.n && rd->t.at[noun].shape == SHAPE_UPPER &&
	       tok_among(&rd->t, noun, " assemblee commission comite bureau conseil organe ");
}

enum boundary list_boundary(const struct reader *rd, size_t i)
{
	size_t next = i;
	enum cue cue = cue_any(rd->lx, &rd->t, i, &next);
	const struct token *tok = &rd->t.at[i];

	/* "Vu le code", "Vu l'avis"; VU is a name too. */
	if (tok_among(&rd->t, i, " vu ") && (next >= rd->t.n || rd->t.at[next].shape != SHAPE_LOWER))
		return BOUNDARY_NONE;
	/* One word in the middle of a line may be anything; "formant la majorité" is not. */
	if (tok->shape == SHAPE_LOWER && tok->lines == 0 && i > 0 && rd->t.at[i - 1].kind != TOK_MARK && next - i < 3)
		return BOUNDARY_NONE;
	/* The lexicon has them among the ends of lists too; a list can be woven with the title of the act. */
	if (cue == CUE_FIN_LISTE && tok_among(&rd->t, i, " objet vu considerant rapporteur deliberation "))
		return BOUNDARY_PART;
	if (cue == CUE_NONE && body_in_capitals(rd, i))
		return BOUNDARY_PART;
	/* Never woven into a list, as the margin's counts are. */
	if (cue_at(rd->lx, &rd->t, i, CUE_SECRETAIRE) > i)
		return BOUNDARY_HEADING;
	return boundary_of(cue);
}

bool proxy_word(const struct tokens *t, size_t i)
{
	size_t next;

	if (tok_among(t, i, " pouvoir pouvoirs procuration procurations "))
		return true;
	return tok_among(t, i, " delegation delegations ") && tok_phrase(t, i + 1, "de vote", &next);
}
