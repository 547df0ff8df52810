/* SPDX-License-Identifier: EUPL-1.2 */
/* Pouvoirs: each way a proxy is written, and every mention counted: a list with one missing must never be called read. */
#include "../../support/people_support.h"

#define HERE "Présents : M. Paul PETIT, Mme Anne GRAND, M. Luc MOREL.\n"

static void pouvoirs(const char *text, const char *want, int line)
{
	for (int flat = 0; flat < 2; flat++) {
		struct act_case c;

		act_begin(&c);
		act_bytes(&c, str_c(flat ? act_flat(&c, text) : text));
		people_list_at(&c, "pouvoirs", want, line);
		act_close(&c);
	}
}
#define READ(text, want) pouvoirs(EXTRACT(HERE text), want, __LINE__)

static void not_read(const char *text, enum field_status status, const char *why, int line)
{
	struct act_case c;

	act_open(&c, text);
	people_why_at(&c, "pouvoirs", status, why, line);
	act_close(&c);
}
#define UNREAD(text, why) not_read(EXTRACT(HERE text), FIELD_ILLISIBLE, why, __LINE__)
#define UNSURE(text, why) not_read(EXTRACT(HERE text), FIELD_AMBIGU, why, __LINE__)

TEST(test_proxies__in_parentheses)
{
	READ("Absents : M. VIAL (pouvoir à M. PETIT), Mme ROUX (procuration à Mme GRAND), M. SIMON.\n", "M. VIAL > M. PETIT; Mme ROUX > Mme GRAND");
	READ("Absents et pouvoirs :\nM. VIAL (pouvoir\ndonné à M. PETIT), Mme ROUX (pouvoir donné à Mme  GRAND)\n",
	     "M. VIAL > M. PETIT; Mme ROUX > Mme GRAND");
	READ("Excusés : Marc VIAL (ayant donné pouvoir à Paul PETIT) / Léa ROUX (pouvoir donné Anne GRAND)\n",
	     "Marc VIAL > Paul PETIT; Léa ROUX > Anne GRAND");
	READ("Absents : M. VIAL (pouvoir à M. PETIT) (Tournus), M. SIMON (Orval)\n", "M. VIAL > M. PETIT");
}

/* Twenty-two voices of twenty presents: three were represented, and nobody by anybody. */
TEST(test_proxies__represented_by_whom)
{
	READ("Absents représentés : Mmes Marthe Vial (Paul Petit), Léa Roux (Anne Grand).\n", "Marthe Vial > Paul Petit; Léa Roux > Anne Grand");
	UNREAD("Absents représentés : Mmes Marthe Vial (Paul Simon), Léa Roux (Anne Grand).\n", "non comprise");
	UNREAD("Absents représentés : Mme VIAL, M. SIMON.\n", "sans que l'on comprenne par qui");
	READ("Absents non représentés : Mme VIAL, M. SIMON.\n", "");
}

TEST(test_proxies__verbs)
{
	READ("Absents excusés :\nM. VIAL a donné pouvoir à M. PETIT\nMme ROUX a donné procuration à Mme GRAND\n",
	     "M. VIAL > M. PETIT; Mme ROUX > Mme GRAND");
	READ("Procuration : Marc VIAL donne procuration à Paul PETIT\n", "Marc VIAL > Paul PETIT");
	READ("Absents : Mme ROUX donnant pouvoir à Mme GRAND M. VIAL donnant pouvoir à M. PETIT\n", "Mme ROUX > Mme GRAND; M. VIAL > M. PETIT");
	READ("Absents : Marc VIAL avait donné pouvoir à Paul PETIT\n", "Marc VIAL > Paul PETIT");
	READ("Absents : Marc VIAL Pouvoir à Anne GRAND\n", "Marc VIAL > Anne GRAND");
	READ("Absents : M. VIAL, qui a donné pouvoir à M. PETIT ; Mme ROUX, procuration à Mme GRAND.\n", "M. VIAL > M. PETIT; Mme ROUX > Mme GRAND");
}

