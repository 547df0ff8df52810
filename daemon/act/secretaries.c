/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is secretary of the séance.
 *
 * He is named after his title ("Secrétaire de séance : Mme B"), before it ("Mme B a été désignée secrétaire", "nomme Luc GRAND
 * secrétaire"), or in the sentence behind the one that says that a secretary is to be named ("… à la nomination d'un secrétaire.
 * Mme B est désignée pour remplir cette fonction"). A name only proposed counts where nobody is designated. A name that is not
 * in a list of presents read whole was not read well, unless the text names him elsewhere beside the list.
 */
#include "officers_priv.h"

#define LOOK_BACK 16
#define NEXT_SENTENCE 60 /* from the title to "Mme B est désignée pour remplir cette fonction" */
#define TITLE_WORDS 8	 /* of the title between commas behind a name */
#define PLACE_TOKENS 10	 /* "Commune de Mirebois -" before the name */

static const char BETWEEN[] = " a ete est sont fut comme en qualite de pour assurer remplir exercer les la le des fonctions fonction "
			      "tant que , l ' unanimite presents membres voix suffrages exprimes elu elue ";

/* The words of the next title, that flattened text glues to the name in the capitals of a family name. */
static const char TITLES[] = " approbation adoption ordre finances administration ressources affaires installation designation "
			          "election decisions decision compte proces lecture appel ouverture point rapport nombre date "
			          "convention budget urbanisme personnel presentation informations motion modification ";

static bool names_him(const struct reader *rd, size_t i)
{
	struct str key = rd->t.at[i].key;

	return str_starts(key, STR("design")) || str_starts(key, STR("nomm")) || str_starts(key, STR("choisi")) ||
	       tok_among(&rd->t, i, " elu elue elus elit assure remplit exerce ");
}

/* "M. Paul PETIT – GRAND a été nommé": one civility, one verb for one person, so the dash is that of a double name. */
static void widen_over_dash(const struct reader *rd, size_t from, struct name *n)
{
	struct name first;

	if (n->civility < n->from || n->compounds > 1 || !n->upper || n->from < from + 2 ||
	    !tok_mark(&rd->t, n->from - 1, '-') || !name_before(rd, from, n->from - 1, &first) ||
	    first.civility == first.from || first.group || first.order != ORDER_FIRST_LAST)
		return;
	n->civility = first.civility;
	n->from = first.from;
	n->order = first.order;
}

/* In small letters and without a civility, but word for word a member who is listed as there. */
static bool is_listed(struct reader *rd, const struct name *n)
{
	struct person p = name_person(rd, n);

	return n->compounds > 1 && !n->odd && !n->group && people_find_same(rd, &p, WHO_PRESENT) == PEOPLE_ONE;
}

/* "Mme B, conseillère municipale, a été désignée": the token after the name, or k. */
static size_t before_his_title(const struct reader *rd, size_t from, size_t k)
{
	size_t j = k;

	if (!tok_mark(&rd->t, k, ','))
		return k;
	while (j > from + 1 && k - j < TITLE_WORDS && rd->t.at[j - 1].kind == TOK_WORD && rd->t.at[j - 1].shape == SHAPE_LOWER)
		j--;
	if (j < k && tok_mark(&rd->t, j - 1, ','))
		return j - 1;
	return k;
}

/* "Mme B a été désignée [pour remplir les fonctions de] secrétaire", "désigne, à l'unanimité, Luc GRAND
 * secrétaire". */
static bool secretary_before(struct reader *rd, size_t from, size_t i, size_t cue_end, struct name *ret)
{
	size_t k = i;
	bool verb = false;

	for (size_t j = i; j < cue_end; j++)
		verb |= names_him(rd, j);
	while (k > from && i - k < LOOK_BACK && (tok_among(&rd->t, k - 1, BETWEEN) || names_him(rd, k - 1)))
		verb |= names_him(rd, --k);
	if (verb && (k < i || names_him(rd, i) || tok_among(&rd->t, i, " a est "))) {
		if (!name_before(rd, from, before_his_title(rd, from, k), ret))
			return false;
		widen_over_dash(rd, from, ret);
		return officer_sure(rd, ret) || is_listed(rd, ret);
	}
	if (k != i || !name_before(rd, from, i, ret) || !officer_sure(rd, ret))
		return false;
	for (k = ret->civility; k > from && ret->civility - k < 10; k--)
		if (names_him(rd, k - 1))
			return true;
	return false;
}

/* A first name and a family name, or a civility: enough where words on both sides close the name. */
static bool is_full(const struct reader *rd, const struct name *n)
{
	return officer_sure(rd, n) ||
	       (!n->odd && !n->group && n->order == ORDER_NONE && (n->compounds == 2 || n->compounds == 3));
}

/* "Il nomme Luc Grand, secrétaire", "propose la candidature de Luc Grand en qualité de secrétaire": the name right behind its verb,
 * and nothing but words of the function between it and the title. */
static bool secretary_of_verb(const struct reader *rd, size_t from, size_t i, struct name *ret, bool *ret_proposed)
{
	for (size_t v = i; v > from && i - v < LOOK_BACK; v--) {
		const bool proposed = tok_among(&rd->t, v - 1, " candidature propose proposent proposee ");
		size_t k = v;

		if (tok_mark(&rd->t, v - 1, '.') && sentence_ends_at(rd, v - 1))
			return false;
		if (!proposed && !names_him(rd, v - 1))
			continue;
		while (k < i && (tok_among(&rd->t, k, " a l unanimite de d ") || tok_mark(&rd->t, k, '\'') ||
				 tok_mark(&rd->t, k, ',')))
			k++;
		const size_t start = k;

		k = name_read(rd, start, i, ret);
		if (k == start || !is_full(rd, ret))
			continue;
		while (k < i && tok_among(&rd->t, k, BETWEEN))
			k++;
		if (tok_mark(&rd->t, k, ','))
			k++;
		while (k < i && tok_among(&rd->t, k, BETWEEN))
			k++;
		if (k == i) {
			*ret_proposed = proposed;
			return true;
		}
	}
	return false;
}

/* "Mme Anne GRAND, secrétaire de séance": not the title of the name that follows. */
static bool secretary_beside(const struct reader *rd, size_t from, size_t i, size_t cue_end, struct name *ret)
{
	const bool brackets = tok_mark(&rd->t, i - 1, '(') && tok_mark(&rd->t, cue_end, ')');

	if (i < from + 2 || !tok_among(&rd->t, cue_end - 1, " seance ") || !(brackets || tok_mark(&rd->t, i - 1, ',')))
		return false;
	/* "…, Secrétaire de séance En application" is the next heading. */
	if (!brackets && (rd->t.at[i].shape != SHAPE_LOWER || !tok_among(&rd->t, cue_end, " , ; . ")))
		return false;
	return name_before(rd, from, i - 1, ret) && officer_sure(rd, ret) && (brackets || ret->civility < ret->from);
}

static bool takes_the_function(const struct reader *rd, size_t j, size_t limit)
{
	const size_t stop = j + 12 < limit ? j + 12 : limit;

	for (size_t k = j; k < stop; k++) {
		if (tok_among(&rd->t, k, " cette ces la les ") &&
		    tok_among(&rd->t, k + 1, " fonction fonctions tache mission charge "))
			return true;
		if (sentence_ends_at(rd, k))
			return false;
	}
	return false;
}

/* "… à la nomination d'un secrétaire. Mme B a été désignée pour remplir cette fonction." */
static bool secretary_in_next_sentence(const struct reader *rd, size_t i, size_t limit, struct name *ret)
{
	static const char between[] = " a ete est ayant obtenu la l ' des majorite unanimite suffrages voix , ";
	const size_t stop = i + NEXT_SENTENCE < limit ? i + NEXT_SENTENCE : limit;

	for (size_t j = i; j < stop && cue_at(rd->lx, &rd->t, j, CUE_SECRETAIRE) == j; j++) {
		size_t k = j;
		const bool volunteers = tok_among(&rd->t, j, " se s ") && tok_among(&rd->t, j + 1, " porte propose ' ");

		if ((!names_him(rd, j) && !volunteers) || !takes_the_function(rd, j, limit))
			continue;
		while (k > i && tok_among(&rd->t, k - 1, between))
			k--;
		while (k > i && tok_mark(&rd->t, k - 1, ','))
			k--;
		return name_before(rd, i, k, ret) && officer_sure(rd, ret);
	}
	return false;
}

/* "que le secrétariat de la présente séance soit assuré par": the token after "par", or i. */
static size_t past_assured_by(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k < i + 10 && tok_among(&rd->t, k, " de la presente seance est soit a ete ont sont sera assure assuree assurees rempli remplie "
						  "remplies exerce exercees tenu "))
		k++;
	return tok_among(&rd->t, k, " par ") ? k + 1 : i;
}

