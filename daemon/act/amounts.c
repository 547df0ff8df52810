/* SPDX-License-Identifier: EUPL-1.2 */
/* Amounts in euros, as whole cents.
 *
 * A number is an amount only with its unit behind it. Where the spaces between groups of figures leave two readings
 * ("657  500 €" in a table, "20⏎000 €" at a line end where no sum is announced) nothing is read: neither 500 € nor 657 500 € is sure. Amounts in
 * words are left out: acts repeat them in figures, and counting both would double them.
 */
#include "leaf.h"
#include "bounds.h"
#include "landmarks.h"
#include "numbers_priv.h"
#include "words_priv.h"

#define CODE_DIGITS 8 /* a date in an identifier */
#define STAMP_TOKENS 9 /* from that date to the end of the identifier */
#define LOST_COMMA_DIGITS 6
#define LINE_TOKENS 12
#define SUM_TOKENS 5 /* from "montant" to the sum */
#define EUROS_MAX INT64_C(1000000000000)

static bool is_number(const struct tokens *t, size_t i)
{
	return i < t->n && t->at[i].kind == TOK_NUMBER && t->at[i].value >= 0;
}

static bool is_one_of(const struct tokens *t, size_t i, const char *one, const char *other)
{
	return tok_is_word(t, i, one) || tok_is_word(t, i, other);
}

/* "20.000", "20'000": groups of three behind dots or apostrophes. */
static bool marked_group_follows(const struct tokens *t, size_t i)
{
	return (tok_mark(t, i + 1, '.') || tok_mark(t, i + 1, '\'')) && tok_tight(t, i + 1) && is_number(t, i + 2) && tok_tight(t, i + 2) && t->at[i + 2].key.n == 3;
}

/* "un montant de 16⏎455,32 €", from the 16: a sum is announced, and its next group opens the line below. */
static bool sum_goes_on_below(const struct tokens *t, size_t i, size_t last)
{
	static const char *const SUMS[] = {"montant", "montants", "somme", "sommes", "prix", "hauteur", "eleve", "elevent", "subvention", "depense", "depenses", "recette", "recettes", "cout",
					   "budget", "aide", "participation", "enveloppe", "total", "chiffre", "estime", "estimee", "acompte", "emprunt", "loyer", "soit"};
	const size_t group = last + 1;

	if (i < 2 || !is_number(t, group) || t->at[group].key.n != 3 || t->at[group].lines != 1 || t->at[i].lines > 0 || t->at[i].key.n > 3)
		return false;
	if (tok_is_word(t, i - 1, "soit"))
		return true;
	for (size_t k = i - 1; is_one_of(t, i - 1, "de", "a") && k > 0 && i - k < SUM_TOKENS && t->at[k].kind == TOK_WORD; k--)
		if (KEY_IN(t, k - 1, SUMS))
			return true;
	return false;
}

/* The whole part from token i; the token after it, or i when it is none. */
static size_t whole_part(const struct tokens *t, size_t i, int64_t *ret)
{
	if (!is_number(t, i))
		return i;
	int64_t value = t->at[i].value;
	size_t at = i;
	if (t->at[i].key.n > 1 && t->at[i].key.p[0] == '0')
		return i;
	bool leads = t->at[i].key.n <= 3 && value > 0;
	while (leads && (marked_group_follows(t, at) || number_group_follows(t, at) || sum_goes_on_below(t, i, at))) {
		at += marked_group_follows(t, at) ? 2 : 1;
		if (!is_number(t, at))
			return i;
		value = value * 1000 + t->at[at].value;
		if (value > EUROS_MAX)
			return i;
	}
	*ret = value;
	return at + 1;
}

/* Figures after a comma or a dot: "50" of "20 000,50". */
static size_t decimals(const struct tokens *t, size_t i, int64_t *ret, int64_t *ret_scale)
{
	if (!(tok_mark(t, i, ',') || tok_mark(t, i, '.')) || !tok_tight(t, i) || !is_number(t, i + 1) || !tok_tight(t, i + 1))
		return i;
	if (t->at[i + 1].key.n > 6)
		return i;
	*ret = t->at[i + 1].value;
	for (size_t k = 0; k < t->at[i + 1].key.n; k++)
		*ret_scale *= 10;
	return i + 2;
}

/* "90,34788 €" is no amount, and 34788 is not one either. */
static bool ends_another_number(const struct tokens *t, size_t i)
{
	return i >= 2 && (tok_mark(t, i - 1, ',') || tok_mark(t, i - 1, '.') || tok_mark(t, i - 1, '\'')) && tok_tight(t, i - 1) && tok_tight(t, i) && is_number(t, i - 2);
}

