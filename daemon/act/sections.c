/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the lists of members stand in the head.
 *
 * Every heading opens a section, read or not; later headers of a bundle are kept apart. A roll call is looked for last: its rows look like headings and
 * lists, too.
 */
#include "bounds.h"
#include "proxies_priv.h"
#include "rolls_priv.h"

#define FULL_NAMES 4 /* of two words or more: the others are written so too */

/* "M. A, absent excusé, ayant donné pouvoir": the token after his name. */
static size_t before_state(const struct reader *rd, size_t i)
{
	size_t k = i - tok_mark(&rd->t, i - 1, ',');

	while (k > rd->head.from + 1 && rd->t.at[k - 1].shape == SHAPE_LOWER && tok_among(&rd->t, k - 1, " absent absente excuse excusee empeche empechee souffrant souffrante indisponible et "))
		k--;
	return k < i && tok_mark(&rd->t, k - 1, ',') ? k - 1 : i;
}

/* A list without a heading: "Mme A a donné pouvoir à M. B." on a line of its own. */
static bool loose_proxy_at(const struct reader *rd, size_t i, struct heading *h)
{
	struct name n;
	bool received = false;

	if (i >= rd->head.to || i == rd->head.from || !((received = proxy_told_of_a_holder(rd, i)) || cue_at(rd->lx, &rd->t, i, CUE_POUVOIR_DONNE) > i))
		return false;
	const size_t end = received ? i - tok_among(&rd->t, i - 1, " , : ") : before_state(rd, i);

	if (!name_before(rd, rd->head.from, end, &n) || n.odd || ((end < i || (received && !tok_among(&rd->t, i, " a detient "))) && !is_heading_place(rd, n.civility) && !(received && name_stands_before(rd, &n, n.from))))
		return false;
	*h = (struct heading){ .from = n.civility,
			       .to = n.civility,
			       .kinds = received ? LISTE_POUVOIRS : LISTE_ABSENTS | LISTE_POUVOIRS,
			       .strict = true,
			       .count = -1 };
	return true;
}

static void note_count(struct attendance *at, const struct heading *h)
{
	if ((h->kinds == LISTE_POUVOIRS || (h->strict && (h->kinds & LISTE_POUVOIRS))) && h->count >= 0 &&
	    at->proxies_stated < 0) {
		at->proxies_stated = h->count;
		at->proxies_stated_at = h->from;
	}
	if (h->kinds == LISTE_ABSENTS && h->count > at->absents_stated)
		at->absents_stated = h->count;
}

/* "Membres présents : 25" counts and lists nobody; what follows a count and is no name is no list either. */
static bool only_counts(const struct reader *rd, const struct section *s)
{
	if (s->h.count < 0 || s->pairs.n > 0 || s->h.promises)
		return false;
	if (s->entries.n == 0)
		return true;
	/* "Membres présents : 15 Sous la présidence de M. A⏎Membres présents : …" */
	if (s->entries.n == 1 && s->h.count > 1 && cue_at(rd->lx, &rd->t, s->h.to, CUE_PRESIDENCE) > s->h.to)
		return true;
	/* "Absents : 1⏎Exclus : /" */
	const struct entry *first = &s->entries.at[0];
	struct name n;

	if (s->entries.n == 1 && first->name.compounds == 1 && first->name.civility == first->name.from && tok_mark(&rd->t, first->to, ':') &&
	    name_read(rd, first->to + 1, rd->t.n, &n) == first->to + 1)
		return true;
	/* "Présents : 15 VALBRISE Procurations : 7", of a margin. */
	return (s->why != NULL || s->h.kinds == LISTE_PRESENTS) && s->entries.n == 1 && s->h.count > 1 && s->entries.at[0].name.compounds == 1 &&
	       s->entries.at[0].name.civility == s->entries.at[0].name.from;
}

/* "Présents : 4⏎(four names) Absents : 1⏎(the page's footer)": where other lists stand under their number, this one was lost. */
static bool lost_its_names(const struct attendance *at, const struct section *s)
{
	for (size_t k = 0; s->h.kinds == LISTE_ABSENTS && s->h.count > 0 && k < at->sections.n; k++) {
		const struct section *other = &at->sections.at[k];

		if (other->h.count > 1 && (size_t)other->h.count == other->entries.n && other->why == NULL)
			return true;
	}
	return false;
}

static bool presents_listed(const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++)
		if (at->sections.at[k].h.kinds & LISTE_PRESENTS)
			return true;
	return false;
}

size_t sections_full_names(const struct attendance *at)
{
	size_t n = 0;

	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; at->sections.at[k].why == NULL && i < at->sections.at[k].entries.n; i++)
			n += at->sections.at[k].entries.at[i].name.order != ORDER_NONE;
	return n;
}

/* "M. A, mandataire de M. B, Mme C": whether C holds one or gave it, or has none, is not told. */
static void check_holders(struct section *s)
{
	for (size_t k = 0; s->of_holders && s->why == NULL && k < s->entries.n; k++)
		if (!s->entries.at[k].proxy) {
			s->fault = s->entries.at[k].from;
			s->why = "un nom sans pouvoir parmi ceux qui en portent";
		}
}

