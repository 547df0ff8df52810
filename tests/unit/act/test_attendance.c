/* SPDX-License-Identifier: EUPL-1.2 */
/* Presents and absents: the shapes of real headers, with and without line ends, and everything that must not become a list. */
#include "../../support/people_support.h"

/* The lists of an extract, as they stand and flattened. NULL: not looked at. */
static void lists(const char *text, const char *presents, const char *absents, const char *pouvoirs, int line)
{
	for (int flat = 0; flat < 2; flat++) {
		struct act_case c;

		act_begin(&c);
		act_bytes(&c, str_c(flat ? act_flat(&c, text) : text));
		if (c.r == NULL)
			fail_msg("line %d: refused: %s", line, c.e.msg);
		if (presents != NULL)
			people_list_at(&c, "presents", presents, line);
		if (absents != NULL)
			people_list_at(&c, "absents", absents, line);
		if (pouvoirs != NULL)
			people_list_at(&c, "pouvoirs", pouvoirs, line);
		act_close(&c);
	}
}
#define LISTS(text, presents, absents, pouvoirs) lists(EXTRACT(text), presents, absents, pouvoirs, __LINE__)

static void lists_as_they_stand(const char *text, const char *presents, const char *absents, int line)
{
	struct act_case c;

	act_open(&c, text);
	people_list_at(&c, "presents", presents, line);
	people_list_at(&c, "absents", absents, line);
	act_close(&c);
}
#define LISTS_AS_THEY_STAND(text, presents, absents) lists_as_they_stand(EXTRACT(text), presents, absents, __LINE__)

static void unread(const char *text, const char *name, enum field_status status, const char *why, int line)
{
	struct act_case c;

	act_open(&c, text);
	people_why_at(&c, name, status, why, line);
	act_close(&c);
}
#define UNREAD(text, name, why) unread(EXTRACT(text), name, FIELD_ILLISIBLE, why, __LINE__)
#define UNSURE(text, name, why) unread(EXTRACT(text), name, FIELD_AMBIGU, why, __LINE__)

/* The shape of a commission permanente: double spaces, a civility alone at a line end, names broken at hyphens and particles. */
static const char PERMANENTE[] =
	" Soutien à l'association Le Lavoir\n\n"
	"Le lundi 4 mars 2024 à 14h20, les membres du Conseil départemental, régulièrement convoqués\n"
	"par M. TESSON, Président, se sont réunis dans les locaux de l'Assemblée départementale, sous\nsa présidence.\n\n"
	"Au moment du vote sur le lavoir,\n"
	"Etaient présents : Mme  AUBIN,  Mme  BRÉAL,  M.\n\nCORMIER, M.  DE  LA TOUR  SAINT-ROCH,  Mme\n"
	"DUVAL-HONORÉ, Mme  LE\nGALL,  M.  MARTEL, M. MARTELS, Mme PONTIS-\nLARGE, M. TESSON\n\n"
	"Absents et\npouvoirs :\n\n"
	"M. ROCHER (pouvoir donné à Mme  LE\nGALL), Mme SIMÉON (pouvoir\ndonné à M. DE LA TOUR SAINT-\nROCH), M.\nVIAL (pouvoir donné à M. MARTEL)\n\n"
	"L'ordre du jour étant épuisé, la séance a été levée à 16h45.\n\nLa Commission permanente\n\n"
	"Vu le code général des collectivités territoriales, et d'abord l'article L. 3211-2 ;\n Expose :\n\nLe lavoir est vieux.\n\nDécide :\n\n"
	"- d'attribuer 2 000 €.\n\nVote :\n\nPour : 13 Contre : 0 Abstentions : 0\n";

TEST(test_attendance__commission_permanente)
{
	struct act_case c;

	act_open(&c, PERMANENTE);
	PEOPLE(&c, "presents",
	       "Mme AUBIN; Mme BRÉAL; M. CORMIER; M. DE LA TOUR SAINT-ROCH; Mme DUVAL-HONORÉ; Mme LE GALL; M. MARTEL; M. MARTELS; "
	       "Mme PONTIS-LARGE; M. TESSON");
	PEOPLE(&c, "absents", "M. ROCHER; Mme SIMÉON; M. VIAL");
	PEOPLE(&c, "pouvoirs", "M. ROCHER > Mme LE GALL; Mme SIMÉON > M. DE LA TOUR SAINT-ROCH; M. VIAL > M. MARTEL");
	act_close(&c);
}

/* With the line ends lost a broken hyphen keeps the space after it; the person is the same. */
TEST(test_attendance__commission_permanente_on_one_line)
{
	struct act_case c;

	act_begin(&c);
	act_bytes(&c, str_c(act_flat(&c, PERMANENTE)));
	PEOPLE(&c, "presents",
	       "Mme AUBIN; Mme BRÉAL; M. CORMIER; M. DE LA TOUR SAINT-ROCH; Mme DUVAL-HONORÉ; Mme LE GALL; M. MARTEL; M. MARTELS; "
	       "Mme PONTIS- LARGE; M. TESSON");
	assert_str(act_field(&c, "presents")->items[8].qui.cle, "pontis large");
	PEOPLE(&c, "pouvoirs", "M. ROCHER > Mme LE GALL; Mme SIMÉON > M. DE LA TOUR SAINT- ROCH; M. VIAL > M. MARTEL");
	assert_str(act_field(&c, "pouvoirs")->items[1].porteur.cle, "de la tour saint roch");
	act_close(&c);
}

TEST(test_attendance__passages_quote_the_text)
{
	struct act_case c;

	act_open(&c, PERMANENTE);
	const struct field *f = act_field(&c, "presents");

	assert_str(act_quote(&c, f->items[2].span), "M.\n\nCORMIER");
	assert_str(act_quote(&c, f->items[8].span), "Mme PONTIS-\nLARGE");
	assert_str(act_quote(&c, act_field(&c, "absents")->items[0].span), "M. ROCHER (pouvoir donné à Mme  LE\nGALL)");
	act_close(&c);
}

TEST(test_attendance__what_opens_behind_a_list_is_no_member)
{
	LISTS("Présents : M. Paul PETIT, Mme Anne GRAND, M. Luc MOREL\nAbsents excusés : Mme Zoé ROUX donne pouvoir à M. Luc MOREL M. Jean VIAL donne pouvoir à Mme "
	      "Anne GRAND QUESTION N°1 – Installation d'un conseiller. Par courrier du 9 mars, Madame Véronique AUBIN a démissionné.\n",
	      "M. Paul PETIT; Mme Anne GRAND; M. Luc MOREL", "Mme Zoé ROUX; M. Jean VIAL", "Mme Zoé ROUX > M. Luc MOREL; M. Jean VIAL > Mme Anne GRAND");
	LISTS("Présents : Paul PETIT, Anne GRAND, Luc MOREL.\nExcusés : Zoé ROUX, Jean VIAL\nProcuration : ///\nÉLECTION DU SECRÉTAIRE DE SÉANCE\n",
	      "Paul PETIT; Anne GRAND; Luc MOREL", "Zoé ROUX; Jean VIAL", "");
	LISTS("Présents : Paul PETIT, Anne GRAND, Luc MOREL.\nExcusés : Zoé ROUX, Jean VIAL. Monsieur Paul PETIT, Maire ouvre la séance et demande qui est candidat.\n",
	      "Paul PETIT; Anne GRAND; Luc MOREL", "Zoé ROUX; Jean VIAL", NULL);
}

TEST(test_attendance__proxies_by_in_capitals)
{
	LISTS("PRÉSENTS : PAUL PETIT, ANNE GRAND, LUC MOREL.\nABSENTS EXCUSÉS ET REPRÉSENTÉS : ZOÉ ROUX PAR PAUL PETIT (JUSQU'À 20H40), JEAN VIAL PAR LUC MOREL.\nABSENTS : "
	      "MARC AUBIN.\n", "PAUL PETIT; ANNE GRAND; LUC MOREL", "ZOÉ ROUX <|JUSQU'À 20H40>; JEAN VIAL; MARC AUBIN",
	      "ZOÉ ROUX > PAUL PETIT <|JUSQU'À 20H40>; JEAN VIAL > LUC MOREL");
}

