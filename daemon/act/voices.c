/* SPDX-License-Identifier: EUPL-1.2 */
/* One voice of a tally: "Pour : 54", "dix-sept voix pour", "2 (deux) contre", "Abstentions 4", "MM. X et Y votant contre".
 *
 * The word "pour" or "contre" beside a number proves nothing ("contre 335 € auparavant", "pour 2023"): `sure` says that
 * voix, vote or abstention stands there, or a colon. A label without a number is a voice not stated, never zero: only
 * "0", "/", "néant", "aucune" say zero.
 */
#include "led_voices_priv.h"
#include "numbers_priv.h"

#define MATTER_TOKENS 16
#define BREAKDOWN_TOKENS 40

/* Of something counted or paid, not of voters; a year after "pour". */
static bool is_of_something_else(const struct reader *rd, size_t end, int64_t value)
{
	static const char *const units[] = { "euros", "euro", "heures", "heure", "mois", "ans",	   "jours", "habitants",
					     "eur",   "h",    "ha",	"m",	 "km",	 "tonnes", NULL };
	const struct token *t = &rd->t.at[end];

	if (value > VOICES_MOST || word_in(rd, end, units))
		return true;
	if (t->kind == TOK_MARK && (tok_mark(&rd->t, end, '%') || t->key.n > 2))
		return true;
	return (tok_mark(&rd->t, end, ',') || tok_mark(&rd->t, end, '/')) && rd->t.at[end + 1].kind == TOK_NUMBER &&
	       !rd->t.at[end].space && !rd->t.at[end + 1].space;
}

/* An "o" is one on its own, not behind a digit: "2o" is twenty. */
static bool is_zero_word(const struct reader *rd, size_t i)
{
	static const char *const zeros[] = { "neant", "aucun", "aucune", "zero", "nul", "nulle", NULL };

	if (word_in(rd, i, zeros))
		return true;
	return word_is(rd, i, "o") && !(i > 0 && rd->t.at[i - 1].kind == TOK_NUMBER && !rd->t.at[i].space);
}

/* "sans voix contre ni abstention": none of either. */
static bool is_without(const struct reader *rd, size_t i)
{
	if (!word_is(rd, i, "sans") && !(word_is(rd, i, "ni") && cue_before(rd, i, 3, 0, CUE_CONTRE)))
		return false;
	enum voice v = VOICE_POUR;
	const size_t next = i + 1 < rd->t.n ? voice_label(rd, i + 1, &v) : i + 1;

	return next > i + 1 && v != VOICE_POUR && voice_names_its_kind(rd, i + 1, next, v) && cue_at(rd->lx, &rd->t, i, CUE_NPPV) == i;
}

size_t voice_plain_count(const struct reader *rd, size_t i, int64_t *ret)
{
	if (!landmark_at(rd->t.landmarks, LANDMARK_VOICE, i))
		return i;
	if (is_zero_word(rd, i) || is_without(rd, i)) {
		*ret = 0;
		return i + 1;
	}
	return leaf_number(&rd->t, i, ret);
}

/* "quatre (4)", "11 (onze)": the same number twice, in figures and in words; where they differ nobody knows which. */
static size_t said_again(const struct reader *rd, size_t first, size_t i, int64_t *ret)
{
	const size_t end = tok_mark(&rd->t, i, '(') ? voice_plain_count(rd, i + 1, ret) : i;

	if (end <= i + 1 || !tok_mark(&rd->t, end, ')') || rd->t.at[first].kind == rd->t.at[i + 1].kind)
		return i;
	return end + 1;
}

size_t voice_count(const struct reader *rd, size_t i, int64_t *ret)
{
	int64_t again;

	if (i >= rd->t.n)
		return i;
	if (tok_mark(&rd->t, i, '/') && rd->t.at[i + 1].kind != TOK_NUMBER) {
		*ret = 0;
		return i + 1;
	}
	if (voice_count_of_all(rd, i, ret) > i)
		return i + 3;
	const size_t end = voice_plain_count(rd, i, ret);

	if (end == i || is_of_something_else(rd, end, *ret))
		return i;
	return said_again(rd, i, end, &again);
}

