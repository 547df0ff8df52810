/* SPDX-License-Identifier: EUPL-1.2 */
/* Page furniture: what is dropped, and above all what is kept. */
#include "furniture_priv.h"
#include "sample.h"

static enum page_shape shape(const char *line)
{
	int32_t n = 0, of = 0;
	return page_shape(str_c(line), &n, &of);
}

TEST(test_furniture__shapes)
{
	assert_int_equal(shape("Page 2"), PAGE_NAMED);
	assert_int_equal(shape("3Page 2 /"), PAGE_NAMED);
	assert_int_equal(shape("page 2 sur 13"), PAGE_NAMED);
	assert_int_equal(shape("Page | 4"), PAGE_NAMED);
	assert_int_equal(shape("p. 4"), PAGE_NAMED);
	assert_int_equal(shape("- 3 -"), PAGE_DASHED);
	assert_int_equal(shape("–12–"), PAGE_DASHED);
	assert_int_equal(shape("2/6"), PAGE_RATIO);
	assert_int_equal(shape("1812 2/6"), PAGE_RATIO);
	assert_int_equal(shape("92"), PAGE_BARE);
}

TEST(test_furniture__no_shapes)
{
	assert_int_equal(shape("page 12:"), PAGE_NONE);
	assert_int_equal(shape("la page 3"), PAGE_NONE);
	assert_int_equal(shape("0"), PAGE_NONE);
	assert_int_equal(shape("7/6"), PAGE_NONE);
	assert_int_equal(shape("2024/16"), PAGE_NONE);
	assert_int_equal(shape("14/2500"), PAGE_NONE);
	assert_int_equal(shape("14 15"), PAGE_NONE);
	assert_int_equal(shape(": 42"), PAGE_NONE);
	assert_int_equal(shape("3."), PAGE_NONE);
	assert_int_equal(shape("- 3"), PAGE_NONE);
	assert_int_equal(shape("54 voix"), PAGE_NONE);
	assert_int_equal(shape("12345"), PAGE_NONE);
	assert_int_equal(shape("Page"), PAGE_NONE);
}

TEST(test_furniture__named_page_needs_no_form_feed)
{
	struct sample s;
	sample(&s, "la subvention\n\n 3Page 2 /\n\nDécide :");
	assert_string_equal(sample_keys(&s), "la subvention decide :");
	assert_int_equal(s.t.furniture_n, 1);
	struct span at = s.t.furniture[0];
	assert_str(str_part(s.text.bytes, at.start, at.end), "3Page 2 /");
	assert_int_equal(s.t.at[2].lines, 4);
	assert_true(s.t.at[2].space);
	sample_done(&s);
	assert_keys("au profit de\n- 2 -\nla ville", "au profit de la ville");
}

/* Found by fuzzing: one token held the end of a line and the foot behind it. */
TEST(test_furniture__a_word_cut_by_a_soft_hyphen_does_not_go_on_in_a_foot)
{
	assert_keys("la subven\xC2\xAD\npage 2\n\nla ville", "la subven la ville");
	assert_keys("la subven\xC2\xAD\ntion 2\n\nla ville", "la subvention 2 la ville");
}

TEST(test_furniture__one_line_has_none)
{
	assert_keys("Page 2", "page 2");
	assert_keys("3", "3");
}

TEST(test_furniture__number_of_a_tally_stays)
{
	assert_keys("Contre :\n92\nAbstentions :", "contre : 92 abstentions :");
	assert_keys("Contre :\n\n3\n\nAbstentions :\n\n4\n", "contre : 3 abstentions : 4");
	/* A page ends right after the value: nothing shows that it counts pages. */
	assert_keys("Pour : 20\nContre :\n3\n\fAbstentions : 0\n", "pour : 20 contre : 3 abstentions : 0");
	assert_keys("Contre :\n0\n\fAbstentions : 0", "contre : 0 abstentions : 0");
}

TEST(test_furniture__number_of_a_tally_goes_when_pages_are_counted)
{
	assert_keys("Un texte\n91\n\fContre :\n92\n\fAbstentions : 0\n", "un texte contre : abstentions : 0");
	assert_keys("Un texte\n\f  91\nContre :\n\f  92\nAbstentions : 0\n", "un texte contre : abstentions : 0");
}

TEST(test_furniture__bare_number_beside_a_form_feed)
{
	/* The last page has no form feed, but its number goes on from the first. */
	assert_keys("la ville de\n   1\n\fNulle-Part\n   2\n", "la ville de nulle - part");
	assert_keys("la ville de\n   1\n\fNulle-Part\n   2\n\f", "la ville de nulle - part");
	assert_keys("en l'année\n2019\n\fla ville", "en l ' annee 2019 la ville");
}

