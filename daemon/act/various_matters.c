/* SPDX-License-Identifier: EUPL-1.2 */
/* What is no acte of its own, or more than one: "Questions diverses" and its lettered matters ("A. TITRE", "20/B TITRE"), and what is told behind the decision of an acte ("Information relative à …", a title in capitals and who reports).
 *
 * The letters are cut only where they run from A on and nearly each has its vote; what is told behind a decision is no part of the acte only where
 * nothing is voted behind it.
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define LETTERS_MOST 26
#define LETTERS_LEAST 2
#define TITLE_TOKENS 40
#define CAPITALS_LEAST 3

bool titles_various_matters(const struct reader *rd, size_t i)
{
	static const char *const titles[] = { "questions diverses", "question diverse", "questions et informations diverses", "questions orales", "affaires diverses", "points divers",
					      "sujets divers", "informations et questions diverses", "divers", "informations diverses" };
	size_t next;

	if (rd->t.at[i].shape == SHAPE_LOWER)
		return false;
	for (size_t k = 0; k < sizeof titles / sizeof *titles; k++)
		if (tok_phrase(&rd->t, i, titles[k], &next) && (next >= rd->t.n || rd->t.at[next].lines > 0 || rd->t.at[next].kind == TOK_MARK))
			return true;
	return false;
}

/* "A. Titre", "a) Titre", "20/A TITRE" at the start of a line, the letter the `n`th: the token of the title, or i. */
static size_t lettered_at(const struct reader *rd, size_t i, int point, size_t n)
{
	size_t k = i;

	if (rd->t.at[i].lines == 0)
		return i;
	if (rd->t.at[k].kind == TOK_NUMBER && rd->t.at[k].value == point)
		k += 1 + tok_among(&rd->t, k + 1, " / - . ");
	const struct token *letter = &rd->t.at[k];
	const bool marked = tok_among(&rd->t, k + 1, " . ) - / : ");
	const size_t title = k + 1 + marked;

	if (title >= rd->t.n || letter->kind != TOK_WORD || letter->key.n != 1 || letter->key.p[0] != (char)('a' + n) || (k == i && !marked) || (k > i && letter->lines > 0))
		return i;
	return rd->t.at[title].kind == TOK_WORD && rd->t.at[title].shape != SHAPE_LOWER && rd->t.at[title].lines == 0 && rd->t.at[title].space ? title : i;
}

static struct act_headings letters_of(struct reader *rd, const struct act_heading *point, size_t to)
{
	struct act_headings run = { .end = to };

	for (size_t i = point->at + 1; i < to && run.n < LETTERS_MOST; i++) {
		const size_t title = lettered_at(rd, i, point->point, run.n);

		if (title > i)
			*ARENA_PUSH(rd->a, &run) = (struct act_heading){ .at = i, .number = { i, i }, .point = point->point, .title = title };
	}
	return run;
}

size_t title_of_point(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k + 1 < rd->t.n && rd->t.at[k].kind != TOK_NUMBER)
		k++;
	return skip_marks(rd, k + 1, ":-.)/|");
}

struct act_headings various_matters(struct reader *rd, const struct act_headings *points)
{
	struct act_headings all = { .end = points->end };

	for (size_t k = 0; k < points->n; k++) {
		const size_t to = k + 1 < points->n ? points->at[k + 1].at : points->end > 0 ? points->end : rd->t.n, title = points->at[k].title > 0 ? points->at[k].title : title_of_point(rd, points->at[k].at);
		struct act_heading h = points->at[k];
		struct act_headings letters = titles_various_matters(rd, title) ? letters_of(rd, &h, to) : (struct act_headings){ 0 };

		if (letters.n < LETTERS_LEAST || all.n + letters.n + points->n > LIMIT_ACTES - 2 || !headings_have_votes(rd, &letters) || votes_stand_between(rd, h.at, letters.at[0].at))
			letters.n = 0;
		else
			letters.at[0].at = h.at;
		if (letters.n == 0)
			*ARENA_PUSH(rd->a, &all) = h;
		for (size_t n = 0; n < letters.n; n++)
			*ARENA_PUSH(rd->a, &all) = letters.at[n];
	}
	return all;
}

/* "Information relative au camping", "2-Informations sur …", "Questions diverses :" */
static bool opens_information(const struct reader *rd, size_t i)
{
	size_t k = rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i].key.n <= 2 ? skip_marks(rd, i + 1, "-.)/:") : i;

	if (word_is_no(rd, k)) /* "N° Questions diverses", where a number would stand */
		k = over_degree(rd, k + 1);
	return (k == i || rd->t.at[k].lines == 0) && titles_information(rd, k);
}

/* A title in capitals, alone in its paragraph, and the one who reports opens the next. */
static bool opens_a_report(const struct reader *rd, size_t i, size_t limit)
{
	size_t k = i, capitals = 0;

	if (rd->t.at[i].kind != TOK_WORD) /* "4-2 TITRE": a part of the point 4 */
		return false;
	for (; k < limit && k < i + TITLE_TOKENS && (k == i || rd->t.at[k].lines < 2); k++) {
		if (rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_UPPER && rd->t.at[k].key.n > 1)
			return false;
		capitals += rd->t.at[k].kind == TOK_WORD && rd->t.at[k].key.n > 1;
	}
	return capitals >= CAPITALS_LEAST && k < limit && rd->t.at[k].lines >= 2 && speaker_at(rd, k, limit);
}

/* "Informations sur les voies de recours", a stamp: of the acte. */
static bool is_of_the_acte(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " recours tribunal prefecture ") || stamp_at(rd, i);
}

size_t told_behind_the_decision(const struct reader *rd, size_t from, size_t to)
{
	size_t decided = to, own = to;

	while (decided > from && !(says_a_vote(rd, decided - 1) || decides_at(rd, decided - 1)))
		decided--;
	while (own > decided && !is_of_the_acte(rd, own - 1))
		own--;
	for (size_t i = own; decided > from && i < to; i++)
		if ((rd->t.at[i].lines >= 2 || after_furniture(rd, i)) && (opens_information(rd, i) || opens_a_report(rd, i, to)))
			return i;
	return to;
}
