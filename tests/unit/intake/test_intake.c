/* SPDX-License-Identifier: EUPL-1.2 */
/* The drop, arrival by arrival: each ends taken once with its whole content, or refused with its word. */
#include "drop.h"

static void test_intake__already_there_at_start(void **state)
{
	(void)state;
	put("a.txt", "contenu");
	start(10, 3600, 1000);
	UNTIL(w.taken_n == 1);
	assert_string_equal(w.taken[0].name, "a.txt");
	spooled_is(&w.taken[0], "contenu");
	assert_false(in_drop("a.txt"));
	assert_int_equal(entries("etat/tmp"), 0);
}

static void test_intake__copy_rename_linkat(void **state)
{
	(void)state;
	start(10, 3600, 1000);
	UNTIL(intake_count(w.in).waiting == 0);
	put("copie.txt", "1");
	put_at(w.root_fd, "ailleurs", "22");
	assert_int_equal(renameat(w.root_fd, "ailleurs", w.depot_fd, "renomme.txt"), 0);
	int fd = openat(w.depot_fd, ".", O_TMPFILE | O_WRONLY, 0644);
	char self[64];
	snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
	assert_int_equal(write(fd, "333", 3), 3);
	assert_int_equal(linkat(AT_FDCWD, self, w.depot_fd, "lie.txt", AT_SYMLINK_FOLLOW), 0);
	close(fd);
	UNTIL(w.taken_n == 3);
	for (unsigned i = 0; i < 3; i++)
		spooled_is(&w.taken[i], w.taken[i].bytes == 1 ? "1" : w.taken[i].bytes == 2 ? "22" : "333");
	assert_int_equal(entries("depot"), 0);
}

static void test_intake__odd_names(void **state)
{
	(void)state;
	char longest[256];
	memset(longest, 'x', 255);
	longest[255] = '\0';
	const char *names[] = { "-rf", "a\nb", "caf\xe9.txt", " ", "%n%s", "#", longest, ".scrutateur-retrait" };

	for (size_t i = 0; i < 8; i++)
		put(names[i], names[i]);
	start(10, 3600, 1000);
	UNTIL(w.taken_n == 8);
	for (unsigned i = 0; i < 8; i++)
		if (w.taken[i].bytes < 255)
			spooled_is(&w.taken[i], w.taken[i].name);
	assert_int_equal(entries("depot"), 0);
}

static void test_intake__what_is_no_file_is_refused_once(void **state)
{
	(void)state;
	struct sockaddr_un sa = { .sun_family = AF_UNIX };
	const char *words[] = { "fifo", "lien", "peripherique" };

	assert_int_equal(mkfifoat(w.depot_fd, "f.txt", 0644), 0);
	assert_int_equal(symlinkat("/etc/passwd", w.depot_fd, "l.txt"), 0);
	snprintf(sa.sun_path, sizeof sa.sun_path, "%s/depot/s.txt", w.root);
	int s = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(s, (const struct sockaddr *)&sa, sizeof sa), 0);
	start(10, 3600, 1000);
	UNTIL(w.refused_n == 3);
	for (unsigned i = 0; i < 3; i++) {
		bool found = false;
		for (unsigned k = 0; k < 3; k++)
			found |= w.refused[k].name[0] == words[i][0] || (w.refused[k].name[0] == 's' && i == 2);
		assert_true(found);
	}
	intake_rescan(w.in);
	put("bon.txt", "x");
	UNTIL(w.taken_n == 1);
	assert_int_equal(w.refused_n, 3);
	assert_true(in_drop("l.txt") && in_drop("f.txt"));
	close(s);
}

static void test_intake__two_names_wait_then_are_refused_then_taken(void **state)
{
	(void)state;
	put_at(w.root_fd, "autre", "lien dur");
	assert_int_equal(linkat(w.root_fd, "autre", w.depot_fd, "h.txt", 0), 0);
	start(10, 1, 1000);
	UNTIL(w.refused_n == 1);
	assert_string_equal(w.refused[0].word, "lien-dur");
	assert_int_equal(w.taken_n, 0);
	unlinkat(w.root_fd, "autre", 0);
	UNTIL(w.taken_n == 1);
	spooled_is(&w.taken[0], "lien dur");
}

static void test_intake__size_at_both_sides(void **state)
{
	(void)state;
	put("juste", "12345678");
	put("trop", "123456789");
	start(10, 3600, 8);
	UNTIL(w.taken_n == 1 && w.refused_n == 1);
	assert_string_equal(w.taken[0].name, "juste");
	assert_string_equal(w.refused[0].word, "taille");
	assert_true(in_drop("trop"));
}

static void test_intake__ignored_names(void **state)
{
	(void)state;
	const char *names[] = { ".cache",	 "a.part",  "b.tmp",	 "c.filepart", "~$d.doc",
				".~lock.e.odt#", ".nfs001", "Thumbs.db", "desktop.ini" };

	for (size_t i = 0; i < 9; i++)
		put(names[i], "x");
	put("part", "x");
	start(10, 3600, 1000);
	UNTIL(w.taken_n == 1 && intake_count(w.in).ignored == 9);
	assert_string_equal(w.taken[0].name, "part");
	assert_int_equal(w.refused_n, 0);
}

