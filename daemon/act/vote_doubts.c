/* SPDX-License-Identifier: EUPL-1.2 */
/* What a vote says, and cannot mean as it stands: a majority that was against, a rejection "par 5 voix contre 2", a unanimity of another matter,
 * more voices than there are members.
 *
 * "Contre : 92" of fifteen members: nine, and the number of a page or of a note that the extraction glued to it. Where several voices are
 * too many, the tally is of others: a survey, whoever was asked. Those for alone are what the act says (somme-des-voix tells it), unless a glued
 * digit explains them. Decided against: their sum, syndicats, whose delegates may have several voices each, and the presents alone, of whom an
 * extract may name a few.
 */
#include <string.h>

#include "unanimity_priv.h"
#include "votes_priv.h"

/* "à la majorité (26 voix contre, 3 pour), refuse …": a majority against; the words of the result alone do not say that
 * the act was adopted. */
static bool says_adopted(struct str sentence, struct arena *a)
{
	static const char *const adopted[] = { "dopt", "DOPT", "pprouv", "PPROUV", NULL };
	const char *s = arena_dup(a, sentence).p;

	for (size_t i = 0; adopted[i] != NULL; i++)
		if (strstr(s, adopted[i]) != NULL)
			return strstr(s, "n'") == NULL && strstr(s, "n’") == NULL && strstr(s, "ejet") == NULL;
	return false;
}

static void doubt_a_majority_against(struct reader *rd, struct vote *v, const struct ballot *b)
{
	if (b->formula == NULL || b->formula->results != RESULT_MAJORITE || v->formule.statut != FIELD_LU ||
	    v->pour.statut != FIELD_LU || v->contre.statut != FIELD_LU || v->contre.nombre <= v->pour.nombre ||
	    says_adopted(v->formule_texte.texte, rd->a))
		return;
	field_illisible(rd, &v->formule, v->formule.span,
			"« à la majorité », avec plus de voix contre que pour : le sens du résultat n'est pas dit");
}

/* "Amendement de Mme A : rejeté par 11 voix contre 4" */
static bool is_of_a_rejection(const struct reader *rd, size_t i)
{
	for (size_t k = sentence_start(rd, i, i > FORMULA_WORDS ? i - FORMULA_WORDS : 0); k < i; k++)
		if (rd->t.at[k].kind == TOK_WORD && (str_starts(rd->t.at[k].key, STR("rejet")) || str_starts(rd->t.at[k].key, STR("repouss"))))
			return true;
	return false;
}

/* "La proposition est rejetée par 5 voix contre 2": five who reject it, or five for it? */
static void doubt_a_rejection(struct reader *rd, struct vote *v, const struct ballot *b)
{
	static const char why[] = "rejet « par … voix contre … » : rien ne dit lesquelles sont pour";

	if (!b->tally->versus || !((b->formula != NULL && (b->formula->results & RESULT_REJET)) || is_of_a_rejection(rd, b->tally->at.from)))
		return;
	field_illisible(rd, &v->pour, v->pour.span, "%s", why);
	field_illisible(rd, &v->contre, v->contre.span, "%s", why);
}

/* "Le conseil, par 8 voix pour et 2 contre, rejette la demande": eight for its rejection, or for what is rejected? "La demande est rejetée" says the second. */
static void doubt_who_rejects(struct reader *rd, struct vote *v, const struct ballot *b)
{
	if (b->formula == NULL || !(b->formula->results & RESULT_REJET) || v->formule.statut != FIELD_LU || v->pour.statut != FIELD_LU ||
	    v->pour.nombre <= (v->contre.statut == FIELD_LU ? v->contre.nombre : 0) || !tok_among(&rd->t, b->formula->at.from, " rejette rejettent repousse repoussent n ne "))
		return;
	field_illisible(rd, &v->formule, v->formule.span, "l'assemblée rejette, et les voix pour l'emportent : elles sont peut-être pour le rejet");
}

