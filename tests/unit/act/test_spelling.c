/* SPDX-License-Identifier: EUPL-1.2 */
/* One slip in the long words that cues are made of is repaired; short words and other words are not. */
#include "../../support/act_support.h"

#include "reader_priv.h"

static void key(const char *word, const char *want)
{
	struct act_case c;
	struct tokens t;

	act_begin(&c);
	assert_true(text_decode(&c.a, str_c(word), LIMIT_TEXT_BYTES, &c.text, &c.why, &c.e));
	tokenise(&c.a, &c.text, &t);
	spelling_repair(&t);
	assert_true(str_eq(t.at[0].key, str_c(want)));
	act_close(&c);
}

TEST(test_spelling__one_slip_in_a_long_word)
{
	key("Procurations", "procurations");
	key("Procutations", "procurations");
	key("Procuratlons", "procurations");
	key("Proccurations", "procurations");
}

TEST(test_spelling__two_slips_or_another_word)
{
	key("Procutatlons", "procutatlons");
	key("Productions", "productions");
	key("Secrétariat", "secretariat");
	key("Délibérant", "deliberant");
	key("Abstentions", "abstentions");
}

static void first_and_next(const char *words, const char *want, const char *want_next)
{
	struct act_case c;
	struct tokens t;

	act_begin(&c);
	assert_true(text_decode(&c.a, str_c(words), LIMIT_TEXT_BYTES, &c.text, &c.why, &c.e));
	tokenise(&c.a, &c.text, &t);
	broken_words_join(&t);
	assert_true(str_eq(t.at[0].key, str_c(want)));
	assert_true(str_eq(t.at[1].key, str_c(want_next)));
	assert_int_equal(t.at[t.n].kind, TOK_END);
	act_close(&c);
}

TEST(test_spelling__a_word_cut_by_a_line_end)
{
	first_and_next("con-\ntre, 2", "contre", ",");
	first_and_next("Absten-\n  tions : 3", "abstentions", ":");
	first_and_next("MUNI-\nCIPAL du", "municipal", "du");
	first_and_next("absten- tions : 3", "abstentions", ":");
	first_and_next("con -\ntre 2", "con", "-");    /* a dash */
	first_and_next("CON-\ntre 2", "con", "-");
	first_and_next("Con-\nTRE 2", "con", "-");     /* a name */
	first_and_next("peut-\nêtre", "peut", "-");
	first_and_next("pré- sentes-", "presentes", "-");
	first_and_next("con-\n", "con", "-");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spelling__one_slip_in_a_long_word),
		cmocka_unit_test(test_spelling__two_slips_or_another_word),
		cmocka_unit_test(test_spelling__a_word_cut_by_a_line_end),
	};

	return RUN(tests);
}
