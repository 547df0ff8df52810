/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the actes of a file are cut, what is not cut, and who was there for each of them. */
#include "../../support/act_support.h"

#define LINE "Le conseil municipal, après en avoir délibéré, à l'unanimité, approuve.\n\n"
#define HEAD(presents)                                                                                          \
	"Commune de Mirebois\n\nConseil municipal\n\nSéance du 12 mars 2031\n\nPrésents : " presents "\n\n"
#define THREE "M. Firmin ARBEL, Mme Odile DORVAL, M. Alban PRIEUR."

static void cut(const char *text, size_t n, const char *first, const char *last, int line)
{
	struct act_case c;

	act_open(&c, text);
	const struct acte *a = c.r->actes, *z = &c.r->actes[c.r->actes_n - 1];

	if (c.r->actes_n != n)
		fail_msg("line %d: %zu actes, not %zu", line, c.r->actes_n, n);
	if ((first != NULL) != (a->numero.statut == FIELD_LU) || (first != NULL && !str_eq(a->numero.texte, str_c(first))))
		fail_msg("line %d: first number", line);
	if ((last != NULL) != (z->numero.statut == FIELD_LU) || (last != NULL && !str_eq(z->numero.texte, str_c(last))))
		fail_msg("line %d: last number", line);
	act_close(&c);
}
#define CUT(text, n, first, last) cut(text, n, first, last, __LINE__)

TEST(test_segment__numbers_in_the_midst_of_a_line)
{
	CUT("Commune de Mirebois Conseil municipal du 12 mars 2031. n°2031-001 Achat d'une tondeuse à l'unanimité, approuve "
	    "l'achat. n°2031-002 Tarifs de la cantine à l'unanimité, fixe les tarifs. n°2031-003 Budget à l'unanimité.\n",
	    3, "2031-001", "2031-003");
	CUT("Commune de Mirebois N° 2031/055 Achat Le conseil approuve À L'UNANIMITÉ N° 2031/056 Tarifs Le conseil approuve À "
	    "L'UNANIMITÉ N° 2031/057 Budget\n",
	    3, "2031/055", "2031/057");
}

TEST(test_segment__a_number_that_names_another_thing)
{
	CUT("Commune de Mirebois Conseil municipal du 12 mars 2031. n°2031-001 Achat Vu la convention n°2031-002 Département, à "
	    "l'unanimité, approuve.\n",
	    1, NULL, NULL);
	CUT("Commune de Mirebois Conseil municipal du 12 mars 2031. n°2031-001 Achat à l'unanimité, approuve ce qui est dit du "
	    "camion n°2031-004 Renault.\n",
	    1, NULL, NULL);
	CUT("Commune de Mirebois Conseil municipal du 12 mars 2031. n°2031-001 Achat à l'unanimité, prend toute mesure "
	    "n°2031-002 Tarifs de la cantine à l'unanimité.\n",
	    2, "2031-001", "2031-002");
	CUT("Délibération n° 2031-001 Budget\n\n" LINE "DÉCISION MODIFICATIVE\nN° 2031-002 – COMMUNE\n\n" LINE, 1, NULL, NULL);
	CUT("Délibération n° 2031-001 Achat de la parcelle n° 2031-002 Section\n\n" LINE, 1, "2031-001", "2031-001");
}

TEST(test_segment__numbers_made_of_the_day)
{
	CUT(HEAD(THREE) "20310312 1 Achat d'une tondeuse\n\n" LINE "20310312 2 Tarifs de la cantine\n\n" LINE, 2, "20310312 1",
	    "20310312 2");
	CUT(HEAD(THREE) "2031-03-01 ACHAT\n\n" LINE "2031-03-02 TARIFS\n\n" LINE "2031-03-03 BUDGET\n\n" LINE, 3, "2031-03-01",
	    "2031-03-03");
}

