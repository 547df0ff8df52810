/* SPDX-License-Identifier: EUPL-1.2 */
/* What the assembly does where a tally has no words of result: "par 5 voix pour, 8 voix contre, FIXE les tarifs".
 *
 * A verb of decision adopts, when it stands right after the tally, before it in its sentence, or is the dispositif of
 * an acte of one deliberation and one tally. Where rejecting or postponing is said too, or a casting vote outside the
 * sentence, the result is not understood: a false "adoptée" beside more votes against would accuse the act.
 */
#include "ballots_priv.h"

#define AFTER_TOKENS 60 /* names in parentheses, "le conseil municipal" */
#define BEFORE_TOKENS 14
#define SENTENCE_TOKENS 40
#define SUBJECT_TOKENS 6 /* "Les membres du conseil municipal" */
#define TO_ITS_VERB 12 /* ", après en avoir délibéré," */
#define DENIAL_TOKENS 6 /* "n'en approuve donc pas" */

/* The token after a verb of decision; "délibéré" of "après en avoir délibéré" is none, though it folds to "délibère". */
static size_t verb_at(const struct reader *rd, size_t i)
{
	static const enum cue verbs[] = { CUE_VERBE, CUE_DECIDE, CUE_ADOPTE, CUE_PREND_ACTE };
	size_t best = i;

	if (i > 0 && tok_among(&rd->t, i - 1, " avoir ayant "))
		return i;
	for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++) {
		const size_t next = cue_at(rd->lx, &rd->t, i, verbs[k]);

		best = next > best ? next : best;
	}
	return best;
}

static bool is_rejection(const struct reader *rd, size_t i)
{
	static const char *const stems[] = { "rejet",  "refus",	 "repouss",  "defavorable", "ajourn",
					     "sursis", "report", "surseoir", "repren",	    NULL };
	const struct token *t = &rd->t.at[i];

	if (i >= rd->t.n || t->kind != TOK_WORD || (str_starts(t->key, STR("repren")) && tok_among(&rd->t, i + 1, " leur leurs sa place part ")))
		return false; /* and no "reprennent leur place" */
	for (size_t k = 0; stems[k] != NULL; k++)
		if (str_starts(t->key, str_c(stems[k])))
			return true;
	return word_is(rd, i, "oppose") && word_is(rd, i + 1, "a");
}

/* Up to the formal end of the act: remedies speak of refusals ("un silence de deux mois vaut rejet"). */
static bool rejects_in(const struct reader *rd, struct range r, size_t verb)
{
	for (size_t i = r.from; i < r.to; i++) {
		if (i > verb && cue_at(rd->lx, &rd->t, i, CUE_CLOTURE) > i)
			return false;
		if (is_rejection(rd, i) || (word_is(rd, i, "pas") && i + 4 > verb && i < verb + 7))
			return true;
	}
	return false;
}

/* "n'approuve pas", "ne donne pas son accord", at "n" */
static bool is_denial(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " n ne ") && tok_says(&rd->t, i + 1, i + DENIAL_TOKENS, " pas point plus aucun aucune ");
}

/* What stands before the verb of the decision that opens at `from`, or all of its sentence where no verb is known: it denies, refuses. To oppose, to
 * give an unfavourable opinion, is a decision like any other. */
static bool opens_with_a_refusal(const struct reader *rd, size_t from)
{
	const size_t stop = sentence_end(rd, from, from + SENTENCE_TOKENS);

	for (size_t i = from; i < stop && i < rd->t.n && verb_at(rd, i) == i; i++)
		if (is_denial(rd, i) || (is_rejection(rd, i) && !tok_among(&rd->t, i, " defavorable oppose ")))
			return true;
	return false;
}

static bool has_more_against(const struct tally *t)
{
	return t->v[VOICE_POUR].how == VOICE_NUMBER && t->v[VOICE_CONTRE].how == VOICE_NUMBER && t->v[VOICE_CONTRE].n > t->v[VOICE_POUR].n;
}

/* "3 pour, 7 contre.⏎Le conseil charge le maire de répondre": the voices answered a question, and what it decides may be the contrary. */
static bool is_told_apart(const struct reader *rd, size_t from, size_t verb)
{
	for (size_t k = from; k < verb; k++)
		if (tok_mark(&rd->t, k, ';') || (tok_mark(&rd->t, k, '.') && sentence_ends_at(rd, k)) || (rd->t.at[k].lines > 0 && rd->t.at[k].shape == SHAPE_TITLE && tok_among(&rd->t, k, " le la ")))
			return true;
	return false;
}

