/* SPDX-License-Identifier: EUPL-1.2 */
/* What separates the names of a list, and what stands between them without being of it: signs, numbers, "néant".
 *
 * A sign that promises another name (a comma) is told from one that only stands before a name (a bullet): a list that ends
 * behind a promise is not read.
 */
#include "lists_priv.h"

#define WOVEN_TOKENS 20
#define DRAWN_SIGNS 5 /* of a line drawn with them */

/* With those of the fonts that only have signs, as they come out of a PDF. */
static const char BULLETS[] = " • · ● ▪ ■ ◦ ‣ ➢ ► ➤ ✓ ❖ § \xef\x82\xb7 \xef\x82\xa7 \xef\x83\x98 \xef\x80\xad \xef\x83\xbc ";

/* The column of a table where token i stands, counted by the bars before it on its line; 0 outside a table. */
static size_t column_of(const struct reader *rd, size_t i)
{
	size_t bars = 0, k = i;

	while (k > 0 && rd->t.at[k].lines == 0)
		bars += tok_mark(&rd->t, --k, '|');
	return tok_mark(&rd->t, k, '|') ? bars : 0;
}

/* A row of a table begins at i: the list goes on in the column of its heading, the margin beside it is another text. */
static size_t over_other_columns(const struct list *l, size_t i)
{
	size_t bars = 1, k = i + 1;

	if (l->rd->t.at[i].lines == 0 || !tok_mark(&l->rd->t, i, '|'))
		return i;
	const size_t column = column_of(l->rd, l->s->h.from);

	if (column < 2)
		return i;
	for (; k < l->limit && l->rd->t.at[k].lines == 0 && bars < column; k++)
		bars += tok_mark(&l->rd->t, k, '|');
	return bars == column ? k : i;
}

bool list_bullet(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, BULLETS) || (tok_mark(&rd->t, i, '-') && rd->t.at[i].lines > 0);
}

/* "GRAND A:, PETIT O.", "GRAND A.,: PETIT O.": a colon that is a scanned dot, or dirt beside a separator. */
static bool is_scanned_colon(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	const struct entry *e = list_last(l);
	struct heading h;

	if (i == 0 || e == NULL || t->at[i].space || !tok_mark(t, i, ':'))
		return false;
	if (tok_among(t, i - 1, " , ; "))
		return true;
	if (e->to != i || e->name.compounds < 2 || t->at[i - 1].key.n != 1 || t->at[i - 1].shape == SHAPE_LOWER)
		return false;
	return tok_among(t, i + 1, " , ; ") || heading_at(l->rd, i + 1, l->limit, &h) ||
	       (t->at[i + 1].kind == TOK_NUMBER && heading_at(l->rd, i + 2, l->limit, &h));
}

size_t list_over_scanned_colon(const struct list *l, size_t i)
{
	return is_scanned_colon(l, i) ? i + 1 : i;
}

/* "Luc PETIT – Anne GRAND = Zoé ROUX": a dash that was scanned badly, among others. */
static bool is_scanned_dash(const struct list *l, size_t i)
{
	struct name n;
	size_t dashes = 0;

	if (!tok_mark(&l->rd->t, i, '=') || !l->rd->t.at[i].space || list_last(l) == NULL || list_last(l)->to != i)
		return false;
	for (size_t k = 0; k < l->s->entries.n; k++)
		dashes += l->s->entries.at[k].dashed;
	return dashes > 1 && name_read(l->rd, i + 1, l->limit, &n) > i + 1 && n.order != ORDER_NONE && !n.odd;
}

/* "-------------", alone in its line: drawn under what ends there. */
static bool is_drawn_line(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k < rd->t.n && tok_among(&rd->t, k, " - _ = * ") && (k == i || (!rd->t.at[k].space && str_eq(rd->t.at[k].key, rd->t.at[i].key))))
		k++;
	return rd->t.at[i].lines > 0 && k >= i + DRAWN_SIGNS && rd->t.at[k].lines > 0;
}

/* "… et Luc PETIT⏎« Mes chers collègues": somebody speaks. */
static bool words_quoted(const struct list *l, size_t i)
{
	const struct token *at = &l->rd->t.at[i];

	return at->lines > 0 && tok_mark(&l->rd->t, i, '"') && list_last(l) != NULL && !l->dangling && i + 2 < l->limit && at[1].shape == SHAPE_TITLE && at[2].kind == TOK_WORD &&
	       at[2].shape == SHAPE_LOWER && at[2].lines == 0;
}

