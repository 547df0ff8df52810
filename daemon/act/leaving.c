/* SPDX-License-Identifier: EUPL-1.2 */
/* The one vocabulary of leaving, and what is left: the room and the séance, or a committee, a sale, one's duties. */
#include "leaving_priv.h"
#include "openings_priv.h"

static const char OF_ALL[] = " quitte quittent quittant sort sortent sorti sortie sortis ", GONE[] = " quitter partir sortir sorties parti partie partis parties ",
		  FROM[] = " sortant abandonne abandonnent abandonnant abandonner deserte desertent ", RETIRES[] = " retire retiree retires retirees retirent ",
		  TOLD[] = " part partent quittera partira sortira eclipse eclipsee eclipsent eclipses eclipsees retourne retournee retournes retournees retournent deconnecte deconnectee"
			   " deconnectes conge rentre rentres rentree rentrees rentrent regagne regagnent alle allee alles allees represente representee representes representees absentes file filent filer court courent courir esquive esquivee esquives esquivent deserte appele appelee appeles appelees disparait disparaissent eloigne eloignee eloignes raccroche raccrochent decroche decrochent repart repartent cede cedent laisse laissent rend rendent echappe echappent ";
const char *const leaving_openings[] = { OF_ALL, GONE, FROM, RETIRES, TOLD, NULL };

static const struct {
	const char *words;
	unsigned uses;
} LEAVING[] = {
	{ OF_ALL, LEAVING_A_PLACE | LEAVING_TOLD | LEAVING_A_VOTE },
	{ GONE, LEAVING_A_PLACE | LEAVING_TOLD },
	{ FROM, LEAVING_A_PLACE },
	{ RETIRES, LEAVING_TOLD | LEAVING_A_VOTE | LEAVING_RETIRES },
	{ TOLD, LEAVING_TOLD },
};

unsigned leaving_word(const struct reader *rd, size_t i)
{
	unsigned uses = 0;

	for (size_t k = 0; k < sizeof LEAVING / sizeof *LEAVING; k++)
		uses |= tok_among(&rd->t, i, LEAVING[k].words) ? LEAVING[k].uses : 0;
	return uses;
}

bool leaving_in(const struct reader *rd, size_t from, size_t to, unsigned uses)
{
	for (size_t k = from; k < to; k++)
		if (leaving_word(rd, k) & uses)
			return true;
	return false;
}

bool room_at(const struct reader *rd, size_t i, size_t *ret_next)
{
	static const char *const rooms[] = { "la seance", "en seance", "de seance", "de la seance", "la salle",
					     "en salle", "de la salle", "dans la salle", "a la seance", "l assemblee",
					     "l ' assemblee", "la reunion", "en cours de seance", "la session", "les lieux", "les debats",
					     "l ' hemicycle", "de l ' assemblee", NULL };

	return tok_any_phrase(&rd->t, i, rooms, ret_next);
}

bool is_common_noun(const struct reader *rd, size_t i)
{
	return i < rd->t.n && rd->t.at[i].kind == TOK_WORD && rd->t.at[i].shape == SHAPE_LOWER;
}

size_t noun_behind(const struct reader *rd, size_t i)
{
	while (tok_among(&rd->t, i, " a au aux d de du des ' l la le les ce cet cette ces presente present "))
		i++;
	return i;
}

/* "conseil d'administration (du collège)", "conseil d'école": not the council that sits. */
static bool is_another_council(const struct reader *rd, size_t i)
{
	const size_t of = noun_behind(rd, i + 1);

	return tok_among(&rd->t, i, " conseil ") && tok_among(&rd->t, i + 1, " d de ") && is_common_noun(rd, of) &&
	       tok_among(&rd->t, of, " administration ecole etablissement surveillance quartier classe ") && !tok_says(&rd->t, rd->head.from, i, " administration surveillance ");
}

bool is_of_another_body(const struct reader *rd, size_t i)
{
	static const char matters[] = " salle salles seance seances assemblee reunion debat debats discussion discussions vote votes deliberation deliberations table hemicycle conseil affaire "
				      "affaires point points dossier dossiers examen sujet sujets question questions rapport projet lieu lieux piece ";
	const size_t noun = noun_behind(rd, i);

	return tok_among(&rd->t, i, " d de du des ") && is_common_noun(rd, noun) && (!tok_among(&rd->t, noun, matters) || is_another_council(rd, noun));
}

