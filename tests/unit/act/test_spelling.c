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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spelling__one_slip_in_a_long_word),
		cmocka_unit_test(test_spelling__two_slips_or_another_word),
	};

	return RUN(tests);
}
