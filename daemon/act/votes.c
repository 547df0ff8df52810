/* SPDX-License-Identifier: EUPL-1.2 */
/* Votes: what each ballot says becomes the fields of a vote.
 *
 * `formule` says unanimite, majorite, adopte, rejet, prend_acte as written; both unanimity and majority (a form whose
 * boxes are both printed) is AMBIGU; a tally without words is ABSENT. An acte with neither tally nor result that comes
 * to a decision ("après en avoir délibéré … décide") has one vote whose formule is `adopte`; `aucune` is never read,
 * for not finding words does not prove that there are none.
 */
#include "fields.h"
#include "votes_priv.h"

#define ROW_NUMBER 9999999 /* a day and a serial in one */

static const char *const NAMES[VOICES] = { "pour", "contre", "abstentions", "ne prend pas part" };

/* "11 (douze) voix pour"; "Contre : 0" and then the names of who voted against. */
static void two_numbers(struct reader *rd, struct field *f, const struct voice_read *r)
{
	struct candidates c = { 0 };

	candidate_add(rd, &c, reader_text(rd, r->at.from, r->at.to), reader_span(rd, r->at.from, r->at.to));
	candidate_add(rd, &c, reader_text(rd, r->again.from, r->again.to),
		      reader_span(rd, r->again.from, r->again.to));
	field_ambigu(rd, f, c.at, c.n,
		     r->again.from < r->at.to ? "le nombre en chiffres et le nombre en lettres ne sont pas le même" :
						"le décompte dit 0, puis nomme des personnes");
}

static void set_unseen(struct reader *rd, struct field *f, const struct tally *t, enum voice v, struct range around)
{
	const size_t k = t->election ? around.to : voice_left_unread(rd, t, v, around);

	if (k == around.to)
		field_absent_because(rd, f, reader_span(rd, t->at.from, t->at.to), "le décompte ne dit rien de « %s »", NAMES[v]);
	else if (rd->t.at[k].kind == TOK_NUMBER)
		field_illisible(rd, f, reader_span(rd, k, k + 1), "le décompte porte un nombre qui n'est pas compris : ce pourrait être celui de « %s »", NAMES[v]);
	else
		field_illisible(rd, f, reader_span(rd, k, k + 1), "le décompte parle de « %s » sans que le nombre soit compris", NAMES[v]);
}

/* "1 abstention, [a margin] 10 pour : adopté": right before its label, and of no other voice. */
static bool has_a_number_before(const struct reader *rd, const struct tally *t, enum voice v)
{
	const size_t at = t->v[v].at.from;

	if (at == 0 || rd->t.at[at - 1].kind != TOK_NUMBER || rd->t.at[at].lines > 0)
		return false;
	for (int other = 0; other < VOICES; other++)
		if (other != (int)v && t->v[other].how != VOICE_UNSEEN && at - 1 >= t->v[other].at.from && at - 1 < t->v[other].at.to)
			return false;
	return true;
}

static void set_voice(struct reader *rd, struct field *f, const struct tally *t, enum voice v, struct range around)
{
	const struct voice_read *r = &t->v[v];
	const struct span span = reader_span(rd, r->at.from, r->at.to);

	switch (r->how) {
	case VOICE_NUMBER:
		field_lu(f, span);
		f->nombre = r->n;
		break;
	case VOICE_EMPTY:
		if (has_a_number_before(rd, t, v)) {
			field_illisible(rd, f, span, "le nombre qui précède « %s » n'est pas sûrement le sien", NAMES[v]);
			break;
		}
		field_absent_because(rd, f, span, "le décompte porte « %s » sans nombre", NAMES[v]);
		break;
	case VOICE_NAMES:
		field_illisible(rd, f, span, "le décompte nomme des personnes à « %s » sans donner de nombre",
				NAMES[v]);
		break;
	case VOICE_CONFLICT:
		two_numbers(rd, f, r);
		break;
	case VOICE_DOUBT:
		field_illisible(rd, f, span, "le nombre près de « %s » est seul sur sa ligne : voix ou numéro de page",
				NAMES[v]);
		break;
	case VOICE_ODD:
		field_illisible(rd, f, span, "ce qui suit « %s » n'est pas un nombre de voix", NAMES[v]);
		break;
	case VOICE_LOOSE:
		field_illisible(rd, f, span,
				"une valeur suit plusieurs mentions vides : rien ne dit qu'elle est celle de « %s »",
				NAMES[v]);
		break;
	case VOICE_UNSEEN:
		set_unseen(rd, f, t, v, around);
		break;
	}
}

