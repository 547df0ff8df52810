/* SPDX-License-Identifier: EUPL-1.2 */
/* The words of the result: "à l'unanimité", "à la majorité", "la délibération est adoptée", "n'est pas adoptée", "prend
 * acte".
 *
 * Adopting and rejecting count only of the deliberation itself or of the assembly as subject: texts adopt plans and
 * reject offers on every page. Words close to each other in one sentence make one formula. Decided against: reading
 * "décide" here; it is a result only when an acte has nothing better (votes.c).
 */
#include "bounds.h"
#include "boxes_priv.h"
#include "titles_priv.h"
#include "unanimity_priv.h"
#include "votes_priv.h"

#define DENIAL_TOKENS 3
#define FORM_TOKENS 40 /* between two labels of a form, another column between them */
#define WAY_TOKENS 14 /* "de ne pas procéder au scrutin secret" */
#define MARGIN_TOKENS 6 /* a comma, and what a margin left in the sentence */
#define BEFORE_TOKENS 14 /* from "déjà" to the result */
#define DELIBERATED_TOKENS 20 /* from "après en avoir délibéré" to the result */

static const char *const WHAT_IS_VOTED[] = { "deliberation", "proposition",   "projet",	 "motion",
					     "voeu",	     "amendement",    "rapport", "texte",
					     "resolution",   "deliberations", NULL };

/* "une délibération adoptée à l'unanimité, le comité syndical a approuvé …": told of another assembly, when ours is not
 * in the sentence. */
static bool is_of_another_body(const struct reader *rd, size_t i, size_t floor)
{
	const size_t start = sentence_start(rd, i, i > floor + 60 ? i - 60 : floor), stop = sentence_end(rd, i, i + 40);
	bool other = false;
	size_t next;

	if (rd->r->organe.statut != FIELD_LU)
		return false;
	for (size_t k = start; k < stop; k++) {
		const char *word = organe_at(rd, k, &next);

		if (word == NULL && k > start && k < i && tok_among(&rd->t, k - 1, " le la l ' ") && rd->t.at[k].kind == TOK_WORD && rd->t.at[k].key.n > 4 && str_starts(rd->r->organe.texte, rd->t.at[k].key))
			return false; /* "Vu la délibération du conseil communautaire … Le Bureau, à l'unanimité" */
		if (word == NULL)
			continue;
		if (str_eq(str_c(word), rd->r->organe.texte))
			return false;
		other = true;
	}
	return other;
}

static bool says_in_sentence(const struct reader *rd, size_t i, size_t within, const char *const *words)
{
	for (size_t k = sentence_start_above(rd, i, i > within ? i - within : 0); k < i; k++)
		if (word_in(rd, k, words))
			return true;
	return false;
}

static bool is_of_an_election(const struct reader *rd, size_t i)
{
	static const char *const words[] = { "scrutin",	  "elu",      "elue", "elus",	  "elues", "bulletin",
					     "bulletins", "election", "tour", "candidat", "tours", NULL };

	return says_in_sentence(rd, i, 25, words);
}

static bool is_true_majority(const struct reader *rd, size_t i, size_t next)
{
	static const char *const kinds[] = { "relative", "qualifiee", "requise", "simple", "absolue", NULL };
	static const char *const adopted[] = {
		"adopte", "adoptee", "adoptes", "adoptees", "approuve", "approuvee", NULL
	};

	/* "Le conseil, après en avoir délibéré, à la majorité absolue, …" decides; "élu à la majorité absolue" is told of somebody. */
	if ((word_is(rd, next, "des") && (word_is(rd, next + 1, "deux") || word_is(rd, next + 1, "membres"))) || word_in(rd, next, kinds))
		return says_in_sentence(rd, i, 8, adopted) || (cue_before(rd, i, DELIBERATED_TOKENS, 0, CUE_SUITE) && !is_of_an_election(rd, i));
	return !is_of_an_election(rd, i);
}

static bool assembly_is_subject(const struct reader *rd, size_t i)
{
	const size_t start = sentence_start(rd, i, i > 14 ? i - 14 : 0);
	size_t next;

	for (size_t k = i; k > start; k--) {
		if (organe_at(rd, k - 1, &next) == NULL && !word_is(rd, k - 1, "conseil") &&
		    !word_is(rd, k - 1, "assemblee"))
			continue;
		return k >= 2 &&
		       (word_is(rd, k - 2, "le") || word_is(rd, k - 2, "la") || tok_mark(&rd->t, k - 2, '\''));
	}
	return false;
}

