/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is secretary of the séance.
 *
 * He is named before his title (secretary_names.c), after it ("Secrétaire de séance : Mme B"), or in the sentence behind the one that
 * says that a secretary is to be named ("… à la nomination d'un secrétaire. Mme B est désignée pour remplir cette fonction"). A name only
 * proposed counts where nobody is designated. A name that is not in a list of presents read whole was not read well, unless the text names
 * him elsewhere beside the list, or nothing is missing in the name. What the head leaves open ("nomination d'un secrétaire") a decision
 * further on may say.
 */
#include "officers_priv.h"

#define DECISION_TOKENS 16 /* "Nomination d'un secrétaire : le conseil nomme" */
#define TITLE_TOKENS 4

/* ", directrice générale des services", "- DGS": somebody of the staff. */
static bool is_of_the_staff(const struct reader *rd, size_t end)
{
	return tok_among(&rd->t, end, " , - ( ") &&
	       tok_among(&rd->t, end + 1, " directeur directrice dgs dga dgst agent agente redacteur redactrice attache attachee "
					  "fonctionnaire employe employee secretaire ");
}

static bool is_closed(const struct reader *rd, size_t end)
{
	static const char closing[] = " , ( ) et est a se qui ";
	const bool dash = tok_mark(&rd->t, end, '-') && rd->t.at[end].space;

	return secretary_ends(rd, end) || tok_among(&rd->t, end, closing) || name_never(rd, end) || (dash && role_at(rd, end + 1, rd->t.n) > end + 1) || is_of_the_staff(rd, end);
}

/* "Je vous propose la candidature de Mme B": the token of her name, or i. */
static size_t past_proposal(const struct reader *rd, size_t i)
{
	size_t k = i + 1;

	if (!tok_among(&rd->t, i, " propose proposent candidature "))
		return i;
	while (k < i + 6 && tok_among(&rd->t, k, " la le de d ' candidature nom "))
		k++;
	return k;
}

/* "… d'un secrétaire. Le conseil, à l'unanimité, a élu Mme B.": in the sentence behind i, and for nothing else. */
static bool elected_by_name(const struct reader *rd, size_t i, size_t verb, size_t limit, struct name *ret)
{
	unsigned sentences = 0;

	for (size_t k = i; k < verb; k++)
		sentences += sentence_ends_at(rd, k);
	return sentences == 1 && names_secretary(rd, verb) && name_read(rd, verb + 1, limit, ret) > verb + 1 && ret->civility < ret->from && officer_sure(rd, ret) &&
	       tok_mark(&rd->t, ret->to, '.') && sentence_ends_at(rd, ret->to);
}

/* "… à la nomination d'un secrétaire. Mme B a été désignée pour remplir cette fonction." */
static bool secretary_in_next_sentence(const struct reader *rd, size_t i, size_t limit, struct name *ret)
{
	static const char between[] = " a ete est donc alors ensuite elle il ayant obtenu la l ' des majorite unanimite suffrages voix , ";
	const size_t stop = secretary_sentence_stop(rd, i, limit);

	for (size_t j = i; j < stop && cue_at(rd->lx, &rd->t, j, CUE_SECRETAIRE) == j; j++) {
		size_t k = j;
		const size_t candidate = past_proposal(rd, j);

		if (candidate > j && name_read(rd, candidate, limit, ret) > candidate && officer_sure(rd, ret))
			return is_closed(rd, ret->to);
		if (elected_by_name(rd, i, j, limit, ret))
			return true;
		const bool volunteers = tok_among(&rd->t, j, " se s ") && tok_among(&rd->t, j + 1, " porte propose ' ");

		if ((!names_secretary(rd, j) && !volunteers) || !(takes_the_function(rd, j, limit) || is_named_at_once(rd, i, j)))
			continue;
		while (k > i && tok_among(&rd->t, k - 1, between))
			k--;
		while (k > i && tok_mark(&rd->t, k - 1, ','))
			k--;
		return name_before(rd, i, k, ret) && officer_sure(rd, ret);
	}
	return false;
}

/* "a été désignée secrétaire de séance, Mme B", "le secrétaire de séance est M. C": the token of the civility, or i. */
static size_t past_link(const struct reader *rd, size_t i, bool verb)
{
	size_t next;

	return ((verb && tok_mark(&rd->t, i, ',')) || tok_among(&rd->t, i, " est sera ")) && is_civility(&rd->t, i + 1, &next) ? i + 1 : i;
}

/* "[a blank line]SECRÉTAIRE DE SÉANCE⏎Anne PETIT⏎": the title ends at i, the name alone on the next line at `end`; not the names under the
 * titles of a signature. */
