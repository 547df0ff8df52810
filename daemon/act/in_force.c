/* SPDX-License-Identifier: EUPL-1.2 */
/* Who was there for one acte: the séance's lists, with presences and proxies that begin or end at an acte applied.
 *
 * A bound is placed only when it names a délibération in the same form as the acte's number ("DB-2031-18" against
 * "DB-2031-01"; "n° 3" when the numbers of the séance begin at 1), or the point of the agenda at which the acte stands; an
 * hour or another form cannot be placed, and makes the acte's list AMBIGU. The chair who
 * is in no list is added to the acte's presents: whoever presides is there. Where the text counts as many présents as the list has names,
 * or one of them is his but for a slip, he may be in it under another name: the acte's list is AMBIGU.
 */
#include "letters.h"
#include "officers_priv.h"
#include "people_priv.h"
#include "segment_priv.h"

#define GROUPS 4
#define LETTERS_OF_A_SLIP 5 /* "roy" and "roux" are two people */

struct groups { /* the figures of a number: "2023-045" has two */
	int32_t at[GROUPS];
	size_t n;
};

static bool groups_of(struct str s, struct groups *ret)
{
	*ret = (struct groups){ 0 };
	for (size_t i = 0; i < s.n;) {
		size_t k = i;
		int32_t v = 0;

		while (k < s.n && is_figure(s.p[k]) && k - i < 9)
			v = v * 10 + (s.p[k++] - '0');
		if (k > i && ret->n == GROUPS)
			return false;
		if (k > i)
			ret->at[ret->n++] = v;
		i = k > i ? k : i + 1;
	}
	return ret->n > 0;
}

enum placed { PLACED_BEFORE, PLACED_AT, PLACED_AFTER, PLACED_NOWHERE };

/* Where an acte stands by a bound: before the number it names, at it, or after. */
static enum placed compared(int32_t acte, int32_t bound)
{
	if (acte == bound)
		return PLACED_AT;
	return acte < bound ? PLACED_BEFORE : PLACED_AFTER;
}

/* The numbers of the séance begin at 1: "délibération n° 3" is then the third, whatever stands before its number. */
static bool numbered_from_one(const struct reader *rd)
{
	struct groups n;

	for (size_t i = 0; i < rd->r->actes_n; i++) {
		const struct range r = rd->parts[i].number;

		if (r.to > r.from)
			return groups_of(str_part(rd->text->bytes, rd->t.at[r.from].start, rd->t.at[r.to - 1].end), &n) &&
			       n.at[n.n - 1] == 1;
	}
	return false;
}

static enum placed place_by_number(const struct reader *rd, struct str bound, bool says_deliberation, size_t acte)
{
	const struct field *numero = &rd->actes[acte].numero;
	struct groups b, n;

	if (numero->statut != FIELD_LU || !groups_of(bound, &b) || !groups_of(numero->texte, &n))
		return PLACED_NOWHERE;
	if (says_deliberation && b.n == 1 && n.n > 1 && numbered_from_one(rd))
		return compared(n.at[n.n - 1], b.at[0]);
	if (b.n != n.n || (b.n == 1 && !says_deliberation))
		return PLACED_NOWHERE;
	for (size_t i = 0; i + 1 < n.n; i++)
		if (b.at[i] != n.at[i])
			return PLACED_NOWHERE;
	return compared(n.at[n.n - 1], b.at[b.n - 1]);
}

#define TITLE_TOKENS 80

/* The point of the agenda at which the acte was cut, or of which the title stands right before its number. */
static int point_of(const struct reader *rd, size_t acte)
{
	const struct acte_parts *p = &rd->parts[acte];
	const size_t from = p->all.from > TITLE_TOKENS ? p->all.from - TITLE_TOKENS : 0;

	if (p->point > 0 || acte == 0)
		return p->point;
	for (size_t i = p->all.from; i > from && i > rd->parts[acte - 1].all.from && !says_a_vote(rd, i - 1); i--) {
		size_t k = i;

		if (!word_is(rd, i - 1, "point") || rd->t.at[i - 1].shape == SHAPE_LOWER)
			continue;
		k += word_is(rd, k, "n");
		while (k < p->all.from && rd->t.at[k].kind == TOK_MARK)
			k++;
		return rd->t.at[k].kind == TOK_NUMBER ? rd->t.at[k].value : 0;
	}
	return 0;
}

