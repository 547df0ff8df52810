/* SPDX-License-Identifier: EUPL-1.2 */
/* Members in office, présents, votants, quorum: as stated, and what only looks like it. */
#include "../../support/act_support.h"

#define DECIDES "\n\nLe conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter la parcelle.\n"
#define NO (-1)	  /* illisible */
#define NONE (-2) /* absent */
#define TWO (-3)  /* ambigu */

static void one(const struct act_case *c, const char *name, int want, int line)
{
	if (want >= 0)
		act_number_at(c, name, want, line);
	else
		act_status_at(c, name, want == NO ? FIELD_ILLISIBLE : want == NONE ? FIELD_ABSENT : FIELD_AMBIGU, line);
}

static void check(const char *text, int effectif, int presents, int votants, int line)
{
	struct act_case c;

	act_open(&c, text);
	one(&c, "effectif", effectif, line);
	one(&c, "presents_annonces", presents, line);
	one(&c, "votants_annonces", votants, line);
	act_close(&c);
}
#define COUNTS(text, e, p, v) check(text DECIDES, e, p, v, __LINE__)

TEST(test_counts__labels)
{
	COUNTS("Conseillers en exercice : 28 Conseillers présents : 23 Conseillers votants : 25\n\n1\n\nSéance ordinaire", 28, 23, 25);
	COUNTS("Nombre de conseillers en exercice : 19\nprésents : 15\nvotants : 17", 19, 15, 17);
	COUNTS("Membres en exercice : 29 Membres présents : 25 Membres votants : 29", 29, 25, 29);
	COUNTS("En exercice : dix-neuf - Présents : quinze - Votants : dix-sept", 19, 15, 17);
	COUNTS("|Nombre de membres |la loi|\n|en exercice :  |  |\n|11  |Présents : Denis OUVREL|", 11, NONE, NO);
}

/* The votants of the second point were given for those of the séance. */
TEST(test_counts__behind_the_first_vote_of_minutes)
{
	static const char head[] = "Procès-verbal du conseil municipal du 12 mars 2024\nEn exercice : 5\nPrésents : M. Paul ARBEL, Mme Léa DORVAL, M. Luc VIAL\n";
	char text[1024];

	snprintf(text, sizeof text, "%s\n1 - Vente du pressoir\nAdopté à l'unanimité.\n\n2 - Tarifs du lavoir\nVotants : 2 ; pour : 2 ; contre : 0.\nAdopté à l'unanimité.\n\n3 - Bail du four\nAdopté à l'unanimité.\n", head);
	check(text, 5, NONE, NO, __LINE__);
	snprintf(text, sizeof text, "%s\n1 - Appel nominal\nVotants : 3.\n\n2 - Tarifs du lavoir\nAdopté à l'unanimité.\n\n3 - Bail du four\nAdopté à l'unanimité.\n", head);
	check(text, 5, NONE, 3, __LINE__);
}

TEST(test_counts__row_of_labels_then_row_of_numbers)
{
	COUNTS("Nombre de Conseillers en exercice Présents Procurations Votants 27 20 3 23", 27, 20, 23);
	COUNTS("Nombre de Conseillers en exercice Présents Procurations Votants 27 20 3", NO, NO, NO);
	COUNTS("27 20 3 23 Nombre de Conseillers en exercice Présents Procurations Votants", 27, 20, 23);
	COUNTS("27 20 3 Nombre de Conseillers en exercice Présents Procurations Votants", NO, NO, NO);
	COUNTS("27 20 3 Nombre de Conseillers en exercice : 29 Présents : 25 Votants : 28", 29, 25, 28);
}

TEST(test_counts__number_before)
{
	COUNTS("En exercice : 29\nVotants : 27 dont 22 Présents et 05 Procurations", 29, 22, 27);
	COUNTS("Effectif : 29 Présents 22 Votants : 27", NO, 22, 27);
	COUNTS("29 membres en exercice 22 membres Mairie présents 27 votants", 29, NO, 27);
	COUNTS("29 membres en exercice ; 22 présents ; 5 ayant donné pouvoir", 29, 22, NO);
}

