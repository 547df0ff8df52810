/* SPDX-License-Identifier: EUPL-1.2 */
/* What every section reader needs to look around a token: words, sentences, headings, numbers of acts.
 *
 * Sentences are found by marks and capitals, since half of the texts have no line ends; an empty line ends one too
 * where lines exist.
 */
#include <string.h>

#include "names_priv.h"
#include "reader_priv.h"
#include "titles_priv.h"

size_t token_at(const struct reader *rd, size_t offset)
{
	size_t low = 0, high = rd->t.n;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (rd->t.at[middle].start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool sentence_ends_at(const struct reader *rd, size_t i)
{
	return i + 1 >= rd->t.n || landmark_at(rd->t.landmarks, LANDMARK_SENTENCE_END, i);
}

size_t sentence_start(const struct reader *rd, size_t i, size_t floor)
{
	return i > floor && i <= rd->t.n ? landmark_before(rd->t.landmarks, LANDMARK_SENTENCE_END, i, floor) : i;
}

/* The foot of a page, which is no token, stands right before token i. */
static bool foot_before(const struct reader *rd, size_t i)
{
	const struct str gap = str_part(rd->text->bytes, rd->t.at[i - 1].end, rd->t.at[i].start);

	for (size_t k = 0; k < gap.n; k++)
		if (gap.p[k] > ' ')
			return true;
	return false;
}

size_t sentence_start_above(const struct reader *rd, size_t i, size_t floor)
{
	const size_t start = sentence_start(rd, i, floor);
	const struct token *first = &rd->t.at[start];
	const bool goes_on = (first->kind == TOK_NUMBER && (first->lines <= 1 || (start > 0 && foot_before(rd, start)))) || (first->kind == TOK_WORD && first->shape == SHAPE_LOWER);

	return start > floor && goes_on ? sentence_start(rd, start - 1, floor) : start;
}

size_t sentence_end(const struct reader *rd, size_t i, size_t ceiling)
{
	const size_t limit = ceiling < rd->t.n ? ceiling : rd->t.n;

	if (i >= limit)
		return i;
	const size_t last = landmark_next(rd->t.landmarks, LANDMARK_SENTENCE_END, i, limit);

	return last < limit ? last + 1 : limit;
}

bool cue_of(const struct reader *rd, size_t i, const enum cue *cues, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (cue_at(rd->lx, &rd->t, i, cues[k]) > i)
			return true;
	return false;
}

bool result_at(const struct reader *rd, size_t i)
{
	static const enum cue results[] = { CUE_UNANIMITE, CUE_MAJORITE };

	return cue_of(rd, i, results, sizeof results / sizeof *results);
}

bool cue_before(const struct reader *rd, size_t i, size_t within, size_t floor, enum cue c)
{
	const size_t start = sentence_start(rd, i, i > floor + within ? i - within : floor);

	return start < i && landmark_next(rd->t.landmarks, c, start, i) < i;
}

size_t skip_marks(const struct reader *rd, size_t i, const char *marks)
{
	while (i < rd->t.n && rd->t.at[i].kind == TOK_MARK && rd->t.at[i].key.n == 1 &&
	       strchr(marks, rd->t.at[i].key.p[0]) != NULL)
		i++;
	return i;
}

bool is_heading_place(const struct reader *rd, size_t i)
{
	if (i == 0 || rd->t.at[i].lines > 0)
		return true;
	return sentence_ends_at(rd, i - 1) || tok_mark(&rd->t, i - 1, ':') || tok_mark(&rd->t, i - 1, ';');
}

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_figure(s.p[i]))
			return true;
	return false;
}

static bool joins_number(const struct reader *rd, size_t i)
{
	return tok_mark(&rd->t, i, '-') || tok_mark(&rd->t, i, '/') || tok_mark(&rd->t, i, '.') ||
	       tok_mark(&rd->t, i, '_');
}

/* A piece of a number: digits, or a short word glued or joined to them (DL, DEL, CP, VII, ADM). */
static bool is_piece(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i];

	if (i >= rd->t.n)
		return false;
	return t->kind == TOK_NUMBER ||
	       (t->kind == TOK_WORD && t->key.n <= 6 && (t->shape == SHAPE_UPPER || t->key.n == 1 || !t->space));
}

/* "2024 / 31": the only joiner that stands between spaces. */
static bool is_spaced_slash(const struct reader *rd, size_t i)
{
	return tok_mark(&rd->t, i, '/') && rd->t.at[i - 1].kind == TOK_NUMBER && i + 1 < rd->t.n &&
	       rd->t.at[i + 1].kind == TOK_NUMBER && rd->t.at[i + 1].lines == 0;
}

