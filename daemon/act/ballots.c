/* SPDX-License-Identifier: EUPL-1.2 */
/* Which result belongs to which tally.
 *
 * A result goes with the tally that it announces ("à la majorité avec 38 voix pour") or that it concludes ("… En
 * conséquence, la délibération est adoptée"), when nothing else stands between: in lists of deliberations the result of
 * one row is followed by the tally of the next. In an act of one deliberation it goes with its only tally wherever that
 * stands (some print it in the heading). Results about the minutes or the secretary never go with a far tally. A wrong
 * pair makes a unanimity that has votes against; two votes apart only make `d.vote` ambigu.
 */
#include "bounds.h"
#include "boxes_priv.h"
#include "ballots_priv.h"

#define ROW_NUMBER 9999999 /* a day and a serial in one */
#define DISSENT_TOKENS 4 /* "/1 abstention pour les accès", which the tally leaves out */
#define NEAR_AFTER 14  /* "à la majorité avec 38 voix pour": words between a result and its tally */
#define NEAR_BEHIND 20 /* a result that may be of the tally before it, whatever stands between */
#define NEAR_BEFORE 45 /* "Abstentions : 0 En conséquence, la délibération est adoptée …" */

/* "approuve … Adopté à la majorité": the one says that it is adopted, the other how; a rejection agrees with neither. */
bool results_agree(const struct formula *a, const struct formula *b)
{
	return !results_contradict(a->results | b->results) && ((a->results ^ b->results) & RESULT_REJET) == 0;
}

static bool can_join(const struct ballot *b, const struct formula *f)
{
	return b->formula == NULL || (b->formula->results & ~f->results) == 0 ||
	       (b->formula->results == RESULT_ADOPTE && results_agree(b->formula, f));
}

/* The one that says more: a majority or unanimity, else what came first. */
struct formula *formula_plainer(struct formula *a, struct formula *b)
{
	const unsigned how = RESULT_UNANIMITE | RESULT_MAJORITE;

	return (b->results & how) != 0 && (a->results & how) == 0 ? b : a;
}

static void join(struct ballot *b, struct formula *f)
{
	f->bound = true;
	if (b->formula == NULL)
		b->formula = f;
	else if (results_agree(b->formula, f))
		b->formula = formula_plainer(b->formula, f);
	else if (b->rival == NULL)
		b->rival = f;
}

/* "20310706_052 TARIFS Accord à l'unanimité 29 VOIX POUR/1 ABSTENTION 20310706_053": of rows that were not parted, the count of one may stand behind
 * the result of another. */
static bool may_be_of_another_row(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	const bool dissent = t->v[VOICE_CONTRE].n > 0 || t->v[VOICE_ABSTENTION].n > 0 || tok_says(&rd->t, t->at.to, t->at.to + DISSENT_TOKENS, " contre abstention abstentions ");

	if (!dissent || f->before == 0 || f->at.to != t->at.from || !(f->results & RESULT_UNANIMITE))
		return false;
	for (size_t k = f->before; k < f->at.from; k++)
		if (rd->t.at[k].value > ROW_NUMBER || (is_year(&rd->t.at[k]) && read_number_of_act(rd, k) > k + 2))
			return true;
	return false;
}

/* "à la majorité avec 38 voix pour", "à l'unanimité des suffrages exprimés : 38 votes pour": nothing else stands
 * between. In lists of deliberations the result of one row stands before the tally of the next. */
static bool announces(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	static const char fillers[] = " avec par soit des suffrages exprimes membres presents et representes votants voix de vote resultat du les suivants l"
					" sauf moins hormis excepte ";

	for (size_t i = f->at.to; i < t->at.from; i++)
		if (sentence_ends_at(rd, i) || (rd->t.at[i].kind == TOK_WORD && !tok_among(&rd->t, i, fillers)) ||
		    rd->t.at[i].kind == TOK_NUMBER)
			return false;
	return !may_be_of_another_row(rd, f, t);
}