TEST(test_segment__numbers_in_series_without_a_word_before_them)
{
	CUT(HEAD(THREE) "2031 03 01 ACHAT\n\n" LINE "2031 03 02 TARIFS\n\n" LINE "2031 03 03 BUDGET\n\n" LINE, 3, "2031 03 01",
	    "2031 03 03");
	CUT("Commune de Mirebois Conseil municipal du 12 mars 2031. Présents : " THREE " Budget 2031 N° 01/01-2031 - Achat Le conseil, à "
	    "l'unanimité, approuve la proposition 01/02-2031 – Tarifs Le conseil, à l'unanimité, approuve la proposition "
	    "01/03-2031 — Budget rappelle la délibération 01/04-2031 Cantine. Le conseil, à l'unanimité, approuve.\n",
	    3, "01/01-2031", "01/03-2031");
	CUT(HEAD(THREE) "C 2031/03/1- ACHAT " LINE "C 2031/03/2- TARIFS " LINE "C 2031/03/3- BUDGET " LINE, 3, "C 2031/03/1", "C 2031/03/3");
	/* An agenda before the actes and a table behind them number them in the same way. */
	CUT(HEAD(THREE) "2031 03 01 ACHAT\n2031 03 02 TARIFS\n2031 03 03 BUDGET\n\n2031 03 01 ACHAT\n\n" LINE
			"2031 03 02 TARIFS\n\n" LINE "2031 03 03 BUDGET\n\n" LINE "2031 03 01 ACHAT\n2031 03 02 TARIFS\n2031 03 03 BUDGET\n",
	    3, "2031 03 01", "2031 03 03");
}

TEST(test_segment__a_title_in_lower_case_behind_the_next_number)
{
	CUT(HEAD(THREE) "2031 03 01 ACHAT\n\n" LINE "2031 03 02 TARIFS\n\n" LINE "2031 03 03 avance à l'atelier du Pré\n\n" LINE "2031 03 04 BUDGET\n\n" LINE, 4,
	    "2031 03 01", "2031 03 04");
	CUT(HEAD(THREE) "20310312 1 Achat\n\n" LINE "20310312 2 avance à l'atelier du Pré\n\n" LINE "20310312 3 Budget\n\n" LINE, 3, "20310312 1", "20310312 3");
	/* In a paragraph, or before anything was voted, it is a line of a table. */
	CUT(HEAD(THREE) "2031 03 01 ACHAT\n\n" LINE "2031 03 02 TARIFS\n\n2031 03 03 taxe sur les gravats\n\n" LINE "2031 03 03 BUDGET\n\n" LINE, 3, "2031 03 01",
	    "2031 03 03");
	CUT(HEAD(THREE) "20310312 1 Achat\n\n" LINE "20310312 2 Tarifs\n\n20310312 3 taxe sur les gravats\n\n" LINE, 2, "20310312 1", "20310312 2");
	CUT(HEAD(THREE) "20310312 1 achat\n\n" LINE "20310312 2 tarifs\n\n" LINE, 1, NULL, NULL);
}

TEST(test_segment__a_serial_glued_to_its_day)
{
	CUT(HEAD(THREE) "20310312 06 Achat\n\n" LINE "2031031207 Tarifs\n\n" LINE "20310312 08 Budget\n\n" LINE, 3, "20310312 06", "20310312 08");
	CUT(HEAD(THREE) "2031031206 Achat\n\n" LINE "20310312-07 Tarifs\n\n" LINE, 2, "2031031206", "20310312-07");
}

TEST(test_segment__numbers_that_are_no_series)
{
	/* A number missing, no votes, days of a calendar, operations of the budget. */
	CUT(HEAD(THREE) "2031 03 01 ACHAT\n\n" LINE "2031 03 02 TARIFS\n\n" LINE "2031 03 04 BUDGET\n\n" LINE, 1, NULL, NULL);
	CUT(HEAD(THREE) "Opérations : 2031 03 01 Mairie, 2031 03 02 École, 2031 03 03 Salle. " LINE, 1, NULL, NULL);
	CUT(HEAD(THREE) "Calendrier : 01/04/2031 Réunion 02/04/2031 Visite 03/04/2031 Travaux\n\n" LINE, 1, NULL, NULL);
	CUT(HEAD(THREE) "Vu la délibération 01/02-2031 Achat, " LINE "vu la délibération 01/03-2031 Tarifs, " LINE
			"vu la délibération 01/04-2031 Budget, " LINE,
	    1, NULL, NULL);
}

TEST(test_segment__an_agenda_before_and_a_table_after)
{
	CUT(HEAD(THREE) "2031-03-01 ACHAT\n2031-03-02 TARIFS\n\n2031-03-01 ACHAT\n\n" LINE "2031-03-02 TARIFS\n\n" LINE
			"2031-03-01 ACHAT\n2031-03-02 TARIFS\n",
	    2, "2031-03-01", "2031-03-02");
	CUT(HEAD(THREE) LINE "2031-03-01 ACHAT\n2031-03-02 TARIFS\n2031-03-03 BUDGET\n", 1, NULL, NULL);
}

