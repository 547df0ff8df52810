/* SPDX-License-Identifier: EUPL-1.2 */
/* Whole numbers in figures and words, and what is none. */
#include "../text/sample.h"
#include "leaf.h"

#define NOTHING (-1)

/* The number at the first token; `taken` tokens, 0 when nothing is read. */
static void check(const char *text, int64_t want, size_t taken, int line)
{
	struct sample s;
	int64_t got = NOTHING;
	sample(&s, text);
	size_t next = leaf_number(&s.t, 0, &got);
	if (got != want || next != taken) {
		print_error("line %d, \"%s\": %lld in %zu tokens\n", line, text, (long long)got, next);
		fail();
	}
	sample_done(&s);
}
#define NUMBER(text, want, taken) check((text), (want), (taken), __LINE__)
#define NONE(text) check((text), NOTHING, 0, __LINE__)

TEST(test_numbers__figures)
{
	NUMBER("0", 0, 1);
	NUMBER("06 voix", 6, 1);
	NUMBER("54,", 54, 1);
	NUMBER("54.", 54, 1);
	NUMBER("54voix", 54, 1);
	NUMBER("999999", 999999, 1);
	NONE("1000000");
	NONE("12345678901");
}

TEST(test_numbers__groups_of_three)
{
	NUMBER("6 864 visiteurs", 6864, 2);
	NUMBER("6\xC2\xA0"
	       "864",
	       6864, 2);
	NUMBER("6\xE2\x80\xAF"
	       "864",
	       6864, 2);
	NUMBER("999 999", 999999, 2);
	NUMBER("6  864", 6, 1);
	NUMBER("6\n864", 6, 1);
	NUMBER("27 20 3 23", 27, 1);
	NUMBER("27 203 3 23", 27, 1);
	NUMBER("06 864", 6, 1);
	NUMBER("2023 864", 2023, 1);
	NUMBER("6 86", 6, 1);
	NONE("1 500 000");
}

TEST(test_numbers__figures_that_go_on)
{
	NONE("12,5");
	NONE("1.500");
	NONE("1er");
	NONE("2ème");
	NONE("2°");
	NUMBER("3, 4", 3, 1);
	NUMBER("3 , 4", 3, 1);
}

TEST(test_numbers__words_under_a_hundred)
{
	NUMBER("zéro", 0, 1);
	NUMBER("une abstention", 1, 1);
	NUMBER("seize", 16, 1);
	NUMBER("dix-sept", 17, 3);
	NUMBER("vingt et un", 21, 3);
	NUMBER("vingt-et-un", 21, 5);
	NUMBER("quarante six", 46, 2);
	NUMBER("soixante-dix", 70, 3);
	NUMBER("soixante et onze", 71, 3);
	NUMBER("soixante-dix-neuf", 79, 5);
	NUMBER("quatre-vingts", 80, 3);
	NUMBER("quatre-vingt-un", 81, 5);
	NUMBER("quatre-vingt-dix-neuf", 99, 7);
	NUMBER("septante-deux", 72, 3);
	NUMBER("nonante", 90, 1);
	NUMBER("vingt-quatre", 24, 3);
	NUMBER("quatre", 4, 1);
}

TEST(test_numbers__words_above)
{
	NUMBER("cent", 100, 1);
	NUMBER("cent vingt", 120, 2);
	NUMBER("deux cents", 200, 2);
	NUMBER("cent quatre-vingt-deux", 182, 6);
	NUMBER("mille", 1000, 1);
	NUMBER("deux mil", 2000, 2);
	NUMBER("deux mille vingt-deux", 2022, 5);
	NUMBER("deux mil vingt et deux", 2022, 5);
	NUMBER("DEUX-MILLE-VINGT-TROIS", 2023, 7);
	NUMBER("deux mille vingttrois", 2023, 3);
	NUMBER("mil neuf cent quatre-vingt-deux", 1982, 8);
	NUMBER("quatre cent mille", 400000, 3);
	NUMBER("neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf", 999999, 19);
	NUMBER("vingt-\ndeux", 22, 3);
}

