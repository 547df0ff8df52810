/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a list of names ends, when no heading and no cue says so.
 *
 * A blank line or a full stop, then words that are no names, end it; the same words right after a comma, or with
 * more rows of names behind them, show a list that something was woven into: it is not read. Ending at the first
 * unknown word was decided against for that reason.
 */
#include "lists_priv.h"

#define GUARD_TOKENS 60
#define SENTENCE_OPENING 6 /* words, up to its verb */
#define ROW_LABEL_TOKENS 5
#define GUARD_PROSE 10 /* words in lower case: sentences stand there, not a line of the page between two rows */

struct entry *list_last(const struct list *l)
{
	return l->s->entries.n > 0 ? &l->s->entries.at[l->s->entries.n - 1] : NULL;
}

void list_fail(struct list *l, size_t i, const char *why)
{
	l->s->fault = i;
	l->s->why = why;
}

void list_stop(struct list *l, size_t i, const char *why)
{
	list_fail(l, i, why);
	l->done = true;
	l->s->to = i;
}

/* A separator of names, or "à", and a name behind it: a row of a list. */
static bool row_at(const struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	const struct entry *e = list_last(l);
	struct name n;

	if ((l->labelled || l->roled) && tok_mark(&rd->t, i, ':'))
		return name_read(rd, i + 1, l->limit, &n) > i + 1 && (n.civility < n.from || n.order != ORDER_NONE);
	if ((l->s->h.kinds & LISTE_POUVOIRS) && tok_among(&rd->t, i, " par pour "))
		return name_read(rd, i + 1, l->limit, &n) > i + 1 && (n.compounds > 1 || n.civility < n.from);
	/* "(the margin) suppléée par N Ferrand" */
	if (tok_among(&rd->t, i, " supplee suppleee remplace remplacee ") && tok_among(&rd->t, i + 1, " par "))
		return name_read(rd, i + 2, l->limit, &n) > i + 2;
	if ((l->s->h.kinds & LISTE_POUVOIRS) && proxy_word(&rd->t, i))
		return name_read(rd, i + 1, l->limit, &n) > i + 1 && n.compounds > 1;
	if (list_bullet(rd, i))
		return name_read(rd, i + 1, l->limit, &n) > i + 1 && n.compounds > 1;
	if (!tok_among(&rd->t, i, " , ; / a et ") && !(tok_mark(&rd->t, i, '-') && rd->t.at[i].space))
		return false;
	if (name_read(rd, i + 1, l->limit, &n) == i + 1)
		return false;
	/* "Extrait du registre⏎Grisol Anne à Vial Luc", right behind a heading. */
	if (e == NULL && tok_among(&rd->t, i, " a ") && n.compounds > 1)
		return true;
	/* "Absents : Service juridique Anne Petit, Luc Grand" */
	if (e == NULL && n.compounds > 1 && !n.odd && tok_among(&rd->t, i, " , ; ") && rd->t.at[i].lines == 0)
		return true;
	/* "…, P Dorval (the margin), A Roux": so are names whose capitals show nothing, in a list of such. */
	if (e != NULL && tok_mark(&rd->t, i, ',') && e->name.order == ORDER_NONE && e->name.compounds > 1 && n.compounds > 1 &&
	    e->name.civility == e->name.from)
		return true;
	/* Bare surnames count where the list is one of bare surnames. */
	return n.civility < n.from || n.order != ORDER_NONE ||
	       (e != NULL && e->name.order == ORDER_NONE && (e->name.civility == e->name.from || e->grouped) &&
		rd->t.at[i + 1].shape == SHAPE_UPPER);
}

static bool full_name_at(const struct list *l, size_t i)
{
	struct name n;

	return l->rd->t.at[i].kind == TOK_WORD && name_read(l->rd, i, l->limit, &n) > i &&
	       (n.civility < n.from || n.order != ORDER_NONE);
}

/* Nothing stands between its names, or there is none yet. */
static bool unseparated(const struct list *l)
{
	const struct entry *e = list_last(l);

	/* "Pouvoirs : Mme A M. B (the margin) M. C Mme D" */
	return e == NULL || e->glued || (l->s->h.kinds == LISTE_POUVOIRS && l->s->pairs.n == 0 && e->abuts && l->s->entries.n > 1);
}

