/* SPDX-License-Identifier: EUPL-1.2 */
/* Communes that head the rows of a list without a colon: "Orval Luc GRAND, Anne PETIT⏎Ramel Zoé ROUX", "Orval M. GRAND, Mme PETIT Ramel Mme ROUX".
 *
 * No word says that it is a commune: only that every row begins with one more than its other names have does. Where the rows do not agree, the list is
 * not read: a commune in a member's name makes another person of him. Decided against: a table of communes.
 */
#include "lists_priv.h"

#define ROWS_LEAST 3	/* rows, and names behind commas, before each row may be cut */
#define COLUMN_LEAST 5	/* names under one another: so many have no second first name each */
#define UNSURE "des communes peut-être mêlées aux noms"
#define TOLERATED 4	/* of so many names behind commas one may be as long */

/* Nothing but a space or a line's end before it. */
static bool opens_row(const struct section *s, size_t k)
{
	const struct entry *e = &s->entries.at[k];

	return k == 0 || !(e->promised || e->dashed || e->bulleted || e->slashed);
}

static bool has_civility(const struct entry *e)
{
	return e->name.civility < e->name.from;
}

/* How many words the first half of a full name has, "Orval Luc" of "Orval Luc GRAND"; *ret_second where its second word begins. */
static size_t first_half(const struct reader *rd, const struct name *n, size_t *ret_second)
{
	struct name part;
	size_t words = 0;

	for (size_t p = n->from + 1; p < n->to; p++) {
		if (name_read(rd, n->from, p, &part) != p || part.odd || part.order != ORDER_NONE || part.upper != (n->order == ORDER_LAST_FIRST) || part.compounds < words)
			continue;
		words = part.compounds;
		if (words == 1)
			*ret_second = p;
	}
	return words;
}

struct rows {
	size_t n, led;	     /* rows; those whose first name has a word more */
	size_t others, long_; /* names behind a comma; those that have one more too */
	bool exact;	     /* one more, and no other is as long */
};

/* False: the shape of the list says nothing of rows. */
static bool rows_of(const struct list *l, struct rows *ret)
{
	const struct section *s = l->s;
	const enum name_order order = s->entries.n > 0 ? s->entries.at[0].name.order : ORDER_NONE;
	size_t second;

	*ret = (struct rows){ .exact = true };
	for (size_t k = 0; k < s->entries.n; k++) {
		const struct entry *e = &s->entries.at[k];

		if (order == ORDER_NONE || e->name.order != order || has_civility(e) || e->unclear)
			return false;
		const size_t words = first_half(l->rd, &e->name, &second);
		const bool row = opens_row(s, k);

		*(row ? &ret->n : &ret->others) += 1;
		*(row ? &ret->led : &ret->long_) += words > 1;
		ret->exact &= words == (row ? 2u : 1u) && !e->proxy;
	}
	return ret->n > 1 && opens_row(s, 0);
}

/* Entry e is *n alone, and so is who gave the proxies that it gave. */
static void rename_entry(struct list *l, struct entry *e, const struct name *n)
{
	const struct str before = e->qui.cle;

	list_rename(l, e, n, e->to);
	for (size_t k = 0; k < l->s->pairs.n; k++)
		if (str_eq(l->s->pairs.at[k].mandant.cle, before))
			l->s->pairs.at[k].mandant = e->qui;
}

static void cut(struct list *l, struct entry *e)
{
	size_t second = e->name.from;
	struct name n;

	first_half(l->rd, &e->name, &second);
	if (name_read(l->rd, second, e->name.to, &n) == e->name.to)
		rename_entry(l, e, &n);
}

/* "Orval⏎Luc GRAND", "Orval⏎L. GRAND": a word that fills its line, and in the next one a whole name, *ret. */
static bool headed_by_a_line(const struct list *l, const struct entry *e, struct name *ret)
{
	struct name word;
	size_t p = e->name.from + 1;

	while (p < e->name.to && l->rd->t.at[p].lines == 0)
		p++;
	return p < e->name.to && !has_civility(e) && l->rd->t.at[e->name.from].lines > 0 && name_read(l->rd, e->name.from, p, &word) == p && word.compounds == 1 &&
	       name_read(l->rd, p, e->name.to, ret) == e->name.to && ret->compounds > 1;
}

