/* SPDX-License-Identifier: EUPL-1.2 */
/* The deciding body where its name is short, or stands beside that of the council that lends the paper. */
#include "../../support/act_support.h"

static void organe(const char *text, const char *organe, const char *niveau, int line)
{
	struct act_case c;

	act_open(&c, text);
	act_text_at(&c, "organe", organe, line);
	act_text_at(&c, "niveau", niveau, line);
	act_close(&c);
}
#define ORGANE(text, o, n) organe((text), (o), (n), __LINE__)

static void unsure(const char *text, enum field_status want, int line)
{
	struct act_case c;

	act_open(&c, text);
	act_status_at(&c, "organe", want, line);
	act_close(&c);
}
#define UNSURE(text, want) unsure((text), (want), __LINE__)

#define BUREAU                                                                                                       \
	"BUREAU du lundi 6 janvier 2031 COMPTE RENDU Sous la présidence de M. Luc PETIT, Président de la Communauté " \
	"d'agglomération des Deux Lornes. Présents : Luc PETIT, Anne GRAND "
#define DECIDES "APRÈS EN AVOIR DÉLIBÉRÉ, LE BUREAU, à l'unanimité, AUTORISE le Président à signer. "

TEST(test_organe__the_bureau_of_a_communaute)
{
	ORGANE(BUREAU DECIDES, "bureau_communautaire", "epci");
	ORGANE(BUREAU "1 - Tarifs 2031 2 - Eau", "bureau_communautaire", "epci");
	/* of what, nobody says; or of a syndicat */
	UNSURE("BUREAU du lundi 6 janvier 2031 COMPTE RENDU Présents : Luc PETIT, Anne GRAND " DECIDES, FIELD_ILLISIBLE);
	UNSURE("BUREAU du lundi 6 janvier 2031 SYNDICAT des eaux, à la Communauté de communes " DECIDES, FIELD_ILLISIBLE);
}

TEST(test_organe__a_bureau_that_only_prepares)
{
	ORGANE("CONSEIL COMMUNAUTAIRE DU 6 JANVIER 2031 Communauté de communes des Lornes. Le Bureau donne un avis favorable. Le "
	       "conseil communautaire, après en avoir délibéré, décide de payer.",
	       "conseil_communautaire", "epci");
	UNSURE(BUREAU DECIDES "Le conseil communautaire, après en avoir délibéré, décide de payer.", FIELD_AMBIGU);
}

TEST(test_organe__a_conseil_darrondissement_is_not_the_conseil_municipal_it_speaks_of)
{
	ORGANE("MAIRIE DU 3E ARRONDISSEMENT DE VALOMBRE CONSEIL D'ARRONDISSEMENT Séance du 11 avril 2031. Le conseil municipal sera saisi le 15 mai. Le conseil "
	       "d'arrondissement, après en avoir délibéré, émet un avis favorable.",
	       "autre", "autre");
	ORGANE("CONSEIL DE LA COMMUNE DÉLÉGUÉE DE BRIGNAC Séance du 11 avril 2031. Le conseil de la commune déléguée, après en avoir délibéré, propose au conseil "
	       "municipal de rouvrir la salle.",
	       "autre", "autre");
	ORGANE("CONSEIL MUNICIPAL Séance du 11 avril 2031. Vu l'avis du conseil d'arrondissement ; Le conseil municipal, après en avoir délibéré, décide de vendre.",
	       "conseil_municipal", "commune");
}

TEST(test_organe__commission_permanente_on_the_paper_of_its_council)
{
	ORGANE("Direction de l'assemblée Commission permanente du 4 avril 2031 Procès-verbal Conseil régional 7 quai Haut TABLE "
	       "Ouverture",
	       "commission_permanente", "region");
	ORGANE("CONSEIL RÉGIONAL DE HAUTE-LORNE DÉLIBÉRATION N°CP 2031-117 La commission permanente du conseil régional de "
	       "Haute-Lorne, VU le code du sport ; Après en avoir délibéré, Article 1 : Affecte",
	       "commission_permanente", "region");
	/* the letterhead alone does not say who met */
	UNSURE("EXTRAIT DES DÉLIBÉRATIONS DU CONSEIL RÉGIONAL Vu la délibération donnant délégation à sa commission permanente ; "
	       "Article 1 : Affecte",
	       FIELD_AMBIGU);
}

