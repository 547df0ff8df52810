/* SPDX-License-Identifier: EUPL-1.2 */
/* Minutes that number their actes without a word before the number: "2031 03 01 ACHAT D'UNE TONDEUSE", "01/02-2031 - Achat",
 * "2031-07-06-01 Achat".
 *
 * Such a number alone may be a day, an account, an operation of the budget. What proves it is the series: three or more,
 * each the very next of the one before, with a title behind each and a vote in nearly every part. Two are one where both open a line, both parts have
 * their vote, and no third number of their kind opens another.
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define SERIES_LEAST 3
#define SERIES_NUMBERS_MOST (2 * LIMIT_ACTES) /* of a text; with more of them none is taken for a heading */
#define SPACED_PARTS 3
#define SERIAL_DIGITS 3
#define LETTERS_OF_BODY 3 /* C, CC, DEL */

/* "2031 03 01": a year, then short numbers on the same line. */
static size_t spaced_number(const struct reader *rd, size_t i)
{
	size_t k = i + 1;

	if (!is_year(&rd->t.at[i]))
		return i;
	while (k < rd->t.n && k < i + SPACED_PARTS && rd->t.at[k].kind == TOK_NUMBER && rd->t.at[k].lines == 0 &&
	       rd->t.at[k].key.n <= SERIAL_DIGITS)
		k++;
	return k == i + SPACED_PARTS ? k : i;
}

static bool has_year_and_serial(const struct reader *rd, size_t from, size_t to)
{
	size_t years = 0, others = 0;

	for (size_t i = from; i < to; i++)
		if (is_year(&rd->t.at[i]))
			years++;
		else if (rd->t.at[i].kind == TOK_NUMBER)
			others++;
	return years == 1 && others > 0;
}

/* "2031-04 / 2031-05 Budgets": the second of two numbers of one title. */
static bool is_behind_another(const struct reader *rd, size_t i)
{
	return i > 3 && rd->t.at[i].lines == 0 && tok_among(&rd->t, i - 1, " / - , et a ") && rd->t.at[i - 1].lines == 0 && rd->t.at[i - 2].kind == TOK_NUMBER && rd->t.at[i - 2].lines == 0 &&
	       tok_among(&rd->t, i - 3, " - / . _ ") && !rd->t.at[i - 3].space;
}

/* "art 01/02-2031", "12 2031-04" */
static bool is_part_of_something(const struct reader *rd, size_t i)
{
	static const char *const words[] = { "art", "depuis", NULL };

	if (is_behind_another(rd, i))
		return true;

	return i > 0 && rd->t.at[i].lines == 0 &&
	       ((rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i - 1].kind == TOK_NUMBER) || word_in(rd, i - 1, words));
}

/* "C 2031/02/1": letters of the body, apart from the number. */
static bool letters_before(const struct reader *rd, size_t i)
{
	return i > 0 && rd->t.at[i].lines == 0 && rd->t.at[i - 1].kind == TOK_WORD && (rd->t.at[i - 1].shape == SHAPE_UPPER || rd->t.at[i - 1].key.n == 1) &&
	       rd->t.at[i - 1].key.n <= LETTERS_OF_BODY && !word_is_no(rd, i - 1);
}

/* In lower case only on the line of a heading that stands apart. */
static bool is_title_word(const struct reader *rd, size_t heading, size_t title)
{
	return rd->t.at[title].kind == TOK_WORD && (rd->t.at[title].shape != SHAPE_LOWER || (rd->t.at[heading].lines >= 2 && rd->t.at[title].lines == 0));
}

/* The number at token i; in `ret` its place and where its heading begins ("N° 01/01-2031"). */
static size_t number_at(const struct reader *rd, size_t i, struct act_heading *ret)
{
	size_t end = spaced_number(rd, i), before = i;

	if (i > 0 && !rd->t.at[i].space && rd->t.at[i].lines == 0 && rd->t.at[i - 1].key.n == 1)
		return i; /* the middle of a number */
	if (end == i)
		end = read_number_of_act(rd, i);
	if (end == i || !has_year_and_serial(rd, i, end))
		return i;
	while (before > 0 && tok_mark(&rd->t, before - 1, '-') && rd->t.at[before].lines == 0)
		before--;
	while (before > 0 && rd->t.at[before - 1].kind == TOK_MARK && rd->t.at[before - 1].key.n > 1)
		before--;
	const size_t first = i - letters_before(rd, i);

	*ret = (struct act_heading){ .at = first, .number = { first, end } };
	if (before > 0 && word_is_no(rd, before - 1))
		ret->at = before - 1;

	const size_t title = skip_marks(rd, end, ":-.|");

	const bool odd = is_heading_place(rd, ret->at) && opens_oddly(rd, title);

	if (title >= rd->t.n || title > end + 3 || (!odd && !is_title_word(rd, ret->at, title)) || rd->t.at[title].lines > 1 || number_is_cited(rd, ret->at) || is_part_of_something(rd, ret->at))
		return i;
	return end;
}

struct act_headings numbers_with_titles(struct reader *rd)
{
	struct act_headings all = { 0 };

