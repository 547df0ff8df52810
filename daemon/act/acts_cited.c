/* SPDX-License-Identifier: EUPL-1.2 */
/* Laws, decrees, ordonnances and European texts, by number, by date or by the name everybody uses.
 *
 * An arrêté, a circulaire or an instruction has no number of its own kind that a rule could look for; they are left to
 * the visas' text.
 */
#include "references_priv.h"

#define JOURNAL_TOKENS 6 /* from the date of a text to "publié au JOUE" */
#define TITLE_BETWEEN 16 /* words between "loi" and "n°": "loi de finances initiale pour 2023 n° 2022-1726" */

static const struct name {
	const char *phrase, *number;
} NAMES[] = {
	{"notre", "2015-991"},
	{"maptam", "2014-58"},
	{"3ds", "2022-217"},
	{"alur", "2014-366"},
	{"elan", "2018-1021"},
	{"asap", "2020-1525"},
	{"egalim", "2018-938"},
	{"sapin 2", "2016-1691"},
	{"sapin ii", "2016-1691"},
	{"engagement et proximite", "2019-1461"},
	{"climat et resilience", "2021-1104"},
};

static const struct dated {
	struct date date;
	const char *number;
} DATED[] = {
	{{1982, 3, 2}, "82-213"},
};

size_t number_sign(const struct tokens *t, size_t i)
{
	if (key_is(t, i, "numero") || key_is(t, i, "no") || key_is(t, i, "n°"))
		return i + 1;
	if (!key_is(t, i, "n"))
		return i;
	if (tok_is(t, i + 1, STR("°")))
		return i + 2;
	return key_is(t, i + 1, "o") && i + 2 < t->n && t->at[i + 2].kind == TOK_NUMBER ? i + 2 : i;
}

static bool is_number(const struct tokens *t, size_t i, size_t most)
{
	return i < t->n && t->at[i].kind == TOK_NUMBER && t->at[i].key.n <= most;
}

/* "du 12 avril 2000", "en date du …" */
static size_t dated_at(const struct tokens *t, size_t i, struct date *ret)
{
	int weekday;
	size_t at = i;
	if (key_is(t, at, "en") && key_is(t, at + 1, "date"))
		at += 2;
	if (key_is(t, at, "du"))
		at++;
	if (at == i)
		return i;
	size_t end = leaf_date(t, at, ret, &weekday);
	return end > at ? end : i;
}

/* "2000-321", "82-213", "2015-⏎991"; with a space on the right alone ("2015- 991", "91. 1415") where a date follows. */
static size_t act_number(struct arena *a, const struct tokens *t, size_t i, struct str *ret)
{
	struct date date;

	if (!is_number(t, i, 4) || (t->at[i].key.n != 2 && t->at[i].key.n != 4))
		return i;
	if (!(tok_mark(t, i + 1, '-') || (tok_mark(t, i + 1, '.') && !t->at[i + 1].space)) || !is_number(t, i + 2, 5))
		return i;
	if (t->at[i + 2].space && t->at[i + 2].lines == 0 && !t->at[i + 1].space && dated_at(t, i + 3, &date) == i + 3)
		return i;
	*ret = arena_printf(a, "%.*s-%.*s", STR_ARG(t->at[i].key), STR_ARG(t->at[i + 2].key));
	return i + 3;
}

/* "(LOTI)", "« Barnier »" at token i: the name that a text goes by; the token after it, or i. */
static size_t short_name(const struct tokens *t, size_t i)
{
	bool quoted = tok_mark(t, i, '"') || tok_is(t, i, STR("«")), bracket = tok_mark(t, i, '(');
	size_t word = i + (quoted || bracket), close = word + 1;
	if (close >= t->n || t->at[word].kind != TOK_WORD || t->at[word].shape == SHAPE_LOWER || t->at[word].key.n < 2 || t->at[word].lines > 1)
		return i;
	if (bracket)
		return tok_mark(t, close, ')') && t->at[word].shape == SHAPE_UPPER ? close + 1 : i;
	return !quoted ? close : tok_mark(t, close, '"') || tok_is(t, close, STR("»")) ? close + 1 : i;
}

/* The "n°" of a text whose title stands between; or, at *ret_day, the date behind "(LOTI)" where a title ends. */
static size_t number_after_title(const struct tokens *t, size_t i, size_t *ret_day)
{
	static const char *const STOPS[] = {"loi",     "decret",   "ordonnance", "code",
					    "article", "articles", "vu",	 "deliberation"};
	struct date date;
	size_t name;
	for (size_t at = i; at < i + TITLE_BETWEEN && at < t->n; at++) {
		size_t end = number_sign(t, at);
		if (end > at)
			return end;
		if (tok_mark(t, at, '(') && (name = short_name(t, at)) > at) {
			if (dated_at(t, name, &date) > name) {
				*ret_day = name;
				return i;
			}
			at = name - 1;
			continue;
		}
		if ((t->at[at].kind == TOK_MARK && !tok_mark(t, at, '\'') && !tok_mark(t, at, '-')) ||
		    KEY_IN(t, at, STOPS))
			return i;
	}
	return i;
}

