/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the séance's head ends, where each acte begins (act_headings.c), and where its visas and dispositif stand.
 *
 * The text before the first heading goes with the first acte, unless something is voted there (the approval of the
 * minutes): then it is an acte of its own, without a number.
 */
#include "names_priv.h"
#include "segment_priv.h"
#include "titles_priv.h"

#define VISA_REACH 300 /* tokens behind a "Vu" among which its end is looked for */
#define VISA_SHOWN 40  /* of a visa without an end */
#define WITHDRAWAL_TOKENS 40 /* its sentence */
#define OPENING_TOKENS 80 /* from a visa to the list behind the opening sentence */
#define DECISION_TOKENS 40 /* before the word of decision, in its sentence */

static bool is_voice(const struct reader *rd, size_t i, size_t *ret_next)
{
	static const enum cue voices[] = { CUE_POUR, CUE_CONTRE, CUE_ABSTENTION };

	*ret_next = i;
	for (size_t k = 0; k < sizeof voices / sizeof *voices; k++) {
		const size_t next = cue_at(rd->lx, &rd->t, i, voices[k]);

		*ret_next = next > *ret_next ? next : *ret_next;
	}
	return *ret_next > i;
}

/* "9 voix pour, 1 contre": two voices, each behind its number. */
static bool opens_a_row_of_voices(const struct reader *rd, size_t i)
{
	size_t next;

	if (rd->t.at[i].kind != TOK_NUMBER || !is_voice(rd, i + 1, &next))
		return false;
	next += tok_among(&rd->t, next, " , ; - / et ");
	return rd->t.at[next].kind == TOK_NUMBER && is_voice(rd, next + 1, &next);
}

/* "… territoriales ;⏎Votants : 15 Pour : 12", "Vote : Pour 12", "Contre : M. PETIT": a form's tally right behind the last visa. */
static bool opens_a_tally(const struct reader *rd, size_t i)
{
	static const enum cue others[] = { CUE_NB_VOTANTS, CUE_VOTE };
	size_t next, name;

	if (!(rd->t.at[i].lines > 0 || tok_among(&rd->t, i - 1, " ; , . ")))
		return false;
	if (rd->t.at[i].shape == SHAPE_LOWER || rd->t.at[i].kind == TOK_NUMBER)
		return opens_a_row_of_voices(rd, i);
	if (is_voice(rd, i, &next) && (rd->t.at[next + tok_mark(&rd->t, next, ':')].kind == TOK_NUMBER || (tok_mark(&rd->t, next, ':') && is_civility(&rd->t, next + 1, &name))))
		return true;
	for (size_t k = 0; k < sizeof others / sizeof *others; k++) {
		next = cue_at(rd->lx, &rd->t, i, others[k]);
		const size_t value = next + tok_mark(&rd->t, next, ':');

		if (next > i && (rd->t.at[value].kind == TOK_NUMBER || (others[k] == CUE_VOTE && value > next && is_voice(rd, value, &name))))
			return true;
	}
	return false;
}

/* "… territoriales ;⏎Mme PETIT ne prend pas part au vote.": a sentence of the séance behind the last visa, who takes no part in it. */
static bool opens_a_withdrawal(const struct reader *rd, size_t i)
{
	const size_t end = sentence_end(rd, i, i + WITHDRAWAL_TOKENS);

	if (rd->t.at[i].shape == SHAPE_LOWER || !(tok_mark(&rd->t, i - 1, ';') || sentence_ends_at(rd, i - 1) || (rd->t.at[i].lines > 0 && tok_mark(&rd->t, i - 1, ','))))
		return false;
	return next_of(rd, CUE_NPPV, i, end) < next_of(rd, CUE_VU, i, end);
}

/* "… du 17 novembre 2031,⏎Le Bureau, à l'unanimité :": the decision, behind a comma. */
static bool opens_the_decision(const struct reader *rd, size_t i)
{
	const size_t body = i + 1 + tok_mark(&rd->t, i + 1, '\'');

	return rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i, " le la l ") && tok_among(&rd->t, i - 1, " , ; . ") && tok_among(&rd->t, body, " conseil bureau comite assemblee ") &&
	       tok_mark(&rd->t, body + 1, ',') && result_at(rd, body + 2);
}