TEST(test_furniture__ratio)
{
	assert_keys("un\n1/3\ndeux\n2/3\ntrois", "un deux trois");
	assert_keys("un\n1/3\ndeux\n2/4\ntrois", "un 1 / 3 deux 2 / 4 trois");
	assert_keys("un\n1812 2/6\n\fdeux", "un deux");
}

static const char *page_text(struct arena *a, bool feeds, unsigned first, unsigned step, unsigned pages)
{
	struct str all = {"", 0};
	for (unsigned p = 0; p < pages; p++) {
		for (unsigned k = 0; k < 12; k++)
			all = arena_printf(a, "%.*sLa ligne.\n", STR_ARG(all));
		all = arena_printf(a, "%.*s\n%u\n%s\n", STR_ARG(all), first + step * p, feeds ? "\f" : "");
	}
	return arena_printf(a, "%.*s", STR_ARG(all)).p;
}

static size_t furniture_of(bool feeds, unsigned first, unsigned step, unsigned pages)
{
	struct arena a;
	struct sample s;
	arena_init(&a, LIMIT_ACT_MEMORY);
	sample(&s, page_text(&a, feeds, first, step, pages));
	size_t n = s.t.furniture_n;
	sample_done(&s);
	arena_done(&a);
	return n;
}

TEST(test_furniture__chain_without_form_feeds)
{
	assert_int_equal(furniture_of(false, 1, 1, 5), 5);
	assert_int_equal(furniture_of(false, 41, 1, 3), 3);
	assert_int_equal(furniture_of(false, 1, 1, 2), 0);
	assert_int_equal(furniture_of(false, 1, 2, 5), 0);
	assert_int_equal(furniture_of(true, 41, 1, 3), 3);
}

#define HEAD "Commune de Valjoie — séance du 3 mai 2023\n"

TEST(test_furniture__running_line_goes_where_it_cuts)
{
	assert_keys("Mme A, \n\f" HEAD "Mme Bo, le\n\f" HEAD "maire\n\f" HEAD "et la suite.\n",
		    "mme a , mme bo , le maire et la suite .");
}

/* A bundle: the same words open each act and must be read. */
TEST(test_furniture__repeated_opening_of_acts_stays)
{
	struct sample s;
	sample(&s,
	       "L'acte un est adopté.\n\f" HEAD "Objet : deux.\n\f" HEAD "Objet : trois.\n\f" HEAD "Objet : quatre.\n");
	assert_int_equal(s.t.furniture_n, 0);
	sample_done(&s);
}

TEST(test_furniture__sentence_that_comes_twice_stays)
{
	struct sample s;
	sample(&s,
	       "Le texte de la\n\fprésente délibération.\nSuite de la\n\fprésente délibération.\nautre\n\ffin de\n"
	       "\fpage\n");
	assert_int_equal(s.t.furniture_n, 0);
	sample_done(&s);
	sample(&s, "Le texte de la\n\fprésente délibération\nest clos, suite de la\n\fprésente délibération\nest close.");
	assert_int_equal(s.t.furniture_n, 0);
	sample_done(&s);
}

/* Eight thousand pages and candidates everywhere: linear, or this test never ends. */
TEST(test_furniture__hostile_is_linear)
{
	struct sample s;
	size_t n = 200000;
	char *text = malloc(2 * n + 2);
	for (size_t k = 0; k < n; k++)
		memcpy(text + 2 * k, k % 3 == 0 ? "1\f" : "1\n", 2);
	sample_bytes(&s, text, 2 * n);
	sample_done(&s);
	memset(text, '\f', 2 * n);
	text[0] = 'a';
	sample_bytes(&s, text, 2 * n);
	assert_int_equal(s.t.n, 1);
	sample_done(&s);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_furniture__shapes),
		cmocka_unit_test(test_furniture__no_shapes),
		cmocka_unit_test(test_furniture__named_page_needs_no_form_feed),
		cmocka_unit_test(test_furniture__a_word_cut_by_a_soft_hyphen_does_not_go_on_in_a_foot),
		cmocka_unit_test(test_furniture__one_line_has_none),
		cmocka_unit_test(test_furniture__number_of_a_tally_stays),
		cmocka_unit_test(test_furniture__number_of_a_tally_goes_when_pages_are_counted),
		cmocka_unit_test(test_furniture__bare_number_beside_a_form_feed),
		cmocka_unit_test(test_furniture__ratio),
		cmocka_unit_test(test_furniture__chain_without_form_feeds),
		cmocka_unit_test(test_furniture__running_line_goes_where_it_cuts),
		cmocka_unit_test(test_furniture__repeated_opening_of_acts_stays),
		cmocka_unit_test(test_furniture__sentence_that_comes_twice_stays),
		cmocka_unit_test(test_furniture__hostile_is_linear),
	};
	return RUN(tests);
}
