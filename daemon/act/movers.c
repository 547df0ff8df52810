/* SPDX-License-Identifier: EUPL-1.2 */
/* Who comes or goes: the names before the verb of a move or behind it, and whether they are members of the lists. */
#include "going_priv.h"
#include "moves_priv.h"

#define NEXT_SENTENCE 20
#define CHAIR_TOKENS 10 /* "Monsieur le Maire, concerné par l'affaire, quitte …" */

bool list_holds_key(const struct field *f, struct str cle)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->items[i].qui.cle, cle) || str_eq(f->items[i].porteur.cle, cle))
			return true;
	return false;
}

bool is_there_all_along(const struct reader *rd, struct str cle)
{
	const struct field *f = &rd->r->presents;

	for (size_t i = 0; f->statut == FIELD_LU && i < f->n; i++)
		if (str_eq(f->items[i].qui.cle, cle))
			return f->items[i].depuis.n + f->items[i].jusqua.n == 0;
	return false;
}

struct movers movers_in(struct reader *rd, size_t from, size_t to, const struct field *deports)
{
	struct movers m = { .all_deported = true };
	bool goes_on = false; /* "MM. A et B": the second has no civility, and is one of the members */

	for (size_t k = from, next; k < to; k = next > k ? next : k + 1) {
		struct name n;
		const bool bare = !is_civility(&rd->t, k, &next);

		next = k;
		if ((bare && !goes_on) || (next = name_read(rd, k, to, &n)) == k || n.odd) {
			goes_on = false;
			continue;
		}
		struct person p = name_person(rd, &n);
		const bool member = people_find(rd, &p, WHO_PRESENT | WHO_ABSENT | WHO_GIVER) == PEOPLE_ONE;

		goes_on = next < to && tok_among(&rd->t, next, " , et ");
		if (!bare || member) {
			m.named = true;
			m.end = next;
			m.ends = next >= to || tok_among(&rd->t, next, " . ) ");
			m.member |= member;
			m.proxy |= rd->r->pouvoirs.statut == FIELD_LU && list_holds_key(&rd->r->pouvoirs, p.cle);
			m.there |= is_there_all_along(rd, p.cle);
			m.all_deported &= list_holds_key(deports, p.cle);
		}
		next += goes_on;
	}
	return m;
}

bool subject_is_deported(struct reader *rd, size_t from, size_t i, const struct field *deports)
{
	const size_t direct = behind_the_subject(rd, from, i), end = row_of_names_before(rd, from, direct) < direct ? direct : before_the_aside(rd, from, i), row = row_of_names_before(rd, from, end);
	const struct movers m = movers_in(rd, row, end, deports);

	return m.named && m.all_deported;
}

bool unnamed_may_hold_a_proxy(struct reader *rd, size_t from, size_t i)
{
	const struct field *pouvoirs = &rd->r->pouvoirs, *president = &rd->r->president;
	struct person chair;
	struct name n;

	if (pouvoirs->statut != FIELD_LU || pouvoirs->n == 0)
		return false;
	if (name_before(rd, from, i, &n) && !n.odd) {
		struct person p = name_person(rd, &n);

		if (people_find(rd, &p, WHO_ANY) == PEOPLE_ONE)
			return list_holds_key(pouvoirs, p.cle);
	}
	if (chair_told_before(rd, i, &chair))
		return list_holds_key(pouvoirs, chair.cle);
	return !tells_the_chair(rd, from, i) || president->statut != FIELD_LU || president->n == 0 || list_holds_key(pouvoirs, president->items[0].qui.cle);
}

bool gives_a_proxy(const struct reader *rd, size_t from, size_t to)
{
	const size_t stop = tok_among(&rd->t, to, " il elle ils elles pouvoir pouvoirs procuration procurations ") ? sentence_end(rd, to, to + NEXT_SENTENCE) : to;

	for (size_t k = from; k < stop; k++)
		if (proxy_word(&rd->t, k) || (tok_among(&rd->t, k, " represente representee representes representees representer ") && tok_among(&rd->t, k + 1, " par ")))
			return true;
	return false;
}

bool one_of_before(struct reader *rd, unsigned roles, size_t from, size_t i)
{
	struct name n;

	if (!name_before(rd, from, i, &n) || n.odd)
		return false;
	struct person p = name_person(rd, &n);

	return people_find(rd, &p, roles) == PEOPLE_ONE;
}

