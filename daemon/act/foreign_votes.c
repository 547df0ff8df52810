/* SPDX-License-Identifier: EUPL-1.2 */
/* Whose vote is this? Acts recite the votes of others: an earlier deliberation, a bureau, a committee, a referendum.
 *
 * Only the sentence before the tally is looked at, from the tally back to a semicolon or the sentence's end; the
 * nearest mark of the act's own vote ("après en avoir délibéré", "Vote :", a verb of decision in capitals, the assembly
 * without a past tense) wins. What surely tells of another vote is left out; what may tell of one is kept and not read.
 * Decided against: the place before or after the dispositif, since minutes hold many deliberations in one acte.
 */
#include "votes_priv.h"

#define REACH 70      /* tokens of a recital before its tally */
#define NEAR_BODY 12  /* "Avis du bureau : 4 pour, 5 contre" */
#define NEAR_PAST 25
#define TO_THE_TALLY 2 /* "Résultats :", of a tally that opens its sentence */

struct recital {
	bool considerant, visa;
	bool own_past;    /* the assembly itself, in a past tense */
	bool other_body;  /* with a verb in a past tense */
	bool near_body;   /* beside the tally, without a verb */
	bool people;      /* a referendum, a survey */
	bool people_past; /* "le référendum a donné" */
	bool perfect;     /* "avait été", "s'était" */
	bool told;        /* what anybody did, in a past tense, before the assembly deliberates */
	bool other_date, recited; /* "la délibération du 9 novembre, adoptée par" */
	bool recalled, past;	  /* "rappelle que les travaux ont été approuvés" */
};

static bool is_auxiliary_a(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "a") && rd->text->bytes.p[rd->t.at[i].start] == 'a';
}

/* "a approuvé", "a donné", "a émis": the folded "à" and "a" are told apart by the letter and the word that follows. */
static bool is_past_verb(const struct reader *rd, size_t i)
{
	static const char *const sure[] = { "avait", "avaient", "ont", "etait", "etaient", "avions", "fut", NULL };
	static const char *const between[] = { "deja", "alors", "ete", "ainsi", "egalement", NULL };
	static const char *const attendance[] = { "donne",   "quitte",	"present",  "presents",	NULL };
	static const char *const more_attendance[] = { "absent", "absents", "excuses",
							"represente", "representes", NULL };

	if (word_in(rd, i, sure) && rd->t.at[i].shape == SHAPE_LOWER && !word_in(rd, i + 1, attendance) &&
	    !word_in(rd, i + 1, more_attendance) && !(word_is(rd, i, "ont") && word_is(rd, i + 1, "vote")))
		return true;
	if (word_is(rd, i, "s") && word_is(rd, i + 2, "est"))
		return true;
	if (!is_auxiliary_a(rd, i))
		return false;
	const size_t k = word_in(rd, i + 1, between) ? i + 2 : i + 1;
	const struct str verb = k < rd->t.n ? rd->t.at[k].key : STR("");

	if (word_is(rd, i + 1, "ete"))
		return true;
	if (rd->t.at[i + 1].kind == TOK_MARK) /* "La commission a, à l'unanimité, attribué" */
		return tok_mark(&rd->t, i + 1, ',');
	return verb.n > 2 && (verb.p[verb.n - 1] == 'e' || verb.p[verb.n - 1] == 'u' || verb.p[verb.n - 1] == 'i' ||
			      str_eq(verb, STR("emis")) || str_eq(verb, STR("pris")) || str_eq(verb, STR("fait")));
}

static bool past_verb_between(const struct reader *rd, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (is_past_verb(rd, i))
			return true;
	return false;
}

enum whose { NOBODY, OURS, OTHERS, PEOPLE };

/* "les parents ont répondu", "54 étaient pour", "se sont prononcées": what somebody said or did, from his name on. */
static bool is_told_of(const struct reader *rd, size_t from, size_t to)
{
	static const char *const tenses[] = { "ont", "sont", "etaient", "avaient", "etait", "avait", NULL };

	for (size_t k = from; k < to; k++)
		if (word_in(rd, k, tenses) && rd->t.at[k].shape == SHAPE_LOWER)
			return true;
	return past_verb_between(rd, from, to);
}