static bool stamp_behind_a_stop(const struct reader *rd, size_t i)
{
	return (tok_mark(&rd->t, i - 1, ',') || tok_mark(&rd->t, i - 1, ';') || tok_mark(&rd->t, i - 1, '.')) && stamp_at(rd, i);
}

/* "Présents :", "ABSENTS⏎": the token after its words, or k. */
static size_t over_members_cue(const struct reader *rd, size_t k)
{
	static const enum cue cues[] = { CUE_PRESENTS, CUE_ABSENTS, CUE_POUVOIRS };

	for (size_t c = 0; c < sizeof cues / sizeof *cues; c++) {
		const size_t next = cue_at(rd->lx, &rd->t, k, cues[c]);

		if (next > k && rd->t.at[k].shape != SHAPE_LOWER && (rd->t.at[k].lines > 0 || tok_mark(&rd->t, next, ':')))
			return next;
	}
	return k;
}

static bool opens_members(const struct reader *rd, size_t k)
{
	return over_members_cue(rd, k) > k;
}

/* "Vu la loi du 14 novembre …⏎Présents : M. A": a visa of the head, and the list behind it; not "Présents : 12". */
static bool opens_a_list_of_members(const struct reader *rd, size_t i)
{
	const size_t next = over_members_cue(rd, i);

	return next > i && (tok_mark(&rd->t, next, ':') ? rd->t.at[next + 1].kind != TOK_NUMBER : rd->t.at[next].lines > 0) && !title_goes_on(rd, i);
}

/* A run of visas from the one at `from`: where it ends, and whether its end was found. A stamp behind a stop ends it; one in the midst of a
 * visa may hide what follows. */
size_t visas_run(const struct reader *rd, size_t from, size_t limit, bool *ret_closed)
{
	size_t i = from, last_opener = from;

	for (; i < limit && i - last_opener < VISA_REACH; i++) {
		if (is_visa_opener(rd, i))
			last_opener = i;
		else if (i > last_opener + 1 && !visa_initial_at(rd, i) && (ends_visas(rd, i) || opens_a_tally(rd, i) || opens_a_withdrawal(rd, i) || opens_the_decision(rd, i) || stamp_behind_a_stop(rd, i) || ((rd->t.at[i].lines > 0 || tok_mark(&rd->t, i - 1, ';') || sentence_ends_at(rd, i - 1)) && opens_a_list_of_members(rd, i)))) {
			*ret_closed = true;
			return visa_to(rd, last_opener, i);
		}
	}
	const size_t told = visa_to(rd, last_opener, i);

	*ret_closed = told < i && !sentence_ends_at(rd, told - 1);
	if (*ret_closed)
		return told;
	return i - last_opener < VISA_SHOWN ? i : last_opener + VISA_SHOWN;
}

/* "Le prix, vu la réglementation, est bas" opens no list. */
static bool opens_the_list(const struct reader *rd, size_t i)
{
	return is_visa_opener(rd, i) && (rd->t.at[i].shape != SHAPE_LOWER || i == 0 || rd->t.at[i].lines > 1 || tok_mark(&rd->t, i - 1, '-') ||
					 (rd->t.at[i].lines > 0 && sentence_ends_at(rd, i - 1)));
}

static size_t find_visas(const struct reader *rd, struct acte_parts *p)
{
	size_t i = next_of(rd, CUE_VU, p->all.from, p->all.to);

	while (i < p->all.to && !opens_the_list(rd, i))
		i = next_of(rd, CUE_VU, i + 1, p->all.to);
	if (i == p->all.to)
		return p->all.from;
	p->visas = (struct range){ i, visas_run(rd, i, p->all.to, &p->visas_closed) };
	return p->visas.to;
}

bool decides_at(const struct reader *rd, size_t i)
{
	if (cue_at(rd->lx, &rd->t, i, CUE_SUITE) > i)
		return true;
	const size_t next = cue_at(rd->lx, &rd->t, i, CUE_DECIDE);
	size_t body;

	if (next == i)
		return false;
	if (rd->t.at[i].shape == SHAPE_LOWER)
		return i > 2 && organe_at(rd, i - 2, &body) != NULL && body == i;
	return rd->t.at[i].shape == SHAPE_UPPER || tok_mark(&rd->t, next, ':') || rd->t.at[i].lines > 0;
}

