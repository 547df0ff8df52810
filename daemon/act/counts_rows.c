/* SPDX-License-Identifier: EUPL-1.2 */
#include "counts_priv.h"
#include "numbers_priv.h"
#include "names_priv.h"

#define ROW_MAX 8
#define LABELS_TOKENS 24
#define HEADINGS_WITHIN 2000 /* tokens, from the presents to the absents */
#define HEADING_WORDS 8 /* "ABSENTS EXCUSES AYANT DONNE POUVOIR" */

bool counts_proxies_in(const struct reader *rd, size_t end)
{
	static const char proxies[] = " pouvoir pouvoirs procuration procurations represente representee representes ";

	end += tok_mark(&rd->t, end, ',');
	return tok_among(&rd->t, end, " dont ") && rd->t.at[end + 1].kind == TOK_NUMBER &&
	       tok_among(&rd->t, end + 2 + tok_among(&rd->t, end + 2, " par avec "), proxies);
}

/* "Auditeurs présents : 63", "Public présent : 12": of those who look on. */
static bool of_onlookers(const struct reader *rd, size_t i)
{
	static const char *const words[] = { "public", "auditeurs", "auditrices", "spectateurs", "spectatrices", "habitants", "administres", "invites",
					     "visiteurs", "agents", "journalistes", "assistance", NULL };

	return i > 0 && word_in(rd, i - 1, words);
}

struct count *count_label(const struct reader *rd, struct count *counts, size_t i, size_t *ret_next)
{
	struct count *best = NULL;

	*ret_next = i;
	if (!landmark_at(rd->t.landmarks, LANDMARK_CUE, i) || of_onlookers(rd, i))
		return NULL;
	for (size_t c = 0; c < COUNTS; c++) {
		const size_t next = cue_at(rd->lx, &rd->t, i, counts[c].cue);

		if (next > *ret_next) {
			*ret_next = next;
			best = &counts[c];
		}
	}
	return best;
}

/* Other columns of the same tables. */
size_t count_other_label(const struct reader *rd, size_t i)
{
	static const char *const labels[] = { "afferents au conseil municipal",
					      "afferents au conseil communautaire",
					      "afferents au conseil",
					      "afferents",
					      "suffrages exprimes",
					      "exprimes",
					      "absents excuses",
					      "absents",
					      "excuses",
					      "excuse",
					      "absent",
					      "exclus",
					      NULL };
	size_t next;

	for (size_t k = 0; rd->t.at[i].kind == TOK_WORD && labels[k] != NULL; k++)
		if (tok_phrase(&rd->t, i, labels[k], &next))
			return next;
	return i;
}

/* "en exercice Présents Procurations Votants 27 20 3 23": as many numbers as labels, in their order. */
size_t counts_row(struct reader *rd, struct count *counts, size_t i)
{
	struct count *row[ROW_MAX];
	size_t labels = 0, ours = 0, k = i, next;
	int64_t value;

	for (; labels < ROW_MAX; labels++, k = skip_marks(rd, next, "|")) {
		row[labels] = count_label(rd, counts, k, &next);
		if (row[labels] == NULL && (next = count_other_label(rd, k)) == k)
			break;
		ours += row[labels] != NULL;
	}
	if (labels < 2 || ours == 0)
		return i;
	const size_t first = k;
	size_t numbers = 0;

	for (; count_number(rd, k, &value) == k + 1; k = skip_marks(rd, k + 1, "|"))
		numbers++;
	if (numbers == 0)
		return i;
	k = first;
	for (size_t l = 0; l < labels; l++) {
		if (numbers != labels) {
			if (row[l] != NULL)
				row[l]->mixed = reader_span(rd, i, first);
			continue;
		}
		count_number(rd, k, &value);
		if (row[l] != NULL)
			count_keep(rd, row[l], value, k, k + 1);
		k = skip_marks(rd, k + 1, "|");
	}
	return numbers != labels ? first + numbers : k;
}