static bool disagrees_with_its_words(const struct reader *rd, struct voice_read *r)
{
	int64_t n = 0, again = 0;

	for (size_t i = r->at.from; i < r->at.to; i++) {
		const size_t end = voice_plain_count(rd, i, &n);

		const size_t stop = end > i ? said_again(rd, i, end, &again) : end;

		if (stop > end) {
			r->again = (struct range){ end + 1, stop - 1 };
			return n != again;
		}
	}
	return false;
}

/* "quatorze voix pour (13)": said again behind its voice; the token after it, else `end`. */
static size_t past_said_again(const struct reader *rd, size_t end, struct voice_read *r)
{
	int64_t again = 0;
	const size_t stop = said_again(rd, r->at.from, end, &again);

	if (stop > end && again != r->n) {
		r->how = VOICE_CONFLICT;
		r->again = (struct range){ end + 1, stop - 1 };
	}
	return stop;
}

static bool number_has_its_own_line(const struct reader *rd, size_t from, size_t to)
{
	return rd->t.at[from].lines > 0 && rd->t.at[to].lines > 0 && to == from + 1;
}

static bool starts_a_name(const struct reader *rd, size_t i)
{
	size_t next;

	return i < rd->t.n &&
	       (is_civility(&rd->t, i, &next) || (rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape != SHAPE_LOWER));
}

/* "Pour : à l'unanimité", "POUR : UNANIMITÉ": no number is given. */
bool voice_of_unanimity(const struct reader *rd, size_t i)
{
	return cue_at(rd->lx, &rd->t, i, CUE_UNANIMITE) > i || cue_at(rd->lx, &rd->t, i + 1, CUE_UNANIMITE) > i + 1;
}

/* "Contre : n° 2031 / 12", "Contre : 12/03/2031", "Contre : ②", "Pour : tous": something is there. */
static bool is_odd_value(const struct reader *rd, size_t i)
{
	return i < rd->t.n && rd->t.at[i].lines == 0 && (tok_among(&rd->t, i, " tous toutes reste ") || (tok_among(&rd->t, i, " le ") && word_is(rd, i + 1, "reste")) || rd->t.at[i].kind == TOK_NUMBER || word_is_no(rd, i) || number_is_strange(&rd->t, i));
}

/* "Contre :⏎2⏎0 - Abstention : 0", "Approbation :⏎2⏎13", of which the 2 is a page's: a second number, that opens nothing ("13 2- Vente du pré"). */
static bool is_twice(const struct reader *rd, size_t end)
{
	enum voice v = VOICE_POUR;
	int64_t n;
	const size_t second = end < rd->t.n && rd->t.at[end].kind == TOK_NUMBER ? voice_count(rd, end, &n) : end, label = skip_marks(rd, second, "-,;/|");

	return second > end && (voice_label(rd, label, &v) > label || !tok_among(&rd->t, second, " - ) . / ° : h "));
}

/* "Pour : 5 + 2 pouvoirs": not the whole. */
static bool is_a_part(const struct reader *rd, size_t end)
{
	return tok_mark(&rd->t, end, '+') && rd->t.at[end + 1].kind == TOK_NUMBER;
}

/* "la minorité s'abstient : adopté par 11 voix": a colon behind a sentence, and no label. */
static bool is_a_sentence(const struct reader *rd, size_t i, size_t colon)
{
	const size_t behind = colon + 1;

	return i > 0 && tok_among(&rd->t, i, " s se ont a vote votent ") && rd->t.at[i].lines == 0 && !is_heading_place(rd, i) &&
	       behind < rd->t.n && rd->t.at[behind].kind == TOK_WORD && rd->t.at[behind].shape == SHAPE_LOWER;
}

/* "Contre : 2 abstentions": the number that ends at `end` is of another label, at which no number of its own stands. */
static bool counts_the_next(const struct reader *rd, size_t end, enum voice v)
{
	enum voice other = VOICE_POUR;
	const size_t label = voice_label(rd, end, &other);
	int64_t own;

	return label > end && !tok_mark(&rd->t, label, ':') && !tok_mark(&rd->t, label, '=') && rd->t.at[end].lines == 0 && voice_names_its_kind(rd, end, label, other) && other != v &&
	       voice_count(rd, label, &own) == label;
}