TEST(test_counts__number_right_before_the_label)
{
	COUNTS("Soit 31 présents / 2 procurations / 33 votants", NO, 31, 33);
	COUNTS("Elle a dénombré quarante-six (46) présents, un (1) absent sur 49 membres en exercice", 49, 46, NO);
	COUNTS("Quorum : 22 présents sur 26", 26, 22, NO);
	COUNTS("Réunis le 12 mars 2024 à 18 h 30 présents Mme GRAND, M. PETIT", NO, NO, NO);
	COUNTS("Réunis à 18h30 Présents : Mme GRAND, M. PETIT", NO, NONE, NO);
	COUNTS("Il y a 38 présents ou représentés", NO, NO, NO);
}

TEST(test_counts__words_between_the_label_and_the_number)
{
	COUNTS("Les membres en exercice, qui sont au nombre de 33, ont délibéré", 33, NO, NO);
	COUNTS("Nombre de membres en exercice du conseil municipal : 15 Nombre de conseillers présents ; 12", 15, 12, NO);
	COUNTS("Conseillers présents (12) Votants (dont 2 pouvoirs) : 14", NO, 12, 14);
	COUNTS("Présents : 22 + 1", NO, NO, NO);
	COUNTS("Nombre de présents : 22 ou 23", NO, NO, NO);
	COUNTS("Présents : 24 (puis 25 à 19 h)", NO, NO, NO);
}

TEST(test_counts__behind_the_list_of_presents)
{
	COUNTS("Présents : Mmes Anne GRAND, Zoé DORVAL, M. Luc PETIT (3), Absents : M. VIAL (1)", NO, 3, NO);
	/* a note in the list, and the number of the absents */
	COUNTS("Présents : Mmes Anne GRAND (2), Zoé DORVAL, M. Luc PETIT Absents : M. VIAL, M. NOIR (2)", NO, NONE, NO);
}

TEST(test_counts__row_with_other_columns)
{
	COUNTS("Nombre de membres Afférents au Conseil municipal En exercice Qui ont pris part au vote 19 18 15", 18, NO, 15);
	COUNTS("En exercice Présents Absents Votants 19 15 4 17", 19, 15, 17);
}

TEST(test_counts__members_in_office_behind_the_decisions)
{
	COUNTS("Séance du 12 mars 2024" DECIDES "Nombre de conseillers municipaux en exercice : 45", 45, NO, NO);
	COUNTS("Séance du 12 mars 2024 de la commune de Mirebois, dans la salle de ses réunions, en mairie, à 20 heures.\n\nVu le code ;"
	       DECIDES "Le syndicat compte des membres en exercice : 23 délégués", NO, NO,
	       NO);
}

TEST(test_counts__titulaires_and_suppleants)
{
	COUNTS("en exercice : 82 - présents titulaires : 45 - présents suppléants : 4 - votants : 68", 82, 49, 68);
	COUNTS("en exercice : 82 - présents titulaires : 45 - présents suppléants - votants : 68", 82, NO, 68);
	COUNTS("en exercice : 82 - présents titulaires : 45 - votants : 68", 82, 45, 68);
}

TEST(test_counts__what_mixes_or_varies_is_not_read)
{
	COUNTS("En exercice : 29\nConseillers présents (y compris ceux ayant donné procuration) : 28", 29, NO, NO);
	COUNTS("En exercice : 40\nPrésents : 34 de la délibération 01 à 03 puis 33", 40, NO, NO);
	COUNTS("En exercice : 19\n\nEn exercice : 21", TWO, NO, NO);
	COUNTS("En exercice :\n\nPrésents :", NONE, NONE, NO);
}

