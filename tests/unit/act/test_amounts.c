/* SPDX-License-Identifier: EUPL-1.2 */
/* Amounts in euros at a token, and all those of a text. */
#include "../text/sample.h"
#include "leaf.h"

static void check(const char *text, int64_t want, int line)
{
	struct sample s;
	int64_t got = -1;
	sample(&s, text);
	size_t next = leaf_amount(&s.t, 0, &got);
	if (got != want || (want < 0) != (next == 0)) {
		print_error("line %d, \"%s\": %lld\n", line, text, (long long)got);
		fail();
	}
	sample_done(&s);
}
#define AMOUNT(text, cents) check((text), (cents), __LINE__)
#define NONE(text) check((text), -1, __LINE__)

TEST(test_amounts__shapes)
{
	AMOUNT("20 000 €", 2000000);
	AMOUNT("20000€", 2000000);
	AMOUNT("20\xC2\xA0"
	       "000\xE2\x80\xAF€",
	       2000000);
	AMOUNT("20 000,50 euros", 2000050);
	AMOUNT("1 500 000 €", 150000000);
	AMOUNT("20.000 €", 2000000);
	AMOUNT("1.500.000,25 €", 150000025);
	AMOUNT("699.92€", 69992);
	AMOUNT("12,5 €", 1250);
	AMOUNT("0,05 €", 5);
	AMOUNT("0 €", 0);
	AMOUNT("1 euro", 100);
	AMOUNT("35 EUR", 3500);
}

TEST(test_amounts__multiples)
{
	AMOUNT("228KE", 22800000);
	AMOUNT("2,5 KE", 250000);
	NONE("228ke");
	AMOUNT("12,5 M€", 1250000000);
	AMOUNT("3 k€", 300000);
	AMOUNT("3 K€", 300000);
	AMOUNT("1,234 M€", 123400000);
	AMOUNT("2 millions d'euros", 200000000);
	AMOUNT("1,5 milliard d’euros", 150000000000);
	AMOUNT("40 milliers d'euros", 4000000);
}

TEST(test_amounts__none)
{
	NONE("12,345 €");
	NONE("20 000");
	NONE("20 000 visiteurs");
	NONE("000 €");
	NONE("20  000 €");
	NONE("12,5 m€");
	NONE("2 millions de personnes");
	NONE("2 k");
	NONE("euros");
	NONE("57 %");
	NONE("1 000 000 000 001 €");
	NONE("1 000 001 M€");
	NONE("12,3456789 M€");
	NONE("9999999999 €");
}

TEST(test_amounts__limit)
{
	AMOUNT("1 000 000 000 000 €", INT64_C(100000000000000));
	AMOUNT("1 000 000 M€", INT64_C(100000000000000));
}

static void check_all(const char *text, const char *want, int line)
{
	struct sample s;
	struct item *items;
	size_t n;
	struct str got = {"", 0};
	sample(&s, text);
	leaf_amounts(&s.a, &s.t, 0, s.t.n, &items, &n, NULL);
	for (size_t k = 0; k < n; k++) {
		struct str quote = str_part(s.text.bytes, items[k].span.start, items[k].span.end);
		got = arena_printf(&s.a, "%.*s%.*s=%lld;", STR_ARG(got), STR_ARG(quote), (long long)items[k].centimes);
	}
	if (!str_eq(got, str_c(want))) {
		print_error("line %d: %.*s\n", line, STR_ARG(got));
		fail();
	}
	sample_done(&s);
}
static void check_left(const char *text, size_t read, size_t left, int line)
{
	struct sample s;
	struct sums_left got = {0};
	struct item *items;
	size_t n;
	sample(&s, text);
	leaf_amounts(&s.a, &s.t, 0, s.t.n, &items, &n, &got);
	if (n != read || got.n != left) {
		print_error("line %d: %zu read, %zu left out\n", line, n, got.n);
		fail();
	}
	sample_done(&s);
}
#define LEFT(text, read, left) check_left((text), (read), (left), __LINE__)

#define ALL(text, want) check_all((text), (want), __LINE__)

TEST(test_amounts__all_of_a_text)
{
	ALL("une aide de 20 000 € puis 5 € et 12 voix", "20 000 €=2000000;5 €=500;");
	ALL("en 2023 20 000 €", "20 000 €=2000000;");
	ALL("chapitre 65 20 000 €", "20 000 €=2000000;");
	ALL("rien", "");
}