/* Who is asked, and what he answers: "les parents d'élèves ont répondu : 54 pour", not the matter of a vote ("subvention aux parents d'élèves : 6 pour"). */
static bool is_asked(const struct reader *rd, size_t i, size_t to)
{
	static const char *const answers[] = { "contributions", "questionnaires", "sondes", "sondees", NULL };
	static const char *const asked[] = { "personnes", "population", "parents",	"familles",	"foyers",    "habitants",   "riverains",	"usagers",
					     "citoyens",  "electeurs",	"administres",	"observations", "signataires", "adherents",	"actionnaires", "indivisaires",
					     "associes",  "coproprietaires", "societaires", "communes",	   "conseils",	  "proprietaires", NULL };

	return (word_in(rd, i, answers) && i > 0 && rd->t.at[i - 1].kind == TOK_NUMBER) || (word_in(rd, i, asked) && is_told_of(rd, i + 1, to));
}

/* "le conseil municipal de Vaugine", in an act of Valbrise. */
static bool is_of_another_place(const struct reader *rd, size_t next)
{
	const struct field *own = &rd->r->collectivite;
	const size_t k = next + 1;

	if (own->statut != FIELD_LU || !(word_is(rd, next, "de") || word_is(rd, next, "d")) || rd->t.at[next].shape == SHAPE_UPPER || k + 1 >= rd->t.n)
		return false;
	const size_t name = k + tok_mark(&rd->t, k, '\'');

	return rd->t.at[name].kind == TOK_WORD && rd->t.at[name].key.n > 2 && rd->t.at[name].shape != SHAPE_LOWER &&
	       str_find(fold_text(rd->a, own->texte), rd->t.at[name].key, 0) == STR_NONE;
}

/* "CESER", "Ceser", "C.E.S.E.R.", "C E S E R": a body that its letters name; not "la clé", "REMISE DE LA CLE" */
static bool is_a_sigle(const struct reader *rd, size_t i)
{
	static const char *const sigles[] = { "ceser", "cese", "codev", "cst", "ctap", "cao", "clect", "cle", NULL };
	if (rd->t.at[i].kind != TOK_WORD || rd->t.at[i].shape == SHAPE_LOWER || tok_among(&rd->t, i, " a d l ") || rd->t.at[i].key.n > 5)
		return false;
	if (rd->t.at[i].key.n > 1)
		return word_in(rd, i, sigles) && (!word_is(rd, i, "cle") || (rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i + 1].shape == SHAPE_LOWER));
	for (size_t s = 0; sigles[s] != NULL; s++) {
		const struct str letters = str_c(sigles[s]);
		size_t n = 0;

		for (size_t k = i; n < letters.n && k < rd->t.n && str_eq(rd->t.at[k].key, str_part(letters, n, n + 1)); n++)
			k += 1 + tok_mark(&rd->t, k + 1, '.');
		if (n == letters.n)
			return true;
	}
	return false;
}

/* "conseil d'école", "comité technique", "bureau": not the assembly that decides here. */
static enum whose body_at(const struct reader *rd, size_t i)
{
	static const char *const councils[] = { "ecole",	 "administration", "exploitation", "quartier",
						"quartiers",	 "developpement", "jeunes",
						"surveillance",	 "sages",	   "enfants",	 "collegiens",	"lyceens", "citoyens", NULL };
	static const char *const bodies[] = { "bureau", "commission", "comite", "jury", "copropriete", "clect", "senat", "parlement", NULL };
	static const char *const people[] = { "referendum", "sondage", "votation", "questionnaire", NULL };
	static const char *const asked[] = { "habitants", "electeurs", "citoyens", "riverains", "administres", "population", NULL };
	const struct str ours = rd->r->organe.statut == FIELD_LU ? rd->r->organe.texte : STR("");
	size_t next;
	const char *word = organe_at(rd, i, &next);

