/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands around and between the names of lists: titles behind them, civilities with a colon, communes, substitutes, notes. */
#include "../../support/people_support.h"

#define HERE "Présents : M. Paul PETIT, Mme Anne GRAND, M. Luc MOREL.\n"

static void lists(const char *text, const char *presents, const char *absents, const char *pouvoirs, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (presents != NULL)
		people_list_at(&c, "presents", presents, line);
	if (absents != NULL)
		people_list_at(&c, "absents", absents, line);
	if (pouvoirs != NULL)
		people_list_at(&c, "pouvoirs", pouvoirs, line);
	act_close(&c);
}
#define LISTS(text, presents, absents, pouvoirs) lists(EXTRACT(text), presents, absents, pouvoirs, __LINE__)

static void unread(const char *text, const char *name, int line)
{
	struct act_case c;

	act_open(&c, text);
	act_status_at(&c, name, FIELD_ILLISIBLE, line);
	act_close(&c);
}
#define UNREAD(text, name) unread(EXTRACT(text), name, __LINE__)

TEST(test_list_groups__the_title_behind_a_holder_is_no_name_of_his)
{
	LISTS(HERE "Pouvoir : M. VIAL donne pouvoir à M. PETIT\n\nDESIGNATION DU SECRETAIRE DE SEANCE\n\nLe conseil désigne.\n", NULL, NULL,
	      "M. VIAL > M. PETIT");
	UNREAD(HERE "Pouvoir : M. VIAL donne pouvoir à M. PETIT\n\nETUDE DE LA CONVENTION\n\nLe conseil étudie.\n", "pouvoirs");
	LISTS(HERE "Pouvoir : Mme VIAL a donné pouvoir à Mme GRAND\nAPPROBATION DU PROCES-VERBAL\n", NULL, NULL, "Mme VIAL > Mme GRAND");
	UNREAD(HERE "Pouvoir : M. VIAL donne pouvoir à M. PETIT DOSSIER DU CONSEIL MUNICIPAL\n\nLe conseil étudie.\n", "pouvoirs");
	LISTS(HERE "Procurations : M. Jean VIAL à M. Paul PETIT.\nExcusés : M. Léon SIMON ; Mme Aude ROUX.\n\n1- COMMUNICATIONS\n\n1\n\nComme annoncé.\n",
	      NULL, "M. Jean VIAL; M. Léon SIMON; Mme Aude ROUX", "M. Jean VIAL > M. Paul PETIT");
}

TEST(test_list_groups__a_colon_behind_the_civility)
{
	LISTS("Présents : M. PETIT Paul, Maire, Mmes : GRAND Anne, ROUX Léa, MM : MOREL Luc, DE LA TOUR Jean\n",
	      "M. PETIT Paul; GRAND Anne; ROUX Léa; MOREL Luc; DE LA TOUR Jean", NULL, "");
	LISTS("Présents : Mmes: GRAND Anne, ROUX Léa, MM: MOREL Luc, PETIT Paul\n", "GRAND Anne; ROUX Léa; MOREL Luc; PETIT Paul", NULL, "");
	LISTS("Présents : MM : PETIT Paul, MOREL Luc ; Mmes : GRAND Anne, ROUX Léa ; Mlle : VIAL Zoé\n",
	      "PETIT Paul; MOREL Luc; GRAND Anne; ROUX Léa; VIAL Zoé", NULL, "");
	LISTS(HERE "Absents : Mme ROUX Léa, MM : SIMON Marc, VIAL Zoé\n", NULL, "Mme ROUX Léa; SIMON Marc; VIAL Zoé", "");
}

TEST(test_list_groups__a_holder_whose_first_name_is_an_a)
{
	LISTS("Présents : M. Paul PETIT, A. GRAND, A. MOREL, L. ROUX.\nProcurations : C. VIAL à A. GRAND, Z. SIMON à A. MOREL\n", NULL, NULL,
	      "C. VIAL > A. GRAND; Z. SIMON > A. MOREL");
}

#define EPCI "Communauté de communes du Pays de Mirebois\n\nLe conseil communautaire, légalement convoqué, s'est réuni sous la présidence de M. VIAL.\n\n"

static void grouped(const char *text, const char *presents, const char *absents, int line)
{
	struct act_case c;

	act_open(&c, text);
	people_list_at(&c, "presents", presents, line);
	if (absents != NULL)
		people_list_at(&c, "absents", absents, line);
	act_close(&c);
}
#define GROUPED(text, presents, absents) grouped(EPCI text "\nSecrétaire de séance : M. PETIT\n\nObjet : le lavoir\n", presents, absents, __LINE__)

