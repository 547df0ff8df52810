/* SPDX-License-Identifier: EUPL-1.2 */
/* Articles and lists of articles: "L. 2121-29, L. 2122-21 et 2122-22", "L. 2131-1 à 3", "R. 2121-9 et suivants".
 *
 * Ranges keep their bounds: between L. 2121-7 and L. 2121-34 stand articles that no arithmetic finds. Numbers behind a
 * comma are taken only where nothing else could follow ("article L. 2121-20, 3 abstentions" is one article).
 */
#include "references_priv.h"

#include "buf.h"

#define SUBS_MAX 4

static bool is_number(const struct tokens *t, size_t i, size_t digits)
{
	return i < t->n && t->at[i].kind == TOK_NUMBER && t->at[i].key.n <= digits;
}

static bool is_capital_letter(const struct tokens *t, size_t i)
{
	return i < t->n && t->at[i].kind == TOK_WORD && t->at[i].shape == SHAPE_TITLE && t->at[i].key.n == 1;
}

size_t article_head(const struct tokens *t, size_t i, bool *ret_plural)
{
	if (key_is(t, i, "articles") || key_is(t, i, "article")) {
		*ret_plural = t->at[i].key.n == 8;
		return number_sign(t, i + 1);
	}
	if (!key_is(t, i, "art") && !key_is(t, i, "arts"))
		return i;
	*ret_plural = true;
	return tok_mark(t, i + 1, '.') ? i + 2 : i + 1;
}

/* "L-123-6", not "L-2031-12" on its own, which an act may be numbered. */
static bool dash_behind_letter(const struct tokens *t, size_t i, bool head)
{
	return tok_mark(t, i, '-') && tok_tight(t, i) && tok_tight(t, i + 1) && is_number(t, i + 1, head ? 4 : 3) && t->at[i - 1].shape != SHAPE_LOWER && tok_mark(t, i + 2, '-') && tok_tight(t, i + 2);
}

/* "L.", "L.O.", "R*", "d." behind the word article: its canonical form in `out`. */
static size_t letter_at(const struct tokens *t, size_t i, bool head, char out[4])
{
	static const char *const LETTERS[] = {"l", "lo", "r", "d", "a"};
	if (i >= t->n || t->at[i].kind != TOK_WORD || (t->at[i].shape == SHAPE_LOWER && !head) || !KEY_IN(t, i, LETTERS))
		return i;
	size_t n = 0, at = i + 1;
	out[n++] = (char)(t->at[i].key.p[0] - 32);
	if (t->at[i].key.n == 2)
		out[n++] = 'O';
	at += tok_mark(t, at, '.') || dash_behind_letter(t, at, head);
	if (n == 1 && out[0] == 'L' && key_is(t, at, "o") && at > i + 1) {
		out[n++] = 'O';
		at += tok_mark(t, at + 1, '.') ? 2 : 1;
	}
	if (tok_mark(t, at, '*')) {
		out[n++] = '*';
		while (tok_mark(t, at, '*') || tok_mark(t, at, '.'))
			at++;
	}
	out[n] = '\0';
	return is_number(t, at, 4) ? at : i;
}

/* The separator before a part of the number ("-", dotted "2121.10"); i when what stands there is none. */
static size_t separator(const struct tokens *t, size_t i, bool lettered, bool first)
{
	if (tok_mark(t, i, '.'))
		return lettered && tok_tight(t, i) && tok_tight(t, i + 1) && is_number(t, i + 1, 3) ? i + 1 : i;
	if (!tok_mark(t, i, '-') || i + 1 >= t->n)
		return i;
	bool joined = tok_tight(t, i) && (tok_tight(t, i + 1) || t->at[i + 1].lines > 0);
	return joined || (lettered && first && t->at[i].lines == 0 && t->at[i + 1].lines == 0 && is_number(t, i + 1, 3)) ? i + 1 : i;
}

/* Of a word of one letter. */
static struct str capital_of(const struct token *tok)
{
	static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	return (struct str){capitals + (tok->key.p[0] - 'a'), 1};
}