/* The day of the séance, out of a margin that stands before the number. */
static bool is_day_of_the_seance(const struct reader *rd, size_t from, size_t to)
{
	struct date day, seance;
	int weekday;

	return to > from + 1 && rd->t.at[from].key.n <= 2 && rd->r->date.statut == FIELD_LU && leaf_date(&rd->t, from, &day, &weekday) == to &&
	       date_parse(rd->r->date.texte, &seance) && date_cmp(day, seance) == 0;
}

bool is_year(const struct token *t)
{
	return t->kind == TOK_NUMBER && t->key.n == 4 && t->value >= 1990 && t->value < 2100;
}

size_t read_number_of_act(const struct reader *rd, size_t i)
{
	static const char *const again[] = { "bis", "ter", "quater", NULL };
	size_t k = i, end = i;
	bool digits = false;

	while (k < rd->t.n && is_piece(rd, k) && k - i < 24) {
		digits = digits || has_digit(rd->t.at[k].key);
		end = ++k;
		const bool glued = k < rd->t.n && !rd->t.at[k].space;

		if (glued && is_piece(rd, k))
			continue;
		if (is_spaced_slash(rd, k) ||
		    (glued && joins_number(rd, k) && k + 1 < rd->t.n && !rd->t.at[k + 1].space))
			k++;
		else
			break;
	}
	if (digits && is_day_of_the_seance(rd, i, end))
		return i;
	end += end > i && end < rd->t.n && rd->t.at[end].lines == 0 && word_in(rd, end, again);
	return digits ? end : i;
}

/* "« Ville douce » Délibération n° 12": what was quoted has ended. */
static bool closes_a_quotation(const struct reader *rd, size_t i)
{
	const struct token *t = &rd->t.at[i];

	return (unsigned char)rd->text->bytes.p[t->start] == 0xC2 ? (unsigned char)rd->text->bytes.p[t->start + 1] == 0xBB : !t->space && rd->t.at[i + 1].space;
}

static bool is_citation_place(const struct reader *rd, size_t i)
{
	static const char links[] = " la les cette ces presente presentes de des du par a une sa ses notre d l vu vus selon et ou precitee susvisee ";
	static const char things[] = " loi decret arrete ordonnance marche lot avenant article decision convention parcelle section dossier circulaire directive"
				     " reglement modification permis compte chapitre annexe affaire point ";

	if (i == 0)
		return false;
	if (tok_mark(&rd->t, i - 1, '\'') || tok_mark(&rd->t, i - 1, '(') || (tok_mark(&rd->t, i - 1, '"') && !closes_a_quotation(rd, i - 1)))
		return true;
	/* "… la demande de permis Délibération n° 12": only a bare "n°" numbers the thing before it. */
	return tok_among(&rd->t, i - 1, links) || (tok_among(&rd->t, i - 1, things) && (word_is_no(rd, i) || rd->t.at[i].shape == SHAPE_LOWER));
}

/* "- 2 -" */
static bool is_of_a_footer(const struct reader *rd, size_t from, size_t to)
{
	return to == from + 1 && from > 0 && tok_mark(&rd->t, from - 1, '-') && tok_mark(&rd->t, to, '-');
}

/* "Qui ont pris part à la (the margin) Délibération⏎15 14 13", "Délibération 15 en exercice": a box of counts. */
static bool is_of_a_row_of_counts(const struct reader *rd, size_t from, size_t to)
{
	static const enum cue labels[] = { CUE_EN_EXERCICE, CUE_NB_PRESENTS, CUE_NB_VOTANTS };
	struct date day;
	int weekday;

	if (to != from + 1 || rd->t.at[from].key.n > 3 || to >= rd->t.n || rd->t.at[to].lines > 1)
		return false;
	const size_t next = skip_marks(rd, to, "|-");

	if (rd->t.at[next].kind == TOK_NUMBER)
		return rd->t.at[next].key.n <= 3 && leaf_date(&rd->t, next, &day, &weekday) == next;
	return rd->t.at[to].shape == SHAPE_LOWER && cue_of(rd, to, labels, sizeof labels / sizeof *labels);
}

/* "n°", and not "N° de délibération". */
static bool is_bare_no(const struct reader *rd, size_t i, size_t end)
{
	for (size_t w = i; w < end; w++)
		if (word_is(rd, w, "deliberation"))
			return false;
	return word_is_no(rd, i);
}

