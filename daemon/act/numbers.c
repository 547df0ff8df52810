/* SPDX-License-Identifier: EUPL-1.2 */
/* Whole numbers, in figures or in French words, as they stand in counts, dates and tallies.
 *
 * Words are read by atoms ("quatre-vingt-dix-neuf" is four), also when an extractor lost the hyphens ("vingttrois").
 * What is left over right after a number in words ("deux vingt deux") means it was not understood: nothing is read
 * rather than its beginning.
 *
 * Figures: "6 864" is one number, one single space on one line and groups of exactly three; but a row of numbers ("27
 * 203 3 23") is not, so groups are joined only when no other number follows them.
 */
#include "leaf.h"

#include "landmarks.h"
#include "numbers_priv.h"
#include "words_priv.h"

#define NUMBER_MAX 999999
#define ATOMS_MAX 24
#define ATOM_ET (-1)

/* Those of one letter together, the longer before what it begins with. */
static const struct atom {
	struct str word;
	int value;
} ATOMS[] = {
	{{"cinquante", 9}, 50}, {{"cinq", 4}, 5},      {{"cents", 5}, 100},  {{"cent", 4}, 100},
	{{"douze", 5}, 12},    {{"deux", 4}, 2},       {{"dix", 3}, 10},     {{"et", 2}, ATOM_ET},
	{{"huitante", 8}, 80}, {{"huit", 4}, 8},       {{"mille", 5}, 1000}, {{"mil", 3}, 1000},
	{{"nonante", 7}, 90},  {{"neuf", 4}, 9},       {{"octante", 7}, 80}, {{"onze", 4}, 11},
	{{"quarante", 8}, 40}, {{"quatorze", 8}, 14},  {{"quatre", 6}, 4},   {{"quinze", 6}, 15},
	{{"soixante", 8}, 60}, {{"septante", 8}, 70},  {{"seize", 5}, 16},   {{"sept", 4}, 7},
	{{"six", 3}, 6},       {{"trente", 6}, 30},    {{"treize", 6}, 13},  {{"trois", 5}, 3},
	{{"une", 3}, 1},       {{"un", 2}, 1},	       {{"vingts", 6}, 20},  {{"vingt", 5}, 20},
};

struct atoms {
	int at[ATOMS_MAX + 1];	   /* then one 0 */
	size_t end[ATOMS_MAX + 1]; /* after the token the atom ends, 0 when it ends inside a token */
	size_t n;
};

#define ATOMS_N (sizeof ATOMS / sizeof *ATOMS)

static unsigned char first_atom[32]; /* by first letter, ATOMS_N = none */
unsigned char number_openings[32 * 32 * 32 / 8];

static void let_open(const char *three)
{
	number_openings[three_letters(three) / 8] |= (unsigned char)(1u << three_letters(three) % 8);
}

void number_words_fill(void)
{
	static bool filled;

	if (filled)
		return;
	memset(first_atom, ATOMS_N, sizeof first_atom);
	for (size_t k = ATOMS_N; k > 0; k--) {
		const struct str word = ATOMS[k - 1].word;

		first_atom[word.p[0] & 31] = (unsigned char)(k - 1);
		for (char third = 0; third < 32; third++)
			let_open((const char[]){word.p[0], word.p[1], word.n > 2 ? word.p[2] : third});
	}
	let_open("zero");
	filled = true;
}

static const struct atom *atom_at(struct str s)
{
	number_words_fill();
	for (size_t k = first_atom[s.p[0] & 31]; k < ATOMS_N && ATOMS[k].word.p[0] == s.p[0]; k++)
		if (str_starts(s, ATOMS[k].word))
			return &ATOMS[k];
	return NULL;
}

/* The atoms of one word; false when it is no number word, or there are too many. */
static bool split_word(struct atoms *a, struct str key, size_t end)
{
	size_t first = a->n;
	while (key.n > 0) {
		const struct atom *found = atom_at(key);
		if (!found || a->n == ATOMS_MAX) {
			a->n = first;
			return false;
		}
		a->at[a->n] = found->value;
		a->end[a->n++] = 0;
		key = str_part(key, found->word.n, key.n);
	}
	a->end[a->n - 1] = end;
	return true;
}

static bool is_made_of_atoms(struct str key)
{
	for (size_t n = 0; key.n > 0; n++) {
		const struct atom *found = atom_at(key);

		if (found == NULL || n == ATOMS_MAX)
			return false;
		key = str_part(key, found->word.n, key.n);
	}
	return true;
}

