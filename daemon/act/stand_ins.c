/* SPDX-License-Identifier: EUPL-1.2 */
/* "Étaient représentés : M. A par Mme B", where B may be a substitute who sits or a member who votes for A too.
 *
 * Nobody in the list of presents sits in person when the number of presents counts him, or his heading says "suppléés". Who is in the list
 * holds a proxy where the head knows no substitutes. Else neither is said, and the presents are not read without him.
 */
#include "stand_ins_priv.h"

#define HEADING_TOKENS 6

static bool is_stood_for(const struct entry *e)
{
	return e->unclear && e->instead.nom.n > 0;
}

/* So many presents, or one of several numbers of them that vary with the séance. */
static bool is_stated(struct reader *rd, size_t n)
{
	const struct field *f = &rd->r->presents_annonces;
	const struct str number = arena_printf(rd->a, "%zu", n);

	if (f->statut == FIELD_LU)
		return f->nombre == (int64_t)n;
	for (size_t i = 0; f->statut == FIELD_AMBIGU && i < f->n; i++)
		if (str_eq(f->items[i].texte, number))
			return true;
	return false;
}

/* Those of one section become presents, and nobody stays in it for whom they sit. */
static void take_in(struct reader *rd, struct section *s, struct people_list *presents)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->entries.n; i++) {
		struct entry *e = &s->entries.at[i];

		if (!is_stood_for(e)) {
			s->entries.at[kept++] = *e;
			continue;
		}
		people_add(rd, &e->instead, WHO_PRESENT);
		*ARENA_PUSH(rd->a, presents) = (struct item){ .span = e->instead.span, .qui = e->instead };
	}
	s->entries.n = kept;
}

static void give_proxies(struct reader *rd, struct section *s)
{
	for (size_t i = 0; i < s->entries.n; i++) {
		struct entry *e = &s->entries.at[i];

		if (!is_stood_for(e))
			continue;
		*ARENA_PUSH(rd->a, &s->pairs) = (struct pair){ .mandant = e->qui, .porteur = e->instead, .from = e->from, .to = e->to };
		e->proxy = true;
		e->unclear = false;
	}
}

/* Behind "représenté par", "remplacée par sa suppléante": the token of the name, or of the colon of such a heading; i when no substitute may be
 * told of there. */
static size_t behind_by(const struct reader *rd, size_t i)
{
	static const char words[] = " remplace remplacee remplaces remplacees supplee suppleee supplees suppleees represente representee representes "
				    "representees ";
	size_t k = i + 2;

	/* "Représentés : M. A par son suppléant M. B" */
	const bool by_his_own = tok_among(&rd->t, i + 2, " son sa ") && tok_among(&rd->t, i + 3, " suppleant suppleante ");

	if (!tok_among(&rd->t, i + 1, " par ") || !(by_his_own || tok_among(&rd->t, i, words)))
		return i;
	while (k < rd->head.to && tok_among(&rd->t, k, " un une son sa le la leur leurs suppleant suppleante suppleants delegue deleguee "))
		k++;
	return k;
}

/* "NOM   Présence   Représenté par⏎PETIT Luc   …": token i is among the titles of a table. */
static bool is_title_of_a_table(const struct attendance *at, size_t i)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		if (s->h.kinds == LISTE_PRESENTS && s->h.to == s->h.from && s->entries.n > 0 && i >= s->from && i < s->entries.at[0].from)
			return true;
	}
	return false;
}

