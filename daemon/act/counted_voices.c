/* SPDX-License-Identifier: EUPL-1.2 */
/* A number, then its voice: "dix-sept voix pour", "2 (deux) contre", "par 25 voix contre 3".
 *
 * In flattened text the number before a word may be of the word before it ("Exprimés 40 voix Pour 40"), of a page, or of a
 * date in the margin. Where both are possible the voice is odd, and not read.
 */
#include "led_voices_priv.h"

#define ROW_OF_NAMES 40
#define WORDS_OF_A_FOOT 4
#define LABEL_TOKENS 14 /* "Vote pour la subvention à …" */
#define UNANIMITY_TOKENS 7 /* "à l'unanimité des membres présents : 10 pour" */
#define ALL_TOKENS 10 /* from "à l'unanimité" to its number of voices */

/* Those who may vote: of the lists, or announced. */
static bool is_everybody(const struct reading *r, int64_t n)
{
	const struct field *const told[] = { &r->votants_annonces, &r->presents_annonces, &r->effectif };

	for (size_t k = 0; k < sizeof told / sizeof *told; k++)
		if (told[k]->statut == FIELD_LU && told[k]->nombre == n)
			return true;
	return r->presents.statut == FIELD_LU && (r->pouvoirs.statut == FIELD_LU || r->pouvoirs.statut == FIELD_ABSENT) && (int64_t)(r->presents.n + r->pouvoirs.n) == n;
}

/* "Pour : 11/12": eleven of the twelve; the token behind, else i. A day or a share of something else is of another number. */
size_t voice_count_of_all(const struct reader *rd, size_t i, int64_t *ret)
{
	const struct token *t = &rd->t.at[i];

	if (i + 2 >= rd->t.n || t->kind != TOK_NUMBER || !tok_mark(&rd->t, i + 1, '/') || t[1].space || t[2].space || t[2].kind != TOK_NUMBER ||
	    tok_mark(&rd->t, i + 3, '/') || t->value < 0 || t->value > t[2].value || !is_everybody(rd->r, t[2].value))
		return i;
	*ret = t->value;
	return i + 3;
}

static bool may_follow_a_bare_voice(const struct reader *rd, size_t next)
{
	static const char *const words[] = { "et", "dont", "avec", "ainsi", NULL };
	enum voice v = VOICE_POUR;
	int64_t n;

	if (next >= rd->t.n || word_in(rd, next, words))
		return true;
	if (rd->t.at[next].kind == TOK_MARK)
		return !tok_mark(&rd->t, next, ':');
	const size_t number = rd->t.at[next].lines > 0 ? next : leaf_number(&rd->t, next, &n);

	return rd->t.at[next].lines > 0 || (number > next && voice_label(rd, number, &v) > number);
}

/* "Exprimés 40 voix Pour 40 voix Contre": the number belongs to the label before it, which no number of its own came
 * before. */
static bool belongs_to_the_left(const struct reader *rd, size_t i, size_t next, const struct tally *t)
{
	static const char *const voices[] = { "pour", "contre", "abstention", "abstentions", NULL };
	static const char *const counts[] = { "exprimes",     "votants",  "presents", "representes",
					      "procurations", "pouvoirs", NULL };
	enum voice left = VOICE_POUR;
	int64_t n;

	if (i == 0 || t->at.to == i || rd->t.at[i].lines > 0)
		return false;
	if (tok_mark(&rd->t, i - 1, '=') || (tok_mark(&rd->t, i - 1, ':') && i > 1 && ((word_in(rd, i - 2, counts) && !cue_before(rd, i - 2, UNANIMITY_TOKENS, 0, CUE_UNANIMITE)) || (voice_label(rd, i - 2, &left) == i - 1 && !(tok_among(&rd->t, i + 1, " voix votes ") && rd->t.at[i + 1].shape == SHAPE_LOWER)))))
		return true;
	if (i > 1 && (tok_mark(&rd->t, i - 1, '/') || tok_mark(&rd->t, i - 1, '.')) && rd->t.at[i - 2].kind == TOK_NUMBER)
		return true; /* the end of "2031 / 12" */
	return word_in(rd, i - 1, voices) || (word_in(rd, i - 1, counts) && voice_count(rd, next, &n) > next);
}

