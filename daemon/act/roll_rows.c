/* SPDX-License-Identifier: EUPL-1.2 */
/* One row of a roll call or of a table of who is there, and rows that are not whole: right before the first one that was understood, or behind the last.
 *
 * A row lost at either end would take somebody out of the presents without a word, so whatever looks like one makes the roll unread.
 */
#include "rolls_priv.h"

#define BEFORE_TOKENS 14 /* of the page's foot between two rows */
#define CUT_TOKENS 8	 /* of the margin in one row */

/* "4.", "12 -", "|" before a name: the token after, or i. */
static size_t over_row_number(const struct tokens *t, size_t i)
{
	i += tok_mark(t, i, '|');
	const bool marked = tok_among(t, i + 1, " . ) - | ");

	if (t->at[i].kind != TOK_NUMBER || !(marked || t->at[i].lines > 0) || (i > 0 && tok_among(t, i - 1, " h heures : ") && t->at[i].lines == 0)) /* "19 h 30" */
		return i;
	return i + 1 + marked;
}

/* ", adjointe", "(Maire)", "Maire" behind a name: the token after, or i. */
static size_t over_function(const struct reader *rd, size_t i)
{
	const bool paren = tok_mark(&rd->t, i, '(');
	const size_t from = i + (paren || tok_among(&rd->t, i, " , - | ")), role = role_at(rd, from, rd->head.to);

	for (size_t k = from; k < role; k++) /* an absent one is missing to nobody */
		if (str_starts(rd->t.at[k].key, STR("supplea")))
			return i;
	if (role == from || !paren || tok_mark(&rd->t, role - 1, ')'))
		return role == from ? i : role;
	return tok_mark(&rd->t, role, ')') ? role + 1 : i;
}

/* "Présente", "Absent(e) excusé(e)": the token after, or i. */
static size_t over_state(const struct reader *rd, size_t i, unsigned *ret_kinds)
{
	size_t k = state_at(rd, i, rd->head.to, ret_kinds);

	if (k > i && tok_mark(&rd->t, k, '(') && tok_among(&rd->t, k + 1, " e ") && tok_mark(&rd->t, k + 2, ')'))
		k += 3;
	return k;
}

/* "| Luc Petit⏎Anne Grand |", "| Luc Petit Anne Grand |": the last cell of a row and the first of the next. */
bool roll_two_cells(const struct name *n)
{
	return n->civility == n->from && n->order == ORDER_NONE && (n->broken_line || n->compounds >= TWO_NAMES);
}

static bool is_state(const struct tokens *t, size_t i)
{
	return tok_among(t, i, " present presente absent absente excuse excusee ");
}

static bool is_marked(const struct tokens *t, size_t sep)
{
	return tok_among(t, sep, " : - | ");
}

static bool is_cell(const struct tokens *t, size_t i)
{
	return t->at[i].shape != SHAPE_LOWER && t->at[i].lines == 0 && is_state(t, i);
}

bool roll_state(const struct reader *rd, size_t i)
{
	unsigned kinds;

	return ((i > rd->head.from && is_marked(&rd->t, i - 1)) || is_cell(&rd->t, i)) && state_at(rd, i, rd->head.to, &kinds) > i;
}

/* "Anne PETIT : présente", "PETIT Anne Présente": the token after the state, *ret_kinds which; i when no row begins here. A state without a mark before it is
 * one of a table in a capital: "M. PETIT présente le budget". */
size_t roll_row(const struct reader *rd, size_t i, struct name *ret, unsigned *ret_kinds)
{
	const size_t name = over_row_number(&rd->t, i), end = name < rd->head.to ? name_read(rd, name, rd->head.to, ret) : name;

	if (end == name || ret->odd || ret->group || roll_two_cells(ret))
		return i;
	const size_t sep = over_function(rd, end);
	const bool marked = is_marked(&rd->t, sep);
	const size_t told = sep + marked;

	/* "GRAND Luc Pouvoir à ROUX Zoé": his proxy stands where the others have their state. */
	if (ret->order != ORDER_NONE && rd->t.at[told].shape == SHAPE_TITLE && rd->t.at[told].lines == 0 && proxy_word(&rd->t, told) && tok_among(&rd->t, told + 1, " a ")) {
		*ret_kinds = LISTE_ABSENTS;
		return told;
	}
	const bool cell = !marked && is_cell(&rd->t, sep) && (ret->order != ORDER_NONE || ret->civility < ret->from);

	if (!marked && !cell)
		return i;
	const size_t next = over_state(rd, sep + marked, ret_kinds);

	return next > sep + marked ? next : i;
}

/* "GRAND Luc absent", "4. GRAND Luc, adjoint n° 12 absent": a row whose colon was lost, or which something was woven into. */
static bool cut_row_at(const struct reader *rd, size_t i)
{
	struct name n;
	const size_t from = over_row_number(&rd->t, i), end = name_read(rd, from, rd->head.to, &n);

	for (size_t k = end; end > from && k < rd->head.to && k < end + CUT_TOKENS && !tok_mark(&rd->t, k, '.'); k++)
		if (is_state(&rd->t, k))
			return true;
	return false;
}

/* Rows stand behind the end of the roll: what cut it was not understood. */
bool roll_row_behind(const struct reader *rd, size_t i)
{
	struct name n;
	unsigned kinds;

	if (cut_row_at(rd, i))
		return true;
	for (; i < rd->head.to; i++)
		if (roll_row(rd, i, &n, &kinds) > i)
			return true;
	return false;
}

/* "PETIT 12/03/2024 Anne Présente" right before the first row that was understood, or "Excusé GRAND Luc": not the title of a column. */
bool roll_row_before(const struct reader *rd, size_t from)
{
	static const char titles[] = " nom noms prenom prenoms membres elus elues conseillers etat presence presences civilite fonction qualite et ou / | present presente presents absent "
				     "absente absents excuse excusee excuses ";
	struct name n;

	for (size_t k = from > rd->head.from + BEFORE_TOKENS ? from - BEFORE_TOKENS : rd->head.from + 1; k < from; k++) {
		if (!is_state(&rd->t, k) && !proxy_word(&rd->t, k))
			continue;
		if (is_state(&rd->t, k) && !tok_among(&rd->t, k - 1, titles) && rd->t.at[k].lines == 0)
			return true;
		for (size_t name = k + 1; name < from; name++)
			if (rd->t.at[name].kind == TOK_WORD && name_read(rd, name, from, &n) > name && (n.order != ORDER_NONE || n.civility < n.from))
				return true;
	}
	return false;
}
