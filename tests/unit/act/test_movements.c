/* SPDX-License-Identifier: EUPL-1.2 */
/* Members who come or go outside the lists of names. */
#include "../../support/act_support.h"
#include "fold.h"

#define HEAD \
	"COMMUNE DE GRISEPIERRE\n\nSéance du 14 mars 2024\n\nMembres en exercice : 9\n\nL'an deux mille vingt-quatre, " \
	"le quatorze mars, le conseil municipal s'est réuni sous la présidence de Mme Aude FLORIVAL, Maire.\n\n" \
	"Étaient présents : Mme Aude FLORIVAL, M. Bruno TANCARVAL, Mme Cléo MARDEUIL, M. Denis OURCELLE, Mme Elsa " \
	"QUINTREVAL.\n\nAbsent ayant donné pouvoir : M. Franck ISARNAUD a donné pouvoir à M. Denis OURCELLE.\n\n" \
	"Absents : M. Guy LAMBERCOURT.\n\nSecrétaire de séance : Mme Cléo MARDEUIL.\n\n"
#define VOTES "Vu le code général des collectivités territoriales ;\n\nLe conseil municipal, après en avoir délibéré, " \
	      "par 6 voix pour, 0 contre, DÉCIDE d'acheter le pré.\n\n"

static void expect(const char *text, enum field_status presents, enum field_status pouvoirs)
{
	struct act_case c;

	act_open(&c, text);
	if (act_field(&c, "acte.presents")->statut != presents || act_field(&c, "acte.pouvoirs")->statut != pouvoirs)
		print_error("« %s »\n", text + sizeof HEAD - 1);
	act_statut(&c, "acte.presents", presents);
	act_statut(&c, "acte.pouvoirs", pouvoirs);
	act_statut(&c, "presents", FIELD_LU);
	act_close(&c);
}

