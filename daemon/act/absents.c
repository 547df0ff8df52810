/* SPDX-License-Identifier: EUPL-1.2 */
/* The field absents: everybody listed absent or excused, and every giver of a proxy, each once.
 *
 * It needs every list of absents and of proxies read whole, and no proxy mentioned whose giver is in no list.
 * Without a heading the field is ABSENT, unless the members in office show that everybody is there. Deducing the
 * absents from the members in office was decided against: nobody wrote their names.
 */
#include "who_priv.h"

#define UNREAD_TOKENS 60
#define AWAY_TOKENS 4 /* "Étaient (the margin) absents" */

/* "M. PETIT, GRAND, Mme PETIT": the one without a civility of his own may be the other. */
static bool same_civility(struct str a, struct str b)
{
	return str_eq(a, b) || a.n == 0 || b.n == 0;
}

/* The same name twice in one list, not once listed and once as the giver of a proxy. */
static bool named_twice(const struct section *s, size_t *ret)
{
	for (size_t i = 0; i < s->entries.n; i++)
		for (size_t k = i + 1; k < s->entries.n; k++)
			if (s->entries.at[i].proxy == s->entries.at[k].proxy &&
			    str_eq(s->entries.at[i].qui.cle, s->entries.at[k].qui.cle) &&
			    same_civility(s->entries.at[i].qui.civilite, s->entries.at[k].qui.civilite)) {
				*ret = k;
				return true;
			}
	return false;
}

static void know_giver(struct reader *rd, struct person p)
{
	if (people_find_giver(rd, &p) == PEOPLE_NONE)
		people_add(rd, &p, WHO_GIVER);
}

void reader_know_absents(struct reader *rd, const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		for (size_t i = 0; (s->h.kinds & LISTE_ABSENTS) && s->h.to > s->h.from && i < s->entries.n; i++) {
			struct person p = s->entries.at[i].qui;

			if (people_find_same(rd, &p, WHO_ABSENT) == PEOPLE_NONE)
				people_add(rd, &p, WHO_ABSENT);
		}
	}
	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		/* Without a heading a sentence may tell again of who is listed, in a shorter form. */
		for (size_t i = 0; (s->h.kinds == LISTE_POUVOIRS || s->h.to == s->h.from) && i < s->entries.n; i++)
			know_giver(rd, s->entries.at[i].qui);
		for (size_t i = 0; i < s->pairs.n; i++)
			know_giver(rd, s->pairs.at[i].mandant);
	}
}

/* Returns a giver who may be several of the others, or NULL. */
static const struct person *list_absents(struct reader *rd, const struct attendance *at, struct people_list *l)
{
	const struct person *several = NULL;

	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		for (size_t i = 0; (s->h.kinds & (LISTE_ABSENTS | LISTE_POUVOIRS)) && i < s->entries.n; i++)
			*ARENA_PUSH(rd->a, l) = section_item(rd, &s->entries.at[i]);
	}
	const size_t listed = l->n;

	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; i < at->sections.at[k].pairs.n; i++) {
			const struct pair *p = &at->sections.at[k].pairs.at[i];

			*ARENA_PUSH(rd->a, l) = (struct item){
				.span = p->mandant.span, .qui = p->mandant, .depuis = p->depuis, .jusqua = p->jusqua
			};
		}
	for (size_t i = 0; i < l->n; i++)
		if (people_find_giver(rd, &l->at[i].qui) == PEOPLE_SEVERAL && i >= listed)
			several = &l->at[i].qui;
	return several;
}

/* "M. PETIT" and "Mme PETIT" are two. */
static bool same_absent(const struct person *a, const struct person *b)
{
	return str_eq(a->cle, b->cle) && !genders_differ(gender_of(a->civilite), gender_of(b->civilite));
}

static size_t drop_repeated(struct item *items, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		size_t same = 0;

		while (same < kept && !same_absent(&items[same].qui, &items[i].qui))
			same++;
		if (same == kept)
			items[kept++] = items[i];
	}
	return kept;
}

static bool of_suppleants(const struct reader *rd, const struct section *s)
{
	for (size_t k = s->h.from; k < s->h.to; k++)
		if (tok_among(&rd->t, k, " suppleant suppleants suppleante suppleantes ") && !tok_among(&rd->t, k - 1, " leur leurs son sa un une des ")) /* "remplacés par leur suppléant" */
			return true;
	return false;
}

/* "Excusés : …" and "Suppléants excusés : …": whether these are members who should have been there, the text does not say. */
static bool suppleants_apart(const struct reader *rd, const struct attendance *at)
{
	bool members = false, suppleants = false;

	for (size_t k = 0; k < at->sections.n; k++)
		if ((at->sections.at[k].h.kinds & LISTE_ABSENTS) && at->sections.at[k].entries.n > 0)
			*(of_suppleants(rd, &at->sections.at[k]) ? &suppleants : &members) = true;
	return members && suppleants;
}

