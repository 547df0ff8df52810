/* SPDX-License-Identifier: EUPL-1.2 */
/* Who does what a verb says, where more than one name stands before it: a row of names, or an aside between two commas. */
#include "going_priv.h"

#define ASIDE_TOKENS 40
#define BARE_TOKENS 8

/* From the civility at token i on, up to `end`: nothing but names. */
static bool is_a_row_of_names(const struct reader *rd, size_t i, size_t end)
{
	struct name n;
	size_t next;

	while (i < end && (next = name_read(rd, i, end, &n)) > i && !n.odd)
		i = next + (next < end && tok_among(&rd->t, next, " , et "));
	return i == end;
}

/* "Luc A et Zoé B" that ends at `end`: its "et", or `from`. */
static size_t and_before_a_bare_name(const struct reader *rd, size_t from, size_t end)
{
	struct name n;

	for (size_t k = end; k-- > from && end - k < BARE_TOKENS;)
		if (k + 1 < end && tok_among(&rd->t, k, " et ") && name_read(rd, k + 1, end, &n) == end && !n.odd)
			return k;
	return from;
}

size_t row_of_names_before(const struct reader *rd, size_t from, size_t end)
{
	const size_t joined = and_before_a_bare_name(rd, from, end);
	struct name n;
	size_t next;

	for (size_t k = from; k < end; k++)
		if (is_civility(&rd->t, k, &next) && is_a_row_of_names(rd, k, end))
			return k;
	if (name_before(rd, from, end, &n) && !n.odd)
		return n.civility;
	return joined > from && name_before(rd, from, joined, &n) && !n.odd ? n.civility : name_behind_a_function(rd, from, end);
}

/* "le devis de M. A", "la parole à Mme B": no subject begins there. */
static bool follows_a_preposition(const struct reader *rd, size_t from, size_t start)
{
	return start > from && tok_among(&rd->t, start - 1, " de d du des a au aux par avec pour que chez entre vers sur sous selon contre sans : ");
}

/* Names, or a title, that the comma at `comma` follows. */
static bool subject_ends_at(const struct reader *rd, size_t from, size_t comma)
{
	const size_t row = row_of_names_before(rd, from, comma), title = title_ending_at(rd, comma);

	return (row < comma && !follows_a_preposition(rd, from, row)) || (title < comma && title >= from && !follows_a_preposition(rd, from, title));
}

size_t before_the_aside(const struct reader *rd, size_t from, size_t i)
{
	const size_t end = behind_the_subject(rd, from, i), floor = end > from + ASIDE_TOKENS ? end - ASIDE_TOKENS : from;

	if (!tok_mark(&rd->t, end, ','))
		return i;
	for (size_t k = end; k-- > floor && !tok_among(&rd->t, k, " : ; ");)
		if (tok_mark(&rd->t, k, ',') && subject_ends_at(rd, from, k))
			return k;
	return i;
}
