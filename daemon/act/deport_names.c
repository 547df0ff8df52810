/* SPDX-License-Identifier: EUPL-1.2 */
/* Who withdraws, around the words of a withdrawal: names before or behind them, a title, those of a tally by name. */
#include "going_priv.h"
#include "leaving_priv.h"
#include "people_priv.h"
#include "votes_priv.h"

#define QUALITY_TOKENS 40

/* Where the sentence of the words at i begins, no further back than who they are may reach. */
static size_t told_from(const struct reader *rd, size_t i, size_t floor)
{
	return sentence_start(rd, i, i > floor + QUALITY_TOKENS ? i - QUALITY_TOKENS : floor);
}

/* "NPPV : 0", "n'ayant pas pris part au vote : néant": nobody. */
bool says_nobody(const struct reader *rd, size_t i)
{
	static const char *const nobody[] = { "neant", "aucun", "aucune", "zero", "o", NULL };

	while (i < rd->t.n && rd->t.at[i].kind == TOK_MARK && !tok_mark(&rd->t, i, '/'))
		i++;
	return word_in(rd, i, nobody) || rd->t.at[i].value == 0 ||
	       (tok_mark(&rd->t, i, '/') && rd->t.at[i].kind == TOK_MARK);
}

/* "Déport : M. Service juridique Luc VIAL": a margin left a word for a name. */
static bool is_torn(const struct reader *rd, size_t end)
{
	const struct token *last = &rd->t.at[end - 1];
	const size_t link = skip_marks(rd, end, ",;"), behind = link + word_is(rd, link, "et");
	size_t next;

	if (behind < rd->t.n && (behind > end || rd->t.at[end].lines == 0) && is_civility(&rd->t, behind, &next))
		return true; /* a comma was lost, or a name: "M. A, Mme⏎2⏎B" */
	return last->shape == SHAPE_TITLE && end < rd->t.n && rd->t.at[end].kind == TOK_WORD && rd->t.at[end].shape == SHAPE_LOWER && rd->t.at[end].lines == 0 &&
	       !tok_among(&rd->t, end, " et qui en pour car dont a est etant au aux ");
}

static void push_all(struct reader *rd, struct voters *list, const struct voters *more)
{
	for (size_t k = 0; k < more->n; k++)
		voters_push(rd, list, &more->at[k].qui);
}

/* Between the commas at `comma` and before i: what they are, and nothing that makes a sentence of its own. */
static bool is_a_quality(const struct reader *rd, size_t comma, size_t i)
{
	size_t next;

	/* "MM. A et B, partis, ne votent pas" */
	if (leaving_in(rd, comma + 1, i - 1, LEAVING_TOLD))
		return false;
	if (comma + 2 >= i || rd->t.at[comma + 1].kind != TOK_WORD || rd->t.at[comma + 1].shape != SHAPE_LOWER)
		return false;
	/* "M. A, qui tient un étal, …" */
	const size_t from = comma + 1 + tok_among(&rd->t, comma + 1, " qui que qu dont ");

	for (size_t at = from; at + 1 < i; at++)
		if (is_civility(&rd->t, at, &next) || tok_among(&rd->t, at, " , ; : que qu dont qui ainsi mais ne n ") || cue_at(rd->lx, &rd->t, at, CUE_POUR) > at)
			return false;
	return true;
}

bool withdrawal_of_several(const struct reader *rd, size_t i)
{
	return tok_says(&rd->t, i, i + 3, " prennent participent retirent quittent sortent votent sont deportent ont prendront participeront voteront souhaitent ");
}

/* "M. B ; M. A et Mme C, membres du bureau": the row may have begun earlier. */
static bool goes_on_from_a_name(const struct reader *rd, size_t start, size_t row)
{
	struct name n;

	if (row <= start || !tok_among(&rd->t, row - 1, " et , ni ; "))
		return false;
	return tok_among(&rd->t, row - 1, " et ni ") || name_before(rd, start, row - 1, &n) || title_ending_at(rd, row - 1) < row - 1;
}