/* "Vente du pré : 2 pour, 3 contre – rejetée.", "Résultat du vote : rejetée": not "offre de la société – rejetée." */
static bool ends_what_was_voted(const struct reader *rd, size_t i, size_t next)
{
	static const char *const voted[] = { "vote", "votes", "voix", "contre", "deliberation", "proposition", "motion", "voeu", "amendement", "resultat", NULL };
	const bool ends = next >= rd->t.n || rd->t.at[next].lines > 0 || tok_mark(&rd->t, next, '.');

	return i > 0 && ends && ((tok_mark(&rd->t, i - 1, '-') && rd->t.at[i - 1].space && rd->t.at[i].space) || tok_mark(&rd->t, i - 1, ':')) && says_in_sentence(rd, i, 14, voted);
}

/* "la délibération est adoptée", "Délibération adoptée par", "Adoptée." */
static bool is_said_of_the_act(const struct reader *rd, size_t i, size_t next)
{
	static const char *const cited[] = { "le", "du", "lors", "en", "precedemment", NULL };
	static const char *const be[] = { "est", "sont", NULL };

	if (word_in(rd, next, cited) || (i > 0 && tok_among(&rd->t, i - 1, " pas non ete ")))
		return false;
	if (i > 0 && word_in(rd, i - 1, be))
		return says_in_sentence(rd, i, 14, WHAT_IS_VOTED);
	if (i > 0 && word_in(rd, i - 1, WHAT_IS_VOTED))
		return tok_mark(&rd->t, next, '.') || word_is(rd, next, "a") || is_heading_place(rd, i - 1) ||
		       (word_is(rd, next, "par") &&
			(tok_mark(&rd->t, next + 1, ':') || rd->t.at[next + 1].kind == TOK_NUMBER));
	const enum outcome outcome = outcome_at(rd, i);

	if (ends_what_was_voted(rd, i, next) || outcome == OUTCOME_SURE || (outcome == OUTCOME_TOLD && is_a_listing(rd)))
		return true;
	return (i == 0 || sentence_ends_at(rd, i - 1) || tok_mark(&rd->t, i - 1, ':')) &&
	       (word_is(rd, next, "a") || tok_mark(&rd->t, next, '.'));
}

/* "a, par délibération du 4 mars, approuvé": folding takes the accent that makes the participle. */
static bool is_accented(const struct reader *rd, size_t i)
{
	return rd->text->bytes.p[rd->t.at[i].end - 1] == (char)0xA9;
}

/* "en ce sens que le conseil « approuve » et non « prend acte »": words of another act. */
static bool is_in_quotes(const struct reader *rd, size_t i)
{
	return i > 0 && rd->t.at[i - 1].kind == TOK_MARK &&
	       (tok_mark(&rd->t, i - 1, '"') || str_eq(rd->t.at[i - 1].key, STR("«")));
}

/* "unanimement reconnues", "l'ensemble unanime des maires" tell no vote: a verb of decision or the word vote stands beside
 * it. */
static bool is_said_of_a_vote(const struct reader *rd, size_t i, size_t next)
{
	static const char *const deciding[] = { "decide",   "decident", "approuve", "approuvent", "adopte", "adoptent",
						"vote",	    "votes",	"votent",   "accepte",	  "emet",   "adoptee",
						"approuvee", "avis",	"accord",   "valide",	  NULL };

	if (!word_is(rd, i, "unanime") && !word_is(rd, i, "unanimement"))
		return true;
	if (tok_among(&rd->t, next, " de du des ") && tok_says(&rd->t, next, next + 3, " commission commissions comite bureau jury ")) /* "sur avis unanime de la commission" */
		return false;
	return (i > 0 && word_in(rd, i - 1, deciding)) || word_in(rd, skip_marks(rd, next, ","), deciding);
}

/* "un projet déjà voté à l'unanimité", "a déjà recueilli votre accord à l'unanimité", from any word of the result; not "a déjà eu lieu, à l'unanimité", nor
 * "qui l'a déjà vu approuve à l'unanimité". */
