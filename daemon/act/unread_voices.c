/* SPDX-License-Identifier: EUPL-1.2 */
/* What a text says of a voice and no reader understood: such a voice is unread, not absent.
 *
 * "par 10 voix pour (et non 3 contre)", "par 10 oui, 2 non", "Contre : n° 12", "les votes contre de deux élus".
 */
#include "leaving_priv.h"
#include "led_voices_priv.h"
#include "numbers_priv.h"

#define AROUND_VOTE 25
#define NUMBER_NEAR 4
#define DAY_TOKENS 5 /* "12/03/2024" */
#define RIGHT_BEFORE 2
#define BRACKET_TOKENS 10 /* the name of a group */
#define TO_ITS_NUMBER 8 /* a day, or the words of a margin */

static bool is_taken(const struct tally *t, size_t i)
{
	for (int v = 0; v < VOICES; v++)
		if (i >= t->v[v].at.from && i < t->v[v].at.to)
			return true;
	return false;
}

/* Of voices, not a year or an article ("une motion"). */
static bool number_before(const struct reader *rd, size_t i)
{
	static const char *const articles[] = { "un", "une", "o", NULL };
	int64_t n = 0;

	return i > 0 && rd->t.at[i].lines <= 1 && voice_plain_count(rd, i - 1, &n) == i && n <= VOICES_MOST && !word_in(rd, i - 1, articles);
}

#define TO_AGAINST 14 /* from "voix" to "contre", the foot of a page between them */
#define WORD_TO_WORD 6

static size_t number_behind(const struct reader *rd, size_t i)
{
	const size_t number = skip_marks(rd, i, ":=");
	int64_t n;

	return number < rd->t.n && rd->t.at[number].lines == 0 && rd->t.at[number].kind == TOK_NUMBER && voice_plain_count(rd, number, &n) > number ? number : rd->t.n;
}

/* "oui 10, non 2": each with its number behind it. */
static bool is_yes_and_no(const struct reader *rd, size_t i, enum voice v)
{
	const bool yes = v == VOICE_POUR;
	size_t number = number_behind(rd, i + 1);

	for (size_t k = i; number < rd->t.n && (yes ? k < i + WORD_TO_WORD : k > 0 && i - k < WORD_TO_WORD); k = yes ? k + 1 : k - 1)
		if (word_is(rd, k, yes ? "non" : "oui"))
			return true;
	return false;
}

/* "Oui : 10 Non : 2"; not "Taxe sur le Foncier Non 428 000" */
static bool is_yes_or_no_label(const struct reader *rd, size_t i)
{
	const size_t number = skip_marks(rd, i + 1, ":=");

	return rd->t.at[i].shape != SHAPE_LOWER && number < rd->t.n && rd->t.at[number].kind == TOK_NUMBER && rd->t.at[number].lines == 0 &&
	       (number > i + 1 || word_is(rd, i, "oui"));
}

/* "par 10 oui, 2 non", "10 avis favorables", "10 suffrages favorables et 2 défavorables"; not "article 3 non applicable". */
static bool says_otherwise(const struct reader *rd, size_t i, enum voice v)
{
	static const char *const with[] = { "oui", "favorables", NULL }, *const against[] = { "non", "defavorables", "defavorable", NULL };

	if (word_is(rd, i, v == VOICE_POUR ? "oui" : "non") && v <= VOICE_CONTRE && (is_yes_or_no_label(rd, i) || is_yes_and_no(rd, i, v)))
		return true;
	if (tok_among(&rd->t, i, v == VOICE_POUR ? " favorables favorable " : " defavorables defavorable ") && v <= VOICE_CONTRE && tok_among(&rd->t, i - 1, " avis ") &&
	    number_before(rd, i - 1))
		return true;
	if (v == VOICE_POUR)
		return (word_is(rd, i, "oui") && number_before(rd, i)) ||
		       (i > 0 && word_is(rd, i, "favorables") && word_is(rd, i - 1, "suffrages"));
	if (v != VOICE_CONTRE || !word_in(rd, i, against) || !number_before(rd, i))
		return false;
	for (size_t k = i; k > 0 && i - k < WORD_TO_WORD; k--)
		if (word_in(rd, k - 1, with))
			return true;
	return false;
}