/* "M. A, président du comité des fêtes, ne prend pas part au vote", "M. A et Mme B, membres du bureau, ne prennent pas part": what they are stands between two commas. */
static bool with_a_quality(struct reader *rd, size_t i, size_t floor, struct voters *list)
{
	const size_t start = told_from(rd, i, floor), comma = before_the_aside(rd, start, i), row = row_of_names_before(rd, start, comma);
	struct voters try = { 0 };

	if (!tok_mark(&rd->t, i - (i > 0), ',') || comma == i || row == comma || !is_a_quality(rd, comma, i) || goes_on_from_a_name(rd, start, row))
		return false;
	if (voters_from(rd, row, comma, &try) != comma || (try.n > 1) != withdrawal_of_several(rd, i))
		return false;
	push_all(rd, list, &try);
	return true;
}

/* The civility that opens the sentence, or its line, before i; i when none does. */
static size_t opening_civility(const struct reader *rd, size_t i, size_t floor)
{
	const size_t from = told_from(rd, i, floor);
	size_t start = i, next;

	while (start > from && !(is_civility(&rd->t, start, &next) && (start == from || rd->t.at[start].lines > 0 || tok_among(&rd->t, start - 1, " . ; : "))))
		start--;
	return is_civility(&rd->t, start, &next) ? start : i;
}

/* "MM. A et B, administrateurs du club ne prennent pas part au vote": no comma parts what they are from the mention; they open the sentence, and nobody else is named. */
static bool several_with_a_quality(struct reader *rd, size_t i, size_t floor, struct voters *list)
{
	static const char qualities[] = " membres administrateurs administratrices delegues deleguees representants representantes elus elues presidents adherents adherentes dirigeants salaries"
					" parents conjoints proprietaires actionnaires interesses interessees concernes concernees ";
	const size_t start = opening_civility(rd, i, floor);
	struct voters try = { 0 };
	size_t next;

	if (!withdrawal_of_several(rd, i) || start == i)
		return false;
	const size_t end = voters_from(rd, start, i, &try), k = end + (end < i && tok_mark(&rd->t, end, ','));

	if (try.n < 2 || k >= i || !tok_among(&rd->t, k, qualities))
		return false;
	for (size_t at = k; at < i; at++)
		if (is_civility(&rd->t, at, &next) || (tok_mark(&rd->t, at, ',') && at + 1 < i) || tok_among(&rd->t, at, " ; : et que dont qui ainsi mais "))
			return false;
	push_all(rd, list, &try);
	return true;
}

/* "M. A, président du club, et Mme B, présidente du comité, quittent la salle": each with what he is, from the opening of the sentence on. */
static bool each_with_a_quality(struct reader *rd, size_t i, size_t floor, struct voters *list)
{
	struct voters try = { 0 };
	size_t k = opening_civility(rd, i, floor), next;

	while (k < i && is_civility(&rd->t, k, &next)) {
		const size_t comma = voters_from(rd, k, i, &try);
		size_t close = comma + 1;

		if (comma == k || !tok_mark(&rd->t, comma, ','))
			return false;
		while (close < i && !tok_mark(&rd->t, close, ','))
			close++;
		if (close >= i || !is_a_quality(rd, comma, close + 1))
			return false;
		k = close + 1;
		k += word_is(rd, k, "et");
	}
	if (k != i || try.n < 2 || word_is(rd, i - 1, "et") || !withdrawal_of_several(rd, i))
		return false;
	push_all(rd, list, &try);
	return true;
}

/* "M. le Maire se retire" */
bool withdrawn_by_title(struct reader *rd, size_t i, struct voters *list)
{
	struct person p;

	if (!chair_told_before(rd, i, &p))
		return false;
	voters_push(rd, list, &p);
	return true;
}

/* "M. le Maire et Mme A se retirent", "M. (the margin) Luc et Mme A": one more, whose name was not read. */
static bool follows_another(const struct reader *rd, size_t start)
{
	if (start > 0 && word_is(rd, start - 1, "et"))
		return true;
	return start > 2 && tok_mark(&rd->t, start - 1, ',') && title_ending_at(rd, start - 1) < start - 1;
}

