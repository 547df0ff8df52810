/* SPDX-License-Identifier: EUPL-1.2 */
/* Two names that a proxy joins, when the words do not say which of them holds it: "Pouvoirs : Mme A pour M. B", "Absents représentés :
 * Mme A (M. B)". Who is present tells; where it does not, the list is not read.
 *
 * Decided against: taking the first name for the holder behind "pour", for as many towns write the giver first.
 */
#include "people_priv.h"

#define PRESENT_GIVES "un présent parmi ceux qui donnent pouvoir"

static bool is_there(struct reader *rd, struct person p)
{
	return people_find(rd, &p, WHO_PRESENT | WHO_CHAIR) != PEOPLE_NONE;
}

static struct entry *entry_of(struct section *s, const struct pair *p)
{
	for (size_t k = 0; k < s->entries.n; k++)
		if (s->entries.at[k].from == p->from)
			return &s->entries.at[k];
	return NULL;
}

static bool for_a_part(const struct entry *e)
{
	return e->depuis.n + e->jusqua.n > 0;
}

static void fail(struct section *s, size_t i)
{
	if (s->why != NULL)
		return;
	s->fault = i;
	s->why = "on ne sait lequel des deux porte le pouvoir de l'autre";
}

static void turn(struct reader *rd, struct section *s, struct pair *p)
{
	const bool first = is_there(rd, p->mandant), second = is_there(rd, p->porteur);
	struct entry *e = entry_of(s, p);

	if (first == second || e == NULL) {
		fail(s, p->from);
	} else if (first) {
		const struct person holder = p->mandant;

		p->mandant = p->porteur;
		p->porteur = holder;
		e->qui = p->mandant;
	}
}

/* "Ont donné pouvoir :", "Mandants :", "Absents :": whoever stands under it gives. */
static bool of_who_gives(const struct reader *rd, const struct section *s)
{
	for (size_t k = s->h.from; k < s->h.to; k++)
		if (str_starts(rd->t.at[k].key, STR("donn")) || tok_among(&rd->t, k, " mandant mandants "))
			return true;
	return s->h.kinds != LISTE_POUVOIRS;
}

/* "Pouvoirs : Luc PETIT (Zoé ROUX)", where Luc PETIT is there: he holds hers, if so it is with every pair; else the list is not what it seems. */
static void turn_bare(struct reader *rd, struct section *s)
{
	size_t turned = 0, doubted = s->pairs.n;

	for (size_t k = 0; k < s->pairs.n; k++) {
		const struct pair *p = &s->pairs.at[k];
		const struct entry *e = entry_of(s, p);
		struct person giver = p->mandant;
		const bool holder = is_there(rd, p->porteur);

		if (!p->bare || e == NULL || for_a_part(e))
			continue;
		if (!holder && is_there(rd, giver))
			turned += rd->t.at[e->name.to].kind == TOK_WORD || tok_mark(&rd->t, e->name.to, '('); /* no arrow, which has its sense */
		else if (!holder || people_find_same(rd, &giver, WHO_PRESENT) == PEOPLE_NONE)
			continue;
		doubted = doubted < k ? doubted : k;
	}
	if (doubted == s->pairs.n || s->why != NULL)
		return;
	if (turned < s->pairs.n || of_who_gives(rd, s)) {
		s->fault = s->pairs.at[doubted].from;
		s->why = PRESENT_GIVES;
	}
	for (size_t k = 0; k < s->pairs.n && s->why == NULL; k++)
		turn(rd, s, &s->pairs.at[k]);
}

static void fail_bare(struct section *s)
{
	for (size_t k = 0; k < s->pairs.n; k++)
		if (s->pairs.at[k].bare)
			fail(s, s->pairs.at[k].from);
}

/* "Absents représentés : Mme A (Saint-Martin)": nobody's name, or nobody's who is there. */
static bool drop_stranger(struct reader *rd, struct section *s, const struct pair *p)
{
	struct entry *e = entry_of(s, p);

	if (!p->if_there || is_there(rd, p->porteur))
		return false;
	if (e != NULL) {
		e->proxy = false;
		e->unclear = true;
	}
	return true;
}

/* "Étaient porteurs d'un pouvoir :": who stands there is no absent. */
static bool of_holders(const struct reader *rd, const struct section *s)
{
	for (size_t k = s->h.from; k < s->h.to; k++)
		if (tok_among(&rd->t, k, " porteur porteurs porteuse porteuses detenteur detenteurs "))
			return true;
	return false;
}

/* Every holder is there, and no giver but for a part of the séance. */
static bool all_on_their_sides(struct reader *rd, struct section *s)
{
	for (size_t k = 0; k < s->pairs.n; k++) {
		const struct pair *p = &s->pairs.at[k];
		const struct entry *e = entry_of(s, p);

		if (!is_there(rd, p->porteur) || (is_there(rd, p->mandant) && (e == NULL || e->depuis.n + e->jusqua.n == 0)))
			return false;
	}
	return true;
}

