/* SPDX-License-Identifier: EUPL-1.2 */
/* Numbers of which only a part was understood: a sign joins the digits to others ("2-6", "2·6"), a word beside a number in words is
 * one with a slip ("vinght-trois", "di x-huit", "vingt trols"). Such a part is a wrong number, so nothing is read.
 *
 * A slip is one letter more, less, other or exchanged; in a short word a letter that looks like it, or every French word would be one.
 */
#include "fold.h"
#include "letters.h"
#include "numbers_priv.h"
#include "words_priv.h"

#define PIECES_ROOM 16
#define CELLS_MOST 12
#define STRANGE_TOKENS 4
#define LETTERS_FOR_A_SLIP 5
#define LETTERS_FOR_A_LETTER 4

static bool is_glued(const struct tokens *t, size_t i) /* to the token before it */
{
	return i > 0 && i < t->n && !t->at[i].space;
}

static bool is_kind(const struct tokens *t, size_t i, enum token_kind kind)
{
	return i < t->n && t->at[i].kind == kind;
}

static uint32_t sign_of(const struct tokens *t, size_t i)
{
	uint32_t cp = 0;

	utf8_next(t->at[i].key, 0, &cp);
	return cp;
}

static bool is_lost_character(const struct tokens *t, size_t i)
{
	return is_kind(t, i, TOK_MARK) && sign_of(t, i) == 0xfffd;
}

/* "²", "④", "٢" */
static bool is_other_digit(const struct tokens *t, size_t i)
{
	return is_kind(t, i, TOK_MARK) && cp_is_digit(sign_of(t, i));
}

/* "hult" for "huit", "dlx" for "dix". */
static bool is_one_other_letter(struct str key, struct str word)
{
	const bool any = word.n >= LETTERS_FOR_A_LETTER;
	size_t others = 0;

	if (key.n != word.n || key.p[0] != word.p[0])
		return false;
	for (size_t k = 1; k < key.n; k++)
		if (key.p[k] != word.p[k])
			others += any || (key.p[k] == 'l' && word.p[k] == 'i') ? 1 : 2;
	return others == 1;
}

static bool is_a_slip(struct str key)
{
	static const char *const words[] = { "vingt",	"trente", "quarante", "cinquante", "soixante", "quatre", "trois", "treize", "quatorze",
					     "quinze",	"seize",  "douze",    "deux",	   "cinq",     "sept",	 "huit",  "neuf",   "onze",
					     "dix",	"six",	  NULL };

	if (key.n < 3 || is_number_word(key))
		return false;
	for (size_t k = 0; words[k] != NULL; k++) {
		const struct str word = str_c(words[k]);

		/* One slip leaves the first letter or the last one. */
		if (key.p[0] != word.p[0] && key.p[key.n - 1] != word.p[word.n - 1])
			continue;
		if (word.n < LETTERS_FOR_A_SLIP ? is_one_other_letter(key, word) : letters_apart(key, word, 1) <= 1)
			return true;
	}
	return false;
}

/* "di x", "hu it": two pieces that make a word, neither of which is one. */
static bool are_pieces(const struct tokens *t, size_t i)
{
	char room[PIECES_ROOM];

	if (!is_kind(t, i, TOK_WORD) || !is_kind(t, i + 1, TOK_WORD) || t->at[i + 1].lines > 0)
		return false;
	const struct str a = t->at[i].key, b = t->at[i + 1].key;

	if (a.n + b.n > sizeof room || is_number_word(a) || is_number_word(b))
		return false;
	memcpy(room, a.p, a.n);
	memcpy(room + a.n, b.p, b.n);
	return is_number_word((struct str){ room, a.n + b.n });
}

static bool damaged_word_ends_at(const struct tokens *t, size_t i)
{
	return is_kind(t, i, TOK_WORD) && (is_a_slip(t->at[i].key) || (i > 0 && are_pieces(t, i - 1)));
}

static bool damaged_word_at(const struct tokens *t, size_t i)
{
	return is_kind(t, i, TOK_WORD) && (is_a_slip(t->at[i].key) || are_pieces(t, i));
}

/* Between two pieces of a word: no sign that people put between two words. */
static bool is_joiner(const struct tokens *t, size_t i)
{
	return is_kind(t, i, TOK_MARK) && (sign_of(t, i) == 0xb7 || tok_among(t, i, " - / _ * + ~ ") || is_lost_character(t, i));
}

static bool is_of_words(const struct tokens *t, size_t i)
{
	return is_kind(t, i, TOK_WORD) || is_kind(t, i, TOK_NUMBER);
}

bool number_words_are_cut(const struct tokens *t, size_t i, size_t end)
{
	if (is_kind(t, end, TOK_NUMBER) && is_glued(t, end))
		return true;
	const bool article = end == i + 1 && tok_among(t, i, " un une ");

	if (!article && ((t->at[i].lines <= 1 && damaged_word_ends_at(t, i - 1)) || (t->at[end].lines <= 1 && damaged_word_at(t, end))))
		return true;
	if (i > 1 && is_joiner(t, i - 1) && (is_glued(t, i) || is_glued(t, i - 1)) &&
	    ((is_glued(t, i) && is_glued(t, i - 1) && is_of_words(t, i - 2)) || damaged_word_ends_at(t, i - 2) || is_lost_character(t, i - 1)))
		return true;
	return is_joiner(t, end) && (is_glued(t, end) || is_glued(t, end + 1)) &&
	       ((is_glued(t, end) && is_glued(t, end + 1) && is_of_words(t, end + 1)) || damaged_word_at(t, end + 1) || is_lost_character(t, end));
}

