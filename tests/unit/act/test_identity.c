/* SPDX-License-Identifier: EUPL-1.2 */
/* Body, level, collectivity, identifiers. */
#include "../../support/act_support.h"

#define CP_SEED                                                                                                            \
	" Aide à l'association des Greniers partagés\n\nLe lundi 28 août 2023 à 14h20, les membres du Conseil "        \
	"départemental, régulièrement convoqués par M. ARGENTEL, "                                                     \
	"Président, se sont réunis à l'Hôtel du Département, sous sa présidence.\n\nLa Commission permanente\n\nVu " \
	"le code général des collectivités territoriales, "                                                             \
	"notamment l'article L. 3211-2 ;\n Expose :\n\nLe Département d’Auzelle-et-\nLorne soutient ces "               \
	"greniers.\n\nDécide :\n\n- d'approuver la convention entre le "                                                  \
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

#define MET                                                                                                      \
	"Le lundi 28 août 2023 à 14h20, les membres du Conseil départemental se sont réunis à l'Hôtel du " \
	"Département.\n\n"

TEST(test_identity__the_body_named_alone_in_its_paragraph)
{
	ORGANE(MET "La Commission permanente\n\n Expose :\n\nLe Département soutient ces greniers.\n\nDécide :\n",
	       "commission_permanente", "departement");
	ORGANE(MET "La Commission permanente\n\nLe Département soutient ces greniers.\n\nDécide :\n",
	       "commission_permanente", "departement");
}

/* Who met is not always who decides. */
TEST(test_identity__only_the_meeting_is_told)
{
	struct act_case c;

	ORGANE(MET "Vu le code de commerce ;\n\nDécide :\n", "conseil_departemental", "departement");
	act_open(&c, MET "Vu la délibération portant délégation à la commission permanente ;\n\nDécide :\n");
	act_statut(&c, "organe", FIELD_AMBIGU);
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
	ORGANE("Le conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "conseil_municipal",
	       "commune");
	ORGANE("Le conseil communautaire, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n",
	       "conseil_communautaire", "epci");
	ORGANE("Le bureau communautaire, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n",
	       "bureau_communautaire", "epci");
	ORGANE("Le conseil régional, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "conseil_regional",
	       "region");
	ORGANE("Le comité syndical, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "comite_syndical",
	       "syndicat");
	ORGANE("COMMISSION PERMANENTE DU CONSEIL RÉGIONAL\n\nLa commission permanente, après en avoir délibéré, DÉCIDE "
	       "d'acheter.\n",
	       "commission_permanente", "region");
}