TEST(test_segment__points_of_the_agenda)
{
	CUT(HEAD(THREE) "1. Achat d'une tondeuse\n\n" LINE "2. Tarifs de la cantine\n\n" LINE "3. Budget\n\n" LINE, 3, NULL, NULL);
	CUT(HEAD(THREE) "1/ Achat\n12 votes pour\n2/ Tarifs\n11 votes pour 1 abstention\n3/ Budget\n12 votes pour\n4/ Questions "
			"diverses\nLe parc est ouvert.\n",
	    3, NULL, NULL);
	CUT(HEAD(THREE) "Point n° 1 : Achat\n" LINE "Point n° 2 : Tarifs\n" LINE "Point n° 3 : Budget\n" LINE, 3, NULL, NULL);
	CUT(HEAD(THREE) "1. Achat\n2. Tarifs\n3. Budget\n\n1. Achat\n\n" LINE "2. Tarifs\n\n" LINE "3. Budget\n\n" LINE, 3, NULL, NULL);
}

#define TABLE "1. Achat\n2. Tarifs\n3. Budget\n"

/* The table of the titles at the end of minutes numbers them in the same way, and is no part of the last acte. */
TEST(test_segment__points_that_a_table_repeats)
{
	struct act_case c;

	CUT(HEAD(THREE) "1. Achat\n\n" LINE "2. Tarifs\n\n" LINE "3. Budget\n\n" LINE TABLE, 3, NULL, NULL);
	CUT(HEAD(THREE) TABLE "\n1. Achat\n\n" LINE "2. Tarifs\n\n" LINE "3. Budget\n\n" LINE TABLE, 3, NULL, NULL);
	act_open(&c, HEAD(THREE) "1. Achat\n\n" LINE "2. Tarifs\n\n" LINE "3. Budget\n\n" LINE TABLE "4 000 €\n");
	assert_int_equal(c.r->actes[2].montants.n, 0);
	act_close(&c);
	/* a table of fewer titles is a list inside the last acte */
	CUT(HEAD(THREE) "1. Achat\n\n" LINE "2. Tarifs\n\n" LINE "3. Budget\n\n" LINE "1. Mairie\n2. École\n", 1, NULL, NULL);
}

/* Another number at the start of a line, or a list inside an acte, stands below no empty line or has no title in capitals. */
TEST(test_segment__points_below_an_empty_line)
{
	CUT(HEAD(THREE) "1. Achat\n\nLa hausse touche la région\n61. Elle est forte.\n" LINE "2. Tarifs\n\n" LINE "3. Budget\n\n" LINE, 3, NULL, NULL);
	CUT(HEAD(THREE) "1. ACHAT DU PRÉ\n\n" LINE "1. Mairie\n\n2. École\n\n3. Salle\n\n2. TARIFS DE LA CANTINE\n\n" LINE "3. BUDGET DE LA COMMUNE\n\n" LINE,
	    3, NULL, NULL);
	CUT(HEAD(THREE) "1. Achat\n\n" LINE "1. Mairie\n\n2. École\n\n3. Salle\n\n2. Tarifs\n\n" LINE "3. Budget\n\n" LINE, 1, NULL, NULL);
}

#define CAPITALS "1. ACHAT DU PRÉ\n\n" LINE "2. TARIFS DE LA CANTINE\n\n" LINE "3. ASSURANCES\n\n" LINE "4. BUDGET DE LA COMMUNE\n\n" LINE

