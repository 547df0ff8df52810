/* SPDX-License-Identifier: EUPL-1.2 */
/* Articles in folded texts and in keys of references. */
#include "bench.h"
#include "citation.h"
#include "fold.h"

static bool cites(const char *text, const char *article, const char *code)
{
	struct arena a;
	struct article wanted;
	arena_init(&a, MIB);
	assert_true(article_parse(fold_text(&a, str_c(article)), &wanted));
	bool yes = citation_in_text(fold_text(&a, str_c(text)), &wanted, str_c(code));
	arena_done(&a);
	return yes;
}

static void test_citation__ecritures(void **state)
{
	static const char *const texts[] = {
		"l'article L. 3211-2",
		"l’article L.3211-2",
		"L 3211-2",
		"L3211-2 ",
		"L.\n3211-2",
		"(L. 3211-2)",
		"L. 3211 - 2",
		"L. 3211-\n2",
		"L.* 3211-2",
		"L.\xC2\xA0"
		"3211\xE2\x80\x91"
		"2",
		"articles L. 3211-1 et L. 3211-2",
		"articles L. 3211-1, 3211-2",
		"articles L. 3211-1 à L. 3211-4",
		"articles L. 3211-1 à 3",
		"Vu l'article l. 3211-2,",
		"L. 3211-2 - 12 membres",
	};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (!cites(texts[i], "L. 3211-2", "CGCT"))
			fail_msg("« %s »", texts[i]);
}

static void test_citation__ancrage(void **state)
{
	static const char *const texts[] = {
		"L. 3211-21",
		"L. 3211-2-1",
		"L. 13211-2",
		"R. 3211-2",
		"L. 3211",
		"L. 3211-2 bis",
		"le col 3211-2",
		"AL3211-2",
		"3211-2",
		"L. 3211-3 à L. 3211-9",
		"L. 3211-1 et 12 membres",
		"L. 3211-1 ; 3211-2",
		"",
	};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (cites(texts[i], "L. 3211-2", "CGCT"))
			fail_msg("« %s »", texts[i]);
}

static void test_citation__code(void **state)
{
	(void)state;
	assert_true(cites("Vu le code général des collectivités territoriales, notamment l'article L. 3211-2",
			  "L. 3211-2", "CGCT"));
	assert_true(cites("l'article L. 3211-2 du code général des collectivités territoriales", "L. 3211-2", "CGCT"));
	assert_true(cites("les articles L. 3211-2 et L. 3211-5 du CGCT", "L. 3211-2", "CGCT"));
	assert_false(cites("l'article L. 3211-2 du CG3P", "L. 3211-2", "CGCT"));
	assert_true(cites("l'article L. 3211-2 du CG3P", "L. 3211-2", "CG3P"));
	assert_false(cites("Vu le code de l'urbanisme, notamment l'article L. 3211-2", "L. 3211-2", "CGCT"));
	assert_false(cites("les articles L. 3211-2 et L. 9 du code du sport", "L. 3211-2", "CGCT"));
	assert_true(cites("Vu le code du sport et le CGCT, article L. 3211-2", "L. 3211-2", "CGCT"));
	assert_false(cites("article L. 3211-2", "L. 3211-2", "CG3P"));
}

static void test_citation__cles(void **state)
{
	struct article wanted;
	(void)state;
	assert_true(article_parse(STR("l. 2121-10"), &wanted));
	assert_true(citation_in_key(STR("CGCT/L2121-10"), &wanted, STR("CGCT")));
	assert_true(citation_in_key(STR("CGCT/L2121-7..L2121-34"), &wanted, STR("CGCT")));
	assert_false(citation_in_key(STR("CGCT/L2121-7..L2121-9"), &wanted, STR("CGCT")));
	assert_false(citation_in_key(STR("CG3P/L2121-10"), &wanted, STR("CGCT")));
	assert_false(citation_in_key(STR("CGCT/L2121-101"), &wanted, STR("CGCT")));
	assert_false(citation_in_key(STR("L2121-10"), &wanted, STR("CGCT")));
	assert_false(citation_in_key(
		STR("CGCT/........................................................................................"),
		&wanted, STR("CGCT")));
}

static void test_citation__pas_un_article(void **state)
{
	static const char *const no[] = { "", "le code", "l.", "3211-2 x", "l. 3211-", "z. 12" };
	struct article a;
	(void)state;
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		assert_false(article_parse(str_c(no[i]), &a));
	assert_true(article_parse(STR("lo 6161-1"), &a));
	assert_string_equal(a.letters, "lo");
	assert_true(article_parse(STR("l. 1234-5678-9012-3456-7890-1"), &a));
	assert_false(article_parse(STR("l. 1234-5678-9012-3456-7890-12345"), &a));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_citation__ecritures), TEST(test_citation__ancrage),        TEST(test_citation__code),
		TEST(test_citation__cles),      TEST(test_citation__pas_un_article),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
