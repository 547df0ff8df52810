/* SPDX-License-Identifier: EUPL-1.2 */
/* The acte's own number where no "Délibération n°" stands before it: a code of the house ("DEL2031-04 Objet : …",
 * "(DL-2031-12)"), or a number made of the day of the séance ("20310130 1 …").
 *
 * Many numbers of a deliberation look like that (calls for projects, accounts, lots): a code counts only with capitals, a
 * year and a serial number, where nothing cites it, and read_numero takes it only when the year is that of the séance.
 */
#include "reader_priv.h"
#include "letters.h"

#define SERIAL_DIGITS 3
#define TITLE_WORDS 3
#define TITLE_TOKENS 12
#define LETTERS_OF_BODY 4 /* CP, CR, DEL, DCM */
#define SLIPS_IN_HEADING 2 /* "DELTBERATION" */

static bool is_number(const struct reader *rd, size_t i, size_t digits)
{
	return i < rd->t.n && rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i].key.n == digits;
}

/* Capitals alone or glued to digits: DEL, CC, PACU. */
static bool opens_code(const struct reader *rd, size_t i)
{
	return rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i].key.n <= 6;
}

bool holds_year_and_serial(const struct reader *rd, size_t from, size_t to, int *ret_year)
{
	size_t years = 0, others = 0;

	for (size_t i = from; i < to; i++) {
		if (rd->t.at[i].kind != TOK_NUMBER)
			continue;
		if (years == 0 && is_year(&rd->t.at[i])) {
			*ret_year = rd->t.at[i].value;
			years++;
		} else {
			others++;
		}
	}
	return years == 1 && others > 0;
}

/* A title in capitals stands before token i, and not a member's family name. */
bool title_before(const struct reader *rd, size_t i)
{
	size_t words = 0;

	for (size_t k = i; k > 0 && i - k < TITLE_TOKENS && words < TITLE_WORDS; k--) {
		const struct token *tok = &rd->t.at[k - 1];

		if (tok->kind != TOK_WORD || tok->key.n == 1)
			continue;
		if (tok->shape != SHAPE_UPPER)
			return false;
		words++;
	}
	return words == TITLE_WORDS;
}

/* After a word in lower case it is cited; between parentheses it stands behind the title of the acte. */
static bool code_place(const struct reader *rd, size_t i, size_t end)
{
	const struct token *before = i > 0 ? &rd->t.at[i - 1] : NULL;

	if (before == NULL || rd->t.at[i].lines > 0)
		return true;
	if (tok_mark(&rd->t, i - 1, '('))
		return tok_mark(&rd->t, end, ')') && title_before(rd, i - 1);
	if (before->kind == TOK_WORD)
		return before->shape == SHAPE_UPPER;
	return sentence_ends_at(rd, i - 1);
}

size_t code_of_act(const struct reader *rd, size_t i, struct range *ret_number, int *ret_year)
{
	size_t end;

	if (!opens_code(rd, i) || rd->t.at[i + 1].space)
		return i;
	end = read_number_of_act(rd, i);
	if (end == i || !code_place(rd, i, end) || !holds_year_and_serial(rd, i, end, ret_year))
		return i;
	*ret_number = (struct range){ i, end };
	return end;
}

static bool title_follows(const struct reader *rd, size_t i)
{
	return i < rd->t.n && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].lines == 0 && rd->t.at[i].shape != SHAPE_LOWER;
}

/* "20310130 1 Titre", "2031-01-02 TITRE" where the séance is on 30 January 2031. */
static size_t dated_number(const struct reader *rd, size_t i, struct date day, struct range *ret)
{
	const int64_t ymd = (int64_t)day.year * 10000 + day.month * 100 + day.day;
	size_t end = i;

	if (rd->t.at[i].lines == 0)
		return i;
	if (is_number(rd, i, 8) && rd->t.at[i].value == ymd && i + 1 < rd->t.n && rd->t.at[i + 1].kind == TOK_NUMBER &&
	    rd->t.at[i + 1].key.n <= SERIAL_DIGITS && rd->t.at[i + 1].lines == 0)
		end = i + 2;
	else if (is_number(rd, i, 4) && rd->t.at[i].value == day.year && tok_mark(&rd->t, i + 1, '-') &&
		 is_number(rd, i + 2, 2) && rd->t.at[i + 2].value == day.month && tok_mark(&rd->t, i + 3, '-') &&
		 i + 5 < rd->t.n && rd->t.at[i + 4].kind == TOK_NUMBER && rd->t.at[i + 5].shape == SHAPE_UPPER)
		end = i + 5;
	if (end == i || !title_follows(rd, end))
		return i;
	*ret = (struct range){ i, end };
	return end;
}