/* "Pour : 1 Contre : 7 … adopte l'avis défavorable": against what was the vote? */
static void doubt_a_refusal(struct reader *rd, struct vote *v, const struct ballot *b)
{
	const unsigned adopted = RESULT_ADOPTE | RESULT_UNANIMITE | RESULT_MAJORITE;

	if (b->formula != NULL && v->formule.statut == FIELD_LU && (b->formula->results & adopted) &&
	    !(b->formula->results & RESULT_REJET) && v->contre.statut == FIELD_LU && v->contre.nombre > 0 &&
	    (v->pour.statut != FIELD_LU || v->contre.nombre > v->pour.nombre) && vote_is_on_a_refusal(rd, b->formula))
		field_illisible(rd, &v->formule, v->formule.span,
				"plus de voix contre que pour, et un refus ou un avis défavorable : ce qui est adopté "
				"n'est pas dit");
}

/* Voices against, and the sentence of a unanimity behind them: they cannot both be of one. */
static void doubt_another_matter(struct reader *rd, struct field *const *voices, const struct ballot *b)
{
	const struct formula *f = b->formula;
	const struct tally *t = b->tally;

	if (f == NULL || !(f->results & RESULT_UNANIMITE) || voices[VOICE_CONTRE]->statut != FIELD_LU || voices[VOICE_CONTRE]->nombre == 0 || f->at.from < t->end ||
	    (sentence_end(rd, t->end - 1, f->at.from) == f->at.from && !sentence_ends_at(rd, f->at.from - 1)) || !tally_names_another_matter(rd, t, f))
		return;
	for (int n = 0; n < VOICES; n++)
		field_illisible(rd, voices[n], reader_span(rd, t->at.from, t->at.to), "le décompte nomme sa propre question, qui n'est peut-être pas celle du résultat");
}

/* The decision that stands at token i, of the assembly or behind "et". */
static bool second_decision_at(const struct reader *rd, size_t i)
{
	static const enum cue verbs[] = { CUE_ADOPTE, CUE_VERBE, CUE_DECIDE };

	return cue_of(rd, i, verbs, sizeof verbs / sizeof *verbs) || tok_among(&rd->t, i, " elit nomme vote fixe ");
}

/* "approuve le tarif et, à l'unanimité, le règlement", "… et par 8 voix pour": behind "et" begins the second, at token i. */
static bool is_behind_and(const struct reader *rd, size_t i)
{
	size_t k = i;

	while (k > 0 && tok_among(&rd->t, k - 1, " par a l ' , "))
		k--;
	return k > 0 && k < i && word_is(rd, k - 1, "et");
}

/* "2 voix contre en 2024", "… : taxe d'aménagement": the tally says of what it is. */
static bool is_of_another_year_or_row(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	const bool year = tok_among(&rd->t, t->end, " en depuis ") && rd->t.at[t->end + 1].kind == TOK_NUMBER && rd->t.at[t->end + 1].key.n == 4;

	return year || (f->at.to <= t->at.from && rd->t.at[t->at.from].lines > 0 && tok_mark(&rd->t, t->end, ':') && rd->t.at[t->end + 1].kind == TOK_WORD);
}

/* "Après avoir admis l'urgence par 8 voix pour et 2 contre, le conseil adopte le devis à l'unanimité": two decisions in one sentence. */
static bool are_two_decisions(const struct reader *rd, const struct formula *f, const struct tally *t)
{
	const bool after = f->at.from >= t->end;
	const size_t from = after ? t->end : f->at.to, to = after ? f->at.from : t->at.from, start = sentence_start(rd, t->at.from, t->at.from > FORMULA_WORDS ? t->at.from - FORMULA_WORDS : 0);

	if (is_of_another_year_or_row(rd, f, t))
		return true;
	if (from >= to || sentence_end(rd, from - 1, to + 1) <= to)
		return false;
	if (is_behind_and(rd, after ? f->at.from : t->at.from))
		return true;
	for (size_t k = from; k < (after ? f->at.to : to); k++) {
		const size_t next = skip_marks(rd, k + 1, ",");

		if (word_is(rd, k, "et") && (second_decision_at(rd, next) || (after && tok_among(&rd->t, next, " a ") && tok_says(&rd->t, next, next + 4, " unanimite "))))
			return true;
	}
	return after && tok_says(&rd->t, start, t->at.from, " avoir ayant ");
}

