/* SPDX-License-Identifier: EUPL-1.2 */
/* The sentence in which the words of a result stand, for people to read.
 *
 * Texts lose the marks that end a sentence: titles stand before it, the next title or the rule under it behind it. What surely is
 * one of these is left out; of a sentence that runs on, its beginning is kept.
 */
#include <string.h>

#include "votes_priv.h"

#define RULE_MARKS 3
#define CODE_DIGITS 8
#define DECISION_WORDS 15 /* a result that long is the decision itself, cut by its length */

/* "12 mars 203⏎Vote : à l'unanimité", "Tarifs du lavoir⏎Adopté à l'unanimité", "VENTE DU PRESSOIR La vente est adoptée": what opens the sentence. */
static bool opens_sentence(const struct reader *rd, size_t k)
{
	static const char *const votes[] = { "vote", "votes", "resultat", NULL };
	static const char *const adopted[] = { "adopte", "adoptee", "approuve", "approuvee", "rejete", "rejetee", NULL };
	static const char *const bodies[] = { "conseil", "comite", "bureau", "assemblee", "commission", "rapport", "deliberation", "motion", "voeu", NULL };
	static const char *const articles[] = { "le", "la", "les", "l", "ce", "cet", "cette", "ces", "apres", NULL };
	const struct token *tok = &rd->t.at[k], *before = &rd->t.at[k - 1];

	if (tok->shape != SHAPE_TITLE)
		return false;
	return (tok->lines > 0 && (word_in(rd, k, votes) || (word_in(rd, k, adopted) && result_at(rd, k + 1)))) ||
	       (tok->lines > 0 && !tok_mark(&rd->t, k - 1, ',') && word_in(rd, k, articles) && word_in(rd, k + 1 + tok_mark(&rd->t, k + 1, '\''), bodies)) ||
	       (word_in(rd, k, articles) && before->kind == TOK_WORD && before->shape == SHAPE_UPPER && before->key.n > 2 && k > 1 &&
		rd->t.at[k - 2].shape != SHAPE_LOWER);
}

/* Behind the bar of a table that stands nearest before token i, or `start`. */
static size_t cell_start(const struct reader *rd, size_t i, size_t start)
{
	while (i > start && !tok_mark(&rd->t, i - 1, '|'))
		i--;
	return i;
}

/* The bar of a table nearest behind token i, or `stop`. */
static size_t cell_end(const struct reader *rd, size_t i, size_t stop)
{
	while (i < stop && !tok_mark(&rd->t, i, '|'))
		i++;
	return i;
}

/* "Présents : 14 Objet : Tarif du pressoir Le conseil, à l'unanimité": behind the last label of the head, whose rows end in no full stop, or `start`. */
static size_t behind_labels(const struct reader *rd, size_t start, size_t from)
{
	static const enum cue labels[] = { CUE_OBJET, CUE_NB_PRESENTS, CUE_NB_VOTANTS, CUE_EN_EXERCICE, CUE_QUORUM, CUE_PRESENTS, CUE_ABSENTS, CUE_POUVOIRS,
					   CUE_SECRETAIRE, CUE_CONVOCATION, CUE_PRESIDENCE };

	for (size_t k = from; k > start; k--)
		for (size_t c = 0; c < sizeof labels / sizeof *labels; c++) {
			const size_t next = cue_at(rd->lx, &rd->t, k - 1, labels[c]);

			if (next > k - 1 && next < from && tok_mark(&rd->t, next, ':') && rd->t.at[k - 1].shape != SHAPE_LOWER)
				return next + 1;
		}
	return start;
}

/* "Tarifs du lavoir⏎Vu le code,⏎Le conseil, à l'unanimité": a visa is no part of it, nor the title before it. */
static size_t behind_the_visas(const struct reader *rd, size_t start, size_t to)
{
	bool closed;

	for (size_t k = start; k < to; k = k < start ? start : k + 1)
		if (rd->t.at[k].shape != SHAPE_LOWER && is_visa_opener(rd, k))
			start = visas_run(rd, k, to, &closed);
	return start;
}

/* Where no mark begins the sentence, it begins at the assembly's name or at "après en avoir délibéré", else at the
 * words of the result; in a row of a table, with its cell. */
static size_t start_of(const struct reader *rd, const struct formula *f, size_t floor)
{
	const size_t sentence = sentence_start(rd, f->at.from, floor), cell = cell_start(rd, f->at.from, sentence), labels = behind_labels(rd, cell, f->at.from),
		     start = behind_the_visas(rd, labels, f->at.from);
	size_t k = f->at.from, best = cell > sentence && start == cell ? start : f->at.from, next;

	for (k = f->at.from; k > start + 1; k--)
		if (opens_sentence(rd, k - 1))
			return k - 1;
	if ((start == sentence || (start > labels && cue_at(rd->lx, &rd->t, start, CUE_CONSIDERANT) == start)) && f->at.from - start <= FORMULA_WORDS)
		return start;
	for (k = f->at.from; k > start && f->at.from - k < FORMULA_WORDS; k--) {
		if (cue_at(rd->lx, &rd->t, k - 1, CUE_SUITE) >= k)
			best = k - 1;
		else if (organe_at(rd, k - 1, &next) != NULL && k >= 2 && rd->t.at[k - 2].shape != SHAPE_LOWER)
			best = k - 2;
	}
	return best;
}

