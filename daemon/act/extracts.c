/* SPDX-License-Identifier: EUPL-1.2 */
/* Several extracts of one séance in one file, without numbers that tell them apart: each repeats the title of the register.
 *
 * The title is also at the head of each page of one act: only where each part has its own "Objet :", in other words than the one
 * before, and behind it a vote of its own, does the title begin an acte.
 */
#include "names_priv.h"
#include "segment_priv.h"
#include "titles_priv.h"

#define TITLE_WORDS 5 /* of two objets that are compared */

static bool titles_an_extract(const struct reader *rd, size_t i)
{
	size_t next;

	return rd->t.at[i].shape != SHAPE_LOWER && tok_phrase(&rd->t, i, "extrait du registre", &next);
}

static size_t next_extract(const struct reader *rd, size_t i)
{
	while ((i = next_of(rd, LANDMARK_MEETING, i, rd->t.n)) < rd->t.n && !titles_an_extract(rd, i))
		i++;
	return i;
}

static bool same_words(const struct reader *rd, size_t a, size_t b)
{
	const size_t k = tok_same(&rd->t, a, b, TITLE_WORDS);

	return k == TITLE_WORDS || rd->t.at[a + k].kind == TOK_MARK;
}

/* One matter with its label and, behind the label alone, its vote. */
static bool is_an_acte(const struct reader *rd, size_t from, size_t to, size_t *label)
{
	*label = objet_label_in(rd, from, to);
	return *label > 0 && objet_label_in(rd, *label, to) == 0 && !is_decided_between(rd, from, *label) && is_voted_between(rd, *label, to) && !holds_two_votes(rd, *label, to);
}

struct act_headings extracts(struct reader *rd)
{
	struct act_headings found = { 0 }, none = { 0 };
	size_t label, before = 0;

	for (size_t i = next_extract(rd, 0), to; i < rd->t.n && found.n < LIMIT_ACTES - 1; i = to) {
		to = next_extract(rd, i + 1);
		if (!is_an_acte(rd, found.n == 0 ? 0 : i, to, &label) || (before > 0 && same_words(rd, before, label)))
			return none;
		before = label;
		*ARENA_PUSH(rd->a, &found) = (struct act_heading){ .at = found.n == 0 ? 0 : i };
	}
	return found.n > 1 ? found : none;
}