TEST(test_proxies__under_a_heading)
{
	READ("Pouvoirs : M. VIAL à M. PETIT, Mme ROUX à Mme GRAND\n", "M. VIAL > M. PETIT; Mme ROUX > Mme GRAND");
	READ("Ont donné pouvoir : M. VIAL à M. PETIT, Mme ROUX à Mme GRAND.\n", "M. VIAL > M. PETIT; Mme ROUX > Mme GRAND");
	READ("Absents ayant donné procuration : M. VIAL à M. PETIT, Mme ROUX à Mme GRAND.\n", "M. VIAL > M. PETIT; Mme ROUX > Mme GRAND");
	READ("Étaient excusés et avaient donné pouvoir de voter en leur nom : M. VIAL à M. PETIT\n", "M. VIAL > M. PETIT");
	READ("Procurations :\nMarc VIAL ............ à Paul PETIT\nLéa ROUX ........... à Anne GRAND\n", "Marc VIAL > Paul PETIT; Léa ROUX > Anne GRAND");
	READ("Pouvoirs : M. VIAL (Tournus) à M. PETIT (Orval), Mme ROUX à Mme GRAND\n", "M. VIAL > M. PETIT; Mme ROUX > Mme GRAND");
	READ("Absents excusés : M. VIAL\nPouvoir de M. VIAL à M. PETIT.\n", "M. VIAL > M. PETIT");
	READ("DÉLÉGATIONS DE VOTE : Mme VIAL à M. PETIT\n", "Mme VIAL > M. PETIT");
	READ("Conformément à l'article L. 2121-20 du code général des collectivités territoriales, ont donné pouvoir écrit de voter en leur nom : M. VIAL à "
	     "M. PETIT\n",
	     "M. VIAL > M. PETIT");
}

TEST(test_proxies__in_a_sentence_of_its_own)
{
	READ("Absents excusés : M. VIAL, M. SIMON.\nDate de convocation : 3 mars 2024\nM. VIAL a donné pouvoir à M. PETIT.\n", "M. VIAL > M. PETIT");
}

TEST(test_proxies__represented)
{
	READ("Absents : M. VIAL (représenté par M. PETIT)\n", "M. VIAL > M. PETIT");
	READ("Représentés : M. VIAL par M. PETIT, Mme ROUX par Mme GRAND\n", "M. VIAL > M. PETIT; Mme ROUX > Mme GRAND");
	not_read("Communauté de communes du Val\nLe conseil communautaire de la communauté de communes s'est réuni le 12 mars 2024.\n"
		 "Présents : M. PETIT, Mme GRAND.\nAbsents : M. VIAL, représenté par M. PETIT, M. SIMON.\nObjet : école\nVu le code ;\n",
		 FIELD_ILLISIBLE, "une mention de pouvoir n'est pas comprise : « ", __LINE__);
	pouvoirs("Communauté de communes du Val\nLe conseil communautaire de la communauté de communes s'est réuni le 12 mars 2024.\n"
		 "Présents : M. PETIT, Mme GRAND.\nAbsents : M. VIAL, représenté par son suppléant M. PETIT.\nObjet : école\nVu le code ;\n",
		 "", __LINE__);
}

TEST(test_proxies__printed_twice)
{
	pouvoirs(EXTRACT("Présents : M. Paul PETIT (Procuration de Mme Léa ROUX), Mme Anne GRAND.\n"
			 "Excusés : Mme Léa ROUX (Procuration à M. Paul PETIT), M. SIMON.\n"),
		 "Mme Léa ROUX > M. Paul PETIT", __LINE__);
}

TEST(test_proxies__written_shortly)
{
	pouvoirs(EXTRACT("Présents : M. Paul PETIT, Mme Anne GRAND.\nExcusés : Mme Léa ROUX (pouvoir Anne GRAND), M. SIMON (pouvoir : M. "
			 "Paul PETIT).\n"), "Mme Léa ROUX > Anne GRAND; M. SIMON > M. Paul PETIT", __LINE__);
	pouvoirs(EXTRACT("Présents : Paul PETIT, Anne GRAND.\nPouvoirs : Léa ROUX => Anne GRAND, Luc SIMON -> Paul PETIT\n"),
		 "Léa ROUX > Anne GRAND; Luc SIMON > Paul PETIT", __LINE__);
	/* Someone who is there holds it. */
	UNREAD("Présents : M. PETIT, Mme GRAND (pouvoir VIAL).\n", "");
}

TEST(test_proxies__one_mention_not_understood)
{
	UNREAD("Absents et pouvoirs : M. VIAL (pouvoir donné à M. PETIT), Mme ROUX (pouvoir chez Mme GRAND), M. SIMON (pouvoir donné à M. MOREL)\n",
	       "3 mentions de pouvoir, dont 2 comprises");
	UNREAD("Absents : M. VIAL (pouvoir)\n", "une mention de pouvoir n'est pas comprise : « ");
	UNREAD("Absents : M. VIAL (pouvoir à M. le Maire de Tournus)\n", "n'est pas comprise : « M. VIAL (pouvoir à M. le Maire de Tournus) »");
	UNREAD("Absents : M. VIAL, Mme ROUX.\nUn pouvoir de Mme ROUX est remis au maire.\n", "mention");
	UNREAD("Absents : M. MOREL, M. VIAL et Mme ROUX ont donné pouvoir à M. PETIT.\n", "");
	UNREAD("Absents : M. VIAL et Mme ROUX ont donné pouvoir à M. PETIT et Mme GRAND.\n", "");
	UNREAD("Pouvoirs : M. VIAL à M. PETIT, Mme ROUX.\n", "2 mentions de pouvoir, dont 1 comprise");
	UNREAD("Absents : M. VIAL (pouvoir de M. PETIT).\n", "une mention de pouvoir n'est pas comprise");
}

