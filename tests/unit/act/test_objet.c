/* SPDX-License-Identifier: EUPL-1.2 */
/* The subject of an acte: behind its label, behind its number, as a title of its own; and what is not read as one. */
#include "../../support/act_support.h"

#define HEAD "COMMUNE DE MIREBOIS\n\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\n\nSéance du 30 janvier 2031\n\nPrésents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL\n\n"
#define DECIDED "Le conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter la parcelle.\n\n"
#define MORE "\n\nDélibération n° 2031-13 : Achat d'un pré\n\n" DECIDED

static void subject(const char *text, size_t acte, const char *want, int line)
{
	struct act_case c;

	act_open(&c, text);
	const struct field *f = &c.r->actes[acte].objet;

	if (want == NULL ? f->statut != FIELD_ILLISIBLE || f->raison.n == 0 : f->statut != FIELD_LU || !str_eq(f->texte, str_c(want))) {
		print_error("line %d: « %.*s » (%.*s), not « %s »\n", line, STR_ARG(f->texte), STR_ARG(f->raison), want == NULL ? "" : want);
		fail();
	}
	act_close(&c);
}
#define ALONE(text, want) subject(HEAD text DECIDED, 0, (want), __LINE__)
/* Behind the number of the first of two actes. */
#define FIRST(text, want) subject(HEAD "Délibération n° 2031-12" text DECIDED MORE, 0, (want), __LINE__)

TEST(test_objet__behind_its_label)
{
	ALONE("Objet : Vente du\npressoir\n\n", "Vente du pressoir");
	ALONE("OBJET - Vente du pressoir\n\n", "Vente du pressoir");
	ALONE("Objet : Compte administratif 2030\n\n", "Compte administratif 2030");
	ALONE("Objet : Vente du pressoir Référence : AB-12\n\n", "Vente du pressoir");
	ALONE("Objet : Vente du pressoir (lot n° 2) Rapporteur : Mme DORVAL\n\n", "Vente du pressoir (lot n° 2)");
	ALONE("Objet : VENTE DU PRESSOIR PAR LE CONSEIL MUNICIPAL À MONSIEUR LE MAIRE\n\n", "VENTE DU PRESSOIR PAR LE CONSEIL MUNICIPAL À MONSIEUR LE MAIRE");
}

TEST(test_objet__what_stands_on_the_line_below)
{
	FIRST(" : Plan de secours du four\nRappel :\n\nIl faut nommer un guetteur.\n\n", "Plan de secours du four");
	FIRST(" : Plan de secours du four\nExposé :\nIl faut nommer un guetteur.\n\n", "Plan de secours du four");
	FIRST(" : VENTE DU PRESSOIR\n          Mirebois-le-Haut, séance du 30 janvier 2031\n\nMme Dorval lit le rapport.\n\n", NULL);
	FIRST(" : Vente du pressoir décidée à Mirebois, séance du 3 mai\n\n", "Vente du pressoir décidée à Mirebois, séance du 3 mai");
}

TEST(test_objet__a_label_with_something_else_behind_it)
{
	ALONE("Objet :\nPV\nconseil du 30 janvier\n\n", NULL);
	ALONE("Objet : Ordre du jour\n\n", NULL);
	ALONE("Objet : Compte rendu du conseil du 30 janvier\n\n", NULL);
	ALONE("Objet : Note de synthèse du 30 janvier\n\n", NULL);
	ALONE("Objet : Vente du pressoir Envoyé en préfecture le 02/02/2031 de Mirebois\n\n", NULL);
	ALONE("Objet : Vente du pressoir (lot\n\n", NULL);
	ALONE("Objet : Vente du pressoir à la\n\n", NULL);
	ALONE("Objet : S é a n c e d u 30 janvier\n\n", NULL);
}

