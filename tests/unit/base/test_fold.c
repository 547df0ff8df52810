/* SPDX-License-Identifier: EUPL-1.2 */
/* Folded keys: what two spellings of the same French words have in common. */
#include "check.h"
#include "fold.h"
#include "bounds.h"

static struct arena arena;

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, 64 * MIB);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

static void assert_folds(uint32_t cp, const char *want)
{
	char out[4];
	size_t n = fold_cp(cp, out);
	if (n != strlen(want) || memcmp(out, want, n) != 0)
		fail_msg("U+%04X folds to \"%.*s\", not \"%s\"", (unsigned)cp, (int)n, out, want);
}

TEST(test_fold__letters_lose_case_and_accents)
{
	assert_folds('A', "a");
	assert_folds('z', "z");
	assert_folds(0xc9, "e"); /* É */
	assert_folds(0xe7, "c"); /* ç */
	assert_folds(0xff, "y"); /* ÿ */
	assert_folds(0x178, "y"); /* Ÿ */
	assert_folds(0x11b, "e");
	assert_folds(0x141, "l"); /* Ł */
	assert_folds(0xd8, "o"); /* Ø */
	assert_folds(0x1e9e, "ss"); /* ẞ */
	assert_folds(0x1ebf, "e"); /* ế */
	assert_folds(0x3a9, "\xcf\x89"); /* Ω has no ASCII base: ω */
}

TEST(test_fold__letters_that_look_latin)
{
	assert_folds(0x410, "a"); /* А */
	assert_folds(0x412, "b"); /* В */
	assert_folds(0x41d, "h"); /* Н */
	assert_folds(0x440, "p"); /* р */
	assert_folds(0x443, "y"); /* у */
	assert_folds(0x451, "e"); /* ё */
	assert_folds(0x456, "i"); /* і */
	assert_folds(0x397, "h"); /* Η */
	assert_folds(0x3b7, "\xce\xb7"); /* η looks like none */
	assert_folds(0x3bf, "o"); /* ο */
	assert_folds(0x3164, " "); /* drawn as a blank */
	assert_folds(0x2800, " ");
	assert_folds(0x436, "\xd0\xb6"); /* ж */
	assert_folds(0x3c0, "\xcf\x80"); /* π */
}

TEST(test_fold__ligatures_open)
{
	assert_folds(0x152, "oe");
	assert_folds(0x153, "oe");
	assert_folds(0xc6, "ae");
	assert_folds(0xe6, "ae");
	assert_folds(0xdf, "ss");
	assert_folds(0xfb01, "fi");
	assert_folds(0xfb02, "fl");
	assert_folds(0xfb03, "ffi");
}

TEST(test_fold__apostrophes_hyphens_quotes)
{
	static const uint32_t apostrophes[] = { '\'', '`', 0xb4, 0x2bc, 0x2018, 0x2019, 0x2032 };
	static const uint32_t hyphens[] = { '-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 };
	static const uint32_t quotes[] = { '"', 0xab, 0xbb, 0x201c, 0x201d };
	for (size_t i = 0; i < sizeof apostrophes / sizeof *apostrophes; i++)
		assert_folds(apostrophes[i], "'");
	for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++)
		assert_folds(hyphens[i], "-");
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		assert_folds(quotes[i], "\"");
}

TEST(test_fold__invisible_marks_are_dropped)
{
	static const uint32_t marks[] = { 0xad, 0x300, 0x301, 0x327, 0x200b, 0x200d, 0x200e, 0x202e, 0x2060,
		0x2069, 0xfeff, 0xfe0f };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		assert_folds(marks[i], "");
}

TEST(test_fold__spaces_are_one_space)
{
	static const uint32_t spaces[] = { ' ', '\t', '\n', '\r', '\f', 0x85, 0xa0, 0x2003, 0x2009, 0x2028,
		0x202f, 0x3000 };
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
		assert_folds(spaces[i], " ");
		assert_true(cp_is_space(spaces[i]));
	}
	assert_false(cp_is_space('a'));
	assert_false(cp_is_space(0));
	assert_false(cp_is_space(0x200b));
}

