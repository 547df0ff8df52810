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

struct walk {
	struct arena *a;
	const struct text *text;
	const struct tokens *t;
	struct item_list list;
	struct str code, act; /* named before, in this clause; empty = none */
	bool code_plain;      /* the code's articles may be bare numbers */
	bool act_latest;      /* the act was named after the code */
	size_t whole_act;     /* 1 + place in the list of the act cited as a whole, 0 = none */
	struct earlier {      /* for "du même code", "de la loi précitée", across clauses */
		struct str last;
		bool several, plain;
	} earlier[4]; /* code, loi, décret, ordonnance */
};

static const struct {
	const char *word, *prefix;
} NATURES[4] = {{"code", ""}, {"loi", "LOI/"}, {"decret", "DECRET/"}, {"ordonnance", "ORD/"}};

static void end_clause(struct walk *w)
{
	w->code = w->act = (struct str){0};
	w->act_latest = false;
	w->whole_act = 0;
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

/* `letter` is put before a number whose letter was left out. */
static void push_article(struct walk *w, struct str owner, const struct cited *c, const char *letter)
{
	const struct tokens *t = w->t;
	struct str key = ARENA_JOIN(w->a, owner, STR("/"), str_c(letter), c->key);
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

static void remember(struct walk *w, struct str key, bool is_code, bool plain)
{
	size_t k = is_code ? 0 : 1;
	while (!is_code && k < 4 && !str_starts(key, str_c(NATURES[k].prefix)))
		k++;
	if (k == 4 || str_eq(key, STR("?")))
		return;
	struct earlier *e = &w->earlier[k];
	e->several |= e->last.n > 0 && !str_eq(e->last, key);
	e->last = key;
	e->plain = plain;
}

/* "du même code", "de la loi précitée" at the word code or loi: the text named earlier, "?" when it is not known which.
 */
static size_t earlier_at(const struct walk *w, size_t i, struct str *ret, bool *ret_code, bool *ret_plain)
{
	static const char *const BEFORE[] = {"meme", "dit", "ledit", "dudit", "ladite", "ce", "cette"};
	static const char *const BEHIND[] = {"precite",	     "precitee",      "susvise", "susvisee",
					     "susmentionne", "susmentionnee", "vise",	 "visee"};
	const struct tokens *t = w->t;
	bool before = i > 0 && KEY_IN(t, i - 1, BEFORE), behind = KEY_IN(t, i + 1, BEHIND);
	for (size_t k = 0; k < 4 && (before || behind); k++) {
		if (!key_is(t, i, NATURES[k].word))
			continue;
		const struct earlier *e = &w->earlier[k];
		*ret = e->last.n == 0 || (behind && e->several) ? STR("?") : e->last;
		*ret_code = k == 0;
		*ret_plain = e->plain;
		return i + 1;
	}
	return i;
}

static struct str or_unknown(struct str key)
{
	return key.n > 0 ? key : STR("?");
}

/* A code or act at token i, by name or as "même code": its key and the token behind it. */
static size_t owner_at(struct walk *w, size_t i, struct str *ret, bool *ret_code, bool *ret_plain)
{
	*ret_plain = false;
	size_t end = code_name(w->t, i, ret, ret_plain);
	*ret_code = end > i;
	if (end == i)
		end = act_cited(w->a, w->t, i, ret);
	if (end > i)
		remember(w, *ret, *ret_code, *ret_plain);
	else
		end = earlier_at(w, i, ret, ret_code, ret_plain);
	return end;
}

/* "du", "de la", "dudit", "de ce même", "(": what stands between a list and its text. */
static size_t binder(const struct tokens *t, size_t i)
{
	static const char *const WORDS[] = {"du", "de",	   "des",  "dudit",   "la",	  "ladite",
					    "ce", "cette", "meme", "present", "presente", "le"};
	size_t at = tok_mark(t, i, ',') || tok_mark(t, i, '(') ? i + 1 : i;
	for (unsigned k = 0; k < 4; k++) {
		if (KEY_IN(t, at, WORDS))
			at++;
		else if (key_is(t, at, "l") && tok_mark(t, at + 1, '\''))
			at += 2;
		else
			break;
	}
	return at;
}

static bool is_of(const struct tokens *t, size_t i)
{
	static const char *const OF[] = {"du", "de", "des", "dudit"};
	return KEY_IN(t, i, OF);
}

/* "de la convention", "du traité": a text that is none of ours, but the articles are its. */
static bool is_foreign(const struct tokens *t, size_t i)
{
	static const char *const TEXTS[] = {"traite",	 "reglement",	"convention", "statuts",      "arrete",
					    "directive", "cahier",	"marche",     "contrat",      "charte",
					    "protocole", "instruction", "circulaire", "constitution", "loi",
					    "decret",	 "ordonnance"};
	return KEY_IN(t, i, TEXTS);
}

/* The text named right behind a list that ends at i: the token after it, or i. *ret is "?" for a text that has no key.
 */
static size_t bind_right(struct walk *w, size_t i, struct str *ret, bool *ret_lettered)
{
	const struct tokens *t = w->t;
	bool plain, is_code;
	size_t tail = portion_skip(t, i), comma = tok_mark(t, tail, ',') ? tail + 1 : tail, at = binder(t, tail);
	/* Without "du" an abbreviation binds, or what touches the article: "L. 2121-29, code …" may open the next text. */
	if (!is_of(t, comma) && (at >= t->n || (t->at[at].shape != SHAPE_UPPER && !(at == i && t->at[at].lines == 0 && t->at[at].shape == SHAPE_TITLE && key_is(t, at, "code")))))
		return i;
	size_t end = owner_at(w, at, ret, &is_code, &plain);
	*ret_lettered = end > at && is_code && !plain;
	if (end > at)
		return end;
	if (!is_of(t, tail) || !is_foreign(t, at))
		return i;
	*ret = STR("?");
	return at + 1;
}

/* The text named before, for one article; empty = the article is no citation. */
static struct str scope_of(const struct walk *w, const struct cited *c, bool head, bool theirs)
{
	if (theirs)
		return c->lettered ? STR("?") : (struct str){0};
	if (!c->lettered && w->act.n > 0 && w->act_latest)
		return w->act;
	if (c->lettered || (w->code.n > 0 && (w->code_plain || c->hyphenated)))
		return or_unknown(w->code);
	if (w->act.n > 0)
		return w->act;
	return c->hyphenated && head ? STR("?") : (struct str){0};
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
	bool lettered = false;
	size_t n, start = i + 1 + (tok_mark(t, i, ',') && key_is(t, i + 1, "et"));
	if (!key_is(t, i, "et") && !tok_mark(t, i, ','))
		return i;
	size_t end = article_list(w->a, t, start, true, true, list, &n);
	size_t after = end > start ? bind_right(w, end, &owner, &lettered) : end;
	if (after == end || str_eq(owner, STR("?")))
		return i;
	for (size_t k = 0; k < n; k++)
		push_article(w, owner, &list[k], lettered && !list[k].lettered && list[k].hyphenated ? "L" : "");
	return more_articles(w, after);
}

static size_t read_articles(struct walk *w, size_t i)
{
	const struct tokens *t = w->t;
	struct cited list[CITED_MAX];
	struct str owner = {0};
	bool plural = false, lettered = false;
	size_t n, start = article_head(t, i, &plural);
	bool head = start > i, theirs = i > 0 && key_is(t, i - 1, "leurs");
	if (!head && (t->at[i].kind != TOK_WORD || t->at[i].key.n > 2))
		return i;
	size_t end = article_list(w->a, t, start, head, plural, list, &n);
	if (end == start)
		return i;
	size_t after = bind_right(w, end, &owner, &lettered);
	if (after == end && head && is_own_article(t, i, &list[0]))
		return end;
	for (size_t k = 0; k < n; k++) {
		struct str to = after > end ? owner : scope_of(w, &list[k], head, theirs);
		if (str_eq(to, STR("?")) && !list[k].hyphenated)
			continue;
		if (to.n == 0 || !is_trusted(w, &list[k], head, after > end))
			continue;
		if (after == end && w->act.n > 0 && str_eq(to, w->act))
			forget_whole_act(w);
		/* "art. 2122-8 du CGCT": such a code has no bare numbers, and who leaves the letter out means the law.
		 */
		bool in_code = after > end ? lettered : w->code.n > 0 && !w->code_plain && str_eq(to, w->code);
		bool omitted = in_code && !list[k].lettered && list[k].hyphenated && !str_eq(to, STR("?"));
		push_article(w, to, &list[k], omitted ? "L" : "");
	}
	return after == end ? end : plural ? more_articles(w, after) : after;
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
