/* SPDX-License-Identifier: EUPL-1.2 */
/* The sentence of a result as people read it: without the title before it, the rule and the title behind it, the next result. */
#include "../../support/act_support.h"

#define HEAD "COMMUNE DE MIREBOIS\n\nSéance du 12 mars 2024\n\nVu le code général des collectivités territoriales ;\n\n"

static void check(const char *text, const char *wanted, int line)
{
	struct act_case c;
	char whole[2048];

	snprintf(whole, sizeof whole, HEAD "%s", text);
	act_open(&c, whole);
	const struct field *f = &c.r->actes[0].votes[0].formule_texte;

	if (f->statut != FIELD_LU || !str_eq(f->texte, str_c(wanted))) {
		print_error("line %d: « %.*s »\n", line, STR_ARG(f->texte));
		fail();
	}
	act_close(&c);
}
#define SENTENCE(text, wanted) check((text), (wanted), __LINE__)

TEST(test_formula_text__whole_sentence)
{
	SENTENCE("Après en avoir délibéré, le conseil municipal, à l'unanimité, APPROUVE la vente du pressoir.\n",
		 "Après en avoir délibéré, le conseil municipal, à l'unanimité, APPROUVE la vente du pressoir.");
	SENTENCE("Le conseil municipal, après en avoir délibéré,\nÀ l'unanimité\nAPPROUVE la vente du pressoir.\n",
		 "Le conseil municipal, après en avoir délibéré, À l'unanimité APPROUVE la vente du pressoir.");
	SENTENCE("Le conseil, à l'unanimité moins une abstention, APPROUVE la vente.\n", "Le conseil, à l'unanimité moins une abstention, APPROUVE la vente.");
}

/* Each ran on into the rule, the title or the row that follows. */
TEST(test_formula_text__ends_before_what_comes_next)
{
	SENTENCE("Adopté à l'unanimité\n-------------\nTarifs du marché\n", "Adopté à l'unanimité");
	SENTENCE("Vote : à l'unanimité\nTarifs du marché couvert\n", "Vote : à l'unanimité");
	SENTENCE("Vote : à l'unanimité des membres présents\nTarifs du marché couvert\n", "Vote : à l'unanimité des membres présents");
	SENTENCE("Le conseil municipal, à l'unanimité des membres présents ;\nMirebois, séance du 12 mars 2024\n\nACCEPTE la vente du pressoir.\n",
		 "Le conseil municipal, à l'unanimité des membres présents ;");
	SENTENCE("VENTE DU PRESSOIR Accord à l'unanimité 20240312_052 TARIFS DU MARCHÉ COUVERT, DES PLACES ET DES ÉTALS DE LA RUE HAUTE POUR L'ANNÉE QUI VIENT Accord à l'unanimité\n", "VENTE DU PRESSOIR Accord à l'unanimité");
	SENTENCE("La vente est adoptée à l'unanimité moins une voix, soit à la majorité des présents.\n", "La vente est adoptée à l'unanimité moins une voix,");
}

TEST(test_formula_text__begins_behind_what_came_before)
{
	SENTENCE("26 mars 203\nVote : à l'unanimité\n", "Vote : à l'unanimité");
	SENTENCE("Nul ne demandant plus à parler, on en vient au scrutin\nVote : à l'unanimité\n", "Vote : à l'unanimité");
	SENTENCE("VENTE DU PRESSOIR La vente est adoptée à l'unanimité.\n", "La vente est adoptée à l'unanimité.");
	SENTENCE("2 - Vente du pressoir\nAdoptée à l'unanimité.\n", "Adoptée à l'unanimité.");
	SENTENCE("Délibération 2031-12 : Vente du pressoir\nLe conseil approuve la vente à l'unanimité.\n", "Le conseil approuve la vente à l'unanimité.");
	SENTENCE("Entendu l'exposé du maire,\nLe conseil approuve la vente à l'unanimité.\n", "Entendu l'exposé du maire, Le conseil approuve la vente à l'unanimité.");
}

TEST(test_formula_text__begins_behind_the_visas)
{
	SENTENCE("2031-12 - VENTE DU PRESSOIR\nVu le code général des collectivités territoriales,\nLe conseil, à l'unanimité, approuve la vente.\n",
		 "Le conseil, à l'unanimité, approuve la vente.");
	SENTENCE("Vu le code général des collectivités territoriales ;\nAprès en avoir délibéré, le conseil adopte la vente à l'unanimité.\n",
		 "Après en avoir délibéré, le conseil adopte la vente à l'unanimité.");
	SENTENCE("Vu le code ;\nConsidérant que le pressoir est vieux,\nAprès en avoir délibéré, à l'unanimité, décide de le vendre.\n",
		 "Après en avoir délibéré, à l'unanimité, décide de le vendre.");
	SENTENCE("Rapport n° 12 - Vente du pressoir\nLe rapport est adopté à l'unanimité.\n", "Le rapport est adopté à l'unanimité.");
}

/* Who voted how stood in the sentence of the result. */
TEST(test_formula_text__begins_behind_the_voters)
{
	SENTENCE("Par 15 voix pour, 1 contre (M. Luc VIAL) et 1 abstention (Mme Léa DORVAL) :\n- FIXE les tarifs du pressoir.\n", "FIXE les tarifs du pressoir.");
	SENTENCE("Vote : POUR 12 CONTRE 0 ABSTENTION 1 (DORVAL Léa) Adoptée à l'unanimité des suffrages exprimés\n", "Adoptée à l'unanimité des suffrages exprimés");
}

/* The bars of a table, and with them the words of the cell beside, stood in the sentence. */
TEST(test_formula_text__a_cell_of_a_table)
{
	SENTENCE("| Nombre | | |\n| 11 | | |\n| |Le conseil municipal, après en avoir délibéré, décide à l'unanimité | |\n| |de vendre le pressoir. | |\n",
		 "Le conseil municipal, après en avoir délibéré, décide à l'unanimité");
	SENTENCE("| 12 mars |Après en avoir délibéré, le conseil municipal approuve le tarif à l'unanimité | Tarifs |\n",
		 "Après en avoir délibéré, le conseil municipal approuve le tarif à l'unanimité");
}

/* A decision without a result was cut after so many words. */
TEST(test_formula_text__a_long_decision_ends_at_a_comma)
{
	SENTENCE("Après en avoir délibéré, Article 1 : Décide, pour le soin des chemins et des haies, de payer la taille de 3 "
		 "chantiers que la fiche décrit avec les sommes de chacun et les pages de son plan dans les annexes de la présente délibération pour "
		 "les deux années qui viennent et pour celles du plan de la commune voisine\n",
		 "Après en avoir délibéré, Article 1 : Décide, pour le soin des chemins et des haies,");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_formula_text__whole_sentence),
		cmocka_unit_test(test_formula_text__ends_before_what_comes_next),
		cmocka_unit_test(test_formula_text__begins_behind_what_came_before),
		cmocka_unit_test(test_formula_text__begins_behind_the_visas),
		cmocka_unit_test(test_formula_text__begins_behind_the_voters),
		cmocka_unit_test(test_formula_text__a_cell_of_a_table),
		cmocka_unit_test(test_formula_text__a_long_decision_ends_at_a_comma),
	};
	return RUN(tests);
}
