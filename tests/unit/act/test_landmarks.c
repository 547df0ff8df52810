/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows of landmarks against what is asked of each token, and the walk from one to the next. */
#include "../../support/act_support.h"

#include "numbers_priv.h"
#include "reader_priv.h"

/* Long enough for several words of bits; cues, sentences and numbers in words at many distances. */
static const char TEXT[] = "Le conseil, à l'unanimité, décide. Vu le code, art. 3. M. A. vote pour. Vingt et un membres présents ; "
			   "trente-deux contre.\n\nAprès en avoir délibéré, nombre de votants : 12\n";

static void text_of(struct act_case *c, struct tokens *t, unsigned times)
{
	struct str all = { "", 0 };

	act_begin(c);
	for (unsigned k = 0; k < times; k++)
		all = arena_printf(&c->a, "%.*s%s", STR_ARG(all), TEXT);
	assert_true(text_decode(&c->a, all, LIMIT_TEXT_BYTES, &c->text, &c->why, &c->e));
	tokenise(&c->a, &c->text, t);
}

TEST(test_landmarks__rows_say_what_the_lexicon_says)
{
	struct act_case c;
	struct tokens t, bare;

	text_of(&c, &t, 5);
	bare = t;
	landmarks_find(&c.a, c.lx, &t);
	for (size_t i = 0; i < t.n; i++) {
		size_t next;

		for (int cue = 0; cue < CUE_COUNT; cue++)
			assert_int_equal(landmark_at(t.landmarks, (unsigned)cue, i),
					 cue_at(c.lx, &bare, i, (enum cue)cue) > i);
		assert_int_equal(landmark_at(t.landmarks, LANDMARK_CUE, i),
				 cue_any(c.lx, &bare, i, &next) != CUE_NONE);
		assert_int_equal(landmark_at(t.landmarks, LANDMARK_NUMBER_WORD, i),
				 t.at[i].kind == TOK_WORD && is_number_word(t.at[i].key));
	}
	assert_false(landmark_at(t.landmarks, LANDMARK_CUE, t.n));
	act_close(&c);
}

TEST(test_landmarks__next_and_before_walk_token_by_token)
{
	struct act_case c;
	struct tokens t;
	static const unsigned rows[] = { LANDMARK_SENTENCE_END, LANDMARK_CUE, CUE_SUITE };

	text_of(&c, &t, 5);
	landmarks_find(&c.a, c.lx, &t);
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
		for (size_t from = 0; from <= t.n; from++)
			for (size_t to = from > 3 ? from - 3 : 0; to <= t.n + 2; to += 1 + to % 7) {
				size_t next = from, before = to;

				while (next < to && !landmark_at(t.landmarks, rows[r], next))
					next++;
				while (before > from && !landmark_at(t.landmarks, rows[r], before - 1))
					before--;
				assert_int_equal(landmark_next(t.landmarks, rows[r], from, to), from < to ? next : to);
				assert_int_equal(landmark_before(t.landmarks, rows[r], to, from), from < to ? before : from);
			}
	act_close(&c);
}

static size_t sentences_in(const char *text)
{
	struct act_case c;
	struct tokens t;
	size_t n = 0;

	act_begin(&c);
	assert_true(text_decode(&c.a, str_c(text), LIMIT_TEXT_BYTES, &c.text, &c.why, &c.e));
	tokenise(&c.a, &c.text, &t);
	landmarks_find(&c.a, c.lx, &t);
	for (size_t i = 0; i < t.n; i++)
		n += landmark_at(t.landmarks, LANDMARK_SENTENCE_END, i);
	act_close(&c);
	return n;
}

TEST(test_landmarks__sentences)
{
	assert_int_equal(sentences_in("Un. Deux. trois"), 2);
	assert_int_equal(sentences_in("M. Luc, art. 3, cf. Annexe"), 1);
	assert_int_equal(sentences_in("Un\n\ndeux\ntrois"), 2);
	assert_int_equal(sentences_in("1.500 Un.Deux"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_landmarks__rows_say_what_the_lexicon_says),
		cmocka_unit_test(test_landmarks__next_and_before_walk_token_by_token),
		cmocka_unit_test(test_landmarks__sentences),
	};
	return RUN(tests);
}