/* "27 16 3 19 Nombre de conseillers en exercice Présents Procurations Votants": the row of numbers read before its labels. */
size_t counts_row_above(struct reader *rd, struct count *counts, size_t i)
{
	struct count *row[ROW_MAX];
	int64_t value;
	size_t numbers = 0, labels = 0, k = i, next;

	while (numbers < ROW_MAX && count_number(rd, i + numbers, &value) == i + numbers + 1)
		numbers++;
	if (numbers < 3 || (i > 0 && (tok_mark(&rd->t, i - 1, ':') || (rd->t.at[i - 1].kind == TOK_NUMBER && rd->t.at[i].lines == 0))))
		return i;
	for (k = i + numbers; labels < numbers; labels++, k = next) {
		row[labels] = count_label(rd, counts, k, &next);
		if (row[labels] == NULL && (next = count_other_label(rd, k)) == k)
			return i;
	}
	if (count_label(rd, counts, k, &next) != NULL || tok_mark(&rd->t, k, ':') || count_number(rd, k, &value) > k)
		return i;
	for (size_t l = 0; l < labels; l++) {
		count_number(rd, i + l, &value);
		if (row[l] != NULL)
			count_keep(rd, row[l], value, i + l, i + l + 1);
	}
	return k;
}

/* "46", "quarante-six (46)", "quarante-six (45)" that differ, before a label: the token of the label. */
static size_t number_twice(const struct reader *rd, size_t i, int64_t *value, bool *ret_differ)
{
	const size_t end = count_number(rd, i, value);
	int64_t again = *value;
	const bool twice = end > i && tok_mark(&rd->t, end, '(') && count_number(rd, end + 1, &again) == end + 2 && tok_mark(&rd->t, end + 2, ')');

	*ret_differ = twice && again != *value;
	return twice ? end + 3 : end;
}

/* "présents ou représentés", "présents et votants": one number for several things. */
static bool is_mixed_label(const struct reader *rd, size_t next)
{
	int64_t value;

	if (word_is(rd, next, "ou"))
		return true;
	return (word_is(rd, next, "et") || tok_mark(&rd->t, next, '/')) && count_number(rd, next + 1, &value) == next + 1;
}

/* Behind a label without a mark: true for "Présents 12 Votants 14", false for "présents 14 votants" of "12 présents 14 votants", and where no number follows. */
bool label_comes_first(const struct reader *rd, struct count *counts, size_t next)
{
	int64_t value;
	size_t end = count_number(rd, next, &value);

	while (end > next) {
		const bool label = count_label(rd, counts, end, &next) != NULL ||
				   (rd->t.at[end].shape == SHAPE_LOWER && (next = count_other_label(rd, end)) > end);

		if (!label || tok_mark(&rd->t, next, ':'))
			return true;
		end = count_number(rd, next, &value);
	}
	return false;
}

/* "12 votants : 14" behind "présents" at `next`: the labels stand before their numbers, and one colon was lost. */
static bool goes_before_its_number(const struct reader *rd, struct count *counts, size_t next)
{
	int64_t value;
	size_t behind;
	const size_t label = count_number(rd, next, &value);

	return label > next && count_label(rd, counts, label, &behind) != NULL && tok_mark(&rd->t, behind, ':');
}

/* "15 conseillers en exercice : 12 présents": the number at i, behind a colon, has its own label behind it. */
static bool counts_on(const struct reader *rd, struct count *counts, size_t i)
{
	int64_t value;
	size_t next;
	const size_t label = count_number(rd, i, &value);

	return label > i && rd->t.at[label].shape == SHAPE_LOWER && rd->t.at[label].lines == 0 &&
	       count_label(rd, counts, label, &next) != NULL && !label_comes_first(rd, counts, i) && !goes_before_its_number(rd, counts, next);
}

/* "présents 14 votants": behind a form that was not understood, the number belongs to the label after it. */
bool number_of_the_next(const struct reader *rd, struct count *counts, size_t next)
{
	int64_t value;

	if (tok_mark(&rd->t, next, ':'))
		return counts_on(rd, counts, next + 1);
	return count_number(rd, next, &value) > next && !label_comes_first(rd, counts, next);
}

