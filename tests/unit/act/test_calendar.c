/* SPDX-License-Identifier: EUPL-1.2 */
/* Dates of the séance and of the formalities around it; the hour. */
#include "../../support/act_support.h"

#define DECIDES "\n\nLe conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE d'acheter la parcelle.\n\n"

static void field(const char *text, const char *name, const char *want, int line)
{
	struct act_case c;

	act_open(&c, text);
	act_text_at(&c, name, want, line);
	act_close(&c);
}
#define READS(text, name, want) field((text), (name), (want), __LINE__)

static void status(const char *text, const char *name, enum field_status want, int line)
{
	struct act_case c;

	act_open(&c, text);
	act_status_at(&c, name, want, line);
	act_close(&c);
}
#define STATUS(text, name, want) status((text), (name), (want), __LINE__)

#define SEANCE "SÉANCE DU 12 MARS 2024\n\n"

TEST(test_calendar__date_of_the_seance)
{
	READS("Le lundi 28 août 2023 à 14h20, les membres du conseil municipal, régulièrement convoqués, se sont "
	      "réunis." DECIDES,
	      "seance.date", "2023-08-28");
	READS("L'an deux mille vingt-quatre, le douze mars, à vingt heures trente, le conseil municipal s'est "
	      "réuni." DECIDES,
	      "seance.date", "2024-03-12");
	READS("SÉANCE DU 12 MARS 2024" DECIDES, "seance.date", "2024-03-12");
	READS("CONSEIL MUNICIPAL DU 12/03/2024" DECIDES, "seance.date", "2024-03-12");
	READS("Procès-verbal du conseil municipal 12 mars 2024" DECIDES, "seance.date", "2024-03-12");
	READS("Date de la séance : 12/03/2024" DECIDES, "seance.date", "2024-03-12");
}

/* Of two days which is the acte's is not told by the title. */
TEST(test_calendar__a_seance_of_two_days)
{
	STATUS("RÉGION DES LORNES\nSéance plénière des 12 et 13 mars 2024" DECIDES, "seance.date", FIELD_AMBIGU);
	STATUS("CONSEIL RÉGIONAL\nRéunion du conseil régional des jeudi 12 et vendredi 13 mars 2024" DECIDES, "seance.date", FIELD_AMBIGU);
	STATUS("CONSEIL RÉGIONAL RÉUNION DES 12 ET 13 MARS 2024 DÉLIBÉRATION" DECIDES, "seance.date", FIELD_AMBIGU);
	READS("Séance plénière des 12 et 13 mars 2024\n\nL'an deux mille vingt-quatre, le treize mars, le conseil régional s'est réuni." DECIDES, "seance.date", "2024-03-13");
	STATUS("RÉGION DES LORNES\nLes journées des 12 et 13 mars 2024 sont prises en charge." DECIDES, "seance.date", FIELD_ILLISIBLE);
	STATUS("RÉGION DES LORNES\nApprobation du procès-verbal de la séance des 12 et 13 mars 2024" DECIDES, "seance.date", FIELD_ILLISIBLE);
}

/* A scanner's "i7 juin" under the label: the text tells a day, and "non mentionné" said that it tells none. */
TEST(test_calendar__a_day_that_is_not_understood_is_not_absent)
{
	STATUS(SEANCE "Reçu en préfecture le\n\n0 3 AVR. 203" DECIDES, "reception.date", FIELD_ILLISIBLE);
	STATUS(SEANCE "Reçu en préfecture le I\n- .. |\n22 AVR. 2024 |" DECIDES, "reception.date", FIELD_ILLISIBLE);
	STATUS(SEANCE "Date de la convocation :\n\ni4 mars 2024" DECIDES, "convocation.date", FIELD_ILLISIBLE);
	STATUS(SEANCE "Date de la convocation :\n\nLE mars 2024" DECIDES, "convocation.date", FIELD_ILLISIBLE);
	STATUS(SEANCE "Date de mise en ligne de l'acte : 15/ 03/2024" DECIDES, "publication.date", FIELD_ILLISIBLE);
	READS(SEANCE "Date de mise en ligne de l'acte : 15/03/2024" DECIDES, "publication.date", "2024-03-15");
	READS(SEANCE "Les convocations ont été adressées le 5 mars 2024." DECIDES, "convocation.date", "2024-03-05");
	READS(SEANCE "Les convocations ont été envoyées aux conseillers par voie dématérialisée le 5 mars 2024." DECIDES, "convocation.date", "2024-03-05");
	READS(SEANCE DECIDES "Publié sur le site internet du Département le 15 mars 2024.", "publication.date", "2024-03-15");
	READS(SEANCE DECIDES "Mise en ligne sur le site de la communauté de communes le 15 mars 2024.", "publication.date", "2024-03-15");
	READS(SEANCE "Date de la convocation :\n\nil mars 2024\n\nDate de la convocation : 5 mars 2024" DECIDES, "convocation.date", "2024-03-05");
	STATUS(SEANCE "Reçu en préfecture le\n\nÀ Mirebois, la vente du pré de mars 2024 est close." DECIDES, "reception.date", FIELD_ABSENT);
}

