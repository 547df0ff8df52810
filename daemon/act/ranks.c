/* SPDX-License-Identifier: EUPL-1.2 */
/* The numbers of actes and their order: "2031-04-02" is behind "2031-04-01" and before "2031-04-02 bis", "2031-04-02B" behind "2031-04-02A". */
#include "segment_priv.h"

#define DAY_DIGITS 8
#define SUFFIX_GAP 3

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

/* "bis" is 1, "ter" 2; "a" is 1, "b" 2; of a figure or a longer word 0. */
static int suffix_rank(struct str part)
{
	static const char *const again[] = { "bis", "ter", "quater" };

	for (size_t k = 0; k < sizeof again / sizeof *again; k++)
		if (str_eq(part, str_c(again[k])))
			return (int)k + 1;
	return part.n == 1 && part.p[0] >= 'a' && part.p[0] <= 'z' ? part.p[0] - 'a' + 1 : 0;
}

static struct number without_suffix(const struct number *num)
{
	struct number bare = *num;

	bare.n -= bare.n > 1 && suffix_rank(bare.part[bare.n - 1]) > 0;
	return bare;
}

bool number_goes_on(const struct number *a, const struct number *b, int64_t most)
{
	if (number_follows(a, b, most))
		return true;
	const struct number bare_a = without_suffix(a), bare_b = without_suffix(b);
	const struct str none = STR(""), suffix_a = bare_a.n < a->n ? a->part[a->n - 1] : none, suffix_b = bare_b.n < b->n ? b->part[b->n - 1] : none;
	const int from = suffix_rank(suffix_a), to = suffix_rank(suffix_b);

	if (!number_same(&bare_a, &bare_b))
		return to <= 1 && number_follows(&bare_a, &bare_b, most);
	return to > from && to - from <= SUFFIX_GAP && (from == 0 || (suffix_a.n > 1) == (suffix_b.n > 1));
}

/* "2031-04-01BIS", "2031-04-01 bis", "2031-04-02A" */
size_t over_suffix(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i];

	return t->kind == TOK_WORD && t->lines == 0 && suffix_rank(t->key) > 0 && (t->key.n > 1 || (!t->space && !tok_mark(&rd->t, i + 1, '\''))) ? i + 1 : i;
}

bool opens_oddly(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i], *next = i + 1 < rd->t.n ? t + 1 : t;

	if (i + 1 >= rd->t.n || t->lines > 0 || !t->space || next->lines > 0)
		return false;
	return t->kind == TOK_NUMBER ? next->kind == TOK_WORD : tok_among(&rd->t, i, " \" ( [ ") && next->kind != TOK_MARK;
}

/* "2031-04 A Vente": the letter behind the number at its heading; or 0. */
static char letter_apart(const struct reader *rd, const struct act_heading *h)
{
	const size_t i = h->number.to, title = skip_marks(rd, i + 1, ":-.|");
	const struct token *t = &rd->t.at[i];

	if (title >= rd->t.n || t->kind != TOK_WORD || t->key.n != 1 || t->lines > 0 || t->shape == SHAPE_LOWER || tok_mark(&rd->t, i + 1, '\''))
		return 0;
	return rd->t.at[title].kind == TOK_WORD && rd->t.at[title].lines == 0 && rd->t.at[title].shape != SHAPE_LOWER ? t->key.p[0] : 0;
}

static bool letters_follow(const struct reader *rd, const struct act_heading *a, const struct act_heading *b)
{
	const struct number first = number_parts(rd, a->number), second = number_parts(rd, b->number);
	const char letter = number_same(&first, &second) ? letter_apart(rd, a) : 0;

	return letter != 0 && letter_apart(rd, b) == letter + 1;
}

void join_letters(const struct reader *rd, struct act_headings *all)
{
	bool below = false;

	for (size_t k = all->n; k-- > 0;) {
		const bool above = k > 0 && letters_follow(rd, &all->at[k - 1], &all->at[k]);

		all->at[k].number.to += above || below;
		below = above;
	}
}