/* The table at the end leaves out what was withdrawn; titles in capitals are told from lists inside an acte, one of a single word by its place. */
TEST(test_segment__points_that_a_table_repeats_in_part)
{
	CUT(HEAD(THREE) "1. Achat du pré\n\n" LINE "2. Tarifs\n\n" LINE "3. Budget\n\n" LINE "1. Achat du pré\n3. Budget\n", 3, NULL, NULL);
	CUT(HEAD(THREE) "1. Achat du pré\n\n" LINE "1. Haie\n2. Mare\n2. Tarifs\n\n" LINE "3. Budget\n\n" LINE "1. Achat du pré\n3. Budget\n", 1, NULL, NULL);
	CUT(HEAD(THREE) CAPITALS "1. ACHAT DU PRÉ\n2. TARIFS DE LA CANTINE\n4. BUDGET DE LA COMMUNE\n", 4, NULL, NULL);
	CUT(HEAD(THREE) "1. ACHAT DU PRÉ\n" LINE "1. Haie\n2. Mare\n2. TARIFS DE LA CANTINE\n" LINE "3. ASSURANCES\n" LINE "4. BUDGET DE LA COMMUNE\n" LINE, 4,
	    NULL, NULL);
	CUT(HEAD(THREE) "1. ACHAT DU PRÉ\n" LINE "2. TARIFS DE LA CANTINE\n" LINE "3. Mare\n" LINE "3. ASSURANCES\n" LINE "4. BUDGET DE LA COMMUNE\n" LINE, 1,
	    NULL, NULL);
	/* votes in it, other titles: no table */
	CUT(HEAD(THREE) CAPITALS "1. ACHAT DU PRÉ\n" LINE "2. TARIFS DE LA CANTINE\n" LINE "4. BUDGET DE LA COMMUNE\n", 1, NULL, NULL);
	CUT(HEAD(THREE) CAPITALS "1. HAIE DU PRÉ\n2. MARE DU PRÉ\n4. BUDGET DE LA COMMUNE\n", 1, NULL, NULL);
}

TEST(test_segment__the_day_glued_to_its_serial)
{
	CUT(HEAD(THREE) "20310312 1-Achat\n\n" LINE "20310312 2-Tarifs\n\n" LINE "20310312-3- Budget\n\n" LINE, 3, "20310312 1", "20310312-3");
	CUT(HEAD(THREE) "2031031201 Achat\n\n" LINE "2031031202 Tarifs\n\n" LINE, 2, "2031031201", "2031031202");
	CUT(HEAD(THREE) "2031091301 Achat\n\n" LINE "06 12 34 56 78 Mairie\n\n" LINE "0612345678 École\n0612345679 Salle\n", 1, NULL, NULL);
}

TEST(test_segment__points_that_are_not_cut)
{
	CUT(HEAD(THREE) LINE "1. Fixe les tarifs\n2. Charge le maire\n3. Autorise la vente\n", 1, NULL, NULL);
	CUT(HEAD(THREE) "1. Achat\n\n" LINE "1. Tondeuse\n2. Râteau\n\n2. Tarifs\n\n" LINE "3. Budget\n\n" LINE, 1, NULL, NULL);
	CUT(HEAD(THREE) "1. Achat\n\n" LINE "2. Tarifs\n\n" LINE "2. Tarifs\n\n" LINE "3. Budget\n\n" LINE, 1, NULL, NULL);
	CUT(HEAD(THREE) "1. Achat\n\n" LINE "2. Tarifs\n\n" LINE, 1, NULL, NULL);
}

static void there(const char *text, size_t acte, int presents, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (acte >= c.r->actes_n)
		fail_msg("line %d: %zu actes", line, c.r->actes_n);
	const struct field *f = &c.r->actes[acte].presents;

	if (presents < 0 ? f->statut != FIELD_AMBIGU : f->statut != FIELD_LU || (int)f->n != presents)
		fail_msg("line %d: %s, %zu", line, statut_word(f->statut), f->n);
	act_close(&c);
}
#define THERE(text, acte, n) there(text, acte, n, __LINE__)

#define POINTS "1. Achat\n\n" LINE "2. Tarifs\n\n" LINE "3. Budget\n\n" LINE
#define NUMBERS                                                                                                 \
	"Délibération n° DEL2031-001 Achat\n\n" LINE "Délibération n° DEL2031-002 Tarifs\n\n" LINE                \
	"Délibération n° DEL2031-003 Budget\n\n" LINE
#define LATER(bound) "M. Firmin ARBEL, Mme Odile DORVAL (" bound "), M. Alban PRIEUR."

TEST(test_segment__who_is_there_by_point)
{
	THERE(HEAD(LATER("à partir du point 2")) POINTS, 0, 2);
	THERE(HEAD(LATER("à partir du point 2")) POINTS, 1, 3);
	THERE(HEAD(LATER("jusqu'à 22h40, point n° 2")) POINTS, 1, 3);
	THERE(HEAD(LATER("jusqu'à 22h40, point n° 2")) POINTS, 2, 2);
	THERE(HEAD(LATER("à partir du point 2.1")) POINTS, 1, -1);
	THERE(HEAD(LATER("arrivée à 19h07")) POINTS, 1, -1);
}

