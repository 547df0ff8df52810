/* SPDX-License-Identifier: EUPL-1.2 */
/* Whether the names of a list, each understood for itself, can be members of one list.
 *
 * A name among its neighbours says more than alone: one word among full names is half a name, a full name among single
 * ones is two. What looks wrong makes the whole list unread.
 */
#include "lists_priv.h"

#define OF_ONE_PLACE 3	  /* of so many members one at the least has his commune with another */
#define WRAPPED_NAMES 4	  /* in a list that shows how its names are written */

bool list_civil(const struct entry *e)
{
	return e->name.civility < e->name.from && !e->name.group;
}

/* "M. Éric", and the page's words behind it, where everybody else has his family name in capitals. */
static bool first_name_alone(const struct section *s, const struct entry *e, size_t ordered)
{
	return e->name.order == ORDER_NONE && e->name.compounds == 1 && !e->name.upper && 2 * ordered > s->entries.n &&
	       ordered > 1;
}

static bool gives_proxy(const struct section *s, const struct entry *e)
{
	return s->h.kinds == LISTE_PRESENTS && (e->proxy || e->unclear) && e->depuis.n == 0 && e->jusqua.n == 0;
}

bool list_bare_surname(const struct section *s, size_t k)
{
	const struct entry *e = &s->entries.at[k];

	return k < s->entries.n && e->promised && e->name.civility == e->name.from && e->name.order == ORDER_NONE && e->name.upper;
}

/* "M. PETIT, GRAND, ROUX": two surnames after one, while a lone one could be the commune of the member before it. */
static bool in_row_of_surnames(const struct section *s, size_t k)
{
	return list_bare_surname(s, k) && (list_bare_surname(s, k + 1) || (k > 0 && list_bare_surname(s, k - 1)));
}

/* Nobody has his first name. */
static bool all_surnames(const struct section *s)
{
	for (size_t k = 0; k < s->entries.n; k++)
		if (s->entries.at[k].name.order != ORDER_NONE || !s->entries.at[k].name.upper)
			return false;
	return true;
}

static bool commas(const struct section *s)
{
	for (size_t k = 1; k < s->entries.n; k++)
		if (!s->entries.at[k].slashed)
			return true;
	return false;
}

/* "Paul Petit, Nelly⏎Grand, Luc Roux": two words between two commas are one name, where nobody has one word. */
static bool wrapped_between_commas(const struct section *s, size_t k, size_t full)
{
	const struct entry *e = &s->entries.at[k];

	return e->name.compounds == 2 && full == s->entries.n && full >= WRAPPED_NAMES && k + 1 < s->entries.n && (k == 0 || e->promised) && (e + 1)->promised;
}

/* Why this entry cannot be one member's name among its neighbours, or NULL. */
static const char *entry_fault(const struct section *s, size_t k, size_t full, bool bare)
{
	const struct entry *e = &s->entries.at[k];
	bool single = e->name.order == ORDER_NONE && e->name.compounds == 1;

	if (list_civil(e))
		return NULL;
	/* "PETIT, GRAND/ROUX, MOREL": two members, or one with two names. */
	if (e->slashed && e->name.order == ORDER_NONE && k > 0 && commas(s))
		return "un nom double ou deux noms";
	if (e->name.broken_line && e->name.order == ORDER_NONE && !wrapped_between_commas(s, k, full))
		return "plusieurs noms sans séparateur";
	if (e->glued && k > 0 && (e->name.order == ORDER_NONE || e->name.order != s->entries.at[k - 1].name.order))
		return "plusieurs noms sans séparateur";
	/* "Philippe GRAND - PETIT": a lone word among full names is the rest of one of them, or a word of the
	 * page. */
	if (single && !(e->grouped && bare) && !(e->proxy && e->name.upper) && !(in_row_of_surnames(s, k) && all_surnames(s)) && full > 0 && 2 * full >= s->entries.n)
		return "un mot isolé parmi des noms complets";
	return NULL;
}

struct shape { /* how many names of the list … */
	size_t full;    /* … have a civility, or more than one word */
	size_t ordered; /* … show by their capitals which is which */
	size_t single;  /* … are one word */
	size_t grouped; /* … stand under the civility of several */
	size_t civil;   /* … have a civility */
};

static struct shape shape_of(const struct section *s)
{
	struct shape sh = { 0 };

	for (size_t k = 0; k < s->entries.n; k++) {
		const struct entry *e = &s->entries.at[k];

		sh.civil += list_civil(e);
		sh.grouped += e->grouped && !list_civil(e);
		sh.single += e->name.compounds == 1;
		sh.ordered += e->name.order != ORDER_NONE;
		sh.full += list_civil(e) || e->name.order != ORDER_NONE || e->name.compounds > 1;
	}
	return sh;
}

