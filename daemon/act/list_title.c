/* SPDX-License-Identifier: EUPL-1.2 */
/* The title of the act read as the end of the last name: "…, M. Luc PETIT⏎LOCATION DU PRÉ⏎Le conseil …", where nothing of the attendance ends the list.
 *
 * Which words are his no rule says: the list is not read. Cutting at the line's end was decided against, for names go on in the next line too.
 */
#include "lists_priv.h"

#define TITLE_WORDS 2 /* more than in any other name of the list */
#define OTHERS_LEAST 3

/* Who holds the last proxy, when the list ends with him; else its last name. */
static struct name last_name(const struct list *l)
{
	const struct entry *e = list_last(l);
	const size_t to = l->s->pairs.n > 0 ? l->s->pairs.at[l->s->pairs.n - 1].to : 0;
	struct name n;

	for (size_t k = e->name.to; k < to; k++)
		if (name_read(l->rd, k, l->limit, &n) == to)
			return n;
	return e->name;
}

/* "M. Luc PETIT⏎LOCATION DU PRÉ", "M. PETIT⏎LOCATION": a whole name fills the line, and the next one is in capitals. */
static bool goes_on_below(const struct reader *rd, const struct name *n)
{
	struct name above;

	for (size_t k = n->from + 1; k < n->to; k++)
		if (rd->t.at[k].lines > 0 && rd->t.at[k].shape == SHAPE_UPPER && name_read(rd, n->civility, k, &above) == k && !above.odd &&
		    (above.order != ORDER_NONE || (above.upper && (above.civility < above.from || above.compounds > 1))))
			return true;
	return false;
}

/* "PETIT LOCATION DU PRÉ": of two words before "DU", one is no name's. */
static bool holds_a_phrase(const struct tokens *t, const struct name *n)
{
	for (size_t k = n->from + 2; k < n->to; k++)
		if (t->at[k].shape == SHAPE_UPPER && tok_among(t, k, " du des de d ") && t->at[k - 1].shape == SHAPE_UPPER && t->at[k - 2].shape == SHAPE_UPPER &&
		    !tok_among(t, k - 1, " du des de d la le les "))
			return true;
	return false;
}

static size_t most_words(const struct section *s)
{
	size_t most = 0;

	for (size_t k = 0; k + 1 < s->entries.n; k++)
		most = s->entries.at[k].name.compounds > most ? s->entries.at[k].name.compounds : most;
	return most;
}

static bool longer_than_others(const struct section *s, const struct name *n)
{
	return s->entries.n > OTHERS_LEAST && n->compounds >= most_words(s) + TITLE_WORDS;
}

/* "M. Luc PETIT PERSONNEL Le conseil …", where line ends were lost: one word of capitals more than any other name has. */
static bool one_word_more(const struct list *l, const struct name *n)
{
	const struct token *at = l->rd->t.at;

	return n->to < l->rd->t.n && at[n->to].lines == 0 && (at[n->to].shape != SHAPE_LOWER || tok_among(&l->rd->t, n->to, " - : ")) && n->compounds > 2 && n->compounds > most_words(l->s) && l->s->entries.n > 1 &&
	       at[n->to - 1].shape == SHAPE_UPPER && at[n->to - 2].shape == SHAPE_UPPER;
}

/* "M. Luc PETIT (pouvoir à Mme ROUX)⏎LOCATION DU PRÉ", "M. Luc PETIT. LOCATION DU PRÉ" */
static bool alone_without_civility(const struct list *l)
{
	const struct entry *e = list_last(l);

	for (size_t k = 0; k + 1 < l->s->entries.n; k++)
		if (l->s->entries.at[k].name.civility == l->s->entries.at[k].name.from)
			return false;
	return l->s->entries.n > 1 && !list_civil(e) && !(e->grouped || e->promised || e->proxy) && e->name.order == ORDER_NONE && (l->rd->t.at[e->from].lines > 0 || tok_among(&l->rd->t, e->from - 1, " ) . "));
}

/* More of the attendance stands behind the list, and no title before it. */
static bool attendance_goes_on(const struct list *l)
{
	const struct reader *rd = l->rd;
	const size_t i = l->s->to;
	struct heading h;
	size_t next;

	if (i >= l->limit)
		return false;
	return heading_at(rd, i, l->limit, &h) || list_boundary(rd, i) == BOUNDARY_HEADING || (list_boundary(rd, i) == BOUNDARY_ATTENDANCE && cue_any(rd->lx, &rd->t, i, &next) != CUE_FIN_LISTE);
}

bool list_title_in_last(struct list *l)
{
	struct section *s = l->s;

	if (s->entries.n == 0 || attendance_goes_on(l))
		return false;
	const struct name n = last_name(l);

	if (alone_without_civility(l) && tok_mark(&l->rd->t, n.from - 1, '.') && !tok_mark(&l->rd->t, list_last(l)[-1].from - 1, '.')) {
		s->to = n.from;
		s->entries.n--;
		return false;
	}
	return alone_without_civility(l) || (!tok_among(&l->rd->t, n.to, " . , ; ) ") && (goes_on_below(l->rd, &n) || holds_a_phrase(&l->rd->t, &n) || longer_than_others(s, &n) || one_word_more(l, &n)));
}