#define SECRETARY_OPENS(sentence)                                                                                                                   \
	LISTS("Présents : M. Paul PETIT, Mme Anne GRAND, M. Luc MOREL.\nAbsents : Mme Zoé ROUX (pouvoir à M. Luc MOREL), M. Jean VIAL\n" sentence "\n", \
	      "M. Paul PETIT; Mme Anne GRAND; M. Luc MOREL", "Mme Zoé ROUX; M. Jean VIAL", "Mme Zoé ROUX > M. Luc MOREL")

TEST(test_attendance__the_secretary_behind_a_list_is_no_absent)
{
	SECRETARY_OPENS("Mme Anne GRAND est désignée en qualité de secrétaire de séance par le conseil municipal.");
	SECRETARY_OPENS("Mme Anne GRAND a accepté les fonctions de secrétaire de séance.");
	SECRETARY_OPENS("Mme Anne GRAND assure le secrétariat de la séance.");
	SECRETARY_OPENS("Mme Anne GRAND est élue, à l'unanimité, secrétaire de séance.");
	SECRETARY_OPENS("A été nommée secrétaire : Mme Anne GRAND");
	UNREAD("Présents : M. Paul PETIT, Mme Anne GRAND, M. Luc MOREL.\nAbsents : Mme Zoé ROUX, Mme Odile BRÉAL, M. Jean VIAL est malade\n", "absents", "mots non compris");
	/* the title of the act was an absent */
	UNREAD("Présents :\nPaul PETIT, Anne GRAND, Luc MOREL.\nAbsents :\nZoé ROUX\n\n   Moulins de Mirebois\nDésignation des représentants de la commune\n", "absents",
	       "titre");
	LISTS("Présents :\nPaul PETIT, Anne GRAND, Luc MOREL.\nAbsents :\nZoé ROUX\n\n   Écoles de Mirebois\nDésignation des représentants de la commune\n",
	      "Paul PETIT; Anne GRAND; Luc MOREL", "Zoé ROUX", NULL);
}

TEST(test_attendance__in_presence_of)
{
	LISTS("En présence de :\nPaul PETIT, Anne GRAND, Luc MOREL\n\nAbsents : Zoé ROUX, Jean VIAL\n", "Paul PETIT; Anne GRAND; Luc MOREL", "Zoé ROUX; Jean VIAL", "");
	LISTS("Étaient présents : Paul PETIT, Anne GRAND, Luc MOREL.\nEn présence de : Marc AUBIN, directeur des services.\n", "Paul PETIT; Anne GRAND; Luc MOREL", NULL, NULL);
	LISTS("Étaient présents : Paul PETIT, Anne GRAND, Luc MOREL.\nExcusé : Jean VIAL\nÉtait également présent : M. Marc AUBIN, directeur.\n", "Paul PETIT; Anne GRAND; Luc MOREL",
	      "Jean VIAL", NULL);
	LISTS("Étaient présents : Paul PETIT, Anne GRAND, Luc MOREL.\nÉtaient aussi présents : M. Marc AUBIN, Mme Lise FABRE, agents.\n", "Paul PETIT; Anne GRAND; Luc MOREL",
	      NULL, NULL);
	UNREAD("Étaient présents : Paul PETIT, Anne GRAND, Luc MOREL.\nÉtait également présent : M. Marc AUBIN, suppléant.\n", "presents", "pas comprise");
	LISTS("Étaient présents : Paul PETIT, Anne GRAND, Luc MOREL.\nAbsent : M. Jean VIAL. Représentée : Mme Zoé ROUX par M. Luc MOREL.\n", "Paul PETIT; Anne GRAND; Luc MOREL",
	      "M. Jean VIAL; Mme Zoé ROUX", "Mme Zoé ROUX > M. Luc MOREL");
	LISTS("Présents (dans l'ordre du tableau) : Paul PETIT, Anne GRAND, Luc MOREL.\nAbsent(s) : M. Jean VIAL excusé avec procuration à Luc MOREL, Mme Zoé ROUX, "
	      "excusée avec pouvoir à M. Paul PETIT.\n", "Paul PETIT; Anne GRAND; Luc MOREL", "M. Jean VIAL; Mme Zoé ROUX",
	      "M. Jean VIAL > Luc MOREL; Mme Zoé ROUX > M. Paul PETIT");
}

TEST(test_attendance__civilities_of_several)
{
	LISTS("Étaient présents à l'ouverture de la séance : Mmes-MM. Paul PETIT, Anne GRAND, Luc MOREL.\nAbsents : Mme et MM, Zoé ROUX, Jean VIAL, M. Marc AUBIN\n",
	      "Paul PETIT; Anne GRAND; Luc MOREL", "Zoé ROUX; Jean VIAL; M. Marc AUBIN", "");
	LISTS("Étaient présents : Mmes/MM. Paul PETIT, Anne GRAND.\nAbsents : Mmes et MM. : Zoé ROUX, Jean VIAL\n", "Paul PETIT; Anne GRAND", "Zoé ROUX; Jean VIAL", "");
}

TEST(test_attendance__headings)
{
	LISTS("Étaient présents : M. Paul PETIT, Mme Anne GRAND et M. Luc MOREL.\n", "M. Paul PETIT; Mme Anne GRAND; M. Luc MOREL", NULL, "");
	LISTS("Présents : Paul PETIT, Anne GRAND.\nAbsents excusés : Luc MOREL, Jeanne ROUX\n", "Paul PETIT; Anne GRAND",
	      "Luc MOREL; Jeanne ROUX", "");
	LISTS("ÉTAIENT PRÉSENTS : Mme GRAND, M. PETIT\nABSENTS : M. MOREL\nEXCUSÉE : Mme ROUX\n", "Mme GRAND; M. PETIT", "M. MOREL; Mme ROUX", "");
	LISTS("Etaients présents les conseillers municipaux suivants : M. PETIT, Mme GRAND.\n", "M. PETIT; Mme GRAND", NULL, "");
	LISTS("Présent(e)s : M. PETIT, Mme GRAND.\nExcusé(e)s : M. MOREL.\n", "M. PETIT; Mme GRAND", "M. MOREL", "");
	LISTS("Membres présents : M. PETIT, Mme GRAND\n", "M. PETIT; Mme GRAND", NULL, "");
	LISTS("Présents titulaires/suppléants : Paul PETIT, Anne GRAND (suppléante de Luc MOREL)\n", "Paul PETIT; Anne GRAND", NULL, "");
	LISTS("Présents\nM. PETIT, Mme GRAND\nAbsent excusé : M. MOREL\n", "M. PETIT; Mme GRAND", "M. MOREL", "");
}

TEST(test_attendance__separators)
{
	LISTS("Présents : Paul PETIT - Anne GRAND – Luc ROUX-MOREL\n", "Paul PETIT; Anne GRAND; Luc ROUX-MOREL", NULL, "");
	LISTS("Présents : M. Paul PETIT ; Mme Anne GRAND ;M. Luc MOREL\n", "M. Paul PETIT; Mme Anne GRAND; M. Luc MOREL", NULL, "");
	LISTS("Présents : Paul PETIT,Anne GRAND, ,Luc MOREL ,Léa D'ORVAL\n", "Paul PETIT; Anne GRAND; Luc MOREL; Léa D'ORVAL", NULL, "");
	LISTS("Présents : 3 Anne GRAND Luc MOREL Jean-Marc DE LA TOUR\n", "Anne GRAND; Luc MOREL; Jean-Marc DE LA TOUR", NULL, "");
	LISTS("Présents : GRAND Anne MOREL Luc\n", "GRAND Anne; MOREL Luc", NULL, "");
	LISTS("Présents :\n- M. Paul PETIT\n- Mme Anne GRAND\n- M. Luc MOREL\n", "M. Paul PETIT; Mme Anne GRAND; M. Luc MOREL", NULL, "");
	LISTS("Présents : 1. M. PETIT 2. Mme GRAND 3. M. MOREL\n", "M. PETIT; Mme GRAND; M. MOREL", NULL, "");
	LISTS("Présents : Anne, Luc, Jean-Pierre.\nExcusés : Marie, Paul.\n", "Anne; Luc; Jean-Pierre", "Marie; Paul", "");
}