/* "il" is what a scanner makes of 11: the text tells a number, and "non mentionné" said that it tells none. */
TEST(test_counts__a_number_that_is_not_understood_is_not_absent)
{
	COUNTS("En exercice : 1i\nPrésents : 12/03/2024", NO, NO, NO);
	COUNTS("Membres en exercice : il\nPrésents : 9\nVotants : LI", NO, 9, NO);
	COUNTS("Membres en exercice : 15/15\nPrésents : 12", NO, 12, NO);
	COUNTS("En exercice : 15\nNombre de présents à 21h10 : 12", 15, NO, NO);
	COUNTS("En exercice : 15\nSalle du pressoir 12 PRÉSENTS : MM. Ivan SORMEROT, Denis OUVREL", 15, NO, NO);
	COUNTS("à l'appel : - présents : - représentés : 12 2 - absents : 1", NO, 12, NO);
	COUNTS("Afférents au conseil : En exercice : Ayant pris part au vote : Date de convocation : 15 15 13 04/03/2031", NO, NO, NO);
	COUNTS("En exercice :\n\nPrésents : 12", NONE, 12, NO);
	COUNTS("Séance du 12 mars 2031 à 18 h 30 PRÉSENTS : MM. Ivan SORMEROT, Denis OUVREL", NO, NONE, NO);
	COUNTS("En exercice : 15\nPrésents : Lili OUVREL, Ivan SORMEROT", 15, NONE, NO);
}

TEST(test_counts__suffrages_exprimes_are_not_votants)
{
	COUNTS("En exercice : 23\nSuffrages exprimés : 21", 23, NO, NO);
	COUNTS("En exercice : 23\nPrésents : 20\nPouvoirs : 2\nSuffrages exprimés : 21", 23, 20, NO);
	/* unless they are all who were there */
	COUNTS("En exercice : 23\nPrésents : 20\nPouvoirs : 1\nSuffrages exprimés : 21", 23, 20, 21);
}

TEST(test_counts__nothing_stated)
{
	struct act_case c;

	act_open(&c, "Séance du 12 mars 2024" DECIDES);
	act_statut(&c, "effectif", FIELD_ILLISIBLE);
	act_statut(&c, "quorum_annonce", FIELD_ILLISIBLE);
	act_close(&c);
}

static void says(const char *text, const char *field, const char *why)
{
	struct act_case c;

	act_open(&c, text);
	act_statut(&c, field, FIELD_ILLISIBLE);
	assert_true(str_find(act_field(&c, field)->raison, str_c(why), 0) != STR_NONE);
	act_close(&c);
}

/* What stands elsewhere is not said to be missing. */
TEST(test_counts__a_mention_outside_the_head)
{
	says("Séance du 12 mars 2024 de la commune de Mirebois, dans la salle de ses réunions, en mairie, à 20 heures."
	     "\n\nVu le code ;" DECIDES "\nVotants : 13\nPour : 13\n", "votants_annonces", "aucune mention comprise");
	says("Séance du 12 mars 2024" DECIDES, "votants_annonces", "aucune mention trouvée");
}

TEST(test_counts__the_number_of_a_name_is_no_count)
{
	struct act_case c;

	act_open(&c, "Séance du 12 mars 2024\nPrésents : 1. M. PETIT  2. Mme GRAND\nAbsents : M. VIAL" DECIDES);
	assert_true(act_field(&c, "presents_annonces")->statut != FIELD_LU);
	act_close(&c);
}