/* What the séance is told of an arrêté was the act's own transmission. */
TEST(test_calendar__papers_sent_that_are_not_the_act)
{
	static const char *const told = SEANCE "L'arrêté de chasse a été envoyé en préfecture avant la battue." DECIDES;

	STATUS(told, "transmission.date", FIELD_ILLISIBLE);
	STATUS(told, "mention_transmission", FIELD_ILLISIBLE);
	STATUS(SEANCE "Le dossier de la régie a été transmis en préfecture le 4 avril 2024." DECIDES, "transmission.date", FIELD_ILLISIBLE);
	READS(SEANCE DECIDES "La présente délibération, avec le dossier, a été transmise en préfecture le 14 mars 2024.", "transmission.date", "2024-03-14");
	READS(SEANCE DECIDES "Envoyé en préfecture le 14 mars 2024.", "transmission.date", "2024-03-14");
}

TEST(test_calendar__other_days_are_not_the_seance)
{
	READS("Séance du 12 mars 2024\n\nLe conseil municipal, convoqué le 5 mars 2024, s'est réuni. Le procès-verbal "
	      "de la séance du 6 février 2024 est approuvé." DECIDES,
	      "seance.date", "2024-03-12");
	READS("Séance du 12 mars 2024\n\nConformément à la délibération du conseil municipal du 3 juillet "
	      "2020," DECIDES,
	      "seance.date", "2024-03-12");
	STATUS("Délibération n° 2024/03/05\n\nReçu en préfecture le 14 mars 2024" DECIDES, "seance.date",
	       FIELD_ILLISIBLE);
}

#define OPENING "Conseil municipal du 12 mars 2024. "

TEST(test_calendar__days_of_other_bodies_and_texts)
{
	READS(OPENING "La commission d'appel d'offres réunie le 19 février 2024 a classé les offres." DECIDES, "seance.date", "2024-03-12");
	READS(OPENING "La commission de suivi, créée par le décret n° 2019-77 du 7 mai 2019, siégeant à Mirebois," DECIDES, "seance.date",
	      "2024-03-12");
	READS(OPENING "La dénomination votée en Conseil municipal du 9 octobre 2007 est annulée." DECIDES, "seance.date", "2024-03-12");
	READS(OPENING "Il est proposé, suite à la désignation en séance du Conseil municipal du 9 février 2024, de voter." DECIDES,
	      "seance.date", "2024-03-12");
	READS(OPENING "La convention, autorisée par le conseil municipal du 5 mai 2014, a pris fin." DECIDES, "seance.date", "2024-03-12");
	STATUS("Le président a retenu, après avis de la commission des travaux, réunie en séance le 3 mai 2024, cette offre." DECIDES,
	       "seance.date", FIELD_ILLISIBLE);
	/* a title that contradicts the opening sentence is a conflict all the same */
	STATUS("CONSEIL MUNICIPAL DU 12 MARS 2024 COMPTE RENDU Le trois janvier deux mille vingt-quatre, les membres du conseil "
	       "municipal se sont réunis." DECIDES,
	       "seance.date", FIELD_AMBIGU);
}

TEST(test_calendar__the_past_told_behind_the_list)
{
	READS("Commune de Mirebois du 19 mai 2024. Le 19 mai 2024, le conseil municipal s'est réuni. Présents : Mme GRAND, M. PETIT. Mme NOIR "
	      "était absente à la séance du 10 avril 2024." DECIDES,
	      "seance.date", "2024-05-19");
}

