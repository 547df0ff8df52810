/* SPDX-License-Identifier: EUPL-1.2 */
/* Ballots of an election: "M. X a obtenu 32 voix", "A obtenu : … 32 voix", "M. X : 11 votes, élu".
 *
 * The voices of the elected are the voices for. They are read where the sentence says that these are his, or where he is
 * the only one who obtained any: of several candidates nothing else tells which one the assembly chose. An election told
 * with its date is another day's.
 */
#include "votes_priv.h"

#define OBTAINED_WITHIN 40 /* "A obtenu : Mme X : 42 : 10 : 32 : 17 : 32 voix" */
#define ELECTED_WITHIN 5
#define ALONE_WITHIN 150

static bool is_obtaining(const struct reader *rd, size_t i)
{
	static const char *const verbs[] = { "obtenu", "obtenus", "obtenue", "obtient", "obtiennent", "recueilli", NULL };

	return word_in(rd, i, verbs);
}

/* "34 voix", "11 votes", and no direction said; "un vote" is an article. */
static size_t voices_at(const struct reader *rd, size_t i, int64_t *ret)
{
	static const char *const units[] = { "voix", "votes", "vote", "suffrages", NULL };
	static const char *const more[] = { "pour", "contre", "favorables", "exprimes", "defavorables", "nuls", "blancs", NULL };
	const size_t end = voice_count(rd, i, ret);

	return end > i && !word_is(rd, i, "un") && !word_is(rd, i, "une") && word_in(rd, end, units) && !word_in(rd, end + 1, more) ? end + 1 : i;
}

static bool is_elected_after(const struct reader *rd, size_t i)
{
	static const char *const elected[] = { "elu", "elue", "elus", "elues", NULL };
	static const char *const between[] = { "est", "sont", "il", "elle", "proclame", "proclamee", "a", "ete", NULL };

	for (size_t k = i; k < i + ELECTED_WITHIN && k < rd->t.n; k++) {
		if (word_in(rd, k, elected))
			return true;
		if (rd->t.at[k].kind != TOK_MARK && !word_in(rd, k, between))
			return false;
	}
	return false;
}

/* "Liste B : 2 voix⏎Sont élus : …": the list that was elected is not the one right before. */
static bool a_sentence_elects(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "sont") && rd->t.at[i].shape != SHAPE_LOWER;
}

/* "La pétition [k: a] recueilli 120 voix": of those who were asked. */
static bool is_of_a_survey(const struct reader *rd, size_t k)
{
	return tok_says(&rd->t, sentence_start(rd, k, k > OBTAINED_WITHIN ? k - OBTAINED_WITHIN : 0), k,
			" petition petitions sondage enquete consultation concours referendum collecte public habitants riverains jury photo logo slogan ");
}

static bool is_obtained(const struct reader *rd, size_t i, size_t floor)
{
	const size_t from = i > floor + OBTAINED_WITHIN ? i - OBTAINED_WITHIN : floor;

	for (size_t k = i; k > from; k--) {
		if (is_obtaining(rd, k - 1))
			return !(k >= 4 && tok_mark(&rd->t, k - 3, '\'') && word_is(rd, k - 4, "n")) && !is_of_a_survey(rd, k - 1);
		if (sentence_ends_at(rd, k - 1))
			return false;
	}
	return false;
}

static bool is_alone(const struct reader *rd, size_t i, size_t end)
{
	const size_t from = i > ALONE_WITHIN ? i - ALONE_WITHIN : 0;
	const size_t to = end + ALONE_WITHIN < rd->t.n ? end + ALONE_WITHIN : rd->t.n;
	int64_t n;

	for (size_t k = from; k < to; k++)
		if ((k < i || k >= end) && voices_at(rd, k, &n) > k)
			return false;
	return true;
}

/* "Lors du scrutin du 23 mars 2014, la liste a obtenu 19 voix" */
static bool is_dated(const struct reader *rd, size_t i)
{
	struct date d;
	int weekday;

	for (size_t k = sentence_start(rd, i, i > OBTAINED_WITHIN ? i - OBTAINED_WITHIN : 0); k < i; k++)
		if (leaf_date(&rd->t, k, &d, &weekday) > k)
			return true;
	return false;
}

size_t election_at(const struct reader *rd, size_t i, size_t floor, struct voice_read *ret)
{
	const size_t end = voices_at(rd, i, &ret->n);

	if (end == i || is_dated(rd, i) || (a_sentence_elects(rd, end + tok_mark(&rd->t, end, '.')) && !is_alone(rd, i, end)) ||
	    !(is_elected_after(rd, end) || (is_obtained(rd, i, floor) && is_alone(rd, i, end))))
		return i;
	ret->how = VOICE_NUMBER;
	ret->sure = true;
	ret->at = (struct range){ i, end };
	return end;
}