static void doubt_two_decisions(struct reader *rd, struct vote *v, const struct ballot *b)
{
	if (b->formula == NULL || !(b->formula->results & RESULT_UNANIMITE) || v->formule.statut != FIELD_LU || v->contre.statut != FIELD_LU || v->contre.nombre == 0 ||
	    !are_two_decisions(rd, b->formula, b->tally))
		return;
	field_illisible(rd, &v->formule, v->formule.span, "des voix contre et « à l'unanimité », dits peut-être de deux décisions");
}

/* Of the séance's lists, or -1 where they are not read. */
static int64_t members_there(const struct reading *r)
{
	const bool listed = r->presents.statut == FIELD_LU && (r->pouvoirs.statut == FIELD_LU || r->pouvoirs.statut == FIELD_ABSENT);

	return listed ? (int64_t)(r->presents.n + r->pouvoirs.n) : -1;
}

/* The most that one voice can count, or -1. */
static int64_t most_voices(const struct reading *r)
{
	static const char *const one_voice_each[] = { "commune", "epci", "departement", "region" };
	bool one_each = false;

	for (size_t k = 0; k < sizeof one_voice_each / sizeof *one_voice_each; k++)
		one_each |= r->niveau.statut == FIELD_LU && str_eq(r->niveau.texte, str_c(one_voice_each[k]));
	if (!one_each || r->effectif.statut != FIELD_LU)
		return -1;
	return r->effectif.nombre > members_there(r) ? r->effectif.nombre : members_there(r);
}

/* Without its last digit it makes, with the others, all who are there: "Pour : 182" of eighteen, and the mark of a note. */
static bool is_glued(const struct reader *rd, const struct vote *v)
{
	const struct field *const others[] = { &v->contre, &v->abstentions };
	const int64_t there = members_there(rd->r);
	int64_t sum = v->pour.nombre / 10;

	for (size_t k = 0; k < 2; k++)
		sum += others[k]->statut == FIELD_LU ? others[k]->nombre : 0;
	return there < 0 || sum == there;
}

static void doubt_impossible_voices(struct reader *rd, struct vote *v)
{
	static const char glued[] = "plus de voix que l'assemblée n'a de membres : un autre nombre est peut-être collé à celui-ci",
			  asked[] = "plus de voix que l'assemblée n'a de membres : un nombre mal lu, ou les voix d'une consultation";
	struct field *const voices[] = { &v->pour, &v->contre, &v->abstentions, &v->ne_prennent_pas_part };
	const int64_t most = most_voices(rd->r);
	bool beyond[VOICES] = { false };
	unsigned n = 0;

	for (size_t k = 0; most >= 0 && k < VOICES; k++)
		n += beyond[k] = voices[k]->statut == FIELD_LU && voices[k]->nombre > most;
	if (n == 0 || (n == 1 && beyond[VOICE_POUR] && !is_glued(rd, v)))
		return;
	for (size_t k = 0; k < VOICES; k++)
		if (beyond[k] || (n > 1 && voices[k]->statut == FIELD_LU))
			field_illisible(rd, voices[k], voices[k]->span, "%s", n > 1 ? asked : glued);
}

void doubt_what_is_told(struct reader *rd, struct vote *v, const struct ballot *b)
{
	struct field *const voices[] = { &v->pour, &v->contre, &v->abstentions, &v->ne_prennent_pas_part };

	doubt_another_matter(rd, voices, b);
	doubt_a_majority_against(rd, v, b);
	doubt_a_refusal(rd, v, b);
	doubt_a_rejection(rd, v, b);
	doubt_who_rejects(rd, v, b);
	doubt_two_decisions(rd, v, b);
	doubt_whose_unanimity(rd, v, b);
	doubt_impossible_voices(rd, v);
}
