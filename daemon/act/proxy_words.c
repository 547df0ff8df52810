/* SPDX-License-Identifier: EUPL-1.2 */
/* What is said of a proxy beside a name: "a donné pouvoir à M. B", "(procuration de Mme C)", "M. A à M. B" under a
 * heading of proxies.
 *
 * Every word of a proxy that is accounted for is marked, so that proxies.c can count those that are not.
 * "Représenté par" is a proxy in communes, départements and régions; elsewhere it may be a substitute who sits in
 * person, and stays not understood.
 */
#include "proxies_priv.h"

void list_explain(struct list *l, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		l->explained[k] = 1;
}

/* One name, its role and its group, "M. B, Adjoint (Tournus)" left to the caller. i when it is no sure name.
 * *ret_family: his family name alone, if it is one. */
static size_t holder_name(struct list *l, size_t i, size_t limit, struct person *ret, bool *ret_family)
{
	struct name n;
	size_t k = i;

	*ret_family = false;
	if (tok_among(&l->rd->t, k, " a ") && !tok_mark(&l->rd->t, k + 1, '.') && !tok_mark(&l->rd->t, k + 1, '-')) /* "à A. PETIT", "à A-S. PETIT" */
		k++;
	if (k >= limit || name_read(l->rd, k, limit, &n) == k || n.odd || n.group)
		return i;
	if (n.broken_line && n.order == ORDER_NONE && n.civility == n.from && name_read(l->rd, k, list_holder_line(l, &n), &n) == k)
		return i;
	if (n.order == ORDER_NONE && n.compounds >= TWO_NAMES && n.civility == n.from) /* "Luc Petit Anne Grand" */
		return i;
	/* Under a giver written "Anne PETIT" a holder "M. Luc" may have lost his name to the layout. */
	*ret_family = list_last(l) != NULL && list_last(l)->name.compounds > 1 && n.compounds == 1 && !n.upper;
	if (*ret_family && n.civility == n.from)
		return i;
	*ret = name_person(l->rd, &n);
	return n.to;
}

size_t list_other_name(struct list *l, size_t i, size_t limit, struct person *ret)
{
	bool family;
	const size_t k = holder_name(l, i, limit, ret, &family);

	return family ? i : k;
}

/* "M. le Maire": somebody by his title alone; the key is left empty, for proxies.c to find. What follows may make it
 * another's title ("M. le Maire de Tournus", "M. le Maire, Luc GRAND"). */
static size_t title_alone(struct list *l, size_t i, size_t limit, struct person *ret)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t k;

	if (!is_civility(t, i, &k) || k + 1 >= limit || !tok_among(t, k, " le la ") ||
	    !tok_among(t, k + 1, " maire president presidente "))
		return i;
	const size_t end = k + 2;

	k = end + tok_mark(t, end, ',');
	if (end < t->n && (tok_among(t, end, " de du d des - adjoint adjointe delegue deleguee honoraire sortant ") ||
			   (name_read(l->rd, k, limit, &n) > k && n.civility == n.from)))
		return i;
	*ret = (struct person){ .nom = reader_text(l->rd, i, end),
				.civilite = reader_text(l->rd, i, i + 1),
				.span = reader_span(l->rd, i, end) };
	return end;
}

void list_pair_add(struct list *l, const struct person *mandant, const struct person *porteur, size_t from, size_t to)
{
	struct pair *p = ARENA_PUSH(l->rd->a, &l->s->pairs);

	*p = (struct pair){ .mandant = *mandant, .porteur = *porteur, .from = from, .to = to };
	l->separated = l->dangling = false;
}

void list_pair(struct list *l, struct entry *e, const struct person *holder, size_t to)
{
	list_pair_add(l, &e->qui, holder, e->from, to);
	l->s->pairs.at[l->s->pairs.n - 1].depuis = e->depuis;
	l->s->pairs.at[l->s->pairs.n - 1].jusqua = e->jusqua;
	e->proxy = true;
}

