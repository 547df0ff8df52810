/* SPDX-License-Identifier: EUPL-1.2 */
/* A heading of a list that was not understood: its list is in no section, and nobody may conclude from its silence that no one was absent. */
#include "rolls_priv.h"

#define BROKEN_HEADING_TOKENS 30
#define MARGIN_TOKENS 7
#define BASIS_TOKENS 30 /* "en application de l'article … du code général des …" */
#define COLUMN_TOKENS 200 /* of who gives */
#define BROKEN_PROSE_TOKENS 7 /* the same behind words in lower case */

/* A colon and a full name right behind cue `c`: a heading, whatever stands before it. */
static bool cue_with_names(const struct reader *rd, size_t i, enum cue c)
{
	const size_t next = cue_at(rd->lx, &rd->t, i, c);
	struct name n;

	size_t k = next + 1;

	if (next == i || !tok_mark(&rd->t, next, ':'))
		return false;
	k += list_bullet(rd, k);
	k += rd->t.at[k].kind == TOK_NUMBER && tok_among(&rd->t, k + 1, " . ) - ") ? 2 : 0; /* "1. Luc PETIT" */
	return name_read(rd, k, rd->head.to, &n) > k && (n.compounds > 1 || n.civility < n.from);
}

/* "27 dont 22 Présents et 5 Procurations", "Nombre de présents : 3⏎Président : M. A"; not "du 3 mars 2031⏎Présents à la mairie : M. A" */
static bool is_a_count(const struct reader *rd, size_t i, size_t next)
{
	const bool before = i > 0 && rd->t.at[i - 1].kind == TOK_NUMBER && !is_year(&rd->t.at[i - 1]);
	const bool behind = rd->t.at[next + tok_mark(&rd->t, next, ':')].kind == TOK_NUMBER;

	return (before || behind) && !(behind && tok_mark(&rd->t, next + 1, '/'));
}

/* "… les membres présents. Secrétaire de séance : M. A" */
static bool ends_the_heading(const struct reader *rd, size_t i)
{
	struct heading h;

	return sentence_ends_at(rd, i) || list_boundary(rd, i) != BOUNDARY_NONE || heading_at(rd, i, rd->head.to, &h);
}

/* "M. A", "(2) Mme et M. Anne A, Luc B" */
static bool names_behind(const struct reader *rd, size_t i, struct name *ret)
{
	size_t next;

	i += tok_mark(&rd->t, i, '(') && tok_mark(&rd->t, i + 2, ')') ? 3 : 0;
	if (is_civility(&rd->t, i, &next) && tok_among(&rd->t, next, " et "))
		i = next + 1;
	return name_read(rd, i, rd->head.to, ret) > i;
}

/* "ABSENTS⏎Service juridique : M. A": something was woven between the words of a heading and its names. */
static bool cue_cut_from_names(const struct reader *rd, size_t i, enum cue c)
{
	struct name n;
	const size_t next = cue_at(rd->lx, &rd->t, i, c);
	const bool prose = rd->t.at[i].shape == SHAPE_LOWER;

	/* "la présente délibération", "a présenté une offre" */
	if (c == CUE_PRESENTS && (is_a_count(rd, i, next) || tok_among(&rd->t, next - 1, " present presente ")))
		return false;

	for (size_t k = next; next > i && !((c == CUE_PRESENTS || prose) && ends_the_heading(rd, k)) && k < next + (prose ? BROKEN_PROSE_TOKENS : BROKEN_HEADING_TOKENS) && k < rd->head.to; k++)
		if (tok_mark(&rd->t, k, ':') && names_behind(rd, k + 1, &n))
			return !prose || n.compounds > 1 || n.civility < n.from;
	return false;
}

/* "Était également présent : M. A, directeur": who is there beside the members, unless they are their substitutes. */
static bool present_beside_the_members(const struct reader *rd, size_t i)
{
	if (i == 0 || !tok_among(&rd->t, i - 1, " egalement aussi ") || cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) == i)
		return false;
	for (size_t k = i, stop = sentence_end(rd, i, i + BROKEN_HEADING_TOKENS); k < stop; k++)
		if (str_starts(rd->t.at[k].key, STR("supplea")) || str_starts(rd->t.at[k].key, STR("conseiller")) || str_starts(rd->t.at[k].key, STR("delegue")))
			return false;
	return true;
}

/* "Membre du conseil municipal excusé Jean MOREL": a heading without its colon. */
static bool cue_before_a_name(const struct reader *rd, size_t i)
{
	const size_t next = cue_at(rd->lx, &rd->t, i, CUE_ABSENTS);
	struct name n;

	return next > i && i > 0 && tok_among(&rd->t, i - 1, " municipal communautaire syndical exercice administration ") &&
	       name_read(rd, next, rd->head.to, &n) > next && (n.order != ORDER_NONE || n.civility < n.from);
}

