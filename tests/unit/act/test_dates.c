/* SPDX-License-Identifier: EUPL-1.2 */
/* Dates and hours at a token, in every shape acts use, and what is none. */
#include "../text/sample.h"
#include "leaf.h"

/* Read at the first token; want "AAAA-MM-JJ" or "" for nothing. */
static void check_date(const char *text, const char *want, int weekday, const char *rest, int line)
{
	struct sample s;
	struct date d = {0};
	int day = 77;
	char out[DATE_TEXT] = "";
	sample(&s, text);
	size_t next = leaf_date(&s.t, 0, &d, &day);
	if (next > 0)
		date_text(d, out);
	struct str after = str_part(s.text.bytes, s.t.at[next].start, s.text.bytes.n);
	if (strcmp(out, want) != 0 || day != (want[0] ? weekday : 77) || (want[0] && !str_eq(after, str_c(rest)))) {
		print_error("line %d, \"%s\": %s, weekday %d, rest \"%.*s\"\n", line, text, out, day, STR_ARG(after));
		fail();
	}
	sample_done(&s);
}
#define DATE(text, want, weekday, rest) check_date((text), (want), (weekday), (rest), __LINE__)
#define NO_DATE(text) check_date((text), "", 0, "", __LINE__)

TEST(test_dates__figures)
{
	DATE("28/08/2023 à", "2023-08-28", -1, "à");
	DATE("28.08.2023.", "2023-08-28", -1, ".");
	DATE("28-08-2023", "2023-08-28", -1, "");
	DATE("1.7.2021", "2021-07-01", -1, "");
	DATE("2023-08-28", "2023-08-28", -1, "");
	DATE("16 / 02 / 2023", "2023-02-16", -1, "");
	DATE("01/07/21", "2021-07-01", -1, "");
	DATE("01/07/99", "1999-07-01", -1, "");
	DATE("lundi 28/08/2023", "2023-08-28", 0, "");
	DATE("le 28/08/2023", "2023-08-28", -1, "");
	DATE("29/02/2024", "2024-02-29", -1, "");
}

TEST(test_dates__no_figures)
{
	NO_DATE("29/02/2023");
	NO_DATE("31/04/2023");
	NO_DATE("28/13/2023");
	NO_DATE("00/12/2023");
	NO_DATE("23.1.49");
	NO_DATE("2021-07-01-003");
	NO_DATE("1/7/21");
	NO_DATE("28/08-2023");
	NO_DATE("28/\n08/2023");
	NO_DATE("28 /08/2023");
	NO_DATE("14/25-02-20/C");
	NO_DATE("54/0/0");
	NO_DATE("28/08/0023");
	NO_DATE("28/08");
}

TEST(test_dates__letters)
{
	DATE("28 août 2023 à", "2023-08-28", -1, "à");
	DATE("28 AOUT 2023", "2023-08-28", -1, "");
	DATE("1er juillet 2021", "2021-07-01", -1, "");
	DATE("1 er février 2021", "2021-02-01", -1, "");
	DATE("ler juillet 2021", "2021-07-01", -1, ""); /* as a scanner reads 1er */
	DATE("Ier juillet 2021", "2021-07-01", -1, "");
	DATE("l er juillet 2021", "2021-07-01", -1, "");
	NO_DATE("ler 2021");
	DATE("lundi 28 août 2023", "2023-08-28", 0, "");
	DATE("le dimanche 2 mai 2021", "2021-05-02", 6, "");
	DATE("28\naoût\n2023", "2023-08-28", -1, "");
	DATE("3 sept. 2023", "2023-09-03", -1, "");
	DATE("3 févr. 2023.", "2023-02-03", -1, ".");
	DATE("premier décembre deux mille vingt-deux", "2022-12-01", -1, "");
	DATE("vingt-huit août deux mil vingt trois, à", "2023-08-28", -1, ", à");
	DATE("le six du mois de février deux mille vingt", "2020-02-06", -1, "");
	DATE("trente et un du mois d'août 2020", "2020-08-31", -1, "");
}

TEST(test_dates__opening_formula)
{
	DATE("L'an deux mille vingt-quatre, le 15 octobre à 19h", "2024-10-15", -1, "à 19h");
	DATE("L’an DEUX MILLE VINGT DEUX le 9 décembre", "2022-12-09", -1, "");
	DATE("L'an deux mil vingt-deux et le lundi trente janvier", "2022-01-30", 0, "");
	DATE("L'an deux mille vingt-quatre (2024), le quinze octobre,", "2024-10-15", -1, ",");
	DATE("L'an 2024, le 15 octobre 2024.", "2024-10-15", -1, ".");
	DATE("L'an deux mille vingt-quatre, le douze (12) mars, à", "2024-03-12", -1, ", à");
	DATE("L'an deux mille, le douze mars", "2000-03-12", -1, "");
	DATE("L'an deux mille vingt-quatre, à vingt heures, le douze mars, le", "2024-03-12", -1, ", le");
	DATE("L'AN DEUX MILLE VINGT-QUATRE Le : douze mars", "2024-03-12", -1, "");
	NO_DATE("L'an deux mille vingt-quatre, à la mairie, le douze mars");
	DATE("L'an deux-mille-vingt-trois, le six du mois de février", "2023-02-06", -1, "");
}