#define EXTRACT_HEAD_TOKENS 150

/* Below the title of the register, which stands again before each act: a list of two is whole there. */
static bool is_in_the_head_of_an_extract(const struct reader *rd, size_t i)
{
	size_t next;

	for (size_t k = i; k > rd->head.to && i - k < EXTRACT_HEAD_TOKENS; k--)
		if (tok_phrase(&rd->t, k, "extrait du registre", &next))
			return true;
	return false;
}

static size_t section_at(struct reader *rd, struct attendance *at, size_t i)
{
	bool in_head = i < rd->head.to;
	size_t limit = in_head ? rd->head.to : rd->t.n;
	struct section s = { 0 };

	if (!heading_at(rd, i, limit, &s.h) && !loose_proxy_at(rd, i, &s.h))
		return i + 1;
	/* "Présents : … En présence de : Luc PETIT, directeur": he who is there beside them; "… sont présents, sauf M. A" tells of one moment there. */
	if (s.h.onlookers || (s.h.excepted && sections_full_names(at) > 1) || (tok_among(&rd->t, s.h.from, " en ") && presents_listed(at)))
		return s.h.to;
	s.witnesses = sections_full_names(at);
	s.by_groups = !(s.h.kinds & LISTE_PRESENTS) && groups_untold(rd, at, s.h.from) < s.h.from;
	list_read(rd, &s, limit, at->explained);
	check_holders(&s);
	note_count(at, &s.h);
	at->broken_presents = s.untold > 0 ? s.untold + 1 : at->broken_presents;
	at->names += 1 + s.entries.n + s.pairs.n;
	if (at->names > LIMIT_LIST_ITEMS * 2)
		s.why = "trop de noms dans le texte";
	/* "M. A donne pouvoir à lui-même": no heading, and no list of its own; stray_proxies.c counts what it tells. */
	if (s.h.to == s.h.from && s.why != NULL && s.pairs.n == 0 && s.entries.n == 1)
		return i + 1;
	const bool lost = s.entries.n == 0 && lost_its_names(at, &s);

	if (lost && s.why == NULL) {
		s.why = "des noms annoncés, aucun compris";
		s.fault = s.h.from;
	}
	if (lost || !only_counts(rd, &s)) {
		if (in_head)
			*ARENA_PUSH(rd->a, &at->sections) = s;
		else if ((s.h.kinds & LISTE_PRESENTS) && s.why == NULL && (s.entries.n > 2 || is_in_the_head_of_an_extract(rd, i)))
			*ARENA_PUSH(rd->a, &at->later) = s;
	}
	return s.to > i ? s.to : i + 1;
}

static bool proxies_listed_at(const struct reader *rd, size_t i)
{
	struct name n;
	const size_t k = name_read(rd, i, rd->head.to, &n);

	return k > i && (tok_among(&rd->t, k, " a pour ") || (tok_mark(&rd->t, k, '(') && tok_among(&rd->t, k + 1, " pour a ")) ||
			 cue_at(rd->lx, &rd->t, k + tok_mark(&rd->t, k, '('), CUE_POUVOIR_DONNE) > k + tok_mark(&rd->t, k, '('));
}

static size_t stated_proxies_at(struct reader *rd, struct attendance *at, size_t i)
{
	size_t k = cue_at(rd->lx, &rd->t, i, CUE_NB_POUVOIRS);

	if (k == i || i >= rd->head.to)
		return i;
	k += tok_mark(&rd->t, k, ':');
	if (k >= rd->t.n || rd->t.at[k].kind != TOK_NUMBER)
		return i;
	/* "Pouvoirs : 1. M. A à M. B" */
	if (rd->t.at[k].value == 1 && tok_among(&rd->t, k + 1, " . ) - "))
		return i;
	/* "Pouvoirs : 1⏎Anne PETIT à Luc GRAND": a heading, its number and its list. */
	if (proxies_listed_at(rd, k + 1))
		return i;
	/* "présents : représentés : 30 11": the values of two labels. */
	if (rd->t.at[k + 1].kind == TOK_NUMBER)
		return proxies_listed_at(rd, k + 2) ? i : k + 1;
	if (at->proxies_stated < 0) {
		at->proxies_stated = rd->t.at[k].value;
		at->proxies_stated_at = i;
	}
	return k + 1;
}

static void find_sections(struct reader *rd, struct attendance *at)
{
	for (size_t i = rd->head.from, k; (i = next_of(rd, LANDMARK_LIST, i, rd->t.n)) < rd->t.n; i = k) {
		k = stated_proxies_at(rd, at, i);
		if (k == i) {
			k = section_at(rd, at, i);
			if (k == i + 1)
				note_broken_heading(rd, at, i);
		}
		if (at->names > LIMIT_LIST_ITEMS * 2)
			return;
	}
}

static bool half_a_name(const struct entry *e)
{
	return e->name.order == ORDER_NONE && e->name.compounds == 1 && (!e->name.upper || e->name.civility == e->name.from) &&
	       !e->grouped;
}