/* "Excusés : M. A, remplacé par M. B": B sits, or votes for A, and is in no list of presents, whose number does not say that it is whole. */
static bool somebody_unlisted(struct reader *rd, const struct attendance *at, const struct people_list *presents, bool named)
{
	struct name n;

	if (represented_is_proxy(rd) || is_stated(rd, presents->n))
		return false;
	for (size_t i = rd->head.from; i + 2 < rd->head.to; i++) {
		const size_t k = behind_by(rd, i);

		if (k == i || is_title_of_a_table(at, i) || (named && tok_mark(&rd->t, k, ':')) || (!tok_mark(&rd->t, k, ':') && name_read(rd, k, rd->head.to, &n) == k))
			continue;
		struct person p = tok_mark(&rd->t, k, ':') ? (struct person){ 0 } : name_person(rd, &n);

		if (p.nom.n > 0 && people_find(rd, &p, WHO_PRESENT) != PEOPLE_NONE)
			continue;
		field_illisible(rd, &rd->r->presents, reader_span(rd, i, k + 1), "un remplaçant, nommé à part, n'est pas dans la liste des présents");
		return true;
	}
	return false;
}

static bool in_a_heading(const struct attendance *at, size_t i)
{
	for (size_t k = 0; k < at->sections.n; k++)
		if (i >= at->sections.at[k].h.from && i < at->sections.at[k].h.to)
			return true;
	return false;
}

/* "Étaient remplacés (the margin) : M. A par Mme B": a list of those who sit, whose heading is none any more. */
static bool replaced_in_no_list(struct reader *rd, const struct attendance *at, const struct people_list *presents)
{
	for (size_t i = rd->head.from; i < rd->head.to; i++) {
		if (!tok_among(&rd->t, i, " remplaces remplacees supplees suppleees ") || in_a_heading(at, i) || is_stated(rd, presents->n))
			continue;
		for (size_t k = i + 1; k < i + HEADING_TOKENS && k < rd->head.to && !sentence_ends_at(rd, k - 1); k++) {
			struct name n;

			if (!tok_mark(&rd->t, k, ':') || name_read(rd, k + 1, rd->head.to, &n) == k + 1)
				continue;
			field_illisible(rd, &rd->r->presents, reader_span(rd, i, k + 1), "des remplaçants sont nommés sous une rubrique qui n'est pas comprise");
			return true;
		}
	}
	return false;
}

static bool is_among_presents(struct reader *rd, struct person p)
{
	return people_find(rd, &p, WHO_PRESENT) != PEOPLE_NONE;
}

/* Under "Absents" alone a substitute who sits is as likely. */
static bool lists_the_represented(const struct section *s)
{
	return s->h.kinds == (LISTE_ABSENTS | LISTE_POUVOIRS);
}

/* "Absents représentés : M. A, représenté par Mme B": he stays absent; B votes for him, where every B of these lists is there and no A, and
 * the head knows no substitutes. */
static void absents_give(struct reader *rd, struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		for (size_t i = 0; (s->h.kinds & LISTE_ABSENTS) && i < s->entries.n; i++)
			if (is_stood_for(&s->entries.at[i]) && (s->why != NULL || !lists_the_represented(s) || !is_among_presents(rd, s->entries.at[i].instead) ||
								is_among_presents(rd, s->entries.at[i].qui)))
				return;
	}
	for (size_t k = 0; k < at->sections.n && !says_substitute(rd, rd->head.from, rd->head.to); k++)
		if (lists_the_represented(&at->sections.at[k]))
			give_proxies(rd, &at->sections.at[k]);
}

/* "Absents remplacés : M. A par Mme B": she is present, he is not. How many of the section are replaced by nobody who is named. */
static size_t take_in_replacing(struct reader *rd, struct section *s, struct people_list *presents)
{
	size_t unnamed = 0;

	for (size_t i = 0; i < s->entries.n; i++) {
		struct entry *e = &s->entries.at[i];

		if (!is_stood_for(e)) {
			unnamed++;
			continue;
		}
		struct person p = e->instead;
		const bool listed = people_find_same(rd, &p, WHO_PRESENT) != PEOPLE_NONE;

		/* "par Mme PETIT-GRAND", where a Mme PETIT is there: she may be another. */
		unnamed += !listed && is_among_presents(rd, e->instead);
		if (!listed && !is_among_presents(rd, e->instead)) {
			people_add(rd, &e->instead, WHO_PRESENT);
			*ARENA_PUSH(rd->a, presents) = (struct item){ .span = e->instead.span, .qui = e->instead };
		}
		e->unclear = false;
		e->instead = (struct person){ 0 };
	}
	return unnamed;
}