/* "GRAND L.⏎Orval⏎": a whole name, and a word that fills the next line. */
static bool tailed_by_a_line(const struct list *l, const struct entry *e)
{
	struct name whole, word;
	size_t p = e->name.to - 1;

	while (p > e->name.from && l->rd->t.at[p].lines == 0)
		p--;
	return p > e->name.from && !has_civility(e) && (e->name.to >= l->rd->t.n || l->rd->t.at[e->name.to].lines > 0) && name_read(l->rd, e->name.from, p, &whole) == p && whole.order != ORDER_NONE &&
	       name_read(l->rd, p, e->name.to, &word) == e->name.to && word.compounds == 1;
}

/* "Orval L. GRAND", "GRAND L. Orval" between names with an initial: nobody's first name. */
static bool word_beside_initial(const struct reader *rd, const struct name *n)
{
	const struct tokens *t = &rd->t;
	const size_t i = n->from + 1;

	return n->civility == n->from && n->compounds == 3 && t->at[i].kind == TOK_WORD && t->at[i].key.n == 1 && t->at[i].shape != SHAPE_LOWER && tok_mark(t, i + 1, '.') &&
	       t->at[n->from].key.n > 2 && i + 2 < n->to && t->at[i + 2].kind == TOK_WORD && t->at[i + 2].key.n > 1 && t->at[i + 2].shape != t->at[n->from].shape;
}

/* "Orval⏎L. GRAND⏎A. PETIT⏎Ramel⏎Z. ROUX": taken off where all names have one shape without them; one that remains fails the list. */
static void communes_in_lines(struct list *l)
{
	struct section *s = l->s;
	size_t heads = 0, others = 0, at = s->h.from;
	enum name_order order = ORDER_NONE;
	bool alike = true;
	struct name n;

	for (size_t k = 0; k < s->entries.n; k++) {
		const struct entry *e = &s->entries.at[k];
		const bool head = headed_by_a_line(l, e, &n), odd = !head && (tailed_by_a_line(l, e) || word_beside_initial(l->rd, &e->name));

		n = head ? n : e->name;
		order = k == 0 ? n.order : order;
		alike &= n.order == order && n.order != ORDER_NONE && n.compounds == 2 && !n.broken_line && !has_civility(e) && !e->unclear;
		at = heads + others == 0 && (head || odd) ? e->from : at;
		heads += head;
		others += odd;
	}
	if (heads + others > 0 && (others > 0 || heads < 2 || !alike || s->loose)) {
		list_fail(l, at, UNSURE);
		return;
	}
	for (size_t k = 0; k < s->entries.n && heads > 0; k++)
		if (headed_by_a_line(l, &s->entries.at[k], &n))
			rename_entry(l, &s->entries.at[k], &n);
	l->labelled |= heads > 0;
}

/* "Orval Luc GRAND, Anne PETIT⏎Ramel Zoé ROUX, …": takes the communes off, or fails the list. */
static void communes_in_names(struct list *l)
{
	struct section *s = l->s;
	struct rows r;

	if (!rows_of(l, &r) || r.led < 2)
		return;
	const bool column = r.others == 0;

	if (r.exact && !s->loose && (column ? r.n >= COLUMN_LEAST : r.n >= ROWS_LEAST && r.others >= ROWS_LEAST)) {
		for (size_t k = 0; k < s->entries.n; k++)
			if (opens_row(s, k))
				cut(l, &s->entries.at[k]);
		l->labelled = true;
		return;
	}
	size_t second;
	const bool first_led = first_half(l->rd, &s->entries.at[0].name, &second) > 1;

	if (TOLERATED * r.long_ <= r.others && (2 * r.led > r.n || (first_led && TOLERATED * r.led >= r.n)))
		list_fail(l, s->entries.at[0].from, UNSURE);
}

/* One or more words that are nobody's: no civility, no comma before them. */
static bool is_commune(const struct entry *e)
{
	return !has_civility(e) && e->name.order == ORDER_NONE && !(e->proxy || e->unclear || e->promised || e->dashed || e->slashed);
}

static bool is_member(const struct entry *e)
{
	return has_civility(e) || (e->grouped && e->promised);
}

/* Words of the members' names: 1 where any of them has his family name alone. */
static size_t usual_words(const struct section *s)
{
	for (size_t k = 0; k < s->entries.n; k++)
		if (is_member(&s->entries.at[k]) && s->entries.at[k].name.compounds == 1)
			return 1;
	return 2;
}

