/* SPDX-License-Identifier: EUPL-1.2 */
/* Deliberations named by an act: body, date, number, in whatever order they come.
 *
 * "DELIB/<organe>/<date>[/<num>]", `?` for what is not said. Without a date or a number with more than a rank in it
 * ("délibération n°3" is a point of the agenda) nothing is cited: "la présente délibération" is the act itself.
 */
#include "references_priv.h"

#define WORDS_TO_DATE 10 /* "du Conseil municipal de Valjoie-sur-Orne en date du …" */

static const struct body {
	const char *phrase, *key;
} BODIES[] = {
	{"conseil municipal", "conseil_municipal"},
	{"conseil communautaire", "conseil_communautaire"},
	{"conseil de communaute", "conseil_communautaire"},
	{"conseil de la communaute", "conseil_communautaire"},
	{"conseil d'agglomeration", "conseil_communautaire"},
	{"conseil metropolitain", "conseil_communautaire"},
	{"conseil departemental", "conseil_departemental"},
	{"conseil general", "conseil_departemental"},
	{"assemblee departementale", "conseil_departemental"},
	{"conseil regional", "conseil_regional"},
	{"assemblee pleniere du conseil regional", "conseil_regional"},
	{"commission permanente", "commission_permanente"},
	{"bureau communautaire", "bureau_communautaire"},
	{"comite syndical", "comite_syndical"},
	{"conseil syndical", "comite_syndical"},
	{"conseil d'administration", "autre"},
	{"centre de gestion", "autre"},
};

struct named { /* one deliberation being put together */
	const char *body;
	struct date date;
	struct str number;
	size_t end;
};

static size_t body_at(const struct tokens *t, size_t i, const char **ret)
{
	size_t at = i;
	if (key_is(t, at, "du") || key_is(t, at, "des") || key_is(t, at, "en"))
		at++;
	else if (key_is(t, at, "de") && (key_is(t, at + 1, "la") || key_is(t, at + 1, "son") || key_is(t, at + 1, "sa") || key_is(t, at + 1, "notre")))
		at += 2;
	else if (key_is(t, at, "de") && key_is(t, at + 1, "l") && tok_mark(t, at + 2, '\''))
		at += 3;
	else if (key_is(t, at, "par") && (key_is(t, at + 1, "le") || key_is(t, at + 1, "la")))
		at += 2;
	else if (key_is(t, at, "par") && key_is(t, at + 1, "l") && tok_mark(t, at + 2, '\''))
		at += 3;
	for (size_t k = 0; k < sizeof BODIES / sizeof *BODIES; k++) {
		size_t end;
		if (!tok_phrase(t, at, BODIES[k].phrase, &end))
			continue;
		*ret = BODIES[k].key;
		return end;
	}
	return i;
}

/* "des 26 mai et 30 novembre 2015", "du 26 mai et du 30 novembre 2015", "des 5 et 9 juin 2020": at the first day, whose year, or month, stands behind the second. */
static size_t day_of_the_same_year(const struct tokens *t, size_t i, struct date *ret)
{
	struct date day = {0}, last;
	int weekday;
	size_t end = leaf_day(t, i, &day, &weekday);
	const bool bare = end == i && i + 1 < t->n && t->at[i].kind == TOK_NUMBER && t->at[i].key.n <= 2 && key_is(t, i + 1, "et");

	end += bare;
	const bool again = key_is(t, i - 1, "du");
	const size_t second = end + 1 + (again && key_is(t, end + 1, "du"));

	if (end == i || !(key_is(t, end, "et") || tok_mark(t, end, ',')) || second == end + 1 + !again || leaf_date(t, second, &last, &weekday) == second)
		return i;
	if (bare)
		day = (struct date){.month = last.month, .day = t->at[i].value};
	day.year = last.year;
	if (!date_valid(day) || date_cmp(day, last) >= 0)
		return i;
	*ret = day;
	return end;
}

