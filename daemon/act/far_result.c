/* SPDX-License-Identifier: EUPL-1.2 */
/* One deliberation, one tally, one result, far apart: they are the same vote.
 *
 * The result stands in the dispositif, or the assembly is named right beside it. Minutes that were not cut may tell the tally of the
 * next matter behind it: without a dispositif, voices against are taken for those of a unanimity in brackets of its own sentence only.
 */
#include "ballots_priv.h"
#include "titles_priv.h"

#define BODY_BEFORE 7 /* tokens: "les membres du conseil municipal ," */
#define ONE_SENTENCE 25
#define PART_TOKENS 14 /* its number and title */

/* "le conseil municipal", "Le Conseil", "les membres du conseil syndical": the token after it, or i. */
static size_t past_the_body(const struct reader *rd, size_t i)
{
	const bool members = tok_among(&rd->t, i, " les ") && tok_among(&rd->t, i + 1, " membres ") && tok_among(&rd->t, i + 2, " du de ");
	size_t next;

	if (!members && !tok_among(&rd->t, i, " le la l "))
		return i;
	size_t k = i + (members ? 3 : 1);

	k += tok_among(&rd->t, k, " la l ");
	k += tok_mark(&rd->t, k, '\'');
	if (organe_at(rd, k, &next) != NULL)
		return next;
	return tok_among(&rd->t, k, " conseil comite bureau assemblee commission ") && rd->t.at[k].shape != SHAPE_LOWER ? k + 1 : i;
}

static bool body_stands_before(const struct reader *rd, size_t i)
{
	for (size_t k = i > BODY_BEFORE ? i - BODY_BEFORE : 0; k < i; k++) {
		const size_t next = past_the_body(rd, k);

		if (next > k && skip_marks(rd, next, ",") == i)
			return !title_goes_on(rd, k);
	}
	return false;
}

/* "À l'unanimité des membres présents, le conseil municipal adopte" */
static bool body_stands_behind(const struct reader *rd, const struct formula *f)
{
	for (size_t k = f->at.from; k < f->at.to + BODY_BEFORE; k++)
		if (tok_mark(&rd->t, k, ',') && past_the_body(rd, k + 1) > k + 1)
			return true;
		else if (sentence_ends_at(rd, k))
			return false;
	return false;
}

static bool is_in_the_dispositif(const struct acte_parts *p, const struct formula *f)
{
	return p->dispositif.to > 0 && f->at.to > p->dispositif.from;
}

static bool only_decides_between(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if ((rd->t.at[k].lines > 0 || sentence_ends_at(rd, k - 1)) && !says_no_other_matter(rd, k))
			return false;
	return true;
}

static bool is_its_own_tally(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	const struct voice_read *against = &t->v[VOICE_CONTRE];
	const bool one_sentence = t->at.from >= f->at.to && sentence_end(rd, f->at.to - 1, t->at.from) == t->at.from;
	const bool in_brackets = tok_mark(&rd->t, t->at.from - 1, '(') && one_sentence;

	if (one_sentence && tok_among(&rd->t, t->at.from - 1, " par ")) /* "rejette la demande par 8 voix contre et 3 pour" */
		return true;
	return t->at.from >= f->at.to && only_decides_between(rd, f->at.to, t->at.from) && (body_stands_before(rd, f->at.from) || body_stands_behind(rd, f)) &&
	       (in_brackets || against->how == VOICE_UNSEEN || (against->how == VOICE_NUMBER && against->n == 0));
}

/* "12 pour, 3 contre, la voix du maire étant prépondérante, le projet est adopté": one sentence, that opens no other matter. */
static bool is_in_its_sentence(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	size_t depth = 0;

	for (size_t k = t->end; k < f->at.from; k++) {
		if (tok_among(&rd->t, k, " ; . : | "))
			return false;
		depth += tok_mark(&rd->t, k, '(');
		depth -= tok_mark(&rd->t, k, ')') && depth > 0;
		if (depth == 0 && (rd->t.at[k].lines > 1 || rd->t.at[k].kind == TOK_NUMBER || (rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_LOWER)))
			return false;
	}
	return f->at.from - t->end <= ONE_SENTENCE;
}