TEST(test_attendance__civility_once_for_a_group)
{
	LISTS("Présents : Mesdames GRAND, ROUX et LE GALL, Messieurs PETIT, MOREL.\n", "GRAND; ROUX; LE GALL; PETIT; MOREL", NULL, "");
	LISTS("Présents : Mesdames et Messieurs : Paul PETIT, Anne GRAND.\n", "Paul PETIT; Anne GRAND", NULL, "");
	LISTS("Etaient présents : MM. Paul PETIT, Anne GRAND.\n", "Paul PETIT; Anne GRAND", NULL, "");
	LISTS("Présents : M. Paul PETIT, Melles Anne GRAND, Odile ROUX, Mesdemoiselles Zoé LE GALL, Léa MOREL.\n",
	      "M. Paul PETIT; Anne GRAND; Odile ROUX; Zoé LE GALL; Léa MOREL", NULL, "");
}

TEST(test_attendance__the_chair_by_his_title_alone)
{
	LISTS("Présents : M. le Maire, MM. GRAND et ROUX.\n", "GRAND; ROUX", NULL, "");
	LISTS("Présents : Monsieur le Maire Mesdames GRAND, ROUX Messieurs PETIT, MOREL.\n", "GRAND; ROUX; PETIT; MOREL", NULL, "");
	LISTS("Membres présents : 3 Sous la présidence de M. Paul PETIT – Maire\n\nMembres présents : M. GRAND Luc, Mme ROUX Anne.\n", "M. GRAND Luc; Mme ROUX Anne",
	      NULL, "");
}

TEST(test_attendance__groups_with_a_colon)
{
	LISTS("Présents : Mmes : GRAND Odile, ROUX Anne ,MM : PETIT Paul, MOREL Luc.\n", "GRAND Odile; ROUX Anne; PETIT Paul; MOREL Luc", NULL, "");
	LISTS("Absents ayant donné procuration : Mmes : GRAND Odile à M. PETIT Paul, MM : MOREL Luc à Mme ROUX Anne\n", NULL, "GRAND Odile; MOREL Luc",
	      "GRAND Odile > M. PETIT Paul; MOREL Luc > Mme ROUX Anne");
}

TEST(test_attendance__when_he_came_between_parentheses)
{
	LISTS("Présents : GRAND Odile - PETIT Paul (20 h 30) - MOREL Luc\n", "GRAND Odile; PETIT Paul <20 h 30|>; MOREL Luc", NULL, "");
	LISTS("Présents : Odile GRAND ; Paul PETIT (19h45) ; Luc MOREL\n", "Odile GRAND; Paul PETIT <19h45|>; Luc MOREL", NULL, "");
	LISTS("Présents : M. Paul PETIT, Mme Odile GRAND(présente à 19h05, à partir du point n° 7), M. Luc MOREL.\n",
	      "M. Paul PETIT; Mme Odile GRAND <à partir du point n° 7|>; M. Luc MOREL", NULL, "");
	LISTS("Présents :\n- Paul PETIT,\n- Anne GRAND (Absente au début de la séance, arrivée à 21 heures 10, participe aux débats à partir de la délibération "
	      "« 4, Achat du pré ».)\n\nAbsents : M. MOREL.\n",
	      "Paul PETIT; Anne GRAND <Absente au début de la séance, arrivée à 21 heures 10, participe aux débats à partir de la délibération « 4, Achat du pré ».|>",
	      "M. MOREL", "");
}

TEST(test_attendance__a_separator_close_to_a_name)
{
	LISTS("Présents :\n- Paul PETIT,- Anne GRAND,\n- Luc MOREL- Odile ROUX.\n", "Paul PETIT; Anne GRAND; Luc MOREL; Odile ROUX", NULL, "");
	LISTS("Absents : GRAND, PETIT, MOREL ET ROUX\n", NULL, "GRAND; PETIT; MOREL; ROUX", NULL);
	LISTS("Présents : MM. GRAND, PETIT, IBN ROUX, MOREL, VIAL.\n", "GRAND; PETIT; IBN ROUX; MOREL; VIAL", NULL, "");
}

TEST(test_attendance__a_sentence_behind_a_blank_line)
{
	LISTS("Excusés : Anne GRAND (pouvoir donné à M. MOREL) / Paul PETIT (pouvoir donné à Mme ROUX).\n\nEn préambule, exposé du PLU et du PCS.\n", NULL,
	      "Anne GRAND; Paul PETIT", NULL);
	LISTS("Absents : GRAND Odile et PETIT Paul.\n\nUn scrutin a eu lieu ; Mme Roux Anne a été nommée pour remplir les fonctions de secrétaire.\n", NULL,
	      "GRAND Odile; PETIT Paul", NULL);
	LISTS("Présents : M. PETIT Paul, Mme GRAND Odile.\n\nIl est précisé que Messieurs Luc MOREL et Jean ROUX sont annoncés avec un peu de retard.\n",
	      "M. PETIT Paul; Mme GRAND Odile", NULL, NULL);
	LISTS("Absents ayant donné pouvoir : M. MOREL Luc à M. PETIT Paul.\n\nArrivée de Mme GRAND Odile au point « Tarifs ».\n", NULL, "M. MOREL Luc",
	      "M. MOREL Luc > M. PETIT Paul");
}

TEST(test_attendance__absents_without_a_heading)
{
	LISTS("Présents : M. PETIT Paul, Mme ROUX Anne, M. VIAL Jean.\n\nM. GRAND Luc, absent ayant donné pouvoir à M. PETIT Paul Mme MOREL Léa, absente ayant donné "
	      "pouvoir à Mme ROUX Anne\n", "M. PETIT Paul; Mme ROUX Anne; M. VIAL Jean", "M. GRAND Luc; Mme MOREL Léa",
	      "M. GRAND Luc > M. PETIT Paul; Mme MOREL Léa > Mme ROUX Anne");
	LISTS("Membres absents avec excuses : M. MOREL Luc, M. GRAND Jean donnant procuration à M. PETIT Paul. Membre absent sans excuses : Néant\n", NULL,
	      "M. MOREL Luc; M. GRAND Jean", "M. GRAND Jean > M. PETIT Paul");
}

TEST(test_attendance__labels_behind_initials)
{
	LISTS("Présents : AUZAY : F. PETIT, J. GRAND ORVAL : G. MOREL, M. ROUX VALBRISE : S. VIAL, Ph. DORVAL.\n",
	      "F. PETIT; J. GRAND; G. MOREL; M. ROUX; S. VIAL; Ph. DORVAL", NULL, "");
	LISTS("Présents : A. PETIT, M. GRAND, JP. MOREL, R. ROUX.\n", "A. PETIT; M. GRAND; JP. MOREL; R. ROUX", NULL, "");
}

TEST(test_attendance__suppleants_excused_apart)
{
	UNREAD("Présents : M. PETIT, Mme ROUX.\nExcusés : M. GRAND, Mme MOREL.\nSuppléants excusés : M. VIAL, Mme DORVAL.\n", "absents", "à part");
}

TEST(test_attendance__two_initials)
{
	LISTS("Présents : JP. PETIT, A. GRAND, MJ. DE LA TOUR, Ph. MOREL et RM. ROUX FONT.\nAbsents excusés : V. AZUR et R. LENOIR\n"
	      "Pouvoirs : R. LENOIR à RM. ROUX FONT\n", "JP. PETIT; A. GRAND; MJ. DE LA TOUR; Ph. MOREL; RM. ROUX FONT", "V. AZUR; R. LENOIR",
	      "R. LENOIR > RM. ROUX FONT");
	LISTS("Présents : MM. PETIT, GRAND. Mme. ROUX.\n", "PETIT; GRAND; Mme. ROUX", NULL, "");
}