/* "Mme Anne PETIT RAMEL" before a row: the name without its last word, RAMEL. */
static bool cut_last_word(struct list *l, struct entry *e, size_t words)
{
	struct name n;

	for (size_t p = e->name.to - 1; p > e->name.from; p--)
		if (name_read(l->rd, e->name.civility, p, &n) == p && !n.odd && n.compounds == words) {
			list_rename(l, e, &n, p);
			return true;
		}
	return false;
}

struct civil_rows {
	size_t words;	/* of a member's name */
	size_t headed;	/* rows with their commune, whether it stands alone or ends the name before it */
	size_t cut;	/* … of these the latter */
	size_t commas;	/* members behind a comma */
	size_t open;	/* members under one another */
	size_t longer;	/* names with a word more, where no row begins behind them */
	bool dashes;	/* "Orval - M. GRAND" */
};

static bool begins_row(const struct section *s, const struct civil_rows *r, size_t k)
{
	return k < s->entries.n && (opens_row(s, k) || (r->dashes && s->entries.at[k].dashed));
}

/* Entry k in its row; false: the list has no such rows. */
static bool note_civil(const struct section *s, struct civil_rows *r, size_t k)
{
	const struct entry *e = &s->entries.at[k];
	const bool next = k + 1 < s->entries.n;

	if (is_commune(e)) {
		r->headed++;
		return next && has_civility(e + 1) && (r->dashes ? (e + 1)->dashed : opens_row(s, k + 1));
	}
	if (!is_member(e) || e->name.compounds > r->words + 1 || e->name.compounds < r->words || (e->proxy && e->name.compounds != r->words))
		return false;
	const bool last_of_row = next && !is_commune(e + 1) && begins_row(s, r, k + 1);

	r->commas += e->promised;
	r->open += last_of_row && e->name.compounds == r->words;
	r->cut += last_of_row && e->name.compounds > r->words;
	r->longer += !last_of_row && e->name.compounds > r->words;
	return true;
}

/* "Orval M. Luc GRAND, Mme Anne PETIT⏎Ramel Mme Zoé ROUX": the communes are taken out. */
static void communes_apart(struct list *l)
{
	struct section *s = l->s;
	struct civil_rows r = { .words = usual_words(s) };
	size_t kept = 0, members = 0;

	/* Behind the words of a page a row may follow. */
	if (s->loose || s->entries.n < 3 || !is_commune(&s->entries.at[0]) || !has_civility(&s->entries.at[1]))
		return;
	r.dashes = s->entries.at[1].dashed;
	for (size_t k = 0; k < s->entries.n; k++) {
		if (!note_civil(s, &r, k))
			return;
		members += !is_commune(&s->entries.at[k]);
	}
	/* Another number is announced: one of the words may be a member. */
	if (list_announced(l) >= 0 && list_announced(l) != (int64_t)members)
		return;
	/* With one member under the other, a name with a word more may be anything. */
	if (r.headed + r.cut < 2 || (r.cut > 0 && (r.open > 0 || r.longer > 0)) || (r.commas > 0 && r.open > 0))
		return;
	for (size_t k = 0; k + 1 < s->entries.n; k++)
		if (!is_commune(&s->entries.at[k]) && s->entries.at[k].name.compounds > r.words && begins_row(s, &r, k + 1) && !is_commune(&s->entries.at[k + 1]) &&
		    !cut_last_word(l, &s->entries.at[k], r.words))
			return;
	for (size_t k = 0; k < s->entries.n; k++)
		if (!is_commune(&s->entries.at[k]))
			s->entries.at[kept++] = s->entries.at[k];
	s->entries.n = kept;
	l->labelled = true;
}

/* "PETIT Anne Orval, GRAND Luc Ramel, …": a word more in every name, but for one that may have lost it; or "Orval PETIT GRAND Ramel ROUX VIAL", in every one. */
static bool all_long(const struct section *s)
{
	size_t n = 0, rows = 0;

	for (size_t k = 0; k < s->entries.n; k++) {
		n += s->entries.at[k].name.order != ORDER_NONE && s->entries.at[k].name.compounds > 2;
		rows += opens_row(s, k) && !has_civility(&s->entries.at[k]);
	}
	return (s->entries.n >= COLUMN_LEAST && n + 1 >= s->entries.n) || (n > 1 && n == s->entries.n && rows == n);
}

void list_communes(struct list *l)
{
	communes_in_lines(l);
	if (l->s->why == NULL)
		communes_in_names(l);
	communes_apart(l);
	if (l->s->why == NULL && all_long(l->s))
		list_fail(l, l->s->entries.at[0].from, UNSURE);
}
