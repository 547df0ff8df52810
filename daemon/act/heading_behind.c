/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands between the words of a heading and its colon: a legal basis, an hour, who presides, for what they sit.
 *
 * For what they sit is taken in words that name members only: "au titre des services" are no members.
 */
#include "names_priv.h"

#define ROW_TOKENS 20
#define BASIS_TOKENS 40
#define CHAIR_TOKENS 16
#define COLLEGE_TOKENS 8
#define LABEL_TOKENS 10
#define HINT_TOKENS 18
#define HINT_TAKEN 3
#define BODY_TOKENS 16

/* "(articles L. 2121-20 et L. 5211-1 du CGCT)", "(art. L2121-20)": the token after it; i where it is nothing but the law. */
static size_t over_articles(const struct reader *rd, size_t i, size_t limit)
{
	static const char words[] = " article articles art l r d et a du de la le code cgct general des collectivites territoriales . , - ";
	size_t k = i + tok_mark(&rd->t, i, '('); /* the words of the heading may have taken it */

	if (k == 0 || !tok_mark(&rd->t, k - 1, '(') || !tok_among(&rd->t, k, " article articles art "))
		return i;
	while (k < limit && k - i < BASIS_TOKENS && (rd->t.at[k].kind == TOK_NUMBER || tok_among(&rd->t, k, words)))
		k++;
	return tok_mark(&rd->t, k, ')') ? k + 1 : i;
}

/* "(indiquer les nom et prénom d'un conseiller par case)", "(préciser s'ils sont excusés)", "(par ordre alphabétique)": what the form asks of its writer. */
static size_t over_hint(const struct reader *rd, size_t i, size_t limit)
{
	static const char words[] = " indiquer inscrire preciser nom noms prenom prenoms et du de des d ' le la les l s ils sont si un une conseiller conseillers municipal municipaux "
				    "par case cases ligne ordre dans alphabetique tableau motif excuse excuses absents absent ou non chaque membre membres elu elus leur leurs , - ";
	size_t from = i + tok_mark(&rd->t, i, '('), k = from;

	while (from > 0 && k - from < HINT_TAKEN && !tok_mark(&rd->t, from - 1, '(')) /* the words of the heading may have taken its first ones */
		from--;
	if (from == 0 || !tok_mark(&rd->t, from - 1, '(') || !tok_among(&rd->t, from, " indiquer inscrire preciser nom noms par dans "))
		return i;
	for (; k < limit && k - i < HINT_TOKENS && !tok_mark(&rd->t, k, ')'); k++)
		if (!tok_among(&rd->t, k, words))
			return i;
	return tok_mark(&rd->t, k, ')') ? k + 1 : i;
}

/* "Anne PETIT", "Petit à Luc", "Absents": a colon further on is another heading's. */
static bool somebody_at(const struct reader *rd, size_t i, size_t limit)
{
	struct name n;
	const bool given = tok_among(&rd->t, i, " a ") && rd->t.at[i].shape == SHAPE_LOWER && i + 1 < limit && rd->t.at[i - 1].kind == TOK_WORD && rd->t.at[i - 1].shape != SHAPE_LOWER &&
			   rd->t.at[i + 1].kind == TOK_WORD && rd->t.at[i + 1].shape != SHAPE_LOWER;

	if (given || (rd->t.at[i].shape != SHAPE_LOWER && landmark_at(rd->t.landmarks, LANDMARK_LIST_CUE, i)))
		return true;
	return rd->t.at[i].kind == TOK_WORD && rd->t.at[i].key.n > 1 && name_read(rd, i, limit, &n) > i && n.order != ORDER_NONE;
}

