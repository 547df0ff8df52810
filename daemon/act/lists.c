/* SPDX-License-Identifier: EUPL-1.2 */
/* One list of members: a loop that explains every token, or stops and says which it could not explain.
 *
 * A list ends at another heading, at a cue, at the first word of a sentence, or where the séance's part ends. An
 * unknown word right after a name makes the whole list unread, unless a blank line or a full stop shows that the
 * name opened a sentence. Skipping what is not understood was decided against: a list with one name missing is how
 * the second proxy is overlooked.
 */
#include "bounds.h"
#include "proxies_priv.h"

#define NEAR_BYTES 120 /* of a passage quoted in a reason */
#define SIDE_BY_SIDE "deux listes côte à côte"

/* "Délégués suppléants", right before i, in a capital as headings begin. */
static bool after_capital_role(const struct reader *rd, size_t i)
{
	static const char roles[] = " conseiller conseillers conseillere conseilleres membre membres delegue delegues deleguee deleguees "
				    "elu elus suppleant suppleants titulaire titulaires ";
	size_t k = i;

	while (k > 0 && tok_among(&rd->t, k - 1, roles) && rd->t.at[k].lines == 0)
		k--;
	return k < i && rd->t.at[k].shape != SHAPE_LOWER;
}

static size_t hidden_heading(struct list *l, size_t i)
{
	list_stop(l, i, "une rubrique sans deux-points");
	l->s->hides_heading = true;
	return i;
}

static size_t at_state(struct list *l, size_t i)
{
	unsigned kinds = 0;
	const struct token *tok = &l->rd->t.at[i];
	bool opens = tok->shape != SHAPE_LOWER && (tok->lines > 0 || (i > 0 && tok_mark(&l->rd->t, i - 1, '.')));
	/* "Conseiller absent (the margin) : M. A", of which the colon is not found. */
	if (state_at(l->rd, i, l->limit, &kinds) > i && after_capital_role(l->rd, i)) {
		return hidden_heading(l, i);
	}
	/* "Présents ; Paul PETIT, …": the heading of another list, and not the state of the last member. */
	if (tok->shape != SHAPE_LOWER && tok_among(&l->rd->t, i, " presents absents excuses representes ")) {
		return hidden_heading(l, i);
	}
	/* "Non excusé : …" on a line of its own is a heading, or was one. */
	size_t k = opens ? i : state_at(l->rd, i, l->limit, &kinds);
	unsigned own = l->s->h.kinds & (LISTE_PRESENTS | LISTE_ABSENTS);

	if (k == i || list_last(l) == NULL)
		return i;
	/* "Absent excusé⏎(the page's footer) : M. A" */
	const size_t word = k + (tok_mark(&l->rd->t, k, '(') && tok_mark(&l->rd->t, k + 2, ')') ? 3 : 0); /* "Absent(es)" */

	if (tok->shape != SHAPE_LOWER && word < l->limit && l->rd->t.at[word].kind == TOK_WORD && l->rd->t.at[word].lines == 0 &&
	    name_never(l->rd, word)) {
		return hidden_heading(l, i);
	}
	/* "… Mme GRAND.⏎⏎M. A, absent ayant donné pouvoir à Mme GRAND": he opens what follows the list. */
	if (own == LISTE_PRESENTS && kinds == LISTE_ABSENTS && list_last(l)->to + tok_mark(&l->rd->t, i - 1, ',') == i &&
	    (l->rd->t.at[list_last(l)->from].lines > 1 || tok_mark(&l->rd->t, list_last(l)->from - 1, '.')) && list_end_before_last(l))
		return i;
	if (own != 0 && own != kinds) {
		list_fail(l, i, "la mention contredit la rubrique");
		l->done = true;
	}
	return k;
}

/* A parenthesis that ends its line, and a blank line, separate like a comma. */
static bool paragraph_at(const struct list *l, size_t i)
{
	return l->rd->t.at[i].lines >= 2 || (l->rd->t.at[i].lines > 0 && i > 0 && tok_mark(&l->rd->t, i - 1, ')'));
}

