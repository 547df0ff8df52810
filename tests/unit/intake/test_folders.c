/* SPDX-License-Identifier: EUPL-1.2 */
/* Deposits of several files: sub-directories with an end marker, and acts with the side files beside them in the drop. What is taken together,
 * what is waited for, what is refused and why; and that nothing is removed that is not recorded.
 */
#include "drop.h"

#define ACT "034-123456782-20171207-CL20171227_06-DE"
#define MAIN "99_DE-" ACT "-1-1_1.txt"
#define MESSAGE ACT "-1-1_0.xml"
#define RECEIPT ACT "-1-2_5279.xml"

static void folder(const char *name, const char *const *files)
{
	char path[600];

	if (!in_drop(name))
		assert_int_equal(mkdirat(w.depot_fd, name, 0755), 0);
	for (; *files != NULL; files++) {
		snprintf(path, sizeof path, "%s/%s", name, *files);
		put(path, *files);
	}
}
#define FOLDER(name, ...) folder(name, (const char *const[]){ __VA_ARGS__, NULL })

static void beside_is(const struct seen *s, const char *where, const char *mark, unsigned n, const char *content)
{
	char path[400], got[300] = "";

	snprintf(path, sizeof path, "%s/%s%s%u", where, s->spool, mark, n);
	const int fd = openat(w.etat_fd, path, O_RDONLY | O_CLOEXEC);
	assert_true(fd >= 0);
	assert_true(read(fd, got, sizeof got - 1) >= 0);
	close(fd);
	assert_string_equal(got, content);
}

static void test_folders__taken_together_when_the_marker_is_there(void **state)
{
	(void)state;
	FOLDER("d", "acte.txt", "metadata.json", MESSAGE, "10_DE-" ACT "-1-1_2.pdf", "EACT--1.xml");
	w.patience.folder_ms = 30;
	start(10, 1, 1000);
	UNTIL(w.notes_n == 1);
	assert_string_equal(w.note, "« d » est un dossier sans « fini.txt » : il est attendu. Complet, mettez-y ce fichier, ou déposez ses fichiers un par un");
	assert_int_equal(w.taken_n + w.refused_n, 0);
	assert_int_equal(intake_count(w.in).waiting, 1);
	FOLDER("d", "fini.txt");
	UNTIL(w.taken_n == 1 && entries("depot") == 0);
	const struct seen *s = &w.taken[0];
	assert_string_equal(s->name, "d/acte.txt");
	spooled_is(s, "acte.txt");
	assert_int_equal(entries("etat/attente"), 3);
	assert_int_equal(entries("etat/annexes"), 2);
	assert_int_equal(entries("etat/tmp"), 0);
	const bool message_first = strcmp(s->sides, " " MESSAGE " metadata.json") == 0;
	assert_true(message_first || strcmp(s->sides, " metadata.json " MESSAGE) == 0);
	beside_is(s, "attente", ".cote", message_first ? 1 : 2, MESSAGE);
	beside_is(s, "annexes", ".", strncmp(s->annexes, " E", 2) == 0 ? 1 : 2, "EACT--1.xml");
	assert_int_equal(w.notes_n, 1);
}

static void test_folders__told_again_while_the_marker_is_missing(void **state)
{
	(void)state;
	FOLDER("d", "acte.txt");
	w.patience.folder_ms = w.patience.tell_ms = 20;
	start(10, 1, 1000);
	for (int64_t end = now_s() + DEADLINE_S; w.notes_n < 3 && now_s() < end;) {
		intake_rescan(w.in);
		event_base_loop(w.base, EVLOOP_ONCE);
	}
	assert_int_equal(w.notes_n, 3);
	assert_int_equal(w.taken_n + w.refused_n, 0);
}

/* Which file is the act; "" = refused with `said`. */
static void chooses(const char *act, const char *said)
{
	const unsigned taken_n = w.taken_n, refused_n = w.refused_n;

	FOLDER("d", "fini.txt");
	UNTIL(w.taken_n + w.refused_n == taken_n + refused_n + 1);
	if (act[0] != '\0') {
		assert_int_equal(w.taken_n, taken_n + 1);
		assert_string_equal(w.taken[taken_n].name, act);
		UNTIL(!in_drop("d"));
		return;
	}
	assert_int_equal(w.refused_n, refused_n + 1);
	assert_string_equal(w.refused[refused_n].word, "dossier");
	assert_non_null(strstr(w.refused[refused_n].sentence, said));
	assert_true(in_drop("d"));
	remove_tree(w.depot_fd, "d");
}