/* "Représentés : M. A représenté par Mme B": a substitute or a holder, the text does not say. */
static bool replaced_or_absent(const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; at->sections.at[k].h.kinds == LISTE_POUVOIRS && i < at->sections.at[k].entries.n; i++)
			if (at->sections.at[k].entries.at[i].unclear && at->sections.at[k].entries.at[i].instead.nom.n > 0)
				return true;
	return false;
}

/* "PRÉSENTS : EXCUSÉS : M. A, Mme B, …": the headings of two columns, then all their names. */
static bool headings_of_columns(const struct attendance *at)
{
	for (size_t k = 0; k + 1 < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k], *next = s + 1;

		if (s->h.kinds == LISTE_PRESENTS && s->entries.n == 0 && next->h.from == s->h.to && next->entries.n > 1)
			return true;
	}
	return false;
}

static bool heading_hidden(const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++)
		if (at->sections.at[k].hides_heading)
			return true;
	return false;
}

/* "Pouvoirs : Mme ROUX (pouvoir de Jean 12/03/2024 MOREL)", where she is, or may be, there: who gave it to her is not read. */
static bool holder_taken_for_giver(struct reader *rd, const struct attendance *at, const struct section *s)
{
	for (size_t i = 0; (s->h.kinds & LISTE_POUVOIRS) && i < s->entries.n; i++) {
		const struct entry *e = &s->entries.at[i];
		struct person p = e->qui;

		if (!e->unclear || e->depuis.n + e->jusqua.n > 0)
			continue;
		if (s->h.kinds == LISTE_POUVOIRS ? people_find_same(rd, &p, WHO_PRESENT) != PEOPLE_NONE : rd->r->presents.statut != FIELD_LU && at->sections.n > 1)
			return true;
	}
	return false;
}

static bool says_who_is_away(const struct reader *rd, size_t i)
{
	const size_t before = i > AWAY_TOKENS ? i - AWAY_TOKENS : 0;

	return tok_among(&rd->t, i, " absent absente absents absentes excuse excusee excuses excusees ayant ") &&
	       (rd->t.at[i].shape != SHAPE_LOWER || tok_says(&rd->t, before, i, " etait etaient conseillers membres elus delegues "));
}

/* Behind a list of presents that was not understood stands what may be the heading of absents: "Était absent⏎M. 12/03/2024 PETIT". */
static bool hidden_in_unread(const struct reader *rd, const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];
		const size_t stop = k + 1 < at->sections.n ? at->sections.at[k + 1].h.from : rd->head.to, near = s->fault + UNREAD_TOKENS;

		for (size_t i = s->fault > s->to ? s->to : s->fault; s->why != NULL && (s->h.kinds & LISTE_PRESENTS) && i < stop && i < near; i++)
			if (says_who_is_away(rd, i) || tok_among(&rd->t, i, " pouvoir procuration pv represente representee "))
				return true;
	}
	return false;
}

/* Why the absents cannot be whole, or NULL; *ret_s the section that says so. */
static const char *absents_fault(struct reader *rd, const struct attendance *at, const struct section **ret_s)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		*ret_s = &at->sections.at[k];
		/* Whoever gives a proxy in a list that was not understood may be there ("…, M. A (pouvoir à M. B)" among the presents). */
		if (at->sections.at[k].why != NULL && ((at->sections.at[k].h.kinds & (LISTE_ABSENTS | LISTE_POUVOIRS)) || at->sections.at[k].pairs.n > 0))
			return at->sections.at[k].why;
	}
	*ret_s = NULL;
	for (size_t k = 0; k < at->sections.n; k++)
		if (holder_taken_for_giver(rd, at, &at->sections.at[k]))
			return "un pouvoir n'est pas compris";
	if (at->broken_heading > 0 || heading_hidden(at) || hidden_in_unread(rd, at))
		return "une rubrique n'est pas comprise";
	if (replaced_or_absent(at))
		return "un membre représenté par qui siège peut-être pour lui";
	if (headings_of_columns(at))
		return "deux rubriques se suivent, et une seule liste derrière elles";
	if (suppleants_apart(rd, at))
		return "des suppléants excusés, à part des membres excusés";
	if (absence_told(rd, at) > 0)
		return "une absence est dite hors des listes";
	return at->giver_lost ? "un pouvoir n'est pas compris" : NULL;
}

static bool absents_heading(const struct attendance *at, struct span *ret, const struct reader *rd)
{
	for (size_t k = 0; k < at->sections.n; k++)
		if (at->sections.at[k].h.kinds & LISTE_ABSENTS) {
			*ret = reader_span(rd, at->sections.at[k].h.from, at->sections.at[k].h.to);
			return true;
		}
	return false;
}

static void nobody_absent(struct reader *rd, const struct attendance *at)
{
	struct field *f = &rd->r->absents, *present = &rd->r->presents, *effectif = &rd->r->effectif;
	struct span where = present->span;
	bool heading = absents_heading(at, &where, rd);

	if (present->statut != FIELD_LU)
		field_illisible(rd, f, where, "aucun absent lu, et la liste des présents n'est pas comprise");
	else if (proxy_told_otherwise(rd, at) > 0)
		field_illisible(rd, f, where, "aucun absent lu, et quelqu'un semble voter pour un autre");
	else if (effectif->statut == FIELD_LU && effectif->nombre > (int64_t)present->n + 1)
		field_illisible(rd, f, where, "%lld membres en exercice, %zu présents nommés, et aucun absent lu",
				(long long)effectif->nombre, present->n);
	else if (heading || (effectif->statut == FIELD_LU && effectif->nombre == (int64_t)present->n))
		field_lu(f, where);
	else
		field_absent_because(rd, f, where, "aucune rubrique des absents");
}

