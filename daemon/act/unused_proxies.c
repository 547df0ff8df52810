/* SPDX-License-Identifier: EUPL-1.2 */
/* "M. A n'utilisera pas le pouvoir de M. B": whose voice does not count in this acte, though the list of proxies names him.
 *
 * Neither the proxies in force nor those who take no part are sure then. Taking the pair out was decided against: such a
 * sentence may be of one vote of several.
 */
#include "people_priv.h"

#define SENTENCE_TOKENS 60
#define USE_TOKENS 8 /* from "usage" to "pouvoir", or back */

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
	const bool use = tok_says(&rd->t, from, to, " usage utilise utilisee utiliser utilisera utiliseront utilisant exerce exercera ");

	return use && (tok_says(&rd->t, sentence.from, to, " ne n ") ? tok_says(&rd->t, sentence.from, to, " pas ") : tok_says(&rd->t, from, i, " sans "));
}

void reader_unused_proxies(struct reader *rd, size_t acte)
{
	struct acte *a = &rd->actes[acte];
	const struct range all = rd->parts[acte].all;

	for (size_t i = all.from > rd->head.to ? all.from : rd->head.to; (i = next_of(rd, LANDMARK_PROXY, i, all.to)) < all.to; i++) {
		if (i == 0 || !proxy_word(&rd->t, i) || !is_somebodys(rd, i))
			continue;
		const struct range said = { sentence_start(rd, i, i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0), sentence_end(rd, i, i + SENTENCE_TOKENS < all.to ? i + SENTENCE_TOKENS : all.to) };

		if (!is_not_used(rd, said, i))
			continue;
		struct item *words = ARENA_NEW(rd->a, struct item);

		*words = (struct item){ .span = reader_span(rd, said.from, said.to), .texte = reader_text(rd, said.from, said.to) };
		if (a->pouvoirs.statut == FIELD_LU && a->pouvoirs.n > 0)
			field_ambigu(rd, &a->pouvoirs, words, 1, "« %.*s » : un pouvoir n'est peut-être pas utilisé pour cet acte", STR_ARG(utf8_head(words->texte, 200)));
		if (a->deports.statut == FIELD_LU)
			field_illisible(rd, &a->deports, words->span, "un pouvoir n'est peut-être pas utilisé pour cet acte : rien ne dit qui ne prend pas part au vote");
	}
}