/* "Objet : Vente du pré⏎Le conseil municipal, après en avoir délibéré": no full stop ends a title, and the decision opens behind it. */
static size_t behind_the_title(const struct reader *rd, size_t title, size_t i)
{
	size_t start = i, next;

	for (size_t k = title; k < i; k++)
		if (rd->t.at[k].shape != SHAPE_LOWER && tok_among(&rd->t, k, " le la l ") && !title_goes_on(rd, k) &&
		    (rd->t.at[k].lines > 0 || organe_at(rd, k + 1, &next) != NULL))
			start = k;
	return start;
}

/* "… (pouvoir à M. A). Mme B⏎Nombre de membres en exercice : 7⏎…, le conseil décide", where i is the word of decision: names that fill a line open no sentence. */
static bool is_a_row_of_members(const struct reader *rd, size_t start, size_t i)
{
	struct name n;
	size_t k = start, next;

	for (bool more = true; more && (next = name_read(rd, k, i, &n)) > k; k = next + more) {
		more = tok_among(&rd->t, next, " , ; et ");
		if (n.odd || (n.compounds < 2 && n.civility == n.from))
			return false;
	}
	return k > start && (k == i || (rd->t.at[k].lines > 0 && rd->t.at[k].shape != SHAPE_LOWER) || list_boundary(rd, k) != BOUNDARY_NONE);
}

/* "Absents : M. A⏎Le conseil décide": no full stop parts the lists of members from the word of decision at i; its line. */
static size_t behind_members(const struct reader *rd, size_t start, size_t i)
{
	size_t k = i, line = i;

	while (k > start && !opens_members(rd, k - 1)) {
		k--;
		line = line == i && rd->t.at[k].lines > 0 ? k : line;
	}
	if (k == start && is_a_row_of_members(rd, start, i))
		return rd->t.at[i].lines > 0 ? i : line;
	return k > start ? line : start;
}

/* "Le Conseil municipal, à l'unanimité, après en avoir délibéré, …"; but where no full stop stands before the decision, the
 * sentence would reach back over the lists of members. */
static size_t decision_start(const struct reader *rd, size_t i, size_t from)
{
	size_t start = sentence_start(rd, i, from);
	bool closed;

	/* "… ;⏎Vu l'avis du comité,⏎Le conseil décide": a visa is no part of the decision. */
	for (size_t k = start; k < i; k = k < start ? start : k + 1)
		if (rd->t.at[k].shape != SHAPE_LOWER && is_visa_opener(rd, k))
			start = visas_run(rd, k, i, &closed);
	start = behind_members(rd, start, i);
	const size_t title = objet_label_in(rd, start, i);

	if (title > 0)
		start = behind_the_title(rd, title, i);
	return i - start <= DECISION_TOKENS ? start : i;
}

static void find_dispositif(const struct reader *rd, struct acte_parts *p, size_t from)
{
	for (size_t i = from; (i = next_of(rd, LANDMARK_CUE, i, p->all.to)) < p->all.to; i++)
		if (decides_at(rd, i)) {
			p->dispositif = (struct range){ decision_start(rd, i, from), p->all.to };
			return;
		}
}

static size_t actes_of(const struct act_headings *h)
{
	size_t n = 0;

	for (size_t i = 0; i < h->n; i++)
		n += !h->at[i].no_acte;
	return n;
}

