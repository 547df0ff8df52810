/* SPDX-License-Identifier: EUPL-1.2 */
/* Minutes whose matters have a title and no numbers that prove it: "… à l'unanimité.⏎Subvention au club⏎M. le Maire propose …".
 *
 * A title stands behind a decision, and behind it somebody speaks, a visa or, below a line of its own, a sentence. A label ("A/", "II –", "Question 3 :", "•")
 * is passed over: which one it is proves nothing here. Titles cut only a paper that calls itself minutes and announces no numbers of actes, and only where each
 * part has one vote: a sub-title, which would take the vote away from what stands above it, leaves all uncut. A part in which another title stands above
 * its vote may hold two matters: its vote is read, whose subject and lists they are is not. That of the first is the last before its
 * vote behind which somebody speaks; where there is none, what stands above the second is an acte without a title.
 *
 * Where a title is likely and none is proved, second_matter.c tells that two matters stand in one acte.
 */
#include "segment_priv.h"
#include "titles_priv.h"

#define TITLE_TOKENS 40
#define LABEL_TOKENS 10 /* "Projet de délibération n° 2031-12 :" */
#define REPORTER_TOKENS 8
#define DAY_TOKENS 6 /* "conseil communautaire extraordinaire du" */
#define WORDS_LEAST 2
#define HEADING_TOKENS 14
#define PARTS_LEAST 2
#define PART_WORDS 3 /* "Plan de financement prévisionnel"; "Plan de financement de la halle couverte" is a matter */

static size_t long_words(const struct reader *rd, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t k = from; k < to; k++)
		n += rd->t.at[k].kind == TOK_WORD && rd->t.at[k].key.n > 2;
	return n;
}

/* Somebody speaks, a visa or a ground is given. */
static bool reports_at(const struct reader *rd, size_t i)
{
	return speaker_at(rd, i, rd->t.n) || (rd->t.at[i].shape != SHAPE_LOWER && (is_visa_opener(rd, i) || cue_at(rd->lx, &rd->t, i, CUE_CONSIDERANT) > i || cue_at(rd->lx, &rd->t, i, CUE_EXPOSE) > i + 1 ||
	       (tok_among(&rd->t, i, " rapporteur rapporteure ") && !title_goes_on(rd, i))));
}

/* "Verchamp-le-Haut, séance du 12 janvier 2031", the foot of a page; not "Procès-verbal de la séance du …". */
static bool names_the_seance(const struct reader *rd, size_t title, size_t to)
{
	struct date day;
	int weekday;

	for (size_t k = title; k < to; k++)
		if (tok_among(&rd->t, k, " seance reunion conseil ") && (k == title || rd->t.at[k - 1].kind == TOK_MARK))
			for (size_t d = k + 1; d < to && d < k + DAY_TOKENS; d++)
				if (tok_among(&rd->t, d, " du ") && leaf_date(&rd->t, d + 1, &day, &weekday) > d + 1)
					return true;
	return false;
}

/* "COMMUNE DE VALBRISE Présents : M. Arbel": the head of a paper without line ends. */
static bool labels_a_list(const struct reader *rd, size_t k)
{
	static const enum cue lists[] = { CUE_PRESENTS, CUE_ABSENTS, CUE_POUVOIRS, CUE_SECRETAIRE };

	return tok_mark(&rd->t, k + 1, ':') && rd->t.at[k].shape != SHAPE_LOWER && cue_of(rd, k, lists, sizeof lists / sizeof *lists);
}