/* "Pour : 54", "Contre :", "Abstention(s) de : Mme A": label, colon, value. */
static size_t label_first(struct reader *rd, size_t i, enum voice *v, struct voice_read *ret)
{
	const size_t next = voice_label(rd, i, v);
	size_t k = next;
	enum voice other = VOICE_POUR;

	if (next == i)
		return i;
	if ((word_is(rd, k, "de") || (i > 0 && tok_among(&rd->t, i - 1, VOICE_QUOTES) && tok_among(&rd->t, k, VOICE_QUOTES))) && tok_mark(&rd->t, k + 1, ':'))
		k++;
	const bool whole = tok_mark(&rd->t, k - 1, ':'); /* "approbation :" is one phrase */

	if (!whole && !tok_mark(&rd->t, k, ':') && !tok_mark(&rd->t, k, '='))
		return i;
	k = skip_marks(rd, k, ":=.|");
	const size_t end = voice_count(rd, k, &ret->n);

	ret->sure = true;
	if (end == k && is_a_sentence(rd, i, next))
		return i;
	if (whole && (end == k || (voice_label(rd, end, &other) == end && rd->t.at[end].kind == TOK_WORD && rd->t.at[end].shape == SHAPE_LOWER)))
		return i; /* "Approbation : 2 comptes rendus" */
	if (end > k && counts_the_next(rd, end, *v))
		return i;
	if (end > k) {
		ret->how = is_twice(rd, end) || is_a_part(rd, end) ? VOICE_ODD : VOICE_NUMBER;
		ret->alone = number_has_its_own_line(rd, k, end);
		return end;
	}
	const size_t row = voice_label(rd, k, &other) == k ? voters_after(rd, k, &ret->n) : k;

	if (row > k) {
		ret->how = VOICE_NUMBER;
		ret->named = true;
		return row;
	}
	ret->named = voice_label(rd, k, &other) == k && starts_a_name(rd, k) && rd->t.at[k].lines == 0 && !voice_of_unanimity(rd, k);
	ret->how = ret->named ? VOICE_NAMES : is_odd_value(rd, k) ? VOICE_ODD : VOICE_EMPTY;
	return k > next ? k : next;
}

/* "Pour le changement de prestataire : 13 votes": what is voted stands between the label and the colon. A candidate or a
 * list there makes it a ballot of an election. */
static size_t label_and_matter(const struct reader *rd, size_t i, enum voice *v, struct voice_read *ret)
{
	static const char *const units[] = { "voix", "vote", "votes", NULL };
	static const char *const of_an_election[] = { "liste", "candidat", "candidate", "candidature", "monsieur",
						      "madame", NULL };
	const size_t next = voice_label(rd, i, v);
	size_t k = next, name;

	if (next != i + 1 || (*v != VOICE_POUR && *v != VOICE_CONTRE) || rd->t.at[i].shape != SHAPE_TITLE ||
	    !is_heading_place(rd, i))
		return i;
	for (; k < i + MATTER_TOKENS && k < rd->t.n && !tok_mark(&rd->t, k, ':'); k++)
		if (rd->t.at[k].lines > 1 || sentence_ends_at(rd, k) || word_in(rd, k, of_an_election) ||
		    is_civility(&rd->t, k, &name) || rd->t.at[k].kind == TOK_NUMBER)
			return i;
	const size_t end = k > next && tok_mark(&rd->t, k, ':') ? voice_count(rd, k + 1, &ret->n) : i;

	if (end <= k + 1 || !word_in(rd, end, units))
		return i;
	ret->how = VOICE_NUMBER;
	ret->sure = ret->of_matter = true;
	return end + 1;
}

/* "MM. X et Y votant contre", "Mme Z s'abstient", "l'abstention de Mme Z": the range is that of the whole. */
static size_t names_beside(struct reader *rd, size_t i, size_t floor, enum voice *v, struct voice_read *ret)
{
	static const char *const verbs[] = { "s", "se", "ont", "a", "vote", "votent", "votant", "ayant", NULL };
	const size_t next = voice_label(rd, i, v);
	size_t start = i, end = next;

	if (next == i || *v == VOICE_NPPV)
		return i;
	if (next > i + 1 && word_in(rd, i, verbs))
		start = voters_before(rd, i, floor, &ret->n);
	else if (*v == VOICE_ABSTENTION && (word_is(rd, next, "de") || word_is(rd, next, "d")))
		end = voters_after(rd, next + 1, &ret->n);
	if (start == i && end <= next + 1)
		return i;
	ret->how = VOICE_NUMBER;
	ret->sure = ret->named = true;
	ret->at.from = start;
	return end;
}

