/* SPDX-License-Identifier: EUPL-1.2 */
/* The collectivité named by its body or its house alone.
 *
 * Only where the paper says that it is theirs: a heading that holds nothing else on its line, the title of the papers of that body, or
 * the sentence of its meeting. Elsewhere it is a partner ("convention avec le conseil départemental de X"). A grouping's name cannot be had
 * from its council: of "conseil communautaire du Val" nothing says which kind of communauté it is.
 */
#include "collectivite_priv.h"
#include "titles_priv.h"

#define CHAIR_TOKENS 12 /* from "sous la présidence de" to his office */
#define CONVENED_TOKENS 16 /* from "convoqué par" to his office */
#define SIGNED_TOKENS 120 /* before the end of the text */
#define MEETING_TOKENS 30 /* from the body's name to "réuni" */
#define PAPER_TOKENS 8	  /* from "registre" to the body */

static const struct {
	const char *phrase, *niveau;
	bool bare, meets; /* the name may follow without "de"; it can be said to meet */
} BODIES[] = {
	{ "conseil municipal", "commune", false, true },
	{ "mairie", "commune", false, false },
	{ "conseil departemental", "departement", false, true },
	{ "conseil general", "departement", false, true },
	{ "conseil regional", "region", true, true },
};

/* "CONSEIL MUNICIPAL DES JEUNES", "Conseil municipal de mars", "Mairie de quartier" */
static bool is_no_place(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " jeunes enfants ados adolescents seniors sages anciens quartier quartiers secteur village installation rentree cloture"
				    " janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre travail crise concertation ");
}

/* "de", "du", "d'"; not the "D" of "D U", letters apart */
static bool opens_a_name(const struct reader *rd, size_t i)
{
	return tok_among(&rd->t, i, " de du des ") || (tok_among(&rd->t, i, " d ") && tok_mark(&rd->t, i + 1, '\''));
}

bool body_name_closed(const struct reader *rd, size_t end)
{
	const size_t k = end + (tok_mark(&rd->t, end, '-') || tok_mark(&rd->t, end, ','));

	return rd->t.at[end].lines > 0 || place_ends_at(rd, k) || place_address_at(rd, k) || place_parts_at(rd, end);
}

/* Nothing but its name on its line; in a text without line ends, capitals before it and another heading behind it. */
static bool is_a_heading(const struct reader *rd, size_t i, size_t end)
{
	const struct token *before = &rd->t.at[i - (i > 0)];

	if (rd->t.at[i].shape == SHAPE_LOWER || !body_name_closed(rd, end))
		return false;
	if (i == 0 || rd->t.at[i].lines > 0)
		return true;
	if (before->kind == TOK_NUMBER)
		return rd->t.at[i].shape == SHAPE_UPPER && rd->t.at[i].space;
	return before->kind == TOK_WORD && before->shape == rd->t.at[i].shape && !place_particle(rd, i - 1) && !tok_among(&rd->t, i - 1, " au aux avec par pour entre ");
}

/* "Commission permanente du Conseil départemental de la Vaugine": where its heading begins. */
static size_t heading_start(const struct reader *rd, size_t i)
{
	return i > 2 && tok_among(&rd->t, i - 1, " du ") && word_is(rd, i - 2, "permanente") && word_is(rd, i - 3, "commission") ? i - 3 : i;
}

/* "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU", "Compte rendu de la réunion du" at the start of a line, "COMMISSION PERMANENTE DU" */
static bool in_title_of_its_papers(const struct reader *rd, size_t i)
{
	static const char papers[] = " registre extrait deliberations proces pv compte seance reunion ", in_capitals[] = " deliberation permanente ";
	const bool capital = rd->t.at[i].shape != SHAPE_LOWER;

	if (i == 0 || !tok_among(&rd->t, i - 1, " du "))
		return false;
	for (size_t k = i; k > 0 && i - k < PAPER_TOKENS && !(k < i && sentence_ends_at(rd, k - 1)); k--) {
		const bool opens = k == 1 || rd->t.at[k - 1].lines > 0;

		if (rd->t.at[k - 1].shape != SHAPE_LOWER && (tok_among(&rd->t, k - 1, papers) || (capital && tok_among(&rd->t, k - 1, in_capitals))) &&
		    (opens || rd->t.at[k - 1].shape == rd->t.at[i].shape))
			return true;
	}
	return false;
}

/* "le conseil", "les membres du conseil", "la commission permanente du conseil", "s'est réuni le conseil" */
static bool is_who_meets(const struct reader *rd, size_t i)
{
	if (i > 1 && tok_among(&rd->t, i - 1, " du ") && tok_among(&rd->t, i - 2, " membres permanente "))
		return true;
	return i > 0 && tok_among(&rd->t, i - 1, " le ") && !title_goes_on(rd, i - 1);
}

/* "le conseil municipal de Valbrise, légalement convoqué, s'est réuni"; not "le conseil municipal de la⏎Votants : 13 [another column] commune de Valbrise" */
static bool meets_in_its_sentence(const struct reader *rd, size_t i, size_t end)
{
	const size_t stop = sentence_end(rd, end - 1, end + MEETING_TOKENS);
	size_t next;

	if (i > 1 && tok_among(&rd->t, i - 1, " le ") && tok_among(&rd->t, i - 2, " reuni assemble reunie "))
		return true;
	for (size_t k = end; is_who_meets(rd, i) && k < stop && organe_at(rd, k, &next) == NULL; k++)
		if (tok_among(&rd->t, k, " reuni reunie reunis assemble assembles "))
			return true;
	return false;
}

