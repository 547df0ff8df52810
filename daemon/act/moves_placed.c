/* SPDX-License-Identifier: EUPL-1.2 */
/* A member who leaves the séance, or comes, between two actes of minutes: "M. A quitte la séance à 20h15." behind the vote of one and before the title of
 * the next. He is there for the actes on one side and not for those on the other.
 *
 * Only a sentence that says nothing else, of members whom the lists tell apart and give as there, or as absent, all along; what becomes of the
 * proxies of whoever moves is not told, and they are AMBIGU from there on. Decided against: "quitte la salle", and "quitte la séance" without an
 * hour, which may be for one vote.
 */
#include "moves_priv.h"

#define MOVERS 8

enum way { WAY_NONE, WAY_OUT, WAY_IN };

struct placed {
	struct person who[MOVERS];
	size_t n;
	enum way way;
};

static bool phrase_among(const struct reader *rd, size_t i, const char *const *phrases, size_t *ret_next)
{
	size_t next;

	*ret_next = i;
	for (; *phrases != NULL; phrases++)
		if (tok_phrase(&rd->t, i, *phrases, &next) && next > *ret_next)
			*ret_next = next;
	return *ret_next > i;
}

static enum way way_of_verb(const struct reader *rd, size_t i, size_t *ret_next)
{
	static const char *const out[] = { "quitte la seance", "quittent la seance", "quitte definitivement la seance", "quittent definitivement la seance",
					   "quitte l ' assemblee", "quittent l ' assemblee", "quitte la reunion", "quittent la reunion", NULL };
	static const char *const in[] = { "entre en seance", "entrent en seance", "arrive en seance", "arrivent en seance", "arrive", "arrivent", "rejoint la seance",
					  "rejoignent la seance", "rejoint l ' assemblee", "rejoignent l ' assemblee", "prend place", "prennent place", "nous rejoint",
					  "nous rejoignent", NULL };

	if (phrase_among(rd, i, out, ret_next))
		return WAY_OUT;
	return phrase_among(rd, i, in, ret_next) ? WAY_IN : WAY_NONE;
}

static enum way way_of_noun(const struct reader *rd, size_t i)
{
	if (tok_among(&rd->t, i, " depart departs "))
		return WAY_OUT;
	return tok_among(&rd->t, i, " arrivee arrivees entree entrees ") ? WAY_IN : WAY_NONE;
}

/* "à 20h15.", ".", nothing */
static bool only_an_hour(const struct reader *rd, size_t k, size_t to)
{
	int minutes;

	k += tok_among(&rd->t, k, " ( ");
	k += tok_among(&rd->t, k, " a vers ");
	k = leaf_hour(&rd->t, k, &minutes);
	k += k < to && tok_among(&rd->t, k, " ) ");
	k += k < to && tok_among(&rd->t, k, " . ; ");
	return k >= to;
}

/* "20h15 :", "À 20 h 15,": the token behind it. */
static size_t past_an_hour(const struct reader *rd, size_t k)
{
	int minutes;
	const size_t from = k + tok_among(&rd->t, k, " a vers "), end = leaf_hour(&rd->t, from, &minutes);

	return end == from ? k : end + tok_among(&rd->t, end, " , : - ");
}

/* The list says of him what a move changes, and that for the whole séance. */
static bool may_move(struct reader *rd, struct person *p, enum way way)
{
	const struct field *f = way == WAY_OUT ? &rd->r->presents : &rd->r->absents;

	if (f->statut != FIELD_LU || people_find(rd, p, way == WAY_OUT ? WHO_PRESENT : WHO_ABSENT) != PEOPLE_ONE)
		return false;
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->items[i].qui.cle, p->cle))
			return f->items[i].depuis.n + f->items[i].jusqua.n == 0;
	return false;
}

