/* SPDX-License-Identifier: EUPL-1.2 */
/* Whether the words around a day make it the day of the séance.
 *
 * Half of the texts have lost their line ends, so a title is told from a sentence that cites one by its capitals and by the small words
 * before it: "PROCÈS-VERBAL DE LA SÉANCE DU" and "approuve le procès-verbal de la séance du".
 */
#include "seance_priv.h"

#define APPOSITION_TOKENS 12 /* ", votée par le conseil municipal en sa séance du" */
#define EXTRACT_TOKENS 8 /* from "Extrait" to "la délibération" of the title */
#define TITLE_TOKENS 10
#define LONG_TITLE_TOKENS 24 /* "Compte rendu du conseil municipal de la commune de Valbrise-les-Grands-Prés⏎du 12 mars" */
#define TOP_TOKENS 30
#define BODY_TOKENS 20 /* from the opening formula to who meets */
#define FOOT_FIGURES 3

const char *const SEANCE_MEETING[] = { "reuni", "reunis", "reunie", "reunies", "assemble", "assembles", "siegeant", NULL };

bool seance_word_before(const struct reader *rd, size_t i, size_t within, const char *const *words)
{
	const size_t start = sentence_start(rd, i, i > within ? i - within : 0);

	for (size_t k = start; k < i; k++)
		if (word_in(rd, k, words))
			return true;
	return false;
}

/* "votée en Conseil municipal du 9 octobre", "donnée par le conseil du", "désigné en séance du conseil du": told, not a title. */
static bool is_told(const struct reader *rd, size_t k)
{
	static const char *const between[] = { "le", "la", "de", "l", "du", "seance", "reunion", NULL };
	static const char *const telling[] = { "en", "par", "lors", "au", "depuis", "pendant", "suite", NULL };

	for (size_t back = 0; k > 0 && back < 4 && rd->t.at[k - 1].shape == SHAPE_LOWER; back++, k--) {
		if (word_in(rd, k - 1, telling))
			return true;
		if (!word_in(rd, k - 1, between))
			return false;
	}
	return false;
}

/* "Extrait du procès-verbal de la délibération du conseil municipal" */
static bool is_extract(const struct reader *rd, size_t i)
{
	for (size_t k = i > EXTRACT_TOKENS ? i - EXTRACT_TOKENS : 0; k < i; k++)
		if (word_is(rd, k, "extrait") && rd->t.at[k].shape != SHAPE_LOWER)
			return true;
	return false;
}

/* "PROJET DE DÉLIBÉRATION⏎SÉANCE DU 12 MARS": the title of a paper that is put to the vote. */
static bool is_project(const struct reader *rd, size_t k)
{
	return k > 1 && rd->t.at[k].shape == SHAPE_UPPER && word_is(rd, k - 1, "de") && word_is(rd, k - 2, "projet");
}

/* "par la délibération du conseil municipal du 12 mars": another séance; as a title "Délibération du conseil municipal
 * du 12 mars" is this one. */
static bool cites_a_deliberation(const struct reader *rd, size_t i)
{
	static const char *const before[] = { "la", "une", "par", "cette", "sa", "vu", "de", NULL };

	for (size_t k = sentence_start(rd, i, i > 10 ? i - 10 : 1); k < i; k++)
		if (word_is(rd, k, "deliberation") && k > 0 && word_in(rd, k - 1, before) && !is_extract(rd, k) && !is_project(rd, k))
			return true;
	return false;
}

/* "1. Procès-verbal de la réunion du 25 novembre", "2) Compte rendu …": a point of the agenda. */
static bool opens_a_point(const struct reader *rd, size_t k)
{
	return k > 1 && rd->t.at[k].shape != SHAPE_UPPER && rd->t.at[k].lines == 0 && tok_among(&rd->t, k - 1, " . - ) ") && rd->t.at[k - 2].kind == TOK_NUMBER &&
	       rd->t.at[k - 2].key.n <= 2;
}