/* "par 4 voix pour et 10 contre, désapprouve …", "… décide de renoncer": a majority against that the verb may tell. */
static bool may_follow_those_against(const struct reader *rd, const struct tally *t, size_t verb)
{
	static const char *const stems[] = { "desapprouv", "ecart", "mainten", "maintien", "renonc", "dit", "conserv", "demeur", "negati", "abandon", "annul", NULL };
	const size_t from = sentence_start(rd, verb, verb > FORMULA_WORDS ? verb - FORMULA_WORDS : 0), to = sentence_end(rd, verb, verb + SENTENCE_TOKENS);

	if (!has_more_against(t))
		return false;
	if (verb > t->end && is_told_apart(rd, t->end, verb) && !tok_among(&rd->t, verb, " approuve approuvent adopte adoptent valide accepte adoptee approuvee "))
		return true;
	for (size_t i = from; i < to && i < rd->t.n; i++) {
		if (tok_among(&rd->t, i, " n ne pas non reste restent rester restera garde garder "))
			return true;
		for (size_t k = 0; stems[k] != NULL && rd->t.at[i].kind == TOK_WORD; k++)
			if (str_starts(rd->t.at[i].key, str_c(stems[k])))
				return true;
	}
	return verb_at(rd, verb) == verb;
}

/* The verb right after the tally: only names in parentheses and the assembly's name stand between. A full stop ends the
 * search unless the acte has this one tally, for in minutes the next sentence may be of the next deliberation. */
static size_t verb_after(const struct reader *rd, const struct tally *t, size_t ceiling, bool alone)
{
	static const char *const fillers[] = { "le", "la", "les", "l", "conseil", "assemblee", "membres", "et", "donc", "ainsi",
					       "il", NULL };
	size_t depth = 0, next;

	for (size_t i = past_the_blanks(rd, t->at.to); i < ceiling && i < t->at.to + AFTER_TOKENS; i++) {
		depth += tok_mark(&rd->t, i, '(');
		if (tok_mark(&rd->t, i, ')') && depth > 0)
			depth--;
		if (depth > 0 || rd->t.at[i].kind == TOK_MARK) {
			if (depth == 0 && tok_mark(&rd->t, i, '.') && !alone)
				return i;
			continue;
		}
		if (rd->t.at[i].lines > 1 && !alone && !tok_mark(&rd->t, i - 1, ':') && !tok_mark(&rd->t, i - 1, ','))
			break;
		if (verb_at(rd, i) > i)
			return i;
		if (organe_at(rd, i, &next) != NULL)
			i = next - 1;
		else if (!word_in(rd, i, fillers))
			break;
	}
	return 0;
}

/* "DÉCIDE par 11 voix pour et 2 contre de fixer …" */
static size_t verb_before(const struct reader *rd, const struct tally *t, size_t floor)
{
	const size_t from = sentence_start(rd, t->at.from,
					   t->at.from > floor + BEFORE_TOKENS ? t->at.from - BEFORE_TOKENS : floor);

	for (size_t i = t->at.from; i > from; i--)
		if (verb_at(rd, i - 1) > i - 1 && rd->t.at[i - 1].shape == SHAPE_UPPER)
			return i - 1;
	return 0;
}

/* "Accord à 29 voix pour", "Adoption à 0 contre, 11 voix pour", "Approuvé par 10 voix pour": right before the tally, in a capital. */
static size_t acceptance_before(const struct reader *rd, const struct tally *t, size_t floor)
{
	size_t k = t->at.from;

	while (k > floor && tok_among(&rd->t, k - 1, " a par avec l ' : ( - "))
		k--;
	return k > floor && k < t->at.from && rd->t.at[k - 1].shape != SHAPE_LOWER && t->v[VOICE_POUR].how == VOICE_NUMBER &&
			       tok_among(&rd->t, k - 1, " accord adoption approbation adopte adoptee adoptes adoptees approuve approuvee approuves approuvees accepte acceptee ") ?
		       k - 1 : 0;
}