	for (size_t i = 0; (i = next_of(rd, LANDMARK_NUMBER, i, rd->t.n)) < rd->t.n; i++) {
		struct act_heading h;
		const size_t end = rd->t.at[i].key.n <= 4 ? number_at(rd, i, &h) : i;

		if (end == i)
			continue;
		if (all.n == SERIES_NUMBERS_MOST)
			return (struct act_headings){ 0 };
		*ARENA_PUSH(rd->a, &all) = h;
		i = end - 1;
	}
	join_letters(rd, &all);
	return all;
}

/* The number before it is the one before it in the series: where that one has no vote, its acte would be lost in what stands above. */
static bool goes_on_a_series(const struct reader *rd, const struct act_headings *all, size_t i)
{
	const struct number here = number_parts(rd, all->at[i].number), before = number_parts(rd, all->at[i > 0 ? i - 1 : i].number);

	return number_goes_on(&before, &here, 1);
}

/* "2031-06 Premier loyer⏎2031-07 Second loyer" of a schedule, a row of an agenda: nothing is voted up to the next number, and the same stands again below, voted. */
static bool is_a_row_of_a_table(const struct reader *rd, const struct act_headings *all, size_t i)
{
	const struct number here = number_parts(rd, all->at[i].number);

	if (i + 1 >= all->n || is_voted_between(rd, all->at[i].at, all->at[i + 1].at))
		return false;
	for (size_t k = i + 1; k < all->n; k++) {
		const struct number again = number_parts(rd, all->at[k].number);

		if (number_same(&here, &again))
			return is_voted_between(rd, all->at[k].at, k + 1 < all->n ? all->at[k + 1].at : rd->t.n);
	}
	return false;
}

static struct act_headings series_from(struct reader *rd, const struct act_headings *all, size_t start)
{
	struct act_headings kept = { 0 };
	struct number last = number_parts(rd, all->at[start].number);

	if (titled_in_lower_case(rd, &all->at[start]) || goes_on_a_series(rd, all, start) || is_a_row_of_a_table(rd, all, start))
		return kept;
	*ARENA_PUSH(rd->a, &kept) = all->at[start];
	for (size_t i = start + 1; i < all->n && kept.n < LIMIT_ACTES - 1; i++) {
		const struct number here = number_parts(rd, all->at[i].number);

		if (!number_goes_on(&last, &here, 1) || is_a_row_of_a_table(rd, all, i) ||
		    (titled_in_lower_case(rd, &all->at[i]) && !votes_stand_between(rd, kept.at[kept.n - 1].at, all->at[i].at)))
			continue;
		*ARENA_PUSH(rd->a, &kept) = all->at[i];
		last = here;
	}
	return kept;
}

/* "2031-15  Création d'un poste  Ajournée": a row of a list that tells what became of its acte. */
static bool row_tells_its_outcome(const struct reader *rd, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (outcome_at(rd, i) != OUTCOME_NONE || result_at(rd, i))
			return true;
	return false;
}

static bool rows_tell_their_outcome(const struct reader *rd, const struct act_headings *series)
{
	for (size_t k = 0; k < series->n; k++)
		if (!row_tells_its_outcome(rd, series->at[k].at, k + 1 < series->n ? series->at[k + 1].at : rd->t.n))
			return false;
	return true;
}

/* "12/03/2031": days follow each other too. */
static bool is_a_day(const struct reader *rd, const struct act_heading *h)
{
	struct date day;
	int weekday;

	return tok_mark(&rd->t, h->number.from + 1, '/') && leaf_date(&rd->t, h->number.from, &day, &weekday) == h->number.to;
}

/* Of the numbers with titles none is of this kind but these two, and what a table between them numbers. */
static bool are_the_only_two(const struct reader *rd, const struct act_headings *all, const struct act_headings *pair)
{
	const struct number first = number_parts(rd, pair->at[0].number), second = number_parts(rd, pair->at[1].number);

	for (size_t i = 0; i < all->n; i++) {
		const struct number other = number_parts(rd, all->at[i].number);

		if (all->at[i].at > pair->at[0].at && all->at[i].at < pair->at[1].at)
			continue;
		if (!number_same(&first, &other) && !number_same(&second, &other) && (number_follows(&first, &other, INT64_MAX) || number_follows(&other, &first, INT64_MAX)))
			return false;
	}
	return true;
}

static bool is_a_pair(const struct reader *rd, const struct act_headings *all, const struct act_headings *series)
{
	if (series->n != 2 || !are_the_only_two(rd, all, series))
		return false;
	for (size_t k = 0; k < series->n; k++)
		if (rd->t.at[series->at[k].at].lines == 0 || is_a_day(rd, &series->at[k]))
			return false;
	return true;
}

/* The first that has its votes: an agenda, which numbers the actes before they come, has none. */
struct act_headings numbers_in_series(struct reader *rd)
{
	const struct act_headings all = numbers_with_titles(rd);
	const bool listing = is_a_listing(rd);

	for (size_t i = 0; i + 2 <= all.n; i++) {
		const struct act_headings series = series_from(rd, &all, i);

		if ((series.n >= SERIES_LEAST || is_a_pair(rd, &all, &series)) && (headings_have_votes(rd, &series) || (listing && rows_tell_their_outcome(rd, &series))))
			return series;
	}
	return (struct act_headings){ 0 };
}
