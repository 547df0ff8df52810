/* SPDX-License-Identifier: EUPL-1.2 */
/* "Représentés : A par B" in bodies that have substitutes: who sits, who holds a proxy, and when neither is said. */
#include "../../support/people_support.h"

#define SYNDICAT(counts, lists)                                                                                                             \
	"Syndicat des eaux de Mirebois\n\nL'an deux mille vingt-quatre, le douze mars à 18 heures 30, le comité syndical s'est réuni sous la "  \
	"présidence de M. Paul PETIT, président.\n\n" counts lists                                                                           \
	"\nSecrétaire de séance : Anne GRAND\n\nObjet : travaux de la source\n\nVu le code général des collectivités territoriales ;\n\n"       \
	"Le comité syndical, après en avoir délibéré, à l'unanimité,\nDÉCIDE d'approuver les travaux.\n"
#define THREE "Étaient présents : Paul PETIT, Anne GRAND, Luc MOREL.\n"

static void read(const char *text, const char *presents, const char *absents, const char *pouvoirs, int line)
{
	for (int flat = 0; flat < 2; flat++) {
		struct act_case c;

		act_begin(&c);
		act_bytes(&c, str_c(flat ? act_flat(&c, text) : text));
		people_list_at(&c, "presents", presents, line);
		if (absents != NULL)
			people_list_at(&c, "absents", absents, line);
		if (pouvoirs != NULL)
			people_list_at(&c, "pouvoirs", pouvoirs, line);
		act_close(&c);
	}
}
#define READ(counts, lists, presents, absents, pouvoirs) read(SYNDICAT(counts, lists), presents, absents, pouvoirs, __LINE__)

static void unread(const char *text, const char *name, const char *why, int line)
{
	struct act_case c;

	act_open(&c, text);
	people_why_at(&c, name, FIELD_ILLISIBLE, why, line);
	act_close(&c);
}
#define UNREAD(counts, lists, name, why) unread(SYNDICAT(counts, lists), name, why, __LINE__)

#define FIVE "Paul PETIT; Anne GRAND; Luc MOREL; Zoé ROUX; Jean VIAL"

static void test_substitutes__sit_when_their_heading_says_so(void **s)
{
	(void)s;
	READ("", THREE "Étaient suppléés : Odile BRÉAL par Zoé ROUX, Marc AUBIN par Jean VIAL.\n", FIVE, NULL, NULL);
	READ("", THREE "Suppléés : Odile BRÉAL par Zoé ROUX ; Marc AUBIN par Jean VIAL.\n", FIVE, NULL, NULL);
	READ("", THREE "Absents : Léa DUVAL.\nÉtaient suppléés : Odile BRÉAL par Zoé ROUX, Marc AUBIN par Jean VIAL.\nAvaient donné pouvoir : Rémi TESSON à Anne GRAND.\n",
	     FIVE, "Léa DUVAL; Rémi TESSON", "Rémi TESSON > Anne GRAND");
}

static void test_substitutes__sit_when_the_number_of_presents_counts_them(void **s)
{
	(void)s;
	READ("Nombre de présents : 5\n", THREE "Représentés : Odile BRÉAL représentée par Zoé ROUX, Marc AUBIN représenté par Jean VIAL.\n", FIVE, NULL, NULL);
	READ("Présents : 5\n", THREE "Étaient représentés : Mme Odile BRÉAL par Mme Zoé ROUX ; M. Marc AUBIN par M. Jean VIAL.\n",
	     "Paul PETIT; Anne GRAND; Luc MOREL; Mme Zoé ROUX; M. Jean VIAL", NULL, NULL);
	READ("Nombre de conseillers qui assistaient à la séance : 5\n", THREE "Étaient représentés : Odile BRÉAL par Zoé ROUX, Marc AUBIN par Jean VIAL.\n", FIVE, NULL, NULL);
}

static void test_substitutes__are_not_read_where_nothing_says_that_they_sit(void **s)
{
	(void)s;
	UNREAD("", THREE "Représentés : Odile BRÉAL représentée par Zoé ROUX, Marc AUBIN représenté par Jean VIAL.\n", "presents", "siège ou porte un pouvoir");
	UNREAD("", THREE "Étaient représentés : Odile BRÉAL par Zoé ROUX, Marc AUBIN par Jean VIAL.\n", "presents", "siège ou porte un pouvoir");
	UNREAD("", THREE "Étaient représentés : Odile BRÉAL par Zoé ROUX, Marc AUBIN par Luc MOREL.\n", "presents", "siège ou porte un pouvoir");
	UNREAD("", THREE "Étaient représentés : Odile BRÉAL par Zoé ROUX.\n", "absents", "siège peut-être");
}

