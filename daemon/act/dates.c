/* SPDX-License-Identifier: EUPL-1.2 */
/* Dates and hours, in figures and in words.
 *
 * A year is always asked for: "le 15 octobre" alone is no date here. Two-figure years are read in "01/07/21" only:
 * "23.1.49" is how some communes number their deliberations. What goes on after a date in figures ("2021-07-01-003") is
 * a number, not a date.
 */
#include <string.h>

#include "leaf.h"
#include "numbers_priv.h"

#define YEAR_FIRST 1789
#define YEAR_LAST 2199
#define TORN_TOKENS 8 /* of a margin inside a year in words */

static int month_of(struct str key)
{
	static const char *const NAMES[12][4] = {
		{"janvier", "janv", "jan"},
		{"fevrier", "fevr", "fev"},
		{"mars"},
		{"avril", "avr"},
		{"mai"},
		{"juin"},
		{"juillet", "juil"},
		{"aout"},
		{"septembre", "sept", "sep"},
		{"octobre", "oct"},
		{"novembre", "nov"},
		{"decembre", "dec"},
	};
	for (int m = 0; key.n >= 3 && key.n <= 9 && m < 12; m++)
		for (int k = 0; k < 4 && NAMES[m][k]; k++)
			if (NAMES[m][k][0] == key.p[0] && str_eq(key, str_c(NAMES[m][k])))
				return m + 1;
	return 0;
}

static int weekday_of(struct str key)
{
	static const char *const NAMES[] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
	for (int d = 0; key.n >= 5 && key.n <= 8 && d < 7; d++) {
		if (key.n > 0 && NAMES[d][0] == key.p[0] && str_eq(key, str_c(NAMES[d])))
			return d;
	}
	return -1;
}

static bool is_number(const struct tokens *t, size_t i)
{
	return i < t->n && t->at[i].kind == TOK_NUMBER && t->at[i].value >= 0;
}

static bool is_key(const struct tokens *t, size_t i, const char *key)
{
	return tok_is_word(t, i, key);
}

/* "1er", also as a scanner reads it: "ler", "Ier", "l er". None of these is a French word. */
static size_t first_at(const struct tokens *t, size_t i)
{
	if (is_key(t, i, "premier") || is_key(t, i, "1er") || is_key(t, i, "ler") || is_key(t, i, "ier"))
		return i + 1;
	return is_key(t, i, "l") && is_key(t, i + 1, "er") ? i + 2 : i;
}

/* A day of the month: "28", "1er", "premier", "vingt-huit". */
static size_t day_at(const struct tokens *t, size_t i, int *ret)
{
	int64_t value;
	size_t next = i + 1;
	if (is_number(t, i)) {
		if (number_is_rest_of_a_day(t, i))
			return i;
		value = t->at[i].key.n <= 2 ? t->at[i].value : 0;
		if (value == 1 && (is_key(t, next, "er") || is_key(t, next, "ier")))
			next++;
	} else if (first_at(t, i) > i) {
		next = first_at(t, i);
		value = 1;
	} else {
		next = number_words(t, i, &value);
		if (next == i)
			return i;
	}
	if (value < 1 || value > 31)
		return i;
	*ret = (int)value;
	/* "le douze (12) mars" */
	if (tok_mark(t, next, '(') && is_number(t, next + 1) && t->at[next + 1].value == value && tok_mark(t, next + 2, ')'))
		next += 3;
	return next;
}

/* "novem- bre", whose line end was lost: the two halves make a month, or 0. */
static int broken_month(const struct tokens *t, size_t i)
{
	char whole[16];

	if (i + 2 >= t->n || !tok_mark(t, i + 1, '-') || t->at[i + 1].space || !t->at[i + 2].space)
		return 0;
	const struct str left = t->at[i].key, right = t->at[i + 2].key;

	if (left.n == 0 || right.n == 0 || left.n + right.n > sizeof whole)
		return 0;
	memcpy(whole, left.p, left.n);
	memcpy(whole + left.n, right.p, right.n);
	return month_of((struct str){ whole, left.n + right.n });
}

static size_t month_at(const struct tokens *t, size_t i, int *ret)
{
	size_t at = i;
	/* "le six du mois de février", "du mois d'août" */
	if (is_key(t, at, "du") && is_key(t, at + 1, "mois")) {
		at += 2;
		if (is_key(t, at, "de"))
			at++;
		else if (is_key(t, at, "d") && tok_mark(t, at + 1, '\''))
			at += 2;
	}
	int month = at < t->n ? month_of(t->at[at].key) : 0;
	if (month == 0) {
		*ret = broken_month(t, at);
		return *ret > 0 ? at + 3 : i;
	}
	*ret = month;
	bool short_form = t->at[at].key.n < 6 && tok_mark(t, at + 1, '.') && !t->at[at + 1].space;
	return short_form && is_number(t, at + 2) ? at + 2 : at + 1;
}