bool is_number_word(struct str key)
{
	if (key.n <= 2)
		return key.n == 2 && key.p[0] == 'u' && key.p[1] == 'n'; /* "et" begins no number */
	return is_made_of_atoms(key) || str_eq(key, STR("zero"));
}

static bool atoms_join(int before, int after)
{
	if (after == 100 || after == 1000 || before >= 100)
		return true;
	if (before == 10)
		return after >= 7 && after <= 9;
	if (before == 4 && after == 20)
		return true;
	return before >= 20 && (after <= 9 || ((before == 20 || before == 60 || before == 80) && after <= 16));
}

bool number_words_join(struct str before, struct str after)
{
	struct atoms a = { .n = 0 }, b = { .n = 0 };

	return is_number_word(before) && is_number_word(after) && split_word(&a, before, 1) && split_word(&b, after, 1) &&
	       atoms_join(a.at[a.n - 1], b.at[0]);
}

static bool is_unit(int v)
{
	return v >= 1 && v <= 9;
}

/* Two units, or twice the same, stand in no number: what follows them is not looked at, or a text of nothing else would
 * be read once for each of its words. */
static bool is_no_number(const struct atoms *a)
{
	const int last = a->n > 0 ? a->at[a->n - 1] : 0, before = a->n > 1 ? a->at[a->n - 2] : 0;

	return before > 0 && (before == last || (is_unit(before) && is_unit(last)));
}

static void collect(struct atoms *a, const struct tokens *t, size_t i)
{
	while (i < t->n && t->at[i].kind == TOK_WORD && !is_no_number(a) && split_word(a, t->at[i].key, i + 1)) {
		i++;
		if (tok_mark(t, i, '-') && !t->at[i].space)
			i++;
	}
	while (a->n > 0 && a->at[a->n - 1] == ATOM_ET)
		a->n--;
	a->at[a->n] = 0;
}

/* 1 to 99; `*at` moves over the atoms taken. 0 = none. */
static int under_hundred(const struct atoms *a, size_t *at)
{
	const int *v = a->at + *at;
	int value = v[0];
	if (value < 1 || value > 90)
		return 0;
	size_t n = 1;
	if (v[0] == 4 && v[1] == 20) {
		value = 80;
		n = 2;
	}
	size_t joined = n + (v[n] == ATOM_ET);
	int next = v[joined];
	bool takes_teens = value == 60 || value == 80;
	if (value >= 20 && is_unit(next) && !(next == 4 && v[joined + 1] == 20)) {
		value += next;
		n = joined + 1;
	} else if (takes_teens && next >= 10 && next <= 16) {
		value += next;
		n = joined + 1;
		if (next == 10 && v[n] >= 7 && v[n] <= 9)
			value += v[n++];
	} else if (value == 10 && v[1] >= 7 && v[1] <= 9) {
		value += v[n++];
	}
	*at += n;
	return value;
}

static int under_thousand(const struct atoms *a, size_t *at)
{
	size_t mark = *at;
	int hundreds = 0;
	if (a->at[*at] == 100) {
		hundreds = 1;
	} else if (a->at[*at] >= 2 && a->at[*at] <= 9 && a->at[*at + 1] == 100) {
		hundreds = a->at[*at];
		++*at;
	}
	if (hundreds > 0)
		++*at;
	else
		*at = mark;
	size_t rest = *at + (hundreds > 0 && a->at[*at] == ATOM_ET);
	int below = under_hundred(a, &rest);
	if (below > 0)
		*at = rest;
	return hundreds * 100 + below;
}

static size_t number_of_atoms(const struct tokens *t, size_t i, int64_t *ret)
{
	struct atoms a;
	size_t at = 0;
	a.n = 0;
	collect(&a, t, i);
	if (a.n == 0 || a.at[0] == ATOM_ET)
		return i;
	int64_t value = a.at[0] == 1000 ? 1 : under_thousand(&a, &at);
	if (a.at[at] == 1000) {
		at++;
		size_t rest = at + (a.at[at] == ATOM_ET);
		int below = under_thousand(&a, &rest);
		value *= 1000;
		if (below > 0) {
			value += below;
			at = rest;
		}
	}
	/* Everything must have been understood, but for an "et" that goes on to another number. */
	if (at == 0 || value > NUMBER_MAX || a.end[at - 1] == 0 || (at != a.n && a.at[at] != ATOM_ET))
		return i;
	*ret = value;
	return a.end[at - 1];
}

