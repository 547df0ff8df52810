/* SPDX-License-Identifier: EUPL-1.2 */
/* From a name that was read to the person who bears it. */
#include <string.h>

#include "names_priv.h"

#define SHORT_FIRST 3	    /* letters of "LU-" */
#define SHORT_SECOND 2	    /* letters of "-LI" */
#define SEEN_ELSEWHERE 20000 /* tokens looked at for the same word, whole */

/* A hyphen between two words, and behind it a space or the end of a line. */
static bool is_broken_hyphen(const struct reader *rd, size_t i)
{
	return i > 0 && i + 1 < rd->t.n && tok_mark(&rd->t, i, '-') && !rd->t.at[i].space && rd->t.at[i + 1].space && rd->t.at[i - 1].kind == TOK_WORD &&
	       rd->t.at[i + 1].kind == TOK_WORD;
}

/* Token k is the two words around the hyphen at i, as one. */
static bool is_both(const struct reader *rd, size_t i, size_t k)
{
	const struct str first = rd->t.at[i - 1].key, second = rd->t.at[i + 1].key, whole = rd->t.at[k].key;

	return whole.n == first.n + second.n && memcmp(whole.p, first.p, first.n) == 0 && memcmp(whole.p + first.n, second.p, second.n) == 0;
}

static bool stands_whole(const struct reader *rd, size_t i)
{
	for (size_t k = 0; k < rd->t.n && k < SEEN_ELSEWHERE; k++)
		if (is_both(rd, i, k))
			return true;
	return false;
}

static bool stands_hyphenated(const struct reader *rd, size_t i)
{
	for (size_t k = 1; k + 1 < rd->t.n && k < SEEN_ELSEWHERE; k++)
		if (tok_mark(&rd->t, k, '-') && !rd->t.at[k].space && !rd->t.at[k + 1].space && str_eq(rd->t.at[k - 1].key, rd->t.at[i - 1].key) &&
		    str_eq(rd->t.at[k + 1].key, rd->t.at[i + 1].key))
			return true;
	return false;
}

bool name_may_be_cut(const struct reader *rd, const struct name *n)
{
	for (size_t i = n->from + 1; i + 1 < n->to; i++) {
		const bool small = is_broken_hyphen(rd, i) && !tok_among(&rd->t, i - 1, " van von ben ait saint st ") &&
				   (rd->t.at[i - 1].key.n <= SHORT_FIRST || rd->t.at[i + 1].key.n <= SHORT_SECOND);

		if (small && rd->t.at[i - 1].shape == rd->t.at[i + 1].shape && !stands_whole(rd, i) && !stands_hyphenated(rd, i))
			return true;
	}
	return false;
}

/* From the tokens, not from the bytes between them: a page's footer may stand in the middle of a name. */
static struct str tokens_text(struct reader *rd, size_t from, size_t to)
{
	char *out = arena_room(rd->a, rd->t.at[to - 1].end - rd->t.at[from].start + (to - from));
	size_t n = 0;

	for (size_t k = over_sidebar(rd, from); k < to; k = over_sidebar(rd, k + 1)) {
		const struct token *tok = &rd->t.at[k];

		if (k > from && k + 1 < to && tok_mark(&rd->t, k, ',')) /* "Sandrine, PETIT" (list_check.c) */
			continue;
		/* "LOU- VEL", elsewhere LOUVEL */
		if (k > from && k + 1 < to && is_broken_hyphen(rd, k) && stands_whole(rd, k)) {
			k++;
			tok++;
		} else if (k > from && tok->space && !(tok->lines > 0 && tok_mark(&rd->t, k - 1, '-')))
			out[n++] = ' ';
		memcpy(out + n, rd->text->bytes.p + tok->start, tok->end - tok->start);
		n += tok->end - tok->start;
	}
	return squeeze(rd->a, (struct str){ out, n });
}

struct person name_person(struct reader *rd, const struct name *n)
{
	struct person p = { .span = reader_span(rd, n->civility, n->to) };

	p.nom = tokens_text(rd, n->from, n->to);
	p.cle = fold_person(rd->a, p.nom);
	if (n->civility < n->from && !n->group)
		p.civilite = tokens_text(rd, n->civility, n->from);
	return p;
}
