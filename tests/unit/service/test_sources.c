/* SPDX-License-Identifier: EUPL-1.2 */
/* What counts as a change of the rules, and what does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "../rules/dirs.h"
#include "sources.h"

static struct dirs d;
static char regles[80], vide[80], conf_file[96], lexique[96], reglages[96];
static struct conf c;

static int set_up(void **state)
{
	(void)state;
	dirs_open(&d);
	dirs_write(&d, "regles/a.lua", "a");
	dirs_write(&d, "regles/b.lua", "b");
	dirs_write(&d, "vide/rien", "");
	dirs_write(&d, "scrutateur.yaml", "x: 1\n");
	dirs_write(&d, "lexique.yaml", "l");
	dirs_write(&d, "reglages.yaml", "r");
	snprintf(regles, sizeof regles, "%s/regles", d.root);
	snprintf(vide, sizeof vide, "%s/vide", d.root);
	snprintf(conf_file, sizeof conf_file, "%s/scrutateur.yaml", d.root);
	snprintf(lexique, sizeof lexique, "%s/lexique.yaml", d.root);
	snprintf(reglages, sizeof reglages, "%s/reglages.yaml", d.root);
	c = (struct conf){ .regles = regles, .lua = vide, .parametres = vide, .collectivites = vide, .exemples = vide, .lexique = lexique, .reglages = reglages };
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	dirs_close(&d);
	return 0;
}

static bool changes(const char *name, const char *content)
{
	char before[DIGEST_HEX], after[DIGEST_HEX];

	sources_print(&c, conf_file, before);
	dirs_write(&d, name, content);
	sources_print(&c, conf_file, after);
	return strcmp(before, after) != 0;
}

static void test_sources__content_counts_droppings_do_not(void **state)
{
	(void)state;
	assert_false(changes("regles/a.lua", "a"));
	assert_true(changes("regles/a.lua", "A"));
	assert_true(changes("regles/c.lua", ""));
	assert_true(changes("regles/notre-acte.txt", "x"));
	assert_true(changes("lexique.yaml", "l2"));
	assert_true(changes("reglages.yaml", "r2"));
	assert_true(changes("scrutateur.yaml", "x: 2\n"));
	assert_false(changes("regles/.a.lua.swp", "x"));
	assert_false(changes("regles/a.lua~", "x"));
	assert_false(changes("regles/4913", "x"));
	assert_false(changes("regles/.#a.lua", "x"));
	assert_false(changes("autre.yaml", "x"));
}

static void test_sources__side_files_of_samples_are_part_of_it(void **state)
{
	char exemples[96];
	(void)state;
	dirs_write(&d, "exemples/a.txt", "acte");
	snprintf(exemples, sizeof exemples, "%s/exemples", d.root);
	c.exemples = exemples;
	assert_true(changes("exemples/a.txt.cote1", "<a/>"));
	assert_true(changes("exemples/a.txt.cote1", "<b/>"));
	assert_true(changes("exemples/a.txt.cote4", "<a/>"));
	assert_false(changes("exemples/a.txt.cote5", "<a/>"));
	assert_false(changes("exemples/seul.txt.cote1", "<a/>"));
}

static void test_sources__names_lengths_and_absences_are_part_of_it(void **state)
{
	char one[DIGEST_HEX], two[DIGEST_HEX], path[160];
	(void)state;
	/* "ab" and nothing is not "a" and "b" */
	dirs_write(&d, "regles/a.lua", "ab");
	dirs_write(&d, "regles/b.lua", "");
	sources_print(&c, conf_file, one);
	dirs_write(&d, "regles/a.lua", "a");
	dirs_write(&d, "regles/b.lua", "b");
	sources_print(&c, conf_file, two);
	assert_string_not_equal(one, two);
	snprintf(path, sizeof path, "%s", dirs_path(&d, "regles/b.lua"));
	assert_int_equal(unlink(path), 0);
	sources_print(&c, conf_file, one);
	assert_string_not_equal(one, two);
	c.regles = "/nulle/part";
	sources_print(&c, conf_file, two);
	assert_string_not_equal(one, two);
}

static void test_sources__names(void **state)
{
	(void)state;
	assert_true(sources_is_name(".lua", "quorum.lua"));
	assert_false(sources_is_name(".lua", ".lua"));
	assert_false(sources_is_name(".lua", "quorum.lua~"));
	assert_false(sources_is_name(".lua", ".quorum.lua.swp"));
	assert_false(sources_is_name(".lua", ".#quorum.lua"));
	assert_false(sources_is_name(".lua", "4913"));
	assert_false(sources_is_name(".yaml", "quorum.lua"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_sources__content_counts_droppings_do_not),
		TEST(test_sources__side_files_of_samples_are_part_of_it),
		TEST(test_sources__names_lengths_and_absences_are_part_of_it),
		TEST(test_sources__names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
