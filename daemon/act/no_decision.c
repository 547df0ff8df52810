/* SPDX-License-Identifier: EUPL-1.2 */
/* A heading under which nothing is decided, and that says so: "Questions diverses", "Information : …", "Travaux du lavoir (sans vote)",
 * "Ce point est retiré de l'ordre du jour."
 *
 * That no vote is found there does not prove it: an acte may be decided in words that no reader knows. So the title, or a sentence that speaks of the
 * point itself, must say it too. In a list of deliberations "ajournée" is what became of an acte.
 */
#include "numbers_priv.h"
#include "segment_priv.h"
#include "titles_priv.h"

#define TITLE_TOKENS 40
#define POINT_TOKENS 60 /* behind its title, in which it may be said that it is adjourned */
#define AGREED_TOKENS 4
#define SAID_TOKENS 12	/* from "ce point" to what is said of it */

static bool phrase_among(const struct reader *rd, size_t i, const char *const *phrases)
{
	size_t next;

	for (; *phrases != NULL; phrases++)
		if (tok_phrase(&rd->t, i, *phrases, &next))
			return true;
	return false;
}

/* "sans délibération", "ne donne pas lieu à un vote", "retiré de l'ordre du jour" */
static bool nothing_decided_at(const struct reader *rd, size_t i)
{
	static const char *const phrases[] = { "ne donne pas lieu a deliberation", "ne donne pas lieu a une deliberation", "ne donne pas lieu a vote", "ne donne pas lieu a un vote",
					       "ne donne lieu a aucun vote", "ne donne lieu a aucune deliberation", "ne fait pas l ' objet d ' un vote", "ne fait pas l ' objet d ' une deliberation",
					       "n ' appelle pas de vote", "n ' appelle pas de deliberation", "n ' appelle ni vote", "non soumis au vote", "non soumise au vote", "sans vote", "pas de vote", NULL };

	return phrase_among(rd, i, phrases);
}

static bool adjourned_at(const struct reader *rd, size_t i)
{
	static const char *const phrases[] = { "retire de l ' ordre du jour", "retiree de l ' ordre du jour", "reporte a", "reportee a", "ajourne", "ajournee", "reporte", "reportee", NULL };

	return phrase_among(rd, i, phrases);
}

static bool only_informs_at(const struct reader *rd, size_t i)
{
	static const char *const phrases[] = { "pour information", "point d ' information", "information", NULL };

	return phrase_among(rd, i, phrases);
}

static bool without_deliberation_at(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " pas sans aucune ") && tok_among(&rd->t, i + 1 + tok_among(&rd->t, i + 1, " de lieu "), " deliberation ");
}

/* "(sans vote)", "– retiré de l'ordre du jour", set apart in the title. */
static bool says_it_apart(const struct reader *rd, size_t i)
{
	if (!tok_among(&rd->t, i - 1, " ( - : ") || rd->t.at[i].space != (rd->t.at[i - 1].key.p[0] != '('))
		return false;
	return without_deliberation_at(rd, i) || nothing_decided_at(rd, i) || adjourned_at(rd, i) || only_informs_at(rd, i);
}

/* "Pas de délibération – voir le compte rendu", "Travaux du lavoir (pas de délibération)" */
static bool title_says_it(const struct reader *rd, size_t title, size_t to)
{
	if (without_deliberation_at(rd, title))
		return true;
	for (size_t k = title + 1; k < title + TITLE_TOKENS && k < to && rd->t.at[k].lines < 2; k++)
		if (says_it_apart(rd, k))
			return true;
	return false;
}

/* "Ce point est retiré de l'ordre du jour", "Point reporté", "Le maire ajourne ce point", "Présentation sans vote." */
static bool sentence_says_it(const struct reader *rd, size_t title, size_t to)
{
	const size_t limit = title + POINT_TOKENS < to ? title + POINT_TOKENS : to;

	for (size_t k = title + 1; k < limit; k++) {
		if ((rd->t.at[k].lines == 0 && !sentence_ends_at(rd, k - 1)) || rd->t.at[k].shape == SHAPE_LOWER)
			continue;
		const size_t end = sentence_end(rd, k, k + SAID_TOKENS < limit ? k + SAID_TOKENS : limit), noun = k + tok_among(&rd->t, k, " ce cette le la l ");
		const bool point = tok_among(&rd->t, noun, " point question dossier affaire sujet information presentation debat echange ") && (noun == k || rd->t.at[k].key.p[0] == 'c');

		for (size_t i = k + 1; i < end; i++)
			if ((point && (nothing_decided_at(rd, i) || adjourned_at(rd, i))) || (tok_among(&rd->t, i, " ajourne retire reporte ") && tok_among(&rd->t, i + 1, " ce cette ") &&
			    tok_among(&rd->t, i + 2, " point question dossier affaire sujet ")))
				return true;
	}
	return false;
}

