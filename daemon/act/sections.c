/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the lists of members stand in the head, and which headings were not understood.
 *
 * Every heading opens a section, read or not; later headers of a bundle are kept apart. A heading that something was woven into
 * is noted, so that nobody concludes from its silence that no one was absent. A roll call is looked for last: its rows look like headings and lists, too.
 */
#include "bounds.h"
#include "people_priv.h"

#define BROKEN_HEADING_TOKENS 30
#define BROKEN_PROSE_TOKENS 7 /* the same behind words in lower case */
#define FULL_NAMES 4 /* of two words or more: the others are written so too */

/* "M. A, absent excusé, ayant donné pouvoir": the token after his name. */
static size_t before_state(const struct reader *rd, size_t i)
{
	size_t k = i - tok_mark(&rd->t, i - 1, ',');

	while (k > rd->head.from + 1 && rd->t.at[k - 1].shape == SHAPE_LOWER && tok_among(&rd->t, k - 1, " absent absente excuse excusee et "))
		k--;
	return k < i && tok_mark(&rd->t, k - 1, ',') ? k - 1 : i;
}

/* "Mme A a reçu pouvoir de M. B" */
static bool tells_who_received(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " a detient ") && cue_at(rd->lx, &rd->t, i, CUE_POUVOIR_RECU) > i;
}

/* A list without a heading: "Mme A a donné pouvoir à M. B." on a line of its own. */
static bool loose_proxy_at(const struct reader *rd, size_t i, struct heading *h)
{
	struct name n;
	bool received = false;

	if (i >= rd->head.to || i == rd->head.from || (cue_at(rd->lx, &rd->t, i, CUE_POUVOIR_DONNE) == i && !(received = tells_who_received(rd, i))))
		return false;
	const size_t end = before_state(rd, i);

	if (!name_before(rd, rd->head.from, end, &n) || n.odd || (end < i && !is_heading_place(rd, n.civility)))
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

/* In the lists read so far: names whose capitals show which is which. */
static size_t full_names(const struct attendance *at)
{
	size_t n = 0;

	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; at->sections.at[k].why == NULL && i < at->sections.at[k].entries.n; i++)
			n += at->sections.at[k].entries.at[i].name.order != ORDER_NONE;
	return n;
}

