/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands behind the end of a list and says whether it was its end: a row of members with their functions, the first point of the agenda. */
#include "lists_priv.h"

#define QUOTED_TOKENS 8
#define RESUME_TOKENS 60

/* "Zoé ROUX, 3ème adjointe⏎", "Zoé ROUX (adjointe) Absents : …": a row with a function, and nothing of a sentence behind it. */
bool list_function_row(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	struct heading h;
	const size_t k = t->at[i].kind == TOK_WORD ? name_read(l->rd, i, l->limit, &n) : i;

	const bool plain = k > i && n.order == ORDER_NONE && n.civility == n.from && !n.upper, plain_list = list_last(l) != NULL && list_last(l)->name.order == ORDER_NONE && !list_last(l)->name.upper;

	if (k == i || n.odd || (plain && !(plain_list && n.compounds > 1)))
		return false;
	const size_t beside = k + tok_among(t, k, " , ( "), role = role_at(l->rd, beside, l->limit), end = role + (tok_mark(t, k, '(') && tok_mark(t, role, ')'));

	return role > beside && (t->at[end].lines > 0 || heading_at(l->rd, end, l->limit, &h) || (t->at[end].kind == TOK_WORD && t->at[end].shape != SHAPE_LOWER));
}

/* "… M. MOREL, excusé 1. Installation du conseil": the first point of the agenda, where line ends were lost. */
bool list_first_point(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t next;

	if (t->at[i].kind != TOK_NUMBER || t->at[i].value != 1 || !tok_among(t, i + 1, " . ) - ") || i + 2 >= l->limit || t->at[i + 2].kind != TOK_WORD)
		return false;
	return t->at[i + 2].shape == SHAPE_TITLE && !is_civility(t, i + 2, &next) && (name_read(l->rd, i + 2, l->limit, &n) == i + 2 || n.order == ORDER_NONE) && l->s->entries.n > 1;
}

/* A full name at token i: one with a civility, or more than one word with capitals as in the list. */
static size_t over_row_name(const struct list *l, size_t i, struct name *ret)
{
	const size_t k = l->rd->t.at[i].kind == TOK_WORD ? name_read(l->rd, i, l->limit, ret) : i;

	return k > i && !ret->odd && (ret->civility < ret->from || (ret->compounds > 1 && (ret->order != ORDER_NONE || ret->upper))) ? k : i;
}

/* "M. PETIT⏎Mme GRAND", written as the list is, with nothing between the two. */
bool list_rows_abut(const struct list *l, size_t i)
{
	const struct entry *e = list_last(l);
	struct name first, second;
	const size_t k = e != NULL && (i == 0 || l->rd->t.at[i].lines > 0 || l->rd->t.at[i - 1].kind != TOK_WORD || e->to < i) ? over_row_name(l, i, &first) : i;

	if (k == i || e->promised || e->dashed || e->proxy || list_civil(e) != (first.civility < first.from) || e->name.order != first.order)
		return false;
	return l->rd->t.at[k].lines < 2 && over_row_name(l, k, &second) > k && second.order == first.order && (second.civility < second.from) == (first.civility < first.from);
}

/* "« Une liste » Luc PETIT": a member behind what he is of. */
bool list_quoted_label(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t k = i + tok_mark(t, i, '"');
	const size_t quote = k - 1;

	if (i == 0 || !tok_mark(t, quote, '"') || t->at[k].shape == SHAPE_LOWER)
		return false;
	/* "l'association « Les Grives » M. PETIT": the end of a title. */
	if (quote > 0 && t->at[quote].lines == 0 && t->at[quote - 1].kind == TOK_WORD && t->at[quote - 1].shape == SHAPE_LOWER && !tok_among(t, quote - 1, " groupe liste "))
		return false;
	while (k < l->limit && k <= i + QUOTED_TOKENS && t->at[k].kind == TOK_WORD)
		k++;
	if (!tok_mark(t, k, '"'))
		return false;
	k += 1 + tok_among(t, k + 1, " : - ");
	return name_read(l->rd, k, l->limit, &n) > k && (n.compounds > 1 || n.civility < n.from);
}

/* "1. Anne PETIT", "2) Luc GRAND": the number before token i; 0 where none stands. */
static size_t row_number(const struct tokens *t, size_t i)
{
	return i > 1 && tok_among(t, i - 1, " . ) - ") && t->at[i - 2].kind == TOK_NUMBER && t->at[i - 2].value > 0 ? (size_t)t->at[i - 2].value : 0;
}

static bool rows_numbered(const struct list *l)
{
	return l->s->entries.n > 0 && row_number(&l->rd->t, l->s->entries.at[0].from) == 1;
}

bool list_row_cut(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	size_t next;

	if (rows_numbered(l) && row_number(t, i) == l->s->entries.n + 1)
		return true;
	return is_civility(t, i, &next) && next < l->limit && t->at[next].kind == TOK_NUMBER;
}

