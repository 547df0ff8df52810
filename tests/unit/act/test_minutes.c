/* SPDX-License-Identifier: EUPL-1.2 */
/* Minutes whose points are numbered as the lists inside them, or not at all: where they are cut, and what stays whole. */
#include "../../support/act_support.h"

#define HEAD "Commune de Mirebois\n\nConseil municipal\n\nSéance du 12 mars 2031\n\nPrésents : M. Firmin ARBEL, Mme Odile DORVAL, M. Alban PRIEUR.\n\n"
#define RULE "\n                    -------------\n"
#define VOTED "Pour : 3\nAdopté à l'unanimité\n" RULE

static void cut(const char *text, size_t n, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (c.r->actes_n != n)
		fail_msg("line %d: %zu actes, not %zu", line, c.r->actes_n, n);
	act_close(&c);
}
#define CUT(text, n) cut(HEAD text, n, __LINE__)

/* "1 - Lot" opens a list of an acte, "3 - Lot" the second line of a title: no result stands above them. */
TEST(test_minutes__points_behind_results)
{
#define LOTS "Le marché a deux lots :\n\n1 - Toiture du four\n\n2 - Murs du four\n\n"
	CUT("1 - Achat du pré\n\nLe pré est à vendre.\n\n" LOTS VOTED "\n2 - Tarifs de la cantine,\n3 - Lot du marché\n\nLe pain.\n\n" VOTED "\n3 - Budget\n\nLe lavoir.\n\n" VOTED, 3);
	CUT("1 - Achat du pré\n\n" LOTS VOTED "12\n\f2 - Tarifs\n\n" LOTS VOTED "       Mme DORVAL quitte la séance.\n" RULE "\n3 - Budget\n\n" VOTED "4     Bail du four\n\n" VOTED
	    "5 - 20 rue du Puits : bail\n\n" VOTED, 5);
	/* a point behind which nothing is voted, its number once */
	CUT("1 - Achat du pré\n\n" LOTS VOTED "\n2 - Tarifs\n\n" VOTED "\n3 - Budget\n\n" VOTED "\n4 - Rapport du syndicat\n\nIl est lu.\n\n5 - Bail\n\n" VOTED "\n6 - Prêt du four\n\n" VOTED, 6);
	/* … or twice: which is the point? */
	CUT("1 - Achat du pré\n\n" LOTS VOTED "\n2 - Tarifs\n\n" VOTED "\n3 - Budget\n\n4 - Eau\n\n" VOTED "\n4 - Rapport\n\nIl est lu.\n\n4 - Suite\n\n5 - Bail\n\n6 - Prêt\n\n" VOTED, 1);
	/* a number is missing, or a list of the same numbers stands behind a result too */
	CUT("1 - Achat du pré\n\n" LOTS VOTED "\n2 - Tarifs\n\n" VOTED "\n4 - Budget\n\n" VOTED "\n5 - Bail\n\n" VOTED, 1);
	CUT("1 - Achat du pré\n\n" LOTS VOTED "\n1 - Haie\n\n" VOTED "\n2 - Mare\n\n" VOTED "\n3 - Bail\n\n" VOTED, 1);
	/* the result opens the list */
	CUT("1 - Achat du pré\n\n" LOTS "Adopté à l'unanimité :\n\n2 - Tarifs\n\nAdopté à l'unanimité :\n\n3 - Bail\n\nAdopté à l'unanimité :\n\n", 1);
}

#define SPOKEN "Monsieur le Maire expose le dossier.\n"
#define UNANIMOUS SPOKEN "\nVote : à l'unanimité\n\n"

static void titles(const char *text, size_t n, const char *const *objets, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (c.r->actes_n != n)
		fail_msg("line %d: %zu actes, not %zu", line, c.r->actes_n, n);
	for (size_t k = 0; k < n; k++) {
		const struct field *f = &c.r->actes[k].objet;

		if ((objets[k] != NULL) != (f->statut == FIELD_LU) || (objets[k] != NULL && !str_eq(f->texte, str_c(objets[k]))))
			fail_msg("line %d: objet %zu is « %.*s »", line, k, STR_ARG(f->texte));
	}
	act_close(&c);
}
#define TITLES(text, n, ...) titles(HEAD text, n, (const char *const[]){ __VA_ARGS__ }, __LINE__)

#define AGENDA "Ordre du jour\n\nBail du four\nTarifs de la cantine pour l'école\nAnatole du Bourg\nPrêt du pressoir\nQuestions diverses\n\n"