/* "M. MOREL (the margin) Jean" */
static bool alone_with_civility(const struct entry *e)
{
	return e->name.order == ORDER_NONE && e->name.compounds == 1 && e->name.civility < e->name.from && !e->grouped;
}

/* A list of family names alone has many. */
static void check_half_names_of(struct section *s, size_t alone)
{
	size_t halves = 0, first = 0;

	for (size_t i = s->entries.n; i > 0; i--)
		if (half_a_name(&s->entries.at[i - 1]) || (i == s->entries.n && s->loose && alone == 1 && alone_with_civility(&s->entries.at[i - 1]))) {
			halves++;
			first = s->entries.at[i - 1].from;
		}
	if (halves == 0 || s->why != NULL || s->counted || (s->entries.n > 2 && 2 * halves > s->entries.n))
		return;
	s->fault = first;
	s->why = "un mot isolé parmi des noms complets";
}

/* "Absents : Anne⏎(the margin)⏎GRAND": one word alone, where the names of all lists have two. */
static void check_half_names(struct attendance *at)
{
	size_t full = 0, all = 0, alone = 0;

	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; i < at->sections.at[k].entries.n; i++, all++) {
			full += at->sections.at[k].entries.at[i].name.compounds > 1;
			alone += alone_with_civility(&at->sections.at[k].entries.at[i]);
		}
	if (full < FULL_NAMES || 3 * full < 2 * all)
		return;
	for (size_t k = 0; k < at->sections.n; k++)
		check_half_names_of(&at->sections.at[k], alone);
}

/* "Absents : Présents : Luc PETIT, Anne GRAND, …": two columns whose line ends were lost, and the names of both behind the second heading. */
static void check_columns(struct attendance *at)
{
	for (size_t k = 0; k + 1 < at->sections.n; k++) {
		struct section *s = &at->sections.at[k], *next = s + 1;

		if (s->h.kinds != LISTE_ABSENTS || s->h.count >= 0 || s->nobody || s->entries.n > 0 || s->pairs.n > 0 || next->h.kinds != LISTE_PRESENTS || next->h.from != s->h.to ||
		    next->why != NULL)
			continue;
		s->why = next->why = "deux rubriques se suivent, et une seule liste derrière elles";
		s->fault = next->fault = s->h.from;
	}
}

/* "Luc PETIT TOURNUS" */
static bool ends_in_two_of_capitals(const struct reader *rd, const struct name *n)
{
	return n->compounds > 2 && n->order == ORDER_FIRST_LAST && rd->t.at[n->to - 1].shape == SHAPE_UPPER && rd->t.at[n->to - 2].shape == SHAPE_UPPER;
}

/* "TOURNUS PETIT Luc" */
static bool begins_in_two_of_capitals(const struct reader *rd, const struct name *n)
{
	size_t capitals = 0;

	for (size_t k = n->from; k < n->to; k++)
		capitals += rd->t.at[k].shape == SHAPE_UPPER && !(k > n->from && tok_mark(&rd->t, k - 1, '-')) && !name_particle(rd, k);
	return n->compounds > 2 && n->order == ORDER_LAST_FIRST && capitals > 1;
}

/* "Luc PETIT TOURNUS, Anne GRAND LOUHANS, …", "TOURNUS PETIT Luc Présent …": nobody has one family name, so the other word is his commune. */
static void check_places_behind(const struct reader *rd, struct attendance *at)
{
	size_t all = 0, doubled = 0;

	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; i < at->sections.at[k].entries.n; i++, all++)
			doubled += ends_in_two_of_capitals(rd, &at->sections.at[k].entries.at[i].name) || begins_in_two_of_capitals(rd, &at->sections.at[k].entries.at[i].name);
	for (size_t k = 0; all >= FULL_NAMES && 5 * doubled >= 4 * all && k < at->sections.n; k++)
		if (at->sections.at[k].why == NULL && at->sections.at[k].entries.n > 0) {
			at->sections.at[k].why = "des communes peut-être mêlées aux noms";
			at->sections.at[k].fault = at->sections.at[k].entries.at[0].from;
		}
}

/* "ARBEL Paul X⏎DORVAL Léa X": the crosses of a table that was not understood. */
static void check_crosses(const struct reader *rd, struct attendance *at)
{
	size_t crosses = 0;

	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; i < at->sections.at[k].entries.n; i++)
			crosses += tok_among(&rd->t, at->sections.at[k].entries.at[i].name.to - 1, " x ");
	for (size_t k = 0; crosses > 1 && k < at->sections.n; k++) {
		at->sections.at[k].why = "des croix parmi les noms";
		at->sections.at[k].fault = at->sections.at[k].h.from;
	}
}

void reader_sections(struct reader *rd, struct attendance *at)
{
	find_sections(rd, at);
	check_columns(at);
	if (!reader_presence_table(rd, at))
		reader_roll_call(rd, at);
	if (!presents_listed(at) && at->broken_presents == 0)
		reader_unheaded(rd, at);
	reader_initials(rd, at);
	check_half_names(at);
	check_places_behind(rd, at);
	check_crosses(rd, at);
}