static size_t section_at(struct reader *rd, struct attendance *at, size_t i)
{
	bool in_head = i < rd->head.to;
	size_t limit = in_head ? rd->head.to : rd->t.n;
	struct section s = { 0 };

	if (!heading_at(rd, i, limit, &s.h) && !loose_proxy_at(rd, i, &s.h))
		return i + 1;
	/* "Présents : … En présence de : Luc PETIT, directeur": he who is there beside them; "… sont présents, sauf M. A" tells of one moment there. */
	if (s.h.onlookers || (s.h.excepted && full_names(at) > 1) || (tok_among(&rd->t, s.h.from, " en ") && presents_listed(at)))
		return s.h.to;
	s.witnesses = full_names(at);
	list_read(rd, &s, limit, at->explained);
	note_count(at, &s.h);
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
		else if ((s.h.kinds & LISTE_PRESENTS) && s.why == NULL && s.entries.n > 2)
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

/* A colon and a full name right behind cue `c`: a heading, whatever stands before it. */
static bool cue_with_names(const struct reader *rd, size_t i, enum cue c)
{
	const size_t next = cue_at(rd->lx, &rd->t, i, c);
	struct name n;

	return next > i && tok_mark(&rd->t, next, ':') && name_read(rd, next + 1, rd->head.to, &n) > next + 1 &&
	       (n.compounds > 1 || n.civility < n.from);
}

/* "27 dont 22 Présents et 5 Procurations", "Nombre de présents : 3⏎Président : M. A" */
static bool is_a_count(const struct reader *rd, size_t i, size_t next)
{
	const bool before = i > 0 && rd->t.at[i - 1].kind == TOK_NUMBER;
	const bool behind = rd->t.at[next + tok_mark(&rd->t, next, ':')].kind == TOK_NUMBER;

	return (before || behind) && !(behind && tok_mark(&rd->t, next + 1, '/'));
}

/* "… les membres présents. Secrétaire de séance : M. A" */
static bool ends_the_heading(const struct reader *rd, size_t i)
{
	struct heading h;

	return sentence_ends_at(rd, i) || list_boundary(rd, i) != BOUNDARY_NONE || heading_at(rd, i, rd->head.to, &h);
}

/* "M. A", "(2) Mme et M. Anne A, Luc B" */
static bool names_behind(const struct reader *rd, size_t i, struct name *ret)
{
	size_t next;

	i += tok_mark(&rd->t, i, '(') && tok_mark(&rd->t, i + 2, ')') ? 3 : 0;
	if (is_civility(&rd->t, i, &next) && tok_among(&rd->t, next, " et "))
		i = next + 1;
	return name_read(rd, i, rd->head.to, ret) > i;
}

/* "ABSENTS⏎Service juridique : M. A": something was woven between the words of a heading and its names. */
static bool cue_cut_from_names(const struct reader *rd, size_t i, enum cue c)
{
	struct name n;
	const size_t next = cue_at(rd->lx, &rd->t, i, c);
	const bool prose = rd->t.at[i].shape == SHAPE_LOWER;

	/* "la présente délibération", "a présenté une offre" */
	if (c == CUE_PRESENTS && (is_a_count(rd, i, next) || tok_among(&rd->t, next - 1, " present presente ")))
		return false;

	for (size_t k = next; next > i && !((c == CUE_PRESENTS || prose) && ends_the_heading(rd, k)) && k < next + (prose ? BROKEN_PROSE_TOKENS : BROKEN_HEADING_TOKENS) && k < rd->head.to; k++)
		if (tok_mark(&rd->t, k, ':') && names_behind(rd, k + 1, &n))
			return !prose || n.compounds > 1 || n.civility < n.from;
	return false;
}

/* "Était également présent : M. A, directeur": who is there beside the members, unless they are their substitutes. */
static bool present_beside_the_members(const struct reader *rd, size_t i)
{
	if (i == 0 || !tok_among(&rd->t, i - 1, " egalement aussi ") || cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) == i)
		return false;
	for (size_t k = i, stop = sentence_end(rd, i, i + BROKEN_HEADING_TOKENS); k < stop; k++)
		if (str_starts(rd->t.at[k].key, STR("supplea")) || str_starts(rd->t.at[k].key, STR("conseiller")) || str_starts(rd->t.at[k].key, STR("delegue")))
			return false;
	return true;
}

/* "Membre du conseil municipal excusé Jean MOREL": a heading without its colon. */
static bool cue_before_a_name(const struct reader *rd, size_t i)
{
	const size_t next = cue_at(rd->lx, &rd->t, i, CUE_ABSENTS);
	struct name n;

	return next > i && i > 0 && tok_among(&rd->t, i - 1, " municipal communautaire syndical exercice administration ") &&
	       name_read(rd, next, rd->head.to, &n) > next && (n.order != ORDER_NONE || n.civility < n.from);
}

/* A heading that was not understood: its list is not in any section. */
/* "Absent(s)⏎Anne. GRAND": alone in its line, above a name that was not understood. */
static bool alone_in_its_line(const struct reader *rd, size_t i)
{
	size_t k = i + 1;

	if (rd->t.at[i].lines == 0 || rd->t.at[i].shape == SHAPE_LOWER || !tok_among(&rd->t, i, " absent absente excuse excusee pouvoir procuration "))
		return false;
	while (k < rd->head.to && rd->t.at[k].lines == 0 && (rd->t.at[k].kind == TOK_MARK || tok_among(&rd->t, k, " s e es ")))
		k++;
	return k < rd->head.to && rd->t.at[k].lines > 0 && rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_LOWER && !name_never(rd, k);
}

/* "Absents excusés 12/03/2024 4 TOURNUS (PETIT Anne)" */
static bool cue_before_rows(const struct reader *rd, size_t i)
{
	const size_t next = rd->t.at[i].shape != SHAPE_LOWER ? cue_at(rd->lx, &rd->t, i, CUE_ABSENTS) : i;

	for (size_t k = next; next > i && k < next + BROKEN_HEADING_TOKENS && k < rd->head.to && !ends_the_heading(rd, k); k++)
		if (place_row_at(rd, k, rd->head.to))
			return true;
	return false;
}