static bool worded_as_a_title(const struct reader *rd, size_t title, size_t to)
{
	static const enum cue others[] = { CUE_DECIDE, CUE_VERBE, CUE_ADOPTE, CUE_REJETE, CUE_PREND_ACTE, CUE_VOTE, CUE_PRESENTS, CUE_ABSENTS, CUE_POUVOIRS, CUE_SECRETAIRE, CUE_CLOTURE, CUE_NB_VOTANTS, CUE_OBJET };
	static const char no_titles[] = " le la les l il elle ils que qu de d du des monsieur madame m mme mm article total pour contre abstention abstentions amendement amendements debat discussion explication explications"
					" intervention interventions remarque remarques resultat page annexe extrait ordre compte fait ainsi a ouverture cloture resultats scrutin depouillement proclamation suspension ";
	struct range number;
	size_t next;
	int year;

	if (title >= to || to - title > TITLE_TOKENS || rd->t.at[title].kind != TOK_WORD || rd->t.at[title].shape == SHAPE_LOWER || long_words(rd, title, to) < WORDS_LEAST || tok_among(&rd->t, title, no_titles) ||
	    cue_of(rd, title, others, sizeof others / sizeof *others) || organe_at(rd, title, &next) != NULL || is_visa_opener(rd, title) || stamp_at(rd, title) || result_line_at(rd, title, to))
		return false;
	for (size_t k = title; k < to; k++)
		if (result_at(rd, k) || says_a_vote(rd, k) || labels_a_list(rd, k) || code_of_act(rd, k, &number, &year) > k || (tok_among(&rd->t, k, " point rapport affaire question dossier deliberation ") && word_is_no(rd, k + 1)) || (k + 1 < to && sentence_ends_at(rd, k)) || tok_among(&rd->t, k, " ; € ! ? | "))
			return false;
	return !names_the_seance(rd, title, to) && !title_holds_verb(rd, title, to) && !ends_on_a_page(rd, title, to) && why_no_title(rd, title, title_trimmed(rd, title, to)) == NULL;
}

/* Over the lines that go on the title at token i: in small letters, behind "de", in capitals behind capitals. */
static size_t title_lines(const struct reader *rd, size_t i, size_t limit)
{
	size_t to = line_end(rd, i, limit);

	while (to < limit && rd->t.at[to].lines == 1 && rd->t.at[to].kind == TOK_WORD &&
	       (rd->t.at[to].shape == SHAPE_LOWER || title_goes_on(rd, to) || (title_in_capitals(rd, i, to) && rd->t.at[to].key.n > 1 && title_in_capitals(rd, to, line_end(rd, to, limit)))))
		to = line_end(rd, to, limit);
	return to;
}

/* "A.", "II –", "DE N°", "D 01": letters of a label, not a word in capitals. */
static bool letters_number(const struct reader *rd, size_t k)
{
	return rd->t.at[k].kind == TOK_WORD && (rd->t.at[k].shape == SHAPE_UPPER || rd->t.at[k].key.n == 1) && rd->t.at[k].shape != SHAPE_LOWER && rd->t.at[k].key.n <= 4 &&
	       (tok_among(&rd->t, k + 1, " . - / ) : ° ") || word_is_no(rd, k + 1) || (k + 1 < rd->t.n && rd->t.at[k + 1].kind == TOK_NUMBER));
}

/* "Rapport n° 3 :", "1ère délibération –", "A/", "II –", "2031-12 -", "•", "Objet :": the token behind it, on the same line or, of words, on the next. */
static size_t behind_label(const struct reader *rd, size_t i)
{
	static const char words[] = " rapport dossier affaire question point projet de deliberation resolution ere er eme e premiere deuxieme seconde troisieme quatrieme cinquieme sixieme septieme huitieme ref reference objet ";
	size_t k = i, next;
	bool named = false;

	for (; k < i + LABEL_TOKENS && k < rd->t.n && !is_civility(&rd->t, k, &next); k++) {
		const struct token *t = &rd->t.at[k];
		const bool ordinal = t->key.n > 0 && (is_figure(t->key.p[0]) || is_figure(t->key.p[t->key.n - 1])), word = word_is_no(rd, k) || tok_among(&rd->t, k, words);

		if ((k > i && t->lines > 0 && !named) || (t->kind == TOK_WORD && !ordinal && !word && !letters_number(rd, k)))
			break;
		named = named || word || (t->kind == TOK_NUMBER && t->key.n == 4);
	}
	/* "Rapport sur l'eau", "Projet de parc": the word is the title's own */
	return k < rd->t.n && rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape == SHAPE_LOWER && rd->t.at[k].lines == 0 ? i : k;
}

