/* SPDX-License-Identifier: EUPL-1.2 */
/* Tallies: "Pour : 54 Contre : 0 Abstentions : 0", "par dix-sept voix pour", "15 pour, 2 contre, 1 abstention", in any
 * order (the voices: voices.c).
 *
 * A tally is a run of voices near each other; a voice that comes a second time opens the next one. A tally needs two
 * voices, or one that says voix, vote or abstention. Opinions of committees and tallies told in a visa are somebody
 * else's.
 */
#include "led_voices_priv.h"

#define GAP_SURE 45 /* names of those who voted stand between two voices */
#define GAP_BARE 5

/* "approuve", "fixe"; not "approuvé". */
static bool decides_now(const struct reader *rd, size_t i)
{
	static const enum cue verbs[] = { CUE_ADOPTE, CUE_VERBE, CUE_DECIDE, CUE_REJETE };

	return cue_of(rd, i, verbs, sizeof verbs / sizeof *verbs) && rd->text->bytes.p[rd->t.at[i].end - 1] != (char)0xA9;
}

/* "Le conseil, sur avis de [k: la commission] des finances, approuve à l'unanimité": whose sentence it is stands before the aside. */
static bool decides_behind_an_aside(const struct reader *rd, size_t start, size_t k, size_t i)
{
	bool ours = false, verb = false;

	for (size_t n = start; n < k; n++)
		ours |= council_at(rd, n) && n > 0 && tok_among(&rd->t, n - 1, " le la ");
	for (size_t n = k + 1; n < i; n++)
		verb |= tok_mark(&rd->t, n, ',') && decides_now(rd, n + 1);
	return ours && verb;
}

/* "Le conseil DÉCIDE", "le conseil approuve", "le conseil, à l'unanimité", "⏎Le Bureau, à l'unanimité" behind an opinion in the same sentence. */
static bool own_decision_at(const struct reader *rd, size_t i)
{
	static const char *const own[] = { "conseil", "assemblee", NULL };

	if (i > 0 && word_is(rd, i, "conseil") && word_is(rd, i - 1, "le") && (tok_mark(&rd->t, i + 1, ',') || (decides_now(rd, i + 1) && !(i > 1 && word_is(rd, i - 2, "que")))))
		return true;
	if (i > 0 && tok_among(&rd->t, i, " bureau comite ") && word_is(rd, i - 1, "le") && rd->t.at[i - 1].shape != SHAPE_LOWER && tok_mark(&rd->t, i + 1, ','))
		return true;
	return cue_at(rd->lx, &rd->t, i, CUE_DECIDE) > i && i > 1 &&
	       (word_in(rd, i - 1, own) || (i > 2 && word_in(rd, i - 2, own)) || tok_mark(&rd->t, i - 1, ','));
}

#define TO_ITS_GIVER 14

/* "Le conseil municipal, après débat, donne un avis défavorable : Pour 13": the opinion, of which token i is the word, is what the assembly votes. */
static bool gives_its_own(const struct reader *rd, size_t i, size_t floor)
{
	size_t verb = i, next;

	while (verb > floor && tok_among(&rd->t, verb - 1, " un l ' son le "))
		verb--;
	if (verb == floor || !word_is(rd, i, "avis") || !tok_among(&rd->t, verb - 1, " donne emet rend formule ") ||
	    rd->text->bytes.p[rd->t.at[verb - 1].end - 1] == (char)0xA9)
		return false;
	for (size_t k = verb - 1; k > floor && verb - k < TO_ITS_GIVER; k--) {
		if (tok_among(&rd->t, k - 1, " a ont avoir ayant ete que dont commission commissions comite bureau "))
			return false;
		if (organe_at(rd, k - 1, &next) != NULL || tok_among(&rd->t, k - 1, " conseil assemblee "))
			return k >= 2 && (tok_among(&rd->t, k - 2, " le la ") || tok_mark(&rd->t, k - 2, '\''));
	}
	return false;
}

