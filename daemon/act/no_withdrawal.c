/* SPDX-License-Identifier: EUPL-1.2 */
/* Words of a withdrawal that say none from this vote: denied ("ne se retire pas"), wanted only, from a committee or another vote, or of who votes all the same. */
#include "leaving_priv.h"
#include "people_priv.h"
#include "votes_priv.h"

#define TORN_LETTERS 3 /* "ne prend pas part au te : 2", of a scan */
#define MARGIN_TOKENS 6
#define CLAUSE_TOKENS 40
#define ACCOUNT_TOKENS 4

static size_t clause_start(const struct reader *rd, size_t i)
{
	return sentence_start(rd, i, i > CLAUSE_TOKENS ? i - CLAUSE_TOKENS : 0);
}

/* What one takes no part in. */
static const char MATTERS[] = " debat debats discussion discussions deliberation deliberations vote votes scrutin echanges decision decisions examen affaire point dossier question ";

static bool is_matter(const struct reader *rd, size_t k)
{
	return tok_among(&rd->t, k, MATTERS) && !tok_among(&rd->t, k - 1, MATTERS); /* not "… au vote⏎Point 3" */
}

/* "ne participent ni au débat", of which "ni au vote" is still to come: the token after all they take no part in. */
size_t past_the_matters(const struct reader *rd, size_t next)
{
	size_t end = next;

	for (size_t k = next; is_matter(rd, k) || tok_among(&rd->t, k, " ni et ou , a au aux la les "); k++)
		if (is_matter(rd, k))
			end = k + 1;
	return end;
}

/* Past a day or a number of the margin. */
size_t past_a_margin(const struct reader *rd, size_t i)
{
	const size_t most = i + MARGIN_TOKENS < rd->t.n ? i + MARGIN_TOKENS : rd->t.n;

	while (i < most && (rd->t.at[i].kind != TOK_WORD || word_is_no(rd, i)))
		i++;
	return i;
}

/* "ne participe ni aux commissions", "ne prend pas part à la négociation": no matter of the vote stands behind; a margin may hide one. */
static bool is_no_matter(const struct reader *rd, size_t told)
{
	const bool to = tok_among(&rd->t, told, " a au aux ");
	const size_t noun = noun_behind(rd, told), plain = past_a_margin(rd, told + to);

	if (word_is(rd, told - 1, "ni"))
		return is_common_noun(rd, plain) && (plain == told + to || !tok_among(&rd->t, plain, MATTERS));
	return word_is(rd, told - 1, "part") && to && is_common_noun(rd, noun) && rd->t.at[noun].key.n > TORN_LETTERS &&
	       !tok_mark(&rd->t, noun + 1, ':') && !tok_among(&rd->t, noun, MATTERS);
}

/* "au vote de la région" */
static bool is_vote_of_others(const struct reader *rd, size_t told)
{
	return tok_among(&rd->t, told - 1, " vote votes ") && tok_among(&rd->t, told, " d de du des ") &&
	       tok_among(&rd->t, noun_behind(rd, told), " region departement metropole syndicat comite bureau commission jury association club communaute ");
}

/* "n'a pas pris part au vote du 8 février 2024", of another day than the séance: "du" at `told` */
static bool is_vote_of_another_day(const struct reader *rd, size_t told)
{
	const struct field *day = &rd->r->date;
	const size_t of = tok_among(&rd->t, told, " en ") && word_is(rd, told + 1, "date") ? told + 2 : told;
	char text[DATE_TEXT];
	struct date d;
	int weekday;

	return day->statut == FIELD_LU && tok_among(&rd->t, told - 1, " vote votes scrutin deliberation ") && tok_among(&rd->t, of, " du le ") &&
	       leaf_date(&rd->t, of + 1, &d, &weekday) > of + 1 && !str_eq(day->texte, str_c(date_text(d, text)));
}

/* Before the words at i: "nul ne", "aucun élu ne", "sans que M. A". */
static bool nobody_does(const struct reader *rd, size_t from, size_t i)
{
	size_t comma = i;

	while (comma > from && !tok_mark(&rd->t, comma - 1, ','))
		comma--;
	for (size_t k = comma; k + 1 < i; k++)
		if ((word_is(rd, k, "sans") && tok_among(&rd->t, k + 1, " que qu ")) || (tok_among(&rd->t, i - 1, " ne n ") && tok_among(&rd->t, k, " nul nulle personne aucun aucune ")))
			return true;
	return false;
}

