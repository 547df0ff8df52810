/* SPDX-License-Identifier: EUPL-1.2 */
/* One vote told group by group: "Ensemble pour Valbrise : 27 voix pour, Valbrise autrement : 1 voix pour, 1 abstention".
 *
 * Each row looks like a tally, and none is the vote. They are added where the rows name groups ("Groupe …", "Liste …", "Opposition …")
 * or where they count exactly the presents and the pouvoirs; else they may be votes on several matters, and none is read.
 */
#include "votes_priv.h"

#define TO_THE_RESULT 20
#define TO_THE_LABEL 2 /* "Vote :" */

#define LABEL_TOKENS 10
#define NEAR_TOKENS 10
#define LABEL_WORD 2 /* letters that a label needs, at least */

/* What announces a vote, or names a candidate or a matter, and no group. */
static const char NO_GROUP[] = " vote votes resultat resultats scrutin decompte voix suffrages exprimes contre abstention abstentions deliberation "
			       "point objet question titulaire titulaires suppleant suppleants candidat candidate candidats votants presents "
			       "present pouvoirs procurations nombre unanimite majorite budget budgets compte comptes tarif tarifs taxe taxes "
			       "taux lot lots article articles chapitre section avenant subvention emprunt fonctionnement "
			       "investissement motion amendement proposition projet rapport convention commission ";
static const char GROUPS[] = " groupe groupes liste listes opposition minorite majoritaire minoritaire ";

/* A label that ends with the colon before token i: its first token, else i. *ret_group: it says that it is a group's. */
static size_t label_before(const struct reader *rd, size_t i, size_t floor, bool *ret_group)
{
	size_t k = i - 1, words = 0, next;

	*ret_group = false;
	if (i <= floor + 1 || !tok_mark(&rd->t, i - 1, ':'))
		return i;
	while (k > floor && i - k <= LABEL_TOKENS && rd->t.at[k - 1].kind != TOK_NUMBER && !tok_among(&rd->t, k - 1, " : ; . , ) ( - ")) {
		k--;
		if (is_civility(&rd->t, k, &next) || (!tok_among(&rd->t, k, GROUPS) && tok_among(&rd->t, k, NO_GROUP)))
			return i;
		*ret_group |= tok_among(&rd->t, k, GROUPS);
		words += rd->t.at[k].kind == TOK_WORD && rd->t.at[k].key.n >= LABEL_WORD;
		if (rd->t.at[k].lines > 0 || (rd->t.at[k].shape != SHAPE_LOWER && tok_among(&rd->t, k, GROUPS)))
			break;
	}
	return words > 0 && rd->t.at[k].shape != SHAPE_LOWER ? k : i;
}

bool row_begins_between(const struct reader *rd, size_t from, size_t i)
{
	size_t k = i, next;

	if (sum_stands_between(rd, from, i))
		return true;
	if (i < from + 2 || !(tok_mark(&rd->t, i - 1, ':') || tok_mark(&rd->t, i - 1, ',')) || !(tok_mark(&rd->t, i - 1, ':') || sentence_end(rd, from, i) < i))
		return false;
	for (k = i - 1; k > from && rd->t.at[k - 1].kind == TOK_WORD; k--)
		if (is_civility(&rd->t, k - 1, &next) || tok_among(&rd->t, k - 1, GROUPS) || tok_among(&rd->t, k - 1, NO_GROUP))
			return false;
		else if (rd->t.at[k - 1].lines > 0) {
			k--;
			break;
		}
	return k < i - 1 && rd->t.at[k].shape != SHAPE_LOWER && !(k > from && tok_mark(&rd->t, k - 1, '('));
}

bool sum_stands_between(const struct reader *rd, size_t from, size_t i)
{
	for (size_t k = from; k + 1 < i; k++)
		if (rd->t.at[k].kind == TOK_NUMBER && rd->t.at[k + 1].lines == 0 && tok_among(&rd->t, k + 1, " € euros euro eur "))
			return true;
	return false;
}

/* Tally b goes on with another group where a ends. */
static bool next_group(const struct reader *rd, const struct tally *a, const struct tally *b, bool *ret_group)
{
	size_t k = a->end > a->at.to ? a->end : a->at.to;
	const size_t label = b->at.from > k ? label_before(rd, b->at.from, k, ret_group) : b->at.from;

	k = skip_marks(rd, k, ".;,-)|");
	return label < b->at.from && label == k;
}

static bool says_a_result(const struct reader *rd, size_t i)
{
	static const enum cue results[] = { CUE_UNANIMITE, CUE_MAJORITE, CUE_ADOPTE, CUE_REJETE, CUE_DECIDE, CUE_SUITE, CUE_PREND_ACTE };

	return cue_of(rd, i, results, sizeof results / sizeof *results);
}

static bool share_a_voice(const struct tally *a, const struct tally *b)
{
	for (int v = 0; v < VOICES; v++)
		if (a->v[v].how == VOICE_NUMBER && b->v[v].how == VOICE_NUMBER)
			return true;
	return false;
}

static void add(struct tally *a, const struct tally *b)
{
	for (int v = 0; v < VOICES; v++) {
		struct voice_read *to = &a->v[v];
		const struct voice_read *more = &b->v[v];

		if (more->how == VOICE_UNSEEN)
			continue;
		if (to->how == VOICE_UNSEEN) {
			*to = *more;
		} else if (to->how == VOICE_NUMBER && more->how == VOICE_NUMBER) {
			to->n += more->n;
			to->at.to = more->at.to;
		} else {
			a->of_groups = true;
		}
	}
	a->at.to = b->at.to;
	a->end = b->end;
}