TEST(test_dates__no_letters)
{
	NO_DATE("28 août");
	NO_DATE("août 2023");
	NO_DATE("30 février 2023");
	NO_DATE("32 août 2023");
	NO_DATE("zéro août 2023");
	NO_DATE("028 août 2023");
	NO_DATE("28 août 23");
	NO_DATE("28 août, 2023");
	NO_DATE("28 et 29 juin 2021");
	NO_DATE("L'an deux mille vingt-quatre, le 15 octobre 2023");
	NO_DATE("L'an deux vingt deux, le 15 octobre");
	NO_DATE("L'an passé");
	NO_DATE("douze mars deux mille Service juridique vingt-quatre");
	NO_DATE("douze (11) mars 2024");
	NO_DATE("le maire");
	NO_DATE("lundi");
}

static void check_hour(const char *text, int want, const char *rest, int line)
{
	struct sample s;
	int got = -1;
	sample(&s, text);
	size_t next = leaf_hour(&s.t, 0, &got);
	struct str after = str_part(s.text.bytes, s.t.at[next].start, s.text.bytes.n);
	if (got != want || (want < 0) != (next == 0) || (want >= 0 && !str_eq(after, str_c(rest)))) {
		print_error("line %d, \"%s\": %d, rest \"%.*s\"\n", line, text, got, STR_ARG(after));
		fail();
	}
	sample_done(&s);
}
#define HOUR(text, h, m, rest) check_hour((text), (h)*60 + (m), (rest), __LINE__)
#define NO_HOUR(text) check_hour((text), -1, "", __LINE__)

TEST(test_dates__hours)
{
	HOUR("14h20, les", 14, 20, ", les");
	HOUR("14 h 20", 14, 20, "");
	HOUR("18H30.", 18, 30, ".");
	HOUR("9h", 9, 0, "");
	HOUR("18 heures 30", 18, 30, "");
	HOUR("18 heures", 18, 0, "");
	HOUR("18h30mn", 18, 30, "");
	HOUR("dix-huit heures trente", 18, 30, "");
	HOUR("dix-huit heures trente minutes, sous", 18, 30, ", sous");
	HOUR("vingt heures et demie", 20, 30, "");
	HOUR("dix-neuf heures et trente minutes, sous", 19, 30, ", sous");
	HOUR("dix-neuf heures et quart", 19, 15, "");
	HOUR("dix-neuf heures et quinze, le conseil", 19, 15, ", le conseil");
	HOUR("dix-neuf heures et quinze conseillers", 19, 0, "et quinze conseillers");
	HOUR("dix-neuf heures et vingt-deux, dont six", 19, 0, "et vingt-deux, dont six");
	HOUR("dix-neuf heures et douze conseillers", 19, 0, "et douze conseillers");
	HOUR("20 heures\n15 en session", 20, 15, "en session");
	HOUR("20 heures\n15\nen session", 20, 0, "15\nen session");
	HOUR("20 heures\n15 Présents", 20, 0, "15 Présents");
	HOUR("une heure", 1, 0, "");
	HOUR("20:30", 20, 30, "");
	HOUR("0h00", 0, 0, "");
	HOUR("23h59", 23, 59, "");
	HOUR("18 heures 7 présents", 18, 0, "7 présents");
	HOUR("18 heures 75 présents", 18, 0, "75 présents");
}

TEST(test_dates__no_hours)
{
	NO_HOUR("24h00");
	NO_HOUR("24:00");
	NO_HOUR("20:60");
	NO_HOUR("20 : 30");
	NO_HOUR("018h00");
	NO_HOUR("20 personnes");
	NO_HOUR("heures");
	NO_HOUR("20");
}

TEST(test_dates__digits_of_a_scanner)
{
	DATE("2O/1O/2O24", "2024-10-20", -1, "");
	DATE("O5 octobre 2O24", "2024-10-05", -1, "");
	NO_DATE("l2/10/2024");
	NO_DATE("12/1l/2024");
	NO_DATE("2l octobre 2024");
	HOUR("14h2O", 14, 20, "");
	NO_HOUR("14h2l");
	NO_HOUR("14 h 2l");
	NO_HOUR("14:2l");
	NO_HOUR("I4h20");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates__figures),	  cmocka_unit_test(test_dates__no_figures),
		cmocka_unit_test(test_dates__letters),	  cmocka_unit_test(test_dates__opening_formula),
		cmocka_unit_test(test_dates__no_letters), cmocka_unit_test(test_dates__hours),
		cmocka_unit_test(test_dates__no_hours),
		cmocka_unit_test(test_dates__digits_of_a_scanner),
	};
	return RUN(tests);
}
