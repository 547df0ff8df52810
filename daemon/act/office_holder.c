/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is meant by "M. le Maire": the only person of the head whose name this office follows, and who is listed as there.
 *
 * A commune has one maire, every other collectivité one president; in a communauté any member may be the maire of his own commune, and in a commune a
 * president is of anything. Where somebody is "maire délégué", "honoraire" or stands in for him, or where two people have the office, nobody is meant for sure.
 */
#include "officers_priv.h"
#include "who_priv.h"

#define NAME_BEFORE 8 /* tokens */

static bool office_is_of_the_level(const struct reader *rd, bool maire)
{
	const struct field *level = &rd->r->niveau;

	if (level->statut != FIELD_LU)
		return false;
	return maire ? str_eq(level->texte, STR("commune")) :
		       str_eq(level->texte, STR("epci")) || str_eq(level->texte, STR("syndicat")) || str_eq(level->texte, STR("departement")) ||
			       str_eq(level->texte, STR("region"));
}

/* "maire délégué", "Maire, empêché", "ancien maire", "en l'absence du maire" */
static bool in_doubt(const struct reader *rd, size_t i)
{
	static const char behind[] = " delegue deleguee delegues honoraire interim interimaire sortant sortante ", away[] = " empeche empechee empeches absent absente ";
	static const char before[] = " ancien ancienne ex absence empechement suppleant suppleante remplacant remplacante interim ";
	const bool stop = tok_mark(&rd->t, i + 1, ',');
	const size_t linked = i - 1 - tok_among(&rd->t, i - 1, " du de le la - ");

	return tok_among(&rd->t, linked, before) || tok_among(&rd->t, i + 1, behind) || (!stop && tok_among(&rd->t, i + 2, behind)) ||
	       tok_among(&rd->t, i + 1, away) || tok_among(&rd->t, i + 2, away);
}

/* Behind the title: nothing more of it, or of what he is it. */
static bool title_ends(const struct reader *rd, size_t i, bool maire)
{
	const size_t of = i + 1 + tok_among(&rd->t, i + 1, " la l ");
	size_t next;

	if (i >= rd->t.n || rd->t.at[i].lines > 0 || tok_among(&rd->t, i, " , ; . ) | et "))
		return true;
	if (maire)
		return tok_among(&rd->t, i, " de du d ") && !tok_among(&rd->t, of, " commune ") && rd->t.at[of].shape != SHAPE_LOWER;
	return tok_among(&rd->t, i, " du de ") &&
	       (organe_at(rd, of, &next) != NULL || tok_among(&rd->t, of, " departement syndicat communaute metropole region "));
}

/* "…, maire", "… (maire)", "… - Maire": the name before the title at token i. */
static bool named_before(const struct reader *rd, size_t i, struct name *ret)
{
	const size_t end = i - 1, from = end > rd->head.from + NAME_BEFORE ? end - NAME_BEFORE : rd->head.from;

	return tok_among(&rd->t, end, " , ( - | ") && name_before(rd, from, end, ret) && !ret->odd && !ret->group;
}

static bool is_listed_as_there(const struct reader *rd, const struct person *p, struct person *ret)
{
	const struct field *there = &rd->r->presents;
	const struct item *it = there->statut == FIELD_LU ? people_in(there, p->cle) : NULL;

	if (it != NULL)
		*ret = it->qui;
	return it != NULL;
}

/* "adjoint au maire", "maire-adjoint", "vice-président", "président de la commission des finances" */
static bool is_another_office(const struct reader *rd, size_t i, bool maire)
{
	if (maire)
		return tok_among(&rd->t, i - 1, " au ") || tok_among(&rd->t, i + 1 + tok_mark(&rd->t, i + 1, '-'), " adjoint adjointe adjoints ");
	return tok_among(&rd->t, i - 1 - tok_mark(&rd->t, i - 1, '-'), " vice ") || (tok_among(&rd->t, i + 1, " de du des d ") && !title_ends(rd, i + 1, maire));
}

static bool find_holder(struct reader *rd, bool maire, struct person *ret)
{
	bool found = false;
	struct name n;

	if (!office_is_of_the_level(rd, maire))
		return false;
	for (size_t i = rd->head.from + 1; i < rd->head.to; i++) {
		if (!tok_among(&rd->t, i, maire ? " maire " : " president presidente ") || is_another_office(rd, i, maire))
			continue;
		if (in_doubt(rd, i))
			return false;
		if (tok_among(&rd->t, i - 1, " le la du "))
			continue;
		if (!title_ends(rd, i + 1, maire) || !named_before(rd, i, &n))
			return false;
		struct person p = name_person(rd, &n), there;

		if (people_find(rd, &p, WHO_ANY) != PEOPLE_ONE || !is_listed_as_there(rd, &p, &there) || (found && !str_eq(there.cle, ret->cle)))
			return false;
		*ret = there;
		found = true;
	}
	return found;
}

/* Asked at each "M. le Maire" of the actes: looked for once, when the lists no longer change. */
bool listed_holder_of_office(struct reader *rd, bool maire, struct person *ret)
{
	if (!rd->lists_read)
		return find_holder(rd, maire, ret);
	if (!rd->holders[maire].asked)
		rd->holders[maire].found = find_holder(rd, maire, &rd->holders[maire].who);
	rd->holders[maire].asked = true;
	if (rd->holders[maire].found)
		*ret = rd->holders[maire].who;
	return rd->holders[maire].found;
}