/* "Jean MOREL, excusé": a row without a separator before it. */
static bool stated_name_at(const struct list *l, size_t i)
{
	struct name n;
	unsigned kinds;
	size_t k = l->rd->t.at[i].kind == TOK_WORD ? name_read(l->rd, i, l->limit, &n) : i;
	if (k == i || (n.compounds < 2 && n.civility == n.from))
		return false;
	const size_t role = tok_mark(&l->rd->t, k, ',') ? role_at(l->rd, k + 1, l->limit) : k;

	k = role > k + 1 ? role : k; /* "M. MOREL, délégué, est excusé" */
	k += tok_among(&l->rd->t, k, " , : ");
	k += tok_among(&l->rd->t, k, " est etait ");
	const size_t end = state_at(l->rd, k, l->limit, &kinds);

	return end > k && (n.compounds > 1 || end >= l->limit || l->rd->t.at[end].lines > 0 || l->rd->t.at[end].kind == TOK_MARK || l->rd->t.at[end].shape != SHAPE_LOWER);
}

/* "… et Mme GRAND.⏎⏎Un scrutin a eu lieu ; …", "….⏎⏎En préambule, exposé du PLU et du PCS": a sentence, whoever it names, by its verb or preposition. */
static bool sentence_opens(const struct list *l, size_t i)
{
	static const char verbs[] = " a est sont ont fut etait etaient assiste assistent assistait assistaient precise declare ouvre constate donne "
				    "propose rappelle informe salue ";
	const struct tokens *t = &l->rd->t;
	size_t civility;

	if (i == 0 || i + 1 >= t->n || l->dangling || !tok_mark(t, i - 1, '.') || (t->at[i].lines < 2 && !tok_among(t, i, " un une il elle on ")) || t->at[i].shape != SHAPE_TITLE ||
	    t->at[i + 1].shape != SHAPE_LOWER || is_civility(t, i, &civility) || role_at(l->rd, i, l->limit) > i)
		return false;
	for (size_t k = i + 1; k < i + SENTENCE_OPENING && k < t->n && t->at[k].kind == TOK_WORD; k++)
		if (tok_among(t, k, verbs))
			return true;
	return t->at[i].lines >= 2 && tok_among(t, i, " en apres avant suite lors ");
}

/* "M. A donne pouvoir à M. B QUESTION N° 1": behind a proxy that was understood. */
static bool numbered_title(const struct list *l, size_t i)
{
	const struct entry *e = list_last(l);

	return e != NULL && e->proxy && e->to == i && !l->dangling && l->rd->t.at[i].shape == SHAPE_UPPER && name_never(l->rd, i) &&
	       word_is_no(l->rd, i + 1);
}

/* "….  Mission 3 – ROUTES ET MOBILITÉS": a numbered part of the act, behind a full stop. */
static bool numbered_part(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;

	return i > 0 && tok_mark(t, i - 1, '.') && !l->dangling && t->at[i].shape != SHAPE_LOWER && tok_among(t, i, " mission rapport dossier affaire programme politique axe fiche ") &&
	       t->at[i + 1].kind == TOK_NUMBER && tok_among(t, i + 2, " - : ");
}

