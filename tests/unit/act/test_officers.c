/* SPDX-License-Identifier: EUPL-1.2 */
/* The chair and the secretary: where they are named, and who is not one. */
#include "../../support/people_support.h"

#define ACT(head) "Commune de Mirebois\nSéance du 12 mars 2024\n" head "\n\nVu le code général ;\n\nLe conseil, après en avoir délibéré, DÉCIDE de payer.\n"

static void chair(const char *text, const char *name, int line)
{
	for (int flat = 0; flat < 2; flat++) {
		struct act_case c;

		act_begin(&c);
		act_bytes(&c, str_c(flat ? act_flat(&c, text) : text));
		act_text_at(&c, "seance.president", name, line);
		act_close(&c);
	}
}
#define CHAIR(head, name) chair(ACT(head), name, __LINE__)

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

static void unread(const char *text, const char *name, enum field_status status, const char *why, int line)
{
	struct act_case c;

	act_open(&c, text);
	people_why_at(&c, name, status, why, line);
	act_close(&c);
}
#define UNREAD(head, name, status, why) unread(ACT(head), name, status, why, __LINE__)

TEST(test_officers__chair_after_the_words)
{
	CHAIR("Le conseil s'est réuni sous la présidence de M. Paul PETIT, maire.", "Paul PETIT");
	CHAIR("Le conseil s'est réuni sous la Présidence de Monsieur le Maire, Paul PETIT.", "Paul PETIT");
	CHAIR("Réuni sous la présidence de son Maire, Paul PETIT.", "Paul PETIT");
	CHAIR("Réuni sous la présidence de Monsieur le doyen d'âge de l'Assemblée, Luc D'ORVAL.", "Luc D'ORVAL");
	CHAIR("Réuni sous la présidence de Mme GRAND Anne, 1ère adjointe au maire.", "GRAND Anne");
	CHAIR("Présidence : Mme GRAND", "GRAND");
	CHAIR("Président : Paul PETIT, Maire", "Paul PETIT");
}

TEST(test_officers__chair_named_before)
{
	CHAIR("Les membres, régulièrement convoqués par Mme  LE\nGALL, Présidente, se sont réunis sous sa présidence.", "LE GALL");
}

TEST(test_officers__chair_named_twice)
{
	CHAIR("Sous la présidence de M. Paul PETIT. La séance est ouverte sous la présidence de Paul PETIT.", "Paul PETIT");
	UNREAD("Sous la présidence de M. PETIT. Puis sous la présidence de Mme GRAND.", "seance.president", FIELD_AMBIGU, "deux présidences");
}

TEST(test_officers__chair_without_a_name)
{
	UNREAD("Le conseil s'est réuni sous la présidence de Mme la Maire.", "seance.president", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Le conseil s'est réuni sous la présidence de M. LE MAIRE.", "seance.president", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Convoqués par le maire, ils se sont réunis sous sa présidence.", "seance.president", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Le conseil s'est réuni.", "seance.president", FIELD_ABSENT, "aucune présidence");
}

TEST(test_officers__secretary_after_the_title)
{
	SECRETARY("Secrétaire de séance : M. Paul PETIT", "M. Paul PETIT");
	SECRETARY("Secrétaire : Mme GRAND.", "Mme GRAND");
	SECRETARY("Secrétaire élue pour la session : Anne GRAND", "Anne GRAND");
	SECRETARY("Élue secrétaire de séance : Anne GRAND", "Anne GRAND");
	SECRETARY("Secrétaires de séance : M. PETIT et Mme GRAND.", "M. PETIT; Mme GRAND");
	SECRETARY("Le conseil a choisi pour secrétaire : Mme Anne GRAND", "Mme Anne GRAND");
}

TEST(test_officers__secretary_before_the_title)
{
	SECRETARY("Mme Anne GRAND a été désignée secrétaire de séance.", "Mme Anne GRAND");
	SECRETARY("Monsieur Paul PETIT a été nommé secrétaire de séance.", "Monsieur Paul PETIT");
	SECRETARY("Désignation du secrétaire de séance\n\nMadame Grand est nommée secrétaire de séance", "Madame Grand");
	SECRETARY("Le quorum étant atteint, M. Luc MOREL a été désigné pour assurer les fonctions de Secrétaire, qu'il a acceptées.", "M. Luc MOREL");
	SECRETARY("DÉSIGNE, à l'unanimité, Anne GRAND secrétaire de séance,", "Anne GRAND");
	SECRETARY("Secrétaire de séance\nEn application de l'article L. 2121-15 du code, Madame Anne GRAND a été désignée secrétaire de séance.",
		  "Madame Anne GRAND");
}

TEST(test_officers__secretary_named_twice_is_one)
{
	SECRETARY("Présents : M. DE LATTRE Vincent, Mme GRAND Anne.\nSecrétaire : M. DE LATTRE Vincent.\nVincent De Lattre est nommé secrétaire de séance.",
		  "M. DE LATTRE Vincent");
}

/* On one line the next words of the act are glued to the name. */
TEST(test_officers__secretary_cut_to_the_member)
{
	SECRETARY("Présents : Anne GRAND, Paul PETIT.\nSecrétaire de séance : Anne GRAND PLU/17-2023", "Anne GRAND");
}

TEST(test_officers__other_secretaries)
{
	UNREAD("Secrétaire auxiliaire : M. PETIT", "seance.secretaires", FIELD_ABSENT, "aucun secrétaire");
	UNREAD("Assistait : Mme GRAND, Secrétaire Générale", "seance.secretaires", FIELD_ABSENT, "aucun secrétaire");
	UNREAD("Secrétaire de mairie : Mme GRAND", "seance.secretaires", FIELD_ABSENT, "aucun secrétaire");
}

TEST(test_officers__secretary_not_understood)
{
	UNREAD("Secrétaire de séance : le plus jeune des membres", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Secrétaire de séance : GRAND - PETIT", "seance.secretaires", FIELD_ILLISIBLE, "sans nom lisible");
	UNREAD("Présents : M. PETIT, Mme GRAND.\nSecrétaire de séance : M. MOREL", "seance.secretaires", FIELD_ILLISIBLE, "pas dans la liste des présents");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_officers__chair_after_the_words),
		cmocka_unit_test(test_officers__chair_named_before),
		cmocka_unit_test(test_officers__chair_named_twice),
		cmocka_unit_test(test_officers__chair_without_a_name),
		cmocka_unit_test(test_officers__secretary_after_the_title),
		cmocka_unit_test(test_officers__secretary_before_the_title),
		cmocka_unit_test(test_officers__secretary_named_twice_is_one),
		cmocka_unit_test(test_officers__secretary_cut_to_the_member),
		cmocka_unit_test(test_officers__other_secretaries),
		cmocka_unit_test(test_officers__secretary_not_understood),
	};

	return RUN(tests);
}