/* "ID : 031-PV12032031-0€": a scanner's "-DE". */
static bool ends_a_code(const struct tokens *t, size_t i)
{
	return i >= 2 && tok_mark(t, i - 1, '-') && tok_tight(t, i - 1) && tok_tight(t, i) && t->at[i - 2].kind == TOK_NUMBER && t->at[i - 2].key.n >= CODE_DIGITS;
}

/* "38 euros 50", "12 € 50 centimes", "12€50": the token behind the figures, or `next` where none follow; -1 where they may count what comes next. */
static size_t centimes_behind(const struct tokens *t, size_t unit, size_t next, int64_t *ret)
{
	static const char *const UNCOUNTED[] = {"par", "le", "la", "et", "ou", "ht", "ttc"};
	const size_t behind = next + 1;

	*ret = 0;
	if (!is_number(t, next) || t->at[next].key.n != 2 || t->at[next].lines > 0 || unit + 1 != next || number_group_follows(t, next) || amount_unit_word(t, behind))
		return next;
	if (is_one_of(t, behind, "centime", "centimes") || is_one_of(t, behind, "cts", "ct")) {
		*ret = t->at[next].value;
		return behind + 1;
	}
	if (tok_is(t, unit, STR("€")) && t->at[next].space)
		return next;
	/* "15 euros 20 par jour", not "20 pour" of a vote. */
	const bool goes_on = behind < t->n && t->at[behind].lines == 0 && t->at[behind].kind == TOK_WORD && !KEY_IN(t, behind, UNCOUNTED);
	const bool is_part = tok_mark(t, behind, ',') || tok_mark(t, behind, '.') || tok_mark(t, behind, '/') || tok_mark(t, behind, '-') || tok_mark(t, behind, '%');

	*ret = goes_on || (is_part && is_number(t, behind + 1) && tok_tight(t, behind + 1)) ? -1 : t->at[next].value;
	return behind;
}

size_t leaf_amount(const struct tokens *t, size_t i, int64_t *ret_cents)
{
	int64_t whole, part = 0, scale = 1, centimes;
	size_t at = whole_part(t, i, &whole), next;
	if (at == i || ends_another_number(t, i) || ends_a_code(t, i))
		return i;
	at = decimals(t, at, &part, &scale);
	int64_t factor = amount_unit_at(t, at, &next);
	if (factor == 0 || whole > EUROS_MAX / factor)
		return i;
	const size_t behind = centimes_behind(t, at, next, &centimes);

	if (centimes < 0 || (centimes > 0 && (factor > 1 || scale > 1)))
		return i;
	int64_t cents = whole * factor * 100 + centimes;
	/* Three decimals of a euro are no amount; three of a million are. */
	if (part * factor * 100 % scale != 0 || (factor == 1 && scale > 100))
		return i;
	*ret_cents = cents + part * factor * 100 / scale;
	return behind;
}

static bool is_year(const struct tokens *t, size_t i)
{
	return t->at[i].key.n == 4 && t->at[i].value >= 1900 && t->at[i].value < 2100 && i > 0 && t->at[i - 1].kind == TOK_WORD;
}

/* "4 120, 50 €", "5, 3 millions d'euros", "15.⏎536,40 €": what stands before the mark may be the beginning of the amount. */
static bool may_end_another(const struct tokens *t, size_t i)
{
	const bool dot = i >= 2 && tok_mark(t, i - 1, '.'), group = t->at[i].key.n == 3;

	if (i < 2 || !(dot || tok_mark(t, i - 1, ',')) || !tok_tight(t, i - 1) || tok_tight(t, i) || !is_number(t, i - 2) || is_year(t, i - 2))
		return false;
	return dot ? group : t->at[i].key.n <= 3 && !is_number(t, i + 1) && !(tok_mark(t, i + 1, ',') || tok_mark(t, i + 1, '.'));
}

static bool is_doubtful(const struct tokens *t, size_t i)
{
	return t->at[i].kind == TOK_NUMBER && t->at[i].value < 0 && t->at[i].key.n <= 9;
}

/* "1l 345 €": 345 is the end of another amount. */
static bool follows_a_damaged_one(const struct tokens *t, size_t i)
{
	return i >= 2 && t->at[i].key.n == 3 && t->at[i].lines == 0 && !t->at[i - 1].space && is_doubtful(t, i - 2);
}

/* "compte 2156          €": the number of an account, and the amount was left blank. */
static bool is_of_an_account(const struct tokens *t, size_t i)
{
	static const char *const HEADS[] = {"compte", "comptes", "chapitre", "chapitres", "article", "articles", "imputation"};

	return i > 0 && KEY_IN(t, i - 1, HEADS);
}