/* Where the number behind the words [i, end) may begin, past marks and "n°"; *ret_announced when there is such a "n°". */
static size_t behind_its_no(const struct reader *rd, size_t i, size_t end, bool *ret_announced)
{
	size_t k = skip_marks(rd, end, ":-.");

	*ret_announced = false;
	for (size_t w = i; w < end; w++)
		*ret_announced |= word_is_no(rd, w);
	if (word_is_no(rd, k)) {
		*ret_announced = true;
		k = skip_marks(rd, k + 1, ":-.");
	}
	const size_t number = over_degree(rd, k);

	*ret_announced |= number > k;
	return number;
}

/* "Délibération n°⏎2⏎": the page's number may stand where none was written. */
static bool may_be_of_a_page(const struct reader *rd, size_t from, size_t to)
{
	return to == from + 1 && rd->t.at[from].lines > 0 && rd->t.at[from].key.n < 3 && to < rd->t.n && rd->t.at[to].lines > 0;
}

/* "n°" opens lots, parcels and laws as well: bare, it counts only as a heading before a number of several parts. */
size_t heading_of_act(const struct reader *rd, size_t i, struct range *ret_number)
{
	const size_t named = cue_at(rd->lx, &rd->t, i, CUE_NUMERO);

	/* "Yves DE⏎n° 2031 / 12  LORME": what stands before it is in another column. */
	if (named == i || (over_sidebar(rd, i) == i && is_citation_place(rd, i)))
		return i;
	const bool bare = is_bare_no(rd, i, named);

	if (bare && i > 0 && rd->t.at[i - 1].shape == SHAPE_LOWER && (word_is(rd, i - 1, "deliberation") || word_is(rd, i - 1, "deliberations")))
		return i; /* "la délibération⏎n° 2031-12" */
	const bool mid_line = bare && !is_heading_place(rd, i);

	if (mid_line && (rd->t.at[i].shape == SHAPE_LOWER || rd->t.at[i - 1].shape != SHAPE_TITLE))
		return i;
	bool announced;
	const size_t k = behind_its_no(rd, i, named, &announced), end = read_number_of_act(rd, k);
	struct date day;
	int weekday;

	if (announced && may_be_of_a_page(rd, k, end))
		return i;
	if (end == k || (bare && end - k < 3) || (mid_line && !tok_mark(&rd->t, end, '-')) || is_of_a_footer(rd, k, end) ||
	    (bare && word_is(rd, end, "du") && word_is(rd, end + 1, "registre")))
		return i;
	/* "Délibérations 07/12/2022", "délibération 11 juillet 2022", "SANS DÉLIBÉRATION⏎⏎9. Titre" */
	if (!announced && (leaf_date(&rd->t, k, &day, &weekday) >= end || rd->t.at[k].lines > 1 || is_of_a_row_of_counts(rd, k, end)))
		return i;
	*ret_number = (struct range){ k, end };
	return end;
}

bool is_visa_opener(const struct reader *rd, size_t i)
{
	static const char *const not_a_visa[] = { "pour", "et", "par", "a", "en", "avec", "sur", NULL };
	const size_t k = cue_at(rd->lx, &rd->t, i, CUE_VU);

	if (k == i || k >= rd->t.n || word_in(rd, k, not_a_visa))
		return false;
	/* "Vu, la loi": a slip */
	const bool comma = tok_mark(&rd->t, k, ',') && rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, k + 1, " le la les l ") && rd->t.at[k + 1].lines == 0;

	if (rd->t.at[k].kind != TOK_WORD && !tok_mark(&rd->t, k, ':') && !comma)
		return false;
	if (rd->t.at[i].shape != SHAPE_LOWER)
		return true;
	return i == 0 || rd->t.at[i].lines > 0 || tok_mark(&rd->t, i - 1, ';') || tok_mark(&rd->t, i - 1, ',') ||
	       tok_mark(&rd->t, i - 1, '-');
}

static bool after_a_stop(const struct reader *rd, size_t i)
{
	return i > 0 && (tok_mark(&rd->t, i - 1, ';') || tok_mark(&rd->t, i - 1, ',') || tok_mark(&rd->t, i - 1, '.') ||
			 rd->t.at[i].lines > 1);
}

/* "Vu le Rapport", "portant délégation à\nla commission": still inside a visa, whatever the capital or the line end. */
static bool is_inside_a_phrase(const struct reader *rd, size_t i)
{
	static const char *const links[] = { "le", "la",  "les", "l",	 "un",	"une", "du",	"des", "de",
					     "d",  "son", "sa",	 "ses",	 "ce",	"cet", "cette", "au",  "aux",
					     "a",  "et",  "par", "pour", "sur", "en",  NULL };

	return i > 0 && (word_in(rd, i - 1, links) || tok_mark(&rd->t, i - 1, '\''));
}