/* "Vote :", "Vote pour la fanfare :", up to its colon */
static bool is_a_vote_label(const struct reader *rd, size_t colon)
{
	for (size_t k = colon; k > 0 && colon - k < LABEL_TOKENS; k--)
		if (tok_among(&rd->t, k - 1, " vote votes "))
			return k == colon || (rd->t.at[k - 1].shape != SHAPE_LOWER && is_heading_place(rd, k - 1));
		else if (k < colon && sentence_ends_at(rd, k - 1))
			return false;
	return false;
}

/* "Vote : 9 pour Festivités", "1 contre (M. X) 3 abstentions (Mme Y) 7 pour Tarifs": announced, or after the other voices
 * of its tally; what follows it is a title. */
static bool has_its_place(const struct reader *rd, size_t i, size_t next, const struct tally *t)
{
	const bool announced = i >= 2 && tok_mark(&rd->t, i - 1, ':') && is_a_vote_label(rd, i - 1);
	const bool follows = t->at.to > t->at.from &&
			     (i == t->at.to || tok_mark(&rd->t, i - 1, ')') || tok_mark(&rd->t, i - 1, ',')) &&
			     i - t->at.to <= ROW_OF_NAMES &&
			     (t->v[VOICE_CONTRE].how == VOICE_NUMBER || t->v[VOICE_ABSTENTION].how == VOICE_NUMBER);

	if (tok_mark(&rd->t, next, ')') && i > 0 && tok_mark(&rd->t, i - 1, '('))
		return true; /* "Fanfare : 100 € (11 pour)" */
	if (announced && (next >= rd->t.n || rd->t.at[next].lines > 0 || tok_mark(&rd->t, next, '.')))
		return true; /* "Vote : 9 pour" alone */
	return (announced || follows) && (rd->t.at[next].shape != SHAPE_LOWER || sentence_ends_at(rd, next));
}

/* "10 voix pour et 2 contre d'approuver": joined to a voice, and not "contre 335 €". */
static bool closes_a_row(const struct reader *rd, size_t i, size_t next, const struct tally *t)
{
	return t->at.to > t->at.from && i == t->at.to + 1 && (word_is(rd, i - 1, "et") || tok_mark(&rd->t, i - 1, ',')) &&
	       rd->t.at[next].kind != TOK_NUMBER;
}

/* "10 élus votent pour": who votes, between the number and what he votes. */
static size_t past_the_voters(const struct reader *rd, size_t i)
{
	static const char *const voters[] = { "elus", "elu", "conseillers", "conseiller", "membres", "membre", "delegues", "delegue",
					      "personnes", "personne", NULL };

	return word_in(rd, i, voters) ? i + 1 : i;
}

/* "2⏎Pour⏎Contre⏎Abstention⏎10": a page number before the heads of columns. */
static bool stands_in_a_row_of_labels(const struct reader *rd, size_t i, size_t label, size_t next)
{
	enum voice v = VOICE_POUR;

	return i + 1 == label && rd->t.at[label].shape != SHAPE_LOWER && voice_label(rd, next, &v) > next;
}

/* "(13⏎2⏎voix pour)", "moins une⏎2⏎voix contre", "dix (10) voix⏎2⏎pour": one of the two is the number of a page. */
static bool follows_a_number(const struct reader *rd, size_t i)
{
	static const char *const units[] = { "voix", "votes", NULL };
	const size_t before = i > 1 && word_in(rd, i - 1, units) ? i - 1 : i; /* "dix voix⏎2⏎pour" */
	const size_t end = before < i && tok_mark(&rd->t, before - 1, ')') ? before - 1 : before;
	int64_t n = 0;

	return end > 0 && rd->t.at[i].kind == TOK_NUMBER && rd->t.at[end - 1].kind != TOK_MARK && voice_plain_count(rd, end - 1, &n) == end && n <= VOICES_MOST;
}

/* "10 voix contre [foot of a page] 2 et 1 abstention": ten for, perhaps. */
static bool against_how_many(const struct reader *rd, size_t next)
{
	enum voice v = VOICE_POUR;
	int64_t n;

	for (size_t k = next; k < next + WORDS_OF_A_FOOT && k < rd->t.n; k++) {
		if (tok_mark(&rd->t, k, '(') || sentence_ends_at(rd, k) || voice_label(rd, k, &v) > k)
			return false;
		if (rd->t.at[k].kind == TOK_NUMBER)
			return voice_count(rd, k, &n) > k && voice_label(rd, voice_count(rd, k, &n), &v) == voice_count(rd, k, &n);
	}
	return false;
}

