/* SPDX-License-Identifier: EUPL-1.2 */
/* Actes cut at the points of the agenda: "1. TITRE", "2 - Titre", "3/ Titre", "Point n° 4 : titre", at the start of lines.
 *
 * Lists inside an acte are numbered in the same way, so the points are cut only where one chain is possible: from its last
 * "1" on, each number stands once with this mark, and nearly every part has its vote; or from the "1" before, where the last chain only
 * repeats as many titles, as the table at the end of minutes does. Where all points make no chain, those below an empty line may, else those in
 * capitals below one, else those in capitals; then every other run must be a table of the same titles. Whoever numbers his articles as his
 * points is cut only at ten points or more, of which no number may be one of the articles'.
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define POINTS_LEAST 3
#define LONG_CHAIN 10  /* longer than a list inside an acte */
#define FIRSTS_TRIED 8 /* points "1" */
#define MISSING_MOST 3 /* numbers between two points, of which the second tells that there were others */
#define TITLE_WORDS 2 /* that a table repeats */
#define SUBJECT_TOKENS 20
#define TITLE_MARKS "-.:)/|"

enum { ALL_POINTS, POINTS_APART, POINTS_IN_CAPITALS, CAPITALS_ANYWHERE, CHOICES };
struct span_of_points {
	size_t from, to;
};

static bool title_at(const struct reader *rd, size_t i)
{
	while (i < rd->t.n && rd->t.at[i].kind == TOK_MARK && rd->t.at[i].lines == 0)
		i++;
	return i < rd->t.n && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape != SHAPE_LOWER && rd->t.at[i].lines <= 1;
}

#define CAPITALS_LEAST 2

static bool in_capitals(const struct reader *rd, size_t i)
{
	size_t words = 0;

	for (size_t k = i; k < rd->t.n && (k == i || rd->t.at[k].lines == 0) && words < CAPITALS_LEAST; k++) {
		if (rd->t.at[k].kind != TOK_WORD || rd->t.at[k].key.n == 1)
			continue;
		if (rd->t.at[k].shape != SHAPE_UPPER)
			return false;
		words++;
	}
	return words == CAPITALS_LEAST;
}

/* "7 - 20 rue du Four : bail" */
static bool figure_opens_title(const struct reader *rd, size_t i)
{
	return i + 1 < rd->t.n && rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i].lines == 0 && rd->t.at[i].space && rd->t.at[i + 1].kind == TOK_WORD && rd->t.at[i + 1].lines == 0;
}

static bool read_point(const struct reader *rd, size_t i, struct point *ret)
{
	static const char marks[] = ".-)/:";
	size_t k = i;

	*ret = (struct point){ .at = i };
	if (rd->t.at[i].lines == 0)
		return false;
	if (word_is(rd, k, "point")) {
		k += 1 + word_is(rd, k + 1, "n");
		k = over_degree(rd, k);
		ret->style = 'p';
	}
	const struct token *number = &rd->t.at[k];

	if (k >= rd->t.n || number->kind != TOK_NUMBER || number->value < 1 || number->value > 99 || number->key.n > 2)
		return false;
	ret->n = number->value;
	ret->apart = rd->t.at[i].lines > 1;
	ret->title = k + 1;
	ret->capitals = in_capitals(rd, k + 1);
	for (const char *m = marks; *m != '\0' && ret->style == '\0'; m++)
		if (tok_mark(&rd->t, k + 1, *m))
			ret->style = *m;
	if (ret->style == '\0' ? opens_a_column(rd, k + 1) : ret->style != 'p' && figure_opens_title(rd, k + 2))
		ret->style = STYLE_UNSURE;
	return ret->style != '\0' && (title_at(rd, k + 1) || figure_opens_title(rd, k + 2)) &&
	       (ret->style == 'p' || ret->style == STYLE_UNSURE || rd->t.at[k + 2].kind == TOK_WORD || rd->t.at[k + 2].key.n == 1 || rd->t.at[k + 2].space);
}

static struct points points_in(struct reader *rd)
{
	struct points all = { 0 };
	struct point p;