/* The list is put together from several places, not always in the order of the text. */
static struct span span_of(const struct item *at, size_t n)
{
	struct span all = at[0].span;

	for (size_t i = 1; i < n; i++) {
		all.start = at[i].span.start < all.start ? at[i].span.start : all.start;
		all.end = at[i].span.end > all.end ? at[i].span.end : all.end;
	}
	return all;
}

static bool homonyms(struct reader *rd, const struct attendance *at)
{
	size_t twice;

	for (size_t k = 0; k < at->sections.n; k++)
		if ((at->sections.at[k].h.kinds & LISTE_ABSENTS) && named_twice(&at->sections.at[k], &twice)) {
			const struct person *p = &at->sections.at[k].entries.at[twice].qui;
			struct item *name = ARENA_NEW(rd->a, struct item);

			*name = (struct item){ .span = p->span, .texte = p->nom };
			field_ambigu(rd, &rd->r->absents, name, 1,
				     "« %.*s » figure deux fois parmi les absents : homonymes ou répétition",
				     STR_ARG(p->nom));
			return true;
		}
	return false;
}

/* Givers are named beside their holders alone, no list tells who is absent, and the members in office are not those and the présents. */
static bool givers_alone(const struct reader *rd, const struct attendance *at, size_t absents)
{
	const struct field *effectif = &rd->r->effectif;

	for (size_t k = 0; k < at->sections.n; k++)
		if (at->sections.at[k].h.kinds & (LISTE_ABSENTS | LISTE_POUVOIRS))
			return false;
	return absents > 0 && !(effectif->statut == FIELD_LU && effectif->nombre <= (int64_t)(rd->r->presents.n + absents + 1));
}

/* "Absents ayant donné pouvoir : Mme A …… M. B", "Absents :⏎Mme A   M. B": names without a proxy that was understood, of which some are there, are givers and holders. */
static bool holders_among_givers(struct reader *rd, const struct section *s)
{
	bool there = false;

	for (size_t k = 0; k < s->entries.n; k++) {
		const struct entry *e = &s->entries.at[k];
		const bool column = e->abuts && e->depuis.n + e->jusqua.n == 0; /* "Mme A, de 19 h à 20 h" is there and is not */
		struct person p = e->qui;

		there |= ((s->h.kinds & LISTE_POUVOIRS) || column) && people_find_same(rd, &p, WHO_PRESENT) == PEOPLE_ONE;
	}
	return there && s->pairs.n == 0 && s->entries.n > 1;
}

const char *mixed_givers(struct reader *rd, const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++)
		if (!(at->sections.at[k].h.kinds & LISTE_PRESENTS) && holders_among_givers(rd, &at->sections.at[k]))
			return "des mandataires parmi les mandants";
	return NULL;
}

void reader_absents(struct reader *rd, const struct attendance *at)
{
	const struct section *s;
	const char *fault = absents_fault(rd, at, &s), *why = fault != NULL ? fault : mixed_givers(rd, at);
	struct field *f = &rd->r->absents;
	struct people_list l = { 0 };
	size_t named = 0;

	if (homonyms(rd, at))
		return;
	const struct person *several = list_absents(rd, at, &l);

	if (why == NULL && several != NULL) {
		struct item *name = ARENA_NEW(rd->a, struct item);

		*name = (struct item){ .span = several->span, .texte = several->nom };
		field_ambigu(rd, f, name, 1, "« %.*s » peut désigner plusieurs personnes", STR_ARG(several->nom));
	} else if (why != NULL && s != NULL) {
		field_illisible(rd, f, reader_span(rd, s->fault, s->fault + 1),
				"liste des absents : %s près de « %.*s »", why, STR_ARG(section_near(rd, s)));
	} else if (why != NULL) {
		field_illisible(rd, f, rd->r->pouvoirs.span, "liste des absents : %s", why);
	} else if (l.n > 0 ? (named = drop_repeated(l.at, l.n)) < (size_t)at->absents_stated : at->absents_stated > 0) {
		field_illisible(rd, f, rd->r->pouvoirs.span, "%d absent%s annoncé%s mais %zu nommé%s", at->absents_stated, at->absents_stated > 1 ? "s" : "",
				at->absents_stated > 1 ? "s" : "", named, named > 1 ? "s" : "");
	} else if (l.n == 0) {
		nobody_absent(rd, at);
	} else if (givers_alone(rd, at, l.n)) {
		field_illisible(rd, f, rd->r->pouvoirs.span, "aucune liste des absents : seuls ceux qui donnent pouvoir sont nommés");
	} else {
		l.n = named;
		field_lu(f, span_of(l.at, l.n));
		f->items = l.at;
		f->n = l.n;
	}
}