TEST(test_fold__digits_and_number_signs)
{
	assert_folds('7', "7");
	assert_folds(0xb9, "1");
	assert_folds(0xb2, "2");
	assert_folds(0x2074, "4");
	assert_folds(0x2080, "0");
	assert_folds(0xba, "°");
	assert_folds(0xb0, "°");
	assert_folds(0x2116, "n°");
	assert_folds(0xa7, "§");
	assert_folds(0x20ac, "€");
	assert_folds(0xbd, "½");
}

TEST(test_fold__letter_and_upper)
{
	static const uint32_t upper[] = { 'A', 'Z', 0xc0, 0xd6, 0xde, 0x152, 0x178, 0x17d, 0x3a9, 0x1e9e };
	static const uint32_t lower[] = { 'a', 'z', 0xdf, 0xe9, 0xff, 0x153, 0x17e, 0x3c9, 0xfb01 };
	static const uint32_t none[] = { '0', '-', '\'', ' ', 0xb0, 0xba, 0xd7, 0xf7, 0xa7, 0x20ac, 0x2019, 0x2bc,
		0x301, 0x85, 0xfffd, 0x110000, 0xffffffff };
	for (size_t i = 0; i < sizeof upper / sizeof *upper; i++)
		assert_true(cp_is_letter(upper[i]) && cp_is_upper(upper[i]));
	for (size_t i = 0; i < sizeof lower / sizeof *lower; i++)
		assert_true(cp_is_letter(lower[i]) && !cp_is_upper(lower[i]));
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_false(cp_is_letter(none[i]) || cp_is_upper(none[i]));
}

/* The table, the lists and the library must agree on what folding means: folding twice is folding once. */
TEST(test_fold__folding_is_idempotent_for_every_code_point)
{
	for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
		char once[4], twice[16];
		uint32_t part;
		size_t n = fold_cp(cp, once), m = 0;
		assert_true(n <= 4);
		if (cp >= 0xd800 && cp <= 0xdfff)
			continue;
		for (size_t at = 0, len; (len = utf8_next((struct str){ once, n }, at, &part)) > 0; at += len)
			m += fold_cp(part, twice + m);
		if (m != n || memcmp(once, twice, n) != 0)
			fail_msg("U+%04X: \"%.*s\" then \"%.*s\"", (unsigned)cp, (int)n, once, (int)m, twice);
	}
}

TEST(test_fold__text)
{
	assert_str(fold_text(&arena, STR("  Séance\u00a0du\t28 AOÛT\r\n 2023 ")), "seance du 28 aout 2023");
	assert_str(fold_text(&arena, STR("L’ordre du jour – n\u00ba\u00a07")), "l'ordre du jour - n° 7");
	assert_str(fold_text(&arena, STR("e\u0301lu mu\u00adnicipal o\u0302te\u0301")), "elu municipal ote");
	assert_str(fold_text(&arena, STR("")), "");
	assert_str(fold_text(&arena, STR(" \n ")), "");
	assert_str(fold_text(&arena, STR("a\xff" "b")), "a\xef\xbf\xbd" "b");
}

TEST(test_fold__ten_spellings_of_one_title)
{
	static const char *const same[] = { "L'œuvre de l'élu", "L’ŒUVRE DE L’ÉLU", "l`oeuvre  de l´e\u0301lu",
		"L\u02bcOEUVRE\u00a0DE\nL'ELU",
		"l'\u200bœuvre de l'\ufeffélu" };
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		assert_str(fold_text(&arena, str_c(same[i])), "l'oeuvre de l'elu");
}

TEST(test_fold__person_drops_civility_and_signs)
{
	assert_str(fold_person(&arena, STR("LE TOUARZE")), "le touarze");
	assert_str(fold_person(&arena, STR("M. Le Touarze")), "le touarze");
	assert_str(fold_person(&arena, STR("Mme VALLOIRE-\nBRIEC")), "valloire briec");
	assert_str(fold_person(&arena, STR("VALLOIRE-BRIEC")), "valloire briec");
	assert_str(fold_person(&arena, STR("Monsieur Jean\u00a0d’ARTEMARE")), "jean d artemare");
	assert_str(fold_person(&arena, STR("M.VÉRAN,")), "veran");
	assert_str(fold_person(&arena, STR("Mlle  ŒRTEL (absente)")), "oertel absente");
	assert_str(fold_person(&arena, STR("Dr ARDON")), "ardon");
	assert_str(fold_person(&arena, STR("MONSIEUR")), "");
	assert_str(fold_person(&arena, STR("Madame")), "");
	assert_str(fold_person(&arena, STR("")), "");
}