/* "Bail du four" in the agenda, and again as a paragraph of the text. */
TEST(test_minutes__titles_of_the_agenda)
{
	TITLES(AGENDA "Bail du four\n\n" UNANIMOUS "Tarifs de la cantine pour l'école\nAnatole du Bourg\n\n" UNANIMOUS "Prêt du pressoir\n\n" UNANIMOUS "Questions diverses\n\nLe parc est ouvert.\n", 3,
	       "Bail du four", "Tarifs de la cantine pour l'école Anatole du Bourg", "Prêt du pressoir");
	/* with numbers here, without them there; one letter read otherwise; the next line is no part of the title */
	TITLES("ORDRE DU JOUR :\nI     Bail du four.\nII    PLAN (plan local des arbres).\nIII   Prêt du pressoir.\n\n\nI     Bail du four.\n      Le four est froid.\n" UNANIMOUS
	       "II    PLAN.\n      Il est lu.\n" UNANIMOUS "III   Prêt du pressoir.\n" UNANIMOUS,
	       3, "Bail du four", NULL, "Prêt du pressoir");
	TITLES("Ordre du jour\n+ Bail du four communal\n+ Tarifs de la cantine\n+ Prêt du pressoir\n\nBail du four commumal\n2 pièces sont à refaire.\n" UNANIMOUS "Tarifs de la cantine\n\n" UNANIMOUS
	       "Prêt du pressoir\n\n" UNANIMOUS,
	       3, "Bail du four commumal", "Tarifs de la cantine", "Prêt du pressoir");
	/* a title that is not found again hides behind the one before it */
	TITLES("Ordre du jour\nBail du four\nCurage de la mare\nTarifs de la cantine\nPrêt du pressoir\n\nBail du four\n\n" UNANIMOUS "La mare est à curer.\n\n" UNANIMOUS "Tarifs de la cantine\n\n" UNANIMOUS
	       "Prêt du pressoir\n\n" UNANIMOUS,
	       3, NULL, "Tarifs de la cantine", "Prêt du pressoir");
	/* … and one that the agenda does not have */
	TITLES(AGENDA "Bail du four\n\n" UNANIMOUS "Tarifs de la cantine pour l'école\n\n" UNANIMOUS "VŒU POUR LA GARE\n\n" UNANIMOUS "Prêt du pressoir\n\n" UNANIMOUS "Questions diverses\n\n", 3, "Bail du four",
	       NULL, "Prêt du pressoir");
}

TEST(test_minutes__titles_that_cut_nothing)
{
	CUT(AGENDA "Bail du four\n\n" SPOKEN "Tarifs de la cantine\n\n" SPOKEN "Prêt du pressoir\n\n" UNANIMOUS, 1);
	CUT(AGENDA UNANIMOUS "Le bail du four.\n" UNANIMOUS "Le pressoir.\n" UNANIMOUS, 1);
	CUT(AGENDA UNANIMOUS "Le maire parle du\nBail du four\nau maçon.\n" UNANIMOUS "Il a lu\nPrêt du pressoir\nhier.\n" UNANIMOUS, 1);
	CUT("Bail du four\nPrêt du pressoir\nCurage de la mare\n\nBail du four\n\n" UNANIMOUS "Prêt du pressoir\n\n" UNANIMOUS "Curage de la mare\n\n" UNANIMOUS, 1);
}

/* Of several titles that were not cut: whose are the amounts? */
TEST(test_minutes__lists_of_what_was_not_cut)
{
	struct act_case c;

	act_open(&c, HEAD "Bail du four (12 €), vu l'article L. 2121-29 du CGCT.\n\n" UNANIMOUS "Prêt du pressoir (14 €).\n\n" UNANIMOUS "Curage de la mare.\n\n" UNANIMOUS "Vente du pré.\n\n" UNANIMOUS);
	assert_int_equal(c.r->actes_n, 1);
	assert_int_equal(c.r->actes[0].montants.statut, FIELD_ILLISIBLE);
	assert_int_equal(c.r->actes[0].references.statut, FIELD_LU); /* the document cites it */
	act_close(&c);
	act_open(&c, HEAD "Bail du four (12 €).\n\n" UNANIMOUS);
	assert_int_equal(c.r->actes[0].montants.statut, FIELD_LU);
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_minutes__points_behind_results),
		cmocka_unit_test(test_minutes__titles_of_the_agenda),
		cmocka_unit_test(test_minutes__titles_that_cut_nothing),
		cmocka_unit_test(test_minutes__lists_of_what_was_not_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