/* "deux mille" whose "vingt-quatre" a page's margin or footer cut off. */
static bool is_torn(const struct tokens *t, size_t i)
{
	int64_t rest;

	for (size_t k = i; k < i + TORN_TOKENS && k < t->n && !is_key(t, k, "le"); k++)
		if (t->at[k].kind == TOK_WORD && number_words(t, k, &rest) > k && rest > 1 && rest < 100)
			return true;
	return false;
}

static size_t year_at(const struct tokens *t, size_t i, int *ret)
{
	int64_t value;
	size_t next = i + 1;
	if (is_number(t, i)) {
		value = t->at[i].key.n == 4 ? t->at[i].value : 0;
	} else {
		next = number_words(t, i, &value);
		if (next == i || (value == 2000 && is_torn(t, next)))
			return i;
	}
	if (value < YEAR_FIRST || value > YEAR_LAST)
		return i;
	*ret = (int)value;
	return next;
}

/* Optional "le" and weekday. */
static size_t opening(const struct tokens *t, size_t i, int *ret_weekday)
{
	size_t at = is_key(t, i, "le") ? i + 1 : i;
	int weekday = at < t->n ? weekday_of(t->at[at].key) : -1;
	*ret_weekday = weekday;
	if (weekday < 0)
		return at;
	at++;
	return is_key(t, at, "le") ? at + 1 : at;
}

size_t leaf_day(const struct tokens *t, size_t i, struct date *ret, int *ret_weekday)
{
	struct date d = {0};
	int weekday;
	size_t at = opening(t, i, &weekday);
	size_t month = day_at(t, at, &d.day);
	if (month == at)
		return i;
	size_t end = month_at(t, month, &d.month);
	if (end == month)
		return i;
	*ret = d;
	*ret_weekday = weekday;
	return end;
}

static size_t lettered(const struct tokens *t, size_t i, struct date *ret, int *ret_weekday)
{
	struct date d = {0};
	int weekday = -1;
	size_t at = leaf_day(t, i, &d, &weekday);
	if (at == i)
		return i;
	if (is_key(t, at, "de") && is_key(t, at + 1, "l") && is_key(t, at + 3, "an"))
		at += 4;
	size_t end = year_at(t, at, &d.year);
	if (end == at || !date_valid(d))
		return i;
	*ret = d;
	*ret_weekday = weekday;
	return end;
}

/* "L'an deux mille vingt-quatre, à vingt heures, le douze mars" */
static size_t past_the_hour(const struct tokens *t, size_t i)
{
	const size_t at = i + tok_mark(t, i, ',');
	int minutes;

	return is_key(t, at, "a") && leaf_hour(t, at + 1, &minutes) > at + 1 ? leaf_hour(t, at + 1, &minutes) : i;
}

/* "L'an deux mille vingt-quatre (2024), [et] le 15 octobre [2024]" */
static size_t opening_formula(const struct tokens *t, size_t i, struct date *ret, int *ret_weekday)
{
	struct date d = {0};
	int year = 0, again, weekday = -1;
	size_t at = is_key(t, i, "l") && tok_mark(t, i + 1, '\'') ? i + 2 : i;
	if (!is_key(t, at, "an"))
		return i;
	size_t next = year_at(t, at + 1, &year);
	if (next == at + 1)
		return i;
	if (tok_mark(t, next, '(') && year_at(t, next + 1, &again) == next + 2 && again == year &&
	    tok_mark(t, next + 2, ')'))
		next += 3;
	next = past_the_hour(t, next);
	if (tok_mark(t, next, ','))
		next++;
	if (is_key(t, next, "et"))
		next++;
	next += is_key(t, next, "le") && tok_mark(t, next + 1, ':') ? 2 : 0; /* "Le : douze mars" of a form */
	size_t end = leaf_day(t, next, &d, &weekday);
	if (end == next)
		return i;
	size_t last = year_at(t, end, &again);
	/* Two years that differ: the reader must look at the title, not here. */
	if (last > end && again != year)
		return i;
	d.year = year;
	if (!date_valid(d))
		return i;
	*ret = d;
	*ret_weekday = weekday;
	return last;
}

/* Three numbers with the same separator, all tight or all spaced on one line; nothing of the kind after them. */
static bool three_numbers(const struct tokens *t, size_t i, char *ret_mark)
{
	if (!is_number(t, i) || !is_number(t, i + 2) || !is_number(t, i + 4))
		return false;
	char mark = t->at[i + 1].key.n == 1 ? t->at[i + 1].key.p[0] : 0;
	if ((mark != '/' && mark != '.' && mark != '-') || !tok_mark(t, i + 3, mark))
		return false;
	for (size_t k = i + 1; k < i + 5; k++) {
		if (t->at[k].space != t->at[i + 1].space || t->at[k].lines > 0)
			return false;
	}
	bool goes_on = (tok_mark(t, i + 5, '/') || tok_mark(t, i + 5, '-') || tok_mark(t, i + 5, '.')) &&
		       !t->at[i + 5].space && i + 6 < t->n && !t->at[i + 6].space && t->at[i + 6].kind != TOK_MARK;
	*ret_mark = mark;
	return !goes_on;
}