/* "DELTBERATION n° 2031/174": the heading with a slip of the scanner in it. */
static size_t scanned_heading(const struct reader *rd, size_t i, struct range *ret)
{
	size_t k = i + 1, end;

	if (rd->t.at[i].shape != SHAPE_UPPER || rd->t.at[i].key.n < 10 ||
	    letters_apart(rd->t.at[i].key, STR("deliberation"), SLIPS_IN_HEADING) > SLIPS_IN_HEADING || !word_is(rd, k, "n"))
		return i;
	for (k++; k < rd->t.n && rd->t.at[k].kind == TOK_MARK; k++)
		;
	end = read_number_of_act(rd, k);
	if (end - k < 3)
		return i;
	*ret = (struct range){ k, end };
	return end;
}

/* "DÉLIBÉRATION N°CP 2031-117": the letters of the body, apart from the number. */
static size_t lettered_heading(const struct reader *rd, size_t i, struct range *ret)
{
	size_t k = cue_at(rd->lx, &rd->t, i, CUE_NUMERO);

	if (k == i || !word_is(rd, i, "deliberation") || rd->t.at[i].shape == SHAPE_LOWER ||
	    (i > 0 && rd->t.at[i - 1].kind == TOK_WORD && rd->t.at[i - 1].shape == SHAPE_LOWER && rd->t.at[i].lines == 0))
		return i;
	k = over_degree(rd, k);
	if (k + 1 >= rd->t.n || !word_is(rd, k - 2, "n") || !opens_code(rd, k) || rd->t.at[k].key.n > LETTERS_OF_BODY ||
	    rd->t.at[k + 1].lines > 0)
		return i;
	const size_t end = read_number_of_act(rd, k + 1);

	if (end < k + 4 || rd->t.at[k + 1].kind != TOK_NUMBER)
		return i;
	*ret = (struct range){ k, end };
	return end;
}

/* "DÉLIBÉRATION DU CONSEIL MUNICIPAL N° 2031-15", a title and not "par délibération du conseil municipal n° 2031-15". */
static size_t heading_of_body(const struct reader *rd, size_t i, struct range *ret)
{
	size_t k = i + 2 + word_is(rd, i + 2, "la"), next;

	if (!word_is(rd, i, "deliberation") || rd->t.at[i].shape == SHAPE_LOWER || !(word_is(rd, i + 1, "du") || word_is(rd, i + 1, "de")) ||
	    organe_at(rd, k, &next) == NULL || !word_is(rd, next, "n") ||
	    (i > 0 && rd->t.at[i - 1].kind == TOK_WORD && rd->t.at[i - 1].shape == SHAPE_LOWER && rd->t.at[i].lines == 0))
		return i;
	k = over_degree(rd, next + 1);
	const size_t end = read_number_of_act(rd, k);

	if (k == next + 1 || end == k)
		return i;
	*ret = (struct range){ k, end };
	return end;
}

size_t titled_number_at(const struct reader *rd, size_t i, struct range *ret)
{
	size_t end = heading_of_act(rd, i, ret);

	if (end == i)
		end = heading_of_body(rd, i, ret);
	return end > i ? end : lettered_heading(rd, i, ret);
}

bool number_of_another_seance(const struct reader *rd, struct range number)
{
	const size_t end = number.to, at = end + 1 + (word_is(rd, end, "en") && word_is(rd, end + 1, "date") ? 2 : 0);
	const bool dated = rd->r->date.statut == FIELD_LU;
	struct date day, own = { 0 };
	int weekday, year = 0;

	if (dated && !date_parse(rd->r->date.texte, &own))
		return false;
	if (word_is(rd, at - 1, "du") && leaf_date(&rd->t, at, &day, &weekday) > at)
		return !dated || date_cmp(day, own) != 0;
	return dated && holds_year_and_serial(rd, number.from, number.to, &year) && year != own.year;
}

size_t own_number_at(const struct reader *rd, size_t i, struct range *ret)
{
	const struct field *date = &rd->r->date;
	struct date day = { 0 };
	int year = 0;
	size_t end = scanned_heading(rd, i, ret);

	if (end > i || date->statut != FIELD_LU)
		return end;
	/* Neither of the two others begins so. */
	if (rd->t.at[i].kind == TOK_NUMBER ? rd->t.at[i].lines == 0 : !opens_code(rd, i))
		return i;
	if (!date_parse(date->texte, &day))
		return i;
	end = dated_number(rd, i, day, ret);
	if (end > i)
		return end;
	end = code_of_act(rd, i, ret, &year);
	return end > i && year == day.year ? end : i;
}