bool is_opinion(const struct reader *rd, size_t i, size_t floor)
{
	const size_t least = i > floor + 40 ? i - 40 : floor;
	const size_t start = sentence_start_above(rd, i, least);
	size_t next;

	for (size_t k = i; (k = landmark_before(rd->t.landmarks, LANDMARK_OPINION, k, start)) > start; k--) {
		const char *body = organe_at(rd, k - 1, &next);

		if (body != NULL || cue_at(rd->lx, &rd->t, k - 1, CUE_SUITE) >= k || own_decision_at(rd, k - 1))
			return false;
		if (k >= 2 && word_is(rd, k - 1, "decide") && word_is(rd, k - 2, "et"))
			return false; /* "approuve la proposition de la commission et décide à l'unanimité" */
		if (cue_at(rd->lx, &rd->t, k - 1, CUE_AVIS) >= k || word_is(rd, k - 1, "commission") ||
		    word_is(rd, k - 1, "commissions"))
			return !gives_its_own(rd, k - 1, start) && !decides_behind_an_aside(rd, start, k - 1, i);
	}
	return false;
}

#define NAMES_BEFORE 60
#define NAMES_AFTER 25
#define IN_BRACKETS_AFTER 8

/* Names alone are a vote beside the words of a result or a decision; in a debate they are an opinion. */
static bool is_near_a_result(const struct reader *rd, const struct tally *t, size_t floor)
{
	static const enum cue results[] = { CUE_UNANIMITE, CUE_MAJORITE, CUE_ADOPTE, CUE_REJETE, CUE_DECIDE, CUE_SUITE };
	const size_t from = t->at.from > floor + NAMES_BEFORE ? t->at.from - NAMES_BEFORE : floor;

	for (size_t i = from; i < t->at.to + NAMES_AFTER; i++)
		if (cue_of(rd, i, results, sizeof results / sizeof *results))
			return true;
	return false;
}

static bool makes_a_tally(const struct reader *rd, const struct tally *t, size_t floor)
{
	size_t numbers = 0, seen = 0, sure = 0;
	bool named = false;

	for (int v = 0; v < VOICES; v++) {
		const bool number = t->v[v].how == VOICE_NUMBER || t->v[v].how == VOICE_CONFLICT;

		named = named || (number && t->v[v].named);
		seen += t->v[v].how != VOICE_UNSEEN;
		numbers += number;
		sure += number && t->v[v].sure;
	}
	if (is_opinion(rd, t->at.from, floor))
		return false;
	if (numbers >= 2 || (numbers == 1 && seen >= 2))
		return sure > 0 || numbers >= 2;
	if (numbers == 0)
		return seen >= 3;
	if (t->v[VOICE_NPPV].how == VOICE_NUMBER)
		return false;
	if (named)
		return is_near_a_result(rd, t, floor);
	/* "ADOPTÉ À L'UNANIMITÉ (13 pour)" */
	if (tok_mark(&rd->t, t->at.from - 1, '(') && tok_mark(&rd->t, t->at.to, ')') && t->at.from > floor &&
	    (cue_before(rd, t->at.from, IN_BRACKETS_AFTER, floor, CUE_UNANIMITE) || cue_before(rd, t->at.from, IN_BRACKETS_AFTER, floor, CUE_MAJORITE)))
		return true;
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
		beside = beside || (t->v[v].how == VOICE_NUMBER && !t->v[v].alone && !t->v[v].named);
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
	if (t->at.to > t->at.from && makes_a_tally(rd, t, floor))
		t->foreign = is_voted_elsewhere(rd, t->at.to) ? FOREIGN_SURE : foreign_vote(rd, t->at.from, floor);
	else
		t->foreign = FOREIGN_SURE;
	if (t->foreign == FOREIGN_NO && vote_is_on_the_way(rd, t->at.from))
		t->foreign = FOREIGN_DOUBT;
	if (t->foreign != FOREIGN_SURE) {
		doubt_lone_numbers(t);
		doubt_detached_values(t);
		*ARENA_PUSH(rd->a, list) = *t;
	}
	*t = (struct tally){ 0 };
}

