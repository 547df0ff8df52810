/* SPDX-License-Identifier: EUPL-1.2 */
/* What binds an article to its text: the name behind its list, "du même code", the text named before it. */
#include "references_priv.h"

static const struct {
	const char *word, *prefix;
} NATURES[4] = {{"code", ""}, {"loi", "LOI/"}, {"decret", "DECRET/"}, {"ordonnance", "ORD/"}};

static void remember(struct walk *w, struct str key, bool is_code, bool plain)
{
	size_t k = is_code ? 0 : 1;
	while (!is_code && k < 4 && !str_starts(key, str_c(NATURES[k].prefix)))
		k++;
	if (k == 4)
		return;
	struct earlier *e = &w->earlier[k];
	e->several |= e->last.n > 0 && !str_eq(e->last, key);
	e->last = key;
	e->plain = plain;
}

/* "du même code", "de la loi précitée" at the word code or loi: the text named earlier, "?" when it is not known which.
 */
size_t earlier_at(const struct walk *w, size_t i, struct str *ret, bool *ret_code, bool *ret_plain)
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
size_t owner_at(struct walk *w, size_t i, struct str *ret, bool *ret_code, bool *ret_plain)
{
	*ret_plain = false;
	size_t end = code_name(w->t, i, ret, ret_plain);
	*ret_code = end > i;
	if (end == i)
		end = act_cited(w->a, w->t, i, ret);
	const bool by_name = end > i;
	if (by_name)
		remember(w, *ret, *ret_code, *ret_plain);
	else
		end = earlier_at(w, i, ret, ret_code, ret_plain);
	if (end > i)
		w->beside = (struct beside){*ret, end, *ret_plain, *ret_code, by_name};
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
size_t bind_right(struct walk *w, size_t i, struct str *ret)
{
	const struct tokens *t = w->t;
	bool plain, is_code;
	size_t tail = portion_skip(t, i), comma = tok_mark(t, tail, ',') ? tail + 1 : tail, at = binder(t, tail);
	/* Without "du" an abbreviation binds, or what touches the article: "L. 2121-29, code …" may open the next text. */
	if (!is_of(t, comma) && (at >= t->n || (t->at[at].shape != SHAPE_UPPER && !(at == i && t->at[at].lines == 0 && t->at[at].shape == SHAPE_TITLE && key_is(t, at, "code")))))
		return i;
	size_t end = owner_at(w, at, ret, &is_code, &plain);
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

/* What stands between the text named last and an article's head at i. */
struct lead {
	bool beside; /* nothing of a sentence: "CODE, et notamment les" */
	bool theirs; /* "son", "ses", "notamment": the article is of the text named before */
	bool own;    /* "son", "ses" */
};

static struct lead lead_at(const struct walk *w, size_t i)
{
	static const char between[] = " , ( : ' l les le la de a aux au dans en et son ses plus notamment particulier particulierement specialement dont ";
	const struct tokens *t = w->t;
	struct lead lead = {0};
	size_t k = i;

	for (; k > w->beside.end && tok_among(t, k - 1, between); k--) {
		lead.own |= tok_among(t, k - 1, " son ses ");
		/* not "modifiant notamment" */
		lead.theirs |= tok_among(t, k - 1, " notamment particulier particulierement specialement dont ") && (k - 1 == w->beside.end || tok_among(t, k - 2, " , ( : et en plus "));
	}
	lead.theirs |= lead.own;
	lead.beside = k == w->beside.end && k > 0;
	return lead;
}

/* The text before that article `c` is of, whatever is named behind it; empty = none. */
static struct str named_before(const struct walk *w, const struct cited *c, bool head, const struct lead *lead)
{
	const struct beside *b = &w->beside;

	if (lead->beside && (c->lettered ? b->is_code : !b->is_code || b->plain || c->hyphenated))
		return b->key;
	return c->lettered && w->code.n == 0 ? (struct str){0} : scope_of(w, c, head, false);
}

/* "CODE A, notamment son article X, et l'article Y du CODE B": X is of A. Where A and B both may be meant, "?". */
static struct str owner_of_two(struct str before, struct str behind, const struct lead *lead, bool again)
{
	if (before.n == 0 || str_eq(before, behind) || !(again ? lead->theirs || lead->beside : lead->own))
		return behind;
	return again && lead->theirs ? before : STR("?");
}

/* An article that its code cannot hold is another's, unless the one written beside the code's name has that fault already: a slip of the text. */
struct str or_no_such_article(struct str owner, const struct cited *c, const struct cited *beside)
{
	if (code_may_hold(owner, c) || (beside != NULL && beside->hyphenated && !code_may_hold(owner, beside)))
		return owner;
	return STR("?");
}

/* How many articles stand before the word article is said again: all `n` where it is not. */
static size_t repeated_head(const struct cited *list, size_t n)
{
	size_t k = 0;

	while (k < n && !list[k].again)
		k++;
	return k;
}

size_t owners_of(struct walk *w, size_t head_at, size_t end, bool head, const struct cited *list, size_t n, struct str *to)
{
	const bool theirs = head_at > 0 && key_is(w->t, head_at - 1, "leurs");
	const struct lead lead = lead_at(w, head_at);
	const struct cited *left = lead.beside && w->beside.by_name ? &list[0] : NULL, *right = NULL;
	struct str behind = {0};

	for (size_t k = 0; k < n; k++)
		to[k] = theirs ? (struct str){0} : named_before(w, &list[k], head, &lead);
	const size_t after = bind_right(w, end, &behind), again = repeated_head(list, n);

	if (after > end && w->beside.by_name && w->beside.end == after)
		right = &list[n - 1];
	for (size_t k = 0; k < n; k++) {
		if (after == end)
			to[k] = lead.beside && lead.theirs && to[k].n > 0 ? to[k] : scope_of(w, &list[k], head, theirs);
		else
			to[k] = k < again ? owner_of_two(to[k], behind, &lead, again < n) : behind;
		to[k] = or_no_such_article(to[k], &list[k], after > end && str_eq(to[k], behind) ? right : left);
	}
	return after;
}