/* "soumet le procès-verbal de la séance du 23 février" cites; "PROCÈS-VERBAL DE LA SÉANCE DU 15 MARS" is the title. */
static bool cites_minutes(const struct reader *rd, size_t i)
{
	for (size_t k = i > 14 ? i - 14 : 1; k < i; k++)
		if (tok_among(&rd->t, k, " proces compte pv comptes ") &&
		    ((tok_among(&rd->t, k - 1, " le du ce au les des un ") && rd->t.at[k].shape == SHAPE_LOWER && !is_extract(rd, k)) || opens_a_point(rd, k)))
			return true;
	return false;
}

/* "la convention, votée par le conseil municipal en sa séance du 10 mars": behind a comma, told of a paper. */
static bool dates_a_vote_that_is_told(const struct reader *rd, size_t i)
{
	for (size_t k = sentence_start(rd, i, i > APPOSITION_TOKENS ? i - APPOSITION_TOKENS : 1); k < i; k++)
		if (k > 0 && tok_mark(&rd->t, k - 1, ',') && rd->t.at[k].shape == SHAPE_LOWER && word_is(rd, k + 1, "par") &&
		    tok_among(&rd->t, k, " vote votee votes votees adopte adoptee adoptes adoptees approuve approuvee approuves approuvees decide decidee autorise autorisee signe signee "))
			return true;
	return false;
}

bool seance_is_cited(const struct reader *rd, size_t i)
{
	return dates_a_vote_that_is_told(rd, i) || cites_a_deliberation(rd, i) || cites_minutes(rd, i);
}

/* Where the cue begins that ends right before the day at i, or i. */
static size_t cue_just_before(const struct reader *rd, size_t i)
{
	for (size_t k = i > 8 ? i - 8 : 0; k < i; k++) {
		const size_t next = cue_at(rd->lx, &rd->t, k, CUE_SEANCE), day = skip_marks(rd, next, ":-|");

		if (next == k || is_told(rd, k))
			continue;
		if (k > 0 && (word_is(rd, k - 1, "cette") || word_is(rd, k - 1, "l") || tok_mark(&rd->t, k - 1, '\'')))
			continue;
		if (day + word_is(rd, day, "le") >= i && next <= i)
			return k;
	}
	return i;
}

bool seance_cue_before(const struct reader *rd, size_t i)
{
	return cue_just_before(rd, i) < i;
}

bool seance_title_opens(const struct reader *rd, size_t i, size_t to)
{
	const size_t k = cue_just_before(rd, i), next = skip_marks(rd, to, ",.-:");

	return k < i && rd->t.at[k].shape != SHAPE_LOWER && (k == 0 || rd->t.at[k - 1].kind != TOK_WORD || rd->t.at[k - 1].shape != SHAPE_LOWER) &&
	       cue_at(rd->lx, &rd->t, next, CUE_PRESIDENCE) > next;
}

/* "L'an deux mille vingt-quatre, le douze mars": no label before it is this day's. */
bool seance_opening_formula(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "an") || (word_is(rd, i, "l") && word_is(rd, i + 2, "an"));
}

/* "Convocation Affichage Séance 05/03/2024 06/03/2024": columns, and not the title of the second day. */
static bool another_day_between(const struct reader *rd, size_t from, size_t to)
{
	struct date d;
	int weekday;

	for (size_t k = from + 1; k < to; k++) {
		const size_t end = leaf_date(&rd->t, k, &d, &weekday);

		if (end > k && end <= to && rd->t.at[k].kind == TOK_NUMBER)
			return true;
	}
	return false;
}

static bool names_the_seance(const struct reader *rd, size_t k)
{
	size_t next;

	if ((organe_at(rd, k, &next) != NULL && !is_told(rd, k)) || bureau_holds_seance(rd, k))
		return true;
	/* "SIVU DES ÉCOLES⏎Comité du 12 mars 2024" */
	if (word_is(rd, k, "comite") && rd->t.at[k].shape != SHAPE_LOWER && tok_among(&rd->t, k + 1, " du ") && (rd->t.at[k].lines > 0 || (k > 0 && rd->t.at[k - 1].shape == SHAPE_UPPER)))
		return true;
	return rd->t.at[k].shape != SHAPE_LOWER && (tok_among(&rd->t, k, " seance reunion ") || tok_phrase(&rd->t, k, "assemblee pleniere", &next));
}