TEST(test_attendance__roles_and_notes_are_explained)
{
	LISTS("Présents : M. PETIT, Maire, Mme GRAND, M. MOREL, Adjoints au Maire, Mme ROUX, 1ère adjointe, conseillers municipaux.\n",
	      "M. PETIT; Mme GRAND; M. MOREL; Mme ROUX", NULL, "");
	LISTS("Présents : M. PETIT (Tournus), Mme GRAND (Val-sur-Orne), M. MOREL (3).\n", "M. PETIT; Mme GRAND; M. MOREL", NULL, "");
	LISTS("Présents : M. PETIT, Maire d'Orval, Mme GRAND.\nAbsents : M. MOREL excusé, Mme ROUX absente non excusée\n", "M. PETIT; Mme GRAND",
	      "M. MOREL; Mme ROUX", "");
	LISTS("n° 2024 / 131\nPrésents : n° 2024 / 131 Paul PETIT, Anne GRAND\n", "Paul PETIT; Anne GRAND", NULL, "");
	LISTS("Excusés : Paul (pas de pouvoir donné), Anne.\n\nMarie : absente non excusée\n", NULL, "Paul; Anne; Marie", NULL);
}

/* A scanner's letters are kept as they came: who compares names allows for a slip. */
TEST(test_attendance__scanned_badly)
{
	LISTS("Présents : Mmc GRAND, Mme ROUX.\n", "Mmc GRAND; Mme ROUX", NULL, "");
	LISTS("Présents : Mrnes GRAND, ROUX, VIAL.\n", "GRAND; ROUX; VIAL", NULL, "");
	LISTS("Présents : M. P[TIT, Mme Zoé ROO:K, M .Luc MOREL.\n", "M. P[TIT; Mme Zoé ROO:K; M . Luc MOREL", NULL, "");
	LISTS("Présents : M. P3TIT, Mme SORB1ER-GRAND, M. Alain MOREL.M. Luc VIAL\n",
	      "M. P3TIT; Mme SORB1ER-GRAND; M. Alain MOREL; M. Luc VIAL", NULL, "");
	LISTS("Présents : M. PETIT, Mme GRAND\nAbsents excusés avant donné pouvoir : M. VIAL à M, PETIT\n", "M. PETIT; Mme GRAND",
	      "M. VIAL", "M. VIAL > M, PETIT");
	LISTS("Présents : M. PETIT, Mme GRAND\nProcutation : M. VIAL donne procutation à M. PETIT\n", "M. PETIT; Mme GRAND",
	      "M. VIAL", "M. VIAL > M. PETIT");
	LISTS("Présents : Luc VIAL - Zoé GRAND\nAbsents : Paul PETIT - Anne ROUX\nProcutations Paul PETIT donne procuration à Luc "
	      "VIAL\nAnne ROUX donne procuration à GRAND Zoé\n", "Luc VIAL; Zoé GRAND", "Paul PETIT; Anne ROUX",
	      "Paul PETIT > Luc VIAL; Anne ROUX > GRAND Zoé");
	LISTS("Présents : Mmes et Ms PO11'ARD, GRAND, ROUX\n", "PO11'ARD; GRAND; ROUX", NULL, "");
	LISTS("Présents : Mme GRAND, M. Luc VIAL (Procuration de M. MOREL Jean}, Mme ROUX\nExcusé : M. MOREL Jean "
	      "(Procuration à M. Luc VIAL)\n", "Mme GRAND; M. Luc VIAL; Mme ROUX", "M. MOREL Jean", "M. MOREL Jean > M. Luc VIAL");
	UNREAD("Présents : M. P(TIT, Mme GRAND.\n", "presents", "");
}

TEST(test_attendance__other_words_for_the_headings)
{
	LISTS("Sont présents : M. PETIT, Mme GRAND.\nSont excusés : M. VIAL, remplacé par M. ROUX, Mme MOREL.\n", "M. PETIT; Mme GRAND",
	      "M. VIAL; Mme MOREL", "");
	LISTS("Présents : 3 (Paul PETIT, Anne GRAND, Luc MOREL)\nAbsente représentée : Zoé ROUX par Luc MOREL\n",
	      "Paul PETIT; Anne GRAND; Luc MOREL", "Zoé ROUX", "Zoé ROUX > Luc MOREL");
	LISTS("Étaient présents : le Maire : Paul PETIT, les adjoints : Anne GRAND, Luc MOREL, les conseillers : Zoé ROUX\n",
	      "Paul PETIT; Anne GRAND; Luc MOREL; Zoé ROUX", NULL, "");
	LISTS("Présents :\nBrisse : Anne GRAND, Luc MOREL\nTournelle : Zoé ROUX\n", "Anne GRAND; Luc MOREL; Zoé ROUX", NULL, "");
}

/* The labels of counts, their values behind them, and only then the list. */
TEST(test_attendance__labels_without_names_before_the_list)
{
	LISTS("- présents : - représentés : 2 1 - absents : 2\nÉtaient présents : M. PETIT, Mme GRAND\nÉtaient absent(e)s excusé(e)s ayant "
	      "donné pouvoir : M. VIAL à Mme GRAND\nÉtaient absent(e)s : M. ROUX\n", "M. PETIT; Mme GRAND", "M. VIAL; M. ROUX",
	      "M. VIAL > Mme GRAND");
}

/* Without line ends the bound ran on, and the secretary became an absent member. */
TEST(test_attendance__a_bound_ends_before_the_secretary)
{
	LISTS("Présents : Paul PETIT, Anne GRAND\nPouvoir : Zoé ROUX à Paul PETIT jusqu'à la délibération n° 3\nSecrétaire de séance : Mme "
	      "Anne GRAND\n", "Paul PETIT; Anne GRAND", "Zoé ROUX <|jusqu'à la délibération n° 3>", NULL);
}

TEST(test_attendance__labels_of_communes)
{
	LISTS("Présents : Orval : M. Petit Paul ; Mme Grand Anne Val-en-Lorne : Brisse : M. Morel Luc Tournus : Mme Vial Léa "
	      "Saint-Roch-du-Pré : M. Albert De Ricq Jean Le Loubier : Mme Roux Zoé\n",
	      "M. Petit Paul; Mme Grand Anne; M. Morel Luc; Mme Vial Léa; M. Albert De Ricq Jean; Mme Roux Zoé", NULL, "");
	/* Two words before the colon, and nothing says where the name ends. */
	UNREAD("Présents : Orval : M. Petit Paul Grand Val : Mme Vial Léa\n", "presents", "");
}

TEST(test_attendance__capitals_between_members)
{
	LISTS("Présents : 5\nPrésents : ORVAL BRISSE Mme Anne GRAND (Titulaire) TOURNUS M. Paul PETIT (Titulaire) M. Luc MOREL (Titulaire) VAL "
	      "Mme Léa VIAL (Titulaire) M. Jean ROUX (Titulaire)\n",
	      "Mme Anne GRAND; M. Paul PETIT; M. Luc MOREL; Mme Léa VIAL; M. Jean ROUX", NULL, "");
	/* A comma too many: the capitals are the rest of her name, as the number announced says. */
	LISTS("Présents : 6\nPrésents : Mme Nathalie, GRAND, M. Paul PETIT, M. Luc MOREL, Mme Léa VIAL, M. Jean ROUX, M. Odilon BRUN\n",
	      "Mme Nathalie GRAND; M. Paul PETIT; M. Luc MOREL; Mme Léa VIAL; M. Jean ROUX; M. Odilon BRUN", NULL, "");
	UNREAD("Présents : Mme Nathalie, GRAND, M. Paul PETIT, M. Luc MOREL, Mme Léa VIAL, M. Jean ROUX, M. Odilon BRUN\n", "presents", "un mot isolé");
	/* Six announced: one of the words in capitals may be a member. */
	UNREAD("Présents : 6\nPrésents : ORVAL Mme Anne GRAND (Titulaire) TOURNUS M. Paul PETIT (Titulaire) M. Luc MOREL (Titulaire) VAL "
	       "Mme Léa VIAL (Titulaire) M. Jean ROUX (Titulaire)\n", "presents", "");
}