/* Between a tally and the result that concludes it: names of voters, and the words of the concluding sentence. */
static bool concludes(const struct reader *rd, const struct tally *t, const struct formula *f)
{
	static const char words[] = " en consequence la le les l deliberation est sont adopte adoptee adoptes adoptees adoption approbation approuve"
					" approuvee elu elue proposition par assemblee ce cette projet rapport a ete donc ainsi resultat vote du de d et conseil"
					" municipal voix dont procuration procurations m mme mm n pas rejetee rejete qui communautaire departemental regional"
					" soit suffrages exprimes presente motion amendement voeu ";
	size_t depth = 0, next, name_until = 0;

	if (!vote_goes_on(rd, t, f->at.from))
		return false;
	for (size_t i = t->end; i < f->at.from; i++) {
		depth += tok_mark(&rd->t, i, '(');
		if (tok_mark(&rd->t, i, ')') && depth > 0)
			depth--;
		if (is_civility(&rd->t, i, &next))
			name_until = next + 4;
		const bool name = i < name_until && rd->t.at[i].shape != SHAPE_LOWER;

		if (depth == 0 && !name &&
		    (rd->t.at[i].kind == TOK_NUMBER || (rd->t.at[i].kind == TOK_WORD && !tok_among(&rd->t, i, words))))
			return false;
	}
	return true;
}

/* A result behind the tally may be of it: of a list, whose rows end in their result. */
static bool has_a_result_behind(const struct formulas *fs, const struct tally *t)
{
	for (size_t i = 0; i < fs->n; i++)
		if (fs->at[i].at.from >= t->end && fs->at[i].at.from - t->end <= NEAR_BEHIND && (fs->at[i].results & (RESULT_UNANIMITE | RESULT_MAJORITE | RESULT_REJET)))
			return true;
	return false;
}

/* "à l'unanimité. Ont voté contre : M. X, M. Y", "à l'unanimité. Votes contre : 2": names, or those who were not for, are of the result right
 * before them, even a sentence away. */
static bool are_its_exceptions(const struct reader *rd, const struct formulas *fs, const struct formula *f, const struct tally *t)
{
	bool named = true;

	if (f->of_procedure || t->at.from - f->at.to > 3 || may_be_of_another_row(rd, f, t) || t->v[VOICE_POUR].how != VOICE_UNSEEN || t->v[VOICE_CONTRE].of_matter || row_begins_between(rd, f->at.to, t->at.from))
		return false;
	for (int v = 0; v < VOICES; v++)
		named &= t->v[v].how == VOICE_UNSEEN || t->v[v].named;
	return named || !has_a_result_behind(fs, t);
}

static void join_announcement(const struct reader *rd, struct formulas *fs, struct ballot *b)
{
	struct formula *nearest = NULL;

	if (b->tally->election)
		return;
	for (size_t i = 0; i < fs->n && fs->at[i].at.to <= b->tally->at.from; i++)
		if (!fs->at[i].bound && !fs->at[i].of_the_way && b->tally->at.from - fs->at[i].at.to <= NEAR_AFTER)
			nearest = &fs->at[i];
	if (nearest != NULL && (announces(rd, nearest, b->tally) || are_its_exceptions(rd, fs, nearest, b->tally)))
		join(b, nearest);
}

/* "à l'unanimité (16 voix pour), APPROUVE": the words of one result, with the tally among them. */
static bool stands_among(const struct formula *f, const struct tally *t)
{
	return f->at.from <= t->at.from && t->at.to <= f->at.to;
}

/* First the results that announce their tally, then those that conclude it: "à la majorité 42 votes pour" after another
 * tally is of its own. */
static void bind_near(const struct reader *rd, struct formulas *fs, struct ballots *bs)
{
	for (size_t k = 0; k < bs->n; k++)
		join_announcement(rd, fs, &bs->at[k]);
	for (size_t i = 0; i < fs->n; i++)
		for (size_t k = bs->n; k > 0; k--) {
			struct ballot *b = &bs->at[k - 1];
			const size_t end = b->tally->end, from = fs->at[i].at.from;
			const bool inside = from >= b->tally->at.from && from < end;

			if (!fs->at[i].bound && !fs->at[i].of_the_way && !b->tally->election &&
			    (inside || stands_among(&fs->at[i], b->tally) || (from >= end && from - end <= NEAR_BEFORE && can_join(b, &fs->at[i]) &&
					concludes(rd, b->tally, &fs->at[i]))))
				join(b, &fs->at[i]);
		}
}