/* "1639 A relatif", "1639 A" at its line's end; not "432-12 A la majorité". */
static bool is_last_letter(const struct tokens *t, size_t i, const struct cited *c)
{
	if (c->lettered || c->key.n < 3 || !is_capital_letter(t, i) || t->at[i].end > t->at[i].start + 1 || t->at[i].lines > 0 || i + 1 >= t->n)
		return false;
	return t->at[i + 1].lines > 0 || (t->at[i + 1].kind == TOK_WORD && t->at[i + 1].shape == SHAPE_LOWER &&
					  !tok_among(t, i + 1, " l la le les un une son sa ses ce cette partir hauteur titre compter "));
}

/* "L. 5214-16 V du code", "1379-0 bis I": its part. Articles put in between are told by A or B, with more letters only where numbers have no hyphen
 * ("L. 135 V", "1519 I", "244 quater X"). */
static bool is_lettered_part(const struct tokens *t, size_t i, const struct cited *c)
{
	return c->hyphenated && is_capital_letter(t, i) && !tok_among(t, i, " a b ") && (c->lettered || tok_among(t, i, " i v x "));
}

static size_t latin_suffix(struct arena *a, const struct tokens *t, size_t i, struct cited *c)
{
	static const char *const LATIN[] = {"bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies", "undecies", "duodecies", "terdecies"};
	static const char *const AFTER[] = {"du", "de", "dudit", "et", "ou", ",", ";", ")"};
	const bool below = is_capital_letter(t, i) && !is_lettered_part(t, i, c) && KEY_IN(t, i + 1, LATIN); /* "1636 B sexies" */
	if (below)
		c->key = ARENA_JOIN(a, c->key, capital_of(&t->at[i++]));
	if (KEY_IN(t, i, LATIN)) {
		c->key = ARENA_JOIN(a, c->key, t->at[i].key);
		i++;
	}
	if (is_lettered_part(t, i, c))
		return i;
	/* "L. 1111-8-1 A du code", by a scanner "L. 100-1 À et": a letter that can only belong to the article. */
	if (is_last_letter(t, i, c) || (is_capital_letter(t, i) && (t->at[i].end == t->at[i].start + 1 || tok_is(t, i, STR("a"))) && KEY_IN(t, i + 1, AFTER))) {
		c->key = ARENA_JOIN(a, c->key, capital_of(&t->at[i]));
		i++;
	}
	return i;
}

/* Also of "l2121", whose letter may be a one elsewhere. */
static int digits_of(const struct token *tok)
{
	int64_t value = 0;

	return str_int(tok->key, &value) ? (int)value : 0;
}

/* "32I1", "321I-2": a letter inside the number. Not "121bis", "8A du code". */
static bool goes_on_in_letters(const struct tokens *t, size_t i)
{
	static const char *const LATIN[] = {"bis", "ter"};

	if (i + 1 >= t->n || !tok_tight(t, i))
		return false;
	if (t->at[i].kind == TOK_NUMBER)
		return true;
	const size_t next = i + 1 + tok_mark(t, i + 1, '-');

	return t->at[i].kind == TOK_WORD && t->at[i].key.n <= 4 && !KEY_IN(t, i, LATIN) && tok_tight(t, i + 1) && next < t->n && tok_tight(t, next) && t->at[next].kind == TOK_NUMBER;
}

/* "L 2 121-15", whose first figure a character recognition set apart, as a thousand is: the number, or 0. "L. 32 11-2" may have lost one. */
static int set_apart(const struct tokens *t, size_t i)
{
	if (!is_number(t, i, 1) || !is_number(t, i + 1, 3) || t->at[i + 1].key.n != 3 || t->at[i + 1].lines > 0 || !tok_mark(t, i + 2, '-') ||
	    !tok_tight(t, i + 2) || !tok_tight(t, i + 3) || !is_number(t, i + 3, 3))
		return 0;
	return digits_of(&t->at[i]) * 1000 + digits_of(&t->at[i + 1]);
}