static bool stands_under(const struct reader *rd, size_t i, size_t end)
{
	struct name other;
	size_t k = i;

	while (k > 0 && i - k < TITLE_TOKENS && rd->t.at[k - 1].lines == 0)
		k--;
	return k > 1 && i < rd->head.to && rd->t.at[i].lines == 1 && rd->t.at[k - 1].lines >= 2 && tok_among(&rd->t, k - 1, " secretaire ") &&
	       end < rd->t.n && rd->t.at[end].lines > 0 && name_read(rd, end, rd->t.n, &other) == end;
}

/* "Secrétaire de séance : Anne PETIT ACHAT D'UN PRÉ", where line ends were lost: the member who is listed, before a title in capitals. */
static void cut_at_capitals(struct reader *rd, struct name *n)
{
	struct name part, rest;

	for (size_t to = n->from + 2; !is_full_name(rd, n) && to < n->to; to++)
		if (rd->t.at[to].shape == SHAPE_UPPER && name_read(rd, n->civility, to, &part) == to && part.order != ORDER_NONE && secretary_is_listed(rd, &part) &&
		    (name_read(rd, to, rd->t.n, &rest) == to || rest.order == ORDER_NONE)) {
			*n = part;
			return;
		}
}

/* "Secrétaire de séance : Mme B", "pour secrétaire M. C", "assuré par : M. D": behind a mark, a verb or with a civility. */
static size_t secretary_after(struct reader *rd, size_t i, size_t limit, bool verb, struct name *ret)
{
	const bool colon = tok_mark(&rd->t, i, ':');
	size_t by = colon ? i : secretary_past_assured_by(rd, i), k = colon ? secretary_past_the_commune(rd, i + 1, limit) : by;

	if (by > i && tok_mark(&rd->t, k, ':'))
		k++;
	if (k == i)
		k = by = past_link(rd, i, verb);
	if (k >= limit || name_read(rd, k, limit, ret) == k)
		return i;
	secretary_cut(rd, ret);
	cut_at_capitals(rd, ret);
	const bool one_of_group = ret->group && !ret->odd && ret->order != ORDER_NONE && tok_among(&rd->t, ret->to, " et , ");

	if (!(is_full_name(rd, ret) || one_of_group) || tok_mark(&rd->t, ret->to, ':')) /* "Paul PETIT : je vous propose …" speaks */
		return i;
	return colon || by > i || ret->civility < ret->from || stands_under(rd, i, ret->to) ? ret->to : i;
}

static bool other_secretary(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i,
			 " general generale auxiliaire adjoint adjointe administratif administrative suppleant "
			 "suppleante ") ||
	       (tok_among(&rd->t, i - 1, " secretariat ") && tok_among(&rd->t, i, " de du d des ") && !tok_among(&rd->t, i + 1 + tok_among(&rd->t, i + 1, " la "), " seance presente reunion ")) ||
	       (tok_among(&rd->t, i, " de ") && tok_among(&rd->t, i + 1, " mairie direction "));
}

/* "Secrétaire de séance : Mme PETIT Anne.": civility, family name and first name, and nothing that could go on. A member of the staff may
 * be secretary, and he is in no list of members. */
static bool is_whole(const struct reader *rd, const struct name *n)
{
	const size_t end = n->to;

	return n->civility < n->from && n->order != ORDER_NONE && !n->broken_line && !n->odd &&
	       (is_of_the_staff(rd, end) || (tok_mark(&rd->t, end, '.') && sentence_ends_at(rd, end)));
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
		/* "Anne GRAND", where a list has lost half of "Anne": the word that is cut off would be her family name. */
		if (to < n->to && part.compounds == 1 && rd->t.at[to].shape == SHAPE_UPPER && !part.upper)
			continue;
		p = name_person(rd, &part);
		if (people_find_same(rd, &p, WHO_ANY) == PEOPLE_ONE) {
			*n = part;
			return true;
		}
	}
	if (n->compounds == 2 && n->order == ORDER_FIRST_LAST && n->to < rd->t.n && rd->t.at[n->to].shape == SHAPE_LOWER)
		return true;
	struct person whole = name_person(rd, n);

	/* "Michel Petit - Site du Moulin", where M. Petit is listed */
	if (tok_mark(&rd->t, n->to, '-') && rd->t.at[n->to].space && n->compounds == 2 && people_find(rd, &whole, WHO_PRESENT) == PEOPLE_ONE)
		return true;
	return !n->broken_line && n->compounds <= 3 && is_closed(rd, n->to);
}