static bool is_told_of_before(const struct reader *rd, size_t i)
{
	static const enum cue verbs[] = { CUE_SUITE, CUE_DECIDE, CUE_VERBE, CUE_ADOPTE };

	for (size_t k = i; k > 0 && i - k < BEFORE_TOKENS; k--) {
		if (word_is(rd, k - 1, "deja"))
			return true;
		if (tok_among(&rd->t, k - 1, " , ; : ") || sentence_ends_at(rd, k - 1) || (cue_of(rd, k - 1, verbs, sizeof verbs / sizeof *verbs) && !is_accented(rd, k - 1)))
			return false;
	}
	return false;
}

/* "n'adopte", "ne rejette" */
static bool is_negated(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i - 1, " n ne ") || (i > 1 && tok_mark(&rd->t, i - 1, '\'') && tok_among(&rd->t, i - 2, " n "));
}

static bool is_active(const struct reader *rd, size_t i)
{
	static const char *const verbs[] = { "adopte", "rejette", "adoptent", "approuve", "valide", "repousse", NULL };

	static const char *const of_a_participle[] = { "a", "ont", "et", "avoir", "ayant", "est", "ete", NULL };

	return i > 0 && word_in(rd, i, verbs) && !word_in(rd, i - 1, of_a_participle) && !is_negated(rd, i) && !is_accented(rd, i) &&
	       !is_in_quotes(rd, i) && assembly_is_subject(rd, i);
}

/* "faute d'unanimité", "il n'y a pas d'unanimité", "l'unanimité n'étant pas acquise", "à la quasi-unanimité": there was none. */
static bool is_denied(const struct reader *rd, size_t i, size_t next)
{
	for (size_t k = i; k > 0 && i - k < DENIAL_TOKENS; k--)
		if (tok_among(&rd->t, k - 1, " faute sans quasi pas defaut absence aucune "))
			return true;
	if (tok_says(&rd->t, i, next, " quasi ") || (word_is(rd, next, "ou") && tok_among(&rd->t, next + 1, " pas non ")))
		return true; /* a form whose "à l'unanimité ou pas" nobody struck out */
	return tok_among(&rd->t, next, " n ne ") && (tok_among(&rd->t, next + 2, " etant est ") || tok_among(&rd->t, next + 1, " etant est "));
}

/* "après un vote à main levée décidé à l'unanimité" */
static bool is_behind_the_way_to_vote(const struct reader *rd, size_t from)
{
	while (from > 0 && tok_among(&rd->t, from - 1, " a l ' "))
		from--;
	if (from < 2 || !tok_among(&rd->t, from - 1, " decide decidee adopte adoptee accepte acceptee retenu retenue ") || !(is_accented(rd, from - 1) || tok_among(&rd->t, from - 1, " retenu retenue ")))
		return false;
	return tok_among(&rd->t, from - 2 - (tok_mark(&rd->t, from - 2, ',') && from > 2), " levee secret ");
}

/* "à l'unanimité" begins at "à" where the lexicon has the long form. */
static size_t formula_at(const struct reader *rd, size_t i, unsigned *ret)
{
	size_t next;

	if ((next = cue_at(rd->lx, &rd->t, i, CUE_UNANIMITE)) > i && is_said_of_a_vote(rd, i, next) &&
	    !is_told_of_before(rd, i) && !is_denied(rd, i, next) && !unanimity_of_no_vote(rd, i, next) && !is_behind_the_way_to_vote(rd, i)) {
		*ret = RESULT_UNANIMITE;
		return next;
	}
	if ((next = cue_at(rd->lx, &rd->t, i, CUE_MAJORITE)) > i && is_true_majority(rd, i, next) && !is_told_of_before(rd, i)) {
		*ret = RESULT_MAJORITE;
		return next;
	}
	if (word_is(rd, i, "majorite") && is_ticked(rd, i, i + 1)) {
		*ret = RESULT_MAJORITE;
		return i + 1;
	}
	if ((next = cue_at(rd->lx, &rd->t, i, CUE_REJETE)) > i &&
	    (is_said_of_the_act(rd, i, next) || is_active(rd, i) ||
	     (next > i + 2 && (says_in_sentence(rd, i, 14, WHAT_IS_VOTED) || assembly_is_subject(rd, i))) || is_ticked(rd, i, next))) {
		*ret = RESULT_REJET;
		return next;
	}
	if ((next = cue_at(rd->lx, &rd->t, i, CUE_ADOPTE)) > i && !word_is(rd, i, "decide") &&
	    (is_said_of_the_act(rd, i, next) || is_active(rd, i) || is_ticked(rd, i, next))) {
		*ret = RESULT_ADOPTE;
		return next;
	}
	if ((next = cue_at(rd->lx, &rd->t, i, CUE_PREND_ACTE)) > i && !is_in_quotes(rd, i) &&
	    (assembly_is_subject(rd, i) || (rd->t.at[i].shape != SHAPE_LOWER && (is_heading_place(rd, i) || tok_mark(&rd->t, i - 1, '|'))))) {
		*ret = RESULT_PREND_ACTE;
		return next;
	}
	return i;
}