	if (is_a_sigle(rd, i) || (word_is(rd, i, "conference") && tok_among(&rd->t, i + 1, " territoriale des ")) ||
	    (word != NULL && tok_among(&rd->t, next, " des ") && word_in(rd, next + 1, councils))) /* "conseil municipal des jeunes" */
		return OTHERS;
	if (word != NULL)
		return (ours.n == 0 || str_eq(ours, str_c(word))) && !is_of_another_place(rd, next) ? OURS : OTHERS;
	if (word_in(rd, i, people) || (tok_among(&rd->t, i, " consultation vote enquete ") && word_in(rd, i + 2 + tok_among(&rd->t, i + 2, " la "), asked)))
		return PEOPLE;
	if (word_is(rd, i, "conseil") && tok_among(&rd->t, i + 1, " communal citoyen economique scientifique consultatif portuaire ")) /* of a commune déléguée, of a quartier */
		return OTHERS;
	if (word_is(rd, i, "conseil")) {
		const size_t k = word_is(rd, i + 1, "d") ? i + 3 : i + 2;

		return word_in(rd, k, councils) ? OTHERS : OURS;
	}
	if (word_is(rd, i, "assemblee") && (word_is(rd, i + 1, "generale") || word_is(rd, i + 1, "nationale")))
		return OTHERS;
	if (!word_in(rd, i, bodies) || (word_is(rd, i + 1, "de") && word_is(rd, i + 2, "vote")))
		return NOBODY;
	return str_starts(ours, rd->t.at[i].key) ? OURS : OTHERS;
}

bool is_another_body(const struct reader *rd, size_t i)
{
	return body_at(rd, i) == OTHERS;
}

/* "la délibération du 9 novembre 2023", "lors de la séance du 3 février": not the day of this séance. */
static bool names_another_day(const struct reader *rd, size_t i)
{
	static const char *const acts[] = { "deliberation", "seance", "reunion", "vote", "scrutin", NULL };
	char text[DATE_TEXT];
	struct date d;
	int weekday;

	if (!word_in(rd, i, acts))
		return false;
	for (size_t k = i + 1; k < i + 12 && k < rd->t.n && !sentence_ends_at(rd, k - 1); k++)
		if (leaf_date(&rd->t, k, &d, &weekday) > k)
			return rd->r->date.statut != FIELD_LU ||
			       !str_eq(rd->r->date.texte, str_c(date_text(d, text)));
	return false;
}

/* ", adoptée par", "votée le": a participle that no "est" goes before. */
static bool is_recited(const struct reader *rd, size_t i)
{
	static const char *const participles[] = { "adoptee", "approuvee", "votee", "rejetee", "prise",
						    "repoussee", NULL };
	static const char *const be[] = { "est", "sont", "ete", "soit", NULL };

	return i > 0 && word_in(rd, i, participles) && rd->t.at[i].shape == SHAPE_LOWER && !word_in(rd, i - 1, be);
}

/* "décide", not "décidé": folding takes the accent that makes the participle. */
static bool is_in_the_present(const struct reader *rd, size_t i)
{
	static const char *const verbs[] = { "decide",	 "approuve", "adopte", "rejette", "autorise",
					     "accepte",	 "fixe",     "emet",   "refuse",  "valide",	NULL };

	return word_in(rd, i, verbs) && rd->text->bytes.p[rd->t.at[i].end - 1] != (char)0xA9;
}

/* "Résultat de la consultation des habitants", at "résultat" */
static bool is_result_of_people(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " resultat resultats ") && tok_among(&rd->t, i + 1, " de du des ");
}

static bool decides_here(const struct reader *rd, size_t i)
{
	static const enum cue verbs[] = { CUE_DECIDE, CUE_ADOPTE, CUE_REJETE, CUE_VERBE };
	static const char *const votes[] = { "vote", "votes", "resultat", "resultats", "scrutin", NULL };

	if (cue_at(rd->lx, &rd->t, i, CUE_SUITE) > i || is_in_the_present(rd, i))
		return true;
	if (rd->t.at[i].shape == SHAPE_LOWER)
		return false;
	return cue_of(rd, i, verbs, sizeof verbs / sizeof *verbs) || word_in(rd, i, votes);
}

/* "Vote du comité technique", "Résultat du vote de la commission", at its first word */
static bool is_vote_of_others(const struct reader *rd, size_t i)
{
	size_t k = i + 1;

	if (!tok_among(&rd->t, i, " vote votes resultat resultats scrutin "))
		return false;
	while (tok_among(&rd->t, k, " du de la l ' vote scrutin "))
		k++;
	return k > i + 1 && body_at(rd, k) == OTHERS;
}

static bool is_about_the_minutes(const struct reader *rd, size_t i)
{
	return word_is(rd, i, "proces") || word_is(rd, i, "pv") ||
	       (word_is(rd, i, "compte") && word_is(rd, i + 1, "rendu"));
}

