/* SPDX-License-Identifier: EUPL-1.2 */
/* The line that says where long work stands: what it says, and that it fits. */
#include "../base/check.h"

#include "fold.h"
#include "progress.h"

static struct buf line;

static struct str said(unsigned width, int i, int n, const char *name, int64_t done, int64_t total, int64_t spent_ms)
{
	buf_clear(&line);
	progress_line(&line, width, i, n, str_c(name), done, total, spent_ms);
	return buf_view(&line);
}

TEST(test_progress__count_share_name_and_time_left)
{
	buf_init(&line, 4096);
	assert_str(said(80, 0, 269, "actes/un.txt", 0, 1000, 0), "1/269  0 %  actes/un.txt");
	assert_str(said(80, 11, 269, "un.txt", 250, 1000, 10000), "12/269  25 %  un.txt  reste 30 s");
	assert_str(said(80, 11, 269, "un.txt", 250, 1000, 100000), "12/269  25 %  un.txt  reste 5 min");
	assert_str(said(80, 11, 269, "un.txt", 250, 1000, 2500000), "12/269  25 %  un.txt  reste 2 h 05");
	buf_done(&line);
}

/* The first second says nothing of the rest, and sizes that grew meanwhile do not count backwards. */
TEST(test_progress__no_time_left_that_is_not_known)
{
	buf_init(&line, 4096);
	assert_str(said(80, 1, 2, "b", 500, 1000, 999), "2/2  50 %  b");
	assert_str(said(80, 1, 2, "b", 0, 1000, 5000), "2/2  0 %  b");
	assert_str(said(80, 1, 2, "b", 0, 0, 5000), "2/2  0 %  b");
	assert_str(said(80, 1, 2, "b", 1200, 1000, 5000), "2/2  100 %  b");
	buf_done(&line);
}

TEST(test_progress__a_name_is_cut_on_its_left)
{
	buf_init(&line, 4096);
	assert_str(said(30, 1, 3, "/srv/actes/délibération-été.txt", 1, 3, 0), "2/3  33 %  …ibération-été.txt");
	assert_str(said(14, 1, 3, "/srv/actes/délibération.txt", 1, 3, 0), "2/3  33 %");
	assert_str(said(9, 1, 3, "/srv/actes/délibération.txt", 1, 3, 0), "");
	for (unsigned width = 1; width < 60; width++)
		assert_true(columns_of(said(width, 99, 100, "/srv/actes/une-délibération-au-nom-très-long-\xE6\x9D\xB1\xE6\x9D\xB1.txt", 90,
					    100, 90000)) < width);
	buf_done(&line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_progress__count_share_name_and_time_left),
		cmocka_unit_test(test_progress__no_time_left_that_is_not_known),
		cmocka_unit_test(test_progress__a_name_is_cut_on_its_left),
	};

	return RUN(tests);
}