static void cut_actes(struct reader *rd, const struct act_headings *h)
{
	const bool several = h->n > 0, preliminary = several && (votes_stand_between(rd, 0, h->at[0].at) || only_the_minutes_are_voted(rd, h->at[0].at));
	size_t n = 0;

	rd->r->actes_n = several ? actes_of(h) + preliminary : 1;
	rd->actes = ARENA_ARRAY(rd->a, rd->r->actes_n, struct acte);
	rd->parts = ARENA_ARRAY(rd->a, rd->r->actes_n, struct acte_parts);
	if (!several || preliminary)
		rd->parts[n++].all = (struct range){ 0, several ? told_behind_the_decision(rd, 0, h->at[0].at) : annexed_minutes(rd, 0, rd->t.n) };
	for (size_t i = 0; several && i < h->n; i++) {
		const struct act_heading *at = &h->at[i];
		const size_t to = i + 1 < h->n ? h->at[i + 1].at : h->end > 0 ? h->end : rd->t.n;

		if (at->no_acte)
			continue;
		rd->parts[n].all = (struct range){ n == 0 && i == 0 ? 0 : at->at, told_behind_the_decision(rd, at->at, annexed_minutes(rd, at->at, to)) };
		rd->parts[n].number = at->number;
		rd->parts[n].point = at->point;
		rd->parts[n].title_to = at->title_to;
		rd->parts[n].listed = at->listed;
		rd->parts[n].hides_another = at->hides_another;
		rd->parts[n++].title = at->title;
	}
	for (size_t i = 0; i < n; i++)
		rd->actes[i].span = reader_span(rd, rd->parts[i].all.from, rd->parts[i].all.to);
}

/* "L'an deux mille vingt-quatre,⏎Vu le code …,⏎Les membres … se sont réunis.⏎Présents :": the list behind the opening sentence that the visas at `from`
 * stand in, or `to`. */
static size_t list_behind_the_opening(const struct reader *rd, size_t from, size_t to)
{
	const size_t limit = from + OPENING_TOKENS < to ? from + OPENING_TOKENS : to;
	bool met = false;

	for (size_t k = from + 1; k < limit && !decides_at(rd, k); k++) {
		if (met && opens_a_list_of_members(rd, k))
			return k;
		met |= tok_among(&rd->t, k, " reuni reunis reunie reunies ") && (tok_among(&rd->t, k - 1, " sont est ") || tok_among(&rd->t, k - 1, " etant "));
	}
	return to;
}

/* Where the head ends at its visas; those of a head whose lists stand behind them are part of it. */
static size_t behind_visas_of_the_head(const struct reader *rd, const struct acte_parts *p)
{
	const size_t from = p->visas.from;
	size_t i = p->visas.to;

	if (i < p->all.to && !opens_a_list_of_members(rd, i))
		i = list_behind_the_opening(rd, from, p->all.to);
	if (i >= p->all.to)
		return from;
	for (size_t k = p->all.from; (k = next_of(rd, LANDMARK_LIST_CUE, k, from)) < from; k++)
		if (opens_a_list_of_members(rd, k))
			return from;
	i = next_of(rd, CUE_VU, i, p->all.to);
	while (i < p->all.to && !opens_the_list(rd, i))
		i = next_of(rd, CUE_VU, i + 1, p->all.to);
	return i;
}

/* Points of the agenda: what stands behind the first of them that was voted on is of the next. */
static size_t behind_the_first_vote(const struct reader *rd, const struct act_headings *h)
{
	for (size_t i = 1; i < h->n; i++)
		if (votes_stand_between(rd, h->at[i - 1].at, h->at[i].at))
			return h->at[i].at;
	return rd->t.n;
}

/* A roll call may be a point of the agenda: points do not end the head, only a visa, a decision or a vote does. */
static void set_head(struct reader *rd, const struct act_headings *h)
{
	struct acte_parts first = rd->parts[0];

	if (h->n > 1 && h->at[0].point > 0) {
		first = (struct acte_parts){ .all = { 0, behind_the_first_vote(rd, h) } };
		find_dispositif(rd, &first, find_visas(rd, &first));
	}
	rd->head = (struct range){ 0, first.all.to };
	if (h->n > 1 && h->at[0].point == 0 && h->at[0].at > 20)
		rd->head.to = h->at[0].at;
	if (first.visas.to > first.visas.from && first.visas.from < rd->head.to && first.visas.from > 20)
		rd->head.to = behind_visas_of_the_head(rd, &first);
	if (first.dispositif.to > 0 && first.dispositif.from < rd->head.to && first.dispositif.from > 20)
		rd->head.to = first.dispositif.from;
}

void reader_segment(struct reader *rd)
{
	const struct act_headings h = act_headings(rd);

	cut_actes(rd, &h);
	for (size_t i = 0; i < rd->r->actes_n; i++)
		find_dispositif(rd, &rd->parts[i], find_visas(rd, &rd->parts[i]));
	set_head(rd, &h);
}