/* "Il n'y a que l'unanimité" must be true: a voice that is spoken of near the result is unread, not absent. */
static void no_tally(struct reader *rd, struct range around, struct range visas, struct vote *v,
		     const struct formula *f)
{
	struct field *const voices[] = { &v->pour, &v->contre, &v->abstentions, &v->ne_prennent_pas_part };
	const struct span near = reader_span(rd, f->at.from, f->at.to);
	const char *why = f->results & RESULT_UNANIMITE ? "aucun décompte : l'acte ne dit que « à l'unanimité »" :
							  "aucun décompte : l'acte ne donne que le résultat";
	size_t said[VOICES];

	for (size_t i = 0; i < VOICES; i++) {
		said[i] = voice_spoken_of(rd, around, visas, f->at, (enum voice)i);
		if (said[i] < around.to)
			why = "le résultat ne donne pas ce nombre";
	}
	for (size_t i = 0; i < VOICES; i++) {
		const size_t k = said[i], from = k > around.from + 5 ? k - 5 : around.from;

		if (k == around.to)
			field_absent_because(rd, voices[i], near, "%s", why);
		else
			field_illisible(rd, voices[i], reader_span(rd, from, k + 3 < rd->t.n ? k + 3 : rd->t.n),
					"l'acte parle de « %s » sans que le nombre de voix soit compris", NAMES[i]);
	}
}

static struct str word_of(unsigned results)
{
	static const unsigned strongest_first[] = { RESULT_REJET, RESULT_UNANIMITE, RESULT_MAJORITE, RESULT_ADOPTE };
	size_t i = 0;

	while (i < sizeof strongest_first / sizeof *strongest_first && !(results & strongest_first[i]))
		i++;
	return str_c(FORMULE_WORDS[i]);
}

static void two_results(struct reader *rd, struct field *f, const struct formula *a, const struct formula *b)
{
	struct candidates c = { 0 };

	candidate_add(rd, &c, reader_text(rd, a->at.from, a->at.to), reader_span(rd, a->at.from, a->at.to));
	if (b != NULL)
		candidate_add(rd, &c, reader_text(rd, b->at.from, b->at.to), reader_span(rd, b->at.from, b->at.to));
	field_ambigu(rd, f, c.at, c.n,
		     "plusieurs résultats sont imprimés pour le même vote, sans que l'un soit coché de façon lisible");
}

/* "Décide/ou non, à l'unanimité", "à l'unanimité non, décide": a form of the vote in which nobody chose. */
static bool is_not_filled_in(const struct reader *rd, struct range said, const struct formula *f)
{
	static const char verbs[] = " / decide decident approuve approuvent accepte acceptent adopte adoptent autorise autorisent valide valident ";

	for (size_t k = said.from; k + 2 < said.to; k++)
		if (word_is(rd, k + 1, "ou") && word_is(rd, k + 2, "non") && tok_among(&rd->t, k, verbs))
			return true;
	return word_is(rd, f->at.to, "non") && tok_among(&rd->t, f->at.to + 1, " , . ; / decide decident approuve approuvent ");
}

static struct range range_of(const struct ballot *b)
{
	return b->tally != NULL ? b->tally->at : b->formula->at;
}

/* From the vote before it to the vote after it. */
static struct range around_vote(struct range all, const struct ballots *bs, size_t k)
{
	return (struct range){ k > 0 ? range_of(&bs->at[k - 1]).to : all.from,
			       k + 1 < bs->n ? range_of(&bs->at[k + 1]).from : all.to };
}