/* "M. le Maire ne se retire pas", "nul ne quitte la salle" */
static bool is_denied(const struct reader *rd, size_t i, size_t told)
{
	if (nobody_does(rd, clause_start(rd, i), i))
		return true;
	return i > 0 && tok_among(&rd->t, i - 1, " ne n ") && !tok_among(&rd->t, told, " que qu ") && tok_says(&rd->t, told, told + 2, " pas point ni nullement aucunement ");
}

/* "un déport de chaussée", "en déport du carrefour", "des pattes de déport": of nobody. */
static bool is_of_a_thing(const struct reader *rd, size_t told)
{
	const size_t noun = noun_behind(rd, told);

	if (told > 2 && tok_among(&rd->t, told - 1, " deport deports ") && tok_among(&rd->t, told - 2, " de a en ") &&
	    tok_among(&rd->t, told - 3, " patte pattes bras potence potences console consoles platine platines support supports tube tubes mat mats tige tiges barre barres rampe rampes boitier boitiers kit kits"
					" grille grilles luminaire luminaires lanterne lanternes gouttiere gouttieres camera cameras ecran ecrans "))
		return true;
	return tok_among(&rd->t, told - 1, " deport deports ") && tok_among(&rd->t, told, " d de du des ") && is_common_noun(rd, noun) &&
	       !tok_among(&rd->t, noun, " elu elus elue elues conseiller conseillers conseillere conseilleres maire adjoint adjoints adjointe adjointes president presidente membre membres"
					 " interesse interesses interessee interessees rapporteur rapporteure vice plusieurs deux trois m mm mme mmes monsieur madame messieurs mesdames ");
}

bool withdraws_from_no_vote(const struct reader *rd, size_t i, size_t told, size_t next)
{
	return is_denied(rd, i, told) || is_of_a_thing(rd, told) || (next == told && is_no_matter(rd, told)) || leaves_something_else(rd, told) || is_vote_of_others(rd, next) ||
	       is_vote_of_another_day(rd, next);
}

bool is_wanted_only(const struct reader *rd, size_t i)
{
	bool whole = false; /* no comma since */
	size_t civility;

	for (size_t k = clause_start(rd, i); k < i && !tok_among(&rd->t, i, " deport deports "); k++) {
		whole = !tok_mark(&rd->t, k, ',') && (whole || (word_is(rd, k, "si") && (is_civility(&rd->t, k + 1, &civility) || title_beginning_at(rd, k + 1) > k + 1)));
		if (tok_among(&rd->t, k, " demande demandent souhaite souhaitent propose proposent suggere suggerent exige exigent reclame reclament voudrait aimerait ") && tok_says(&rd->t, k, i, " que qu si "))
			return true;
	}
	return whole;
}

bool takes_part_at(const struct reader *rd, size_t i)
{
	static const char *const part[] = { "prend part au vote", "prennent part au vote", "participe au vote", "participent au vote", "a pris part au vote", "a participe au vote",
					    "ont pris part au vote", "ont participe au vote", "prend part aux votes", NULL };
	size_t next;

	return tok_any_phrase(&rd->t, i, part, &next) && !is_vote_of_others(rd, next) && !(i > 0 && tok_among(&rd->t, i - 1, " ne n ni sans pas "));
}

bool votes_all_the_same(const struct reader *rd, size_t next)
{
	const size_t end = sentence_end(rd, next - 1, next + CLAUSE_TOKENS < rd->t.n ? next + CLAUSE_TOKENS : rd->t.n);
	size_t civility;

	for (size_t k = next; k < end && !is_civility(&rd->t, k, &civility); k++)
		if (takes_part_at(rd, k) || (tok_among(&rd->t, k, " mais puis et ") && tok_among(&rd->t, k + 1, " vote votent ")))
			return true;
	return false;
}

/* "pour le vote du compte de gestion", in an acte whose title speaks of another account, and of none such. */
bool is_of_another_account(const struct reader *rd, size_t acte, size_t next)
{
	static const char *const kinds[] = { " gestion ", " administratif administratifs ", " financier financiers " };
	const struct field *title = &rd->actes[acte].objet;
	const size_t end = sentence_end(rd, next - 1, next + ACCOUNT_TOKENS);

	if (title->statut != FIELD_LU)
		return false;
	const size_t from = token_at(rd, title->span.start), to = token_at(rd, title->span.end);

	for (size_t k = next - 1; k < end; k++) {
		const size_t account = noun_behind(rd, k + 1);

		for (size_t n = 0; tok_among(&rd->t, k, " vote votes ") && tok_among(&rd->t, account, " compte comptes ") && n < sizeof kinds / sizeof *kinds; n++)
			if (tok_says(&rd->t, account + 1, account + 3, kinds[n]))
				return tok_says(&rd->t, from, to, " compte comptes ") && !tok_says(&rd->t, from, to, kinds[n]);
	}
	return false;
}