/* The number from token i, behind `letter` (may be ""). */
static size_t number_at(struct arena *a, const struct tokens *t, size_t i, const char *letter, struct cited *c)
{
	bool lettered = letter[0] != '\0';
	char digits[INT_TEXT];
	if (!is_number(t, i, 4) || digits_of(&t->at[i]) < 1)
		return i;
	const int apart = lettered ? set_apart(t, i) : 0;
	c->key = ARENA_JOIN(a, str_c(letter), int_text(apart > 0 ? apart : digits_of(&t->at[i]), digits));
	c->prefix = 0;
	size_t at = i + 1 + (apart > 0);
	for (unsigned subs = 0; subs < SUBS_MAX; subs++) {
		size_t sub = separator(t, at, lettered, subs == 0);
		bool letter_sub = sub > at && subs > 0 && is_capital_letter(t, sub) && tok_tight(t, sub) && t->at[sub].end == t->at[sub].start + 1;
		if (sub == at || (!letter_sub && !is_number(t, sub, 3)))
			break;
		c->prefix = c->key.n + 1;
		if (letter_sub)
			c->key = ARENA_JOIN(a, c->key, STR("-"), capital_of(&t->at[sub]));
		else
			c->key = ARENA_JOIN(a, c->key, STR("-"), t->at[sub].key);
		at = sub + 1;
	}
	c->lettered = lettered;
	c->hyphenated = c->prefix > 0;
	at += !c->hyphenated && key_is(t, at, "er");
	/* "4°" is a part of an article; "L 2 121-15" was broken by a character recognition. */
	bool broken = !c->hyphenated && at + 1 < t->n && t->at[at].lines == 0 &&
		      (t->at[at].kind == TOK_NUMBER || (t->at[at].key.n == 1 && tok_among(t, at, " i l o z ") && tok_mark(t, at + 1, '-') && tok_tight(t, at + 1) && is_number(t, at + 2, 3)));
	/* "3211-Z" */
	broken |= !c->hyphenated && tok_mark(t, at, '-') && tok_tight(t, at) && is_capital_letter(t, at + 1) && tok_tight(t, at + 1) && tok_among(t, at + 1, " i l o z s b ");
	if (broken || goes_on_in_letters(t, at) || (tok_is(t, at, STR("°")) && tok_tight(t, at)))
		return i;
	return latin_suffix(a, t, at, c);
}

static size_t article_at(struct arena *a, const struct tokens *t, size_t i, bool head, struct cited *c)
{
	char letter[4] = "";
	struct cited read = {.from = i};
	size_t number = letter_at(t, i, head, letter), end;
	if (number == i && !head)
		return i;
	if (key_is(t, i, "premier") && head) {
		read.key = STR("1");
		end = i + 1;
	} else {
		end = number_at(a, t, number, letter, &read);
		if (end == number)
			return i;
	}
	read.end = end;
	*c = read;
	return end;
}

/* After a bare number of a list: nothing that would make it a count of something. */
static bool bare_number_ends(const struct tokens *t, size_t i)
{
	static const char *const AFTER[] = {"et", "ou", "a", "du", "de", "des", "dudit", "modifie", "modifies", "precites", "susvises", "alinea"};
	if (i >= t->n)
		return true;
	if (t->at[i].kind == TOK_WORD)
		return t->at[i].shape != SHAPE_LOWER || KEY_IN(t, i, AFTER);
	return t->at[i].kind == TOK_MARK && !tok_is(t, i, STR("°")) && !tok_is(t, i, STR("€")) && !tok_mark(t, i, '%');
}