static bool opens_a_part(const struct reader *rd, size_t i)
{
	static const enum cue parts[] = { CUE_CONSIDERANT, CUE_EXPOSE, CUE_DECIDE, CUE_SUITE, CUE_CLOTURE };

	/* "Vu la délibération du⏎Considérant que": the visa is cut, and ends all the same. */
	if (rd->t.at[i].lines > 0 && rd->t.at[i].shape != SHAPE_LOWER && cue_at(rd->lx, &rd->t, i, CUE_CONSIDERANT) > i)
		return true;
	if (is_inside_a_phrase(rd, i) || (rd->t.at[i].shape == SHAPE_LOWER && !after_a_stop(rd, i)))
		return false;
	return cue_of(rd, i, parts, sizeof parts / sizeof *parts);
}

/* "Madame le Maire présente …" where a page's stamp stands before it, without a stop. */
static bool presides_and_speaks(const struct reader *rd, size_t i)
{
	static const char *const office[] = { "maire", "president", "presidente", NULL };
	size_t next;

	if (rd->t.at[i].shape == SHAPE_LOWER || !is_civility(&rd->t, i, &next) ||
	    (i > 0 && rd->t.at[i - 1].shape == SHAPE_LOWER && rd->t.at[i - 1].kind == TOK_WORD))
		return false;
	return (word_is(rd, next, "le") || word_is(rd, next, "la")) && word_in(rd, next + 1, office);
}

/* "… ;⏎Le Président expose que", "… ; Le maire entendu," */
static bool chair_is_heard(const struct reader *rd, size_t i)
{
	if (rd->t.at[i].shape == SHAPE_LOWER || !after_a_stop(rd, i) || (tok_mark(&rd->t, i - 1, ',') && rd->t.at[i].lines == 0) || !tok_among(&rd->t, i, " le la ") ||
	    !tok_among(&rd->t, i + 1, " maire president presidente "))
		return false;
	return tok_among(&rd->t, i + 2, " entendu entendue ") || speaker_at(rd, i, rd->t.n);
}

/* "…, - DÉSIGNE ci-après", "… ; APPROUVE le rapport", "… ; Désigne": a decision without the word of decision. */
static bool decides_without_its_word(const struct reader *rd, size_t i)
{
	const bool capitals = rd->t.at[i].shape == SHAPE_UPPER && (after_a_stop(rd, i) || rd->t.at[i].lines > 0 || (i > 0 && tok_mark(&rd->t, i - 1, '-')));
	const bool verb = rd->t.at[i].shape == SHAPE_TITLE && after_a_stop(rd, i) && (tok_mark(&rd->t, i - 1, ';') || rd->t.at[i].lines > 0);

	return (capitals || verb) &&
	       tok_among(&rd->t, i, " approuve adopte designe autorise fixe attribue accorde donne prend emet precise dit charge mandate sollicite ");
}

/* "… ;⏎Ayant décidé de voter à main levée ;": what was done before, not "du 3 mars, Ayant trait". */
static bool opens_what_was_done(const struct reader *rd, size_t i)
{
	return rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i, " ayant etant constatant ") && !is_inside_a_phrase(rd, i) &&
	       (rd->t.at[i].lines > 0 || tok_mark(&rd->t, i - 1, ';'));
}

bool ends_visas(const struct reader *rd, size_t i)
{
	static const char *const articles[] = { "le", "la", "l", NULL };
	static const char *const openers[] = { "apres", "sur",	       "entendu", "ceci", "cet",
					       "cela",	"considerant", "il",	  NULL };
	size_t next;

	/* "Vu le prix des travaux, M. PETIT propose" */
	if (tok_mark(&rd->t, i - 1, ',') && rd->t.at[i].shape != SHAPE_LOWER && is_civility(&rd->t, i, &next) && speaker_at(rd, i, rd->t.n))
		return true;
	if (opens_a_part(rd, i) || presides_and_speaks(rd, i) || chair_is_heard(rd, i) || decides_without_its_word(rd, i) || opens_what_was_done(rd, i))
		return true;
	if (is_inside_a_phrase(rd, i) ||
	    !(after_a_stop(rd, i) || (rd->t.at[i].lines > 0 && rd->t.at[i].shape != SHAPE_LOWER)))
		return false;
	if (rd->t.at[i].shape != SHAPE_LOWER &&
	    (word_in(rd, i, openers) || (is_civility(&rd->t, i, &next) && !tok_mark(&rd->t, i - 1, ','))))
		return true;
	if (word_in(rd, i, articles) && council_at(rd, i + 1 + tok_mark(&rd->t, i + 1, '\'')))
		return true;
	return rd->t.at[i].lines >= 2 && rd->t.at[i].kind != TOK_MARK; /* a new paragraph, and not "- L. 2121-29 ;" */
}
