/* SPDX-License-Identifier: EUPL-1.2 */
/* What was in service is kept whole, replaced by what was loaded, and by nothing else. */
#include "bench.h"
#include "dirs.h"
#include "former.h"
#include "periods.h"

#define LAW(value) "pouvoirs.max:\n  libelle: Pouvoirs\n  entre: [1, 9]\n  valeurs: [{ valeur: " value ", source: \"art. 1\" }]\n"

static const char *hash_of_law(struct arena *a, const char *dir)
{
	const struct params *p;
	struct err e = { 0 };

	if (!params_load(a, dir, &p, &e))
		fail_msg("%s", e.msg);
	return params_sha256(p);
}

static bool keep(struct arena *a, struct dirs *d, const char *sha256)
{
	const char *law = arena_printf(a, "%s/droit", d->root).p, *kept = arena_printf(a, "%s/bon", d->root).p;
	struct err e = { 0 };

	return former_keep(a, kept, REFERENCE_PARAMETRES, law, STR(""), sha256, &e);
}

static const char *kept_law(struct arena *a, struct dirs *d)
{
	return former_path(a, arena_printf(a, "%s/bon", d->root).p, REFERENCE_PARAMETRES);
}

static void test_former__a_directory_is_what_was_loaded(void **state)
{
	struct dirs d;
	struct arena a;

	(void)state;
	dirs_open(&d);
	arena_init(&a, 16 * MIB);
	const char *law = arena_printf(&a, "%s/droit", d.root).p;
	dirs_write(&d, "droit/p.yaml", LAW("1"));
	const char *first = hash_of_law(&a, law);
	assert_null(kept_law(&a, &d));
	assert_true(keep(&a, &d, first));
	assert_string_equal(hash_of_law(&a, kept_law(&a, &d)), first);
	/* Saved while it was being loaded: what was loaded is not there any more, and what was kept stays. */
	dirs_write(&d, "droit/p.yaml", LAW("2"));
	const char *second = hash_of_law(&a, law);
	dirs_write(&d, "droit/p.yaml", LAW("3"));
	assert_false(keep(&a, &d, second));
	assert_string_equal(hash_of_law(&a, kept_law(&a, &d)), first);
	/* The next one takes its place. */
	const char *third = hash_of_law(&a, law);
	const char *old = kept_law(&a, &d);
	assert_true(keep(&a, &d, third));
	assert_string_equal(hash_of_law(&a, kept_law(&a, &d)), third);
	assert_int_not_equal(access(old, F_OK), 0);
	arena_done(&a);
	dirs_close(&d);
}

static void test_former__a_name_that_leads_elsewhere_is_none(void **state)
{
	struct dirs d;
	struct arena a;

	(void)state;
	dirs_open(&d);
	arena_init(&a, 16 * MIB);
	dirs_write(&d, "ailleurs/p.yaml", LAW("1"));
	dirs_write(&d, "bon/parametres", "../ailleurs");
	assert_null(kept_law(&a, &d));
	dirs_write(&d, "bon/parametres", "parametres/../../ailleurs");
	assert_null(kept_law(&a, &d));
	dirs_write(&d, "bon/parametres", "parametres-0");
	assert_null(kept_law(&a, &d));
	arena_done(&a);
	dirs_close(&d);
}

static void test_former__a_file(void **state)
{
	struct dirs d;
	struct arena a;
	struct str text;
	struct err e = { 0 };

	(void)state;
	dirs_open(&d);
	arena_init(&a, 16 * MIB);
	const char *kept = arena_printf(&a, "%s/bon", d.root).p;
	assert_true(former_keep(&a, kept, REFERENCE_REGLAGES, "x", STR("desactiver: []\n"), NULL, &e));
	assert_true(former_keep(&a, kept, REFERENCE_REGLAGES, "x", STR("# rien\n"), NULL, &e));
	assert_true(yamldir_text(&a, former_path(&a, kept, REFERENCE_REGLAGES), 100, &text, &e));
	assert_true(str_eq(text, STR("# rien\n")));
	assert_null(former_path(&a, kept, REFERENCE_LEXIQUE));
	arena_done(&a);
	dirs_close(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_former__a_directory_is_what_was_loaded),
		cmocka_unit_test(test_former__a_name_that_leads_elsewhere_is_none),
		cmocka_unit_test(test_former__a_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