size_t company_at(const struct reader *rd, size_t i)
{
	static const char *const company[] = { "ses collegues", "leurs collegues", "sa place", "leur place", "leurs places", "la piece", "de la piece", "la table du conseil", "la table", "a la table",
					       "nos travaux", "les travaux", "chez lui", "chez elle", "chez eux", "a son domicile", "son domicile", "son siege", "leur siege", "son fauteuil", "nous",
					       "la visioconference", "la visio", "de la visioconference", "de la visio", "a la seance", "a la suite", "en seance", "en salle", "de la seance", "de seance", NULL };
	size_t k = i;

	return tok_any_phrase(&rd->t, i, company, &k) && !is_of_another_body(rd, k) ? k : i;
}

size_t elsewhere_at(const struct reader *rd, size_t i)
{
	static const char to[] = " a au aux la l ' le les par vers pour dans sur en son sa ses leur leurs un une ",
			  places[] = " caserne hopital clinique maternite domicile maison ferme exploitation brigade gare feu incendie intervention interventions travail chevet poste atelier garde"
				     " etable cabinet usine aeroport train urgence urgences famille enfant enfants creche sinistre accident occupations obligations foyer ";
	size_t k = i;

	while (k < i + 4 && tok_among(&rd->t, k, to))
		k++;
	return k > i && tok_among(&rd->t, k, places) ? k + 1 : i;
}

bool goes_to_do(const struct reader *rd, size_t i)
{
	static const char verbs[] = " part partent parti partie partis parties sort sortent sorti sortie sortis sorties file filent court courent repart repartent rentre rentrent retourne retournent ",
			  no_verbs[] = " premier dernier entier hier janvier fevrier ";
	const struct str next = i + 1 < rd->t.n ? rd->t.at[i + 1].key : (struct str){ 0 };

	return tok_among(&rd->t, i, verbs) && is_common_noun(rd, i + 1) && next.n > 4 && (str_ends(next, STR("er")) || str_ends(next, STR("ir")) || str_ends(next, STR("dre"))) &&
	       !tok_among(&rd->t, i + 1, no_verbs);
}

bool gives_up_his_place(const struct reader *rd, size_t i)
{
	const size_t behind = i + 3, to = behind + 1 + tok_among(&rd->t, behind + 1, " la l le ");

	return tok_among(&rd->t, i, " cede cedent laisse laissent ") && tok_among(&rd->t, i + 1, " sa son leur leurs ") && tok_among(&rd->t, i + 2, " place places siege sieges fauteuil chaise ") &&
	       !is_of_another_body(rd, behind) && !(tok_among(&rd->t, behind, " au a ") && tok_among(&rd->t, to, " bureau comite conseil syndicat commission club association "));
}

/* "en tant que", "en qualité de", "comme": the token of the role, or i. */
static size_t role_behind(const struct reader *rd, size_t i)
{
	static const char *const as[] = { "en tant que", "en qualite de", "comme", "en sa qualite de", NULL };
	size_t k = i;

	return tok_any_phrase(&rd->t, i, as, &k) ? k : i;
}

bool leaves_a_role(const struct reader *rd, size_t told)
{
	const size_t role = role_behind(rd, told);

	return told > 0 && role > told && (leaving_word(rd, told - 1) & LEAVING_RETIRES) && tok_among(&rd->t, role, " delegue deleguee representant representante membre ");
}

/* "se retire en tant que suppléant du syndicat": nobody is away from a vote as one. */
static bool gives_up_a_role(const struct reader *rd, size_t told)
{
	const size_t role = role_behind(rd, told);

	return role > told && tok_among(&rd->t, role, " suppleant suppleante titulaire candidat candidate referent referente remplacant remplacante ");
}

bool leaves_something_else(const struct reader *rd, size_t told)
{
	if (told == 0 || !(leaving_word(rd, told - 1) & LEAVING_RETIRES))
		return false;
	return is_of_another_body(rd, told) || gives_up_a_role(rd, told) || tok_among(&rd->t, told, " derriere ") || (word_is(rd, told, "au") && word_is(rd, told + 1, "profit")) ||
	       (word_is(rd, told, "dans") && tok_among(&rd->t, noun_behind(rd, told + 1), " isoloir "));
}