/* What looks like half a name is a whole one where the text announces as many. */
TEST(test_attendance__as_many_as_announced)
{
	LISTS("Présents : 5\nPrésents : Paul PETIT, Anne GRAND, ROUX, Luc MOREL, Léa VIAL.\n",
	      "Paul PETIT; Anne GRAND; ROUX; Luc MOREL; Léa VIAL", NULL, "");
	UNREAD("Présents : 4\nPrésents : Paul PETIT, Anne GRAND, ROUX, Luc MOREL, Léa VIAL.\n", "presents", "un mot isolé");
	UNREAD("Présents : Paul PETIT, Anne GRAND, ROUX, Luc MOREL, Léa VIAL.\n", "presents", "un mot isolé");
}

TEST(test_attendance__present_for_some_points)
{
	LISTS("Présents : M. PETIT, Mme GRAND (n°1 à n°12), M. VIAL (n° 3)\n",
	      "M. PETIT; Mme GRAND <n°1 à n°12|n°1 à n°12>; M. VIAL <n° 3|n° 3>", NULL, "");
	LISTS("Présents : M. PETIT, Mme GRAND\nAbsents : Luc VIAL (DEL2031_005, _006) Léa ROUX (DEL2031_006)\n", "M. PETIT; Mme GRAND",
	      "Luc VIAL <DEL2031_005, _006|DEL2031_005, _006>; Léa ROUX <DEL2031_006|DEL2031_006>", "");
}

/* The margin of a table holds the counts; each row of it cuts the list in two. */
/* Away between two moments: no beginning of a presence. */
TEST(test_attendance__who_leaves_and_comes_back)
{
	LISTS("Présents : M. PETIT, Mme GRAND (sort au point 5, revient au point 9), M. VIAL\n", "M. PETIT; Mme GRAND <sort au point 5, revient au point 9|sort au point 5, revient au point 9>; M. VIAL", NULL, "");
	LISTS("Présents : M. PETIT, Mme GRAND (sort à la délibération n°8 jusqu'à la n°16), M. VIAL\n",
	      "M. PETIT; Mme GRAND <sort à la délibération n°8 jusqu'à la n°16|sort à la délibération n°8 jusqu'à la n°16>; M. VIAL", NULL, "");
	LISTS("Présents : M. PETIT, Mme GRAND (absente du point 3 au point 5), M. VIAL (parti à 20h, revenu à 21h)\n",
	      "M. PETIT; Mme GRAND <absente du point 3 au point 5|absente du point 3 au point 5>; M. VIAL <parti à 20h, revenu à 21h|parti à 20h, revenu à 21h>", NULL, "");
	LISTS("Présents : M. PETIT, Mme GRAND (arrivée à 20h), M. VIAL (parti à 21h)\n", "M. PETIT; Mme GRAND <arrivée à 20h|>; M. VIAL <|parti à 21h>", NULL, "");
}

TEST(test_attendance__a_table_with_a_margin)
{
	LISTS_AS_THEY_STAND("|Nombre de membres  |                                              |\n"
			    "|en exercice :      |Présents : Paul PETIT – Anne GRAND -          |\n"
			    "|11                 |Luc MOREL – Léa VIAL                          |\n"
			    "|                   |                                              |\n"
			    "|dont 1 procuration |Absente : Zoé ROUX                            |\n",
			    "Paul PETIT; Anne GRAND; Luc MOREL; Léa VIAL", "Zoé ROUX");
}

TEST(test_attendance__a_double_name_with_a_spaced_dash)
{
	LISTS("Présents : PETIT Paul, GRAND Anne, MOREL Luc, VIAL – ROUX Léa, LEBRUN Zoé, ARBEL Jean\n",
	      "PETIT Paul; GRAND Anne; MOREL Luc; VIAL – ROUX Léa; LEBRUN Zoé; ARBEL Jean", NULL, "");
	LISTS("Présents : Paul PETIT - Anne GRAND - Luc MOREL - Léa VIAL - ROUX - Zoé LEBRUN - Jean ARBEL\n",
	      "Paul PETIT; Anne GRAND; Luc MOREL; Léa VIAL - ROUX; Zoé LEBRUN; Jean ARBEL", NULL, "");
	/* Two lone words are more than a double name. */
	UNREAD("Présents : Paul PETIT - Anne GRAND - Luc MOREL - Léa VIAL - ROUX - Zoé LEBRUN - Jean ARBEL - SORBIER\n",
	       "presents", "un mot isolé");
}

TEST(test_attendance__a_sentence_or_others_after_the_list)
{
	LISTS("Présents : M. PETIT, Mme GRAND\nAbsents : M. MOREL, représenté par son suppléant M. VIAL Assistaient également : "
	      "Mesdames LEBRUN et ARBEL\n", "M. PETIT; Mme GRAND", "M. MOREL", NULL);
	LISTS("Présents : M. PETIT, Mme GRAND Étaient absents : M. MOREL (au point 3) Les conseillers présents, représentant la "
	      "majorité des membres, ouvrent la séance.\n", "M. PETIT; Mme GRAND", "M. MOREL <au point 3|au point 3>", "");
	LISTS("Présents : M. PETIT, Mme GRAND\nPersonne ayant donné procuration : M. MOREL à Mme GRAND\n", "M. PETIT; Mme GRAND",
	      "M. MOREL", "M. MOREL > Mme GRAND");
	LISTS("Étaient présents : Sous la présidence de Monsieur le Maire Paul PETIT, Anne GRAND, Luc MOREL.\n",
	      "Paul PETIT; Anne GRAND; Luc MOREL", NULL, "");
}

TEST(test_attendance__what_is_not_explained_is_not_read)
{
	UNREAD("Présents : M. PETIT, Mme GRAND venue en voisine, M. MOREL.\n", "presents", "venue en voisine");
	UNREAD("Présents : Paul PETIT, Anne GRAND - ROUX, Luc MOREL.\n", "presents", "un mot isolé parmi des noms complets");
	UNREAD("Présents : M. PETIT, Mme GRAND,\nsuite page 2\nM. MOREL, Mme ROUX.\n", "presents", "mots non compris");
	UNREAD("Présents : PETIT\nGRAND\nMOREL\n", "presents", "sans séparateur");
	UNREAD("Présents : PETIT GRAND MOREL ROUX VIAL Paul Anne Luc Jeanne Marc\n", "presents", "un seul nom");
	UNREAD("Présents : Paul PETIT - Anne GRAND.\nAbsent : Luc MOREL - ROUX\n", "absents", "un mot isolé");
	UNREAD("Présents : Paul PETIT - Anne GRAND -\nNombre de membres en exercice Luc MOREL - Léa ROUX\n", "presents", "semble continuer");
	UNREAD("Présents : Paul PETIT, Anne GRAND Procutations Luc MOREL.\n", "pouvoirs", "");
	UNREAD("Présents : M. PETIT, excusé, Mme GRAND.\n", "presents", "contredit la rubrique");
	UNREAD("Présents :\nAbsents : M. PETIT.\n", "presents", "sans aucun nom");
	UNREAD("Présents et représentés : M. PETIT, Mme GRAND.\n", "presents", "la rubrique mêle");
	UNREAD("Les conseillers sont venus.\n", "presents", "introuvable");
	UNREAD("Présents :\n  Mirebois          Paul PETIT, Anne GRAND, Luc MOREL\n", "presents", "un seul nom");
}

TEST(test_attendance__a_list_cut_in_two_is_not_read)
{
	UNREAD("Présents : Paul PETIT, Anne GRAND, Reçu en préfecture le 12/03/2024 Luc MOREL, Léa ROUX.\n", "presents", "semble continuer");
	UNREAD("Présents : Paul PETIT, Anne GRAND Objet Luc MOREL, Léa ROUX.\n", "presents", "semble continuer");
	UNREAD("Présents : Anne GRAND (Orval) MOREL Luc, Paul PETIT.\n", "presents", "sans séparateur");
	UNREAD("Présents : Mesdames GRAND, ROUX\nService juridique\net VIAL, Messieurs PETIT, MOREL.\n", "presents", "semble continuer");
	UNREAD("Présents : Paul PETIT, Anne GRANDLuc MOREL, Léa ROUX.\n", "presents", "un seul nom");
	UNREAD("Présents : GRAND, ROUX VIAL, PETIT, MOREL.\n", "presents", "sans séparateur");
	UNREAD("Présents : M. GRA.D, Mme ROUX.\n", "presents", "mots non compris");
	UNREAD("Présents : Paul PETIT, Anne GRAND: Messieurs Luc MOREL, Marc VIAL.\n", "presents", "mots non compris");
	UNREAD("Présents : M. PETIT, Mme GRAND.\nABSENTS Service juridique : M. VIAL, Mme ROUX.\n", "absents", "rubrique");
	UNREAD("Présents : M. PETIT, Mme GRAND.\nAbsents :\nReçu en préfecture le 12/03/2024\nM. VIAL\n", "absents", "semble continuer");
	UNREAD("Présents : Paul, Anne.\nExcusés : Luc.\nService juridique\nLéa : absente\n", "absents", "rubrique");
	UNREAD("Présents : M. PETIT, Mme GRAND.\n\nDépartement de l'Orne\nM. MOREL, Mme ROUX, M. VIAL, Mme SIMON.\n", "presents", "semble continuer");
	UNREAD("Présents : M. PETIT, Mme GRAND,\nDépartement de l'Orne\n", "presents", "semble continuer");
}