static void test_holders__are_members_listed_as_present(void **s)
{
	(void)s;
	READ("", THREE "Étaient représentés : M. Marc AUBIN par M. Luc MOREL ; Mme Odile BRÉAL par Mme Anne GRAND.\nÉtaient absents : Léa DUVAL.\n",
	     "Paul PETIT; Anne GRAND; Luc MOREL", "M. Marc AUBIN; Mme Odile BRÉAL; Léa DUVAL", "M. Marc AUBIN > M. Luc MOREL; Mme Odile BRÉAL > Mme Anne GRAND");
	READ("", THREE "Représentés : Marc AUBIN représenté par Luc MOREL, Odile BRÉAL représentée par Anne GRAND.\n", "Paul PETIT; Anne GRAND; Luc MOREL", NULL,
	     "Marc AUBIN > Luc MOREL; Odile BRÉAL > Anne GRAND");
}

static void test_holders__are_not_sure_where_substitutes_are_among_the_presents(void **s)
{
	(void)s;
	UNREAD("", "Étaient présents : Paul PETIT, Anne GRAND, Luc MOREL, suppléant.\nÉtaient représentés : Marc AUBIN par Luc MOREL.\n", "pouvoirs", "mention");
	UNREAD("", "Étaient présents : Paul PETIT, Anne GRAND, Luc MOREL, suppléant.\nÉtaient représentés : Marc AUBIN par Luc MOREL.\n", "absents", "siège peut-être");
}

static void test_substitutes__beside_an_absent_member_leave_the_presents_unread(void **s)
{
	(void)s;
	UNREAD("", THREE "Excusés : M. Marc AUBIN remplacé par M. Jean VIAL, Mme Odile BRÉAL.\n", "presents", "un remplaçant");
	UNREAD("", THREE "Excusés : Marc AUBIN représenté par Jean VIAL (suppléant), Odile BRÉAL.\n", "presents", "un remplaçant");
	UNREAD("", THREE "M. Marc AUBIN était représenté par M. Jean VIAL, suppléant.\nExcusée : Odile BRÉAL\n", "presents", "un remplaçant");
	UNREAD("", THREE "Représentés : Marc AUBIN par son suppléant Jean VIAL.\n", "presents", "un remplaçant");
	UNREAD("", THREE "Représentés : Marc AUBIN représenté par son suppléant n° 12 Jean VIAL.\n", "absents", "mots non compris");
	UNREAD("", THREE "Représenté par un suppléant : Marc AUBIN (Jean VIAL).\nExcusée : Odile BRÉAL\n", "presents", "un remplaçant");
	READ("", THREE "Suppléants présents sans voix délibérative : M. Marc AUBIN.\nExcusé : M. Jean VIAL\n", "Paul PETIT; Anne GRAND; Luc MOREL", "M. Jean VIAL", NULL);
	READ("", THREE "Excusés : Marc AUBIN (remplacé par Luc MOREL), Odile BRÉAL.\n", "Paul PETIT; Anne GRAND; Luc MOREL", "Marc AUBIN; Odile BRÉAL", NULL);
	READ("Nombre de présents : 3\n", THREE "Excusés : Marc AUBIN (remplacé par Jean VIAL), Odile BRÉAL.\n", "Paul PETIT; Anne GRAND; Luc MOREL",
	     "Marc AUBIN; Odile BRÉAL", NULL);
}

static void test_substitutes__sit_under_a_heading_of_both(void **s)
{
	(void)s;
	READ("", THREE "Délégués titulaires représentés par leurs suppléants : M. Marc AUBIN représenté par M. Jean VIAL.\nExcusée : Odile BRÉAL\n",
	     "Paul PETIT; Anne GRAND; Luc MOREL; M. Jean VIAL", "Odile BRÉAL", NULL);
	READ("", THREE "Membres suppléés : M. Marc AUBIN par M. Jean VIAL.\nExcusée : Odile BRÉAL\n", "Paul PETIT; Anne GRAND; Luc MOREL; M. Jean VIAL", "Odile BRÉAL", NULL);
	READ("", THREE "Représenté(s) : M. Marc AUBIN par M. Luc MOREL.\nExcusée : Odile BRÉAL\n", "Paul PETIT; Anne GRAND; Luc MOREL", "M. Marc AUBIN; Odile BRÉAL",
	     "M. Marc AUBIN > M. Luc MOREL");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_substitutes__sit_when_their_heading_says_so),
		cmocka_unit_test(test_substitutes__sit_when_the_number_of_presents_counts_them),
		cmocka_unit_test(test_substitutes__are_not_read_where_nothing_says_that_they_sit),
		cmocka_unit_test(test_substitutes__beside_an_absent_member_leave_the_presents_unread),
		cmocka_unit_test(test_substitutes__sit_under_a_heading_of_both),
		cmocka_unit_test(test_holders__are_members_listed_as_present),
		cmocka_unit_test(test_holders__are_not_sure_where_substitutes_are_among_the_presents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
