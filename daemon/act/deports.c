/* SPDX-License-Identifier: EUPL-1.2 */
/* Déports: who withdrew or took no part in the vote, by name, or by a title that the lists give to one member.
 *
 * Names stand after the mention ("Ne prennent pas part au vote : M. X, Mme Y") or before it ("M. X et Mme Y ne prennent
 * pas part au vote", "M. X, président du club, ne prend pas part au vote"). The list is whole or not read: a mention without understood names makes it ILLISIBLE. An acte
 * gone through to its decision without any mention has an empty list, LU.
 */
#include "going_priv.h"
#include "leaving_priv.h"
#include "names_priv.h"
#include "segment_priv.h"
#include "votes_priv.h"

#include <string.h>

#define QUALITY_TOKENS 40
#define TORN_MENTION 24
#define TO_ITS_VERB 6
#define NEAR_TOKENS 16
#define SENTENCE_TOKENS 60

/* "Le géomètre quitte la salle", and no names behind a colon. */
static bool is_of_an_outsider(struct reader *rd, size_t i, size_t next)
{
	return skip_marks(rd, next, ":") == next && outsider_before(rd, sentence_start(rd, i, i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0), i);
}

/* "… quitte la salle avant l'examen du point et ne prend pas part au vote", said of those of the mention before. */
static bool of_the_same(const struct reader *rd, size_t i, size_t last)
{
	size_t next;

	if (last == 0 || i <= last || !tok_among(&rd->t, i - 1, " et , puis ") || sentence_end(rd, last - 1, i) != i)
		return false;
	for (size_t k = last; k < i; k++)
		if (is_civility(&rd->t, k, &next) || tok_among(&rd->t, k, " ; : que qu qui dont maire president presidente elle il ils elles tandis alors "))
			return false;
	return true;
}

/* "M. A prend part au vote", said elsewhere of somebody in the list: the first token of it, or all.to. */
static size_t voter_among(struct reader *rd, const struct acte_parts *p, const struct voters *list)
{
	for (size_t k = p->all.from; k < p->all.to; k++) {
		struct voters voting = { 0 };

		if (!takes_part_at(rd, k) || (voters_up_to(rd, k, p->all.from, &voting) == k && !withdrawn_by_title(rd, k, &voting)))
			continue;
		for (size_t n = 0; n < voting.n * list->n; n++)
			if (str_eq(voting.at[n / list->n].qui.cle, list->at[n % list->n].qui.cle))
				return k;
	}
	return p->all.to;
}

/* "Vu le code ; M. A ne participe pas au vote": among the visas for want of a line end. */
static bool is_of_a_visa(const struct reader *rd, const struct acte_parts *p, size_t i)
{
	size_t k = i;

	while (k > p->visas.from && i - k < QUALITY_TOKENS && rd->t.at[k].lines == 0 && !tok_mark(&rd->t, k - 1, ';'))
		k--;
	return i >= p->visas.from && i < p->visas.to && !is_civility(&rd->t, past_a_margin(rd, k), &k);
}

/* Of whom the word at i may be said; i when nobody is named near it. */
static size_t last_civility_before(const struct reader *rd, size_t i, size_t floor)
{
	size_t next;

	for (size_t k = i; k-- > floor && k + NEAR_TOKENS > i;)
		if (is_civility(&rd->t, k, &next))
			return k;
	return i;
}

/* "Vu le code, M. A s'étant déporté, le conseil …", without line ends: the name is no part of the visa. */
static bool opens_behind_a_visa(struct reader *rd, const struct acte_parts *p, size_t i)
{
	struct voters named = { 0 };
	const size_t row = voters_up_to(rd, i, p->visas.from, &named), start = row < i ? row : last_civility_before(rd, i, p->visas.from);

	return start < i && start > p->visas.from && (rd->t.at[start].lines > 0 || tok_among(&rd->t, start - 1, " , ; . ( "));
}

/* "n'ont pris (the margin) part ni aux discussions, ni au vote": a mention that the margin cuts, or that stands among the visas; its first token, or in.to. */
static size_t torn_mention(const struct reader *rd, const struct acte_parts *p, struct range in)
{
	for (size_t k = in.from; k < in.to; k++) {
		if (!tok_among(&rd->t, k, " ne n sans interesse interessee interesses interessees conflit conflits lien liens abstient abstiennent "))
			continue;
		if (withdrawal_told_otherwise(rd, k))
			return k;
		const size_t end = tok_among(&rd->t, k, " ne n ") ? sentence_end(rd, k, k + TORN_MENTION) : k;

		if (!tok_says(&rd->t, k, end < k + TO_ITS_VERB ? end : k + TO_ITS_VERB, " prend prennent pris participe participent participant prenant ") || is_of_a_visa(rd, p, k) ||
		    (cue_at(rd->lx, &rd->t, k, CUE_NPPV) > k && !(k >= p->visas.from && k < p->visas.to)))
			continue;
		if (tok_says(&rd->t, k, end, " pas ni ") && tok_says(&rd->t, k, end, " part participe participent participant ") &&
		    tok_says(&rd->t, k, end, " vote votes deliberation deliberations scrutin : "))
			return k;
	}
	return in.to;
}