/* In the tally so far. */
static bool numbers_come_first(const struct reader *rd, const struct tally *t)
{
	for (int v = 0; v < VOICES; v++)
		if (t->v[v].how == VOICE_ODD)
			return false;
	return t->at.to > t->at.from && rd->t.at[t->at.from].kind == TOK_NUMBER;
}

/* "2 ABSTENTION 1": the words of a form, with a number on both sides; the token after it, else next. */
static size_t number_behind(const struct reader *rd, size_t label, size_t next)
{
	enum voice v = VOICE_POUR;
	int64_t n;
	const size_t end = voice_count(rd, next, &n);

	if (rd->t.at[label].shape == SHAPE_LOWER || end == next || rd->t.at[next].lines > 0 || voice_label(rd, end, &v) > end)
		return next;
	return end;
}

/* "12 voix pour la liste B": whom they chose. */
static bool names_a_candidate(const struct reader *rd, size_t i)
{
	static const char *const chosen[] = { "liste", "candidat", "candidate", "candidature", NULL };
	static const char *const articles[] = { "la", "le", NULL };

	return word_in(rd, i + word_in(rd, i, articles), chosen);
}

/* "12 voix « pour »", "0 \"abstention\"", behind the number: the token after the second mark, else i. */
static size_t quoted_label(const struct reader *rd, size_t i, enum voice *v)
{
	const size_t open = i + tok_among(&rd->t, i, " voix vote votes "), label = voice_label(rd, open + 1, v);

	return tok_among(&rd->t, open, VOICE_QUOTES) && label > open + 1 && tok_among(&rd->t, label, VOICE_QUOTES) && rd->t.at[label].lines == 0 ? label + 1 : i;
}

/* "2 contre (M. X, M. Y)" */
static bool voters_follow(const struct reader *rd, size_t next)
{
	size_t name;

	return tok_mark(&rd->t, next, '(') && is_civility(&rd->t, next + 1, &name);
}

/* The number at i, or the one behind its label at `next`, may be a page's. */
static bool may_hold_a_page(const struct reader *rd, size_t i, size_t next, const struct tally *t, enum voice v)
{
	return (i != t->at.to && follows_a_number(rd, i)) || (v == VOICE_CONTRE && t->at.to == t->at.from && against_how_many(rd, next));
}

/* "dix-sept voix pour", "2 contre": value, then the word. */
size_t voice_number_first(const struct reader *rd, size_t i, const struct tally *t, enum voice *v,
			   struct voice_read *ret)
{
	size_t k = voice_count(rd, i, &ret->n);
	int64_t after;

	if (k == i || tok_mark(&rd->t, i, '/'))
		return i;
	if (i > 1 && tok_mark(&rd->t, i - 1, '+') && rd->t.at[i - 2].kind == TOK_NUMBER && voice_label(rd, k, v) > k) { /* "8 + 2 voix pour": of which the two are a part */
		ret->how = VOICE_ODD;
		return voice_label(rd, k, v);
	}
	if (quoted_label(rd, k, v) > k && !belongs_to_the_left(rd, i, quoted_label(rd, k, v), t)) {
		ret->how = VOICE_NUMBER;
		ret->sure = rd->t.at[k].kind == TOK_WORD;
		return quoted_label(rd, k, v);
	}
	if (voice_label(rd, past_the_voters(rd, k), v) > past_the_voters(rd, k) + 1)
		k = past_the_voters(rd, k);
	const size_t next = voice_label(rd, k, v), value = skip_marks(rd, next, ":");

	const enum voice_row row = next > k ? voice_row_at(rd, i, next) : ROW_PLAIN;

	if (row == ROW_UNSURE) {
		ret->how = VOICE_ODD;
		return next;
	}
	/* "2 contre - 0 abstention - 3 pour : le procès-verbal est adopté" */
	const bool in_a_row = numbers_come_first(rd, t) && i <= t->at.to + 1;

