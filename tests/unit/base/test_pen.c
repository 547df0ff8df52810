/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows for a person: where they end, what stands in their margin, which styles are open there. */
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "fold.h"
#include "pen.h"

struct page {
	struct buf out;
	struct pen pen;
};

static void open_page(struct page *p, bool colour, unsigned width, unsigned margin)
{
	buf_init(&p->out, 64 * 1024);
	p->pen = (struct pen){ .out = &p->out, .look = { .colour = colour, .width = width }, .margin = margin };
}

#define CLOSE_IS(p, want)                                \
	do {                                             \
		assert_str(buf_view(&(p)->out), want);   \
		buf_done(&(p)->out);                     \
	} while (0)

TEST(test_pen__without_a_width_nothing_is_broken)
{
	struct page p;

	open_page(&p, false, 0, 4);
	for (int i = 0; i < 3; i++)
		pen_put(&p.pen, STYLE_GOOD, STR("un deux trois "));
	pen_keep(&p.pen, STYLE_BAD, STR("quatre"));
	pen_to(&p.pen, 2);
	pen_end(&p.pen);
	CLOSE_IS(&p, "un deux trois un deux trois un deux trois quatre\n");
}

TEST(test_pen__a_row_ends_at_a_word_and_goes_on_under_the_margin)
{
	struct page p;

	open_page(&p, false, 10, 2);
	pen_put(&p.pen, STYLE_PLAIN, STR("un deux trois quatre cinq"));
	pen_end(&p.pen);
	CLOSE_IS(&p, "un deux\n  trois\n  quatre\n  cinq\n");
}

TEST(test_pen__a_row_may_be_filled_to_its_last_column)
{
	struct page p;

	open_page(&p, false, 10, 0);
	pen_put(&p.pen, STYLE_PLAIN, STR("12345 7890 x"));
	CLOSE_IS(&p, "12345 7890\nx");
}

TEST(test_pen__a_word_longer_than_a_row_is_cut)
{
	struct page p;

	open_page(&p, false, 6, 2);
	pen_put(&p.pen, STYLE_PLAIN, STR("abc éèàùçôî"));
	CLOSE_IS(&p, "abc\n  éèàù\n  çôî");
}

TEST(test_pen__an_indent_wider_than_the_row_is_cut)
{
	struct page p;

	open_page(&p, false, 10, 2);
	pen_put(&p.pen, STYLE_PLAIN, STR("                    abc def"));
	CLOSE_IS(&p, "       abc\n  def");
}

TEST(test_pen__french_marks_stay_with_their_words)
{
	struct page p;

	open_page(&p, false, 12, 0);
	pen_put(&p.pen, STYLE_PLAIN, STR("a dit « oui » : 12 €"));
	CLOSE_IS(&p, "a dit\n« oui » :\n12 €");
}

/* A terminal that underlines the margin shows a passage that is not there. */
TEST(test_pen__a_style_is_closed_in_the_margin)
{
	struct page p;

	open_page(&p, true, 8, 2);
	pen_put(&p.pen, STYLE_SEANCE, STR("aaaa bbbb"));
	CLOSE_IS(&p, "\033[4;36maaaa\033[0m\n  \033[4;36mbbbb\033[0m");
	open_page(&p, true, 8, 2);
	pen_put(&p.pen, STYLE_PLAIN, STR("aaaa bbbb"));
	CLOSE_IS(&p, "aaaa\n  bbbb");
}

static void note(void *ctx, struct buf *out)
{
	buf_printf(out, "%d|", ++*(int *)ctx);
}

TEST(test_pen__the_margin_may_say_something)
{
	struct page p;
	int rows = 0;

	open_page(&p, false, 7, 2);
	p.pen.margin_fn = note;
	p.pen.ctx = &rows;
	pen_put(&p.pen, STYLE_PLAIN, STR("aaaaa bbbbb ccccc"));
	CLOSE_IS(&p, "aaaaa\n1|bbbbb\n2|ccccc");
}

TEST(test_pen__what_is_kept_moves_as_a_whole_without_its_first_spaces)
{
	struct page p;

	open_page(&p, false, 12, 3);
	pen_put(&p.pen, STYLE_PLAIN, STR("objet"));
	pen_keep(&p.pen, STYLE_DIM, STR("  ligne 12"));
	CLOSE_IS(&p, "objet\n   ligne 12");
}

TEST(test_pen__columns)
{
	struct page p;

	assert_int_equal(columns_of(STR("État")), 4);
	assert_int_equal(columns_of(STR("E\xCC\x81tat")), 4); /* a combining accent takes none */
	assert_int_equal(columns_of(STR("\xE6\x9D\xB1")), 2); /* a wide letter takes two */
	open_page(&p, false, 20, 0);
	pen_put(&p.pen, STYLE_PLAIN, STR("État"));
	pen_to(&p.pen, 6);
	pen_put(&p.pen, STYLE_PLAIN, STR(":"));
	pen_to(&p.pen, 3);
	pen_put(&p.pen, STYLE_PLAIN, STR("x"));
	CLOSE_IS(&p, "État  :\n   x");
}

TEST(test_pen__a_pipe_has_no_width_and_no_colour_unless_asked)
{
	struct look look = { .width = 7 };
	int fd[2];

	assert_int_equal(pipe(fd), 0);
	assert_true(screen_look("auto", fd[1], &look));
	assert_false(look.colour);
	assert_int_equal(look.width, 0);
	assert_true(screen_look("oui", fd[1], &look));
	assert_true(look.colour);
	assert_true(screen_look("non", fd[1], &look));
	assert_false(look.colour);
	assert_false(screen_look("toujours", fd[1], &look));
	assert_false(screen_look("", fd[1], &look));
	close(fd[0]);
	close(fd[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pen__without_a_width_nothing_is_broken),
		cmocka_unit_test(test_pen__a_row_ends_at_a_word_and_goes_on_under_the_margin),
		cmocka_unit_test(test_pen__a_row_may_be_filled_to_its_last_column),
		cmocka_unit_test(test_pen__a_word_longer_than_a_row_is_cut),
		cmocka_unit_test(test_pen__an_indent_wider_than_the_row_is_cut),
		cmocka_unit_test(test_pen__french_marks_stay_with_their_words),
		cmocka_unit_test(test_pen__a_style_is_closed_in_the_margin),
		cmocka_unit_test(test_pen__the_margin_may_say_something),
		cmocka_unit_test(test_pen__what_is_kept_moves_as_a_whole_without_its_first_spaces),
		cmocka_unit_test(test_pen__columns),
		cmocka_unit_test(test_pen__a_pipe_has_no_width_and_no_colour_unless_asked),
	};

	return RUN(tests);
}
