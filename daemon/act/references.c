/* SPDX-License-Identifier: EUPL-1.2 */
/* References to codes, laws and deliberations: the walk, and what binds an article to its text
 * (shared/law/CITATIONS.md).
 *
 * Binding: the text named right behind the list ("L. 2121-20 du CGCT"); else the text named before it in the same
 * clause ("Vu le code …, notamment l'article …"); else nothing, and the key says so ("?/L3211-2": that number exists in
 * two codes). A clause ends at ";", at a sentence's end, a blank line, a new "Vu". Guessing the code from the number
 * was decided against: a rule would accuse on a guess.
 */
#include "references_priv.h"

#include "bounds.h"
#include "landmarks.h"

static void end_clause(struct walk *w)
{
	w->code = w->act = (struct str){0};
	w->act_latest = false;
	w->whole_act = 0;
	w->beside = (struct beside){0};
}

/* A full stop that ends a sentence, not "L." or "art.". */
static bool is_full_stop(const struct tokens *t, size_t i)
{
	if (!tok_mark(t, i, '.') || i == 0 || i + 1 >= t->n || !t->at[i + 1].space)
		return false;
	const struct token *before = &t->at[i - 1], *after = &t->at[i + 1];
	bool abbreviation = before->kind == TOK_WORD && (before->key.n <= 3 || tok_is(t, i - 1, STR("cgct")));
	return after->kind == TOK_WORD && after->shape != SHAPE_LOWER && (!abbreviation || after->lines > 0);
}

static bool ends_clause(const struct tokens *t, size_t i)
{
	if (tok_mark(t, i, ';') || is_full_stop(t, i) || t->at[i].lines >= 2)
		return true;
	if (key_is(t, i, "considerant"))
		return true;
	return key_is(t, i, "vu") && !(i > 0 && key_is(t, i - 1, "au"));
}

static void push(struct walk *w, struct span span, struct str key, struct str note)
{
	struct item *item = ARENA_PUSH(w->a, &w->list);
	item->span = span;
	item->cle = key;
	item->texte = note;
}

static void push_article(struct walk *w, struct str owner, const struct cited *c)
{
	const struct tokens *t = w->t;
	/* "art. 2122-8 du CGCT": such a code has no bare numbers. */
	const char *const letter = !c->lettered && c->hyphenated && code_has_letters(owner) ? "L" : "";
	/* "articles 108-2 et 57" of a law are two; of the code pénal "131-1 et 2" share their first part. */
	const bool law = c->alone.n > 0 && !str_eq(owner, STR("?")) && memchr(owner.p, '/', owner.n) != NULL;
	struct str key = ARENA_JOIN(w->a, owner, STR("/"), str_c(letter), law ? c->alone : c->key);
	struct str note = c->open ? STR("et suivants") : letter[0] ? STR("lettre omise") : (struct str){0};
	if (c->upto.n > 0)
		key = ARENA_JOIN(w->a, key, STR(".."), str_c(letter), c->upto);
	push(w, (struct span){t->at[c->from].start, t->at[c->end - 1].end}, key, note);
}

/* The act was cited as a whole, and now one of its articles is: the article stands for both. */
static void forget_whole_act(struct walk *w)
{
	if (w->whole_act == 0)
		return;
	for (size_t k = w->whole_act; k < w->list.n; k++)
		w->list.at[k - 1] = w->list.at[k];
	w->list.n--;
	w->whole_act = 0;
}

/* "D2024-44" is an act's own number, "RD 123-4" a road: without the word article a D, R or A needs its code. */
static bool is_trusted(const struct walk *w, const struct cited *c, bool head, bool bound)
{
	static const char *const VETO[] = {"rd", "route",	 "pr",	   "giratoire", "autoroute",
					   "°",	 "deliberation", "numero", "compte",	"n"};
	const struct tokens *t = w->t;
	if (head || bound)
		return true;
	if (c->from > 0 && KEY_IN(t, c->from - 1, VETO))
		return false;
	return c->hyphenated && (c->key.p[0] == 'L' || w->code.n > 0) &&
	       !(c->key.p[0] == 'D' && str_starts(c->key, STR("D20")));
}

/* "Article 1er :" on a line of its own: the act's own articles. */
static bool is_own_article(const struct tokens *t, size_t i, const struct cited *c)
{
	bool opens = t->at[i].lines > 0 && !c->lettered;
	bool labelled = tok_mark(t, c->end, ':') || (tok_mark(t, c->end, '-') && t->at[c->end].space) ||
			tok_mark(t, c->end, '.');
	return !c->lettered && !c->hyphenated && (labelled || (opens && c->end < t->n && t->at[c->end].lines > 0));
}