	for (size_t i = 0; (i = next_of(rd, LANDMARK_HEADING, i, rd->t.n)) < rd->t.n && all.n < LIMIT_LIST_ITEMS; i++)
		if (read_point(rd, i, &p))
			*ARENA_PUSH(rd->a, &all) = p;
	return all;
}

static bool is_taken(const struct point *p, char style, int which)
{
	static const bool apart[CHOICES] = { [POINTS_APART] = true, [POINTS_IN_CAPITALS] = true };
	static const bool capitals[CHOICES] = { [POINTS_IN_CAPITALS] = true, [CAPITALS_ANYWHERE] = true };

	return p->style == style && (p->apart || !apart[which]) && (p->capitals || !capitals[which]);
}

/* The last "1" before points->at[to], or `to`. */
static size_t last_first(const struct points *all, size_t to, char style, int which)
{
	for (size_t i = to; i > 0; i--)
		if (is_taken(&all->at[i - 1], style, which) && all->at[i - 1].n == 1)
			return i - 1;
	return to;
}

static void add_point(struct reader *rd, struct act_headings *chain, const struct point *p)
{
	*ARENA_PUSH(rd->a, chain) = (struct act_heading){ .at = p->at, .number = { p->at, p->at }, .point = p->n };
}

/* The next point of the chain, when it was left out of the choice and stands there once, as "13. ADAP 2016" among titles in capitals. */
static void add_lone_point(struct reader *rd, struct act_headings *chain, const struct points *all, struct span_of_points among, char style)
{
	const struct point *found = NULL;

	for (size_t i = among.from; i < among.to; i++) {
		if (all->at[i].style != style || all->at[i].n != (int)chain->n + 1)
			continue;
		if (found != NULL)
			return;
		found = &all->at[i];
	}
	if (found != NULL)
		add_point(rd, chain, found);
}

/* The points from `first` to `to`; none when a number stands twice or is missing. */
static struct act_headings chain_of(struct reader *rd, const struct points *all, size_t first, size_t to, char style, int which)
{
	struct act_headings chain = { .end = to < all->n ? all->at[to].at : rd->t.n }, none = { 0 };
	size_t last = first;

	for (size_t i = first; i < to && chain.n < LIMIT_ACTES - 2; i++) {
		if (!is_taken(&all->at[i], style, which))
			continue;
		if (which != ALL_POINTS && all->at[i].n == (int)chain.n + 2)
			add_lone_point(rd, &chain, all, (struct span_of_points){ last + 1, i }, style);
		if (all->at[i].n != (int)chain.n + 1)
			return none;
		add_point(rd, &chain, &all->at[i]);
		last = i;
	}
	if (which != ALL_POINTS && chain.n > 0)
		add_lone_point(rd, &chain, all, (struct span_of_points){ last + 1, to }, style);
	return chain;
}

bool is_voted_between(const struct reader *rd, size_t from, size_t to)
{
	for (size_t i = from; (i = next_of(rd, LANDMARK_SAYS_VOTE, i, to)) < to; i++)
		if (says_a_vote(rd, i))
			return true;
	return false;
}

/* The last chain of one style, or the one before that it repeats. Of points that were chosen among others, each "1" must open such a chain. */
static struct act_headings points_of(struct reader *rd, const struct points *all, char style, int which)
{
	const size_t last = last_first(all, all->n, style, which), before = last_first(all, last, style, which);
	const struct act_headings chain = chain_of(rd, all, last, all->n, style, which), none = { 0 };

	if (before == last || (which == ALL_POINTS && (chain.n < POINTS_LEAST || (headings_have_votes(rd, &chain) && !is_voted_between(rd, all->at[before].at, all->at[last].at)))))
		return chain;
	const struct act_headings first = chain_of(rd, all, before, last, style, which);

	if (first.n != chain.n || (which != ALL_POINTS && last_first(all, before, style, which) != before))
		return none;
	return headings_have_votes(rd, &chain) ? chain : first;
}

/* The last point is often "Questions diverses", and one of the others a communication. */
bool headings_have_votes(const struct reader *rd, const struct act_headings *chain)
{
	size_t with = 0;

	for (size_t k = 0; k < chain->n; k++) {
		const size_t to = k + 1 < chain->n ? chain->at[k + 1].at : chain->end > 0 ? chain->end : rd->t.n;

		with += is_voted_between(rd, chain->at[k].at, to);
	}
	return with >= 2 && with * 4 >= (chain->n - 1) * 3;
}

