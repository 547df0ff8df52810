/* SPDX-License-Identifier: EUPL-1.2 */
/* The headings at which the actes of a file begin.
 *
 * New actes open only at numbers that follow each other (2024-11, 2024-12 …): one part of the number grows, the others
 * stay. A number that goes back opens nothing, and a title alone only in minutes that number nothing, behind a decision and with its own (titles_alone.c),
 * for a wrong cut gives one acte the vote of another; an acte with two votes only makes `d.vote` ambigu. Looked for: announced numbers ("Délibération n° 2031-04",
 * and "n° 2031-05 Tarifs" in the midst of a text without line ends, when something was voted since the heading before it),
 * codes of the house, numbers made of the day; of these the kind that cuts most; else bare numbers one after the other
 * (serials.c), else numbered reports (report_headings.c), else points of the agenda (agenda_points.c).
 */
#include "segment_priv.h"

static bool same_cue(const struct reader *rd, const struct act_heading *a, const struct act_heading *b)
{
	return (rd->t.at[a->at].kind == TOK_NUMBER && rd->t.at[b->at].kind == TOK_NUMBER) || str_eq(rd->t.at[a->at].key, rd->t.at[b->at].key);
}

/* "15 pour", "13 votes pour, 2 abstentions", from the start of a line, at "pour": the line holds nothing else. */
static bool is_a_line_of_voices(const struct reader *rd, size_t i)
{
	const size_t number = i - 1 - (i > 1 && tok_among(&rd->t, i - 1, " vote votes voix "));
	const struct token *next = &rd->t.at[i + 1];

	return i > 0 && rd->t.at[number].kind == TOK_NUMBER && rd->t.at[number].lines > 0 && rd->t.at[i].lines == 0 &&
	       (i + 1 >= rd->t.n || next->lines > 0 || next->kind == TOK_NUMBER || tok_among(&rd->t, i + 1, " . , ; - / "));
}

bool says_a_vote(const struct reader *rd, size_t i)
{
	if (!landmark_at(rd->t.landmarks, LANDMARK_SAYS_VOTE, i))
		return false;
	static const enum cue cues[] = { CUE_UNANIMITE, CUE_MAJORITE, CUE_SUITE, CUE_ABSTENTION, CUE_PREND_ACTE };

	for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
		if (landmark_at(rd->t.landmarks, cues[k], i))
			return true;
	if (word_is(rd, i, "pour") && is_a_line_of_voices(rd, i))
		return true;
	return cue_at(rd->lx, &rd->t, i, CUE_POUR) > i + 1 || cue_at(rd->lx, &rd->t, i, CUE_CONTRE) > i + 1;
}

typedef size_t heading_reader(const struct reader *, size_t, struct range *);

static size_t heading_by_code(const struct reader *rd, size_t i, struct range *ret_number)
{
	int year;

	return code_of_act(rd, i, ret_number, &year);
}

/* "la délibération n° 2031-03", "DÉCISION MODIFICATIVE" at a line end and "N° 5/2031" on the next. */
static bool numbers_another_thing(const struct reader *rd, size_t i)
{
	static const char *const others[] = { "deliberation", "deliberations", "arrete",  "marche",    "lot",	      "decision",
					      "convention",   "avenant",       "loi",	  "decret",    "contrat",     "dossier",
					      "ordonnance",   "facture",       "devis",	  "reglement", "permis",      "parcelle",
					      "section",      "annexe",	       "article", "compte",    "modificative", "fiche", NULL };

	return i > 0 && word_in(rd, i - 1, others);
}

/* Behind "la", "de la convention", "(", ",": spoken of, not a heading. */
bool number_is_cited(const struct reader *rd, size_t i)
{
	static const char *const links[] = { "la",  "le",  "les", "l", "du", "de", "des", "d",	 "au", "aux",
					     "a",   "par", "et",  "ou", "un", "une", "sous", "en", "cette", NULL };

	return i > 0 && rd->t.at[i].lines == 0 &&
	       (word_in(rd, i - 1, links) || numbers_another_thing(rd, i) || tok_mark(&rd->t, i - 1, '(') ||
		tok_mark(&rd->t, i - 1, ',') || tok_mark(&rd->t, i - 1, '\''));
}

