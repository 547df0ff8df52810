/* SPDX-License-Identifier: EUPL-1.2 */
/* The numbers of actes, their order, and the titles behind them. */
#include "segment_priv.h"

#define DAY_DIGITS 8

/* "2031013001": the day and two figures more. */
bool is_day_and_serial(struct str key)
{
	const struct str year = str_part(key, 0, 4), month = str_part(key, 4, 6), day = str_part(key, 6, 8);
	int64_t y, m, d;

	return key.n == DAY_DIGITS + 2 && str_int(year, &y) && str_int(month, &m) && str_int(day, &d) && y > 1990 && y < 2100 && m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

/* "2031013007" and "20310130 07" are one number. */
struct number number_parts(const struct reader *rd, struct range r)
{
	struct number num = { .n = 0 };

	for (size_t i = r.from; i < r.to && num.n + 1 < NUMBER_PARTS_MAX; i++) {
		const struct str key = rd->t.at[i].key;
		const size_t day = is_day_and_serial(key) ? DAY_DIGITS : 0;

		if (rd->t.at[i].kind == TOK_MARK)
			continue;
		if (day > 0)
			num.part[num.n++] = str_part(key, 0, day);
		num.part[num.n++] = str_part(key, day, key.n);
	}
	return num;
}

bool number_same(const struct number *a, const struct number *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->part[i], b->part[i]))
			return false;
	return true;
}

bool number_follows(const struct number *a, const struct number *b, int64_t most)
{
	size_t changed = 0;
	int64_t x = 0, y = 0;

	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->part[i], b->part[i])) {
			changed++;
			if (!str_int(a->part[i], &x) || !str_int(b->part[i], &y) || y <= x || y - x > most)
				return false;
		}
	return changed == 1;
}

bool opens_oddly(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i], *next = i + 1 < rd->t.n ? t + 1 : t;

	if (i + 1 >= rd->t.n || t->lines > 0 || !t->space || next->lines > 0)
		return false;
	return t->kind == TOK_NUMBER ? next->kind == TOK_WORD : tok_among(&rd->t, i, " \" ( [ ") && next->kind != TOK_MARK;
}