/* "Conseillers ayant donné pouvoir Anne PETIT Luc GRAND": a heading of givers without its colon. */
static bool givers_without_colon(const struct reader *rd, size_t i)
{
	const size_t next = cue_at(rd->lx, &rd->t, i, CUE_POUVOIRS);
	struct name n;

	if (rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i, " pouvoirs procurations ") && list_bullet(rd, i + 1) && name_read(rd, i + 2, rd->head.to, &n) > i + 2)
		return true;
	if (next < i + 3 || rd->t.at[i - 1].shape == SHAPE_LOWER || !tok_among(&rd->t, i - 1, " membre membres conseiller conseillers conseillere conseilleres elu elus delegue delegues "))
		return false;
	for (size_t k = next; k < next + BROKEN_PROSE_TOKENS && k < rd->head.to && !ends_the_heading(rd, k) && !tok_mark(&rd->t, k, ':'); k++)
		if (name_read(rd, k, rd->head.to, &n) > k && (n.compounds > 1 || n.civility < n.from))
			return true;
	return false;
}

static void note_broken_heading(struct reader *rd, struct attendance *at, size_t i)
{
	struct name n;
	unsigned kinds = 0;

	if (i < rd->head.to && full_names(at) == 0 && everybody_but_somebody(rd, i))
		at->broken_heading = i + 1;
	if (i + 1 >= rd->head.to || !(landmark_at(rd->t.landmarks, LANDMARK_LIST_CUE, i) || tok_mark(&rd->t, i, ':')) ||
	    heading_is_a_part(rd, i))
		return;
	if (present_beside_the_members(rd, i))
		return;
	if (cue_with_names(rd, i, CUE_PRESENTS) || cue_cut_from_names(rd, i, CUE_PRESENTS))
		at->broken_presents = i + 1;
	/* "Étaient présents au titre des élus M. A": one of several headings, its colon lost. */
	const size_t sit = rd->t.at[i].shape != SHAPE_LOWER ? cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) : i;

	if (sit > i && ((tok_among(&rd->t, sit, " au ") && tok_among(&rd->t, sit + 1, " titre ")) || (tok_among(&rd->t, sit, " pour ") && tok_among(&rd->t, sit + 1, " la "))))
		at->broken_presents = i + 1;
	/* "Arrivée en cours de séance Mme GRAND": a colon was lost. */
	if (rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i, " arrive arrivee arrives arrivees ") && cue_at(rd->lx, &rd->t, i, CUE_PRESENTS) > i)
		at->broken_presents = i + 1;
	if (cue_before_rows(rd, i) || (i > rd->head.from && givers_without_colon(rd, i)))
		at->broken_heading = i + 1;
	if (at->sections.n == 0 && at->broken_presents == 0)
		return;
	/* "Anne : absente", cut off from its list. */
	if (tok_mark(&rd->t, i, ':') && state_at(rd, i + 1, rd->head.to, &kinds) > i + 1 && (kinds & LISTE_ABSENTS) &&
	    name_before(rd, rd->head.from, i, &n))
		at->broken_heading = i + 1;
	if (cue_before_a_name(rd, i) || alone_in_its_line(rd, i) || (behind_list_of(rd, i) && tok_among(&rd->t, i, " absents excuses pouvoirs procurations ")) || cue_with_names(rd, i, CUE_ABSENTS) || cue_with_names(rd, i, CUE_POUVOIRS) ||
	    cue_cut_from_names(rd, i, CUE_ABSENTS) || cue_cut_from_names(rd, i, CUE_POUVOIRS))
		at->broken_heading = i + 1;
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

void reader_sections(struct reader *rd, struct attendance *at)
{
	find_sections(rd, at);
	reader_roll_call(rd, at);
	if (!presents_listed(at) && at->broken_presents == 0)
		reader_unheaded(rd, at);
	reader_initials(rd, at);
	check_half_names(at);
}