/* "(Mme PETIT)", "(rapporteur : M. PETIT)": who reports. */
static bool names_a_reporter(const struct reader *rd, size_t i)
{
	size_t next, k = i + 1 + 2 * tok_among(&rd->t, i + 1, " rapporteur rapporteure ");

	if (!tok_mark(&rd->t, i, '(') || !is_civility(&rd->t, k, &next))
		return false;
	while (k < i + REPORTER_TOKENS && !tok_mark(&rd->t, k, ')'))
		k++;
	return k < i + REPORTER_TOKENS;
}

/* "Subvention au club La participation serait": a sentence behind words that no link joins to it. */
static bool a_sentence_runs_on(const struct reader *rd, size_t k)
{
	static const char openings[] = " le la les l il elle ils elles ce cet cette ces un une dans par afin depuis suite lors considerant apres ";

	return rd->t.at[k].shape == SHAPE_TITLE && rd->t.at[k - 1].kind == TOK_WORD && tok_among(&rd->t, k, openings) && !title_goes_on(rd, k);
}

/* Where the title at token i ends in the midst of a line, "Subvention au club M. le Maire propose"; or i. */
static size_t title_in_a_line(const struct reader *rd, size_t i, bool *ret_reported)
{
	const size_t end = sentence_end(rd, i, i + TITLE_TOKENS < rd->t.n ? i + TITLE_TOKENS : rd->t.n);

	for (size_t k = i + 1; k <= end && k < rd->t.n && (rd->t.at[k].lines == 0 || rd->t.at[k].shape == SHAPE_LOWER || title_goes_on(rd, k)); k++) {
		if (rd->t.at[k].shape == SHAPE_LOWER && rd->t.at[k].kind == TOK_WORD)
			continue;
		*ret_reported = reports_at(rd, k) || names_a_reporter(rd, k);
		if (*ret_reported || a_sentence_runs_on(rd, k))
			return worded_as_a_title(rd, i, k) ? k : i;
	}
	return i;
}

bool title_alone_at(const struct reader *rd, size_t i, struct title_alone *ret)
{
	const struct token *t = &rd->t.at[i];

	if ((t->kind == TOK_WORD && t->shape == SHAPE_LOWER) || (t->lines == 0 && (i == 0 || !sentence_ends_at(rd, i - 1))))
		return false;
	const size_t title = behind_label(rd, i), to = title < rd->t.n ? title_lines(rd, title, rd->t.n) : title;

	*ret = (struct title_alone){ .at = i, .title = title, .to = to };
	if (t->lines > 0 && to < rd->t.n && worded_as_a_title(rd, title, to)) {
		ret->reported = reports_at(rd, to);
		return true;
	}
	ret->to = title < rd->t.n && i > 0 /* the head of the paper */ ? title_in_a_line(rd, title, &ret->reported) : title;
	return ret->to > title;
}

bool titles_a_part(const struct reader *rd, const struct title_alone *t)
{
	static const char always[] = " modalite modalites condition conditions calendrier rappel rappels contexte objectif objectifs enjeu enjeux historique preambule motif motifs precision precisions echeancier ";
	static const char alone[] = " plan objet dispositif financement duree montant cout couts depenses recettes ";
	const bool plan = tok_among(&rd->t, t->title, " plan ");

	if (tok_among(&rd->t, t->title, always))
		return true;
	return tok_among(&rd->t, t->title, alone) && long_words(rd, t->title, t->to) <= PART_WORDS && (!plan || tok_says(&rd->t, t->title + 1, t->to, " financement "));
}

bool tells_something(const struct reader *rd, size_t i)
{
	const size_t to = sentence_end(rd, i, i + TITLE_TOKENS < rd->t.n ? i + TITLE_TOKENS : rd->t.n);

	if (rd->t.at[i].kind != TOK_WORD || rd->t.at[i].shape == SHAPE_LOWER || to <= i + 3 || !(title_holds_verb(rd, i, to) || sentence_ends_at(rd, to - 1)))
		return false;
	for (size_t k = i; k < to; k++)
		if (decides_at(rd, k) || says_a_vote(rd, k))
			return false;
	return true;
}

