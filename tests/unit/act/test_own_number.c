/* SPDX-License-Identifier: EUPL-1.2 */
/* The acte's own number where no "Délibération n°" announces it, and the identifier it gives. */
#include "../../support/act_support.h"

#define HEAD "COMMUNE DE MIREBOIS\n\nSéance du 30 janvier 2031\n\nPrésents : M. Paul ARBEL, Mme Léa DORVAL\n\n"
#define DECIDED "\nLe conseil municipal, à l'unanimité, DÉCIDE d'acheter le pré.\n\n"

static void number(const char *text, const char *want, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (want == NULL)
		act_status_at(&c, "numero", FIELD_ILLISIBLE, line);
	else
		act_text_at(&c, "numero", want, line);
	act_close(&c);
}
#define NUMERO(text, want) number((text), (want), __LINE__)

TEST(test_own_number__a_code_of_the_house)
{
	NUMERO(HEAD "DEL2031-04 Objet : achat d'un pré" DECIDED, "DEL2031-04");
	NUMERO(HEAD "PACU/17-2031 Achat d'un pré" DECIDED, "PACU/17-2031");
	NUMERO(HEAD "ACHAT D'UN PRÉ (DL-2031-12) M. ARBEL rappelle le projet." DECIDED, "DL-2031-12");
}

/* Each of these looks like one, and is a programme, an old acte, a work in progress. */
TEST(test_own_number__codes_of_something_else)
{
	NUMERO(HEAD "Le projet relève du programme DSIL-2031-04 de l'État." DECIDED, NULL);
	NUMERO(HEAD "DEL2029-04 Objet : achat d'un pré" DECIDED, NULL);
	NUMERO(HEAD "Le dossier (DL-2031-12) est complet." DECIDED, NULL);
	NUMERO(HEAD "COVID-19 Objet : achat de masques" DECIDED, NULL);
}

TEST(test_own_number__made_of_the_day_of_the_seance)
{
	NUMERO(HEAD "20310130 1 Achat d'un pré" DECIDED, "20310130 1");
	NUMERO(HEAD "2031-01-02 ACHAT D'UN PRÉ" DECIDED, "2031-01-02");
	NUMERO(HEAD "20310212 1 Achat d'un pré" DECIDED, NULL);
	NUMERO(HEAD "2031-02-02 ACHAT D'UN PRÉ" DECIDED, NULL);
	NUMERO(HEAD "2031-01-02 a été une belle journée" DECIDED, NULL);
}

TEST(test_own_number__the_first_of_minutes_without_a_word_before_it)
{
	NUMERO(HEAD "- 13/2031 : Bail du hangar, loyer de 620 €\n\n2031-06-001\n\n\nII – Décisions modificatives" DECIDED, "2031-06-001");
	NUMERO(HEAD "2031-1 BUDGET – ADOPTION DU PACTE" DECIDED, "2031-1");
	NUMERO(HEAD "2031-0051/5.2 ÉLECTION DES DÉLÉGUÉS DU SYNDICAT" DECIDED, "2031-0051/5.2");
	NUMERO("Séance du 30 janvier 2031 Secrétaire de séance : M. Paul ARBEL 2031-1 BUDGET – ADOPTION DU PACTE Le conseil décide, à l'unanimité.", "2031-1");
	NUMERO(HEAD "2031 01 n°04 - Procès-verbal du 6 décembre 2030" DECIDED, "2031 01 n°04");
	NUMERO(HEAD "Achat d'un pré Réf : 2031D091" DECIDED, "2031D091");
	NUMERO(HEAD "1. ACHAT DU PRÉ COMMUNAL DU MOULIN – D11-2031\nLe maire expose." DECIDED, "D11-2031");
}

TEST(test_own_number__not_the_first_of_minutes)
{
	NUMERO(HEAD "2031-118\n\nAchat du pré" DECIDED, NULL);
	NUMERO(HEAD "Réf : 2031-118\n\nAchat du pré" DECIDED, NULL);
	NUMERO(HEAD "Lot 2031-1 GROS ŒUVRE ET MAÇONNERIE" DECIDED, NULL);
	NUMERO(HEAD "2031-1 Achat du pré" DECIDED, NULL);
	NUMERO(HEAD "2031-12 SIGNATURE DU CONTRAT DE MAINTENANCE\n2031-13 SIGNATURE DU BAIL DU HANGAR" DECIDED, NULL);
	NUMERO(HEAD "1. ACHAT DU PRÉ COMMUNAL DU MOULIN – D11-2029\nLe maire expose." DECIDED, NULL);
}