/* "… en application de l'article L 2121-20 du code général :" stands between some headings and their colon. */
static size_t over_basis(const struct reader *rd, size_t i, size_t limit)
{
	size_t next;

	if (tok_phrase(&rd->t, i + tok_mark(&rd->t, i, '('), "dans l ' ordre du tableau", &next))
		return next + tok_mark(&rd->t, next, ')');
	const size_t hint = over_hint(rd, i, limit), articles = hint > i ? hint : over_articles(rd, i, limit);

	if (articles > i)
		return articles;
	const size_t basis = i + tok_mark(&rd->t, i, ',');

	if (!tok_phrase(&rd->t, basis, "en application", &next) && !tok_phrase(&rd->t, basis, "en vertu", &next) &&
	    !tok_phrase(&rd->t, basis, "conformement a", &next))
		return i;
	for (size_t k = next; k < limit && k - i < BASIS_TOKENS; k++) {
		if (tok_mark(&rd->t, k, ':'))
			return k;
		if (is_civility(&rd->t, k, &next) || somebody_at(rd, k, limit))
			break;
	}
	return i;
}

/* "Étaient présents à l'ouverture de la séance (19 h) :" */
static size_t over_opening_hour(const struct reader *rd, size_t i)
{
	const bool parens = tok_mark(&rd->t, i, '(');
	int minutes;
	const size_t from = i + parens, end = leaf_hour(&rd->t, from, &minutes);

	return end > from && (!parens || tok_mark(&rd->t, end, ')')) ? end + parens : i;
}

/* "Étaient présents sous la présidence de Mme Odile PETIT, Maire :", whoever presides is in the list or beside it. */
static size_t over_chair(const struct reader *rd, size_t i, size_t limit)
{
	size_t next;
	struct heading h;

	if (!tok_phrase(&rd->t, i + tok_mark(&rd->t, i, ','), "sous la presidence", &next) || !tok_among(&rd->t, next, " de du d "))
		return i;
	for (size_t k = next; k < limit && k - i < CHAIR_TOKENS && rd->t.at[k].lines < 2; k++) {
		if (tok_mark(&rd->t, k, ':'))
			return k;
		if (rd->t.at[k].kind == TOK_NUMBER || tok_among(&rd->t, k, " ; et ") || (k > next && heading_at(rd, k, limit, &h)))
			break;
	}
	return i;
}

/* "Étaient présents au titre des conseillers communautaires :", "pour la compétence électricité :": up to the colon. */
static size_t over_college(const struct reader *rd, size_t i, size_t limit)
{
	static const char members[] = " de des du d la le les l ' conseil conseillers conseilleres communautaires municipaux municipal communautaire membres elus elues personnes "
				      "nommes nommees delegues deleguees titulaires administrateurs college ";
	size_t from = i, k = i;

	/* Its first words are those of many headings, which stop behind them. */
	while (from > 0 && i - from < COLLEGE_TOKENS && !tok_among(&rd->t, from, " au pour "))
		from--;
	const bool sit_as = tok_phrase(&rd->t, from, "au titre", &k);

	if (!sit_as && !tok_phrase(&rd->t, from, "pour la competence", &k) && !tok_phrase(&rd->t, from, "pour la seule competence", &k))
		return i;
	const size_t named = k;

	while (k < limit && k - named < COLLEGE_TOKENS && rd->t.at[k].lines < 2 && !proxy_word(&rd->t, k) &&
	       (sit_as ? tok_among(&rd->t, k, members) : (rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape == SHAPE_LOWER) || tok_among(&rd->t, k, " ' - ")))
		k++;
	return k > named && k >= i && tok_mark(&rd->t, k, ':') ? k : i; /* not "Pour la compétence eau :⏎Présents :", which stands above */
}

size_t heading_behind(const struct reader *rd, size_t i, size_t limit, unsigned kinds)
{
	const size_t k = over_opening_hour(rd, over_basis(rd, i, limit));

	if (k > i || kinds != LISTE_PRESENTS)
		return k;
	const size_t chair = over_chair(rd, i, limit);

	return chair > i ? chair : over_college(rd, i, limit);
}

