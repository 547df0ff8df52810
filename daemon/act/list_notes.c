/* SPDX-License-Identifier: EUPL-1.2 */
/* A mark beside a name of a list, and the note that explains it: "M. A*, Mme B" and, below, "* jusqu'à la délibération n° 5 incluse".
 *
 * Whose mark it is, and from which vote on the note holds, is not placed: only that somebody was not there all along is sure. A mark of a
 * substitute or of somebody far away has a note without a time, and says nothing.
 */
#include "presence_priv.h"

#define NOTE_TOKENS 14
#define MARKS_MOST 16 /* of a list, looked for below it */
#define MARK_LETTERS 2 /* "(1)", "(12)", "(a)" */

/* "*", "(*)", "(1)", "(a)" at token i: the token after it, or i. */
static size_t over_mark(const struct reader *rd, size_t i)
{
	size_t k = i;

	if (tok_mark(&rd->t, i, '(') && tok_mark(&rd->t, i + 2, ')') && rd->t.at[i + 1].end - rd->t.at[i + 1].start <= MARK_LETTERS)
		return i + 3;
	while (tok_mark(&rd->t, k, '*'))
		k++;
	return k;
}

static bool is_the_same_mark(const struct reader *rd, size_t a, size_t a_end, size_t b, size_t b_end)
{
	if (a_end - a != b_end - b)
		return false;
	if (!tok_mark(&rd->t, a, '('))
		return tok_mark(&rd->t, b, '*');
	const struct token *one = &rd->t.at[a + 1], *other = &rd->t.at[b + 1];

	return tok_mark(&rd->t, b, '(') && str_eq(str_part(rd->text->bytes, one->start, one->end), str_part(rd->text->bytes, other->start, other->end));
}

/* "jusqu'au point 3", "présent à partir de la délibération n° 5", "arrivé à 20 h", "sorti lors du vote": not "en visioconférence". */
static bool tells_a_time(const struct reader *rd, size_t i)
{
	static const char bounds[] = " jusqu jusque partir compter arrive arrivee arrives arrivees parti partie partis parties depart sorti sortie sortis quitte ",
			  states[] = " present presente presents presentes absent absente absents absentes sauf excepte uniquement seulement pour excuse excusee ",
			  places[] = " deliberation deliberations point points question questions h heures vote ";
	const size_t to = sentence_end(rd, i, i + NOTE_TOKENS < rd->t.n ? i + NOTE_TOKENS : rd->t.n), near = i + NOTE_TOKENS / 2 < to ? i + NOTE_TOKENS / 2 : to;

	return tok_says(&rd->t, i, near, bounds) || (tok_says(&rd->t, i, near, states) && tok_says(&rd->t, i, to, places));
}

/* Behind the list, the same mark with such a note. */
static bool note_behind(const struct reader *rd, size_t mark, size_t end, size_t behind, struct range *ret)
{
	for (size_t k = behind; k < rd->t.n; k++) {
		const size_t text = over_mark(rd, k);

		if (text > k && is_the_same_mark(rd, mark, end, k, text) && tells_a_time(rd, text)) {
			*ret = (struct range){ k, sentence_end(rd, text, text + NOTE_TOKENS < rd->t.n ? text + NOTE_TOKENS : rd->t.n) };
			return true;
		}
		k = text > k ? text - 1 : k;
	}
	return false;
}

static bool note_of(const struct reader *rd, const struct field *list, struct range *ret)
{
	if (list->statut != FIELD_LU || list->n == 0)
		return false;
	const size_t to = token_at(rd, list->span.end);
	size_t marks = 0;

	for (size_t k = token_at(rd, list->span.start), end; k < to + 1 && k < rd->t.n && marks < MARKS_MOST; k = end > k ? end : k + 1) {
		end = over_mark(rd, k);
		marks += end > k;
		if (end > k && note_behind(rd, k, end, end > to ? end : to, ret))
			return true;
	}
	return false;
}

bool presence_note_of_a_list(const struct reader *rd, struct range *ret)
{
	return note_of(rd, &rd->r->presents, ret) || note_of(rd, &rd->r->absents, ret);
}