/* "sous la présidence de M. Paul PETIT, président du conseil départemental de la Vaugine": its own chair */
static bool is_of_its_chair(const struct reader *rd, size_t i)
{
	return i > 3 && tok_among(&rd->t, i - 1, " du ") && tok_among(&rd->t, i - 2, " president presidente ") && !tok_mark(&rd->t, i - 3, '-') &&
	       !tok_among(&rd->t, i - 3, " vice ") && cue_before(rd, i - 2, CHAIR_TOKENS, 0, CUE_PRESIDENCE);
}

bool named_in_its_papers(const struct reader *rd, size_t i, size_t end, bool meets)
{
	return is_a_heading(rd, heading_start(rd, i), end) || in_title_of_its_papers(rd, i) || is_of_its_chair(rd, i) || (meets && meets_in_its_sentence(rd, i, end));
}

/* "maire de Valbrise", "maire de la commune": the name behind it, at *ret_end its end; or i */
static size_t place_of_maire(const struct reader *rd, size_t i, size_t *ret_end)
{
	size_t name = i + 1;

	if (!word_is(rd, i, "maire") || !opens_a_name(rd, name))
		return i;
	while (name < rd->t.n && rd->t.at[name].lines < 2 && (place_particle(rd, name) || tok_mark(&rd->t, name, '\'')))
		name++;
	*ret_end = place_name(rd, name, false);
	return *ret_end > name && !is_no_place(rd, name) && rd->t.at[name].key.n > 1 ? name : i;
}

/* Who chairs a conseil municipal, or calls it: "sous la présidence de M. Paul PETIT, maire de Valbrise", "convoqué par M. le Maire de Valbrise" */
static bool is_maire_of_the_act(const struct reader *rd, size_t i, size_t end)
{
	static const char *const by[] = { "convoque", "convoques", "convocation", NULL };
	const size_t start = sentence_start(rd, i, i > CONVENED_TOKENS ? i - CONVENED_TOKENS : 0);

	if (tok_among(&rd->t, i - 1, " ancien ancienne honoraire vice "))
		return false;
	if (cue_before(rd, i, CHAIR_TOKENS, 0, CUE_PRESIDENCE) || tok_among(&rd->t, skip_marks(rd, end, ","), " ouvre preside declare "))
		return true;
	for (size_t k = start; k + 1 < i; k++)
		if (word_in(rd, k, by) && tok_among(&rd->t, k + 1, " par de "))
			return true;
	return false;
}

bool maire_named_at(const struct reader *rd, size_t i, struct body_named *ret)
{
	size_t end;
	const size_t name = i > 0 ? place_of_maire(rd, i, &end) : i;

	if (name == i || !is_maire_of_the_act(rd, i, end))
		return false;
	*ret = (struct body_named){ name, name, end };
	return true;
}

/* "approuve l'entente avec Bassonne … Fait en deux exemplaires⏎Le Maire de Bassonne": the other party signs, too. */
static bool is_a_party(const struct reader *rd, size_t name, size_t signed_at)
{
	for (size_t k = 1; k < signed_at; k++)
		if (tok_is(&rd->t, k, rd->t.at[name].key) && tok_among(&rd->t, k - 1, " avec entre et "))
			return true;
	return tok_says(&rd->t, signed_at > SIGNED_TOKENS ? signed_at - SIGNED_TOKENS : 0, signed_at, " exemplaires ");
}

/* "Le Maire de Valbrise,⏎Paul PETIT": who signs, on a line of his own. */
bool maire_signs_for(const struct reader *rd, struct body_named *ret)
{
	const size_t floor = rd->t.n > SIGNED_TOKENS ? rd->t.n - SIGNED_TOKENS : 0;
	size_t end;

	for (size_t i = rd->t.n; i-- > floor + 1;) {
		const size_t name = place_of_maire(rd, i, &end);

		if (name > i && rd->t.at[i].shape != SHAPE_LOWER && tok_among(&rd->t, i - 1, " le la ") && rd->t.at[i - 1].shape != SHAPE_LOWER && rd->t.at[i - 1].lines > 0 &&
		    (end >= rd->t.n || rd->t.at[end].lines > 0 || tok_mark(&rd->t, end, ',') || tok_mark(&rd->t, end, ':'))) {
			*ret = (struct body_named){ name, name, end };
			return !is_a_party(rd, name, i - 1);
		}
	}
	return false;
}

bool body_named_at(const struct reader *rd, size_t i, struct str niveau, struct body_named *ret)
{
	for (size_t b = 0; b < sizeof BODIES / sizeof *BODIES; b++) {
		size_t of, name;

		if (!str_eq(niveau, str_c(BODIES[b].niveau)) || !tok_phrase(&rd->t, i, BODIES[b].phrase, &of))
			continue;
		for (name = of; name < rd->t.n && rd->t.at[name].lines < 2 && (place_particle(rd, name) || tok_mark(&rd->t, name, '\'')); name++)
			;
		if (name == of ? !BODIES[b].bare : !opens_a_name(rd, of) || is_no_place(rd, name) || rd->t.at[name].key.n < 2)
			return false;
		const size_t end = place_name(rd, name, rd->t.at[i].shape != SHAPE_LOWER);

		if (end == name || !named_in_its_papers(rd, i, end, BODIES[b].meets && !tok_mark(&rd->t, end, ':')))
			return false;
		*ret = (struct body_named){ i, name, end };
		return true;
	}
	return false;
}