static void set_formula(struct reader *rd, struct range all, const struct ballots *bs, size_t at, struct vote *v)
{
	const struct ballot *b = &bs->at[at];
	struct formula *f = b->formula;

	if (f == NULL) {
		const struct span near = reader_span(rd, b->tally->at.from, b->tally->at.to);
		const struct range around = around_vote(all, bs, at);
		const bool beside_a_result = (at > 0 && bs->at[at - 1].tally == NULL) || (at + 1 < bs->n && bs->at[at + 1].tally == NULL);

		if (b->tally->election || (!beside_a_result && b->doubt == NULL && says_no_result(rd, around, b->tally))) {
			field_absent_because(rd, &v->formule, near, b->tally->election ? "voix d'une élection : aucun résultat n'en est dit" : "l'acte ne donne que le décompte");
			v->formule_texte = v->formule;
			return;
		}
		const char *why = b->doubt != NULL ? b->doubt :
						     "aucune formule de résultat n'est comprise auprès du décompte";

		field_illisible(rd, &v->formule, near, "%s", why);
		field_illisible(rd, &v->formule_texte, near, "%s", why);
		return;
	}
	const struct tally *above = at > 0 ? bs->at[at - 1].tally : NULL;
	struct range s = formula_sentence(rd, all, f, b->tally);

	if (above != NULL && above->at.to <= f->at.from && s.from < above->at.to)
		s = formula_sentence(rd, (struct range){ above->at.to, all.to }, f, b->tally);

	field_lu(&v->formule_texte, reader_span(rd, s.from, s.to));
	v->formule_texte.texte = reader_text(rd, s.from, s.to);
	if (b->doubt != NULL) {
		field_illisible(rd, &v->formule, v->formule_texte.span, "%s", b->doubt);
		return;
	}
	if (is_not_filled_in(rd, s, f)) {
		field_illisible(rd, &v->formule, v->formule_texte.span, "un modèle dont « ou non » n'a pas été rayé : rien ne dit si c'est le résultat");
		return;
	}
	if (b->rival != NULL || results_contradict(f->results)) {
		two_results(rd, &v->formule, f, b->rival);
		return;
	}
	field_lu(&v->formule, reader_span(rd, f->at.from, f->at.to));
	v->formule.texte = word_of(f->results);
}

/* "Accord à l'unanimité 20310303_002 TARIFS Accord à 29 voix": of a list without line ends, whose rows begin with their number. */
static bool is_of_another_row(const struct reader *rd, size_t i, size_t result)
{
	for (size_t k = i; k < result; k++)
		if (rd->t.at[k].value > ROW_NUMBER)
			return true;
	return false;
}

/* "à la [page 2] majorité", "PREND [page 2] ACTE": the words of a result that were not read together. */
static void doubt_a_torn_result(struct reader *rd, struct range acte, struct vote *v, const struct ballot *b)
{
	static const char *const words[] = { "majorite", "unanimite", "prend", "rejet", "rejette", NULL };
	size_t from, to;

	if (b->formula == NULL || b->formula->results != RESULT_ADOPTE || v->formule.statut != FIELD_LU)
		return;
	from = sentence_start(rd, b->formula->at.from, b->formula->at.from > acte.from + FORMULA_WORDS ? b->formula->at.from - FORMULA_WORDS : acte.from);
	to = sentence_end(rd, b->formula->at.to, b->formula->at.to + FORMULA_WORDS);
	for (size_t i = from; i < to && i < acte.to; i++)
		if (word_in(rd, i, words) && !is_opinion(rd, i, from) && !is_of_another_row(rd, i, b->formula->at.from))
			field_illisible(rd, &v->formule, reader_span(rd, i, i + 1), "un mot du résultat n'est pas compris avec les autres");
}

static void doubt_whose_vote(struct reader *rd, struct vote *v, const char *why)
{
	struct field *const fields[] = { &v->pour, &v->contre, &v->abstentions, &v->ne_prennent_pas_part,
					 &v->formule, &v->formule_texte };

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		field_illisible(rd, fields[i], v->span, "%s", why);
}

/* The tally and its formula, unless they are far apart or another vote stands between them. */
static void set_span(struct reader *rd, struct range around, struct vote *v, const struct ballot *b)
{
	const struct range own = range_of(b), f = b->formula != NULL ? b->formula->at : own;
	const size_t from = own.from < f.from ? own.from : f.from, to = own.to > f.to ? own.to : f.to;
	const bool together = to - from < 150 && from >= around.from && to <= around.to;

	v->span = together ? reader_span(rd, from, to) : reader_span(rd, own.from, own.to);
}

#define RIGHT_BEHIND 3
#define BEHIND_EXCEPT 12

/* "… à la majorité. Pour (10) Contre (2)", "à l'unanimité [a margin] moins une abstention": two votes, or one. */
static bool is_followed_by_a_tally(const struct reader *rd, const struct ballot *b, const struct ballot *next)
{
	static const char *const except[] = { "moins", "sauf", "hormis", "excepte", "exception", NULL };

	if (next->tally == NULL || next->tally->at.from < b->formula->at.to)
		return false;
	const size_t gap = next->tally->at.from - b->formula->at.to;

	if (gap <= BEHIND_EXCEPT && (next->formula == NULL || next->formula->at.from >= next->tally->at.to) &&
	    sentence_end(rd, b->formula->at.to, next->tally->at.from) == next->tally->at.from)
		return true;
	if (next->formula != NULL)
		return false;
	for (size_t k = b->formula->at.to; k < next->tally->at.from && k < b->formula->at.to + BEHIND_EXCEPT; k++)
		if (word_in(rd, k, except))
			return true;
	return gap <= RIGHT_BEHIND;
}

