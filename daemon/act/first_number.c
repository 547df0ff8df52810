/* SPDX-License-Identifier: EUPL-1.2 */
/* The number of the first acte of minutes that put no word before their numbers: "2031-1 TITRE", "2031-03-001" alone on its line,
 * "2031 03 n°01 - Titre", "Réf : 2031D091", "1. TITRE - D11-2031".
 *
 * The year must be that of the séance. Lists of the mayor's decisions and of contracts are numbered in the same way: a number
 * stands for an acte only where a vote comes before the next such number. A series of three cuts the minutes (serials.c); the
 * first ones of an extract are read here.
 */
#include "segment_priv.h"

#define TITLE_WORDS 3
#define TITLE_TOKENS 14
#define PARTS_ALONE 3	/* "2031-118" alone on a line is the folio of the register */
#define PARTS_MOST 6

static bool is_cardinal_mark(const struct reader *rd, size_t i) /* ° */
{
	return i < rd->t.n && rd->t.at[i].kind == TOK_MARK && rd->t.at[i].key.n > 1;
}

/* "2031 03 n°01 - Titre": year and month of the séance, then the serial. */
static size_t spaced_with_n(const struct reader *rd, size_t i, struct date day)
{
	const size_t n = i + 2, number = n + 1 + is_cardinal_mark(rd, n + 1), title = skip_marks(rd, number + 1, ":-.");

	if (number + 1 >= rd->t.n || rd->t.at[i + 1].kind != TOK_NUMBER || rd->t.at[i + 1].value != day.month || !word_is(rd, n, "n") ||
	    rd->t.at[number].kind != TOK_NUMBER || title >= rd->t.n || rd->t.at[title].kind != TOK_WORD || rd->t.at[title].shape == SHAPE_LOWER)
		return i;
	return number + 1;
}

/* "Réf : 2031D091": letters between year and serial, so that it is no letter's or invoice's day. */
static size_t referenced(const struct reader *rd, size_t i)
{
	const size_t label = i > 0 && (tok_mark(&rd->t, i - 1, ':') || tok_mark(&rd->t, i - 1, '.')) ? i - 1 : i, end = read_number_of_act(rd, i);

	if (label == 0 || end < i + 3 || rd->t.at[i + 1].kind != TOK_WORD || rd->t.at[i + 1].space || rd->t.at[i + 2].kind != TOK_NUMBER)
		return i;
	return word_is(rd, label - 1, "ref") || word_is(rd, label - 1, "reference") ? end : i;
}

static bool title_in_capitals(const struct reader *rd, size_t i)
{
	size_t words = 0;

	for (size_t k = i; k < rd->t.n && k < i + TITLE_TOKENS && rd->t.at[k].lines < 2 && words < TITLE_WORDS; k++) {
		if (rd->t.at[k].kind != TOK_WORD || rd->t.at[k].key.n == 1)
			continue;
		if (rd->t.at[k].shape != SHAPE_UPPER)
			return false;
		words++;
	}
	return words == TITLE_WORDS;
}

/* Begins a line or a sentence, or stands right behind the secretary's name, where line ends were lost. */
static bool stands_at_a_start(const struct reader *rd, size_t i)
{
	const struct field *s = &rd->r->secretaires;

	return i == 0 || rd->t.at[i].lines > 0 || sentence_ends_at(rd, i - 1) ||
	       (s->statut == FIELD_LU && s->n > 0 && rd->t.at[i - 1].end == s->span.end);
}

static size_t parts_of(const struct reader *rd, size_t from, size_t to)
{
	size_t parts = 0;

	for (size_t k = from; k < to; k++)
		parts += rd->t.at[k].kind == TOK_NUMBER;
	return parts;
}

/* "2031-1 TITRE EN CAPITALES", "2031-0051/5.2 TITRE", or "2031-03-001" on a line of its own. */
static size_t titled(const struct reader *rd, size_t i, struct date day)
{
	const size_t end = read_number_of_act(rd, i), title = skip_marks(rd, end, ":-.|");
	struct date other;
	int weekday;

	if (end < i + 3 || rd->t.at[i + 1].space || !stands_at_a_start(rd, i) || number_is_cited(rd, i) || title >= rd->t.n || title > end + 2 ||
	    parts_of(rd, i, end) > PARTS_MOST)
		return i;
	if (leaf_date(&rd->t, i, &other, &weekday) == end && (other.month != day.month || other.day == day.day))
		return i;
	if (rd->t.at[title].lines == 0)
		return title_in_capitals(rd, title) ? end : i;
	return title == end && rd->t.at[i].lines > 0 && parts_of(rd, i, end) >= PARTS_ALONE && rd->t.at[title].kind == TOK_WORD &&
			       rd->t.at[title].shape != SHAPE_LOWER
		       ? end
		       : i;
}