static bool counts_everybody(const struct reader *rd, const struct tally *t)
{
	const struct reading *r = rd->r;
	int64_t total = 0;

	if (r->presents.statut != FIELD_LU || (r->pouvoirs.statut != FIELD_LU && r->pouvoirs.statut != FIELD_ABSENT))
		return false;
	for (int v = 0; v < VOICES; v++)
		total += t->v[v].how == VOICE_NUMBER ? t->v[v].n : 0;
	return total == (int64_t)(r->presents.n + (r->pouvoirs.statut == FIELD_LU ? r->pouvoirs.n : 0));
}

/* The same voice twice within a few words of a paragraph, none of which says a result or another matter: a label that was not
 * understood. */
static bool repeats_itself(const struct reader *rd, const struct tally *a, const struct tally *b)
{
	const size_t from = a->end > a->at.to ? a->end : a->at.to;

	if (!share_a_voice(a, b) || b->at.from < from || b->at.from - from > NEAR_TOKENS)
		return false;
	for (size_t k = from; k <= b->at.from; k++)
		if (rd->t.at[k].lines > 1 || rd->t.at[k].value > VOICES_MOST || (tok_among(&rd->t, k, NO_GROUP) && !tok_among(&rd->t, k, GROUPS)) || says_a_result(rd, k))
			return false;
	return true;
}

void votes_by_group(const struct reader *rd, struct tallies *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; kept++) {
		const size_t begun = i;
		struct tally whole = list->at[i];
		bool first, named, all, shared = false;
		const size_t label = label_before(rd, whole.at.from, 0, &all);

		first = label < whole.at.from;
		for (i++; first && i < list->n && next_group(rd, &list->at[i - 1], &list->at[i], &named); i++) {
			shared |= share_a_voice(&whole, &list->at[i]);
			all &= named;
			add(&whole, &list->at[i]);
		}
		whole.of_groups |= whole.rows && !counts_everybody(rd, &whole);
		const bool alone = first && i == begun + 1 && all; /* one group's row, and not the others' */

		whole.of_groups |= alone || (shared && !all && !counts_everybody(rd, &whole));
		list->at[kept] = whole;
	}
	list->n = kept;
	for (size_t i = 1; i < kept; i++)
		if (repeats_itself(rd, &list->at[i - 1], &list->at[i]))
			list->at[i - 1].of_groups = list->at[i].of_groups = true;
}

/* "par 5 voix pour, accorde l'aide.⏎Pour : 5 Contre : 0": the next sentence is a tally that says the same voices again, and that there are no others. */
static bool said_again_behind(const struct reader *rd, const struct tallies *ts, size_t i)
{
	const struct tally *a = &ts->at[i], *b = a + 1;

	if (a->v[VOICE_POUR].how != VOICE_NUMBER || a->foreign != FOREIGN_NO || b->foreign != FOREIGN_NO || a->election || a->of_groups || b->of_groups)
		return false;
	for (int v = 0; v < VOICES; v++) {
		const bool both = a->v[v].how == VOICE_NUMBER && b->v[v].how == VOICE_NUMBER && a->v[v].n == b->v[v].n && !a->v[v].named;

		if (!both && (a->v[v].how != VOICE_UNSEEN || !(b->v[v].how == VOICE_UNSEEN || (b->v[v].how == VOICE_NUMBER && b->v[v].n == 0))))
			return false;
	}
	const size_t end = sentence_end(rd, a->end - 1, b->at.from);

	return end <= b->at.from && b->at.from - end <= TO_THE_LABEL && rd->t.at[b->at.from].shape != SHAPE_LOWER && rd->t.at[b->at.from].kind == TOK_WORD;
}

/* "Pour : 38 Contre : / Abstention : / Approbation à l'unanimité des votants par 38 voix.": the result says the voices of the form above it. */
static bool said_again_by_the_result(const struct reader *rd, const struct tallies *ts, size_t i)
{
	const struct tally *a = &ts->at[i], *b = a + 1;

	if (a->v[VOICE_POUR].how != VOICE_NUMBER || b->v[VOICE_POUR].how != VOICE_NUMBER || a->v[VOICE_POUR].n != b->v[VOICE_POUR].n || a->of_groups || b->of_groups)
		return false;
	for (int v = VOICE_POUR + 1; v < VOICES; v++)
		if (b->v[v].how != VOICE_UNSEEN || (a->v[v].how == VOICE_NUMBER && a->v[v].n > 0))
			return false;
	return b->at.from - a->end <= TO_THE_RESULT && cue_before(rd, b->at.from, TO_THE_RESULT, 0, CUE_UNANIMITE) && sentence_end(rd, a->end, b->at.from) == b->at.from;
}

void votes_said_again(const struct reader *rd, struct tallies *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++) {
		struct tally *t = &list->at[i];
		const bool result = i + 1 < list->n && said_again_by_the_result(rd, list, i);
		const bool again = result || (i + 1 < list->n && said_again_behind(rd, list, i));

		for (int v = 0; again && !result && v < VOICES; v++)
			t->v[v] = t[1].v[v].how == VOICE_NUMBER ? t[1].v[v] : t->v[v];
		t->end = again ? t[1].end : t->end;
		list->at[kept++] = *t;
		i += again;
	}
	list->n = kept;
}
