/* SPDX-License-Identifier: EUPL-1.2 */
/* Of which acte a withdrawal is told, where its words name one: "ne prend pas part au vote de la délibération n° 2023-13", "… : M. A pour le point 2".
 *
 * Before the first acte of minutes any such words in the sentence place it; in an acte those right behind the vote alone, for a sentence may cite other
 * deliberations. What cannot be compared with the acte's own number or point is of nobody knows which, unless the text has one acte.
 */
#include "leaving_priv.h"
#include "people_priv.h"

#define SENTENCE_TOKENS 60
#define PLACE_TOKENS 16 /* "de la délibération n° 2023-13" */
#define NUMBERS_MOST 12 /* of one row: "aux délibérations n° 3, 5 et 7" */

static const char OF_A_NUMBER[] = " deliberation deliberations ";
static const char OF_THE_AGENDA[] = " point points dossier dossiers rapport rapports affaire affaires question questions ";

static bool is_place(const struct reader *rd, size_t k)
{
	return tok_among(&rd->t, k, OF_A_NUMBER) || tok_among(&rd->t, k, OF_THE_AGENDA);
}

static size_t over_no(const struct reader *rd, size_t k)
{
	while (tok_among(&rd->t, k, " n no nos numero numeros ° º ") || (rd->t.at[k].kind == TOK_MARK && rd->t.at[k].key.n > 1))
		k++;
	return k;
}

/* "2023-13", "3": behind its last token; i when no number stands there. */
static size_t number_end(const struct reader *rd, size_t i)
{
	size_t k = i;

	if (rd->t.at[i].kind != TOK_NUMBER)
		return i;
	for (k++; tok_among(&rd->t, k, " - / _ . ") && !rd->t.at[k].space && rd->t.at[k + 1].kind == TOK_NUMBER && !rd->t.at[k + 1].space; k += 2)
		;
	return k;
}

/* The numbers behind the noun at k: is the acte among them? 1, -1 when it surely is not, 0 when that is not known or no number stands there. */
static int among_the_numbers(const struct reader *rd, size_t k, size_t acte)
{
	const bool agenda = !tok_among(&rd->t, k, OF_A_NUMBER);
	int told = -1;
	size_t n = 0;

	for (size_t i = over_no(rd, k + 1), end; n < NUMBERS_MOST && (end = number_end(rd, i)) > i; n++) {
		if (tok_among(&rd->t, end, " a jusqu jusqua ")) /* "des points 3 à 6" */
			return 0;
		const int here = acte_named(rd, str_part(rd->text->bytes, rd->t.at[i].start, rd->t.at[end - 1].end), agenda, acte);

		if (here > 0)
			return 1;
		told = here == 0 ? 0 : told;
		i = over_no(rd, end + tok_among(&rd->t, end, " , et ; "));
		if (i == end)
			return told;
	}
	return n > 0 ? told : 0;
}

/* A noun of a place with its number, from token k on and before `to`: its token, or `to`. */
static size_t numbered_place(const struct reader *rd, size_t k, size_t to)
{
	for (; k < to; k++) {
		const size_t number = is_place(rd, k) ? over_no(rd, k + 1) : to;

		if (number < to && rd->t.at[number].kind == TOK_NUMBER)
			return k;
	}
	return to;
}

size_t deport_head(const struct reader *rd)
{
	return rd->r->actes_n > 1 && rd->parts[0].number.to > 0 ? rd->parts[0].number.from : 0;
}

/* The token where the first of several actes begins, or 0. */
static size_t behind_the_head(const struct reader *rd)
{
	const struct acte_parts *first = &rd->parts[0];
	const size_t to = first->number.to > 0 ? first->number.from : rd->head.to;

	if (rd->r->actes_n < 2)
		return 0;
	return to < first->all.to ? to : first->all.to;
}

/* In an acte, from the vote at `next` on and before `end`: as far as its place may stand. */
static size_t right_behind(const struct reader *rd, size_t next, size_t end)
{
	const size_t to = end < next + PLACE_TOKENS ? end : next + PLACE_TOKENS;
	size_t k = next;

	while (k < to && (rd->t.at[k].kind == TOK_NUMBER || is_place(rd, k) || tok_among(&rd->t, k, " de du des la le les l ' a au aux pour sur lors relatif relative portant n no nos numero et , - / ° vote ")))
		k++;
	return k;
}

enum told_for deport_told_for(const struct reader *rd, size_t acte, size_t i, size_t next)
{
	const size_t head = behind_the_head(rd), floor = i > SENTENCE_TOKENS ? i - SENTENCE_TOKENS : 0;
	size_t end = sentence_end(rd, i, i + SENTENCE_TOKENS), from = next > 0 && is_place(rd, next - 1) ? next - 1 : next;

	if (i < head) {
		for (size_t k = next; k < end; k++)
			end = k == head || rd->t.at[k].lines > 1 ? k : end;
		from = sentence_start(rd, i, floor);
	} else {
		end = right_behind(rd, next, end);
	}
	const size_t place = numbered_place(rd, from, end);

	if (place == end) /* above the number of the first of several: of any of them */
		return i < deport_head(rd) && !says_nobody(rd, next) ? FOR_NOBODY_KNOWS : FOR_NO_PLACE;
	/* "M. A pour le point 2, Mme B pour le point 5" */
	const int here = numbered_place(rd, place + 1, end) < end ? 0 : among_the_numbers(rd, place, acte);

	if (here == 0)
		return rd->r->actes_n > 1 ? FOR_NOBODY_KNOWS : FOR_NO_PLACE;
	return here > 0 ? FOR_THIS : FOR_ANOTHER;
}

size_t next_deport(const struct reader *rd, size_t acte, size_t k)
{
	const struct acte_parts *p = &rd->parts[acte];
	const size_t head = acte > 0 ? behind_the_head(rd) : 0;

	for (; k < head && (k = next_of(rd, CUE_NPPV, k, head)) < head; k++) {
		const size_t told = cue_at(rd->lx, &rd->t, k, CUE_NPPV);
		const enum told_for whose = told > k ? deport_told_for(rd, acte, k, past_the_matters(rd, told)) : FOR_NO_PLACE;

		if (whose == FOR_THIS || whose == FOR_NOBODY_KNOWS)
			return k;
	}
	return next_of(rd, CUE_NPPV, k > p->all.from ? k : p->all.from, p->all.to);
}