/* The margin's number or day at token i: the token after, or i. */
static size_t over_margin_number(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	size_t k = i + (tok_among(t, i, " n ") && t->at[i + 1].kind == TOK_MARK ? 2 : 0);

	if (t->at[k].kind != TOK_NUMBER)
		return i;
	while (k < l->limit && (t->at[k].kind == TOK_NUMBER || tok_among(t, k, " / - ")))
		k++;
	return k;
}

/* Its members are family names alone, in small letters. */
static bool bare_words(const struct list *l)
{
	for (size_t k = 0; k < l->s->entries.n; k++) {
		const struct name *n = &l->s->entries.at[k].name;

		if (n->compounds > 1 || n->civility < n->from || n->upper)
			return false;
	}
	return l->s->entries.n > 1;
}

/* "Arbel, Dorval⏎(the margin)⏎Vial, Roux, Petit": the comma at token i parts two more of them. */
static bool bare_row(const struct list *l, size_t i)
{
	struct name first, second;

	return tok_mark(&l->rd->t, i, ',') && bare_words(l) && name_read(l->rd, i + 1, l->limit, &first) > i + 1 && first.compounds == 1 && tok_mark(&l->rd->t, first.to, ',') &&
	       name_read(l->rd, first.to + 1, l->limit, &second) > first.to + 1;
}

/* "Mme Anne (the margin) GRISOL........M. Luc VIAL" */
static bool dotted_row(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t k = i;

	while (k < l->limit && tok_mark(t, k, '.'))
		k++;
	return k > i + 3 && t->at[k].lines == 0 && over_row_name(l, k, &n) > k;
}

bool list_woven_row(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;

	if (tok_among(t, i, " m mm mme mmes madame mesdames monsieur messieurs ") && t->at[i].shape != SHAPE_LOWER) {
		const size_t k = i + 1 + tok_mark(t, i + 1, '.'), end = over_margin_number(l, k);

		return end > k && t->at[end].kind == TOK_WORD && t->at[end].shape != SHAPE_LOWER;
	}
	if (bare_row(l, i) || dotted_row(l, i))
		return true;
	const size_t end = tok_mark(t, i, ',') ? over_margin_number(l, i + 1) : i + 1;

	return end > i + 1 && over_row_name(l, end, &n) > end && n.civility < n.from;
}

bool list_numbered_row(const struct list *l, size_t i)
{
	const size_t number = row_number(&l->rd->t, i), last = l->s->entries.n;
	struct name n;

	return rows_numbered(l) && number > last && number <= last + 2 && over_row_name(l, i, &n) > i;
}

bool list_label_at_right(const struct list *l)
{
	const struct tokens *t = &l->rd->t;
	const size_t h = l->s->h.from;
	struct name n;
	size_t k = h;

	if (h == 0 || t->at[h].lines > 0 || l->s->h.to >= t->n || t->at[l->s->h.to].lines == 0 || tok_mark(t, l->s->h.to - 1, ':') || t->at[h - 1].kind != TOK_WORD)
		return false;
	while (k > 0 && t->at[k].lines == 0 && t->at[k - 1].kind != TOK_NUMBER)
		k--;
	return k < h && over_row_name(l, k, &n) == h;
}

static bool is_listed(const struct list *l, const struct name *n)
{
	const struct person p = name_person(l->rd, n);

	for (size_t k = 0; k < l->s->entries.n; k++)
		if (str_eq(l->s->entries.at[k].qui.cle, p.cle))
			return true;
	return false;
}

/* "⏎⏎M. PETIT⏎⏎": somebody else, alone in his line as the members are, and under no title of his own ("Le Maire,⏎M. PETIT"). */
static bool is_lone_row(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	const struct entry *e = list_last(l);
	struct name n;
	const size_t k = i > 0 && t->at[i].lines > 0 && !tok_among(t, i - 1, " : , ") ? over_row_name(l, i, &n) : i;

	if (k == i || (k < t->n && t->at[k].lines == 0) || t->at[e->from].lines == 0 || list_civil(e) != (n.civility < n.from) || e->name.order != n.order)
		return false;
	return role_at(l->rd, i - 1, i) < i && !tok_among(t, i - 1, " maire president presidente secretaire ") && !is_listed(l, &n);
}

bool list_resumes(const struct list *l, size_t i)
{
	struct heading h;

	if (list_last(l) == NULL || l->s->h.kinds != LISTE_PRESENTS)
		return false;
	for (size_t k = i; k < l->limit && k - i < RESUME_TOKENS; k++) {
		if (heading_at(l->rd, k, l->limit, &h) || list_boundary(l->rd, k) == BOUNDARY_HEADING)
			return false;
		if (is_lone_row(l, k))
			return true;
	}
	return false;
}

/* "⏎☐ M. PETIT", "⏎~~M. PETIT~~": signs that nobody knows open a line, and a member stands behind them. */
bool list_signed_row(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t k = i;

	if (t->at[i].kind != TOK_MARK || t->at[i].lines == 0)
		return false;
	while (k < l->limit && t->at[k].kind == TOK_MARK && (k == i || t->at[k].lines == 0))
		k++;
	return k < l->limit && t->at[k].lines == 0 && over_row_name(l, k, &n) > k;
}
