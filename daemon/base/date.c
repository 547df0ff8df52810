/* SPDX-License-Identifier: EUPL-1.2 */
/* Civil dates by counting days (Hinnant's algorithm). Decided against struct tm and mktime: they know time zones,
 * accept 31 February and depend on the machine.
 */
#include "date.h"

#include <stdio.h>

static bool is_leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

bool date_valid(struct date d)
{
	static const int length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	if (d.year < 1000 || d.year > 9999 || d.month < 1 || d.month > 12 || d.day < 1)
		return false;
	return d.day <= length[d.month - 1] + (d.month == 2 && is_leap(d.year));
}

static bool read_part(struct str s, size_t from, size_t to, int *ret)
{
	int v = 0;
	for (size_t i = from; i < to; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		v = v * 10 + (s.p[i] - '0');
	}
	*ret = v;
	return true;
}

static bool read_parts(struct str s, struct date *ret)
{
	return s.n == 10 && s.p[4] == '-' && s.p[7] == '-' && read_part(s, 0, 4, &ret->year) && read_part(s, 5, 7, &ret->month) &&
	       read_part(s, 8, 10, &ret->day);
}

bool date_parse(struct str s, struct date *ret)
{
	struct date d;
	if (!read_parts(s, &d) || !date_valid(d))
		return false;
	*ret = d;
	return true;
}

bool date_misses(struct str s)
{
	struct date d;
	return read_parts(s, &d) && !date_valid(d);
}

const char *date_text(struct date d, char out[DATE_TEXT])
{
	if (!date_valid(d))
		d = (struct date){ 0 };
	snprintf(out, DATE_TEXT, "%04u-%02u-%02u",
		 (unsigned)d.year % 10000, (unsigned)d.month % 100, (unsigned)d.day % 100);
	return out;
}

const char *date_words(struct date d, char out[DATE_WORDS])
{
	static const char *const months[] = { "janvier", "février", "mars", "avril", "mai", "juin",
					      "juillet", "août", "septembre", "octobre", "novembre", "décembre" };
	out[0] = '\0';
	if (date_valid(d))
		snprintf(out, DATE_WORDS, "%u%s %s %u", (unsigned)d.day % 100, d.day == 1 ? "er" : "", months[d.month - 1], (unsigned)d.year % 10000);
	return out;
}

int64_t date_days(struct date d)
{
	int64_t y = d.year - (d.month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t of_era = y - era * 400;
	int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int date_cmp(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

int date_weekday(struct date d)
{
	/* 1970-01-01 was a jeudi. */
	return (int)(((date_days(d) + 3) % 7 + 7) % 7);
}