int acte_named(const struct reader *rd, struct str number, bool agenda, size_t acte)
{
	struct groups g;
	enum placed at = PLACED_NOWHERE;

	if (!groups_of(number, &g))
		return 0;
	if (agenda && g.n == 1 && point_of(rd, acte) > 0)
		at = compared(point_of(rd, acte), g.at[0]);
	else if (!agenda || g.n > 1)
		at = place_by_number(rd, number, !agenda, acte);
	return at == PLACED_AT ? 1 : at == PLACED_NOWHERE ? 0 : -1;
}

static bool holds(struct str folded, const char *word)
{
	return str_find(folded, str_c(word), 0) != STR_NONE;
}

/* "point n° 2"; not "aux points 3 et 5", nor "point 2.1". */
static bool one_point(struct str folded, int32_t *ret)
{
	const size_t at = str_find(folded, STR("point"), 0);
	struct groups g;

	if (at == STR_NONE || !groups_of(str_part(folded, at, folded.n), &g) || g.n != 1)
		return false;
	*ret = g.at[0];
	return true;
}

/* "à partir du point 4", "jusqu'à 22h40, point n° 2" */
static bool names_a_point(struct str folded, int32_t *ret)
{
	return (holds(folded, "jusqu") || holds(folded, "partir") || holds(folded, "compter")) && one_point(folded, ret);
}

static enum placed place(const struct reader *rd, struct str bound, struct str folded, size_t acte)
{
	const bool says_deliberation = holds(folded, "deliberation");
	int32_t point = 0;

	if (!says_deliberation && names_a_point(folded, &point)) {
		const int at = point_of(rd, acte);

		return at > 0 ? compared(at, point) : PLACED_NOWHERE;
	}
	return place_by_number(rd, bound, says_deliberation, acte);
}

/* "absent pour la délibération n° 12", "sauf …", "jusqu'à … non comprise": of which actes it is said, the number alone does not show. */
static bool turns_around(struct str folded)
{
	static const char *const words[] = { "absen", "excus", "sauf", "hormis", "except", "sorti", "pour ", "unique", "seule", "inclu", "compris", "exclu", "retour", "moment", NULL };

	for (const char *const *w = words; *w != NULL; w++)
		if (holds(folded, *w))
			return true;
	return false;
}

/* Of the acte that the bound itself names: "jusqu'au point 4" and "à partir du point 4" hold for it, "départ au point 4" does not say. */
static bool holds_for_its_own(struct str folded, bool until)
{
	return until ? holds(folded, "jusqu") || holds(folded, "apres") || holds(folded, "issue")
		     : holds(folded, "partir") || holds(folded, "compter") || holds(folded, "depuis") || holds(folded, "des ") || holds(folded, "avant");
}

static enum placed surely(struct reader *rd, struct str bound, size_t acte, bool until)
{
	const struct str folded = fold_text(rd->a, bound);
	const enum placed at = place(rd, bound, folded, acte);

	return turns_around(folded) || (at == PLACED_AT && !holds_for_its_own(folded, until)) ? PLACED_NOWHERE : at;
}

enum force { FORCE_YES, FORCE_NO, FORCE_UNKNOWN };

static enum force force_of(struct reader *rd, const struct item *it, size_t acte)
{
	enum placed since = it->depuis.n > 0 ? surely(rd, it->depuis, acte, false) : PLACED_AFTER;
	enum placed until = it->jusqua.n > 0 ? surely(rd, it->jusqua, acte, true) : PLACED_BEFORE;

	if (since == PLACED_NOWHERE || until == PLACED_NOWHERE)
		return FORCE_UNKNOWN;
	return since == PLACED_BEFORE || until == PLACED_AFTER ? FORCE_NO : FORCE_YES;
}

/* Copies into `to` the items of `from` that hold for the acte; AMBIGU when one cannot be placed. Room for one more
 * is left. */
