/* SPDX-License-Identifier: EUPL-1.2 */
/* The number behind one label of a count, and what makes it none, another's, or several things in one. */
#include "counts_priv.h"

#define COMPLEMENT_WORDS 8

/* "Présents : 1. M. A  2. M. B": the number of the first name. One member alone is never a séance. */
static bool numbers_a_name(const struct reader *rd, const struct count *c, int64_t value, size_t end)
{
	const size_t k = skip_marks(rd, end, ".)-");

	return c->cue == CUE_NB_PRESENTS && value == 1 && k < rd->t.n && rd->t.at[k].lines == 0 &&
	       rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_LOWER;
}

/* "15 (dont 4 sièges vacants, soit 11)", "15 - 4 démissions = 11", "15 jusqu'au 1er mars, 11 depuis": the members in
 * office are one of the numbers, and which one is not for us to say. */
static void add_corrections(struct reader *rd, struct count *c, size_t end)
{
	static const char *const words[] = { "vacant",	     "vacants",		"vacante", "vacantes", "demission", "demissions",
					     "demissionnaire", "demissionnaires", "deces",   "decede",	 "decedes",   "jusqu",
					     "depuis",	     "vacance",		NULL };
	const struct count before = *c;
	bool corrects = false, less = false;
	int64_t value;
	struct date d;
	int weekday;

	for (size_t k = end; k < end + 18 && k < rd->t.n && rd->t.at[k].lines == 0; k++) {
		const size_t day = leaf_date(&rd->t, k, &d, &weekday), number = count_number(rd, k, &value);
		size_t next;

		if (tok_mark(&rd->t, k, ';') || tok_mark(&rd->t, k, '.') || tok_mark(&rd->t, k, '|') ||
		    cue_any(rd->lx, &rd->t, k, &next) != CUE_NONE)
			break;
		corrects |= word_in(rd, k, words) || (less && tok_mark(&rd->t, k, '='));
		less |= tok_mark(&rd->t, k, '-');
		if (day == k && number > k)
			count_keep(rd, c, value, k, number);
		k = (day > k ? day : number > k ? number : k + 1) - 1;
	}
	if (!corrects)
		*c = before;
}

/* "en exercice, qui sont au nombre de 33", "présents à la séance : 12", "votants (dont 2 pouvoirs) : 14": where the number, or the
 * colon before it, stands. */
static size_t past_complement(const struct reader *rd, const struct count *c, size_t next)
{
	static const char *const said[] = { "qui", "sont", "au", "nombre", "de", "est", "etant", "soit", "fixe", "a", NULL };
	static const char *const of_what[] = { "du",	    "de",	 "la",	     "le",	"l",	 "a",	   "conseil",
					       "municipal", "communautaire", "syndical", "comite", "seance", "assemblee", "en",
					       "departemental", "regional", "ce", "jour", "au", "ouverture", "debut", "composant", "territoire", "territorial",
					       "metropolitain", NULL };
	size_t k = skip_marks(rd, next, ","), end = k;
	int64_t value;

	if (c->cue == CUE_NB_VOTANTS && tok_mark(&rd->t, next, '(') && tok_among(&rd->t, next + 1, " dont y avec presents presentes pouvoirs procurations "))
		for (k = next; k < next + COMPLEMENT_WORDS && k < rd->t.n; k++)
			if (tok_mark(&rd->t, k, ')'))
				return tok_mark(&rd->t, k + 1, ':') ? k + 1 : next;
	for (end = k; end < k + COMPLEMENT_WORDS && word_in(rd, end, said); end++)
		;
	if (end > k && (c->cue == CUE_EN_EXERCICE || c->cue == CUE_QUORUM) && count_number(rd, end, &value) > end)
		return end;
	if (count_is_of(rd, next) && tok_mark(&rd->t, next + 2, ':'))
		return next + 2;
	for (end = next; end < next + COMPLEMENT_WORDS && (word_in(rd, end, of_what) || tok_mark(&rd->t, end, '\'')); end++)
		;
	return end > next && (tok_mark(&rd->t, end, ':') || (word_is(rd, next, "composant") && count_number(rd, end, &value) > end)) ? end : next;
}

/* "présents ; 2 ayant donné pouvoir", "présents⏎2⏎et que": the number is of what follows it, or of the page. */
static bool goes_on(const struct reader *rd, size_t end, bool same_line)
{
	return end < rd->t.n && rd->t.at[end].kind == TOK_WORD && rd->t.at[end].shape == SHAPE_LOWER && (same_line || rd->t.at[end].lines > 0);
}