/* "Nomination d'un secrétaire de séance : le conseil nomme Luc GRAND." */
static bool secretary_decided(const struct reader *rd, size_t i, size_t limit, struct name *ret)
{
	const size_t stop = tok_mark(&rd->t, i, ':') ? sentence_end(rd, i, i + DECISION_TOKENS < limit ? i + DECISION_TOKENS : limit) : i;

	for (size_t k = i; k < stop; k++)
		if (names_secretary(rd, k) && rd->t.at[k].shape == SHAPE_LOWER)
			return name_read(rd, k + 1, limit, ret) > k + 1 && is_full_name(rd, ret) && is_closed(rd, ret->to);
	return false;
}

/* "et secrétaire adjoint de séance": the token after it, or i. */
static size_t past_the_assistant(const struct reader *rd, size_t i)
{
	if (!tok_among(&rd->t, i, " et ") || !tok_among(&rd->t, i + 1, " secretaire ") || !other_secretary(rd, i + 2))
		return i;
	i += 3;
	return tok_among(&rd->t, i, " de ") && tok_among(&rd->t, i + 1, " seance ") ? i + 2 : i;
}

/* "Luc GRAND Anne PETIT." */
static bool lost_comma(const struct reader *rd, size_t i, size_t limit)
{
	struct name n;

	return i < limit && rd->t.at[i].lines == 0 && !officer_initial(rd, i) && name_read(rd, i, limit, &n) > i && n.civility == n.from && officer_sure(rd, &n) &&
	       secretary_ends(rd, n.to);
}

enum another { ANOTHER_NONE, ANOTHER_SURE, ANOTHER_UNCLEAR };

/* Behind a secretary at token i: ", Luc GRAND", "et M. GRAND", "/ Luc GRAND". Under "Secrétaire" he is sure where nothing goes on
 * behind his name, for "Luc GRAND, Anne PETIT présente le budget" has one. */
static enum another another_secretary(struct reader *rd, size_t i, size_t limit, bool several, struct name *ret)
{
	const bool joined = tok_among(&rd->t, i, " et "), dash = tok_mark(&rd->t, i, '-') && rd->t.at[i].space,
		   beside = tok_among(&rd->t, i, " / & ");

	if (!joined && !dash && !beside && !tok_among(&rd->t, i, " , ; "))
		return lost_comma(rd, i, limit) ? ANOTHER_UNCLEAR : ANOTHER_NONE;
	if (name_read(rd, i + 1, limit, ret) == i + 1)
		return beside || officer_initial(rd, i + 1) ? ANOTHER_UNCLEAR : ANOTHER_NONE;
	secretary_cut(rd, ret);
	if (!officer_sure(rd, ret))
		return beside || officer_initial(rd, i + 1) ? ANOTHER_UNCLEAR : ANOTHER_NONE;
	if (several || (joined && ret->civility < ret->from))
		return cut_to_member(rd, ret) ? ANOTHER_SURE : ANOTHER_UNCLEAR;
	return cut_to_member(rd, ret) && secretary_ends(rd, ret->to) ? ANOTHER_SURE : ANOTHER_UNCLEAR;
}

/* "Mme A remplacée par M. B", "M. A est proposé": behind the name that ends at `end`, somebody else may be the secretary. */
static bool gives_way(const struct reader *rd, size_t end)
{
	end += tok_mark(&rd->t, end, ',') || tok_mark(&rd->t, end, '(');
	end += tok_among(&rd->t, end, " est ");
	return rd->t.at[end].shape == SHAPE_LOWER && tok_among(&rd->t, end, " remplace remplacee puis propose proposee candidat candidate ");
}