/* An item that leans on the one before it: letter or whole prefix left out. */
static size_t leaning(struct arena *a, const struct tokens *t, size_t i, const struct cited *before, struct cited *c)
{
	char letter[4] = "";
	struct cited read = {.from = i};
	for (size_t k = 0; k < 3 && k < before->key.n && (before->key.p[k] < '0' || before->key.p[k] > '9'); k++)
		letter[k] = before->key.p[k];
	size_t end = number_at(a, t, i, letter, &read);
	if (end == i)
		return i;
	if (!read.hyphenated && !bare_number_ends(t, end))
		return i;
	/* "L. 2131-1 et 3", "131-1 et 2" of the code pénal; "9-1 et 10" of a law are two articles. */
	const size_t first = str_find(before->key, STR("-"), 0);
	if (!read.hyphenated && before->hyphenated && (before->lettered || (first >= 3 && t->at[i].key.n < first))) {
		if (!is_number(t, i, 3) || end != i + 1)
			return i;
		read.alone = before->lettered ? (struct str){0} : read.key;
		read.key = arena_printf(a, "%.*s%d", STR_ARG(str_part(before->key, 0, before->prefix)), digits_of(&t->at[i]));
		read.prefix = before->prefix;
		read.hyphenated = true;
	}
	read.end = end;
	*c = read;
	return end;
}

/* "L. 213-10-4 et -5", "D. 213-4-2 à -7": the last part alone. */
static size_t last_part(struct arena *a, const struct tokens *t, size_t i, const struct cited *before, struct cited *c)
{
	if (!before->hyphenated || !tok_mark(t, i, '-') || !t->at[i].space || !is_number(t, i + 1, 3) || !tok_tight(t, i + 1) || goes_on_in_letters(t, i + 2))
		return i;
	struct str key = ARENA_JOIN(a, str_part(before->key, 0, before->prefix), t->at[i + 1].key);
	*c = (struct cited){.key = key, .from = i, .end = i + 2, .prefix = before->prefix, .lettered = before->lettered, .hyphenated = true};
	return c->end;
}

static size_t one_of(struct arena *a, const struct tokens *t, size_t i, bool head, bool lean, const struct cited *before, struct cited *c)
{
	size_t end = article_at(a, t, i, false, c);
	if (end == i)
		end = last_part(a, t, i, before, c);
	if (end == i && head && lean && is_number(t, i, 4))
		end = leaning(a, t, i, before, c);
	return end;
}

/* "à L. 2121-34", "à 3", "et suivants" behind an article. */
static size_t bound(struct arena *a, const struct tokens *t, size_t i, struct cited *c)
{
	struct cited right;
	bool whole = key_is(t, i + 1, "suivants") || key_is(t, i + 1, "suivant");
	bool cut = (key_is(t, i + 1, "s") || key_is(t, i + 1, "ss")) && tok_mark(t, i + 2, '.');
	if (key_is(t, i, "et") && (whole || cut)) {
		c->open = true;
		c->end = whole ? i + 2 : i + 3;
		return c->end;
	}
	if (!key_is(t, i, "a"))
		return i;
	size_t at = i + 1;
	if (key_is(t, at, "l") && tok_mark(t, at + 1, '\''))
		at += 2;
	at += key_is(t, at, "article");
	size_t end = one_of(a, t, at, true, true, c, &right);
	if (end == at)
		return i;
	c->upto = right.key;
	c->end = end;
	return end;
}

/* "à L. 141118 du CGCT": an article of which a mark was lost is not read, and the code behind it is also that of the one before; or i. */
static size_t past_a_damaged(const struct tokens *t, size_t i)
{
	const size_t dot = i + 2, number = dot + tok_mark(t, dot, '.');

	if (number + 1 >= t->n || !tok_among(t, i, " a et ") || !tok_among(t, i + 1, " l r d ") || t->at[i + 1].shape == SHAPE_LOWER || t->at[number].kind != TOK_NUMBER)
		return i;
	return t->at[number].key.n > 4 && t->at[number].key.n < 8 && tok_among(t, number + 1, " du de ") ? number + 1 : i;
}

