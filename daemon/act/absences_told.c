/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is away, or votes for another, told in a sentence outside the lists: "M. A s'est fait excuser", "M. B vote pour M. A".
 *
 * Nobody is placed by such words; they only show that the lists do not name everybody, so that no list is said empty or whole. Whom a list knows
 * already is told of again.
 */
#include "people_priv.h"

#define REACH_TOKENS 12 /* from the word to the name */

static const char AWAY[] = " absence absences excuser conge empeche empechee empeches absent absente absents absentes excuse excusee excuses excusees"
			   " representee representes representees ";

static bool in_a_list(const struct attendance *at, size_t i)
{
	for (size_t k = 0; k < at->sections.n; k++)
		if (i >= at->sections.at[k].h.from && i < at->sections.at[k].to)
			return true;
	return false;
}

/* A full name at token i: the token after, or i. */
static size_t full_name(const struct reader *rd, size_t i, struct name *ret)
{
	const size_t end = rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape != SHAPE_LOWER ? name_read(rd, i, rd->head.to, ret) : i;

	return end > i && !ret->odd && ret->civility < ret->from && !tok_among(&rd->t, ret->from, " le la l ") ? end : i;
}

/* "M. A, comptable public, est excusé": no member. */
static bool is_staff(const struct reader *rd, size_t end)
{
	return staff_at(rd, end + tok_among(&rd->t, end, " , ( "));
}

/* Somebody whom no list knows is named near the word at token i, in its sentence. */
static bool names_a_stranger(struct reader *rd, size_t i)
{
	const size_t from = sentence_start(rd, i, i > REACH_TOKENS ? i - REACH_TOKENS : 0), to = sentence_end(rd, i, i + REACH_TOKENS);
	struct name n;

	for (size_t k = from, end; k < to && k < rd->head.to; k = end > k ? end : k + 1) {
		end = full_name(rd, k, &n);
		struct person p = end > k ? name_person(rd, &n) : (struct person){ 0 };

		if (end > k && !is_staff(rd, end) && people_find(rd, &p, WHO_ANY) == PEOPLE_NONE)
			return true;
	}
	return false;
}

size_t absence_told(struct reader *rd, const struct attendance *at)
{
	for (size_t i = rd->head.from; i < rd->head.to; i++)
		if ((tok_among(&rd->t, i, AWAY) || (tok_among(&rd->t, i, " venir assister participer sieger ") && i > 0 && tok_among(&rd->t, i - 1, " pu "))) && !in_a_list(at, i) && !told_of_a_past_seance(rd, i) && names_a_stranger(rd, i))
			return i;
	return 0;
}

/* "vote pour", "représente", "→" at token i: the token after, or i. */
static size_t over_voting_for(const struct reader *rd, size_t i)
{
	if (tok_among(&rd->t, i, " vote votera votait ") && tok_among(&rd->t, i + 1, " pour "))
		return i + 2;
	return tok_among(&rd->t, i, " represente representait representera → ") ? i + 1 : i;
}

size_t proxy_told_otherwise(struct reader *rd, const struct attendance *at)
{
	struct name n;

	for (size_t i = rd->head.from + 1; i < rd->head.to; i++) {
		const size_t next = over_voting_for(rd, i);

		if (next > i && !in_a_list(at, i) && full_name(rd, next, &n) > next && name_before(rd, rd->head.from, i, &n))
			return i;
	}
	return 0;
}
