/* SPDX-License-Identifier: EUPL-1.2 */
/* Does a second matter begin behind the decision of an acte: a title, somebody who reports, and another decision? Where nothing numbers it, it is not
 * cut (titles_alone.c cuts what it can), and what it says must not be lent to the first.
 *
 * A doubt is enough: an amount that is not read costs nothing. But a line of a tariff, the form of the vote, a signature behind the decision are no
 * title, nor is a sub-title ("Plan de financement") of an acte that has its "Objet :", and a title behind which nothing is decided gives the acte nothing
 * to be mixed up with (various_matters.c leaves that away).
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define VOTE_TOKENS 40 /* of its sentence */

static const char DECIDED[] = " conseil assemblee comite bureau commission adopte adoptee adoptes adoptees approuve approuvee decide accepte vote votee valide delibere ";

/* Where something is decided last. */
static size_t last_decision(const struct reader *rd, size_t from, size_t to)
{
	for (size_t i = to; i-- > from;)
		if (says_a_vote(rd, i) || decides_at(rd, i))
			return i;
	return from;
}

static struct range sentence_of(const struct reader *rd, const struct vote *v)
{
	const size_t from = token_at(rd, v->span.start), to = token_at(rd, v->span.end);

	return (struct range){ sentence_start(rd, from, from > VOTE_TOKENS ? from - VOTE_TOKENS : 0), sentence_end(rd, to > from ? to - 1 : from, to + VOTE_TOKENS) };
}

static bool is_about_the_minutes(const struct reader *rd, struct range sentence)
{
	for (size_t k = sentence.from; k < sentence.to; k++)
		if (names_the_minutes(rd, k))
			return true;
	return false;
}

/* The words of its sentence that name who decides, or that it is adopted; not the approval of the last minutes, which have no sum and are nobody's subject. */
static bool decides_a_matter(const struct reader *rd, const struct vote *v)
{
	const struct range s = sentence_of(rd, v);

	return !is_about_the_minutes(rd, s) && tok_says(&rd->t, s.from, s.to, DECIDED);
}

/* "… le prix du repas à 4 €.⏎⏎Prime exceptionnelle⏎⏎Le conseil municipal, à l'unanimité, décide": between empty lines, with a decision of its own. */
static bool decides_below(const struct reader *rd, const struct title_alone *t)
{
	size_t next, body = t->to;

	if (rd->t.at[t->at].lines < 2 || body >= rd->t.n || rd->t.at[body].lines < 2)
		return false;
	body += tok_among(&rd->t, body, " le la ");
	return organe_at(rd, body, &next) != NULL && tok_says(&rd->t, next, sentence_end(rd, next, next + VOTE_TOKENS), " unanimite majorite voix ");
}

/* The first that is not of the last minutes, or how many there are. */
static size_t first_matter(const struct reader *rd, const struct acte *a)
{
	size_t v = 0;

	while (v < a->votes_n && !decides_a_matter(rd, &a->votes[v]))
		v++;
	return v;
}

bool votes_the_minutes_first(const struct reader *rd, size_t acte)
{
	const struct acte *a = &rd->actes[acte];
	const struct acte_parts *p = &rd->parts[acte];

	if (rd->r->actes_n != 1 || a->votes_n == 0)
		return false;
	for (size_t v = 0; v < a->votes_n; v++)
		if (!is_about_the_minutes(rd, sentence_of(rd, &a->votes[v])))
			return false;
	const size_t voted = sentence_of(rd, &a->votes[a->votes_n - 1]).to;

	if (p->visas.to > p->visas.from)
		return p->visas.from >= voted && objet_label_in(rd, p->all.from, voted) == 0;
	return objet_label_in(rd, p->all.from, voted) == 0 && objet_label_in(rd, voted, p->all.to) > 0;
}

bool second_matter(const struct reader *rd, size_t acte)
{
	const struct acte *a = &rd->actes[acte];
	const size_t to = rd->parts[acte].all.to;
	struct title_alone t;
	const size_t v = first_matter(rd, a);

	if (votes_the_minutes_first(rd, acte))
		return true;
	if (v == a->votes_n)
		return false;
	const size_t first = token_at(rd, a->votes[v].span.start), last = token_at(rd, a->votes[a->votes_n - 1].span.start), decided = last_decision(rd, first, to);

	const bool labelled = objet_label_in(rd, rd->parts[acte].all.from, first) > 0;

	for (size_t i = first + 1; i < decided; i++)
		if (title_alone_at(rd, i, &t) && !(labelled && titles_a_part(rd, &t)) && (t.reported ? t.to <= decided : t.to < last && behind_a_decision(rd, i) && (rd->t.at[t.to].lines == 0 || tells_something(rd, t.to) || decides_below(rd, &t))))
			return true;
	return false;
}

/* Minutes that nothing cuts, or what stands in them above the first title that does: any number of matters, told or decided. Whatever calls itself minutes and
 * has a number or an "Objet :" is one acte. */
static bool minutes_without_a_heading(const struct reader *rd, size_t acte)
{
	const struct acte_parts *p = &rd->parts[acte];

	return p->number.to == 0 && p->point == 0 && p->title == 0 && rd->actes[acte].numero.statut != FIELD_LU && objet_label_in(rd, p->all.from, p->all.to) == 0 && calls_itself_minutes(rd);
}

/* "Achat de chaises⏎… accepte.⏎Voirie : il est prévu 9 000 €": a matter that was only told may stand below that which a title cut. */
static bool tells_amounts_below(const struct reader *rd, size_t acte)
{
	const struct acte *a = &rd->actes[acte];
	const struct field *amounts = &a->montants;

	if (!rd->parts[acte].listed || a->votes_n == 0 || amounts->n == 0)
		return false;
	const size_t voted = token_at(rd, a->votes[a->votes_n - 1].span.end), last = token_at(rd, amounts->items[amounts->n - 1].span.start);

	return last > sentence_end(rd, voted > 0 ? voted - 1 : voted, rd->parts[acte].all.to);
}

/* "… accepte.⏎2031-06 ACHAT D'UN BANC⏎Le conseil accepte …": a number and a title behind a decision, in a paper that no series of them cuts. */
static bool a_number_stands_behind_the_decision(struct reader *rd, size_t acte)
{
	const struct acte *a = &rd->actes[acte];

	const size_t v = rd->r->actes_n == 1 && a->montants.n > 1 ? first_matter(rd, a) : a->votes_n;

	if (v == a->votes_n)
		return false;
	const struct act_headings all = numbers_with_titles(rd);
	const size_t voted = token_at(rd, a->votes[v].span.start);

	for (size_t k = 0; k < all.n; k++)
		if (all.at[k].at > voted && behind_a_decision(rd, all.at[k].at) && is_voted_between(rd, all.at[k].at, rd->t.n))
			return true;
	return false;
}

bool lends_amounts(struct reader *rd, size_t acte)
{
	return minutes_without_a_heading(rd, acte) || tells_amounts_below(rd, acte) || a_number_stands_behind_the_decision(rd, acte);
}