/* "Le conseil", "L'assemblée", "Les membres du conseil municipal", whose noun stands at token k, in a capital: what opens them, or k. */
static size_t opening_of_the_body(const struct reader *rd, size_t k)
{
	size_t next, at = k;
	const char *const body = organe_at(rd, k, &next);

	if (body != NULL && (rd->r->organe.statut != FIELD_LU || !str_eq(rd->r->organe.texte, str_c(body))))
		return k;
	if (body == NULL && (!tok_among(&rd->t, k, " conseil assemblee comite ") || tok_among(&rd->t, k + 1, " d de des du ")))
		return k;
	while (at > 0 && k - at < SUBJECT_TOKENS && tok_among(&rd->t, at - 1, " le la les l ' membres du de conseillers elus "))
		at--;
	return rd->t.at[at].shape != SHAPE_LOWER && tok_among(&rd->t, at, " le la les l ") ? at : k;
}

/* "Le conseil autorise le maire à signer", "L'achat est approuvé": the verb by which the sentence [*ret_opens, to) adopts, or 0. */
static size_t verb_of_sentence(const struct reader *rd, size_t to, size_t *ret_opens)
{
	const size_t from = *ret_opens;
	size_t body = 0;

	for (size_t k = from; k < to; k++)
		if (opening_of_the_body(rd, k) < k) {
			*ret_opens = opening_of_the_body(rd, k);
			body = k + 1;
		}
	for (size_t k = from; k < to; k++)
		if (is_rejection(rd, k) || result_at(rd, k) || tok_among(&rd->t, k, " pas avait ete commission commissions bureau jury prefecture prefet "))
			return 0;
	for (size_t k = from; k + 1 < to; k++)
		if (tok_among(&rd->t, k, " est sont ") && cue_at(rd->lx, &rd->t, k + 1, CUE_ADOPTE) > k + 1)
			return k + 1;
	for (size_t k = body; body > 0 && k < to && k < body + TO_ITS_VERB && !tok_among(&rd->t, k, " a ont qui que dont si peut doit "); k++)
		if (verb_at(rd, k) > k)
			return rd->text->bytes.p[rd->t.at[k].end - 1] != (char)0xA9 ? k : 0;
	return 0;
}

/* "Le conseil autorise le maire à signer.⏎Pour : 11 Contre : 0": the sentence before a tally that opens its own, or its line. */
static size_t verb_told_before(const struct reader *rd, const struct tally *t, size_t floor, size_t *ret_opens)
{
	const size_t own = sentence_start(rd, t->at.from, t->at.from > floor + SENTENCE_TOKENS ? t->at.from - SENTENCE_TOKENS : floor);
	size_t label = own, to = t->at.from;

	while (label < to && (rd->t.at[label].kind == TOK_MARK || tok_among(&rd->t, label, " vote votes resultat resultats scrutin du de des ")))
		label++;
	if (label == to) {
		to = own;
		*ret_opens = to > floor ? sentence_start(rd, to - 1, to > floor + SENTENCE_TOKENS ? to - SENTENCE_TOKENS : floor) : to;
	} else {
		*ret_opens = own;
	}
	return label == t->at.from || rd->t.at[t->at.from].lines > 0 || tok_among(&rd->t, t->at.from - 1, " : ( ") ? verb_of_sentence(rd, to, ret_opens) : 0;
}

/* "Le conseil accepte, par 3 voix pour et 2 contre, le devis", "… approuve la vente par 3 voix pour": in the sentence of the tally, before it. */
static size_t verb_around(const struct reader *rd, const struct tally *t, size_t floor, size_t *ret_opens)
{
	if (t->v[VOICE_POUR].how != VOICE_NUMBER || t->at.from == floor || !tok_among(&rd->t, t->at.from - 1, " par avec "))
		return 0;
	*ret_opens = sentence_start(rd, t->at.from, t->at.from > floor + SENTENCE_TOKENS ? t->at.from - SENTENCE_TOKENS : floor);
	return verb_of_sentence(rd, t->at.from, ret_opens);
}

static bool says_casting_vote(const struct reader *rd, struct range r)
{
	for (size_t i = r.from; i < r.to; i++)
		if (rd->t.at[i].kind == TOK_WORD && str_starts(rd->t.at[i].key, STR("preponderan")))
			return true;
	return false;
}

