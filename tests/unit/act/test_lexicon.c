/* SPDX-License-Identifier: EUPL-1.2 */
/* Cue phrases: what is found, and what is refused with its place. */
#include "../../support/act_support.h"

static bool load(struct act_case *c, const char *yaml)
{
	*c = (struct act_case){ 0 };
	arena_init(&c->a, 8 * MIB);
	return lexicon_load(&c->a, str_c(yaml), "lexique.yaml", &c->lx, &c->e);
}

static struct tokens tokens_of(struct act_case *c, const char *text)
{
	struct tokens t;

	c->text = (struct text){ .bytes = str_c(text), .raw = str_c(text), .received = true };
	tokenise(&c->a, &c->text, &t);
	return t;
}

TEST(test_lexicon__case_accents_and_line_ends_do_not_count)
{
	struct act_case c;

	assert_true(load(&c, "unanimite: [\"à l'unanimité\"]\n"));
	const struct tokens t = tokens_of(&c, "A\nL’UNANIMITE des voix");

	assert_int_equal(cue_at(c.lx, &t, 0, CUE_UNANIMITE), 4);
	assert_int_equal(cue_at(c.lx, &t, 1, CUE_UNANIMITE), 1);
	assert_int_equal(cue_at(c.lx, &t, 0, CUE_MAJORITE), 0);
	arena_done(&c.a);
}

TEST(test_lexicon__longest_phrase_wins)
{
	struct act_case c;
	size_t next;

	assert_true(load(&c, "vote: [vote]\npour: [votes pour, pour]\nabstention: [vote blanc]\n"));
	const struct tokens t = tokens_of(&c, "vote blanc");

	assert_int_equal(cue_any(c.lx, &t, 0, &next), CUE_ABSTENTION);
	assert_int_equal(next, 2);
	assert_int_equal(cue_at(c.lx, &t, 0, CUE_VOTE), 1);
	assert_int_equal(cue_any(c.lx, &t, 1, &next), CUE_NONE);
	assert_int_equal(cue_any(c.lx, &t, 2, &next), CUE_NONE);
	arena_done(&c.a);
}

TEST(test_lexicon__no_word_is_skipped_and_marks_count)
{
	struct act_case c;

	assert_true(load(&c, "presents: [étaient présents, présent(e)s]\n"));
	const struct tokens between = tokens_of(&c, "étaient tous présents");

	assert_int_equal(cue_at(c.lx, &between, 0, CUE_PRESENTS), 0);
	const struct tokens marks = tokens_of(&c, "Présent(e)s :");

	assert_int_equal(cue_at(c.lx, &marks, 0, CUE_PRESENTS), 5);
	arena_done(&c.a);
}

TEST(test_lexicon__phrase_at_the_end_of_the_text)
{
	struct act_case c;

	assert_true(load(&c, "suite: [après en avoir délibéré]\n"));
	const struct tokens t = tokens_of(&c, "après en avoir");

	assert_int_equal(cue_at(c.lx, &t, 0, CUE_SUITE), 0);
	assert_int_equal(cue_at(c.lx, &t, 99, CUE_SUITE), 99);
	arena_done(&c.a);
}

static void refused(const char *yaml, unsigned line, unsigned col, const char *part)
{
	struct act_case c;

	assert_false(load(&c, yaml));
	assert_place(c.e, line, col);
	assert_contains(c.e.msg, part);
	assert_contains(c.e.file, "lexique.yaml");
	arena_done(&c.a);
}

TEST(test_lexicon__errors_have_a_place)
{
	refused("vu: [vu]\npresent: [ici]\n", 2, 1, "presents");
	refused("vu: [vu]\npresents:\n  - \" \"\n", 3, 5, "vide");
	refused("vu: vu\n", 1, 5, "liste");
	refused("- vu\n", 1, 1, "table");
	refused("vu: [[vu]]\n", 1, 6, "texte");
	refused("pour:\n  - pour\ncontre:\n  - POUR\n", 4, 5, "pour");
	refused("vu:\n  - vu\n  - VU\n", 3, 5, "vu");
}

TEST(test_lexicon__same_phrase_where_cues_do_not_exclude_each_other)
{
	struct act_case c;

	assert_true(load(&c, "presents: [présents]\nnb_presents: [présents]\n"));
	const struct tokens t = tokens_of(&c, "présents");

	assert_int_equal(cue_at(c.lx, &t, 0, CUE_PRESENTS), 1);
	assert_int_equal(cue_at(c.lx, &t, 0, CUE_NB_PRESENTS), 1);
	arena_done(&c.a);
}

TEST(test_lexicon__sixteen_words_at_most)
{
	struct act_case c;

	assert_true(load(&c, "vu: [a b c d e f g h i j k l m n o p]\n"));
	arena_done(&c.a);
	refused("vu: [a b c d e f g h i j k l m n o p q]\n", 1, 6, "16");
}

TEST(test_lexicon__empty_cue_is_allowed)
{
	struct act_case c;

	assert_true(load(&c, "vu:\n"));
	arena_done(&c.a);
}

TEST(test_lexicon__every_cue_has_a_name)
{
	for (int k = 0; k < CUE_COUNT; k++)
		assert_true(strlen(cue_name((enum cue)k)) > 1);
	assert_string_equal(cue_name(CUE_NONE), "");
}

#define LOCAL                                                                                                        \
	"Commune de Mirebois\n\nSéance du 12 mars 2024\n\nLe conseil municipal, après en avoir délibéré, tous " \
	"d'accord, DÉCIDE de vendre le "                                                                            \
	"pressoir.\n"

/* A phrase more, and a text becomes readable that was not. */
TEST(test_lexicon__a_new_phrase_makes_a_text_readable)
{
	struct act_case c;

	act_open(&c, LOCAL);
	act_texte(&c, "vote.formule", "adopte");
	struct str yaml = buf_view(&c.yaml);
	const size_t at = str_find(yaml, STR("\nunanimite:"), 0) + strlen("\nunanimite:");

	yaml = arena_printf(&c.a, "%.*s\n  - tous d'accord%.*s", (int)at, yaml.p, (int)(yaml.n - at), yaml.p + at);
	act_lexicon(&c, yaml);
	act_bytes(&c, STR(LOCAL));
	act_texte(&c, "vote.formule", "unanimite");
	act_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lexicon__case_accents_and_line_ends_do_not_count),
		cmocka_unit_test(test_lexicon__longest_phrase_wins),
		cmocka_unit_test(test_lexicon__no_word_is_skipped_and_marks_count),
		cmocka_unit_test(test_lexicon__phrase_at_the_end_of_the_text),
		cmocka_unit_test(test_lexicon__errors_have_a_place),
		cmocka_unit_test(test_lexicon__same_phrase_where_cues_do_not_exclude_each_other),
		cmocka_unit_test(test_lexicon__sixteen_words_at_most),
		cmocka_unit_test(test_lexicon__empty_cue_is_allowed),
		cmocka_unit_test(test_lexicon__every_cue_has_a_name),
		cmocka_unit_test(test_lexicon__a_new_phrase_makes_a_text_readable),
	};

	return RUN(tests);
}