static void test_intake__slow_writer_is_taken_once_whole(void **state)
{
	(void)state;
	int fd = openat(w.depot_fd, "lent.txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0644);

	start(60, 1, 1000);
	for (int i = 0; i < 20; i++) {
		assert_int_equal(write(fd, "abcde", 5), 5);
		for (int k = 0; k < 3; k++)
			event_base_loop(w.base, EVLOOP_ONCE);
		assert_int_equal(w.taken_n, 0);
	}
	close(fd);
	UNTIL(w.taken_n == 1);
	assert_int_equal(w.taken[0].bytes, 100);
}

static void test_intake__empty_then_written(void **state)
{
	(void)state;
	put("v.txt", "");
	start(10, 1, 1000);
	UNTIL(intake_count(w.in).waiting == 1);
	put("v.txt", "plein");
	UNTIL(w.taken_n == 1);
	spooled_is(&w.taken[0], "plein");
	put("vide.txt", "");
	UNTIL(w.taken_n == 2);
	assert_int_equal(w.taken[1].bytes, 0);
}

static void test_intake__many_at_once(void **state)
{
	(void)state;
	char name[32];

	start(10, 3600, 1000);
	for (int i = 0; i < 120; i++) {
		snprintf(name, sizeof name, "n%03d.txt", i);
		put(name, name);
	}
	UNTIL(w.taken_n == 120);
	assert_int_equal(entries("depot"), 0);
	assert_int_equal(entries("etat/attente"), 120);
	assert_int_equal(intake_count(w.in).taken, 120);
}

static void append_to_drop(const struct taken *t)
{
	int fd = openat(w.depot_fd, t->name, O_WRONLY | O_APPEND | O_CLOEXEC);

	w.on_taken = NULL;
	assert_int_equal(write(fd, " suite", 6), 6);
	close(fd);
}

static void test_intake__changed_between_copy_and_unlink(void **state)
{
	(void)state;
	put("c.txt", "debut");
	w.on_taken = append_to_drop;
	start(10, 1, 1000);
	UNTIL(w.taken_n == 2);
	spooled_is(&w.taken[0], "debut");
	spooled_is(&w.taken[1], "debut suite");
	assert_int_equal(entries("depot"), 0);
}

static void replace_in_drop(const struct taken *t)
{
	w.on_taken = NULL;
	put_at(w.root_fd, "neuf", "neuf!");
	assert_int_equal(renameat(w.root_fd, "neuf", w.depot_fd, t->name), 0);
}

static void test_intake__replaced_between_copy_and_unlink(void **state)
{
	(void)state;
	put("c.txt", "vieux");
	w.on_taken = replace_in_drop;
	start(10, 1, 1000);
	UNTIL(w.taken_n == 2);
	spooled_is(&w.taken[0], "vieux");
	spooled_is(&w.taken[1], "neuf!");
	assert_string_equal(w.taken[1].name, "c.txt");
}

static void test_intake__ledger_failure_loses_nothing(void **state)
{
	(void)state;
	put("a.txt", "a");
	w.ledger_fails = true;
	start(10, 3600, 1000);
	UNTIL(w.notes_n == 1);
	assert_true(in_drop("a.txt"));
	assert_int_equal(entries("etat/attente"), 0);
	w.ledger_fails = false;
	UNTIL(w.taken_n == 1);
	assert_false(in_drop("a.txt"));
	assert_int_equal(w.notes_n, 2); /* and that it works again */
}

static void test_intake__what_was_recorded_before_is_only_removed(void **state)
{
	(void)state;
	put("a.txt", "a");
	put(".scrutateur-retrait", "b");
	w.known = true;
	start(10, 3600, 1000);
	UNTIL(!in_drop("a.txt") && !in_drop(".scrutateur-retrait"));
	assert_int_equal(w.taken_n, 0);
	assert_int_equal(entries("etat/attente"), 0);
	assert_int_equal(entries("etat/tmp"), 0);
}

static void test_intake__pause_keeps_the_drop(void **state)
{
	(void)state;
	start(10, 3600, 1000);
	intake_allow(w.in, 0);
	put("a.txt", "a");
	for (int i = 0; i < 20; i++)
		event_base_loop(w.base, EVLOOP_ONCE);
	assert_int_equal(w.taken_n, 0);
	assert_true(in_drop("a.txt"));
	intake_allow(w.in, 1);
	UNTIL(w.taken_n == 1);
}

static void test_intake__drop_replaced_then_missing(void **state)
{
	(void)state;
	start(10, 1, 1000);
	UNTIL(intake_count(w.in).waiting == 0);
	assert_int_equal(renameat(w.root_fd, "depot", w.root_fd, "depot.vieux"), 0);
	assert_int_equal(mkdirat(w.root_fd, "depot", 0755), 0);
	close(w.depot_fd);
	w.depot_fd = openat(w.root_fd, "depot", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	put("a.txt", "a");
	UNTIL(w.taken_n == 1);
	assert_int_equal(unlinkat(w.root_fd, "depot", AT_REMOVEDIR), 0);
	unsigned notes = w.notes_n;
	UNTIL(w.notes_n == notes + 1);
	assert_non_null(strstr(w.note, "n'est plus là"));
	assert_int_equal(mkdirat(w.root_fd, "depot", 0755), 0);
	close(w.depot_fd);
	w.depot_fd = openat(w.root_fd, "depot", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	put("b.txt", "b");
	UNTIL(w.taken_n == 2);
}

/* Root may do anything: as somebody else, in directories of his own. */
static bool become_nobody(void)
{
	char path[96];
	const char *ours[] = { "", "/etat" };

	for (int i = 0; geteuid() == 0 && i < 2; i++) {
		snprintf(path, sizeof path, "%s%s", w.root, ours[i]);
		assert_int_equal(chown(path, 65534, 65534), 0);
	}
	return geteuid() != 0 || seteuid(65534) == 0;
}

static void test_intake__unreadable_until_its_rights_change(void **state)
{
	(void)state;
	const uid_t me = geteuid();
	put("s.txt", "secret");
	assert_int_equal(fchmodat(w.depot_fd, "s.txt", 0, 0), 0);
	assert_true(become_nobody());
	start(10, 1, 1000);
	UNTIL(w.refused_n == 1);
	assert_string_equal(w.refused[0].word, "illisible");
	assert_int_equal(seteuid(me), 0);
	assert_int_equal(fchmodat(w.depot_fd, "s.txt", 0644, 0), 0);
	assert_true(become_nobody());
	UNTIL(w.taken_n == 1);
	assert_int_equal(seteuid(me), 0);
}

static void test_intake__what_cannot_be_removed_is_taken_once(void **state)
{
	(void)state;
	const uid_t me = geteuid();
	put("a.txt", "a");
	put("b.txt", "b");
	assert_int_equal(fchmod(w.depot_fd, 0555), 0);
	assert_true(become_nobody());
	start(10, 1, 1000);
	UNTIL(w.taken_n == 2);
	for (int i = 0; i < 5; i++) {
		intake_rescan(w.in);
		for (int k = 0; k < 4; k++)
			event_base_loop(w.base, EVLOOP_ONCE);
	}
	assert_int_equal(w.taken_n, 2);
	assert_int_equal(w.notes_n, 1); /* once for all of them */
	assert_int_equal(seteuid(me), 0);
	assert_true(in_drop("a.txt") && in_drop("b.txt"));
	assert_non_null(strstr(w.note, ".txt » est pris"));
	assert_non_null(strstr(w.note, "rendez au service le droit d'écrire dans "));
	w.known = true;
	assert_int_equal(fchmod(w.depot_fd, 0755), 0);
	UNTIL(!in_drop("a.txt") && !in_drop("b.txt")); /* nothing but the rights has changed */
	w.known = false;
	put("a.txt", "a, changed");
	UNTIL(w.taken_n == 3);
	spooled_is(&w.taken[2], "a, changed");
}

static void test_intake__a_missing_drop_is_an_error_at_start(void **state)
{
	(void)state;
	struct err e = { 0 };
	const struct intake_setup s = {
		.depot = "/nulle/part", .etat_fd = w.etat_fd, .marque = "fini.txt", .balayage_s = 1, .stabilite_ms = 10, .max_bytes = 1
	};

	assert_null(
		intake_new(w.base, &s, &(struct intake_calls){ .known = known, .taken = taken, .refused = refused, .note = note }, &e));
	assert_int_equal(e.code, ERR_SYS);
	assert_int_equal(e.sys, ENOENT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_intake__already_there_at_start),
		T(test_intake__copy_rename_linkat),
		T(test_intake__odd_names),
		T(test_intake__what_is_no_file_is_refused_once),
		T(test_intake__two_names_wait_then_are_refused_then_taken),
		T(test_intake__size_at_both_sides),
		T(test_intake__ignored_names),
		T(test_intake__slow_writer_is_taken_once_whole),
		T(test_intake__empty_then_written),
		T(test_intake__many_at_once),
		T(test_intake__changed_between_copy_and_unlink),
		T(test_intake__replaced_between_copy_and_unlink),
		T(test_intake__ledger_failure_loses_nothing),
		T(test_intake__what_was_recorded_before_is_only_removed),
		T(test_intake__pause_keeps_the_drop),
		T(test_intake__drop_replaced_then_missing),
		T(test_intake__unreadable_until_its_rights_change),
		T(test_intake__what_cannot_be_removed_is_taken_once),
		T(test_intake__a_missing_drop_is_an_error_at_start),
	};
	return cmocka_run_group_tests_name("intake", tests, NULL, NULL);
}
