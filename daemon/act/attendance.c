/* SPDX-License-Identifier: EUPL-1.2 */
/* The séance's lists: where they stand, and what becomes presents and absents.
 *
 * A list read whole is LU; one word not understood makes it ILLISIBLE. A count stated beside it that says another
 * number makes presents AMBIGU, beyond the known false friends: the chair outside the list (one more), proxies
 * counted as present, members there for a part of the séance. Absents are everybody listed absent or excused and
 * every giver of a proxy. Headers repeated per acte are compared with the first one, never merged. Taking the
 * longest of several lists was decided against.
 */
#include "counts_priv.h"
#include "stand_ins_priv.h"

#define CHAIR_ROW_TOKENS 24
#define NEAR_TOKENS 5

/* A candidate of an AMBIGU list: the heading it stands under. */
static struct item heading_item(struct reader *rd, const struct section *s)
{
	return (struct item){ .span = reader_span(rd, s->h.from, s->h.to),
			      .texte = reader_text(rd, s->h.from, s->h.to) };
}

static void no_name_read(struct reader *rd, const struct section *s)
{
	const struct span where = reader_span(rd, s->h.from, s->h.to);
	const size_t to = s->h.to + NEAR_TOKENS < rd->t.n ? s->h.to + NEAR_TOKENS : rd->t.n;
	size_t next;

	/* "Présents : M. le Maire, MM. …" */
	if (is_civility(&rd->t, s->h.to, &next))
		field_illisible(rd, &rd->r->presents, where, "rubrique des présents : aucun nom compris près de « %.*s »",
				STR_ARG(reader_text(rd, s->h.from, to)));
	else
		field_illisible(rd, &rd->r->presents, where, "rubrique des présents sans aucun nom");
}

static bool section_unread(struct reader *rd, const struct section *s)
{
	if (s->why != NULL)
		field_illisible(rd, &rd->r->presents, reader_span(rd, s->fault, s->fault + 1), "liste des présents : %s près de « %.*s »", s->why, STR_ARG(section_near(rd, s)));
	else if (s->entries.n == 0)
		no_name_read(rd, s);
	return s->why != NULL || s->entries.n == 0;
}

/* "- présents : - représentés : 30 11": a label of counts, and the list stands elsewhere. */
static bool labels_a_count(const struct reader *rd, const struct attendance *at, const struct section *s)
{
	size_t next;

	if (s->why != NULL || s->entries.n > 0 || is_civility(&rd->t, s->h.to, &next))
		return false;
	for (size_t k = 0; k < at->sections.n; k++)
		if ((at->sections.at[k].h.kinds & LISTE_PRESENTS) && at->sections.at[k].entries.n > 1)
			return true;
	return false;
}

/* "Arrivés en cours de séance : M. A, Mme B", "Ont rejoint la séance : …" */
static bool of_arrivals(const struct reader *rd, const struct section *s)
{
	for (size_t k = s->h.from; k < s->h.to; k++)
		if (tok_among(&rd->t, k, " arrive arrivee arrives arrivees rejoint "))
			return true;
	return false;
}

static void no_list(struct reader *rd, const struct attendance *at)
{
	const size_t group = groups_untold(rd, at, rd->head.to);

	if (group < rd->head.to)
		field_illisible(rd, &rd->r->presents, reader_span(rd, group, group + 1), "« %.*s » ne dit pas si ceux qu'il nomme sont présents",
				STR_ARG(reader_text(rd, group, group + 1)));
	else
		field_illisible(rd, &rd->r->presents, (struct span){ 0, 0 }, "liste des présents introuvable");
}

static void two_lists(struct reader *rd, const struct section *a, const struct section *b)
{
	struct item *two = ARENA_ARRAY(rd->a, 2, struct item);

	two[0] = heading_item(rd, a);
	two[1] = heading_item(rd, b);
	field_ambigu(rd, &rd->r->presents, two, 2, "plusieurs listes de présents");
}

/* Sections of presents that follow one another at once ("titulaires", "suppléants") are one list. */
static bool one_list_of_presents(struct reader *rd, const struct attendance *at)
{
	const struct section *before = NULL;

	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		if (!(s->h.kinds & LISTE_PRESENTS) || labels_a_count(rd, at, s))
			continue;
		if (section_unread(rd, s))
			return false;
		if (before == NULL && of_arrivals(rd, s))
			break;
		if (before != NULL && before->to != s->h.from && !of_arrivals(rd, s) && !colleges_differ(rd, before->h.from, s->h.from)) {
			two_lists(rd, before, s);
			return false;
		}
		before = s;
	}
	if (before != NULL && colleges_missing(rd, at)) {
		field_illisible(rd, &rd->r->presents, reader_span(rd, before->h.from, before->h.to), "un collège ou un canton est nommé sans que ses présents soient lus");
		return false;
	}
	if (at->broken_presents > 0) {
		field_illisible(rd, &rd->r->presents, reader_span(rd, at->broken_presents - 1, at->broken_presents),
				"une rubrique des présents n'est pas comprise");
		return false;
	}
	if (before == NULL)
		no_list(rd, at);
	return before != NULL;
}