/* After a list's end no row of names may follow: "…⏎Département de X⏎M. A, M. B, M. C" is a list cut by a page. */
bool list_goes_on(const struct list *l, size_t i)
{
	struct heading h;
	struct name n;
	unsigned prose = 0;
	size_t from = i;

	if (list_row_cut(l, i))
		return true;

	if (sentence_opens(l, i) || numbered_title(l, i) || numbered_part(l, i))
		return false;

	cue_any(l->rd->lx, &l->rd->t, i, &from);
	for (size_t next; (next = list_over_sentences(l, from)) > from;)
		from = next;
	/* "Mme GRAND ouvre la séance.⏎M. PETIT M. MOREL" */
	if (from > i && full_name_at(l, from) && name_read(l->rd, from, l->limit, &n) < l->limit && l->rd->t.at[n.to].shape != SHAPE_LOWER)
		return true;
	for (size_t k = from; k < l->limit && k - i < GUARD_TOKENS && prose < GUARD_PROSE; k++) {
		if (heading_at(l->rd, k, l->limit, &h) || (list_boundary(l->rd, k) == BOUNDARY_ATTENDANCE && !l->dangling) ||
		    list_boundary(l->rd, k) == BOUNDARY_HEADING)
			break;
		if (row_at(l, k) || list_woven_row(l, k) || stated_name_at(l, k) || list_rows_abut(l, k) || list_numbered_row(l, k) || list_function_row(l, k) || list_last_row(l, k) || list_quoted_label(l, k) ||
		    (unseparated(l) && full_name_at(l, k) && !list_speaker(l, k)))
			return true;
		prose += l->rd->t.at[k].kind == TOK_WORD && l->rd->t.at[k].shape == SHAPE_LOWER;
	}
	return false;
}

/* "…, Mme GRISOL Anne, M. MOREL⏎Affaire n° 3⏎Jean": one word, where every other member has two names. */
static bool last_name_is_cut(const struct list *l)
{
	const struct entry *e = list_last(l);

	if (l->s->entries.n < 2 || e->name.order != ORDER_NONE || e->name.compounds > 1)
		return false;
	const bool first_name = !e->name.upper && e->name.civility == e->name.from; /* "Anne Grisol, Jean⏎Page 2/6" */

	for (size_t k = 0; k + 1 < l->s->entries.n; k++)
		if (l->s->entries.at[k].name.order == ORDER_NONE && !(first_name && l->s->entries.at[k].name.compounds > 1))
			return false;
	return true;
}

/* "P Grisol A Morel": a comma was lost before an initial without a dot. */
static bool initial_at(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	const struct entry *e = list_last(l);

	return e != NULL && e->to == i && t->at[e->name.from].key.n <= 2 && t->at[e->name.from].shape != SHAPE_LOWER && t->at[i].key.n == 1 &&
	       t->at[i].shape != SHAPE_LOWER && t->at[i + 1].kind == TOK_WORD && t->at[i + 1].shape != SHAPE_LOWER && t->at[i].lines == 0;
}

/* "Effectif valable : 10", "Total : 15": a row of the head that counts, behind rows of names. */
static bool counted_row_at(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	size_t k = i;

	if (!(l->bulleted || t->at[i].lines > 0) || t->at[i].shape == SHAPE_LOWER || !name_never(l->rd, i))
		return false;
	while (k < l->limit && k < i + ROW_LABEL_TOKENS && t->at[k].kind == TOK_WORD)
		k++;
	return tok_mark(t, k, ':') && k + 1 < l->limit && t->at[k + 1].kind == TOK_NUMBER && t->at[k + 1].lines == 0;
}

/* "Odilon PETIT⏎⏎Écoles de Valbrise⏎Désignation des représentants": behind a blank line, and without the capitals of the others, it
 * may be the title of the act. */
static bool last_name_may_be_a_title(const struct list *l, size_t i)
{
	const struct entry *e = list_last(l);

	if (l->s->entries.n < 2 || e->to != i || e->promised || e->bulleted || e->name.order != ORDER_NONE || e->name.civility < e->name.from || l->rd->t.at[e->from].lines < 2)
		return false;
	for (size_t k = 0; k + 1 < l->s->entries.n; k++)
		if (l->s->entries.at[k].name.order == ORDER_NONE)
			return false;
	return true;
}

/* "Absents :⏎⏎⏎Résidence LES LILAS⏎Vente d'un logement": what the act goes on with at token i, in the line below or in this one. */
static bool all_may_be_a_title(const struct list *l, size_t i)
{
	const struct entry *e = list_last(l);

	return e != NULL && e->to == i && (l->s->h.kinds & LISTE_PRESENTS) == 0 && l->rd->t.at[l->s->h.to].lines >= 3 && l->rd->t.at[i].lines < 2 &&
	       e->name.civility == e->name.from && !e->proxy;
}