/* Signs that stand between words as well: only where both sides are one number without them ("dix, huit"; not "deux, trois"). */
static bool is_parted(const struct tokens *t, size_t i)
{
	return is_kind(t, i, TOK_MARK) && tok_among(t, i, " , . ; | ' ") && !(tok_mark(t, i, '.') && t->at[i + 1].space) &&
	       is_kind(t, i - 1, TOK_WORD) && is_kind(t, i + 1, TOK_WORD) && number_words_join(t->at[i - 1].key, t->at[i + 1].key);
}

/* One sign, as often as it stands there, or one letter. */
static bool is_same_joiner(const struct tokens *t, size_t i, size_t first)
{
	return is_kind(t, i, TOK_MARK) ? str_eq(t->at[i].key, t->at[first].key) : i == first && is_kind(t, i, TOK_WORD) && utf8_count(t->at[i].key) == 1;
}

/* "|15|12|2|": fenced from its first cell on, unlike "2|6". */
static bool is_in_cells(const struct tokens *t, size_t i)
{
	size_t k = i;

	for (unsigned cells = 0; cells < CELLS_MOST && k > 0 && tok_mark(t, k - 1, '|'); cells++) {
		if (k < 2 || t->at[k - 2].kind != TOK_NUMBER)
			return true;
		k -= 2;
	}
	return i - k == 2 * CELLS_MOST;
}

/* "1Z", "1q": a letter that a scanner or a keyboard made of a figure, and that counts and measures nothing. */
static bool is_a_figure_lost(const struct tokens *t, size_t i)
{
	return is_glued(t, i) && is_kind(t, i, TOK_WORD) && utf8_count(t->at[i].key) == 1 && ((unsigned char)t->at[i].key.p[0] >= 0x80 || tok_among(t, i, " a b i q s x z "));
}

static bool digits_go_on(const struct tokens *t, size_t end)
{
	size_t k = end;

	if (is_a_figure_lost(t, end))
		return true;
	if (is_glued(t, end) && (is_lost_character(t, end) || (is_other_digit(t, end) && sign_of(t, end) >= 0x80)))
		return true; /* "26¹" has the mark of a note */
	while (is_glued(t, k) && is_same_joiner(t, k, end))
		k++;
	return k > end && is_kind(t, k, TOK_NUMBER) && is_glued(t, k);
}

static bool digits_begin_before(const struct tokens *t, size_t i)
{
	size_t k = i;

	if (is_glued(t, i) && (is_lost_character(t, i - 1) || is_other_digit(t, i - 1)))
		return true;
	while (k > 0 && is_glued(t, k) && is_same_joiner(t, k - 1, i - 1))
		k--;
	return k > 0 && k < i && is_kind(t, k - 1, TOK_NUMBER) && is_glued(t, k);
}

bool number_is_cut(const struct tokens *t, size_t i, size_t end)
{
	if (t->at[i].kind == TOK_NUMBER)
		return !is_in_cells(t, i) && (digits_begin_before(t, i) || digits_go_on(t, end));
	return (i > 1 && is_parted(t, i - 1)) || is_parted(t, end);
}

bool number_is_strange(const struct tokens *t, size_t i)
{
	if (is_other_digit(t, i) || is_lost_character(t, i) || damaged_word_at(t, i) || (is_kind(t, i, TOK_WORD) && is_number_word(t->at[i].key)))
		return true;
	for (size_t k = i; k < i + STRANGE_TOKENS && is_kind(t, k, TOK_WORD) && t->at[k].lines == 0; k++) {
		const size_t next = k + 1 + is_joiner(t, k + 1);

		if (is_lost_character(t, k + 1) && (is_glued(t, k + 1) || is_glued(t, k + 2)))
			return true;
		if (is_glued(t, k + 1) && is_glued(t, next) && (is_kind(t, next, TOK_NUMBER) || (next > k + 1 && is_kind(t, next, TOK_WORD) && is_number_word(t->at[next].key))))
			return true;
	}
	return false;
}

/* "le 12 Page 2/6 mars", "Page 2 sur 6 mars", "les 5/6 mars": at the number behind. */
static bool is_behind_a_page_or_a_day(const struct tokens *t, size_t i)
{
	if (i < 2 || !tok_among(t, i - 1, " / sur ") || !is_kind(t, i - 2, TOK_NUMBER))
		return false;
	return (is_glued(t, i) && is_glued(t, i - 1)) || (i > 2 && (tok_among(t, i - 3, " page p ") || is_kind(t, i - 3, TOK_NUMBER)));
}

bool number_is_rest_of_a_day(const struct tokens *t, size_t i)
{
	const struct token *before = i > 0 ? &t->at[i - 1] : NULL;

	if (is_behind_a_page_or_a_day(t, i))
		return true;
	if (before == NULL || t->at[i].key.n != 1 || t->at[i].lines > 0)
		return false;
	if (before->kind == TOK_NUMBER || t->at[i].space)
		return before->kind == TOK_NUMBER && before->key.n == 1;
	return before->kind == TOK_WORD ? before->key.n == 1 :
					   (tok_mark(t, i - 1, '.') || tok_mark(t, i - 1, '\'') || tok_mark(t, i - 1, ',')) && i > 1 && t->at[i - 2].kind == TOK_NUMBER && t->at[i - 2].key.n == 1;
}