/* "Compte rendu du conseil municipal de la commune de Valbrise-les-Grands-Prés⏎du 12 mars": the body's own name and place go on up to the day. */
static bool goes_on_to(const struct reader *rd, size_t k, size_t i)
{
	static const char matters[] = " rapport convention avec avenant arrete contrat marche motion subvention pour projet loi decret affiche convocation ";

	if (!word_is(rd, i - 1, "du"))
		return false;
	for (size_t j = k + 2; j < i; j++) {
		if (rd->t.at[j].kind == TOK_NUMBER || tok_among(&rd->t, j, matters))
			return false;
		if (rd->t.at[j].kind == TOK_WORD && rd->t.at[j].shape == SHAPE_LOWER && !tok_among(&rd->t, j, " de du des d la le les l et sur en commune communes ville "))
			return false;
	}
	for (size_t j = k > TITLE_TOKENS ? k - TITLE_TOKENS : 0; j <= k; j++)
		if (rd->t.at[j].shape != SHAPE_LOWER && tok_among(&rd->t, j, " compte proces pv seance reunion "))
			return true;
	return false;
}

/* "CONSEIL MUNICIPAL 9 Février 2023", "SEANCE ORDINAIRE DU 15 MARS 2023": a title names the body or the séance, then the day. */
static bool behind_a_name(const struct reader *rd, size_t i)
{
	for (size_t k = i > LONG_TITLE_TOKENS ? i - LONG_TITLE_TOKENS : 0; k < i; k++) {
		if (sentence_ends_at(rd, k) && rd->t.at[k].kind == TOK_MARK && k + TITLE_TOKENS >= i)
			return false;
		if (names_the_seance(rd, k) && (k + TITLE_TOKENS >= i || goes_on_to(rd, k, i)))
			return !seance_word_before(rd, i, TITLE_TOKENS, SEANCE_MEETING) && !word_is(rd, i - 1, "a") &&
			       (seance_opening_formula(rd, i) || !another_day_between(rd, k, i));
	}
	return false;
}

/* The head opens with it, and no bullet, number or small word makes it a point of an agenda. */
static bool at_the_top(const struct reader *rd, size_t k)
{
	if (k > rd->head.from + TOP_TOKENS || rd->t.at[k].shape == SHAPE_LOWER)
		return false;
	for (size_t j = rd->head.from; j < k; j++)
		if (tok_among(&rd->t, j, " ordre agenda sommaire approbation adoption ") || tok_mark(&rd->t, j, ':'))
			return false;
	return k == 0 || rd->t.at[k].lines > 1 || (rd->t.at[k - 1].kind == TOK_WORD && rd->t.at[k - 1].shape != SHAPE_LOWER);
}

/* "PV du 9 février", "COMPTE RENDU DU 09/02/2023", "Compte rendu du CM du" */
static bool minutes_of_the_day(const struct reader *rd, size_t i)
{
	static const char *const minutes[] = { "proces - verbal", "proces verbal", "compte rendu", "compte - rendu", "pv", "p . v .", "cr", "cm", NULL };
	size_t next;

	if (i == 0 || !word_is(rd, i - 1, "du"))
		return false;
	for (size_t k = i > TITLE_TOKENS ? i - TITLE_TOKENS : 0; k < i; k++)
		for (size_t m = 0; minutes[m] != NULL; m++)
			if (tok_phrase(&rd->t, k, minutes[m], &next) && next + (word_is(rd, next, "du") && word_is(rd, next + 1, "cm") ? 2 : 0) == i - 1)
				return at_the_top(rd, k);
	return false;
}

/* "Mardi 9 février 2023⏎CONSEIL MUNICIPAL": the paper opens with the day. */
static bool before_a_name(const struct reader *rd, size_t i, size_t to)
{
	const size_t k = skip_marks(rd, to, "-:|,");
	size_t next;

	return i == rd->head.from && k < rd->head.to && rd->t.at[k].shape != SHAPE_LOWER && (organe_at(rd, k, &next) != NULL || cue_at(rd->lx, &rd->t, k, CUE_SEANCE) > k);
}