bool name_before_is_there(struct reader *rd, size_t from, size_t i)
{
	struct name n;

	i = behind_the_subject(rd, from, i);
	if (!name_before(rd, from, i, &n) || n.odd)
		return false;
	struct person p = name_person(rd, &n);

	return people_find(rd, &p, WHO_PRESENT) == PEOPLE_ONE && is_there_all_along(rd, p.cle);
}

bool follows_names(const struct reader *rd, size_t from, size_t i)
{
	i = behind_the_subject(rd, from, i);
	return row_of_names_before(rd, from, i) < i;
}

bool member_before_an_aside(struct reader *rd, size_t from, size_t i)
{
	static const struct field nobody;
	const size_t comma = before_the_aside(rd, from, i);

	return comma < i && movers_in(rd, row_of_names_before(rd, from, comma), comma, &nobody).member;
}

static bool title_before_an_aside(const struct reader *rd, size_t from, size_t i)
{
	const size_t comma = before_the_aside(rd, from, i);

	return comma < i && title_ending_at(rd, comma) < comma;
}

/* "M. A, conseiller délégué, arrive", "M. A salue l'assemblée et s'absente": the sentence begins with him. */
bool is_told_of_farther_on(const struct reader *rd, size_t from, size_t i, const struct movers *m)
{
	size_t next;

	if (!m->member || i == from || !tok_among(&rd->t, i - 1, " , et puis ") || tok_among(&rd->t, i, " etant est ") || !is_civility(&rd->t, from, &next))
		return false;
	for (size_t k = from; !tok_mark(&rd->t, i - 1, ',') && k < i; k++)
		if (tok_among(&rd->t, k, " que qu dont qui ou "))
			return false;
	return true;
}

/* Not in "M. le Maire indique que le prestataire est parti". */
bool tells_the_chair(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = to; k-- > from && !tok_among(&rd->t, k, " que qu dont ");)
		if (tok_among(&rd->t, k, " maire president presidente ") && !tok_among(&rd->t, k + 1, " adjoint adjointe "))
			return true;
	return false;
}

/* "Monsieur le Maire quitte la salle", "Mme A, Maire, étant absente": told of by the title, he is a member all the same. */
bool chair_before(const struct reader *rd, size_t from, size_t i)
{
	/* Absent in the head, he is among the absents of its lists. */
	if (i < rd->head.to && tok_among(&rd->t, i, " etant est "))
		return false;
	/* "Mme A, Maire de la commune de B-sur-C, étant absente" */
	const size_t reach = move_is_a_state(rd, i) ? 2 * CHAIR_TOKENS : CHAIR_TOKENS;

	return tells_the_chair(rd, i - from > reach ? i - reach : from, i) || title_before_an_aside(rd, from, i);
}

/* "Arrivée Lambercourt", "20h10 : départ de Guy LAMBERCOURT": without a civility, a member and nothing else. */
bool bare_member(struct reader *rd, size_t i, size_t to, struct movers *m)
{
	struct name n;
	const size_t next = name_read(rd, i, to, &n);

	const bool placed = move_tells_when(rd, next, to);

	if (next == i || n.odd || !(next >= rd->t.n || rd->t.at[next].lines > 0 || placed || move_ends_or_tells_the_hour(rd, next, to)))
		return false;
	struct person p = name_person(rd, &n);
	const enum people_match match = people_find(rd, &p, WHO_PRESENT | WHO_ABSENT | WHO_GIVER);

	*m = (struct movers){ .named = true, .member = match == PEOPLE_ONE || match == PEOPLE_SEVERAL };
	m->there = match == PEOPLE_SEVERAL || is_there_all_along(rd, p.cle);
	m->proxy = rd->r->pouvoirs.statut == FIELD_LU && (match == PEOPLE_SEVERAL || list_holds_key(&rd->r->pouvoirs, p.cle));
	return m->member;
}

bool placed_stranger(const struct reader *rd, size_t i, size_t to)
{
	struct name n;
	const size_t next = name_read(rd, i, to, &n);

	return next > i && !n.odd && n.order != ORDER_NONE && next < to && rd->t.at[next].kind == TOK_WORD && (move_ends_or_tells_the_hour(rd, next, to) || move_tells_when(rd, next, to));
}
