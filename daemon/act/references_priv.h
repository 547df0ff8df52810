/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the act room: the parts of the grammar of references (shared/law/CITATIONS.md §4). Each looks at token i
 * and returns the token after what it read, or i. */
#ifndef SCRUTATEUR_REFERENCES_PRIV_H
#define SCRUTATEUR_REFERENCES_PRIV_H

#include "leaf.h"
#include "words_priv.h"

#define CITED_MAX 64 /* articles of one list */

/* One article of a list, without its code: "L2121-7", and "L2121-34" when it is a range. */
struct cited {
	struct str key, upto;
	size_t from, end; /* tokens */
	size_t prefix;	  /* bytes of `key` that an elliptic bound inherits: "L2131-" of "L2131-1" */
	struct str alone; /* the number as written, when `key` was given the first part of the article before: "131-1 et 2" */
	bool lettered;	  /* L, LO, R, D, A */
	bool hyphenated;
	bool open;  /* "et suivants" */
	bool again; /* the word article is said again before it */
};

/* "article", "articles", "art.": *ret_plural. */
size_t article_head(const struct tokens *t, size_t i, bool *ret_plural);
/* A list of articles at token i; `head` = behind the word article, where a bare number counts and letters may be
 * lower-case. `list` has room for CITED_MAX. */
size_t article_list(struct arena *a, const struct tokens *t, size_t i, bool head, bool plural, struct cited *list,
		    size_t *ret_n);
/* ", alinéa 2", "2°", "du I": parts of an article. */
size_t portion_skip(const struct tokens *t, size_t i);

/* "code général des collectivités territoriales", "CGCT", "C.G.C.T." → "CGCT"; a code that is not in the table → "?".
 * *ret_plain: its articles may be bare numbers (code pénal). */
size_t code_name(const struct tokens *t, size_t i, struct str *ret_key, bool *ret_plain);

/* False when the code has no article of that shape: all of the CGCT have four figures behind their letter, of the code de l'urbanisme three. */
bool code_may_hold(struct str code, const struct cited *c);

/* True of a known code of which articles have a letter. */
bool code_has_letters(struct str code);

/* "n°", "no", "numéro" */
size_t number_sign(const struct tokens *t, size_t i);
/* "loi n° 2000-321 du 12 avril 2000" → "LOI/2000-321"; decrees, ordonnances, European texts, well-known names. */
size_t act_cited(struct arena *a, const struct tokens *t, size_t i, struct str *ret_key);

/* "délibération n° 2021-03 du conseil municipal du 1er juillet 2021", and those that follow in a plural: items are
 * pushed. */
struct item_list {
	struct item *at;
	size_t n, cap;
};
size_t deliberations_cited(struct arena *a, const struct text *text, const struct tokens *t, size_t i,
			   struct item_list *list);

/* Of one walk over a text (references.c): what was named, for the articles that come (bindings.c). */
struct walk {
	struct arena *a;
	const struct text *text;
	const struct tokens *t;
	struct item_list list;
	struct str code, act; /* named before, in this clause; empty = none */
	bool code_plain;      /* the code's articles may be bare numbers */
	bool act_latest;      /* the act was named after the code */
	size_t whole_act;     /* 1 + place in the list of the act cited as a whole, 0 = none */
	struct beside {	      /* the text named last, and the token behind it: "…, notamment son article" */
		struct str key;
		size_t end;
		bool plain, is_code, by_name; /* by its name, not as "du même code" */
	} beside;
	struct earlier {      /* for "du même code", "de la loi précitée", across clauses */
		struct str last;
		bool several, plain;
	} earlier[4]; /* code, loi, décret, ordonnance */
};

/* "du même code", "de la loi précitée" at the word code or loi: the text named earlier, "?" when it is not known which. */
size_t earlier_at(const struct walk *w, size_t i, struct str *ret, bool *ret_code, bool *ret_plain);
/* A code or act at token i, by name or as "même code": its key and the token behind it. */
size_t owner_at(struct walk *w, size_t i, struct str *ret, bool *ret_code, bool *ret_plain);
/* The text named right behind a list that ends at i: the token after it, or i. *ret is "?" for a text that has no key. */
size_t bind_right(struct walk *w, size_t i, struct str *ret);
/* The text of each article of the list [head_at, end), in `to`; empty = it is no citation. The token behind the text named behind the list,
 * or `end`. `head`: the word article opens it. */
size_t owners_of(struct walk *w, size_t head_at, size_t end, bool head, const struct cited *list, size_t n, struct str *to);
/* An article that its code cannot hold is another's ("?"), unless the one written beside the code's name (may be NULL) has that fault already:
 * a slip of the text. */
struct str or_no_such_article(struct str owner, const struct cited *c, const struct cited *beside);

static inline bool key_is(const struct tokens *t, size_t i, const char *key)
{
	return tok_is_word(t, i, key);
}

#endif