/* "Le vote organisé auprès des jeunes", "la consultation menée auprès de": at "auprès"; nobody asks the assembly so. */
static bool is_held_among(const struct reader *rd, size_t i)
{
	static const char *const held[] = { "organise", "organisee", "mene", "menee", "conduit", "conduite", "realise", "realisee", "lance", "lancee", "effectue", "effectuee", NULL };

	return i > 0 && word_is(rd, i, "aupres") && word_in(rd, i - 1, held);
}

/* "M. PETIT rappelle que", "pour mémoire": what follows was before. */
static bool recalls(const struct reader *rd, size_t i)
{
	static const char *const verbs[] = { "rappelle", "rappellent", "rappelons", "rappelant", "rappele", NULL };

	return word_in(rd, i, verbs) || (word_is(rd, i, "pour") && tok_among(&rd->t, i + 1, " memoire rappel "));
}

static void look_at(const struct reader *rd, size_t k, size_t end, enum whose body, struct recital *r)
{
	static const char *const gives[] = { "donne", "donnent", "recueille", "obtient", NULL }; /* "La consultation des habitants donne 35 voix pour" */

	if (body == OTHERS && past_verb_between(rd, k, end))
		r->other_body = true;
	else if (body == OTHERS && end - k <= NEAR_BODY)
		r->near_body = true;
	if (body == NOBODY && is_asked(rd, k, end))
		r->people = r->people_past = true;
	r->people = r->people || body == PEOPLE;
	r->people_past = r->people_past || (body == PEOPLE && (past_verb_between(rd, k, end) || word_in(rd, end - 1, gives)));
	r->perfect = r->perfect || (end - k <= NEAR_PAST && !is_auxiliary_a(rd, k) && is_past_verb(rd, k) &&
				    !word_is(rd, k, "ont") && !word_is(rd, k, "s"));
	r->other_date = r->other_date || names_another_day(rd, k);
	r->recited = r->recited || is_recited(rd, k);
	r->past = r->past || (end - k <= NEAR_PAST && is_past_verb(rd, k));
	r->recalled = r->recalled || (r->past && recalls(rd, k));
	r->considerant = r->considerant || cue_at(rd->lx, &rd->t, k, CUE_CONSIDERANT) > k;
	r->visa = r->visa || is_visa_opener(rd, k);
}

static enum foreign verdict(const struct reader *rd, const struct recital *r, size_t end)
{
	const bool dated = r->other_date && rd->r->date.statut == FIELD_LU;
	const bool other = r->people_past || (r->other_body && rd->r->organe.statut == FIELD_LU);
	const bool recital = r->considerant || r->visa;
	const bool label = rd->t.at[end].lines > 0 && rd->t.at[end].kind == TOK_WORD &&
			   rd->t.at[end].shape != SHAPE_LOWER;

	if (other || (recital && (r->perfect || r->recited || dated)) || (dated && (r->recited || r->perfect || r->recalled)))
		return FOREIGN_SURE;
	if (r->recalled || r->other_body || r->people || r->near_body || r->perfect || r->told ||
	    (r->other_date && (r->own_past || r->recited)) ||
	    (recital && (r->own_past || !label)))
		return FOREIGN_DOUBT;
	return FOREIGN_NO;
}

/* "le conseil peut décider à l'unanimité de voter à main levée": what the law allows, from `start` to token i. */
static bool is_allowed_only(const struct reader *rd, size_t start, size_t i)
{
	static const char *const may[] = { "peut", "peuvent", "pourra", "pourront", "pourrait", NULL };
	static const char *const infinitives[] = { "decider", "choisir", "renoncer", "convenir", "voter", "deliberer", NULL };

	if (i < start + 2 || !word_in(rd, i - tok_mark(&rd->t, i - 1, ',') - 1, infinitives))
		return false;
	for (size_t k = start; k + 1 < i; k++)
		if (word_in(rd, k, may) && rd->t.at[k].shape == SHAPE_LOWER)
			return true;
	return false;
}

/* "Le maire a mis aux voix", "ont voté pour": of this vote. */
static bool puts_to_the_vote(const struct reader *rd, size_t from, size_t to)
{
	static const char *const words[] = { "mis", "mise", "soumis", "soumise", "vote", "votes", "delibere", "procede", "aux", NULL };

	for (size_t k = from; k < to; k++)
		if (word_in(rd, k, words) && (!word_is(rd, k, "vote") || word_is(rd, k - 1, "ont")))
			return true;
	return false;
}