/* "M. A ne prend pas part au vote", and no number: of the vote behind it, or of the last. */
static void doubt_uncounted(struct reader *rd, struct acte *a, size_t k, size_t told, size_t next)
{
	size_t v = 0;

	if (a->votes_n == 0 || leaving_in(rd, k, told, LEAVING_A_VOTE) || says_nobody(rd, next))
		return;
	while (v + 1 < a->votes_n && a->votes[v].span.end < rd->t.at[k].start)
		v++;
	if (a->votes[v].ne_prennent_pas_part.statut != FIELD_ABSENT)
		return;
	struct vote *votes = ARENA_ARRAY(rd->a, a->votes_n, struct vote);

	memcpy(votes, a->votes, a->votes_n * sizeof *votes);
	field_illisible(rd, &votes[v].ne_prennent_pas_part, reader_span(rd, k, next), "« %.*s » est dit d'élus, sans que leurs voix soient comptées", STR_ARG(reader_text(rd, k, next)));
	a->votes = votes;
}

/* Said of a member in words that are no mention: nothing says whether he was there for the vote. */
static bool may_be_away(struct reader *rd, const struct acte_parts *p, struct field *f)
{
	for (size_t k = p->all.from, next; (k = next_of(rd, LANDMARK_MOVE, k, p->all.to)) < p->all.to; k++) {
		if ((next = perhaps_away(rd, k)) == k || (k >= p->visas.from && k < p->visas.to && !opens_behind_a_visa(rd, p, k)))
			continue;
		const size_t who = last_civility_before(rd, k, p->all.from);

		field_illisible(rd, f, reader_span(rd, who, next), "« %.*s » : rien ne dit si l'élu a pris part au vote", STR_ARG(reader_text(rd, who, next)));
		return true;
	}
	return false;
}

/* "intéressé à l'affaire": why somebody may withdraw, not that he does. */
static bool is_an_interest(const struct reader *rd, size_t i, size_t told)
{
	return tok_among(&rd->t, i, " interesse interessee interesses ") && word_is(rd, told - 1, "affaire");
}

/* "M. A, intéressé à l'affaire, (quitte la salle)", "(Mme A se retire,) étant intéressée à l'affaire": the withdrawal stands in its sentence, behind `told` or before i. */
static bool has_its_withdrawal(const struct reader *rd, size_t i, size_t told, size_t last)
{
	const size_t end = sentence_end(rd, told - 1, told + SENTENCE_TOKENS < rd->t.n ? told + SENTENCE_TOKENS : rd->t.n);
	bool another = last == 0 || i < last || sentence_end(rd, last - 1, i) != i;
	size_t next;

	for (size_t k = last; k < i && !another; k++)
		another = is_civility(&rd->t, k, &next);
	for (size_t k = told; another && (k = next_of(rd, CUE_NPPV, k, end)) < end; k++) {
		next = cue_at(rd->lx, &rd->t, k, CUE_NPPV);
		if (next > k && !is_an_interest(rd, k, next) && !withdraws_from_no_vote(rd, k, next, past_the_matters(rd, next)))
			return true;
	}
	return !another;
}

/* Who was last said to be interested, and the token behind these words. */
struct interest {
	struct voters who;
	size_t end;
};

/* "M. A, intéressé à l'affaire, [k: ne prend pas part au vote]" */
static bool are_the_interested(struct reader *rd, size_t k, const struct interest *in, struct voters *list)
{
	if (in->who.n == 0 || (k != in->end && !of_the_same(rd, k, in->end)))
		return false;
	for (size_t n = 0; n < in->who.n; n++)
		voters_push(rd, list, &in->who.at[n].qui);
	return true;
}

/* The mentions of an acte, while it is gone through. */
struct withdrawals {
	size_t acte;
	const struct acte_parts *p;
	struct field *f;
	struct voters list;
	struct interest interest;
	struct span near; /* of the last mention */
	size_t last;	  /* the token behind it; 0 while there is none */
};

/* The words at k say why somebody may withdraw; false where they are all that is told of him: whether he did is not said. */
static bool note_the_interest(struct reader *rd, struct withdrawals *w, size_t k)
{
	const size_t told = cue_at(rd->lx, &rd->t, k, CUE_NPPV);

	if (k > 0 && tok_among(&rd->t, k - 1, " pas point nullement "))
		return true;
	if (!has_its_withdrawal(rd, k, told, w->last)) {
		field_illisible(rd, w->f, reader_span(rd, k, told), "« %.*s » : rien ne dit si l'élu s'est retiré, ou a pris part au vote", STR_ARG(reader_text(rd, k, told)));
		return false;
	}
	w->interest = (struct interest){ .end = told };
	withdrawn_named(rd, k, told, w->p->all.from, w->p->all.to, &w->interest.who);
	return true;
}