TEST(test_movements__make_the_presents_ambigu)
{
	expect(HEAD VOTES, FIELD_LU, FIELD_LU);
	expect(HEAD "Arrivée de Mme Hélène BRAQUEVILLE et de M. Ivan SORMEROT.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "Arrivée de M. Guy LAMBERCOURT à 20h15\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "Départ : M. Bruno TANCARVAL à 20h15\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "M. Bruno TANCARVAL quitte la séance.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "Bruno TANCARVAL quitte la séance à 21h.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "Mme Hélène BRAQUEVILLE et M. Ivan SORMEROT prennent place à 20h25.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "M. Guy LAMBERCOURT entre en séance.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "M. Bruno TANCARVAL et Mme Cléo MARDEUIL sortent.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "(Arrivée de M. Ivan SORMEROT)\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "M. Guy LAMBERCOURT arrive à 20h40.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "Arrivée Lambercourt\nMonsieur le Maire invite à délibérer.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "20h15 : arrivée de Guy Lambercourt\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "Départ de Denis OURCELLE à 21h.\n\n" VOTES, FIELD_AMBIGU, FIELD_AMBIGU);
	/* Two who came later made nineteen voices of seventeen presents. */
	expect(HEAD "Il est précisé que MM. Guy LAMBERCOURT et Ivan SORMEROT sont annoncés avec un peu de retard.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "M. Guy LAMBERCOURT arrivera en retard.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
}

/* Eight voices of seven presents were a fault, and five of seven a quorum, for words that were not of the list. */
TEST(test_movements__told_in_other_words)
{
	expect(HEAD "M. Guy LAMBERCOURT arrive avant le vote de la délibération n° 2024-12.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "M. Bruno TANCARVAL et Mme Cléo MARDEUIL s'absentent.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "MM. TANCARVAL et OURCELLE sont partis.\n\n" VOTES, FIELD_AMBIGU, FIELD_AMBIGU);
	expect(HEAD "M. Bruno TANCARVAL et Mme Cléo MARDEUIL laissent l'assemblée.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "M. Bruno TANCARVAL n'est plus présent.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "M. Bruno TANCARVAL est parti du constat que le prix monte.\n\n" VOTES, FIELD_LU, FIELD_LU);
	expect(HEAD "Madame le Maire quitte la question du prix.\n\n" VOTES, FIELD_LU, FIELD_LU);
	expect(HEAD "Madame le Maire indique que le fournisseur est parti.\n\n" VOTES, FIELD_LU, FIELD_LU);
	expect(HEAD "M. Bruno TANCARVAL, qui ne prend pas part aux débats, lit le rapport.\n\n" VOTES, FIELD_LU, FIELD_LU);
}

/* The chair, told of by the title, was counted among those who voted on the accounts. */
TEST(test_movements__of_the_chair)
{
	/* She is Aude FLORIVAL, and a déport of the acte. */
	expect(HEAD "Madame le Maire quitte la salle.\n\n" VOTES, FIELD_LU, FIELD_LU);
	expect(HEAD "Monsieur le Maire quitte la salle.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD "Madame le Maire quitte la séance.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD VOTES "Compte administratif\n\nMme Aude FLORIVAL, Maire de la commune, étant absente, M. Bruno TANCARVAL présente les comptes."
			  "\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
	expect(HEAD VOTES "Madame Aude FLORIVAL, Maire de la commune de GRISEPIERRE-SUR-LORNE, s'étant retirée, M. TANCARVAL lit les comptes.\n\n" VOTES,
	       FIELD_AMBIGU, FIELD_LU);
	/* A blank line parts the one who goes from the words; the déports are unread for them, and it may be who holds a proxy. */
	expect(HEAD "Madame le Maire laisse la présidence à M. TANCARVAL\n\nBruno adjoint et sort de la salle.\n\n" VOTES, FIELD_AMBIGU, FIELD_AMBIGU);
	expect(HEAD "L'adjoint au maire présente le projet.\n\n" VOTES, FIELD_LU, FIELD_LU);
	expect(HEAD "Monsieur le Maire étant absent, Mme Cléo MARDEUIL préside.\n\n" VOTES, FIELD_LU, FIELD_LU);
}

TEST(test_movements__of_a_holder_or_a_giver_make_the_proxies_ambigu)
{
	expect(HEAD "M. Denis OURCELLE quitte la séance à 21h.\n\n" VOTES, FIELD_AMBIGU, FIELD_AMBIGU);
	expect(HEAD "Arrivée de M. Franck ISARNAUD à 20h15.\n\n" VOTES, FIELD_AMBIGU, FIELD_AMBIGU);
}

/* The maire holds the proxy; her title alone tells that she goes. */
#define CHAIR_HOLDS \
	"COMMUNE DE GRISEPIERRE\n\nSéance du 14 mars 2024\n\nL'an deux mille vingt-quatre, le quatorze mars, le conseil municipal s'est réuni sous la présidence de Mme Aude FLORIVAL." \
	"\n\nÉtaient présents : Mme Aude FLORIVAL, M. Bruno TANCARVAL, Mme Cléo MARDEUIL, M. Denis OURCELLE.\n\n" \
	"Absent ayant donné pouvoir : M. Franck ISARNAUD a donné pouvoir à Mme Aude FLORIVAL.\n\nSecrétaire de séance : Mme Cléo MARDEUIL.\n\n"

TEST(test_movements__of_a_title_that_holds_a_proxy)
{
	expect(CHAIR_HOLDS VOTES, FIELD_LU, FIELD_LU);
	expect(CHAIR_HOLDS "Madame le Maire quitte la séance.\n\n" VOTES, FIELD_AMBIGU, FIELD_AMBIGU);
	expect(CHAIR_HOLDS "Monsieur le Maire quitte la salle et donne la parole à M. Bruno TANCARVAL.\n\n" VOTES, FIELD_AMBIGU, FIELD_AMBIGU);
	expect(HEAD "Denis OURCELLE quitte la séance.\n\n" VOTES, FIELD_AMBIGU, FIELD_AMBIGU);
	expect(CHAIR_HOLDS "M. Bruno TANCARVAL quitte la séance.\n\n" VOTES, FIELD_AMBIGU, FIELD_LU);
}

/* Whose voice does not count here, though the list names him. */
TEST(test_movements__a_proxy_that_is_not_used)
{
	static const char *const told[] = {
		HEAD VOTES "M. Denis OURCELLE signale qu'il ne votera pas\nen faisant usage du pouvoir de M. Franck ISARNAUD.\n\n" VOTES,
		HEAD VOTES "M. Denis OURCELLE n'utilisera pas le pouvoir que lui a confié M. Franck ISARNAUD.\n\n" VOTES,
		HEAD VOTES "M. Denis OURCELLE vote sans faire usage de son pouvoir.\n\n" VOTES,
	};
	static const char *const decoys[] = {
		HEAD VOTES "Madame le Maire ne fera pas usage de son pouvoir de police.\n\n" VOTES,
		HEAD VOTES "M. Denis OURCELLE fait usage du pouvoir de M. Franck ISARNAUD.\n\n" VOTES,
		HEAD VOTES "Au point n° 3, M. Denis OURCELLE fait usage du pouvoir de M. Franck ISARNAUD.\n\n" VOTES,
		HEAD VOTES "Le pouvoir de M. Franck ISARNAUD est joint au registre.\n\n" VOTES,
	};
	struct act_case c;

	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		expect(told[i], FIELD_LU, FIELD_AMBIGU);
		act_open(&c, told[i]);
		act_statut(&c, "acte.deports", FIELD_ILLISIBLE);
		act_close(&c);
	}
	for (size_t i = 0; i < sizeof decoys / sizeof *decoys; i++)
		expect(decoys[i], FIELD_LU, FIELD_LU);
}

TEST(test_movements__two_numbers_of_presents_in_the_head)
{
#define TOLD(n) "COMMUNE DE GRISEPIERRE\n\nSéance du 14 mars 2024\n\nNombre de conseillers présents : " n "\n\n" CHAIR_HOLDS VOTES
	expect(TOLD("4"), FIELD_LU, FIELD_LU);
	expect(TOLD("4 ou 3"), FIELD_AMBIGU, FIELD_LU);
	expect(TOLD("4 puis 5"), FIELD_AMBIGU, FIELD_LU);
	/* The list says who came when. */
	expect("COMMUNE DE GRISEPIERRE\n\nSéance du 14 mars 2024\n\nNombre de conseillers présents : 3 puis 4\n\nPrésents : Mme Aude FLORIVAL, M. Bruno TANCARVAL, "
	       "Mme Cléo MARDEUIL, M. Denis OURCELLE (arrivé à la délibération n° 2024-02).\n\nPouvoirs : néant.\n\nDélibération n° 2024-07\n\n" VOTES, FIELD_LU, FIELD_LU);
}

TEST(test_movements__other_arrivals_and_departures)
{
	static const char *const decoys[] = {
		HEAD "Départ à la retraite de Mme Hélène BRAQUEVILLE.\n\n" VOTES,
		HEAD "Départ de Mme Hélène BRAQUEVILLE, secrétaire de mairie depuis vingt ans, remplacée en juin.\n\n" VOTES,
		HEAD "Arrivée du très haut débit dans le bourg.\n\n" VOTES,
		HEAD "Départ de Grisepierre à 8 h pour le marché.\n\n" VOTES,
		HEAD "Départ : Bruno TANCARVAL présente le circuit des randonneurs.\n\n" VOTES,
		HEAD "M. Bruno TANCARVAL quitte ses fonctions de délégué au syndicat.\n\n" VOTES,
		HEAD "M. Bruno TANCARVAL indique que le contrat arrive à échéance.\n\n" VOTES,
		HEAD "M. Bruno TANCARVAL sort un rapport.\n\n" VOTES,
		HEAD "Mme Cléo MARDEUIL rappelle que le bail arrive à son terme.\n\n" VOTES,
	};

	for (size_t i = 0; i < sizeof decoys / sizeof *decoys; i++)
		expect(decoys[i], FIELD_LU, FIELD_LU);
}

TEST(test_movements__hold_for_the_actes_after_them_only)
{
	struct act_case c;

	act_open(&c, HEAD "Délibération n° 2024-11 : Achat d'un pré\n\n" VOTES
			  "M. Bruno TANCARVAL quitte la séance.\n\nDélibération n° 2024-12 : Tarifs\n\n" VOTES
			  "Délibération n° 2024-13 : Vente du pressoir\n\n" VOTES);
	assert_int_equal(c.r->actes_n, 3);
	assert_int_equal(c.r->actes[0].presents.statut, FIELD_LU);
	assert_int_equal(c.r->actes[1].presents.statut, FIELD_AMBIGU);
	assert_int_equal(c.r->actes[2].presents.statut, FIELD_AMBIGU);
	assert_int_equal(c.r->actes[2].pouvoirs.statut, FIELD_LU);
	assert_true(str_find(c.r->actes[1].presents.raison, STR("quitte la séance"), 0) != STR_NONE);
	act_close(&c);
}

#define WHO "COMMUNE DE GRISEPIERRE\n\nSéance du 14 mars 2024\n\nÉtaient présents : Mme Aude FLORIVAL, M. Bruno TANCARVAL, Mme Cléo MARDEUIL, " \
	    "M. Denis OURCELLE, Mme Elsa QUINTREVAL.\n\nAyant donné pouvoir : M. Franck ISARNAUD à M. Denis OURCELLE%s\n\nAbsents : M. Guy LAMBERCOURT%s" \
	    "\n\nSecrétaire de séance : Mme Cléo MARDEUIL.\n\n" VOTES

static void expect_with(const char *pouvoir, const char *absent, enum field_status presents, enum field_status pouvoirs)
{
	char text[4096];

	snprintf(text, sizeof text, WHO, pouvoir, absent);
	expect(text, presents, pouvoirs);
}

/* Present all along by the one list, away for some points by the other: fifteen presents were counted where fourteen voted. */
TEST(test_movements__told_in_the_list_of_absents_alone)
{
	expect_with("", ".", FIELD_LU, FIELD_LU);
	expect_with("", ", M. Bruno TANCARVAL (aux points 3 et 4).", FIELD_AMBIGU, FIELD_LU);
	expect_with("", ", M. Bruno TANCARVAL (jusqu'au point 6).", FIELD_AMBIGU, FIELD_LU);
	expect_with(" (DEL2024_002 à _005).", ".", FIELD_AMBIGU, FIELD_AMBIGU);
}

/* Whoever is in the list of présents and comes at the second point was not there at the first. */
TEST(test_movements__an_arrival_of_one_listed_as_present_holds_for_the_actes_before_it)
{
	static const struct { const char *move; enum field_status before; } moves[] = {
		{ "Arrivée de M. Bruno TANCARVAL à 20h15.", FIELD_AMBIGU }, { "Arrivée Tancarval", FIELD_AMBIGU },
		{ "M. Bruno TANCARVAL entre en séance.", FIELD_AMBIGU },    { "Bruno TANCARVAL entre en séance.", FIELD_AMBIGU },
		{ "Arrivée de M. Guy LAMBERCOURT tardive.", FIELD_LU },	    { "M. Bruno TANCARVAL quitte la séance.", FIELD_LU },
	};

	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		struct act_case c;
		char text[4096];

		snprintf(text, sizeof text, HEAD "Délibération n° 2024-11 : Achat d'un pré\n\n" VOTES "%s\n\nDélibération n° 2024-12 : Tarifs\n\n" VOTES,
			 moves[i].move);
		act_open(&c, text);
		assert_int_equal(c.r->actes_n, 2);
		assert_int_equal(c.r->actes[0].presents.statut, moves[i].before);
		assert_int_equal(c.r->actes[1].presents.statut, FIELD_AMBIGU);
		act_close(&c);
	}
}

/* "Maire de la commune de X-sur-Y" parted the title from the words; the accounts were then voted with her among the présents. */
TEST(test_movements__the_chair_being_absent_is_of_that_acte)
{
	struct act_case c;

	act_open(&c, HEAD "Délibération n° 2024-11 : Compte administratif\n\nMme Aude FLORIVAL, Maire de la commune de GRISEPIERRE-SUR-LORNE, étant absente, "
			  "M. Bruno TANCARVAL lit les comptes.\n\n" VOTES "Délibération n° 2024-12 : Tarifs\n\n" VOTES);
	assert_int_equal(c.r->actes_n, 2);
	assert_int_equal(c.r->actes[0].presents.statut, FIELD_AMBIGU);
	assert_int_equal(c.r->actes[1].presents.statut, FIELD_LU);
	act_close(&c);
}

/* Found by fuzz_read: the words quoted in the reason were cut within a letter. */
TEST(test_movements__words_quoted_are_whole_letters)
{
	for (size_t shift = 0; shift < 2; shift++) {
		struct act_case c;
		char text[4096] = HEAD "M. Denis OURCELLE quitte la séance ";

		strncat(text, shift ? "aé" : "é", 4);
		for (size_t i = 0; i < 100; i++)
			strncat(text, "é", 3);
		strncat(text, ".\n\n" VOTES, 1000);
		act_open(&c, text);
		act_statut(&c, "acte.presents", FIELD_AMBIGU);
		assert_true(utf8_valid(act_field(&c, "acte.presents")->raison));
		act_close(&c);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_movements__an_arrival_of_one_listed_as_present_holds_for_the_actes_before_it),
		cmocka_unit_test(test_movements__told_in_the_list_of_absents_alone),
		cmocka_unit_test(test_movements__make_the_presents_ambigu),
		cmocka_unit_test(test_movements__told_in_other_words),
		cmocka_unit_test(test_movements__of_the_chair),
		cmocka_unit_test(test_movements__two_numbers_of_presents_in_the_head),
		cmocka_unit_test(test_movements__of_a_title_that_holds_a_proxy),
		cmocka_unit_test(test_movements__a_proxy_that_is_not_used),
		cmocka_unit_test(test_movements__of_a_holder_or_a_giver_make_the_proxies_ambigu),
		cmocka_unit_test(test_movements__other_arrivals_and_departures),
		cmocka_unit_test(test_movements__hold_for_the_actes_after_them_only),
		cmocka_unit_test(test_movements__the_chair_being_absent_is_of_that_acte),
		cmocka_unit_test(test_movements__words_quoted_are_whole_letters),
	};

	return RUN(tests);
}