TEST(test_identity__special_status_switches_the_level)
{
	ORGANE("CENTRE COMMUNAL D'ACTION SOCIALE\n\nLe conseil d'administration, après en avoir délibéré, à "
	       "l'unanimité, DÉCIDE d'acheter.\n",
	       "autre", "autre");
	ORGANE("COLLECTIVITÉ EUROPÉENNE D'ALSACE\n\nLa commission permanente, après en avoir délibéré, à l'unanimité, "
	       "DÉCIDE d'acheter.\n",
	       "commission_permanente", "autre");
	ORGANE("Le Conseil de Paris, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "autre", "autre");
	/* a partner is not the author */
	ORGANE("Séance du 12 mars 2024\n\nSubvention au centre communal d'action sociale\n\nLe conseil municipal, "
	       "après en avoir délibéré, DÉCIDE de verser 500 €.\n",
	       "conseil_municipal", "commune");
}

TEST(test_identity__another_assembly_told_in_the_past)
{
	ORGANE("Le comité syndical a approuvé ce projet.\n\nLe conseil municipal, après en avoir délibéré, à "
	       "l'unanimité, DÉCIDE d'adhérer.\n",
	       "conseil_municipal", "commune");
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
	NAMED("Séance du 12 mars 2024\n\nLe conseil municipal, légalement convoqué, s'est réuni à la mairie en session "
	      "ordinaire, sous la présidence de Mme DORVAL.\n\n" DECIDES "La commune de Langeverne a vendu ce pré.\n",
	      NULL);
	NAMED("COMMUNE DE MIREBOIS\n\nCommune de LANGEVERNE\n\n" DECIDES, NULL);
}

/* "VILLE DE Conseillers", "Commune de Réunion", "Communauté de communes M": words of the head, given as names. */
TEST(test_identity__words_of_the_head_are_no_names)
{
	NAMED("VILLE DE Conseillers Présents : 15\n\nVILLE DE Conseillers Absents : 2\n\n" DECIDES, NULL);
	NAMED("Commune de Réunion du Conseil Municipal du 12 mars 2024\n\n" DECIDES, NULL);
	NAMED("Directeur de la Communauté de communes M. DORVAL\nLe conseil communautaire, à l'unanimité, DÉCIDE d'acheter.\n", NULL);
	NAMED("Communauté de Communes du Pays d'Auzelle\nLe Conseil communautaire\nRéunion du 12 mars 2024\nLe conseil communautaire, à l'unanimité, DÉCIDE d'acheter.\n",
	      "Communauté de Communes du Pays d'Auzelle");
	NAMED("Communauté de Communes du Pays Auzellois\nRéunion du 12 mars 2024\nLe conseil communautaire, à l'unanimité, DÉCIDE d'acheter.\n",
	      "Communauté de Communes du Pays Auzellois");
	NAMED("La maison d'Izerac Métropole Val d'Orve.\nPour Izerac Métropole Val d'Orve, le conseil métropolitain, à l'unanimité, DÉCIDE d'acheter.\n",
	      "Izerac Métropole Val d'Orve");
	NAMED("RÉPUBLIQUE FRANÇAISE MÉTROPOLE D'IZERAC\nLe conseil métropolitain, à l'unanimité, DÉCIDE d'acheter.\n", "MÉTROPOLE D'IZERAC");
	NAMED("Demande d'adhésion de la Commune de LANGEVERNE\n\n" DECIDES, NULL);
	NAMED("Département de La Réunion\n\nLe conseil départemental, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter.\n", "Département de La Réunion");
}

/* Names cut at an apostrophe, at "Pays", or run into an address. */
TEST(test_identity__names_are_whole)
{
	NAMED("Le Conseil Municipal de la Commune de ORVA’H, dûment convoqué, s'est réuni.\n" DECIDES, "Commune de ORVA’H");
	NAMED("Le Conseil de la Communauté de Communes du Pays d'AUZELLE-LE-HAUT, dûment convoqué, s'est réuni.\nLe conseil communautaire, à l'unanimité, "
	      "DÉCIDE d'acheter.\n", "Communauté de Communes du Pays d'AUZELLE-LE-HAUT");
	NAMED("COMMUNE DE LA CHAPELLE\nSAINT ANDRÉ\n\n" DECIDES, "COMMUNE DE LA CHAPELLE SAINT ANDRÉ");
	NAMED("COMMUNE DE SAINT\nAUBIN\nAVIS AUX HABITANTS\n\n" DECIDES, "COMMUNE DE SAINT AUBIN");
	NAMED("SYNDICAT MIXTE DU CONSERVATOIRE\n\n« Auzelle Musique »\n\nLe comité syndical, à l'unanimité, DÉCIDE d'acheter.\n", NULL);
}

/* Flattened text runs on, and cuts short. */
TEST(test_identity__the_folio_is_no_collectivity)
{
	struct act_case c;

	act_open(&c, "COMMUNE DE Feuillet 2031/001\n\nCONSEIL MUNICIPAL DU 23 MARS 2031\nLe conseil municipal, à l'unanimité, décide.\nCOMMUNE DE Feuillet 2031/002\n");
	act_statut(&c, "collectivite", FIELD_ILLISIBLE);
	act_close(&c);
}

TEST(test_identity__collectivity_in_one_long_line)
{
	NAMED("Conseil Municipal Ville de Mirebois-le-haut Séance ordinaire du 12 mars 2024 " DECIDES, "Ville de Mirebois-le-haut");
	NAMED("Ville de Mirebois-sur-Lorne [ Délibération du 12 mars 2024 " DECIDES "La ville de Mirebois, en effet, signera.",
	      "Ville de Mirebois-sur-Lorne");
	NAMED("VILLE DE MIREBOIS EST-LORNE SÉANCE DU 12 MARS 2024 " DECIDES "La ville de Mirebois EstLorne signera.",
	      "VILLE DE MIREBOIS EST-LORNE");
	/* told in a sentence, it may be a neighbour */
	NAMED("Séance du 12 mars 2024. Le budget est présenté. On parle du pont de la commune d'Orval, un peu. " DECIDES, NULL);
}

TEST(test_identity__stamp)
{
	struct act_case c;

	act_open(&c, "Envoyé en préfecture le 21/10/2024\nID : 999-209900123-20240314-DE2024_110-DE\n\n" DECIDES
		     "ID : 999-209900123-20240314-DE2024 110-DE\n");
	act_texte(&c, "identifiant", "999-209900123-20240314-DE2024_110-DE");
	act_texte(&c, "siren", "209900123");
	act_close(&c);
}

TEST(test_identity__stamp_without_its_label)
{
	struct act_case c;

	act_open(&c,
		 "Accusé de réception – Ministère de l’intérieur\n 999-219900456-20240314-0000012345-DE\n\n" DECIDES);
	act_texte(&c, "identifiant", "999-219900456-20240314-0000012345-DE");
	act_close(&c);
}

TEST(test_identity__footer_and_none)
{
	struct act_case c;

	act_open(&c, DECIDES "ID : CP20239901\n");
	act_texte(&c, "identifiant", "CP20239901");
	act_statut(&c, "siren", FIELD_ILLISIBLE);
	act_close(&c);
	act_open(&c, DECIDES "Tél : 05 61 00 00 00\n");
	act_statut(&c, "identifiant", FIELD_ILLISIBLE);
	act_close(&c);
}

TEST(test_identity__two_stamps_disagree)
{
	struct act_case c;

	act_open(&c,
		 "ID : 999-209900123-20240314-DE2024_110-DE\n\n" DECIDES "ID : 999-209900123-20240314-DE2024_111-DE\n");
	act_statut(&c, "identifiant", FIELD_AMBIGU);
	act_texte(&c, "siren", "209900123");
	act_close(&c);
	/* The end of the second one is not a nature of acts, its number is another's all the same. */
	act_open(&c,
		 "ID : 999-209900123-20240314-DE2024_110-DE\n\n" DECIDES "ID : 999-209900123-20240314-DE2024_111-DR\n");
	act_statut(&c, "identifiant", FIELD_AMBIGU);
	act_close(&c);
	act_open(&c, "ID : 999-209900123-20240314-DE2024_110-DE\n\n" DECIDES
		     "999-209900123-20240314-DE2024_110gSéance du conseil\n");
	act_texte(&c, "identifiant", "999-209900123-20240314-DE2024_110-DE");
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_identity__words_of_the_head_are_no_names),
		cmocka_unit_test(test_identity__names_are_whole),
		cmocka_unit_test(test_identity__the_body_that_bears_the_verbs),
		cmocka_unit_test(test_identity__the_body_named_alone_in_its_paragraph),
		cmocka_unit_test(test_identity__only_the_meeting_is_told),
		cmocka_unit_test(test_identity__two_bodies_with_verbs),
		cmocka_unit_test(test_identity__levels),
		cmocka_unit_test(test_identity__special_status_switches_the_level),
		cmocka_unit_test(test_identity__another_assembly_told_in_the_past),
		cmocka_unit_test(test_identity__collectivity),
		cmocka_unit_test(test_identity__the_folio_is_no_collectivity),
		cmocka_unit_test(test_identity__collectivity_in_one_long_line),
		cmocka_unit_test(test_identity__stamp),
		cmocka_unit_test(test_identity__stamp_without_its_label),
		cmocka_unit_test(test_identity__footer_and_none),
		cmocka_unit_test(test_identity__two_stamps_disagree),
	};

	return RUN(tests);
}