/* "8 pour, 6 contre, 1 blanc, 2 bulletins nuls": the ballots that count for nothing. */
size_t past_the_blanks(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (tok_among(&rd->t, k, " , ; et blanc blancs nul nuls bulletin bulletins vote votes ") || rd->t.at[k].kind == TOK_NUMBER)
		k++;
	while (k > i && tok_among(&rd->t, k - 1, " , ; et "))
		k--;
	return k > i && tok_among(&rd->t, k - 1, " blanc blancs nul nuls ") ? k : i;
}

/* "Vote : 12 pour, 3 contre.⏎La réfection du préau est approuvée à la majorité.": what was voted, and its result. */
static bool is_the_next_sentence(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	const size_t told = past_the_blanks(rd, t->end), stop = sentence_end(rd, told - 1, told + ONE_SENTENCE);
	enum voice v = VOICE_POUR;
	bool is_told = false;
	size_t next;

	if (stop > f->at.from || stop > told + 1 || rd->t.at[stop].lines > 1 || f->at.from - stop > ONE_SENTENCE ||
	    !tok_among(&rd->t, stop, " la le les l cette ce ces elle il cet ") || sentence_start(rd, f->at.from, stop) != stop)
		return false;
	for (size_t k = stop; k < f->at.from; k++) {
		if (organe_at(rd, k, &next) != NULL || tok_among(&rd->t, k, " ; : conseil assemblee commission comite bureau ") || voice_label(rd, k, &v) > k)
			return false;
		is_told |= tok_among(&rd->t, k, " est sont ");
	}
	return is_told;
}

static bool is_told_behind(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	return t->end <= f->at.from && result_allows(f, t) && (is_in_its_sentence(rd, f, t) || is_the_next_sentence(rd, f, t));
}

/* "Article 2 –" right before token i, in its sentence; or t.n. */
static size_t part_before(const struct reader *rd, size_t i)
{
	for (size_t k = i; k > 0 && i - k < PART_TOKENS && !sentence_ends_at(rd, k - 1); k--)
		if (tok_among(&rd->t, k - 1, " article chapitre titre partie ") && rd->t.at[k - 1].shape != SHAPE_LOWER)
			return k - 1;
	return rd->t.n;
}

/* "Article 1er – à l'unanimité⏎Article 2 – par 9 voix pour et 1 contre": each part has its own vote. */
static bool are_of_two_parts(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	const size_t of_result = part_before(rd, f->at.from), of_tally = part_before(rd, t->at.from);

	return of_result < rd->t.n && of_tally < rd->t.n && of_result != of_tally;
}

void far_result_bind(const struct reader *rd, const struct acte_parts *p, struct formulas *fs, struct ballots *bs)
{
	struct formula *only = NULL;

	if (bs->n != 1 || bs->at[0].formula != NULL || bs->at[0].tally->election)
		return;
	for (size_t i = 0; i < fs->n; i++) {
		if (fs->at[i].of_the_way)
			continue;
		if (fs->at[i].of_procedure || (only != NULL && !results_agree(only, &fs->at[i])))
			return;
		only = only == NULL ? &fs->at[i] : formula_plainer(only, &fs->at[i]);
	}
	if (only == NULL || !(is_in_the_dispositif(p, only) || is_its_own_tally(rd, only, bs->at[0].tally) || is_told_behind(rd, only, bs->at[0].tally)))
		return;
	if (are_of_two_parts(rd, only, bs->at[0].tally) || bs->at[0].tally->foreign != FOREIGN_NO || !result_is_of(rd, only, bs->at[0].tally))
		return;
	for (size_t i = 0; i < fs->n; i++)
		fs->at[i].bound |= !fs->at[i].of_the_way;
	bs->at[0].formula = only;
}
