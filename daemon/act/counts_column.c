/* SPDX-License-Identifier: EUPL-1.2 */
/* Labels of counts, each with its colon or its dots, and their numbers behind them all: "Présents : Représentés : 30 11", as a layout in two
 * columns comes out of a PDF; or without them until the last one: "En exercice Présents Votants : 15 : 13 : 14".
 *
 * The numbers are those of the labels, in their order, when each label is understood and has one. With more numbers than labels, for labels
 * before the first that is understood, only a sum shows that the rest go together; else none of them is read.
 */
#include "counts_priv.h"

#define COLUMN_MAX 8
#define LEAD_WORDS 4   /* "Nombre de conseillers" */
#define LEADER_MARKS 400
#define PARTED_LABELS 3 /* at least, before a mark that is no colon parts their numbers: "Présents Votants : 12/15" may be said of one */

struct column {
	struct count *count[COLUMN_MAX]; /* NULL: représentés, absents */
	size_t labels, numbers, at[COLUMN_MAX + 1]; /* tokens of the numbers */
	bool bare; /* some label has nothing behind it */
	bool unsure;
};

#define PARTS " : - / ; , "
static const char LEADERS[] = " . : - \xe2\x80\xa2 \xc2\xb7 | _ ... ";

static size_t over_leaders(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k < rd->t.n && k - i < LEADER_MARKS && rd->t.at[k].kind == TOK_MARK && tok_among(&rd->t, k, LEADERS))
		k++;
	return k;
}

/* The label at token i: the token after it, or i. */
static size_t label_read(const struct reader *rd, struct count *counts, size_t i, struct column *c)
{
	size_t k = i, next;

	while (k < i + LEAD_WORDS && tok_among(&rd->t, k, " nombre de des membres conseillers delegues total "))
		k++;
	for (; k + 1 > i; k--) { /* a label may begin with these words */
		c->count[c->labels] = count_label(rd, counts, k, &next);
		if (c->count[c->labels] != NULL)
			return next;
		if (tok_among(&rd->t, k, " representes absents "))
			return k + 1 + tok_among(&rd->t, k + 1, " excuses ");
	}
	return i;
}

/* "45 33 présents", "12 19 h": the last number is of something else. */
static bool goes_on_otherwise(const struct reader *rd, size_t end)
{
	return tok_among(&rd->t, end, " / h , % ") || rd->t.at[end].kind == TOK_NUMBER ||
	       (rd->t.at[end].kind == TOK_WORD && rd->t.at[end].shape == SHAPE_LOWER && rd->t.at[end].lines == 0);
}

/* "15 13 14", "15 : 13 : 14": the token after them. */
static size_t numbers_read(const struct reader *rd, size_t i, struct column *c)
{
	const char *const part = c->labels >= PARTED_LABELS ? PARTS : " : ";
	size_t k = i, next = i;
	int64_t value;

	while (c->numbers <= COLUMN_MAX && count_number(rd, next, &value) == next + 1) {
		c->at[c->numbers++] = next;
		k = next + 1;
		next = k + (tok_among(&rd->t, k, part) && (c->numbers == 1 || str_eq(rd->t.at[k].key, rd->t.at[c->at[c->numbers - 1] - 1].key)));
	}
	return k;
}

/* "Présents, votants : 12": the number is of the last. */
static bool is_last_label_alone(const struct reader *rd, struct count *counts, const struct column *c, size_t end)
{
	return !count_goes_on_beyond_a_margin(rd, counts, end) && c->bare && c->labels < PARTED_LABELS && c->numbers == 1 && !tok_among(&rd->t, end, PARTS) && !goes_on_otherwise(rd, end);
}

static size_t column_read(const struct reader *rd, struct count *counts, size_t i, struct column *c)
{
	size_t k = i, next = i, last = i;

	while (c->labels < COLUMN_MAX && (next = label_read(rd, counts, k, c)) > k) {
		c->bare |= c->labels > 0 && !tok_among(&rd->t, k - 1, LEADERS);
		last = k;
		k = over_leaders(rd, next);
		k += k == next && tok_mark(&rd->t, k, ',');
		c->labels++;
	}
	k = numbers_read(rd, k, c);
	if (c->labels < 2 || c->numbers == 0 || is_last_label_alone(rd, counts, c, k) || (c->numbers == 1 && rd->t.at[last].lines > 0 && rd->t.at[c->at[0]].lines == 0))
		return i;
	/* "Présents : Votants : 12": of which of the two, the page does not show. */
	c->unsure = c->numbers == 1 || goes_on_otherwise(rd, k);
	return k;
}

static int64_t number_of(const struct reader *rd, const struct column *c, size_t label)
{
	int64_t value = 0;

	count_number(rd, c->at[c->numbers + label - c->labels], &value);
	return value;
}

/* Présents, représentés and absents are the members in office. */
static bool adds_up(const struct reader *rd, const struct count *counts, const struct column *c)
{
	int64_t whole = 0, parts = 0;
	bool presents = false;

	for (size_t l = 0; l < c->labels; l++) {
		if (c->count[l] == &counts[COUNT_EXERCICE])
			whole = number_of(rd, c, l);
		else if (c->count[l] == NULL || c->count[l] == &counts[COUNT_PRESENTS] || c->count[l] == &counts[COUNT_POUVOIRS])
			parts += number_of(rd, c, l);
		presents |= c->count[l] == &counts[COUNT_PRESENTS];
	}
	return presents && whole > 0 && whole == parts;
}

/* Not more présents than members, or than votants: else a page number stands among them. */
static bool is_possible(const struct reader *rd, const struct count *counts, const struct column *c)
{
	int64_t n[COUNTS] = { 0 }, others = 0;

	for (size_t l = 0; l < c->labels; l++)
		*(c->count[l] != NULL ? &n[c->count[l] - counts] : &others) += number_of(rd, c, l);
	return (n[COUNT_EXERCICE] == 0 || n[COUNT_PRESENTS] + others <= n[COUNT_EXERCICE]) && (n[COUNT_VOTANTS] == 0 || n[COUNT_PRESENTS] <= n[COUNT_VOTANTS]);
}

size_t counts_column(struct reader *rd, struct count *counts, size_t i)
{
	struct column c = { .labels = 0 };
	const size_t end = column_read(rd, counts, i, &c);

	if (end == i)
		return i;
	const bool torn = i > 0 && word_is(rd, i - 1, "exercice") && rd->t.at[i].lines == 0; /* "En (the margin) exercice Présents Votants : 15 : 14" */
	const bool whole = !torn && !c.unsure && (c.numbers == c.labels || (c.numbers > c.labels && adds_up(rd, counts, &c))) && is_possible(rd, counts, &c);

	for (size_t l = 0; l < c.labels; l++) {
		if (c.count[l] != NULL && !whole)
			c.count[l]->mixed = reader_span(rd, i, c.at[0]);
		else if (c.count[l] != NULL)
			count_keep(rd, c.count[l], number_of(rd, &c, l), c.at[c.numbers + l - c.labels], c.at[c.numbers + l - c.labels] + 1);
	}
	return end;
}