static bool is_a_draw(const struct tally *t)
{
	return t->v[VOICE_POUR].how == VOICE_NUMBER && t->v[VOICE_CONTRE].how == VOICE_NUMBER &&
	       t->v[VOICE_POUR].n == t->v[VOICE_CONTRE].n;
}

static void adopt(struct reader *rd, struct ballot *b, size_t verb, struct formulas *fs)
{
	struct formula *f = NULL;

	for (size_t i = 0; i < fs->n; i++)
		if (fs->at[i].at.from == verb) {
			f = &fs->at[i];
			f->bound = true;
		}
	if (f == NULL) {
		f = ARENA_NEW(rd->a, struct formula);
		f->at = (struct range){ verb, verb_at(rd, verb) > verb ? verb_at(rd, verb) : verb + 1 };
		f->results = cue_at(rd->lx, &rd->t, verb, CUE_PREND_ACTE) > verb ? RESULT_PREND_ACTE : RESULT_ADOPTE;
	}
	b->formula = f;
}

/* "… APPROUVE la convention. Adopté à la majorité.": how it was adopted says more than that it was. */
static void take_how(const struct reader *rd, const struct tally *t, struct formulas *fs, struct ballot *b)
{
	struct formula *how = NULL;

	for (size_t i = 0; i < fs->n; i++) {
		struct formula *f = &fs->at[i];

		if (f->bound || f->of_procedure || f->at.from < t->at.to ||
		    (f->results & (RESULT_UNANIMITE | RESULT_MAJORITE)) == 0 || !result_is_of(rd, f, t))
			continue;
		if (!results_agree(b->formula, f) || (how != NULL && how->results != f->results))
			return;
		how = f;
	}
	if (how != NULL) {
		how->bound = true;
		b->formula = how;
	}
}

/* The verb the dispositif opens with, and *ret_opens where that begins: at "après en avoir délibéré", whose last word it is where no verb is
 * known: it decides, in other words. */
static size_t verb_of_dispositif(const struct reader *rd, struct range r, size_t *ret_opens)
{
	const size_t stop = r.to > r.from ? sentence_end(rd, r.from, r.from + SENTENCE_TOKENS) : r.from;
	size_t deliberated = 0;

	for (size_t i = r.from; i < stop && i < r.to; i++) {
		const size_t suite = cue_at(rd->lx, &rd->t, i, CUE_SUITE);

		if (verb_at(rd, i) > i) {
			*ret_opens = deliberated > 0 ? deliberated : i;
			return i;
		}
		deliberated = deliberated == 0 && suite > i ? suite - 1 : deliberated;
	}
	*ret_opens = deliberated;
	return deliberated;
}

static void bind(struct reader *rd, const struct acte_parts *p, bool alone, struct formulas *fs, struct ballot *b)
{
	const struct tally *t = b->tally;
	struct range around = p->all;
	size_t verb = verb_after(rd, t, p->all.to, alone), opens;

	if (verb == 0 || verb_at(rd, verb) == verb)
		verb = verb_before(rd, t, p->all.from);
	b->beside = verb == 0 && (verb = acceptance_before(rd, t, p->all.from)) > 0;
	opens = verb;
	const bool told = verb == 0 && ((verb = verb_told_before(rd, t, p->all.from, &opens)) > 0 || (verb = verb_around(rd, t, p->all.from, &opens)) > 0);

	b->beside |= told;
	if (verb == 0 && alone)
		verb = verb_of_dispositif(rd, p->dispositif, &opens);
	if (verb == 0 || t->foreign != FOREIGN_NO || !vote_goes_on(rd, t, verb))
		return;
	if (alone)
		around.from = opens < t->at.from ? opens : t->at.from;
	else
		around = (struct range){ opens < t->at.from ? opens : sentence_start(rd, t->at.from, t->at.from > 40 ? t->at.from - 40 : 0),
					 sentence_end(rd, verb, verb + SENTENCE_TOKENS) };
	if (told && !alone && has_more_against(t))
		b->doubt = "plus de voix contre que pour, sous une décision : rien ne dit si elle est ce qui a été voté";
	else if (rejects_in(rd, around, verb) || (verb_at(rd, verb) == verb && opens_with_a_refusal(rd, verb + 1)))
		b->doubt = "l'acte décide et parle aussi de rejet, de refus ou de report : le sens du résultat n'est pas dit";
	else if (may_follow_those_against(rd, t, verb))
		b->doubt = "plus de voix contre que pour, et une décision qui n'est pas sûrement une adoption";
	else if (is_a_draw(t) && says_casting_vote(rd, p->all))
		b->doubt = "partage des voix, et une voix prépondérante que rien ne rattache à ce vote de façon sûre";
	else
		adopt(rd, b, verb, fs);
}