/* "Commune de Mirebois - M. PETIT": the token of the civility, or i. */
static size_t past_the_commune(const struct reader *rd, size_t i, size_t limit)
{
	size_t next;

	if (!tok_among(&rd->t, i, " commune ville "))
		return i;
	for (size_t k = i; k < i + PLACE_TOKENS && k + 1 < limit; k++)
		if ((tok_mark(&rd->t, k, '-') || tok_mark(&rd->t, k, ':')) && is_civility(&rd->t, k + 1, &next))
			return k + 1;
	return i;
}

/* "Anne PETIT APPROBATION DU" */
static void cut_at_title(const struct reader *rd, struct name *n)
{
	struct name part;

	for (size_t k = n->from + 1; k < n->to; k++)
		if (tok_among(&rd->t, k, TITLES)) {
			if (name_read(rd, n->civility, k, &part) == k && part.compounds > 1)
				*n = part;
			return;
		}
}

/* "Secrétaire de séance : Mme B", "pour secrétaire M. C", "assuré par M. D": behind a mark, a verb or with a civility. */
static size_t secretary_after(const struct reader *rd, size_t i, size_t limit, struct name *ret)
{
	const bool colon = tok_mark(&rd->t, i, ':');
	const size_t by = colon ? i : past_assured_by(rd, i), k = colon ? past_the_commune(rd, i + 1, limit) : by;

	if (k >= limit || name_read(rd, k, limit, ret) == k)
		return i;
	cut_at_title(rd, ret);
	if (!is_full(rd, ret))
		return i;
	return colon || by > i || ret->civility < ret->from ? ret->to : i;
}