bool same_title(const struct reader *rd, const struct point *a, const struct point *b)
{
	size_t i = a->title, k = b->title;

	for (size_t words = 0; words < TITLE_WORDS; words++, i++, k++) {
		i = skip_marks(rd, i, TITLE_MARKS);
		k = skip_marks(rd, k, TITLE_MARKS);
		if (i >= rd->t.n || k >= rd->t.n || !str_eq(rd->t.at[i].key, rd->t.at[k].key))
			return false;
	}
	return true;
}

static bool is_title_of(const struct reader *rd, const struct points *all, struct span_of_points chain, const struct point *p)
{
	for (size_t i = chain.from; i < chain.to; i++)
		if (all->at[i].style == p->style && all->at[i].n == p->n && same_title(rd, &all->at[i], p))
			return true;
	return false;
}

/* A table of the titles, which may leave some out: its numbers grow, nearly each has the title it has in the chain, nothing is voted in it. */
static bool is_table_of(const struct reader *rd, const struct points *all, struct span_of_points chain, struct span_of_points table, char style, int which)
{
	size_t n = 0, same = 0, last = table.from;

	for (size_t i = table.from; i < table.to; i++) {
		if (!is_taken(&all->at[i], style, which))
			continue;
		if (n > 0 && all->at[i].n <= all->at[last].n)
			return false;
		n++;
		last = i;
		same += is_title_of(rd, all, chain, &all->at[i]);
	}
	return same * 4 >= n * 3 && !is_voted_between(rd, all->at[table.from].at, all->at[last].at);
}

static struct span_of_points from_a_first(const struct points *all, size_t from, char style, int which)
{
	struct span_of_points s = { all->n, all->n };

	for (size_t i = from; i < all->n; i++) {
		if (!is_taken(&all->at[i], style, which) || all->at[i].n != 1)
			continue;
		if (s.from < all->n)
			return (struct span_of_points){ s.from, i };
		s.from = i;
	}
	return s;
}

/* The chain that has its votes, when each other run that a "1" opens is a table of its titles. */
static struct act_headings points_with_tables(struct reader *rd, const struct points *all, char style, int which)
{
	struct act_headings kept = { 0 };
	struct span_of_points chain = { 0, 0 }, s;

	for (size_t i = 0; kept.n == 0 && (s = from_a_first(all, i, style, which)).from < all->n; i = s.to) {
		const struct act_headings found = chain_of(rd, all, s.from, s.to, style, which);

		if (found.n >= POINTS_LEAST && headings_have_votes(rd, &found)) {
			kept = found;
			chain = s;
		}
	}
	for (size_t i = 0; kept.n > 0 && (s = from_a_first(all, i, style, which)).from < all->n; i = s.to)
		if (s.from != chain.from && !is_table_of(rd, all, chain, s, style, which))
			return (struct act_headings){ 0 };
	return kept;
}

/* "Objet : Tarifs municipaux⏎1. Cantine … Adopté⏎2. Piscine … Adopté": one subject stands above all points, and they are parts of its acte. That of a letter or
 * of minutes ("Objet : compte rendu du conseil") is not such a one. */
bool are_of_one_subject(const struct reader *rd, size_t first)
{
	size_t subjects = 0, at = rd->t.n;

	for (size_t i = 0; (i = next_of(rd, CUE_OBJET, i, rd->t.n)) < rd->t.n; i++) {
		const size_t end = cue_at(rd->lx, &rd->t, i, CUE_OBJET);

		if (end == i || rd->t.at[i].shape == SHAPE_LOWER || !tok_mark(&rd->t, end, ':'))
			continue;
		subjects++;
		at = subjects == 1 ? end : at;
	}
	if (subjects != 1 || at >= first)
		return false;
	for (size_t k = at; k < at + SUBJECT_TOKENS && k < first; k++)
		if (tok_among(&rd->t, k, " compte proces pv cr reunion seance seances conseil ordre convocation extrait ") && (k == at + 1 || rd->t.at[k].lines == 0))
			return false;
	return true;
}