/* "…. Mme GRAND, secrétaire de mairie, assiste à la séance", "…, ainsi que M. ROUX, secrétaire général": the last name is no member's. */
static void without_staff(struct list *l, size_t i)
{
	const struct entry *e = list_last(l);

	if (e == NULL || e->to + tok_mark(&l->rd->t, e->to, ',') != i || !staff_at(l->rd, i))
		return;
	if (!list_end_before_last(l))
		list_fail(l, i, "une personne qui n'est pas membre");
}

/* "Collège des communes : Luc PETIT": a row of members under what they are of, although no name begins so. */
static bool labelled_row_at(const struct list *l, size_t i)
{
	if (l->rd->t.at[i].shape != SHAPE_TITLE || !tok_among(&l->rd->t, i, " association associations college colleges ecole ecoles lycee lycees quartier quartiers "))
		return false;
	for (size_t k = i + 1; k < l->limit && k <= i + ROW_LABEL_TOKENS + 1 && l->rd->t.at[k].lines == 0; k++)
		if (tok_mark(&l->rd->t, k - 1, ':') && full_name_at(l, k))
			return true;
	return false;
}

void list_close(struct list *l, size_t i, enum boundary by)
{
	bool sure = by == BOUNDARY_HEADING || counted_row_at(l, i) || (l->s->nobody && l->s->entries.n == 0) || (by == BOUNDARY_ATTENDANCE && !(l->dangling && list_goes_on(l, i)));

	l->s->loose = !sure;
	l->s->to = list_without_subject(l, i);
	without_staff(l, i);
	l->done = true;
	if (!sure && l->s->h.kinds == LISTE_PRESENTS && l->s->entries.n == 1)
		list_fail(l, i, "un seul nom, et rien qui ferme la liste");
	if (last_name_may_be_a_title(l, i) || (!sure && all_may_be_a_title(l, i)))
		list_fail(l, i, "le dernier nom est peut-être le titre de l'acte");
	if (list_counts_woven(l, i) || (by != BOUNDARY_HEADING && (labelled_row_at(l, i) || list_resumes(l, i))))
		list_fail(l, i, "la liste semble continuer");
	if (!sure && last_name_is_cut(l))
		list_fail(l, i, "le dernier nom semble coupé");
	if (!sure && initial_at(l, i))
		list_fail(l, i, "plusieurs noms sans séparateur");
	if (!sure && (l->dangling || (l->bulleted && list_last(l) != NULL && list_last(l)->bulleted) || list_goes_on(l, i) || (by == BOUNDARY_STAMP && l->s->entries.n == 0)))
		list_fail(l, i, "la liste semble continuer");
}

/* "… Luc PETIT⏎Mme GRAND donne pouvoir à …": the last name opens what follows the list. True when it was taken out and
 * the list closed before it. */
bool list_end_before_last(struct list *l)
{
	struct entry *e = list_last(l);
	bool commas = false;

	for (size_t k = 0; k + 1 < l->s->entries.n; k++)
		commas |= l->s->entries.at[k].promised;
	if (l->s->entries.n < 2 || e->promised || e->dashed ||
	    !(commas || l->rd->t.at[e->from].lines > 0 || tok_mark(&l->rd->t, e->from - 1, '.')))
		return false;
	l->s->entries.n--;
	l->s->to = e->from;
	l->done = true;
	return true;
}

/* "M. PETIT. Mme GRAND. MM. MOREL. ROUX.": there a full stop ends no sentence. */
static bool stops_part_the_names(const struct list *l)
{
	for (size_t k = 1; l->s->pairs.n == 0 && k + 1 < l->s->entries.n; k++)
		if (tok_mark(&l->rd->t, l->s->entries.at[k].from - 1, '.'))
			return true;
	return false;
}

static bool hard_break(const struct list *l, size_t i)
{
	return l->rd->t.at[i].lines >= 2 || (i > 0 && tok_mark(&l->rd->t, i - 1, '.') && !stops_part_the_names(l));
}

/* "… (pouvoir à M. C) Déposée en préfecture": one capital word where every name has its civility is no name. */
static bool word_among_civilities(const struct list *l, const struct entry *e)
{
	for (size_t k = 0; k + 1 < l->s->entries.n; k++)
		if (l->s->entries.at[k].name.civility == l->s->entries.at[k].name.from)
			return false;
	return e->name.compounds == 1 && e->name.civility == e->name.from && tok_mark(&l->rd->t, e->from - 1, ')');
}

