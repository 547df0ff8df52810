/* SPDX-License-Identifier: EUPL-1.2 */
/* "M. A n'utilisera pas le pouvoir de M. B", "ne vote pas au nom de M. B", "ne vote que pour lui": whose voice does not count in this acte, though the list of proxies names him.
 *
 * Neither the proxies in force nor those who take no part are sure then. Taking the pair out was decided against: such a
 * sentence may be of one vote of several.
 */
#include "moves_priv.h"

#define SENTENCE_TOKENS 60
#define USE_TOKENS 8 /* from "usage" to "pouvoir", or back */

static const char VOTE[] = " vote votera votent voteront voter votant ";

static bool is_somebodys(const struct reader *rd, size_t i)
{
	size_t k = i + 1, next;

	while (k < i + 6 && tok_among(&rd->t, k, " de d ' donne donnee par que lui a confie remis la "))
		k++;
	return (k > i + 1 && is_civility(&rd->t, k, &next)) ||
	       (tok_among(&rd->t, i - 1, " son sa ses ce cette leur leurs ") && (i + 1 >= rd->t.n || rd->t.at[i + 1].kind == TOK_MARK || tok_among(&rd->t, i + 1, " pour sur lors ")));
}

static bool is_not_used(const struct reader *rd, struct range sentence, size_t i)
{
	const size_t from = i > sentence.from + USE_TOKENS ? i - USE_TOKENS : sentence.from, to = i + 2 * USE_TOKENS < sentence.to ? i + 2 * USE_TOKENS : sentence.to;
	static const char use[] = " usage utilise utilisee utiliser utilisera utiliseront utilisant exerce exercera sert servira servir ", count[] = " compte comptee comptes comptabilise exprime retenu ",
			  vote[] = " vote votera votent voter part ";
	const struct tokens *t = &rd->t;
	const bool with = tok_among(t, i - 1, " avec ") || (tok_among(t, i - 1, " le la les son sa ") && tok_among(t, i - 2, " avec "));

	if (tok_says(t, from, i, " renonce renoncent renoncera renoncant "))
		return true;
	if (!tok_says(t, sentence.from, to, " ne n "))
		return tok_says(t, from, to, use) && tok_says(t, from, i, " sans ");
	return tok_says(t, sentence.from, to, " pas ") && (tok_says(t, from, to, use) || tok_says(t, i, to, count) || (with && tok_says(t, from, i, vote) && tok_says(t, from, i, " ne n ")));
}

/* "Mme A ne vote pas au nom de M. B", who gave her his proxy */
static bool votes_not_for_the_giver(struct reader *rd, size_t i)
{
	static const char *const for_whom[] = { "pas pour", "pas au nom de", "pas pour le compte de", "plus pour", "plus au nom de", NULL };
	const struct field *pouvoirs = &rd->r->pouvoirs;
	struct name n;
	size_t k;

	if (!tok_any_phrase(&rd->t, i + 1, for_whom, &k) || name_read(rd, k, i + SENTENCE_TOKENS, &n) == k || n.odd)
		return false;
	struct person giver = name_person(rd, &n);

	return people_find(rd, &giver, WHO_ANY) == PEOPLE_ONE && people_in(pouvoirs, giver.cle) != NULL;
}

/* "Mme A ne vote que pour elle", "vote en son seul nom", who holds a proxy */
static bool votes_for_herself(struct reader *rd, struct range sentence, size_t i)
{
	static const char *const alone[] = { "que pour lui", "que pour elle", "qu en son nom", "qu ' en son nom", "qu en son propre nom", "qu ' en son propre nom", "qu a titre personnel", "qu ' a titre personnel", "en son seul nom",
					     "en son nom seul", "pour lui seul", "pour elle seule", "pour sa seule personne", NULL };
	static const struct field nobody;
	size_t next;

	return tok_any_phrase(&rd->t, i + 1, alone, &next) && movers_in(rd, sentence.from, i, &nobody).proxy;
}


/* Somebody is named, and nobody of the list of proxies. */
static bool names_no_giver_and_no_holder(struct reader *rd, struct range said)
{
	static const struct field nobody;
	const struct movers m = movers_in(rd, said.from, said.to, &nobody);

	return m.member && !m.proxy;
}

void reader_unused_proxies(struct reader *rd, size_t acte)
{
	struct acte *a = &rd->actes[acte];
	const struct range all = rd->parts[acte].all;

	for (size_t i = all.from > rd->head.to ? all.from : rd->head.to; (i = next_of(rd, LANDMARK_PROXY, i, all.to)) < all.to; i++) {
		if (i < 2 || !(proxy_word(&rd->t, i) ? is_somebodys(rd, i) : tok_among(&rd->t, i, VOTE)))
			continue;
		const struct range said = { sentence_start(rd, i, i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0), sentence_end(rd, i, i + SENTENCE_TOKENS < all.to ? i + SENTENCE_TOKENS : all.to) };

		if (proxy_word(&rd->t, i) ? !is_not_used(rd, said, i) : !(votes_not_for_the_giver(rd, i) || votes_for_herself(rd, said, i)))
			continue;
		if (names_no_giver_and_no_holder(rd, said))
			continue;
		struct item *words = ARENA_NEW(rd->a, struct item);

		*words = (struct item){ .span = reader_span(rd, said.from, said.to), .texte = reader_text(rd, said.from, said.to) };
		if (a->pouvoirs.statut == FIELD_LU && a->pouvoirs.n > 0)
			field_ambigu(rd, &a->pouvoirs, words, 1, "« %.*s » : un pouvoir n'est peut-être pas utilisé pour cet acte", STR_ARG(utf8_head(words->texte, 200)));
		if (a->deports.statut == FIELD_LU)
			field_illisible(rd, &a->deports, words->span, "un pouvoir n'est peut-être pas utilisé pour cet acte : rien ne dit qui ne prend pas part au vote");
	}
}