/* Blank lines after a finished row of full names, then capitals of another order: the title of what follows. */
static bool title_follows(const struct list *l, size_t i, const struct name *n)
{
	const struct entry *e = list_last(l);

	return e != NULL && l->rd->t.at[i].lines >= 3 && !l->dangling && n->civility == n->from &&
	       n->order != e->name.order && e->name.order != ORDER_NONE;
}

/* Adds the member *n, read at token i, with how he stands behind those before him. */
static void add_member(struct list *l, size_t i, const struct name *n)
{
	const struct token *tok = &l->rd->t.at[i];
	const struct entry *last = list_last(l);
	const bool after_proxy = last != NULL && last->proxy && last->to == i && tok->lines > 0; /* "… à Luc PETIT⏎Anne GRAND donne pouvoir …" */
	const bool bare = n->civility == n->from;
	struct entry *e = ARENA_PUSH(l->rd->a, &l->s->entries);

	*e = (struct entry){ .qui = name_person(l->rd, n), .from = n->civility, .to = n->to, .name = *n };
	e->promised = l->dangling;
	e->slashed = i > 0 && tok_mark(&l->rd->t, i - 1, '/') && !l->rd->t.at[i - 1].space && !tok->space && bare;
	e->abuts = !l->separated && tok->lines == 0;
	l->grouped = n->group || (l->grouped && bare);
	e->grouped = l->grouped;
	l->genre = n->group ? list_genre(l, n->civility) : l->grouped ? l->genre : 0;
	e->qui.genre = l->genre;
	e->dashed = l->dashed;
	e->bulleted = l->bulleted;
	e->glued = !l->separated && bare && !paragraph_at(l, i) && !after_proxy;
}

static size_t at_name(struct list *l, size_t i)
{
	struct name n;
	size_t k = name_read(l->rd, i, l->limit, &n), colon = i;

	if (k == i)
		return i;
	if (list_second_half(l, &n))
		return k;
	if (title_follows(l, i, &n)) {
		list_close(l, i, BOUNDARY_NONE);
		return k;
	}
	if (n.odd && list_title_after_heading(l)) {
		list_unknown(l, i);
		return k;
	}
	const enum glued glued = list_place_glued(l, i, &n, &colon);

	n.odd |= glued == GLUED_UNSURE;
	if (n.odd || l->s->entries.n >= LIMIT_LIST_ITEMS) {
		list_stop(l, i, n.odd ? "ce n'est pas la forme d'un seul nom" : "liste trop longue");
		return k;
	}
	add_member(l, i, &n);
	l->dashed = l->bulleted = false;
	l->separated = l->dangling = glued == GLUED_PLACE;
	l->labelled |= glued == GLUED_PLACE;
	return glued == GLUED_PLACE ? colon + 1 : k;
}

/* "sauf M. PETIT et de GRAND Anne": the preposition of "à l'exception de", or the particle of her name. */
static bool particle_or_preposition(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	const size_t k = i + 1 + tok_mark(t, i + 1, '\'');
	struct name n;
	size_t next;

	if (!l->s->h.excepted || !tok_among(t, i, " de d ") || t->at[i].shape != SHAPE_LOWER || !tok_among(t, i - 1, " et , ; ") || is_civility(t, k, &next))
		return false;
	return name_read(l->rd, k, l->limit, &n) == k || n.order != ORDER_FIRST_LAST;
}

static size_t over_plain_word(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;

	const bool as_well = tok_among(t, i, " ainsi ") && tok_among(t, i + 1, " que ");
	struct name n;
	size_t next;

	if (tok_among(t, i, " et ") || as_well) {
		l->separated = true;
		l->dangling = true;
		return i + 1 + as_well;
	}
	if ((next = list_stray_a(l, i)) > i)
		return next;
	/* "de M. A à M. B", "de Anne PETIT à Luc GRAND"; "de LA TOUR Anne" is named so */
	if (particle_or_preposition(l, i)) {
		list_stop(l, i, "« de » introduit un nom ou en fait partie");
		return i;
	}
	if (!((l->s->h.kinds & LISTE_POUVOIRS) || l->s->h.excepted) || !tok_among(t, i, " de "))
		return i;
	if (is_civility(t, i + 1, &next))
		return i + 1;
	if (t->at[i].shape != SHAPE_LOWER)
		return i;
	return list_of_givers(l, i) || (name_read(l->rd, i + 1, l->limit, &n) > i + 1 && n.order == ORDER_FIRST_LAST) ? i + 1 : i;
}

