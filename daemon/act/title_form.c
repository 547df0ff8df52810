/* SPDX-License-Identifier: EUPL-1.2 */
/* A line below a title that belongs to the form around it: "Effectif légal : 33", "Pièce jointe : plan", the rows of a table. */
#include "titles_priv.h"

#define LABEL_WORDS 6
#define LINE_TOKENS 24

/* "Direction du patrimoine :", "Exercice 2031 :": the colon that closes a few words at the start of a line, behind which its value stands; or i. */
static size_t colon_of_label(const struct reader *rd, size_t i, size_t end)
{
	size_t k = i + 1;

	while (k < end && k <= i + LABEL_WORDS && !tok_among(&rd->t, k, " : , ; ( "))
		k++;
	return k + 1 < end && tok_mark(&rd->t, k, ':') ? k : i;
}

static bool is_of_the_form(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " effectif effectifs membre membres nombre nbre quorum presents lieu date president presidente service services direction pole matiere classification nomenclature"
				    " domaine rubrique theme code piece pieces annexe annexes commission elu elue elus referent rapporteur montant decision proposition presentation debat debats discussion"
				    " discussions contexte preambule rappel resume synthese nb nota visa ");
}

/* "Affaire suivie par : M. PETIT", "Dossier suivi par" */
static bool tells_who_follows(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " affaire dossier ") && tok_among(&rd->t, i + 1, " suivie suivi ") && word_is(rd, i + 2, "par");
}

/* "Présidence de M. Luc PETIT, 1er adjoint" */
static bool tells_who_chairs(const struct reader *rd, size_t i)
{
	size_t next;

	return word_is(rd, i, "presidence") && is_civility(&rd->t, i + 1 + tok_among(&rd->t, i + 1, " de : "), &next);
}

static size_t columns_in(const struct reader *rd, size_t i, size_t end)
{
	size_t n = 0;

	for (size_t k = i + 1; k < end; k++)
		n += opens_a_column(rd, k);
	return n;
}

/* Two lines of columns, the first with no line of the title beside it. */
static bool is_a_table(const struct reader *rd, size_t i, size_t limit)
{
	const size_t end = line_end(rd, i, limit);

	return end < limit && rd->t.at[end].lines == 1 && columns_in(rd, i, end) > 0 && columns_in(rd, end, line_end(rd, end, limit)) > 0;
}

/* "D 6061 + 500 €", "Montant de l'aide 500 €" */
static bool ends_on_a_sum(const struct reader *rd, size_t end)
{
	return tok_among(&rd->t, end - 1, " € euros ") && rd->t.at[end - 2].kind == TOK_NUMBER;
}

enum title_end form_line_at(const struct reader *rd, size_t from, size_t i, size_t limit)
{
	if (rd->t.at[i].lines == 0 || rd->t.at[i].kind != TOK_WORD || rd->t.at[i].shape == SHAPE_LOWER || title_goes_on(rd, i))
		return END_NONE;
	const size_t end = line_end(rd, i, limit < i + LINE_TOKENS ? limit : i + LINE_TOKENS), colon = colon_of_label(rd, i, end);

	if ((colon > i && is_of_the_form(rd, i)) || tells_who_chairs(rd, i) || tells_who_follows(rd, i))
		return END_PART;
	if (is_a_table(rd, i, limit))
		return columns_in(rd, from, i) == 0 ? END_PART : END_NONE;
	return colon > i || ends_on_a_sum(rd, end) ? END_LABEL : END_NONE;
}

/* "Accord à l'unanimité", "Avis favorable à l'unanimité" */
static bool tells_an_accord(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " accord avis ") && (result_at(rd, i + 1) || result_at(rd, i + 2));
}

/* "7.1 Décisions budgétaires": where it is filed, or a part of the title. */
static bool may_be_filed_at(const struct reader *rd, size_t i)
{
	return rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i].key.n == 1 && tok_mark(&rd->t, i + 1, '.') && rd->t.at[i + 2].kind == TOK_NUMBER && rd->t.at[i + 2].key.n == 1;
}

/* Behind capitals or a word in small letters it is the form's; in "Maison France Services : réalisation", "MAISON FRANCE SERVICES : RÉALISATION" it is the title's. */
static enum title_end label_within(const struct reader *rd, size_t from, size_t i, size_t limit)
{
	const bool capitals = title_in_capitals(rd, from, i), number = rd->t.at[colon_of_label(rd, i, limit) + 1].kind == TOK_NUMBER;

	if (rd->t.at[i].shape == SHAPE_TITLE && (capitals || rd->t.at[i - 1].kind != TOK_WORD || rd->t.at[i - 1].shape == SHAPE_LOWER))
		return END_PART;
	return capitals && !number ? END_NONE : END_LABEL;
}

static bool may_open_a_sentence(const struct reader *rd, size_t i)
{
	static const char openings[] = " le la les l un une il elle ils dans par lors afin pour conformement depuis apres en ce cette cet ces selon comme nous suite sur au aux si visa monsieur madame ";
	const size_t next = i + 1 + tok_mark(&rd->t, i + 1, '\'');

	return (tok_among(&rd->t, i, openings) && rd->t.at[next].kind == TOK_WORD && rd->t.at[next].shape == SHAPE_LOWER) || (word_is(rd, i, "compte") && word_is(rd, i + 1, "tenu"));
}

enum title_end sentence_within(const struct reader *rd, size_t from, size_t i, size_t limit)
{
	const struct token *t = &rd->t.at[i];

	if (t->lines > 0 || title_goes_on(rd, i))
		return END_NONE;
	if (may_be_filed_at(rd, i))
		return END_LABEL;
	if (t->kind != TOK_WORD || t->shape == SHAPE_LOWER || tok_among(&rd->t, i - 1, " dit lieudit ( \" : - / "))
		return END_NONE;
	if (is_of_the_form(rd, i) && colon_of_label(rd, i, limit) > i)
		return label_within(rd, from, i, limit);
	if (tells_an_accord(rd, i) || tells_who_follows(rd, i))
		return END_PART;
	const size_t next = i + 1 + tok_mark(&rd->t, i + 1, '\'');

	if (tok_among(&rd->t, i, " le la l ") && tok_among(&rd->t, next, " conseil comite bureau assemblee commission "))
		return cue_of(rd, next + 1, (const enum cue[]){ CUE_DECIDE, CUE_VERBE, CUE_ADOPTE }, 3) ? END_PART : END_SENTENCE;
	return t->shape == SHAPE_TITLE && may_open_a_sentence(rd, i) ? END_SENTENCE : END_NONE;
}