/* Nothing but spaces and line ends parts each second name from the one before it. */
static bool may_be_rows(const struct section *s)
{
	bool rows = s->pairs.n == 0 && s->entries.n > 1 && s->entries.n % 2 == 0;

	for (size_t k = 1; rows && k < s->entries.n; k += 2)
		rows = !s->entries.at[k].promised || s->entries.at[k].dashed;
	return rows;
}

/* "MANDATAIRES   MANDANTS": in each row the holder stands first. */
static bool holders_stand_first(const struct reader *rd, const struct section *s)
{
	bool holders = false;

	for (size_t k = s->h.from; s->entries.n > 0 && k < s->entries.at[0].from; k++) {
		if (tok_among(&rd->t, k, " mandant mandants "))
			return holders;
		holders |= tok_among(&rd->t, k, " mandataire mandataires ");
	}
	return false;
}

/* Under a heading of proxies "Anne PETIT Luc GRAND Zoé ROUX Paul VIAL", of which Luc GRAND and Paul VIAL alone are there: rows of a giver and his holder. */
static bool rows_of_two(struct reader *rd, const struct section *s)
{
	if (!may_be_rows(s) || !(s->h.strict || represented_is_proxy(rd)))
		return false;
	const size_t holder = holders_stand_first(rd, s) ? 0 : 1;

	for (size_t k = 0; k < s->entries.n; k++) {
		const struct entry *e = &s->entries.at[k];

		if (is_there(rd, e->qui) != (k % 2 == holder) || e->unclear || e->gave_none || e->represented || for_a_part(e))
			return false;
	}
	return true;
}

static void pair_rows(struct reader *rd, struct section *s)
{
	const size_t rows = s->entries.n / 2, second = holders_stand_first(rd, s) ? 1 : 0;

	for (size_t k = 0; k < rows; k++) {
		const struct entry *first = &s->entries.at[2 * k], *last = first + 1, *holder = second ? first : last;
		const size_t from = first->from, to = last->to;
		struct entry giver = s->entries.at[2 * k + second];

		*ARENA_PUSH(rd->a, &s->pairs) = (struct pair){ .mandant = giver.qui, .porteur = holder->qui, .from = from, .to = to };
		giver.proxy = true;
		giver.to = to;
		s->entries.at[k] = giver;
	}
	s->entries.n = rows;
}

/* Somebody present stands among those who give, and for the whole séance: the list is not what its heading says. */
static void doubt_present_givers(struct reader *rd, struct section *s)
{
	for (size_t k = 0; s->why == NULL && k < s->entries.n; k++) {
		struct person p = s->entries.at[k].qui;

		if (s->entries.at[k].proxy || s->entries.at[k].unclear || for_a_part(&s->entries.at[k]) || people_find_same(rd, &p, WHO_PRESENT) == PEOPLE_NONE)
			continue;
		s->fault = s->entries.at[k].from;
		s->why = PRESENT_GIVES;
	}
}

static void settle(struct reader *rd, struct section *s, bool presents_known)
{
	size_t kept = 0;
	bool either = of_holders(rd, s), if_there = false;

	for (size_t k = 0; k < s->pairs.n; k++) {
		struct pair *p = &s->pairs.at[k];

		either |= p->either;
		if_there |= p->if_there;
		if (p->family && !(presents_known && people_family(rd, &p->porteur)))
			fail(s, p->from);
		if (p->either && presents_known)
			turn(rd, s, p);
		else if (p->either)
			fail(s, p->from);
		if (!drop_stranger(rd, s, p))
			s->pairs.at[kept++] = *p;
	}
	s->pairs.n = kept;
	if (presents_known)
		turn_bare(rd, s);
	else if (!of_who_gives(rd, s))
		fail_bare(s);
	if (presents_known && (s->h.kinds & LISTE_POUVOIRS) && !(s->h.kinds & LISTE_PRESENTS) && s->why == NULL) {
		if (rows_of_two(rd, s))
			pair_rows(rd, s);
		else if (s->h.strict && s->h.to > s->h.from)
			doubt_present_givers(rd, s);
	} else if (!presents_known && s->h.kinds == LISTE_POUVOIRS && may_be_rows(s)) {
		fail(s, s->h.from);
	}
	if (s->there_tells && !(presents_known && s->pairs.n > 0 && all_on_their_sides(rd, s)))
		fail(s, s->h.from);
	for (size_t k = 0; k < s->entries.n; k++) {
		struct entry *e = &s->entries.at[k];

		/* Among holders one alone holds whose? Among "A (B)" one alone is represented too. */
		if (!e->proxy && either)
			fail(s, e->from);
		e->unclear |= !e->proxy && if_there;
	}
}

void reader_settle_proxies(struct reader *rd, struct attendance *at)
{
	bool known = false, broken = at->broken_presents > 0;

	for (size_t k = 0; k < at->sections.n; k++) {
		known |= at->sections.at[k].h.kinds == LISTE_PRESENTS;
		broken |= (at->sections.at[k].h.kinds & LISTE_PRESENTS) && at->sections.at[k].why != NULL;
	}
	for (size_t k = 0; k < at->sections.n; k++)
		settle(rd, &at->sections.at[k], known && !broken);
}
