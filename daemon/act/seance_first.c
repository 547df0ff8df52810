/* SPDX-License-Identifier: EUPL-1.2 */
/* The day of a first séance that had no quorum, where the second one tells of it: "convoqué une seconde fois, la séance du 3 avril n'ayant pas
 * réuni le quorum", "faute de quorum le 4 juin", "convoqué une première fois pour le 4 juin".
 *
 * Behind the day only its own words may stand before "quorum": the day of the meeting itself may have "faute de quorum le 4 juin" behind it.
 */
#include "seance_priv.h"

#define CLAUSE_TOKENS 14

static const char BETWEEN[] = " n ' ayant a avait etait pas pu ete etre reuni reunie atteint tenu tenue tenir se constate lors de la l le les du d au cours seance reunion precedente premiere "
			      "initiale date en ordinaire prevue convoquee reunir deliberer faute defaut absence h heures min il ce elle s qui valablement ou pour laquelle "
			      "levee close ajournee annulee constatee ";
static const char WITHOUT[] = " pas pu faute defaut absence sans insuffisant non ";
#define NEAR_QUORUM 6

/* The quorum was not met: "quorum" at token i, and words that say so on one of its sides. */
static bool says_no_quorum(const struct reader *rd, size_t from, size_t to)
{
	return tok_says(&rd->t, from, to, " quorum ") && tok_says(&rd->t, from, to, WITHOUT);
}

/* Up to "quorum", behind the day; *ret_end the end of what is said of it. */
static bool failed_behind(const struct reader *rd, size_t to)
{
	const size_t stop = sentence_end(rd, to, to + CLAUSE_TOKENS);
	size_t k = skip_marks(rd, to, ",");
	struct date d;
	int weekday;

	while (k < stop && (tok_among(&rd->t, k, BETWEEN) || rd->t.at[k].kind == TOK_NUMBER))
		k++;
	if (!tok_among(&rd->t, k, " quorum "))
		return false;
	const size_t quorum = k++;

	while (k < stop && tok_among(&rd->t, k, BETWEEN) && leaf_date(&rd->t, k, &d, &weekday) == k)
		k++;
	return leaf_date(&rd->t, k, &d, &weekday) == k && says_no_quorum(rd, to, k) && quorum < stop;
}

/* From "quorum" to the day. */
static bool failed_before(const struct reader *rd, size_t from)
{
	const size_t start = sentence_start(rd, from, from > CLAUSE_TOKENS ? from - CLAUSE_TOKENS : 0);
	size_t k = from;

	while (k > start && tok_among(&rd->t, k - 1, BETWEEN))
		k--;
	return k > start && tok_among(&rd->t, k - 1, " quorum ") && says_no_quorum(rd, k > start + 5 ? k - 6 : start, from);
}

/* "…, puis une seconde fois le 8 mars, s'est réuni le 12 mars": the day it was convened. */
static bool convened_again(const struct reader *rd, size_t from)
{
	static const char *const convened[] = { "convoque", "convoques", "convoquee", "convoquees", NULL };
	const size_t k = from - (from > 0 && tok_among(&rd->t, from - 1, " le "));

	return k > 1 && tok_among(&rd->t, k - 1, " fois ") && tok_among(&rd->t, k - 2, " seconde deuxieme ") && seance_word_before(rd, from, 2 * CLAUSE_TOKENS, convened) &&
	       !seance_word_before(rd, from, 2 * CLAUSE_TOKENS, SEANCE_MEETING);
}

/* "une première fois le 27 mai pour la séance du 4 juin", and no second one told between. */
static bool of_the_first_time(const struct reader *rd, size_t from)
{
	const size_t start = sentence_start(rd, from, from > CLAUSE_TOKENS ? from - CLAUSE_TOKENS : 0);

	if (next_of(rd, CUE_SECONDE_CONVOCATION, 0, rd->t.n) == rd->t.n)
		return false;
	for (size_t k = from; k > start; k--) {
		if (tok_among(&rd->t, k - 1, " seconde deuxieme nouveau nouvelle reuni reunis reunie puis "))
			return false;
		if (tok_among(&rd->t, k - 1, " premiere ") && tok_among(&rd->t, k, " fois convocation seance reunion "))
			return true;
	}
	return false;
}

bool seance_without_quorum(const struct reader *rd, size_t from, size_t to)
{
	return failed_behind(rd, to) || failed_before(rd, from) || of_the_first_time(rd, from) || convened_again(rd, from);
}

bool seance_tells_a_failed_one(const struct reader *rd)
{
	if (next_of(rd, CUE_SECONDE_CONVOCATION, rd->head.from, rd->head.to) < rd->head.to)
		return true;
	for (size_t i = rd->head.from; (i = next_of(rd, CUE_QUORUM, i, rd->head.to)) < rd->head.to; i++)
		if (tok_says(&rd->t, i > NEAR_QUORUM ? i - NEAR_QUORUM : 0, i + NEAR_QUORUM, WITHOUT))
			return true;
	return false;
}
