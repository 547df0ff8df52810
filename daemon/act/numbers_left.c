/* SPDX-License-Identifier: EUPL-1.2 */
/* A number of members told to be there, or to remain, behind the lists: "Restent autour de la table sept conseillers", "le conseil n'est plus qu'à huit membres".
 *
 * It tells that somebody came or went in words that nobody knows, so what counts is not the verb, but that the number is no other one: it is of the
 * members who sit, now, and is not the list's. Numbers of seats, of a commission, of those who vote against, or of those in office are others.
 */
#include "presence_priv.h"

static const char LEFT[] = PRESENCE_WORDS_LEFT;
static const char THERE[] = " presents presentes table seance salle hemicycle vote travaux ";
static const char MEMBERS[] = " conseillers conseilleres elus elues membres delegues deleguees presents presentes ";
static const char VOTES[] = " vote scrutin deliberation debat votes ";
static const char WHO_SIT[] = " conseil assemblee seance debats effectif assistance ils elles nous elus conseillers membres presents delegues ";
static const char OTHERS[] = " commission commissions ecole college administration elire designer nommer pourvoir candidat candidats candidature jury syndicat representants titulaires suppleants sieges agents"
			     " eleves classe lots jeunes exploitation sages quartier developpement surveillance seront sera seraient indemnite indemnites contre abstiennent abstention abstentions voix exercice demission demissionnaire deces vacance etaient avaient bulletins ";
static const char MOMENTS[] = " vote point moment deliberation ce question quorum ";

#define NEAR_TOKENS 9 /* "restent alors autour de la table les sept conseillers" */

/* The head's lists, or the number that stands for them, say as many; with a chair whom no list names. */
static bool is_the_number_known(const struct reader *rd, int64_t n)
{
	const struct field *presents = &rd->r->presents, *told = &rd->r->presents_annonces, *chair = &rd->r->president;
	const bool one_more = chair->statut != FIELD_LU || chair->n == 0 || people_in(presents, chair->items[0].qui.cle) == NULL;

	if (presents->statut == FIELD_LU)
		return n == (int64_t)presents->n || (one_more && n == (int64_t)presents->n + 1);
	return told->statut != FIELD_LU || told->nombre == n;
}

/* "le comité syndical", in a séance of another body */
static bool is_of_another_body(const struct asking *q)
{
	static const char bodies[] = " comite bureau ";

	return tok_says(&q->rd->t, q->from, q->to, bodies) && !tok_says(&q->rd->t, q->rd->head.from, q->from, bodies);
}

static bool ends_here(const struct asking *q, size_t i)
{
	return i >= q->to || q->rd->t.at[i].kind == TOK_MARK;
}

/* "sept conseillers", "huit élus municipaux" behind the number that ends at k: the token after, or k. */
static size_t over_members(const struct reader *rd, size_t k)
{
	if (!tok_among(&rd->t, k, MEMBERS))
		return k;
	return k + 1 + tok_among(&rd->t, k + 1, " municipaux municipales communautaires departementaux regionaux syndicaux restants restantes presents presentes seulement ");
}

/* The word so many before the number is one of these. */
static bool number_says(const struct asking *q, size_t number, size_t before, const char *words)
{
	return number >= q->from + before && tok_among(&q->rd->t, number - before, words);
}

/* "le conseil poursuit à huit", "ils ne sont plus que huit", "les membres restants sont au nombre de sept" */
static bool is_of_who_sits(const struct asking *q, size_t number, size_t end)
{
	const struct tokens *t = &q->rd->t;
	const bool joined = number_says(q, number, 1, " a que desormais maintenant ") || (number_says(q, number, 1, " de ") && number_says(q, number, 2, " nombre desormais maintenant "));

	return joined && tok_says(t, q->from, number, WHO_SIT) && (ends_here(q, end) || tok_among(t, end, " en dans autour pour au ") || tok_among(t, end, MEMBERS));
}

/* "nombre de conseillers présents à ce point : 8", "Présents : 8 (à compter de ce point)" */
static bool is_of_a_label(const struct asking *q, size_t number, size_t end)
{
	const struct tokens *t = &q->rd->t;

	return number > q->from && tok_mark(t, number - 1, ':') && ends_here(q, end) && tok_says(t, q->from, q->to, " nombre partir compter desormais ") && tok_says(t, q->from, number, " presents presentes ") &&
	       tok_says(t, q->from, q->to, MOMENTS);
}

