/* SPDX-License-Identifier: EUPL-1.2 */
/* The field pouvoirs: every mention of a proxy is counted, and the list is read only when each was understood.
 *
 * Mentions are the pairs read, the names under a heading of givers that name no holder, the parentheses that speak
 * of a proxy in other words, and the words of a proxy that stand beside a name anywhere else in the séance's part.
 * Where the part of the attendance was read whole and holds none, the list is LU and empty: the section was
 * delimited and names nobody (RULE_API §5). It is not when the counts that the text states ask for more voters
 * than present.
 */
#include "fold.h"
#include "people_priv.h"
#include "who_priv.h"

#define MENTION_TOKENS 16 /* of a mention quoted in a reason */

struct pairs {
	struct item *at;
	size_t n, cap;
};

static bool gave_elsewhere(const struct attendance *at, const struct entry *e)
{
	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; i < at->sections.at[k].pairs.n; i++)
			if (str_eq(at->sections.at[k].pairs.at[i].mandant.cle, e->qui.cle))
				return true;
	return false;
}

/* "…, et Mme C": without a heading, behind the proxies, and in the list of absents. */
static bool only_absent(const struct attendance *at, const struct section *s, const struct entry *e)
{
	for (size_t k = 0; s->h.to == s->h.from && k < at->sections.n; k++)
		for (size_t i = 0; &at->sections.at[k] != s && at->sections.at[k].h.kinds == LISTE_ABSENTS && i < at->sections.at[k].entries.n; i++)
			if (str_eq(at->sections.at[k].entries.at[i].qui.cle, e->qui.cle))
				return true;
	return false;
}

/* Of one section: names that gave a proxy to nobody that was read. *ret_first: the first of them, when none is known. */
static size_t without_holder(const struct attendance *at, const struct section *s, size_t *ret_unclear, struct range *ret_first)
{
	size_t n = 0;

	for (size_t k = 0; k < s->entries.n; k++) {
		const struct entry *e = &s->entries.at[k];
		const bool elsewhere = e->represented && gave_elsewhere(at, e);
		bool alone = (s->h.strict || e->represented) && !e->proxy && !e->unclear && !e->gave_none && !elsewhere && !only_absent(at, s, e);

		*ret_unclear += e->unclear;
		n += alone;
		if ((alone || e->unclear) && ret_first->to == 0)
			*ret_first = (struct range){ e->from, e->to };
	}
	return n;
}

/* From the word of the proxy to the end of its sentence or row. */
static struct range stray_words(const struct reader *rd, size_t i)
{
	size_t to = i + 1;

	while (to < rd->head.to && to - i < MENTION_TOKENS && !sentence_ends_at(rd, to - 1) &&
	       !tok_among(&rd->t, to, " ; ) ") && rd->t.at[to].lines < 2)
		to++;
	return (struct range){ i, to };
}

static struct str mention_text(struct reader *rd, struct range r)
{
	size_t to = r.to > r.from + MENTION_TOKENS ? r.from + MENTION_TOKENS : r.to;

	return reader_text(rd, r.from, to);
}

static bool mentions_understood(struct reader *rd, struct attendance *at)
{
	struct field *f = &rd->r->pouvoirs;
	size_t understood = 0, unclear = 0, alone = 0, where = 0;
	size_t stray = proxies_stray(rd, at, &where);
	struct range first = stray > 0 ? stray_words(rd, where) : (struct range){ 0, 0 };

	for (size_t k = 0; k < at->sections.n; k++) {
		understood += at->sections.at[k].pairs.n;
		alone += without_holder(at, &at->sections.at[k], &unclear, &first);
	}
	at->giver_lost |= stray > 0;
	const size_t all = understood + unclear + alone + stray;

	if (all == understood)
		return true;
	if (understood + unclear + stray == 0)
		field_illisible(rd, f, reader_span(rd, first.from, first.to), "mandants nommés sans mandataire");
	else if (understood == 0)
		field_illisible(rd, f, reader_span(rd, first.from, first.to), "%s mention de pouvoir n'est %scomprise : « %.*s »", all == 1 ? "une" : "aucune",
				all == 1 ? "pas " : "", STR_ARG(mention_text(rd, first)));
	else
		field_illisible(rd, f, reader_span(rd, first.from, first.to), "%zu mentions de pouvoir, dont %zu comprise%s ; non comprise : « %.*s »", all,
				understood, understood > 1 ? "s" : "", STR_ARG(mention_text(rd, first)));
	return false;
}

