/* SPDX-License-Identifier: EUPL-1.2 */
/* "Collège de la Région⏎Étaient présents …⏎Étaient absents …⏎Collège du Département⏎Étaient présents …": lists told college by college, or canton by canton.
 *
 * Only words that name a part of an assembly: below the name of a commune or of a council the header of another act may stand, with other members.
 */
#include "people_priv.h"

#define COLLEGE_TOKENS 12
#define PARTS " college canton secteur site " /* "Site de Rivelle": where those sit who meet from two places */

/* "Délégués Collège du Département", from token i: the token after it, or i. */
static size_t over_college(const struct reader *rd, size_t i)
{
	static const char small[] = " de du des d la le les l et en sur - ' departement departements region regions commune communes ville villes ";
	const size_t word = i + tok_among(&rd->t, i, " delegues representants membres ") + tok_among(&rd->t, i + 1, " du des ");
	size_t k = tok_among(&rd->t, word, PARTS) ? word : i;
	const bool former = tok_among(&rd->t, k, " commune ") && tok_among(&rd->t, k + 1, " deleguee associee historique "); /* of a commune nouvelle */

	if (!(former || tok_among(&rd->t, k, PARTS)) || rd->t.at[i].shape == SHAPE_LOWER)
		return i;
	for (k += 1 + former; k < rd->t.n && k < i + COLLEGE_TOKENS && (tok_among(&rd->t, k, small) || (rd->t.at[k].kind == TOK_WORD && rd->t.at[k].lines == 0 && (!name_never(rd, k) || (tok_mark(&rd->t, k - 1, '-') && !rd->t.at[k].space)))); k++)
		;
	return k > word + 1 + former ? k : i;
}

/* The same, where the name of the college does not begin before it. */
static size_t names_college(const struct reader *rd, size_t i)
{
	return i > 0 && tok_among(&rd->t, i - 1, " delegues representants membres ") ? i : over_college(rd, i);
}

bool college_at(const struct reader *rd, size_t i, size_t limit)
{
	const size_t k = over_college(rd, i);
	struct heading h;

	return k > i && heading_at(rd, k + tok_mark(&rd->t, k, ':'), limit, &h);
}

/* Where the college right above the heading at token i is named; i when none is. */
static size_t college_above(const struct reader *rd, size_t i)
{
	for (size_t k = i; k > rd->head.from && i - k < COLLEGE_TOKENS; k--) {
		const size_t end = names_college(rd, k - 1);

		if (end > k - 1 && end + tok_mark(&rd->t, end, ':') == i)
			return k - 1;
	}
	return i;
}

bool colleges_differ(const struct reader *rd, size_t a, size_t b)
{
	size_t k = college_above(rd, a), other = college_above(rd, b);

	if (k == a || other == b)
		return false;
	for (; k < a && other < b; k++, other++)
		if (!str_eq(rd->t.at[k].key, rd->t.at[other].key))
			return true;
	return false;
}

bool colleges_missing(const struct reader *rd, const struct attendance *at)
{
	size_t named = 0, listed = 0, end;

	for (size_t k = 0; k < at->sections.n; k++)
		listed += (at->sections.at[k].h.kinds & LISTE_PRESENTS) && college_above(rd, at->sections.at[k].h.from) < at->sections.at[k].h.from;
	for (size_t i = rd->head.from; listed > 0 && i < rd->head.to; i = end > i ? end : i + 1) {
		end = names_college(rd, i);
		named += end > i;
	}
	return named > listed;
}

/* "Titulaires :", "Délégués suppléants :", and a name behind it. */
static bool role_with_names(const struct reader *rd, size_t i)
{
	static const char roles[] = " titulaires suppleants suppleantes delegues deleguees conseillers communautaires syndicaux ";
	struct name n;
	size_t k = i;

	while (k < rd->head.to && tok_among(&rd->t, k, roles))
		k++;
	return k > i && rd->t.at[i].shape != SHAPE_LOWER && tok_mark(&rd->t, k, ':') && name_read(rd, k + 1, rd->head.to, &n) > k + 1 && (n.compounds > 1 || n.civility < n.from);
}

static bool in_a_list(const struct attendance *at, size_t i)
{
	for (size_t k = 0; k < at->sections.n; k++)
		if ((at->sections.at[k].h.kinds & LISTE_PRESENTS) || (at->sections.at[k].h.from <= i && i < at->sections.at[k].to))
			return true;
	return false;
}

size_t groups_untold(const struct reader *rd, const struct attendance *at, size_t to)
{
	for (size_t i = rd->head.from; i < to; i++)
		if (role_with_names(rd, i) && !in_a_list(at, i))
			return i;
	return to;
}