/* "Président : Luc PETIT⏎Vice-présidents : Anne GRAND": two functions with their members; one alone may be a row of the head. */
static bool functions_follow(const struct reader *rd, size_t i, size_t limit)
{
	struct name n;
	size_t k = i;

	for (unsigned functions = 0; functions < 2; functions++) {
		const size_t role = role_at(rd, k, limit), colon = role > k ? role : k + tok_among(&rd->t, k, " president presidente maire ");

		if (colon == k || rd->t.at[k].shape == SHAPE_LOWER || !tok_mark(&rd->t, colon, ':'))
			return false;
		k = colon + 1 + (list_bullet(rd, colon + 1) || tok_mark(&rd->t, colon + 1, '-'));
		if (name_read(rd, k, limit, &n) == k || n.odd || (n.compounds < 2 && n.civility == n.from))
			return false;
		k = n.to + tok_among(&rd->t, n.to, " , ; . ");
	}
	return true;
}

/* "► Communauté du Val (3) : Luc PETIT": a body, how many it has sent, and the first of them. */
static bool body_follows(const struct reader *rd, size_t i, size_t limit)
{
	struct name n;
	size_t k = i + list_bullet(rd, i), next;

	if (rd->t.at[k].shape == SHAPE_LOWER || !tok_among(&rd->t, k, " commune communaute agglomeration syndicat canton college departement region metropole secteur ") ||
	    !tok_among(&rd->t, k + 1, " de du des d urbaine "))
		return false;
	while (k < limit && k < i + BODY_TOKENS && !tok_mark(&rd->t, k, ':') && !is_civility(&rd->t, k, &next) && !proxy_word(&rd->t, k))
		k++;
	return tok_mark(&rd->t, k, ':') && name_read(rd, k + 1, limit, &n) > k + 1 && !n.odd && (n.order != ORDER_NONE || n.civility < n.from);
}

/* "Valbrise : M. A", "Groupe « Valbrise demain » : Anne PETIT", "VALBRISE Mme B": a label and its first member. */
bool label_follows_heading(const struct reader *rd, size_t i, size_t limit)
{
	static const char small[] = " de du des d la le les l en et sur sous lez aux ' - \" \xc2\xab \xc2\xbb ";
	const bool group = tok_among(&rd->t, i, " groupe ");
	struct name n;
	size_t k = i, next;

	if (i < limit && (body_follows(rd, i, limit) || functions_follow(rd, i, limit)))
		return true;
	if (i >= limit || rd->t.at[i].kind != TOK_WORD || rd->t.at[i].shape == SHAPE_LOWER || (!group && name_never(rd, i)) || is_civility(&rd->t, i, &next))
		return false;
	while (k < limit && k - i < LABEL_TOKENS && !is_civility(&rd->t, k, &next) && !proxy_word(&rd->t, k) &&
	       ((rd->t.at[k].kind == TOK_WORD && (group || rd->t.at[k].shape != SHAPE_LOWER)) || tok_among(&rd->t, k, small)))
		k++;
	if (name_read(rd, i, k, &n) == k && n.order != ORDER_NONE)
		return false;
	const bool colon = tok_mark(&rd->t, k, ':'), member = name_read(rd, k + colon, limit, &n) > k + colon && !n.odd && !n.group;

	return k > i && member && (n.civility < n.from || (group && colon && n.order != ORDER_NONE));
}

/* The rest of the first row of a list, then the same bullet, another heading or a blank line. */
static bool bullet_again(const struct reader *rd, size_t i, size_t limit)
{
	for (size_t k = i; k < limit && k < i + ROW_TOKENS; k++)
		if (list_bullet(rd, k) || rd->t.at[k].lines > 1)
			return true;
	return false;
}

/* "Excusés⏎- Anne PETIT⏎- Luc GRAND"; the words of the heading may have taken the first dash. */
bool bullets_follow_heading(const struct reader *rd, size_t i, size_t limit)
{
	const size_t row = i < limit ? i + list_bullet(rd, i) : 0;
	struct name n;

	return row > 0 && list_bullet(rd, row - 1) && name_read(rd, row, limit, &n) > row && !n.odd && n.compounds > 1 && bullet_again(rd, n.to, limit);
}

bool heading_alone(const struct reader *rd, size_t i, size_t after, size_t limit)
{
	for (size_t k = i + 1; k < after; k++)
		if (rd->t.at[k].lines > 0)
			return false;
	return after < limit && rd->t.at[i].lines > 0 && rd->t.at[after].lines > 0;
}