/* "la condition de quorum est de 18 membres présents", "au moins 18 présents", "18 présents requis": what is needed, not who came. */
static bool is_needed(const struct reader *rd, size_t i, size_t next)
{
	static const char *const between[] = { "est", "de", "fixe", "a", "au", "etant", "la", "presence", "d", "exige", "impose", NULL };
	static const char *const needed[] = { "moins",  "minimum",    "requis",	    "requise", "requiert", "necessite", "suppose",
					      "exiges", "necessaire", "necessaires", NULL };
	size_t k = i;

	while (k > 0 && i - k < 8 && (word_in(rd, k - 1, between) || tok_mark(&rd->t, k - 1, '\'')))
		k--;
	return (k > 0 && (word_in(rd, k - 1, needed) || (k < i && word_is(rd, k - 1, "quorum")))) || word_in(rd, next, needed) ||
	       (word_is(rd, next, "au") && word_in(rd, next + 1, needed));
}

bool count_stands_before(const struct reader *rd, size_t i)
{
	int64_t value;

	return i > 1 && rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i].lines == 0 && rd->t.at[i - 1].kind == TOK_NUMBER &&
	       count_number(rd, i - 1, &value) == i && value > 1 && !tok_among(&rd->t, i - 2, " h heure heures n / : ");
}

/* "PRESENTS : MM. A, B": the colon of a heading in capitals at i, and no number behind it. */
static bool heads_names(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k < i + HEADING_WORDS && k + 1 < rd->t.n && rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape == SHAPE_UPPER)
		k++;
	return k > i && tok_mark(&rd->t, k, ':') && k + 1 < rd->t.n && rd->t.at[k + 1].kind == TOK_WORD;
}

bool count_leads_heading(const struct reader *rd, size_t i, int32_t *ret)
{
	if (!count_stands_before(rd, i) || !heads_names(rd, i))
		return false;
	const size_t to = rd->head.to < i + HEADINGS_WITHIN ? rd->head.to : i + HEADINGS_WITHIN;

	for (size_t k = i + 2; (k = next_of(rd, LANDMARK_LIST_CUE, k, to)) < to; k++)
		if (rd->t.at[k - 1].kind == TOK_NUMBER && rd->t.at[k].lines == 0 && !str_eq(rd->t.at[k].key, rd->t.at[i].key) && heads_names(rd, k)) {
			*ret = rd->t.at[i - 1].value;
			return true;
		}
	return false;
}

/* A free number, then its label in lower case: "31 présents", not "à 18 h 30 Présents : …". Behind "dont", "soit" or another such
 * pair the case of the label says nothing. */
static size_t one_before(struct reader *rd, struct count *counts, size_t i, bool led)
{
	static const char *const clock[] = { "h", "heure", "heures", "n", "article", "point", NULL };
	int64_t value = 0;
	size_t next;
	bool differ;
	const size_t label = number_twice(rd, i, &value, &differ);
	struct count *c = label > i ? count_label(rd, counts, label, &next) : NULL;
	int32_t leading;

	if (c == &counts[COUNT_PRESENTS] && label == i + 1 && count_leads_heading(rd, label, &leading)) {
		count_keep(rd, c, value, i, next);
		return next;
	}
	if (c == NULL || (tok_mark(&rd->t, next, ':') && !counts_on(rd, counts, next + 1)) || (!led && rd->t.at[label].shape != SHAPE_LOWER) ||
	    (i > 0 && (word_in(rd, i - 1, clock) || (rd->t.at[i - 1].kind == TOK_NUMBER && rd->t.at[i].lines == 0))) ||
	    (i > 1 && tok_mark(&rd->t, i - 1, '/') && rd->t.at[i - 2].kind == TOK_NUMBER) || /* "2024 / 131" */
	    (rd->t.at[label].shape != SHAPE_LOWER && label_comes_first(rd, counts, next)) ||
	    (c == &counts[COUNT_PRESENTS] && value == 1) || goes_before_its_number(rd, counts, next))
		return i;
	if (c == &counts[COUNT_PRESENTS] && is_needed(rd, i, next))
		return next;
	if (differ || is_mixed_label(rd, next) || count_is_torn(rd, counts, i, label, next)) {
		c->mixed = reader_span(rd, i, next);
		return next;
	}
	count_keep(rd, c, value, i, next);
	/* "22 présents sur 26" */
	const size_t whole = c == &counts[COUNT_PRESENTS] && word_is(rd, next, "sur") ? count_number(rd, next + 1, &value) : next;

	if (whole <= next + 1)
		return next;
	count_keep(rd, &counts[COUNT_EXERCICE], value, next + 1, whole);
	return whole;
}