/* "," "et" "ou" ", et", then "de l'article" and the like: where the next article should stand. */
static size_t list_separator(const struct tokens *t, size_t i, bool *ret_comma, bool *ret_head)
{
	bool plural;
	size_t at = i;
	*ret_comma = *ret_head = false;
	if (tok_mark(t, at, ',')) {
		*ret_comma = true;
		at++;
	}
	if (key_is(t, at, "et") || key_is(t, at, "ou")) {
		*ret_comma = false;
		at++;
	}
	if (at == i)
		return i;
	size_t word = at;
	if (tok_among(t, word, " de des a aux les "))
		word++;
	if (key_is(t, word, "l") && tok_mark(t, word + 1, '\''))
		word += 2;
	size_t after = article_head(t, word, &plural);
	*ret_head = after > word;
	return after > word ? after : at;
}

size_t article_list(struct arena *a, const struct tokens *t, size_t i, bool head, bool plural, struct cited *list, size_t *ret_n)
{
	size_t n = 0, end = article_at(a, t, i, head, &list[0]);
	*ret_n = 0;
	if (end == i)
		return i;
	for (;;) {
		struct cited *c = &list[n++];
		bool comma, again;
		size_t at = bound(a, t, end, c);
		end = past_a_damaged(t, at > end ? at : end);
		size_t next = list_separator(t, portion_skip(t, end), &comma, &again);
		if (n == CITED_MAX || next == portion_skip(t, end))
			break;
		at = again ? article_at(a, t, next, true, &list[n]) : one_of(a, t, next, head, plural || !comma, c, &list[n]);
		if (at == next)
			break;
		list[n].again = again;
		end = at;
	}
	*ret_n = n;
	return end;
}

/* "C", "a" of an article, before what goes on with it. */
static bool is_letter_part(const struct tokens *t, size_t i)
{
	return i < t->n && t->at[i].kind == TOK_WORD && t->at[i].end == t->at[i].start + 1 && t->at[i].lines == 0 && i > 0 && t->at[i - 1].kind == TOK_NUMBER &&
	       (tok_among(t, i + 1, " du dudit et ou ") || tok_mark(t, i + 1, ',') || tok_mark(t, i + 1, ')'));
}

static size_t one_portion(const struct tokens *t, size_t i)
{
	static const char *const RANKS[] = {"premier", "deuxieme", "second", "troisieme", "quatrieme", "cinquieme", "dernier"};
	static const char *const MARKS[] = {"precite", "precites", "susvise", "susvises", "modifie", "modifies"};
	if (key_is(t, i, "alinea") || key_is(t, i, "alineas"))
		return is_number(t, i + 1, 2) ? i + 2 : i;
	if (key_is(t, i, "al"))
		return is_number(t, i + 1 + tok_mark(t, i + 1, '.'), 2) ? i + 2 + tok_mark(t, i + 1, '.') : i;
	if (KEY_IN(t, i, RANKS))
		return key_is(t, i + 1, "alinea") ? i + 2 : i;
	if (is_number(t, i, 2) && tok_is(t, i + 1, STR("°")))
		return i + 2;
	if (is_number(t, i, 2) && tok_tight(t, i + 1) && key_is(t, i + 2, "alinea"))
		return i + 3;
	if (i < t->n && t->at[i].kind == TOK_WORD && t->at[i].key.n == 1 && t->at[i].shape == SHAPE_LOWER && tok_mark(t, i + 1, ')') && tok_tight(t, i + 1))
		return i + 1;
	if (roman_at(t, i) > 0)
		return key_is(t, i + 1, "bis") ? i + 2 : i + 1;
	return is_letter_part(t, i) || KEY_IN(t, i, MARKS) ? i + 1 : i;
}

size_t portion_skip(const struct tokens *t, size_t i)
{
	for (unsigned k = 0; k < 8; k++) {
		size_t at = tok_mark(t, i, ',') || tok_mark(t, i, '(') ? i + 1 : i;
		if (at == i && k > 0 && key_is(t, i, "et"))
			at++;
		size_t end = one_portion(t, at);
		if (end == at)
			return i;
		i = tok_mark(t, end, ')') ? end + 1 : end;
	}
	return i;
}