	if (next == k || row == ROW_OF_ANOTHER || belongs_to_the_left(rd, i, next, t) ||
	    (value > next && ((!in_a_row && !voice_names_its_kind(rd, k, next, *v)) || voice_count(rd, value, &after) > value)))
		return i;
	ret->sure = voice_names_its_kind(rd, k, next, *v) || (in_a_row && value > next) || voters_follow(rd, next) || has_its_place(rd, i, next, t);
	if (!ret->sure && !may_follow_a_bare_voice(rd, next) && !closes_a_row(rd, i, next, t))
		return i;
	if ((*v == VOICE_POUR && (is_year(&rd->t.at[next]) || names_a_candidate(rd, next))) || stands_in_a_row_of_labels(rd, i, k, next))
		return i;
	const size_t behind = number_behind(rd, k, next);

	ret->how = (behind > next && !numbers_come_first(rd, t)) || may_hold_a_page(rd, i, next, t, *v) ? VOICE_ODD : VOICE_NUMBER;
	return behind > next && ret->how == VOICE_ODD ? behind : next;
}

/* "par 25 voix contre 3": twenty-five for. */
size_t voices_against(const struct reader *rd, size_t i, struct voice_read *pour, struct voice_read *contre)
{
	enum voice other = VOICE_POUR;
	const size_t k = voice_count(rd, i, &pour->n);
	size_t name;

	if (k == i || follows_a_number(rd, i) || !(word_is(rd, k, "voix") || word_is(rd, k, "votes")) || !word_is(rd, k + 1, "contre"))
		return i;
	const size_t end = voice_count(rd, k + 2, &contre->n);

	if (end > k + 2 && word_is(rd, end, "a") && is_civility(&rd->t, end + 1, &name)) /* "élue par 8 voix contre 3 à M. X" */
		return i;
	if (end == k + 2 || word_is(rd, end, "voix") || word_is(rd, end, "votes") || word_is(rd, end, "vote") ||
	    voice_label(rd, end, &other) > end)
		return i;
	pour->how = contre->how = VOICE_NUMBER;
	pour->sure = contre->sure = true;
	pour->at = (struct range){ i, k + 1 };
	contre->at = (struct range){ k + 1, end };
	return end;
}

/* "adopté par 34 voix, 9 votes contre": those that the voices against are told apart from. */
size_t voices_then_others(const struct reader *rd, size_t i, struct voice_read *pour)
{
	enum voice other = VOICE_POUR;
	const size_t k = voice_count(rd, i, &pour->n), next = k + 2;
	int64_t n;

	if (k == i || i == 0 || !tok_among(&rd->t, i - 1, " par avec ") || !word_is(rd, k, "voix") || !(tok_mark(&rd->t, k + 1, ',') || word_is(rd, k + 1, "et")))
		return i;
	const size_t count = voice_count(rd, next, &n), end = voice_label(rd, count, &other);

	if (count == next || end == count || other == VOICE_POUR || tok_mark(&rd->t, end, ':'))
		return i;
	pour->how = VOICE_NUMBER;
	pour->sure = true;
	pour->at = (struct range){ i, k + 1 };
	return k + 1;
}

/* "à l'unanimité (11 voix)", "à l'unanimité des présents, soit 11 voix", "adopté par 11 voix sur 11": all of them are for. */
size_t voices_of_all(const struct reader *rd, size_t i, struct voice_read *pour)
{
	enum voice other = VOICE_POUR;
	const size_t k = voice_count(rd, i, &pour->n), next = k + 1;
	size_t before = i;

	if (k == i || i == 0 || !tok_among(&rd->t, k, " voix votes ") || voice_label(rd, next, &other) > next || tok_among(&rd->t, next, " d de des du et ") ||
	    (tok_mark(&rd->t, next, ',') && rd->t.at[next + 1].kind == TOK_NUMBER))
		return i;
	if (tok_among(&rd->t, i - 1, " par ") && i > 1 && tok_among(&rd->t, i - 2, " adopte adoptee adoptes adoptees approuve approuvee approuves approuvees acceptee "))
		before = i - 2;
	for (size_t b = i - 1; before == i && tok_among(&rd->t, i - 1, " ( soit par avec : ") && b > 0 && i - b < ALL_TOKENS && !sentence_ends_at(rd, b); b--)
		if (cue_at(rd->lx, &rd->t, b, CUE_UNANIMITE) > b)
			before = b;
	if (before == i || (rd->t.at[next].kind == TOK_WORD && rd->t.at[next].lines == 0 && !tok_among(&rd->t, next, " sur ") && tok_mark(&rd->t, i - 1, ':')))
		return i;
	pour->how = VOICE_NUMBER;
	pour->sure = true;
	pour->at = (struct range){ i, next };
	return next;
}