TEST(test_objet__behind_the_number_of_the_acte)
{
	FIRST(" : Vente du pressoir\n\n", "Vente du pressoir");
	FIRST(" - VENTE DU PRESSOIR ET DU HANGAR\nMonsieur le Maire rappelle le projet.\n\n", "VENTE DU PRESSOIR ET DU HANGAR");
	FIRST(" VENTE DU PRESSOIR DE\nMIREBOIS.\nAfin de financer les travaux, le pressoir sera vendu.\n\n", "VENTE DU PRESSOIR DE MIREBOIS");
	FIRST(" du 30 janvier 2031 : Vente du pressoir\n\n", "Vente du pressoir");
	FIRST(" : DÉCISION MODIFICATIVE N°7/2031 – BUDGET COMMUNE\n\n", "DÉCISION MODIFICATIVE N°7/2031 – BUDGET COMMUNE");
	FIRST(" : Vente du pressoir - APPROUVÉE\n\n", "Vente du pressoir");
	FIRST(" : Vente du pressoir, rapporteur : Mme DORVAL\n\n", "Vente du pressoir");
	FIRST(" : Vente du pressoir communal, monsieur ARBEL\n\n", "Vente du pressoir communal");
	FIRST(" : Délibération relative au pressoir communal\n\n", "Délibération relative au pressoir communal");
	FIRST(" : Vente du pressoir à l'unanimité des suffrages exprimés\n\n", "Vente du pressoir");
	FIRST(" : Vente du pressoir Monsieur le Maire rappelle que le pressoir ne sert plus. ", "Vente du pressoir");
	FIRST(" : Vente à la société LE PRÉ\nVERT de terrains communaux\n\n", "Vente à la société LE PRÉ VERT de terrains communaux");
}

TEST(test_objet__an_end_that_is_not_sure)
{
	FIRST(" : Vente du pressoir\nPaul ARBEL :\nLe pressoir ne sert plus.\n\n", NULL);
	FIRST(" : Vente du pressoir\nPressoir fermé en 2030. Il ne sert plus.\n\n", NULL);
	FIRST(" : Vente du pressoir\nLoyer du pressoir en 2030\n\n", NULL);
	FIRST(" : Vente du pressoir que la commune rappelle vouloir garder\n\n", NULL);
	FIRST(" : FINANCES\n\nVente du pressoir\n\n", NULL);
	FIRST(" : AFFAIRE RETIRÉE\n\n", NULL);
	FIRST(" Vente du pressoir 1 ", NULL); /* a page's number, where line ends were lost */
	FIRST(" | À la majorité\n\n", NULL);
}

TEST(test_objet__behind_the_point_of_the_agenda)
{
#define POINTS(second) "Séance du 30 janvier 2031\n\n1/ Achat d'un pré :\n\n12 votes pour\n\n2/ " second "\n\n12 votes pour\n\n3/ Tarifs de la salle\n\n12 votes pour\n\n"
	subject(POINTS("Vente du pressoir :\nPressoir : fermé depuis un an."), 1, "Vente du pressoir", __LINE__);
	subject(POINTS("Questions diverses\nA/ Le pressoir"), 1, "Le pressoir", __LINE__);
	subject(POINTS("Vente du pressoir de la commune\n   VIEILLE"), 1, "Vente du pressoir de la commune VIEILLE", __LINE__);
}

TEST(test_objet__a_title_between_the_lists_and_the_report)
{
	ALONE("Vente du pressoir\n\nMonsieur le Maire rapporte :\n\nLe pressoir ne sert plus.\n\n", "Vente du pressoir");
	ALONE("Vente du pressoir\nMonsieur le Maire rapporte :\nLe pressoir ne sert plus.\n\n", "Vente du pressoir");
	ALONE("Pressoir communal\nDésignation des délégués\n\nMme DORVAL expose :\n\nLe pressoir ne sert plus.\n\n", "Pressoir communal Désignation des délégués");
	ALONE("Vente du pressoir\n\nVu le code général des collectivités territoriales ;\n\n", "Vente du pressoir");
}

TEST(test_objet__no_title_between_the_lists_and_the_report)
{
	ALONE("Anne MARTEL\n\nMonsieur le Maire rapporte :\n\nLe pressoir ne sert plus.\n\n", NULL);
	ALONE("Service juridique\n\nMonsieur le Maire rapporte :\n\nLe pressoir ne sert plus.\n\n", NULL);
	ALONE("Vente du pressoir\n\nLot du hangar neuf\n\nMonsieur le Maire rapporte :\n\nLe pressoir ne sert plus.\n\n", NULL);
	ALONE("Monsieur le Maire rapporte :\n\nCe prix comprend une indemnité pour le pressoir\n\nConsidérant que le pressoir ne sert plus,\n\n", NULL);
	subject("PROCÈS-VERBAL\n\nSéance du 30 janvier 2031\n\nVente du pressoir\n\nMonsieur le Maire rapporte :\n\n" DECIDED, 0, NULL, __LINE__);
	subject("Secrétariat général Service du conseil\n\nSéance du 30 janvier 2031\n\nLe conseil s'est réuni.\n\n" DECIDED, 0, NULL, __LINE__);
}