/* "À la demande de Mme A, M. B se retire": the row is not of one sentence. */
static bool is_one_behind_another(const struct reader *rd, size_t start, size_t i)
{
	return start > 0 && tok_among(&rd->t, start - 1, " de d du par pour avec a ") && !withdrawal_of_several(rd, i);
}

/* "M. A, Administrateur du Crédit Rural, ne prend pas part": one does so, and what he is has capitals as a name has, but no civility. */
static bool ends_on_what_he_is(const struct reader *rd, const struct voters *list, size_t before, size_t i)
{
	if (list->n < before + 2 || !tok_says(&rd->t, i, i + 3, " prend participe retire quitte sort vote deporte prendra participera souhaite "))
		return false;
	return list->at[before].qui.civilite.n > 0 && list->at[list->n - 1].qui.civilite.n == 0;
}

/* "M. le Maire", "la présidente"; "maire" alone is what somebody is. */
static size_t past_a_title(const struct reader *rd, size_t i)
{
	const size_t title = title_beginning_at(rd, i);

	return title > i + 1 ? title : i;
}

/* The names, or the title, from token i on; i when nobody who is known stands there. */
static size_t names_or_title(struct reader *rd, size_t i, size_t limit, struct voters *list)
{
	const size_t title = past_a_title(rd, i);
	struct person holder;

	if (title == i)
		return voters_from(rd, i, limit, list);
	if (tok_among(&rd->t, title, " adjoint adjointe delegue deleguee honoraire du de d ") || !person_of_title(rd, i, title, &holder))
		return i;
	voters_push(rd, list, &holder);
	return title;
}

/* "M. A, M. le Maire et Mme B" from token i on: the token behind the last; i when nobody bears one of the titles. */
static size_t row_of_voters(struct reader *rd, size_t i, size_t limit, struct voters *list)
{
	size_t end = names_or_title(rd, i, limit, list), next;

	for (; end > i && end < limit && tok_among(&rd->t, end, " , ; et "); end = next) {
		next = names_or_title(rd, end + 1, limit, list);
		if (next == end + 1)
			return past_a_title(rd, next) > next ? i : end;
	}
	return end;
}

/* "M. Luc VIAL, Mme Zoé⏎(the foot of a page)⏎ROUX": the last has one word, and the others two. */
static bool ends_in_half_a_name(const struct reader *rd, const struct voters *list, size_t end)
{
	bool whole = false;

	if (list->n == 0)
		return false;
	const struct str last = list->at[list->n - 1].qui.nom;

	for (size_t k = 0; k + 1 < list->n; k++)
		whole |= str_find(list->at[k].qui.nom, STR(" "), 0) != STR_NONE;
	return whole && str_find(last, STR(" "), 0) == STR_NONE && rd->t.at[end - 1].shape == SHAPE_TITLE && end < rd->t.n && rd->t.at[end].kind == TOK_WORD;
}

/* ": M. A, Mme B", "(hors la présence) de M. A," at token i */
static bool names_behind(struct reader *rd, size_t i, size_t limit, struct voters *list)
{
	struct voters named = { 0 };
	const size_t end = row_of_voters(rd, i, limit, &named);

	push_all(rd, list, &named);
	return end > i && !is_torn(rd, end) && !tok_among(&rd->t, end, " et ainsi ") && !ends_in_half_a_name(rd, &named, end);
}

/* "NPPV : 2 (M. A, Mme B)", "1 NPPV (M. A)", "NPPV 0", from the token behind the mention: the names of as many as are counted. */
static bool read_counted(struct reader *rd, size_t i, size_t next, size_t limit, struct voters *list)
{
	const size_t number = skip_marks(rd, next, ":"), before = list->n;
	int64_t n = 0;
	const size_t behind = voice_plain_count(rd, number, &n);
	const bool before_it = behind == number && i > 1 && voice_plain_count(rd, i - 1, &n) == i && !tok_among(&rd->t, i - 2, " : = ");
	const size_t end = behind > number ? behind : before_it ? next : 0;

	if (end > 0 && n == 0)
		return true;
	if (end == 0 || !tok_mark(&rd->t, end, '('))
		return false;
	const size_t close = row_of_voters(rd, end + 1, limit, list);

	return tok_mark(&rd->t, close, ')') && (int64_t)(list->n - before) == n;
}