static struct item *hold(struct reader *rd, const struct field *from, size_t acte, struct field *to)
{
	struct item *kept = arena_room(rd->a, (from->n + 1) * sizeof *kept), *lost = NULL;

	*to = *from;
	if (from->statut != FIELD_LU)
		return NULL;
	to->items = kept;
	to->n = 0;
	for (size_t i = 0; i < from->n && lost == NULL; i++) {
		enum force f = force_of(rd, &from->items[i], acte);

		if (f == FORCE_YES)
			kept[to->n++] = from->items[i];
		if (f == FORCE_UNKNOWN) {
			lost = ARENA_NEW(rd->a, struct item);
			*lost = from->items[i];
		}
	}
	if (lost == NULL)
		return kept;
	lost->texte = lost->depuis.n > 0 ? lost->depuis : lost->jusqua;
	field_ambigu(rd, to, lost, 1, "%.*s : « %.*s » ne se situe pas par rapport à cet acte", STR_ARG(lost->qui.nom),
		     STR_ARG(lost->texte));
	return NULL;
}

/* "Présents : M. A … Absents : M. A (aux points 3 et 4)": the list of absents alone says when, of one who is read as there, or as
 * represented, all along. */
static void doubt_those_away_meanwhile(struct reader *rd, struct field *f)
{
	const struct field *absents = &rd->r->absents;

	for (size_t i = 0; f->statut == FIELD_LU && absents->statut == FIELD_LU && i < absents->n; i++) {
		const struct item *away = &absents->items[i];

		for (size_t k = 0; away->depuis.n + away->jusqua.n > 0 && f->statut == FIELD_LU && k < f->n; k++) {
			if (f->items[k].depuis.n + f->items[k].jusqua.n > 0 || !str_eq(f->items[k].qui.cle, away->qui.cle))
				continue;
			struct item *words = ARENA_NEW(rd->a, struct item);

			*words = *away;
			words->texte = away->depuis.n > 0 ? away->depuis : away->jusqua;
			field_ambigu(rd, f, words, 1, "%.*s, absences : « %.*s » ne se situe pas par rapport à cet acte", STR_ARG(away->qui.nom),
				     STR_ARG(words->texte));
		}
	}
}

#define ABSENCE_TOKENS 30
#define ABSENCE_BYTES 400

/* Behind the name of an absent, what the list says of when he was away. */
static struct range said_behind(const struct reader *rd, const struct item *it)
{
	const size_t from = token_at(rd, it->qui.span.end);
	size_t to = from, next;

	while (to < rd->t.n && to < from + ABSENCE_TOKENS && !tok_mark(&rd->t, to, ')') && !tok_mark(&rd->t, to, ';') && !is_civility(&rd->t, to, &next))
		to++;
	return (struct range){ from, to };
}

bool told_of_an_absent(const struct reader *rd, size_t i)
{
	const struct field *f = &rd->r->absents;

	for (size_t k = 0; f->statut == FIELD_LU && k < f->n; k++) {
		const struct item *it = &f->items[k];

		if (it->depuis.n + it->jusqua.n == 0 || rd->t.at[i].start < it->qui.span.end || rd->t.at[i].start > it->qui.span.end + ABSENCE_BYTES)
			continue;
		const struct range said = said_behind(rd, it);

		if (i >= said.from && i < said.to)
			return true;
	}
	return false;
}

/* "arrivée au point 2", "excusé jusqu'au point 1", "présente à partir de la délibération n° 12": not there before. */
static bool surely_away(struct reader *rd, const struct item *it, size_t acte)
{
	const struct range said = said_behind(rd, it);
	const bool there = tok_says(&rd->t, said.from, said.to, " present presente "), until = tok_says(&rd->t, said.from, said.to, " jusqu jusqua ");
	const bool comes = tok_says(&rd->t, said.from, said.to, " arrive arrivee arrives arrivees rejoint ");
	const struct str bound = it->depuis.n > 0 ? it->depuis : it->jusqua;
	int32_t point = 0;

	if (tok_says(&rd->t, said.from, said.to, " depart quitte sorti sortie parti partie sauf ") || (there && until && !comes) ||
	    !(comes || until || (there && tok_says(&rd->t, said.from, said.to, " partir compter depuis "))))
		return false;
	const struct str folded = fold_text(rd->a, bound);
	enum placed at = place(rd, bound, folded, acte);

	if (at == PLACED_NOWHERE && one_point(folded, &point) && point_of(rd, acte) > 0)
		at = compared(point_of(rd, acte), point);
	return at == PLACED_BEFORE || (at == PLACED_AT && until && !comes && !there);
}