/* "en exercice : 15⏎12 présents": a number of the next line, with its label behind it; not "2⏎présents : 12", of which the 2 is a page's. */
static bool is_of_the_label_behind(const struct reader *rd, size_t i)
{
	struct count counts[COUNTS] = COUNTS_OF_NOTHING;
	size_t next;
	int64_t value;

	if (rd->t.at[i].lines == 0 || count_number(rd, i, &value) != i + 1 || i + 1 >= rd->t.n || rd->t.at[i + 1].lines > 0 ||
	    (count_label(rd, counts, i + 1, &next) == NULL && (next = count_other_label(rd, i + 1)) == i + 1))
		return false;
	const size_t behind = skip_marks(rd, next, ":=");

	return count_number(rd, behind, &value) == behind || (behind == next && !label_comes_first(rd, counts, next));
}

/* "Votants 15 15 14": a row of numbers of which the labels were not all understood. */
static bool opens_a_row(const struct reader *rd, size_t end)
{
	int64_t value;
	const bool of_a_page = end < rd->t.n && rd->t.at[end].lines > 1 && (end + 1 >= rd->t.n || rd->t.at[end + 1].lines > 1);

	return !of_a_page && !is_of_the_label_behind(rd, end) && end < rd->t.n && rd->t.at[end].kind == TOK_NUMBER && count_number(rd, end, &value) == end + 1 && !count_opens_a_list(rd, end);
}

/* "Votants : 15 - 12 - 14": a row parted by one mark. */
static bool opens_a_parted_row(const struct reader *rd, size_t end)
{
	int64_t value;

	return end + 2 < rd->t.n && tok_among(&rd->t, end, " : - ; / , ") && str_eq(rd->t.at[end + 2].key, rd->t.at[end].key) &&
	       count_number(rd, end + 1, &value) == end + 2 && count_number(rd, end + 3, &value) == end + 4;
}

/* The label [i, next) and, at k behind its colon, no number; behind the border of its cell another column stands. */
static void no_number(struct reader *rd, struct count *c, size_t i, size_t next, size_t k)
{
	int64_t value;
	size_t number;
	const size_t below = count_in_the_cell_below(rd, k - 1, &number, &value);

	if (below > number) {
		count_keep(rd, c, value, number, below);
		return;
	}
	const bool before = c->cue == CUE_NB_PRESENTS && count_leads(rd, i, &value) < i;
	struct span *why = before || count_is_damaged(rd, k) || tok_mark(&rd->t, k - 1, '|') ? &c->damaged : &c->empty;

	if (why->end == 0)
		*why = reader_span(rd, i - before, next);
}

/* "conseillers en exercice : 12 présents 2 …", whose own number stood before it and was lost; the token behind the other's, or `next`. */
static size_t lends_its_number(const struct reader *rd, size_t i, size_t next)
{
	int64_t value;
	const size_t end = tok_mark(&rd->t, next, ':') ? count_number(rd, next + 1, &value) : next;

	if (rd->t.at[i].shape != SHAPE_LOWER || end <= next + 1 || rd->t.at[end].shape != SHAPE_LOWER || rd->t.at[end].lines > 0)
		return next;
	const size_t other = cue_at(rd->lx, &rd->t, end, CUE_NB_PRESENTS);

	return other > end && !(tok_mark(&rd->t, i - 1, ':') && tok_mark(&rd->t, other, ':')) ? end : next;
}

/* "15 membres en exercice : 12 (the margin) présents" */
static bool has_its_number_before(const struct reader *rd, size_t i, size_t next)
{
	int64_t value;

	return i > 0 && rd->t.at[i].shape == SHAPE_LOWER && rd->t.at[i].lines == 0 && tok_mark(&rd->t, next, ':') && rd->t.at[i - 1].kind == TOK_NUMBER &&
	       count_number(rd, i - 1, &value) == i;
}