/* "2 12/03/2024 contre": the day is of the margin. */
static bool number_before_a_day(const struct reader *rd, size_t i)
{
	struct date day;
	int weekday;

	return i > DAY_TOKENS && leaf_date(&rd->t, i - DAY_TOKENS, &day, &weekday) == i && number_before(rd, i - DAY_TOKENS);
}

/* A number, or "votant", with the foot of a page between it and token i. */
static bool stands_near(const struct reader *rd, size_t i)
{
	static const char *const verbs[] = { "votant", "votent", "vote", "votes", "voix", NULL };

	if (number_before_a_day(rd, i))
		return true;
	for (size_t k = i; k > 0 && i - k < NUMBER_NEAR; k--)
		if (number_before(rd, k) || word_in(rd, k - 1, verbs))
			return true;
		else if (sentence_ends_at(rd, k - 1))
			return false;
	return false;
}

/* "10 voix […] pour", "12 suffrages […] contre": a number of voices, for, or against where the word stands behind it. */
static bool counts_voices(const struct reader *rd, size_t i, enum voice v)
{
	static const char *const units[] = { "voix", "votes", "suffrages", NULL };

	return word_in(rd, i, units) && number_before(rd, i) && !word_is(rd, i + 1, "exprimes") &&
	       (v == VOICE_POUR || tok_says(&rd->t, i + 1, i + TO_AGAINST, " contre defavorables defavorable opposition "));
}

/* "à l'unanimité moins une voix": against, or an abstention? */
static bool is_less_some_voices(const struct reader *rd, size_t i)
{
	size_t k = i;
	int64_t n;

	if (!word_is(rd, i, "voix") || i < 2)
		return false;
	while (k > 0 && i - k < 3 && voice_plain_count(rd, k - 1, &n) == i)
		k--;
	return k < i && tok_among(&rd->t, k - 1, " moins sauf hormis excepte ");
}

static bool says_abstention(const struct reader *rd, size_t i)
{
	return landmark_at(rd->t.landmarks, LANDMARK_ABSTENTION, i);
}

/* "Pour 12/03/2031 : 10", of which the day is of the margin */
static bool is_day_before_a_colon(const struct reader *rd, size_t i)
{
	struct date day;
	int weekday;
	const size_t end = leaf_date(&rd->t, i, &day, &weekday);

	return end > i && tok_mark(&rd->t, end, ':');
}

/* "Opposition : 0 Approbation 13", of which the colon was lost */
static bool is_approval_counted(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "approbation") && rd->t.at[i].shape != SHAPE_LOWER && rd->t.at[i + 1].kind == TOK_NUMBER && rd->t.at[i + 1].lines == 0;
}

/* "Pour ; 12/03/2024 10⏎Contre ; 2", "Pour (the margin) : 10 Abst. : 3", from the word behind "Pour": its number, and the next label. */
static bool is_far_from_its_number(const struct reader *rd, size_t i)
{
	enum voice v = VOICE_POUR;
	int64_t n;

	for (size_t k = i; k < i + TO_ITS_NUMBER && k < rd->t.n && !sentence_ends_at(rd, k); k++) {
		const size_t end = tok_among(&rd->t, k, " un une o ") ? k : voice_count(rd, k, &n);

		if (end > k && voice_label(rd, skip_marks(rd, end, ",;-/|"), &v) > end)
			return true;
	}
	return false;
}

/* "Pour ; 12/03/2031 10", "Pour Contre Abstentions": heads whose colon is not one, or of columns whose numbers are lost. */
static bool is_head_without_colon(const struct reader *rd, size_t next)
{
	return tok_mark(&rd->t, next, ';') || (word_is(rd, next, "contre") && rd->t.at[next].shape != SHAPE_LOWER);
}

