/* SPDX-License-Identifier: EUPL-1.2 */
/* The secretary whose name stands before his title: "Mme B a été désignée secrétaire", "nomme Luc GRAND secrétaire",
 * "la candidature de Luc GRAND en qualité de secrétaire", "Mme B (secrétaire de séance)".
 */
#include "lists_priv.h"
#include "officers_priv.h"

#define WOVEN_TOKENS 6
#define LOOK_BACK 16
#define NEXT_SENTENCE 60 /* from the title to "Mme B est désignée pour remplir cette fonction" */
#define STAMP_TOKENS 60	 /* … and as many more where a page ends between the two */
#define VERB_BACK 40	 /* "Je vous propose de désigner, comme d'habitude, la plus jeune d'entre nous, Mme B comme secrétaire" */
#define PLACE_TOKENS 10	 /* "Commune de Mirebois -" before the name */
#define ARTICLE_TOKENS 16 /* "(art. L. 2121-15 du CGCT)" */
#define TITLE_WORDS 8	 /* of the title between commas behind a name */

static const char BETWEEN[] = " cette charge a ete est sont fut ensuite donc alors comme en qualite de pour assurer remplir exercer les la le des fonctions fonction "
			      "tant que , l d ' unanimite presents membres voix suffrages exprimes elu elue avec son leur accord ont ";
/* Between the verb and the name: "désigne, à l'unanimité des présents, Luc GRAND". */
static const char BEFORE_NAME[] = " a l unanimite de d ' , avec son leur accord des presents membres parmi ses ";
static const char PROPOSED[] = " candidature propose proposent proposee proposition ";

/* The words of the next title, that flattened text glues to the name in the capitals of a family name. */
static const char TITLES[] = " approbation adoption ordre finances administration ressources affaires installation designation "
			          "election decisions decision compte proces lecture appel ouverture point rapport nombre date "
			          "convention budget urbanisme personnel presentation informations motion modification questions pv ";

bool point_opens_at(const struct reader *rd, size_t i)
{
	return i + 2 < rd->t.n && rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i].key.n <= 2 && tok_among(&rd->t, i + 1, " - . ) ") && rd->t.at[i + 2].space &&
	       rd->t.at[i + 2].kind == TOK_WORD && rd->t.at[i + 2].shape != SHAPE_LOWER;
}

/* What follows opens something else: no verb of his sentence. */
bool secretary_ends(const struct reader *rd, size_t end)
{
	return end >= rd->t.n || rd->t.at[end].lines > 0 || tok_among(&rd->t, end, " . ; ") || point_opens_at(rd, end) ||
	       (rd->t.at[end].shape != SHAPE_LOWER && (name_never(rd, end) || tok_among(&rd->t, end, TITLES))) ||
	       list_bullet(rd, end) || list_boundary(rd, end) != BOUNDARY_NONE;
}

/* "Anne PETIT APPROBATION DU", "M. PETIT AFFAIRES GÉNÉRALES", "Anne PETIT⏎ÉTAT DES LIEUX" */
void secretary_cut(const struct reader *rd, struct name *n)
{
	struct name part;

	for (size_t k = n->from + 1; (n->odd || n->compounds > 3) && k < n->to; k++)
		if (rd->t.at[k].lines > 0 && name_read(rd, n->civility, k, &part) == k && part.order != ORDER_NONE && !part.odd) {
			*n = part;
			return;
		}
	for (size_t k = n->from + 1; k < n->to; k++)
		if (tok_among(&rd->t, k, TITLES)) {
			if (name_read(rd, n->civility, k, &part) == k && (part.compounds > 1 || part.civility < part.from))
				*n = part;
			return;
		}
}