/* "M. le Maire Paul PETIT"; with a comma Paul PETIT may be somebody else. */
static size_t over_title(const struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	struct name n;
	size_t k, next, after;

	if (!is_civility(t, i, &k) || !tok_among(t, k, " le la ") || !tok_among(t, k + 1, " maire president presidente "))
		return i;
	if (name_read(l->rd, k + 2, l->limit, &n) > k + 2 && n.civility == n.from)
		return n.compounds > 1 ? k + 2 : i;
	/* "Monsieur le Maire, Mesdames GRAND, ROUX": nobody is named. */
	next = k + 2 + tok_among(t, k + 2, " , * ");
	return l->s->entries.n == 0 && is_civility(t, next, &after) ? next : i;
}

/* "Étaient présents : sous la présidence de Mme la Maire Odile PETIT, M. A, …": she opens the list. */
static size_t presiding_at(struct list *l, size_t i)
{
	const struct tokens *t = &l->rd->t;
	size_t next;

	if (l->s->entries.n > 0 || !tok_phrase(t, i, "sous la presidence de", &next))
		return over_title(l, i);
	if (!is_civility(t, next, &i) || !tok_among(t, i, " le la ") ||
	    !tok_among(t, i + 1, " maire president presidente "))
		return next;
	return i + 2 + tok_mark(t, i + 2, ',');
}

typedef size_t step(struct list *, size_t);

/* The token after what stands at i, or i: unknown. Order matters: proxies before names, roles before sentences. */
static size_t step_at(struct list *l, size_t i)
{
	static step *const words[] = { list_moment_label, list_nobody, list_officer, list_label, presiding_at, proxy_at, list_replaced_by, replaced_at, list_number, at_state, list_couple, list_civilities, list_bound_outside, over_plain_word, NULL };
	size_t k = i;

	if (l->rd->t.at[i].kind == TOK_MARK) {
		if (tok_mark(&l->rd->t, i, '(') || (tok_mark(&l->rd->t, i, '[') && list_square_tells(l, i)))
			return list_at_paren(l, i);
		if ((k = list_nobody(l, i)) > i)
			return k;
		if ((k = list_over_scanned_colon(l, i)) > i)
			return k;
		if ((k = tok_mark(&l->rd->t, i, ':') ? proxy_colon(l, i) : i) > i || l->done)
			return k;
		k = tok_mark(&l->rd->t, i, ':') ? list_colon(l, i) : proxy_arrow(l, i);
		return k > i ? k : list_separator(l, i);
	}
	for (size_t w = 0; words[w] != NULL && k == i && !l->done; w++) {
		k = words[w](l, i);
		/* ", représenté par son suppléant": the comma promised this. */
		if (k > i && (words[w] == proxy_at || words[w] == replaced_at || words[w] == list_replaced_by || words[w] == at_state || words[w] == list_bound_outside))
			l->dangling = false;
	}
	return k;
}

/* "Paul PETIT, Maire, Président de séance ;": his role. "Président de séance : M. A" ends the list. */
static size_t over_presiding(struct list *l, size_t i)
{
	const size_t k = cue_at(l->rd->lx, &l->rd->t, i, CUE_PRESIDENCE);

	if (k == i || list_last(l) == NULL || !tok_mark(&l->rd->t, i - 1, ',') || !tok_among(&l->rd->t, k, " , ; . ) "))
		return i;
	l->dangling = false;
	return k;
}

/* Token i is no part of the list's grammar: the cue, the sentence or the name that stands there. */
static size_t name_or_end(struct list *l, size_t i)
{
	const struct reader *rd = l->rd;
	size_t k, next;

	k = over_presiding(l, i);
	if (k > i)
		return k;
	if (list_boundary(rd, i) != BOUNDARY_NONE) {
		list_close(l, i, list_boundary(rd, i));
		return i;
	}
	if (list_untold_function(l, i))
		return i;
	k = role_at(rd, i, l->limit);
	if (k > i) {
		l->dangling = false;
		return k;
	}
	k = at_name(l, i);
	if (k > i)
		return k;
	if (list_title_after_heading(l)) /* "Absents :⏎⏎⏎Contrat de Ville Réunion …": its first words looked like a name */
		list_unknown(l, i);
	else if (rd->t.at[i].shape != SHAPE_LOWER && (name_never(rd, i) || tok_among(&rd->t, i, " le la les l du ")))
		list_close(l, i, BOUNDARY_NONE);
	else if (is_civility(&rd->t, i, &next) && tok_among(&rd->t, next, " le la l "))
		list_close(l, i, BOUNDARY_NONE);
	else
		list_unknown(l, i);
	return i;
}