/* "27 dont 22 Présents et 05 Procurations", "Soit 31 présents / 2 procurations / 33 votants". */
size_t counts_before(struct reader *rd, struct count *counts, size_t i)
{
	const bool led = word_is(rd, i, "dont") || word_is(rd, i, "soit");
	size_t k = i + led, end = one_before(rd, counts, k, led);

	if (end == k)
		return i;
	for (;;) {
		k = skip_marks(rd, end, ":,/;-");
		k += word_is(rd, k, "et") || word_is(rd, k, "soit");
		const size_t next = one_before(rd, counts, k, true);

		if (next == k)
			return end;
		end = next;
	}
}

/* "il", "ii", "LI", "1i": what a scanner makes of 11. */
static bool looks_like_figures(const struct token *tok)
{
	if (tok->kind == TOK_NUMBER)
		return true;
	if (tok->kind != TOK_WORD || tok->key.n > 3)
		return false;
	for (size_t k = 0; k < tok->key.n; k++)
		if (tok->key.p[k] != 'i' && tok->key.p[k] != 'l')
			return false;
	return tok->key.n > 1;
}

/* "En exercice : Ayant pris part au vote : Convocation du : 12 10 …": the numbers of several labels, behind them all. */
static bool numbers_stand_behind_labels(const struct reader *rd, size_t i)
{
	bool label = false;
	int64_t value;
	size_t k = i;

	for (; k < i + LABELS_TOKENS && k + 1 < rd->t.n && rd->t.at[k].kind != TOK_NUMBER && !tok_mark(&rd->t, k, '.'); k++)
		label |= tok_mark(&rd->t, k, ':');
	return label && k > i && k + 1 < rd->t.n && rd->t.at[k].kind == TOK_NUMBER && rd->t.at[k + 1].kind == TOK_NUMBER && count_number(rd, k, &value) == k + 1 &&
	       count_number(rd, k + 1, &value) == k + 2;
}

bool count_is_damaged(const struct reader *rd, size_t i)
{
	if (i >= rd->t.n)
		return false;
	return (rd->t.at[i].lines == 0 && (looks_like_figures(&rd->t.at[i]) || number_is_strange(&rd->t, i))) || numbers_stand_behind_labels(rd, i);
}

bool count_at_an_hour(const struct reader *rd, size_t next, size_t *ret_end)
{
	int minutes;
	const size_t end = word_is(rd, next, "a") ? leaf_hour(&rd->t, next + 1, &minutes) : next;

	*ret_end = end + 1;
	return end > next + 1 && tok_mark(&rd->t, end, ':') && rd->t.at[end + 1].kind == TOK_NUMBER;
}

static bool closes_a_name(const struct reader *rd, size_t i)
{
	return rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape != SHAPE_LOWER && !name_never(rd, i);
}

void count_after_list(struct reader *rd, struct count *presents)
{
	struct heading h;
	bool listing = false;
	int64_t value;

	for (size_t i = rd->head.from; (i = next_of(rd, LANDMARK_LIST, i, rd->head.to)) < rd->head.to; i++) {
		if (heading_at(rd, i, rd->head.to, &h)) {
			listing = h.kinds == LISTE_PRESENTS;
			i = h.to - 1;
			continue;
		}
		if (!listing || i < 2 || !tok_mark(&rd->t, i, '(') || !closes_a_name(rd, i - 1) ||
		    count_number(rd, i + 1, &value) != i + 2 || !tok_mark(&rd->t, i + 2, ')') || value < 2)
			continue;
		const size_t after = skip_marks(rd, i + 3, ",.;");

		if (after >= rd->head.to || list_boundary(rd, after) != BOUNDARY_NONE ||
		    heading_at(rd, after, rd->head.to, &h))
			count_keep(rd, presents, value, i + 1, i + 2);
		listing = false;
	}
}

bool count_opens_a_list(const struct reader *rd, size_t i)
{
	return rd->t.at[i].value == 1 && tok_mark(&rd->t, i + 1, '.') && i + 2 < rd->t.n && rd->t.at[i + 2].kind == TOK_WORD && rd->t.at[i + 2].shape != SHAPE_LOWER;
}