size_t number_words(const struct tokens *t, size_t i, int64_t *ret)
{
	if (t->landmarks != NULL && !landmark_at(t->landmarks, LANDMARK_NUMBER_WORD, i))
		return i;
	int64_t value = 0;
	const size_t end = tok_is(t, i, STR("zero")) ? i + 1 : number_of_atoms(t, i, &value);

	if (end == i || number_words_are_cut(t, i, end))
		return i;
	*ret = value;
	return end;
}

bool number_group_follows(const struct tokens *t, size_t i)
{
	return i + 1 < t->n && t->at[i + 1].kind == TOK_NUMBER && t->at[i + 1].key.n == 3 && t->at[i + 1].lines == 0 && number_gap_is_one_space(t, i);
}

bool number_gap_is_one_space(const struct tokens *t, size_t i)
{
	size_t gap = t->at[i + 1].start - t->at[i].end;
	const char *p = t->at[i].key.p + t->at[i].key.n;
	/* One space of any kind: ASCII, NBSP (two bytes), narrow or thin (three). */
	return t->at[i + 1].space && (gap == 1 || (gap == 2 && p[0] == '\xC2') || (gap == 3 && p[0] == '\xE2'));
}

static bool is_ordinal_ending(struct str key)
{
	static const char *const WORDS[] = {"er", "ere", "re", "e", "eme", "nd", "nde", "ieme", "o"};
	for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++) {
		if (key.n > 0 && WORDS[k][0] == key.p[0] && str_eq(key, str_c(WORDS[k])))
			return true;
	}
	return false;
}

/* "12,5", "1.500", "1er", "2°": not a count. */
static bool goes_on(const struct tokens *t, size_t last)
{
	size_t i = last + 1;
	if (i >= t->n || t->at[i].space)
		return false;
	if (t->at[i].kind == TOK_WORD)
		return is_ordinal_ending(t->at[i].key);
	if (tok_is(t, i, STR("°")))
		return true;
	return (tok_mark(t, i, ',') || tok_mark(t, i, '.')) && i + 1 < t->n && t->at[i + 1].kind == TOK_NUMBER &&
	       !t->at[i + 1].space;
}

/* "1 00l": what follows may be the end of the number. */
static bool doubtful_group(const struct tokens *t, size_t i)
{
	return i < t->n && t->at[i].kind == TOK_NUMBER && t->at[i].value < 0 && t->at[i].key.n <= 3 && t->at[i].lines == 0;
}

static size_t number_figures(const struct tokens *t, size_t i, int64_t *ret)
{
	size_t last = i;
	int64_t value = t->at[i].value;
	if (value < 0)
		return i;
	if (t->at[i].key.n <= 3 && t->at[i].key.p[0] != '0') {
		while (last - i <= 1 && number_group_follows(t, last))
			last++;
		if (last + 1 < t->n && t->at[last + 1].kind == TOK_NUMBER && t->at[last + 1].lines == 0)
			last = i;
		if (last - i > 1)
			return i;
	}
	for (size_t k = i + 1; k <= last; k++) {
		if (t->at[k].value < 0)
			return i;
		value = value * 1000 + t->at[k].value;
	}
	if (value > NUMBER_MAX || goes_on(t, last) || doubtful_group(t, last + 1))
		return i;
	*ret = value;
	return last + 1;
}

size_t leaf_number(const struct tokens *t, size_t i, int64_t *ret)
{
	int64_t value;
	size_t end = i;

	if (i >= t->n)
		return i;
	if (t->at[i].kind == TOK_NUMBER)
		end = number_figures(t, i, &value);
	else if (t->at[i].kind == TOK_WORD)
		end = number_words(t, i, &value);
	if (end == i || number_is_cut(t, i, end))
		return i;
	*ret = value;
	return end;
}

size_t roman_at(const struct tokens *t, size_t i)
{
	static const char *const ROMAN[] = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi" };
	size_t n = 0;

	if (!KEY_IN(t, i, ROMAN) || t->at[i].shape == SHAPE_LOWER)
		return 0;
	while (!tok_is(t, i, str_c(ROMAN[n])))
		n++;
	return n + 1;
}
