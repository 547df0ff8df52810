/* SPDX-License-Identifier: EUPL-1.2 */
/* Whether the end at which a title stopped (titles.c) is surely its own: a line that opens as a sentence could, a page, a column, a list may have cut it. */
#include "titles_priv.h"

#define STOP_WORDS 25 /* before a full stop in the midst of a line: more is a sentence */
#define FULL_LINE 75 /* bytes: there the line was full, and the title goes on */
#define INDENT 3 /* more blanks before a line than the page's margin: centred, or under the title's first line */
#define AROUND_TOKENS 150

static size_t indent_of(const struct reader *rd, size_t i)
{
	size_t n = 0;

	while (n < rd->t.at[i].start && rd->text->bytes.p[rd->t.at[i].start - n - 1] == ' ')
		n++;
	return n;
}

/* The least indent of the lines around token i: the margin of the page. */
static size_t margin_around(const struct reader *rd, size_t i)
{
	const size_t from = i > AROUND_TOKENS ? i - AROUND_TOKENS : 0, to = i + AROUND_TOKENS < rd->t.n ? i + AROUND_TOKENS : rd->t.n;
	size_t least = SIZE_MAX;

	for (size_t k = from; k < to && least > 0; k++)
		if (k == 0 || rd->t.at[k].lines > 0)
			least = indent_of(rd, k) < least ? indent_of(rd, k) : least;
	return least == SIZE_MAX ? 0 : least;
}

static bool breaks_a_full_line(const struct reader *rd, size_t i)
{
	size_t n = rd->t.at[i - 1].end, start = n;

	while (start > 0 && rd->text->bytes.p[start - 1] != '\n')
		start--;
	return n - start >= FULL_LINE;
}

/* A line begins there as a sentence could, and is not set as a title: what follows it may be no part of it. */
static bool unsure_line(const struct reader *rd, size_t from, size_t to, bool stop)
{
	const size_t margin = margin_around(rd, from);

	for (size_t k = from + 1; k < to; k++)
		if ((stop || !breaks_a_full_line(rd, k)) && rd->t.at[k].lines > 0 && !title_goes_on(rd, k) && (rd->t.at[k].shape == SHAPE_TITLE || rd->t.at[k].kind == TOK_NUMBER) &&
		    rd->t.at[k].kind != TOK_MARK && !title_in_capitals(rd, from, k) && indent_of(rd, k) < margin + INDENT)
			return true;
	return false;
}

static bool one_word(const struct reader *rd, size_t from, size_t to)
{
	size_t words = 0;

	for (size_t k = from; k < to; k++)
		words += rd->t.at[k].kind == TOK_WORD && rd->t.at[k].key.n > 1;
	return words < 2;
}

/* "Tarifs de la cantine pour l'année    Adoptée :⏎scolaire 2031-2032    14 pour": the row of a table has a second line, or another column stands in it. */
static bool is_woven_with_a_column(const struct reader *rd, size_t from, size_t end, size_t limit)
{
	size_t k = from + 1;

	while (k < end && !(opens_a_column(rd, k) && rd->t.at[k].shape == SHAPE_TITLE))
		k++;
	if (k < end)
		return true;
	if (end >= limit || !opens_a_column(rd, end))
		return false;
	while (k < limit && rd->t.at[k].lines == 0)
		k++;
	return k < limit && rd->t.at[k].lines == 1;
}

/* "Chantier du lavoir :⏎Choix du maçon": the second half of a title, as likely as the text. */
static bool goes_on_behind_a_colon(const struct reader *rd, size_t colon, size_t limit)
{
	const size_t next = colon + 1;
	size_t k = next;

	if (!tok_mark(&rd->t, colon, ':') || next >= limit || rd->t.at[next].lines != 1 || rd->t.at[next].kind != TOK_WORD || rd->t.at[next].shape == SHAPE_LOWER ||
	    title_gives_way_at(rd, next, limit, false) || !is_subtitle(rd, next, limit))
		return false;
	while (k < limit && rd->t.at[k].lines < 2 && !tok_among(&rd->t, k, " : . ; "))
		k++;
	return k >= limit || rd->t.at[k].lines >= 2;
}

/* "COMMISSION DES FINANCES⏎⏎PRIX DU STÈRE": who examined what the next paragraph names. */
static bool is_a_commission_above_a_title(const struct reader *rd, size_t from, size_t end, size_t limit)
{
	return word_is(rd, from, "commission") && end < limit && rd->t.at[end].kind == TOK_WORD && rd->t.at[end].shape != SHAPE_LOWER && !title_gives_way_at(rd, end, limit, false) &&
	       is_subtitle(rd, end, limit);
}

const char *why_no_end(const struct reader *rd, size_t from, size_t k, size_t limit, enum title_end end)
{
	if (end == END_NONE && (k < limit || (k == rd->t.n && k - from > STOP_WORDS)))
		return "la fin de l'objet n'a pas été trouvée : rien ne le sépare de la suite";
	if (is_woven_with_a_column(rd, from, k, limit))
		return "la fin de l'objet n'a pas été trouvée : une autre colonne du tableau le coupe";
	if (end == END_FOOT || ((end == END_PART || end == END_NONE) && ends_on_a_page(rd, from, k)))
		return "la fin de l'objet n'a pas été trouvée : un bas de page le coupe";
	if (end == END_STAMP)
		return "la fin de l'objet n'a pas été trouvée : un tampon le coupe";
	if (end == END_LABEL)
		return "la fin de l'objet n'a pas été trouvée : la ligne qui le suit est peut-être celle d'un formulaire ou d'un tableau";
	if (end == END_SENTENCE)
		return "la fin de l'objet n'a pas été trouvée : une phrase le suit peut-être sur la même ligne";
	if (end == END_NAME)
		return "la fin de l'objet n'a pas été trouvée : la ligne qui le suit est peut-être le nom de qui rapporte";
	if (end == END_STOP && ((k - from >= STOP_WORDS && rd->t.at[k + 1].lines == 0) || unsure_line(rd, from, k, true)))
		return "la fin de l'objet n'a pas été trouvée : il se continue par une phrase";
	if ((end == END_BLANK || end == END_COLON) && one_word(rd, from, k) && !title_gives_way_at(rd, k, limit, false))
		return "ce qui est là où l'on attend l'objet n'est qu'un mot";
	if (end == END_COLON && goes_on_behind_a_colon(rd, k, limit))
		return "la fin de l'objet n'a pas été trouvée : la ligne qui suit ses deux-points peut en être la suite";
	if (end == END_BLANK && is_a_commission_above_a_title(rd, from, k, limit))
		return "ce qui est là où l'on attend l'objet n'en est pas un : une commission, et un autre titre sous elle";
	if (end == END_BLANK && unsure_line(rd, from, k, false))
		return "la fin de l'objet n'a pas été trouvée : sa seconde ligne peut ouvrir une phrase";
	if (end == END_BLANK && rd->t.at[k].shape == SHAPE_LOWER && rd->t.at[k].kind == TOK_WORD && !title_in_capitals(rd, from, k) &&
	    !title_gives_way_at(rd, k, limit, false))
		return "la fin de l'objet n'a pas été trouvée : une ligne vide le coupe";
	return NULL;
}