/* The end of a number that is no amount itself. */
TEST(test_amounts__ends_of_other_numbers)
{
	ALL("un taux de 90,34788 € par mètre", "");
	ALL("12,345 € le litre, soit 12 345,678 € ou 1,234,567 €", "");
	ALL("724 996,32 181 € 249,08", "");
	ALL("1.234.567,89 € HT", "1.234.567,89 €=123456789;");
}

TEST(test_amounts__centimes_behind_the_unit)
{
	AMOUNT("38 euros 50", 3850);
	AMOUNT("38 euros 50.", 3850);
	AMOUNT("1 200 euros 05 centimes", 120005);
	AMOUNT("12 € 50 cts", 1250);
	AMOUNT("12€50", 1250);
	NONE("38 euros 50 places");
	ALL("30 euros 25 €", "30 euros=3000;25 €=2500;");
	ALL("12 € 50 places", "12 €=1200;");
	ALL("38 euros\n50 places", "38 euros=3800;");
	ALL("2 millions d'euros 50", "2 millions d'euros=200000000;");
}

/* A space behind the comma or the dot: the cents, or the last group, of the number before it. */
TEST(test_amounts__space_inside_an_amount_gives_none)
{
	ALL("une aide de 4120, 50 € et de 7 480, 15 €", "");
	ALL("soit 5, 3 millions d'euros, ou 2310, 5 K€", "");
	ALL("5, 12 €", "");
	ALL("12 000 € HT soit 14.\n418,40 € TTC", "12 000 €=1200000;");
	ALL("en 2031, 50 € puis en 2032, 1 200 €", "50 €=5000;1 200 €=120000;");
	ALL("ID : 031-213001234-20310331-PV31032031-0€ puis 12 €", "12 €=1200;");
	ALL("37 500 €, 30 000 €, 45 €", "37 500 €=3750000;30 000 €=3000000;45 €=4500;");
	ALL("lot 3, 1 200 €", "1 200 €=120000;");
}

/* Groups that make no number: their last figures are no amount. */
TEST(test_amounts__groups_that_make_no_number)
{
	ALL("Excédent reporté | 47 81342 € puis 3 €", "3 €=300;");
	ALL("pour un montant de 76 31,50 € HT et 8 412 33,17€", "");
	ALL("soit 6 B71,45€ toutes taxes, 7 2B3,45 € et 60 O00€", "60 O00€=6000000;");
	ALL("soit 6 B71 € et le lot B 71 €", "71 €=7100;");
	ALL("Groupe B1    3 200 €", "3 200 €=320000;");
	ALL("041 12,50 € | 23 0,00 € | 240 m2 31,50 €", "12,50 €=1250;0,00 €=0;31,50 €=3150;");
	ALL("lots 1   42,50 €", "42,50 €=4250;");
	ALL("le Maire dit 18200417 2031 88-VAREX?a1 34001 0€", "");
	ALL("031-213001234-20310331-D31_18-0€\n031-213001234-20310331-D31_18.0€\n031-213001234-20310331-18_-0€", "");
	ALL("031-213001234-20310331-18-DE 300 € et 031-213001234-20310331 verse 0 €", "300 €=30000;0 €=0;");
	ALL("Lot CM12 641 300 € | 7 000 €", "7 000 €=700000;");
	ALL("de10 000 € TTC12 000 €", "10 000 €=1000000;12 000 €=1200000;");
	ALL("|Total|318 318 204,50 € 204,50 €|", "204,50 €=20450;");
	ALL("|Total|318 204,50 € 204,50 €|", "318 204,50 €=31820450;204,50 €=20450;");
	ALL("040 3164728€ | 021 Virement 8 412,90€\n012 3164728€", "8 412,90€=841290;3164728€=316472800;");
	ALL("une part de 0 €, soit 0€", "0 €=0;0€=0;");
}