TEST(test_fold__person_keeps_what_only_looks_like_a_civility)
{
	assert_str(fold_person(&arena, STR("MADAMET")), "madamet");
	assert_str(fold_person(&arena, STR("Mmeunier")), "mmeunier");
	assert_str(fold_person(&arena, STR("M.-P. ARDON")), "m p ardon");
	assert_str(fold_person(&arena, STR("M-P ARDON")), "m p ardon");
	assert_str(fold_person(&arena, STR("ARDON M.")), "ardon m");
}

TEST(test_fold__person_with_combining_accents)
{
	assert_str(fold_person(&arena, STR("Mme VE\u0301RAN")), "veran");
	assert_str(fold_person(&arena, STR("BRE\u00adTELLE")), "bretelle");
}

TEST(test_fold__squeeze_keeps_the_spelling)
{
	assert_str(squeeze(&arena, STR("  Mme  LE\u00a0\nTOUARZE ")), "Mme LE TOUARZE");
	assert_str(squeeze(&arena, STR("VALLOIRE-\n   BRIEC")), "VALLOIRE-BRIEC");
	assert_str(squeeze(&arena, STR("VALLOIRE- \r\n BRIEC")), "VALLOIRE-BRIEC");
	assert_str(squeeze(&arena, STR("VALLOIRE- BRIEC")), "VALLOIRE- BRIEC");
	assert_str(squeeze(&arena, STR("présents :\n- ARDON")), "présents : - ARDON");
	assert_str(squeeze(&arena, STR("54 -\n absents")), "54 - absents");
	assert_str(squeeze(&arena, STR("ARDON-\n")), "ARDON-");
	assert_str(squeeze(&arena, STR("Œuvre d’É\u0301")), "Œuvre d’É\u0301");
	assert_str(squeeze(&arena, STR("mu\u00ad\n nicipal so\u00adcial")), "municipal social");
	assert_str(squeeze(&arena, STR("a\xff")), "a\xef\xbf\xbd");
	assert_str(squeeze(&arena, STR("")), "");
}

TEST(test_fold__any_bytes_give_valid_text)
{
	unsigned seed = 7;
	for (int round = 0; round < 3000; round++) {
		char text[40];
		size_t n = (size_t)round % sizeof text;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1103515245 + 12345;
			text[i] = (char)(seed >> (round & 1 ? 16 : 17));
		}
		struct str s = { text, n };
		assert_true(utf8_valid(fold_text(&arena, s)));
		assert_true(utf8_valid(fold_person(&arena, s)));
		assert_true(utf8_valid(squeeze(&arena, s)));
	}
}

TEST(test_fold__worst_growth_fits)
{
	char text[3000];
	memset(text, 0xff, sizeof text);
	assert_int_equal(fold_text(&arena, (struct str){ text, sizeof text }).n, 9000);
	for (size_t i = 0; i < sizeof text; i += 2)
		text[i] = ' ';
	assert_int_equal(squeeze(&arena, (struct str){ text, sizeof text }).n, 1500 * 3 + 1499);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_fold__letters_lose_case_and_accents),
		T(test_fold__letters_that_look_latin),
		T(test_fold__ligatures_open),
		T(test_fold__apostrophes_hyphens_quotes),
		T(test_fold__invisible_marks_are_dropped),
		T(test_fold__spaces_are_one_space),
		T(test_fold__digits_and_number_signs),
		T(test_fold__letter_and_upper),
		T(test_fold__folding_is_idempotent_for_every_code_point),
		T(test_fold__text),
		T(test_fold__ten_spellings_of_one_title),
		T(test_fold__person_drops_civility_and_signs),
		T(test_fold__person_keeps_what_only_looks_like_a_civility),
		T(test_fold__person_with_combining_accents),
		T(test_fold__squeeze_keeps_the_spelling),
		T(test_fold__any_bytes_give_valid_text),
		T(test_fold__worst_growth_fits),
	};
	return RUN(tests);
}