static bool first_name_alone_among_civilities(const struct section *s, size_t k, const struct shape *sh)
{
	const struct entry *e = &s->entries.at[k];

	return e->name.compounds == 1 && !e->name.upper && !list_civil(e) && !e->grouped &&
	       sh->civil + sh->grouped + 1 == s->entries.n && s->entries.n > 2;
}

/* "GRAND DA SILVA Luc": nothing behind his first name. */
static bool one_first_name(const struct list *l, const struct name *n)
{
	size_t p = n->to - 1;

	while (p > n->from + 1 && l->rd->t.at[p - 1].kind == TOK_MARK && !l->rd->t.at[p - 1].space)
		p -= 2;
	return l->rd->t.at[p - 1].shape == SHAPE_UPPER;
}

/* "Tournelle Léa DORVAL" on a line of its own, where other communes have a colon. */
static bool holds_label(const struct list *l, size_t k)
{
	const struct entry *e = &l->s->entries.at[k];
	size_t next;

	/* "Orval Paul Petit", where others have a colon */
	if (e->name.order == ORDER_NONE && e->name.compounds > 2 && !e->name.upper && !list_civil(e))
		return true;
	/* … or "M. Luc GRAND⏎TOURNELLE Mme Anne PETIT" */
	if (list_civil(e) && e->name.upper && e->name.order != ORDER_LAST_FIRST && e->name.compounds > (e->name.order == ORDER_NONE ? 1 : 2) &&
	    (e->name.broken_line || (k + 1 < l->s->entries.n && (e + 1)->abuts && list_civil(e + 1))))
		return true;
	/* … or "M. Luc Grand⏎Tournelle Mme Anne Petit" */
	if (list_civil(e) && !e->name.upper && e->name.order == ORDER_NONE && e->name.compounds > 2 && e->name.broken_line)
		return true;
	/* … or "M. GRAND Luc Tournelle /" */
	if (e->name.order == ORDER_LAST_FIRST && e->name.compounds > 2 && !one_first_name(l, &e->name) && tok_among(&l->rd->t, e->to, " / - "))
		return true;
	/* … or "M. GRAND Luc Tournelle La Brise : Mme ROUX" */
	if (e->name.order == ORDER_LAST_FIRST && e->name.compounds > 2 && !one_first_name(l, &e->name) && e->to < l->limit && l->rd->t.at[e->to].kind == TOK_WORD && l->rd->t.at[e->to].shape != SHAPE_LOWER)
		return !is_civility(&l->rd->t, e->to, &next) || l->rd->t.at[e->to].lines == 0 || e->name.broken_line;
	/* … or "Luc GRAND TOURNELLE Anne PETIT" */
	return e->name.order == ORDER_FIRST_LAST && e->name.compounds > 2 && !list_civil(e) &&
	       (k == 0 || e->abuts || l->rd->t.at[e->from].lines > 0 || (k + 1 < l->s->entries.n && (e + 1)->abuts));
}

static bool ends_with_initial(const struct list *l, const struct entry *e)
{
	return e->name.compounds > 1 && l->rd->t.at[e->name.to - 1].key.n == 1;
}

/* "VIAL JM ROUX Z", where the others are "PETIT A". */
static bool two_with_initials(const struct list *l, const struct entry *e)
{
	size_t n = 0;

	for (size_t k = 0; e->name.compounds > 3 && k < l->s->entries.n; k++)
		n += ends_with_initial(l, &l->s->entries.at[k]);
	return 2 * n > l->s->entries.n;
}

/* "JL Vial P Dorval": an initial without a dot in the middle opens another name. */
static bool holds_an_initial(const struct list *l, const struct entry *e)
{
	const struct tokens *t = &l->rd->t;

	for (size_t k = e->name.from + 2; k + 1 < e->name.to; k++)
		if (t->at[k].key.n == 1 && t->at[k].shape != SHAPE_LOWER && t->at[k - 1].kind == TOK_WORD && t->at[k + 1].kind == TOK_WORD)
			return true;
	return false;
}

/* "MM. PETIT et L. GRAND": told from another GRAND. */
static bool begins_with_initial(const struct entry *e)
{
	return e->qui.nom.n > 2 && e->qui.nom.p[1] == '.' && e->grouped;
}