/* Counts are no list: what stands behind them is still the head. */
TEST(test_calendar__counts_before_the_opening_sentence)
{
	const char *text = "Séance du 12 mars 2024\nEn exercice : 15\nPrésents : 13\nVotants : 14\n\nLe mardi 12 mars 2024 à 20 heures 30, le conseil "
			   "municipal s'est réuni.\n\nÉtaient présents : Mme GRAND, M. PETIT." DECIDES;

	READS(text, "seance.heure", "20:30");
	STATUS("Séance du 12 mars 2024\nPrésents : 13 Votants : 14\n\nLe lundi 8 avril 2024 à 20 heures 30, le conseil municipal s'est "
	       "réuni.\n\nÉtaient présents : Mme GRAND, M. PETIT." DECIDES,
	       "seance.date", FIELD_AMBIGU);
}

TEST(test_calendar__day_in_the_title_of_the_acte)
{
	READS("DÉLIBÉRATION N°CP 2024-117 DU 4 FÉVRIER 2024 AIDES AU SPORT" DECIDES, "seance.date", "2024-02-04");
	READS("BUREAU du lundi 6 janvier 2031 - Compte rendu" DECIDES, "seance.date", "2031-01-06");
	STATUS("Modification de la délibération n° 2024-117 du 4 février 2024" DECIDES, "seance.date", FIELD_ILLISIBLE);
}

/* Without line ends the title runs into the opening sentence. */
TEST(test_calendar__title_that_speaks_of_adopting)
{
	READS("Adoption du schéma des mobilités Le vendredi 24 novembre 2023 à 9h30, les membres du conseil municipal se sont "
	      "réunis." DECIDES,
	      "seance.date", "2023-11-24");
}

TEST(test_calendar__title_and_opening_disagree)
{
	struct act_case c;

	act_open(&c, "CONSEIL MUNICIPAL DU 16 FÉVRIER 2023\n\nLe premier décembre deux mille vingt-deux, les membres "
		     "du conseil municipal se sont réunis." DECIDES);
	act_statut(&c, "seance.date", FIELD_AMBIGU);
	assert_int_equal(act_field(&c, "seance.date")->n, 2);
	assert_str(act_field(&c, "seance.date")->items[0].texte, "2023-02-16");
	assert_str(act_field(&c, "seance.date")->items[1].texte, "2022-12-01");
	act_close(&c);
}

TEST(test_calendar__hour)
{
	READS("Le lundi 28 août 2023 à 14h20, les membres du conseil municipal se sont réunis. La séance est levée à "
	      "17h00." DECIDES,
	      "seance.heure", "14:20");
	READS("L'an deux mille vingt-quatre, le douze mars, à dix-neuf heures, le conseil municipal s'est "
	      "réuni." DECIDES,
	      "seance.heure", "19:00");
	READS("Séance du 12 mars 2024\n\nLe conseil municipal s'est réuni en session ordinaire, à la mairie, à "
	      "20h45." DECIDES,
	      "seance.heure", "20:45");
	STATUS("Séance du 12 mars 2024\n\nLa séance est levée à 17h00." DECIDES, "seance.heure", FIELD_ILLISIBLE);
}

TEST(test_calendar__convocation)
{
	READS("Date de convocation : 5 mars 2024\nSéance du 12 mars 2024" DECIDES, "convocation.date", "2024-03-05");
	READS("Séance du 12 mars 2024. Le conseil municipal, dûment convoqué le cinq mars deux mille vingt-quatre, "
	      "s'est réuni." DECIDES,
	      "convocation.date", "2024-03-05");
	READS("Envoi de la convocation le : 5 mars 2024. Publication de la convocation le : 6 mars 2024.\nSéance du 12 "
	      "mars 2024" DECIDES,
	      "convocation.date", "2024-03-05");
	READS("Séance du 12 mars 2024\nLes conseillers, sur convocation qui leur a été adressée par le président le 5 mars 2024, se sont réunis."
	      DECIDES,
	      "convocation.date", "2024-03-05");
	READS("Le mardi 12 mars 2024, le conseil municipal régulièrement convoqué en séance le 5 mars 2024, s'est réuni." DECIDES,
	      "convocation.date", "2024-03-05");
	READS("Séance du 12 mars 2024. À la suite de la convocation adressée par le maire le mardi 5 mar- s 2024." DECIDES, "convocation.date",
	      "2024-03-05");
	STATUS("Séance du 12 mars 2024. Le conseil, dûment convoqué en séance le 12 mars 2024, s'est réuni." DECIDES, "convocation.date",
	       FIELD_ILLISIBLE);
	/* The day of the meeting is not that of the convocation; but there is one, and it is not said to be missing. */
	STATUS("Le 12 mars 2024, sur convocation du maire, le conseil s'est réuni." DECIDES, "convocation.date", FIELD_ILLISIBLE);
	STATUS("Date de convocation :\n\nSéance du 12 mars 2024" DECIDES, "convocation.date", FIELD_ABSENT);
	STATUS("Séance du 12 mars 2024" DECIDES, "convocation.date", FIELD_ILLISIBLE);
}

