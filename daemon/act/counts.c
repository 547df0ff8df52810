/* SPDX-License-Identifier: EUPL-1.2 */
/* The counts that an act states: members in office, présents, votants, quorum.
 *
 * A number counts when it follows its label (": 29", "29", "(29)"), stands in the row under a row of labels, comes right before it
 * ("31 présents"), or closes the list of presents. What says that it mixes things ("présents, y compris ceux ayant donné
 * procuration : 28") or changes during the séance ("34 de la délibération 1 à 3") is not read. Suffrages exprimés are not votants:
 * abstentions are missing from them; only where they are the présents and the pouvoirs together are they the votants.
 */
#include "counts_priv.h"

#define COMPLEMENT_WORDS 8
#define PUIS_WITHIN 7

static bool is_whole_number_end(const struct reader *rd, size_t end)
{
	if (end >= rd->t.n)
		return true;
	const bool glued = !rd->t.at[end].space;

	if (glued && rd->t.at[end].kind == TOK_WORD) /* "1i" */
		return false;
	if (glued && tok_mark(&rd->t, end, '%'))
		return false;
	if (glued && (tok_mark(&rd->t, end, '/') || tok_mark(&rd->t, end, '-')) && rd->t.at[end + 1].kind == TOK_NUMBER)
		return false;
	return !(tok_mark(&rd->t, end, ',') && rd->t.at[end + 1].kind == TOK_NUMBER && !rd->t.at[end + 1].space);
}

/* "27 puis 28", "27 (the margin) puis 28" */
static bool puis_behind(const struct reader *rd, size_t end)
{
	for (size_t k = end; k < end + PUIS_WITHIN && k + 1 < rd->t.n && rd->t.at[k].lines == 0 && !tok_among(&rd->t, k, " , ; . ( ) : "); k++)
		if (word_is(rd, k, "puis"))
			return k == end || rd->t.at[k + 1].kind == TOK_NUMBER;
	return false;
}

/* "34 de la délibération 01 à 03", "27 puis 28": the number is not one for the séance. */
static bool varies(const struct reader *rd, size_t end)
{
	if (counts_proxies_in(rd, end) || tok_mark(&rd->t, end, '+') ||
	    ((word_is(rd, end, "ou") || word_is(rd, end, "de")) && end + 1 < rd->t.n && rd->t.at[end + 1].kind == TOK_NUMBER))
		return true; /* "22 ou 21"; "est 2 de 15", of which the 2 is a page's */
	if (tok_mark(&rd->t, end, '('))
		end += end + 1 < rd->t.n && rd->t.at[end + 1].kind == TOK_NUMBER ? 2 : 1; /* "12 (13 à partir du point 4)" */
	if (puis_behind(rd, end))
		return true;
	if (end >= rd->t.n || rd->t.at[end].shape != SHAPE_LOWER || rd->t.at[end].lines > 0)
		return false;
	return (word_is(rd, end, "de") && word_is(rd, end + 1, "la") && word_is(rd, end + 2, "deliberation")) ||
	       (word_is(rd, end, "a") && word_is(rd, end + 1, "compter")) ||
	       (word_is(rd, end, "a") && word_is(rd, end + 1, "partir"));
}

size_t count_number(const struct reader *rd, size_t i, int64_t *ret)
{
	const size_t end = i < rd->t.n ? leaf_number(&rd->t, i, ret) : i;
	struct date d;
	int weekday;

	return end > i && is_whole_number_end(rd, end) && *ret > 0 && *ret < 1000 && leaf_date(&rd->t, i, &d, &weekday) == i ? end : i;
}

static void keep_value(struct reader *rd, struct count *c, int64_t value, size_t from, size_t to)
{
	const size_t before = c->values.n;

	candidate_add(rd, &c->values, arena_printf(rd->a, "%lld", (long long)value), reader_span(rd, from, to));
	if (c->values.n > before)
		c->values.at[before].centimes = value;
}