/* Stops between the names end no sentence: the first seven of a grouping's fifty were given as its presents. */
TEST(test_attendance__names_parted_by_stops)
{
	UNREAD("PRESENTS:MM.PETIT. VIAL. MORVAN. Mme GRAND. MM.COSTER. BARDIN. Mme NIGET. MM. STOFFER.GOASDUFF.PADERNE. GODEFROID. Mme SAUSSER.\n",
	       "presents", "mots non compris");
}

/* The titles of two columns, then all the names of both: everybody was given as absent. */
TEST(test_attendance__headings_of_two_columns)
{
	UNREAD("PRESENTS : EXCUSES : Mme GRAND, M. PETIT, Mme ROUX, M. MOREL.\n", "absents", "deux listes côte à côte");
	UNREAD("PRESENTS : EXCUSES : Mme GRAND, M. PETIT, Mme ROUX, M. MOREL.\n", "presents", "deux listes côte à côte");
}

TEST(test_attendance__text_that_stops_in_the_list)
{
	unread("Commune de Mirebois\nSéance du 12 mars 2024\nLe conseil municipal s'est réuni au préau.\nPrésents : M. PETIT, Mme GRAND", "presents",
	       FIELD_ILLISIBLE, "s'arrête dans la liste", __LINE__);
}

TEST(test_attendance__the_sentence_after_the_list)
{
	LISTS("Présents : M. PETIT, Mme GRAND.\n\nMonsieur MOREL prend la parole.\n", "M. PETIT; Mme GRAND", NULL, "");
	LISTS("Présents : M. PETIT, Mme GRAND formant la majorité des membres en exercice.\n", "M. PETIT; Mme GRAND", NULL, "");
	LISTS("Présents : M. PETIT, Mme GRAND.\nMonsieur le Maire ouvre les débats.\n", "M. PETIT; Mme GRAND", NULL, "");
	LISTS("Présents : M. PETIT, Mme GRAND.\nAbsents : M. MOREL, M. VIAL\n\nMadame Léa ROUX est nommée secrétaire de séance\n", "M. PETIT; Mme GRAND",
	      "M. MOREL; M. VIAL", "");
	LISTS("Présents : M. PETIT, Mme GRAND.\nProcuration :\n\nLéa ROUX a été nommée secrétaire de séance\n", "M. PETIT; Mme GRAND", NULL, "");
	UNREAD("Présents : M. PETIT, Mme GRAND, M. MOREL a été nommé secrétaire de séance\n", "presents", "phrase du secrétaire");
	LISTS("Présents : M. PETIT, Mme GRAND\nAssistaient également : M. MOREL, Mme ROUX, M. VIAL\n", "M. PETIT; Mme GRAND", NULL, "");
}

TEST(test_attendance__title_after_blank_lines)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : Paul PETIT, Anne GRAND.\nAbsents :\nLuc MOREL\n\n\n\nPlaces et marchés Tarifs de l'année\n"));
	PEOPLE(&c, "absents", "Luc MOREL");
	act_close(&c);
	act_open(&c, EXTRACT("Présents : Paul PETIT, Anne GRAND.\nAbsents :\n\n\n\nPlaces et marchés de l'année\n"));
	PEOPLE(&c, "absents", "");
	act_close(&c);
	act_open(&c, EXTRACT("Présents : Paul PETIT, Anne GRAND.\nAbsents :\n\n\n\nPacte d'Avenir Public pour les marchés\n"));
	PEOPLE(&c, "absents", "");
	act_close(&c);
	act_open(&c, EXTRACT("Présents : Paul PETIT, Anne GRAND.\nAbsents :\n\n\n\nPacte d'Avenir Réunion de lancement\n"));
	PEOPLE(&c, "absents", "");
	act_close(&c);
}

TEST(test_attendance__counts_are_not_lists)
{
	LISTS("En exercice : 15\nPrésents : 2\nVotants : 2\nPrésents : M. PETIT, Mme GRAND.\n", "M. PETIT; Mme GRAND", NULL, NULL);
	UNREAD("En exercice : 15\nPrésents : 12\nVotants : 12\n", "presents", "introuvable");
	UNREAD("Avis donné à l'unanimité des\nmembres présents :\n", "presents", "introuvable");
	UNREAD("à l'unanimité des Membres présents : ajourne\n", "presents", "introuvable");
}

TEST(test_attendance__a_stated_count_that_disagrees)
{
	UNSURE("Nombre de présents : 5\nPrésents : M. MOREL, Mme GRAND.\n", "presents", "5 présents annoncés mais 2 nommés");
	UNSURE("Nombre de présents au moment du vote : 2\nPrésents : M. MOREL, Mme GRAND, M. PETIT.\n", "presents", "2 présents au moment du vote, selon l'acte, mais 3 nommés");
	UNSURE("Présents : 4 : M. MOREL, Mme GRAND.\n", "presents", "4 présents annoncés mais 2 nommés");
}

TEST(test_attendance__known_false_friends_of_the_count)
{
	/* The chair is outside the list. */
	LISTS("Nombre de présents : 3\nPrésents : M. MOREL, Mme GRAND.\n", "M. MOREL; Mme GRAND", NULL, NULL);
	/* Proxies are counted as present. */
	LISTS("Nombre de conseillers présents (y compris ceux ayant donné procuration) : 3\nPrésents : M. PETIT, Mme GRAND.\nAbsents ayant donné procuration : M. MOREL à M. PETIT\n", "M. PETIT; Mme GRAND",
	      "M. MOREL", NULL);
	/* Somebody came later. */
	LISTS("Nombre de présents : 2\nPrésents : M. PETIT, Mme GRAND, M. MOREL (arrivé à 19h07).\n", "M. PETIT; Mme GRAND; M. MOREL <arrivé à 19h07|>",
	      NULL, NULL);
	/* One too many, and the chair is in the list: no excuse. */
	UNSURE("Nombre de présents : 3\nPrésents : M. PETIT, Mme GRAND.\n", "presents", "3 présents annoncés mais 2 nommés");
}

TEST(test_attendance__chair_on_a_row_of_its_own)
{
	LISTS("Nombre de présents : 3\nPrésident : M. Paul PETIT, Maire\nPrésents : Mme GRAND, M. MOREL.\n", "M. Paul PETIT; Mme GRAND; M. MOREL", NULL,
	      NULL);
}

TEST(test_attendance__bounds_as_written)
{
	LISTS("Présents : M. PETIT, Mme GRAND.\nAbsents : Mme ROUX (jusqu'à son arrivée à 20h36), M. MOREL (à partir de son départ à 21h).\n", "M. PETIT; Mme GRAND",
	      "Mme ROUX <|jusqu'à son arrivée à 20h36>; M. MOREL <à partir de son départ à 21h|>", NULL);
	LISTS("Présents : M. PETIT, Mme GRAND (à compter de la délibération n°7), M. MOREL (jusqu'à 22h40, point n°2).\n",
	      "M. PETIT; Mme GRAND <à compter de la délibération n°7|>; M. MOREL <|jusqu'à 22h40, point n°2>", NULL, NULL);
	LISTS("Présents : M. PETIT, Mme GRAND arrivée à 19h07, M. MOREL.\n", "M. PETIT; Mme GRAND <arrivée à 19h07|>; M. MOREL", NULL, NULL);
}