/* "5 G45,28 €", "5 6B2,28 €": the letter was a figure. */
static bool follows_a_letter_among_figures(const struct tokens *t, size_t i)
{
	return i >= 2 && tok_tight(t, i) && t->at[i - 1].kind == TOK_WORD && t->at[i - 1].key.n == 1 && t->at[i - 1].shape != SHAPE_LOWER && t->at[i - 1].lines == 0 &&
	       is_number(t, i - 2);
}

/* "56 69276 €", "98 42,50 €": groups that make no number. Not "041 12,50 €", "23 0,00 €", rows of a table, nor "240 m2 12,50 €". */
static bool is_no_group(const struct tokens *t, size_t i, size_t row)
{
	if (i == row || t->at[i].key.n == 1 || t->at[i].key.n == 3 || t->at[i].lines > 0 || t->at[i - 1].key.n > 3 || t->at[i - 1].key.p[0] == '0')
		return false;
	return number_gap_is_one_space(t, i - 1) && t->at[i - 1].space && !is_of_an_account(t, row);
}

/* Behind "031-213100019-20310225-" of a stamp's line, with no word between: its number, and "0€" for a scanner's "DE". */
static bool is_in_a_stamp(const struct tokens *t, size_t i)
{
	for (size_t k = i; k > 2 && i - k < STAMP_TOKENS && t->at[k].lines == 0; k--) {
		const struct token *before = &t->at[k - 1];

		if (before->kind == TOK_NUMBER && before->key.n == CODE_DIGITS && tok_mark(t, k, '-') && tok_mark(t, k - 2, '-'))
			return true;
		if (before->kind == TOK_WORD && (before->shape == SHAPE_LOWER || tok_is(t, k - 1, STR("de"))))
			return false;
	}
	return false;
}

/* "A12 12001 0€": a scanner's "-DE" at a stamp's end. */
static bool is_a_stamps_end(const struct tokens *t, size_t i, size_t row)
{
	return (i > row && tok_is(t, i, STR("0")) && tok_is(t, i + 1, STR("€")) && tok_tight(t, i + 1)) || is_in_a_stamp(t, i);
}

/* "CM10 792 203 €": a code, and a sum in the next column. */
static bool follows_a_code(const struct tokens *t, size_t i)
{
	return i > 0 && tok_tight(t, i) && t->at[i - 1].kind == TOK_WORD && t->at[i - 1].shape == SHAPE_UPPER && amount_past_the_tax(t, i - 1) == i - 1 && number_group_follows(t, i);
}

/* "272 272 418,63 € 418,63 €": two cells, each written over two lines. */
static bool is_of_torn_cells(const struct tokens *t, size_t i)
{
	const size_t groups = i + 2, end = groups + 3;

	if (!number_group_follows(t, i) || !number_group_follows(t, i + 1) || !tok_is(t, i, t->at[i + 1].key) || end + 2 >= t->n)
		return false;
	return tok_mark(t, groups + 1, ',') && tok_is(t, end, STR("€")) && tok_is(t, end + 1, t->at[groups].key) && tok_mark(t, end + 2, ',');
}

/* "040 2192836€ | 021 Virement 9 505,38€": six figures and more in one run, in a row of sums with their cents. */
static bool has_lost_its_comma(const struct tokens *t, size_t i)
{
	if (t->at[i].key.n < LOST_COMMA_DIGITS || tok_mark(t, i + 1, ',') || tok_mark(t, i + 1, '.'))
		return false;
	for (size_t k = i + 1; k + 1 < t->n && k < i + LINE_TOKENS && t->at[k].lines == 0; k++)
		if (tok_mark(t, k, ',') && is_number(t, k + 1) && t->at[k + 1].key.n == 2 && tok_tight(t, k + 1) && amount_unit_word(t, k + 2))
			return true;
	return false;
}

/* The row of numbers that starts at i: its end, and whether the groups of its last amount can be told apart. */
static size_t row_end(const struct tokens *t, size_t i, bool *ret_sure)
{
	const size_t row = i;

	*ret_sure = !is_doubtful(t, i) && !follows_a_damaged_one(t, i) && !follows_a_code(t, i) && !is_of_torn_cells(t, i) && !(ends_another_number(t, i) && number_group_follows(t, i)) && !follows_a_letter_among_figures(t, i);
	while (i + 1 < t->n && t->at[i + 1].kind == TOK_NUMBER && t->at[i + 1].space) {
		if (t->at[i + 1].key.n == 3 && !number_group_follows(t, i) && t->at[i].key.n <= 3 && !sum_goes_on_below(t, row, i))
			*ret_sure = false;
		*ret_sure &= !is_doubtful(t, i + 1);
		i++;
	}
	*ret_sure &= !is_no_group(t, i, row) && !is_a_stamps_end(t, i, row) && !has_lost_its_comma(t, i);
	return i + 1;
}