bool names_secretary(const struct reader *rd, size_t i)
{
	struct str key = rd->t.at[i].key;

	return str_starts(key, STR("design")) || str_starts(key, STR("nomm")) || str_starts(key, STR("choisi")) ||
	       tok_among(&rd->t, i, " elu elue elus elit assure assurera remplit remplira exerce exercera accepte ");
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

/* "QUESTIONS DIVERSES PETIT A. est désigné", where no mark parts a title in capitals from the name: the member who is listed. */
static void cut_to_listed(struct reader *rd, struct name *n)
{
	const size_t end = n->to;
	struct person whole = name_person(rd, n);
	struct name part;

	if (n->civility < n->from || people_find_same(rd, &whole, WHO_PRESENT) == PEOPLE_ONE)
		return;
	for (size_t k = n->from + 1; k < end; k++) {
		struct person p;

		if (name_read(rd, k, end, &part) != end || part.compounds < 2 || part.odd)
			continue;
		p = name_person(rd, &part);
		if (people_find_same(rd, &p, WHO_PRESENT) == PEOPLE_ONE) {
			*n = part;
			return;
		}
	}
}

/* … and where nobody is listed, a word of a title is in what looks like a name. */
static bool holds_a_title(const struct reader *rd, const struct name *n)
{
	for (size_t k = n->from; k < n->to; k++)
		if (tok_among(&rd->t, k, TITLES) || tok_among(&rd->t, k, " diverses divers "))
			return true;
	return false;
}

bool secretary_is_listed(struct reader *rd, const struct name *n)
{
	struct person p = name_person(rd, n);

	/* "Luc Petit Anne Grand est désignée": the end of a list that was not read, and she. */
	if (n->order == ORDER_NONE && n->civility == n->from && n->compounds >= TWO_NAMES)
		return false;
	return n->compounds > 1 && !n->odd && !n->group && people_find_same(rd, &p, WHO_PRESENT) == PEOPLE_ONE;
}

/* "conseillère municipale", "benjamin de l'assemblée", "1ère Vice-présidente" */
static bool is_of_a_title(const struct reader *rd, size_t i)
{
	if (tok_among(&rd->t, i, " ' - ") || tok_among(&rd->t, i, " vice president presidente adjoint adjointe maire conseiller conseillere "))
		return true;
	return (rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_LOWER) || (rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i].key.n <= 2);
}

/* "Mme B, conseillère municipale, a été désignée": the token after the name, or k. */
static size_t before_his_title(const struct reader *rd, size_t from, size_t k)
{
	size_t j = k;

	if (!tok_mark(&rd->t, k, ','))
		return k;
	while (j > from + 1 && k - j < TITLE_WORDS && is_of_a_title(rd, j - 1))
		j--;
	if (j < k && tok_mark(&rd->t, j - 1, ','))
		return j - 1;
	return k;
}

/* "désigné(e)": the token of "(", where "(e)" ends before k; or k. */
static size_t before_feminine(const struct reader *rd, size_t from, size_t k)
{
	return k > from + 3 && tok_mark(&rd->t, k - 1, ')') && tok_among(&rd->t, k - 2, " e ") && tok_mark(&rd->t, k - 3, '(') ? k - 3 : k;
}

/* "Mme B, qui en accepte la charge, est nommée": the relative of a name. */
static bool opens_relative(const struct reader *rd, size_t from, size_t i)
{
	return i > from && tok_among(&rd->t, i, " qui ") && tok_mark(&rd->t, i - 1, ',');
}

/* "Mme B a été désignée [pour remplir les fonctions de] secrétaire", "désigne, à l'unanimité, Luc GRAND
 * secrétaire". */
static bool secretary_before(struct reader *rd, size_t from, size_t i, size_t cue_end, struct name *ret)
{
	size_t k = i;
	bool verb = false;

	for (size_t j = i; j < cue_end; j++)
		verb |= names_secretary(rd, j);
	while (k > from && i - k < LOOK_BACK) {
		const size_t feminine = before_feminine(rd, from, k);

		if (feminine == k && !tok_among(&rd->t, k - 1, BETWEEN) && !names_secretary(rd, k - 1) && !opens_relative(rd, from, k - 1))
			break;
		k = feminine < k ? feminine : k - 1;
		verb |= names_secretary(rd, k);
	}
	if (verb && (k < i || names_secretary(rd, i) || tok_among(&rd->t, i, " a est "))) {
		if (!name_before(rd, from, before_his_title(rd, from, k), ret))
			return false;
		widen_over_dash(rd, from, ret);
		cut_to_listed(rd, ret);
		if (ret->civility == ret->from && holds_a_title(rd, ret))
			return false;
		return officer_sure(rd, ret) || secretary_is_listed(rd, ret);
	}
	if (k != i || !name_before(rd, from, i, ret) || !officer_sure(rd, ret))
		return false;
	for (k = ret->civility; k > from && ret->civility - k < 10; k--)
		if (names_secretary(rd, k - 1))
			return true;
	return false;
}