/* "pour : 20 (Ensemble autrement, Citoyens et solidaires) contre : 5": who they were, in whatever words; the token after i, or after the bracket. */
static size_t past_the_groups(const struct reader *rd, size_t i, size_t to)
{
	if (tok_mark(&rd->t, i, '('))
		for (size_t k = i + 1; k < to && !tok_mark(&rd->t, k, '('); k++)
			if (tok_mark(&rd->t, k, ')'))
				return k + 1;
	return i + 1;
}

/* Between two voices only names, and what is said of proxies: any other word tells of another affair. */
static bool only_names_between(const struct reader *rd, size_t from, size_t to)
{
	static const char *const said[] = {
		"dont",		"et",	   "de",	"d",	    "par", "du",  "la",	   "le",   "procuration",
		"procurations", "pouvoir", "pouvoirs",	"soit",	    "m",   "mme", "mm",	   "avec", "voix",
		"votes",	"vote",	   "majorite", "absolue", "suffrages", "exprimes", "n",   "a",	  "donne", NULL
	};

	for (size_t i = from; i < to; i = past_the_groups(rd, i, to))
		if (rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_LOWER && !word_in(rd, i, said))
			return false;
	return true;
}

static bool goes_on(const struct reader *rd, const struct tally *t, enum voice v, const struct voice_read *r)
{
	const size_t gap = r->at.from - t->at.to;

	if (t->v[v].how != VOICE_UNSEEN || sum_stands_between(rd, t->at.to, r->at.from))
		return false;
	return gap <= GAP_BARE || (r->sure && gap <= GAP_SURE && only_names_between(rd, t->at.to, r->at.from));
}

#define PART_BEFORE 10
#define COUNTED_BEHIND 16

/* "Pour : 12 Contre : 2. Ont voté contre : M. X, M. Y", "M. X s'abstient : adopté par 11 voix et 1 abstention": the number and its names are
 * one voice. */
static bool is_said_twice(struct tally *t, enum voice v, const struct voice_read *r)
{
	struct voice_read *had = &t->v[v];

	if (t->at.to > 0 && had->how == VOICE_NAMES && r->how == VOICE_NUMBER && !r->named && r->at.from - t->at.to <= COUNTED_BEHIND) {
		*had = *r;
		t->end = r->at.to;
		return true;
	}
	if (t->at.to == 0 || r->at.from - t->at.to > NAMES_BEFORE || had->how != VOICE_NUMBER ||
	    had->named == r->named || (r->how != VOICE_NUMBER && !r->named))
		return false;
	if (had->named)
		*had = *r;
	else if (had->n == 0) {
		had->how = VOICE_CONFLICT;
		had->again = r->at;
	}
	t->end = r->at.to;
	return true;
}

static void take(struct reader *rd, struct tallies *list, struct tally *t, enum voice v, struct voice_read r,
		 size_t floor)
{
	if (is_said_twice(t, v, &r))
		return;
	if (t->at.to > 0 && !goes_on(rd, t, v, &r))
		close_tally(rd, list, t, floor);
	if (t->at.to == 0)
		t->at.from = r.at.from;
	else
		t->rows |= row_begins_between(rd, t->at.to, r.at.from);
	t->at.to = t->end = r.at.to;
	t->v[v] = r;
}

/* A tally that is read in one piece. */
static size_t whole_tally_at(struct reader *rd, size_t i, size_t floor, struct tally *ret)
{
	struct voice_read elected = { 0 };
	size_t end = word_is(rd, i, "p") ? lettered_at(rd, i, ret) : detached_at(rd, i, ret);

	if (end > i)
		return end;
	end = election_at(rd, i, floor, &elected);
	if (end > i) {
		*ret = (struct tally){ .at = elected.at, .end = end, .election = true };
		ret->v[VOICE_POUR] = elected;
	}
	return end;
}