/* "(les articles L. 416-4 du code des communes) et 57 de la loi précitée": the articles of another text go on the row. */
static size_t more_articles(struct walk *w, size_t i)
{
	const struct tokens *t = w->t;
	struct cited list[CITED_MAX];
	struct str owner = {0};
	size_t n, start = i + 1 + (tok_mark(t, i, ',') && key_is(t, i + 1, "et"));
	if (!key_is(t, i, "et") && !tok_mark(t, i, ','))
		return i;
	size_t end = article_list(w->a, t, start, true, true, list, &n);
	size_t after = end > start ? bind_right(w, end, &owner) : end;
	if (after == end || str_eq(owner, STR("?")))
		return i;
	for (size_t k = 0; k < n; k++)
		push_article(w, or_no_such_article(owner, &list[k], &list[n - 1]), &list[k]);
	return more_articles(w, after);
}

static size_t read_articles(struct walk *w, size_t i)
{
	const struct tokens *t = w->t;
	struct cited list[CITED_MAX];
	struct str to[CITED_MAX];
	bool plural = false;
	size_t n, start = article_head(t, i, &plural);
	const bool head = start > i;
	if (!head && (t->at[i].kind != TOK_WORD || t->at[i].key.n > 2))
		return i;
	const size_t end = article_list(w->a, t, start, head, plural, list, &n);
	if (end == start)
		return i;
	const size_t after = owners_of(w, i, end, head, list, n, to);
	const bool bound = after > end;
	if (!bound && head && is_own_article(t, i, &list[0]))
		return end;
	for (size_t k = 0; k < n; k++) {
		if (to[k].n == 0 || (str_eq(to[k], STR("?")) && !list[k].hyphenated) || !is_trusted(w, &list[k], head, bound))
			continue;
		if (w->act.n > 0 && str_eq(to[k], w->act) && !(bound && str_eq(w->beside.key, w->act)))
			forget_whole_act(w);
		push_article(w, to[k], &list[k]);
	}
	return bound && plural ? more_articles(w, after) : after;
}

static size_t read_owner(struct walk *w, size_t i)
{
	static const char *const DRAFTS[] = {"projet", "proposition"}, *const SHORT[] = {"tfue", "rgpd"};
	struct str key = {0};
	bool is_code, plain;
	if (i > 1 && key_is(w->t, i - 1, "de") && KEY_IN(w->t, i - 2, DRAFTS))
		return i;
	struct str named = {0};
	size_t again = earlier_at(w, i, &named, &is_code, &plain), end = owner_at(w, i, &key, &is_code, &plain);
	if (end == i)
		return i;
	w->act_latest = !is_code;
	if (is_code) {
		w->code = key;
		w->code_plain = plain;
		return end;
	}
	/* "la loi n° 2015-991, dite loi NOTRe" */
	if (str_eq(w->act, key))
		return end;
	w->act = key;
	w->whole_act = 0;
	if ((again == i || !str_eq(named, key)) && !str_eq(key, STR("?")) && !KEY_IN(w->t, i, SHORT)) {
		push(w, (struct span){w->t->at[i].start, w->t->at[end - 1].end}, key, (struct str){0});
		w->whole_act = w->list.n;
	}
	return end;
}

void leaf_references(struct arena *a, const struct text *text, const struct tokens *t, size_t from, size_t to,
		     const struct item **ret, size_t *ret_n)
{
	struct tokens part = *t;
	struct walk w = {.a = a, .text = text, .t = &part};
	/* What stands behind the range is another act's. */
	if (to < part.n)
		part.n = to;
	for (size_t i = landmark_next(t->landmarks, LANDMARK_REFERENCE, from, part.n); i < part.n && w.list.n < LIMIT_LIST_ITEMS;) {
		if (ends_clause(&part, i))
			end_clause(&w);
		if (part.at[i].kind != TOK_WORD) {
			i = landmark_next(t->landmarks, LANDMARK_REFERENCE, i + 1, part.n);
			continue;
		}
		size_t end = read_articles(&w, i);
		if (end == i)
			end = read_owner(&w, i);
		if (end == i)
			end = deliberations_cited(a, text, &part, i, &w.list);
		i = landmark_next(t->landmarks, LANDMARK_REFERENCE, end > i ? end : i + 1, part.n);
	}
	*ret = w.list.at;
	*ret_n = w.list.n < LIMIT_LIST_ITEMS ? w.list.n : LIMIT_LIST_ITEMS;
}