#define TO_THE_DELIBERATION 25

/* "Les élèves ont élu le logo par 17 voix contre 9. Le conseil, après en avoir délibéré, …"; "Rappel du vote précédent : 10 pour". */
static bool is_told_before_deliberating(const struct reader *rd, size_t start, size_t i)
{
	const size_t end = sentence_end(rd, i, i + REACH), limit = end + TO_THE_DELIBERATION < rd->t.n ? end + TO_THE_DELIBERATION : rd->t.n;

	for (size_t k = start; k < i; k++)
		if (word_is(rd, k, "rappel") && rd->t.at[k].shape != SHAPE_LOWER)
			return true;
	return next_of(rd, CUE_SUITE, end, limit) < limit && is_told_of(rd, start, i) && !puts_to_the_vote(rd, start, i);
}

/* "par 9 voix pour et 2 contre en commission", "au sein du jury": where it was voted, right behind the tally. */
bool is_voted_elsewhere(const struct reader *rd, size_t end)
{
	static const char *const at[] = { "en", "au", "a", "du", "de", "la", "le", "l", "sein", "cours", "lors", "par", NULL };
	size_t k = end;

	while (k < end + 6 && k < rd->t.n && rd->t.at[k].shape == SHAPE_LOWER && word_in(rd, k, at))
		k += 1 + tok_mark(&rd->t, k + 1, '\'');
	return k > end && k < rd->t.n && body_at(rd, k) == OTHERS;
}

/* "consultés", "ont répondu", "questionnaire" */
static bool is_of_asking(const struct reader *rd, size_t i)
{
	static const char *const stems[] = { "consult", "sond", "interrog", "repondu", "reponses", "question", "enquet", "votation", "referendum", NULL };

	for (size_t k = 0; stems[k] != NULL && rd->t.at[i].kind == TOK_WORD; k++)
		if (str_starts(rd->t.at[i].key, str_c(stems[k])))
			return true;
	return false;
}

/* "Un sondage a été mené. Pour : 9 Contre : 3": the sentence before the one that the tally opens tells of who was asked, and decides nothing. */
static bool follows_a_survey(const struct reader *rd, size_t start, size_t i, size_t floor)
{
	const size_t from = start > floor ? sentence_start(rd, start - 1, start > floor + REACH ? start - REACH : floor) : start;
	bool people = false, asked = false;

	if (i - start > TO_THE_TALLY || tok_says(&rd->t, start, i, " vote votes scrutin "))
		return false;
	for (size_t k = start; k > from; k--) {
		const enum whose body = body_at(rd, k - 1);

		if (decides_here(rd, k - 1) || puts_to_the_vote(rd, k - 1, k))
			return false;
		people |= (body == PEOPLE && is_told_of(rd, k, start)) || (body == NOBODY && is_asked(rd, k - 1, start));
		asked |= is_of_asking(rd, k - 1);
	}
	return people && asked;
}

enum foreign foreign_vote(const struct reader *rd, size_t i, size_t floor)
{
	const size_t start = sentence_start(rd, i, i > floor + REACH ? i - REACH : floor);
	struct recital r = { 0 };

	if (is_allowed_only(rd, start, i))
		return FOREIGN_SURE;
	if (follows_a_survey(rd, start, i, floor))
		return FOREIGN_DOUBT;
	for (size_t k = i; k > start && !tok_mark(&rd->t, k - 1, ';') && !r.considerant && !r.visa; k--) {
		const bool known = r.own_past || r.other_body || r.near_body || r.people_past;
		const enum whose body = known ? NOBODY : body_at(rd, k - 1);

		if (is_held_among(rd, k - 1))
			return FOREIGN_SURE;
		if ((r.people && is_result_of_people(rd, k - 1)) || is_vote_of_others(rd, k - 1))
			return FOREIGN_DOUBT;
		if (decides_here(rd, k - 1) || is_about_the_minutes(rd, k - 1))
			return FOREIGN_NO;
		if (body == OURS) {
			r.own_past = past_verb_between(rd, k, i);
			if (!r.own_past)
				return FOREIGN_NO;
		}
		look_at(rd, k - 1, i, body, &r);
	}
	r.told = is_told_before_deliberating(rd, start, i);
	return verdict(rd, &r, i);
}