static bool sections_whole(struct reader *rd, const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		if (s->why == NULL || (!(s->h.kinds & LISTE_POUVOIRS) && s->pairs.n == 0))
			continue;
		field_illisible(rd, &rd->r->pouvoirs, reader_span(rd, s->fault, s->fault + 1),
				"rubrique des pouvoirs : %s près de « %.*s »", s->why, STR_ARG(section_near(rd, s)));
		return false;
	}
	return true;
}

static bool same_pair(const struct item *a, const struct item *b)
{
	return str_eq(a->qui.cle, b->qui.cle) && str_eq(a->porteur.cle, b->porteur.cle) &&
	       str_eq(a->depuis, b->depuis) && str_eq(a->jusqua, b->jusqua);
}

/* "M. X (pouvoir donné à Mme Y)": who quotes the passage wants the parenthesis closed. */
static size_t pair_end(const struct reader *rd, const struct pair *p)
{
	for (size_t i = p->from; i < p->to; i++)
		if (tok_mark(&rd->t, i, '('))
			return tok_mark(&rd->t, p->to, ')') ? p->to + 1 : p->to;
	return p->to;
}

static bool doubt(struct reader *rd, const struct person *who, const char *doubt)
{
	struct item *name = ARENA_NEW(rd->a, struct item);

	*name = (struct item){ .span = who->span, .texte = who->nom };
	field_ambigu(rd, &rd->r->pouvoirs, name, 1, "« %.*s » %s", STR_ARG(who->nom), doubt);
	return false;
}

static bool pair_item(struct reader *rd, const struct pair *p, struct item *it)
{
	*it = (struct item){ .span = reader_span(rd, p->from, pair_end(rd, p)),
			     .qui = p->mandant,
			     .porteur = p->porteur,
			     .depuis = p->depuis,
			     .jusqua = p->jusqua };
	const char gender = gender_of(it->porteur.civilite); /* "à Mme la Maire", where M. PETIT is the maire */

	if (it->porteur.cle.n == 0 && (!chair_of_title(rd, &it->porteur) || genders_differ(gender, gender_of(it->porteur.civilite)))) {
		field_illisible(rd, &rd->r->pouvoirs, p->porteur.span,
				"« %.*s » porte un pouvoir, et le texte ne dit pas sûrement qui c'est",
				STR_ARG(p->porteur.nom));
		return false;
	}
	const enum people_match holder = people_find_holder(rd, &it->porteur);

	if (people_find_giver(rd, &it->qui) == PEOPLE_SEVERAL)
		return doubt(rd, &p->mandant, "peut désigner plusieurs personnes");
	if (holder == PEOPLE_SEVERAL)
		return doubt(rd, &p->porteur, "peut désigner plusieurs personnes");
	if (holder == PEOPLE_RIVAL)
		return doubt(rd, &p->porteur,
			     "peut désigner plusieurs personnes : ce nom de famille est porté par un présent, avec un "
			     "autre prénom ou une autre civilité");
	return true;
}

/* "O. PETIT" and "Odile PETIT", when no list of members was read that says who they are: one person or two. */
static bool spelled_alike(struct reader *rd, const struct pairs *p)
{
	static const char one_or_two[] = "peut désigner plusieurs personnes : le nom est écrit de deux façons";

	for (size_t i = 0; i < p->n; i++)
		for (size_t k = i + 1; k < p->n; k++) {
			if (people_alike(rd, &p->at[i].porteur, &p->at[k].porteur))
				return !doubt(rd, &p->at[k].porteur, one_or_two);
			if (people_alike(rd, &p->at[i].qui, &p->at[k].qui))
				return !doubt(rd, &p->at[k].qui, one_or_two);
		}
	return false;
}

static bool pairs_of(struct reader *rd, const struct attendance *at, struct pairs *ret)
{
	struct item it;

	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; i < at->sections.at[k].pairs.n; i++) {
			size_t same = 0;

			if (!pair_item(rd, &at->sections.at[k].pairs.at[i], &it))
				return false;
			/* Printed twice, beside the holder and beside the giver. */
			while (same < ret->n && !same_pair(&it, &ret->at[same]))
				same++;
			if (same == ret->n)
				*ARENA_PUSH(rd->a, ret) = it;
		}
	return true;
}

