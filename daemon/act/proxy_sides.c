/* SPDX-License-Identifier: EUPL-1.2 */
/* Two names that a proxy joins, when the words do not say which of them holds it: "Pouvoirs : Mme A pour M. B", "Absents représentés :
 * Mme A (M. B)". Who is present tells; where it does not, the list is not read.
 *
 * Decided against: taking the first name for the holder behind "pour", for as many towns write the giver first.
 */
#include "people_priv.h"

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
	if (s->there_tells && !(presents_known && all_on_their_sides(rd, s)))
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
