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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_organe__the_bureau_of_a_communaute),
		cmocka_unit_test(test_organe__a_bureau_that_only_prepares),
		cmocka_unit_test(test_organe__commission_permanente_on_the_paper_of_its_council),
	};

	return RUN(tests);
}