TEST(test_list_groups__communes_before_their_delegates)
{
	GROUPED("Étaient présents :\nCommune de TOURNELLE : Madame Anne GRAND, Messieurs Paul PETIT, Luc MOREL Commune d'ORVAL : Messieurs Marc VIAL, Jean ROUX "
		"Commune de : Madame Zoé SIMON Commune de SAINT LOIN SUR ORNE : Commune de LA RIVE-AUX-LOUPS : Monsieur Léon GRISOL\n",
		"Madame Anne GRAND; Paul PETIT; Luc MOREL; Marc VIAL; Jean ROUX; Madame Zoé SIMON; Monsieur Léon GRISOL", NULL);
	GROUPED("Étaient présents :\nCDC DU PAYS DE MIREBOIS :GRAND Anne (T), PETIT Paul (T).\nCC DE LA HAUTE ORNE : MOREL Luc (T), ROUX Jean (S).\n",
		"GRAND Anne; PETIT Paul; MOREL Luc; ROUX Jean", NULL);
	GROUPED("Présents :\nVILLE DE TOURNELLE : Paul PETIT, Anne GRAND\nCOMMUNE DE LA RIVE : Luc MOREL\n", "Paul PETIT; Anne GRAND; Luc MOREL", NULL);
}

TEST(test_list_groups__communes_behind_their_delegates)
{
	GROUPED("Étaient présents :\nM. GRISOL, M. PETIT et Mme GRAND pour TOURNELLE\nMM MOREL et ROUX pour LA RIVE AUX LOUPS\nM. M. ROUX pour ORVAL\nMme DORVAL et M. ARBEL pour VALOIRE\n\n"
		"Absent excusé : M. SIMON pour VALOIRE\n",
		"M. GRISOL; M. PETIT; Mme GRAND; MOREL; ROUX; M. M. ROUX; Mme DORVAL; M. ARBEL", "M. SIMON");
	/* In a commune nobody sits for a place. */
	UNREAD("Présents : M. PETIT, Mme GRAND pour M. MOREL, M. ROUX.\n", "presents");
}

TEST(test_list_groups__substitutes_in_a_list_of_their_own)
{
	GROUPED("Étaient présents :\nDélégués titulaires : M Petit J, M Morel, Mme Grand,\nM Roux.\nDélégués suppléants ayant pouvoir de son titulaire : M Vial "
		"(suppléant de M Simon),\nM Grisol (suppléant de Mme Dorval).\nÉtaient absents : M Simon, Mme Dorval.\n",
		"M Petit J; M Morel; Mme Grand; M Roux; M Vial; M Grisol", "M Simon; Mme Dorval");
	GROUPED("Étaient présents : Délégués titulaires (3) : PETIT Paul, GRAND Anne, MOREL Luc\n\nDélégués suppléants (2) : VIAL Marc, ROUX Jean\n",
		"PETIT Paul; GRAND Anne; MOREL Luc; VIAL Marc; ROUX Jean", NULL);
	GROUPED("Étaient présents : PETIT Paul (ayant la suppléance de SIMON Zoé), GRAND Anne, MOREL Luc.\n", "PETIT Paul; GRAND Anne; MOREL Luc", NULL);
	GROUPED("Présents : PETIT Paul (Tournelle), GRAND Anne, SIMON Zoé (Orval) représentée par sa suppléante VIAL Léa MOREL Luc (La Rive) représenté par son suppléant "
		"ROUX Jean\n", "PETIT Paul; GRAND Anne; VIAL Léa; ROUX Jean", NULL);
	GROUPED("Présents : M. PETIT, Mme GRAND, M. SIMON (représenté par sa suppléante Mme VIAL), M. MOREL\n", "M. PETIT; Mme GRAND; Mme VIAL; M. MOREL", NULL);
	GROUPED("Présents : M. PETIT, Mme GRAND, M. MOREL.\nAbsents excusés : Mme SIMON remplacée par sa suppléante Mme GRAND, M. VIAL remplacé par son suppléant M. MOREL\n",
		"M. PETIT; Mme GRAND; M. MOREL", "Mme SIMON; M. VIAL");
}