/* "Décisions du maire", "Compte rendu des décisions prises par délégation", a title */
static bool titles_delegated_decisions(const struct reader *rd, size_t i)
{
	const bool told = tok_among(&rd->t, i, " compte ") && tok_among(&rd->t, i + 1 + tok_mark(&rd->t, i + 1, '-'), " rendu ");
	const size_t k = told ? i + 2 + tok_mark(&rd->t, i + 1, '-') + 1 : i;

	if ((told && !tok_among(&rd->t, k - 1, " des ")) || !tok_among(&rd->t, k, " decisions "))
		return false;
	return tok_among(&rd->t, k + 1, " du de ") ? tok_among(&rd->t, k + 2 + tok_among(&rd->t, k + 2, " la "), " maire president presidente ") : tok_among(&rd->t, k + 1, " prises ");
}

bool titles_information(const struct reader *rd, size_t i)
{
	size_t next;

	if (rd->t.at[i].shape == SHAPE_LOWER)
		return false;
	if (titles_various_matters(rd, i) || titles_delegated_decisions(rd, i))
		return true;
	return tok_among(&rd->t, i, " information informations communication communications ") && rd->t.at[i + 1].lines == 0 &&
	       (tok_among(&rd->t, i + 1, " relative relatives sur concernant diverses generales du de : ") || tok_phrase(&rd->t, i, "informations et communications", &next));
}

/* "Tour de table", "Point d'information sur …", "Tirage au sort des jurés d'assises": of no use in the midst of an acte, where nobody announces them. */
static bool titles_no_decision(const struct reader *rd, size_t title)
{
	static const char *const phrases[] = { "tour de table", "point d ' information", "points d ' information", "tirage au sort des jures", "tirage au sort des jurys", NULL };

	return titles_information(rd, title) || (rd->t.at[title].shape != SHAPE_LOWER && phrase_among(rd, title, phrases));
}

/* "par 9 voix sur 11", "onze voix", "tous favorables", "d'un commun accord": it was decided, whatever the title says. */
static bool counts_voices_at(const struct reader *rd, size_t i)
{
	size_t next;

	if (tok_among(&rd->t, i, " voix "))
		return i > 0 && (rd->t.at[i - 1].kind == TOK_NUMBER || is_number_word(rd->t.at[i - 1].key));
	if (tok_among(&rd->t, i, " favorable favorables defavorable defavorables accord "))
		return tok_says(&rd->t, i > AGREED_TOKENS ? i - AGREED_TOKENS : 0, i, " tous toutes unanimement commun ");
	return tok_among(&rd->t, i, " unanime unanimes unanimement ") || tok_phrase(&rd->t, i, "a main levee", &next) || tok_phrase(&rd->t, i, "mis aux voix", &next) || tok_phrase(&rd->t, i, "mise aux voix", &next);
}

/* "Pour : 9", "9 oui", "par 9 pour" */
static bool is_a_tally_at(const struct reader *rd, size_t i)
{
	const size_t n = i + 1 + tok_mark(&rd->t, i + 1, ':');

	if (i == 0 || !tok_among(&rd->t, i, " pour contre oui non "))
		return false;
	return (n > i + 1 && n < rd->t.n && rd->t.at[n].kind == TOK_NUMBER) || (rd->t.at[i - 1].kind == TOK_NUMBER && (tok_among(&rd->t, i, " oui non ") || (i > 1 && tok_among(&rd->t, i - 2, " par "))));
}

/* "Le conseil retient le devis" */
static bool assembly_decides_at(const struct reader *rd, size_t i)
{
	static const enum cue cues[] = { CUE_DECIDE, CUE_VERBE, CUE_ADOPTE, CUE_REJETE };
	static const char verbs[] = " choisit retient accepte refuse rejette vote valide fixe accorde attribue confie designe charge emet elit nomme cree vend achete ";
	size_t next = i + 2;

	if (!tok_among(&rd->t, i, " le la l ") || (organe_at(rd, i + 1, &next) == NULL && !tok_among(&rd->t, i + 1, " conseil assemblee comite bureau ")))
		return false;
	return tok_among(&rd->t, next, verbs) || cue_of(rd, next, cues, sizeof cues / sizeof *cues);
}

bool is_decided_between(const struct reader *rd, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (says_a_vote(rd, i) || decides_at(rd, i) || counts_voices_at(rd, i) || is_a_tally_at(rd, i) || assembly_decides_at(rd, i))
			return true;
	return false;
}

bool decides_nothing(const struct reader *rd, size_t title, size_t to)
{
	if (titles_no_decision(rd, title) || title_says_it(rd, title, to) || sentence_says_it(rd, title, to))
		return !is_decided_between(rd, title, to) && !is_a_listing(rd);
	return false;
}