/* "Secrétaire de séance : Mme A Objet : Achat Vu le code ; Le conseil, à l'unanimité": the rows of the head end in no full stop. */
static size_t behind_the_head(const struct reader *rd, size_t start, size_t from)
{
	for (size_t k = from; k > start; k--)
		if (tok_mark(&rd->t, k - 1, ';') || cue_at(rd->lx, &rd->t, k - 1, CUE_OBJET) > k - 1 || cue_at(rd->lx, &rd->t, k - 1, CUE_VU) > k - 1)
			return k - 1;
	return start;
}

/* "à l'unanimité, de voter à main levée", "à l'unanimité de ne pas procéder au scrutin secret" */
static bool is_of_the_way_to_vote(const struct reader *rd, size_t to)
{
	const size_t stop = sentence_end(rd, to, to + WAY_TOKENS);
	size_t of = to;

	while (of < to + MARGIN_TOKENS && of < stop && !tok_among(&rd->t, of, " de d "))
		of += 1;
	if (!tok_among(&rd->t, of, " de d "))
		return false;
	for (size_t k = of + 1; k < stop && !tok_among(&rd->t, k, " , ; puis "); k++)
		if (tok_among(&rd->t, k, " secret secrets levee ") && tok_among(&rd->t, k - 1, " scrutin bulletin bulletins vote main "))
			return true;
	return false;
}

static bool is_procedure(const struct reader *rd, size_t from, size_t to)
{
	static const char *const about[] = { "proces", "compte", "pv", "secretaire", "ordre", NULL };
	const size_t stop = sentence_end(rd, to, to + 12), start = sentence_start(rd, from, from > 40 ? from - 40 : 0);

	for (size_t k = behind_the_head(rd, start, from); k < stop; k++) {
		if (!word_in(rd, k, about))
			continue;
		if (word_is(rd, k, "proces") || word_is(rd, k, "pv") || word_is(rd, k, "secretaire") ||
		    word_is(rd, k + 1, "rendu") || word_is(rd, k + 2, "rendu") || word_is(rd, k + 1, "du"))
			return true;
	}
	return false;
}

static bool is_label(const struct reader *rd, const struct formula *f)
{
	static const char *const before[] = { "adopte", "adoptee", "approuve", "approuvee", "adoption", NULL };

	return tok_mark(&rd->t, f->at.to, ':') && f->at.from > 0 && word_in(rd, f->at.from - 1, before);
}

/* "à l'unanimité / à la majorité", side by side, are one form; a few words apart they are two results. */
static bool belong_together(unsigned a, unsigned b, size_t gap)
{
	const unsigned opposed = RESULT_UNANIMITE | RESULT_MAJORITE;

	return gap <= (((a | b) & opposed) == opposed ? 3u : 10u);
}

bool results_contradict(unsigned results)
{
	const unsigned both = RESULT_UNANIMITE | RESULT_MAJORITE, opposed = RESULT_ADOPTE | RESULT_REJET;

	return (results & both) == both || (results & opposed) == opposed;
}