/* "du 1er juillet 2021", "en date du …", "du 28 et 29 juin 2021" (the last day). */
static size_t date_at(const struct tokens *t, size_t i, struct date *ret)
{
	int weekday;
	size_t at = i;
	if (key_is(t, at, "en") && key_is(t, at + 1, "date"))
		at += 2;
	if (key_is(t, at, "du") || key_is(t, at, "de") || key_is(t, at, "le") || key_is(t, at, "des") || key_is(t, at, "les"))
		at++;
	if (at == i)
		return i;
	const size_t first = tok_among(t, at - 1, " des les du ") ? day_of_the_same_year(t, at, ret) : at;
	if (first > at)
		return first;
	if (at + 1 < t->n && t->at[at].kind == TOK_NUMBER && t->at[at].key.n <= 2 && key_is(t, at + 1, "et"))
		at += 2;
	size_t end = leaf_date(t, at, ret, &weekday);
	return end > at ? end : i;
}

static bool is_joint(const struct tokens *t, size_t i)
{
	return tok_mark(t, i, '-') || tok_mark(t, i, '/') || tok_mark(t, i, '.') || tok_mark(t, i, '_');
}

/* The piece that goes on with the number whose last token is before `at`: "-004", "_2", "bis"; "2031-⏎11"; behind figures alone
 * " - 30", " / 455". The token after it, or `at`. */
static size_t piece_at(const struct tokens *t, size_t at, bool figures_alone)
{
	const bool joint = at < t->n && is_joint(t, at);
	const size_t last = joint ? at + 1 : at;

	if (last >= t->n || t->at[last].kind == TOK_MARK)
		return at;
	if (!t->at[at].space && (!joint || !t->at[last].space))
		return t->at[last].kind == TOK_WORD && t->at[last].shape == SHAPE_LOWER && t->at[last].key.n > 3 ? at : last + 1;
	if (!joint || tok_mark(t, at, '.') || t->at[at].lines > 0 || t->at[last].kind != TOK_NUMBER)
		return at;
	return (t->at[last].lines == 1 && !t->at[at].space) || (figures_alone && t->at[last].lines == 0) ? last + 1 : at;
}

/* The number as written, without spaces: tokens that touch one another; "CP 2021-433" is one too. */
static size_t number_at(struct arena *a, const struct text *text, const struct tokens *t, size_t i, struct str *ret)
{
	if (i >= t->n || t->at[i].kind == TOK_MARK)
		return i;
	size_t at = i + 1, next;
	bool prefix = t->at[i].kind == TOK_WORD;
	if (prefix && (t->at[i].shape == SHAPE_LOWER || t->at[i].key.n > 6))
		return i;
	if (prefix && at < t->n && t->at[at].kind == TOK_NUMBER && t->at[at].space && t->at[at].lines == 0)
		at++;
	while ((next = piece_at(t, at, at == i + 1 && !prefix)) > at)
		at = next;
	/* "n° 2022 7 13": a number that goes on behind spaces is not known whole. */
	if (at < t->n && t->at[at].kind == TOK_NUMBER && t->at[at].lines == 0)
		return i;
	struct str number = {0};
	for (size_t k = i; k < at; k++)
		number = arena_printf(a, "%.*s%.*s", STR_ARG(number), STR_ARG(str_part(text->bytes, t->at[k].start, t->at[k].end)));
	*ret = number;
	return at;
}

static bool is_figures(const struct tokens *t, size_t i)
{
	return i + 2 < t->n && t->at[i].kind == TOK_NUMBER && is_joint(t, i + 1) && !t->at[i + 1].space && t->at[i + 2].kind == TOK_NUMBER && !t->at[i + 2].space;
}

/* "délibération du conseil municipal DE2031-004 en date du …", "DE2031-⏎004", "DEL-2031-004": capitals glued to figures joined by signs
 * need no "n°". */
static bool is_code(const struct tokens *t, size_t i)
{
	if (i < t->n && t->at[i].kind == TOK_WORD && t->at[i].shape != SHAPE_LOWER && t->at[i].shape != SHAPE_MIXED && (t->at[i].shape == SHAPE_UPPER || t->at[i].key.n == 1) && is_joint(t, i + 1) &&
	    !t->at[i + 1].space && is_figures(t, i + 2) && !t->at[i + 2].space)
		return true;
	return i + 3 < t->n && t->at[i].kind == TOK_WORD && t->at[i].shape == SHAPE_UPPER && t->at[i + 1].kind == TOK_NUMBER && !t->at[i + 1].space &&
	       is_joint(t, i + 2) && !t->at[i + 2].space && t->at[i + 3].kind == TOK_NUMBER &&
	       (!t->at[i + 3].space || t->at[i + 3].lines == 1);
}

/* Enough to tell which one: a date, or a number that is no rank of the agenda and no title of the act itself
 * ("Délibération n° 2024-12"). */
