/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists of words: all forms hold the words that stand in them and no other. */
#include "../text/sample.h"

#include "words_priv.h"

static const char *const ENDED[] = { "maire", "president", "d", "'", "conseil", NULL };
static const char SPACED[] = " maire president d ' conseil ";

TEST(test_words__the_three_forms_say_the_same)
{
	struct sample s;

	sample(&s, "Le Maire, d'un CONSEIL ; maires presi dent président");
	for (size_t i = 0; i <= s.t.n; i++) {
		const struct str key = i < s.t.n ? s.t.at[i].key : STR("");
		bool want = false;

		for (size_t k = 0; ENDED[k] != NULL; k++)
			want |= str_eq(key, str_c(ENDED[k]));
		assert_int_equal(words_hold(&s.t, i, ENDED), want);
		assert_int_equal(key_in(&s.t, i, ENDED, 5), want);
		assert_int_equal(tok_among(&s.t, i, SPACED), want);
	}
	assert_true(key_in(&s.t, 1, ENDED, 1));
	sample_done(&s);
}

TEST(test_words__more_lists_than_tables)
{
	static const char *lists[2 * WORD_LISTS][2];
	struct sample s;

	sample(&s, "maire");
	for (size_t k = 0; k < 2 * WORD_LISTS; k++)
		lists[k][0] = k % 2 ? "maire" : "adjoint";
	for (unsigned round = 0; round < 2; round++)
		for (size_t k = 0; k < 2 * WORD_LISTS; k++)
			assert_int_equal(words_hold(&s.t, 0, lists[k]), k % 2);
	sample_done(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words__the_three_forms_say_the_same),
		cmocka_unit_test(test_words__more_lists_than_tables),
	};
	return RUN(tests);
}
