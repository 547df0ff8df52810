/* SPDX-License-Identifier: EUPL-1.2 */
/* "Pour ...... 22", "Contre – 0", "Abstentions → 1": a sign that is no colon leads from a label to its number.
 *
 * The same signs stand between a number and the next label ("22 pour – 0 contre – 1 abstention"), where a number read with
 * the wrong neighbour shifts the whole tally. How the row begins decides: with a label, or with a number.
 */
#include "led_voices_priv.h"

#define ROW_VOICES 8	/* labels and numbers looked back over */
#define LABEL_TOKENS 6	/* of the longest label: "Nombre de voix pour" */
#define MARGIN_TOKENS 6 /* words of a margin between a label and its signs */
#define LEADERS 120	/* dots of a form */

static bool is_leader(const struct reader *rd, size_t i)
{
	static const char *const others[] = { ",", "(", ")", "[", "]", "/", "%", "'", "\"", ":", "=", "+", "?", "!", "&", "€", "«", "»", NULL };

	return rd->t.at[i].kind == TOK_MARK && !word_in(rd, i, others);
}

/* Where the signs before token i begin. */
static size_t before_leaders(const struct reader *rd, size_t i)
{
	const size_t least = i > LEADERS ? i - LEADERS : 0;

	while (i > least && is_leader(rd, i - 1))
		i--;
	return i;
}

/* The label of a voice that ends at token `end`, where it opens something: its first token, else end. */
static size_t label_before(const struct reader *rd, size_t end)
{
	enum voice v = VOICE_POUR;
	size_t label = end;

	for (size_t k = end; k > 0 && end - k < LABEL_TOKENS; k--)
		if (voice_label(rd, k - 1, &v) == end)
			label = k - 1;
	if (label == end || label == 0 || rd->t.at[label].lines > 0 || rd->t.at[label].shape != SHAPE_LOWER || rd->t.at[label - 1].kind != TOK_WORD)
		return label;
	return end;
}

/* Where the signs from token i on end. */
static size_t past_leaders(const struct reader *rd, size_t i)
{
	const size_t most = i + LEADERS < rd->t.n ? i + LEADERS : rd->t.n;

	while (i < most && is_leader(rd, i))
		i++;
	return i;
}

static bool opens_its_line(const struct reader *rd, size_t i, size_t second)
{
	return rd->t.at[before_leaders(rd, i)].lines > 0 && rd->t.at[before_leaders(rd, second)].lines == 0 && rd->t.at[second].lines == 0;
}

static bool on_another_line(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k <= to && k < rd->t.n; k++)
		if (rd->t.at[k].lines > 0)
			return true;
	return false;
}

/* "Votants : 23", "Exprimés 22": the number has a label of its own. */
static bool is_counted_apart(const struct reader *rd, size_t number)
{
	static const char *const counts[] = { "votants", "exprimes", "presents", "representes", "exercice", "pouvoirs", "procurations", NULL };
	const size_t colon = number > 0 && (tok_mark(&rd->t, number - 1, ':') || tok_mark(&rd->t, number - 1, '=')) ? number - 1 : number;

	return colon > 0 && word_in(rd, colon - 1, counts);
}

/* The row of labels and numbers around the number at token i begins with a label. */
static bool begins_with_a_label(const struct reader *rd, size_t i)
{
	for (unsigned k = 0; k < ROW_VOICES; k++) {
		const size_t label = label_before(rd, before_leaders(rd, i));

		if (label == before_leaders(rd, i))
			return false;
		const size_t before = before_leaders(rd, label);

		if (before == 0 || rd->t.at[before - 1].kind != TOK_NUMBER || opens_its_line(rd, label, i) || is_counted_apart(rd, before - 1))
			return true;
		if (opens_its_line(rd, before - 1, label))
			return false;
		i = before - 1;
	}
	return true;
}

/* … ends with a label: behind the last one, which ends at next, stands no number on its line. */
static bool ends_with_a_label(const struct reader *rd, size_t next)
{
	enum voice v = VOICE_POUR;
	int64_t n;

	for (unsigned k = 0; k < ROW_VOICES; k++) {
		const size_t number = past_leaders(rd, next), end = voice_count(rd, number, &n), label = past_leaders(rd, end);

		if (end == number || on_another_line(rd, next, number))
			return true;
		next = voice_label(rd, label, &v);
		if (next == label || on_another_line(rd, end, label))
			return false;
	}
	return false;
}

enum voice_row voice_row_at(const struct reader *rd, size_t i, size_t next)
{
	int64_t n;
	const size_t behind = past_leaders(rd, next);
	const bool signs = before_leaders(rd, i) < i || (behind > next && !on_another_line(rd, next, behind) && voice_count(rd, behind, &n) > behind);

	if (!signs)
		return ROW_PLAIN;
	if (is_counted_apart(rd, i))
		return ROW_OF_ANOTHER;
	return begins_with_a_label(rd, i) || !ends_with_a_label(rd, next) ? ROW_UNSURE : ROW_PLAIN;
}

bool voice_led_near(const struct reader *rd, size_t next)
{
	int64_t n;

	for (size_t k = next; k < next + MARGIN_TOKENS && k < rd->t.n && rd->t.at[k].lines == 0; k++)
		if (past_leaders(rd, k) > k && voice_count(rd, past_leaders(rd, k), &n) > past_leaders(rd, k))
			return true;
	return false;
}

size_t voice_led(const struct reader *rd, size_t i, enum voice *v, struct voice_read *ret)
{
	const size_t next = voice_label(rd, i, v), k = past_leaders(rd, next);

	if (next == i || k == next || k >= rd->t.n || on_another_line(rd, next, k) || !begins_with_a_label(rd, k))
		return i;
	const size_t end = voice_count(rd, k, &ret->n);
	enum voice other = VOICE_POUR;
	const size_t label = past_leaders(rd, end), after = voice_label(rd, label, &other);

	if (end == k || (after > label && !on_another_line(rd, end, label) && ends_with_a_label(rd, after)) ||
	    rd->t.at[end].kind == TOK_NUMBER || (after == label && rd->t.at[end].kind == TOK_WORD && rd->t.at[end].shape == SHAPE_LOWER && rd->t.at[end].lines == 0))
		return i;
	ret->how = VOICE_NUMBER;
	ret->sure = voice_names_its_kind(rd, i, next, *v);
	return end;
}
