/* SPDX-License-Identifier: EUPL-1.2 */
/* Who left is back, and both are told: "M. A quitte la séance" … "M. A regagne la séance", "Retour de M. le Maire". From the return on the list of the séance is whole again.
 *
 * It is so only where each sentence names whom it is of and nobody else, and all of them were there from the beginning. Decided against: taking those who
 * left out of the acte between; whoever else went then is rarely told.
 */
#include "going_priv.h"
#include "leaving_priv.h"
#include "presence_priv.h"

#define SENTENCE_TOKENS 40
#define VERB_TOKENS 4 /* "s'est retiré" */

static bool add(struct reader *rd, struct person *p, struct away *who)
{
	if (who->n == AWAY_MOST || people_find(rd, p, WHO_ANY) != PEOPLE_ONE || !is_there_all_along(rd, p->cle))
		return false;
	who->keys[who->n++] = p->cle;
	return true;
}

/* From token k on, up to `to`, nothing but names, titles and what joins them; *ret_end is behind the last. */
static bool members_at(struct reader *rd, size_t k, size_t to, struct away *who, size_t *ret_end)
{
	struct person p;
	struct name n;

	for (size_t next, joined = 1; joined > 0 && k < to; k = next + joined) {
		k += who->n > 0 && tok_among(&rd->t, k, " de d du ");
		if ((next = title_beginning_at(rd, k)) > k ? !person_of_title(rd, k, next, &p) : (next = name_read(rd, k, to, &n)) == k || n.odd)
			return false;
		if (title_beginning_at(rd, k) == k)
			p = name_person(rd, &n);
		if (!add(rd, &p, who))
			return false;
		*ret_end = next;
		joined = tok_among(&rd->t, next, " , et ") && next + 1 < to;
	}
	return who->n > 0;
}

/* Of somebody else it may be said: "M. A et le public", "Mme B, que M. A remplace". */
static bool names_others(const struct reader *rd, size_t from, size_t to)
{
	size_t next;

	for (size_t k = from; k < to; k++)
		if (is_civility(&rd->t, k, &next) || (tok_among(&rd->t, k, " et ") && !tok_among(&rd->t, k + 1, " ne n reprend reprennent sort sortent quitte quittent ")) || tok_among(&rd->t, k, " avec maire adjoint adjointe elu elus elue conseiller conseillers membres "))
			return true;
	return false;
}

static size_t over_an_hour(const struct reader *rd, size_t i)
{
	int minutes;
	const size_t hour = i + tok_among(&rd->t, i, " a vers "), next = leaf_hour(&rd->t, hour, &minutes);

	return next > hour ? skip_marks(rd, next, ",:-") : i;
}

/* The sentence begins with them, and ends with what the verb at i says. */
static bool members_before(struct reader *rd, size_t from, size_t i, size_t to, struct away *who)
{
	const size_t end = behind_the_subject(rd, from, i), row = row_of_names_before(rd, from, end), begin = row < end ? row : title_ending_at(rd, end);
	size_t last = end;

	if (begin >= end || begin < from || !(begin == over_an_hour(rd, from) || is_heading_place(rd, begin)) || !members_at(rd, begin, end, who, &last))
		return false;
	return last == end && !names_others(rd, i, to);
}

/* "Retour de M. A", "Départ du maire à 21 h" at the noun */
static bool members_behind(struct reader *rd, size_t from, size_t i, size_t to, struct away *who)
{
	size_t last;

	if (i != over_an_hour(rd, from) && !is_heading_place(rd, i))
		return false;
	return tok_among(&rd->t, i + 1, " de d du ") && members_at(rd, i + 2, to, who, &last) && !names_others(rd, last, to);
}

bool gone_at(struct reader *rd, size_t i, size_t from, size_t to, struct away *ret)
{
	*ret = (struct away){ .n = 0 };
	if (gives_a_proxy(rd, from, to) || tok_says(&rd->t, from, to, " pas que qu "))
		return false;
	if (tok_among(&rd->t, i, " depart departs sortie "))
		return members_behind(rd, from, i, to, ret);
	return leaving_in(rd, i, i + VERB_TOKENS < to ? i + VERB_TOKENS : to, LEAVING_A_PLACE | LEAVING_TOLD | LEAVING_A_VOTE) && members_before(rd, from, i, to, ret);
}

bool back_at(struct reader *rd, size_t i, struct away *ret, size_t *ret_end)
{
	static const char verbs[] = " regagne regagnent reintegre reintegrent revient reviennent rejoint rejoignent retrouve retrouvent reprend reprennent ";
	const size_t from = sentence_start(rd, i, i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0), to = sentence_end(rd, i, i + SENTENCE_TOKENS);
	size_t next;

	*ret = (struct away){ .n = 0 };
	*ret_end = to;
	if (tok_says(&rd->t, from, to, " apres pas sans si lorsque jusqu jusque avant "))
		return false;
	if (tok_among(&rd->t, i, " retour retours "))
		return tok_among(&rd->t, i - 1, " de ") && tok_among(&rd->t, i - 2, " est sont ") ? members_before(rd, from, i - 2, to, ret) : members_behind(rd, from, i, to, ret);
	return tok_among(&rd->t, i, verbs) && (company_at(rd, i + 1) > i + 1 || room_at(rd, i + 1, &next) || presence_moment_at(rd, i + 1, to)) && members_before(rd, from, i, to, ret);
}

static size_t place_in(const struct away *who, struct str key)
{
	size_t k = 0;

	while (k < who->n && !str_eq(who->keys[k], key))
		k++;
	return k;
}

bool away_are_back(struct away *gone, const struct away *back)
{
	for (size_t b = 0; b < back->n; b++)
		if (place_in(gone, back->keys[b]) == gone->n)
			return false;
	for (size_t b = 0; b < back->n; b++) {
		const size_t k = place_in(gone, back->keys[b]);

		if (k < gone->n)
			gone->keys[k] = gone->keys[--gone->n];
	}
	return back->n > 0;
}

bool away_add(struct away *gone, const struct away *more)
{
	for (size_t k = 0; k < more->n; k++) {
		if (place_in(gone, more->keys[k]) < gone->n)
			continue;
		if (gone->n == AWAY_MOST)
			return false;
		gone->keys[gone->n++] = more->keys[k];
	}
	return true;
}

bool all_were_deported(const struct field *deports, const struct away *back)
{
	for (size_t b = 0; b < back->n; b++)
		if (deports->statut != FIELD_LU || !list_holds_key(deports, back->keys[b]))
			return false;
	return back->n > 0;
}