/* "… adopté à l'unanimité n°2031-03 Tarifs de la cantine": a year, a number and a title behind it ("n° 5/2031" is more often
 * of a budget's amendment). A heading only
 * when a vote stands before it (headings_by); what names another thing before the number cites it. */
static size_t bare_number_at(const struct reader *rd, size_t i, struct range *ret_number)
{
	size_t k = i + 1, years = 0, others_n = 0;

	if (!word_is_no(rd, i) || number_is_cited(rd, i) || (i > 0 && rd->t.at[i].lines == 0 && rd->t.at[i - 1].kind == TOK_NUMBER))
		return i;
	k = over_degree(rd, k);
	const size_t end = read_number_of_act(rd, k), title = skip_marks(rd, end, ":-.|");

	for (size_t p = k; p < end; p++) {
		const bool year = others_n == 0 && is_year(&rd->t.at[p]);

		years += year;
		others_n += !year && rd->t.at[p].kind == TOK_NUMBER;
	}
	if (years != 1 || others_n == 0 || title >= rd->t.n || rd->t.at[title].kind != TOK_WORD ||
	    rd->t.at[title].shape == SHAPE_LOWER)
		return i;
	*ret_number = (struct range){ k, end };
	return end;
}

static size_t announced_or_bare(const struct reader *rd, size_t i, struct range *ret_number)
{
	if (word_is_no(rd, i) ? numbers_another_thing(rd, i) : !landmark_at(rd->t.landmarks, CUE_NUMERO, i))
		return i;
	const size_t end = heading_of_act(rd, i, ret_number);

	return end > i ? end : bare_number_at(rd, i, ret_number);
}

static bool is_announced(const struct reader *rd, const struct act_heading *h)
{
	struct range number;

	return !word_is_no(rd, h->at) || heading_of_act(rd, h->at, &number) > h->at;
}

/* "2031-01-02": a year, a month and a rank; or a day. */
static bool is_year_month_rank(const struct reader *rd, size_t i)
{
	return is_year(&rd->t.at[i]) && tok_mark(&rd->t, i + 1, '-') && rd->t.at[i + 2].key.n == 2 && tok_mark(&rd->t, i + 3, '-') && rd->t.at[i + 4].kind == TOK_NUMBER;
}

/* "20310130 1 Titre", "20310130 1-Titre", "2031013001 Titre", "2031-01-02 TITRE": the day of the séance and a serial. Two that follow each other are needed. */
static size_t dated_number_at(const struct reader *rd, size_t i, struct range *ret_number)
{
	const struct token *t = &rd->t.at[i];
	const size_t serial = i + 1 + tok_mark(&rd->t, i + 1, '-');
	size_t end = i;

	if (t->lines == 0 || t->kind != TOK_NUMBER)
		return i;
	if (is_day_and_serial(t->key))
		end = i + 1;
	else if (t->key.n == 8 && t->value > 19900101 && t->value < 21000101 && rd->t.at[serial].kind == TOK_NUMBER &&
		 rd->t.at[serial].key.n <= 3 && rd->t.at[serial].lines == 0)
		end = serial + 1;
	else if (is_year_month_rank(rd, i))
		end = i + 5;
	if (end > i)
		end = over_suffix(rd, end);
	const size_t title = end + (end > i && tok_mark(&rd->t, end, '-') && rd->t.at[end].lines == 0);

	if (end == i || rd->t.at[title].lines > 0 || (!opens_oddly(rd, title) && (rd->t.at[title].kind != TOK_WORD || (rd->t.at[title].shape == SHAPE_LOWER && t->lines < 2))))
		return i;
	*ret_number = (struct range){ i, end };
	return end;
}