static int full_year(const struct token *tok, char mark, bool two_figures)
{
	if (tok->key.n == 4)
		return tok->value;
	if (tok->key.n != 2 || mark != '/' || !two_figures)
		return 0;
	return tok->value < 70 ? 2000 + tok->value : 1900 + tok->value;
}

static size_t figures(const struct tokens *t, size_t i, struct date *ret)
{
	char mark;
	struct date d;
	if (!three_numbers(t, i, &mark))
		return i;
	const struct token *first = &t->at[i], *second = &t->at[i + 2], *third = &t->at[i + 4];
	if (first->key.n == 4 && third->key.n <= 2 && second->key.n <= 2 && mark != '.')
		d = (struct date){first->value, second->value, third->value};
	else if (first->key.n <= 2 && second->key.n <= 2)
		d = (struct date){full_year(third, mark, first->key.n == 2 && second->key.n == 2), second->value,
				  first->value};
	else
		return i;
	if (d.year < YEAR_FIRST || d.year > YEAR_LAST || !date_valid(d))
		return i;
	*ret = d;
	return i + 5;
}

size_t leaf_date(const struct tokens *t, size_t i, struct date *ret, int *ret_weekday)
{
	int weekday = -1;
	if (i >= t->n)
		return i;
	size_t end = opening_formula(t, i, ret, ret_weekday);
	if (end == i)
		end = lettered(t, i, ret, ret_weekday);
	if (end > i)
		return end;
	size_t at = opening(t, i, &weekday);
	end = figures(t, at, ret);
	if (end == at)
		return i;
	*ret_weekday = weekday;
	return end;
}

static bool is_minutes_word(const struct tokens *t, size_t i)
{
	return is_key(t, i, "minutes") || is_key(t, i, "minute") || is_key(t, i, "mn") || is_key(t, i, "min");
}

/* The minutes after "h": "20", "trente", "et demie", "et trente minutes". */
static size_t minutes_at(const struct tokens *t, size_t i, int *ret)
{
	int64_t value;
	const bool linked = is_key(t, i, "et");
	size_t next = i + 1;
	if (linked && (is_key(t, next, "demie") || is_key(t, next, "quart"))) {
		*ret = is_key(t, next, "quart") ? 15 : 30;
		return i + 2;
	}
	if (linked) { /* "et trente minutes", "et trente, le conseil", not "et douze conseillers" */
		int minutes;
		size_t end = minutes_at(t, next, &minutes);
		bool closed = tok_mark(t, end, ',') || tok_mark(t, end, '.') || tok_mark(t, end, ';') || is_key(t, end, "le");
		if (end == next || !(is_minutes_word(t, end - 1) || (closed && minutes % 5 == 0)))
			return i;
		*ret = minutes;
		return end;
	}
	if (is_number(t, i)) {
		value = t->at[i].key.n == 2 && t->at[i].lines <= 1 ? t->at[i].value : 60;
		if (t->at[i].lines == 1 && (next >= t->n || t->at[next].lines > 0 || t->at[next].shape != SHAPE_LOWER))
			value = 60; /* the number of a page */
	} else {
		next = number_words(t, i, &value);
		if (next == i)
			return i;
	}
	if (value < 0 || value > 59)
		return i;
	*ret = (int)value;
	return next + is_minutes_word(t, next);
}

static bool is_hour_word(const struct tokens *t, size_t i)
{
	return is_key(t, i, "h") || is_key(t, i, "heures") || is_key(t, i, "heure");
}

/* "14h2l", "14h 2l": the hour is not that of "14h". */
static bool damaged_minutes(const struct tokens *t, size_t i)
{
	return i < t->n && t->at[i].kind == TOK_NUMBER && t->at[i].value < 0 && t->at[i].lines == 0;
}

static bool is_clock(const struct tokens *t, size_t i)
{
	return is_number(t, i) && tok_mark(t, i + 1, ':') && is_number(t, i + 2) && t->at[i].key.n <= 2 &&
	       t->at[i + 2].key.n == 2 && !t->at[i + 1].space && !t->at[i + 2].space;
}

size_t leaf_hour(const struct tokens *t, size_t i, int *ret_minutes)
{
	int64_t hour;
	int minutes = 0;
	if (i >= t->n)
		return i;
	size_t at = i + 1;
	if (is_number(t, i))
		hour = t->at[i].key.n <= 2 ? t->at[i].value : 24;
	else if ((at = number_words(t, i, &hour)) == i)
		return i;
	if (hour > 23)
		return i;
	if (is_clock(t, i)) {
		minutes = t->at[i + 2].value;
		at = i + 3;
	} else if (is_hour_word(t, at)) {
		at = minutes_at(t, at + 1, &minutes);
		if (damaged_minutes(t, at))
			return i;
	} else {
		return i;
	}
	if (minutes > 59)
		return i;
	*ret_minutes = (int)hour * 60 + minutes;
	return at;
}