static bool other_secretary(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i,
			 " general generale auxiliaire adjoint adjointe administratif administrative suppleant "
			 "suppleante ") ||
	       (tok_among(&rd->t, i, " de ") && tok_among(&rd->t, i + 1, " mairie direction "));
}

static bool is_closed(const struct reader *rd, size_t end)
{
	static const char closing[] = " . , ; ( ) et est a se qui ";

	return end >= rd->t.n || rd->t.at[end].lines > 0 || tok_among(&rd->t, end, closing) || name_never(rd, end) ||
	       tok_among(&rd->t, end, TITLES) || list_boundary(rd, end) != BOUNDARY_NONE;
}

/* Flattened text glues the next line to the name ("Anne PETIT PLU/17-2023"): a member known under fewer words is
 * meant. Without that help a name is sure only when a mark, a line end or a word that is never a name closes it. */
static bool cut_to_member(struct reader *rd, struct name *n)
{
	struct name part;

	/* "Mme PETIT - GRAND Anne": half a double name. */
	if (n->compounds == 1 && tok_mark(&rd->t, n->to, '-') && n->to + 1 < rd->t.n && rd->t.at[n->to + 1].lines == 0 &&
	    rd->t.at[n->to + 1].shape == SHAPE_UPPER && !name_never(rd, n->to + 1))
		return false;
	for (size_t to = n->to; to > n->from; to--) {
		struct person p;

		if (name_read(rd, n->civility, to, &part) != to)
			continue;
		p = name_person(rd, &part);
		if (people_find_same(rd, &p, WHO_ANY) == PEOPLE_ONE) {
			*n = part;
			return true;
		}
	}
	if (n->compounds == 2 && n->order == ORDER_FIRST_LAST && n->to < rd->t.n && rd->t.at[n->to].shape == SHAPE_LOWER)
		return true;
	return !n->broken_line && n->compounds <= 3 && is_closed(rd, n->to);
}

/* "Nomination d'un secrétaire de séance : le conseil nomme Luc GRAND." */
static bool secretary_decided(const struct reader *rd, size_t i, size_t limit, struct name *ret)
{
	const size_t stop = tok_mark(&rd->t, i, ':') ? sentence_end(rd, i, i + LOOK_BACK < limit ? i + LOOK_BACK : limit) : i;

	for (size_t k = i; k < stop; k++)
		if (names_him(rd, k) && rd->t.at[k].shape == SHAPE_LOWER)
			return name_read(rd, k + 1, limit, ret) > k + 1 && is_full(rd, ret) && is_closed(rd, ret->to);
	return false;
}