#define NAMED "\nSéance du 6 janvier 2031\nPrésents : M. Luc PETIT, Mme Anne GRAND, M. Jean ROUX\nObjet : Tarifs du pressoir\n"

TEST(test_organe__its_bare_word_under_a_letterhead)
{
	ORGANE("COMMUNE DE MIREBOIS" NAMED "Le conseil, à l'unanimité, fixe les tarifs.\n", "conseil_municipal", "commune");
	ORGANE("VILLE DE MIREBOIS" NAMED "Le quorum étant atteint, le conseil décide de fixer les tarifs.\n", "conseil_municipal", "commune");
	ORGANE("Communauté de communes des Lornes" NAMED "Après lecture, le conseil, après en avoir délibéré, fixe les tarifs.\n", "conseil_communautaire", "epci");
	/* another conseil, or one that only speaks; and a caisse in the mairie */
	UNSURE("COMMUNE DE MIREBOIS" NAMED "Le conseil de quartier donne son accord. Les tarifs sont fixés.\n", FIELD_ILLISIBLE);
	UNSURE("COMMUNE DE MIREBOIS" NAMED "Le conseil, qui siège en mairie, est informé.\n", FIELD_ILLISIBLE);
	UNSURE("COMMUNE DE MIREBOIS\nCAISSE DES ÉCOLES" NAMED "Le conseil, à l'unanimité, fixe les tarifs.\n", FIELD_ILLISIBLE);
	UNSURE("MIREBOIS" NAMED "Le conseil, à l'unanimité, fixe les tarifs.\n", FIELD_ILLISIBLE);
}

/* "Le conseil communautaire", cited twice, was given as the body of a commune's act. */
TEST(test_organe__another_body_that_is_cited)
{
	UNSURE("COMMUNE DE MIREBOIS" NAMED "Vu la délibération du conseil communautaire du 3 mars 2030 ;\nConsidérant que le conseil communautaire a notifié son avis ;\nLe conseil, "
	       "à l'unanimité, approuve les tarifs.\n", FIELD_ILLISIBLE);
}

TEST(test_organe__alone_on_its_line)
{
	ORGANE("Commission permanente du Conseil départemental de Haute-Lorne" NAMED "Adopté à l'unanimité.\n", "commission_permanente", "departement");
	ORGANE("Commune de Mirebois\nConseil municipal" NAMED "Adopté à l'unanimité.\n", "conseil_municipal", "commune");
	UNSURE("Avis du conseil d'administration de la régie" NAMED "Adopté à l'unanimité.\n", FIELD_ILLISIBLE);
}

TEST(test_organe__whose_commission_permanente)
{
	ORGANE("Département de la Basse-Lorne\nCommission permanente du 6 janvier 2031" NAMED, "commission_permanente", "departement");
	ORGANE("RÉGION DES LORNES\nCommission permanente du 6 janvier 2031" NAMED, "commission_permanente", "region");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_organe__the_bureau_of_a_communaute),
		cmocka_unit_test(test_organe__its_bare_word_under_a_letterhead),
		cmocka_unit_test(test_organe__another_body_that_is_cited),
		cmocka_unit_test(test_organe__alone_on_its_line),
		cmocka_unit_test(test_organe__whose_commission_permanente),
		cmocka_unit_test(test_organe__a_bureau_that_only_prepares),
		cmocka_unit_test(test_organe__a_conseil_darrondissement_is_not_the_conseil_municipal_it_speaks_of),
		cmocka_unit_test(test_organe__commission_permanente_on_the_paper_of_its_council),
	};

	return RUN(tests);
}