/* An act goes on after its lists: a text that stops inside one was cut. */
static void at_limit(struct list *l, size_t i)
{
	const bool cut = i == l->rd->t.n && !tok_mark(&l->rd->t, i - 1, '.');
	/* "M. A à Mme B ;⏎Vu …", "… ;⏎Après en avoir délibéré": every part of such an act ends so. */
	const bool visas = tok_mark(&l->rd->t, i - 1, ';') && (tok_among(&l->rd->t, i, " vu considerant ") || (i < l->rd->t.n && l->rd->t.at[i].lines > 0 && cue_at(l->rd->lx, &l->rd->t, i, CUE_SUITE) > i));

	list_close(l, i, BOUNDARY_HEADING);
	if (cut || (l->dangling && !visas))
		list_fail(l, i - 1, "le texte s'arrête dans la liste");
}

void list_read(struct reader *rd, struct section *s, size_t limit, unsigned char *explained)
{
	struct list l = { .rd = rd, .s = s, .limit = limit, .explained = explained, .separated = true };
	struct heading h;
	size_t i = s->h.to, k;

	for (k = s->h.from; k < s->h.to; k++)
		explained[k] = 1;
	s->from = s->to = i;
	if (side_by_side(rd, s->h.from) || (rd->sidebar.names && s->h.from < rd->sidebar.lines.to))
		list_fail(&l, s->h.from, SIDE_BY_SIDE);
	if (list_label_at_right(&l))
		list_fail(&l, s->h.from, "un nom devant la rubrique, sur sa ligne");
	i = list_column_titles(&l);
	if (!list_columns(&l))
		list_brackets(&l);
	while (!l.done) {
		i = over_sidebar(rd, i);
		if (i < limit)
			i = list_over_foot(&l, i);
		if (i >= limit) {
			at_limit(&l, i);
		} else if (i > s->h.to && college_at(rd, i, limit)) {
			list_close(&l, i, BOUNDARY_HEADING);
		} else if (i > s->h.from && (heading_at(rd, i, limit, &h) || (rd->t.at[i].kind == TOK_NUMBER && heading_at(rd, i + 1, limit, &h)))) {
			list_close(&l, i, BOUNDARY_HEADING);
			if (side_by_side(rd, i))
				list_fail(&l, i, SIDE_BY_SIDE);
		} else if (s->h.excepted && s->entries.n > 0 && tok_mark(&rd->t, i - 1, '.') && sentence_ends_at(rd, i - 1)) { /* they were told of in a sentence */
			list_close(&l, i, BOUNDARY_HEADING);
		} else {
			k = step_at(&l, i);
			i = k > i || l.done ? k : name_or_end(&l, i);
		}
	}
	if (s->why == NULL && s->h.promises && s->entries.n == 0 && s->pairs.n == 0)
		list_fail(&l, s->h.from, "des noms annoncés, aucun compris");
	if (s->why == NULL)
		list_check(&l);
	if (s->why == NULL && (s->h.kinds & LISTE_PRESENTS) && s->h.kinds != LISTE_PRESENTS)
		list_fail(&l, s->h.from, "la rubrique mêle présents et absents ou représentés");
}

struct str section_near(struct reader *rd, const struct section *s)
{
	size_t from = s->fault > s->h.from + 2 ? s->fault - 2 : s->h.from;
	size_t to = s->fault + 4 < rd->t.n ? s->fault + 4 : rd->t.n;

	return utf8_head(reader_text(rd, from, to), NEAR_BYTES);
}

struct item section_item(struct reader *rd, const struct entry *e)
{
	return (struct item){
		.span = reader_span(rd, e->from, e->to), .qui = e->qui, .depuis = e->depuis, .jusqua = e->jusqua
	};
}