/* "quinze (14)", "15 (quatorze)": the number of the tokens before `to`, said once more in the other way; where they differ both are kept. */
static void keep_said_again(struct reader *rd, struct count *c, size_t from, size_t to)
{
	int64_t value;
	const size_t end = tok_mark(&rd->t, to, '(') ? count_number(rd, to + 1, &value) : to;
	bool figures = false;

	for (size_t k = from; k < to; k++)
		figures |= rd->t.at[k].kind == TOK_NUMBER;
	if (end > to + 1 && tok_mark(&rd->t, end, ')') && figures != (rd->t.at[to + 1].kind == TOK_NUMBER))
		keep_value(rd, c, value, to + 1, end);
}

void count_keep(struct reader *rd, struct count *c, int64_t value, size_t from, size_t to)
{
	if ((varies(rd, to) && !(c->cue == CUE_NB_VOTANTS && counts_proxies_in(rd, to))) || (c->cue != CUE_EN_EXERCICE && (word_is(rd, to, "jusqu") || count_changes_behind(rd, to)))) {
		c->mixed = reader_span(rd, from, to);
		return;
	}
	keep_value(rd, c, value, from, to);
	keep_said_again(rd, c, from, to);
}

bool count_is_of(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "est") && word_is(rd, i + 1, "de");
}

/* "Présents : 1. M. A  2. M. B": the number of the first name. One member alone is never a séance. */
static bool numbers_a_name(const struct reader *rd, const struct count *c, int64_t value, size_t end)
{
	const size_t k = skip_marks(rd, end, ".)-");

	return c->cue == CUE_NB_PRESENTS && value == 1 && k < rd->t.n && rd->t.at[k].lines == 0 &&
	       rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_LOWER;
}

