/* SPDX-License-Identifier: EUPL-1.2 */
/* Communes and groups written among the names of a list: "Charentilly : M. A Orval-sur-Lorne : Mme B", "ORVAL M. A (Titulaire)".
 *
 * Before a colon a label may be glued to the name in front of it, when line ends were lost: it is cut off only where the
 * name stays whole without it and a civility or another label follows. Capitals without a colon are labels only where
 * every member has a civility and their number is the one announced.
 */
#include "lists_priv.h"

#define LABELLED_MEMBERS 5 /* with a civility each, before bare capitals between them can be labels */

/* Where the last word of a name begins, with what is joined to it and the article before it: "Le Louroux". */
static size_t last_word(const struct reader *rd, const struct name *n)
{
	size_t p = n->to - 1;

	while (p > n->from + 1 && rd->t.at[p - 1].kind == TOK_MARK && !rd->t.at[p - 1].space)
		p -= 2;
	while (p > n->from && rd->t.at[p - 1].shape != SHAPE_LOWER && tok_among(&rd->t, p - 1, " le la les saint sainte st ste "))
		p--;
	return p;
}

/* "Tournelle : Luc Vial / Orval : Anne Petit" among the presents, where no one stands for another. */
static bool full_name_in_title_case(const struct list *l, size_t next, const struct name *n)
{
	return l->s->h.kinds == LISTE_PRESENTS && n->compounds == 2 && !n->upper && (next >= l->limit || name_never(l->rd, next) || tok_among(&l->rd->t, next, " , ; / ") || l->rd->t.at[next].lines > 0);
}

static bool label_follows(const struct list *l, size_t i)
{
	struct name n;
	size_t next;

	if (is_civility(&l->rd->t, i, &next))
		return true;
	next = name_read(l->rd, i, l->limit, &n);
	if (next == i || n.odd)
		return false;
	return n.order != ORDER_NONE || (n.compounds == 1 && tok_mark(&l->rd->t, next, ':')) || full_name_in_title_case(l, next, &n);
}

/* One word, alone or behind a full name: in capitals it may be that name's end. */
static bool is_label(const struct list *l, const struct entry *e)
{
	if (e->name.civility < e->name.from || e->name.order != ORDER_NONE || e->proxy || e->unclear)
		return false;
	/* "Mme PETIT Anne RAMEL : M. GRAND Luc" */
	const struct entry *before = e - 1;
	const bool behind_member = l->labelled && l->s->entries.n > 1 && e->name.upper && before->name.civility < before->name.from && before->name.order == ORDER_LAST_FIRST && before->to == e->from;

	return behind_member || !e->glued || tok_mark(&l->rd->t, e->from - 1, ')') || (!e->name.upper && e->name.compounds == 1) || l->rd->t.at[e->from].lines > 0;
}

/* "L. GRAND", "J-P. GRAND" */
static bool is_initial(const struct reader *rd, size_t i)
{
	return rd->t.at[i].kind == TOK_WORD && rd->t.at[i].key.n <= 2 && (tok_mark(&rd->t, i + 1, '.') || tok_mark(&rd->t, i + 1, '-'));
}

/* "M. Luc GRAND Orval-sur-Lorne :": the name without its last word, when it is whole without it. */
static bool cut_label(struct list *l, struct entry *e)
{
	struct name n;
	const size_t label = last_word(l->rd, &e->name);
	const bool joined = label + 1 < e->name.to;

	/* "TOURNUS : Luc GRAND ORVAL : Anne PETIT": of two words in capitals one is the name, one the label. */
	const bool bare = l->labelled && e->name.order == ORDER_FIRST_LAST && e->name.upper && e->name.compounds == 3;

	if ((e->name.civility == e->name.from && !is_initial(l->rd, e->name.from) && !bare) || e->name.group || label == e->name.from || e->proxy || e->unclear)
		return false;
	/* "M. GRAND ORVAL :" in a list with labels of names behind an initial, of which M. is one. */
	const bool short_name = l->labelled && e->name.upper && e->name.compounds == 2 && e->name.civility < e->name.from;

	if (name_read(l->rd, e->name.civility, label, &n) != label || n.odd || (n.compounds < 2 && !short_name))
		return false;
	if (!joined && e->name.compounds != 3 && !short_name)
		return false;
	list_rename(l, e, &n, label);
	return true;
}