/* "3 contre", "contre 3", "Contre :", "2 [page 4] contre", "contre Mme A": no preposition ("la lutte contre les crues"). */
static bool is_a_label(const struct reader *rd, size_t i, enum voice v)
{
	enum voice label = VOICE_NPPV;
	const size_t next = voice_label(rd, i, &label);
	size_t name;
	int64_t n;

	if (v == VOICE_NPPV) /* and no "déport de chaussée" */
		return next > i && label == v && !withdraws_from_no_vote(rd, i, next, past_the_matters(rd, next));
	if (v == VOICE_ABSTENTION)
		return says_abstention(rd, i);
	if (next > i && label == v && tok_mark(&rd->t, next, '?') && voice_count(rd, next + 1, &n) > next + 1)
		return true; /* "Pour ? 12", "Qui est contre ? 0" */
	if (v == VOICE_CONTRE && disagrees_at(rd, i))
		return true;
	if (counts_voices(rd, i, v) || says_otherwise(rd, i, v) || (v == VOICE_POUR && is_approval_counted(rd, i)))
		return true;
	if (next == i || label != v || (tok_mark(&rd->t, next, ':') && voice_of_unanimity(rd, next + 1)))
		return false;
	if (v == VOICE_POUR && rd->t.at[i].shape == SHAPE_LOWER && next == i + 1)
		return number_before(rd, i) || (tok_mark(&rd->t, next, ':') && tok_mark(&rd->t, i - 1, '(')) || (i > 1 && word_is(rd, i - 1, "voix")) || (tok_mark(&rd->t, next, ':') && stands_near(rd, i));
	return next > i + 1 || stands_near(rd, i) || voice_count(rd, next, &n) > next || tok_mark(&rd->t, next, ':') ||
	       tok_mark(&rd->t, next, '=') || (tok_mark(&rd->t, next, '(') && rd->t.at[next + 1].kind == TOK_NUMBER) ||
	       (v == VOICE_POUR && rd->t.at[i].shape != SHAPE_LOWER && (is_head_without_colon(rd, next) || word_is(rd, next, "n") || is_day_before_a_colon(rd, next) || voice_led_near(rd, next) || is_far_from_its_number(rd, next))) ||
	       (v == VOICE_CONTRE && (rd->t.at[i].shape != SHAPE_LOWER || is_civility(&rd->t, next, &name) || (word_is(rd, next, "n") && tok_mark(&rd->t, i - 1, '('))));
}

static struct range near_of(struct range vote, struct range around)
{
	return (struct range){ vote.from > around.from + AROUND_VOTE ? vote.from - AROUND_VOTE : around.from,
			       vote.to + AROUND_VOTE < around.to ? vote.to + AROUND_VOTE : around.to };
}

/* The first token from i on that speaks_of or is_a_label may know. */
static size_t next_mention(const struct reader *rd, size_t i, size_t to, enum voice v)
{
	do
		i = next_of(rd, v == VOICE_ABSTENTION ? LANDMARK_ABSTENTION : LANDMARK_MENTION, i, to);
	while (i < to && voice_is_half_a_word(rd, i) && i++ < to);
	return i < to ? i : to;
}

size_t voice_left_unread(const struct reader *rd, const struct tally *t, enum voice v, struct range around)
{
	const struct range near = near_of(t->at, around);

	for (int other = 0; other < VOICES; other++)
		if (t->v[other].how == VOICE_ODD)
			return t->v[other].at.from;
	for (size_t i = t->at.from; i > near.from && t->at.from - i < RIGHT_BEFORE; i--)
		if (v <= VOICE_CONTRE && word_is(rd, i - 1, v == VOICE_POUR ? "pour" : "contre"))
			return i - 1; /* "10 [foot of a page] pour, 2 contre" */
	if (number_before(rd, t->at.from) && t->at.from > 1 &&
	    (tok_mark(&rd->t, t->at.from - 2, '=') || tok_mark(&rd->t, t->at.from - 2, ':')))
		return t->at.from - 1; /* a number right before the tally, of a label that is not understood */
	for (size_t i = near.from; (i = next_mention(rd, i, near.to, v)) < near.to; i++)
		if (!is_taken(t, i) && is_a_label(rd, i, v) && !is_opinion(rd, i, near.from))
			return i;
	return around.to;
}

/* "7 élus sont pour, 2 sont contre" */
static bool so_many_are(const struct reader *rd, size_t i)
{
	return i > 2 && word_is(rd, i - 1, "sont") && (number_before(rd, i - 1) || number_before(rd, i - 2));
}

/* "(groupe Valbrise autrement contre)" */
static bool closes_a_bracket(const struct reader *rd, size_t i, size_t next)
{
	size_t k = i;

	while (k > 0 && i - k < BRACKET_TOKENS && !tok_among(&rd->t, k, " ( ) . ; "))
		k--;
	return tok_mark(&rd->t, k, '(') && tok_mark(&rd->t, next, ')');
}