TEST(test_counts__presents_that_are_needed)
{
	COUNTS("Le nombre des conseillers en exercice est de 35 (la condition de quorum est de 18 membres présents).", 35, NO, NO);
	COUNTS("Conseillers en exercice : 35. Le quorum requiert 18 membres présents.", 35, NO, NO);
	COUNTS("Conseillers en exercice : 35, 18 présents requis pour délibérer. Présents : 20", 35, 20, NO);
	COUNTS("Conseillers en exercice : 35. Le quorum, fixé à 18 membres présents, est atteint. 20 présents.", 35, 20, NO);
	COUNTS("Conseillers en exercice : 35. Il faut la présence d'au moins 18 membres présents. Présents : 20", 35, 20, NO);
	COUNTS("Conseillers en exercice : 35. Le quorum est atteint avec 20 membres présents.", 35, 20, NO);
	COUNTS("Conseillers en exercice : 35. Quorum : 20 présents sur 35.", 35, 20, NO);
}

TEST(test_counts__quorum)
{
	struct act_case c;

	act_open(&c, "En exercice : 33\nQuorum : 17" DECIDES);
	act_nombre(&c, "quorum_annonce", 17);
	assert_str(act_quote(&c, act_field(&c, "quorum_annonce")->span), "Quorum : 17");
	act_close(&c);
	act_open(&c, "Quorum : atteint" DECIDES);
	act_statut(&c, "quorum_annonce", FIELD_ABSENT);
	act_close(&c);
}

TEST(test_counts__members_in_office_that_are_corrected)
{
	static const char *const texts[] = { "Membres en exercice : 15 (dont 4 sièges vacants, soit 11 conseillers)",
					     "Membres en exercice : 15 – 4 démissions = 11",
					     "Nombre de membres en exercice : 15 jusqu'au 1er mars 2024, 11 depuis" };
	struct act_case c;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		act_begin(&c);
		act_bytes(&c, arena_printf(&c.a, "Séance du 14 mars 2024\n\n%s\n\nPrésents : 7%s", texts[i], DECIDES));
		assert_non_null(c.r);
		act_statut(&c, "effectif", FIELD_AMBIGU);
		act_nombre(&c, "presents_annonces", 7);
		act_close(&c);
	}
	act_open(&c, "En exercice : 33 - Présents : 17" DECIDES);
	act_nombre(&c, "effectif", 33);
	act_close(&c);
}

TEST(test_counts__those_who_look_on_are_not_presents)
{
	COUNTS("Membres en exercice : 19\nConseillers présents : M. PETIT, Mme GRAND\nAuditeurs présents : 63", 19, NONE, NO);
	COUNTS("Membres en exercice : 19\nPublic présent : 12\nPrésents : 15", 19, 15, NO);
	COUNTS("Membres en exercice : 19\nPrésents : 15\nSpectateurs présents : 4", 19, 15, NO);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts__a_number_that_is_not_understood_is_not_absent),
		cmocka_unit_test(test_counts__labels),
		cmocka_unit_test(test_counts__behind_the_first_vote_of_minutes),
		cmocka_unit_test(test_counts__row_of_labels_then_row_of_numbers),
		cmocka_unit_test(test_counts__number_before),
		cmocka_unit_test(test_counts__number_right_before_the_label),
		cmocka_unit_test(test_counts__words_between_the_label_and_the_number),
		cmocka_unit_test(test_counts__behind_the_list_of_presents),
		cmocka_unit_test(test_counts__row_with_other_columns),
		cmocka_unit_test(test_counts__members_in_office_behind_the_decisions),
		cmocka_unit_test(test_counts__titulaires_and_suppleants),
		cmocka_unit_test(test_counts__what_mixes_or_varies_is_not_read),
		cmocka_unit_test(test_counts__suffrages_exprimes_are_not_votants),
		cmocka_unit_test(test_counts__nothing_stated),
		cmocka_unit_test(test_counts__a_mention_outside_the_head),
		cmocka_unit_test(test_counts__the_number_of_a_name_is_no_count),
		cmocka_unit_test(test_counts__presents_that_are_needed),
		cmocka_unit_test(test_counts__quorum),
		cmocka_unit_test(test_counts__members_in_office_that_are_corrected),
		cmocka_unit_test(test_counts__those_who_look_on_are_not_presents),
	};

	return RUN(tests);
}