/* "PETIT A:, GRAND B": the dot of an initial, scanned as a colon. */
static bool dot_of_initial(const struct list *l, size_t i)
{
	const struct token *before = &l->rd->t.at[i - 1];

	return list_last(l) != NULL && list_last(l)->to == i && list_last(l)->name.compounds > 1 && before->key.n == 1 && before->shape != SHAPE_LOWER && !l->rd->t.at[i].space &&
	       tok_among(&l->rd->t, i + 1, " , ; ");
}

/* "RAMEL : –", "Ramel : néant": nobody came from there, and another label, a heading or a line follows. */
static size_t over_nobody(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct heading h;
	struct name n;

	if (!tok_among(t, i, " - / neant aucun personne ") || i + 1 >= l->limit || !tok_mark(t, i - 1, ':') || (t->at[i].kind == TOK_MARK && !t->at[i].space) || t->at[i].lines > 0)
		return i;
	const size_t k = i + 1 + tok_among(t, i + 1, " . ; , ");
	const bool label = name_read(l->rd, k, l->limit, &n) > k && tok_mark(t, n.to, ':');

	return label || t->at[k].lines > 0 || heading_at(l->rd, k, l->limit, &h) ? k : i;
}

/* "…, Petit Jean⏎Tournus :", in a list whose capitals show nothing: the label begins with its line. */
static bool cut_label_at_line(struct list *l, struct entry *e)
{
	struct name member, label;

	if (!list_name_of_two_lines(l, e, &member, &label))
		return false;
	list_rename(l, e, &member, member.to);
	return true;
}

/* "Luc Grand, Petit Jean Tournus :": the comma promised a member, who is run together with the label. */
static bool member_in_label(const struct list *l, const struct entry *e)
{
	return e->promised && l->s->entries.n > 1 && !e->name.upper && (e->name.compounds > 2 || (e->name.compounds == 2 && l->rd->t.at[e->from].lines == 0));
}

/* "Présents : M. A ; Salle de Noirmont : Présents : M. B": no member, though it looks like his name. */
static bool heads_another_list(const struct list *l, const struct entry *e, size_t i)
{
	struct heading h;

	return e != NULL && e->to == i && e->name.civility == e->name.from && !e->proxy && i + 1 < l->limit && l->rd->t.at[i + 1].shape != SHAPE_LOWER &&
	       heading_at(l->rd, i + 1, l->limit, &h) && tok_mark(&l->rd->t, h.to - 1, ':') && (h.kinds == l->s->h.kinds || e->name.order == ORDER_NONE);
}

static size_t unknown_label(struct list *l, size_t at, size_t colon)
{
	list_fail(l, at, "un intertitre inconnu");
	l->done = true;
	l->s->to = colon;
	return colon;
}

/* "COMMUNE A⏎Titulaires : Luc PETIT⏎Absents : Zoé ROUX⏎COMMUNE B⏎Titulaires : Anne GRAND": she is there. */
bool list_untold_label(struct list *l, size_t i, size_t end)
{
	const bool named = l->s->entries.n > 0 || l->s->nobody;
	struct name n;

	if (name_read(l->rd, end, l->limit, &n) == end || (n.compounds < 2 && n.civility == n.from))
		return false;
	if ((l->s->h.kinds & LISTE_PRESENTS) || (l->s->by_groups ? !named && l->rd->t.at[i].lines == 0 : !named || l->labelled || l->roled))
		return false;
	if (l->s->by_groups && named) {
		list_close(l, i, BOUNDARY_HEADING);
		return true;
	}
	unknown_label(l, i, end);
	l->s->why = "un intertitre qui ne dit pas si ceux qu'il nomme sont absents";
	l->s->untold = i;
	return true;
}

static const char FUNCTIONS[] = " conseillers conseilleres municipaux communautaires syndicaux membres delegues deleguees suppleants suppleantes titulaires ";

/* Where the function right before the colon at token i begins: "Délégués suppléants :". */
static size_t function_before(const struct list *l, size_t i)
{
	const size_t from = list_last(l) != NULL ? list_last(l)->to : l->s->h.to;
	size_t k = i;

	while (k > from && tok_among(&l->rd->t, k - 1, FUNCTIONS))
		k--;
	return l->rd->t.at[k].shape != SHAPE_LOWER ? k : i;
}

