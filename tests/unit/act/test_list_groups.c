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
	      NULL, "M. Léon SIMON; Mme Aude ROUX; M. Jean VIAL", "M. Jean VIAL > M. Paul PETIT");
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_list_groups__the_title_behind_a_holder_is_no_name_of_his),
		cmocka_unit_test(test_list_groups__a_colon_behind_the_civility),
		cmocka_unit_test(test_list_groups__a_holder_whose_first_name_is_an_a),
	};

	return RUN(tests);
}