TEST(test_segment__who_is_there_by_number)
{
	THERE(HEAD(LATER("à compter de la délibération n° 3")) NUMBERS, 1, 2);
	THERE(HEAD(LATER("à compter de la délibération n° 3")) NUMBERS, 2, 3);
	THERE(HEAD(LATER("jusqu'à la DEL2031-002")) NUMBERS, 2, 2);
	THERE(HEAD(LATER("à compter de la délibération n° 3")) "Délibération n° DEL2031-011 Achat\n\n" LINE
	      "Délibération n° DEL2031-012 Tarifs\n\n" LINE, 1, -1);
}

TEST(test_segment__the_title_of_the_point_before_the_number)
{
	const char *text = HEAD(LATER("jusqu'au point 2")) "Point n° 1 Achat d'une tondeuse DCM 31.1.49 | À l'unanimité Point n° 2 "
							   "Tarifs DCM 31.1.50 | À l'unanimité Point n° 3 Budget DCM 31.1.51 | "
							   "À l'unanimité\n";

	THERE(text, 1, 3);
	THERE(text, 2, 2);
}

#define VOTED "Le rapport, mis aux voix, est adopté à l'unanimité.\n\n"

TEST(test_segment__reports)
{
	CUT(HEAD(THREE) "RAPPORT N° 101 - BUDGET PRIMITIF\n" VOTED "RAPPORT N° 102 - TARIFS DU LAVOIR\n" VOTED "RAPPORT N° 105 - BAIL DU FOUR\n" VOTED, 3, NULL, NULL);
	CUT(HEAD(THREE) "Dossier n° 12 : Budget primitif\n" VOTED "Dossier n° 13 : Bail du four\n" VOTED, 2, NULL, NULL);
	/* an agenda before them */
	CUT(HEAD(THREE) "Dossier n° 12 : Budget primitif\nDossier n° 13 : Bail du four\n\nDossier n° 12 : Budget primitif\n" VOTED "Dossier n° 13 : Bail du four\n" VOTED, 2, NULL, NULL);
	/* one act, of one report or of a list of them */
	CUT(HEAD(THREE) "RAPPORT N° 101 - BUDGET PRIMITIF\n" VOTED, 1, NULL, NULL);
	CUT(HEAD(THREE) "Rapport n° 1 - Eau\nRapport n° 2 - Forêt\n\n" VOTED, 1, NULL, NULL);
	CUT(HEAD(THREE) "Le rapport n° 101 - Budget - est lu.\n" VOTED "Le rapport n° 102 - Tarifs - est lu.\n" VOTED, 1, NULL, NULL);
}

static void tails(const char *text, size_t n, const char *const *ends, int line)
{
	struct act_case c;

	act_open(&c, text);
	if (c.r->actes_n != n)
		fail_msg("line %d: %zu actes, not %zu", line, c.r->actes_n, n);
	for (size_t i = 0; i < n; i++) {
		const struct span s = c.r->actes[i].span;
		struct str part = str_part(str_c(text), s.start, s.end);

		while (part.n > 0 && (part.p[part.n - 1] == '\n' || part.p[part.n - 1] == ' '))
			part.n--;
		if (part.n < strlen(ends[i]) || memcmp(part.p + part.n - strlen(ends[i]), ends[i], strlen(ends[i])) != 0)
			fail_msg("line %d: acte %zu ends with « %.*s »", line, i + 1, STR_ARG(str_part(part, part.n > 40 ? part.n - 40 : 0, part.n)));
	}
	act_close(&c);
}
#define TAILS(text, ...)                                                                                                               \
	do {                                                                                                                           \
		const char *const ends[] = { __VA_ARGS__ };                                                                            \
		tails(text, sizeof ends / sizeof *ends, ends, __LINE__);                                                               \
	} while (0)