/* "Absent(s)⏎Anne. GRAND": alone in its line, above a name that was not understood. */
static bool alone_in_its_line(const struct reader *rd, size_t i)
{
	size_t k = i + 1;

	if (rd->t.at[i].lines == 0 || rd->t.at[i].shape == SHAPE_LOWER || !tok_among(&rd->t, i, " absent absente excuse excusee pouvoir procuration "))
		return false;
	while (k < rd->head.to && rd->t.at[k].lines == 0 && (rd->t.at[k].kind == TOK_MARK || tok_among(&rd->t, k, " s e es ")))
		k++;
	return k < rd->head.to && rd->t.at[k].lines > 0 && rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_LOWER && !name_never(rd, k);
}

/* "Absents excusés 12/03/2024 4 TOURNUS (PETIT Anne)" */
static bool cue_before_rows(const struct reader *rd, size_t i)
{
	const size_t next = rd->t.at[i].shape != SHAPE_LOWER ? cue_at(rd->lx, &rd->t, i, CUE_ABSENTS) : i;

	for (size_t k = next; next > i && k < next + BROKEN_HEADING_TOKENS && k < rd->head.to && !ends_the_heading(rd, k); k++)
		if (place_row_at(rd, k, rd->head.to))
			return true;
	return false;
}

/* "Conseillers ayant donné pouvoir Anne PETIT Luc GRAND": a heading of givers without its colon. */
static bool givers_without_colon(const struct reader *rd, size_t i)
{
	const size_t next = cue_at(rd->lx, &rd->t, i, CUE_POUVOIRS);
	struct name n;

	if (rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i, " pouvoirs procurations ") && list_bullet(rd, i + 1) && name_read(rd, i + 2, rd->head.to, &n) > i + 2)
		return true;
	if (next < i + 3 || rd->t.at[i - 1].shape == SHAPE_LOWER || !tok_among(&rd->t, i - 1, " membre membres conseiller conseillers conseillere conseilleres elu elus delegue delegues "))
		return false;
	for (size_t k = next; k < next + BROKEN_PROSE_TOKENS && k < rd->head.to && !ends_the_heading(rd, k) && !tok_mark(&rd->t, k, ':'); k++)
		if (name_read(rd, k, rd->head.to, &n) > k && (n.compounds > 1 || n.civility < n.from))
			return true;
	return false;
}

/* Token i opens a heading, or "Délégués titulaires" before it does: in a capital. */
static bool in_capital(const struct reader *rd, size_t i)
{
	static const char members[] = " membre membres conseiller conseillers conseillere conseilleres elu elus delegue delegues titulaires suppleants municipaux communautaires syndicaux ";

	while (i > 0 && rd->t.at[i].shape == SHAPE_LOWER && rd->t.at[i].lines == 0 && tok_among(&rd->t, i - 1, members))
		i--;
	return rd->t.at[i].shape != SHAPE_LOWER;
}

/* "EXCUSÉS Anne PETIT Luc GRAND POUVOIRS", "Absents excusés (the margin) Anne Petit, Luc Grand": absents behind a heading in the plural that lost its colon. */
static bool names_without_colon(const struct reader *rd, size_t i)
{
	const size_t next = in_capital(rd, i) ? cue_at(rd->lx, &rd->t, i, CUE_ABSENTS) : i;
	struct name n;

	if (next == i || i >= rd->head.to || !tok_among(&rd->t, next - 1, " absents absentes excuses excusees ") || (rd->t.at[next].kind == TOK_NUMBER && !tok_mark(&rd->t, next + 1, '/')))
		return false;
	for (size_t k = next; k < next + MARGIN_TOKENS && k < rd->head.to && !tok_mark(&rd->t, k, ':') && !sentence_ends_at(rd, k); k++)
		if (name_read(rd, k, rd->head.to, &n) > k && (n.civility == n.from ? n.compounds > 1 : !tok_among(&rd->t, n.from, " le la l ")))
			return true;
	return false;
}

/* "Absents ayant voté par procuration en application de l'article L. 12 du code Anne PETIT à Luc GRAND": the same behind a legal basis. */
static bool givers_behind_a_basis(const struct reader *rd, size_t i)
{
	const size_t next = in_capital(rd, i) ? cue_at(rd->lx, &rd->t, i, CUE_ABSENTS) : i;
	bool proxy = false, basis = false;
	struct name n;

	for (size_t k = next; next > i && k < next + BASIS_TOKENS && k < rd->head.to && !tok_mark(&rd->t, k, ':'); k++) {
		const size_t end = basis ? name_read(rd, k, rd->head.to, &n) : k;

		if (end > k && tok_among(&rd->t, end, " a ") && name_read(rd, end + 1, rd->head.to, &n) > end + 1)
			return true;
		proxy |= proxy_word(&rd->t, k);
		basis |= proxy && tok_among(&rd->t, k, " article articles ");
	}
	return false;
}

/* "Présents Anne Petit, Luc Grand": the presents behind such a heading. */
static bool row_without_colon(const struct reader *rd, size_t i)
{
	const size_t next = in_capital(rd, i) ? cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) : i;
	struct name n;

	return next > i && i < rd->head.to && tok_among(&rd->t, next - 1, " presents presentes ") && name_read(rd, next, rd->head.to, &n) > next && n.compounds > 1 && tok_mark(&rd->t, n.to, ',');
}

