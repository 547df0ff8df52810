/* SPDX-License-Identifier: EUPL-1.2 */
/* Tallies: "Pour : 54 Contre : 0 Abstentions : 0", "par dix-sept voix pour", "15 pour, 2 contre, 1 abstention", in any
 * order.
 *
 * A tally is a run of voices near each other; a voice that comes a second time opens the next one. The word "pour" or
 * "contre" beside a number proves nothing ("contre 335 € auparavant", "pour 2023"), so a tally needs two voices, or one
 * that says voix, vote or abstention. Opinions of committees and tallies told in a visa are somebody else's. A label
 * without a number is a voice not stated, never zero: only "0", "/", "néant", "aucune" say zero.
 */
#include "votes_priv.h"

#define GAP_SURE 45 /* names of those who voted stand between two voices */
#define GAP_BARE 5

static const enum cue CUES[VOICES] = { CUE_POUR, CUE_CONTRE, CUE_ABSTENTION, CUE_NPPV };

static size_t voice_at(const struct reader *rd, size_t i, enum voice *ret)
{
	size_t best = i;

	for (int v = 0; v < VOICES; v++) {
		const size_t next = cue_at(rd->lx, &rd->t, i, CUES[v]);

		if (next > best) {
			best = next;
			*ret = (enum voice)v;
		}
	}
	return best;
}

static bool names_its_kind(const struct reader *rd, size_t i, size_t next, enum voice v)
{
	static const char *const words[] = { "voix", "vote", "votes", "suffrages", "favorables", "vote", NULL };

	for (size_t k = i; k < next; k++)
		if (word_in(rd, k, words))
			return true;
	return v == VOICE_ABSTENTION || v == VOICE_NPPV;
}

/* Of something counted or paid, not of voters; a year after "pour". */
static bool is_of_something_else(const struct reader *rd, size_t end, int64_t value)
{
	static const char *const units[] = { "euros", "euro", "heures", "heure", "mois", "ans",	   "jours", "habitants",
					     "eur",   "h",    "ha",	"m",	 "km",	 "tonnes", NULL };
	const struct token *t = &rd->t.at[end];

	if (value > 999 || word_in(rd, end, units))
		return true;
	if (t->kind == TOK_MARK && (tok_mark(&rd->t, end, '%') || t->key.n > 2))
		return true;
	return (tok_mark(&rd->t, end, ',') || tok_mark(&rd->t, end, '/')) && rd->t.at[end + 1].kind == TOK_NUMBER &&
	       !rd->t.at[end].space && !rd->t.at[end + 1].space;
}

static bool is_zero_word(const struct reader *rd, size_t i)
{
	static const char *const zeros[] = { "neant", "aucun", "aucune", "zero", "nul", "o", "nulle", NULL };

	return word_in(rd, i, zeros);
}

