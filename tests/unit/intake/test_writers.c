/* SPDX-License-Identifier: EUPL-1.2 */
/* Files that are quiet and still open: the drop is looked at while nothing is written, which is shown by another file that came later
 * and is taken.
 */
#include "drop.h"

static int begin(const char *name, const char *content)
{
	const int fd = openat(w.depot_fd, name, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, strlen(content)), strlen(content));
	return fd;
}

static void end(int fd, const char *content)
{
	assert_int_equal(write(fd, content, strlen(content)), strlen(content));
	close(fd);
}

/* What comes now and is closed is taken: whatever was quiet before has been looked at twice by then. */
static void others_are_taken(void)
{
	const unsigned before = w.taken_n;

	put("autre.txt", "autre");
	UNTIL(w.taken_n == before + 1);
	assert_string_equal(w.taken[before].name, "autre.txt");
	intake_rescan(w.in);
	put("autre.txt", "encore");
	UNTIL(w.taken_n == before + 2);
	assert_string_equal(w.taken[before + 1].name, "autre.txt");
}

static void test_writers__a_writer_that_stalls_while_the_drop_is_looked_at_loses_nothing(void **state)
{
	(void)state;
	start(10, 3600, 1000);
	const int fd = begin("lent.txt", "debut");
	others_are_taken();
	end(fd, " et fin");
	UNTIL(w.taken_n == 3);
	spooled_is(&w.taken[2], "debut et fin");
	assert_int_equal(entries("depot"), 0);
	assert_int_equal(w.notes_n, 0);
}

static void test_writers__an_empty_file_is_waited_for_while_it_is_open(void **state)
{
	(void)state;
	w.patience.folder_ms = 1;
	start(10, 3600, 1000);
	const int fd = begin("vide.txt", "");
	UNTIL(w.notes_n == 1); /* ten times as long has gone by */
	assert_non_null(strstr(w.note, "« vide.txt » est encore ouvert en écriture"));
	end(fd, "plein");
	UNTIL(w.taken_n == 1);
	spooled_is(&w.taken[0], "plein");
}

static void test_writers__a_link_is_no_writer_nor_is_a_pipe(void **state)
{
	(void)state;
	start(10, 3600, 1000);
	assert_int_equal(mkfifoat(w.depot_fd, "f.txt", 0644), 0);
	assert_int_equal(symlinkat("/etc/passwd", w.depot_fd, "l.txt"), 0);
	UNTIL(w.refused_n == 2);
	put_at(w.root_fd, "ailleurs", "lie");
	assert_int_equal(linkat(w.root_fd, "ailleurs", w.depot_fd, "lie.txt", 0), 0);
	unlinkat(w.root_fd, "ailleurs", 0);
	UNTIL(w.taken_n == 1);
	spooled_is(&w.taken[0], "lie");
}

static void test_writers__a_rename_says_that_it_is_whole(void **state)
{
	(void)state;
	start(10, 3600, 1000);
	const int fd = begin("lent.txt", "entier");
	others_are_taken();
	assert_int_equal(renameat(w.depot_fd, "lent.txt", w.depot_fd, "fini.pdf"), 0);
	UNTIL(w.taken_n == 3);
	assert_string_equal(w.taken[2].name, "fini.pdf");
	close(fd);
}

/* The name is another file's now, whatever the first writer does to his. */
static void test_writers__a_name_that_another_file_took_is_not_waited_for(void **state)
{
	(void)state;
	start(10, 3600, 1000);
	const int fd = begin("nom.txt", "vieux");
	others_are_taken();
	put_at(w.root_fd, "ailleurs", "neuf");
	assert_int_equal(renameat(w.root_fd, "ailleurs", w.depot_fd, "nom.txt"), 0);
	UNTIL(w.taken_n == 3);
	spooled_is(&w.taken[2], "neuf");
	close(fd);
}

static void test_writers__one_that_goes_away_is_forgotten(void **state)
{
	(void)state;
	start(10, 3600, 1000);
	const int fd = begin("parti.txt", "x");
	others_are_taken();
	unlinkat(w.depot_fd, "parti.txt", 0);
	others_are_taken();
	close(fd);
	put("parti.txt", "revenu");
	UNTIL(w.taken_n == 5);
	spooled_is(&w.taken[4], "revenu");
}

static void test_writers__a_reload_knows_them(void **state)
{
	(void)state;
	start(20, 3600, 1000);
	const int fd = begin("lent.txt", "debut");
	others_are_taken();
	struct intake *const before = w.in;
	start_in_place_of(before, 10, 3600, 1000);
	intake_free(before);
	others_are_taken();
	end(fd, " et fin");
	UNTIL(w.taken_n == 5);
	spooled_is(&w.taken[4], "debut et fin");
}

static void test_writers__a_message_that_is_still_written_is_waited_for(void **state)
{
	(void)state;
	start(10, 3600, 1000);
	const int fd = begin("034-213400000-20260310-D1-DE-1-1_0.xml", "<a");
	put("99_DE-034-213400000-20260310-D1-DE-1-1_1.pdf", "acte");
	others_are_taken();
	end(fd, "/>");
	UNTIL(w.taken_n == 3);
	assert_string_equal(w.taken[2].sides, " 034-213400000-20260310-D1-DE-1-1_0.xml");
}

/* Begun before anybody listened: taken when it is quiet, and what follows does not go in silence. */
static void test_writers__what_is_written_to_a_file_that_was_taken_is_told(void **state)
{
	(void)state;
	const int fd = begin("lent.txt", "debut");

	start(10, 3600, 1000);
	UNTIL(w.taken_n == 1);
	UNTIL(entries("depot") == 0);
	assert_int_equal(w.notes_n, 0);
	end(fd, " et fin");
	UNTIL(w.notes_n == 1);
	assert_non_null(strstr(w.note, "la suite est perdue"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_writers__a_writer_that_stalls_while_the_drop_is_looked_at_loses_nothing),
		T(test_writers__an_empty_file_is_waited_for_while_it_is_open),
		T(test_writers__a_link_is_no_writer_nor_is_a_pipe),
		T(test_writers__a_rename_says_that_it_is_whole),
		T(test_writers__a_name_that_another_file_took_is_not_waited_for),
		T(test_writers__one_that_goes_away_is_forgotten),
		T(test_writers__a_reload_knows_them),
		T(test_writers__a_message_that_is_still_written_is_waited_for),
		T(test_writers__what_is_written_to_a_file_that_was_taken_is_told),
	};
	return cmocka_run_group_tests_name("writers", tests, NULL, NULL);
}