TEST(test_segment__what_is_told_behind_a_decision)
{
#define OF(title) title "\n\n" LINE
#define TOLD "Information relative au lavoir\n\nM. PRIEUR indique que le devis est de 310 €.\n\n"
	TAILS(HEAD(THREE) OF("20310312 1 Achat") OF("20310312 2 Tarifs") TOLD, "approuve.", "approuve.");
	TAILS(HEAD(THREE) OF("20310312 1 Achat") "2 - Informations sur le pré\n\nMme DORVAL dit que le bail court.\n\n" OF("20310312 2 Tarifs") "QUESTIONS DIVERSES\n\nIl est dit que le pré est à louer.\n",
	      "approuve.", "approuve.");
	TAILS(HEAD(THREE) OF("20310312 1 Achat") "VIREMENT ENTRE DEUX CHAPITRES\n\nMonsieur le Maire informe que 310 € ont été virés.\n\n" OF("20310312 2 Tarifs"), "approuve.", "approuve.");
	/* Voted on, or the acte's own: in a sentence, before the vote, of its remedies; capitals nobody reports. */
	TAILS(HEAD(THREE) OF("20310312 1 Achat") OF("20310312 2 Tarifs") TOLD LINE, "approuve.", "approuve.");
	TAILS(HEAD(THREE) OF("20310312 1 Achat") "20310312 2 Tarifs\n\n" TOLD LINE "Information sur les voies de recours : le tribunal.\n", "approuve.", "le tribunal.");
	TAILS(HEAD(THREE) OF("20310312 1 Achat") OF("20310312 2 Tarifs") "L'information relative au lavoir est donnée.\n\nTABLEAU DES TARIFS VOTÉS\n\nPain 2 €\n", "approuve.", "Pain 2 €");
	/* One acte. */
	TAILS(HEAD(THREE) OF("Objet : Achat") TOLD, "310 €.");
}

TEST(test_segment__many_points_and_lists_inside_them)
{
#define P(n) n " - Titre du dossier\n\n" LINE
#define LIST "1 - Le bail\n2 - Le four\n3 - La mare\n\n"
#define TO_NINE P("1") P("2") P("3") P("4") P("5") "6 - Titre du dossier\n\n" LIST LINE P("7") P("8") P("9")
	CUT(HEAD(THREE) TO_NINE P("10") P("11"), 11, NULL, NULL);
	CUT(HEAD(THREE) TO_NINE "10 - Titre du dossier\n\n" LINE LIST P("11"), 11, NULL, NULL);
	/* An item that has the next point's number, which stands again right behind the vote. It is no point itself. */
	CUT(HEAD(THREE) P("1") P("2") "3 - Titre du dossier\n\n" LIST "4 - Le pré\n\n" LINE P("4") P("5") P("6") P("7") P("8") P("9") P("10"), 10, NULL, NULL);
	CUT(HEAD(THREE) TO_NINE "10 - Titre du dossier\n\n" LIST "11 - Le pré\n\n" LINE P("11"), 11, NULL, NULL);
	CUT(HEAD(THREE) P("1") P("2") "3 - Titre du dossier\n\n" LIST LINE P("4") P("5"), 5, NULL, NULL);
	/* A number missing. */
	CUT(HEAD(THREE) TO_NINE P("10") P("12") P("13"), 1, NULL, NULL);
}

TEST(test_segment__voices_alone_on_a_line)
{
#define VOICES(line) HEAD(THREE) "1/ Achat :\n\nUne tondeuse.\n\n" line "\n\n2/ Tarifs :\n\nLe pain.\n\n" line "\n\n3/ Budget :\n\nLe lavoir.\n\n" line "\n\n"
	CUT(VOICES("3 pour"), 3, NULL, NULL);
	CUT(VOICES("3 pour."), 3, NULL, NULL);
	CUT(VOICES("2 votes pour, 1 abstention"), 3, NULL, NULL);
	CUT(VOICES("310 € pour le lavoir"), 1, NULL, NULL);
	CUT(VOICES("2 pour le lavoir"), 1, NULL, NULL);
}