TEST(test_own_number__of_another_seance)
{
	NUMERO(HEAD "Ordre du jour :\n . Délibération n° 1906203001 du 19 juin 2030 : reformulation\nAchat d'un pré" DECIDED, NULL);
	NUMERO(HEAD "Ordre du jour :\n- Délibération n° 2030-88 : retrait\nAchat d'un pré" DECIDED, NULL);
	NUMERO(HEAD "Délibération n° 88 en date du 19 juin 2030 : retrait" DECIDED, NULL);
	NUMERO(HEAD "Délibération n° 88 du 30 janvier 2031" DECIDED, "88");
}

TEST(test_own_number__a_heading_scanned_badly)
{
	NUMERO(HEAD "DELTBERATION n° 2031/174" DECIDED, "2031/174");
	NUMERO(HEAD "DECLARATION n° 2031/174" DECIDED, NULL);
}

TEST(test_own_number__letters_of_the_body_apart)
{
	NUMERO("CONSEIL DE MIREBOIS 1 DÉLIBÉRATION N°CP 2031-117 DU 30 JANVIER 2031" DECIDED, "CP 2031-117");
	NUMERO(HEAD "Le conseil applique la délibération n° CR 2031-08." DECIDED, NULL);
	NUMERO(HEAD "Délibération N° TVA 20" DECIDED, NULL);
	NUMERO("CONSEIL DE MIREBOIS DÉLIBÉRATION DU CONSEIL MUNICIPAL N° 2031-17 Séance du 30 janvier 2031" DECIDED, "2031-17");
	NUMERO(HEAD "Le maire applique la Délibération du conseil municipal n° 2030-17." DECIDED, NULL);
	NUMERO(HEAD "N° de délibération : 2031-17" DECIDED, "2031-17");
	NUMERO(HEAD "Délibération n° 2031-17 bis" DECIDED, "2031-17 bis");
	NUMERO(HEAD "Délibération n° 30/01/2031 2031-17" DECIDED, NULL);
}

TEST(test_own_number__codes_that_follow_each_other_cut_the_minutes)
{
	struct act_case c;

	act_open(&c, HEAD "DEL2031-04 Objet : achat d'un pré" DECIDED "DEL2031-05 Objet : vente d'un pré" DECIDED);
	assert_int_equal(c.r->actes_n, 2);
	assert_str(c.r->actes[1].numero.texte, "DEL2031-05");
	act_close(&c);
}

TEST(test_own_number__the_identifier_without_a_stamp)
{
	struct act_case c;

	act_open(&c, HEAD "DEL2031-04 Objet : achat d'un pré" DECIDED "DEL2031-05 Objet : vente d'un pré" DECIDED);
	act_texte(&c, "identifiant", "DEL2031-04");
	act_close(&c);
	act_open(&c, "DÉLIBÉRATION N° 2031-17\n\n" HEAD DECIDED);
	act_texte(&c, "identifiant", "2031-17");
	act_close(&c);
	/* The stamp is worth more; a bare "N°" may be the number of anything. */
	act_open(&c, "DÉLIBÉRATION N° 2031-17\n\n" HEAD DECIDED "ID : 999-209900123-20310130-DE2031_17-DE\n");
	act_texte(&c, "identifiant", "999-209900123-20310130-DE2031_17-DE");
	act_close(&c);
	act_open(&c, HEAD "N° 2031-001 FINANCES – Achat d'un pré" DECIDED);
	act_statut(&c, "identifiant", FIELD_ILLISIBLE);
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_own_number__a_code_of_the_house),
		cmocka_unit_test(test_own_number__codes_of_something_else),
		cmocka_unit_test(test_own_number__made_of_the_day_of_the_seance),
		cmocka_unit_test(test_own_number__of_another_seance),
		cmocka_unit_test(test_own_number__not_the_first_of_minutes),
		cmocka_unit_test(test_own_number__the_first_of_minutes_without_a_word_before_it),
		cmocka_unit_test(test_own_number__a_heading_scanned_badly),
		cmocka_unit_test(test_own_number__letters_of_the_body_apart),
		cmocka_unit_test(test_own_number__codes_that_follow_each_other_cut_the_minutes),
		cmocka_unit_test(test_own_number__the_identifier_without_a_stamp),
	};

	return RUN(tests);
}