/* Read without its sign it would be another sum. */
TEST(test_amounts__below_zero_gives_none)
{
	ALL("un déficit reporté de - 14 208,31 € et un besoin de\n- 45 €", "45 €=4500;");
	ALL("62268 Honoraires -2 115€\nautres : -31 000,00 €", "");
	ALL("Déficit :    - 702,18 €\nRésultat : -16 044,52 €\n-16 044,52 €", "");
	ALL("attribue :\n- 150 € au club\n-200 € à l'amicale\n- 300 €", "150 €=15000;200 €=20000;300 €=30000;");
	ALL("les aides : - 150 € au club - 200 € à l'amicale", "150 €=15000;200 €=20000;");
	ALL("en 2031 - 76 000 € et opération 2031-40 - 500 €", "76 000 €=7600000;500 €=50000;");
	ALL("le reversement (-1 460 € HT), l'avenant (- 3 804,50 € H.T.) et la baisse de 2 % (-17,5K€)", "");
	ALL("Total : - 20 709,00 € HT\n|Solde|-18 023,56 €|\n|Report|- 12,00 €|", "");
	ALL("solde d'exécution - 18 023,56 € ; soit – 1’745€ ; résultat =-3 €", "");
	ALL("|Aides|- 500 € au club|- 300 € à l'amicale|", "500 €=50000;300 €=30000;");
	ALL("(100-200 €)", "200 €=20000;");
	ALL("le résultat de clôture s'élève à - 529 109.27€ en 2031", "");
	ALL("Résultat reporté - 1 200,50 € dont 12 €", "12 €=1200;");
	ALL("Section de fonctionnement : – 1 200,50 € Section d'investissement : -3 000 € Report : - 45 000 € Aides : 12 €", "12 €=1200;");
	ALL("les aides de fonctionnement : - 150 € au club - 200 € à l'amicale", "150 €=15000;200 €=20000;");
}

TEST(test_amounts__number_of_an_account_is_none)
{
	ALL("Chapitre 27 – compte 2748               €\n\nChapitre 27 – compte 2749               €", "");
	ALL("à l'article 6574 €", "");
	ALL("au compte 2748 : 3 000 €, au chapitre 27 3 000 €, compte 6574 150 €", "3 000 €=300000;3 000 €=300000;");
	ALL("au chapitre 65 500 €", "");
}

TEST(test_amounts__apostrophes_between_groups)
{
	ALL("soit 1’745€ et 22'318,41 €", "1’745€=174500;22'318,41 €=2231841;");
	ALL("près d’1 €", "1 €=100;");
	ALL("1'74 €", "");
}

TEST(test_amounts__two_readings_give_none)
{
	ALL("657  500 €", "");
	ALL("20\n000 €", "");
	ALL("20\n500 € et 3 €", "3 €=300;");
	ALL("en 2023  500 €", "500 €=50000;");
	ALL("un montant de 20\n500 € HT, soit 1 024\n        600,50 € TTC", "20\n500 €=2050000;1 024\n        600,50 €=102460050;");
	ALL("s'élève à 103\n400.09€ ; un montant de\n16\n455,32 € ; un montant de 16\n\n455,32 €", "103\n400.09€=10340009;");
	ALL("dans un délai de 20\n500 € au club", "");
}

TEST(test_amounts__range_is_kept)
{
	struct sample s;
	struct item *items;
	size_t n = 77;
	sample(&s, "5 € 6 €");
	leaf_amounts(&s.a, &s.t, 0, 1, &items, &n, NULL);
	assert_int_equal(n, 0);
	leaf_amounts(&s.a, &s.t, 2, 4, &items, &n, NULL);
	assert_int_equal(n, 1);
	assert_int_equal(items[0].centimes, 600);
	sample_done(&s);
}

TEST(test_amounts__list_limit)
{
	struct sample s;
	struct item *items;
	size_t n, count = LIMIT_LIST_ITEMS + 1;
	char *text = malloc(count * 5 + 1);
	for (size_t k = 0; k < count; k++)
		memcpy(text + 5 * k, "5€,", 5);
	sample_bytes(&s, text, (count - 1) * 5);
	leaf_amounts(&s.a, &s.t, 0, s.t.n, &items, &n, NULL);
	assert_int_equal(n, LIMIT_LIST_ITEMS);
	sample_done(&s);
	sample_bytes(&s, text, count * 5);
	leaf_amounts(&s.a, &s.t, 0, s.t.n, &items, &n, NULL);
	assert_int_equal(n, LIMIT_LIST_ITEMS);
	sample_done(&s);
	free(text);
}

TEST(test_amounts__digits_of_a_scanner)
{
	AMOUNT("35 OOO €", 3500000);
	AMOUNT("2O,5O €", 2050);
	NONE("35 00l €");
	NONE("I2 €");
	NONE("2l €");
	ALL("une aide de l2 345 € et de 1l 345 € puis de 20 €", "20 €=2000;");
}

