/* SPDX-License-Identifier: EUPL-1.2 */
/* Whose presence a word tells: the name before it, behind it or in the row behind a colon, and whether the lists say otherwise of that person. */
#include "going_priv.h"
#include "presence_priv.h"

#define VERB_TOKENS 3	/* "s'est retiré" */
#define BETWEEN_TOKENS 10 /* "M. X, qui a dû malheureusement" */

/* "M. X était absent", and of no vote: told of some other day. */
static bool is_of_the_past(const struct asking *q, size_t from)
{
	return tok_says(&q->rd->t, from, q->i, " etait etaient avait avaient ") && !tok_says(&q->rd->t, q->from, q->to, " vote ");
}

static bool chairs(const struct reader *rd, struct str cle)
{
	const struct field *chair = &rd->r->president;

	return chair->statut == FIELD_LU && chair->n > 0 && str_eq(chair->items[0].qui.cle, cle);
}

/* The lists say otherwise of this person. */
static bool is_news(const struct asking *q, struct person *p, bool away)
{
	struct reader *rd = q->rd;
	const enum people_match match = people_find(rd, p, WHO_ANY);

	if (match == PEOPLE_NONE)
		return false;
	if (match == PEOPLE_SEVERAL)
		return people_find(rd, p, away ? WHO_PRESENT | WHO_CHAIR : WHO_ABSENT | WHO_GIVER) != PEOPLE_NONE;
	if (list_holds_key(q->deports, p->cle))
		return false;
	q->telling->proxy |= rd->r->pouvoirs.statut == FIELD_LU && list_holds_key(&rd->r->pouvoirs, p->cle);
	if (rd->r->presents.statut != FIELD_LU)
		return people_find(rd, p, away ? WHO_PRESENT | WHO_CHAIR : WHO_ABSENT | WHO_GIVER) == PEOPLE_ONE;
	return away == (people_in(&rd->r->presents, p->cle) != NULL || chairs(rd, p->cle));
}

static bool name_is_news(const struct asking *q, const struct name *n, bool away)
{
	struct person p;

	if (n->odd || (n->civility == n->from && n->compounds < 2 && !n->upper))
		return false;
	p = name_person(q->rd, n);
	return is_news(q, &p, away);
}

static bool title_is_news(const struct asking *q, size_t from, size_t to, bool away)
{
	struct person p;

	return from < to && person_of_title(q->rd, from, to, &p) && is_news(q, &p, away);
}

size_t presence_back_over(const struct asking *q, size_t i, const char *words)
{
	const size_t floor = i > q->from + BETWEEN_TOKENS ? i - BETWEEN_TOKENS : q->from;

	while (i > floor && (q->rd->t.at[i - 1].kind != TOK_WORD || q->rd->t.at[i - 1].shape == SHAPE_LOWER) && tok_among(&q->rd->t, i - 1, words))
		i--;
	return i;
}

bool presence_ends(const struct asking *q, size_t end, bool away)
{
	struct name n;
	size_t last;

	if (name_before(q->rd, q->from, end, &n))
		return name_is_news(q, &n, away);
	/* "MM. A et B": the last has no civility */
	const size_t row = row_of_names_before(q->rd, q->from, end);

	return row < end ? presence_of_a_row(q, row, away, &last) : title_is_news(q, title_ending_at(q->rd, end), end, away);
}

/* "M. X, appelé ailleurs, quitte ses collègues", "M. X s'excuse et part": he is the subject, farther on. */
bool presence_begins(const struct asking *q, size_t end, bool apart, bool away)
{
	const struct tokens *t = &q->rd->t;
	struct name n;
	size_t next, k = end;

	while (k > q->from && !is_civility(t, k - 1, &next) && !tok_among(t, k - 1, " que qu dont ou si : "))
		k--;
	if (k == q->from || !is_civility(t, k - 1, &next) || tok_among(t, k - 2, " de d a par avec et pour que qu chez entre vers sur au du "))
		return false;
	const size_t behind = name_read(q->rd, k - 1, end, &n);

	return behind > k && (!apart || tok_mark(t, behind, ',')) && name_is_news(q, &n, away);
}

bool presence_before(const struct asking *q, bool away)
{
	static const char between[] = " est sont a ont ete etait etaient etant ayant doit doivent du dut devant devra vient viennent peut peuvent pourra de d se s ne n ' pas plus toujours aussi"
				      " egalement alors ensuite puis enfin finalement momentanement temporairement exceptionnellement malheureusement desormais tous deux toutes qui nous y en lui"
				      " meme elle pris prend maintenant dorenavant ",
			  joined[] = " , ( [ : | - * et ";
	const size_t verb = presence_back_over(q, q->i, between), end = presence_back_over(q, presence_back_over(q, verb, joined), between);

	return !is_of_the_past(q, end) && (presence_ends(q, end, away) || (verb > q->from && tok_among(&q->rd->t, verb - 1, " , et puis ") && presence_begins(q, verb, tok_mark(&q->rd->t, verb - 1, ','), away)));
}

/* Only marks between the name and the word: a row of a table, or of a list of moves. */
bool presence_in_a_row(const struct asking *q, bool away)
{
	size_t end = q->i;

	while (end > q->from && (q->rd->t.at[end - 1].kind == TOK_NUMBER || tok_among(&q->rd->t, end - 1, " , ( [ : | - * h heures a ")))
		end--;
	return presence_ends(q, end, away);
}

/* Somebody of the row of names that begins at token k; *ret_end is behind the last of them. */
bool presence_of_a_row(const struct asking *q, size_t k, bool away, size_t *ret_end)
{
	const struct reader *rd = q->rd;
	struct name n;
	bool news = false;

	*ret_end = k;
	for (size_t next; k < q->to; k = next + tok_among(&rd->t, next, " , ; et ")) {
		if ((next = title_beginning_at(rd, k)) > k)
			news |= title_is_news(q, k, next, away);
		else if ((next = name_read(rd, k, q->to, &n)) > k)
			news |= name_is_news(q, &n, away);
		else
			break;
		*ret_end = next;
	}
	return news;
}

bool presence_behind(const struct asking *q, size_t k, bool away)
{
	size_t end;

	while (k < q->to && tok_among(&q->rd->t, k, " de du d ' "))
		k++;
	return presence_of_a_row(q, k, away, &end) && presence_moment_at(q->rd, end, q->to);
}

static bool is_quoted_whole(const struct reader *rd, size_t from, size_t word)
{
	return rd->t.at[word].end - rd->t.at[from].start <= PRESENCE_QUOTED;
}

/* Where the quotation begins that holds the word at i and, with it, who goes: a long sentence does not fit from its first word on. */
size_t presence_quoted_from(const struct reader *rd, size_t from, size_t i, size_t to)
{
	const size_t word = i + VERB_TOKENS < to ? i + VERB_TOKENS : to > i ? to - 1 : i;
	size_t first = i, next;

	if (from >= i || is_quoted_whole(rd, from, word))
		return from;
	for (size_t k = i; k-- > from && is_quoted_whole(rd, k, word);)
		if (is_civility(&rd->t, k, &next) || tok_among(&rd->t, k, " maire president presidente "))
			first = k;
	return first;
}