bool is_full_name(const struct reader *rd, const struct name *n)
{
	return officer_sure(rd, n) ||
	       (!n->odd && !n->group && n->order == ORDER_NONE && (n->compounds == 2 || n->compounds == 3));
}

/* "Mme B, conseillère municipale, en qualité de": the token after the title between commas, or k. */
static size_t after_his_title(const struct reader *rd, size_t k, size_t limit)
{
	size_t j = k + 1;

	if (!tok_mark(&rd->t, k, ','))
		return k;
	while (j < limit && j - k < TITLE_WORDS && is_of_a_title(rd, j))
		j++;
	return j > k + 1 && tok_mark(&rd->t, j, ',') ? j + 1 : k;
}

/* "Il nomme Luc Grand, secrétaire", "propose la candidature de Luc Grand en qualité de secrétaire": the name right behind its verb,
 * and nothing but words of the function between it and the title. */
static bool secretary_of_verb(const struct reader *rd, size_t from, size_t i, struct name *ret, bool *ret_proposed)
{
	for (size_t v = i; v > from && i - v < LOOK_BACK; v--) {
		const bool proposed = tok_among(&rd->t, v - 1, PROPOSED);
		size_t k = v;

		if (tok_mark(&rd->t, v - 1, '.') && sentence_ends_at(rd, v - 1))
			return false;
		if (!proposed && !names_secretary(rd, v - 1))
			continue;
		while (k < i && tok_among(&rd->t, k, BEFORE_NAME))
			k++;
		const size_t start = k;

		k = name_read(rd, start, i, ret);
		if (k == start || !is_full_name(rd, ret))
			continue;
		k = after_his_title(rd, k, i);
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

/* "DORVAL Léa est secrétaire.": a sentence of its own in the head, about a member who is there. */
static bool is_secretary_alone(struct reader *rd, size_t from, size_t i, size_t cue_end, struct name *ret)
{
	if (i >= rd->head.to || !tok_among(&rd->t, i - 1, " est ") || !tok_mark(&rd->t, cue_end, '.') || !name_before(rd, from, i - 1, ret))
		return false;
	return ret->civility > 0 && (tok_mark(&rd->t, ret->civility - 1, '.') || rd->t.at[ret->civility].lines > 0) && secretary_is_listed(rd, ret);
}

/* "propose de désigner le plus jeune parmi nous, M. PETIT comme secrétaire", "M. PETIT est secrétaire de séance". */
static bool secretary_of_sentence(struct reader *rd, size_t from, size_t i, size_t cue_end, struct name *ret, bool *ret_proposed)
{
	static const char as[] = " comme en qualite tant que de ";
	const bool is_he = tok_among(&rd->t, i - 1, " est sera ") && tok_among(&rd->t, cue_end - 1, " seance ");
	size_t k = i;
	bool verb = false;

	if (is_he)
		k--;
	else if (is_secretary_alone(rd, from, i, cue_end, ret))
		return true;
	while (!is_he && k > from && tok_among(&rd->t, k - 1, as))
		k--;
	if (k == i || !name_before(rd, from, k, ret) || ret->civility == ret->from || !officer_sure(rd, ret))
		return false;
	for (k = ret->civility; k > from && ret->civility - k < VERB_BACK && !sentence_ends_at(rd, k - 1); k--) {
		*ret_proposed |= tok_among(&rd->t, k - 1, PROPOSED);
		verb |= names_secretary(rd, k - 1);
	}
	return is_he || verb || *ret_proposed;
}

bool secretary_before_title(struct reader *rd, size_t from, size_t i, size_t cue_end, struct name *ret, bool *ret_proposed)
{
	if (tok_among(&rd->t, cue_end - 1, " assure assuree ") && tok_among(&rd->t, cue_end, " par ")) /* "M. PETIT⏎Le secrétariat a été assuré par Mme B" */
		return false;
	return secretary_before(rd, from, i, cue_end, ret) || secretary_of_verb(rd, from, i, ret, ret_proposed) ||
	       secretary_beside(rd, from, i, cue_end, ret) || secretary_of_sentence(rd, from, i, cue_end, ret, ret_proposed);
}

size_t secretary_sentence_stop(const struct reader *rd, size_t i, size_t limit)
{
	size_t stop = i + NEXT_SENTENCE;

	for (size_t k = i; k < i + NEXT_SENTENCE && k < limit && stop == i + NEXT_SENTENCE; k++)
		stop += list_boundary(rd, k) == BOUNDARY_STAMP ? STAMP_TOKENS : 0;
	return stop < limit ? stop : limit;
}

bool takes_the_function(const struct reader *rd, size_t j, size_t limit)
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

bool is_named_at_once(const struct reader *rd, size_t i, size_t j)
{
	size_t next;

	return tok_among(&rd->t, i, " . ; : ") && is_civility(&rd->t, i + 1, &next) && j < i + 12 && (tok_among(&rd->t, j + 1, " . ; ") || rd->t.at[j + 1].lines > 0);
}

/* "que le secrétariat de la présente séance soit assuré par": the token after "par", or i. */
size_t secretary_past_assured_by(const struct reader *rd, size_t i)
{
	size_t k = i;

	if (i > 0 && tok_among(&rd->t, i - 1, " confie confiee ") && tok_among(&rd->t, i, " a "))
		return i + 1;
	while (k < i + 10 && tok_among(&rd->t, k, " de la presente seance est soit a ete ont sont sera assure assuree assurees rempli remplie "
						  "remplies exerce exercees tenu "))
		k++;
	return tok_among(&rd->t, k, " par ") ? k + 1 : i;
}

/* "Commune de Mirebois - M. PETIT": the token of the civility, or i. */
size_t secretary_past_the_commune(const struct reader *rd, size_t i, size_t limit)
{
	size_t next;

	if (!tok_among(&rd->t, i, " commune ville "))
		return i;
	for (size_t k = i; k < i + PLACE_TOKENS && k + 1 < limit; k++)
		if ((tok_mark(&rd->t, k, '-') || tok_mark(&rd->t, k, ':')) && is_civility(&rd->t, k + 1, &next))
			return k + 1;
	return i;
}

/* "Désignation du secrétaire de séance (art. L. 2121-15) : Mme A": the token of ":", or k. */
size_t secretary_past_the_article(const struct reader *rd, size_t k)
{
	for (size_t j = k + 1; tok_mark(&rd->t, k, '(') && j < k + ARTICLE_TOKENS && j < rd->t.n; j++)
		if (tok_mark(&rd->t, j, ')'))
			return tok_mark(&rd->t, j + 1, ':') ? j + 1 : k;
	return k;
}

bool secretary_woven_off(const struct reader *rd, size_t from, size_t to, size_t i, size_t limit)
{
	struct name n;
	bool open = false;
	size_t next;

	for (size_t k = from > 3 ? from - 3 : 0; k < to; k++)
		open |= tok_mark(&rd->t, k, '(') && tok_among(&rd->t, k + 1, " s ");
	for (size_t k = i; open && k < limit && k < i + WOVEN_TOKENS && !tok_among(&rd->t, k, " : . "); k++)
		if (tok_among(&rd->t, k, " et ") && is_civility(&rd->t, k + 1, &next) && name_read(rd, k + 1, limit, &n) > k + 1)
			return true;
	return false;
}

bool officer_initial(const struct reader *rd, size_t i)
{
	return i + 1 < rd->t.n && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].key.n == 1 && tok_mark(&rd->t, i + 1, '.');
}

bool secretary_loses_initial(const struct reader *rd, const struct name *n)
{
	bool one_word = n->civility == n->from;

	for (size_t k = n->from + 1; k < n->to; k++)
		one_word &= !rd->t.at[k].space && rd->t.at[k].lines == 0;
	return one_word && officer_initial(rd, n->to) && rd->t.at[n->to].lines == 0;
}