/* A unit, or a sign that may go on with the number: most numbers count something else. */
static bool may_follow_a_row(const struct tokens *t, size_t i)
{
	return amount_unit_word(t, i) || amount_unit_elided(t, i) || (t->at[i].kind == TOK_MARK && tok_tight(t, i));
}

static size_t next_number(const struct tokens *t, size_t i, size_t to)
{
	i = landmark_next(t->landmarks, LANDMARK_NUMBER, i, to);
	while (i < to && i < t->n && t->at[i].kind != TOK_NUMBER)
		i++;
	return i;
}

/* "45o €": the letter was a figure. */
static bool letter_before_a_unit(const struct tokens *t, size_t i)
{
	static const char *const FIGURES[] = {"o", "l", "i", "s", "b", "z"};

	return i < t->n && t->at[i].key.n == 1 && tok_tight(t, i) && KEY_IN(t, i, FIGURES) && amount_unit_word(t, i + 1);
}

/* Behind the row of numbers [i, end), none of which was read as an amount, stands its unit: a sum all the same. Not a blank of an account, nor the
 * end of a stamp or of a number with more decimals, which was seen. */
static bool is_unread_sum(const struct tokens *t, size_t i, size_t end)
{
	int64_t part, scale = 1;
	size_t next;

	if (is_of_an_account(t, i) || ends_another_number(t, i) || ends_a_code(t, end - 1) || is_a_stamps_end(t, end - 1, i) || t->at[end - 1].lines > 1)
		return false;
	const int64_t factor = amount_unit_at(t, letter_before_a_unit(t, end) ? end + 1 : decimals(t, end, &part, &scale), &next);

	return factor > 1 || (factor == 1 && scale <= 100); /* "0,041 € le litre" is a rate */
}

static void leave_out(struct arena *a, const struct tokens *t, size_t i, size_t end, struct sums_left *left)
{
	const bool damaged = i >= 2 && t->at[i].lines == 0 && tok_tight(t, i - 1) && t->at[i - 2].kind == TOK_NUMBER &&
			     (tok_mark(t, i - 1, ',') || tok_mark(t, i - 1, '.') || t->at[i - 1].key.n == 1);
	if (left == NULL)
		return;
	/* "15o 000 €", "4 120, 50 €": as far as its first figure. */
	for (i -= damaged ? 2 : 0; damaged && i > 0 && t->at[i].lines == 0 && t->at[i - 1].kind == TOK_NUMBER; i--)
		;
	*ARENA_PUSH(a, left) = (struct span){t->at[i].start, t->at[end].end};
}

void leaf_amounts(struct arena *a, const struct tokens *t, size_t from, size_t to, struct item **ret, size_t *ret_n, struct sums_left *ret_left)
{
	struct {
		struct item *at;
		size_t n, cap;
	} list = {0};
	size_t below = 0, behind = 0;
	for (size_t i = from; (i = next_number(t, i, to)) < to && i < t->n && list.n < LIMIT_LIST_ITEMS;) {
		const size_t row = i;
		int64_t cents = 0;
		bool sure;
		size_t end = row_end(t, i, &sure), next = i;
		sure = sure && may_follow_a_row(t, end);
		if (is_of_an_account(t, i) && number_group_follows(t, i))
			sure = false;
		else if (is_of_an_account(t, i))
			i++;
		for (; sure && i < end; i++) {
			next = leaf_amount(t, i, &cents);
			if (next > i)
				break;
		}
		if (next <= i || next > to) {
			if (end < to && (may_follow_a_row(t, end) || letter_before_a_unit(t, end)) && is_unread_sum(t, row, end))
				leave_out(a, t, row, letter_before_a_unit(t, end) ? end + 1 : end, ret_left);
			i = end;
			continue;
		}
		const bool negative = amount_is_below_zero(t, i, next) || amount_goes_on_below_zero(t, below, i);
		if (negative)
			below = next;
		if (negative || (may_end_another(t, i) && i > behind + 1)) {
			leave_out(a, t, negative ? i - 1 : i, next - 1, ret_left);
			i = next;
			continue;
		}
		struct item *item = ARENA_PUSH(a, &list);
		item->span = (struct span){t->at[i].start, t->at[next - 1].end};
		item->centimes = cents;
		behind = i = next;
	}
	*ret = list.at;
	*ret_n = list.n;
}
