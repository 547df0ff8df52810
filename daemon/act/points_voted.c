/* SPDX-License-Identifier: EUPL-1.2 */
/* Points of the agenda where lists inside them, lines of their titles and tables are numbered in the same way: what proves a heading is the result of the
 * point before it, on the line right above ("Adopté à l'unanimité", "14 pour"), and that its number is the next.
 *
 * A point behind which nothing is voted has no such line: it is taken where its number stands once between the two beside it. The mark behind the number may be
 * lost in the gap between two columns ("4     TARIFS").
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define PROVED_LEAST 3
#define RESULT_TOKENS 16 /* of a line that tells a result */
#define MOVE_TOKENS 40   /* of a paragraph that tells who came or left */
#define SENTENCE_TOKENS 60 /* that decides */
#define RULE_TOKENS 120  /* a rule, a page's number */
#define PAGE_DIGITS 3
#define SKIPPED_MOST 3 /* points behind which nothing is voted, in a row */
#define MOVES_MOST 4 /* such paragraphs between the result and the next point */

/* What stands above token i: the token behind its last word, rules and page numbers passed over. */
static size_t end_above(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k > 1 && i - k < RULE_TOKENS) {
		const struct token *t = &rd->t.at[k - 1];
		const bool page = t->kind == TOK_NUMBER && t->key.n <= PAGE_DIGITS && t->lines > 0 && rd->t.at[k].lines > 0;

		if (!page && (t->kind != TOK_MARK || tok_among(&rd->t, k - 1, " : , ; ")))
			break;
		k--;
	}
	return k;
}

/* The first token of the line, or of the paragraph, that ends before token `end`; `end` where it is longer than such a one is. */
static size_t start_of(const struct reader *rd, size_t end, bool paragraph)
{
	const size_t most = paragraph ? MOVE_TOKENS : RESULT_TOKENS;
	size_t k = end;

	while (k > 0 && end - k < most && (k == end || rd->t.at[k].lines == 0 || (paragraph && rd->t.at[k].lines == 1 && rd->t.at[k - 1].kind == TOK_WORD)))
		k--;
	return rd->t.at[k].lines > 0 ? k : end;
}

/* "M. PETIT quitte la séance.", "Mme A et M. B sortent de séance." */
static bool tells_a_move(const struct reader *rd, size_t from, size_t to)
{
	return next_of(rd, LANDMARK_MOVE, from, to) < to && tok_says(&rd->t, from, to, " seance salle ");
}

bool behind_a_result(const struct reader *rd, size_t i)
{
	size_t end = end_above(rd, i);

	for (size_t moves = 0, from; moves < MOVES_MOST && (from = start_of(rd, end, true)) < end && tells_a_move(rd, from, end); moves++)
		end = end_above(rd, from);
	if (end == 0 || tok_among(&rd->t, end - 1, " : , ; "))
		return false;
	for (size_t k = start_of(rd, end, false); k < end; k++)
		if (says_a_vote(rd, k) || result_at(rd, k) || outcome_at(rd, k) != OUTCOME_NONE)
			return true;
	return false;
}

/* "Procès-verbal du conseil du 3 mars", "Conseil municipal du 3 mars – page 2": the head of a page, no word of a vote in it. */
static bool is_a_running_head(const struct reader *rd, size_t line, size_t end)
{
	for (size_t k = line; k < end; k++)
		if (says_a_vote(rd, k) || result_at(rd, k) || decides_at(rd, k) || (k + 1 < end && sentence_ends_at(rd, k)))
			return false;
	return names_the_minutes(rd, line) || (tok_among(&rd->t, line, " conseil seance ") && tok_says(&rd->t, line, end, " page "));
}

/* The feet and heads of pages above token i passed over: the token behind what stands above them. */
static size_t end_above_feet(const struct reader *rd, size_t i)
{
	size_t end = end_above(rd, i), line;

	while ((line = start_of(rd, end, false)) < end && (page_foot_at(rd, line, i) || is_a_running_head(rd, line, end)))
		end = end_above(rd, line);
	return end;
}

bool behind_a_decision(const struct reader *rd, size_t i)
{
	const size_t end = end_above_feet(rd, i), from = end > 0 ? sentence_start(rd, end - 1, end > SENTENCE_TOKENS ? end - SENTENCE_TOKENS : 0) : 0;

	for (size_t k = from; k < end && !tok_mark(&rd->t, end - 1, ':'); k++)
		if (says_a_vote(rd, k) || decides_at(rd, k))
			return true;
	return behind_a_result(rd, i);
}