TEST(test_segment__lettered_matters)
{
#define AFTER(s) HEAD(THREE) "1. ACHAT\n\n" LINE "2. TARIFS\n\n" LINE "3. QUESTIONS DIVERSES\n\n" s
	CUT(AFTER("A. BAIL DU FOUR\n\n" LINE "B. PRÊT DU PRESSOIR\n\n" LINE), 4, NULL, NULL);
	CUT(AFTER("3/A BAIL DU FOUR\n\n" LINE "3/B PRÊT DU PRESSOIR\n\n" LINE "3/C CURAGE DE LA MARE\n\n" LINE), 5, NULL, NULL);
	CUT(AFTER("a) Bail du four\n\n" LINE "b) Prêt du pressoir\n\n" LINE), 4, NULL, NULL);
	/* One letter, no votes, a vote before the first; letters of a point that has a title. */
	CUT(AFTER("A. BAIL DU FOUR\n\n" LINE), 3, NULL, NULL);
	CUT(AFTER("A. BAIL DU FOUR\n\nIl est à refaire.\n\nB. PRÊT DU PRESSOIR\n\nRien n'est dit.\n\n"), 2, NULL, NULL);
	CUT(AFTER(LINE "A. BAIL DU FOUR\n\n" LINE "B. PRÊT DU PRESSOIR\n\n" LINE), 3, NULL, NULL);
	CUT(HEAD(THREE) "1. ACHAT\n\n" LINE "2. TARIFS\n\nA. CANTINE\n\n" LINE "B. PISCINE\n\n" LINE "3. BUDGET\n\n" LINE, 3, NULL, NULL);
}

TEST(test_segment__a_point_that_decides_nothing)
{
	CUT(HEAD(THREE) "1. ACHAT\n\n" LINE "2. PAS DE DÉLIBÉRATION – VOIR LE COMPTE RENDU\n\n3. TARIFS\n\n" LINE "4. BUDGET\n\n" LINE, 3, NULL, NULL);
	CUT(HEAD(THREE) "1 - Achat\n\n" LINE "2 - Sans délibération\n\n3 - Tarifs\n\n" LINE "4 - Budget\n\n" LINE, 3, NULL, NULL);
	CUT(HEAD(THREE) "1. ACHAT\n\n" LINE "2. RETRAIT DE LA DÉLIBÉRATION DU LAVOIR\n\n" LINE "3. TARIFS\n\n" LINE, 3, NULL, NULL);
}

TEST(test_segment__the_amounts_of_the_head_are_of_no_acte)
{
	struct act_case c;

	act_open(&c, HEAD(THREE) "Ordre du jour complété : vente des bancs (12 € pièce).\n\n"
		     "1. ACHAT\n\nUne tondeuse de 310 €.\n" LINE "2. TARIFS\n\n" LINE "3. BUDGET\n\n" LINE);
	assert_int_equal(c.r->actes[0].montants.n, 1);
	assert_int_equal(c.r->actes[0].montants.items[0].centimes, 31000);
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_segment__numbers_in_the_midst_of_a_line),
		cmocka_unit_test(test_segment__a_number_that_names_another_thing),
		cmocka_unit_test(test_segment__the_day_glued_to_its_serial),
		cmocka_unit_test(test_segment__numbers_in_series_without_a_word_before_them),
		cmocka_unit_test(test_segment__numbers_that_are_no_series),
		cmocka_unit_test(test_segment__the_amounts_of_the_head_are_of_no_acte),
		cmocka_unit_test(test_segment__a_point_that_decides_nothing),
		cmocka_unit_test(test_segment__voices_alone_on_a_line),
		cmocka_unit_test(test_segment__many_points_and_lists_inside_them),
		cmocka_unit_test(test_segment__lettered_matters),
		cmocka_unit_test(test_segment__what_is_told_behind_a_decision),
		cmocka_unit_test(test_segment__a_title_in_lower_case_behind_the_next_number),
		cmocka_unit_test(test_segment__a_serial_glued_to_its_day),
		cmocka_unit_test(test_segment__an_agenda_before_and_a_table_after),
		cmocka_unit_test(test_segment__points_of_the_agenda),
		cmocka_unit_test(test_segment__points_that_a_table_repeats),
		cmocka_unit_test(test_segment__points_that_a_table_repeats_in_part),
		cmocka_unit_test(test_segment__points_below_an_empty_line),
		cmocka_unit_test(test_segment__numbers_made_of_the_day),
		cmocka_unit_test(test_segment__points_that_are_not_cut),
		cmocka_unit_test(test_segment__reports),
		cmocka_unit_test(test_segment__who_is_there_by_point),
		cmocka_unit_test(test_segment__who_is_there_by_number),
		cmocka_unit_test(test_segment__the_title_of_the_point_before_the_number),
	};

	return RUN(tests);
}
