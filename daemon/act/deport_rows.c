/* SPDX-License-Identifier: EUPL-1.2 */
/* Who withdraws, told in rarer ways: what he is in brackets, with the proxy he holds, or without a civility. */
#include "going_priv.h"
#include "leaving_priv.h"
#include "people_priv.h"
#include "votes_priv.h"

#define NAME_TOKENS 6

/* "Mme A (présidente de l'amicale)": what she is, between brackets that close before i; where they open, or i. */
static size_t before_the_brackets(const struct reader *rd, size_t i, size_t from)
{
	static const char presence[] = " pouvoir pouvoirs procuration procurations absent absente absents excuse excusee excuses arrive arrivee parti partie suppleant suppleante ";
	size_t open = i, next;

	if (i == from || !tok_mark(&rd->t, i - 1, ')'))
		return i;
	while (open > from && !tok_mark(&rd->t, open, '('))
		open--;
	for (size_t k = open + 1; k + 1 < i; k++)
		if (is_civility(&rd->t, k, &next) || rd->t.at[k].kind == TOK_NUMBER || tok_among(&rd->t, k, presence))
			return i;
	return open > from && is_common_noun(rd, open + 1) ? open : i;
}

/* "M. A et son pouvoir": one member, and two voices; where his name ends, or i. */
static size_t before_his_proxy(const struct reader *rd, size_t i, size_t from)
{
	const bool proxy = i > from + 3 && tok_among(&rd->t, i - 1, " pouvoir procuration mandant mandante mandat ") && tok_among(&rd->t, i - 2, " son sa ") && word_is(rd, i - 3, "et");

	return proxy && withdrawal_of_several(rd, i) ? i - 3 : i;
}

static bool named_up_to(struct reader *rd, size_t end, size_t from, bool several, struct voters *list)
{
	struct voters try = { 0 };
	const size_t start = voters_up_to(rd, end, from, &try);

	if (start == end || (start > from && tok_among(&rd->t, start - 1, " ) , et de d du par pour avec a ")) || (try.n > 1) != several)
		return false;
	for (size_t k = 0; k < try.n; k++)
		voters_push(rd, list, &try.at[k].qui);
	return true;
}

/* The name of a présent, without a civility, that ends at `end`: its first token, or `end`. */
static size_t bare_member_before(struct reader *rd, size_t from, size_t end, struct person *ret)
{
	struct name n;

	for (size_t k = end; k-- > from && end - k <= NAME_TOKENS;) {
		if (k + 1 == end || name_read(rd, k, end, &n) != end || n.odd || n.civility != n.from)
			continue;
		*ret = name_person(rd, &n);
		if (people_find(rd, ret, WHO_PRESENT) == PEOPLE_ONE)
			return k;
	}
	return end;
}

/* "(adopté à l'unanimité,) Luc A et Zoé B ne prenant pas part": the row begins a line, or stands behind a mark and words that are no name. */
static bool bare_members_before(struct reader *rd, size_t from, size_t i, struct voters *list)
{
	struct voters try = { 0 };
	struct person p;
	size_t end = i, start = i;

	while ((start = bare_member_before(rd, from, end, &p)) < end) {
		voters_push(rd, &try, &p);
		if (start == from || rd->t.at[start].lines > 0 || !tok_among(&rd->t, start - 1, " , et "))
			break;
		end = start - 1;
	}
	const size_t first = start < end ? start : end + 1;

	if (try.n == 0 || first > i)
		return false;
	if (first > from && rd->t.at[first].lines == 0 && (!tok_among(&rd->t, first - 1, " , . ( : ") || (first > from + 1 && rd->t.at[first - 2].kind == TOK_WORD && !is_common_noun(rd, first - 2))))
		return false;
	for (size_t k = try.n; k-- > 0;)
		voters_push(rd, list, &try.at[k].qui);
	return true;
}

bool withdrawn_otherwise(struct reader *rd, size_t i, size_t from, struct voters *list)
{
	const size_t brackets = before_the_brackets(rd, i, from), proxy = before_his_proxy(rd, i, from);

	if (proxy < i)
		return named_up_to(rd, proxy, from, false, list);
	return brackets < i ? named_up_to(rd, brackets, from, withdrawal_of_several(rd, i), list) : bare_members_before(rd, from, i, list);
}