TEST(test_calendar__formalities_at_the_sous_prefecture_and_on_the_site)
{
	const char *text = "Transmis en sous-préfecture le 14/03/2024\nReçu en sous-préfecture le 15/03/2024\nPublié sur le site internet de la "
			   "commune le 16/03/2024\n\nSéance du 12 mars 2024" DECIDES;

	READS(text, "transmission.date", "2024-03-14");
	READS(text, "reception.date", "2024-03-15");
	READS(text, "publication.date", "2024-03-16");
}

TEST(test_calendar__formalities)
{
	const char *text = "Envoyé en préfecture le 14/03/2024\nReçu en préfecture le 15/03/2024\nPublié le 16 mars "
			   "2024\n\nSéance du 12 mars 2024" DECIDES "Envoyé en préfecture le 14/03/2024\n";

	READS(text, "transmission.date", "2024-03-14");
	READS(text, "reception.date", "2024-03-15");
	READS(text, "publication.date", "2024-03-16");
	READS(text, "mention_transmission", "Envoyé en préfecture le 14/03/2024");
}

TEST(test_calendar__a_letter_received_is_no_receipt)
{
	STATUS("Séance du 12 mars 2024" DECIDES "Le courrier reçu le 15 mars 2024 du voisin est lu.\n", "reception.date", FIELD_ILLISIBLE);
	READS("AR Prefecture 999-219900123-20240312-D2024_15-DE Reçu le 15/03/2024 Séance du 12 mars 2024" DECIDES, "reception.date", "2024-03-15");
	READS("Accusé de réception en préfecture 999-219900123-20240312-D2024_15-DE Date de réception préfecture : 15/03/2024 Séance du 12 mars "
	      "2024" DECIDES,
	      "reception.date", "2024-03-15");
}

TEST(test_calendar__hours_of_something_else)
{
	STATUS("Séance du 12 mars 2024\nConvocation : 5 mars 2024 à 17h00" DECIDES, "seance.heure", FIELD_ILLISIBLE);
	STATUS("Séance du 12 mars 2024\nMme ARBEL a quitté la séance à 20h15." DECIDES, "seance.heure", FIELD_ILLISIBLE);
	STATUS("Réunion des 12 et 13 mars 2024" DECIDES, "seance.date", FIELD_AMBIGU);
}

/* The extractor glued two lines. */
TEST(test_calendar__transmission_glued_to_the_words_before)
{
	READS("Séance du 12 mars 2024" DECIDES "Pour extrait conformeTransmis en Préfecture le : 14 mars 2024\n",
	      "transmission.date", "2024-03-14");
}

TEST(test_calendar__words_of_a_column_behind_a_label)
{
	STATUS(SEANCE "PRÉFECTURE DES LORNES\nReçu le Vote : à l'unanimité\n\n27 MARS 2024 Tarifs de la cantine\n", "reception.date", FIELD_ILLISIBLE);
	STATUS(SEANCE "Reçu le Tarifs de la cantine\n", "reception.date", FIELD_ILLISIBLE);
	STATUS(SEANCE "Envoyé en préfecture le Reçu en préfecture le Publié le ID : 099-219900123-20240312-2024_07-DE", "reception.date", FIELD_ABSENT);
	STATUS(SEANCE "Reçu en préfecture le\nVote : à l'unanimité\n", "reception.date", FIELD_ABSENT);
	STATUS(SEANCE "Reçu en préfecture le 14/03/2024 Vote : à l'unanimité\n", "reception.date", FIELD_LU);
}