TEST(test_proxies__of_two_together)
{
	READ("Absents : M. VIAL et Mme ROUX ont donné pouvoir à M. PETIT.\n", "M. VIAL > M. PETIT; Mme ROUX > M. PETIT");
}

/* The words that were not understood are shown. */
TEST(test_proxies__the_mention_not_understood_is_quoted)
{
	UNREAD("Absents : M. VIAL (pouvoir donné à M. PETIT), Mme ROUX (pouvoir chez Mme GRAND).\n",
	       "2 mentions de pouvoir, dont 1 comprise ; non comprise : « Mme ROUX (pouvoir chez Mme GRAND) »");
	UNREAD("Absents : M. VIAL, Mme ROUX.\nUn pouvoir de Mme ROUX est remis au maire.\n", "n'est pas comprise : « pouvoir de Mme ROUX est remis au maire. »");
}

TEST(test_proxies__a_holder_by_his_title)
{
	READ("Absents : M. VIAL (pouvoir à M. le Maire), Mme ROUX.\n", "M. VIAL > M. Paul PETIT");
	READ("Pouvoirs : Mme ROUX à Monsieur le Maire, M. VIAL à Mme GRAND.\n", "Mme ROUX > M. Paul PETIT; M. VIAL > Mme GRAND");
	UNREAD("Absents : M. VIAL (pouvoir à M. le Président)\n", "« M. le Président » porte un pouvoir");
	UNREAD("Absents : M. VIAL (pouvoir à M. le Maire, Luc MOREL)\n", "");
	not_read("Commune de Mirebois\nLe conseil municipal s'est réuni le 12 mars 2024 sous la présidence de M. Luc MOREL, premier adjoint au maire.\n"
		 HERE "Absents : M. VIAL (pouvoir à M. le Maire)\nObjet : école\nVu le code ;\n",
		 FIELD_ILLISIBLE, "« M. le Maire » porte un pouvoir", __LINE__);
}

TEST(test_proxies__givers_without_holders)
{
	UNREAD("Absents ayant voté par procuration en application de l'article L. 2121-20 du CGCT :\nMarc VIAL, Léa ROUX.\nAbsents :\nRémi SIMON\n",
	       "mandants nommés sans mandataire");
	UNREAD("Ont donné pouvoir : M. VIAL, Mme ROUX.\n", "mandants nommés sans mandataire");
}

TEST(test_proxies__nobody)
{
	READ("", "");
	READ("Absents : M. VIAL.\n", "");
	READ("Pouvoirs : néant\n", "");
	READ("Pouvoirs :\nAbsents : M. VIAL.\n", "");
	READ("Absents : M. VIAL (sans pouvoir).\n", "");
	not_read(EXTRACT("Présents : M. PETIT, Mme GRAND venue seule.\n"), FIELD_ILLISIBLE, "n'est pas comprise", __LINE__);
	not_read(EXTRACT(""), FIELD_ILLISIBLE, "introuvable", __LINE__);
	pouvoirs(EXTRACT("Présents : M. PETIT, Mme GRAND venue seule.\nPouvoirs : 0\n"), "", __LINE__);
}

TEST(test_proxies__counts_that_ask_for_more)
{
	UNREAD("Nombre de pouvoirs : 2\nAbsents : M. VIAL (pouvoir à M. PETIT).\n", "2 pouvoirs annoncés mais 1 lu");
	UNREAD("Procurations : 3\nAbsents : M. VIAL.\n", "3 pouvoirs annoncés mais 0 lu");
	UNREAD("Nombre de votants : 6\nAbsents : M. VIAL.\n", "6 votants annoncés pour 3 présents");
	READ("Nombre de pouvoirs : 1\nAbsents : M. VIAL (pouvoir à M. PETIT).\n", "M. VIAL > M. PETIT");
}

TEST(test_proxies__words_that_are_no_proxy)
{
	READ("Vous voudrez bien remettre un pouvoir écrit.\nAbsents : M. VIAL.\n", "");
	READ("Rappel des délégations de pouvoirs du conseil au maire.\nAbsents : M. VIAL.\n", "");
}