TEST(test_list_groups__the_chair_by_his_title)
{
	LISTS("Présents : M. le Maire, M. PETIT, Mme GRAND, M. ROUX\n", "M. PETIT; Mme GRAND; M. ROUX", NULL, "");
	LISTS("Présents : M. le Maire* M. PETIT* Mme GRAND* M. ROUX*\n", "M. PETIT; Mme GRAND; M. ROUX", NULL, "");
	UNREAD("Présents : M. le Maire de Tournelle et d'autres, M. PETIT\n", "presents");
}

TEST(test_list_groups__numbers_in_a_column_of_their_own)
{
	LISTS("Présents : 1. PETIT Paul 2. GRAND Anne 3. 4. 5. MOREL Luc ROUX Jean VIAL Marc\nSecrétaire : M. PETIT Paul\n",
	      "PETIT Paul; GRAND Anne; MOREL Luc; ROUX Jean; VIAL Marc", NULL, "");
	UNREAD("Présents : 1. PETIT Paul 2. GRAND Anne 3. 4. 5. 6. MOREL Luc ROUX Jean VIAL Marc\nSecrétaire : M. PETIT Paul\n", "presents");
}

TEST(test_list_groups__proxies_in_other_words)
{
	LISTS(HERE "Avait remis procuration : M. VIAL à M. PETIT\n", NULL, "M. VIAL", "M. VIAL > M. PETIT");
	LISTS(HERE "Avaient remis pouvoir : M. VIAL à M. PETIT, Mme ROUX à Mme GRAND\n", NULL, NULL, "M. VIAL > M. PETIT; Mme ROUX > Mme GRAND");
	LISTS("Présents : PETIT Paul, GRAND Anne, MOREL Luc.\nAbsents avec procuration :\nVIAL Marc (PETIT Paul) – ROUX Zoé (GRAND Anne)\n", NULL,
	      "VIAL Marc; ROUX Zoé", "VIAL Marc > PETIT Paul; ROUX Zoé > GRAND Anne");
	LISTS("Présents : PETIT Paul, GRAND Anne, MOREL Luc.\nProcurations : de VIAL Marc à PETIT Paul, de ROUX Zoé à GRAND Anne, et de SIMON Léa à MOREL Luc\n",
	      NULL, NULL, "VIAL Marc > PETIT Paul; ROUX Zoé > GRAND Anne; SIMON Léa > MOREL Luc");
	/* "de" of a name stays. */
	LISTS("Présents : PETIT Paul, GRAND Anne.\nProcurations : de VIAL Marc à PETIT Paul, ROUX Zoé à GRAND Anne\n", NULL, NULL,
	      "de VIAL Marc > PETIT Paul; ROUX Zoé > GRAND Anne");
	LISTS("Membres en exercice : 5\nPrésents : PETIT Paul (ayant la procuration de VIAL Marc), GRAND Anne, MOREL Luc.\n", NULL, NULL, "VIAL Marc > PETIT Paul");
	/* Who else is absent is said nowhere. */
	UNREAD("Présents : PETIT Paul (ayant la procuration de VIAL Marc), GRAND Anne, MOREL Luc.\n", "absents");
}

TEST(test_list_groups__surnames_alone)
{
	LISTS("Présents : M. PETIT, GRAND, ROUX, MOREL Mme SIMON, M. VIAL\n", "M. PETIT; GRAND; ROUX; MOREL; Mme SIMON; M. VIAL", NULL, "");
	/* One between two civilities may be a commune. */
	UNREAD("Présents : M. PETIT, GRAND, Mme SIMON, M. VIAL\n", "presents");
}

TEST(test_list_groups__a_civility_that_a_number_cuts_from_its_name)
{
	UNREAD(HERE "Excusé sans pouvoir : M. 12/03/2024 MOREL\n", "absents");
	UNREAD(HERE "Absents : Mme ROUX, M. 2 VIAL\n", "absents");
}

TEST(test_list_groups__the_parts_of_a_tally_are_no_heading)
{
	LISTS(HERE "Absents : Mme ROUX Zoé, M. VIAL Marc.\nSecrétaire de séance : M. Paul PETIT\nAccepté à la majorité : 11 pour (7 + 4 procurations) et 4 contre (3 + 1 "
	      "procuration : L. Morel, P. Petit).\n", NULL, "Mme ROUX Zoé; M. VIAL Marc", "");
}