static size_t secretary_at(struct reader *rd, size_t i, struct range in, struct officers *f, struct officers *proposed)
{
	size_t k = cue_at(rd->lx, &rd->t, i, CUE_SECRETAIRE), end;
	bool only_proposed = false;
	struct name n;

	if (k == i)
		return i + 1;
	if (other_secretary(rd, k))
		return k;
	const bool several = tok_among(&rd->t, i, " secretaires ");

	if (!tok_mark(&rd->t, k, ':') && !several &&
	    (secretary_before(rd, in.from, i, k, &n) || secretary_of_verb(rd, in.from, i, &n, &only_proposed) ||
	     secretary_beside(rd, in.from, i, k, &n))) {
		officer_add(rd, only_proposed ? proposed : f, &n);
		return k;
	}
	f->seen = true;
	f->where = i;
	const size_t first = k, already = f->n;

	while ((end = secretary_after(rd, k, in.to, &n)) > k && cut_to_member(rd, &n)) {
		officer_add(rd, f, &n);
		k = end;
		const bool joined = tok_among(&rd->t, k, " et ") || (several && tok_mark(&rd->t, k, ','));

		if (!joined || name_read(rd, k + 1, in.to, &n) == k + 1 || n.civility == n.from)
			break;
		k++;
	}
	if (several && f->n == already + 1) { /* "Secrétaires de séance : Mme A" and somebody who was not understood */
		f->n = already;
		return k;
	}
	if (f->n == already && (secretary_in_next_sentence(rd, first, in.to, &n) || secretary_decided(rd, first, in.to, &n)))
		officer_add(rd, f, &n);
	return k > i ? k : i + 1;
}

static void secretaries_in(struct reader *rd, struct range in, struct officers *f)
{
	struct officers proposed = { 0 };

	for (size_t i = in.from; (i = next_of(rd, CUE_SECRETAIRE, i, in.to)) < in.to;)
		i = secretary_at(rd, i, in, f, &proposed);
	if (f->n == 0 && proposed.n == 1) {
		f->at = proposed.at;
		f->n = f->cap = 1;
	}
}

/* "Assistait également : Mme GRAND, suppléante": his family name stands once more in the head, and is no listed member's. */
static bool attends_beside_the_list(struct reader *rd, const struct person *p)
{
	size_t last = 0, again = 0;

	for (size_t i = rd->head.from; i < rd->t.n && rd->t.at[i].start < p->span.end; i++)
		last = i;
	struct person family = { .nom = rd->t.at[last].key, .cle = rd->t.at[last].key, .span = p->span };

	if (people_find(rd, &family, WHO_PRESENT | WHO_ABSENT | WHO_GIVER) != PEOPLE_NONE)
		return false;
	for (size_t i = rd->head.from; i < rd->head.to; i++)
		again += str_eq(rd->t.at[i].key, rd->t.at[last].key) && rd->t.at[i].shape != SHAPE_LOWER &&
			 (rd->t.at[i].start < p->span.start || rd->t.at[i].start >= p->span.end);
	return again > 0;
}

/* The secretary is a member who is there (CGCT L. 2121-15), or somebody whom the text names beside the list. */
static bool all_known(struct reader *rd, const struct officers *f)
{
	for (size_t i = 0; i < f->n && rd->r->presents.statut == FIELD_LU; i++) {
		struct person p = f->at[i].qui;

		if (people_find(rd, &p, WHO_PRESENT) == PEOPLE_NONE && !attends_beside_the_list(rd, &p))
			return false;
	}
	return true;
}

void reader_secretaries(struct reader *rd)
{
	struct field *s = &rd->r->secretaires;
	struct officers f = { 0 };

	secretaries_in(rd, rd->head, &f);
	if (f.n == 0 && !f.seen)
		secretaries_in(rd, (struct range){ rd->head.to, rd->t.n }, &f);
	if (f.n > 0 && !all_known(rd, &f)) {
		field_illisible(rd, s, f.at[0].span,
				"« %.*s » est cité comme secrétaire mais n'est pas dans la liste des présents",
				STR_ARG(f.at[0].qui.nom));
	} else if (f.n > 0) {
		field_lu(s, (struct span){ f.at[0].span.start, f.at[f.n - 1].span.end });
		s->items = f.at;
		s->n = f.n;
	} else if (f.seen) {
		field_illisible(rd, s, reader_span(rd, f.where, f.where + 1), "secrétaire cité sans nom lisible");
	} else {
		field_absent_because(rd, s, reader_span(rd, rd->head.from, rd->head.to), "aucun secrétaire cité");
	}
}