static void add_point(struct reader *rd, struct act_headings *chain, const struct point *p)
{
	*ARENA_PUSH(rd->a, chain) = (struct act_heading){ .at = p->at, .number = { p->at, p->at }, .point = p->n };
}

/* The only one of this number between two others; NULL when it stands there never or twice. */
static const struct point *lone_point(const struct points *all, int n, char style, size_t from, size_t to)
{
	const struct point *found = NULL;

	for (size_t i = from; i < to; i++) {
		if (all->at[i].n != n || all->at[i].style != style || !all->at[i].apart)
			continue;
		if (found != NULL)
			return NULL;
		found = &all->at[i];
	}
	return found;
}

/* Those between the last of the chain and point `to`, each once; false when one is missing. */
static bool add_unvoted(struct reader *rd, struct act_headings *chain, const struct points *all, char style, size_t from, size_t to)
{
	while (chain->at[chain->n - 1].point + 1 < all->at[to].n) {
		const struct point *p = lone_point(all, chain->at[chain->n - 1].point + 1, style, from, to);

		if (p == NULL)
			return false;
		add_point(rd, chain, p);
		from = (size_t)(p - all->at) + 1;
	}
	return true;
}

/* From `first` on; none when a number is missing, another stands behind a result, or too few of them do. */
static struct act_headings proved_chain(struct reader *rd, const struct points *all, size_t first)
{
	struct act_headings chain = { 0 }, none = { 0 };
	size_t proved = 0, last = first;

	add_point(rd, &chain, &all->at[first]);
	for (size_t i = first + 1; i < all->n && chain.n < LIMIT_ACTES - 2 - SKIPPED_MOST; i++) {
		const struct point *p = &all->at[i];
		const int expected = chain.at[chain.n - 1].point + 1;

		if (!behind_a_result(rd, p->at))
			continue;
		if (p->n < expected || p->n > expected + SKIPPED_MOST || !add_unvoted(rd, &chain, all, all->at[first].style, last + 1, i))
			return none;
		add_point(rd, &chain, p);
		proved++;
		last = i;
	}
	for (const struct point *p; (p = lone_point(all, chain.at[chain.n - 1].point + 1, all->at[first].style, last + 1, all->n)) != NULL && chain.n < LIMIT_ACTES - 2;)
		add_point(rd, &chain, p);
	return proved >= PROVED_LEAST - 1 && proved * 4 >= (chain.n - 1) * 3 && headings_have_votes(rd, &chain) ? chain : none;
}

/* The next point with the same mark, before `to`; `to` when there is none. */
static size_t next_alike(const struct points *all, size_t i, size_t to)
{
	size_t k = i + 1;

	while (k < to && all->at[k].style != all->at[i].style)
		k++;
	return k < to ? k : to;
}

/* The "1" before the first "2" that stands behind a result: itself behind one; or the only one with the mark of that "2", or the one behind which the list
 * of an acte, and no agenda, opens with another "1". */
static size_t first_of(const struct reader *rd, const struct points *all)
{
	size_t second = 0, proved = 0, found = all->n, alike = all->n;

	while (second < all->n && !(all->at[second].n == 2 && behind_a_result(rd, all->at[second].at)))
		second++;
	for (size_t i = 0; i < second && second < all->n; i++) {
		if (all->at[i].n != 1)
			continue;
		if (behind_a_result(rd, all->at[i].at)) {
			proved++;
			found = i;
		} else if (alike == all->n && all->at[i].style == all->at[second].style) {
			alike = i;
		}
	}
	if (proved > 0 && alike < found) /* only an agenda, with its title, opens before it */
		proved += !same_title(rd, &all->at[alike], &all->at[found]);
	if (proved > 0 || alike == all->n)
		return proved == 1 ? found : all->n;
	const size_t next = next_alike(all, alike, second);

	return next == second || all->at[next].n == 1 ? alike : all->n;
}

struct act_headings points_behind_results(struct reader *rd, const struct points *all)
{
	const size_t first = first_of(rd, all);

	return first < all->n ? proved_chain(rd, all, first) : (struct act_headings){ 0 };
}
