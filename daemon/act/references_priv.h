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
	bool lettered;	  /* L, LO, R, D, A */
	bool hyphenated;
	bool open; /* "et suivants" */
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

static inline bool key_is(const struct tokens *t, size_t i, const char *key)
{
	return tok_is_word(t, i, key);
}

#endif
