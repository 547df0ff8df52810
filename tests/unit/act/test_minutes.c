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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_minutes__points_behind_results),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