/* "Mme GRISOL........M. VIAL" under a heading of proxies, from the dots [i, k): who gives and who holds, side by side. */
static bool leads_to_a_holder(const struct list *l, size_t i, size_t k)
{
	const struct entry *e = list_last(l);
	struct name n;

	return (l->s->h.kinds & LISTE_POUVOIRS) && e != NULL && e->to == i && !e->proxy && l->rd->t.at[k].lines == 0 && name_read(l->rd, k, l->limit, &n) > k &&
	       (n.compounds > 1 || n.civility < n.from);
}

/* The list goes on behind the drawn line at token i, or ends there. */
static size_t over_drawn_line(struct list *l, size_t i)
{
	struct name n;
	size_t k = i;

	while (tok_among(&l->rd->t, k, " - _ = * "))
		k++;
	if (name_read(l->rd, k, l->limit, &n) > k && (n.compounds > 1 || n.civility < n.from))
		l->separated = true;
	else
		list_close(l, k, BOUNDARY_NONE);
	return k;
}

/* "X ........ à Y" */
static size_t over_leader_dots(struct list *l, size_t i)
{
	size_t k = i;

	while (k < l->limit && tok_mark(&l->rd->t, k, '.'))
		k++;
	if (!leads_to_a_holder(l, i, k))
		return k;
	list_stop(l, i, "des points entre deux noms, dont l'un a donné pouvoir à l'autre");
	return i;
}

/* "PET|T", "GRA.D": a letter that was scanned as a sign. */
static bool is_scanned_letter(const struct tokens *t, size_t i)
{
	size_t next;

	if (tok_mark(t, i, '.'))
		return t->at[i + 1].kind == TOK_WORD && !t->at[i + 1].space && !is_civility(t, i + 1, &next);
	return tok_mark(t, i, '|') && !t->at[i].space && i > 0 && t->at[i - 1].kind == TOK_WORD;
}

size_t list_separator(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	const size_t column = over_other_columns(l, i);

	if (column > i)
		return column;
	if (is_drawn_line(l->rd, i) && list_last(l) != NULL && !l->dangling)
		return over_drawn_line(l, i);
	if (is_scanned_dash(l, i)) {
		l->separated = l->dangling = l->dashed = true;
		return i + 1;
	}
	if (tok_mark(t, i, '.') && tok_mark(t, i + 1, '.'))
		return over_leader_dots(l, i);
	if (words_quoted(l, i)) {
		list_close(l, i, BOUNDARY_NONE);
		return i;
	}
	l->bulleted = list_bullet(l->rd, i);
	if (tok_among(t, i, BULLETS)) {
		l->separated = true;
		l->dangling |= l->s->entries.n == 1 && t->at[i].lines == 0 && list_last(l)->to == i; /* "Anne PETIT • Luc GRAND": a separator */
		return i + 1;
	}
	if (!tok_among(t, i, " , ; / | * . - _ ) + \" ") || is_scanned_letter(t, i))
		return i;
	l->separated = true;
	l->dashed = tok_mark(t, i, '-') && t->at[i].space;
	/* The sides of a table's cell keep the promise of the comma before them. */
	if (!tok_among(t, i, " | * _ + \" "))
		l->dangling = tok_among(t, i, " , ; / ") || (tok_mark(t, i, '-') && t->at[i].lines == 0);
	return i + 1;
}

/* "n° 2014 / 131": the margin's act number, woven into the list by the layout. */
static size_t over_act_number(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	size_t k = i + 2;

	if (!tok_among(t, i, " n ") || i + 2 >= l->limit || t->at[i + 1].kind != TOK_MARK ||
	    t->at[k].kind != TOK_NUMBER)
		return i;
	for (k++; k + 1 < l->limit && tok_among(t, k, " / - ") && t->at[k + 1].kind == TOK_NUMBER;)
		k += 2;
	return k;
}

/* "…, Luc PETIT⏎2⏎Anne GRAND": the page's number. */
static bool is_page_number(const struct list *l, size_t i)
{
	const struct token *tok = &l->rd->t.at[i];

	/* "LU-⏎2⏎CHE": a name goes on behind it. */
	if (i > 0 && tok_mark(&l->rd->t, i - 1, '-') && !l->rd->t.at[i - 1].space)
		return false;
	return tok->kind == TOK_NUMBER && tok->lines > 0 && i + 1 < l->limit && l->rd->t.at[i + 1].lines > 0 &&
	       l->rd->t.at[i + 1].kind == TOK_WORD && (list_last(l) != NULL || l->s->h.count >= 0);
}