/* Written elsewhere than in the head, in the words of the vote for instance. */
static size_t mention_elsewhere(const struct reader *rd, enum cue cue)
{
	return next_of(rd, cue, rd->head.to, rd->t.n);
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

/* "Votants 15 15 14": a row of numbers of which the labels were not all understood. */
static bool opens_a_row(const struct reader *rd, size_t end)
{
	int64_t value;
	const bool of_a_page = end < rd->t.n && rd->t.at[end].lines > 1 && (end + 1 >= rd->t.n || rd->t.at[end + 1].lines > 1);

	return !of_a_page && end < rd->t.n && rd->t.at[end].kind == TOK_NUMBER && count_number(rd, end, &value) == end + 1 && !count_opens_a_list(rd, end);
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
	const bool before = c->cue == CUE_NB_PRESENTS && count_stands_before(rd, i);
	struct span *why = before || count_is_damaged(rd, k) || tok_mark(&rd->t, k - 1, '|') ? &c->damaged : &c->empty;

	if (why->end == 0)
		*why = reader_span(rd, i - before, next);
}

static size_t read_one(struct reader *rd, struct count *c, size_t i, size_t next)
{
	int64_t value;
	size_t k = past_complement(rd, c, next), end;
	const bool behind = word_is(rd, k, "titulaires"), titulaires = behind || (c->cue == CUE_NB_PRESENTS && i > 0 && word_is(rd, i - 1, "titulaires"));

	if (c->cue == CUE_NB_PRESENTS && i > 0 && (word_is(rd, i - 1, "suppleants") || word_is(rd, i - 1, "suppleant")) && !count_of_both(rd, i))
		return next; /* counted with the titulaires */
	if (count_of_a_majority(rd, i) && k == next)
		return next;
	if (count_at_a_moment(rd, c, i, next, &end))
		return end;
	if (c->cue == CUE_NB_PRESENTS && count_at_an_hour(rd, next, &end)) {
		c->mixed = reader_span(rd, i, end + 1);
		return end;
	}
	/* "conseillers en exercice : 12 présents 2 …", whose own number stood before it and was lost. */
	if (c->cue == CUE_EN_EXERCICE && rd->t.at[i].shape == SHAPE_LOWER && tok_mark(&rd->t, next, ':') &&
	    (end = count_number(rd, next + 1, &value)) > next + 1 && rd->t.at[end].shape == SHAPE_LOWER && rd->t.at[end].lines == 0 &&
	    cue_at(rd->lx, &rd->t, end, CUE_NB_PRESENTS) > end && !(tok_mark(&rd->t, i - 1, ':') && tok_mark(&rd->t, cue_at(rd->lx, &rd->t, end, CUE_NB_PRESENTS), ':'))) {
		c->mixed = reader_span(rd, i, end);
		return next + 1;
	}
	/* "15 membres en exercice : 12 (the margin) présents" */
	if (c->cue == CUE_EN_EXERCICE && i > 0 && rd->t.at[i].shape == SHAPE_LOWER && rd->t.at[i].lines == 0 && tok_mark(&rd->t, next, ':') &&
	    rd->t.at[i - 1].kind == TOK_NUMBER && count_number(rd, i - 1, &value) == i) {
		c->mixed = reader_span(rd, i - 1, next);
		return next;
	}
	k += behind;
	if (tok_mark(&rd->t, k, '(') && !tok_mark(&rd->t, k + 2, ')')) {
		if (word_is(rd, k + 1, "y") || word_is(rd, k + 1, "dont") || word_is(rd, k + 1, "et"))
			c->mixed = reader_span(rd, i, k + 2);
		return next;
	}
	const bool semicolon = tok_mark(&rd->t, k, ';');
	k = skip_marks(rd, k, ":=.|;([");
	end = count_number(rd, k, &value);

	if (end > k && (semicolon || rd->t.at[k].lines > 0) && goes_on(rd, end, semicolon))
		return next;
	if (end > k && k == next + 1 && rd->t.at[k].space && tok_mark(&rd->t, next, '.') && rd->t.at[i].shape == SHAPE_LOWER) /* "12 sont présents. 2", of which the 2 is a page's */
		return next;
	if (end > k && k == next && rd->t.at[i].shape == SHAPE_LOWER && word_is(rd, end, "et")) /* "sont présents 2 et que", the same flattened */
		return next;
	/* "membres présents⏎2⏎: 12", of which the 2 is a page's */
	const bool number_behind = tok_mark(&rd->t, end, ':') && (k == next || tok_mark(&rd->t, k - 1, ':')) && rd->t.at[end + 1].kind == TOK_NUMBER;

	if (end > k && (number_behind || count_labels_lost_theirs(rd, end) || count_is_split(rd, end) || opens_a_row(rd, end) || opens_a_parted_row(rd, end))) {
		c->mixed = reader_span(rd, i, end);
		return end;
	}

	/* "Quorum : 22 présents sur 26" states the présents, "quorum est de 22 présents" does not. */
	if (c->cue == CUE_QUORUM && end > k && k == skip_marks(rd, next, ":=.|;(") && rd->t.at[end].shape == SHAPE_LOWER &&
	    cue_at(rd->lx, &rd->t, end, CUE_NB_PRESENTS) > end)
		return k;

	if (end == k || numbers_a_name(rd, c, value, end) || (c->cue == CUE_EN_EXERCICE && value == 1)) {
		if (end == k && k > next)
			no_number(rd, c, i, next, k);
		return next;
	}
	if (titulaires) {
		const size_t both = count_with_suppleants(rd, end, &value);

		if (both == end && count_suppleants_spoken_of(rd)) {
			c->mixed = reader_span(rd, i, end);
			return end;
		}
		end = both;
	} else if (c->cue == CUE_NB_PRESENTS && !count_of_both(rd, i) && count_suppleants_apart(rd, end)) {
		c->mixed = reader_span(rd, i, end);
		return end;
	}
	count_keep(rd, c, value, i, end);
	if (c->cue == CUE_EN_EXERCICE)
		add_corrections(rd, c, end);
	return end;
}

static void set(struct reader *rd, struct field *f, const struct count *c, const char *what)
{
	if (c->mixed.end > 0) {
		field_illisible(rd, f, c->mixed,
				"%s : le nombre annoncé mêle plusieurs choses ou varie pendant la séance", what);
	} else if (c->values.n == 1) {
		field_lu(f, c->values.at[0].span);
		f->nombre = c->values.at[0].centimes;
	} else if (c->values.n > 1) {
		field_ambigu(rd, f, c->values.at, c->values.n, "%s : %zu nombres différents", what, c->values.n);
	} else if (c->damaged.end > 0) {
		field_illisible(rd, f, c->damaged, "%s : le nombre n'est pas compris", what);
	} else if (c->empty.end > 0) {
		field_absent_because(rd, f, c->empty, "%s : la mention n'est suivie d'aucun nombre", what);
	} else {
		const size_t i = mention_elsewhere(rd, c->cue);

		if (i < rd->t.n)
			field_illisible(rd, f, reader_span(rd, i, i + 1), "%s : aucune mention comprise dans l'en-tête",
					what);
		else
			field_illisible(rd, f, (struct span){ 0, 0 }, "%s : aucune mention trouvée", what);
	}
}

/* "Nombre de conseillers en exercice : 45" behind the list of what was decided. */
static void effectif_elsewhere(struct reader *rd, struct count *c)
{
	for (size_t i = rd->head.to; (i = next_of(rd, CUE_EN_EXERCICE, i, rd->t.n)) < rd->t.n; i++) {
		const size_t next = cue_at(rd->lx, &rd->t, i, CUE_EN_EXERCICE);

		if (next == i)
			continue;
		if (word_is(rd, i, "nombre") && tok_mark(&rd->t, next, ':'))
			read_one(rd, c, i, next);
		i = next - 1;
	}
}

/* "Présents : 20 Pouvoirs : 1 Suffrages exprimés : 21" */
static void votants_of_suffrages(struct reader *rd, struct count *counts)
{
	const struct count *presents = &counts[COUNT_PRESENTS], *pouvoirs = &counts[COUNT_POUVOIRS];
	size_t next;
	int64_t value;

	if (counts[COUNT_VOTANTS].values.n > 0 || presents->values.n != 1 || pouvoirs->values.n != 1)
		return;
	for (size_t i = rd->head.from; (i = next_of(rd, LANDMARK_COUNT, i, rd->head.to)) < rd->head.to; i++) {
		if (!tok_phrase(&rd->t, i, "suffrages exprimes", &next) || !tok_mark(&rd->t, next, ':'))
			continue;
		const size_t end = count_number(rd, next + 1, &value);

		if (end > next + 1 && value == presents->values.at[0].centimes + pouvoirs->values.at[0].centimes)
			count_keep(rd, &counts[COUNT_VOTANTS], value, i, end);
	}
}

void counts_in(struct reader *rd, struct range in, struct count *counts)
{
	for (size_t i = in.from; i < in.to;) {
		size_t next, end = is_other_number(rd, LANDMARK_CUE, i) ? i + 1 : counts_row(rd, counts, i);

		if (end == i)
			end = counts_row_above(rd, counts, i);
		if (end == i)
			end = counts_column(rd, counts, i);
		if (end == i)
			end = counts_before(rd, counts, i);
		if (end == i) {
			struct count *c = count_label(rd, counts, i, &next);

			end = c == NULL ? i + 1 : number_of_the_next(rd, counts, next) ? next : read_one(rd, c, i, next);
		}
		i = next_of(rd, LANDMARK_COUNT, end, in.to);
	}
}

void reader_counts(struct reader *rd)
{
	struct count counts[COUNTS] = COUNTS_OF_NOTHING;
	struct reading *r = rd->r;
	struct count *effectif = &counts[COUNT_EXERCICE], *presents = &counts[COUNT_PRESENTS];

	counts_in(rd, rd->head, counts);
	if (effectif->values.n == 0 && effectif->mixed.end == 0)
		count_bare_members(rd, effectif);
	if (effectif->values.n == 0 && effectif->mixed.end == 0)
		effectif_elsewhere(rd, effectif);
	if (effectif->values.n == 0 && effectif->mixed.end == 0)
		count_of_composition(rd, effectif);
	if (presents->values.n == 0 && presents->mixed.end == 0)
		count_after_list(rd, presents);
	votants_of_suffrages(rd, counts);
	for (size_t c = 0; c < COUNTS; c++)
		if (counts[c].at_vote.n > 0)
			counts[c].values = counts[c].at_vote;
	set(rd, &r->effectif, effectif, "membres en exercice");
	set(rd, &r->presents_annonces, presents, "présents");
	set(rd, &r->votants_annonces, &counts[COUNT_VOTANTS], "votants");
	set(rd, &r->quorum_annonce, &counts[COUNT_QUORUM], "quorum");
}