static bool is_woman(const struct reader *rd, const struct person *p)
{
	struct str word = fold_text(rd->a, p->civilite);

	return str_starts(word, STR("m me")) || str_starts(word, STR("m lle")) || str_starts(word, STR("mm")) ? word.n > 2 && word.p[2] == 'e' : str_starts(word, STR("ml")) || str_starts(word, STR("mad"));
}

/* A pair is two persons, a candidate is words: those in which it stands. */
static void doubt_pairs(struct reader *rd, struct pairs *p)
{
	for (size_t i = 0; i < p->n; i++)
		p->at[i].texte = str_part(rd->text->bytes, p->at[i].span.start, p->at[i].span.end);
}

/* "M. et Mme A" present, a proxy to each: one key, two people. */
static bool couples_apart(struct reader *rd, struct pairs *p)
{
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = i + 1; k < p->n; k++) {
			const struct person *a = &p->at[i].porteur, *b = &p->at[k].porteur;

			if (!str_eq(a->cle, b->cle) || !a->civilite.n || !b->civilite.n || is_woman(rd, a) == is_woman(rd, b))
				continue;
			doubt_pairs(rd, p);
			field_ambigu(rd, &rd->r->pouvoirs, p->at, p->n, "« %.*s » désigne un homme ici, une femme là",
				     STR_ARG(a->nom));
			return false;
		}
	return true;
}

/* One giver, two holders, no bound that tells when: two readings of one proxy. */
static bool one_holder_each(struct reader *rd, struct pairs *p)
{
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = i + 1; k < p->n; k++) {
			const struct item *a = &p->at[i], *b = &p->at[k];

			if (!str_eq(a->qui.cle, b->qui.cle) || a->depuis.n + a->jusqua.n > 0 ||
			    b->depuis.n + b->jusqua.n > 0)
				continue;
			doubt_pairs(rd, p);
			field_ambigu(rd, &rd->r->pouvoirs, p->at, p->n, "%.*s donne pouvoir à %.*s et à %.*s",
				     STR_ARG(a->qui.nom), STR_ARG(a->porteur.nom), STR_ARG(b->porteur.nom));
			return false;
		}
	return true;
}

static bool count_agrees(struct reader *rd, struct attendance *at, const struct pairs *p)
{
	size_t bounded = 0;

	for (size_t i = 0; i < p->n; i++)
		bounded += p->at[i].depuis.n + p->at[i].jusqua.n > 0;
	if (at->proxies_stated < 0 ||
	    ((size_t)at->proxies_stated <= p->n && (size_t)at->proxies_stated + bounded >= p->n))
		return true;
	at->giver_lost = true;
	field_illisible(rd, &rd->r->pouvoirs, reader_span(rd, at->proxies_stated_at, at->proxies_stated_at + 1),
			"%d pouvoir%s annoncé%s mais %zu lu%s", at->proxies_stated, at->proxies_stated > 1 ? "s" : "",
			at->proxies_stated > 1 ? "s" : "", p->n, p->n > 1 ? "s" : "");
	return false;
}

void reader_proxies(struct reader *rd, struct attendance *at)
{
	struct field *f = &rd->r->pouvoirs;
	struct pairs p = { 0 };

	if (at->broken_heading > 0) {
		field_illisible(rd, f, reader_span(rd, at->broken_heading - 1, at->broken_heading),
				"une rubrique des absents ou des pouvoirs n'est pas comprise");
		return;
	}
	if (!sections_whole(rd, at) || !mentions_understood(rd, at) || !pairs_of(rd, at, &p))
		return;
	if (spelled_alike(rd, &p) || !couples_apart(rd, &p) || !one_holder_each(rd, &p) || !count_agrees(rd, at, &p))
		return;
	if (p.n > 0)
		field_lu(f, (struct span){ p.at[0].span.start, p.at[p.n - 1].span.end });
	f->items = p.at;
	f->n = p.n;
}

/* "Pouvoirs : néant", "Pouvoirs : 0". */
static bool none_written(const struct attendance *at, size_t *ret_where)
{
	for (size_t k = 0; k < at->sections.n; k++)
		if ((at->sections.at[k].h.kinds & LISTE_POUVOIRS) && at->sections.at[k].nobody) {
			*ret_where = at->sections.at[k].h.from;
			return true;
		}
	*ret_where = at->proxies_stated_at;
	return at->proxies_stated == 0;
}