bool seance_in_title(const struct reader *rd, size_t i, size_t to)
{
	return behind_a_name(rd, i) || minutes_of_the_day(rd, i) || before_a_name(rd, i, to);
}

bool seance_body_follows(const struct reader *rd, size_t i, size_t to)
{
	const size_t stop = sentence_end(rd, to, to + BODY_TOKENS);
	bool named = false;
	size_t next;

	for (size_t k = to; k < stop && seance_opening_formula(rd, i); k++) {
		if (tok_among(&rd->t, k, " ete convocation affichage envoye adressee publie "))
			return false;
		named |= organe_at(rd, k, &next) != NULL || (word_is(rd, k, "membres") && word_is(rd, k + 1, "du"));
	}
	return named;
}

bool seance_of_listed_acts(const struct reader *rd, size_t i)
{
	static const char *const between[] = { "examinees", "adoptees", "prises", "votees", "soumises", "presentees", "deliberees", "inscrites", "par", "lors", "de", "la", "en",
					       "seance", "reunion", "conseil", "municipal", "communautaire", "syndical", "metropolitain", "comite", "bureau", "du", "d", "le", "l", "au",
					       "des", "deliberations", "decisions", "ordinaire", "extraordinaire", "publique", "commune", "assemblee", "et", NULL };

	for (size_t k = i; k > 0 && i - k < LONG_TITLE_TOKENS; k--) {
		const struct token *t = &rd->t.at[k - 1];

		if (word_is(rd, k - 1, "liste"))
			return t->shape != SHAPE_LOWER && word_is(rd, k, "des") && tok_among(&rd->t, k + 1, " deliberations decisions ");
		if (t->kind == TOK_NUMBER || (t->kind == TOK_WORD && t->shape == SHAPE_LOWER && !word_in(rd, k - 1, between)) || tok_mark(&rd->t, k - 1, '.'))
			return false;
	}
	return false;
}

size_t seance_of_numbered_act(const struct reader *rd, size_t i, size_t end)
{
	struct date d;
	int weekday;
	size_t k = end;

	if (rd->t.at[i].shape == SHAPE_LOWER || !word_is(rd, i, "deliberation"))
		return end;
	k += tok_among(&rd->t, k, " examinee adoptee votee prise ");
	if (!word_is(rd, k, "du") && !(k > end && word_is(rd, k, "le")))
		return end;
	return leaf_date(&rd->t, k + 1, &d, &weekday) > k + 1 ? k + 1 : end;
}

static bool is_page(const struct reader *rd, size_t i)
{
	return i < rd->t.n && rd->t.at[i].kind == TOK_NUMBER && rd->t.at[i].key.n <= FOOT_FIGURES && !tok_mark(&rd->t, i + 1, '.');
}

/* "2 PV du 8 février 2031 Point", "3 PV du 8 février 2031": the number of the page, which counts on. */
bool seance_of_page_feet(const struct reader *rd, struct date *ret, struct span *ret_where)
{
	int64_t page = -1;
	size_t feet = 0;
	struct date d;
	int weekday;

	for (size_t i = rd->head.from + 3; (i = next_of(rd, LANDMARK_DATE, i, rd->t.n)) < rd->t.n; i++) {
		const size_t end = leaf_date(&rd->t, i, &d, &weekday);

		if (end == i || !word_is(rd, i - 1, "du") || !word_is(rd, i - 2, "pv") || rd->t.at[i - 2].shape == SHAPE_LOWER || !is_page(rd, i - 3))
			continue;
		if (feet > 0 && (date_cmp(d, *ret) != 0 || rd->t.at[i - 3].value != page + 1))
			return false;
		page = rd->t.at[i - 3].value;
		*ret = d;
		*ret_where = reader_span(rd, i, end);
		feet++;
	}
	return feet > 1;
}