static void check_first_left(const char *text, const char *first, int line)
{
	struct sample s;
	struct sums_left got = {0};
	struct item *items;
	size_t n;
	sample(&s, text);
	leaf_amounts(&s.a, &s.t, 0, s.t.n, &items, &n, &got);
	const struct str shown = got.n ? str_part(str_c(text), got.at[0].start, got.at[0].end) : STR("");
	if (!str_eq(shown, str_c(first))) {
		print_error("line %d: left out is « %.*s »\n", line, STR_ARG(shown));
		fail();
	}
	sample_done(&s);
}
#define FIRST_LEFT(text, first) check_first_left((text), (first), __LINE__)

TEST(test_amounts__sums_left_out_are_shown)
{
	FIRST_LEFT("un crédit de 15o 000 € par an", "15o 000 €");
	FIRST_LEFT("au prix de 7 45o € HT", "7 45o €");
	FIRST_LEFT("un prix de 4 120, 50 € net", "4 120, 50 €");
	FIRST_LEFT("un solde de - 396,80 €", "- 396,80 €");
	FIRST_LEFT("12 lots, 657  500 € en tout", "657  500 €");
	FIRST_LEFT("12 € à 14 o €", "");
}

TEST(test_amounts__sums_left_out_are_counted)
{
	LEFT("Les soldes sont de : - 24 797,68 € en fonctionnement, - 41 722,85 € en investissement, - 66 520,53 € au total. Le déficit est de - 396,80 €.", 0, 4);
	LEFT("Les soldes sont de : - 24 797,68 € en fonctionnement et - 41 722,85 € en investissement\n- 45 € au club", 1, 2);
	LEFT("les aides : - 150 € au club, - 200 € à l'amicale", 2, 0);
	LEFT("un total de 5 G45,28 € et de 1l 345 €, soit 12 €", 1, 2);
	LEFT("657  500 € puis 4 120, 50 € ; un prix de 90,34788 €, 0,041 € le litre", 0, 2);
	LEFT("compte 2156          €\nID : 031-PV12032031-0€", 0, 0);
	LEFT("12 € et 14 €", 2, 0);
}

TEST(test_amounts__units_in_other_words)
{
	AMOUNT("1 000 000 d'euros", 100000000);
	AMOUNT("2.500.000 d’euros HT", 250000000);
	AMOUNT("250 k euros", 25000000);
	AMOUNT("12 keuros", 1200000);
	AMOUNT("1,5 M d'euros", 150000000);
	AMOUNT("1 250€00 par an", 125000);
	AMOUNT("15 euros 20 par jour", 1520);
	AMOUNT("15 euros 20 le kilo", 1520);
	AMOUNT("450€50, 12 lots", 45050);
	LEFT("1 000 000 d'euros, 1 250€00, 15 euros 20, 12 k€", 4, 0);
	LEFT("15 euros 20 et 10 euros", 2, 0);
	/* voices, other things counted, another number's end */
	LEFT("au prix de 15 euros 20 pour et 3 contre", 0, 1);
	LEFT("au prix de 15 euros 20 habitants", 0, 1);
	LEFT("un prix de 4 120, 50 €", 0, 1);
	LEFT("12 d'entre eux, 5 m d'avance, 3 k", 0, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_amounts__shapes),
		cmocka_unit_test(test_amounts__units_in_other_words),
		cmocka_unit_test(test_amounts__centimes_behind_the_unit),	       cmocka_unit_test(test_amounts__multiples),
		cmocka_unit_test(test_amounts__none),	       cmocka_unit_test(test_amounts__limit),
		cmocka_unit_test(test_amounts__all_of_a_text), cmocka_unit_test(test_amounts__ends_of_other_numbers), cmocka_unit_test(test_amounts__two_readings_give_none),
		cmocka_unit_test(test_amounts__range_is_kept), cmocka_unit_test(test_amounts__list_limit),
		cmocka_unit_test(test_amounts__number_of_an_account_is_none),
		cmocka_unit_test(test_amounts__groups_that_make_no_number),
		cmocka_unit_test(test_amounts__below_zero_gives_none),
		cmocka_unit_test(test_amounts__sums_left_out_are_counted), cmocka_unit_test(test_amounts__sums_left_out_are_shown),
		cmocka_unit_test(test_amounts__digits_of_a_scanner), cmocka_unit_test(test_amounts__space_inside_an_amount_gives_none), cmocka_unit_test(test_amounts__apostrophes_between_groups),
	};
	return RUN(tests);
}
