/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the séance's head ends, where each acte begins, and where its visas and dispositif stand.
 *
 * New actes open only at numbers that follow each other (2024-11, 2024-12 …): one part of the number grows, the others
 * stay. A title alone, or a number that goes back, opens nothing, for a wrong cut gives one acte the vote of another;
 * an acte with two votes only makes `d.vote` ambigu. The text before the first number goes with the first acte, unless
 * something is voted there (the approval of the minutes): then it is an acte of its own, without a number.
 */
#include "bounds.h"
#include "reader_priv.h"

#define DECISION_TOKENS 40 /* before the word of decision, in its sentence */

struct heading {
	size_t at;
	struct range number;
};
struct headings {
	struct heading *at;
	size_t n, cap;
};

#define PARTS_MAX 8
struct number {
	struct str part[PARTS_MAX];
	size_t n;
};

static struct number parts_of(const struct reader *rd, struct range r)
{
	struct number num = { .n = 0 };

	for (size_t i = r.from; i < r.to && num.n < PARTS_MAX; i++)
		if (rd->t.at[i].kind != TOK_MARK)
			num.part[num.n++] = rd->t.at[i].key;
	return num;
}

static bool same_number(const struct number *a, const struct number *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->part[i], b->part[i]))
			return false;
	return true;
}

/* One part grew, by little, and the others stayed. */
static bool follows(const struct number *a, const struct number *b)
{
	size_t changed = 0;
	int64_t x = 0, y = 0;

	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->part[i], b->part[i])) {
			changed++;
			if (!str_int(a->part[i], &x) || !str_int(b->part[i], &y) || y <= x || y - x > 30)
				return false;
		}
	return changed == 1;
}

static bool same_cue(const struct reader *rd, const struct heading *a, const struct heading *b)
{
	return str_eq(rd->t.at[a->at].key, rd->t.at[b->at].key);
}

/* An agenda numbers the actes once before they come: reading starts again where the first number stands for the last
 * time. */
static size_t last_start(const struct reader *rd, const struct headings *all)
{
	size_t start = 0;

	for (size_t i = 1; i < all->n; i++) {
		const struct number first = parts_of(rd, all->at[0].number), here = parts_of(rd, all->at[i].number),
				    before = parts_of(rd, all->at[i - 1].number);

		if (same_number(&first, &here) && !same_number(&before, &here))
			start = i;
	}
	return start;
}

typedef size_t heading_reader(const struct reader *, size_t, struct range *);

static size_t heading_by_code(const struct reader *rd, size_t i, struct range *ret_number)
{
	int year;

	return code_of_act(rd, i, ret_number, &year);
}

static struct headings headings_by(struct reader *rd, heading_reader *read)
{
	struct headings all = { 0 }, kept = { 0 };

	for (size_t i = 0; i < rd->t.n; i++) {
		struct range number;
		const size_t next = read(rd, i, &number);

		if (next == i)
			continue;
		*ARENA_PUSH(rd->a, &all) = (struct heading){ i, number };
		i = next - 1;
	}
	for (size_t i = all.n > 0 ? last_start(rd, &all) : 0; i < all.n && kept.n < LIMIT_ACTES - 1; i++) {
		if (kept.n > 0) {
			const struct number a = parts_of(rd, kept.at[kept.n - 1].number),
					    b = parts_of(rd, all.at[i].number);

			if (!same_cue(rd, &kept.at[kept.n - 1], &all.at[i]) || !follows(&a, &b))
				continue;
		}
		*ARENA_PUSH(rd->a, &kept) = all.at[i];
	}
	return kept;
}

/* A house that writes "DEL2031-04" writes no "Délibération n°" before it. */
static struct headings find_headings(struct reader *rd)
{
	const struct headings announced = headings_by(rd, heading_of_act);

	if (announced.n > 1)
		return announced;
	const struct headings codes = headings_by(rd, heading_by_code);

	return codes.n > 1 ? codes : announced;
}

static size_t find_visas(const struct reader *rd, struct acte_parts *p)
{
	size_t i = p->all.from;

	while (i < p->all.to && !is_visa_opener(rd, i))
		i++;
	if (i == p->all.to)
		return p->all.from;
	p->visas = (struct range){ i, p->all.to };
	size_t last_opener = i;

	for (; i < p->all.to && i - last_opener < 300; i++) {
		if (is_visa_opener(rd, i))
			last_opener = i;
		else if (i > last_opener + 1 && ends_visas(rd, i)) {
			p->visas.to = i;
			p->visas_closed = true;
			return i;
		}
	}
	p->visas.to = i - last_opener < 40 ? i : last_opener + 40;
	return p->visas.to;
}

static bool is_word_of_decision(const struct reader *rd, size_t i)
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

/* "Le Conseil municipal, à l'unanimité, après en avoir délibéré, …"; but where no full stop stands before the decision, the
 * sentence would reach back over the lists of members. */
static size_t decision_start(const struct reader *rd, size_t i, size_t from)
{
	const size_t start = sentence_start(rd, i, from);

	return i - start <= DECISION_TOKENS ? start : i;
}

static void find_dispositif(const struct reader *rd, struct acte_parts *p, size_t from)
{
	for (size_t i = from; i < p->all.to; i++)
		if (is_word_of_decision(rd, i)) {
			p->dispositif = (struct range){ decision_start(rd, i, from), p->all.to };
			return;
		}
}

static bool votes_stand_in(const struct reader *rd, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (cue_at(rd->lx, &rd->t, i, CUE_UNANIMITE) > i || cue_at(rd->lx, &rd->t, i, CUE_SUITE) > i)
			return true;
	return false;
}

static void cut_actes(struct reader *rd, const struct headings *h)
{
	const bool several = h->n > 1, preliminary = several && votes_stand_in(rd, 0, h->at[0].at);
	const size_t n = several ? h->n + preliminary : 1;

	rd->actes = ARENA_ARRAY(rd->a, n, struct acte);
	rd->parts = ARENA_ARRAY(rd->a, n, struct acte_parts);
	rd->r->actes_n = n;
	for (size_t i = 0; i < n; i++) {
		const size_t next = preliminary ? i : i + 1;

		rd->parts[i].all.from = i == 0 ? 0 : rd->parts[i - 1].all.to;
		rd->parts[i].all.to = several && next < h->n ? h->at[next].at : rd->t.n;
		rd->actes[i].span = reader_span(rd, rd->parts[i].all.from, rd->parts[i].all.to);
	}
}

void reader_segment(struct reader *rd)
{
	const struct headings h = find_headings(rd);

	cut_actes(rd, &h);
	for (size_t i = 0; i < rd->r->actes_n; i++)
		find_dispositif(rd, &rd->parts[i], find_visas(rd, &rd->parts[i]));
	const struct acte_parts *first = &rd->parts[0];

	rd->head = first->all;
	if (h.n > 1 && h.at[0].at > 20)
		rd->head.to = h.at[0].at;
	if (first->visas.to > first->visas.from && first->visas.from < rd->head.to && first->visas.from > 20)
		rd->head.to = first->visas.from;
	if (first->dispositif.to > 0 && first->dispositif.from < rd->head.to && first->dispositif.from > 20)
		rd->head.to = first->dispositif.from;
}