/* A list of absents that was not understood may hold a proxy. */
static bool absents_whole(const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++)
		if ((at->sections.at[k].h.kinds & LISTE_ABSENTS) && at->sections.at[k].why != NULL)
			return false;
	return true;
}

/* "Absents représentés : Anne Petit (Luc Grand)": somebody votes for them. The token that says so, or 0. */
static size_t represented_by_whom(const struct reader *rd, const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		for (size_t i = s->h.from; i < s->h.to && s->entries.n > 0 && s->pairs.n == 0 && !(s->h.kinds & LISTE_PRESENTS); i++)
			if (str_starts(rd->t.at[i].key, STR("represente")) && !tok_among(&rd->t, i > 0 ? i - 1 : i, " non ni "))
				return i;
	}
	return 0;
}

/* "Excusés : PETIT (GRAND), MOREL": somebody present stands in brackets behind an absent: his token, or 0. */
static size_t present_in_brackets(struct reader *rd, const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++)
		for (size_t i = 0; (at->sections.at[k].h.kinds & LISTE_ABSENTS) && i < at->sections.at[k].entries.n; i++) {
			const size_t open = at->sections.at[k].entries.at[i].name.to;
			struct name n;

			if (!tok_mark(&rd->t, open, '('))
				continue;
			const size_t close = name_read(rd, open + 1, rd->head.to, &n);
			struct person p = close > open + 1 ? name_person(rd, &n) : (struct person){ 0 };

			if (close > open + 1 && tok_mark(&rd->t, close, ')') && people_find(rd, &p, WHO_PRESENT) == PEOPLE_ONE)
				return open + 1;
		}
	return 0;
}

/* "Absents   Pouvoir à⏎M. A   M. B⏎M. C": names under the title of a column of holders, and no proxy understood. The title, or 0. */
static size_t column_of_holders(const struct reader *rd, const struct attendance *at)
{
	for (size_t k = 0; k < at->sections.n; k++) {
		const struct section *s = &at->sections.at[k];

		for (size_t i = s->h.from; i < s->h.to && s->entries.n > 0 && s->pairs.n == 0; i++)
			if (proxy_word(&rd->t, i) && tok_among(&rd->t, i + 1 + tok_among(&rd->t, i + 1, " donne donnee donnes donnees "), " a au aux "))
				return i;
	}
	return 0;
}

void reader_no_proxies(struct reader *rd, const struct attendance *at)
{
	struct field *f = &rd->r->pouvoirs, *present = &rd->r->presents, *votants = &rd->r->votants_annonces;
	size_t where = 0;

	if (none_written(at, &where)) {
		field_lu(f, reader_span(rd, where, where + 1));
		return;
	}
	if ((where = represented_by_whom(rd, at)) > 0) {
		field_illisible(rd, f, reader_span(rd, where, where + 1), "des membres sont représentés, sans que l'on comprenne par qui");
		return;
	}
	if ((where = present_in_brackets(rd, at)) > 0) {
		field_illisible(rd, f, reader_span(rd, where, where + 1), "un présent nommé entre parenthèses derrière un absent : porte-t-il son pouvoir ?");
		return;
	}
	if ((where = column_of_holders(rd, at)) > 0 || mixed_givers(rd, at) != NULL) {
		field_illisible(rd, f, where > 0 ? reader_span(rd, where, where + 1) : present->span, "des mandataires nommés à côté des mandants, sans que l'on sache qui porte le pouvoir de qui");
		return;
	}
	if ((where = proxy_told_otherwise(rd, at)) > 0) {
		field_illisible(rd, f, reader_span(rd, where, where + 1), "quelqu'un semble voter pour un autre, sans que l'on comprenne s'il porte son pouvoir");
		return;
	}
	if (present->statut != FIELD_LU || !absents_whole(at)) {
		field_illisible(rd, f, present->span,
				at->sections.n > 0 ? "aucun pouvoir lu, mais la partie des présences n'est pas comprise"
						   : "rubrique des pouvoirs introuvable");
		return;
	}
	if (votants->statut == FIELD_LU && votants->nombre > (int64_t)present->n + 1) {
		field_illisible(rd, f, votants->span,
				"%lld votants annoncés pour %zu présents nommés, et aucun pouvoir lu",
				(long long)votants->nombre, present->n);
		return;
	}
	field_lu(f, present->span);
}
