/* SPDX-License-Identifier: EUPL-1.2 */
/* Labels of counts, each with its colon or its dots, and their numbers behind them all: "Présents : Représentés : 30 11", as a layout in two
 * columns comes out of a PDF.
 *
 * The numbers are those of the labels, in their order, when each label is understood and has one. With more numbers than labels, for labels
 * before the first that is understood, only a sum shows that the rest go together; else none of them is read.
 */
#include "counts_priv.h"

#define COLUMN_MAX 8
#define LEAD_WORDS 4   /* "Nombre de conseillers" */
#define LEADER_MARKS 400

struct column {
	struct count *count[COLUMN_MAX]; /* NULL: représentés, absents */
	size_t labels, numbers, first; /* first: the token of the first number */
	bool unsure;
};

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

static size_t column_read(const struct reader *rd, struct count *counts, size_t i, struct column *c)
{
	size_t k = i, next, last = i;
	int64_t value;

	while (c->labels < COLUMN_MAX && (next = label_read(rd, counts, k, c)) > k) {
		last = k;
		k = over_leaders(rd, next);
		if (k == next)
			return i;
		c->labels++;
	}
	c->first = k;
	while (c->numbers <= COLUMN_MAX && count_number(rd, k, &value) == k + 1) {
		k++;
		c->numbers++;
	}
	if (c->labels < 2 || c->numbers == 0 || (c->numbers == 1 && rd->t.at[last].lines > 0 && rd->t.at[c->first].lines == 0))
		return i;
	/* "Présents : Votants : 12": of which of the two, the page does not show. */
	c->unsure = c->numbers == 1 || goes_on_otherwise(rd, k);
	return k;
}

static int64_t number_of(const struct reader *rd, const struct column *c, size_t label)
{
	int64_t value = 0;

	count_number(rd, c->first + c->numbers + label - c->labels, &value);
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

size_t counts_column(struct reader *rd, struct count *counts, size_t i)
{
	struct column c = { .labels = 0 };
	const size_t end = column_read(rd, counts, i, &c);

	if (end == i)
		return i;
	const bool whole = !c.unsure && (c.numbers == c.labels || (c.numbers > c.labels && adds_up(rd, counts, &c)));

	for (size_t l = 0; l < c.labels; l++) {
		const size_t at = c.first + c.numbers + l - c.labels;

		if (c.count[l] != NULL && !whole)
			c.count[l]->mixed = reader_span(rd, i, c.first);
		else if (c.count[l] != NULL)
			count_keep(rd, c.count[l], number_of(rd, &c, l), at, at + 1);
	}
	return end;
}