/* "pour voter en ses lieu et place", "afin de le représenter": what the proxy is for. */
static size_t over_purpose(const struct reader *rd, size_t i, size_t limit)
{
	static const char words[] = " voter vote representer en ses son leur leurs lieu lieux et place nom le la les l ' a de du d presente cette seance conseil "
				    "municipal communautaire toutes questions deliberations sur ";
	size_t k = i + tok_among(&rd->t, i, " pour ");

	k = k == i && (tok_among(&rd->t, i, " afin ") || tok_among(&rd->t, i, " de ")) && tok_among(&rd->t, i + tok_among(&rd->t, i, " afin "), " de ")
		    ? i + 1 + tok_among(&rd->t, i, " afin ")
		    : k;
	const size_t verb = k + tok_among(&rd->t, k, " le la les ");

	if (k == i || verb >= limit || !tok_among(&rd->t, verb, " voter representer "))
		return i;
	for (k = verb + 1; k < limit && rd->t.at[k].shape == SHAPE_LOWER && tok_among(&rd->t, k, words); k++)
		;
	while (tok_among(&rd->t, k - 1, " et a le la les l ' de du d sur "))
		k--;
	return k;
}

/* The last name gave its proxy to the name at i. */
size_t proxy_give(struct list *l, size_t from, size_t i, size_t limit)
{
	struct entry *e = list_last(l);
	struct person holder;
	bool family;
	size_t k = holder_name(l, i, limit, &holder, &family);

	if (k == i)
		k = title_alone(l, i, limit, &holder);
	if (k == i || e == NULL || e->proxy || e->unclear)
		return i;
	/* "Mme A à Tournus": one bare word after a giver with a civility is not sure to be a person. */
	if (e->name.civility < e->name.from && !e->name.group && holder.civilite.n == 0 &&
	    people_words(holder.cle) == 1)
		return i;
	/* "M. A et Mme B ont donné pouvoir à M. C": both, when it is sure that nobody else did. */
	struct entry *other = tok_among(&l->rd->t, from, " ont donnent ayant ") ? list_second_giver(l, from, k) : NULL;

	/* "M. A a chargé M. B de le représenter", and not "… de préparer le budget". */
	if (tok_among(&l->rd->t, i - 1, " charge chargee mandate mandatee ") && over_purpose(l->rd, k, limit) == k)
		return i;
	/* "M. A et Mme B, ayant donné pouvoir à M. C": both, or she alone. */
	if (other != NULL && tok_among(&l->rd->t, from, " ayant "))
		return i;

	if (other == NULL && tok_among(&l->rd->t, from, " ont donnent "))
		return i;
	if (other != NULL)
		list_pair(l, other, &holder, k);
	list_pair_add(l, &e->qui, &holder, e->from, k);
	l->s->pairs.at[l->s->pairs.n - 1].family = family;
	k = over_purpose(l->rd, k, limit);
	list_explain(l, from, k);
	e->proxy = true;
	e->to = k;
	return k;
}

bool represented_is_proxy(const struct reader *rd)
{
	const struct field *f = &rd->r->niveau;

	return f->statut == FIELD_LU && (str_eq(f->texte, STR("commune")) || str_eq(f->texte, STR("departement")) ||
					 str_eq(f->texte, STR("region")));
}

/* "représenté par son suppléant M. C": he sits in person, nobody votes for two. */
static size_t over_substitute(struct list *l, size_t i, size_t limit)
{
	struct person p;
	size_t k = i;

	/* "A et B (représentés par leurs suppléants)": of two who are away, whoever sits for them. */
	const bool both = l->s->h.kinds == LISTE_ABSENTS && tok_among(&l->rd->t, k, " leur leurs ");

	k += both;
	while (tok_among(&l->rd->t, k, both ? " suppleant suppleante suppleants suppleantes " : " son sa le la suppleant suppleante ") && k < limit)
		k++;
	if (both && k == limit && limit > i + 1)
		return k;
	if (both || k == i || !tok_among(&l->rd->t, k - 1, " suppleant suppleante "))
		return i;
	const size_t name = list_other_name(l, k, limit, &p);

	if (name > k)
		return name;
	/* "par son suppléant (the margin) M. C" */
	return k >= limit || l->rd->t.at[k].kind == TOK_MARK || l->rd->t.at[k].lines > 0 || tok_among(&l->rd->t, k, " et ") ? k : i;
}

/* The name at i, behind "sa suppléante", takes the place of the last one among those present. */
static size_t sits_instead(struct list *l, size_t i, size_t limit)
{
	struct entry *e = list_last(l);
	struct name n;
	size_t k = i;

	while (k < limit && tok_among(&l->rd->t, k, " son sa le la suppleant suppleante delegue deleguee "))
		k++;
	const size_t end = name_read(l->rd, k, limit, &n);

	if (e == NULL || l->s->h.kinds != LISTE_PRESENTS || end == k || n.odd || n.group)
		return i;
	e->name = n;
	e->qui = name_person(l->rd, &n);
	e->to = end;
	return end;
}