/* The mention [k, next), whose own words end at `told`; false where who withdrew is not known for sure. */
static bool note_the_withdrawal(struct reader *rd, struct withdrawals *w, size_t k, size_t told, size_t next)
{
	const struct acte_parts *p = w->p;

	doubt_uncounted(rd, &rd->actes[w->acte], k, told, next);
	const char *unsure = unsure_withdrawal(rd, w->acte, k, told, next);

	if (unsure) {
		field_illisible(rd, w->f, w->near, "« %.*s »%s", STR_ARG(reader_text(rd, k, next)), unsure);
		return false;
	}
	if (!are_the_interested(rd, k, &w->interest, &w->list) && !of_the_same(rd, k, w->last) && !withdrawn_named(rd, k, next, k < p->all.from ? 0 : p->all.from, p->all.to, &w->list)) {
		field_illisible(rd, w->f, w->near, "l'acte mentionne des élus qui ne prennent pas part au vote, sans que leurs noms soient compris");
		return false;
	}
	w->last = next;
	return true;
}

static bool gather_withdrawals(struct reader *rd, struct withdrawals *w)
{
	const struct acte_parts *p = w->p;

	for (size_t k = 0; (k = next_deport(rd, w->acte, k)) < p->all.to; k++) {
		const size_t told = cue_at(rd->lx, &rd->t, k, CUE_NPPV), next = past_the_matters(rd, told);
		const bool visa = k >= p->visas.from && k < p->visas.to;

		if (told == k || word_is(rd, k, "refus") || withdraws_from_no_vote(rd, k, told, next) || is_of_an_outsider(rd, k, next) || (visa && !opens_behind_a_visa(rd, p, k)))
			continue;
		const enum told_for whose = deport_told_for(rd, w->acte, k, next);

		if (whose == FOR_ANOTHER)
			continue;
		if (whose == FOR_NOBODY_KNOWS || visa) {
			field_illisible(rd, w->f, reader_span(rd, k, next), "« %.*s »%s", STR_ARG(reader_text(rd, k, next)),
					visa ? " est dit parmi les visas : rien ne dit si c'est de ce vote" : k < deport_head(rd) ? " est dit en tête, sans que l'on comprenne de quelle délibération" : " est dit d'une délibération ou d'un point, sans que l'on comprenne si c'est celui-ci");
			return false;
		}
		if (!(leaving_in(rd, k, next, LEAVING_A_VOTE) && left_and_back_for_the_vote(rd, k))) {
			w->near = reader_span(rd, k, next);
			if (!(is_an_interest(rd, k, told) ? note_the_interest(rd, w, k) : note_the_withdrawal(rd, w, k, told, next)))
				return false;
		}
		k = next - 1;
	}
	return true;
}

/* No mention, in an acte whose text does not surely say that everybody voted. */
static bool may_be_untold(struct reader *rd, const struct withdrawals *w)
{
	const struct acte_parts *p = w->p;

	if (p->dispositif.to == 0 && rd->actes[w->acte].votes_n == 0) {
		field_illisible(rd, w->f, w->near, "ni vote ni décision trouvés : la place des déports n'est pas connue");
		return true;
	}
	if (may_be_away(rd, p, w->f))
		return true;
	const size_t head = w->acte > 0 ? deport_head(rd) : 0, above = torn_mention(rd, p, (struct range){ 0, head });
	const size_t torn = above < head ? above : torn_mention(rd, p, p->all);

	if (torn < p->all.to)
		field_illisible(rd, w->f, reader_span(rd, torn, torn + 1), "l'acte parle peut-être d'élus qui ne prennent pas part au vote : le passage n'est pas compris");
	return torn < p->all.to;
}

/* Members are named, and the rest of the acte does not leave it sure that they kept from its vote. */
static bool may_have_voted(struct reader *rd, const struct withdrawals *w)
{
	const size_t votes = voter_among(rd, w->p, &w->list);

	if (votes < w->p->all.to) {
		field_illisible(rd, w->f, reader_span(rd, votes, votes + 1), "un élu est dit se retirer, et prendre part au vote");
		return true;
	}
	if (!is_uncut_minutes(rd, w->acte) && !votes_of_two_matters(rd, w->acte, true))
		return false;
	field_illisible(rd, w->f, w->near, "plusieurs votes sous ce qui a été lu comme un seul acte : duquel des élus se retirent n'est pas sûr");
	return true;
}

void reader_deports(struct reader *rd, size_t i)
{
	struct withdrawals w = { .acte = i, .p = &rd->parts[i], .f = &rd->actes[i].deports };

	if (!gather_withdrawals(rd, &w) || (w.last == 0 && may_be_untold(rd, &w)) || (w.list.n > 0 && may_have_voted(rd, &w)))
		return;
	field_lu(w.f, w.near);
	w.f->items = w.list.at;
	w.f->n = w.list.n;
}