TEST(test_attendance__a_bound_that_cannot_be_placed)
{
	struct act_case c;

	act_open(&c, EXTRACT("Présents : M. PETIT, Mme GRAND (arrivée à 19h07).\n"));
	act_statut(&c, "presents", FIELD_LU);
	WHY(&c, "acte.presents", FIELD_AMBIGU, "arrivée à 19h07");
	act_close(&c);
}

static void in_force(const char *number, const char *presents, int line)
{
	struct act_case c;

	act_begin(&c);
	struct str text = arena_printf(&c.a,
				       "Commune de Mirebois\nSéance du 12 mars 2024\nLe conseil municipal s'est réuni au préau.\n"
				       "Présents : M. PETIT, Mme GRAND (à compter de la délibération n°2024-03), M. MOREL (jusqu'à la délibération "
				       "n°2024-05).\nSecrétaire de séance : M. PETIT\n\nDélibération n° %s\n\nObjet : école\n\nVu le code ;\n\n"
				       "Le conseil, après en avoir délibéré, DÉCIDE d'approuver.\n",
				       number);

	act_bytes(&c, text);
	people_list_at(&c, "acte.presents", presents, line);
	act_close(&c);
}

TEST(test_attendance__bounds_by_number_of_acte)
{
	const char *all = "M. PETIT; Mme GRAND <à compter de la délibération n°2024-03|>; M. MOREL <|jusqu'à la délibération n°2024-05>";

	in_force("2024-02", "M. PETIT; M. MOREL <|jusqu'à la délibération n°2024-05>", __LINE__);
	in_force("2024-03", all, __LINE__);
	in_force("2024-05", all, __LINE__);
	in_force("2024-06", "M. PETIT; Mme GRAND <à compter de la délibération n°2024-03|>", __LINE__);
}

TEST(test_attendance__chair_outside_the_list_is_in_force)
{
	struct act_case c;

	act_open(&c, EXTRACT("Nombre de présents : 3\nPrésents : Mme GRAND, M. MOREL.\n"));
	PEOPLE(&c, "presents", "Mme GRAND; M. MOREL");
	PEOPLE(&c, "acte.presents", "Mme GRAND; M. MOREL; M. Paul PETIT");
	act_close(&c);
}

static void chair_twice(const char *list, const char *why)
{
	struct act_case c;

	act_open(&c, list);
	assert_int_equal(c.r->presents.statut, FIELD_LU);
	WHY(&c, "acte.presents", FIELD_AMBIGU, why);
	act_close(&c);
}

TEST(test_attendance__chair_who_leaves_office_is_not_added)
{
	struct act_case c;

#define INSTALLATION(chair, rest) \
	"COMMUNE DE VALBRISE\nSéance du 30 mars 2014\nLe conseil municipal s'est réuni sous la présidence de " chair ".\nPrésents : Mme GRAND, M. MOREL, Mme ROUX.\n" rest \
	"Le conseil municipal approuve à l'unanimité l'ordre du jour.\n"
	chair_twice(INSTALLATION("M. Paul PETIT, Maire sortant", ""), "est dite sortante");
	chair_twice(INSTALLATION("M. Paul PETIT, en qualité de maire sortant", ""), "est dite sortante");
	chair_twice(INSTALLATION("Mme Odile PETIT, présidente sortante", ""), "est dite sortante");
	chair_twice(INSTALLATION("M. Paul PETIT, Maire", "Secrétaire de séance : Mme ROUX.\nInstallation des conseillers municipaux\nM. Paul PETIT les a déclarés installés dans leurs fonctions.\n"),
		    "ceux qui s'installent");
	act_open(&c, INSTALLATION("M. Paul PETIT, Maire", ""));
	PEOPLE(&c, "acte.presents", "Mme GRAND; M. MOREL; Mme ROUX; M. Paul PETIT");
	act_close(&c);
	act_open(&c, INSTALLATION("Mme GRAND, Maire sortante", ""));
	PEOPLE(&c, "acte.presents", "Mme GRAND; M. MOREL; Mme ROUX");
	act_close(&c);
}

/* Under another name, perhaps. */
TEST(test_attendance__chair_who_may_be_in_the_list_is_not_added)
{
	struct act_case c;

	chair_twice(EXTRACT("Nombre de présents : 2\nPrésents : Mme GRAND, M. MOREL.\n"), "2 présents annoncés, 3 comptés");
	chair_twice(EXTRACT("Présents (2) : Mme GRAND, M. MOREL.\n"), "2 présents annoncés, 3 comptés");
	chair_twice(EXTRACT("Nombre de présents : 3 Présents : Mme Paul PETIT, Mme Anne GRAND, M. Luc MOREL.\n"), "3 présents annoncés, 4 comptés");
	chair_twice(EXTRACT("Présents : Mme Paul PETIT, Mme Anne GRAND, M. Luc MOREL.\n"), "écrit autrement");
	act_open(&c, EXTRACT("Nombre de présents : 3\nPrésents : M. Paul PETIT, Mme GRAND, M. MOREL.\n"));
	PEOPLE(&c, "acte.presents", "M. Paul PETIT; Mme GRAND; M. MOREL");
	act_close(&c);
	act_open(&c, EXTRACT("Présents : Mme Rose PETIT, Mme GRAND, M. MOREL.\n"));
	PEOPLE(&c, "acte.presents", "Mme Rose PETIT; Mme GRAND; M. MOREL; M. Paul PETIT");
	act_close(&c);
}

TEST(test_attendance__homonyms_are_never_merged)
{
	UNSURE("Présents : M. PETIT, M. MOREL (Orval), M. MOREL (Tournus).\n", "presents", "figure deux fois");
	UNSURE("Présents : M. PETIT.\nAbsents : M. MOREL, Mme ROUX, M. MOREL.\n", "absents", "figure deux fois");
	LISTS("Présents : M. PETIT, M. MOREL, Mme MOREL.\n", "M. PETIT; M. MOREL; Mme MOREL", NULL, "");
}

TEST(test_attendance__everybody_there)
{
	struct act_case c;

	act_open(&c, EXTRACT("Nombre de membres en exercice : 2\nPrésents : M. PETIT, Mme GRAND.\n"));
	PEOPLE(&c, "absents", "");
	PEOPLE(&c, "pouvoirs", "");
	act_close(&c);
	act_open(&c, EXTRACT("Présents : M. PETIT, Mme GRAND.\n"));
	WHY(&c, "absents", FIELD_ABSENT, "aucune rubrique");
	act_close(&c);
	act_open(&c, EXTRACT("Nombre de membres en exercice : 9\nPrésents : M. PETIT, Mme GRAND.\nAbsents :\n"));
	WHY(&c, "absents", FIELD_ILLISIBLE, "9 membres en exercice, 2 présents nommés");
	act_close(&c);
}

TEST(test_attendance__absents_without_their_list)
{
	UNREAD("Présents : M. PETIT, Mme GRAND.\nAbsents : M. VIAL.\nUn pouvoir de Mme ROUX est remis au maire.\n", "absents", "un pouvoir");
	UNREAD("Présents : M. PETIT, Mme GRAND.\nAbsents : M. MOREL malade hier, Mme ROUX.\n", "absents", "malade hier");
	LISTS("Présents : M. PETIT, Mme GRAND.\nPouvoirs : M. MOREL à M. PETIT, Mme ROUX à Mme GRAND.\n", "M. PETIT; Mme GRAND", "M. MOREL; Mme ROUX",
	      "M. MOREL > M. PETIT; Mme ROUX > Mme GRAND");
}