TEST(test_numbers__words_that_stop)
{
	NUMBER("vingt-huit et vingt-neuf", 28, 3);
	NUMBER("deux et le", 2, 1);
	NUMBER("trois voix", 3, 1);
	NUMBER("dix, deux", 10, 1);
	NUMBER("dix. Huit élus", 10, 1);
	NUMBER("trois-\n12", 3, 1);
}

TEST(test_numbers__parts_of_others)
{
	NONE("vingt, deux");
	NONE("dix/huit");
	NONE("dix.huit");
	NONE("vingt-trols");
	NONE("dix-hu1t");
	NONE("vingt trols");
	NONE("dix hu it");
	NONE("Deux-Rives");
	NONE("dix\uFFFD");
	NONE("2-6");
	NONE("2\u20116");
	NONE("2·6");
	NONE("2'6");
	NONE("2(6)");
	NONE("2--6");
	NONE("2x6");
	NONE("2\u06006");
	NONE("2\uFFFD6");
	NONE("2|6");
	NONE("2\u0666");
	NUMBER("26¹", 26, 1);
	NUMBER("12(dont 2 pouvoirs)", 12, 1);
	NUMBER("12-Contre", 12, 1);
}

static void check_later(const char *text, size_t at)
{
	struct sample s;
	int64_t got = NOTHING;

	sample(&s, text);
	if (leaf_number(&s.t, at, &got) != at)
		fail_msg("%s: %ld", text, (long)got);
	sample_done(&s);
}

/* From a token inside. */
TEST(test_numbers__ends_of_others)
{
	check_later("vinght-trois voix", 2);
	check_later("vlngt-trois voix", 2);
	check_later("vinght-\ntrois voix", 2);
	check_later("vinght trois voix", 1);
	check_later("di x-huit voix", 3);
	check_later("di x huit voix", 2);
	check_later("d1x-huit voix", 4);
	check_later("d\uFFFDx-huit voix", 4);
	check_later("dix/huit voix", 2);
	check_later("dix, huit voix", 2);
	check_later("2-6 voix", 2);
	check_later("\u06626 voix", 1);
}

TEST(test_numbers__no_words)
{
	NONE("unité");
	NONE("unanimité");
	NONE("et un");
	NONE("deux vingt deux");
	NONE("mille mille");
	NONE("centième");
	NONE("voix");
	NONE("sixième");
	NONE("dix dix");
	NONE(", un");
}

TEST(test_numbers__hostile_lengths)
{
	char text[1801];
	for (size_t k = 0; k < 300; k++)
		memcpy(text + 6 * k, "mille-", 6);
	text[1800] = '\0';
	NONE(text);
	for (size_t k = 0; k < 900; k++)
		memcpy(text + 2 * k, "un", 2);
	NONE(text);
}

/* The space behind a number is seen whatever its digits are. */
TEST(test_numbers__groups_behind_odd_digits)
{
	NUMBER("1O 000 €", 10000, 2);
	NUMBER("1O\xC2\xA0" "000", 10000, 2);
	NUMBER("1O\xE2\x80\xAF" "000", 10000, 2);
	NUMBER("1O  000", 10, 1);
	NUMBER("1２ 000", 12000, 2);
	NUMBER("1O", 10, 1);
	NUMBER("35 OOO €", 35000, 2);
	NUMBER("35 O5O €", 35050, 2);
	NONE("2l");
	NONE("1 00l");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers__figures),
		cmocka_unit_test(test_numbers__groups_of_three),
		cmocka_unit_test(test_numbers__figures_that_go_on),
		cmocka_unit_test(test_numbers__words_under_a_hundred),
		cmocka_unit_test(test_numbers__words_above),
		cmocka_unit_test(test_numbers__words_that_stop),
		cmocka_unit_test(test_numbers__parts_of_others),
		cmocka_unit_test(test_numbers__ends_of_others),
		cmocka_unit_test(test_numbers__no_words),
		cmocka_unit_test(test_numbers__hostile_lengths),
		cmocka_unit_test(test_numbers__groups_behind_odd_digits),
	};
	return RUN(tests);
}