/* "M. A, Mme B et M. C", and nothing else: the token behind them, or `k`. */
static size_t movers_of(struct reader *rd, size_t k, size_t limit, struct placed *ret)
{
	size_t at = k, next, end = k;

	for (struct name n; ret->n < MOVERS && at < limit && is_civility(&rd->t, at, &next); end = next, at = next) {
		next = name_read(rd, at, limit, &n);
		if (next == at || n.odd || n.group)
			return k;
		struct person p = name_person(rd, &n);

		if (!may_move(rd, &p, ret->way))
			return k;
		ret->who[ret->n++] = p;
		if (next >= limit || !tok_among(&rd->t, next, " , et "))
			return next;
		next++;
		next += tok_among(&rd->t, next, " de d ");
	}
	return end == limit ? end : k;
}

static bool sentence_of_movers(struct reader *rd, size_t i, size_t from, size_t to, struct placed *ret)
{
	size_t next, end;

	*ret = (struct placed){ .way = way_of_verb(rd, i, &next) };
	if (ret->way != WAY_NONE) {
		const size_t start = past_an_hour(rd, from);

		if (ret->way == WAY_OUT && start == from && !move_tells_an_hour(rd, next, to) && !tok_among(&rd->t, i + 1, " definitivement "))
			return false;
		return movers_of(rd, start, i, ret) == i && i > start && only_an_hour(rd, next, to);
	}
	ret->way = way_of_noun(rd, i);
	if (ret->way == WAY_NONE || past_an_hour(rd, from) != i)
		return false;
	next = i + 1 + tok_among(&rd->t, i + 1, " de d ");
	end = movers_of(rd, next, to, ret);
	return end > next && only_an_hour(rd, end, to);
}

static bool moves(const struct placed *p, struct str cle)
{
	for (size_t i = 0; i < p->n; i++)
		if (str_eq(p->who[i].cle, cle))
			return true;
	return false;
}

static void change_presents(struct reader *rd, struct field *f, const struct placed *p, struct str words)
{
	struct item *kept = arena_room(rd->a, (f->n + p->n) * sizeof *kept);
	size_t n = 0;

	if (f->statut != FIELD_LU)
		return;
	for (size_t i = 0; i < f->n; i++)
		if (!moves(p, f->items[i].qui.cle))
			kept[n++] = f->items[i];
	for (size_t i = 0; p->way == WAY_IN && i < p->n; i++)
		kept[n++] = (struct item){ .span = p->who[i].span, .qui = p->who[i], .depuis = words };
	f->items = kept;
	f->n = n;
}

static void change_pouvoirs(struct reader *rd, struct field *f, const struct placed *p, const struct item *words)
{
	for (size_t i = 0; f->statut == FIELD_LU && i < f->n; i++)
		if (moves(p, f->items[i].qui.cle) || moves(p, f->items[i].porteur.cle))
			field_ambigu(rd, f, words, 1, "« %.*s » : rien ne dit ce que devient le pouvoir de %.*s", STR_ARG(utf8_head(words->texte, 120)),
				     STR_ARG(f->items[i].qui.nom));
}

bool move_is_placed(struct reader *rd, size_t acte, size_t i, size_t from, size_t to)
{
	const struct acte *before = acte > 0 ? &rd->actes[acte - 1] : NULL;
	struct placed p;

	if (before == NULL || to > rd->parts[acte].all.from || before->votes_n == 0 || rd->t.at[from].start < before->votes[before->votes_n - 1].span.end ||
	    rd->actes[acte].presents.statut != FIELD_LU || !sentence_of_movers(rd, i, from, to, &p))
		return false;
	struct item *words = ARENA_NEW(rd->a, struct item);

	*words = (struct item){ .span = reader_span(rd, from, to), .texte = reader_text(rd, from, to) };
	for (size_t k = acte; k < rd->r->actes_n; k++) {
		change_presents(rd, &rd->actes[k].presents, &p, words->texte);
		change_pouvoirs(rd, &rd->actes[k].pouvoirs, &p, words);
	}
	return true;
}