/* "Délégués suppléants présents : Mme B" beside "Excusés remplacés par leur suppléant : M. A": as many suppléants as members whom they replace. */
static bool substitutes_listed(const struct reader *rd, const struct attendance *at)
{
	size_t sit = 0, replaced = 0;

	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];
		bool suppleants = false;

		for (size_t i = s->h.from; i < s->h.to; i++)
			suppleants |= tok_among(&rd->t, i, " suppleants suppleantes suppleant suppleante ") && !tok_among(&rd->t, i - 1, " et ou leur leurs son sa ");
		if (s->why != NULL)
			return false;
		sit += s->h.kinds == LISTE_PRESENTS && suppleants ? s->entries.n : 0;
		replaced += heading_of_replaced(rd, &s->h) ? s->entries.n : 0;
	}
	return replaced > 0 && sit == replaced;
}

/* False when somebody who replaces a member may be missing from the presents. */
static bool replaced_settled(struct reader *rd, struct attendance *at, struct people_list *presents)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		struct section *s = &at->sections.at[k];

		const bool apart = s->h.kinds == LISTE_POUVOIRS && says_substitute(rd, s->h.from, s->h.to);

		/* "Étaient remplacés : M. A par Mme B" is for below, when it was understood. */
		if (!(apart && s->why != NULL) && !heading_of_replaced(rd, &s->h))
			continue;
		if ((s->why == NULL && take_in_replacing(rd, s, presents) == 0) || is_stated(rd, presents->n) || substitutes_listed(rd, at))
			continue;
		field_illisible(rd, &rd->r->presents, reader_span(rd, s->h.from, s->h.to), "un remplaçant, qui n'est pas nommé ou pas compris, n'est pas dans la liste des présents");
		return false;
	}
	return true;
}

bool reader_stand_ins(struct reader *rd, struct attendance *at, struct people_list *presents)
{
	size_t all = 0, listed = 0;
	bool said = true;
	const struct entry *first = NULL;

	if (!replaced_settled(rd, at, presents) || replaced_in_no_list(rd, at, presents))
		return false;
	if (!represented_is_proxy(rd))
		absents_give(rd, at);
	for (size_t k = 0; k < at->sections.n && !represented_is_proxy(rd); k++) {
		const struct section *s = &at->sections.at[k];

		for (size_t i = 0; s->h.kinds == LISTE_POUVOIRS && s->why == NULL && i < s->entries.n; i++) {
			struct person p = s->entries.at[i].instead;

			if (!is_stood_for(&s->entries.at[i]))
				continue;
			first = first == NULL ? &s->entries.at[i] : first;
			all++;
			listed += people_find(rd, &p, WHO_PRESENT) != PEOPLE_NONE;
			said &= says_substitute(rd, s->h.from, s->h.to);
		}
	}
	const bool sit = listed == 0 && (said || is_stated(rd, presents->n + all));
	const bool hold = listed == all && !says_substitute(rd, rd->head.from, rd->head.to);

	for (size_t k = 0; all > 0 && k < at->sections.n; k++) {
		struct section *s = &at->sections.at[k];

		if (s->h.kinds == LISTE_POUVOIRS && s->why == NULL && sit)
			take_in(rd, s, presents);
		else if (s->h.kinds == LISTE_POUVOIRS && s->why == NULL && hold)
			give_proxies(rd, s);
	}
	if (all == 0 || sit || listed == all)
		return !somebody_unlisted(rd, at, presents, all > 0 || substitutes_listed(rd, at));
	field_illisible(rd, &rd->r->presents, first->instead.span, "« %.*s » siège ou porte un pouvoir : le texte ne le dit pas", STR_ARG(first->instead.nom));
	return false;
}