bool list_untold_function(struct list *l, size_t i)
{
	size_t k = i;

	while (k < l->limit && tok_among(&l->rd->t, k, FUNCTIONS))
		k++;
	return k > i && l->rd->t.at[i].shape != SHAPE_LOWER && !l->roled && !l->dangling && list_untold_label(l, i, k);
}

/* "Anne PETIT : excusée", "Mme PETIT : pouvoir à M. GRAND" */
static bool tells_of_the_last(const struct list *l, size_t i)
{
	const struct entry *e = list_last(l);
	unsigned kinds;

	if (state_at(l->rd, i + 1, l->limit, &kinds) > i + 1)
		return true;
	return e != NULL && e->to == i && (cue_at(l->rd->lx, &l->rd->t, i + 1, CUE_POUVOIR_DONNE) > i + 1 || cue_at(l->rd->lx, &l->rd->t, i + 1, CUE_REPRESENTE_PAR) > i + 1);
}

static size_t colon_of_a_function(struct list *l, size_t i)
{
	const size_t function = function_before(l, i);

	if (function < i && !l->roled && list_untold_label(l, function, i + 1))
		return i;
	l->dangling = true;
	l->roled |= i > l->s->h.to;
	return i + 1;
}

size_t list_colon(struct list *l, size_t i)
{
	struct entry *e = list_last(l);

	if (dot_of_initial(l, i))
		return i + 1;
	if (heads_another_list(l, e, i))
		return unknown_label(l, e->from, i);
	if (tells_of_the_last(l, i))
		return i + 1;
	if (e == NULL || e->to != i)
		return colon_of_a_function(l, i);
	const size_t nobody = l->s->h.kinds == LISTE_PRESENTS ? over_nobody(l, i + 1) : i + 1;

	if (nobody == i + 1 && !label_follows(l, i + 1))
		return i;
	const bool label = is_label(l, e);

	if (label && member_in_label(l, e)) {
		if (!cut_label_at_line(l, e))
			return i;
	} else if (label)
		l->s->entries.n--;
	else if (!cut_label(l, e))
		return i;
	/* "Absents : Mme PETIT, M. GRAND⏎Assesseurs : M. A": the first names stand under no label, so this one names no commune. */
	if (!l->labelled && !l->roled && l->s->entries.n > 0)
		return unknown_label(l, e->from, i);
	/* It promises members: a page's words instead of them cut the list. */
	l->separated = true;
	l->dangling = nobody == i + 1;
	l->labelled = true;
	return nobody;
}

static bool bare_words(const struct entry *e)
{
	return e->name.civility == e->name.from && e->name.order == ORDER_NONE && !e->proxy && !e->unclear;
}

/* "…, M. GRAND Luc ; Ramel Mme PETIT Anne": words of a row's beginning, which no comma promises as a member's. */
static bool leads_a_row(const struct list *l, const struct entry *e)
{
	return e->from == l->s->h.to || l->rd->t.at[e->from].lines > 0 || !tok_among(&l->rd->t, e->from - 1, " , et ");
}

void list_drop_labels(struct list *l)
{
	struct section *s = l->s;
	size_t members = 0, kept = 0, short_names = 0, small = 0;

	for (size_t k = 0; k < s->entries.n; k++) {
		const struct name *n = &s->entries.at[k].name;
		const bool member = n->civility < n->from;

		/* "Mme Nathalie, PETIT": the capitals are the rest of her name. */
		if (member ? n->compounds == 1 && !n->upper : !bare_words(&s->entries.at[k]) || !(n->upper || leads_a_row(l, &s->entries.at[k])))
			return;
		members += member;
		short_names += member && n->compounds == 1;
		small += !member && !n->upper;
	}
	/* "Mme PETIT ; Nathalie": so are small letters beside a family name alone. */
	if (small > 0 && short_names > 0)
		return;
	if (members < LABELLED_MEMBERS || members == s->entries.n || (int64_t)members != list_announced(l))
		return;
	for (size_t k = 0; k < s->entries.n; k++)
		if (!bare_words(&s->entries.at[k]))
			s->entries.at[kept++] = s->entries.at[k];
	s->entries.n = kept;
}