/* "l'article 3", "cet amendement", "les chapitres 2 et 4", "celle de la fanfare", at the article. */
static bool names_a_part(const struct reader *rd, size_t i)
{
	if (tok_among(&rd->t, i, " celle celles celui ceux ") && tok_among(&rd->t, i + 1, " de du des d "))
		return true;
	while (tok_among(&rd->t, i, " l ' le la les cet cette ces ce "))
		i++;
	return tok_among(&rd->t, i, " article articles amendement amendements chapitre chapitres alinea alineas paragraphe paragraphes annexe annexes ");
}

/* "M. A s'abstient sur l'article 3", "2 voix contre l'article 3", "Sur l'article 3, M. A s'abstient": a voice that ends at `end`, of a part of what is voted. */
static bool is_of_a_part(const struct reader *rd, const struct voice_read *r, size_t end)
{
	static const char *const on[] = { "sur", "pour", "a", "en ce qui concerne", "concernant", "quant a", "s ' agissant de", NULL };
	const size_t start = sentence_start(rd, r->at.from, r->at.from > PART_BEFORE ? r->at.from - PART_BEFORE : 0);
	size_t next = skip_marks(rd, end, "(,");

	if (tok_any_phrase(&rd->t, next, on, &next) ? names_a_part(rd, next) : word_is(rd, end - 1, "contre") && names_a_part(rd, end))
		return true;
	return r->named && tok_any_phrase(&rd->t, start, on, &next) && names_a_part(rd, next);
}

static size_t take_at(struct reader *rd, struct tallies *list, struct tally *t, size_t i, size_t floor)
{
	struct voice_read read = { 0 }, other = { 0 };
	struct tally whole;
	enum voice v = VOICE_POUR;
	size_t end = whole_tally_at(rd, i, floor, &whole);

	if (end > i) {
		close_tally(rd, list, t, floor);
		close_tally(rd, list, &whole, floor);
		return end;
	}
	/* "10 voix pour – 2 voix contre 2 – 1 abstention": the second 2 is a page's; not of a tally that has those against, too. */
	const bool has_for = t->v[VOICE_POUR].how != VOICE_UNSEEN && t->v[VOICE_CONTRE].how == VOICE_UNSEEN && i - t->at.to <= GAP_SURE;

	end = has_for ? i : voices_against(rd, i, &read, &other);
	if (end > i) {
		take(rd, list, t, VOICE_POUR, read, floor);
		take(rd, list, t, VOICE_CONTRE, other, floor);
		t->versus = true;
		return end;
	}
	end = voices_then_others(rd, i, &read);
	if (end == i)
		end = voices_of_all(rd, i, &read);
	if (end == i)
		end = voice_read_at(rd, i, t, floor, &v, &read);
	if (end > i && !is_of_a_part(rd, &read, end))
		take(rd, list, t, v, read, floor);
	return end;
}

/* Most numbers of a text count something else. */
static bool may_be_a_voice(const struct reader *rd, size_t i)
{
	int64_t n;

	if (is_other_number(rd, LANDMARK_MENTION, i))
		return rd->t.at[i + 1].kind == TOK_MARK && landmark_at(rd->t.landmarks, LANDMARK_MENTION, i + 2) && tok_among(&rd->t, i + 1, VOICE_QUOTES); /* 12 « pour » */
	const size_t end = landmark_at(rd->t.landmarks, LANDMARK_MENTION, i) ? i : voice_count(rd, i, &n);

	return landmark_at(rd->t.landmarks, LANDMARK_MENTION, end) || (end > i && landmark_at(rd->t.landmarks, LANDMARK_MENTION, end + 1) && tok_among(&rd->t, end, VOICE_QUOTES));
}

struct tallies tallies_in(struct reader *rd, struct range r, struct range visas)
{
	struct tallies list = { 0 };
	struct tally t = { 0 };

	for (size_t i = r.from; (i = next_of(rd, LANDMARK_VOICE, i, r.to)) < r.to;) {
		const bool cited = i >= visas.from && i < visas.to;
		const size_t end = cited || !may_be_a_voice(rd, i) ? i : take_at(rd, &list, &t, i, r.from);

		i = end > i ? end : i + 1;
	}
	close_tally(rd, &list, &t, r.from);
	votes_said_again(rd, &list);
	votes_by_group(rd, &list);
	return list;
}