/* The secretaries named behind the title, whose token after is k; returns the token after them. */
static size_t secretaries_behind(struct reader *rd, size_t k, size_t limit, bool several, bool verb, struct officers *f)
{
	const size_t first = secretary_past_the_article(rd, past_the_assistant(rd, k)), already = f->n;
	enum another more = ANOTHER_NONE;
	struct name n;
	size_t end = secretary_after(rd, first, limit, verb, &n);

	/* "Secrétaire de séance Luc PETIT."; names under the title are those of signatures. */
	if (end == first && tok_among(&rd->t, k - 1, " seance ") && rd->t.at[k].lines == 0 && name_read(rd, k, limit, &n) > k && secretary_is_listed(rd, &n) &&
	    (secretary_ends(rd, n.to) || rd->t.at[n.to].kind == TOK_NUMBER))
		end = n.to;
	if (end > first && n.group && tok_among(&rd->t, end, " et , "))
		several = true;
	if (end == first || !cut_to_member(rd, &n) || secretary_loses_initial(rd, &n))
		return k;
	const struct name first_named = n;

	f->stated += is_whole(rd, &n);
	officer_add(rd, f, &n);
	if (first > k)
		return n.to;
	end = n.to;
	while ((more = another_secretary(rd, end, limit, several, &n)) == ANOTHER_SURE) {
		officer_add(rd, f, &n);
		end = n.to;
	}
	/* "Secrétaires de séance : Mme A" and somebody who was not understood, unless a full stop closes it behind a member. */
	const bool closed = tok_mark(&rd->t, end, '.') && sentence_ends_at(rd, end) && secretary_is_listed(rd, &first_named) && list_boundary(rd, end + 1) != BOUNDARY_NONE;

	if (more == ANOTHER_NONE && gives_way(rd, end))
		more = ANOTHER_UNCLEAR;
	if (more == ANOTHER_NONE && secretary_woven_off(rd, k, first, end, limit))
		more = ANOTHER_UNCLEAR;
	if (more == ANOTHER_UNCLEAR || (several && !closed && f->n == already + 1))
		f->n = already;
	return end;
}

/* "Mme A et M. B ont été désignés secrétaires": the token before "et", where the first one's name ends. */
static bool first_of_two(const struct reader *rd, size_t from, const struct name *second, struct name *ret)
{
	return second->civility > from + 1 && tok_among(&rd->t, second->civility - 1, " et ") && name_before(rd, from, second->civility - 1, ret) &&
	       officer_sure(rd, ret);
}

static size_t secretary_at(struct reader *rd, size_t i, struct range in, struct officers *f, struct officers *proposed)
{
	size_t k = cue_at(rd->lx, &rd->t, i, CUE_SECRETAIRE), end;
	bool only_proposed = false, verb = false;
	struct name n, other;

	if (k == i || (tok_among(&rd->t, i, " secretariat ") && tok_mark(&rd->t, k - 1, ':') && tok_among(&rd->t, i - 1, " le du "))) /* of a plan, of the mairie */
		return i + 1;
	k -= tok_mark(&rd->t, k - 1, ':'); /* "secrétariat :" */
	if (other_secretary(rd, k))
		return k;
	const bool several = tok_among(&rd->t, i, " secretaires ");

	/* "M. PETIT Est nommé secrétaire, M. GRAND": a list, then a sentence. */
	if (!tok_mark(&rd->t, k, ':') && secretary_before_title(rd, in.from, i, k, &n, &only_proposed) && rd->t.at[n.to].shape != SHAPE_TITLE) {
		const bool two = first_of_two(rd, in.from, &n, &other);

		if (two && several)
			officer_add(rd, only_proposed ? proposed : f, &other);
		if (two == several) {
			officer_add(rd, only_proposed ? proposed : f, &n);
			return k;
		}
	}
	f->seen = true;
	f->where = i;
	for (size_t j = i; j < k; j++)
		verb |= names_secretary(rd, j);
	const size_t already = f->n;
	if (secretary_signs(rd, i, k, in.to, f))
		return k;
	end = secretaries_behind(rd, k, in.to, several, verb, f);
	if (end == k && f->n == already && (secretary_in_next_sentence(rd, k, in.to, &n) || secretary_decided(rd, k, in.to, &n)))
		officer_add(rd, f, &n);
	return end > i ? end : i + 1;
}

/* "secrétaire de séance", not the secretary of anything. */
static bool is_of_the_seance(const struct reader *rd, size_t i)
{
	const size_t end = cue_at(rd->lx, &rd->t, i, CUE_SECRETAIRE);

	return end > i && tok_among(&rd->t, end - 1, " seance ");
}

static void secretaries_in(struct reader *rd, struct range in, bool of_the_seance, struct officers *f)
{
	struct officers proposed = { 0 };

	for (size_t i = in.from; (i = next_of(rd, CUE_SECRETAIRE, i, in.to)) < in.to;)
		i = of_the_seance && !is_of_the_seance(rd, i) ? i + 1 : secretary_at(rd, i, in, f, &proposed);
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

/* The secretary is a member who is there (CGCT L. 2121-15), or somebody whom the text names beside the list, or whose name is whole. */
static bool all_known(struct reader *rd, const struct officers *f)
{
	for (size_t i = 0; i < f->n && f->stated < f->n && rd->r->presents.statut == FIELD_LU; i++) {
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

	secretaries_in(rd, rd->head, false, &f);
	if (f.n == 0)
		secretaries_in(rd, (struct range){ rd->head.to, rd->t.n }, f.seen, &f);
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