TEST(test_list_groups__a_couple_of_absents_is_two)
{
	struct act_case c;

	LISTS(HERE "Absents : M. VIAL, Mme ROUX, Mme VIAL\n", NULL, "M. VIAL; Mme ROUX; Mme VIAL", "");
	LISTS(HERE "Absents : M. VIAL, Mme ROUX\nPouvoir : M. VIAL à M. PETIT\n", NULL, "M. VIAL; Mme ROUX", "M. VIAL > M. PETIT");
	act_open(&c, EXTRACT(HERE "Absents : MM. ROUX, VIAL, SIMON Mme VIAL\n"));
	people_why_at(&c, "absents", FIELD_AMBIGU, "deux fois", __LINE__);
	act_close(&c);
}

TEST(test_list_groups__a_row_that_counts_ends_the_list)
{
	LISTS("Présents : PETIT Paul, GRAND Anne ;\n• Excusées : ROUX Zoé, VIAL Léa et SIMON Marc ;\n• Effectif valable : 10 + 5 procurations\n• Secrétaire : GRAND Anne\n",
	      "PETIT Paul; GRAND Anne", "ROUX Zoé; VIAL Léa; SIMON Marc", "");
	LISTS("8 + 2 procurations\n\nÉtaient présents : PETIT Paul, GRAND Anne.\n", "PETIT Paul; GRAND Anne", NULL, NULL);
}

TEST(test_list_groups__notes_behind_a_name)
{
	LISTS("Présents : M. PETIT, Mme GRAND (sort à 21 h 05), M. ROUX (a rejoint la séance à 19 h), M. VIAL\n",
	      "M. PETIT; Mme GRAND <|sort à 21 h 05>; M. ROUX <a rejoint la séance à 19 h|>; M. VIAL", NULL, NULL);
	/* She is there from then on. */
	LISTS("Présents : M. PETIT, Mme GRAND (excusée jusqu'à 19 h 30), M. ROUX (absent à partir de 21 h), M. VIAL\n",
	      "M. PETIT; Mme GRAND <jusqu'à 19 h 30|>; M. ROUX <|à partir de 21 h>; M. VIAL", NULL, NULL);
	LISTS(HERE "Absents : M. VIAL (excusé jusqu'à 19 h 30), Mme ROUX\n", NULL, "M. VIAL <|jusqu'à 19 h 30>; Mme ROUX", NULL);
	LISTS("Présents : M. PETIT (1), Mme GRAND (*), M. ROUX (en visioconférence), M. VIAL (2), Mme DORVAL\n",
	      "M. PETIT; Mme GRAND; M. ROUX; M. VIAL; Mme DORVAL", NULL, NULL);
	LISTS("Présents : M. PETIT, Cons. mun., Mme GRAND, Conseil. munic., M. ROUX, Adj.\n", "M. PETIT; Mme GRAND; M. ROUX", NULL, NULL);
}

TEST(test_list_groups__a_count_before_the_names)
{
	LISTS("Nombre de conseillers présents : 3 : PETIT Paul, GRAND Anne, ROUX Zoé ;\nExcusés : VIAL Marc\n", "PETIT Paul; GRAND Anne; ROUX Zoé", "VIAL Marc", "");
	LISTS("Étaient présents(es) :1\nPETIT Paul, GRAND Anne, ROUX Zoé.\n", "PETIT Paul; GRAND Anne; ROUX Zoé", NULL, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_list_groups__the_title_behind_a_holder_is_no_name_of_his),
		cmocka_unit_test(test_list_groups__a_colon_behind_the_civility),
		cmocka_unit_test(test_list_groups__a_holder_whose_first_name_is_an_a),
		cmocka_unit_test(test_list_groups__communes_before_their_delegates),
		cmocka_unit_test(test_list_groups__communes_behind_their_delegates),
		cmocka_unit_test(test_list_groups__substitutes_in_a_list_of_their_own),
		cmocka_unit_test(test_list_groups__the_chair_by_his_title),
		cmocka_unit_test(test_list_groups__numbers_in_a_column_of_their_own),
		cmocka_unit_test(test_list_groups__proxies_in_other_words),
		cmocka_unit_test(test_list_groups__surnames_alone),
		cmocka_unit_test(test_list_groups__a_civility_that_a_number_cuts_from_its_name),
		cmocka_unit_test(test_list_groups__the_parts_of_a_tally_are_no_heading),
		cmocka_unit_test(test_list_groups__a_couple_of_absents_is_two),
		cmocka_unit_test(test_list_groups__a_row_that_counts_ends_the_list),
		cmocka_unit_test(test_list_groups__notes_behind_a_name),
		cmocka_unit_test(test_list_groups__a_count_before_the_names),
	};

	return RUN(tests);
}