TEST(test_calendar__label_without_a_date_and_two_dates)
{
	STATUS("Publié le\n\nID : CP20239901\n\nSéance du 12 mars 2024" DECIDES, "publication.date", FIELD_ABSENT);
	STATUS(SEANCE "Envoyé en préfecture le 14/03/2024 Reçu en préfecture le 14/03/2024 Publié le ID : 099-219900123-20240312-2024_07-DE" DECIDES, "publication.date", FIELD_ABSENT);
	STATUS(SEANCE "Envoyé en préfecture le 14/03/2024 Reçu en préfecture le 14/03/2024 Affiché le ID: 099-219900123-20240312-2024_07-DE" DECIDES, "publication.date", FIELD_ABSENT);
	STATUS(SEANCE "Envoyé en préfecture le 14/03/2024 Publié le 1l/O3/2024 ID : 099-219900123-20240312-2024_07-DE" DECIDES, "publication.date", FIELD_ILLISIBLE);
	STATUS("Séance du 12 mars 2024" DECIDES
	       "Transmis en préfecture le 14 mars 2024\n\nTransmis en préfecture le 15 mars 2024\n",
	       "transmission.date", FIELD_AMBIGU);
	STATUS("Séance du 12 mars 2024" DECIDES, "transmission.date", FIELD_ILLISIBLE);
}

TEST(test_calendar__a_date_broken_by_ocr_is_not_read)
{
	STATUS("Séance du 12 mars 2024" DECIDES "Transmission en préfecture le : 1 4 MARS 2024\n", "transmission.date",
	       FIELD_ILLISIBLE);
	STATUS("Séance du 12 mars 2024" DECIDES "Transmis en préfecture le : 14 MARS 2074\n", "transmission.date",
	       FIELD_ILLISIBLE);
}

/* Found by fuzzing: the reader never came back. */
TEST(test_calendar__a_text_that_ends_with_the_comma_of_its_opening)
{
	struct act_case c;

	act_open(&c, "Vu le code ;\nPrésents : M. Paul PETIT\n\nLe lundi 11 mars 2024 à 14h25,");
	assert_int_equal(act_field(&c, "seance.date")->statut, FIELD_ILLISIBLE);
	act_close(&c);
}

TEST(test_calendar__posting_of_the_convocation_is_not_publication)
{
	STATUS("Convocation du : 5 mars 2024 - Affichée le 5 mars 2024\n\nSéance du 12 mars 2024" DECIDES,
	       "publication.date", FIELD_ILLISIBLE);
	STATUS("Affichée le 5 mars 2024\n\nSéance du 12 mars 2024" DECIDES, "publication.date", FIELD_ILLISIBLE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calendar__papers_sent_that_are_not_the_act),
		cmocka_unit_test(test_calendar__a_seance_of_two_days),
		cmocka_unit_test(test_calendar__a_day_that_is_not_understood_is_not_absent),
		cmocka_unit_test(test_calendar__date_of_the_seance),
		cmocka_unit_test(test_calendar__other_days_are_not_the_seance),
		cmocka_unit_test(test_calendar__days_of_other_bodies_and_texts),
		cmocka_unit_test(test_calendar__the_past_told_behind_the_list),
		cmocka_unit_test(test_calendar__counts_before_the_opening_sentence),
		cmocka_unit_test(test_calendar__day_in_the_title_of_the_acte),
		cmocka_unit_test(test_calendar__title_that_speaks_of_adopting),
		cmocka_unit_test(test_calendar__title_and_opening_disagree),
		cmocka_unit_test(test_calendar__hour),
		cmocka_unit_test(test_calendar__convocation),
		cmocka_unit_test(test_calendar__formalities_at_the_sous_prefecture_and_on_the_site),
		cmocka_unit_test(test_calendar__formalities),
		cmocka_unit_test(test_calendar__a_letter_received_is_no_receipt),
		cmocka_unit_test(test_calendar__hours_of_something_else),
		cmocka_unit_test(test_calendar__transmission_glued_to_the_words_before),
		cmocka_unit_test(test_calendar__label_without_a_date_and_two_dates),
		cmocka_unit_test(test_calendar__words_of_a_column_behind_a_label),
		cmocka_unit_test(test_calendar__a_date_broken_by_ocr_is_not_read),
		cmocka_unit_test(test_calendar__a_text_that_ends_with_the_comma_of_its_opening),
		cmocka_unit_test(test_calendar__posting_of_the_convocation_is_not_publication),
	};

	return RUN(tests);
}
