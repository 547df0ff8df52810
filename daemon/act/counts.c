/* SPDX-License-Identifier: EUPL-1.2 */
/* The counts that an act states: members in office, présents, votants, quorum.
 *
 * A number counts when it follows its label (": 29", "29", "(29)"), stands in the row under a row of labels, comes right before it
 * ("31 présents"), or closes the list of presents. What says that it mixes things ("présents, y compris ceux ayant donné
 * procuration : 28") or changes during the séance ("34 de la délibération 1 à 3") is not read. Suffrages exprimés are not votants:
 * abstentions are missing from them; only where they are the présents and the pouvoirs together are they the votants.
 */
#include "counts_priv.h"

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

/* Written elsewhere than in the head, in the words of the vote for instance. */
static size_t mention_elsewhere(const struct reader *rd, enum cue cue)
{
	return next_of(rd, cue, rd->head.to, rd->t.n);
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
			count_read(rd, c, i, next);
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

			end = c == NULL ? i + 1 : number_of_the_next(rd, counts, next) ? next : count_read(rd, c, i, next);
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