/* "malgré l'opposition de M. A", "s'opposent", "Opposants :", "vote non": told of somebody, in other words. */
static bool opposes_at(const struct reader *rd, size_t i)
{
	if (tok_among(&rd->t, i, " oppose opposent ") && i > 1 && tok_mark(&rd->t, i - 1, '\'') && tok_among(&rd->t, i - 2, " s "))
		return !tok_among(&rd->t, i + 1, " a au aux ");
	if (word_is(rd, i, "opposition"))
		return i > 2 && tok_among(&rd->t, i - 3, " malgre avec sauf hormis ");
	if (tok_among(&rd->t, i, " opposants opposant "))
		return tok_mark(&rd->t, i + 1, ':');
	return word_is(rd, i, "non") && i > 0 && tok_among(&rd->t, i - 1, " vote votent ");
}

/* Words of a voice that no tally took: "voix contre", "votant pour", "abstention", "(contre)". */
static bool speaks_of(const struct reader *rd, size_t i, enum voice v)
{
	static const enum cue cues[VOICES] = { CUE_POUR, CUE_CONTRE, CUE_ABSTENTION, CUE_NPPV };
	static const char *const votes[] = { "vote", "voter", "votes", "votant", "votent", "voix", NULL };
	static const char *const voters[] = { "voix", "votant", "votent", "ont", "ayant", NULL };
	const size_t next = cue_at(rd->lx, &rd->t, i, cues[v]);

	enum voice other = VOICE_POUR;
	int64_t n;

	if (v == VOICE_NPPV)
		return false;
	if (v == VOICE_ABSTENTION)
		return says_abstention(rd, i);
	if (says_otherwise(rd, i, v))
		return true;
	if (v == VOICE_POUR && word_is(rd, i, "voix") && word_is(rd, i + 1, "contre") && voice_count(rd, i + 2, &n) > i + 2)
		return true; /* "10 [foot of a page] voix contre 2": ten for */
	if (v == VOICE_POUR && word_is(rd, i, "contre") && number_before(rd, i) && voice_count(rd, i + 1, &n) > i + 1 && voice_label(rd, voice_count(rd, i + 1, &n), &other) == voice_count(rd, i + 1, &n))
		return true; /* "à 10 contre 3" */
	if ((so_many_are(rd, i) || (v == VOICE_CONTRE && number_before(rd, i))) && tok_among(&rd->t, i, v == VOICE_POUR ? " favorable favorables " : " oppose opposes opposees defavorables "))
		return true; /* "10 élus sont favorables, 3 opposés" */
	if (v == VOICE_CONTRE && (opposes_at(rd, i) || votes_against_in_other_words(rd, i)))
		return true;
	if (next == i)
		return false;
	if (so_many_are(rd, i))
		return true;
	if (tok_mark(&rd->t, next, '(') && rd->t.at[next + 1].kind == TOK_NUMBER)
		return true;
	if (rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[next].kind == TOK_NUMBER && rd->t.at[next].lines == 0 && !is_year(&rd->t.at[next]))
		return true; /* and no "TARIFS POUR 2031" */
	if (v == VOICE_POUR) /* "les crédits votés pour l'année" */
		return next > i + 1 && word_in(rd, i, voters);
	return next > i + 1 || (i > 0 && word_in(rd, i - 1, votes)) || tok_mark(&rd->t, next, ':') || closes_a_bracket(rd, i, next);
}

size_t voice_spoken_of(const struct reader *rd, struct range around, struct range visas, struct range result, enum voice v)
{
	const struct range near = near_of(result, around);

	for (size_t i = near.from; v <= VOICE_ABSTENTION && (i = next_of(rd, LANDMARK_MENTION, i, near.to)) < near.to; i++)
		if (v != VOICE_POUR && is_less_some_voices(rd, i))
			return i;
	for (size_t i = around.from; (i = next_mention(rd, i, around.to, v)) < around.to; i++)
		if (!(i >= visas.from && i < visas.to) &&
		    (speaks_of(rd, i, v) || (i >= near.from && i < near.to && is_a_label(rd, i, v))) && !is_opinion(rd, i, around.from))
			return i;
	return around.to;
}