/* The first number again opens another run: an agenda numbers the actes before they come, a table of them after. */
static bool opens_a_run(const struct reader *rd, const struct act_headings *all, size_t i)
{
	if (i == 0)
		return true;
	const struct number first = number_parts(rd, all->at[0].number), here = number_parts(rd, all->at[i].number),
			    before = number_parts(rd, all->at[i - 1].number);

	return number_same(&first, &here) && !number_same(&before, &here);
}

/* "… toute fonction n°2031-05 Tarifs": behind a word in lower case only the very next number is a heading. */
static bool inside_a_phrase(const struct reader *rd, const struct act_heading *h)
{
	return h->at > 0 && !is_announced(rd, h) && rd->t.at[h->at].lines == 0 && rd->t.at[h->at - 1].kind == TOK_WORD &&
	       rd->t.at[h->at - 1].shape == SHAPE_LOWER;
}

bool titled_in_lower_case(const struct reader *rd, const struct act_heading *h)
{
	return rd->t.at[skip_marks(rd, h->number.to, ":-.|")].shape == SHAPE_LOWER;
}

/* "20310130 3 versement d'un acompte", "2031-01-03 Versement": perhaps something else than a heading, unless it is the very next of the acte that has its vote. */
static bool is_unsure(const struct reader *rd, const struct act_heading *h)
{
	return rd->t.at[h->at].kind == TOK_NUMBER &&
	       (titled_in_lower_case(rd, h) || (is_year_month_rank(rd, h->at) && rd->t.at[skip_marks(rd, h->number.to, ":-.|")].shape != SHAPE_UPPER));
}

#define GAP_MOST 30

static bool follows(const struct reader *rd, const struct act_heading *a, const struct act_heading *b, int64_t most)
{
	const struct number before = number_parts(rd, a->number), here = number_parts(rd, b->number);

	return number_goes_on(&before, &here, most);
}

/* A sure heading stands behind heading i, and it and those between them are each the very next of the one before, behind its vote. */
static bool sure_ones_follow(const struct reader *rd, const struct act_headings *all, size_t i)
{
	size_t k = i + 1;

	while (k < all->n && follows(rd, &all->at[k - 1], &all->at[k], 1) && all->at[k].vote_before >= all->at[k - 1].at && is_unsure(rd, &all->at[k]))
		k++;
	return k < all->n && follows(rd, &all->at[k - 1], &all->at[k], 1) && all->at[k].vote_before >= all->at[k - 1].at;
}

/* The headings from `start` on, each of which follows the one kept before it. */
static struct act_headings run_from(struct reader *rd, const struct act_headings *all, size_t start)
{
	struct act_headings kept = { 0 };

	for (size_t i = start; i < all->n && kept.n < LIMIT_ACTES - 1; i++) {
		const bool unsure = is_unsure(rd, &all->at[i]);

		if (kept.n > 0) {
			const struct act_heading *last = &kept.at[kept.n - 1];

			if (!same_cue(rd, last, &all->at[i]) || !follows(rd, last, &all->at[i], unsure || inside_a_phrase(rd, &all->at[i]) ? 1 : GAP_MOST) ||
			    ((unsure || !is_announced(rd, &all->at[i])) && all->at[i].vote_before < last->at))
				continue;
		} else if (unsure && !sure_ones_follow(rd, all, i)) {
			continue;
		}
		*ARENA_PUSH(rd->a, &kept) = all->at[i];
	}
	return kept;
}

#define RUNS_TRIED 4

/* The last run of which the parts have their votes; where none has, the last. */
static struct act_headings best_run(struct reader *rd, const struct act_headings *all)
{
	struct act_headings last = { 0 };
	size_t tried = 0;

	for (size_t i = all->n; i > 0 && tried < RUNS_TRIED; i--) {
		if (!opens_a_run(rd, all, i - 1))
			continue;
		const struct act_headings run = run_from(rd, all, i - 1);

		if (headings_have_votes(rd, &run))
			return run;
		if (tried++ == 0)
			last = run;
	}
	return last;
}