static size_t represented(struct list *l, size_t from, size_t i, size_t limit)
{
	struct entry *e = list_last(l);
	struct person p;
	size_t k = over_substitute(l, i, limit);

	if (k > i) {
		const size_t sits = sits_instead(l, i, limit);
		return sits > i ? sits : k;
	}
	if (represented_is_proxy(l->rd))
		return proxy_give(l, from, i, limit);
	k = list_other_name(l, i, limit, &p);
	if (k > i && e != NULL) {
		e->unclear = true;
		e->instead = p;
		e->to = k;
	}
	return k;
}

size_t proxy_in(struct list *l, size_t i, size_t limit)
{
	const struct reader *rd = l->rd;

	/* "Mme A, laquelle a donné pouvoir à Mme B" */
	if (tok_among(&rd->t, i, " qui lequel laquelle ") && cue_at(rd->lx, &rd->t, i, CUE_POUVOIR_DONNE) == i) {
		const size_t k = proxy_in(l, i + 1, limit);

		return k > i + 1 ? k : i;
	}
	size_t given = cue_at(rd->lx, &rd->t, i, CUE_POUVOIR_DONNE);
	size_t received = proxy_received_at(rd, i);
	size_t for_him = cue_at(rd->lx, &rd->t, i, CUE_REPRESENTE_PAR);
	size_t k = i;

	if (given > i && given >= received)
		k = proxy_give(l, i, given, limit);
	else if (received > i)
		k = proxy_receive(l, i, received, limit);
	else if (for_him > i)
		k = represented(l, i, for_him, limit);
	return k > given && k > received && k > for_him ? k : i;
}

/* "suppléante de M. C", "remplace M. C", "titulaire": who sits, and for whom. */
size_t replaced_in(struct list *l, size_t i, size_t limit)
{
	struct person p;
	size_t k = i;

	/* "Absents : M. B⏎Mme A (suppléante de M. C)": she is there, or is missing as he does, and nothing says which. */
	if (l->s->h.kinds == LISTE_ABSENTS && tok_among(&l->rd->t, i, " suppleant suppleante remplacant remplacante ") && tok_among(&l->rd->t, i + 1, " de d ") &&
	    !tok_says(&l->rd->t, l->s->h.from, l->s->h.to, " suppleant suppleants suppleante suppleantes "))
		return i;
	if (tok_phrase(&l->rd->t, i, "ayant la suppleance", &k))
		;
	else if (tok_among(&l->rd->t, i, " titulaire suppleant suppleante remplacant remplacante "))
		k++;
	else if (tok_among(&l->rd->t, i, " remplace remplacee supplee suppleee "))
		k++;
	else
		return i;
	if (k < limit && tok_among(&l->rd->t, k, " de par d "))
		k += tok_mark(&l->rd->t, k + 1, '\'') ? 2 : 1;
	while (k < limit && tok_among(&l->rd->t, k, " son sa suppleant suppleante "))
		k++;
	size_t next = list_other_name(l, k, limit, &p);

	return next > k || k == limit ? next : i;
}

/* "M. A remplacé par M. B", "suppléé par sa suppléante Mme B", among those present: B is, and A is not. */
size_t substituted_at(struct list *l, size_t i, size_t limit)
{
	struct entry *e = list_last(l);

	if (e == NULL || e->to != i - tok_among(&l->rd->t, i - 1, " , ( ") ||
	    !tok_among(&l->rd->t, i, " remplace remplacee supplee suppleee ") || !tok_among(&l->rd->t, i + 1, " par "))
		return i;
	const size_t end = sits_instead(l, i + 2, limit);
	return end > i + 2 ? end : i;
}

/* "Mme A pour M. B": one voted for the other; who is present will tell (absents.c). */
size_t proxy_for(struct list *l, size_t i, size_t limit)
{
	if (!(l->s->h.kinds & LISTE_POUVOIRS) || !tok_among(&l->rd->t, i, " pour ") || l->rd->t.at[i].shape != SHAPE_LOWER)
		return i;
	const size_t k = proxy_give(l, i, i + 1, limit);

	if (k == i + 1)
		return i;
	l->s->pairs.at[l->s->pairs.n - 1].either = true;
	return k;
}