/* Why entry k is out of the shape of the list, or NULL. */
static const char *out_of_shape(const struct section *s, size_t k, const struct shape *sh)
{
	const struct entry *e = &s->entries.at[k];
	const char *why = entry_fault(s, k, sh->full, 2 * sh->single >= s->entries.n);

	if (why != NULL)
		return why;
	/* "Iadame PETIT, GRAND, LEBRUN": the first word may be a civility that was scanned badly. */
	if (sh->single > 1 && sh->single > sh->full && e->name.order != ORDER_NONE && !list_civil(e) && !begins_with_initial(e))
		return "un nom complet parmi des noms seuls";
	/* "M. PETIT⏎Tournelle, Mme ROUX" */
	if (2 * sh->single > s->entries.n && e->name.compounds > 1 && e->name.broken_line && list_civil(e))
		return "un nom mêlé à d'autres mots";
	if (2 * sh->single > s->entries.n && e->name.compounds > 1 && e->name.order == ORDER_NONE && !list_civil(e))
		return "plusieurs noms sans séparateur";
	/* "Paul Petit Anne Grand": where capitals show nothing, a long name is two whose comma was lost. */
	if (e->name.order == ORDER_NONE && e->name.compounds >= TWO_NAMES && !list_civil(e))
		return "plusieurs noms sans séparateur";
	/* "…, Mme GRAND ; Tournelle": a label whose members were lost. */
	if (first_name_alone_among_civilities(s, k, sh))
		return "un mot isolé parmi des civilités";
	/* "Tournelle Mme ROUX": a label that lost its colon. */
	if (!list_civil(e) && !(e->grouped && e->name.upper) && !(in_row_of_surnames(s, k) && all_surnames(s)) && k + 1 < s->entries.n && (e + 1)->abuts && list_civil(e + 1))
		return "un mot isolé devant une civilité";
	/* "…, Iadame Nicole PETIT": a civility scanned badly looks like a first name. */
	if (sh->civil > 2 && e->name.compounds > 2 && e->name.civility == e->name.from)
		return "un nom sans civilité parmi d'autres";
	return NULL;
}

int64_t list_announced(const struct list *l)
{
	const struct field *stated = &l->rd->r->presents_annonces;

	if (l->s->h.count >= 0)
		return l->s->h.count;
	return l->s->h.kinds == LISTE_PRESENTS && stated->statut == FIELD_LU ? stated->nombre : -1;
}

/* "PETIT, Paul ; GRAND, Anne": surnames and what stands behind them, first names or communes. */
static bool parted_by_commas(const struct section *s)
{
	for (size_t k = 0; k < s->entries.n; k++) {
		const struct entry *e = &s->entries.at[k];

		if (e->name.compounds > 1 || e->name.civility < e->name.from || e->grouped || e->name.upper == (k % 2 == 1))
			return false;
	}
	return s->entries.n > 1 && s->entries.n % 2 == 0;
}

/* "…⏎Mme GRAND, secrétaire de la séance précédente, donne lecture", its comma lost or not: nobody absent is a secretary. */
static bool last_is_secretary(const struct list *l)
{
	const struct tokens *t = &l->rd->t;
	const struct entry *e = list_last(l);

	if (e == NULL || (l->s->h.kinds & LISTE_PRESENTS) || e->to + 1 >= t->n)
		return false;
	const bool comma = tok_mark(t, e->to, ',');
	const size_t i = e->to + comma, k = cue_at(l->rd->lx, t, i, CUE_SECRETAIRE);

	return k > i && t->at[i].shape == SHAPE_LOWER && t->at[i].lines == 0 && !tok_mark(t, k, ':') && (comma || (t->at[k].kind == TOK_WORD && t->at[k].shape == SHAPE_LOWER));
}

/* "Suppléants", in a capital, in a list of those whom they replace. */
static bool names_substitutes(const struct list *l)
{
	for (size_t i = l->s->h.to; heading_of_replaced(l->rd, &l->s->h) && i < l->s->to; i++)
		if (l->rd->t.at[i].shape != SHAPE_LOWER && tok_among(&l->rd->t, i, " suppleant suppleante suppleants suppleantes remplacants remplacantes "))
			return true;
	return false;
}

/* "MM. P. GRAND, L. ROUX, M. PETIT": an initial, or a civility once more. */
static bool civility_or_initial(const struct list *l)
{
	size_t initials = 0, bare = 0;

	for (size_t k = 0; k < l->s->entries.n; k++) {
		const struct entry *e = &l->s->entries.at[k];

		initials += !list_civil(e) && e->qui.nom.n > 2 && e->qui.nom.p[1] == '.';
		bare += list_civil(e) && e->name.order == ORDER_NONE && e->name.compounds == 1 && tok_among(&l->rd->t, e->name.civility, " m ");
	}
	return bare > 0 && 2 * initials > l->s->entries.n;
}