static size_t by_name(struct arena *a, const struct tokens *t, size_t i, struct str *ret)
{
	/* "notre loi" is nobody's name. */
	if (i >= t->n || (t->at[i].kind == TOK_WORD && t->at[i].shape == SHAPE_LOWER))
		return i;
	for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++) {
		size_t end = i;
		if (!tok_phrase(t, i, NAMES[k].phrase, &end))
			continue;
		*ret = arena_printf(a, "%s", NAMES[k].number);
		return end;
	}
	return i;
}

static struct str number_by_date(struct arena *a, struct date d)
{
	char text[DATE_TEXT];
	for (size_t k = 0; k < sizeof DATED / sizeof *DATED; k++) {
		if (date_cmp(DATED[k].date, d) == 0)
			return str_c(DATED[k].number);
	}
	return arena_printf(a, "%s", date_text(d, text));
}

static size_t national(struct arena *a, const struct tokens *t, size_t i, const char *nature, struct str *ret_key)
{
	struct str number = {0};
	struct date date;
	size_t at = i, titled = 0;
	if (key_is(t, at, "organique") || key_is(t, at, "modifiee") || key_is(t, at, "modifie"))
		at++;
	size_t sign = number_sign(t, at), end = act_number(a, t, sign, &number);
	if (end == sign && nature[0] == 'L')
		end = by_name(a, t, sign, &number);
	if (end == sign) {
		sign = number_after_title(t, at, &titled);
		end = sign > at ? act_number(a, t, sign, &number) : sign;
	}
	if (number.n == 0)
		end = titled > at ? titled : nature[0] == 'L' ? short_name(t, at) : at;
	size_t day = dated_at(t, end, &date);
	if (number.n == 0 && day > end)
		number = number_by_date(a, date);
	if (number.n == 0)
		return i;
	*ret_key = arena_printf(a, "%s/%.*s", nature, STR_ARG(number));
	return day;
}

static bool is_union(const struct tokens *t, size_t i)
{
	static const char *const WORDS[] = {"ue", "ce", "cee", "euratom"};
	return KEY_IN(t, i, WORDS) && t->at[i].shape == SHAPE_UPPER;
}

/* "2017/1084 du 14 juin 2017 publié au JOUE": a text of the Union, though no word before its number says so; the date ends at `end`. */
static bool is_told_by_its_journal(const struct tokens *t, size_t number, size_t end, struct date date)
{
	static const char *const JOURNALS[] = {"joue", "jo", "commission", "parlement"};

	if (t->at[number].value != date.year)
		return false;
	for (size_t k = end; k < end + JOURNAL_TOKENS && k < t->n && !tok_mark(t, k, ';'); k++)
		if (KEY_IN(t, k, JOURNALS) && t->at[k].shape != SHAPE_LOWER)
			return true;
	return false;
}

/* "règlement (UE) n° 651/2014", "directive 2014/24/UE" */
static size_t european(struct arena *a, const struct tokens *t, size_t i, bool directive, struct str *ret_key)
{
	struct date date;
	size_t at = i;
	bool named = false;
	if (tok_mark(t, at, '(') && is_union(t, at + 1)) {
		while (at < t->n && at < i + 6 && !tok_mark(t, at, ')'))
			at++;
		at++;
		named = true;
	} else if (at < t->n && (is_union(t, at) || key_is(t, at, "europeen") || key_is(t, at, "europeenne"))) {
		at++;
		named = true;
	}
	at = number_sign(t, at);
	if (!is_number(t, at, 4) || !tok_mark(t, at + 1, '/') || !is_number(t, at + 2, 4))
		return i;
	bool behind = tok_mark(t, at + 3, '/') && is_union(t, at + 4);
	const size_t number = behind ? at + 5 : at + 3, end = dated_at(t, number, &date);

	if (!named && !(directive && behind) && !(end > number && is_told_by_its_journal(t, at, end, date)))
		return i;
	*ret_key = arena_printf(a, "UE/%.*s/%.*s", STR_ARG(t->at[at].key), STR_ARG(t->at[at + 2].key));
	return end;
}

size_t act_cited(struct arena *a, const struct tokens *t, size_t i, struct str *ret_key)
{
	static const struct {
		const char *word, *nature;
	} NATURES[] = {{"loi", "LOI"}, {"decret", "DECRET"}, {"ordonnance", "ORD"}};
	size_t end;
	if (i >= t->n || t->at[i].kind != TOK_WORD)
		return i;
	for (size_t k = 0; k < 3; k++) {
		if (!key_is(t, i, NATURES[k].word))
			continue;
		size_t at = tok_mark(t, i + 1, '-') && key_is(t, i + 2, "loi") ? i + 3 : i + 1;
		end = national(a, t, at, NATURES[k].nature, ret_key);
		return end > at ? end : i;
	}
	if (key_is(t, i, "reglement") || key_is(t, i, "reglements") || key_is(t, i, "directive")) {
		end = european(a, t, i + 1, key_is(t, i, "directive"), ret_key);
		return end > i + 1 ? end : i;
	}
	if ((key_is(t, i, "tfue") || key_is(t, i, "rgpd")) && t->at[i].shape == SHAPE_UPPER) {
		*ret_key = key_is(t, i, "tfue") ? STR("TFUE") : STR("UE/2016/679");
		return i + 1;
	}
	return i;
}