/* "Qui s'abstient ?" */
static bool is_asked(const struct reader *rd, size_t i, size_t next)
{
	return i > 0 && word_is(rd, i - 1, "qui") && (tok_mark(&rd->t, next, '?') || tok_mark(&rd->t, next, '.'));
}

/* "Abstentions 4 : M. A", "NPPV 2": no colon between; "M. A s'abstient": no number at all. */
static size_t label_alone(const struct reader *rd, size_t i, enum voice *v, struct voice_read *ret)
{
	static const char *const verbs[] = { "s", "se", "ont", "a", NULL };
	const size_t next = voice_label(rd, i, v);

	if (next == i)
		return i;
	const size_t end = voice_count(rd, next, &ret->n);
	enum voice other = VOICE_POUR;
	int64_t again;

	const struct token *after = &rd->t.at[end];
	const bool stops = end >= rd->t.n || after->kind == TOK_MARK || after->lines > 0;

	if (end > next && rd->t.at[next].kind == TOK_NUMBER && stops && voice_label(rd, end, &other) == end) {
		/* "Abstention⏎2⏎: 0" */
		ret->how = is_a_part(rd, end) || (tok_mark(&rd->t, end, ':') && voice_count(rd, end + 1, &again) > end + 1) ? VOICE_ODD : VOICE_NUMBER;
		ret->sure = *v == VOICE_ABSTENTION || tok_mark(&rd->t, end, ':');
		return end;
	}
	if ((*v == VOICE_ABSTENTION || next > i + 1) && word_in(rd, i, verbs) && !is_asked(rd, i, next)) {
		ret->how = VOICE_NAMES;
		ret->sure = ret->named = true;
		return next;
	}
	return i;
}

/* "10 pour (8 + 2 procurations)", "3 contre (1 et 2 pouvoirs : A. PETIT, L. GRAND)": what a number is made of. */
static size_t past_breakdown(const struct reader *rd, size_t i)
{
	static const char *const parts[] = { "procuration", "procurations", "pouvoir", "pouvoirs", NULL };
	bool parted = false;

	if (!tok_mark(&rd->t, i, '(') || i + 1 >= rd->t.n || !(rd->t.at[i + 1].kind == TOK_NUMBER || word_is(rd, i + 1, "dont")))
		return i;
	for (size_t k = i + 1; k < i + BREAKDOWN_TOKENS && k < rd->t.n && !tok_mark(&rd->t, k, '('); k++) {
		parted |= word_in(rd, k, parts);
		if (tok_mark(&rd->t, k, ')'))
			return parted ? k + 1 : i;
	}
	return i;
}

size_t voice_read_at(struct reader *rd, size_t i, const struct tally *t, size_t floor, enum voice *v,
		     struct voice_read *ret)
{
	struct voice_read read = { 0 };
	size_t end = label_first(rd, i, v, &read);

	if (end == i)
		end = label_and_matter(rd, i, v, &read);
	if (end == i)
		end = voice_led(rd, i, v, &read);
	if (end == i)
		end = voice_number_first(rd, i, t, v, &read);
	read.at = (struct range){ i, end };
	if (end == i || read.how == VOICE_EMPTY) { /* "MM. X et Y votant contre :" */
		struct voice_read named = { .at.from = i };
		const size_t stop = names_beside(rd, i, t->at.to > floor ? t->at.to : floor, v, &named);

		if (stop > i) {
			end = named.at.to = stop;
			read = named;
		}
	}
	if (end == i) {
		end = label_alone(rd, i, v, &read);
		read.at = (struct range){ i, end };
	}
	if (end > i && read.how == VOICE_NUMBER && !read.named && disagrees_with_its_words(rd, &read))
		read.how = VOICE_CONFLICT;
	if (end > i && read.how == VOICE_NUMBER && !read.named)
		end = read.at.to = past_said_again(rd, past_breakdown(rd, end), &read);
	*ret = read;
	return end;
}