static size_t count_at(const struct reader *rd, size_t i, int64_t *ret)
{
	if (i >= rd->t.n)
		return i;
	if (is_zero_word(rd, i) || (tok_mark(&rd->t, i, '/') && rd->t.at[i + 1].kind != TOK_NUMBER)) {
		*ret = 0;
		return i + 1;
	}
	size_t end = leaf_number(&rd->t, i, ret);

	if (end == i || is_of_something_else(rd, end, *ret))
		return i;
	if (tok_mark(&rd->t, end, '(') && rd->t.at[end + 1].value == *ret && tok_mark(&rd->t, end + 2, ')'))
		end += 3; /* "quatre (4)" */
	return end;
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

/* "Pour : 54", "Contre :", "Abstention(s) de : Mme A": label, colon, value. */
static size_t label_first(const struct reader *rd, size_t i, enum voice *v, struct voice_read *ret)
{
	const size_t next = voice_at(rd, i, v);
	size_t k = next;
	enum voice other = VOICE_POUR;

	if (next == i)
		return i;
	if (word_is(rd, k, "de") && tok_mark(&rd->t, k + 1, ':'))
		k++;
	if (!tok_mark(&rd->t, k, ':') && !tok_mark(&rd->t, k, '='))
		return i;
	k = skip_marks(rd, k, ":=.|");
	const size_t end = count_at(rd, k, &ret->n);

	ret->sure = true;
	if (end > k && voice_at(rd, end, &other) > end && !tok_mark(&rd->t, voice_at(rd, end, &other), ':') &&
	    rd->t.at[end].lines == 0 && names_its_kind(rd, end, voice_at(rd, end, &other), other) && other != *v)
		return i; /* "Contre : 2 abstentions": the number is of the next label */
	if (end > k) {
		ret->how = VOICE_NUMBER;
		ret->alone = number_has_its_own_line(rd, k, end);
		return end;
	}
	ret->how = voice_at(rd, k, &other) == k && starts_a_name(rd, k) && rd->t.at[k].lines == 0 ? VOICE_NAMES
												  : VOICE_EMPTY;
	return k > next ? k : next;
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

	return rd->t.at[next].lines > 0 || (number > next && voice_at(rd, number, &v) > number);
}

/* "Exprimés 40 voix Pour 40 voix Contre": the number belongs to the label before it, which no number of its own came
 * before. */
static bool belongs_to_the_left(const struct reader *rd, size_t i, size_t next, const struct tally *t)
{
	static const char *const voices[] = { "pour", "contre", "abstention", "abstentions", NULL };
	static const char *const counts[] = { "exprimes",     "votants",  "presents", "representes",
					      "procurations", "pouvoirs", NULL };
	int64_t n;

	if (i == 0 || t->at.to == i || rd->t.at[i].lines > 0)
		return false;
	return word_in(rd, i - 1, voices) || (word_in(rd, i - 1, counts) && count_at(rd, next, &n) > next);
}

/* "dix-sept voix pour", "2 contre": value, then the word. */
static size_t number_first(const struct reader *rd, size_t i, const struct tally *t, enum voice *v,
			   struct voice_read *ret)
{
	size_t k = count_at(rd, i, &ret->n);
	int64_t after;

	if (k == i || tok_mark(&rd->t, i, '/'))
		return i;
	const size_t next = voice_at(rd, k, v), value = skip_marks(rd, next, ":");

	if (next == k || belongs_to_the_left(rd, i, next, t) ||
	    (value > next && (!names_its_kind(rd, k, next, *v) || count_at(rd, value, &after) > value)))
		return i;
	ret->sure = names_its_kind(rd, k, next, *v);
	if (!ret->sure && !may_follow_a_bare_voice(rd, next))
		return i;
	if (*v == VOICE_POUR && rd->t.at[next].kind == TOK_NUMBER && rd->t.at[next].value >= 1900)
		return i;
	ret->how = VOICE_NUMBER;
	return next;
}

/* "Abstentions 4 : M. A", "NPPV 2": no colon between; "M. A s'abstient": no number at all. */
static size_t label_alone(const struct reader *rd, size_t i, enum voice *v, struct voice_read *ret)
{
	static const char *const verbs[] = { "s", "se", "ont", "a", NULL };
	const size_t next = voice_at(rd, i, v);

	if (next == i)
		return i;
	const size_t end = count_at(rd, next, &ret->n);
	enum voice other = VOICE_POUR;

	const struct token *after = &rd->t.at[end];
	const bool stops = end >= rd->t.n || after->kind == TOK_MARK || after->lines > 0;

	if (end > next && rd->t.at[next].kind == TOK_NUMBER && stops && voice_at(rd, end, &other) == end) {
		ret->how = VOICE_NUMBER;
		ret->sure = *v == VOICE_ABSTENTION || tok_mark(&rd->t, end, ':');
		return end;
	}
	if ((*v == VOICE_ABSTENTION || next > i + 1) && word_in(rd, i, verbs)) {
		ret->how = VOICE_NAMES;
		ret->sure = true;
		return next;
	}
	return i;
}

/* "par 25 voix contre 3": twenty-five for. */
static size_t voices_against(const struct reader *rd, size_t i, struct voice_read *pour, struct voice_read *contre)
{
	enum voice other = VOICE_POUR;
	const size_t k = count_at(rd, i, &pour->n);

	if (k == i || !(word_is(rd, k, "voix") || word_is(rd, k, "votes")) || !word_is(rd, k + 1, "contre"))
		return i;
	const size_t end = count_at(rd, k + 2, &contre->n);

	if (end == k + 2 || word_is(rd, end, "voix") || word_is(rd, end, "votes") || word_is(rd, end, "vote") ||
	    voice_at(rd, end, &other) > end)
		return i;
	pour->how = contre->how = VOICE_NUMBER;
	pour->sure = contre->sure = true;
	pour->at = (struct range){ i, k + 1 };
	contre->at = (struct range){ k + 1, end };
	return end;
}

bool is_opinion(const struct reader *rd, size_t i, size_t floor)
{
	const size_t start = sentence_start(rd, i, i > floor + 40 ? i - 40 : floor);
	size_t next;

	for (size_t k = i; k > start; k--) {
		const char *body = organe_at(rd, k - 1, &next);

		if (body != NULL || cue_at(rd->lx, &rd->t, k - 1, CUE_SUITE) >= k)
			return false;
		if (cue_at(rd->lx, &rd->t, k - 1, CUE_AVIS) >= k || word_is(rd, k - 1, "commission") ||
		    word_is(rd, k - 1, "commissions"))
			return true;
	}
	return false;
}

static bool makes_a_tally(const struct reader *rd, const struct tally *t, size_t floor)
{
	size_t numbers = 0, seen = 0, sure = 0;

	for (int v = 0; v < VOICES; v++) {
		seen += t->v[v].how != VOICE_UNSEEN;
		numbers += t->v[v].how == VOICE_NUMBER;
		sure += t->v[v].how == VOICE_NUMBER && t->v[v].sure;
	}
	if (is_opinion(rd, t->at.from, floor))
		return false;
	if (numbers >= 2 || (numbers == 1 && seen >= 2))
		return sure > 0 || numbers >= 2;
	if (numbers == 0)
		return seen >= 3;
	if (t->v[VOICE_NPPV].how == VOICE_NUMBER)
		return false;
	return sure > 0 && (cue_before(rd, t->at.from, 12, floor, CUE_VOTE) ||
			    cue_before(rd, t->at.from, 14, floor, CUE_MAJORITE) ||
			    cue_before(rd, t->at.from, 14, floor, CUE_UNANIMITE) ||
			    t->v[VOICE_POUR].how == VOICE_NUMBER || t->v[VOICE_CONTRE].how == VOICE_NUMBER);
}

/* A lone number between labels whose own numbers stand beside them is a page number more often than a vote. */
static void doubt_lone_numbers(struct tally *t)
{
	bool beside = false;

	for (int v = 0; v < VOICES; v++)
		beside = beside || (t->v[v].how == VOICE_NUMBER && !t->v[v].alone);
	for (int v = 0; v < VOICES && beside; v++)
		if (t->v[v].how == VOICE_NUMBER && t->v[v].alone)
			t->v[v].how = VOICE_DOUBT;
}

/* "Pour : Contre : Abstentions : 41 0 0": the labels of a table, then its values; the last label is not owner of the
 * first value. */
static void doubt_detached_values(struct tally *t)
{
	int last = -1;
	size_t numbers = 0, empty = 0;

	for (int v = 0; v < VOICES; v++) {
		numbers += t->v[v].how == VOICE_NUMBER;
		empty += t->v[v].how == VOICE_EMPTY;
		if (t->v[v].how == VOICE_NUMBER)
			last = v;
	}
	if (numbers == 1 && empty >= 2 && t->v[last].at.to == t->at.to)
		t->v[last].how = VOICE_LOOSE;
}

static void close_tally(struct reader *rd, struct tallies *list, struct tally *t, size_t floor)
{
	if (t->at.to > t->at.from && makes_a_tally(rd, t, floor)) {
		doubt_lone_numbers(t);
		doubt_detached_values(t);
		*ARENA_PUSH(rd->a, list) = *t;
	}
	*t = (struct tally){ 0 };
}

/* Between two voices only names, and what is said of proxies: any other word tells of another affair. */
static bool only_names_between(const struct reader *rd, size_t from, size_t to)
{
	static const char *const said[] = {
		"dont",		"et",	   "de",	"d",	    "par", "du",  "la",	   "le",   "procuration",
		"procurations", "pouvoir", "pouvoirs",	"soit",	    "m",   "mme", "mm",	   "avec", "voix",
		"votes",	"vote",	   "suffrages", "exprimes", "n",   "a",	  "donne", NULL
	};

	for (size_t i = from; i < to; i++)
		if (rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_LOWER && !word_in(rd, i, said))
			return false;
	return true;
}

static bool goes_on(const struct reader *rd, const struct tally *t, enum voice v, const struct voice_read *r)
{
	const size_t gap = r->at.from - t->at.to;

	if (t->v[v].how != VOICE_UNSEEN)
		return false;
	return gap <= GAP_BARE || (r->sure && gap <= GAP_SURE && only_names_between(rd, t->at.to, r->at.from));
}

static void take(struct reader *rd, struct tallies *list, struct tally *t, enum voice v, struct voice_read r,
		 size_t floor)
{
	if (t->at.to > 0 && !goes_on(rd, t, v, &r))
		close_tally(rd, list, t, floor);
	if (t->at.to == 0)
		t->at.from = r.at.from;
	t->at.to = r.at.to;
	t->v[v] = r;
}

struct tallies tallies_in(struct reader *rd, struct range r, struct range visas)
{
	struct tallies list = { 0 };
	struct tally t = { 0 };

	for (size_t i = r.from; i < r.to;) {
		struct voice_read read = { 0 }, other = { 0 };
		enum voice v = VOICE_POUR;
		size_t end = voices_against(rd, i, &read, &other);

		if (end > i) {
			take(rd, &list, &t, VOICE_POUR, read, r.from);
			take(rd, &list, &t, VOICE_CONTRE, other, r.from);
			i = end;
			continue;
		}
		read = (struct voice_read){ 0 };
		end = label_first(rd, i, &v, &read);
		if (end == i)
			end = number_first(rd, i, &t, &v, &read);
		if (end == i)
			end = label_alone(rd, i, &v, &read);
		if (end > i && !(i >= visas.from && i < visas.to)) {
			read.at = (struct range){ i, end };
			take(rd, &list, &t, v, read, r.from);
		}
		i = end > i ? end : i + 1;
	}
	close_tally(rd, &list, &t, r.from);
	return list;
}