static size_t number_of_year(const struct reader *rd, size_t i, struct date day)
{
	size_t end;

	if (!is_year(&rd->t.at[i]) || rd->t.at[i].value != day.year)
		return i;
	end = spaced_with_n(rd, i, day);
	if (end == i)
		end = referenced(rd, i);
	return end > i ? end : titled(rd, i, day);
}

/* "1. APPROBATION DES COMPTES – D11-2031": letters glued to it, behind the title of the acte, at the end of its line. */
static size_t behind_title(const struct reader *rd, size_t i, struct date day, struct range *ret)
{
	const size_t first = i > 0 && !rd->t.at[i].space && rd->t.at[i - 1].kind == TOK_WORD ? i - 1 : i;
	int year = 0;

	if (first == i || first == 0 || rd->t.at[first].shape == SHAPE_LOWER || rd->t.at[first].lines > 0 || !rd->t.at[first].space ||
	    !tok_mark(&rd->t, first - 1, '-'))
		return i;
	const size_t end = read_number_of_act(rd, first);

	if (end == first || !title_before(rd, first - 1) || !holds_year_and_serial(rd, first, end, &year) || year != day.year ||
	    (end < rd->t.n && rd->t.at[end].lines == 0 && (rd->t.at[end].kind != TOK_WORD || rd->t.at[end].shape == SHAPE_LOWER)))
		return i;
	*ret = (struct range){ first, end };
	return end;
}

/* The next number of the year with a title, or `limit`. */
static size_t next_number(const struct reader *rd, size_t i, size_t limit, struct date day)
{
	for (size_t k = i; (k = next_of(rd, LANDMARK_NUMBER, k, limit)) < limit; k++) {
		const size_t end = is_year(&rd->t.at[k]) && rd->t.at[k].value == day.year ? read_number_of_act(rd, k) : k;

		if (end > k + 2 && title_in_capitals(rd, skip_marks(rd, end, ":-.|")))
			return k;
	}
	return limit;
}

/* Something is voted, or the text ends, before another such number. */
static bool has_its_vote(const struct reader *rd, size_t i, size_t limit, struct date day)
{
	const size_t next = next_number(rd, i, limit, day);

	for (size_t k = i; (k = next_of(rd, LANDMARK_SAYS_VOTE, k, next)) < next; k++)
		if (says_a_vote(rd, k))
			return true;
	return next == rd->t.n;
}

/* A smaller number of the same kind stands before it: the first one, which was not understood. */
static bool has_one_before(const struct reader *rd, size_t from, struct range number)
{
	const struct number own = number_parts(rd, number);

	for (size_t k = from; (k = next_of(rd, LANDMARK_NUMBER, k, number.from)) < number.from; k++) {
		if (!is_year(&rd->t.at[k]) || rd->t.at[k].value != rd->t.at[number.from].value)
			continue;
		const struct number other = number_parts(rd, (struct range){ k, read_number_of_act(rd, k) });

		if (other.n == own.n && number_follows(&other, &own, INT64_MAX))
			return true;
	}
	return false;
}

bool first_number_in(const struct reader *rd, struct range in, struct range *ret)
{
	struct date day;

	if (rd->r->date.statut != FIELD_LU || !date_parse(rd->r->date.texte, &day))
		return false;
	for (size_t i = in.from; (i = next_of(rd, LANDMARK_NUMBER, i, in.to)) < in.to; i++) {
		const size_t end = number_of_year(rd, i, day);

		if (behind_title(rd, i, day, ret) > i)
			return true;
		if (end > i && has_its_vote(rd, end, in.to, day)) {
			*ret = (struct range){ i, end };
			return !has_one_before(rd, in.from, *ret);
		}
	}
	return false;
}