/* Both boxes of a form printed side by side are rivals for one vote, whichever of them stands next to the tally. */
static void set_rivals(struct formulas *fs, struct ballots *bs)
{
	for (size_t i = 1; i < fs->n; i++) {
		struct formula *a = &fs->at[i - 1], *b = &fs->at[i];

		if (!(a->label || b->label) || a->results == b->results || b->at.from - a->at.to > 30)
			continue;
		for (size_t k = 0; k < bs->n; k++)
			if (bs->at[k].formula == a || bs->at[k].formula == b) {
				bs->at[k].rival = bs->at[k].formula == a ? b : a;
				a->bound = b->bound = true;
			}
	}
}

static size_t deliberations_in(const struct reader *rd, struct range r)
{
	size_t n = 0;

	for (size_t i = r.from; (i = next_of(rd, CUE_SUITE, i, r.to)) < r.to; n++)
		i = cue_at(rd->lx, &rd->t, i, CUE_SUITE);
	return n;
}

/* "à l'unanimité, décide de prendre acte … PREND ACTE …": taking note after a vote is part of what was voted. */
static bool follows_a_vote(const struct formulas *fs, size_t i)
{
	return fs->at[i].results == RESULT_PREND_ACTE && i > 0 && fs->at[i].at.from - fs->at[i - 1].at.to < 60;
}

/* The same result said twice in an act of one deliberation ("à l'unanimité, décide … Adopté à l'unanimité") is one
 * vote. */
static bool says_again(const struct formulas *fs, size_t i)
{
	if (fs->at[i].of_procedure)
		return false;
	for (size_t k = 0; k < i; k++)
		if (!fs->at[k].of_procedure && fs->at[k].results == fs->at[i].results)
			return true;
	return false;
}

/* "Faites confiance à la majorité", in a debate: alone, these words need a vote or a decision in their sentence. */
static bool is_talk_of_a_majority(const struct reader *rd, const struct formula *f)
{
	static const char *const deciding[] = { "adopte", "adoptee", "adoptes", "adoptees", "approuve", "approuvee",
						"vote",	  "decide",  "rejette", "rejetee",  "accepte",	NULL };
	const size_t start = sentence_start(rd, f->at.from, f->at.from > 40 ? f->at.from - 40 : 0),
		     stop = sentence_end(rd, f->at.to - 1, f->at.to + 20);
	size_t next;

	if (f->results != RESULT_MAJORITE || is_ticked(rd, f->at.from, f->at.to))
		return false;
	for (size_t i = start; i < stop; i++)
		if (word_in(rd, i, deciding) || organe_at(rd, i, &next) != NULL ||
		    cue_at(rd->lx, &rd->t, i, CUE_SUITE) > i)
			return false;
	return true;
}

#define SAME_DECISION 80

/* "APPROUVE la convention … Adopté à l'unanimité": what the assembly approves is said before the result of its vote. */
static bool is_part_of_a_vote(const struct formulas *fs, const struct ballots *bs, size_t i, bool one_deliberation)
{
	const size_t end = fs->at[i].at.to;

	if (fs->at[i].results != RESULT_ADOPTE)
		return false;
	for (size_t k = 0; k < bs->n; k++)
		if (bs->at[k].tally != NULL && (one_deliberation || (bs->at[k].tally->at.from >= end &&
								     bs->at[k].tally->at.from - end <= SAME_DECISION)))
			return true;
	for (size_t k = 0; k < fs->n; k++)
		if ((fs->at[k].results & (RESULT_UNANIMITE | RESULT_MAJORITE | RESULT_REJET)) &&
		    !fs->at[k].of_procedure &&
		    (one_deliberation || (fs->at[k].at.from >= end && fs->at[k].at.from - end <= SAME_DECISION)))
			return true;
	return false;
}

#define SPOKEN_BEFORE 16

/* "Des abstentions ? Adopté à l'unanimité, merci à tous. Pour : 41 … Adopté à l'unanimité": the chair says the
 * result, the clerk writes it with its tally. */