/* "Absents :" and nothing, then after blank lines the title of the act. */
bool list_title_after_heading(const struct list *l)
{
	const struct section *s = l->s;
	const struct name *first = s->entries.n > 0 ? &s->entries.at[0].name : NULL;

	if (s->h.kinds == LISTE_PRESENTS || s->h.to >= l->limit || l->rd->t.at[s->h.to].lines < 3 ||
	    l->rd->t.at[s->h.to].kind != TOK_WORD)
		return false;
	return first == NULL || (first->civility == first->from && first->order == ORDER_NONE);
}

/* "M. Luc PETIT, Maire, ouvre": from his name to the verb. */
static bool only_his_title(const struct list *l, size_t from, size_t i)
{
	const size_t role = tok_mark(&l->rd->t, from, ',') ? role_at(l->rd, from + 1, i + 1) : from;

	return role > from + 1 && role + tok_mark(&l->rd->t, role, ',') == i;
}

/* "… Luc PETIT⏎Mme GRAND ouvre la séance": the last name is the subject of a sentence. Of those present she must be listed. */
bool list_sentence(struct list *l, const struct entry *e)
{
	bool listed = l->s->h.kinds != LISTE_PRESENTS;

	for (size_t k = 0; k + 1 < l->s->entries.n; k++)
		listed |= str_eq(l->s->entries.at[k].qui.cle, e->qui.cle);
	if (!listed || l->dangling || (e->name.civility == e->name.from && e->name.compounds < 2) || !list_end_before_last(l))
		return false;
	if (list_goes_on(l, l->s->to))
		list_fail(l, l->s->to, "la liste semble continuer");
	return true;
}

/* "⏎⏎M. MOREL⏎⏎Mme GRAND⏎⏎→ …": paragraphs of one member each, then a sign; no sentence begins with the last. */
static bool is_row_of_its_own(const struct list *l, const struct entry *e, size_t i)
{
	const struct tokens *t = &l->rd->t;

	return e->to == i && t->at[i].lines > 1 && t->at[i].kind == TOK_MARK && t->at[e[-1].from].lines > 1 && list_civil(e) == list_civil(&e[-1]) && e->name.order == e[-1].name.order;
}

/* Token i is unknown: the end of the list when a break shows that a sentence began, else a fault. */
void list_unknown(struct list *l, size_t i)
{
	struct entry *e = list_last(l);

	if (e != NULL && e->to == i && list_tells_of_last(l, i) && list_end_before_last(l))
		return;
	if (e != NULL && e->to == i && list_verb(l->rd, i) && list_sentence(l, e))
		return;
	/* "…⏎M. Luc PETIT, comptable public, est excusé" */
	if (e != NULL && e->to + 1 == i && tok_mark(&l->rd->t, e->to, ',') && staff_at(l->rd, i) && list_end_before_last(l)) {
		if (list_goes_on(l, i))
			list_fail(l, i, "la liste semble continuer");
		return;
	}
	l->done = true;
	if (list_title_after_heading(l)) {
		l->s->entries.n = 0;
		l->s->pairs.n = 0;
		l->s->to = l->s->h.to;
		return;
	}
	if (e != NULL && list_signed_row(l, i)) {
		l->s->to = i;
		list_fail(l, i, "mots non compris");
	} else if (e != NULL && (e->to == i || only_his_title(l, e->to, i)) && e->from > l->s->from && l->s->entries.n > 1 && !is_row_of_its_own(l, e, i) &&
		   (hard_break(l, e->from) || word_among_civilities(l, e))) {
		l->s->entries.n--;
		l->dangling = false;
		list_close(l, e->from, BOUNDARY_NONE);
	} else if (e != NULL && !l->dangling && (hard_break(l, i) || list_first_point(l, i))) {
		list_close(l, i, BOUNDARY_NONE);
	} else {
		l->s->to = i;
		list_fail(l, i, "mots non compris");
	}
}