/* "Présents : M. A … Absents : Mme B (arrivée à 20h10)": she is in no list of those who are there, and was there for a part of the séance. */
static void doubt_those_there_meanwhile(struct reader *rd, struct field *f, size_t acte)
{
	const struct field *absents = &rd->r->absents;

	for (size_t i = 0; f->statut == FIELD_LU && absents->statut == FIELD_LU && i < absents->n; i++) {
		const struct item *away = &absents->items[i];

		if (away->depuis.n + away->jusqua.n == 0 || people_in(&rd->r->presents, away->qui.cle) || surely_away(rd, away, acte))
			continue;
		struct item *words = ARENA_NEW(rd->a, struct item);

		*words = *away;
		words->texte = away->depuis.n > 0 ? away->depuis : away->jusqua;
		field_ambigu(rd, f, words, 1, "%.*s, parmi les absents : « %.*s » ne dit pas sûrement si ce membre était là pour cet acte",
			     STR_ARG(away->qui.nom), STR_ARG(words->texte));
	}
}

/* "Mme Paul PETIT" and "Paule PETIT" for "M. Paul PETIT". */
static bool may_be_named_as(struct reader *rd, const struct field *presents, const struct person *chair)
{
	const struct str own = fold_person(rd->a, chair->nom);
	const size_t slips = own.n / LETTERS_OF_A_SLIP < 2 ? own.n / LETTERS_OF_A_SLIP : 2;

	for (size_t i = 0; i < presents->n; i++)
		if (letters_apart(own, fold_person(rd->a, presents->items[i].qui.nom), slips) <= slips)
			return true;
	return false;
}

static void add_chair(struct reader *rd, struct field *f, struct item *kept, const struct item *who)
{
	const struct field *listed = &rd->r->presents;
	struct item *chair = ARENA_NEW(rd->a, struct item);
	const char *outgoing = chair_may_be_outgoing(rd, who);

	*chair = *who;
	chair->texte = who->qui.nom;
	if (outgoing != NULL)
		field_ambigu(rd, f, chair, 1, "la présidence (%.*s) %s : membre ou non", STR_ARG(chair->qui.nom), outgoing);
	else if (rd->presents_as_announced)
		field_ambigu(rd, f, chair, 1, "%zu présents annoncés, %zu comptés avec la présidence (%.*s)", listed->n, listed->n + 1, STR_ARG(chair->qui.nom));
	else if (may_be_named_as(rd, listed, &chair->qui))
		field_ambigu(rd, f, chair, 1, "la présidence (%.*s) est peut-être déjà dans la liste, sous un nom écrit autrement", STR_ARG(chair->qui.nom));
	else
		kept[f->n++] = *chair;
}

void reader_in_force(struct reader *rd, size_t acte)
{
	struct acte *a = &rd->actes[acte];
	const struct field *chair = &rd->r->president;
	struct item *kept = hold(rd, &rd->r->presents, acte, &a->presents);

	hold(rd, &rd->r->pouvoirs, acte, &a->pouvoirs);
	doubt_those_away_meanwhile(rd, &a->presents);
	doubt_those_away_meanwhile(rd, &a->pouvoirs);
	doubt_those_there_meanwhile(rd, &a->presents, acte);
	if (kept == NULL || a->presents.statut != FIELD_LU || chair->statut != FIELD_LU || chair->n == 0)
		return;
	if (!people_in(&rd->r->presents, chair->items[0].qui.cle) && !people_in(&rd->r->absents, chair->items[0].qui.cle))
		add_chair(rd, &a->presents, kept, &chair->items[0]);
}