/* The last title before its vote behind which somebody speaks, or with a label and a sentence below it. */
static bool find_first(const struct reader *rd, size_t vote, struct title_alone *ret)
{
	struct title_alone t;

	for (size_t i = vote; i-- > 0;)
		if (title_alone_at(rd, i, &t) && t.to < vote && !titles_a_part(rd, &t) && (t.reported || (t.title > t.at && tells_something(rd, t.to)))) {
			*ret = t;
			return true;
		}
	return false;
}

/* "DEL 2031-118 –", "2) Délibération 2031-03 :": the number of the acte in its label. */
static bool number_in_label(const struct reader *rd, const struct title_alone *t, struct range *ret_number)
{
	int year;

	for (size_t k = t->at; k < t->title; k++)
		if (code_of_act(rd, k, ret_number, &year) > k || heading_of_act(rd, k, ret_number) > k)
			return ret_number->to <= t->title;
	return false;
}

/* "PATRIMOINE Bail du four": where no line parts a section from its title, the case or a capital may. */
static bool is_of_two_pieces(const struct reader *rd, const struct title_alone *t)
{
	for (size_t k = t->title + 1; k < t->to; k++)
		if (rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape == SHAPE_TITLE && rd->t.at[k - 1].kind == TOK_WORD && rd->t.at[k].key.n > 2 && !title_goes_on(rd, k))
			return true;
	return false;
}

/* The title of a section stands above that of its first matter: below an empty line it is passed over, else neither is surely the subject. */
static void add(struct reader *rd, struct act_headings *chain, const struct title_alone *t)
{
	struct range number = { t->at, t->at };
	const bool numbered = number_in_label(rd, t, &number);
	struct title_alone own = *t, inner;
	bool sure = rd->t.at[t->to].lines > 0 || !is_of_two_pieces(rd, t);

	while (rd->t.at[own.to].lines > 0 && title_alone_at(rd, own.to, &inner)) {
		sure = sure && rd->t.at[own.to].lines > 1;
		own = inner;
	}
	*ARENA_PUSH(rd->a, chain) =
		(struct act_heading){ .at = t->at, .number = number, .point = numbered ? 0 : (int)chain->n + 1, .title = own.title, .title_to = sure ? own.to : own.title, .listed = true };
}

static size_t first_vote(const struct reader *rd, size_t from, size_t to)
{
	size_t i = from;

	while ((i = next_of(rd, LANDMARK_SAYS_VOTE, i, to)) < to && !says_a_vote(rd, i))
		i++;
	return i;
}

/* "• Tarifs : Le prix …": a bullet, words, a colon and a sentence; the token of the colon, or i. */
static size_t end_of_a_bullet(const struct reader *rd, size_t i, size_t to)
{
	const size_t from = i + 1;
	size_t k = from;

	if (!tok_among(&rd->t, i, " • - – * ▪ ➢ > ") || from >= to || rd->t.at[from].kind != TOK_WORD || rd->t.at[from].shape == SHAPE_LOWER)
		return i;
	while (k < to && k < from + HEADING_TOKENS && rd->t.at[k].lines == 0 && !tok_mark(&rd->t, k, ':'))
		k++;
	return k + 1 < to && tok_mark(&rd->t, k, ':') && rd->t.at[k].lines == 0 && rd->t.at[k + 1].kind == TOK_WORD && rd->t.at[k + 1].shape != SHAPE_LOWER ? k : i;
}

/* "Tarifs⏎Le conseil …", "Les tarifs : le conseil …" behind a sentence: where the words without a verb end that may be a title; or i. */
static size_t end_of_a_heading(const struct reader *rd, size_t i, size_t to)
{
	size_t k = i, next;

	if (rd->t.at[i].lines > 0 && rd->t.at[i].kind == TOK_MARK)
		return end_of_a_bullet(rd, i, to);
	if (rd->t.at[i].lines == 0 || rd->t.at[i].kind != TOK_WORD || rd->t.at[i].shape == SHAPE_LOWER || is_civility(&rd->t, i, &next) || (rd->t.at[i].lines == 1 && !sentence_ends_at(rd, i - 1)))
		return i;
	for (k++; k < to && k < i + HEADING_TOKENS && rd->t.at[k].lines == 0; k++) {
		const size_t body = k + 1 + tok_among(&rd->t, k + 1, " le la ");

		if (rd->t.at[k].kind == TOK_MARK && council_at(rd, body))
			return k;
	}
	return k < to && rd->t.at[k].lines > 0 && rd->t.at[k].kind == TOK_WORD && rd->t.at[k].shape != SHAPE_LOWER && !tok_among(&rd->t, k - 1, " . ! ? , ; : ") ? k : i;
}