/* "Sept conseillers sont présents au moment du vote", "le quorum est vérifié : huit conseillers présents" */
static bool is_of_those_present(const struct asking *q, size_t number, size_t end)
{
	const struct tokens *t = &q->rd->t;
	const size_t behind = over_members(q->rd, end);
	const bool quorum = tok_says(t, q->from, number, " quorum ");

	if (behind == end)
		return false;
	if (quorum && ends_here(q, behind) && tok_among(t, behind - 1, " presents presentes "))
		return true;
	if (tok_among(t, behind, " repondent ") && tok_among(t, behind + 1, " presents presentes "))
		return true;
	return tok_among(t, behind, " sont ") && tok_says(t, behind + 1, behind + 4, " presents presentes ") && (quorum || tok_says(t, behind, q->to, MOMENTS));
}

/* "le vote a lieu à quatre" */
static bool is_of_who_votes(const struct asking *q, size_t number, size_t end)
{
	return number_says(q, number, 1, " a ") && number_says(q, number, 2, " lieu ") && tok_says(&q->rd->t, q->from, number, VOTES) && (ends_here(q, end) || tok_among(&q->rd->t, end, MEMBERS));
}

static bool tells_of_members(const struct asking *q, size_t number, size_t end)
{
	const struct tokens *t = &q->rd->t;
	const size_t behind = over_members(q->rd, end);

	if (is_of_a_label(q, number, end) || is_of_those_present(q, number, end) || is_of_who_votes(q, number, end))
		return true;
	if (!tok_says(t, q->from, q->to, LEFT))
		return false;
	return is_of_who_sits(q, number, end) || (behind > end && (tok_says(t, q->from, q->to, THERE) || ends_here(q, behind) || tok_among(t, behind, " siegent demeurent restent deliberent ")));
}

/* The words beside the number that may be of it. */
static struct asking around(const struct asking *q, size_t number, size_t end)
{
	struct asking near = *q;

	near.from = number > q->from + NEAR_TOKENS ? number - NEAR_TOKENS : q->from;
	near.to = end + NEAR_TOKENS < q->to ? end + NEAR_TOKENS : q->to;
	return near;
}

/* "Étaient encore là : M. A, Mme B", who are not as many as the list has. */
static bool names_those_left(const struct asking *q)
{
	static const char still[] = " encore toujours restent demeurent restants ", told[] = " la present presents presentes en seance salle autour de la table dans ce point au moment du vote sont etaient a ";
	const struct reader *rd = q->rd;
	size_t k = q->i + 1, next, names = 0;
	struct name n;

	if (!tok_among(&rd->t, q->i, still) || rd->r->presents.statut != FIELD_LU)
		return false;
	while (k < q->to && tok_among(&rd->t, k, told))
		k++;
	for (k += tok_mark(&rd->t, k, ':'); tok_mark(&rd->t, k - 1, ':') || names > 0; k = next + tok_among(&rd->t, next, " , et ; "), names++)
		if ((next = name_read(rd, k, q->to, &n)) == k || n.odd)
			break;
	return names > 1 && names < rd->r->presents.n;
}

bool presence_number_left(const struct asking *q)
{
	const struct reader *rd = q->rd;
	const bool bounded = rd->r->effectif.statut == FIELD_LU;
	int64_t n;

	/* A label is of them whatever the sentence goes on to, where a text has no full stops. */
	const bool others = tok_says(&rd->t, q->from, q->to, OTHERS);

	if (is_of_another_body(q))
		return false;
	if (names_those_left(q))
		return true;
	for (size_t k = q->from, end; k < q->to; k = end > k ? end : k + 1) {
		end = leaf_number(&rd->t, k, &n);
		if (end == k || n < 2 || n > (bounded ? rd->r->effectif.nombre : INT16_MAX) || is_the_number_known(rd, n) || tok_among(&rd->t, end, " h heures "))
			continue;
		const struct asking near = around(q, k, end);

		if (others && !is_of_a_label(&near, k, end))
			continue;
		/* "le conseil compte désormais dix membres": of those in office. */
		if (tells_of_members(&near, k, end))
			return !bounded || n < rd->r->effectif.nombre || tok_says(&rd->t, near.from, near.to, THERE);
	}
	return false;
}
