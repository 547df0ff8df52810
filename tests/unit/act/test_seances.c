/* SPDX-License-Identifier: EUPL-1.2 */
/* Several extracts in one file: the same head again changes nothing, another one makes the séance AMBIGU. */
#include "../../support/act_support.h"

#define TITLE(body, day) "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU " body "\n\nSéance du " day "\n\n"
#define COUNTS(n, here, votants) "Membres en exercice : " n "\nPrésents : " here "\nVotants : " votants "\n\n"
#define OPENING(words, body) \
	"L'an deux mille vingt-quatre, le " words " à vingt heures, le " body " s'est réuni à la mairie, sous la " \
	"présidence de Mme Aude FLORIVAL, Maire.\n\n"
#define FIVE \
	"Étaient présents : Mme Aude FLORIVAL, M. Bruno TANCARVAL, Mme Cléo MARDEUIL, M. Denis OURCELLE, Mme Elsa " \
	"QUINTREVAL.\n\n"
#define THREE "Étaient présents : Mme Aude FLORIVAL, M. Bruno TANCARVAL, Mme Cléo MARDEUIL.\n\n"
#define REST \
	"Vu le code général des collectivités territoriales ;\n\nLe conseil, après en avoir délibéré, par 5 voix pour, " \
	"DÉCIDE d'acheter le pré.\n\nFait et délibéré les jour, mois et an susdits.\n\n"
#define MUNICIPAL "CONSEIL MUNICIPAL"
#define FIRST \
	TITLE(MUNICIPAL, "14 mars 2024") \
	"Délibération n° 2024-11\n\n" COUNTS("9", "5", "5") OPENING("quatorze mars", "conseil municipal") FIVE REST

TEST(test_seances__the_same_head_again_changes_nothing)
{
	struct act_case c;

	act_open(&c, FIRST TITLE(MUNICIPAL, "14 mars 2024") "Délibération n° 2024-12\n\n" COUNTS("9", "5", "5")
			     OPENING("quatorze mars", "conseil municipal") FIVE REST);
	assert_int_equal(c.r->actes_n, 2);
	act_texte(&c, "seance.date", "2024-03-14");
	act_nombre(&c, "effectif", 9);
	act_nombre(&c, "presents_annonces", 5);
	act_nombre(&c, "votants_annonces", 5);
	act_statut(&c, "presents", FIELD_LU);
	act_statut(&c, "organe", FIELD_LU);
	act_close(&c);
}

static void another_day(const char *between)
{
	struct act_case c;

	act_begin(&c);
	act_bytes(&c, arena_printf(&c.a, "%s%s%s", FIRST, between,
				   TITLE(MUNICIPAL, "11 avril 2024") "Délibération n° 2024-019\n\n" COUNTS("9", "3", "3")
					   OPENING("onze avril", "conseil municipal") THREE REST));
	assert_non_null(c.r);
	act_statut(&c, "seance.date", FIELD_AMBIGU);
	act_nombre(&c, "effectif", 9);
	act_statut(&c, "presents_annonces", FIELD_AMBIGU);
	act_statut(&c, "votants_annonces", FIELD_AMBIGU);
	act_statut(&c, "presents", FIELD_AMBIGU);
	act_statut(&c, "acte.presents", FIELD_AMBIGU);
	act_statut(&c, "pouvoirs", FIELD_AMBIGU);
	assert_true(str_find(act_field(&c, "seance.date")->raison, STR("deux séances dans le fichier"), 0) == 0);
	act_close(&c);
}

TEST(test_seances__another_day)
{
	another_day("");
	another_day("\f");
}

TEST(test_seances__another_number_in_office)
{
	struct act_case c;

	act_open(&c, FIRST "Délibération n° 2024-12\n\n" COUNTS("12", "5", "5") FIVE REST);
	act_statut(&c, "effectif", FIELD_AMBIGU);
	act_statut(&c, "presents", FIELD_AMBIGU);
	act_close(&c);
}

TEST(test_seances__another_body)
{
	struct act_case c;

	act_open(&c, FIRST TITLE("CONSEIL COMMUNAUTAIRE", "14 mars 2024") "Délibération n° 2024-12\n\n" REST);
	act_statut(&c, "organe", FIELD_AMBIGU);
	act_statut(&c, "presents", FIELD_AMBIGU);
	act_close(&c);
}

TEST(test_seances__a_citation_is_no_head)
{
	struct act_case c;

	act_open(&c, FIRST "Le procès-verbal de la séance du 8 février 2024 est approuvé.\n\nLe syndicat du Val compte 30 "
			   "membres et s'est réuni le 3 mars 2024.\n\n");
	act_texte(&c, "seance.date", "2024-03-14");
	act_nombre(&c, "effectif", 9);
	act_statut(&c, "presents", FIELD_LU);
	act_close(&c);
}

static void minutes_inside(const char *object, enum field_status status)
{
	struct act_case c;
	char text[600];

	snprintf(text, sizeof text, "Syndicat des eaux de Mirebois | Comité syndical | Rapport COMITÉ SYNDICAL MARDI 4 FÉVRIER 2024 Rapporteur : M. Denis OURCELLE "
		 "Objet : %s Après en avoir délibéré, les membres du comité décident à l'unanimité d'acheter le pré.", object);
	act_open(&c, text);
	act_statut(&c, "seance.date", status);
	act_close(&c);
}

TEST(test_seances__minutes_as_the_matter_of_a_report)
{
	minutes_inside("Procès-verbal du comité syndical du mardi 17 décembre 2023 1- Approbation du procès-verbal du 15 octobre 2023.", FIELD_AMBIGU);
	minutes_inside("Compte rendu de la séance du 17/12/2023 1. Budget.", FIELD_AMBIGU);
	minutes_inside("Procès-verbal du comité syndical du 4 février 2024 1- Budget.", FIELD_LU);
	minutes_inside("Achat d'un pré décidé le 17 décembre 2023 1- Budget.", FIELD_LU);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_seances__the_same_head_again_changes_nothing),
		cmocka_unit_test(test_seances__another_day),
		cmocka_unit_test(test_seances__another_number_in_office),
		cmocka_unit_test(test_seances__another_body),
		cmocka_unit_test(test_seances__a_citation_is_no_head),
		cmocka_unit_test(test_seances__minutes_as_the_matter_of_a_report),
	};

	return RUN(tests);
}
