/* SPDX-License-Identifier: EUPL-1.2 */
/* The secretary: where he is named, and who is not one. */
#include "../../support/people_support.h"

#define ACT(head) "Commune de Mirebois\nSéance du 12 mars 2024\n" head "\n\nVu le code général ;\n\nLe conseil, après en avoir délibéré, DÉCIDE de payer.\n"

static void secretary(const char *text, const char *names, int line)
{
	for (int flat = 0; flat < 2; flat++) {
		struct act_case c;

		act_begin(&c);
		act_bytes(&c, str_c(flat ? act_flat(&c, text) : text));
		people_list_at(&c, "seance.secretaires", names, line);
		act_close(&c);
	}
}
#define SECRETARY(head, names) secretary(ACT(head), names, __LINE__)

static void secretary_as_it_stands(const char *text, const char *names, int line)
{
	struct act_case c;

	act_open(&c, text);
	people_list_at(&c, "seance.secretaires", names, line);
	act_close(&c);
}

static void unread(const char *text, const char *name, enum field_status status, const char *why, int line)
{
	struct act_case c;

	act_open(&c, text);
	people_why_at(&c, name, status, why, line);
	act_close(&c);
}
#define UNREAD(head, name, status, why) unread(ACT(head), name, status, why, __LINE__)

TEST(test_secretaries__after_the_title)
{
	SECRETARY("Secrétaire de séance : M. Paul PETIT", "M. Paul PETIT");
	SECRETARY("Secrétaire : Mme GRAND.", "Mme GRAND");
	SECRETARY("Secrétaire élue pour la session : Anne GRAND", "Anne GRAND");
	SECRETARY("Élue secrétaire de séance : Anne GRAND", "Anne GRAND");
	SECRETARY("Secrétaires de séance : M. PETIT et Mme GRAND.", "M. PETIT; Mme GRAND");
	SECRETARY("Le conseil a choisi pour secrétaire : Mme Anne GRAND", "Mme Anne GRAND");
}

TEST(test_secretaries__before_the_title)
{
	SECRETARY("Mme Anne GRAND a été désignée secrétaire de séance.", "Mme Anne GRAND");
	SECRETARY("Monsieur Paul PETIT a été nommé secrétaire de séance.", "Monsieur Paul PETIT");
	SECRETARY("Désignation du secrétaire de séance\n\nMadame Grand est nommée secrétaire de séance", "Madame Grand");
	SECRETARY("Le quorum étant atteint, M. Luc MOREL a été désigné pour assurer les fonctions de Secrétaire, qu'il a acceptées.", "M. Luc MOREL");
	SECRETARY("DÉSIGNE, à l'unanimité, Anne GRAND secrétaire de séance,", "Anne GRAND");
	SECRETARY("Secrétaire de séance\nEn application de l'article L. 2121-15 du code, Madame Anne GRAND a été désignée secrétaire de séance.",
		  "Madame Anne GRAND");
}

TEST(test_secretaries__who_speaks_and_who_ends_the_list_is_none)
{
	SECRETARY("Secrétaire de séance : Luc MOREL : je vous propose la candidature de Madame Anne GRAND. Vote à l'unanimité.", "Madame Anne GRAND");
	SECRETARY("Présents : Mme ROUX, M. PETIT, M. VIAL Est nommé secrétaire, M. PETIT AFFAIRES GENERALES", "M. PETIT");
}