void decisions_bind(struct reader *rd, const struct acte_parts *p, bool one_deliberation, struct formulas *fs,
		    struct ballots *bs)
{
	const bool alone = one_deliberation && bs->n == 1 && rd->r->actes_n == 1 && !bs->at[0].tally->election;

	for (size_t k = 0; k < bs->n; k++)
		if (bs->at[k].formula == NULL && !bs->at[k].tally->election)
			bind(rd, p, alone, fs, &bs->at[k]);
	if (alone && bs->at[0].formula != NULL && bs->at[0].formula->results == RESULT_ADOPTE && !bs->at[0].beside)
		take_how(rd, bs->at[0].tally, fs, &bs->at[0]);
}

bool says_no_result(const struct reader *rd, struct range around, const struct tally *t)
{
	static const char *const stems[] = { "unanim", "major", "adopt", "approuv", "approb", "rejet", "refus", "repouss", "accept", "accord", "valid", "avalis", "favorabl", "defavorabl", "enterin", "ratifi", "vote", NULL };
	static const char labels[] = " vote votes votent votant votants voteront ";
	const size_t own = sentence_start(rd, t->at.from, around.from), from = own > around.from ? sentence_start(rd, own - 1, around.from) : own;
	const struct range near = { t->at.from > from + SENTENCE_TOKENS ? t->at.from - SENTENCE_TOKENS : from, sentence_end(rd, t->end, t->end + SENTENCE_TOKENS) };

	for (size_t i = around.from; i < around.to; i++)
		for (size_t k = 0; stems[k] != NULL && rd->t.at[i].kind == TOK_WORD; k++)
			if (str_starts(rd->t.at[i].key, str_c(stems[k])) && !(tok_among(&rd->t, i, labels) && rd->text->bytes.p[rd->t.at[i].end - 1] != (char)0xA9))
				return false;
	for (size_t i = near.from; i < near.to; i++) /* what the assembly does is one, by whatever verb */
		if (opening_of_the_body(rd, i) < i || verb_at(rd, i) > i || cue_at(rd->lx, &rd->t, i, CUE_SUITE) > i)
			return false;
	return true;
}

/* "décide de reporter sa décision", "décide d'ajourner le point", at the verb */
static bool decides_to_wait(const struct reader *rd, size_t verb)
{
	const size_t next = verb_at(rd, verb) + tok_among(&rd->t, verb_at(rd, verb), " de d "), what = next + tok_mark(&rd->t, next, '\'');

	return tok_among(&rd->t, what, " reporter ajourner surseoir differer renvoyer ");
}

const char *decision_doubt(const struct reader *rd, struct range dispositif)
{
	size_t opens;
	const size_t verb = verb_of_dispositif(rd, dispositif, &opens);

	if (verb_at(rd, verb) > verb && decides_to_wait(rd, verb))
		return "l'acte décide un report : rien ne dit ce qui a été adopté";
	return opens_with_a_refusal(rd, opens) ? "l'acte décide par un refus : rien ne dit si c'est une adoption ou un rejet" : NULL;
}

/* "adopte l'avis défavorable", with more votes against than for: what was voted is a refusal. */
bool vote_is_on_a_refusal(const struct reader *rd, const struct formula *f)
{
	static const char *const words[] = { "defavorable", "refus", "refuse",	   "refuser", "rejet",	 "rejeter",
					     "rejette",	    "opposition", "opposer", "oppose",	 "negative", "negatif", NULL };
	const size_t start = sentence_start(rd, f->at.from, f->at.from > 40 ? f->at.from - 40 : 0),
		     stop = sentence_end(rd, f->at.to - 1, f->at.to + 40);

	for (size_t k = start; k < stop; k++)
		if (word_in(rd, k, words) || (k > start && word_is(rd, k, "contre") && (word_is(rd, k - 1, "prononce") || word_is(rd, k - 1, "prononcent"))))
			return true;
	return false;
}
