/* SPDX-License-Identifier: EUPL-1.2 */
/* Are a result and a tally, a title or a decision apart, of one matter? Minutes that were not cut tell one matter behind the other: the unanimity of
 * the first and the voices against the second are no fault of either.
 *
 * A form that is printed below the decision ("Pour : 14 Contre : 0") is of it whatever stands between, unless a numbered title does. A tally that has
 * its own decision ("par 4 voix pour et 1 contre, le conseil décide"), or that the result contradicts, must stand in the same matter to be joined.
 */
#include "ballots_priv.h"
#include "titles_priv.h"

#define REACH 70	  /* tokens of the sentence before its tally */
#define TITLE_CAPITALS 2  /* words */
#define LABEL_TOKENS 6
#define TITLE_TOKENS 14	  /* of a title in small letters, a paragraph of its own */

bool result_allows(const struct formula *f, const struct tally *t)
{
	const struct voice_read *against = &t->v[VOICE_CONTRE];

	return !(f->results & RESULT_UNANIMITE) || against->how == VOICE_UNSEEN || (against->how == VOICE_NUMBER && against->n == 0);
}

/* "3 pour, 2 contre" and "unanimité", "rejeté": a fault of one vote, or two votes. */
static bool contradicts(const struct formula *f, const struct tally *t)
{
	const struct voice_read *pour = &t->v[VOICE_POUR], *against = &t->v[VOICE_CONTRE];

	return !result_allows(f, t) || ((f->results & RESULT_REJET) && pour->how == VOICE_NUMBER && pour->n > (against->how == VOICE_NUMBER ? against->n : 0));
}

bool says_no_other_matter(const struct reader *rd, size_t k)
{
	static const enum cue cues[] = { CUE_VERBE, CUE_DECIDE, CUE_ADOPTE, CUE_PREND_ACTE, CUE_VOTE, CUE_NB_VOTANTS };

	return rd->t.at[k].kind == TOK_MARK || (rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape == SHAPE_LOWER) ||
	       cue_of(rd, k, cues, sizeof cues / sizeof *cues) ||
	       tok_among(&rd->t, k, " article dit charge autorise precise donne fixe vote votes resultat resultats scrutin ");
}

/* "La délibération est …", "L'ensemble est …", in the sentence that ends behind `to`. */
static bool names_what_was_voted(const struct reader *rd, size_t k, size_t to)
{
	static const char voted[] = " deliberation proposition projet motion voeu ensemble texte resolution ";
	const size_t noun = k + 1 + tok_mark(&rd->t, k + 1, '\'');

	return tok_among(&rd->t, k, " la le l ce cette cet ") && tok_among(&rd->t, noun, voted) && sentence_end(rd, k, to + 1) > to;
}

/* "Le conseil municipal accorde": the assembly is the subject of the sentence at token k. */
static bool assembly_opens(const struct reader *rd, size_t k)
{
	return tok_among(&rd->t, k, " le la ") && council_at(rd, k + 1);
}

/* "Voirie : le conseil, à l'unanimité": of minutes in one line, the next matter and its decision. */
static bool label_opens(const struct reader *rd, size_t k)
{
	size_t i = k + 1;

	if (says_no_other_matter(rd, k))
		return false;
	while (i < k + LABEL_TOKENS && !tok_mark(&rd->t, i, ':') && !sentence_ends_at(rd, i))
		i++;
	return tok_mark(&rd->t, i, ':') && assembly_opens(rd, i + 1);
}

/* "VOTE DES TAUX", "AIDE AUX CLUBS": not "VOTE : 5", "LE MAIRE", "POUR EXTRAIT CONFORME", "FAIT ET DÉLIBÉRÉ". */
static bool is_in_capitals(const struct reader *rd, size_t k)
{
	size_t words = 0;

	if (tok_among(&rd->t, k, " le la les l pour contre fait ainsi a resultat resultats abstention abstentions ont signe ") || (says_no_other_matter(rd, k) && !tok_among(&rd->t, k, " vote ")))
		return false;
	for (size_t i = k; i < rd->t.n && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_UPPER && (i == k || rd->t.at[i].lines == 0); i++)
		words += rd->t.at[i].key.n > 1;
	return words >= TITLE_CAPITALS;
}

/* "2.", "2/", "II –", "2018-12": the token behind it, or k. */
static size_t past_its_number(const struct reader *rd, size_t k)
{
	size_t i = k;

	while (i < rd->t.n && i < k + TITLE_TOKENS && (rd->t.at[i].kind == TOK_NUMBER || (rd->t.at[i].kind == TOK_MARK && i > k) ||
	       (i == k && rd->t.at[i].shape == SHAPE_UPPER && roman_at(&rd->t, i) > 0)))
		i++;
	return i > k && (tok_among(&rd->t, i - 1, " . / ) - : ") || rd->t.at[i].lines > 0) ? i : k;
}

/* "2. Adhésion au service", not "2) d'autoriser", "2. Approuve". */
static bool is_numbered_title(const struct reader *rd, size_t k)
{
	const size_t i = past_its_number(rd, k);

	return i > k && rd->t.at[k].lines > 0 && rd->t.at[i].kind == TOK_WORD && !says_no_other_matter(rd, i) && !tok_among(&rd->t, i, " d de que a le la les l ");
}

/* "Subvention à la fanfare", alone between two blank lines. */
static bool is_a_title_alone(const struct reader *rd, size_t k)
{
	size_t to = k + 1;

	if (rd->t.at[k].lines < 2 || rd->t.at[k].shape == SHAPE_LOWER || tok_among(&rd->t, k, " le la les l fait ainsi pour ") || says_no_other_matter(rd, k))
		return false;
	while (to < rd->t.n && to < k + TITLE_TOKENS && rd->t.at[to].lines < 2)
		to++;
	return rd->t.at[to].lines >= 2 && rd->t.at[to - 1].kind == TOK_WORD && !title_holds_verb(rd, k, to);
}

/* What stands between a result and a tally; `apart`: the tally is not surely the result's form. */
static bool is_one_matter(const struct reader *rd, size_t from, size_t to, bool apart, bool decided)
{
	for (size_t k = from; k < to; k++) {
		if (rd->t.at[k].lines == 0 && !sentence_ends_at(rd, k - 1))
			continue;
		if (is_numbered_title(rd, k) && (apart || is_in_capitals(rd, past_its_number(rd, k))))
			return false;
		if (apart && (is_in_capitals(rd, past_its_number(rd, k)) || is_a_title_alone(rd, k) || (decided && assembly_opens(rd, k) && !names_what_was_voted(rd, k, to)) || label_opens(rd, k)))
			return false;
	}
	return true;
}

bool no_other_matter_between(const struct reader *rd, size_t from, size_t to)
{
	return is_one_matter(rd, from, to, true, false);
}

bool result_is_of(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	if (!vote_goes_on(rd, t, f->at.from))
		return false;
	const bool decided = assembly_does(rd, t->at.from, t->at.from > REACH ? t->at.from - REACH : 0);
	const bool apart = decided || (t->at.from > 0 && tok_among(&rd->t, t->at.from - 1, " par ")) || contradicts(f, t);

	return f->at.to <= t->at.from ? is_one_matter(rd, f->at.to, t->at.from, apart, false) : is_one_matter(rd, t->end, f->at.from, apart, decided);
}
