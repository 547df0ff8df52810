/* SPDX-License-Identifier: EUPL-1.2 */
/* Do the votes of an acte stand under the numbers, titles or labels of two matters? Minutes that were not cut then lend one matter the amounts, visas and
 * déports of the other.
 *
 * A number proves a title only when the one before it opens another such title ("1 - Halle … 2 - Bois"): a text without line ends has lone figures everywhere. An
 * amendment, an article, a decision ("2) d'autoriser") that is voted apart is of the same matter.
 */
#include "scan_priv.h"
#include "segment_priv.h"
#include "titles_priv.h"

#define POINTS_MOST 99
#define MARKS_MOST 2
#define LABEL_TOKENS 6
#define MINUTES_TOKENS 8 /* "1) Approbation du procès-verbal" */

static bool is_no_title(const struct reader *rd, size_t k)
{
	static const enum cue cues[] = { CUE_VERBE, CUE_DECIDE, CUE_ADOPTE, CUE_PREND_ACTE, CUE_VOTE, CUE_NB_VOTANTS, CUE_POUR, CUE_CONTRE, CUE_ABSTENTION, CUE_NPPV };
	static const char same_matter[] = " amendement amendements article articles sous vote scrutin le la les l de d du des a que abstention abstentions pour contre voix adjoint adjoints absent absents"
					  " present presents conseillers delegues annexe dit charge autorise precise donne fixe approuve m mm mme mmes monsieur madame total ";

	return rd->t.at[k].kind != TOK_WORD || rd->t.at[k].shape == SHAPE_LOWER || rd->t.at[k].key.n < 2 || tok_among(&rd->t, k, same_matter) || cue_of(rd, k, cues, sizeof cues / sizeof *cues);
}

static bool is_place_of_a_title(const struct reader *rd, size_t k)
{
	return rd->t.at[k].lines > 0 || (k > 0 && tok_among(&rd->t, k - 1, " . ; "));
}

/* "2 - Bois de chauffage", "III. Budget", "2 Pont de Lozes" on a line: the number of the matter that may open at token k, or 0. */
static size_t matter_at(const struct reader *rd, size_t k)
{
	const bool opens_line = rd->t.at[k].lines > 0, number = rd->t.at[k].kind == TOK_NUMBER && rd->t.at[k].key.n <= 2 && rd->t.at[k].value > 0;
	const size_t n = number ? (size_t)rd->t.at[k].value : roman_at(&rd->t, k);
	size_t title = k + 1;
	struct date day = { 0 };
	int weekday;

	if (n == 0 || n > POINTS_MOST || leaf_day(&rd->t, k, &day, &weekday) > k)
		return 0;
	while (title < rd->t.n && title <= k + MARKS_MOST && tok_among(&rd->t, title, " . / ) - : ° "))
		title++;
	if (title >= rd->t.n || (title == k + 1 && !(opens_line && number && rd->t.at[title].space)) || (!rd->t.at[title].space && !tok_mark(&rd->t, title - 1, '/')) || is_no_title(rd, title))
		return 0;
	return n;
}

/* "2012-09-012" alone on its line, of the shape of the acte's own number and another. */
static bool is_another_number(const struct reader *rd, size_t acte, size_t k)
{
	const struct field *own = &rd->actes[acte].numero;
	const size_t end = rd->t.at[k].lines > 0 && rd->t.at[k].kind == TOK_NUMBER ? read_number_of_act(rd, k) : k;
	struct date day;
	int weekday;

	if (own->statut != FIELD_LU || end < k + 3 || end >= rd->t.n || rd->t.at[end].lines == 0 || leaf_date(&rd->t, k, &day, &weekday) > k)
		return false;
	const struct str text = str_part(rd->text->bytes, rd->t.at[k].start, rd->t.at[end - 1].end);

	return text.n == own->texte.n && !str_eq(text, own->texte);
}

/* "Objet : …" twice, of two titles; the head of a page says the same again. */
static bool has_two_labels(const struct reader *rd, size_t from, size_t to)
{
	const size_t one = objet_label_in(rd, from, to), two = one > 0 ? objet_label_in(rd, one, to) : 0;

	for (size_t k = 0; two > 0 && k < LABEL_TOKENS && two + k < to; k++)
		if (!tok_is(&rd->t, one + k, rd->t.at[two + k].key))
			return true;
	return false;
}

/* "1) Approbation du procès-verbal": it has no sum, no visa, and is nobody's subject. */
static bool is_of_the_minutes(const struct reader *rd, size_t k)
{
	for (size_t i = k; i + 1 < rd->t.n && i < k + MINUTES_TOKENS; i++)
		if ((tok_among(&rd->t, i, " proces ") || (tok_among(&rd->t, i, " compte comptes ") && tok_says(&rd->t, i + 1, i + 3, " rendu rendus "))) || tok_among(&rd->t, i, " pv "))
			return true;
	return false;
}

bool votes_of_two_matters(const struct reader *rd, size_t acte, bool minutes_too)
{
	const struct acte *a = &rd->actes[acte];
	const struct acte_parts *p = &rd->parts[acte];
	bool seen[POINTS_MOST + 2] = { false };

	if (a->votes_n < 2)
		return false;
	const size_t first = token_at(rd, a->votes[0].span.start), last = token_at(rd, a->votes[a->votes_n - 1].span.start), end = token_at(rd, a->votes[a->votes_n - 1].span.end);

	if (p->point > 0 && p->point <= POINTS_MOST)
		seen[p->point] = minutes_too || !is_of_the_minutes(rd, p->all.from);
	for (size_t k = p->all.from; k < end; k++) {
		const size_t n = matter_at(rd, k);

		if (k > first && ((n > 1 && seen[n - 1] && is_place_of_a_title(rd, k)) || (k < last && is_another_number(rd, acte, k))))
			return true;
		if (n > 0 && !seen[n])
			seen[n] = minutes_too || !is_of_the_minutes(rd, k);
	}
	return has_two_labels(rd, p->all.from, last);
}
