/* SPDX-License-Identifier: EUPL-1.2 */
/* Body, level, collectivity, identifiers. */
#include "../../support/act_support.h"

#define CP_SEED                                                                                                                          \
	" Aide à l'association des Greniers partagés\n\nLe lundi 28 août 2023 à 14h20, les membres du Conseil départemental, régulièrement convoqués par M. ARGENTEL, " \
	"Président, se sont réunis à l'Hôtel du Département, sous sa présidence.\n\nLa Commission permanente\n\nVu le code général des collectivités territoriales, "  \
	"notamment l'article L. 3211-2 ;\n Expose :\n\nLe Département d’Auzelle-et-\nLorne soutient ces greniers.\n\nDécide :\n\n- d'approuver la convention entre le "   \
	"Département d’Auzelle-et-Lorne et l'association.\n\n"

static void organe(const char *text, const char *organe, const char *niveau, int line)
{
	struct act_case c;

	act_open(&c, text);
	act_text_at(&c, "organe", organe, line);
	act_text_at(&c, "niveau", niveau, line);
	act_close(&c);
}
#define ORGANE(text, o, n) organe((text), (o), (n), __LINE__)

TEST(test_identity__the_body_that_bears_the_verbs)
{
	struct act_case c;

	act_open(&c, CP_SEED);
	act_texte(&c, "organe", "commission_permanente");
	act_texte(&c, "niveau", "departement");
	act_texte(&c, "collectivite", "Département d’Auzelle-et-Lorne");
	assert_str(act_quote(&c, act_field(&c, "organe")->span), "Commission permanente");
	act_close(&c);
}

TEST(test_identity__two_bodies_with_verbs)
{
	struct act_case c;

	act_open(&c, CP_SEED "Le Conseil départemental, après en avoir délibéré, décide de voter ce crédit.\n");
	act_statut(&c, "organe", FIELD_AMBIGU);
	assert_contains(arena_dup(&c.a, act_field(&c, "organe")->raison).p, "deux organes");
	assert_int_equal(act_field(&c, "organe")->n, 2);
	act_statut(&c, "niveau", FIELD_ILLISIBLE);
	act_close(&c);
}

TEST(test_identity__levels)
{
	ORGANE("Le conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "conseil_municipal", "commune");
	ORGANE("Le conseil communautaire, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "conseil_communautaire", "epci");
	ORGANE("Le bureau communautaire, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "bureau_communautaire", "epci");
	ORGANE("Le conseil régional, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "conseil_regional", "region");
	ORGANE("Le comité syndical, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "comite_syndical", "syndicat");
	ORGANE("COMMISSION PERMANENTE DU CONSEIL RÉGIONAL\n\nLa commission permanente, après en avoir délibéré, DÉCIDE d'acheter.\n", "commission_permanente", "region");
}

TEST(test_identity__special_status_switches_the_level)
{
	ORGANE("CENTRE COMMUNAL D'ACTION SOCIALE\n\nLe conseil d'administration, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "autre", "autre");
	ORGANE("COLLECTIVITÉ EUROPÉENNE D'ALSACE\n\nLa commission permanente, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "commission_permanente", "autre");
	ORGANE("Le Conseil de Paris, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "autre", "autre");
	/* a partner is not the author */
	ORGANE("Séance du 12 mars 2024\n\nSubvention au centre communal d'action sociale\n\nLe conseil municipal, après en avoir délibéré, DÉCIDE de verser 500 €.\n", "conseil_municipal",
	       "commune");
}

TEST(test_identity__another_assembly_told_in_the_past)
{
	ORGANE("Le comité syndical a approuvé ce projet.\n\nLe conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE d'adhérer.\n", "conseil_municipal", "commune");
}

static void named(const char *text, const char *want, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (want != NULL)
		act_text_at(&c, "collectivite", want, line);
	else if (act_field(&c, "collectivite")->statut == FIELD_LU)
		fail_msg("line %d: %.*s", line, STR_ARG(act_field(&c, "collectivite")->texte));
	act_close(&c);
}
#define NAMED(text, want) named((text), (want), __LINE__)
#define DECIDES "Le conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n"

TEST(test_identity__collectivity)
{
	NAMED("COMMUNE DE MIREBOIS-SUR-LORNE\n\n" DECIDES, "COMMUNE DE MIREBOIS-SUR-LORNE");
	NAMED("DEPARTEMENT DU HAUT-AUBRAC COMMUNE D'IZERAC Séance du 12 mars 2024 " DECIDES, "COMMUNE D'IZERAC");
	NAMED("Commune de Saint-Aubrac le Vieux\n\n" DECIDES, "Commune de Saint-Aubrac le Vieux");
	NAMED("Ville de Vaucroze LUNDI 4 MARS 2024 " DECIDES "La Ville de Vaucroze signera.\n", "Ville de Vaucroze");
	/* said once, as a partner */
	NAMED("Séance du 12 mars 2024\n\n" DECIDES "La convention est signée avec la commune de Langeverne.\n", NULL);
	NAMED("COMMUNE DE MIREBOIS\n\nCommune de LANGEVERNE\n\n" DECIDES, NULL);
}

TEST(test_identity__stamp)
{
	struct act_case c;

	act_open(&c, "Envoyé en préfecture le 21/10/2024\nID : 029-200054724-20241016-DE2024_110-DE\n\n" DECIDES "ID : 029-200054724-20241016-DE2024 110-DE\n");
	act_texte(&c, "identifiant", "029-200054724-20241016-DE2024_110-DE");
	act_texte(&c, "siren", "200054724");
	act_close(&c);
}

TEST(test_identity__stamp_without_its_label)
{
	struct act_case c;

	act_open(&c, "Accusé de réception – Ministère de l’intérieur\n 034-213401722-20140405-0000070899-DE\n\n" DECIDES);
	act_texte(&c, "identifiant", "034-213401722-20140405-0000070899-DE");
	act_close(&c);
}

TEST(test_identity__footer_and_none)
{
	struct act_case c;

	act_open(&c, DECIDES "ID : CP20231620\n");
	act_texte(&c, "identifiant", "CP20231620");
	act_statut(&c, "siren", FIELD_ILLISIBLE);
	act_close(&c);
	act_open(&c, DECIDES "Tél : 05 61 00 00 00\n");
	act_statut(&c, "identifiant", FIELD_ILLISIBLE);
	act_close(&c);
}

TEST(test_identity__two_stamps_disagree)
{
	struct act_case c;

	act_open(&c, "ID : 029-200054724-20241016-DE2024_110-DE\n\n" DECIDES "ID : 029-200054724-20241016-DE2024_111-DE\n");
	act_statut(&c, "identifiant", FIELD_AMBIGU);
	act_texte(&c, "siren", "200054724");
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_identity__the_body_that_bears_the_verbs),
		cmocka_unit_test(test_identity__two_bodies_with_verbs),
		cmocka_unit_test(test_identity__levels),
		cmocka_unit_test(test_identity__special_status_switches_the_level),
		cmocka_unit_test(test_identity__another_assembly_told_in_the_past),
		cmocka_unit_test(test_identity__collectivity),
		cmocka_unit_test(test_identity__stamp),
		cmocka_unit_test(test_identity__stamp_without_its_label),
		cmocka_unit_test(test_identity__footer_and_none),
		cmocka_unit_test(test_identity__two_stamps_disagree),
	};

	return RUN(tests);
}