static bool is_spoken_before_its_tally(const struct formulas *fs, const struct ballots *bs, size_t i)
{
	const unsigned how = fs->at[i].results & (RESULT_UNANIMITE | RESULT_MAJORITE);
	const size_t end = fs->at[i].at.to;

	for (size_t k = 0; k < bs->n && how != 0; k++)
		if (bs->at[k].tally != NULL && bs->at[k].formula != NULL && bs->at[k].tally->at.from >= end &&
		    bs->at[k].tally->at.from - end <= SPOKEN_BEFORE && bs->at[k].formula->at.from >= end &&
		    (bs->at[k].formula->results & (RESULT_UNANIMITE | RESULT_MAJORITE)) == how)
			return true;
	return false;
}

/* "décide à l'unanimité de voter à main levée": where the vote itself is told, too. */
static bool is_of_the_way_alone(const struct formulas *fs, const struct ballots *bs, size_t i)
{
	size_t others = bs->n;

	for (size_t k = 0; k < fs->n; k++)
		others += !fs->at[k].of_the_way && !fs->at[k].of_procedure;
	return fs->at[i].of_the_way && others > 0;
}

/* "À la majorité (8 pour, 2 contre), le conseil approuve l'achat": the sentence goes on with what was voted. */
static bool goes_on_behind_its_vote(const struct reader *rd, const struct formula *f, const struct ballots *bs)
{
	if (f->results != RESULT_ADOPTE)
		return false;
	for (size_t k = 0; k < bs->n; k++) {
		const struct ballot *b = &bs->at[k];

		if (b->tally != NULL && b->formula != NULL && b->tally->end <= f->at.from && b->formula->at.from < b->tally->at.from && results_agree(b->formula, f) &&
		    sentence_start(rd, f->at.from, b->formula->at.from) == b->formula->at.from)
			return true;
	}
	return false;
}

static void results_alone(struct reader *rd, bool one_deliberation, struct formulas *fs, struct ballots *bs)
{
	for (size_t i = 0; i < fs->n; i++) {
		if (fs->at[i].bound || is_of_the_way_alone(fs, bs, i) || is_talk_of_a_majority(rd, &fs->at[i]) || follows_a_vote(fs, i) ||
		    is_spoken_before_its_tally(fs, bs, i) || goes_on_behind_its_vote(rd, &fs->at[i], bs) || is_part_of_a_vote(fs, bs, i, one_deliberation) || (one_deliberation && says_again(fs, i)))
			continue;
		struct ballot *b = ARENA_PUSH(rd->a, bs);

		b->formula = &fs->at[i];
		if (fs->at[i].label && i + 1 < fs->n && !fs->at[i + 1].bound && fs->at[i + 1].label &&
		    fs->at[i + 1].at.from - fs->at[i].at.to <= 30 && fs->at[i].results != fs->at[i + 1].results) {
			b->rival = &fs->at[i + 1];
			fs->at[i + 1].bound = true;
		}
	}
}

static size_t place_of(const struct ballot *b)
{
	return b->tally != NULL ? b->tally->at.from : b->formula->at.from;
}

static void sort_by_place(struct ballots *bs)
{
	for (size_t i = 1; i < bs->n; i++)
		for (size_t k = i; k > 0 && place_of(&bs->at[k]) < place_of(&bs->at[k - 1]); k--) {
			const struct ballot b = bs->at[k];

			bs->at[k] = bs->at[k - 1];
			bs->at[k - 1] = b;
		}
}

struct ballots ballots_of(struct reader *rd, const struct acte_parts *p, const struct tallies *ts, struct formulas *fs)
{
	struct ballots bs = { 0 };
	const size_t deliberations = deliberations_in(rd, p->all);

	for (size_t k = 0; k < ts->n && bs.n < LIMIT_LIST_ITEMS; k++)
		if (rd->r->actes_n > 1 || deliberations > 1 || !tally_printed_twice(ts, k))
			ARENA_PUSH(rd->a, &bs)->tally = &ts->at[k];
	bind_near(rd, fs, &bs);
	set_rivals(fs, &bs);
	if (deliberations <= 1)
		far_result_bind(rd, p, fs, &bs);
	decisions_bind(rd, p, deliberations <= 1, fs, &bs);
	if (deliberations <= 1)
		votes_recorded(rd, fs, &bs);
	results_alone(rd, deliberations == 1, fs, &bs);
	sort_by_place(&bs);
	return bs;
}