TEST(test_proxies__two_holders_for_one_giver)
{
	UNSURE("Pouvoirs : M. VIAL à M. PETIT, Mme ROUX à Mme GRAND.\nAbsents : M. VIAL (pouvoir à M. MOREL).\n", "VIAL donne pouvoir à PETIT et à MOREL");
	READ("Pouvoirs : M. VIAL à M. PETIT (jusqu'au point 3), M. SIMON à Mme GRAND.\n", "M. VIAL > M. PETIT <|jusqu'au point 3>; M. SIMON > Mme GRAND");
}

/* Found by fuzzing: the candidates were five empty lines. */
TEST(test_proxies__candidates_are_the_words_that_disagree)
{
	struct act_case c;

	act_open(&c, EXTRACT(HERE "Pouvoirs : M. VIAL à M. PETIT, Mme ROUX à Mme GRAND.\nAbsents : M. VIAL (pouvoir à M. MOREL).\n"));
	const struct field *f = act_field(&c, "pouvoirs");
	assert_int_equal(f->statut, FIELD_AMBIGU);
	for (size_t i = 0; i < f->n; i++)
		assert_true(f->items[i].texte.n > 0);
	act_close(&c);
}

TEST(test_proxies__bounded_ones_are_ambigu_for_an_acte)
{
	struct act_case c;

	act_open(&c, EXTRACT(HERE "Pouvoirs : M. VIAL à M. PETIT (à partir de 22h40).\n"));
	PEOPLE(&c, "pouvoirs", "M. VIAL > M. PETIT <à partir de 22h40|>");
	WHY(&c, "acte.pouvoirs", FIELD_AMBIGU, "22h40");
	act_close(&c);
}

TEST(test_proxies__a_sentence_after_the_list_is_not_the_last_name_s)
{
	pouvoirs(EXTRACT("Présents : PETIT P., GRAND A., MOREL L.\n\nProcuration de VIAL M. à GRAND A.\n"), "VIAL M. > GRAND A.", __LINE__);
}

TEST(test_proxies__a_couple_is_two_people)
{
	UNSURE("Absents : M. VIAL (pouvoir à M. ROUX), Mme SIMON (pouvoir à Mme ROUX).\n", "un homme ici, une femme là");
}

TEST(test_proxies__not_from_the_present)
{
	not_read(EXTRACT("Présents : M. PETIT (pouvoir à Mme GRAND), Mme GRAND.\n"), FIELD_ILLISIBLE, "un présent qui donne pouvoir", __LINE__);
}

TEST(test_proxies__the_passage_is_the_whole_mention)
{
	struct act_case c;

	act_open(&c, EXTRACT(HERE "Absents : M. VIAL (pouvoir\ndonné à M. PETIT), M. SIMON.\n"));
	assert_str(act_quote(&c, act_field(&c, "pouvoirs")->items[0].span), "M. VIAL (pouvoir\ndonné à M. PETIT)");
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_proxies__in_parentheses),
		cmocka_unit_test(test_proxies__represented_by_whom),
		cmocka_unit_test(test_proxies__verbs),
		cmocka_unit_test(test_proxies__under_a_heading),
		cmocka_unit_test(test_proxies__in_a_sentence_of_its_own),
		cmocka_unit_test(test_proxies__represented),
		cmocka_unit_test(test_proxies__printed_twice),
		cmocka_unit_test(test_proxies__written_shortly),
		cmocka_unit_test(test_proxies__one_mention_not_understood),
		cmocka_unit_test(test_proxies__of_two_together),
		cmocka_unit_test(test_proxies__the_mention_not_understood_is_quoted),
		cmocka_unit_test(test_proxies__a_holder_by_his_title),
		cmocka_unit_test(test_proxies__givers_without_holders),
		cmocka_unit_test(test_proxies__nobody),
		cmocka_unit_test(test_proxies__counts_that_ask_for_more),
		cmocka_unit_test(test_proxies__words_that_are_no_proxy),
		cmocka_unit_test(test_proxies__two_holders_for_one_giver),
		cmocka_unit_test(test_proxies__candidates_are_the_words_that_disagree),
		cmocka_unit_test(test_proxies__bounded_ones_are_ambigu_for_an_acte),
		cmocka_unit_test(test_proxies__a_sentence_after_the_list_is_not_the_last_name_s),
		cmocka_unit_test(test_proxies__a_couple_is_two_people),
		cmocka_unit_test(test_proxies__not_from_the_present),
		cmocka_unit_test(test_proxies__the_passage_is_the_whole_mention),
	};

	return RUN(tests);
}