static void test_folders__which_file_is_the_act(void **state)
{
	(void)state;
	start(10, 1, 1000);
	FOLDER("d", "a.pdf");
	chooses("d/a.pdf", "");
	FOLDER("d", MAIN, "10_DE-" ACT "-1-1_2.txt", MESSAGE, RECEIPT, "autre.pdf");
	chooses("d/" MAIN, "");
	FOLDER("d", "a.pdf", "b.pdf");
	chooses("", "« a.pdf »");
	FOLDER("d", "metadata.json", MESSAGE);
	chooses("", "dossier sans acte");
	FOLDER("d", "a.pdf", "b.pdf");
	put("d/metadata.json", "{\"objet\": \"x\", \"autre_document_attache\": [\"a.pdf\"], \"arrete\": [\"b.pdf\"]}");
	chooses("d/b.pdf", "");
	FOLDER("d", "a-b.pdf", "b.pdf");
	put("d/metadata.json", "{\"arrete\": \"a/b.pdf\"}");
	chooses("d/a-b.pdf", "");
	FOLDER("d", "XyZ.yml_arrete_0", "XyZ.yml_autre_document_attache_0");
	put("d/metadata.json", "{\"arrete\": [\"délibération.pdf\"]}");
	chooses("d/XyZ.yml_arrete_0", "");
	FOLDER("d", "a.pdf");
	put("d/metadata.json", "{\"arrete\": [\"b\\u001b.pdf\"]}");
	chooses("", "metadata.json nomme « b\\x1b.pdf », qui n'y est pas ou n'est pas un acte");
	FOLDER("d", "a.pdf", "metadata.json"); /* that is no JSON */
	chooses("d/a.pdf", "");
	assert_string_equal(w.taken[w.taken_n - 1].sides, " metadata.json");
}