static bool is_telling(const struct tokens *t, size_t i, const struct named *d)
{
	if (d->date.year > 0)
		return true;
	return d->number.n > 3 && (d->body || t->at[i].shape == SHAPE_LOWER);
}

static bool is_place_word(const struct tokens *t, size_t i)
{
	static const char *const JOINTS[] = {
		"de",	 "du",		"des",		 "d",	     "l",   "la",	  "le",	     "les",
		"et",	 "en",		"sur",		 "sous",     "lez", "communaute", "commune", "communes",
		"ville", "departement", "agglomeration", "metropole"};
	if (tok_mark(t, i, '-') || tok_mark(t, i, '\'') || (t->at[i].kind == TOK_NUMBER && !t->at[i].space && i > 0 && t->at[i - 1].shape == SHAPE_UPPER)) /* "TE61", not "la M57" */
		return true;
	if (key_is(t, i, "seance"))
		return false;
	return t->at[i].kind == TOK_WORD && t->at[i].lines <= 1 &&
	       (t->at[i].shape != SHAPE_LOWER || KEY_IN(t, i, JOINTS));
}

/* From behind a body: a place name may stand before the date or the number, but no other text ("relative à la loi du …"). */
static size_t past_the_place(const struct tokens *t, size_t i)
{
	static const char *const TEXTS[] = {"arrete", "decret", "loi", "ordonnance", "deliberation", "convention", "marche"};
	struct date date;
	for (size_t at = i; at < t->n && at <= i + WORDS_TO_DATE; at++) {
		if (date_at(t, at, &date) > at || number_sign(t, at) > at)
			return at;
		if (!is_place_word(t, at) || KEY_IN(t, at, TEXTS))
			return i;
	}
	return i;
}

/* "(votée par le conseil municipal) en sa séance (du …)" */
static size_t past_the_seance(const struct tokens *t, size_t i)
{
	static const char *const IN[] = {"en sa seance", "en seance", "lors de sa seance", "lors de la seance", "dans sa seance", "a sa seance"};
	struct date date;
	size_t end;

	for (size_t k = 0; k < sizeof IN / sizeof *IN; k++)
		if (tok_phrase(t, i, IN[k], &end))
			return date_at(t, end, &date) > end ? end : i;
	return i;
}

/* "(n° 21/122) de l'Assemblée du 22 juillet", "de l'Assemblée de Valbrise du …", "du Conseil le …": which, no word of the contract says. */
static size_t past_the_assembly(const struct tokens *t, size_t i)
{
	static const char *const BODY[] = {"de l'assemblee", "du conseil", "de son conseil", "de notre conseil", NULL};
	struct date date;
	const char *body;
	size_t end;

	if (!tok_any_phrase(t, i, BODY, &end) || key_is(t, end, "generale") || body_at(t, i, &body) > i)
		return i;
	end = past_the_place(t, end);
	return date_at(t, end, &date) > end ? end : i;
}

/* "n° 21/122 AC de l'Assemblée": capitals behind the number, of the body that took it. */
static size_t past_the_capitals(const struct tokens *t, size_t i)
{
	struct date date;
	const bool capitals = i < t->n && t->at[i].kind == TOK_WORD && t->at[i].shape == SHAPE_UPPER && t->at[i].key.n <= 3 && t->at[i].lines == 0;

	return capitals && (date_at(t, i + 1, &date) > i + 1 || past_the_assembly(t, i + 1) > i + 1) ? i + 1 : i;
}

/* "délibération (2031-11-02) du …", "du 16 octobre 2031 (n° DE2031-112)"; not "(12/05/2031)", "(2031-2036)". */
static size_t number_in_brackets(struct arena *a, const struct text *text, const struct tokens *t, size_t i, struct named *d)
{
	const size_t sign = number_sign(t, i + 1);
	struct str number = {0};
	struct date date;
	int weekday;

	if (sign == i + 1 && !is_code(t, sign)) {
		if (!is_figures(t, sign) || (t->at[sign].key.n < 3 && leaf_date(t, sign, &date, &weekday) > sign) || (t->at[sign].key.n == 4 && t->at[sign + 2].key.n == 4))
			return i;
	}
	const size_t end = number_at(a, text, t, sign, &number);

	if (number.n == 0 || !tok_mark(t, end, ')'))
		return i;
	d->number = number;
	return end + 1;
}