TEST(test_attendance__header_repeated_before_each_acte)
{
	static const char again[] = "\nDélibération suivante\nLe conseil municipal s'est réuni au préau.\nÉtaient présents : M. PETIT, Mme GRAND, M. %s.\n"
				    "Secrétaire de séance : Mme GRAND\nVu le code ;\n";
	struct act_case c;

	act_begin(&c);
	for (int other = 0; other < 2; other++) {
		struct str tail = arena_printf(&c.a, again, other ? "ROUX" : "MOREL");
		struct str text = arena_printf(&c.a, "%s%.*s", EXTRACT("Présents : M. PETIT, Mme GRAND, M. MOREL.\n"), STR_ARG(tail));

		act_bytes(&c, text);
		if (other)
			WHY(&c, "presents", FIELD_AMBIGU, "une autre liste");
		else
			PEOPLE(&c, "presents", "M. PETIT; Mme GRAND; M. MOREL");
	}
	act_close(&c);
}

TEST(test_attendance__two_lists_of_presents)
{
	UNSURE("Pour la compétence eau :\nPrésents : M. PETIT, Mme GRAND.\nAbsent : M. MOREL.\nPour la compétence gaz :\nPrésents : M. PETIT, M. MOREL.\n",
	       "presents", "plusieurs listes");
	LISTS("Titulaires présents : M. PETIT, Mme GRAND.\nSuppléants présents : M. MOREL.\n", "M. PETIT; Mme GRAND; M. MOREL", NULL, "");
}

TEST(test_attendance__a_heading_alone_above_an_odd_name)
{
	struct act_case c;

	act_open(&c, "COMMUNE DE VALBRISE\nConseil municipal\nSéance du 12 mars 2024\nMembres présents :\nPaul ARBEL\nLéa DORVAL\nMembre(s) Excusé(s)\nAnne GRISOL\n"
		     "POUVOIR(S)\nJean MOREL (L. DORVAL)\nAbsent(s)\nNina. LORME\nOdile PETIT\nLe conseil a visité le lavoir.\n1/ - Compte rendu\n");
	WHY(&c, "absents", FIELD_ILLISIBLE, "une rubrique n'est pas comprise");
	act_close(&c);
}

TEST(test_attendance__long_lists_have_a_limit)
{
	for (int over = 0; over < 2; over++) {
		struct act_case c;
		struct buf b;

		act_begin(&c);
		buf_init(&b, MIB);
		buf_c(&b, "Commune de Mirebois\nLe conseil municipal s'est réuni le 12 mars 2024.\nPrésents : ");
		for (size_t i = 0; i < (size_t)LIMIT_LIST_ITEMS + (size_t)over; i++)
			buf_printf(&b, "%sM. %c%c%cOUX", i > 0 ? ", " : "", (int)('A' + i / 676), (int)('A' + i / 26 % 26), (int)('A' + i % 26));
		buf_c(&b, ".\n\nVu le code général ;\n");
		act_bytes(&c, buf_view(&b));
		assert_non_null(c.r);
		if (over)
			WHY(&c, "presents", FIELD_ILLISIBLE, "liste trop longue");
		else
			assert_int_equal(act_field(&c, "presents")->n, LIMIT_LIST_ITEMS);
		buf_done(&b);
		act_close(&c);
	}
}

TEST(test_attendance__hostile_texts_end)
{
	static const char *const texts[] = {
		"Vu le code ;\nPrésents : ((((((((((((((", "Vu le code ;\nPrésents : )))) , , , ; ; . . . . :", "Vu le code ;\nPrésents :",
		"Vu le code ;\nAbsents : Absents : Absents : Pouvoirs : Pouvoirs :", "Vu le code ;\nPouvoirs : à à à à M. à M. M. M.",
		"Vu le code ;\nsous sa présidence sous la présidence de de de de", "Vu le code ;\nSecrétaire de séance : et et et secrétaire secrétaire",
		"Vu le code ;\nPrésents : M. A-", "Vu le code ;\nPrésents : M. d'", "Vu le code ;\nPrésents : 1. 2. 3. n° 4 / 5 / 6 /",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct act_case c;

		act_begin(&c);
		act_bytes(&c, str_c(texts[i]));
		if (c.r != NULL)
			assert_int_not_equal(c.r->presents.statut, FIELD_LU);
		act_close(&c);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_attendance__commission_permanente),
		cmocka_unit_test(test_attendance__commission_permanente_on_one_line),
		cmocka_unit_test(test_attendance__passages_quote_the_text),
		cmocka_unit_test(test_attendance__headings),
		cmocka_unit_test(test_attendance__separators),
		cmocka_unit_test(test_attendance__civility_once_for_a_group),
		cmocka_unit_test(test_attendance__two_initials),
		cmocka_unit_test(test_attendance__the_chair_by_his_title_alone),
		cmocka_unit_test(test_attendance__groups_with_a_colon),
		cmocka_unit_test(test_attendance__when_he_came_between_parentheses),
		cmocka_unit_test(test_attendance__a_separator_close_to_a_name),
		cmocka_unit_test(test_attendance__a_sentence_behind_a_blank_line),
		cmocka_unit_test(test_attendance__absents_without_a_heading),
		cmocka_unit_test(test_attendance__labels_behind_initials),
		cmocka_unit_test(test_attendance__suppleants_excused_apart),
		cmocka_unit_test(test_attendance__roles_and_notes_are_explained),
		cmocka_unit_test(test_attendance__scanned_badly),
		cmocka_unit_test(test_attendance__other_words_for_the_headings),
		cmocka_unit_test(test_attendance__a_bound_ends_before_the_secretary),
		cmocka_unit_test(test_attendance__labels_without_names_before_the_list),
		cmocka_unit_test(test_attendance__labels_of_communes),
		cmocka_unit_test(test_attendance__capitals_between_members),
		cmocka_unit_test(test_attendance__as_many_as_announced),
		cmocka_unit_test(test_attendance__present_for_some_points),
		cmocka_unit_test(test_attendance__a_table_with_a_margin),
		cmocka_unit_test(test_attendance__who_leaves_and_comes_back),
		cmocka_unit_test(test_attendance__a_double_name_with_a_spaced_dash),
		cmocka_unit_test(test_attendance__a_sentence_or_others_after_the_list),
		cmocka_unit_test(test_attendance__what_is_not_explained_is_not_read),
		cmocka_unit_test(test_attendance__a_list_cut_in_two_is_not_read),
		cmocka_unit_test(test_attendance__names_parted_by_stops),
		cmocka_unit_test(test_attendance__headings_of_two_columns),
		cmocka_unit_test(test_attendance__text_that_stops_in_the_list),
		cmocka_unit_test(test_attendance__the_sentence_after_the_list),
		cmocka_unit_test(test_attendance__title_after_blank_lines),
		cmocka_unit_test(test_attendance__counts_are_not_lists),
		cmocka_unit_test(test_attendance__a_stated_count_that_disagrees),
		cmocka_unit_test(test_attendance__known_false_friends_of_the_count),
		cmocka_unit_test(test_attendance__chair_on_a_row_of_its_own),
		cmocka_unit_test(test_attendance__bounds_as_written),
		cmocka_unit_test(test_attendance__a_bound_that_cannot_be_placed),
		cmocka_unit_test(test_attendance__bounds_by_number_of_acte),
		cmocka_unit_test(test_attendance__chair_outside_the_list_is_in_force),
		cmocka_unit_test(test_attendance__chair_who_leaves_office_is_not_added),
		cmocka_unit_test(test_attendance__chair_who_may_be_in_the_list_is_not_added),
		cmocka_unit_test(test_attendance__homonyms_are_never_merged),
		cmocka_unit_test(test_attendance__everybody_there),
		cmocka_unit_test(test_attendance__absents_without_their_list),
		cmocka_unit_test(test_attendance__header_repeated_before_each_acte),
		cmocka_unit_test(test_attendance__two_lists_of_presents),
		cmocka_unit_test(test_attendance__a_heading_alone_above_an_odd_name),
		cmocka_unit_test(test_attendance__long_lists_have_a_limit),
		cmocka_unit_test(test_attendance__what_opens_behind_a_list_is_no_member),
		cmocka_unit_test(test_attendance__proxies_by_in_capitals),
		cmocka_unit_test(test_attendance__the_secretary_behind_a_list_is_no_absent),
		cmocka_unit_test(test_attendance__in_presence_of),
		cmocka_unit_test(test_attendance__civilities_of_several),
		cmocka_unit_test(test_attendance__hostile_texts_end),
	};

	return RUN(tests);
}