/* "Président : M. A, Maire" on the row right above the list: a member listed apart. */
static bool chair_row(struct reader *rd, size_t heading, struct item *ret)
{
	struct name n;

	for (size_t i = heading; i > rd->head.from && heading - i < CHAIR_ROW_TOKENS; i--) {
		size_t k = i + 1;

		if (!tok_among(&rd->t, i - 1, " president presidente ") || !tok_mark(&rd->t, i, ':'))
			continue;
		k = name_read(rd, k, heading, &n);
		if (k == i + 1 || n.odd || n.group)
			return false;
		k += tok_mark(&rd->t, k, ',');
		k = k < heading ? role_at(rd, k, heading) : k;
		k += k < heading && tok_among(&rd->t, k, " . , ; ");
		*ret = (struct item){ .qui = name_person(rd, &n) };
		ret->span = ret->qui.span;
		return k == heading;
	}
	return false;
}

/* The names of the lists of presents; the chair's row too when the number stated shows that it counts. */
static void collect_presents(struct reader *rd, const struct attendance *at, struct people_list *l)
{
	const struct field *stated = &rd->r->presents_annonces;
	struct item chair;

	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		if (!(s->h.kinds & LISTE_PRESENTS))
			continue;
		if (l->n == 0 && chair_row(rd, s->h.from, &chair) &&
		    (s->h.count == (int32_t)s->entries.n + 1 ||
		     (stated->statut == FIELD_LU && stated->nombre == (int64_t)s->entries.n + 1)))
			*ARENA_PUSH(rd->a, l) = chair;
		const bool later = of_arrivals(rd, s);

		for (size_t i = 0; i < s->entries.n; i++) {
			struct item *it = ARENA_PUSH(rd->a, l);

			*it = section_item(rd, &s->entries.at[i]);
			if (later && it->depuis.n == 0)
				it->depuis = reader_text(rd, s->h.from, s->h.to);
		}
	}
}

static void read_presents(struct reader *rd, struct attendance *at)
{
	struct people_list l = { 0 };
	struct field *f = &rd->r->presents;
	const struct person *twice = NULL;
	bool whole = one_list_of_presents(rd, at);

	collect_presents(rd, at, &l);
	for (size_t i = 0; i < l.n; i++)
		if (people_add(rd, &l.at[i].qui, WHO_PRESENT) == PEOPLE_SEVERAL)
			twice = &l.at[i].qui;
	if (!whole || !reader_stand_ins(rd, at, &l))
		return;
	if (twice != NULL) {
		struct item *name = ARENA_NEW(rd->a, struct item);

		*name = (struct item){ .span = twice->span, .texte = twice->nom };
		field_ambigu(rd, f, name, 1, "« %.*s » figure deux fois parmi les présents : homonymes ou répétition",
			     STR_ARG(twice->nom));
		return;
	}
	field_lu(f, (struct span){ l.at[0].span.start, l.at[l.n - 1].span.end });
	f->items = l.at;
	f->n = l.n;
}

static bool same_presents(struct reader *rd, const struct section *s)
{
	if (s->entries.n != rd->r->presents.n)
		return false;
	for (size_t i = 0; i < s->entries.n; i++) {
		struct person p = s->entries.at[i].qui;

		if (people_find_same(rd, &p, WHO_PRESENT) != PEOPLE_ONE)
			return false;
	}
	return true;
}

/* The header stands again before each acte of a bundle. */
static void compare_later(struct reader *rd, const struct attendance *at)
{
	for (size_t k = 0; k < at->later.n; k++) {
		const struct section *s = &at->later.at[k];

		if (rd->r->presents.statut != FIELD_LU || same_presents(rd, s) || reader_of_minutes_approved(rd, s->h.from))
			continue;
		struct item *other = ARENA_NEW(rd->a, struct item);

		*other = heading_item(rd, s);
		field_ambigu(rd, &rd->r->presents, other, 1,
			     "une autre liste de présents, différente, suit dans le même texte");
		field_ambigu(rd, &rd->r->pouvoirs, other, 1, "plusieurs listes de présents dans le même texte");
		field_ambigu(rd, &rd->r->absents, other, 1, "plusieurs listes de présents dans le même texte");
	}
}

void reader_attendance(struct reader *rd)
{
	struct attendance at = { .explained = arena_alloc(rd->a, rd->t.n + 1), .proxies_stated = -1 };

	rd->people = people_new(rd->a);
	reader_sidebar(rd);
	reader_sections(rd, &at);
	read_presents(rd, &at);
	reader_settle_proxies(rd, &at);
	reader_know_absents(rd, &at);
	reader_president(rd);
	const bool namesakes = people_settle(rd);

	for (size_t i = 0; namesakes && i < rd->r->presents.n && rd->r->presents.statut == FIELD_LU; i++)
		people_find_same(rd, (struct person *)&rd->r->presents.items[i].qui, WHO_PRESENT);
	reader_proxies(rd, &at);
	reader_check_presents(rd, &at);
	if (rd->r->pouvoirs.statut == FIELD_ABSENT)
		reader_no_proxies(rd, &at);
	reader_absents(rd, &at);
	compare_later(rd, &at);
	reader_secretaries(rd);
	counts_confirmed(rd);
}