static size_t over_numbers(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	int32_t last = t->at[i].value;
	size_t k = i;

	for (; k < l->limit && t->at[k].kind == TOK_NUMBER && t->at[k].value == last && tok_mark(t, k + 1, '.'); k += 2)
		last++;
	if (k <= i + 2)
		return i;
	l->s->numbered = (size_t)(last - 1);
	return k;
}

size_t list_number(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;

	if (is_page_number(l, i))
		return i + 1;

	/* "11. 12. 13. M. A M. B M. C": a column of numbers, then one of names, as many when the list ends. */
	if (t->at[i].value == (int32_t)l->s->entries.n + 1 && over_numbers(l, i) > i)
		return over_numbers(l, i);
	/* "1. M. A  2. M. B" */
	if (t->at[i].value == (int32_t)l->s->entries.n + 1 && tok_among(t, i + 1, " . ) - "))
		return i + 2;
	return over_act_number(l, i);
}

/* "Nombre de conseillers⏎en exercice : 6", "Présents : 4": the token after the counts at i, or i. */
static size_t over_counts(const struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	bool counted = false;
	struct heading h;
	size_t k = i;

	while (k < l->limit && k < i + WOVEN_TOKENS) {
		size_t next = k;

		if (heading_at(rd, k, l->limit, &h)) /* "Conseillers absents : 2⏎Mme GRAND, …" is another list */
			next = l->dangling && (h.count >= 0 || rd->t.at[h.to].kind == TOK_NUMBER) ? h.to : k;
		else if (list_boundary(rd, k) == BOUNDARY_ATTENDANCE)
			cue_any(rd->lx, &rd->t, k, &next);
		if (next == k && !(k > i && (rd->t.at[k].kind == TOK_NUMBER || tok_mark(&rd->t, k, ':'))))
			break;
		counted |= rd->t.at[k].kind == TOK_NUMBER || (next > k && rd->t.at[next - 1].kind == TOK_NUMBER);
		k = next > k ? next : k + 1;
	}
	return counted ? k : i;
}

/* "…, Mme PETIT,⏎Nombre de conseillers⏎en exercice : 6⏎M. GRAND": counts of the margin, and names of the list behind them. */
bool list_counts_woven(const struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	const size_t k = over_counts(l, i);
	struct name n, second;
	const size_t end = k > i ? name_read(rd, k, l->limit, &n) : k;

	if (end == k || n.odd || !(n.civility < n.from || n.order != ORDER_NONE))
		return false;
	return l->dangling || (tok_mark(&rd->t, end, ',') && name_read(rd, end + 1, l->limit, &second) > end + 1 && (second.civility < second.from || second.order != ORDER_NONE));
}

/* "Mme GRAND.", "M. A (UDAF)", at token i: the token after, or i. */
static size_t over_row(const struct list *l, size_t i)
{
	struct name n;
	size_t k = name_read(l->rd, i, l->limit, &n);

	if (k == i || n.civility == n.from || n.odd)
		return i;
	for (size_t close = k; tok_mark(&l->rd->t, k, '(') && close < k + WOVEN_TOKENS && close < l->limit; close++)
		if (tok_mark(&l->rd->t, close, ')'))
			k = close + 1;
	return k + tok_mark(&l->rd->t, k, '.');
}

/* "⏎Mme GRAND.⏎Absents : …", alone on its line before a heading; several of them, without line ends, where no comma parts the names. */
bool list_last_row(const struct list *l, size_t i)
{
	const bool row = l->rd->t.at[i].lines > 0, loose = l->s->entries.n > 1 && !tok_among(&l->rd->t, list_last(l)->from - 1, " , et ") && list_last(l)->name.civility < list_last(l)->name.from;
	struct heading h;
	size_t k = row || loose ? over_row(l, i) : i;

	if (k == i)
		return false;
	for (size_t next; loose && (next = over_row(l, k)) > k;)
		k = next;
	return k < l->limit && (loose || l->rd->t.at[k].lines > 0) && heading_at(l->rd, k, l->limit, &h);
}

/* "Absents : néant", "Excusés : /". */
size_t list_nobody(struct list *l, size_t i)
{
	struct name n;
	const bool sign = i == l->s->h.to && tok_among(&l->rd->t, i, " / ") && (tok_mark(&l->rd->t, i + 1, '/') || name_read(l->rd, i + 1, l->limit, &n) == i + 1);

	if (sign) {
		l->s->nobody = true;
		while (tok_mark(&l->rd->t, i + 1, '/')) /* "///" */
			i++;
		return i + 1;
	}
	if (l->s->entries.n > 0 || !tok_among(&l->rd->t, i, " neant aucun aucune 0 "))
		return i;
	l->s->nobody = true;
	l->separated = true;
	return i + 1;
}