bool is_one_of_two_labels(const struct reader *rd, struct range acte, const struct formula *f)
{
	const enum cue other = f->results == RESULT_UNANIMITE ? CUE_MAJORITE : CUE_UNANIMITE;
	const size_t from = f->at.from > acte.from + FORM_TOKENS ? f->at.from - FORM_TOKENS : acte.from, to = f->at.to + FORM_TOKENS < acte.to ? f->at.to + FORM_TOKENS : acte.to;

	if ((f->results != RESULT_UNANIMITE && f->results != RESULT_MAJORITE) || !tok_mark(&rd->t, f->at.to, ':'))
		return false;
	for (size_t k = from; (k = next_of(rd, other, k, to)) < to; k++) {
		const size_t next = cue_at(rd->lx, &rd->t, k, other);

		if (next > k && tok_mark(&rd->t, next, ':'))
			return true;
	}
	return false;
}

static bool holds_a_number(const struct reader *rd, size_t from, size_t to)
{
	for (size_t k = from; k < to; k++)
		if (rd->t.at[k].kind == TOK_NUMBER)
			return true;
	return false;
}

static void add(struct reader *rd, struct formulas *list, size_t from, size_t to, unsigned results)
{
	struct formula *last = list->n > 0 ? &list->at[list->n - 1] : NULL;

	const size_t gap = last != NULL ? from - last->at.to : 0;
	/* "Adopté à" at the foot of a page, "l'unanimité" on the next */
	const bool one_sentence = last != NULL && (gap <= 2 || sentence_start(rd, from, last->at.to) == last->at.to);

	/* "à l'unanimité 20310302_002 BUDGET Accord à l'unanimité": a number between two equal results begins a row of a list */
	const bool next_row = last != NULL && last->results == results && holds_a_number(rd, last->at.to, from);

	if (one_sentence && !next_row && belong_together(last->results, results, gap) && !is_label(rd, last)) {
		last->results |= results;
		last->at.to = to;
		return;
	}
	struct formula *f = ARENA_PUSH(rd->a, list);

	f->at = (struct range){ from, to };
	f->before = list->n > 1 ? f[-1].at.to : 0;
	f->results = results;
}

/* The same words right after themselves are of the same vote: a text of nothing else would be asked whose they are at
 * every word. */
static bool is_said_once_more(const struct formulas *list, size_t i, unsigned results)
{
	const struct formula *last = list->n > 0 ? &list->at[list->n - 1] : NULL;

	return last != NULL && last->results == results && i - last->at.to <= 3;
}

/* What may be of another vote is left out, unless a decision follows right behind: "Considérant le besoin à l'unanimité
 * DÉCIDE". */
static bool is_told_of_others(const struct reader *rd, size_t i, size_t next, size_t floor)
{
	const enum foreign whose = foreign_vote(rd, i, floor);
	const size_t k = skip_marks(rd, next, ",:;");

	return whose == FOREIGN_SURE ||
	       (whose == FOREIGN_DOUBT && cue_at(rd->lx, &rd->t, k, CUE_DECIDE) == k &&
		cue_at(rd->lx, &rd->t, k, CUE_ADOPTE) == k && cue_at(rd->lx, &rd->t, k, CUE_VERBE) == k);
}

struct formulas formulas_in(struct reader *rd, struct range r, struct range visas)
{
	struct formulas list = { 0 };

	for (size_t i = r.from; (i = next_of(rd, LANDMARK_RESULT, i, r.to)) < r.to && list.n < LIMIT_LIST_ITEMS;) {
		unsigned results = 0;
		const size_t next = formula_at(rd, i, &results);

		if (next > i && !(i >= visas.from && i < visas.to) && !is_unticked(rd, i, next) &&
		    (is_said_once_more(&list, i, results) ||
		     (!is_opinion(rd, i, r.from) && !is_of_another_body(rd, i, r.from) &&
		      !is_told_of_others(rd, i, next, r.from))))
			add(rd, &list, i, next, results);
		i = next > i ? next : i + 1;
	}
	for (size_t i = 0; i < list.n; i++) {
		list.at[i].label = is_label(rd, &list.at[i]);
		list.at[i].of_procedure = is_procedure(rd, list.at[i].at.from, list.at[i].at.to);
		list.at[i].of_the_way = is_of_the_way_to_vote(rd, list.at[i].at.to) || vote_is_on_the_way(rd, list.at[i].at.from);
	}
	return list;
}