/* "M. le Maire présente le compte administratif, puis quitte la salle": one opens the sentence, or its line, nobody else is named behind him, and does both. */
static bool who_does_both(struct reader *rd, size_t i, size_t floor, struct voters *list)
{
	const size_t from = told_from(rd, i, floor);
	struct voters first = { 0 };
	size_t start = i, next;

	while (start > from && !is_civility(&rd->t, start, &next))
		start--;
	const size_t end = names_or_title(rd, start, i, &first);

	if (i == 0 || !tok_among(&rd->t, i - 1, " puis et ") || !(start == from || is_heading_place(rd, start)) || end == start || first.n != 1 || rd->t.at[end].kind != TOK_WORD ||
	    rd->t.at[end].shape != SHAPE_LOWER)
		return false;
	for (size_t k = end; k < i; k++)
		if (rd->t.at[k].shape == SHAPE_UPPER || tok_among(&rd->t, k, " ; : que qu qui dont il elle ils elles on maire adjoint adjointe president presidente conseiller conseillere elu elue public ne n si "))
			return false;
	push_all(rd, list, &first);
	return true;
}

/* "Mme A et M. le Maire ne participent pas": a row with a title in it, from its first name on. */
static bool row_with_a_title(struct reader *rd, size_t i, size_t floor, struct voters *list)
{
	const size_t from = told_from(rd, i, floor);
	bool title = false;
	size_t next;

	for (size_t k = from; withdrawal_of_several(rd, i) && k < i; k++) {
		struct voters try = { 0 };

		title |= past_a_title(rd, k) > k;
		if (!is_civility(&rd->t, k, &next) || (k > from && tok_among(&rd->t, k - 1, " et , de d du par pour avec a que qu ")) || row_of_voters(rd, k, i, &try) != i || try.n < 2)
			continue;
		if (!title && !tok_says(&rd->t, k, i, " maire president presidente "))
			return false;
		push_all(rd, list, &try);
		return true;
	}
	return false;
}

/* "Le fils de M. A s'est retiré", "Mme A, représentée par M. B, ne prend pas part": not whom the phrase only names. */
static bool is_somebody_elses(const struct reader *rd, size_t start)
{
	if (start > 1 && (tok_among(&rd->t, start - 1, " par ") || (tok_among(&rd->t, start - 1, " a ") && proxy_word(&rd->t, start - 2))))
		return true;
	return start > 1 && tok_among(&rd->t, start - 1, " de d ") && is_common_noun(rd, start - 2) && follows_determiner(rd, start - 2) && !tok_among(&rd->t, start - 2, " exception abstention absence ");
}

bool withdrawn_named(struct reader *rd, size_t i, size_t next, size_t floor, size_t limit, struct voters *list)
{
	const size_t k = skip_marks(rd, next, ":");

	if ((says_nobody(rd, next) && k > next) || read_counted(rd, i, next, limit, list))
		return true;
	if (k > next || word_is(rd, i, "hors"))
		return names_behind(rd, k, limit, list);
	if (withdrawal_goes_on(rd, next))
		return false;
	if (row_with_a_title(rd, i, floor, list))
		return true;
	const bool which = i > 0 && word_is(rd, i - 1, "qui");
	const size_t before = list->n, start = voters_up_to(rd, i - which, floor, list);

	if (start < i - which)
		return !follows_another(rd, start) && !is_somebody_elses(rd, start) && !ends_on_what_he_is(rd, list, before, i) && !(list->n > before + 1 && is_one_behind_another(rd, start, i)) && (!which || list->n == before + 1 || withdrawal_of_several(rd, i));
	return withdrawn_by_title(rd, i, list) || with_a_quality(rd, i, floor, list) || several_with_a_quality(rd, i, floor, list) || each_with_a_quality(rd, i, floor, list) || who_does_both(rd, i, floor, list) || withdrawn_otherwise(rd, i, told_from(rd, i, floor), list);
}