/* The points from `first` on, where lists inside them are numbered from "1" again: a number that goes on such a list is of the list; one that could go on both,
 * one that comes behind a list before anything is voted, one that is missing leave all uncut. */
static struct act_headings chain_around_lists(struct reader *rd, const struct points *all, size_t first, char style)
{
	struct act_headings chain = { 0 };
	bool goes_on = false; /* behind the last of them, past numbers that were not recognised */
	int listed = 0;

	for (size_t i = first; i < all->n && chain.n < LIMIT_ACTES - 2; i++) {
		const struct point *p = &all->at[i];
		const bool next = p->n == (int)chain.n + 1, in_list = listed > 0 && p->n == listed + 1;

		if (p->style != style)
			continue;
		if (next && (in_list || (listed > 0 && !is_voted_between(rd, chain.at[chain.n - 1].at, p->at))))
			return (struct act_headings){ 0 };
		if (next)
			add_point(rd, &chain, p);
		goes_on = !next && (goes_on || (!in_list && p->n > (int)chain.n + 1 && p->n <= (int)chain.n + 1 + MISSING_MOST));
		listed = in_list ? p->n : !next && p->n == 1 ? 1 : next ? 0 : listed;
	}
	return goes_on ? (struct act_headings){ 0 } : chain;
}

/* Of so many that they are no list, the first that have their votes; before them only an agenda, on which nobody votes. */
static struct act_headings points_around_lists(struct reader *rd, const struct points *all, char style)
{
	size_t first = all->n;

	for (size_t i = 0, tried = 0; i < all->n && tried < FIRSTS_TRIED; i++) {
		if (all->at[i].style != style || all->at[i].n != 1)
			continue;
		first = first == all->n ? i : first;
		if (is_voted_between(rd, all->at[first].at, all->at[i].at))
			break;
		const struct act_headings chain = chain_around_lists(rd, all, i, style);

		tried++;
		if (chain.n >= LONG_CHAIN && headings_have_votes(rd, &chain))
			return chain;
	}
	return (struct act_headings){ 0 };
}

/* The only chain of its mark, or one behind an agenda. */
static struct act_headings few_points_of(struct reader *rd, const struct points *all, char style)
{
	const size_t last = last_first(all, all->n, style, ALL_POINTS), before = last_first(all, last, style, ALL_POINTS);

	for (size_t i = 0; i < last && i < all->n; i++)
		if (all->at[i].style == style && (before == last || i < before))
			return (struct act_headings){ 0 };
	const struct act_headings chain = last < all->n ? chain_of(rd, all, last, all->n, style, ALL_POINTS) : (struct act_headings){ 0 };

	return announced_numbers(rd).n > 0 ? (struct act_headings){ 0 } : few_points(rd, &chain);
}

struct act_headings agenda_points(struct reader *rd)
{
	static const char styles[] = "p.-)/:";
	const struct points all = points_in(rd);
	struct act_headings best = { 0 };

	for (int which = ALL_POINTS; which <= POINTS_IN_CAPITALS && best.n == 0; which++)
		for (const char *s = styles; *s != '\0'; s++) {
			const struct act_headings chain = points_of(rd, &all, *s, which);

			if (chain.n >= POINTS_LEAST && chain.n > best.n && headings_have_votes(rd, &chain))
				best = chain;
		}
	for (int which = ALL_POINTS; which < CHOICES && best.n == 0; which++)
		for (const char *s = styles; *s != '\0'; s++) {
			const struct act_headings chain = points_with_tables(rd, &all, *s, which);

			if (chain.n > best.n)
				best = chain;
		}
	for (const char *s = styles; *s != '\0' && best.n == 0; s++)
		best = points_around_lists(rd, &all, *s);
	if (best.n == 0)
		best = points_behind_results(rd, &all);
	if (best.n == 0)
		best = titles_of_the_agenda(rd);
	for (const char *s = styles; *s != '\0' && best.n == 0; s++)
		best = few_points_of(rd, &all, *s);
	return best.n > 0 && are_of_one_subject(rd, best.at[0].at) ? (struct act_headings){ 0 } : various_matters(rd, &best);
}
