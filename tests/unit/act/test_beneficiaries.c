/* SPDX-License-Identifier: EUPL-1.2 */
/* What a sentence says of an amount: tax and beneficiary, and what must not be taken for one. */
#include "../../support/act_support.h"

#define ACT(sentence) "Commune de Mirebois. Séance du 12 mars 2024\n\nVu le code général ;\n\nLe conseil municipal décide " sentence "\n"

static void told(const char *text, const char *want, int line)
{
	struct act_case c;
	struct str got = { "", 0 };

	act_open(&c, text);
	const struct field *f = &c.r->actes[0].montants;

	for (size_t i = 0; i < f->n; i++)
		got = arena_printf(&c.a, "%.*s%lld%.*s>%.*s;", STR_ARG(got), (long long)f->items[i].centimes / 100,
				   STR_ARG(f->items[i].texte), STR_ARG(f->items[i].qui.nom));
	if (!str_eq(got, str_c(want)))
		fail_msg("line %d: %.*s", line, STR_ARG(got));
	act_close(&c);
}
#define TOLD(sentence, want) told(ACT(sentence), (want), __LINE__)

TEST(test_beneficiaries__tax)
{
	TOLD("d'acheter ce pré pour 12 000 € HT, soit 14 400,00 € T.T.C. à payer en mars.", "12000HT>;14400TTC>;");
	TOLD("d'acheter ce pré pour 100 euros hors taxes (120 euros toutes taxes comprises).", "100HT>;120TTC>;");
	TOLD("d'acheter ce pré pour 100 € (HT) puis 20 €.", "100HT>;20>;");
	TOLD("d'acheter ce pré pour 100 € H T..", "100HT>;");
}

TEST(test_beneficiaries__behind_the_amount)
{
	TOLD("d'attribuer une subvention de 500 € à l'association Les Greniers partagés pour ses travaux.", "500>association Les Greniers partagés;");
	TOLD("une aide de 500 € au profit du Club de Tir de Mirebois ;", "500>Club de Tir de Mirebois;");
	TOLD("une subvention de 500 € TTC versée à la Maison des Sports et de la Culture.", "500TTC>Maison des Sports et de la Culture;");
	TOLD("une subvention de 500 € au Comité des Fêtes et 200 € au Judo Club.", "500>Comité des Fêtes;200>;");
}

TEST(test_beneficiaries__end_before_the_result)
{
	TOLD("d'accorder une subvention de 500 € à l'ADMR à l'unanimité.", "500>ADMR;");
	TOLD("d'accorder une subvention de 700 € au Club de foot par 3 voix pour et 1 contre.", "700>Club de foot;");
	TOLD("d'accorder une subvention de 700 € au Club de Foot à la majorité des suffrages.", "700>Club de Foot;");
	TOLD("d'accorder une subvention de 700 € à l'Amicale avec trois voix pour.", "700>Amicale;");
	TOLD("d'accorder une subvention de 700 € à l'Union par le sport de Mirebois.", "700>Union par le sport de Mirebois;");
}

TEST(test_beneficiaries__end_where_somebody_else_speaks)
{
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis du Square\nLe conseil municipal, à l'unanimité, approuve.", "700>association Les Amis du Square;");
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis du Square Madame le Maire est chargée de l'exécution.", "700>association Les Amis du Square;");
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis du Square Le Conseil, à l'unanimité, approuve.", "700>association Les Amis du Square;");
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis du Square\nAUTORISE le maire à signer\nDIT que la dépense est inscrite.", "700>association Les Amis du Square;");
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis du Square DIT que la dépense est inscrite.", "700>association Les Amis du Square;");
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis du Square\nArticle 2 : la dépense est inscrite.", "700>association Les Amis du Square;");
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis du Square Vote : 10 pour", "700>association Les Amis du Square;");
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis du Square présidée par M. Paul ARBEL.", "700>association Les Amis du Square;");
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis du Square - imputation 6574.", "700>association Les Amis du Square;");
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis\nDu Square de Mirebois.", "700>association Les Amis Du Square de Mirebois;");
	TOLD("d'accorder une subvention de 700 € à l'association ACCORDE et Violon de Mirebois.", "700>association ACCORDE et Violon de Mirebois;");
	TOLD("d'accorder une subvention de 700 € à l'association Les Amis\nde la Halle, pour ses travaux.", "700>association Les Amis de la Halle;");
}

TEST(test_beneficiaries__before_the_amount)
{
	TOLD("d'accorder au Club de Tir de Mirebois une aide exceptionnelle de 500 €.", "500>Club de Tir de Mirebois;");
	/* another amount of the same sentence is not the club's */
	TOLD("d'accorder au Club de Tir une aide de 500 € et de signer un marché de 900 €.", "500>Club de Tir;900>;");
}

TEST(test_beneficiaries__end_before_who_leads_it)
{
	TOLD("d'attribuer une subvention de 500 € à l'association Les Greniers partagés présidée par M. Luc VIAL.", "500>association Les Greniers partagés;");
	TOLD("d'accorder une aide de 500 € au Club de Judo présidé par Mme ROUX pour son tournoi.", "500>Club de Judo;");
	TOLD("d'accorder une aide de 500 € à l'amicale Les Vieux Métiers représentée par M. VIAL.", "500>amicale Les Vieux Métiers;");
	TOLD("d'accorder une aide de 500 € à l'association des Amis de M. Petit pour son tournoi.", "500>association des Amis de M. Petit;");
}

TEST(test_beneficiaries__nobody)
{
	TOLD("une participation de 300 € au titre de l'Année 2024.", "300>;");
	TOLD("une subvention de 300 € à compter de Mars.", "300>;");
	TOLD("de vendre ce pré 300 € à Mme GRAND.", "300>;");
	TOLD("une subvention de 300 € à verser aux familles.", "300>;");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_beneficiaries__tax),
		cmocka_unit_test(test_beneficiaries__behind_the_amount),
		cmocka_unit_test(test_beneficiaries__end_before_the_result),
		cmocka_unit_test(test_beneficiaries__end_where_somebody_else_speaks),
		cmocka_unit_test(test_beneficiaries__before_the_amount),
		cmocka_unit_test(test_beneficiaries__end_before_who_leads_it),
		cmocka_unit_test(test_beneficiaries__nobody),
	};

	return RUN(tests);
}