/* "MANDANT(S)   MANDATAIRE(S)", "Mandants : … Mandataires : …": titles of two columns, which no reader knows. */
static bool titles_of_proxies(const struct reader *rd, size_t i)
{
	const size_t to = i + COLUMN_TOKENS < rd->head.to ? i + COLUMN_TOKENS : rd->head.to;

	if (!tok_among(&rd->t, i, " mandant mandants ") || rd->t.at[i].shape == SHAPE_LOWER)
		return false;
	for (size_t k = i + 1; k < to; k++)
		if (tok_among(&rd->t, k, " mandataire mandataires ") && rd->t.at[k].shape != SHAPE_LOWER)
			return true;
	return false;
}

/* "Mandataires : M. A pour M. B": the colon at token i of one such title. */
static bool holders_titled(const struct reader *rd, size_t i)
{
	struct name n;

	return i > rd->head.from && tok_mark(&rd->t, i, ':') && tok_among(&rd->t, i - 1, " mandant mandants mandataire mandataires ") && rd->t.at[i - 1].shape != SHAPE_LOWER &&
	       name_read(rd, i + 1, rd->head.to, &n) > i + 1;
}

#define PLACE_TOKENS 12

/* "Présents sur le site de Rivelle :": where those sit who are named behind the colon; `sit` is behind the word. */
static bool tells_where(const struct reader *rd, size_t i, size_t sit)
{
	size_t k = sit, next;

	if (sit == i || !tok_among(&rd->t, sit, " sur dans a au depuis ") || rd->t.at[sit].shape != SHAPE_LOWER || is_a_count(rd, i, sit))
		return false;
	while (k < sit + PLACE_TOKENS && k < rd->head.to && !is_civility(&rd->t, k, &next) && (rd->t.at[k].kind == TOK_WORD || tok_among(&rd->t, k, " ' - \" ")))
		k++;
	return tok_mark(&rd->t, k, ':') || is_civility(&rd->t, k, &next);
}

void note_broken_heading(struct reader *rd, struct attendance *at, size_t i)
{
	struct name n;
	unsigned kinds = 0;

	if (titles_of_proxies(rd, i) || holders_titled(rd, i))
		at->broken_heading = i + 1;
	if (i < rd->head.to && sections_full_names(at) == 0 && everybody_but_somebody(rd, i))
		at->broken_heading = i + 1;
	if (i + 1 >= rd->head.to || !(landmark_at(rd->t.landmarks, LANDMARK_LIST_CUE, i) || tok_mark(&rd->t, i, ':')) ||
	    heading_is_a_part(rd, i))
		return;
	if (present_beside_the_members(rd, i))
		return;
	if (roll_state_below(rd, i))
		at->broken_presents = at->broken_heading = i + 1;
	if (cue_with_names(rd, i, CUE_PRESENTS) || cue_cut_from_names(rd, i, CUE_PRESENTS))
		at->broken_presents = i + 1;
	/* "Étaient présents au titre des élus M. A": one of several headings, its colon lost. */
	const size_t sit = rd->t.at[i].shape != SHAPE_LOWER ? cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) : i;

	if (tells_where(rd, i, sit) ||
	    (sit > i && ((tok_among(&rd->t, sit, " au ") && tok_among(&rd->t, sit + 1, " titre ")) || (tok_among(&rd->t, sit, " pour ") && tok_among(&rd->t, sit + 1, " la ")))))
		at->broken_presents = i + 1;
	/* "Arrivée en cours de séance Mme GRAND": a colon was lost. */
	if (rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i, " arrive arrivee arrives arrivees ") && cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) > i)
		at->broken_presents = i + 1;
	if (cue_before_rows(rd, i) || (i > rd->head.from && givers_without_colon(rd, i)))
		at->broken_heading = i + 1;
	if (row_without_colon(rd, i))
		at->broken_presents = i + 1;
	if (names_without_colon(rd, i) || givers_behind_a_basis(rd, i))
		at->broken_heading = i + 1;
	if (at->sections.n == 0 && at->broken_presents == 0)
		return;
	/* "Anne : absente", cut off from its list. */
	if (tok_mark(&rd->t, i, ':') && state_at(rd, i + 1, rd->head.to, &kinds) > i + 1 && (kinds & LISTE_ABSENTS) &&
	    name_before(rd, rd->head.from, i, &n))
		at->broken_heading = i + 1;
	if (cue_before_a_name(rd, i) || alone_in_its_line(rd, i) || (behind_list_of(rd, i) && tok_among(&rd->t, i, " absents excuses pouvoirs procurations ")) || cue_with_names(rd, i, CUE_ABSENTS) || cue_with_names(rd, i, CUE_POUVOIRS) ||
	    cue_cut_from_names(rd, i, CUE_ABSENTS) || cue_cut_from_names(rd, i, CUE_POUVOIRS))
		at->broken_heading = i + 1;
}