static void test_folders__what_cannot_be_taken_is_refused_as_a_whole(void **state)
{
	(void)state;
	char name[16];

	start(10, 1, 1000);
	FOLDER("d", "a.pdf");
	assert_int_equal(mkdirat(w.depot_fd, "d/sous", 0755), 0);
	chooses("", "un autre dossier, « sous »");
	FOLDER("d", "a.pdf");
	assert_int_equal(symlinkat("/etc/passwd", w.depot_fd, "d/lien"), 0);
	chooses("", "« lien » est un lien");
	put_at(w.root_fd, "autre", "x");
	FOLDER("d", "a.pdf");
	assert_int_equal(linkat(w.root_fd, "autre", w.depot_fd, "d/dur", 0), 0);
	chooses("", "« dur » est un lien");
	FOLDER("d", "a.pdf");
	const int fd = openat(w.depot_fd, "d/gros.pdf", O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	assert_int_equal(ftruncate(fd, 1001), 0);
	close(fd);
	chooses("", "« gros.pdf » dépasse la taille");
	for (int more = 0; more < 2; more++) {
		FOLDER("d", MAIN);
		for (int i = 1; i < LIMIT_FOLDER_FILES + more; i++) {
			snprintf(name, sizeof name, "%d.pdf", i);
			FOLDER("d", name);
		}
		chooses(more == 0 ? "d/" MAIN : "", "plus de 64 fichiers");
	}
	assert_true(entries("etat/annexes") == LIMIT_FOLDER_FILES - 1);
}

static void test_folders__a_transfer_inside_is_waited_for(void **state)
{
	(void)state;
	start(10, 1, 1000);
	FOLDER("d", "a.pdf", "annexe.pdf.part", "Thumbs.db", "fini.txt");
	for (int i = 0; i < 40; i++)
		event_base_loop(w.base, EVLOOP_ONCE);
	assert_int_equal(w.taken_n + w.refused_n, 0);
	assert_int_equal(unlinkat(w.depot_fd, "d/annexe.pdf.part", 0), 0);
	UNTIL(w.taken_n == 1 && !in_drop("d/fini.txt"));
	/* What nobody means stays, and is nothing to wait for. */
	assert_true(in_drop("d/Thumbs.db"));
	UNTIL(intake_count(w.in).waiting == 0);
}

static void test_folders__only_the_marker(void **state)
{
	(void)state;
	FOLDER("d", "fini.txt");
	start(10, 1, 1000);
	UNTIL(w.refused_n == 1);
	assert_non_null(strstr(w.refused[0].sentence, "dossier vide"));
	assert_true(in_drop("d"));
	assert_int_equal(w.taken_n, 0);
}

/* A crash came between the removal of its act and that of the marker. */
static void test_folders__emptied_after_its_marker(void **state)
{
	(void)state;
	struct stat dir, marker;

	FOLDER("d", "fini.txt");
	do { /* within one tick of the clock nothing would tell */
		put("d/a.pdf", "un");
		assert_int_equal(unlinkat(w.depot_fd, "d/a.pdf", 0), 0);
		assert_int_equal(fstatat(w.depot_fd, "d", &dir, 0) + fstatat(w.depot_fd, "d/fini.txt", &marker, 0), 0);
	} while (dir.st_mtim.tv_sec == marker.st_ctim.tv_sec && dir.st_mtim.tv_nsec <= marker.st_ctim.tv_nsec);
	start(10, 1, 1000);
	UNTIL(!in_drop("d"));
	assert_int_equal(w.taken_n + w.refused_n, 0);
}

static void test_folders__what_was_recorded_before_is_only_removed(void **state)
{
	(void)state;
	w.known = true;
	FOLDER("d", "a.pdf", MESSAGE, "fini.txt");
	start(10, 1, 1000);
	UNTIL(!in_drop("d"));
	assert_int_equal(w.taken_n, 0);
	assert_int_equal(entries("etat/attente") + entries("etat/annexes") + entries("etat/tmp"), 0);
}

static void test_folders__a_ledger_that_fails_leaves_nothing(void **state)
{
	(void)state;
	w.ledger_fails = true;
	FOLDER("d", "a.pdf", "10_DE-" ACT "-1-1_2.pdf", MESSAGE, "fini.txt");
	start(10, 1, 1000);
	UNTIL(w.notes_n == 1);
	assert_int_equal(entries("etat/attente") + entries("etat/annexes") + entries("etat/tmp"), 0);
	assert_true(in_drop("d/a.pdf") && in_drop("d/" MESSAGE));
	w.ledger_fails = false;
	UNTIL(w.taken_n == 1 && !in_drop("d"));
}

static void add_a_file(const struct taken *t)
{
	(void)t;
	w.on_taken = NULL;
	put("d/encore.pdf", "plus tard");
}

static void test_folders__what_comes_after_stays(void **state)
{
	(void)state;
	w.on_taken = add_a_file;
	FOLDER("d", "a.pdf", "fini.txt");
	start(10, 1, 1000);
	UNTIL(w.taken_n == 1 && !in_drop("d/a.pdf"));
	assert_true(in_drop("d/encore.pdf"));
	FOLDER("d", "fini.txt");
	UNTIL(w.taken_n == 2 && !in_drop("d"));
	assert_string_equal(w.taken[1].name, "d/encore.pdf");
}

static void change_the_annex(const struct taken *t)
{
	(void)t;
	w.on_taken = NULL;
	put("d/" ACT "-1-1_2.pdf", "une autre annexe");
}

static void test_folders__an_annex_changed_meanwhile_is_not_removed(void **state)
{
	(void)state;
	w.on_taken = change_the_annex;
	FOLDER("d", "a.pdf", ACT "-1-1_2.pdf", "fini.txt");
	start(10, 1, 1000);
	UNTIL(w.taken_n == 2 && !in_drop("d"));
	beside_is(&w.taken[1], "annexes", ".", 1, "une autre annexe");
}

static void test_pairs__in_any_order(void **state)
{
	(void)state;
	start(10, 1, 1000);
	put(MESSAGE, "message");
	put(RECEIPT, "recu");
	UNTIL(intake_count(w.in).waiting == 2);
	put(MAIN, "acte");
	UNTIL(w.taken_n == 1 && entries("depot") == 0);
	assert_string_equal(w.taken[0].sides, " " MESSAGE " " RECEIPT);
	beside_is(&w.taken[0], "attente", ".cote", 1, "message");
	beside_is(&w.taken[0], "attente", ".cote", 2, "recu");
	put(MAIN, "acte");
	UNTIL(intake_count(w.in).waiting == 1);
	put(MESSAGE, "message");
	UNTIL(w.taken_n == 2 && entries("depot") == 0);
	assert_string_equal(w.taken[1].sides, " " MESSAGE);
	assert_int_equal(w.refused_n + w.notes_n, 0);
}

static void test_pairs__the_wait_has_an_end(void **state)
{
	(void)state;
	w.patience.pair_ms = 60;
	start(10, 3600, 1000);
	put(MAIN, "acte");
	put("autre.txt", "un acte qui n'attend rien");
	UNTIL(w.taken_n == 1);
	assert_string_equal(w.taken[0].name, "autre.txt");
	UNTIL(w.taken_n == 2);
	assert_string_equal(w.taken[1].sides, "");
}

static void test_pairs__an_orphan_is_told_kept_and_still_taken(void **state)
{
	(void)state;
	w.patience.orphan_ms = 30;
	start(10, 1, 1000);
	put(MESSAGE, "message");
	put(RECEIPT, "recu");
	UNTIL(w.refused_n == 2);
	assert_string_equal(w.refused[0].word, "sans-acte");
	assert_int_equal(w.taken_n, 0);
	assert_true(in_drop(MESSAGE) && in_drop(RECEIPT));
	put(MAIN, "acte");
	UNTIL(w.taken_n == 1 && entries("depot") == 0);
	assert_string_equal(w.taken[0].sides, " " MESSAGE " " RECEIPT);
	assert_int_equal(w.refused_n, 2);
}

#define ANNEX "99_AU-" ACT "-1-1_2.pdf"
#define SECOND "99_AU-" ACT "-1-1_3.jpg"

static void test_pairs__annexes_go_with_their_act(void **state)
{
	(void)state;
	start(10, 1, 1000);
	put(ANNEX, "annexe");
	put(SECOND, "autre annexe");
	UNTIL(intake_count(w.in).waiting == 2);
	put(MAIN, "acte");
	put(MESSAGE, "message");
	UNTIL(w.taken_n == 1 && entries("depot") == 0);
	assert_string_equal(w.taken[0].name, MAIN);
	assert_string_equal(w.taken[0].sides, " " MESSAGE);
	assert_string_equal(w.taken[0].annexes, " " ANNEX " " SECOND);
	beside_is(&w.taken[0], "annexes", ".", 2, "autre annexe");
	assert_int_equal(w.refused_n + w.notes_n, 0);
}

/* It is taken all the same, for the service to say what it is. */
static void test_pairs__an_annex_waits_for_its_act_and_then_goes_alone(void **state)
{
	(void)state;
	w.patience.pair_ms = 60;
	start(10, 1, 1000);
	put("10_DE-" ACT "-1-1_4.pdf", "une deliberation qui voyage en annexe n'attend rien");
	put(ANNEX, "annexe");
	UNTIL(w.taken_n == 2);
	assert_string_equal(w.taken[0].name, "10_DE-" ACT "-1-1_4.pdf");
	assert_string_equal(w.taken[1].name, ANNEX);
	assert_false(intake_names_annex(w.taken[0].name));
	assert_true(intake_names_annex(w.taken[1].name) && intake_names_annex(SECOND) && intake_names_annex(ACT "-1-1_2.pdf"));
	assert_false(intake_names_annex(MAIN) || intake_names_annex("acte.pdf") || intake_names_annex("d/" ANNEX));
}

static void test_pairs__a_side_file_that_cannot_be_taken_holds_its_act_for_a_while(void **state)
{
	(void)state;
	w.patience.pair_ms = 60;
	put(MESSAGE, "message");
	assert_int_equal(linkat(w.depot_fd, MESSAGE, w.root_fd, "ailleurs", 0), 0);
	put(MAIN, "acte");
	start(10, 1, 1000);
	UNTIL(w.taken_n == 1 && !in_drop(MAIN));
	assert_string_equal(w.taken[0].sides, "");
	assert_true(in_drop(MESSAGE));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_folders__taken_together_when_the_marker_is_there),
		T(test_folders__told_again_while_the_marker_is_missing),
		T(test_folders__which_file_is_the_act),
		T(test_folders__what_cannot_be_taken_is_refused_as_a_whole),
		T(test_folders__a_transfer_inside_is_waited_for),
		T(test_folders__only_the_marker),
		T(test_folders__emptied_after_its_marker),
		T(test_folders__what_was_recorded_before_is_only_removed),
		T(test_folders__a_ledger_that_fails_leaves_nothing),
		T(test_folders__what_comes_after_stays),
		T(test_folders__an_annex_changed_meanwhile_is_not_removed),
		T(test_pairs__in_any_order),
		T(test_pairs__the_wait_has_an_end),
		T(test_pairs__an_orphan_is_told_kept_and_still_taken),
		T(test_pairs__annexes_go_with_their_act),
		T(test_pairs__an_annex_waits_for_its_act_and_then_goes_alone),
		T(test_pairs__a_side_file_that_cannot_be_taken_holds_its_act_for_a_while),
	};
	return cmocka_run_group_tests_name("folders", tests, NULL, NULL);
}
