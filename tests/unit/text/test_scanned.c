/* SPDX-License-Identifier: EUPL-1.2 */
/* Which pages of a PDF have text, and which of the others may have something to read. */
#include "../base/check.h"

#include "buf.h"
#include "scanned.h"

#define LINE "Le conseil municipal approuve le compte rendu de la séance\n"
#define PAGE LINE LINE LINE
#define STAMP "Envoyé en préfecture le 18/10/2023\nReçu en préfecture le 18/10/2023\nID : 035-223500018-20231016-CP20231041-DE\n"
#define HEAD                                                                                                               \
	"page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio\n"                       \
	"--------------------------------------------------------------------------------------------\n"

TEST(test_scanned__pages_with_text)
{
	const struct pages p = pages_of(STR(PAGE "\f" STAMP "\f" PAGE "\f\f"));

	assert_int_equal(p.all, 4);
	assert_int_equal(p.with_text, 2);
	assert_false(p.unread[0]);
	assert_true(p.unread[1]);
	assert_false(p.unread[2]);
	assert_true(p.unread[3]);
	assert_int_equal(pages_unread(&p), 2);
}

TEST(test_scanned__text_at_both_sides_of_the_limit)
{
	char text[2 * PAGE_HAS_TEXT];

	memset(text, 'a', sizeof text);
	assert_int_equal(pages_of((struct str){ text, PAGE_HAS_TEXT }).with_text, 1);
	assert_int_equal(pages_of((struct str){ text, PAGE_HAS_TEXT - 1 }).with_text, 0);
}

static bool unread_with(struct str list)
{
	struct pages p = pages_of(STR(PAGE "\f" STAMP "\f"));

	pages_keep_pictured(&p, list);
	assert_false(p.unread[0]);
	return p.unread[1];
}

TEST(test_scanned__a_page_covered_by_pictures)
{
	assert_true(unread_with(STR(HEAD "   2     0 image    2480  3507  gray    1   8  jpeg   no         5  0   300   300  566K 2.2%\n")));
	/* A signature; a picture of another page; nothing at all. */
	assert_false(unread_with(STR(HEAD "   2     0 image     430   358  rgb     3   8  jpeg   no        49  0   480   477 11.0K 2.4%\n")));
	assert_false(unread_with(STR(HEAD "   1     0 image    2480  3507  gray    1   8  jpeg   no         5  0   300   300  566K 2.2%\n")));
	assert_false(unread_with(STR(HEAD)));
	assert_false(unread_with(STR("")));
	/* In strips, none of which covers it; and an image inside the page's own stream. */
#define STRIP "   2     0 image     800   800  gray    1   8  jpeg   no         5  0   400   400  566K 2.2%\n"
	assert_false(unread_with(STR(HEAD STRIP)));
	assert_true(unread_with(STR(HEAD STRIP STRIP)));
	assert_true(unread_with(STR(HEAD "   2     0 image    2480  3507  gray    1   8  jpeg   no   [inline]   300   300  566K 2.2%\n")));
}

TEST(test_scanned__a_line_that_is_not_understood_is_a_picture)
{
	assert_true(unread_with(STR("2 image")));
	assert_true(unread_with(STR("   2     0 image    2480  3507  gray    1   8  jpeg   no         5  0   0   300  566K 2.2%\n")));
	assert_true(unread_with(STR("   2     0 image    9999999999  3507  gray    1   8  jpeg   no         5  0   300   300  566K 2.2%\n")));
	/* No page of ours. */
	assert_false(unread_with(STR("0 image\n501 image\n99999999999999999999 image\n-2 image\n")));
}

TEST(test_scanned__more_pages_than_are_kept)
{
	struct buf b;

	buf_init(&b, MIB);
	for (int i = 0; i < LIMIT_PAGES + 2; i++)
		buf_c(&b, "\f");
	const struct pages p = pages_of(buf_view(&b));
	assert_int_equal(p.all, LIMIT_PAGES + 2);
	assert_int_equal(pages_unread(&p), LIMIT_PAGES);
	buf_done(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scanned__pages_with_text),
		cmocka_unit_test(test_scanned__text_at_both_sides_of_the_limit),
		cmocka_unit_test(test_scanned__a_page_covered_by_pictures),
		cmocka_unit_test(test_scanned__a_line_that_is_not_understood_is_a_picture),
		cmocka_unit_test(test_scanned__more_pages_than_are_kept),
	};

	return RUN(tests);
}