static size_t read_number(struct arena *a, const struct text *text, const struct tokens *t, size_t i, bool first,
			  struct named *d)
{
	size_t sign = number_sign(t, i), end = sign;
	struct str number = {0};
	if (d->number.n > 0)
		return i;
	if (tok_mark(t, i, '('))
		return number_in_brackets(a, text, t, i, d);
	/* "délibération 2020-11-02, du 16 novembre": without "n°" it must be figures joined by signs. "N 2020-11" lost its sign. */
	if (first && sign == i && key_is(t, i, "n") && is_figures(t, i + 1))
		sign++;
	if (sign > i || is_code(t, i) || (first && i < t->n && t->at[i].kind == TOK_NUMBER && i + 1 < t->n &&
			 is_joint(t, i + 1) && !t->at[i + 1].space))
		end = number_at(a, text, t, sign, &number);
	if (number.n == 0)
		return i;
	d->number = number;
	return past_the_capitals(t, end);
}

static size_t read_parts(struct arena *a, const struct text *text, const struct tokens *t, size_t i, struct named *d)
{
	for (size_t at = i;;) {
		size_t from = tok_mark(t, at, ',') ? at + 1 : at, end;
		if (d->body && from == at && d->date.year == 0)
			from = past_the_seance(t, past_the_place(t, from));
		if (!d->body && d->date.year == 0)
			from = past_the_assembly(t, from);
		end = read_number(a, text, t, from, from == i, d);
		if (end == from && d->body == NULL)
			end = body_at(t, from, &d->body);
		if (end == from && d->date.year == 0)
			end = date_at(t, from, &d->date);
		if (end == from)
			return at;
		at = end;
	}
}

static void push_named(struct arena *a, const struct tokens *t, size_t from, const struct named *d,
		       struct item_list *list)
{
	char date[DATE_TEXT] = "?";
	struct item *item = ARENA_PUSH(a, list);
	if (d->date.year > 0)
		date_text(d->date, date);
	item->span = (struct span){t->at[from].start, t->at[d->end - 1].end};
	item->cle = arena_printf(a, "DELIB/%s/%s%s%.*s", d->body ? d->body : "?", date, d->number.n ? "/" : "",
				 STR_ARG(d->number));
}

/* "délibération prise le 27 juillet 2020", "délibération précédente du …": the token of the date, or i. */
static size_t past_what_it_is(const struct tokens *t, size_t i)
{
	static const char *const KINDS[] = {"susvisee", "precitee", "modifiee", "initiale", "cadre", "referencee"}, *const DATED[] = {"prise", "adoptee", "votee", "precedente", "anterieure", "datant", "prises", "adoptees", "votees"};
	struct date date;
	const char *body;
	if (KEY_IN(t, i, KINDS))
		return i + 1;
	if (tok_mark(t, i, '-') && key_is(t, i + 1, "cadre"))
		return i + 2;
	return KEY_IN(t, i, DATED) && !key_is(t, i - 2, "presente") && (date_at(t, i + 1, &date) > i + 1 || (key_is(t, i + 1, "par") && body_at(t, i + 1, &body) > i + 1)) ? i + 1 : i;
}

size_t deliberations_cited(struct arena *a, const struct text *text, const struct tokens *t, size_t i,
			   struct item_list *list)
{
	bool plural = key_is(t, i, "deliberations");
	struct named d = {0};
	int weekday;
	if (!plural && !key_is(t, i, "deliberation"))
		return i;
	/* "Extrait du registre des délibérations du conseil municipal": the title of the act itself. */
	if (i > 1 && key_is(t, i - 2, "registre"))
		return i;
	size_t from = i, at = past_what_it_is(t, i + 1);
	for (bool first = true;; first = false) {
		size_t before = list->n;
		/* "des 5 juin 2020 et 3 février 2022": "du" is not said again */
		size_t day = first ? at : leaf_date(t, at, &d.date, &weekday);
		d.end = read_parts(a, text, t, day, &d);
		if (d.end > at && is_telling(t, i, &d))
			push_named(a, t, from, &d, list);
		if (!plural || list->n == before || !(key_is(t, d.end, "et") || tok_mark(t, d.end, ',')))
			return d.end > at ? d.end : from;
		from = at = d.end + 1;
		d = (struct named){.body = d.body, .end = d.end};
	}
}