/* What stands at the label [i, next) is no number of its own, or a mixed one: where to go on; SIZE_MAX: it may have one. */
static size_t no_count_at(struct reader *rd, struct count *c, size_t i, size_t next, size_t past)
{
	size_t end;

	if (c->cue == CUE_NB_PRESENTS && i > 0 && tok_among(&rd->t, i - 1, " suppleants suppleant ") && !count_of_both(rd, i))
		return next; /* counted with the titulaires */
	if (count_of_a_majority(rd, i) && past == next)
		return next;
	if (count_at_a_moment(rd, c, i, next, &end))
		return end;
	if (c->cue == CUE_NB_PRESENTS && count_at_an_hour(rd, next, &end)) {
		c->mixed = reader_span(rd, i, end + 1);
		return end;
	}
	if (c->cue != CUE_EN_EXERCICE)
		return SIZE_MAX;
	if ((end = lends_its_number(rd, i, next)) > next) {
		c->mixed = reader_span(rd, i, end);
		return next + 1;
	}
	if (has_its_number_before(rd, i, next)) {
		c->mixed = reader_span(rd, i - 1, next);
		return next;
	}
	return SIZE_MAX;
}

/* The number [k, end) behind the label [i, next) is another's: a page's, or that of the row below. */
static bool is_anothers(const struct reader *rd, size_t i, size_t next, size_t k, size_t end, bool semicolon)
{
	if ((semicolon || rd->t.at[k].lines > 0) && goes_on(rd, end, semicolon))
		return true;
	if (rd->t.at[i].shape != SHAPE_LOWER)
		return false;
	/* "12 sont présents. 2", of which the 2 is a page's; "sont présents 2 et que", the same flattened */
	return (k == next + 1 && rd->t.at[k].space && tok_mark(&rd->t, next, '.')) || (k == next && word_is(rd, end, "et"));
}

static bool is_mixed(const struct reader *rd, size_t next, size_t k, size_t end)
{
	/* "membres présents⏎2⏎: 12", of which the 2 is a page's */
	const bool number_behind = tok_mark(&rd->t, end, ':') && (k == next || tok_mark(&rd->t, k - 1, ':')) && rd->t.at[end + 1].kind == TOK_NUMBER;

	return number_behind || count_labels_lost_theirs(rd, end) || count_is_split(rd, end) || opens_a_row(rd, end) || opens_a_parted_row(rd, end);
}

/* Of présents and suppléants, both told: their sum at *ret_end, or mixed and false. */
static bool take_suppleants(struct reader *rd, struct count *c, size_t i, bool titulaires, int64_t *value, size_t *ret_end)
{
	const size_t end = *ret_end;
	bool mixed = false;

	if (titulaires) {
		*ret_end = count_with_suppleants(rd, end, value);
		mixed = *ret_end == end && count_suppleants_spoken_of(rd);
	} else if (c->cue == CUE_NB_PRESENTS) {
		mixed = !count_of_both(rd, i) && count_suppleants_apart(rd, end);
	}
	if (mixed)
		c->mixed = reader_span(rd, i, end);
	return !mixed;
}

size_t count_read(struct reader *rd, struct count *c, size_t i, size_t next)
{
	int64_t value;
	size_t k = past_complement(rd, c, next);
	const bool behind = word_is(rd, k, "titulaires"), titulaires = behind || (c->cue == CUE_NB_PRESENTS && i > 0 && word_is(rd, i - 1, "titulaires"));
	const size_t none = no_count_at(rd, c, i, next, k);

	if (none != SIZE_MAX)
		return none;
	k += behind;
	if (tok_mark(&rd->t, k, '(') && !tok_mark(&rd->t, k + 2, ')')) {
		if (tok_among(&rd->t, k + 1, " y dont et "))
			c->mixed = reader_span(rd, i, k + 2);
		return next;
	}
	const bool semicolon = tok_mark(&rd->t, k, ';');
	k = skip_marks(rd, k, ":=.|;([");
	size_t end = count_number(rd, k, &value);

	if (end > k && is_anothers(rd, i, next, k, end, semicolon))
		return next;
	if (end > k && is_mixed(rd, next, k, end)) {
		c->mixed = reader_span(rd, i, end);
		return end;
	}
	/* "Quorum : 22 présents sur 26" states the présents, "quorum est de 22 présents" does not. */
	if (c->cue == CUE_QUORUM && end > k && k == skip_marks(rd, next, ":=.|;(") && rd->t.at[end].shape == SHAPE_LOWER && cue_at(rd->lx, &rd->t, end, CUE_NB_PRESENTS) > end)
		return k;
	if (end == k || numbers_a_name(rd, c, value, end) || (c->cue == CUE_EN_EXERCICE && value == 1)) {
		if (end == k && k > next)
			no_number(rd, c, i, next, k);
		return next;
	}
	if (!take_suppleants(rd, c, i, titulaires, &value, &end))
		return end;
	count_keep(rd, c, value, i, end);
	if (c->cue == CUE_EN_EXERCICE)
		add_corrections(rd, c, end);
	return end;
}
