/* SPDX-License-Identifier: EUPL-1.2 */
/* Civil dates, proleptic Gregorian, years 1000 to 9999. Days are counted as integers; no time zone, no float. */
#ifndef SCRUTATEUR_DATE_H
#define SCRUTATEUR_DATE_H

#include "str.h"

struct date {
	int year, month, day; /* all 0 = no date */
};
#define DATE_TEXT 11 /* "AAAA-MM-JJ" and a NUL */

bool date_valid(struct date d);
/* "AAAA-MM-JJ", exactly; false when it is anything else or not a day of the calendar. */
bool date_parse(struct str s, struct date *ret);
/* Written "AAAA-MM-JJ", of a day that no calendar has (31 June): what a message has to tell from another spelling. */
bool date_misses(struct str s);
const char *date_text(struct date d, char out[DATE_TEXT]);
/* As people write it: "1er mars 2024"; empty when it is no day. */
#define DATE_WORDS 24
const char *date_words(struct date d, char out[DATE_WORDS]);
/* Days since 1970-01-01 (negative before). */
int64_t date_days(struct date d);
int date_cmp(struct date a, struct date b);
/* 0 = lundi … 6 = dimanche. */
int date_weekday(struct date d);

#endif