/* "Luc", "Jean-Luc", "Jean Luc" */
static size_t over_two_words(const struct tokens *t, size_t i)
{
	i++;
	if (tok_mark(t, i, '-') || (t->at[i].kind == TOK_WORD && t->at[i].shape == SHAPE_TITLE))
		i += 1 + tok_mark(t, i, '-');
	return i;
}

/* The lists above this one have such brackets too: not only who is absent has his commune there. */
static bool brackets_above(const struct list *l)
{
	const struct tokens *t = &l->rd->t;
	size_t n = 0;

	for (size_t i = l->rd->head.from; i + 2 < l->s->h.from; i++)
		n += tok_mark(t, i, '(') && t->at[i + 1].shape == SHAPE_TITLE && tok_mark(t, over_two_words(t, i + 1), ')');
	return n > 2;
}

/* "PETIT (Luc), GRAND (Anne)": first names, or communes of one member each; the list does not say. */
static bool first_names_in_brackets(const struct list *l)
{
	const struct tokens *t = &l->rd->t;
	size_t bracketed = 0, again = 0;

	for (size_t k = 0; k < l->s->entries.n; k++) {
		const struct entry *e = &l->s->entries.at[k];
		const size_t i = e->name.to + 1;

		if (!tok_mark(t, e->name.to, '(') || !tok_mark(t, over_two_words(t, i), ')') || t->at[i].shape != SHAPE_TITLE || role_at(l->rd, i, l->limit) > i || list_civil(e) || !e->name.upper || e->name.order != ORDER_NONE)
			continue;
		bracketed++;
		bool same = false;

		for (size_t other = 0; other < k; other++) /* of one commune come several */
			same |= str_eq(t->at[l->s->entries.at[other].name.to + 1].key, t->at[i].key);
		again += same;
	}
	return (bracketed > 2 || (bracketed > 1 && brackets_above(l))) && 2 * bracketed > l->s->entries.n && OF_ONE_PLACE * again < bracketed;
}

/* Why this cannot be a list of members, whatever each of its names is, and near which token; or NULL. */
static const char *fault_of_all(struct list *l, size_t *ret_at)
{
	const struct section *s = l->s;

	*ret_at = s->h.from;
	if (first_names_in_brackets(l))
		return "un prénom ou une commune entre parenthèses";
	if (civility_or_initial(l))
		return "« M. » est une civilité ou une initiale";
	if (parted_by_commas(s))
		return "des noms et des prénoms, ou des communes, séparés par des virgules";
	if (s->numbered > 0 && s->numbered != s->entries.n)
		return "des numéros sans autant de noms";
	if (last_is_secretary(l)) {
		*ret_at = list_last(l)->from;
		return "une secrétaire parmi les absents";
	}
	if (list_title_in_last(l)) {
		*ret_at = list_last(l)->from;
		return "le dernier nom est peut-être le titre de l'acte";
	}
	/* "Absents remplacés : M. A⏎Suppléants : Mme B" */
	return names_substitutes(l) ? "des remplaçants parmi les absents" : NULL;
}

/* Why entry k, in a list of the shape sh, cannot be one member of it; or NULL. */
static const char *fault_of_one(const struct list *l, size_t k, const struct shape *sh)
{
	const struct entry *e = &l->s->entries.at[k];
	const char *why;

	if (gives_proxy(l->s, e))
		return "un présent qui donne pouvoir";
	if (l->labelled && holds_label(l, k))
		return "un nom mêlé à une commune";
	if (first_name_alone(l->s, e, sh->ordered))
		return "un mot isolé parmi des noms complets";
	/* As many names as the text announces: none is half of one, or two. */
	if (!l->s->counted && (why = out_of_shape(l->s, k, sh)) != NULL)
		return why;
	if (holds_an_initial(l, e) || two_with_initials(l, e))
		return "plusieurs noms sans séparateur";
	if (name_may_be_cut(l->rd, &e->name))
		return "un nom peut-être coupé en fin de ligne";
	return people_heading_slip(e->qui.cle) ? "une rubrique mal orthographiée" : NULL;
}

void list_check(struct list *l)
{
	struct section *s = l->s;
	size_t at;

	section_take_initials(l->rd, s, false);
	list_join(l);
	list_communes(l);
	list_drop_labels(l);
	if (s->why != NULL)
		return;
	const char *why = fault_of_all(l, &at);

	if (why != NULL) {
		list_fail(l, at, why);
		return;
	}
	const struct shape sh = shape_of(s);

	s->counted = s->entries.n >= COUNTED_NAMES && list_announced(l) == (int64_t)s->entries.n;
	for (size_t k = 0; k < s->entries.n && why == NULL; k++)
		if ((why = fault_of_one(l, k, &sh)) != NULL)
			list_fail(l, s->entries.at[k].from, why);
}