#define TORN_APART 25

/* "par 10 voix pour [foot of a page] 2 voix contre": two tallies near each other that have no voice in common may be one. */
static void doubt_a_torn_tally(struct reader *rd, struct field *const *voices, const struct ballot *b, const struct ballot *other)
{
	const struct tally *t = b->tally, *o = other->tally;

	if (o == NULL || (o->at.from >= t->at.to ? o->at.from - t->at.to : t->at.from - o->at.to) > TORN_APART)
		return;
	for (int v = 0; v < VOICES; v++)
		if (t->v[v].how != VOICE_UNSEEN && o->v[v].how != VOICE_UNSEEN)
			return;
	for (int v = 0; v < VOICES; v++)
		if (o->v[v].how != VOICE_UNSEEN)
			field_illisible(rd, voices[v], reader_span(rd, o->at.from, o->at.to),
					"le décompte voisin est peut-être la suite de celui-ci");
}

static void fill(struct reader *rd, const struct acte_parts *p, struct vote *v, const struct ballots *bs, size_t k)
{
	const struct ballot *b = &bs->at[k];
	struct field *const voices[] = { &v->pour, &v->contre, &v->abstentions, &v->ne_prennent_pas_part };

	set_span(rd, around_vote(p->all, bs, k), v, b);
	set_formula(rd, p->all, bs, k, v);
	doubt_a_torn_result(rd, p->all, v, b);
	if (b->formula != NULL && v->formule.statut == FIELD_LU && is_one_of_two_labels(rd, p->all, b->formula))
		field_illisible(rd, &v->formule, v->formule.span, "« unanimité » et « majorité » sont deux cases d'un formulaire : rien ne dit sûrement laquelle est cochée");
	if (b->tally == NULL && k + 1 < bs->n && is_followed_by_a_tally(rd, b, &bs->at[k + 1])) {
		for (int n = 0; n < VOICES; n++)
			field_illisible(rd, voices[n], v->span, "le décompte qui suit est peut-être celui de ce résultat");
		return;
	}
	if (b->tally == NULL) {
		no_tally(rd, around_vote(p->all, bs, k), p->visas, v, b->formula);
		return;
	}
	for (int n = 0; n < VOICES; n++)
		set_voice(rd, voices[n], b->tally, (enum voice)n, around_vote(p->all, bs, k));
	if (k > 0)
		doubt_a_torn_tally(rd, voices, b, &bs->at[k - 1]);
	if (k + 1 < bs->n)
		doubt_a_torn_tally(rd, voices, b, &bs->at[k + 1]);
	doubt_what_is_told(rd, v, b);
	if (b->tally->foreign != FOREIGN_NO)
		doubt_whose_vote(rd, v, "le décompte est peut-être celui d'un autre organe ou d'un vote antérieur que l'acte rappelle");
	else if (b->tally->of_groups)
		doubt_whose_vote(rd, v, "plusieurs décomptes se suivent, par groupe peut-être : leur total n'est pas écrit");
}

static void decision_without_result(struct reader *rd, const struct acte_parts *p, struct ballots *bs)
{
	struct formula *f;

	if (bs->n > 0 || p->dispositif.to == 0)
		return;
	f = ARENA_NEW(rd->a, struct formula);
	f->at = (struct range){ p->dispositif.from, sentence_end(rd, p->dispositif.from, p->dispositif.from + 25) };
	f->results = RESULT_ADOPTE;
	*ARENA_PUSH(rd->a, bs) = (struct ballot){ .formula = f, .doubt = decision_doubt(rd, p->dispositif) };
}

void reader_votes(struct reader *rd, size_t i)
{
	const struct acte_parts *p = &rd->parts[i];
	const struct tallies ts = tallies_in(rd, p->all, p->visas);
	struct formulas fs = formulas_in(rd, p->all, p->visas);
	struct ballots bs = ballots_of(rd, p, &ts, &fs);

	decision_without_result(rd, p, &bs);

	struct vote *votes = ARENA_ARRAY(rd->a, bs.n, struct vote);

	for (size_t k = 0; k < bs.n; k++)
		fill(rd, p, &votes[k], &bs, k);
	rd->actes[i].votes = votes;
	rd->actes[i].votes_n = bs.n;
}