/* "Délégués représentés par pouvoir" */
static bool heading_says_proxy(const struct list *l)
{
	for (size_t k = l->s->h.from; k < l->s->h.to; k++)
		if (proxy_word(&l->rd->t, k))
			return true;
	return false;
}

/* "M. A donne pouvoir à Mme B et M. C à Mme D", "à" at token i: but not "M. C à Tournus". */
static bool gives_likewise(const struct list *l, size_t i)
{
	const struct entry *e = list_last(l);
	struct name n;

	return l->s->h.kinds == LISTE_ABSENTS && l->s->entries.n > 1 && (e - 1)->proxy && e->to == i && tok_among(&l->rd->t, i, " a ") &&
	       name_read(l->rd, i + 1, l->limit, &n) > i + 1 && !n.odd && (n.civility < n.from || n.order != ORDER_NONE);
}

/* "en faveur de M. B", "au profit d'Anne PETIT": the token of the name, or i. */
static size_t favoured_at(const struct reader *rd, size_t i)
{
	static const char *const words[] = { "en faveur de", "au profit de", "en faveur d", "au profit d", NULL };
	size_t next;

	return tok_any_phrase(&rd->t, i, words, &next) ? next + tok_mark(&rd->t, next, '\'') : i;
}

/* Under a heading of proxies: "en faveur de M. B", "pour M. B", "par M. B", "à M. B". */
static size_t holder_behind(struct list *l, size_t i)
{
	const bool of_the_last = list_last(l)->to == i, by = tok_among(&l->rd->t, i, " par ");
	const size_t favoured = of_the_last ? favoured_at(l->rd, i) : i;
	size_t k;

	if (favoured > i)
		return proxy_give(l, i, favoured, l->limit) > favoured ? list_last(l)->to : i;
	if (of_the_last && (k = proxy_for(l, i, l->limit)) > i)
		return k;
	if (by && !represented_is_proxy(l->rd) && !heading_says_proxy(l)) {
		k = represented(l, i, i + 1, l->limit);
		return k > i + 1 ? k : i;
	}
	if (!by && !tok_among(&l->rd->t, i, " a "))
		return i;
	k = proxy_give(l, i, i + 1, l->limit);
	return k > i + 1 ? k : i;
}

size_t proxy_at(struct list *l, size_t i)
{
	struct entry *e = list_last(l);
	size_t k;

	if (e == NULL || (tok_mark(&l->rd->t, i - 1, '.') && l->separated))
		return i;
	if (list_note_at(l, i) && (proxy_word(&l->rd->t, i) || proxy_received_at(l->rd, i) > i || cue_at(l->rd->lx, &l->rd->t, i, CUE_POUVOIR_DONNE) > i || cue_at(l->rd->lx, &l->rd->t, i, CUE_REPRESENTE_PAR) > i)) {
		list_stop(l, i, "une note de bas de liste");
		return i;
	}
	/* Someone present gives none: his line is no longer of the list, or the list is not what its heading says. */
	if (l->s->h.kinds == LISTE_PRESENTS && cue_at(l->rd->lx, &l->rd->t, i, CUE_POUVOIR_DONNE) > i && !proxy_told_of_a_holder(l->rd, i))
		return list_end_before_last(l) ? l->s->to : i;
	if (proxy_holder_told(l, i))
		return proxy_end_before_holder(l) > i || l->done ? l->s->to : i;
	k = proxy_in(l, i, l->limit);
	if (k == i && (e->to == i || tok_mark(&l->rd->t, i - 1, ',')))
		k = no_proxy_in(l, i, l->limit);
	if (k == i && gives_likewise(l, i))
		return proxy_give(l, i, i + 1, l->limit) > i + 1 ? list_last(l)->to : i;
	if (k > i)
		return k;
	/* "Anne PETIT pouvoir Luc GRAND"; "pouvoir de Luc GRAND" would be his */
	if (!(l->s->h.kinds & LISTE_PRESENTS) && proxy_word(&l->rd->t, i) && e->to + (l->s->h.kinds == LISTE_ABSENTS && tok_mark(&l->rd->t, i - 1, ',')) == i &&
	    !(tok_among(&l->rd->t, i + 1, " de d du ") && l->rd->t.at[i + 1].shape == SHAPE_LOWER))
		return proxy_bare(l, i, i + 1);
	return (l->s->h.kinds & LISTE_POUVOIRS) ? holder_behind(l, i) : i;
}