TEST(test_secretaries__named_at_once_behind_the_title)
{
	SECRETARY("Il convient de nommer un secrétaire de séance ; Mme Anne GRAND est désignée.", "Mme Anne GRAND");
	SECRETARY("Il y a lieu d'élire un secrétaire de séance. M. Luc MOREL est élu.", "M. Luc MOREL");
	SECRETARY("Mme GRAND est ensuite désignée pour exercer les fonctions de secrétaire de cette séance.", "Mme GRAND");
	SECRETARY("M. Luc MOREL est donc nommé secrétaire de séance.", "M. Luc MOREL");
	SECRETARY("Pouvoirs : Mme Odile BRÉAL à M. Luc MOREL\nLe secrétariat a été assuré par Mme Anne GRAND.", "Mme Anne GRAND");
	secretary_as_it_stands(ACT("PRÉSENTS\nPaul PETIT\nAnne GRAND\n\nSECRÉTAIRE DE SÉANCE\nAnne GRAND\n"), "Anne GRAND", __LINE__);
	UNREAD("Présents : Paul PETIT, Anne GRAND\n\nLe maire\nSecrétaire de séance\nPaul PETIT\nAnne GRAND\n", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Présents : Paul PETIT, Anne GRAND\n\nSecrétaire de séance\nPaul PETIT\nAnne GRAND\n", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
	SECRETARY("Mme Anne GRAND a accepté les fonctions de secrétaire de séance.", "Mme Anne GRAND");
	SECRETARY("Mme Anne GRAND est désignée en qualité de secrétaire de séance par le conseil municipal.", "Mme Anne GRAND");
	UNREAD("Il convient de nommer un secrétaire de séance ; Mme Anne GRAND est désignée membre du jury.", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
}

TEST(test_secretaries__two_behind_one_title)
{
	SECRETARY("Secrétaire de séance : L. MOREL, A. GRAND.", "L. MOREL; A. GRAND");
	SECRETARY("Secrétaire de séance : Luc MOREL - Anne GRAND.", "Luc MOREL; Anne GRAND");
	SECRETARY("Secrétaire de séance : Luc MOREL / Anne GRAND\n", "Luc MOREL; Anne GRAND");
	SECRETARY("Secrétaires de séance : Luc MOREL, Anne GRAND, adjoints.", "Luc MOREL; Anne GRAND");
	SECRETARY("Mme Anne GRAND et M. Luc MOREL ont été désignés secrétaires de séance.", "Mme Anne GRAND; M. Luc MOREL");
	SECRETARY("Sont désignés en qualité de secrétaire et secrétaire adjointe de séance : Luc MOREL et Anne GRAND.", "Luc MOREL");
	UNREAD("Secrétaire de séance : Luc MOREL, Anne GRAND présente les comptes.", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Secrétaire de séance : Luc MOREL Anne GRAND.", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
	/* Of her family name the list has lost a half: "Anne" alone is nobody. */
	UNREAD("Présents : Paul PETIT ; Anne ; Luc MOREL Secrétaire de séance : Anne GRAND Le maire remercie les élus", "seance.secretaires", FIELD_ILLISIBLE,
	       "sans nom lisible");
}

TEST(test_secretaries__of_the_staff)
{
	SECRETARY("Présents : M. PETIT, Mme GRAND.\nSecrétaire de séance :\n\nMme MOREL Odile – Directrice générale des services", "Mme MOREL Odile");
	SECRETARY("Présents : M. PETIT, Mme GRAND.\nSecrétaire de séance : Mme MOREL Odile.", "Mme MOREL Odile");
	UNREAD("Présents : M. PETIT, Mme GRAND.\nSecrétaire de séance : Mme MOREL.", "seance.secretaires", FIELD_ILLISIBLE, "pas dans la liste");
}

TEST(test_secretaries__named_by_a_decision_behind_the_head)
{
	const char *const decided = "Commune de Mirebois\nSéance du 12 mars 2024\n1. Nomination d'un secrétaire de séance\nVu le code ;\nle conseil, après en avoir délibéré,\n"
				    "- DESIGNE M. PETIT Paul, secrétaire de séance.\n2. Syndicat\nLe conseil élit Mme Anne GRAND secrétaire du syndicat.\n";

	secretary(decided, "M. PETIT Paul", __LINE__);
}

#define LISTED "Présents : Firmin Arbel, Odile Dorval, Paul Petit. Le quorum étant atteint, le maire ouvre la séance du conseil municipal. "
TEST(test_secretaries__in_small_letters_a_listed_member)
{
	SECRETARY(LISTED "Odile Dorval est désignée, à l'unanimité des présents, pour remplir les fonctions de secrétaire de séance.",
		  "Odile Dorval");
	SECRETARY(LISTED "Odile Dorval, conseillère municipale, a été désignée comme secrétaire de séance.", "Odile Dorval");
	SECRETARY(LISTED "Mme Odile Dorval, adjointe au maire, est désignée secrétaire de séance.", "Mme Odile Dorval");
	UNREAD(LISTED "Anne Grand est désignée pour remplir les fonctions de secrétaire.", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD(LISTED "Firmin Arbel, Odile Dorval, élus, sont désignés secrétaires de séance.", "seance.secretaires", FIELD_ILLISIBLE,
	       "sans nom lisible");
}

TEST(test_secretaries__named_twice_is_one)
{
	SECRETARY("Présents : M. DE LATTRE Vincent, Mme GRAND Anne.\nSecrétaire : M. DE LATTRE Vincent.\nVincent De Lattre est nommé secrétaire de séance.",
		  "M. DE LATTRE Vincent");
}

/* On one line the next words of the act are glued to the name. */
TEST(test_secretaries__cut_to_the_member)
{
	SECRETARY("Présents : Anne GRAND, Paul PETIT.\nSecrétaire de séance : Anne GRAND PLU/17-2023", "Anne GRAND");
}

TEST(test_secretaries__others)
{
	UNREAD("Secrétaire auxiliaire : M. PETIT", "seance.secretaires", FIELD_ABSENT, "aucun secrétaire");
	UNREAD("Assistait : Mme GRAND, Secrétaire Générale", "seance.secretaires", FIELD_ABSENT, "aucun secrétaire");
	UNREAD("Secrétaire de mairie : Mme GRAND", "seance.secretaires", FIELD_ABSENT, "aucun secrétaire");
}

TEST(test_secretaries__not_understood)
{
	UNREAD("Secrétaires de séance : Mme Anne GRAND Mairie M. Paul PETIT", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Secrétaire de séance : le plus jeune des membres", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Secrétaire de séance : GRAND - PETIT", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Présents : M. PETIT, Mme GRAND.\nSecrétaire de séance : M. MOREL", "seance.secretaires", FIELD_ILLISIBLE, "pas dans la liste des présents");
}

TEST(test_secretaries__behind_the_verb_that_names_him)
{
	SECRETARY("Il donne lecture des pouvoirs. Il nomme Luc Morel, secrétaire de séance. M. le maire expose.", "Luc Morel");
	SECRETARY("Le président propose la candidature de Luc MOREL, en qualité de secrétaire pour la séance. Vote : unanimité.", "Luc MOREL");
	SECRETARY("Le maire propose la candidature de Jean Luc MOREL\n\nen qualité de secrétaire pour la présente séance", "Jean Luc MOREL");
	SECRETARY("Le maire propose Mme Dorval comme secrétaire de séance. Mme Dorval décline. M. Luc MOREL est désigné secrétaire de séance.",
		  "M. Luc MOREL");
	SECRETARY("Il est proposé que le secrétariat de la présente séance soit assuré par M. MOREL. On passe au vote", "M. MOREL");
	UNREAD("Le maire propose de désigner le secrétaire de séance parmi les membres.", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
}

TEST(test_secretaries__in_the_next_sentence)
{
	SECRETARY("Il a été procédé, conformément à l'article L.2121-15 du code, à la nomination d'un secrétaire pris au sein du conseil. "
		  "Monsieur Luc MOREL est désigné pour remplir cette fonction.",
		  "Monsieur Luc MOREL");
	SECRETARY("Il est procédé à l'élection d'un secrétaire. Mme Anne GRAND, ayant obtenu la majorité des suffrages, a été désignée pour "
		  "remplir ces fonctions qu'elle a acceptées.",
		  "Mme Anne GRAND");
	SECRETARY("Secrétaire de séance M. Luc MOREL se porte volontaire pour remplir cette fonction.", "M. Luc MOREL");
	UNREAD("Il est procédé à la nomination d'un secrétaire. Mme Anne GRAND a été désignée déléguée au syndicat.", "seance.secretaires",
	       FIELD_ILLISIBLE, "sans nom lisible");
}

TEST(test_secretaries__with_his_commune_or_the_next_title)
{
	SECRETARY("Secrétaire de séance : Commune d'Orval-sur-Lorne - M. Morel Luc Pouvoirs : néant", "M. Morel Luc");
	SECRETARY("Secrétaire de séance : Luc Morel Approbation du procès-verbal de la séance de janvier", "Luc Morel");
	SECRETARY("Secrétaire de séance : Luc MOREL APPROBATION DU PROCÈS-VERBAL DE JANVIER", "Luc MOREL");
	SECRETARY("Mr Luc MOREL – GRAND a été nommé secrétaire de séance", "Mr Luc MOREL – GRAND");
	SECRETARY("Était présente Mme Anne GRAND, secrétaire de séance.", "Mme Anne GRAND");
	UNREAD("Excusée : Madame Anne GRAND, Secrétaire de séance En application du code, nul n'est désigné.", "seance.secretaires",
	       FIELD_ILLISIBLE, "sans nom lisible");
}

/* A suppléant who sits beside the members may be secretary; a name that mixes two members' names was not read well. */
TEST(test_secretaries__beside_the_list)
{
	SECRETARY("Présents : M. PETIT, Mme GRAND. Assistaient également : Mesdames DORVAL et NOIR, suppléantes.\n\nMadame Zoé DORVAL est "
		  "désignée secrétaire de séance.",
		  "Madame Zoé DORVAL");
	UNREAD("Présents : M. Paul PETIT, Mme Anne GRAND.\n\nM. Tolga PETIT a été désigné secrétaire de séance. Monsieur PETIT remercie.",
	       "seance.secretaires", FIELD_ILLISIBLE, "pas dans la liste des présents");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_secretaries__after_the_title),
		cmocka_unit_test(test_secretaries__before_the_title),
		cmocka_unit_test(test_secretaries__who_speaks_and_who_ends_the_list_is_none),
		cmocka_unit_test(test_secretaries__named_at_once_behind_the_title),
		cmocka_unit_test(test_secretaries__two_behind_one_title),
		cmocka_unit_test(test_secretaries__of_the_staff),
		cmocka_unit_test(test_secretaries__named_by_a_decision_behind_the_head),
		cmocka_unit_test(test_secretaries__in_small_letters_a_listed_member),
		cmocka_unit_test(test_secretaries__named_twice_is_one),
		cmocka_unit_test(test_secretaries__cut_to_the_member),
		cmocka_unit_test(test_secretaries__others),
		cmocka_unit_test(test_secretaries__not_understood),
		cmocka_unit_test(test_secretaries__behind_the_verb_that_names_him),
		cmocka_unit_test(test_secretaries__in_the_next_sentence),
		cmocka_unit_test(test_secretaries__with_his_commune_or_the_next_title),
		cmocka_unit_test(test_secretaries__beside_the_list),
	};

	return RUN(tests);
}