/* "à l'unanimité des membres présents et représentés": behind of whom. */
static size_t past_of_whom(const struct reader *rd, size_t k)
{
	static const char *const words[] = { "des", "de", "membres", "presents", "et", "ou", "representes", "suffrages", "exprimes", "votants", "voix", "ses", NULL };

	while (k < rd->t.n && word_in(rd, k, words))
		k++;
	return k;
}

static bool is_a_rule(const struct reader *rd, size_t k)
{
	for (size_t n = 0; n < RULE_MARKS; n++)
		if (k + n >= rd->t.n || rd->t.at[k + n].kind != TOK_MARK || rd->t.at[k + n].key.n != 1 || strchr("-_*=", rd->t.at[k + n].key.p[0]) == NULL)
			return false;
	return true;
}

/* Behind the result a line begins that is no part of its sentence: the title of what comes next. */
static bool is_a_title_below(const struct reader *rd, size_t k)
{
	static const enum cue goes_on[] = { CUE_DECIDE, CUE_ADOPTE, CUE_REJETE, CUE_PREND_ACTE, CUE_VERBE, CUE_UNANIMITE, CUE_MAJORITE };
	const struct token *tok = &rd->t.at[k];
	size_t next;

	if (tok->lines == 0 || tok->kind != TOK_WORD || tok->shape == SHAPE_LOWER)
		return false;
	return !cue_of(rd, k, goes_on, sizeof goes_on / sizeof *goes_on) && organe_at(rd, k + 1, &next) == NULL;
}

/* Behind the first mark of [from, to) that parts a sentence, or `otherwise`. */
static size_t first_mark(const struct reader *rd, size_t from, size_t to, size_t otherwise)
{
	for (size_t k = from; k < to; k++)
		if (tok_mark(&rd->t, k, ':') || tok_mark(&rd->t, k, ';') || tok_mark(&rd->t, k, ','))
			return k + 1;
	return otherwise;
}

/* "20310706_052", at the head of the next row. */
static bool is_a_code(const struct token *tok)
{
	return tok->kind == TOK_NUMBER && tok->key.n >= CODE_DIGITS;
}

static size_t stop_of(const struct reader *rd, const struct formula *f, size_t ceiling)
{
	const size_t stop = cell_end(rd, f->at.to, sentence_end(rd, f->at.to - 1, ceiling)), whom = past_of_whom(rd, f->at.to);
	struct range number;

	for (size_t k = f->at.to; k < stop; k++)
		if (is_visa_opener(rd, k) || heading_of_act(rd, k, &number) > k || is_a_rule(rd, k))
			return k;
		else if (is_a_code(&rd->t.at[k]))
			return whom < k ? whom : k;
	const size_t below = skip_marks(rd, whom, ";:,.");

	if (below < ceiling && is_a_title_below(rd, below))
		return below;
	for (size_t k = whom; k < stop && (f->results & (RESULT_UNANIMITE | RESULT_MAJORITE)); k++)
		if (result_at(rd, k))
			return first_mark(rd, whom, k, whom);
	if (stop - f->at.to <= FORMULA_WORDS)
		return stop;
	for (size_t k = f->at.to; k < f->at.to + FORMULA_WORDS; k++)
		if (tok_mark(&rd->t, k, ':') || tok_mark(&rd->t, k, ';'))
			return k + 1;
	for (size_t k = f->at.to; k > f->at.from + DECISION_WORDS && !result_at(rd, k - 1); k--)
		if (tok_mark(&rd->t, k - 1, ','))
			return k;
	return f->at.to;
}

/* "1 abstention (M. PETIT) : FIXE les tarifs": who so voted is of the tally. */
static size_t behind_voters(const struct reader *rd, size_t start, const struct formula *f)
{
	size_t k = start;

	if (!tok_mark(&rd->t, start, '('))
		return start;
	while (k < f->at.from && !tok_mark(&rd->t, k, ')'))
		k++;
	return k < f->at.from ? skip_marks(rd, k + 1, ":.,;-") : start;
}

/* It never reaches back into the tally before it. */
struct range formula_sentence(const struct reader *rd, struct range all, const struct formula *f, const struct tally *t)
{
	const size_t ceiling = f->at.to + 60 < all.to ? f->at.to + 60 : all.to;
	size_t floor = all.from;

	if (t != NULL && t->at.to <= f->at.from)
		floor = t->at.to;
	if (f->before > floor)
		floor = f->before;
	if (f->at.from > floor + 80)
		floor = f->at.from - 80;
	const size_t start = start_of(rd, f, floor), begin = skip_marks(rd, start, ".,;-)"), stop = stop_of(rd, f, ceiling);

	return (struct range){ start == floor ? behind_voters(rd, begin, f) : begin, stop };
}