/* Another title between that of a part and its vote, whatever stands below it: a matter that was only discussed, or a sub-title. */
static bool holds_a_title(const struct reader *rd, size_t from, size_t to)
{
	struct title_alone t;

	for (size_t i = from; i < to; i++) {
		const size_t end = end_of_a_heading(rd, i, to);
		const struct title_alone like = { .at = i, .title = i, .to = end };

		if (title_alone_at(rd, i, &t) ? t.to < to && (t.reported || !titles_a_part(rd, &t)) : end > i && !titles_a_part(rd, &like) && !title_holds_verb(rd, i, end))
			return true;
	}
	return false;
}

static size_t end_of_title(const struct act_heading *h)
{
	return h->title_to > h->title ? h->title_to : h->title + 1;
}

/* How many parts have a vote; 0 where one has two, or none and does not say so. */
static size_t parts_with_one_vote(const struct reader *rd, struct act_headings *chain)
{
	size_t with = 0;

	for (size_t k = 0; k < chain->n; k++) {
		const size_t from = chain->at[k].at, to = k + 1 < chain->n ? chain->at[k + 1].at : rd->t.n;

		const bool voted = is_voted_between(rd, from, to);
		const size_t vote = first_vote(rd, from, to);

		if (holds_two_votes(rd, from, to) || (!voted && !decides_nothing(rd, chain->at[k].title, to)))
			return 0;
		with += voted;
		if (holds_a_title(rd, end_of_title(&chain->at[k]), vote) || (voted && decides_nothing(rd, chain->at[k].title, vote))) {
			chain->at[k].hides_another = true;
			chain->at[k].title_to = chain->at[k].title;
		}
	}
	return with;
}

/* Behind a decision, or behind a part that says that it has none. */
static bool may_open_here(const struct reader *rd, const struct act_headings *chain, const struct title_alone *t)
{
	const struct act_heading *last = chain->n > 0 ? &chain->at[chain->n - 1] : NULL;

	if (last != NULL && t->at > last->title && decides_nothing(rd, last->title, t->at))
		return t->reported;
	return behind_a_decision(rd, t->at) && (t->reported || (rd->t.at[t->to].lines > 0 && tells_something(rd, t->to)) || decides_nothing(rd, t->title, rd->t.n));
}

struct act_headings titles_alone(struct reader *rd)
{
	struct act_headings chain = { .end = rd->t.n }, none = { 0 };
	struct title_alone t;
	const size_t vote = calls_itself_minutes(rd) ? first_vote(rd, 0, rd->t.n) : rd->t.n;

	if (vote == rd->t.n || first_vote(rd, sentence_end(rd, vote, rd->t.n), rd->t.n) == rd->t.n)
		return none;
	if (find_first(rd, vote, &t))
		add(rd, &chain, &t);
	for (size_t i = vote; i < rd->t.n && chain.n < LIMIT_ACTES - 2; i++)
		if (title_alone_at(rd, i, &t) && may_open_here(rd, &chain, &t)) {
			if (titles_a_part(rd, &t))
				return none;
			add(rd, &chain, &t);
			i = t.to - 1;
		}
	const bool before = chain.n > 0 && chain.at[0].at > vote;

	if (chain.n == 0 || announced_numbers(rd).n > 0 || are_of_one_subject(rd, chain.at[0].at) || (before && !votes_stand_between(rd, 0, chain.at[0].at)) || (before && holds_two_votes(rd, 0, chain.at[0].at)))
		return none;
	const size_t with = parts_with_one_vote(rd, &chain);

	return with > 0 && with + before >= PARTS_LEAST ? chain : none;
}