TEST(test_objet__behind_a_number_without_its_word)
{
	ALONE("2031-12 - TARIFS DU PRESSOIR\n", "TARIFS DU PRESSOIR");
	ALONE("2031-012 : VENTE DU PRESSOIR COMMUNAL\n\n", "VENTE DU PRESSOIR COMMUNAL");
	ALONE("Délib. n° 2031-12 - Tarifs du pressoir\n", "Tarifs du pressoir");
	ALONE("DELIB 2031-12 : Tarifs du pressoir\nM. Luc VIAL, président du club, ne prend pas part au vote.\n", "Tarifs du pressoir");
	ALONE("Dossier n° 27 - Achat du pré\n\n", "Achat du pré");
	ALONE("Rapport n° 3.12 : Achat du pré de la rue Basse\n", "Achat du pré de la rue Basse");
	/* an agenda */
	ALONE("Dossier n° 27 - Achat du pré\nDossier n° 28 - Bail du four\n\n", NULL);
	ALONE("Rapport n° 27 de la commission\n\n", NULL);
}

TEST(test_objet__a_title_between_the_lists_and_the_debate)
{
	ALONE("TARIFS DU PRESSOIR POUR 2032\n\n", "TARIFS DU PRESSOIR POUR 2032");
	ALONE("PAUL DU PRESSOIR\n\n", NULL);
	ALONE("Secrétaire de séance : Mme Léa DORVAL\n\nTarifs du pressoir communal\n\nMme DORVAL et M. VIAL, membres du club, ne prennent pas part au vote.\n\n", "Tarifs du pressoir communal");
	ALONE("Tarifs du pressoir communal\n\nIl est proposé de les garder.\n\n", "Tarifs du pressoir communal");
	/* two of them, and lines that are none */
	ALONE("Finances et personnel communal\n\nTarifs du pressoir communal\n\n", NULL);
	ALONE("Arrivée de Mme Zoé ROUX\n\n", NULL);
	ALONE("Ouverture de la séance à 19 h\n\n", NULL);
	ALONE("A été nommée secrétaire Mme Léa DORVAL\n\n", NULL);
	ALONE("Thème : finances de la commune\n\n", NULL);
	subject("COMMUNE DE MIREBOIS\n\nTarifs du pressoir communal\n\n" DECIDED, 0, NULL, __LINE__);
}

/* What became of it stands on the next line, or behind it. */
TEST(test_objet__its_result_is_no_part_of_it)
{
	FIRST(" : Vente du pressoir\nVotée à l'unanimité.\n", "Vente du pressoir");
	FIRST(" : Vente du pressoir Adoptée, à l'unanimité : 3 voix pour.\n", "Vente du pressoir");
	FIRST(" : Vente du pressoir\nRejeté à la majorité.\n", "Vente du pressoir");
	FIRST(" : Vœu adopté à l'unanimité\n", NULL);
}

/* Three votes, and none of the titles is known to be the whole's. */
TEST(test_objet__minutes_that_were_not_cut)
{
	subject(HEAD "Objet : Vente du pressoir\n\n" DECIDED "Objet : Achat d'un pré\n\n" DECIDED "Objet : Tarifs\n\n" DECIDED, 0, NULL, __LINE__);
	subject(HEAD "Objet : Vente du pressoir\n\n" DECIDED "Objet : Achat d'un pré\n\n" DECIDED, 0, NULL, __LINE__);
	subject(HEAD "Objet : Vente du pressoir\n\n" DECIDED "Le lot est retenu.\n\n" DECIDED, 0, "Vente du pressoir", __LINE__);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_objet__behind_its_label),
		cmocka_unit_test(test_objet__what_stands_on_the_line_below),
		cmocka_unit_test(test_objet__a_label_with_something_else_behind_it),
		cmocka_unit_test(test_objet__behind_the_number_of_the_acte),
		cmocka_unit_test(test_objet__an_end_that_is_not_sure),
		cmocka_unit_test(test_objet__behind_the_point_of_the_agenda),
		cmocka_unit_test(test_objet__a_title_between_the_lists_and_the_report),
		cmocka_unit_test(test_objet__no_title_between_the_lists_and_the_report),
		cmocka_unit_test(test_objet__behind_a_number_without_its_word),
		cmocka_unit_test(test_objet__a_title_between_the_lists_and_the_debate),
		cmocka_unit_test(test_objet__its_result_is_no_part_of_it),
		cmocka_unit_test(test_objet__minutes_that_were_not_cut),
	};

	return RUN(tests);
}