/* An unsure one beside which none of its series stands is no heading. */
static void drop_strays(const struct reader *rd, struct act_headings *all)
{
	size_t kept = 0;

	for (size_t i = 0; i < all->n; i++)
		if (!is_unsure(rd, &all->at[i]) || (i > 0 && follows(rd, &all->at[i - 1], &all->at[i], 1)) || (i + 1 < all->n && follows(rd, &all->at[i], &all->at[i + 1], 1)))
			all->at[kept++] = all->at[i];
	all->n = kept;
}

static struct act_headings all_headings_by(struct reader *rd, heading_reader *read)
{
	struct act_headings all = { 0 };
	size_t vote = 0;

	for (size_t i = 0; (i = next_of(rd, LANDMARK_HEADING, i, rd->t.n)) < rd->t.n; i++) {
		struct range number;
		const size_t next = read(rd, i, &number);

		if (landmark_at(rd->t.landmarks, LANDMARK_SAYS_VOTE, i) && says_a_vote(rd, i))
			vote = i;
		if (next == i)
			continue;
		*ARENA_PUSH(rd->a, &all) = (struct act_heading){ .at = i, .number = number, .vote_before = vote };
		i = next - 1;
	}
	join_letters(rd, &all);
	drop_strays(rd, &all);
	return all;
}

struct act_headings announced_numbers(struct reader *rd)
{
	const struct act_headings all = all_headings_by(rd, heading_of_act);

	return all.n > 0 ? all : all_headings_by(rd, dated_number_at);
}

static struct act_headings headings_by(struct reader *rd, heading_reader *read)
{
	const struct act_headings all = all_headings_by(rd, read);

	return best_run(rd, &all);
}

static size_t title_of(const struct reader *rd, const struct act_heading *h)
{
	return h->title > 0 ? h->title : h->point > 0 ? title_of_point(rd, h->at) : skip_marks(rd, h->number.to, ":-.)/|");
}

/* Not all of them: then what says so is said of something else. */
static void mark_those_without_a_decision(const struct reader *rd, struct act_headings *all)
{
	size_t marked = 0;

	for (size_t k = 0; k < all->n && all->n > 1; k++) {
		const size_t to = k + 1 < all->n ? all->at[k + 1].at : all->end > 0 ? all->end : rd->t.n;

		all->at[k].no_acte = decides_nothing(rd, title_of(rd, &all->at[k]), to);
		marked += all->at[k].no_acte;
	}
	for (size_t k = 0; marked == all->n && k < all->n; k++)
		all->at[k].no_acte = false;
}

struct act_headings act_headings(struct reader *rd)
{
	static heading_reader *const readers[] = { announced_or_bare, heading_by_code, dated_number_at };
	struct act_headings best = { 0 };

	for (size_t k = 0; k < sizeof readers / sizeof *readers; k++) {
		const struct act_headings found = headings_by(rd, readers[k]);

		/* An agenda alone numbers its points in the same way. */
		if (found.n > best.n && (readers[k] != dated_number_at || headings_have_votes(rd, &found)))
			best = found;
	}
	if (best.n < 2)
		best = numbers_in_series(rd);
	best = with_next_in_series(rd, &best);
	best = with_points_between(rd, &best);
	if (best.n == 0)
		best = extracts(rd);
	if (best.n < 2)
		best = report_headings(rd);
	if (best.n < 2)
		best = agenda_points(rd);
	if (best.n < 2)
		best = number_behind_the_minutes(rd);
	if (best.n == 0)
		best = titles_alone(rd);
	mark_those_without_a_decision(rd, &best);
	return best;
}

bool votes_stand_between(const struct reader *rd, size_t from, size_t to)
{
	for (size_t i = from; (i = next_of(rd, LANDMARK_SAYS_VOTE, i, to)) < to; i++)
		if (landmark_at(rd->t.landmarks, CUE_UNANIMITE, i) || landmark_at(rd->t.landmarks, CUE_SUITE, i))
			return true;
	return false;
}

